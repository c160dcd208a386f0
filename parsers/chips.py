"""Find accelerators and processors in text: how many, and which."""

import re
from decimal import Decimal

from parsers.numbers import (
    CJK,
    DIGITS,
    LETTER_END,
    NUMBER_START,
    WORDS,
    any_of,
    find_hedge,
    parse_cjk,
    parse_digits,
    parse_words,
    scale_of,
    straighten,
)
from parsers.types import Chips, Qualifier
from parsers.vocabulary import (
    AMBIGUOUS_MODELS,
    CHIP_FILLERS,
    CHIP_MODELS,
    CHIP_NOUNS,
    CHIP_VENDORS,
    NOT_CHIPS,
    PRODUCT_NUMBERS,
    VAGUE_COUNTS,
)

# Models keep their case: "Hopper" is a chip, "hopper" a bin.
_MODEL_END = "(?:s)?(?:(?![A-Za-z0-9])|(?=GPU))"  # Chinese pages write "BlackwellGPU"
_ANY_MODEL = rf"(?-i:(?<![A-Za-z0-9])(?:{'|'.join(CHIP_MODELS)}){_MODEL_END})"
_VENDOR = rf"(?:{any_of(CHIP_VENDORS)}(?:'s)?)"
_NOUN = any_of(CHIP_NOUNS)
_FILLER = any_of(CHIP_FILLERS)
_CHIPS = re.compile(
    rf"""
    (?:
        (?<![$€£¥₩₹]) (?<![$€£¥₩₹][ ]) {NUMBER_START}       # never the price of a chip
        (?: (?P<count> (?P<cjk>{CJK}) | a(?=[ ](?:(?:hundred[ ])?million|thousand)) | {WORDS}
              | {DIGITS} )
            (?P<plus> \+ | -plus )?
            (?P<scale> [ -]?(?:(?:hundred[ ])?million|thousand){LETTER_END} | [km]{LETTER_END} )?
            (?P<late_plus> \+ )?
          | (?P<vague> {any_of(VAGUE_COUNTS)} [ ]of )
        )
        (?P<counted>
            (?: [ -]{{0,2}} (?:{_FILLER}|{_VENDOR}|{_ANY_MODEL}) ){{0,6}}
            [ -]{{0,2}} (?:{_ANY_MODEL}|{_NOUN})
            (?: [ -](?:ai[ ])?{_NOUN} )?
        )
      | (?P<alone>                                          # a model without a count
            (?: {_VENDOR}[ ]? )? (?: {_FILLER}[ ] ){{0,2}}
            {_ANY_MODEL}
            (?: [ -]{{0,2}}(?:{_FILLER}[ -])? {_NOUN} )?
        )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MODELS = tuple(
    (re.compile(rf"(?<![A-Za-z0-9])({row}){_MODEL_END}", re.VERBOSE), vendor)
    for row, vendor in CHIP_MODELS.items()
)
_FIND_VENDOR = re.compile(_VENDOR, re.IGNORECASE)
_FIND_NOUN = re.compile(_NOUN, re.IGNORECASE)
_HOLDER = re.compile(rf"[ -]?(?:{_FILLER}[ ])?{any_of(NOT_CHIPS)}", re.IGNORECASE)
_PRODUCT = re.compile(rf"(?<![A-Za-z0-9]){any_of(PRODUCT_NUMBERS)}[ -]$", re.IGNORECASE)
# A joined number before a noun: "Trainium3", "MI450", as the vendors write it.
_LOOSE_NUMBER = re.compile(r"(?<=Trainium|Graviton)[ -](?=[0-9])")
# A plain number from here on is a year: "the 2026 GPUs".
_YEARS = range(2010, 2041)
# "8-GPU servers" are eight to a server; a "100,000-GPU cluster" is a count.
_A_RACKFUL = 144
_LEAST_SPELLED = 100


def find_chips(text: str) -> tuple[Chips, ...]:
    """Return the chips in `text` in order; none overlaps another.

    A count needs a noun or a known model after it; a known model may stand alone. Racks, servers
    and clusters are not chips, and prices are not counts.
    """
    plain = straighten(text)
    chips: list[Chips] = []
    offset = 0
    while found := _CHIPS.search(plain, offset):
        one = _alone(text, found) if found["alone"] else _counted(text, plain, found, offset)
        if one:
            chips.append(one)
        # What is no count may still hold a model: "72 GB300 racks".
        offset = found.end() if one or found["alone"] else found.start("counted")
    return tuple(chips)


def _counted(text: str, plain: str, found: re.Match[str], floor: int) -> Chips | None:
    """Chips with a count, or with a vague one; None if the number counts something else."""
    if found["vague"]:
        return _chips(text, found.span(), None, _model(found["counted"]), "approx")
    count = _count(found)
    before = plain[max(0, found.start() - 16) : found.start()]
    if count is None or _is_year(found) or _PRODUCT.search(before):
        return None
    if _HOLDER.match(plain, found.end()) and (
        not found["counted"].startswith("-") or count <= _A_RACKFUL
    ):
        return None
    plus = bool(found["plus"] or found["late_plus"] or found["cjk_plus"])
    hedge = find_hedge(plain, found.start(), found.end(), floor=floor, plus=plus)
    span = (hedge.start, found.end())
    return _chips(text, span, count, _model(found["counted"]), hedge.qualifier)


def _alone(text: str, found: re.Match[str]) -> Chips | None:
    """A model without a count; None where the word may as well be a person's name."""
    words = found["alone"]
    doubtful = not (_FIND_VENDOR.search(words) or _FIND_NOUN.search(words))
    if doubtful and words.strip() in AMBIGUOUS_MODELS:
        return None
    return _chips(text, found.span(), None, _model(words), "exact")


def _chips(
    text: str, span: tuple[int, int], count: int | None, model: str | None, qualifier: Qualifier
) -> Chips:
    start, end = span
    quote = text[start:end]
    return Chips(count=count, model=model, qualifier=qualifier, quote=quote, start=start, end=end)


def _count(found: re.Match[str]) -> int | None:
    """The number of chips; None where it is no whole number."""
    number = found["count"]
    value: Decimal | None
    if found["cjk"]:
        value = parse_cjk(number)
    elif number[0].isdigit():
        value = parse_digits(number)
    else:
        value = parse_words(number)
    if value is None:
        return None
    value *= scale_of(found["scale"] or "") or 1
    # "two new chips" are two designs, no order.
    spelled = number[0].isalpha() and not found["cjk"] and value < _LEAST_SPELLED
    return int(value) if value == value.to_integral_value() and value and not spelled else None


def _is_year(found: re.Match[str]) -> bool:
    number = found["count"]
    return number.isdigit() and not found["scale"] and int(number) in _YEARS


def _model(words: str) -> str | None:
    """The model's usual name: "Nvidia GB300", "TPU", "AMD Instinct MI450"; None if unknown."""
    for pattern, vendor in _MODELS:
        if found := pattern.search(words):
            name = _LOOSE_NUMBER.sub("", _singular(found[1]))
            return f"{vendor} {name}".strip()
    maker = _FIND_VENDOR.search(words)
    noun = _FIND_NOUN.search(words)
    names = (
        CHIP_VENDORS[maker[0].lower().removesuffix("'s")] if maker else None,
        CHIP_NOUNS[noun[0].lower().replace("-", " ")] if noun else None,
    )
    return " ".join(name for name in names if name) or None


def _singular(name: str) -> str:
    return name.removesuffix("s") if name.isupper() or name[:-1].isupper() else name
