"""How each watched feed does at a glance, for a table and for programs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from storage.feeds import all_feeds
from storage.health import Brought, deals_by_feed, entries_by_feed, entries_by_feed_since
from storage.tables import FeedRow

_WINDOW = timedelta(weeks=4)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """A feed with what it brought; `per_week` is None before its first entry."""

    feed: FeedRow
    entries: int
    deals: int
    per_week: float | None


def look_at_health(session: Session, *, now: datetime) -> tuple[Health, ...]:
    """Every feed that is not removed, ordered by URL."""
    entries, deals = entries_by_feed(session), deals_by_feed(session)
    lately = entries_by_feed_since(session, now - _WINDOW)
    return tuple(
        Health(
            feed=feed,
            entries=entries.get(feed_id, 0),
            deals=deals.get(feed_id, 0),
            per_week=per_week(lately.get(feed_id), now=now) if feed_id in entries else None,
        )
        for feed in all_feeds(session)
        if feed.state != "removed" and (feed_id := feed.id) is not None
    )


def per_week(lately: Brought | None, *, now: datetime) -> float:
    """Entries a week since the oldest of the last four weeks, over one week at least."""
    if lately is None:
        return 0.0
    weeks = max(now - lately.oldest_at, _WEEK) / _WEEK
    return round(lately.count / weeks, 1)


def health_json(health: Health) -> dict[str, object]:
    """For `feeds list --json`."""
    feed = health.feed
    return {
        "url": feed.url,
        "name": feed.name or feed.title,
        "origin": feed.origin,
        "state": feed.state,
        "last_success_at": feed.last_success_at.isoformat() if feed.last_success_at else None,
        "next_check_at": feed.next_check_at.isoformat() if feed.next_check_at else None,
        "entries_per_week": health.per_week,
        "entries": health.entries,
        "deals": health.deals,
        "errors_in_row": feed.errors_in_row,
        "error": feed.error_code,
        "detail": feed.error_detail,
    }


def health_row(health: Health) -> tuple[object, ...]:
    """For the table; times are in UTC."""
    feed = health.feed
    waits = feed.state == "active"
    return (
        feed.url,
        feed.state,
        _time(feed.last_success_at) or "never",
        (_time(feed.next_check_at) or "at once") if waits else "",
        "" if health.per_week is None else f"{health.per_week:g}",
        health.entries,
        health.deals,
        f"{feed.errors_in_row} × {feed.error_code}" if feed.errors_in_row else "",
    )


def _time(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else None
