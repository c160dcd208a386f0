"""The outbox: what we decided to say, and each delivery's way to its destination."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, cast

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.tables import METADATA, AlertRow, DeliveryRow

DeliveryState = Literal["pending", "sending", "sent", "dead", "cancelled"]
# Stands for "the right to claim a delivery" on PostgreSQL; apart from the right to write.
CLAIM_LOCK = 0x6769_6767


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryView:
    """A delivery as it is listed."""

    id: int
    alert_id: int
    deal_id: str | None
    alert_key: str
    key: str
    destination: str
    state: DeliveryState
    attempts: int
    may_repeat: bool
    created_at: datetime
    next_try_at: datetime
    sent_at: datetime | None
    last_error: str | None
    feed_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsentAlert:
    """An alert that nobody has seen: what it says may still change."""

    id: int
    key: str
    payload: dict[str, object]


# --- what we decided to say ---------------------------------------------------------------------

# Made once, of tables: making a statement takes longer than having it answered.
_ALERTS: Final = METADATA.tables["alerts"]
_DELIVERIES: Final = METADATA.tables["deliveries"]
_ADD_ALERT: Final = sa.insert(_ALERTS).returning(_ALERTS.c.id)
_ADD_DELIVERY: Final = sa.insert(_DELIVERIES)
_NEWEST: Final = (
    sa.select(_ALERTS.c.id, _ALERTS.c.key, _ALERTS.c.payload)
    .order_by(_ALERTS.c.id.desc())
    .limit(1)
    .with_for_update()
)
_NEWEST_OF_DEAL: Final = _NEWEST.where(_ALERTS.c.deal_id == sa.bindparam("deal_id"))
_NEWEST_ON_FEEDS: Final = _NEWEST.where(_ALERTS.c.feed_id.is_not(None))
_COUNT_OF_DEAL: Final = (
    sa.select(sa.func.count())
    .select_from(_ALERTS)
    .where(_ALERTS.c.deal_id == sa.bindparam("deal_id"))
)
_OF_ALERT: Final = sa.select(
    _DELIVERIES.c.destination, _DELIVERIES.c.state, _DELIVERIES.c.attempts
).where(_DELIVERIES.c.alert_id == sa.bindparam("alert_id"))
_OF_ALERT_HELD: Final = _OF_ALERT.with_for_update()
_SAY_ELSE: Final = (
    sa.update(_ALERTS)
    .where(_ALERTS.c.id == sa.bindparam("alert_id"))
    .values(payload=sa.bindparam("to_payload", type_=_ALERTS.c.payload.type))
)


def add_alert(  # noqa: PLR0913 - one name per column
    session: Session,
    *,
    deal_id: str,
    key: str,
    payload: Mapping[str, object],
    destinations: Sequence[str],
    now: datetime,
) -> int:
    """Put an alert into the outbox, with one delivery per destination; the alert's id."""
    row = {"deal_id": deal_id, "key": key, "created_at": now, "payload": dict(payload)}
    return _add(session, row, key=key, destinations=destinations, now=now)


def add_notice(  # noqa: PLR0913 - one name per column
    session: Session,
    *,
    feed_id: int,
    key: str,
    payload: Mapping[str, object],
    destinations: Sequence[str],
    now: datetime,
) -> int:
    """Put an alert on feeds into the outbox, under the first of them; the alert's id."""
    row = {"feed_id": feed_id, "key": key, "created_at": now, "payload": dict(payload)}
    return _add(session, row, key=key, destinations=destinations, now=now)


def _add(
    session: Session,
    row: dict[str, object],
    *,
    key: str,
    destinations: Sequence[str],
    now: datetime,
) -> int:
    alert_id: int = session.connection().execute(_ADD_ALERT, row).scalar_one()
    _send(session, alert_id, key=key, destinations=destinations, now=now)
    return alert_id


def add_deliveries(
    session: Session, alert_id: int, *, key: str, destinations: Sequence[str], now: datetime
) -> None:
    """Send an alert to these destinations as well; those it goes to already stay as they are."""
    there = session.connection().execute(_OF_ALERT, {"alert_id": alert_id})
    known = {delivery.destination for delivery in there}
    more = [one for one in destinations if one not in known]
    _send(session, alert_id, key=key, destinations=more, now=now)


def _send(
    session: Session, alert_id: int, *, key: str, destinations: Sequence[str], now: datetime
) -> None:
    rows = [
        {
            "alert_id": alert_id,
            "destination": destination,
            "key": f"{key}@{destination}",
            "state": "pending",
            "attempts": 0,
            "next_try_at": now,
            "may_repeat": False,
            "created_at": now,
        }
        for destination in dict.fromkeys(destinations)
    ]
    if rows:
        session.connection().execute(_ADD_DELIVERY, rows)


def unsent_alert(session: Session, deal_id: str) -> UnsentAlert | None:
    """The deal's newest alert, if no attempt was made to deliver it; nobody can claim it now."""
    return _if_unsent(session, _NEWEST_OF_DEAL, {"deal_id": deal_id})


def unsent_notice(session: Session) -> UnsentAlert | None:
    """The newest alert on feeds, if no attempt was made to deliver it; nobody can claim it now."""
    return _if_unsent(session, _NEWEST_ON_FEEDS, {})


def _if_unsent(
    session: Session,
    newest: sa.Select[tuple[int, str, dict[str, object]]],
    parameters: Mapping[str, object],
) -> UnsentAlert | None:
    connection = session.connection()
    alert = connection.execute(newest, parameters).one_or_none()
    if alert is None:
        return None
    deliveries = connection.execute(_OF_ALERT_HELD, {"alert_id": alert.id}).all()
    if not deliveries or any(one.state != "pending" or one.attempts for one in deliveries):
        return None
    return UnsentAlert(id=alert.id, key=alert.key, payload=alert.payload)


def last_notice_key(session: Session, prefix: str) -> str | None:
    """The key of the newest alert on feeds that begins so."""
    return session.exec(
        select(AlertRow.key)
        .where(
            col(AlertRow.feed_id).is_not(None),
            col(AlertRow.key).startswith(prefix, autoescape=True),
        )
        .order_by(col(AlertRow.id).desc())
        .limit(1)
    ).one_or_none()


def replace_payload(session: Session, alert_id: int, payload: Mapping[str, object]) -> None:
    """Say something else in an alert that `unsent_alert` found."""
    said = {"alert_id": alert_id, "to_payload": dict(payload)}
    session.connection().execute(_SAY_ELSE, said)


# --- sending ------------------------------------------------------------------------------------


def claim_delivery(
    session: Session,
    *,
    owner: str,
    now: datetime,
    lease: timedelta,
    destinations: Collection[str],
) -> ClaimedDelivery | None:
    """Take the oldest due delivery to one of these destinations that has none under way.

    One whose sender let the lease run out is taken over: it may have arrived, so it is marked.
    Commit before sending: the claim is what makes a crash visible.
    """
    _one_claimer(session)
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
    delivery.lease_owner, delivery.lease_until = owner, now + lease
    session.flush()
    return _claimed(session, delivery)


def _one_claimer(session: Session) -> None:
    """Two that claim at once would choose two deliveries to one destination."""
    if session.get_bind().dialect.name == "postgresql":
        session.exec(select(sa.func.pg_advisory_xact_lock(CLAIM_LOCK))).one()


def _is_due(now: datetime) -> sa.ColumnElement[bool]:
    busy = select(DeliveryRow.destination).where(DeliveryRow.state == "sending")
    waiting = sa.and_(
        col(DeliveryRow.state) == "pending",
        col(DeliveryRow.next_try_at) <= now,
        col(DeliveryRow.destination).not_in(busy),
    )
    abandoned = sa.and_(col(DeliveryRow.state) == "sending", col(DeliveryRow.lease_until) <= now)
    return sa.or_(waiting, abandoned)


def _claimed(session: Session, delivery: DeliveryRow) -> ClaimedDelivery:
    alert = session.get_one(AlertRow, delivery.alert_id)
    return ClaimedDelivery(
        id=delivery.id or 0,
        alert_id=delivery.alert_id,
        deal_id=alert.deal_id,
        feed_id=alert.feed_id,
        key=delivery.key,
        destination=delivery.destination,
        attempts=delivery.attempts,
        may_repeat=delivery.may_repeat,
        created_at=delivery.created_at,
        payload=alert.payload,
    )


def mark_sent(session: Session, delivery_id: int, *, owner: str, now: datetime) -> bool:
    """The destination said yes. False if the delivery is no longer ours: it will be repeated."""
    return _settle(session, delivery_id, owner, state="sent", sent_at=now, last_error=None)


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

    Without `next_try_at` the delivery is dead until someone retries it.
    """
    values: dict[str, object] = {"state": "dead"}
    if next_try_at is not None:
        values = {"state": "pending", "next_try_at": next_try_at}
    if may_repeat:
        values["may_repeat"] = True
    return _settle(session, delivery_id, owner, last_error=error, **values)


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


def sending_owners(session: Session) -> frozenset[str]:
    """Who has deliveries under way, also past the end of a lease."""
    owners = select(DeliveryRow.lease_owner).where(DeliveryRow.state == "sending").distinct()
    return frozenset(owner for owner in session.exec(owners) if owner)


def release_owner(session: Session, owner: str) -> int:
    """Make the deliveries of an owner that is gone due again; they may have arrived. How many."""
    released = session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.state) == "sending", col(DeliveryRow.lease_owner) == owner)
        .values(state="pending", lease_owner=None, lease_until=None, may_repeat=True)
    )
    return released.rowcount


def retry(session: Session, delivery_id: int) -> bool:
    """Make a dead delivery due again. False if it is not dead."""
    changed = session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.id) == delivery_id, col(DeliveryRow.state) == "dead")
        .values(state="pending")
    )
    return changed.rowcount == 1


def cancel_unknown(session: Session, known: Collection[str], *, reason: str, now: datetime) -> int:
    """Cancel what waits for a destination that is no longer configured; how many."""
    waits = sa.or_(
        col(DeliveryRow.state) == "pending",
        sa.and_(col(DeliveryRow.state) == "sending", col(DeliveryRow.lease_until) <= now),
    )
    cancelled = session.exec(
        sa.update(DeliveryRow)
        .where(col(DeliveryRow.destination).not_in(known), waits)
        .values(state="cancelled", last_error=reason, lease_owner=None, lease_until=None)
    )
    return cancelled.rowcount


# --- looking ------------------------------------------------------------------------------------


def list_deliveries(
    session: Session, states: Collection[DeliveryState] | None = None
) -> tuple[DeliveryView, ...]:
    """The deliveries in these states (all by default), oldest first."""
    rows = (
        select(DeliveryRow, AlertRow)
        .join(AlertRow, col(AlertRow.id) == DeliveryRow.alert_id)
        .order_by(col(DeliveryRow.id))
    )
    if states is not None:
        rows = rows.where(col(DeliveryRow.state).in_(states))
    return tuple(_view(delivery, alert) for delivery, alert in session.exec(rows))


def _view(delivery: DeliveryRow, alert: AlertRow) -> DeliveryView:
    return DeliveryView(
        id=delivery.id or 0,
        alert_id=delivery.alert_id,
        deal_id=alert.deal_id,
        alert_key=alert.key,
        key=delivery.key,
        destination=delivery.destination,
        state=cast("DeliveryState", delivery.state),
        attempts=delivery.attempts,
        may_repeat=delivery.may_repeat,
        created_at=delivery.created_at,
        next_try_at=delivery.next_try_at,
        sent_at=delivery.sent_at,
        last_error=delivery.last_error,
        feed_id=alert.feed_id,
    )


def count_alerts(session: Session, deal_id: str) -> int:
    """How many alerts a deal has had."""
    found = session.connection().execute(_COUNT_OF_DEAL, {"deal_id": deal_id})
    return found.scalar_one()
