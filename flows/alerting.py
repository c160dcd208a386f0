"""Decide what is worth telling, and to whom. Pure: a change in, an alert or nothing out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from flows.settings import Destination, Settings
from parsers.legs import is_close
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
    """What is materially new: another status, a further leg, a raised sum, power, chips or term."""
    news = []
    if after.status != before.status:
        news.append(f"status: {before.status} → {after.status}")
    for leg in after.legs:
        known = _find_known(leg, before.legs)
        if known is None:
            news.append(f"a further leg: {_sides(leg)}, {leg.kind}")
        else:
            news.extend(_find_leg_news(known, leg))
    return tuple(news)


def _find_known(leg: Leg, legs: Sequence[Leg]) -> Leg | None:
    beside = [
        one
        for one in legs
        if (one.payer, one.payee) == (leg.payer, leg.payee)
        and (one.kind == "investment") == (leg.kind == "investment")
    ]
    exact = [one for one in beside if one.tranche == leg.tranche]
    if not exact and beside and leg.tranche and any(one.tranche for one in beside):
        return None
    return next(iter(exact or beside), None)


def _find_leg_news(known: Leg, leg: Leg) -> list[str]:
    figures: tuple[tuple[str, Decimal | None, Decimal | None], ...] = (
        ("sum", known.amount, leg.amount),
        ("power", known.power_gw, leg.power_gw),
        ("term", known.term_years, leg.term_years),
    )
    news = []
    for name, old, new in figures:
        if new is None or (old is not None and is_close(old, new)):
            continue
        told = "now known" if old is None else "changed"
        news.append(f"{name} {told}: {_sides(leg)}")
    if leg.chips is not None and known.chips is None:
        news.append(f"chips now known: {_sides(leg)}")
    return news


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
