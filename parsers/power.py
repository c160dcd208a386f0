"""Find electrical capacity in text, in gigawatts."""

import re
from decimal import Decimal
from functools import cache
from typing import Final

from parsers.hedges import Hedge, hedged
from parsers.measures import Grammar, Measure, find_measures, measure_pattern
from parsers.numbers import NUMBER_RUNS, NUMBER_SIGNS, any_of, tidy
from parsers.types import Power
from parsers.vocabulary import POWER_UNITS, WHOLE_POWER_UNITS
from parsers.words import find_starts, pattern_of, straighten

# Energy is no capacity: GWh, gigawatt-hours, 吉瓦时. A "gigawatt-scale" plan names no number.
_UNIT = rf"""(?:
    {any_of(POWER_UNITS)}
    (?! [ -]?(?:h\b|hours?\b|hr) | 时 | 時 | 시 )
)"""
_STARTS: Final = f"[{NUMBER_SIGNS}](?<![0-9][0-9])"
# Without any of these there is no unit, and so no capacity.
_WORDS: Final = "|".join(sorted(re.escape(unit.split()[-1]) for unit in POWER_UNITS))
# What a plant makes is not what the deal's machines take: "a dedicated 1.6GW gas plant".
_PLANT: Final = (
    r"(?:\s+of)?(?:\s+[a-z-]+){0,2}?\s+(?:(?:natural )?gas|solar|nuclear|wind|coal|hydro"
    r"|geothermal|battery|fuel[ -]cell|photovoltaic)(?:-fired)?(?:\s+[a-z-]+){0,2}?\s+"
    r"(?:plants?|farms?|stations?|reactors?|parks?|turbines?|generation|storage|power|energy"
    r"|capacity|systems?|arrays?|project)\b"
)
_PRICED: Final = r"(?:illion|[0-9](?: ?(?:bn|b|m|mn))?|dollars) $"
_SOME: Final = ("few ", "couple of ", "couple ", "several ", "many ")
# One server takes ten kilowatts: only a thousand and more tell of a site.
_LEAST = Decimal("0.001")


def find_power(text: str) -> tuple[Power, ...]:
    """Return the capacities in `text` in order; none overlaps another.

    Megawatts and megavolt-amperes count as megawatts, kilowatts from a thousand on. Energy (GWh)
    and words without a number ("multi-gigawatt") are left out.
    """
    plain = straighten(text)
    if not pattern_of(_WORDS).search(plain.lower()):
        return ()
    starts = find_starts(plain, pattern_of(_STARTS), NUMBER_RUNS)
    measures = (
        m
        for m in find_measures(plain, _grammar(), starts)
        if not _is_price(plain, m) and not _is_plant(plain, m) and not _is_vague(plain, m)
    )
    powers = (_power(text, measure, hedge) for measure, hedge in hedged(plain, measures))
    return tuple(power for power in powers if power.gigawatts >= _LEAST)


@cache
def _grammar() -> Grammar:
    """Compiled when first needed: most texts name no capacity."""
    number_of = rf"{_UNIT}(?![ -](?:scale|class|plus))"
    pattern = measure_pattern(after=_UNIT, gap=r"(?:(?:of|de|di)[ ])?", article_units=number_of)
    return Grammar(pattern=pattern, ratio=_ratio, whole=_is_whole)


def _ratio(low: str, high: str) -> Decimal:
    """All capacities compare: 600 MW to 1.2 GW is one range."""
    return _factor(low) / _factor(high)


def _is_whole(unit: str) -> bool:
    return unit.lower() in WHOLE_POWER_UNITS


def _is_price(plain: str, measure: Measure) -> bool:
    """Whether a capacity is only what a price is for: "$10 billion a gigawatt"."""
    opening = plain[max(0, measure.start - 12) : measure.start].lower()
    return plain[measure.start].isalpha() and pattern_of(_PRICED).search(opening) is not None


def _is_plant(plain: str, measure: Measure) -> bool:
    """Whether a capacity is that of a power plant."""
    return pattern_of(_PLANT).match(plain[measure.end : measure.end + 80].lower()) is not None


def _is_vague(plain: str, measure: Measure) -> bool:
    """Whether a capacity has no figure: "a few hundred megawatts"."""
    opening = plain[max(0, measure.start - 12) : measure.start].lower()
    return plain[measure.start].isalpha() and opening.endswith(_SOME)


def _factor(unit: str) -> Decimal:
    """What one of a unit is in gigawatts."""
    return POWER_UNITS[unit.lower().replace("-", " ")]


def _power(text: str, measure: Measure, hedge: Hedge) -> Power:
    """The capacity with the words around it."""
    factor = _factor(measure.unit or "")
    return Power(
        gigawatts=tidy(measure.value * factor),
        gigawatts_high=None if measure.high is None else tidy(measure.high * factor),
        qualifier="range" if measure.high is not None else hedge.qualifier,
        quote=text[hedge.start : hedge.end],
        start=hedge.start,
        end=hedge.end,
        increment=hedge.increment or measure.increment,
    )
