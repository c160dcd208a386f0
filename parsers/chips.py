"""Find accelerators and processors in text: how many, and which."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from parsers.hedges import find_hedge
from parsers.numbers import (
    CJK,
    DIGITS,
    LETTER_END,
    NUMBER_RUNS,
    NUMBER_SIGNS,
    NUMBER_START,
    WORD_SCALE,
    WORDS,
    any_of,
    article_pattern,
    parse_cjk,
    parse_cjk_number,
    parse_number,
    scale_of,
)
from parsers.types import Chips, Qualifier
from parsers.vocabulary import (
    AMBIGUOUS_MODELS,
    CHIP_COUNTERS,
    CHIP_FILLERS,
    CHIP_FILLERS_EUROPE,
    CHIP_MODELS,
    CHIP_NOUNS,
    CHIP_VENDORS,
    MODEL_SPELLINGS,
    NEVER_CHIPS,
    NOT_CHIPS,
    ONE_HOLDERS,
    PRODUCT_NUMBERS,
    VAGUE_COUNTS,
)
from parsers.words import find_starts, first_runs, pattern_of, straighten

# Models keep their case: "Hopper" is a chip, "hopper" a bin.
# Eastern pages write "BlackwellGPU" and "ブラックウェル4000基".
_MODEL_END = "(?:s)?(?:(?![A-Za-z0-9])|(?=GPU)|(?<=[ァ-ー가-힣]))"
_ANY_MODEL = rf"(?-i:(?<![A-Za-z0-9])(?:{'|'.join(CHIP_MODELS)}){_MODEL_END})"
# How a maker is named where it is listed: Nvidia Corp. (NASDAQ: NVDA).
_LISTED = r"(?:[ ](?:corp|inc)\b\.?)?(?:[ ]\([a-z]{3,6}:[ ]?[a-z]{1,5}\))?"
_MAKER = rf"(?:{any_of(CHIP_VENDORS)}(?:'s)?)"
_VENDOR = rf"(?:{_MAKER}{_LISTED})"
_NOUN = any_of(CHIP_NOUNS)
_PLAIN_CJK = CJK.replace("?P<cjk_plus>", "?:")
# "GPU1万基": in the east a digit may follow at once.
_NAME = _NOUN.replace(LETTER_END, "(?![A-Za-z])")
_COUNTER = any_of(CHIP_COUNTERS)
_HEDGE_CJK = (
    "(?:(?:총|合計|合计|共计|共計|共)[ ]?)?"
    "(?:약|최대|최소|약[ ]|約|最大|约|超过|超|近|逾|至少|多达|高达|およそ|)"
)
# Any "liquid-cooled" or "top-of-the-line" may stand between a count and its chips.
_FILLERS = any_of(CHIP_FILLERS | CHIP_FILLERS_EUROPE)
_FILLER = rf"(?:{_FILLERS}|[a-z]{{2,12}}(?:-[a-z]{{1,12}}){{1,4}}{LETTER_END})"
# "18 bin çip": a word of English without what is counted behind it.
_TURKISH_THOUSAND = (
    rf"[ ]bin(?=[ ](?:{_FILLER}[ ]){{0,2}}(?:{_VENDOR}[ ])?(?:{_ANY_MODEL}|{_NOUN}))"
)
_HELD = rf"(?: [ -]{{0,2}} (?:{_VENDOR}|{_ANY_MODEL}|{_FILLER}) ){{0,6}}"
_CHIPS = rf"""
    (?:
        (?<![$€£¥₩₹]) (?<![$€£¥₩₹][ ]) {NUMBER_START}       # never the price of a chip
        (?: (?P<count> (?P<cjk>{CJK}) | {DIGITS} | (?![0-9]) (?: {article_pattern()} | {WORDS} ) )
            (?P<plus> \+ | -plus )?
            (?P<scale> [ -]?{WORD_SCALE} | (?:k|mn?){LETTER_END} | {_TURKISH_THOUSAND} )?
            (?P<late_plus> \+ | [ ]or[ ]more(?=[ ]) )?
            (?: [ ]?[x×](?=[ ]) )?
          | (?P<vague> {any_of(VAGUE_COUNTS)} (?:[ ](?:of|de|di|more))? (?=[ ]) )
        )
        (?P<counted> {_HELD} [ -]{{0,2}} (?:{_ANY_MODEL}|{_NOUN}) (?: [ -](?:ai[ ])?{_NOUN} )?
            (?: [ ](?:{_VENDOR}[ ])?{_ANY_MODEL} ){{0,2}} )         # "18 000 чипов Blackwell"
      | (?P<named>                                          # "GPU 26만 장": chips, then their count
            (?: {_VENDOR}[ ]? )? (?:{_ANY_MODEL}|{_NAME}) (?: [」』”"'’]?[ ]?{_NAME} )? )
            [」』”"')]? (?:[(（][^()（）0-9]{{1,20}}[)）])? (?:[을를をのが]|은|는)?
            [ ]{{0,2}} (?: {_HEDGE_CJK}[ ]? )?
            (?P<late_count> (?P<late_cjk>{_PLAIN_CJK}) | {DIGITS} ) (?P<late_scale>[km])? [ ]?
            (?: {_COUNTER} | [대台] )
      | (?P<cards> (?P<card_cjk>{_PLAIN_CJK}) | [十百]?万(?=卡) ) [ ]? {_COUNTER}   # "万卡集群"
      | (?P<alone>                                          # a model without a count
            (?: {_VENDOR}[ ]? )? (?: {_FILLER}[ ] ){{0,2}}
            {_ANY_MODEL}
            (?: [ -]{{0,2}}(?:{_FILLER}[ -])? {_NOUN} )?
        )
    )
"""
_STARTS: Final = f"[{NUMBER_SIGNS}万](?<![0-9][0-9])"
_RUNS = NUMBER_RUNS | first_runs(VAGUE_COUNTS)
# Without any of these, or a model, there is no chip.
_WORDS: Final = "[万0-9]卡|" + "|".join(sorted({noun.split()[-1] for noun in CHIP_NOUNS}))
_NAMES: Final = "|".join(sorted({re.escape(noun) for noun in (*CHIP_NOUNS, *CHIP_VENDORS)}))
_MODEL_SIGNS = "".join(sorted({row.lstrip("[")[0] for row in CHIP_MODELS} | set("HBAG")))
_MODEL_STARTS: Final = f"[{_MODEL_SIGNS}](?<![A-Za-z0-9].)"
# How far before a model its maker and two more words may begin.
_OPENING = 64
# How far from "26만장" a chip may be named; bounded, so that time stays linear.
_NEAR = 200
# A joined number before a noun: "Trainium3", "MI450", as the vendors write it.
_LOOSE_NUMBER: Final = r"(?<=Trainium|Graviton)[ -](?=[0-9])"
# A plain number from here on is a year: "the 2026 GPUs".
_YEARS = range(2010, 2041)
# "8-GPU servers" are eight to a server; a "100,000-GPU cluster" is a count.
_A_RACKFUL = 144
_MOST = 500_000_000  # more than were ever made
_LEAST_SPELLED = 100


def find_chips(text: str) -> tuple[Chips, ...]:
    """Return the chips in `text` in order; none overlaps another.

    A count needs a noun or a known model beside it; a known model may stand alone. Racks, servers
    and clusters are not chips, GPU hours neither, and prices are not counts.
    """
    plain = straighten(text)
    starts = _starts(plain)
    chips: list[Chips] = []
    offset = 0
    while found := _search(plain, starts, offset):
        one = _read(text, plain, found, offset)
        if one:
            chips.append(one)
        # What is no count may still hold a model: "72 GB300 racks".
        offset = found.end() if one or not found["counted"] else found.start("counted")
    return tuple(chips)


def _read(text: str, plain: str, found: re.Match[str], floor: int) -> Chips | None:
    """The chips of one match, floor being where the ones before end."""
    if found["alone"]:
        return _alone(text, found)
    if found["late_count"] or found["cards"]:
        return _behind(text, plain, found, floor)
    return _counted(text, plain, found, floor)


def _starts(plain: str) -> Sequence[int]:
    """Where chips may begin: at a count, or within reach of a model; nowhere without either."""
    models = [
        start.start()
        for start in pattern_of(_MODEL_STARTS).finditer(plain)
        if _any_model().match(plain, start.start())
    ]
    if not models and not pattern_of(_WORDS).search(plain.lower()):
        return ()
    places = set(find_starts(plain, pattern_of(_STARTS), _RUNS))
    if not plain.isascii():
        places.update(name.start() for name in pattern_of(_NAMES).finditer(plain.lower()))
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
    if count is None or count > _MOST or _is_year(found) or _product().search(before):
        return None
    if _never().match(plain, found.end()) or _is_held(plain, found, count):
        return None
    plus = bool(found["plus"] or found["late_plus"] or found["cjk_plus"])
    hedge = find_hedge(plain, found.start(), found.end(), floor=floor, plus=plus)
    low = _low_end().search(plain[max(floor, found.start() - _OPENING) : found.start()])
    start, qualifier = hedge.start, hedge.qualifier
    if low:
        start, qualifier = found.start() - len(low[0]), "range"
    return _chips(text, (start, found.end()), count, _model(found["counted"]), qualifier)


def _is_held(plain: str, found: re.Match[str], count: int) -> bool:
    """Whether not the chips were counted but what holds them: "8-GPU servers", "72 GB300 racks"."""
    holder = _holder().match(plain, found.end())
    if not holder:
        return False
    whole = found["counted"].startswith("-") or holder["holder"].lower() in ONE_HOLDERS
    return count <= _A_RACKFUL or not whole


def _behind(text: str, plain: str, found: re.Match[str], floor: int) -> Chips | None:
    """Chips whose count stands behind their name, or alone with a word that counts chips."""
    count = _late_count(found)
    # "26만장" alone may as well be sheets of paper.
    near = plain[max(0, found.start() - _NEAR) : found.end() + _NEAR].lower()
    if found["cards"] and not (found[0].endswith("卡") or pattern_of(_WORDS).search(near)):
        return None
    place = found.start("late_count") if found["late_count"] else found.start()
    hedge = find_hedge(plain, place, found.end(), floor=floor)
    start = found.start() if found["named"] else hedge.start
    span = (start, max(hedge.end, found.end()))
    if not count or count != count.to_integral_value():
        return None
    model = _model(found["named"]) if found["named"] else None
    return _chips(text, span, int(count), model, hedge.qualifier)


def _late_count(found: re.Match[str]) -> Decimal:
    """The number of chips that stands behind their name, or before a counter."""
    written: str = found["late_count"] or found["cards"]
    if found["late_cjk"] or found["card_cjk"]:
        return parse_cjk(written)
    if found["cards"]:
        return parse_cjk_number(written[: written.index("万")] or "一") * 10**4
    value = parse_number(written, groups=".,") or Decimal(0)
    return value * (scale_of(found["late_scale"] or "") or 1)


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
    if found["cjk"]:
        value: Decimal | None = parse_cjk(number)
    else:
        # Chips are counted whole: "40.000 GPUs" are as many as "40,000".
        value = parse_number(number, groups="," if found["scale"] else ".,")
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
            name = pattern_of(_LOOSE_NUMBER).sub("", _singular(_spelled(found[1]))).strip()
            return f"{vendor} {name}".strip()
    maker = _vendor().search(words)
    noun = _noun().search(words)
    names = (
        CHIP_VENDORS[maker[0].lower().removesuffix("'s")] if maker else None,
        CHIP_NOUNS[noun[0].lower().replace("-", " ")] if noun else None,
    )
    return " ".join(name for name in names if name) or None


def _spelled(name: str) -> str:
    """A model's name in our letters."""
    for written, usual in MODEL_SPELLINGS.items():
        name = name.replace(written, usual)
    return " ".join(name.split())


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
    return re.compile(_MAKER, re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(_NOUN, re.IGNORECASE)


@cache
def _holder() -> re.Pattern[str]:
    between = rf"(?:(?:NVL ?[0-9]{{1,3}}|{_FILLER})[ ]){{0,2}}"
    return re.compile(rf"[ -]?{between}(?P<holder>{any_of(NOT_CHIPS)})", re.IGNORECASE)


@cache
def _never() -> re.Pattern[str]:
    return re.compile(rf"[ -]?{any_of(NEVER_CHIPS)}", re.IGNORECASE)


@cache
def _low_end() -> re.Pattern[str]:
    """The lower end of a range of counts: "between 20,000 and" 30,000."""
    number = r"[0-9][0-9.,]{0,10}(?:k| thousand| million)?"
    return re.compile(
        rf"(?:between )?(?<![A-Za-z0-9.,])(?<![0-9] ){number}(?:-| to | and )$", re.IGNORECASE
    )


@cache
def _product() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){any_of(PRODUCT_NUMBERS)}[ -]$", re.IGNORECASE)
