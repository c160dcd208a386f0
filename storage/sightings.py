"""What is stored of one entry and of the alerts that told it: for people who ask why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from parsers.types import DealReading
from storage.codec import reading_from_json
from storage.outbox import DeliveryState
from storage.tables import AlertRow, DeliveryRow, EntryFeedRow, EntryRow, FeedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry: where and when it was seen, what it says, and how it was read.

    `feeds` are the addresses of all that carried it. `reading` is None for one that was set aside,
    for the `reason`, or pruned; `parent_id` is the entry it was a headline of.
    """

    id: int
    title: str
    text: str
    url: str | None
    publisher: str | None
    published_at: datetime | None
    seen_at: datetime
    edited_at: datetime | None
    pruned_at: datetime | None
    feeds: tuple[str, ...]
    reading: DealReading | None
    reason: str | None
    page_text: str | None
    page_note: str | None
    parent_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How far one delivery of an alert has come; `digest` is the key of the one that brings it."""

    id: int
    alert_key: str
    destination: str
    state: DeliveryState
    attempts: int
    next_try_at: datetime
    sent_at: datetime | None
    last_error: str | None
    digest: str | None


def find_entry_id(session: Session, url: str, *, url_key: str) -> int | None:
    """The entry at an address, or of the name that pages of the same address have everywhere."""
    named = sa.or_(col(EntryRow.url) == url, col(EntryRow.url_key) == url_key)
    return session.exec(
        select(EntryRow.id).where(named).order_by(col(EntryRow.id)).limit(1)
    ).one_or_none()


def get_sighting(session: Session, entry_id: int) -> Sighting | None:
    """What is stored of an entry."""
    entry = session.get(EntryRow, entry_id)
    if entry is None:
        return None
    feeds = (
        select(FeedRow.url)
        .join(EntryFeedRow, col(EntryFeedRow.feed_id) == FeedRow.id)
        .where(EntryFeedRow.entry_id == entry_id)
        .order_by(col(FeedRow.id))
    )
    return Sighting(
        id=entry_id,
        title=entry.title,
        text=entry.text,
        url=entry.url,
        publisher=entry.publisher,
        published_at=entry.published_at,
        seen_at=entry.seen_at,
        edited_at=entry.edited_at,
        pruned_at=entry.pruned_at,
        feeds=tuple(session.exec(feeds)),
        reading=None if entry.reading is None else reading_from_json(entry.reading),
        reason=entry.reason,
        page_text=entry.page_text,
        page_note=entry.page_note,
        parent_id=entry.parent_id,
    )


def arrivals(session: Session, alert_ids: Collection[int]) -> tuple[Arrival, ...]:
    """The deliveries of these alerts, oldest first."""
    carrier, digest = aliased(DeliveryRow), aliased(AlertRow)
    rows = (
        select(DeliveryRow, AlertRow.key, digest.key)
        .join(AlertRow, col(AlertRow.id) == DeliveryRow.alert_id)
        .outerjoin(carrier, col(carrier.id) == DeliveryRow.carrier_id)
        .outerjoin(digest, col(digest.id) == carrier.alert_id)
        .where(col(DeliveryRow.alert_id).in_(alert_ids))
        .order_by(col(DeliveryRow.id))
    )
    return tuple(
        Arrival(
            id=delivery.id or 0,
            alert_key=key,
            destination=delivery.destination,
            state=cast("DeliveryState", delivery.state),
            attempts=delivery.attempts,
            next_try_at=delivery.next_try_at,
            sent_at=delivery.sent_at,
            last_error=delivery.last_error,
            digest=digest_key,
        )
        for delivery, key, digest_key in session.exec(rows)
    )
