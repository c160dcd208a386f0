"""Put a deal's figures, legs and first line into words; feed text passes through `render_plain`."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from flows.plain import render_plain
from parsers.types import Deal, Leg, LegKind, Qualifier, Status, Tranche

NAME_LIMIT: Final = 60

SYMBOLS: Final = {
    "USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "KRW": "₩", "JPY": "¥", "CNY": "CN¥",
    "AUD": "A$", "CAD": "C$", "HKD": "HK$", "NZD": "NZ$", "SGD": "S$", "TWD": "NT$",
}  # fmt: skip
SCALES: Final[tuple[tuple[Decimal, str], ...]] = (
    (Decimal("1e12"), "trillion"),
    (Decimal("1e9"), "billion"),
    (Decimal("1e6"), "million"),
)
QUALIFIERS: Final[dict[Qualifier, str]] = {
    "exact": "",
    "range": "",
    "up_to": "up to ",
    "at_least": "more than ",
    "approx": "about ",
}
# In the order in which a deal is told: what buys capacity before the money that flows back.
UNNAMED_PAYERS: Final[dict[LegKind, str]] = {
    "commitment": "an unnamed buyer",
    "purchase": "an unnamed buyer",
    "lease": "an unnamed tenant",
    "investment": "an unnamed investor",
    "financing": "an unnamed lender",
    "guarantee": "an unnamed guarantor",
    "other": "an unnamed company",
}
MAIN_KINDS: Final = tuple(UNNAMED_PAYERS)
TRANCHES: Final[dict[Tranche, str]] = {
    "now": "now",
    "option": "as an option",
    "milestone": "on milestones",
}
# The other statuses read as they are.
STATUSES: Final[dict[Status, str]] = {
    "rumour": "a rumour",
    "talks": "in talks",
    "loi": "letter of intent",
}


def render_money(leg: Leg) -> str | None:
    """The sum, as "more than $100 billion" or "$920 million a month"; None without one."""
    if leg.amount is None:
        return None
    symbol = _symbol(leg.currency)
    number = _scaled(leg.amount, leg.amount_high)
    more = " more" if leg.increment else ""
    rate = f" a {leg.per}" if leg.per else ""
    return f"{QUALIFIERS[leg.qualifier or 'exact']}{symbol}{number}{more}{rate}"


def render_power(leg: Leg) -> str | None:
    """The capacity, as "up to 5 GW" or "300 MW"; None without one."""
    if leg.power_gw is None:
        return None
    top = leg.power_gw_high or leg.power_gw
    unit, per_gigawatt = ("GW", 1) if top >= 1 else ("MW", 1000)
    number = render_number(leg.power_gw * per_gigawatt)
    if leg.power_gw_high is not None:
        number = f"{number}-{render_number(leg.power_gw_high * per_gigawatt)}"
    return f"{QUALIFIERS[leg.power_qualifier or 'exact']}{number} {unit}"


def render_chips(leg: Leg) -> str | None:
    """The chips, as "up to 400,000 GB200", "100,000 chips" or "TPU"; None without one."""
    if leg.chips is None:
        return None
    model = render_plain(leg.chips.model or "chips", NAME_LIMIT)
    if leg.chips.count is None:
        return model
    return f"{QUALIFIERS[leg.chips.qualifier]}{leg.chips.count:,} {model}"


def render_term(leg: Leg) -> str | None:
    """The length, as "10 years" or "18 months"; None without one."""
    if leg.term_years is None:
        return None
    months = leg.term_years * 12
    if leg.term_years % 1 == 0 or months % 1 != 0:
        return render_count(leg.term_years, "year")
    return render_count(months, "month")


def render_leg(leg: Leg) -> str:
    """One line: "Anthropic → Amazon: commitment of more than $100 billion over 10 years"."""
    return f"{render_sides(leg)}: {_terms(leg, kind=leg.kind)}"


def leg_row(leg: Leg) -> tuple[str, ...]:
    """A leg as a row of four cells: who pays whom, what kind, the sum, and what for how long."""
    capacity = " and ".join(filter(None, (render_power(leg), render_chips(leg))))
    tranche = TRANCHES[leg.tranche] if leg.tranche else None
    rest = " · ".join(filter(None, (capacity, render_term(leg), tranche)))
    return render_sides(leg), leg.kind, _money_in_dollars(leg) or "", rest


def render_first_line(deal: Deal) -> str:
    """The deal in one line: who pays whom, how much, how long, for what, and how far it is."""
    what, status = first_line_parts(deal)
    return f"{what} {status}"


def first_line_parts(deal: Deal) -> tuple[str, str]:
    """The deal in one line, and apart from it the status, as "(announced)"."""
    status = f"({status_words(deal.status)})"
    leg = main_leg(deal)
    if leg is None:
        companies = ", ".join(render_plain(name, NAME_LIMIT) for name in deal.companies)
        return companies or render_plain(deal.title), status
    kind = "" if leg.kind in ("commitment", "other") else leg.kind
    return f"{render_sides(leg)}: {_terms(leg, kind=kind)}", status


def render_sides(leg: Leg) -> str:
    """Who pays whom: "Anthropic → Amazon"; a side that is not named says so."""
    payer = render_plain(leg.payer or "", NAME_LIMIT) or UNNAMED_PAYERS[leg.kind]
    payee = render_plain(leg.payee or "", NAME_LIMIT) or "an unnamed company"
    return f"{payer} → {payee}"


def main_leg(deal: Deal) -> Leg | None:
    """The leg that tells the deal: capacity before capital, firm before optional, then size."""
    return min(deal.legs, key=_rank, default=None)


def status_words(status: Status) -> str:
    """A status as people say it: "in talks"."""
    return STATUSES.get(status, status)


def render_time(moment: datetime) -> str:
    """A moment as "2026-04-21 08:00 UTC"."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def iso_time(moment: datetime) -> str:
    """A moment in UTC as ISO 8601 has it, to the second."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def render_day(moment: datetime) -> str:
    """The day of a moment in UTC, as "21 April 2026"."""
    day = moment.astimezone(UTC).date()
    return f"{day.day} {day:%B %Y}"


def render_number(value: Decimal, places: int = 3) -> str:
    """Thousands marked, no trailing zeros, never an exponent."""
    text = f"{round(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def render_count(count: Decimal | int, noun: str, nouns: str | None = None) -> str:
    """A number with its noun: "1 year", "3 entries"."""
    word = noun if count == 1 else nouns or f"{noun}s"
    return f"{render_number(Decimal(count), 1)} {word}"


def _rank(leg: Leg) -> tuple[bool, bool, int, Decimal]:
    bare = leg.amount is None and leg.power_gw is None and leg.chips is None
    optional = leg.tranche in ("option", "milestone")
    usd = leg.usd or (leg.currency == "USD" and leg.amount) or Decimal(0)
    return bare, optional, MAIN_KINDS.index(leg.kind), -usd


def _terms(leg: Leg, *, kind: str) -> str:
    """What is paid for what: "lease of S$1 billion (US$785 million) for 300 MW"."""
    capacity = " and ".join(filter(None, (render_power(leg), render_chips(leg))))
    money, term = _money_in_dollars(leg), render_term(leg)
    parts = (
        f"{kind} of {money}" if kind and money else kind or money,
        f"over {term}" if term else None,
        f"for {capacity}" if capacity and (kind or money) else capacity,
        TRANCHES[leg.tranche] if leg.tranche else None,
    )
    return " ".join(part for part in parts if part) or "no figures given"


def _money_in_dollars(leg: Leg) -> str | None:
    """The sum as stated, and in US dollars where it was stated in another currency."""
    money = render_money(leg)
    if money is None or leg.usd is None or leg.currency == "USD":
        return money
    return f"{money} (US${_scaled(leg.usd, None, places=2)})"


def _symbol(currency: str | None) -> str:
    code = currency or ""
    return SYMBOLS.get(code, f"{render_plain(code, 8)} " if code else "")


def _scaled(low: Decimal, high: Decimal | None, places: int = 3) -> str:
    """A number with its word: "6.35 billion", "1.2-1.5 billion", "920 million-1.2 billion"."""
    if high is None:
        number, word = _scale(low, places)
        return f"{number} {word}".rstrip()
    (first, small), (last, large) = _scale(low, places), _scale(high, places)
    between = "-" if small == large or not small else f" {small}-"
    return f"{first}{between}{last} {large}".rstrip()


def _scale(amount: Decimal, places: int) -> tuple[str, str]:
    for size, word in SCALES:
        # Rounded first: 999,999,999.9 is 1 billion, not 1,000 million.
        if round(amount / size, places) >= 1:
            return render_number(amount / size, places), word
    return render_number(amount, places), ""
