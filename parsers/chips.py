"""Find accelerators and processors in text: how many, and which."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from parsers.numbers import (
    CJK,
    DIGITS,
    LETTER_END,
    NUMBER_RUNS,
    NUMBER_SIGNS,
    NUMBER_START,
    WORDS,
    any_of,
    find_hedge,
    parse_cjk,
    parse_digits,
    parse_words,
    scale_of,
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
from parsers.words import find_starts, first_runs, straighten

# Models keep their case: "Hopper" is a chip, "hopper" a bin.
_MODEL_END = "(?:s)?(?:(?![A-Za-z0-9])|(?=GPU))"  # Chinese pages write "BlackwellGPU"
_ANY_MODEL = rf"(?-i:(?<![A-Za-z0-9])(?:{'|'.join(CHIP_MODELS)}){_MODEL_END})"
_VENDOR = rf"(?:{any_of(CHIP_VENDORS)}(?:'s)?)"
_NOUN = any_of(CHIP_NOUNS)
_FILLER = any_of(CHIP_FILLERS)
_CHIPS = rf"""
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
"""
_STARTS = re.compile(f"[{NUMBER_SIGNS}](?<![0-9][0-9])")
_RUNS = NUMBER_RUNS | first_runs(VAGUE_COUNTS)
# Without any of these, or a model, there is no chip.
_WORDS = re.compile("|".join(sorted(re.escape(noun.split()[-1]) for noun in CHIP_NOUNS)))
_MODEL_SIGNS = "".join(sorted({row.lstrip("[")[0] for row in CHIP_MODELS} | set("HBAG")))
_MODEL_STARTS = re.compile(f"[{_MODEL_SIGNS}](?<![A-Za-z0-9].)")
# How far before a model its maker and two more words may begin.
_OPENING = 64
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
    starts = _starts(plain)
    chips: list[Chips] = []
    offset = 0
    while found := _search(plain, starts, offset):
        one = _alone(text, found) if found["alone"] else _counted(text, plain, found, offset)
        if one:
            chips.append(one)
        # What is no count may still hold a model: "72 GB300 racks".
        offset = found.end() if one or found["alone"] else found.start("counted")
    return tuple(chips)


def _starts(plain: str) -> Sequence[int]:
    """Where chips may begin: at a count, or within reach of a model; nowhere without either."""
    models = [
        start.start()
        for start in _MODEL_STARTS.finditer(plain)
        if _any_model().match(plain, start.start())
    ]
    if not models and not _WORDS.search(plain.lower()):
        return ()
    places = set(find_starts(plain, _STARTS, _RUNS))
    for model in models:
        places.update(range(max(0, model - _OPENING), model + 1))
    return sorted(places)


def _search(plain: str, starts: Sequence[int], offset: int) -> re.Match[str] | None:
    """The first match at one of the places from an offset on."""
    for index in range(bisect_left(starts, offset), len(starts)):
        if found := _chips_pattern().match(plain, starts[index]):
            return found
    return None


def _counted(text: str, plain: str, found: re.Match[str], floor: int) -> Chips | None:
    """Chips with a count, or with a vague one; None if the number counts something else."""
    if found["vague"]:
        return _chips(text, found.span(), None, _model(found["counted"]), "approx")
    count = _count(found)
    before = plain[max(0, found.start() - 16) : found.start()]
    if count is None or _is_year(found) or _product().search(before):
        return None
    if _holder().match(plain, found.end()) and (
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
    doubtful = not (_vendor().search(words) or _noun().search(words))
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
    for pattern, vendor in _models():
        if found := pattern.search(words):
            name = _LOOSE_NUMBER.sub("", _singular(found[1]))
            return f"{vendor} {name}".strip()
    maker = _vendor().search(words)
    noun = _noun().search(words)
    names = (
        CHIP_VENDORS[maker[0].lower().removesuffix("'s")] if maker else None,
        CHIP_NOUNS[noun[0].lower().replace("-", " ")] if noun else None,
    )
    return " ".join(name for name in names if name) or None


def _singular(name: str) -> str:
    return name.removesuffix("s") if name.isupper() or name[:-1].isupper() else name


# --- patterns -----------------------------------------------------------------------------------
# Compiled when first needed: most texts name no chips, and many a process reads none at all.


@cache
def _chips_pattern() -> re.Pattern[str]:
    return re.compile(_CHIPS, re.VERBOSE | re.IGNORECASE)


@cache
def _any_model() -> re.Pattern[str]:
    return re.compile(_ANY_MODEL, re.VERBOSE | re.IGNORECASE)


@cache
def _models() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each model with its vendor."""
    return tuple(
        (re.compile(rf"(?<![A-Za-z0-9])({row}){_MODEL_END}", re.VERBOSE), vendor)
        for row, vendor in CHIP_MODELS.items()
    )


@cache
def _vendor() -> re.Pattern[str]:
    return re.compile(_VENDOR, re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(_NOUN, re.IGNORECASE)


@cache
def _holder() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?:{_FILLER}[ ])?{any_of(NOT_CHIPS)}", re.IGNORECASE)


@cache
def _product() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){any_of(PRODUCT_NUMBERS)}[ -]$", re.IGNORECASE)
