"""Why each report of a deal was told, or was not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.tables import METADATA, DealEntryRow, DecisionRow

_ADD: Final = sa.insert(METADATA.tables["decisions"])


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What was decided of an entry; `alert_key` is None where nobody was told."""

    entry_id: int
    deal_id: str
    alert_key: str | None
    reason: str
    at: datetime


def add_decisions(
    session: Session,
    entry_ids: Sequence[int],
    *,
    alert_key: str | None,
    reason: str,
    now: datetime,
) -> None:
    """Note the same decision for each of these entries."""
    rows = [
        {"entry_id": entry_id, "alert_key": alert_key, "reason": reason, "at": now}
        for entry_id in entry_ids
    ]
    if rows:
        session.connection().execute(_ADD, rows)


def of_entry(session: Session, entry_id: int) -> tuple[DecisionView, ...]:
    """What was decided of an entry that reports a deal, the earliest first."""
    return _views(session, DealEntryRow.entry_id == entry_id)


def of_deal(session: Session, deal_id: str) -> tuple[DecisionView, ...]:
    """What was decided of every entry that reports a deal, the earliest first."""
    return _views(session, DealEntryRow.deal_id == deal_id)


def _views(session: Session, which: sa.ColumnElement[bool] | bool) -> tuple[DecisionView, ...]:
    rows = (
        select(DecisionRow, DealEntryRow.deal_id)
        .join(DealEntryRow, col(DealEntryRow.entry_id) == DecisionRow.entry_id)
        .where(which)
        .order_by(col(DecisionRow.id))
    )
    return tuple(
        DecisionView(
            entry_id=decision.entry_id,
            deal_id=deal_id,
            alert_key=decision.alert_key,
            reason=decision.reason,
            at=decision.at,
        )
        for decision, deal_id in session.exec(rows)
    )
