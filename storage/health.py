"""How feeds do: how much each brought, how its last polls ended, and what was told of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.tables import DealEntryRow, EntryRow, FeedRow, PollRow

# A feed asked every five minutes has not as many in a day.
_MOST_POLLS: Final = 500
_MOST_DATES: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """How many entries a feed brought, and the time of the oldest."""

    count: int
    oldest_at: datetime


def entries_by_feed(session: Session) -> Mapping[int, int]:
    """How many entries each feed was the first to bring, by its id; none stands for 0.

    Headlines inside an entry are no entries of the feed.
    """
    brought = (
        select(EntryRow.feed_id, sa.func.count())
        .where(col(EntryRow.parent_id).is_(None))
        .group_by(col(EntryRow.feed_id))
    )
    return dict(session.exec(brought).all())


def entries_by_feed_since(session: Session, since: datetime) -> Mapping[int, Brought]:
    """The same for the entries dated `since` or later; one without a date counts as seen."""
    dated_at = sa.func.coalesce(col(EntryRow.published_at), col(EntryRow.seen_at))
    brought = (
        select(EntryRow.feed_id, sa.func.count(), sa.func.min(dated_at))
        .where(col(EntryRow.parent_id).is_(None), dated_at >= since)
        .group_by(col(EntryRow.feed_id))
    )
    return {
        feed_id: Brought(count=count, oldest_at=oldest_at)
        for feed_id, count, oldest_at in session.exec(brought)
    }


def deals_by_feed(session: Session) -> Mapping[int, int]:
    """In how many deals the entries or headlines of each feed stand, by its id."""
    brought = (
        select(EntryRow.feed_id, sa.func.count(sa.distinct(col(DealEntryRow.deal_id))))
        .join(DealEntryRow, col(DealEntryRow.entry_id) == col(EntryRow.id))
        .group_by(col(EntryRow.feed_id))
    )
    return dict(session.exec(brought).all())


def failures_since(
    session: Session, feed_id: int, since: datetime, *, passing: Collection[str] = ()
) -> tuple[bool, ...]:
    """Whether each poll of a feed since then failed, oldest first; the last 500 at most.

    Polls that were skipped, or failed with one of the `passing` codes, tell nothing of a feed.
    """
    asked = (
        select(PollRow.error)
        .where(
            PollRow.feed_id == feed_id,
            col(PollRow.polled_at) >= since,
            PollRow.outcome != "skipped",
            sa.func.coalesce(PollRow.error, "").not_in(passing),
        )
        .order_by(col(PollRow.polled_at).desc(), col(PollRow.id).desc())
        .limit(_MOST_POLLS)
    )
    return tuple(error is not None for error in reversed(session.exec(asked).all()))


def longest_gap(session: Session, feed_id: int, *, since: datetime) -> timedelta | None:
    """The longest time between two entries a feed dated since then; None with less than two.

    Of a feed that brings more than a thousand, between those.
    """
    newest = (
        select(EntryRow.published_at)
        .where(
            EntryRow.feed_id == feed_id,
            col(EntryRow.parent_id).is_(None),
            col(EntryRow.published_at) >= since,
        )
        .order_by(col(EntryRow.published_at).desc())
        .limit(_MOST_DATES)
    )
    dates = [date for date in session.exec(newest) if date is not None]
    return max((later - earlier for later, earlier in pairwise(dates)), default=None)


def count_told(session: Session) -> dict[str, int]:
    """How many watched feeds their user was last told the same of: "broken", "gone", "silent"."""
    told = (
        select(FeedRow.told, sa.func.count())
        .where(col(FeedRow.told).is_not(None), FeedRow.state != "removed")
        .group_by(col(FeedRow.told))
    )
    return {word: count for word, count in session.exec(told) if word is not None}


def set_told(session: Session, feed_id: int, told: str | None) -> None:
    """Note what the user of a feed was last told of it; None when all is well."""
    session.exec(
        sa.update(FeedRow)
        .where(col(FeedRow.id) == feed_id)
        .values(told=told)
        .execution_options(synchronize_session=False)
    )
