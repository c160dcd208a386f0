"""What the words around an amount make of it: a ceiling, a floor, an increment, a rate."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from parsers import vocabulary as words
from parsers.measures import Measure
from parsers.numbers import LETTERS, any_of, plain_words
from parsers.types import Qualifier
from parsers.words import HAN

Per = Literal["month", "year"]

# The longest sequence of words before an amount: "as much as an additional".
_REACH = 56
# What grows by an amount: "expands its deal with OpenAI by up to".
_GROWTH_REACH = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """What the words around an amount make of it, and the span with those words."""

    qualifier: Qualifier
    increment: bool
    per: Per | None
    start: int
    end: int


def find_hedge(text: str, start: int, end: int, *, floor: int = 0, plus: bool = False) -> Hedge:
    """Return what the words around `text[start:end]` (straightened) say of that amount.

    "up to $20 billion more" is `up_to` and an increment. Of several qualifiers a bound beats
    "about": "up to about $5bn" is `up_to`. Words before `floor` belong to the fact before.
    `plus` says that the amount itself holds a plus.
    """
    found = _before().search(text[max(floor, start - _REACH) : start])
    if found and (
        (_for().match(found["words"]) and _noun_before(text, start - len(found[0])))
        or (_under().match(found["words"]) and _deal_behind().match(text, end))
    ):
        found = None
    before = [plain_words(word) for word in _one_before().findall(found["words"])] if found else []
    opening = start - (len(found[0]) if found else 0)
    after, last = _words_after(text, end)
    rates = [words.RATES.get(word) for word in (*before, *after)]
    return Hedge(
        qualifier=_qualifier(before, after, plus=plus),
        increment=any(word in words.INCREMENTS_BEFORE for word in before)
        or any(word in words.INCREMENTS_AFTER for word in after)
        or _is_growth(text[max(floor, opening - _GROWTH_REACH) : opening]),
        per=next(filter(None, rates), None)
        or _rate_before(text[max(floor, opening - 24) : opening]),
        start=opening,
        end=last,
    )


def hedged(text: str, measures: Iterable[Measure]) -> Iterator[tuple[Measure, Hedge]]:
    """Each measure with the words around it; no word belongs to two."""
    last: Hedge | None = None
    for measure in measures:
        floor = last.end if last else 0
        hedge = find_hedge(text, measure.start, measure.end, floor=floor, plus=measure.at_least)
        if last and hedge.qualifier == "exact" and _is_shared(text, last.end, hedge):
            hedge = replace(hedge, qualifier=last.qualifier)
        last = hedge
        yield measure, hedge


def _is_shared(text: str, end: int, hedge: Hedge) -> bool:
    """Whether what stands before one amount holds of the next: "up to $5bn and $3bn each"."""
    if _and().fullmatch(text, end, hedge.start) is None:
        return False
    return _respectively().search(text, hedge.end, hedge.end + _GROWTH_REACH) is not None


def _words_after(text: str, end: int) -> tuple[list[str], int]:
    """Up to three words of the tables after an offset, and where they end."""
    after: list[str] = []
    while len(after) < 3 and (found := _after().match(text, end)):  # noqa: PLR2004
        after.append(plain_words(found["word"]))
        end = found.end()
    # "12억달러(약 1조6000억원)가 넘는": the other money stands between.
    bracket = None if after else _conversion().match(text, end)
    if bracket and (found := _after().match(text, bracket.end())):
        after.append(plain_words(found["word"]))
    return after, end


def _qualifier(before: list[str], after: list[str], *, plus: bool) -> Qualifier:
    """The strongest of the qualifiers: a bound, then "about", then "exact"."""
    # The word next to the sum tells: "could reach more than $5bn".
    found = [words.QUALIFIERS_BEFORE.get(word) for word in reversed(before)]
    found += [words.QUALIFIERS_AFTER.get(word) for word in after]
    found = ["at_least", *found] if plus else found
    bounds: list[Qualifier] = [word for word in found if word in ("up_to", "at_least")]
    return bounds[0] if bounds else "approx" if "approx" in found else "exact"


def _noun_before(text: str, offset: int) -> bool:
    """Whether a contract stands before an offset: what follows is its sum, not a floor."""
    last = text[max(0, offset - _GROWTH_REACH) : offset].lower().split()
    noun = last[-1].rpartition("-")[2] if last else ""
    return noun in words.FOR_NOUNS or noun.endswith(words.FOR_TAILS)


def _is_growth(opening: str) -> bool:
    """Whether something grows by what follows: "expands its deal with OpenAI by"."""
    return opening.lower().endswith("by ") and _growth().search(opening) is not None


def _rate_before(opening: str) -> Per | None:
    """The rate that stands a verb away, as east Asian grammar has it: "每年将支付"."""
    found = None if opening.isascii() else _far_rate().search(opening)
    return words.RATES_FAR[found["word"].replace("-", " ")] if found else None


# --- patterns -----------------------------------------------------------------------------------
# Compiled when first met: many a process reads no amount at all.


@cache
def _one_before() -> re.Pattern[str]:
    hedges = [*words.QUALIFIERS_BEFORE, *words.INCREMENTS_BEFORE]
    return re.compile(any_of([*hedges, *words.RATES_BEFORE, *words.BETWEEN_WORDS]), re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    one = _one_before().pattern
    return re.compile(
        rf"""
        (?: (?<![{LETTERS}]) | (?=[{HAN}]) )        # a whole word
        (?! (?<=[租签簽合契制节節预預予公条條规規续續违違履毁毀特解协協紐纽邀要誓盟]) [约約]
          | (?<=(?<![达達组組构構形完])成) [约約]    # 达成约100亿, but 成約
          | (?<=[가-힣]) 약 )                       # the end of a contract is no "about"
        (?P<words> {one} (?:[ ]?(?:{one}|{any_of(words.NEUTRAL_BEFORE)})){{0,3}} )
        [ ]? $
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r",?\s?(?:and|y|e|et|und|en|和|与|與|와|과)\s", re.IGNORECASE)


@cache
def _respectively() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:respectively|respectiva?mente|respectivement|rispettivamente|beziehungsweise"
        r"|respectievelijk)\b",
        re.IGNORECASE,
    )


@cache
def _for() -> re.Pattern[str]:
    return re.compile(r"über ?$", re.IGNORECASE)


@cache
def _under() -> re.Pattern[str]:
    return re.compile(r"(?:under|near) ?$", re.IGNORECASE)


@cache
def _deal_behind() -> re.Pattern[str]:
    # "Servers under a $1.6bn contract", "near $10bn deal": the word is not of the sum.
    return re.compile(
        r",? (?:[\w-]+ ){0,3}(?:contract|deal|agreement|lease|pact|order|plan|programme|program"
        r"|partnership|commitment|accord|facility|loan|financing|bond sale)\b",
        re.IGNORECASE,
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


@cache
def _conversion() -> re.Pattern[str]:
    return re.compile(r"[(（][^()（）]{1,24}[元円원ドル億亿억조][)）]")


@cache
def _growth() -> re.Pattern[str]:
    # The nearest "by" counts; of a verb and its "by" nothing but a few words stands between.
    return re.compile(
        rf"(?<![{LETTERS}])(?:{'|'.join(sorted(words.GROWTH_STEMS))})[a-z]{{0,5}} "
        r"(?:[^ .,;:!?]{1,24} ){0,6}by $",
        re.IGNORECASE,
    )


@cache
def _far_rate() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![0-9一二三四五六七八九十几数]) (?<![0-9][ ])           # "5年間", "6월" are no rates
        (?P<word>{any_of(words.RATES_FAR)})
        [^0-9.,;:!?。，；：、]{{0,14}} $
        """,
        re.VERBOSE,
    )
