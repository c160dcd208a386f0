"""Find how long a deal runs, in years."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from parsers.numbers import (
    DIGITS,
    LETTER_END,
    LETTERS,
    NUMBER_RUNS,
    NUMBER_START,
    WORDS,
    any_of,
    parse_cjk_number,
    parse_digits,
    parse_words,
    tidy,
)
from parsers.types import Term
from parsers.vocabulary import (
    CJK_DIGITS,
    CJK_NOT_TERM_AFTER,
    CJK_TENS,
    CJK_TERM_AFTER,
    CJK_TERM_BEFORE,
    CJK_TERM_UNITS,
    FOREIGN_NUMBERS,
    NOT_TERM_AFTERS,
    PAST_WORDS,
    QUALIFIERS_BEFORE,
    TERM_NOUNS,
    TERM_OPENERS,
    TERM_UNITS,
)
from parsers.words import find_matches, find_starts, first_runs, first_signs, straighten

_NUMBER = rf"(?:{WORDS}|{any_of(FOREIGN_NUMBERS)}|{DIGITS})"
_SINGULAR = any_of(("year", "yr", "month", "mo", "decade", "jahres", "monats"))
_UNIT = any_of(TERM_UNITS)
_TERM = rf"""
    (?<![A-Za-zÀ-ÿА-я])
    (?P<opener>
        (?: {any_of(TERM_OPENERS)} | a(?=[ ]\S{{1,12}}[ ]a[ñn]os) ) [ ]
        (?: {any_of(QUALIFIERS_BEFORE)} [ ] )?
    )?
    (?:
        {NUMBER_START}
        (?: {_NUMBER} (?:[ -]{{0,2}}{_SINGULAR})? -?(?:[ ](?:to|or)[ ]|-) )?  # "three to"
        (?P<number>{_NUMBER}) [ -]{{0,2}} (?P<unit>{_UNIT})
      | (?P<decade> (?:an?[ ]|one[ ]|the[ ])? decade {LETTER_END} (?P<long>-long)? )
      | (?P<jaehrig> (?:{any_of(FOREIGN_NUMBERS).replace(LETTER_END, "")}|[0-9]{{1,2}}-?) )
        jährig (?:e[mnrs]?)? {LETTER_END}
    )
"""
# A term begins with its opener, with "a" or "the", or with its number.
_BEGINNINGS = [*TERM_OPENERS, *FOREIGN_NUMBERS, "decade", "the"]
_RUNS = NUMBER_RUNS | first_runs(_BEGINNINGS) | {f"{run}j" for run in first_runs(FOREIGN_NUMBERS)}
_STARTS = re.compile(f"[0-9{first_signs(_BEGINNINGS)}](?<![0-9][0-9])", re.IGNORECASE)
# Without any of these there is no unit, and so no term.
_WORDS = re.compile(
    "jährig|" + "|".join(rf"{unit}(?![{LETTERS}0-9])" for unit in sorted(TERM_UNITS))
)
_CJK_DIGIT = "0-9" + "".join([*CJK_DIGITS, *CJK_TENS])
_CJK_WORDS = re.compile("|".join(sorted({unit[0] for unit in CJK_TERM_UNITS})))
_CJK_TERM = rf"""
    (?P<before> {any_of(CJK_TERM_BEFORE)} [ ]? )?
    (?<![{_CJK_DIGIT}.]) (?P<number> [0-9]{{1,3}} | [{_CJK_DIGIT[3:]}]{{1,3}} ) [ ]?
    (?P<unit> {any_of(CJK_TERM_UNITS)} )
    (?! [ ]?{any_of(CJK_NOT_TERM_AFTER)} | [ ]?[0-9] )
    (?P<after> {any_of(CJK_TERM_AFTER)} )?
"""
_WORD_NEXT = re.compile(r"[ ][A-Za-z]")
# A length between marks stands for itself: "the price: $5bn, 18 months".
_EDGES_BEFORE = frozenset(("", ",", ":", ";", "("))
_EDGE_AFTER = re.compile(r"[,;.)\n]|$")
_REACH = 16
# More years than any deal runs: "2026年", "the 150 years".
_MOST = 100
# "26年" is 2026 unless something beside it says that it is a length.
_SHORT_YEARS = range(20, 40)


def find_terms(text: str) -> tuple[Term, ...]:
    """Return the lengths of time in `text` in order; none overlaps another.

    Ages ("five-year-old"), the past ("10 years ago", "the last 3 years") and dates ("2025年",
    "through 2032") are no terms, nor is "multi-year". Of "three to five years", five counts.
    """
    plain = straighten(text)
    terms = [*_latin(text, plain), *_cjk(text, plain)]
    return tuple(sorted(terms, key=lambda term: term.start))


def _latin(text: str, plain: str) -> Iterator[Term]:
    """The terms in languages that put spaces between words."""
    if not _WORDS.search(plain.lower()):
        return
    for found in find_matches(plain, _latin_pattern(), find_starts(plain, _STARTS, _RUNS)):
        years = _years(found)
        before = plain[max(0, found.start() - _REACH) : found.start()]
        if years is None or _past().search(before) or _not_term().match(plain, found.end()):
            continue
        if _is_length(plain, found):
            yield _term(text, found.span(), years)


def _cjk(text: str, plain: str) -> Iterator[Term]:
    """The terms in Chinese, Japanese and Korean."""
    if plain.isascii() or not _CJK_WORDS.search(plain):
        return
    for found in _cjk_pattern().finditer(plain):
        number = parse_cjk_number(found["number"])
        before = plain[max(0, found.start() - _REACH) : found.start()]
        sure = found["before"] or found["after"] or "月" in found["unit"]
        if _past().search(before) or not 0 < number <= _MOST:
            continue
        if sure or (number > 1 and number not in _SHORT_YEARS):
            yield _term(text, found.span(), number * CJK_TERM_UNITS[found["unit"]])


def _years(found: re.Match[str]) -> Decimal | None:
    """The length in years; None if it is none that a deal could run."""
    if found["decade"]:
        return Decimal(10)
    if found["jaehrig"]:
        return _number(found["jaehrig"].rstrip("-"))
    number = _number(found["number"])
    unit = TERM_UNITS[found["unit"].lower()]
    return number * unit if number and number * unit <= _MOST else None


def _number(written: str) -> Decimal | None:
    if written[0].isdigit():
        return parse_digits(written)
    foreign = FOREIGN_NUMBERS.get(written.lower())
    return parse_words(written) if foreign is None else Decimal(foreign)


def _is_length(plain: str, found: re.Match[str]) -> bool:
    """Whether the words around make a length of it: "five-year", "over five years"."""
    if found["jaehrig"] or found["long"] or found["opener"]:
        return True
    if found["decade"]:
        return False
    if _is_singular(found["unit"]):
        # "five-year"; "six month lease", but not "in one year".
        joint = plain[found.end("number") : found.start("unit")]
        one = found["number"].lower() in ("one", "1")
        return joint != " " or (not one and bool(_WORD_NEXT.match(plain, found.end())))
    if _noun().match(plain, found.end()):
        return True
    edge = plain[max(0, found.start() - 2) : found.start()].strip()
    return edge in _EDGES_BEFORE and bool(_EDGE_AFTER.match(plain, found.end()))


def _is_singular(unit: str) -> bool:
    return unit.lower() in ("year", "yr", "month", "mo", "decade")


def _term(text: str, span: tuple[int, int], years: Decimal) -> Term:
    start, end = span
    # Twelfths do not end in decimals: six months are 0.5 years, not 0.49999.
    return Term(years=tidy(round(years, 4)), quote=text[start:end], start=start, end=end)


# --- patterns -----------------------------------------------------------------------------------
# Compiled when first needed: most texts name no term, and many a process reads none at all.


@cache
def _latin_pattern() -> re.Pattern[str]:
    return re.compile(_TERM, re.VERBOSE | re.IGNORECASE)


@cache
def _cjk_pattern() -> re.Pattern[str]:
    return re.compile(_CJK_TERM, re.VERBOSE)


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"{any_of(PAST_WORDS)}[ -]?$", re.IGNORECASE)


@cache
def _not_term() -> re.Pattern[str]:
    return re.compile(rf"[ -]{{1,2}}{any_of(NOT_TERM_AFTERS)}", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"[ -]{any_of(TERM_NOUNS)}", re.IGNORECASE)
