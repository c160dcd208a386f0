"""The outbox: what we decided to say, to whom, and how far each delivery of it has come."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, Literal, cast

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.tables import METADATA, AlertRow, DeliveryRow

DeliveryState = Literal["pending", "sending", "sent", "held", "failed", "dead", "cancelled"]
# These have not arrived, and will be tried without anybody's doing.
WAITING: Final[tuple[DeliveryState, ...]] = ("pending", "sending", "held", "failed")
_HEARD: Final = frozenset({*WAITING, "sent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertView:
    """An alert as it was decided: of a deal, of feeds, of an entry, or a digest of others."""

    id: int
    key: str
    deal_id: str | None
    feed_id: int | None
    entry_id: int | None
    created_at: datetime
    payload: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryView:
    """A delivery as it is listed; `carrier_id` is the delivery of the digest that brings it."""

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
    entry_id: int | None = None
    carrier_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsentAlert:
    """An alert that nobody has seen: what it says may still change."""

    id: int
    key: str
    payload: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was said of a deal: alerts nobody has seen, and who heard or is to hear the others.

    `next` is the number of its next alert.
    """

    unsent: tuple[UnsentAlert, ...] = ()
    heard: frozenset[str] = frozenset()
    next: int = 1


# --- what we decided to say ---------------------------------------------------------------------

# When the next digest of a destination is due; others are sent their alerts at once.
Held = Mapping[str, datetime]
NOT_HELD: Final[Held] = MappingProxyType({})

# Made once, of tables: making a statement takes longer than having it answered.
_ALERTS: Final = METADATA.tables["alerts"]
_DELIVERIES: Final = METADATA.tables["deliveries"]
_ADD_ALERT: Final = sa.insert(_ALERTS).returning(_ALERTS.c.id)
_ADD_DELIVERY: Final = sa.insert(_DELIVERIES)
_SAID: Final = sa.select(_ALERTS.c.id, _ALERTS.c.key, _ALERTS.c.payload).with_for_update()
_OF_DEAL: Final = _SAID.where(_ALERTS.c.deal_id == sa.bindparam("deal_id")).order_by(_ALERTS.c.id)
_NEWEST_ON_FEEDS: Final = (
    _SAID.where(_ALERTS.c.feed_id.is_not(None)).order_by(_ALERTS.c.id.desc()).limit(1)
)
_COUNT_OF_DEAL: Final = (
    sa.select(sa.func.count())
    .select_from(_ALERTS)
    .where(_ALERTS.c.deal_id == sa.bindparam("deal_id"))
)
_OF_ALERT: Final = sa.select(
    _DELIVERIES.c.destination,
    _DELIVERIES.c.state,
    _DELIVERIES.c.attempts,
    _DELIVERIES.c.carrier_id,
).where(_DELIVERIES.c.alert_id == sa.bindparam("alert_id"))
_OF_ALERT_HELD: Final = _OF_ALERT.with_for_update()
_CARRIER: Final = sa.select(_DELIVERIES.c.id).where(
    _DELIVERIES.c.alert_id == sa.bindparam("alert_id")
)
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
    held: Held = NOT_HELD,
) -> int:
    """Put an alert into the outbox, with one delivery per destination; the alert's id.

    `held` says of a destination that reads digests when its next one is due.
    """
    row = {"deal_id": deal_id, "key": key, "created_at": now, "payload": dict(payload)}
    return _add(session, row, key=key, destinations=destinations, now=now, held=held)


def add_mention(  # noqa: PLR0913 - one name per column
    session: Session,
    *,
    entry_id: int,
    key: str,
    payload: Mapping[str, object],
    destinations: Sequence[str],
    now: datetime,
    held: Held = NOT_HELD,
) -> int:
    """Put an alert on an entry that names a company into the outbox; the alert's id."""
    row = {"entry_id": entry_id, "key": key, "created_at": now, "payload": dict(payload)}
    return _add(session, row, key=key, destinations=destinations, now=now, held=held)


def add_notice(  # noqa: PLR0913 - one name per column
    session: Session,
    *,
    feed_id: int,
    key: str,
    payload: Mapping[str, object],
    destinations: Sequence[str],
    now: datetime,
    held: Held = NOT_HELD,
) -> int:
    """Put an alert on feeds into the outbox, under the first of them; the alert's id."""
    row = {"feed_id": feed_id, "key": key, "created_at": now, "payload": dict(payload)}
    return _add(session, row, key=key, destinations=destinations, now=now, held=held)


def add_digest(
    session: Session, *, key: str, payload: Mapping[str, object], destination: str, now: datetime
) -> int:
    """Put a digest into the outbox; the id of its one delivery, the carrier."""
    row = {"key": key, "created_at": now, "payload": dict(payload)}
    alert_id = _add(session, row, key=key, destinations=(destination,), now=now, held=NOT_HELD)
    carrier_id: int = session.connection().execute(_CARRIER, {"alert_id": alert_id}).scalar_one()
    return carrier_id


def _add(  # noqa: PLR0913 - one name per column
    session: Session,
    row: dict[str, object],
    *,
    key: str,
    destinations: Sequence[str],
    now: datetime,
    held: Held,
) -> int:
    alert_id: int = session.connection().execute(_ADD_ALERT, row).scalar_one()
    _send(session, alert_id, key=key, destinations=destinations, now=now, held=held)
    return alert_id


def add_deliveries(  # noqa: PLR0913 - one name per column
    session: Session,
    alert_id: int,
    *,
    key: str,
    destinations: Sequence[str],
    now: datetime,
    held: Held = NOT_HELD,
) -> None:
    """Send an alert to these destinations as well; those it goes to already stay as they are."""
    there = session.connection().execute(_OF_ALERT, {"alert_id": alert_id})
    known = {delivery.destination for delivery in there}
    more = [one for one in destinations if one not in known]
    _send(session, alert_id, key=key, destinations=more, now=now, held=held)


def _send(  # noqa: PLR0913 - one name per column
    session: Session,
    alert_id: int,
    *,
    key: str,
    destinations: Sequence[str],
    now: datetime,
    held: Held,
) -> None:
    rows = [
        {
            "alert_id": alert_id,
            "destination": destination,
            "key": f"{key}@{destination}",
            "state": "held" if destination in held else "pending",
            "attempts": 0,
            "next_try_at": held.get(destination, now),
            "may_repeat": False,
            "created_at": now,
        }
        for destination in dict.fromkeys(destinations)
    ]
    if rows:
        session.connection().execute(_ADD_DELIVERY, rows)


def find_told(session: Session, deal_id: str) -> Told:
    """What was said of a deal so far; what nobody has seen, nobody can claim now."""
    connection = session.connection()
    alerts = connection.execute(_OF_DEAL, {"deal_id": deal_id}).all()
    unsent, heard = [], set()
    for alert in alerts:
        deliveries = connection.execute(_OF_ALERT_HELD, {"alert_id": alert.id}).all()
        if _is_unsent(deliveries):
            unsent.append(UnsentAlert(id=alert.id, key=alert.key, payload=alert.payload))
        else:
            heard |= {one.destination for one in deliveries if one.state in _HEARD}
    numbers = [_number(alert.key) for alert in alerts if alert.key.startswith(f"{deal_id}#")]
    return Told(unsent=tuple(unsent), heard=frozenset(heard), next=max(numbers, default=0) + 1)


def unsent_notice(session: Session) -> UnsentAlert | None:
    """The newest alert on feeds, if no attempt was made to deliver it; nobody can claim it now."""
    connection = session.connection()
    alert = connection.execute(_NEWEST_ON_FEEDS).one_or_none()
    if alert is None:
        return None
    deliveries = connection.execute(_OF_ALERT_HELD, {"alert_id": alert.id}).all()
    if not _is_unsent(deliveries):
        return None
    return UnsentAlert(id=alert.id, key=alert.key, payload=alert.payload)


def _is_unsent(deliveries: Sequence[sa.Row[tuple[str, str, int, int | None]]]) -> bool:
    """Whether nobody tried to bring an alert to anybody, and no digest is about to."""
    return bool(deliveries) and all(
        one.state in ("pending", "held") and one.carrier_id is None and not one.attempts
        for one in deliveries
    )


def next_key(session: Session, prefix: str) -> str:
    """The first unused key "prefix#1", "prefix#2" of alerts that are not about a deal."""
    last = session.exec(
        select(AlertRow.key)
        .where(col(AlertRow.key).startswith(f"{prefix}#", autoescape=True))
        .order_by(col(AlertRow.id).desc())
        .limit(1)
    ).one_or_none()
    return f"{prefix}#{_number(last) + 1 if last else 1}"


def _number(key: str) -> int:
    """The 3 of "amazon-anthropic-2026-04#3"."""
    return int(key.rpartition("#")[2])


def replace_payload(session: Session, alert_id: int, payload: Mapping[str, object]) -> None:
    """Say something else in an alert that nobody has seen."""
    said = {"alert_id": alert_id, "to_payload": dict(payload)}
    session.connection().execute(_SAY_ELSE, said)


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
        entry_id=alert.entry_id,
        carrier_id=delivery.carrier_id,
    )


def count_states(session: Session) -> dict[DeliveryState, int]:
    """How many deliveries are in each state; one that a digest brings counts with it."""
    rows = session.exec(
        select(DeliveryRow.state, sa.func.count())
        .where(col(DeliveryRow.carrier_id).is_(None))
        .group_by(col(DeliveryRow.state))
    )
    return {cast("DeliveryState", state): count for state, count in rows}


def get_alert(session: Session, wanted: int | str) -> AlertView | None:
    """The alert of this key, or of the delivery with this key or number."""
    if isinstance(wanted, int):
        is_it: sa.ColumnElement[bool] = col(AlertRow.id).in_(
            select(DeliveryRow.alert_id).where(DeliveryRow.id == wanted)
        )
    else:
        of_delivery = select(DeliveryRow.alert_id).where(DeliveryRow.key == wanted)
        is_it = sa.or_(col(AlertRow.key) == wanted, col(AlertRow.id).in_(of_delivery))
    alert = session.exec(select(AlertRow).where(is_it)).one_or_none()
    if alert is None:
        return None
    return AlertView(**alert.model_dump())


def alerts_of_deal(session: Session, deal_id: str) -> tuple[AlertView, ...]:
    """Every alert of a deal, the oldest first."""
    rows = select(AlertRow).where(AlertRow.deal_id == deal_id).order_by(col(AlertRow.id))
    return tuple(AlertView(**alert.model_dump()) for alert in session.exec(rows))


def count_alerts(session: Session, deal_id: str) -> int:
    """How many alerts a deal has had."""
    found = session.connection().execute(_COUNT_OF_DEAL, {"deal_id": deal_id})
    return found.scalar_one()
