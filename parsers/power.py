"""Find electrical capacity in text, in gigawatts."""

from decimal import Decimal

from parsers.numbers import (
    Hedge,
    Measure,
    any_of,
    find_measures,
    hedged,
    measure_pattern,
    straighten,
    tidy,
)
from parsers.types import Power
from parsers.vocabulary import POWER_UNITS

# Energy is no capacity: GWh, gigawatt-hours, 吉瓦时. A "gigawatt-scale" plan names no number.
_UNIT = rf"""(?:
    {any_of(POWER_UNITS)}
    (?! [ -]?(?:h\b|hours?\b|hr) | 时 | 時 | 시 )
)"""
_POWER = measure_pattern(
    after=_UNIT, gap=r"(?:(?:of|de|di)[ ])?", article_units=rf"{_UNIT}(?![ -](?:scale|class|plus))"
)
# One server takes ten kilowatts: only a thousand and more tell of a site.
_LEAST = Decimal("0.001")


def find_power(text: str) -> tuple[Power, ...]:
    """Return the capacities in `text` in order; none overlaps another.

    Megawatts and megavolt-amperes count as megawatts, kilowatts from a thousand on. Energy (GWh)
    and words without a number ("multi-gigawatt") are left out.
    """
    plain = straighten(text)
    measures = find_measures(plain, _POWER, _same_unit)
    powers = (_power(text, measure, hedge) for measure, hedge in hedged(plain, measures))
    return tuple(power for power in powers if power.gigawatts >= _LEAST)


def _same_unit(low: str, high: str) -> bool:
    return _factor(low) == _factor(high)


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
        increment=hedge.increment,
    )
