"""Rows that tests put into the database directly, and look at there."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.entries import NewEntry
from storage.placing import place_entries
from storage.tables import DeliveryRow, EntryRow, PollRow


def add_entry(session: Session, new: NewEntry) -> int | None:
    """Store one entry; its id, or None if it is known already."""
    (place,) = place_entries(session, [new])
    return place.entry_id if place.how == "new" else None


def all_entries(session: Session) -> tuple[EntryRow, ...]:
    """Every stored entry, newest first."""
    order = (col(EntryRow.seen_at).desc(), col(EntryRow.id).desc())
    return tuple(session.exec(select(EntryRow).order_by(*order)))


def all_polls(session: Session, feed_id: int) -> tuple[PollRow, ...]:
    """Every poll of a feed, newest first."""
    order = (col(PollRow.polled_at).desc(), col(PollRow.id).desc())
    return tuple(session.exec(select(PollRow).where(PollRow.feed_id == feed_id).order_by(*order)))


def due_count(session: Session, *, now: datetime) -> int:
    """How many deliveries could be sent now, one destination after the other."""
    due = sa.or_(
        sa.and_(
            col(DeliveryRow.state).in_(("pending", "failed")), col(DeliveryRow.next_try_at) <= now
        ),
        sa.and_(col(DeliveryRow.state) == "sending", col(DeliveryRow.lease_until) <= now),
    )
    return session.exec(select(sa.func.count()).select_from(DeliveryRow).where(due)).one()
