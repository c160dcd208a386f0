"""Decide what is worth telling, and to whom. Pure: a change in, an alert or nothing out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from flows.settings import Destination, Settings
from parsers.legs import is_close
from parsers.reconciling import render_short
from parsers.types import Deal, Leg


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What we decided to say of a deal.

    `key` is stable and shown in the message ("amazon-anthropic-2026-04#1"). `news` says in short
    sentences what is new against before; it is empty for a new deal.
    """

    key: str
    deal_id: str
    change: Literal["new", "grown"]
    why: str
    news: tuple[str, ...]
    deal: Deal


@dataclass(frozen=True, slots=True, kw_only=True)
class DealChange:
    """A deal before and after a batch of entries; `before` is None for a new one."""

    deal_id: str
    before: Deal | None
    after: Deal


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the user wants to hear: the watchlist, and how old news may be.

    `tracked` maps each company of the watchlist to its tags; None tracks every company.
    """

    tracked: Mapping[str, tuple[str, ...]] | None
    max_age: timedelta
    destinations: tuple[Destination, ...]


def build_policy(settings: Settings) -> Policy:
    """The policy of a configuration; without [[companies]] every company is tracked."""
    tracked = {one.name: one.tags for one in settings.companies if one.alert_on != "never"}
    return Policy(
        tracked=tracked if settings.companies else None,
        max_age=settings.poll.max_age,
        destinations=settings.destinations,
    )


def describe_change(change: DealChange) -> Literal["new", "grown", "same"]:
    """Whether a deal is new, has materially changed, or was only told once more."""
    if change.before is None:
        return "new"
    return "grown" if find_news(change.before, change.after) else "same"


def decide_alert(change: DealChange, policy: Policy, *, number: int, now: datetime) -> Alert | None:
    """The alert a change is worth: a tracked company, something new, and not old news.

    Args:
        change: the deal before and after.
        policy: what the user wants to hear.
        number: how many alerts this deal will have had, this one included.
        now: the time.
    """
    companies = find_tracked(change.after, policy)
    if not companies or now - change.after.updated_at > policy.max_age:
        return None
    news = find_news(change.before, change.after) if change.before else ()
    if change.before is not None and not news:
        return None
    return Alert(
        key=f"{change.deal_id}#{number}",
        deal_id=change.deal_id,
        change="grown" if change.before else "new",
        why=_why(companies),
        news=news,
        deal=change.after,
    )


def find_tracked(deal: Deal, policy: Policy) -> tuple[str, ...]:
    """The companies of a deal that are on the watchlist."""
    if policy.tracked is None:
        return deal.companies
    return tuple(company for company in deal.companies if company in policy.tracked)


def find_destinations(deal: Deal, policy: Policy) -> tuple[str, ...]:
    """The destinations whose filters let a deal through."""
    return tuple(one.name for one in policy.destinations if _wants(one, deal, policy))


def find_news(before: Deal, after: Deal) -> tuple[str, ...]:
    """What is materially new: another status, a further leg, a raised sum, power, chips or term.

    Legs are laid beside each other one to one. Sums that only split or join others (25 told as
    5 now and 20 later) are no news.
    """
    news = []
    if after.status != before.status:
        news.append(f"status: {before.status} → {after.status}")
    left = list(before.legs)
    for leg in after.legs:
        known = min((one for one in left if _same_way(one, leg)), key=_unlike(leg), default=None)
        if known is not None:
            left.remove(known)
        same_total = is_close(_total(before, leg), _total(after, leg))
        if known is not None:
            news.extend(_find_leg_news(known, leg, sums=not same_total))
        elif not same_total or leg.amount is None:
            news.append(f"a further leg: {_sides(leg)}, {leg.kind}")
    return tuple(news)


def _same_way(one: Leg, two: Leg) -> bool:
    sides = (one.payer, one.payee) == (two.payer, two.payee)
    return sides and (one.kind == "investment") == (two.kind == "investment")


def _unlike(leg: Leg) -> Callable[[Leg], tuple[bool, bool, Decimal]]:
    """How little a known leg resembles this one: its tranche first, then how far its sum is."""

    def distance(known: Leg) -> tuple[bool, bool, Decimal]:
        one, two = known.amount or Decimal(0), leg.amount or Decimal(0)
        return not is_close(one, two), known.tranche != leg.tranche, abs(one - two)

    return distance


def _total(deal: Deal, leg: Leg) -> Decimal:
    """What all legs of a leg's direction and purpose come to."""
    return sum((one.amount or Decimal(0) for one in deal.legs if _same_way(one, leg)), Decimal(0))


def _find_leg_news(known: Leg, leg: Leg, *, sums: bool) -> list[str]:
    figures: tuple[tuple[str, Decimal | None, Decimal | None, str], ...] = (
        ("sum", known.amount if sums else leg.amount, leg.amount, leg.currency or ""),
        ("power", known.power_gw, leg.power_gw, "GW"),
        ("term", known.term_years, leg.term_years, "years"),
    )
    news = []
    for name, old, new, unit in figures:
        if new is None or (old is not None and is_close(old, new)):
            continue
        told = f"now {_figure(new, unit)}"
        was = f", was {_figure(old, unit)}" if old is not None else ""
        news.append(f"{name}: {told}{was} ({_sides(leg)})")
    if leg.chips is not None and known.chips is None:
        news.append(f"chips now known: {_sides(leg)}")
    return news


def _figure(value: Decimal, unit: str) -> str:
    """A figure in short: "US$6.35bn", "5 GW", "10 years"."""
    return f"{value:f} {unit}" if unit in {"GW", "years"} else render_short(value, unit)


def _sides(leg: Leg) -> str:
    return f"{leg.payer or 'unnamed'} → {leg.payee or 'unnamed'}"


def _why(companies: Sequence[str]) -> str:
    if len(companies) == 1:
        return f"{companies[0]} is on your watchlist"
    return f"{', '.join(companies[:-1])} and {companies[-1]} are on your watchlist"


def _wants(destination: Destination, deal: Deal, policy: Policy) -> bool:
    usd = max((leg.usd for leg in deal.legs if leg.usd is not None), default=None)
    gigawatts = max((leg.power_gw for leg in deal.legs if leg.power_gw is not None), default=None)
    tracked = policy.tracked or {}
    tags = {tag for company in deal.companies for tag in tracked.get(company, ())}
    checks = (
        not destination.companies or set(destination.companies) & set(deal.companies),
        not destination.tags or set(destination.tags) & tags,
        destination.min_usd is None or (usd is not None and usd >= destination.min_usd),
        destination.min_gw is None or (gigawatts is not None and gigawatts >= destination.min_gw),
        destination.statuses is None or deal.status in destination.statuses,
    )
    return all(checks)
