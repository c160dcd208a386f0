"""Settle the figures many sources give for one deal: same, part, total, other currency, or outlier.

The base legs are those of the source that tells most. Every other source's sum is laid beside the
base legs of its direction; the first relation that fits, within 2 %, is its verdict.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from parsers.fx import find_usd_rate
from parsers.legs import is_close
from parsers.types import Figure, FigureVerdict, Leg

# Rounding in headlines ("$25bn" for 24.9) and rates of neighbouring days stay inside this.
_WITHIN: Final = Decimal("0.02")
_SCALES: Final = (
    (Decimal(10) ** 12, "tn"),
    (Decimal(10) ** 9, ""),
    (Decimal(10) ** 6, "m"),
)
_SYMBOLS: Final = {
    "USD": "US$", "SGD": "S$", "AUD": "A$", "CAD": "C$", "HKD": "HK$", "NZD": "NZ$", "TWD": "NT$",
    "BRL": "R$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source's leg on its way to being settled; `home_currency` is what its "$" may mean."""

    leg: Leg
    publisher: str | None
    on: date
    home_currency: str | None = None


def settle(claim: Claim, base: Sequence[Leg]) -> Figure | None:
    """The verdict on one claim; None where the base has nothing to lay it beside.

    A sum in no relation to any leg of its direction is an outlier. So is one whose direction is
    the reverse of a leg with the same sum: sources mix up payer and payee.
    """
    if claim.leg.amount is None or claim.leg.as_stated is None:
        return None
    told = _told_already(claim, base)
    if told is not None:
        return Figure(
            as_stated=claim.leg.as_stated,
            publisher=claim.publisher,
            verdict="same",
            because=f"the {render_leg_short(told)}",
        )
    beside = [leg for leg in base if leg.amount is not None and _same_way(leg, claim.leg)]
    relations: tuple[Callable[[Claim, Sequence[Leg]], tuple[FigureVerdict, str] | None], ...] = (
        _same,
        _total,
        _other_currency,
        _part,
        _outlier,
    )
    for relation in relations if beside else (_reversed,):
        found = relation(claim, _paid_to(claim, base) if relation is _total else beside or base)
        if found is not None:
            verdict, because = found
            return Figure(
                as_stated=claim.leg.as_stated,
                publisher=claim.publisher,
                verdict=verdict,
                because=because,
            )
    return None


def _told_already(claim: Claim, base: Sequence[Leg]) -> Leg | None:
    """The leg with this very sum and one of its sides: sources differ in who stands opposite."""
    for leg in base:
        one_side = leg.payer == claim.leg.payer or leg.payee == claim.leg.payee
        if one_side and _same_purpose(leg, claim.leg) and _equal(claim, leg):
            return leg
    return None


def _paid_to(claim: Claim, base: Sequence[Leg]) -> list[Leg]:
    """The legs that can add up to a sum: of its purpose, and to its payee, whoever pays."""
    return [
        leg
        for leg in base
        if leg.payee == claim.leg.payee and _same_purpose(leg, claim.leg) and leg.amount is not None
    ]


def _same_purpose(one: Leg, two: Leg) -> bool:
    return (one.kind == "investment") == (two.kind == "investment")


def render_short(amount: Decimal, currency: str | None = None) -> str:
    """A sum in billions, as figures are compared: "5", "S$6.35bn", "750m".

    Without a currency the "bn" goes too: "5 now + up to 20 more" is read beside the sum itself.
    """
    symbol = _SYMBOLS.get(currency, f"{currency} ") if currency else ""
    for scale, unit in _SCALES:
        if amount >= scale:
            number = f"{(amount / scale).quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".")
            return f"{symbol}{number}{'bn' if currency and not unit else unit}"
    return f"{symbol}{amount:f}"


def render_leg_short(leg: Leg) -> str:
    """A leg in a word or two: "5 now", "up to 20 more", "at least 100"."""
    if leg.amount is None:
        return ""
    lead = {"up_to": "up to ", "at_least": "at least ", "approx": "about "}
    tail = " now" if leg.tranche == "now" else " more" if leg.increment else ""
    return f"{lead.get(leg.qualifier or '', '')}{render_short(leg.amount)}{tail}"


def _same_way(one: Leg, two: Leg) -> bool:
    """Same direction; a side one source leaves open does not tell them apart."""
    sides = ((one.payer, two.payer), (one.payee, two.payee))
    open_or_equal = all(a is None or b is None or a == b for a, b in sides)
    return open_or_equal and _same_purpose(one, two)


def _same(claim: Claim, legs: Sequence[Leg]) -> tuple[FigureVerdict, str] | None:
    for leg in legs:
        if _equal(claim, leg):
            return "same", f"the {render_leg_short(leg)}"
    return None


def _total(claim: Claim, legs: Sequence[Leg]) -> tuple[FigureVerdict, str] | None:
    same_currency = [leg for leg in legs if leg.currency == claim.leg.currency and leg.amount]
    if len(same_currency) < 2 or claim.leg.amount is None:  # noqa: PLR2004 - a total has parts
        return None
    total = sum((leg.amount for leg in same_currency if leg.amount), Decimal(0))
    if not is_close(total, claim.leg.amount, within=_WITHIN):
        return None
    return "total_of", " + ".join(render_leg_short(leg) for leg in same_currency)


def _part(claim: Claim, legs: Sequence[Leg]) -> tuple[FigureVerdict, str] | None:
    """A tranche of a total: only a sum that says it is one (now, more) is a part."""
    for leg in legs:
        smaller = leg.amount and claim.leg.amount and claim.leg.amount < leg.amount
        if smaller and (claim.leg.tranche or claim.leg.increment) and leg.qualifier == "up_to":
            return "part_of", f"part of the {render_leg_short(leg)}"
    return None


def _other_currency(claim: Claim, legs: Sequence[Leg]) -> tuple[FigureVerdict, str] | None:
    """A sum that agrees once its currency is read rightly and converted."""
    amount = claim.leg.amount
    read_as = claim.home_currency if claim.leg.bare_dollar else claim.leg.currency
    if amount is None or read_as is None or read_as == "USD":
        return None
    rate = find_usd_rate(read_as, claim.on)
    if rate is None:
        return None
    for leg in legs:
        usd = usd_of(leg, claim.on)
        if usd is not None and is_close(usd, amount * rate.rate, within=_WITHIN):
            return "other_currency", (
                f"{render_short(amount, read_as)} at the ECB rate is "
                f"{render_short(amount * rate.rate, 'USD')}, the {render_leg_short(leg)}"
            )
    return None


def _outlier(_claim: Claim, legs: Sequence[Leg]) -> tuple[FigureVerdict, str] | None:
    others = ", ".join(render_leg_short(leg) for leg in legs)
    return "outlier", f"other sources say {others}"


def _reversed(claim: Claim, legs: Sequence[Leg]) -> tuple[FigureVerdict, str] | None:
    for leg in legs:
        if (leg.payer, leg.payee) == (claim.leg.payee, claim.leg.payer) and _equal(claim, leg):
            return "outlier", f"payer and payee reversed: {leg.payer} pays {leg.payee}"
    return None


def _equal(claim: Claim, leg: Leg) -> bool:
    if claim.leg.amount is None or leg.amount is None or claim.leg.currency != leg.currency:
        return False
    return any(is_close(one, two, within=_WITHIN) for one in _ends(claim.leg) for two in _ends(leg))


def _ends(leg: Leg) -> tuple[Decimal, ...]:
    return tuple(end for end in (leg.amount, leg.amount_high) if end is not None)


def usd_of(leg: Leg, on: date) -> Decimal | None:
    """A leg's sum in US dollars at the rate of a day; None without a sum or a rate."""
    rate = find_usd_rate(leg.currency, on) if leg.currency else None
    return leg.amount * rate.rate if rate is not None and leg.amount is not None else None
