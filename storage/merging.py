"""Make one deal of two that turned out to be the same."""

from typing import Final

import sqlalchemy as sa
from sqlmodel import Session

from storage.outbox import find_told
from storage.tables import METADATA

_DEALS: Final = METADATA.tables["deals"]
_COMPANIES: Final = METADATA.tables["deal_companies"]
_ALERTS: Final = METADATA.tables["alerts"]
_DELIVERIES: Final = METADATA.tables["deliveries"]

_TAKE_BACK: Final = (
    sa.delete(_DELIVERIES).where(_DELIVERIES.c.alert_id == sa.bindparam("unsent")),
    sa.delete(_ALERTS).where(_ALERTS.c.id == sa.bindparam("unsent")),
)
_HAND_OVER: Final = (
    sa.update(_ALERTS)
    .where(_ALERTS.c.deal_id == sa.bindparam("gone"))
    .values(deal_id=sa.bindparam("into"))
)
_FORGET: Final = (
    sa.delete(_COMPANIES).where(_COMPANIES.c.deal_id == sa.bindparam("gone")),
    sa.delete(_DEALS).where(_DEALS.c.id == sa.bindparam("gone")),
)


def withdraw_unsent(session: Session, deal_id: str) -> bool:
    """Take back the alerts of a deal that nobody has seen: another deal's will tell them."""
    unsent = find_told(session, deal_id).unsent
    for alert in unsent:
        for statement in _TAKE_BACK:
            session.connection().execute(statement, {"unsent": alert.id})
    return bool(unsent)


def absorb_deal(session: Session, gone: str, *, into: str) -> None:
    """Remove a deal that no entry reports any more; what was told of it was told of the other."""
    connection = session.connection()
    connection.execute(_HAND_OVER, {"gone": gone, "into": into})
    for statement in _FORGET:
        connection.execute(statement, {"gone": gone})
