"""Find sums of money in text, in full units of their currency."""

import re
from decimal import Decimal
from functools import cache
from typing import Final

from parsers.bare_sums import with_currency
from parsers.hedges import Hedge, hedged
from parsers.measures import Grammar, Measure, find_measures, measure_pattern
from parsers.numbers import LETTER_END, NUMBER_RUNS, NUMBER_SIGNS, any_of
from parsers.types import Money
from parsers.vocabulary import (
    BARE_AMOUNTS,
    BARE_DOLLARS,
    CURRENCY_CODES,
    CURRENCY_SYMBOLS,
    CURRENCY_WORDS,
    DOUBTFUL_CURRENCIES,
    YUAN_WORDS,
)
from parsers.words import ASCII_RUN, find_starts, first_signs, pattern_of, straighten

_SYMBOLS = "|".join(re.escape(symbol) for symbol in sorted(CURRENCY_SYMBOLS, key=len, reverse=True))
_CODES = "|".join(CURRENCY_CODES)
# "US 38.000 millones" has lost its sign on the way.
_BARE_US: Final = "US(?= [0-9.,]{1,9} (?:mil )?millones)"
# Symbols and codes keep their case: "A$5bn" is Australian, "a $5bn deal" is not.
_CASED: Final = rf"(?-i:(?:{_CODES}) ?\$|{_SYMBOLS}|{_CODES}|{_BARE_US})"
_BEFORE = rf"(?<![A-Za-z0-9]){_CASED}".replace(" ", "[ ]")
_AFTER = rf"""(?:
    (?-i:{_CODES}){LETTER_END} (?![ ]?[0-9])        # "5bn USD", but not "in 2025 USD 5bn"
  | (?:US\$|[$€£¥₩₹₽]) (?![ ]?[0-9])                # "1,5 Mrd. €"
  | {any_of(CURRENCY_WORDS)}
  | (?:(?<=[亿억조])|(?<=[亿억조][ ])) {any_of(BARE_AMOUNTS)}
)"""
# A sum begins with its number or its currency.
_RUNS = frozenset(
    run[0] for sign in (*CURRENCY_SYMBOLS, *CURRENCY_CODES) if (run := ASCII_RUN.match(sign))
)
_STARTS: Final = f"[{NUMBER_SIGNS}{re.escape(first_signs(CURRENCY_SYMBOLS))}](?<![0-9][0-9])"
# Without any of these there is no currency, and so no sum.
_SIGNS: Final = f"{_SYMBOLS}|{_CODES}|{_BARE_US}"
_WORDS: Final = "|".join(
    sorted(re.escape(word.split()[-1]) for word in (*CURRENCY_WORDS, *BARE_AMOUNTS))
)
# A yuan's symbol is the yen's: these scales are written in mainland China only.
_MAINLAND: Final = r"[亿万]"
_TAIWANESE: Final = r"[台臺][幣币]|新[台臺][幣币]"
# Whose press writes a hundred million so, and says no more of its money.
_OF_TAIWAN: Final = r"[台臺](?:灣|北|股)|鴻海|廣達|緯創|緯穎|英業達|和碩|華碩|技嘉|中華電信"
_OLD_SCALE: Final = "[億萬]"
# How far around a "¥" a word may stand that tells which; bounded, so that time stays linear.
_NEAR = 200
# Below this a code or a doubtful word needs a scale: "PHP 8" and "the one won by" are no sums.
_LEAST = 1000
_LEAST_BARE = 10**8


def find_money(text: str) -> tuple[Money, ...]:
    """Return the sums of money in `text` in order; none overlaps another.

    A sum needs a number and a currency: "tens of billions" is none. What is written with an
    unknown scale ("$25 billlion") is left out rather than read a million times small.
    """
    plain = straighten(text)
    if not pattern_of(_SIGNS).search(plain) and not pattern_of(_WORDS).search(plain.lower()):
        return ()
    starts = find_starts(plain, pattern_of(_STARTS), NUMBER_RUNS, _RUNS)
    measures = with_currency(plain, find_measures(plain, _grammar(), starts, bare=True))
    sums = hedged(plain, (measure for measure in measures if _is_money(measure)))
    return tuple(_money(text, plain, measure, hedge) for measure, hedge in sums)


@cache
def _grammar() -> Grammar:
    """Compiled when first needed: most texts name no sum."""
    gap = r"(?:(?:of|de|di|in)[ ]|d'|US-|级|級|规模|規模)?"
    pattern = measure_pattern(before=_BEFORE, after=_AFTER, gap=gap)
    return Grammar(pattern=pattern, ratio=_ratio, whole=_is_whole)


def _is_money(measure: Measure) -> bool:
    """Whether the unit surely is a currency: codes and some words are other things as well."""
    unit = measure.unit or ""
    if unit in BARE_AMOUNTS:
        return measure.value >= _LEAST_BARE
    doubtful = unit in CURRENCY_CODES or _unit(unit) in DOUBTFUL_CURRENCIES
    return not doubtful or measure.scale is not None or measure.value >= _LEAST


def _money(text: str, plain: str, measure: Measure, hedge: Hedge) -> Money:
    """The sum with the words around it."""
    return Money(
        amount=measure.value,
        amount_high=measure.high,
        currency=_currency(measure, plain),
        qualifier="range" if measure.high is not None else hedge.qualifier,
        quote=text[hedge.start : hedge.end],
        start=hedge.start,
        end=hedge.end,
        increment=hedge.increment or measure.increment,
        bare_dollar=_unit(measure.unit or "") in BARE_DOLLARS,
        per=hedge.per,
    )


def _unit(written: str) -> str:
    """A unit as the table of words spells it; symbols and codes stay as they are."""
    return written.lower().replace("-", " ")


def _currency(measure: Measure, plain: str) -> str:
    """The ISO 4217 code of a sum."""
    written = measure.unit or ""
    if written == "US":
        return "USD"
    if written == "¥" and _is_yuan(plain, measure):
        return "CNY"
    if written == "元" and _is_taiwanese(plain, measure):
        return "TWD"
    code = CURRENCY_CODES.get(written.rstrip("$ "))  # "AUD $2.4bn" too
    word = CURRENCY_WORDS.get(_unit(written)) or BARE_AMOUNTS.get(written)
    return code or CURRENCY_SYMBOLS.get(written) or word or CURRENCY_SYMBOLS[written.upper()]


def _is_yuan(plain: str, measure: Measure) -> bool:
    """Whether a "¥" is the yuan: by the scale beside it, else by a word anywhere in the text."""
    near = plain[max(0, measure.start - _NEAR) : measure.end + _NEAR].lower()
    mainland = pattern_of(_MAINLAND).search(plain, measure.start, measure.end)
    return mainland is not None or any(word in near for word in YUAN_WORDS)


def _is_taiwanese(plain: str, measure: Measure) -> bool:
    """Whether a bare "元" is Taiwan's, by what else is said near it, and never of another."""
    near = plain[max(0, measure.start - _NEAR) : measure.end + _NEAR]
    if "人民" in near:
        return False
    before = plain[max(0, measure.start - _NEAR) : measure.start]
    is_old = pattern_of(_OLD_SCALE).search(plain, measure.start, measure.end) is not None
    return pattern_of(_TAIWANESE).search(near) is not None or (
        is_old and pattern_of(_OF_TAIWAN).search(before) is not None
    )


def _ratio(low: str, high: str) -> Decimal | None:
    """Only ends in one currency make a range: "US$5bn to $7bn"."""
    if "$" in (low, high):
        return Decimal(1) if low.endswith("$") and high.endswith("$") else None
    return Decimal(1) if _unit(low) == _unit(high) else None


def _is_whole(unit: str) -> bool:
    """Without a scale no price has three decimals, so that "30.000 Euro" are thirty thousand."""
    return bool(unit)
