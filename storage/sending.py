"""A delivery's way to its destination: claimed, tried, and settled after the answer."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import Session, col, select

from storage.destinations import LONGEST_REST, wake
from storage.outbox import WAITING
from storage.tables import AlertRow, DeliveryRow

# Stands for "the right to claim a delivery" on PostgreSQL; apart from the right to write.
CLAIM_LOCK: Final = 0x6769_6767


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedDelivery:
    """A delivery that is ours to send until the lease ends.

    `attempts` counts this one. `may_repeat` says that an earlier attempt may have arrived.
    """

    id: int
    alert_id: int
    deal_id: str | None
    key: str
    destination: str
    attempts: int
    may_repeat: bool
    created_at: datetime
    payload: dict[str, object]
    feed_id: int | None = None
    entry_id: int | None = None


# --- claiming -----------------------------------------------------------------------------------


def claim_delivery(
    session: Session,
    *,
    owner: str,
    now: datetime,
    lease: timedelta,
    destinations: Collection[str],
) -> ClaimedDelivery | None:
    """Take the oldest due delivery to one of these destinations that has none under way.

    A deal's later alert waits for the one before. One whose sender let the lease run out is taken
    over: it may have arrived, so it is marked. Commit before sending: the claim is what makes a
    crash visible.
    """
    one_claimer(session)
    delivery = session.exec(
        select(DeliveryRow)
        .where(col(DeliveryRow.destination).in_(destinations), _is_due(now))
        .order_by(col(DeliveryRow.id))
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if delivery is None:
        return None
    delivery.may_repeat = delivery.may_repeat or delivery.state == "sending"
    delivery.state = "sending"
    delivery.attempts += 1
    delivery.tried_at = now
    delivery.lease_owner, delivery.lease_until = owner, now + lease
    session.flush()
    return _claimed(session, delivery)


def one_claimer(session: Session) -> None:
    """Two that claim at once would choose two deliveries to one destination."""
    if session.get_bind().dialect.name == "postgresql":
        session.exec(select(sa.func.pg_advisory_xact_lock(CLAIM_LOCK))).one()


def _is_due(now: datetime) -> sa.ColumnElement[bool]:
    other = aliased(DeliveryRow)
    busy = select(other.destination).where(other.state == "sending")
    waiting = sa.and_(
        col(DeliveryRow.state).in_(("pending", "failed")),
        has_come(col(DeliveryRow.next_try_at), now, within=LONGEST_REST),
        col(DeliveryRow.destination).not_in(busy),
        ~_follows_another(),
    )
    abandoned = sa.and_(
        col(DeliveryRow.state) == "sending",
        has_come(col(DeliveryRow.lease_until), now, within=LONGEST_REST),
    )
    return sa.or_(waiting, abandoned)


def has_come(
    moment: Mapped[datetime] | Mapped[datetime | None], now: datetime, *, within: timedelta
) -> sa.ColumnElement[bool]:
    """Whether a moment has come, or lies so far ahead that a wrong clock must have set it."""
    return sa.or_(moment <= now, moment > now + within)


def _follows_another() -> sa.ColumnElement[bool]:
    """Whether an earlier alert of the same deal has still to reach the same destination."""
    own, earlier, delivery = aliased(AlertRow), aliased(AlertRow), aliased(DeliveryRow)
    return (
        select(delivery.id)
        .join(earlier, col(earlier.id) == delivery.alert_id)
        .join(own, sa.and_(col(own.deal_id) == earlier.deal_id, col(own.id) > earlier.id))
        .where(
            own.id == DeliveryRow.alert_id,
            delivery.destination == DeliveryRow.destination,
            col(delivery.state).in_(WAITING),
        )
        .correlate(DeliveryRow)
        .exists()
    )


def _claimed(session: Session, delivery: DeliveryRow) -> ClaimedDelivery:
    alert = session.get_one(AlertRow, delivery.alert_id)
    return ClaimedDelivery(
        id=delivery.id or 0,
        alert_id=delivery.alert_id,
        deal_id=alert.deal_id,
        feed_id=alert.feed_id,
        entry_id=alert.entry_id,
        key=delivery.key,
        destination=delivery.destination,
        attempts=delivery.attempts,
        may_repeat=delivery.may_repeat,
        created_at=delivery.created_at,
        payload=alert.payload,
    )


# --- settling -----------------------------------------------------------------------------------


def mark_sent(session: Session, delivery_id: int, *, owner: str, now: datetime) -> bool:
    """The destination said yes, to a digest for all in it.

    False if the delivery is no longer ours: it will be repeated.
    """
    if not _settle(session, delivery_id, owner, state="sent", sent_at=now, last_error=None):
        return False
    _settle_members(
        session,
        delivery_id,
        state="sent",
        sent_at=now,
        last_error=None,
        attempts=DeliveryRow.attempts + 1,
    )
    return True


def mark_failed(  # noqa: PLR0913 - one name per column
    session: Session,
    delivery_id: int,
    *,
    owner: str,
    error: str,
    next_try_at: datetime | None,
    may_repeat: bool = False,
) -> bool:
    """The destination said no, or nothing (`may_repeat`). False if the delivery is not ours.

    Without `next_try_at` the delivery is dead until someone retries it, and so are all in it.
    """
    values: dict[str, object] = {"state": "dead"}
    if next_try_at is not None:
        values = {"state": "failed", "next_try_at": next_try_at}
    if may_repeat:
        values["may_repeat"] = True
    if not _settle(session, delivery_id, owner, last_error=error, **values):
        return False
    if next_try_at is None:
        _settle_members(session, delivery_id, state="dead", last_error=error)
    return True


def _settle(session: Session, delivery_id: int, owner: str, **values: object) -> bool:
    changed = session.exec(
        sa.update(DeliveryRow)
        .where(
            col(DeliveryRow.id) == delivery_id,
            col(DeliveryRow.state) == "sending",
            col(DeliveryRow.lease_owner) == owner,
        )
        .values(lease_owner=None, lease_until=None, **values)
    )
    return changed.rowcount == 1


def _settle_members(session: Session, carrier_id: int, **values: object) -> None:
    session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.carrier_id) == carrier_id, col(DeliveryRow.state) == "held")
        .values(**values)
    )


# --- what the dead left -------------------------------------------------------------------------


def sending_owners(session: Session) -> frozenset[str]:
    """Who has deliveries under way, also past the end of a lease."""
    owners = select(DeliveryRow.lease_owner).where(DeliveryRow.state == "sending").distinct()
    return frozenset(owner for owner in session.exec(owners) if owner)


def release_owner(session: Session, owner: str) -> int:
    """Make the deliveries of an owner that is gone due again; they may have arrived. How many."""
    released = session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.state) == "sending", col(DeliveryRow.lease_owner) == owner)
        .values(state="failed", lease_owner=None, lease_until=None, may_repeat=True)
    )
    return released.rowcount


def cancel_unknown(
    session: Session, known: Collection[str], *, reason: str, now: datetime
) -> dict[str, int]:
    """Cancel what waits for destinations that are no longer configured; how many for each."""
    waits = sa.or_(
        col(DeliveryRow.state).in_(("pending", "held", "failed")),
        sa.and_(col(DeliveryRow.state) == "sending", col(DeliveryRow.lease_until) <= now),
    )
    cancelled = session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.destination).not_in(known), waits)
        .values(state="cancelled", last_error=reason, lease_owner=None, lease_until=None)
        .returning(col(DeliveryRow.destination))
    )
    return dict(Counter(cancelled.scalars()))


# --- what a person asks for ---------------------------------------------------------------------


def retry(session: Session, delivery_id: int) -> bool:
    """Make a dead, failed or cancelled delivery due at once, a digest with all in it.

    Its destination rests no longer. False if it is in another state, or was overtaken.
    """
    states = ("dead", "failed", "cancelled")
    if find_later(session, delivery_id) is not None:
        return False
    if not _move(session, delivery_id, states, to="pending", members="held"):
        return False
    row = session.get_one(DeliveryRow, delivery_id, populate_existing=True)
    row.next_try_at = row.created_at
    wake(session, row.destination)
    return True


def release_failed(session: Session, destination: str) -> None:
    """Make due at once what failed to reach a destination that works again."""
    session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.destination) == destination, col(DeliveryRow.state) == "failed")
        .values(next_try_at=DeliveryRow.created_at)
    )


def retry_dead(session: Session) -> int:
    """Make all that is dead due again; how many messages. What was overtaken stays dead."""
    dead = select(DeliveryRow.id).where(
        DeliveryRow.state == "dead", col(DeliveryRow.carrier_id).is_(None)
    )
    return sum(retry(session, one) for one in session.exec(dead).all() if one is not None)


def find_later(session: Session, delivery_id: int) -> str | None:
    """The later alert on the same deal that the destination got since: it has the whole deal."""
    own, later, delivery = aliased(AlertRow), aliased(AlertRow), aliased(DeliveryRow)
    newer = sa.and_(col(later.deal_id) == own.deal_id, col(later.id) > own.id)
    found = (
        select(later.key)
        .join(own, newer)
        .join(DeliveryRow, col(DeliveryRow.alert_id) == own.id)
        .join(delivery, col(delivery.alert_id) == later.id)
        .where(
            DeliveryRow.id == delivery_id,
            delivery.destination == DeliveryRow.destination,
            delivery.state == "sent",
        )
        .order_by(col(later.id).desc())
        .limit(1)
    )
    return session.exec(found).first()


def cancel(session: Session, delivery_id: int, *, reason: str) -> bool:
    """Never send what has not been sent, of a digest nothing. False if there is nothing to stop.

    A digest from which the last alert is taken is cancelled with it.
    """
    states = ("pending", "held", "failed", "dead")
    done = _move(session, delivery_id, states, to="cancelled", members="cancelled", reason=reason)
    carrier_id = session.exec(
        select(DeliveryRow.carrier_id).where(DeliveryRow.id == delivery_id)
    ).one_or_none()
    if done and carrier_id is not None and not _carries_any(session, carrier_id):
        cancel(session, carrier_id, reason=reason)
    return done


def _carries_any(session: Session, carrier_id: int) -> bool:
    held = select(DeliveryRow.id).where(
        DeliveryRow.carrier_id == carrier_id, DeliveryRow.state == "held"
    )
    return session.exec(held.limit(1)).first() is not None


def _move(  # noqa: PLR0913 - two ends of one change
    session: Session,
    delivery_id: int,
    states: Collection[str],
    *,
    to: str,
    members: str,
    reason: str | None = None,
) -> bool:
    ended = select(DeliveryRow.last_error).where(DeliveryRow.id == delivery_id)
    error = session.exec(ended).one_or_none()
    moved = session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.id) == delivery_id, col(DeliveryRow.state).in_(states))
        .values(state=to, last_error=reason or DeliveryRow.last_error)
    )
    if not moved.rowcount:
        return False
    # What was cancelled with a digest comes back with it; what was cancelled before does not.
    unsettled = sa.or_(
        col(DeliveryRow.state).in_(("held", "dead")),
        sa.and_(col(DeliveryRow.state) == "cancelled", col(DeliveryRow.last_error) == error),
    )
    session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.carrier_id) == delivery_id, unsettled)
        .values(state=members, last_error=reason or DeliveryRow.last_error)
    )
    return True
