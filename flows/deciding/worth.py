"""Tell what a deal is worth, in US dollars and in gigawatts, as filters and news compare it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from parsers.types import Deal, Leg

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """All legs that go one way for one purpose: one leg, or the tranches of it.

    `equity` tells money for shares from money for capacity; other kinds are names for one thing.
    """

    payer: str | None
    payee: str | None
    equity: bool
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The lowest and the highest a figure may be; both are the same unless a range was told."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Span") -> "Span":
        return Span(low=self.low + other.low, high=self.high + other.high)


def find_ways(legs: Iterable[Leg]) -> tuple[Way, ...]:
    """The legs by direction and purpose, in an order that the legs' own does not change."""
    found: dict[tuple[str, str, bool], list[Leg]] = {}
    for leg in legs:
        key = (leg.payer or "", leg.payee or "", leg.kind == "investment")
        found.setdefault(key, []).append(leg)
    return tuple(
        Way(
            payer=payer or None,
            payee=payee or None,
            equity=equity,
            legs=tuple(sorted(found[payer, payee, equity], key=_by_size)),
        )
        for payer, payee, equity in sorted(found)
    )


def find_worth(deal: Deal) -> Decimal | None:
    """The largest sum that goes one way, in US dollars; None where no sum can be told in them.

    Of a range and of "up to" the high end counts, tranches of one direction and purpose add up, a
    sum "a year" counts for the length of the deal (without one for a year), and other currencies
    count at the rate the deal was converted at.
    """
    totals = (find_total(way, in_dollars=True) for way in find_ways(deal.legs))
    return max((total.high for total in totals if total is not None), default=None)


def find_power(deal: Deal) -> Decimal | None:
    """The most gigawatts any leg may bring; None where none tells."""
    tops = (leg.power_gw_high or leg.power_gw for leg in deal.legs)
    return max((top for top in tops if top is not None), default=None)


def find_total(way: Way, *, in_dollars: bool) -> Span | None:
    """What the legs of one way come to, in dollars or in the one currency they share.

    A leg that cannot be converted is left out; None where that leaves nothing.
    """
    spans = [find_sum(leg, way.legs, in_dollars=in_dollars) for leg in way.legs]
    told = [span for span in spans if span is not None]
    return sum(told[1:], told[0]) if told else None


def find_sum(leg: Leg, beside: Sequence[Leg] = (), *, in_dollars: bool) -> Span | None:
    """A leg's whole sum; `beside` are legs that may tell the years for which a rate is paid."""
    if leg.amount is None:
        return None
    factor = find_usd_factor(leg) if in_dollars else Decimal(1)
    if factor is None:
        return None
    factor *= _times(leg, beside)
    return Span(low=leg.amount * factor, high=(leg.amount_high or leg.amount) * factor)


def find_usd_factor(leg: Leg) -> Decimal | None:
    """What a unit of a leg's currency is worth in US dollars; None where nobody knows."""
    if leg.currency == "USD":
        return Decimal(1)
    if leg.usd_rate is not None:
        return leg.usd_rate
    return leg.usd / leg.amount if leg.usd is not None and leg.amount else None


def find_years(legs: Iterable[Leg]) -> Decimal | None:
    """The first length any of these legs tells."""
    return next((leg.term_years for leg in legs if leg.term_years is not None), None)


def _times(leg: Leg, beside: Sequence[Leg]) -> Decimal:
    """How often a rate is paid: once, where it is no rate."""
    if leg.per is None:
        return Decimal(1)
    years = find_years((leg, *beside)) or Decimal(1)
    return years * (_MONTHS if leg.per == "month" else 1)


def _by_size(leg: Leg) -> tuple[bool, Decimal, Decimal, str, str]:
    """Smaller sums first, none last; the rest only makes the order sure."""
    low = leg.amount or Decimal(0)
    rest = (leg.qualifier, leg.kind, leg.per, leg.power_gw, leg.chips, leg.term_years, leg.quote)
    return leg.amount is None, leg.amount_high or low, low, leg.tranche or "", repr(rest)
