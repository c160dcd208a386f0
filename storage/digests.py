"""Digests: one delivery that carries many, so that none of them is repeated, skipped or lost."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.outbox import add_digest, next_key
from storage.sending import has_come
from storage.tables import AlertRow, DeliveryRow

# What an update of many rows may name at once, on every database.
_AT_ONCE: Final = 500
_FARTHEST_DIGEST: Final = timedelta(days=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An alert that a digest brings."""

    key: str
    created_at: datetime
    payload: dict[str, object]
    deal_id: str | None
    feed_id: int | None
    entry_id: int | None


def waiting(session: Session, destination: str, *, now: datetime) -> tuple[int, ...]:
    """The deliveries to a destination that may be sent now or are to be tried again, oldest first.

    Those a digest carries already, and digests themselves, are not among them, nor is one that may
    have arrived: it comes again as it was, under its own key.
    """
    states = sa.or_(
        col(DeliveryRow.state).in_(("pending", "failed")),
        sa.and_(col(DeliveryRow.state) == "held", _is_due(now)),
    )
    rows = (
        select(DeliveryRow.id)
        .join(AlertRow, col(AlertRow.id) == DeliveryRow.alert_id)
        .where(
            DeliveryRow.destination == destination,
            states,
            col(DeliveryRow.carrier_id).is_(None),
            col(DeliveryRow.may_repeat).is_(False),
            ~_is_digest(),
        )
        .order_by(col(DeliveryRow.id))
    )
    return tuple(one for one in session.exec(rows) if one is not None)


def release_held(session: Session, destinations: Collection[str], *, now: datetime) -> None:
    """Make due what was held for a digest, at destinations that read none any more."""
    session.exec(
        sa.update(DeliveryRow)
        .where(
            col(DeliveryRow.destination).in_(destinations),
            col(DeliveryRow.state) == "held",
            col(DeliveryRow.carrier_id).is_(None),
        )
        .values(state="pending", next_try_at=now)
    )


def held_due(session: Session, destination: str, *, now: datetime) -> bool:
    """Whether anything waits for a digest that is due."""
    found = (
        select(DeliveryRow.id)
        .where(
            DeliveryRow.destination == destination,
            DeliveryRow.state == "held",
            col(DeliveryRow.carrier_id).is_(None),
            _is_due(now),
        )
        .limit(1)
    )
    return session.exec(found).first() is not None


def bundle(
    session: Session,
    destination: str,
    deliveries: tuple[int, ...],
    *,
    payload: Mapping[str, object],
    now: datetime,
) -> int:
    """Put deliveries into the digest that waits for this destination, or into a new one; its id.

    One that may have arrived comes again as it was: who drops repeats would lose what was added.
    """
    carrier_id = _open_digest(session, destination)
    if carrier_id is None:
        key = next_key(session, f"digest-{now:%Y-%m-%d}")
        said = {**payload, "key": key}
        carrier_id = add_digest(session, key=key, payload=said, destination=destination, now=now)
    for start in range(0, len(deliveries), _AT_ONCE):
        session.exec(
            sa.update(DeliveryRow)
            .where(col(DeliveryRow.id).in_(deliveries[start : start + _AT_ONCE]))
            .values(state="held", carrier_id=carrier_id)
        )
    return carrier_id


def members(session: Session, carrier_id: int) -> tuple[Member, ...]:
    """What a digest brings, oldest first."""
    rows = (
        select(AlertRow)
        .join(DeliveryRow, col(DeliveryRow.alert_id) == AlertRow.id)
        .where(DeliveryRow.carrier_id == carrier_id, DeliveryRow.state == "held")
        .order_by(col(DeliveryRow.id))
    )
    return tuple(Member(**alert.model_dump(exclude={"id"})) for alert in session.exec(rows))


def _open_digest(session: Session, destination: str) -> int | None:
    """The digest to a destination that has still to be sent."""
    rows = (
        select(DeliveryRow.id)
        .join(AlertRow, col(AlertRow.id) == DeliveryRow.alert_id)
        .where(
            DeliveryRow.destination == destination,
            col(DeliveryRow.state).in_(("pending", "failed")),
            col(DeliveryRow.may_repeat).is_(False),
            _is_digest(),
        )
        .order_by(col(DeliveryRow.id))
        .limit(1)
    )
    return session.exec(rows).first()


def _is_due(now: datetime) -> sa.ColumnElement[bool]:
    return has_come(col(DeliveryRow.next_try_at), now, within=_FARTHEST_DIGEST)


def _is_digest() -> sa.ColumnElement[bool]:
    return sa.and_(
        col(AlertRow.deal_id).is_(None),
        col(AlertRow.feed_id).is_(None),
        col(AlertRow.entry_id).is_(None),
    )
