"""The number grammar which money, power and chips share: digits, words, scales, ranges, hedges."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from parsers import vocabulary as words
from parsers.types import Qualifier
from parsers.words import find_matches, first_runs

Per = Literal["month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with its unit as it stands in a text, scale applied.

    `written` is the number before its scale, which is None where none stands. `unit` is the
    unit's own words, None for a number alone; `unit_first` tells "$5" from "5 dollars". `high` is
    the upper end of a range. `at_least` marks a plus inside the number: "300+ MW", "50多亿".
    """

    value: Decimal
    written: Decimal
    scale: int | None
    unit: str | None
    unit_first: bool
    at_least: bool
    start: int
    end: int
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What the words around an amount make of it, and the span with those words."""

    qualifier: Qualifier
    increment: bool
    per: Per | None
    start: int
    end: int


# --- words --------------------------------------------------------------------------------------


def any_of(words: Iterable[str]) -> str:
    """Return a regex of the words, longest first; a space in a word also matches a hyphen.

    A word which ends in a Latin or Cyrillic letter does not match the beginning of a longer one.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    spaced = [word for word in ordered if _LETTER_LAST.search(word)]
    # One look for the end of all; no table has a sign that a longer word begins with.
    parts = ([word for word in ordered if word not in spaced], spaced)
    rows = ["|".join(re.escape(word).replace(r"\ ", "[ -]") for word in part) for part in parts]
    ends = (rows[0], f"(?:{rows[1]}){LETTER_END}" if spaced else "")
    return f"(?:{'|'.join(filter(None, ends))})"


# --- grammar ------------------------------------------------------------------------------------

LETTERS = "A-Za-zÀ-ÖØ-öø-ſА-яё"
_LETTER_LAST = re.compile(r"[a-zà-ſа-ё]$", re.IGNORECASE)
LETTER_END = f"(?![{LETTERS}0-9])"
# A number starts here: not inside "GB300", nor in the middle of another number.
NUMBER_START = r"(?<![A-Za-z0-9_])(?<![0-9][.,'])"
# A tokeniser's spaces are part of a number: "$19 . 4B", "20 , 533".
DIGITS = r"""(?>
    [0-9]{1,3}[ ]\.[ ][0-9]{1,3}(?![0-9])
  | [0-9]{1,3}(?:[ ],[ ][0-9]{3}(?![0-9])){1,4}
  | [0-9]{1,15}(?:[.,'][0-9]{1,15}){0,5}
)(?![.,']?[0-9])"""
_SMALL = any_of(words.SMALL_NUMBERS)
_HUNDRED = rf"(?:hundred{LETTER_END}(?:[ -]and(?=[ -]{_SMALL}))?)"
_AND_A_HALF = rf"(?:[ -]and[ -](?:an?|one)[ -]{any_of(words.FRACTIONS)})"
WORDS = rf"""(?>
    (?:{_SMALL}|{_HUNDRED}) (?:[ -](?:{_SMALL}|{_HUNDRED}|point{LETTER_END})){{0,7}} {_AND_A_HALF}?
)"""
# "a billion", "half a gigawatt": an article is a number only before a scale or some units.
_ARTICLE = r"(?:(?:half|a[ -]quarter[ -]of)[ -])?an?(?=[ -])"
_CJK_NUMBER = (
    rf"(?:{DIGITS}|(?<![数几幾數多])[{''.join([*words.CJK_DIGITS, *words.CJK_TENS])}]{{1,8}})"
)
_CJK_SCALE = any_of(words.CJK_SCALES).replace("兆", "兆(?!瓦)")
# Two or three of them add up: "1兆2000億円".
CJK = (
    rf"{_CJK_NUMBER}(?P<cjk_plus>[多余餘])?[ ]?{_CJK_SCALE}(?:[ ]?{DIGITS}[ ]?{_CJK_SCALE}){{0,2}}"
)
_CJK_PART = re.compile(rf"({_CJK_NUMBER})[多余餘]?[ ]?({_CJK_SCALE})", re.VERBOSE)
# What a number begins with: a word or a sign.
NUMBER_RUNS = first_runs([*words.SMALL_NUMBERS, "hundred", "half", "a", "an"])
NUMBER_SIGNS = "0-9" + "".join([*words.CJK_DIGITS, *words.CJK_TENS])
_WORD_SCALE = any_of([*words.SCALE_WORDS, *words.CONTINENTAL_SCALES])
_LETTER_SCALE = any_of(words.SCALE_LETTERS)
# Something like "millon" or "bilion" follows which no table knows: better nothing than $25.
_UNKNOWN_SCALE = r"(?![ -]{0,2}(?:(?:b|m|tr)il{1,4}[io]|м[иі]л|млр|трл|[万萬만億亿억兆조]))"


def measure_pattern(
    *, before: str = "", after: str, gap: str = "", article_units: str = "(?!)"
) -> re.Pattern[str]:
    """Return the pattern of a number with its unit, for `find_measures`.

    Args:
        before: regex of units that stand before the number ("$"); empty if none do.
        after: regex of units that stand after it ("GW").
        gap: regex that may stand between the scale and the unit ("de ").
        article_units: regex of the units of which "a" means one ("a gigawatt").
    """
    article = rf"{_ARTICLE}(?=[ -](?:{any_of(words.SCALE_WORDS)}|{article_units}))"
    opening = rf"(?P<before>{before})[ ]{{0,2}} |" if before else ""
    # Only beside a currency may a single letter stand apart from its number: "$ 45 B".
    apart = rf"| (?(before)[ ]{_LETTER_SCALE}(?!&)|(?!))" if before else ""
    return re.compile(
        rf"""
        (?: {opening} {NUMBER_START} )
        (?P<number> (?P<cjk>{CJK}) | {article} | {WORDS} | {DIGITS} )
        (?P<plus> \+ | -plus(?=[ -]) )?
        (?P<scale> [ -]{{0,2}}{_WORD_SCALE} | {_LETTER_SCALE} {apart} )?
        (?P<late_plus> \+ | -plus{LETTER_END} )?
        (?: [ -]{{0,2}} {gap} (?P<after>{after}) )?
        (?(scale)|(?(cjk)|(?(after)|{LETTER_END}{_UNKNOWN_SCALE})))
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# --- values -------------------------------------------------------------------------------------


def parse_digits(written: str, *, continental: bool = False) -> Decimal:
    """Return the value of "1,250.5"; with `continental`, of "1.250,5".

    A mark that repeats separates thousands; of two, the last is the decimal mark. A single comma
    before three digits separates thousands, a single dot does so only if `continental`.
    """
    digits = written.replace(" ", "").replace("'", "")
    marks = re.sub(r"[0-9]", "", digits)
    if not marks:
        return Decimal(digits)
    last = marks[-1]
    head, _, tail = digits.rpartition(last)
    other = marks.strip(last) != ""
    thousands = len(tail) == 3 and not head.startswith("0") and not other  # noqa: PLR2004
    grouped = marks.count(last) > 1 or (thousands and continental is (last == "."))
    whole = re.sub(r"[.,]", "", head)
    return Decimal(whole + tail if grouped else f"{whole}.{tail}")


def parse_words(written: str) -> Decimal | None:
    """Return the value of "two and a half" or "six point three"; None if it is no number."""
    whole, _, decimals = written.lower().replace("-", " ").partition(" point ")
    spoken = [word for word in whole.split() if word not in ("a", "an", "and", "of")]
    total, last = Decimal(0 if spoken else 1), 100
    for word in spoken:
        if word in words.FRACTIONS:
            total += words.FRACTIONS[word]
        elif word == "hundred":
            total, last = (total or Decimal(1)) * 100, 100
        elif word in words.SMALL_NUMBERS and _may_follow(words.SMALL_NUMBERS[word], last):
            total, last = total + words.SMALL_NUMBERS[word], words.SMALL_NUMBERS[word]
        else:
            return None
    digits = [words.SMALL_NUMBERS.get(word, 10) for word in decimals.split()]
    if max(digits, default=0) > 9:  # noqa: PLR2004
        return None
    return total + (Decimal("0." + "".join(map(str, digits))) if digits else 0)


def _may_follow(number: int, last: int) -> bool:
    """Whether "five" may follow "twenty" in one number (yes), or "six" (no)."""
    return last == 100 or (last >= 20 and 0 < number < 10)  # noqa: PLR2004


def parse_cjk(written: str) -> Decimal:
    """Return the value of "1兆2000億", "30.53亿" or "五十亿": scaled numbers that add up."""
    parts = _CJK_PART.findall(written)
    return sum(
        (parse_cjk_number(number) * words.CJK_SCALES[scale] for number, scale in parts),
        start=Decimal(0),
    )


def parse_cjk_number(written: str) -> Decimal:
    """Return the value of "15", "十五" or "一百二十"."""
    if written[0].isascii():
        return parse_digits(written)
    total, digit = 0, 0
    for character in written:
        if character in words.CJK_TENS:
            total += (digit or 1) * words.CJK_TENS[character]
            digit = 0
        else:
            digit = words.CJK_DIGITS[character]
    return Decimal(total + digit)


def scale_of(written: str) -> int | None:
    """Return the factor of a scale as written (" billion", "-million", "bn"), None for none."""
    return words.SCALES.get(_plain(written))


def tidy(value: Decimal) -> Decimal:
    """Return the number without the zeros that a scale leaves behind: 0.3, not 0.300."""
    return value.normalize() + 0


# --- measures -----------------------------------------------------------------------------------


def find_measures(
    text: str,
    pattern: re.Pattern[str],
    same_unit: Callable[[str, str], bool],
    starts: Iterable[int],
) -> tuple[Measure, ...]:
    """Return the numbers with a unit in straightened text, the ends of a range as one.

    `same_unit` tells whether two units as written ("$", "US$") may be the ends of one range;
    `starts` are the places where one may begin.
    """
    joined: list[Measure] = []
    for measure in filter(None, map(_measure, find_matches(text, pattern, starts))):
        low = joined[-1] if joined else None
        ranged = low and _range(text, low, measure, same_unit)
        joined[-1:] = [ranged] if ranged else [*joined[-1:], measure]
    return tuple(measure for measure in joined if measure.unit)


def _measure(found: re.Match[str]) -> Measure | None:
    """The measure of one match of a `measure_pattern`."""
    before = found.groupdict().get("before") or ""
    scale = scale_of(found["scale"] or "")
    if found["cjk"]:
        scale = words.CJK_SCALES[_CJK_PART.findall(found["number"])[-1][1]]
    written = _written(found, scale)
    if written is None:
        return None
    return Measure(
        value=tidy(written * (scale or 1)),
        written=written,
        scale=scale,
        # "$5 billion CAD": the word after says it better than a symbol; not so "NT$30億元".
        unit=before if len(before) > 1 else found["after"] or before or None,
        unit_first=bool(before),
        at_least=bool(found["plus"] or found["late_plus"] or found["cjk_plus"]),
        start=found.start(),
        end=found.end(),
    )


def _written(found: re.Match[str], scale: int | None) -> Decimal | None:
    """The number of a match before its scale; None if its words are no number."""
    number = found["number"]
    if found["cjk"]:
        return parse_cjk(number) / (scale or 1)
    if not number[0].isdigit():
        return parse_words(number)
    return parse_digits(
        number, continental=_plain(found["scale"] or "") in words.CONTINENTAL_SCALES
    )


def _plain(words: str) -> str:
    """Words as the tables spell them."""
    return words.lower().replace("-", " ").strip()


def _range(
    text: str, low: Measure, high: Measure, same_unit: Callable[[str, str], bool]
) -> Measure | None:
    """Both as one range: "$17.4 billion to $19.4 billion", "$125-145bn"; None if they are not."""
    if low.high is not None or not _may_range(low, high, same_unit):
        return None
    joint = text[low.end : high.start].strip().lower()
    opening = text[max(0, low.start - _REACH) : low.start]
    between = joint in words.BETWEEN_JOINTS and _between().search(opening)
    if not between and (joint not in words.RANGE_JOINTS or _change().search(opening)):
        return None
    # "$125-145bn": the scale stands on the last number only.
    shared = high.scale if low.scale is None and low.written < 1000 else None  # noqa: PLR2004
    value = tidy(low.written * shared) if shared else low.value
    if value >= high.value:
        return None
    first = low if low.unit_first else high
    return replace(first, value=value, high=high.value, start=low.start, end=high.end)


# The longest sequence of words before an amount: "as much as an additional".
_REACH = 56
_RANGING = ("ranging", "ranges", "range", "ranged", "anywhere")


# Compiled when first met: many a process reads no sum at all.
@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.BETWEEN_WORDS)})[ ]?$", re.IGNORECASE)


@cache
def _change() -> re.Pattern[str]:
    edge = rf"(?<![{LETTERS}])" + "".join(rf"(?<!{word} )" for word in _RANGING)
    return re.compile(rf"{edge}{any_of(words.CHANGE_WORDS)} ?$", re.IGNORECASE)


def _may_range(low: Measure, high: Measure, same_unit: Callable[[str, str], bool]) -> bool:
    """Whether the units of two numbers can be those of one range's ends."""
    if low.unit and high.unit:
        return same_unit(low.unit, high.unit)
    if low.unit:
        # "$5 to 7 billion", but not "$5 billion to 7 companies" nor "5 dollars to 7".
        return low.unit_first and (high.scale is not None or low.scale is None)
    return high.unit is not None and not high.unit_first


# --- hedges -------------------------------------------------------------------------------------


@cache
def _one_before() -> re.Pattern[str]:
    hedges = [*words.QUALIFIERS_BEFORE, *words.INCREMENTS_BEFORE]
    return re.compile(any_of([*hedges, *words.RATES_BEFORE, *words.BETWEEN_WORDS]), re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    one = _one_before().pattern
    return re.compile(
        rf"""
        (?<![{LETTERS}])                            # a whole word
        (?P<words> {one} (?:[ ]?{one}){{0,3}} )
        [ ]? $
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    hedges = [*words.QUALIFIERS_AFTER, *words.INCREMENTS_AFTER]
    return re.compile(
        rf"""
        [ -]{{0,2}} (?P<word>{any_of([*hedges, *words.RATES_AFTER])})
        (?! [ ] (?:than|als|de) \b )                                 # "$5bn more than last year"
        (?! [ ] (?:ago|earlier|later|before|after|from[ ]now) \b )   # "$5bn a year ago"
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def find_hedge(text: str, start: int, end: int, *, floor: int = 0, plus: bool = False) -> Hedge:
    """Return what the words around `text[start:end]` (straightened) say of that amount.

    "up to $20 billion more" is `up_to` and an increment. Of several qualifiers a bound beats
    "about": "up to about $5bn" is `up_to`. Words before `floor` belong to the fact before.
    `plus` says that the amount itself holds a plus.
    """
    found = _before().search(text[max(floor, start - _REACH) : start])
    before = [_plain(word) for word in _one_before().findall(found["words"])] if found else []
    after, last = _words_after(text, end)
    return Hedge(
        qualifier=_qualifier(before, after, plus=plus),
        increment=any(word in words.INCREMENTS_BEFORE for word in before)
        or any(word in words.INCREMENTS_AFTER for word in after),
        per=next((rate for word in [*before, *after] if (rate := words.RATES.get(word))), None),
        start=start - (len(found[0]) if found else 0),
        end=last,
    )


def hedged(text: str, measures: Iterable[Measure]) -> Iterator[tuple[Measure, Hedge]]:
    """Each measure with the words around it; no word belongs to two."""
    floor = 0
    for measure in measures:
        hedge = find_hedge(text, measure.start, measure.end, floor=floor, plus=measure.at_least)
        floor = hedge.end
        yield measure, hedge


def _words_after(text: str, end: int) -> tuple[list[str], int]:
    """Up to three words of the tables after an offset, and where they end."""
    after: list[str] = []
    while len(after) < 3 and (found := _after().match(text, end)):  # noqa: PLR2004
        after.append(_plain(found["word"]))
        end = found.end()
    return after, end


def _qualifier(before: list[str], after: list[str], *, plus: bool) -> Qualifier:
    """The strongest of the qualifiers: a bound, then "about", then "exact"."""
    found = [words.QUALIFIERS_BEFORE.get(word) for word in before]
    found += [words.QUALIFIERS_AFTER.get(word) for word in after]
    found = ["at_least", *found] if plus else found
    bounds: list[Qualifier] = [word for word in found if word in ("up_to", "at_least")]
    return bounds[0] if bounds else "approx" if "approx" in found else "exact"
