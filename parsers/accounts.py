"""Tell what one text says that tells deals apart, and how like two such accounts are.

Sides, sums, power, chips, length and time count; wording never does.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Final, Literal

from parsers.fx import find_usd_rate
from parsers.legs import is_close
from parsers.publishers import home_currency
from parsers.types import Evidence, Leg, Money

Purpose = Literal["trade", "equity", "loan"]
Kind = Literal["money", "power", "chips", "term"]

# One house under two names.
_HOUSES: Final = {"xAI": "SpaceX", "SpaceXAI": "SpaceX"}
# What one text adds to a name and another leaves out: "Nordwind Compute", "Nebius Group".
_TAILS = re.compile(
    r"(?<=\w)(?:\s+(?:AI|Cloud|Compute|Computing|Data Cent(?:er|re)s?|Digital|Energy|Group|Holdings"
    r"|Inc|Infrastructure|Labs?|Ltd|Mining|Platforms|Power|Systems|Technolog(?:y|ies)))+\.?$"
)
# Sites and programmes that stand for a deal where a side is left out.
_SITES = re.compile(
    r"\b(?:Stargate\s(?:in\s(?:the\s)?)?\w+|Abilene|Rainier|Colossus|Prometheus|Hyperion|Fairwater"
    r"|Barber Lake|Black Pearl|River Bend|Beacon Point|Lake Mariner|(?:Polaris|Delta) Forge(?: \d)?"
    r"|Helios|Childress|Sweetwater|Mackenzie|Denton|Ellendale|Shackelford|Lordstown|Milam|Saline"
    r"|Port Washington|Do[nñ]a Ana|New Carlisle|Mount Pleasant|Narvik|Loughton|Matador"
    r"|Project [A-Z]\w+)"
)
_IN = re.compile(r"\bin\s(?:the\s)?|\s+")
_PURPOSES: Final[dict[str, Purpose]] = {
    "investment": "equity",
    "financing": "loan",
    "guarantee": "loan",
}
# Rates of neighbouring days and the rounding of headlines stay inside the first; a figure cut to
# its first digits ("$10bn" of 9.7) inside the second.
_WITHIN: Final = Decimal("0.02")
_ROUNDED_WITHIN: Final = Decimal("0.05")
_PARTS: Final = 2
_MONTHS: Final = 12
# A text without a date is read at the newest rates.
_UNDATED: Final = date.max
# Without the day, rates of other days are all there is.
_CONVERTED_WITHIN: Final = Decimal("0.08")
# No deal pays less than a year's rate in all, and none is told to last longer.
_SHORTEST, _LONGEST = 1, 20
_SIDES: Final = 2
_MOST_SUMS: Final = 12
# "Expansion", "Ausbau", "ampliación", 擴建, 追加, 확장.
_ADDED = re.compile(
    r"(?i)expan[ds]|extension|ausbau|erweiter|amplia|agrandi|擴|扩|追加|拡張|확장|증설"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A sum as it can be laid beside others: what it may be in US dollars, what for, per what.

    `is_part` is said of one that comes with others ("another", "now"), `is_ceiling` of "up to".
    """

    amount: Decimal
    currency: str
    usd: tuple[Decimal, ...]
    purpose: Purpose | None = None
    per: Literal["month", "year"] | None = None
    is_part: bool = False
    is_ceiling: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one text says of a deal. `at` is None where no date is known.

    `sums` are those of its legs and what these come to; `said` are its other sums. `named` are
    all companies the text names. `grows` is said of one on what is added to an earlier deal, or on
    that being called off. `level` is how well it tells deals apart: 3 two sides and a sum,
    2 two sides and another figure, 1 two sides, 0 fewer.
    """

    evidence: Evidence
    at: datetime | None
    sides: frozenset[str]
    buyers: frozenset[str]
    suppliers: frozenset[str]
    named: frozenset[str]
    sums: tuple[Sum, ...]
    said: tuple[Sum, ...]
    gigawatts: tuple[Decimal, ...]
    chips: tuple[Decimal, ...]
    years: tuple[Decimal, ...]
    sites: frozenset[str]
    grows: bool
    level: int

    @property
    def looks_back(self) -> bool:
        """Whether the text is on a deal that was known before: its end, its denial, its story."""
        return self.evidence.reading.event in {"cancelled", "denial", "background"}

    @property
    def borrower(self) -> str | None:
        """For whom money is lent: the only buyer of a text that names lenders and no supplier."""
        return borrower_of(self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The kinds of figures in which two accounts agree, and those in which they differ.

    Kinds of which one of the two tells nothing are in neither. `is_part` says that a sum of the
    one, told as a part, has room under a ceiling of the other.
    """

    agree: frozenset[Kind]
    differ: frozenset[Kind]
    is_part: bool


def account_of(evidence: Evidence, at: datetime | None) -> Account:
    """What a text says that tells deals apart; `at` is when, None where that is not known."""
    reading = evidence.reading
    roles = {role: _houses(p.company for p in reading.parties if p.role == role) for role in _ROLES}
    sides = _houses(party.company for party in reading.parties)
    day = at.astimezone(UTC).date() if at else _UNDATED
    home = home_currency(evidence.publisher) if evidence.publisher else None
    legs = [leg for leg in reading.legs if leg.amount is not None and leg.currency]
    sums = tuple(_sum_of_leg(leg, day, home) for leg in legs[:_MOST_SUMS])
    years = _figures(leg.term_years for leg in reading.legs)
    gigawatts = _figures(
        power for leg in reading.legs for power in (leg.power_gw, leg.power_gw_high)
    )
    chips = _figures(
        Decimal(leg.chips.count) for leg in reading.legs if leg.chips and leg.chips.count
    )
    told = {(one.amount, one.currency) for one in sums}
    said = tuple(
        _sum_of_money(money, day, home)
        for money in reading.money[:_MOST_SUMS]
        if (money.amount_high or money.amount, money.currency) not in told
    )
    return Account(
        evidence=evidence,
        at=at,
        sides=sides,
        buyers=roles["buyer"],
        suppliers=roles["supplier"],
        named=sides | _houses(reading.companies),
        sums=(*sums, *_totals(legs, sums)) if len(sides) >= _SIDES else sums,
        said=said,
        gigawatts=gigawatts or _figures(power.gigawatts for power in reading.powers[:1]),
        chips=chips or _figures(Decimal(c.count) for c in reading.chips[:1] if c.count),
        years=years or _figures(term.years for term in reading.terms[:1]),
        sites=_sites_in(evidence.title),
        grows=_tells_of_more(evidence),
        level=_level(sides, sums=bool(sums or said), facts=bool(gigawatts or chips or years)),
    )


_ROLES: Final = ("buyer", "supplier")


def borrower_of(evidence: Evidence) -> str | None:
    """The house a text tells money is lent for, where it names lenders, one buyer, no supplier."""
    parties = evidence.reading.parties
    roles = {party.role for party in parties}
    buyers = _houses(party.company for party in parties if party.role == "buyer")
    is_loan = "financier" in roles and "supplier" not in roles
    return next(iter(buyers)) if is_loan and len(buyers) == 1 else None


def _level(sides: frozenset[str], *, sums: bool, facts: bool) -> int:
    if len(sides) < _SIDES:
        return 0
    return 3 if sums else 2 if facts else 1


def _tells_of_more(evidence: Evidence) -> bool:
    """Whether a text is on what is added to an earlier deal, or on that being called off."""
    event = evidence.reading.event
    called_off = event in {"cancelled", "denial"}
    return event == "expansion" or (called_off and bool(_ADDED.search(evidence.title)))


def _sites_in(title: str) -> frozenset[str]:
    """The sites a title names, "Stargate in the UK" as "StargateUK"."""
    return frozenset(_IN.sub("", found.group()) for found in _SITES.finditer(title))


def _houses(companies: Iterable[str]) -> frozenset[str]:
    return frozenset(map(house_of, companies))


@lru_cache(maxsize=16_384)
def house_of(company: str) -> str:
    """The name a company is known by in whatever way a text calls it.

    >>> house_of("Nordwind Compute"), house_of("xAI")
    ('Nordwind', 'SpaceX')
    """
    return _HOUSES.get(company) or _TAILS.sub("", company)


def _figures(figures: Iterable[Decimal | None]) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(figure for figure in figures if figure))


def _sum_of_leg(leg: Leg, day: date, home: str | None) -> Sum:
    amount, currency = leg.amount_high or leg.amount or Decimal(0), leg.currency or "USD"
    return Sum(
        amount=amount,
        currency=currency,
        usd=_in_usd(amount, currency, day, home if leg.bare_dollar else None),
        purpose=_PURPOSES.get(leg.kind, "trade"),
        per=leg.per,
        is_part=leg.increment or leg.tranche is not None,
        is_ceiling=leg.qualifier == "up_to",
    )


def _sum_of_money(money: Money, day: date, home: str | None) -> Sum:
    amount = money.amount_high or money.amount
    usd = _in_usd(amount, money.currency, day, home if money.bare_dollar else None)
    return Sum(amount=amount, currency=money.currency, usd=usd, per=money.per)


def _in_usd(amount: Decimal, currency: str, day: date, home: str | None) -> tuple[Decimal, ...]:
    """A sum in US dollars; in two ways where its "$" may be another country's."""
    rates = [find_usd_rate(one, day) for one in (currency, home) if one]
    return tuple(amount * rate.rate for rate in rates if rate is not None)


def _totals(legs: Sequence[Leg], sums: Sequence[Sum]) -> tuple[Sum, ...]:
    """What the parts to one payee for one purpose come to: "5 now and 20 later" is 25."""
    parts: dict[tuple[str | None, Purpose | None, str], list[Sum]] = {}
    for leg, one in zip(legs, sums, strict=False):
        if one.per is None:
            parts.setdefault((leg.payee, one.purpose, one.currency), []).append(one)
    return tuple(
        Sum(
            amount=sum((one.amount for one in some), Decimal(0)),
            currency=some[0].currency,
            usd=(sum((one.usd[0] for one in some if one.usd), Decimal(0)),),
            purpose=some[0].purpose,
        )
        for some in parts.values()
        if len(some) >= _PARTS
    )


# --- how like two accounts are -------------------------------------------------------------------


def compare(one: Account, two: Account) -> Likeness:
    """In which figures two accounts agree, and in which they differ."""
    kinds: tuple[tuple[Kind, bool | None], ...] = (
        ("money", _sums_agree(one, two)),
        ("power", _agree(one.gigawatts, two.gigawatts, same_figure)),
        ("chips", _agree(one.chips, two.chips, same_figure)),
        ("term", _agree(one.years, two.years, is_close)),
    )
    return Likeness(
        agree=frozenset(kind for kind, verdict in kinds if verdict),
        differ=frozenset(kind for kind, verdict in kinds if verdict is False),
        is_part=_is_part(one.sums, two.sums) or _is_part(two.sums, one.sums),
    )


def _is_part(parts: Sequence[Sum], wholes: Sequence[Sum]) -> bool:
    """Whether "another 5" may be some of "up to 25" for the same purpose."""
    return any(
        part.is_part
        and whole.is_ceiling
        and part.purpose == whole.purpose
        and any(a < b for a, b in product(part.usd, whole.usd))
        for part, whole in product(parts, wholes)
    )


def _agree(
    one: Sequence[Decimal], two: Sequence[Decimal], same: Callable[[Decimal, Decimal], bool]
) -> bool | None:
    if not one or not two:
        return None
    return any(same(a, b) for a, b in product(one, two))


def _sums_agree(one: Account, two: Account) -> bool | None:
    """Whether any sum of the one is a sum of the other; None where none can be laid beside.

    A payment each year and a price without a length cannot. An investment is no purchase, but the
    very same sum is: sources mix them up.
    """
    ours, theirs = one.sums or one.said, two.sums or two.said
    beside = False
    years = (*one.years, *two.years)
    within = _WITHIN if one.at and two.at else _CONVERTED_WITHIN
    for a, b in product(ours, theirs):
        verdict = _same_sum(a, b, years, within)
        if verdict:
            return True
        same_purpose = a.purpose == b.purpose or a.purpose is None or b.purpose is None
        beside = beside or (verdict is False and same_purpose)
    # What a text recalls besides its own sum does not make it the recalled deal.
    if (
        not one.grows
        and not two.grows
        and any(
            _same_sum(a, b, years, within)
            for a, b in (*product(ours, two.said), *product(one.said, theirs))
        )
    ):
        return True
    return False if beside else None


def _same_sum(one: Sum, two: Sum, years: Sequence[Decimal], within: Decimal) -> bool | None:
    if one.per is not None or two.per is not None:
        return _same_rate(one, two, years)
    if one.currency == two.currency and same_figure(one.amount, two.amount):
        return True
    if one.currency == two.currency:
        within = _WITHIN
    return any(is_close(a, b, within=within) for a, b in product(one.usd, two.usd))


def _same_rate(one: Sum, two: Sum, years: Sequence[Decimal]) -> bool | None:
    """Payments a year laid beside each other, or over the length beside a whole price."""
    ours, theirs = _yearly(one), _yearly(two)
    if one.per and two.per:
        return any(same_figure(a, b) for a, b in product(ours, theirs))
    a, b = (ours, two.usd) if one.per else (theirs, one.usd)
    if not years:
        may_be = any(_SHORTEST <= whole / rate <= _LONGEST for rate, whole in product(a, b) if rate)
        return None if may_be else False
    return any(same_figure(rate * length, whole) for rate, length, whole in product(a, years, b))


def _yearly(one: Sum) -> tuple[Decimal, ...]:
    return tuple(usd * (_MONTHS if one.per == "month" else 1) for usd in one.usd)


@lru_cache(maxsize=65_536)
def same_figure(one: Decimal, two: Decimal) -> bool:
    """Whether two figures are one, give or take rounding to the first digits.

    >>> same_figure(Decimal("9.7"), Decimal(10)), same_figure(Decimal(24), Decimal(25))
    (True, False)
    """
    if is_close(one, two, within=_WITHIN):
        return True
    if not is_close(one, two, within=_ROUNDED_WITHIN):
        return False
    rough, fine = sorted((one, two), key=_digits)
    step = Decimal(1).scaleb(rough.adjusted() - _digits(rough) + 1)
    return (fine / step).quantize(Decimal(1)) * step == rough


def _digits(figure: Decimal) -> int:
    """How many digits a figure is given with: 1 of 30, 3 of 12.5."""
    return len(figure.normalize().as_tuple().digits)
