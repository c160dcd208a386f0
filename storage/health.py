"""How feeds do: how much each brought, and how much lately."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.tables import DealEntryRow, EntryRow


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
