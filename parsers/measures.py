"""Numbers with a unit in text, scale applied and the ends of a range as one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from parsers import vocabulary as words
from parsers.numbers import (
    CJK,
    DIGITS,
    LETTER_END,
    LETTER_SCALE,
    LETTERS,
    NUMBER_START,
    WORD_SCALE,
    WORDS,
    any_of,
    article_pattern,
    last_cjk_scale,
    parse_cjk,
    parse_number,
    plain_words,
    scale_of,
    tidy,
)
from parsers.words import find_matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with its unit as it stands in a text, scale applied.

    `written` is the number before its scale, which is None where none stands; `number` are its
    words, of which the marks in `groups` group by three. `unit` is the
    unit's own words, None for a number alone; `unit_first` tells "$5" from "5 dollars". `high` is
    the upper end of a range. `at_least` marks a plus inside the number ("300+ MW", "50多亿"),
    `increment` a "more" there ("two more gigawatts").
    """

    value: Decimal
    written: Decimal
    number: str
    groups: str
    scale: int | None
    unit: str | None
    unit_first: bool
    at_least: bool
    increment: bool
    start: int
    end: int
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one quantity is written.

    `ratio` tells what one of a unit is in another ("MW" in "GW"), None if they do not compare:
    only numbers whose units compare are the ends of one range. `whole` tells of a unit that
    nobody counts in thousandths, so that "1.200 MW" are twelve hundred.
    """

    pattern: re.Pattern[str]
    ratio: Callable[[str, str], Decimal | None]
    whole: Callable[[str], bool]


# --- grammar ------------------------------------------------------------------------------------

# Something like "millon" or "bilion" follows which no table knows: better nothing than $25.
_UNKNOWN_SCALE = r"(?![ -]{0,2}(?:(?:b|m|tr)il{1,4}[io]|м[иі]л|млр|трл|[万萬만億亿억兆조]))"
# "$6.500M" are thousands of millions: who means six and a half writes no zeros.
_THOUSANDS = re.compile(r"^[1-9][0-9]{0,2}\.[0-9]{2}0$")
# These may stand apart from their number even where no symbol stands before it: "25 bn dollars".
_ABBREVIATIONS = any_of(words.SCALE_ABBREVIATIONS)
_PLUS = rf"-plus{LETTER_END}"
_PLUS_WORD = rf"[ ]plus(?=[ ]{any_of(words.PLUS_NOUNS)})"
_MORE = any_of(words.INCREMENTS_INSIDE)


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
    opening = rf"(?P<before>{before})[ ]{{0,2}} |" if before else ""
    # Only beside a currency may a single letter stand apart from its number: "$ 45 B".
    apart = rf"[ ]{LETTER_SCALE}(?!&)" if before else "(?!)"
    return re.compile(
        rf"""
        (?: {opening} {NUMBER_START} )
        (?P<number>
            (?P<cjk>{CJK}) | {DIGITS} | (?![0-9]) (?: {article_pattern(article_units)} | {WORDS} )
          {r"| (?(before)[.][0-9]{1,3}(?![0-9])|(?!))" if before else ""}
        )
        (?P<plus> \+ | -plus(?=[ -]) )?
        (?P<scale> [ ]{_ABBREVIATIONS} | [ -]{{0,2}}{WORD_SCALE} | -?{LETTER_SCALE}
          | [ ]{LETTER_SCALE}(?=[$€£]) | {f"(?(before){apart}|(?!))" if before else "(?!)"} )?
        (?P<half> [ ]and[ ]a[ ]half{LETTER_END} )?
        (?P<late_plus> \+ | {_PLUS} | {_PLUS_WORD} )?
        (?: [ -]{{0,2}} (?: (?P<more>{_MORE})[ ] )? {gap}
            (?P<after>{after}) (?P<end_plus>{_PLUS})? )?
        (?(scale)|(?(cjk)|(?(after)|{LETTER_END}{_UNKNOWN_SCALE})))
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# --- measures -----------------------------------------------------------------------------------


def find_measures(
    text: str, grammar: Grammar, starts: Iterable[int], *, bare: bool = False
) -> tuple[Measure, ...]:
    """Return the numbers with a unit in straightened text, the ends of a range as one.

    `starts` are the places where one may begin; `bare` asks for those without a unit as well.
    """
    joined: list[Measure] = []
    for found in find_matches(text, grammar.pattern, starts):
        measure = _measure(found, grammar)
        if measure:
            ranged = _range(text, joined[-1], measure, grammar) if joined else None
            joined[-1:] = [ranged] if ranged else [*joined[-1:], measure]
    return tuple(measure for measure in joined if bare or measure.unit)


def _measure(found: re.Match[str], grammar: Grammar) -> Measure | None:
    """The measure of one match of a `measure_pattern`; None if its words are no number."""
    before = found.groupdict().get("before") or ""
    scale = last_cjk_scale(found["number"]) if found["cjk"] else scale_of(found["scale"] or "")
    # "$5 billion CAD": the word after says it better than a symbol; not so "NT$30億元".
    unit = before if len(before) > 1 else found["after"] or before or None
    groups = _groups(found, unit, grammar)
    if found["cjk"]:
        written: Decimal | None = parse_cjk(found["number"]) / (scale or 1)
    else:
        written = parse_number(found["number"], groups=groups)
    if written is None:
        return None
    written += Decimal("0.5") if found["half"] else 0
    scale = (
        (scale or 1) * held if (held := words.UNIT_SCALES.get(plain_words(unit or ""))) else scale
    )
    plus = ("plus", "late_plus", "end_plus", "cjk_plus")
    return Measure(
        value=tidy(written * (scale or 1)),
        written=written,
        number=found["number"],
        groups=groups,
        scale=scale,
        unit=unit,
        unit_first=bool(before),
        at_least=any(found[name] for name in plus),
        increment=bool(found["more"]),
        start=found.start(),
        end=found.end(),
    )


def _groups(found: re.Match[str], unit: str | None, grammar: Grammar) -> str:
    """The marks that group a match's digits by three: "." in "5.000 millones", else ","."""
    scale = plain_words(found["scale"] or "")
    if scale == "m" and _THOUSANDS.search(found["number"]):
        return "."
    if scale in words.BOTH_MARKS_SCALES or (not scale and unit and grammar.whole(unit)):
        return ".,"
    # "11.900 M€" and "38.000 M$" are continental as well: English puts the sign first.
    behind = found["after"] in ("€", "$") and scale and not found.groupdict()["before"]
    return "." if scale in words.CONTINENTAL_SCALES or behind else ","


# --- ranges -------------------------------------------------------------------------------------

# As far back as the words may stand which tell a change from a range.
_REACH = 56
_RANGING = ("ranging", "ranges", "range", "ranged", "anywhere")


def _range(text: str, low: Measure, high: Measure, grammar: Grammar) -> Measure | None:
    """Both as one range: "$17.4 billion to $19.4 billion", "$125-145bn"; None if they are not."""
    ratio = _ratio(low, high, grammar)
    if low.high is not None or ratio is None or not _is_joined(text, low, high):
        return None
    # "$125-145bn": the scale stands on the last number only.
    shared = high.scale if low.scale is None and low.written < 1000 else None  # noqa: PLR2004
    first = low if low.unit_first else high
    # "10.000 y 15.000 millones": only the last number tells what the dot is.
    value = (
        (parse_number(low.number, groups=high.groups) or low.written) * shared
        if shared
        else low.value
    )
    # The whole range is told in the unit of one end: 600 MW to 1.2 GW is 0.6 to 1.2.
    value, top = (
        (value, tidy(high.value / ratio)) if low.unit_first else (value * ratio, high.value)
    )
    if value >= top:
        return None
    plus = low.at_least or high.at_least
    return replace(first, value=tidy(value), high=top, start=low.start, end=high.end, at_least=plus)


def _is_joined(text: str, low: Measure, high: Measure) -> bool:
    """Whether the words between two numbers, and those before, make a range of them."""
    joint = text[low.end : high.start].strip().lower()
    joint = joint.strip("-") or joint
    opening = text[max(0, low.start - _REACH) : low.start]
    if joint in words.BETWEEN_JOINTS:
        return bool(_between().search(opening))
    if joint in words.OR_JOINTS:
        return low.scale is None and high.scale is not None
    return joint in words.RANGE_JOINTS and not _change().search(opening)


# Compiled when first met: many a process reads no sum at all.
@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.BETWEEN_WORDS)})[ ]?$", re.IGNORECASE)


@cache
def _change() -> re.Pattern[str]:
    edge = rf"(?<![{LETTERS}])" + "".join(rf"(?<!{word} )" for word in _RANGING)
    hedge = rf"(?: ?{any_of([*words.QUALIFIERS_BEFORE, *words.INCREMENTS_BEFORE])})?"
    return re.compile(rf"{edge}{any_of(words.CHANGE_WORDS)}{hedge} ?$", re.IGNORECASE)


def _ratio(low: Measure, high: Measure, grammar: Grammar) -> Decimal | None:
    """What one of the low end's unit is in the high end's; None if they make no range."""
    if low.unit and high.unit:
        return grammar.ratio(low.unit, high.unit)
    if low.unit:
        # "$5 to 7 billion", but not "$5 billion to 7 companies" nor "5 dollars to 7".
        return Decimal(1) if low.unit_first and (high.scale or low.scale is None) else None
    return Decimal(1) if high.unit is not None and not high.unit_first else None
