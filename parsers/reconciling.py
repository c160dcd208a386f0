"""Settle the figures many sources give for one deal: same, part, total, other currency, or outlier.

The base legs are those of the source that knows most. Every other source's sum is laid beside the
base legs of its direction; the first relation that fits, within 2 %, is its verdict. What fits in
no way is superseded where the base stands nearer to the deal or is later, and an outlier else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
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


_PARTS: Final = 2
_MONTHS: Final = 12
_BILLION: Final = Decimal(10) ** 9
# Slips of the decimal point, and of million and billion.
_SLIPS: Final = ((Decimal(10), "ten times"), (Decimal(100), "a hundred times"),
                 (Decimal(1000), "a thousand times"))  # fmt: skip

_Verdict = tuple[FigureVerdict, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One source's leg on its way to being settled; `home_currency` is what its "$" may mean.

    `superseded_by` names whom to believe before this source, None where neither knows better.
    """

    leg: Leg
    publisher: str | None
    on: date
    home_currency: str | None = None
    superseded_by: str | None = None


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
    relations: tuple[Callable[[Claim, Sequence[Leg]], _Verdict | None], ...] = (
        _same,
        _rate,
        _total,
        _other_currency,
        _part,
        _slip,
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


def find_same(claim: Claim, base: Sequence[Leg]) -> int | None:
    """The index of the base leg whose sum a claim tells again."""
    for index, leg in enumerate(base):
        if _shares_a_side(claim, leg) and _same_purpose(leg, claim.leg) and _equal(claim, leg):
            return index
    return None


def settle_term(claim: Claim, base: Sequence[Leg]) -> Figure | None:
    """The verdict on a length that no base leg has; None where it agrees or none is told."""
    years = claim.leg.term_years
    known = tuple(dict.fromkeys(leg.term_years for leg in base if leg.term_years is not None))
    if years is None or not known or any(is_close(years, one) for one in known):
        return None
    others = f"other sources say {', '.join(f'{one.normalize():f}' for one in known)} years"
    sums = [leg.amount for leg in (claim.leg, *base) if leg.amount is not None]
    sums += [sum(sums[1:], Decimal(0)), *(one + two for one, two in combinations(sums, 2))]
    is_sum = any(one == years * _BILLION for one in sums)
    number = f"{years.normalize():f}"
    return Figure(
        as_stated=f"{number} years",
        publisher=claim.publisher,
        verdict="outlier",
        because=f"{number} is a sum in billions, no length; {others}" if is_sum else others,
    )


def settle_power(claim: Claim, base: Sequence[Leg]) -> Figure | None:
    """The verdict on more power than any base leg has; less of it may be a part."""
    power = claim.leg.power_gw_high or claim.leg.power_gw
    known = [leg.power_gw_high or leg.power_gw for leg in base if leg.power_gw is not None]
    most = max((one for one in known if one is not None), default=None)
    if power is None or most is None or power <= most or is_close(power, most, within=_WITHIN):
        return None
    times = _slip_of(power, most)
    others = f"other sources say {most.normalize():f} GW"
    return Figure(
        as_stated=f"{power.normalize():f} GW",
        publisher=claim.publisher,
        verdict="outlier",
        because=f"{times} as much: a slip of the scale; {others}" if times else others,
    )


def _told_already(claim: Claim, base: Sequence[Leg]) -> Leg | None:
    """The leg with this very sum and one of its sides: sources differ in who stands opposite."""
    index = find_same(claim, base)
    return None if index is None else base[index]


def _shares_a_side(claim: Claim, leg: Leg) -> bool:
    return leg.payer == claim.leg.payer or leg.payee == claim.leg.payee


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


def _same(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    for leg in legs:
        if _equal(claim, leg):
            return "same", f"the {render_leg_short(leg)}"
    return None


def _rate(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    """Payments a year over the length of the deal beside its whole price, and the other way."""
    for leg in legs:
        rate, whole = (claim.leg, leg) if claim.leg.per else (leg, claim.leg)
        if rate.per is None or whole.per is not None or rate.currency != whole.currency:
            continue
        years = rate.term_years or whole.term_years or _first_term(legs)
        if years is None or rate.amount is None or whole.amount is None:
            return "part_of" if claim.leg.per else "total_of", (
                f"{_render_rate(rate)}; the {render_leg_short(whole)} is for the whole length"
            )
        come_to = rate.amount * years * (_MONTHS if rate.per == "month" else 1)
        counted = f"{_render_rate(rate)} x {years.normalize():f} years = {render_short(come_to)}"
        if is_close(come_to, whole.amount, within=_WITHIN):
            return "part_of" if claim.leg.per else "total_of", counted
        return "outlier", f"{counted}, not {render_short(whole.amount)}"
    return None


def _first_term(legs: Sequence[Leg]) -> Decimal | None:
    return next((leg.term_years for leg in legs if leg.term_years is not None), None)


def _render_rate(leg: Leg) -> str:
    return f"{render_leg_short(leg)} a {leg.per}"


def _total(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    """The sum of all legs of one currency, or of some that stand together in it."""
    same_currency = [leg for leg in legs if leg.currency == claim.leg.currency and leg.amount]
    if claim.leg.amount is None or len(same_currency) < _PARTS or claim.leg.per is not None:
        return None
    total = sum((leg.amount for leg in same_currency if leg.amount), Decimal(0))
    if not is_close(total, claim.leg.amount, within=_WITHIN):
        return None
    return "total_of", " + ".join(render_leg_short(leg) for leg in same_currency)


def _part(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    """A tranche of a total: only a sum that says it is one (now, more) is a part."""
    for leg in legs:
        smaller = leg.amount and claim.leg.amount and claim.leg.amount < leg.amount
        if smaller and (claim.leg.tranche or claim.leg.increment) and leg.qualifier == "up_to":
            return "part_of", f"part of the {render_leg_short(leg)}"
    return None


def _other_currency(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
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


def _slip(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    """A sum ten, a hundred or a thousand times another: the decimal point, or "million"."""
    for leg in legs:
        if claim.leg.amount is None or leg.amount is None or claim.leg.currency != leg.currency:
            continue
        more, less = _slip_of(claim.leg.amount, leg.amount), _slip_of(leg.amount, claim.leg.amount)
        if more:
            return "outlier", f"{more} the {render_leg_short(leg)}: a slip of the scale"
        if less:
            return "outlier", (
                f"the {render_leg_short(leg)} is {less} as much: a slip of the scale"
            )
    return None


def _slip_of(large: Decimal, small: Decimal) -> str | None:
    """How many times a figure is another, where that is what a slip makes of it."""
    slips = (name for times, name in _SLIPS if is_close(large, small * times))
    return next(slips, None)


def _outlier(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    others = ", ".join(render_leg_short(leg) for leg in legs)
    if claim.superseded_by is not None:
        return "superseded", f"{claim.superseded_by} says {others}"
    return "outlier", f"other sources say {others}"


def _reversed(claim: Claim, legs: Sequence[Leg]) -> _Verdict | None:
    for leg in legs:
        if (leg.payer, leg.payee) == (claim.leg.payee, claim.leg.payer) and _equal(claim, leg):
            return "outlier", f"payer and payee reversed: {leg.payer} pays {leg.payee}"
    return None


def _equal(claim: Claim, leg: Leg) -> bool:
    if claim.leg.amount is None or leg.amount is None or claim.leg.currency != leg.currency:
        return False
    if claim.leg.per != leg.per:
        return False
    return any(is_close(one, two, within=_WITHIN) for one in _ends(claim.leg) for two in _ends(leg))


def _ends(leg: Leg) -> tuple[Decimal, ...]:
    return tuple(end for end in (leg.amount, leg.amount_high) if end is not None)


def usd_of(leg: Leg, on: date) -> Decimal | None:
    """A leg's sum in US dollars at the rate of a day; None without a sum or a rate."""
    rate = find_usd_rate(leg.currency, on) if leg.currency else None
    return leg.amount * rate.rate if rate is not None and leg.amount is not None else None
