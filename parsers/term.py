"""Find how long a deal runs, in years."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from parsers.numbers import (
    DIGITS,
    FOREIGN,
    LETTER_END,
    LETTERS,
    NUMBER_RUNS,
    NUMBER_START,
    WORDS,
    any_of,
    parse_cjk_number,
    parse_number,
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
    COMING_WORDS,
    DECADES,
    FOREIGN_NUMBERS,
    GLUED_TERM_NOUNS,
    NOT_TERM_AFTERS,
    PAST_WORDS,
    QUALIFIERS_BEFORE,
    SPAN_OPENERS,
    TERM_ADJECTIVES,
    TERM_NOUNS,
    TERM_OPENERS,
    TERM_UNITS,
)
from parsers.words import find_matches, find_starts, first_runs, first_signs, pattern_of, straighten

_NUMBER = rf"(?:{WORDS}|{FOREIGN}|{DIGITS})"
_SINGULAR = any_of(("year", "yr", "month", "mo", "decade"))
_UNIT = any_of(TERM_UNITS)
_COMING = any_of(COMING_WORDS)
_TO = r"(?:to|or|bis|à|a|ou|oder|y|e|o)"
# "Zehnjahresvertrag", "vijfjarig", "femårigt" and "trzyletnia" are one word.
_GLUED_ENDS = (
    *("j", "jarig", "jarige", "letni", "letnia", "letniej", "letniego", "letnim", "letnie"),
    *("årig", "årigt", "åriga", "årige"),
    *(f"jahres{noun}" for noun in GLUED_TERM_NOUNS),
)
_GLUED = rf"(?:{FOREIGN.replace(LETTER_END, '')}|[0-9]{{1,2}}-?)"
_TERM = rf"""
    (?<![A-Za-zÀ-ÿА-я])
    (?P<opener>
        (?P<lead> {any_of(TERM_OPENERS)} | a(?=[ ]\S{{1,12}}[ ]a[ñn]os) ) [ ]
        (?: {_COMING} [ ] )?
        (?: {any_of(QUALIFIERS_BEFORE)} [ ] )?
    )?
    (?:
        {NUMBER_START}
        (?: {_NUMBER} (?:[ -]{{0,2}}{_SINGULAR})? -?(?:[ -]{_TO}[ -]|-) )?  # "three to"
        (?P<number>{_NUMBER}) [ -]{{0,2}} (?: {_COMING} [ ] )? (?P<unit>{_UNIT})
      | (?P<glued> {_GLUED} )
        (?: jährig(?:e[mnrs]?)?{LETTER_END} | летн[а-я]{{2,3}}
          | jarige?{LETTER_END} | årig[tae]?{LETTER_END} | letni[a-ząęó]{{0,4}}{LETTER_END}
          | jahres-?{any_of(GLUED_TERM_NOUNS)} )
      | (?: an?[ ] )? (?P<adjective> {any_of(TERM_ADJECTIVES)} )
      | (?P<decade> (?: (?:an?|one|the)[ ] )? (?: {_COMING}[ ] )?
            (?:decade{LETTER_END}|{any_of(DECADES)}) )
    )
"""
# A term begins with its opener, with "a" or "the", or with its number.
_BEGINNINGS = [*TERM_OPENERS, *FOREIGN_NUMBERS, *TERM_ADJECTIVES, *DECADES, "decade", "the"]
_RUNS = (
    NUMBER_RUNS
    | first_runs(_BEGINNINGS)
    | {f"{run}{end}" for run in first_runs(FOREIGN_NUMBERS) for end in _GLUED_ENDS}
)
_STARTS = re.compile(f"[0-9{first_signs(_BEGINNINGS)}](?<![0-9][0-9])", re.IGNORECASE)
# Without any of these there is no unit, and so no term.
_WORDS: Final = "jährig|jahres|летн|jarig|årig|letni|year-?long|" + "|".join(
    rf"{unit}(?![{LETTERS}0-9])" for unit in sorted({*TERM_UNITS, *DECADES, *TERM_ADJECTIVES})
)
_CJK_DIGIT = "0-9" + "".join([*CJK_DIGITS, *CJK_TENS])
_CJK_WORDS: Final = "|".join(sorted({unit[0] for unit in CJK_TERM_UNITS}))
_CJK_TERM = rf"""
    (?P<before> {any_of(CJK_TERM_BEFORE)} [ ]? )?
    (?<![{_CJK_DIGIT}.]) (?P<number> [0-9]{{1,3}} | [{_CJK_DIGIT[3:]}]{{1,3}} ) [ ]?
    (?P<unit> {any_of(CJK_TERM_UNITS)} )
    (?! [ ]?{any_of(CJK_NOT_TERM_AFTER)} | [ ]?[0-9]{{1,2}}[ ]?[年月日년월일] )
    (?P<after> {any_of(CJK_TERM_AFTER)} )?
"""
_WORD_NEXT: Final = r"[ ][A-Za-z]|,[ ](?:us)?[$€£]?[0-9]"
# A length between marks stands for itself: "the price: $5bn, 18 months".
_EDGES_BEFORE = frozenset(("", ",", ":", ";", "("))
_EDGE_AFTER: Final = r"[,;.)\n]|$"
_REACH = 24
# More years than any deal runs: "2026年", "the 150 years".
_MOST = 100
# Openers of one language that mean something else in another: "in five years" is a point in time.
_LOOSE_OPENERS = frozenset({"in", "de", "em", "en", "i", "im", "na", "per", "a", "under"})
_POINTS = frozenset({"year", "years", "month", "months", "decade", "decades", "yr", "yrs"}) | {
    "jahren",
    "monaten",
}
_SINGULARS = frozenset({"year", "yr", "month", "mo", "decade", "yillik", "jarig", "jarige", "årig"})
# Without two years there is no span.
_TWO_YEARS: Final = r"20[2-4][0-9].{1,24}20[2-6][0-9]"
_LONGEST_SPAN = 40
# Up to so many months ahead a schedule is meant, not a term.
_SOON = 24
# How far before an option's length its words may stand.
_OPTION_REACH = 60
# "26年" is 2026 unless something beside it says that it is a length.
_SHORT_YEARS = range(21, 33)


def find_terms(text: str) -> tuple[Term, ...]:
    """Return the lengths of time in `text` in order; none overlaps another.

    Ages ("five-year-old"), the past ("10 years ago", "the last 3 years") and dates ("2025年",
    "through 2032") are no terms, nor is "multi-year". Of "three to five years", five counts.
    """
    plain = straighten(text)
    terms = [*_latin(text, plain), *_cjk(text, plain), *_spans(text, plain)]
    return tuple(sorted(terms, key=lambda term: term.start))


def _latin(text: str, plain: str) -> Iterator[Term]:
    """The terms in languages that put spaces between words."""
    if not pattern_of(_WORDS).search(plain.lower()):
        return
    for found in find_matches(plain, _latin_pattern(), find_starts(plain, _STARTS, _RUNS)):
        years = _years(found)
        before = plain[max(0, found.start() - _REACH) : found.start()]
        if years is None or _past().search(before) or _not_term().match(plain, found.end()):
            continue
        if not _is_length(plain, found) or _is_option(plain, found) or _has_lasted(plain, found):
            continue
        yield _term(text, found.span(), years)


def _cjk(text: str, plain: str) -> Iterator[Term]:
    """The terms in Chinese, Japanese and Korean."""
    if plain.isascii() or not pattern_of(_CJK_WORDS).search(plain):
        return
    for found in _cjk_pattern().finditer(plain):
        number = parse_cjk_number(found["number"])
        before = plain[max(0, found.start() - _REACH) : found.start()]
        sure = found["before"] or found["after"]
        if _past().search(before) or not 0 < number <= _MOST:
            continue
        months = "月" in found["unit"] or "월" in found["unit"]
        if sure or months or (number > 1 and number not in _SHORT_YEARS):
            yield _term(text, found.span(), number * CJK_TERM_UNITS[found["unit"]])


def _spans(text: str, plain: str) -> Iterator[Term]:
    """The terms that are told by their first and last year."""
    if not pattern_of(_TWO_YEARS).search(plain):
        return
    for found in _span_pattern().finditer(plain):
        first, last = int(found["first"]), int(found["last"])
        years = last - first + (found["joint"].lower() == "through")
        if 0 < years <= _LONGEST_SPAN:
            yield _term(text, found.span(), Decimal(years))


def _years(found: re.Match[str]) -> Decimal | None:
    """The length in years; None if it is none that a deal could run."""
    if found["decade"]:
        return Decimal(10)
    if found["adjective"]:
        return Decimal(TERM_ADJECTIVES[found["adjective"].lower().replace("-", " ")])
    if found["glued"]:
        return parse_number(found["glued"].rstrip("-"))
    number = parse_number(found["number"])
    unit = TERM_UNITS[found["unit"].lower()]
    # "in the next 12 months" tells when it begins.
    if unit < 1 and number and number <= _SOON and _soon().match(found["opener"] or ""):
        return None
    return number * unit if number and number * unit <= _MOST else None


def _is_length(plain: str, found: re.Match[str]) -> bool:
    """Whether the words around make a length of it: "five-year", "over five years"."""
    if found["glued"] or found["adjective"]:
        return True
    if found["opener"]:
        return not _is_point(found) or bool(_noun().match(plain, found.end()))
    if found["decade"]:
        return False
    if _is_singular(found["unit"]):
        # "five-year"; "six month lease", but not "in one year".
        joint = plain[found.end("number") : found.start("unit")]
        one = found["number"].lower() in ("one", "1")
        return joint != " " or (not one and bool(pattern_of(_WORD_NEXT).match(plain, found.end())))
    edge = plain[max(0, found.start() - 2) : found.start()].strip()
    alone = edge in _EDGES_BEFORE and pattern_of(_EDGE_AFTER).match(plain, found.end())
    return bool(alone or _noun().match(plain, found.end()))


def _is_point(found: re.Match[str]) -> bool:
    """Whether an opener makes a point in time of a length: "in five years"."""
    unit = (found["unit"] or "").lower()
    return unit in _POINTS and found["lead"].lower() in _LOOSE_OPENERS


def _has_lasted(plain: str, found: re.Match[str]) -> bool:
    """Whether a length has passed already: "has been around for twenty years"."""
    before = plain[max(0, found.start() - _OPTION_REACH) : found.start()]
    return bool(_lasted().search(before))


def _is_option(plain: str, found: re.Match[str]) -> bool:
    """Whether a length comes on top of the term: "with two five-year extensions"."""
    before = plain[max(0, found.start() - _OPTION_REACH) : found.start()]
    return bool(_option().search(before))


def _is_singular(unit: str) -> bool:
    return unit.lower() in _SINGULARS


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
def _span_pattern() -> re.Pattern[str]:
    month = r"(?:[a-z]{3,9}[ ])?"
    return re.compile(
        rf"""
        (?<![A-Za-z]) {any_of(SPAN_OPENERS)} [ ]
        (?:(?:from|between|covering|running|that|runs)[ ]){{0,3}}
        {month} (?P<first>20[2-4][0-9])
        [ ]? (?P<joint>to|through|until|till|and|-) [ ]?
        {month} (?P<last>20[2-6][0-9]) (?![0-9])
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"(?<![{LETTERS}]){any_of(PAST_WORDS)}[ -]?$", re.IGNORECASE)


@cache
def _not_term() -> re.Pattern[str]:
    # "a 10-year high", but a "10-year high-performance computing contract"
    return re.compile(rf"[ -]{{1,2}}{any_of(NOT_TERM_AFTERS)}(?!-(?!water)[a-z])", re.IGNORECASE)


@cache
def _soon() -> re.Pattern[str]:
    return re.compile(rf".*\b{_COMING}[ ]", re.IGNORECASE)


@cache
def _lasted() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?: (?:\b(?:has|have|had)|'ve|'s) [ ] (?:\w+[ ])? been [ ]
            (?!leased|contracted|signed|booked|secured|awarded|let\b)
          | \b(?:worked|served|lived|spent|fought|existed|employed|studied) \b )
        [^.,;!?]{0,40} $
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _option() -> re.Pattern[str]:
    """What says that more years may follow: "an option to renew for", "two additional"."""
    return re.compile(
        r"""
        (?: \b(?:options?|right|renewable|extendable|renew|renewals|extend|extended|extensions)\b
            [^.;!?]{0,40}
          | \b(?:additional|further|successive|consecutive|optional) [ ]) $
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"[ -]{any_of(TERM_NOUNS)}", re.IGNORECASE)
