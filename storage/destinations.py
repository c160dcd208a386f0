"""How destinations fare: which rest and until when, and since when one does not answer."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, col, select

from storage.tables import DestinationRow

# No rest is longer: one that seems so was set by a clock that was wrong.
LONGEST_REST: Final = timedelta(hours=2)


def get_destination(session: Session, name: str) -> DestinationRow | None:
    """What is known of a destination; None if nothing was ever sent to it."""
    return session.get(DestinationRow, name)


def failing_destinations(session: Session) -> tuple[DestinationRow, ...]:
    """The destinations whose latest message failed, by name."""
    failing = col(DestinationRow.failures_in_row) > 0
    return tuple(
        session.exec(select(DestinationRow).where(failing).order_by(col(DestinationRow.name)))
    )


def is_resting(session: Session, name: str, *, gap: timedelta, now: datetime) -> bool:
    """Whether a destination is not written to yet: it failed, or heard less than `gap` ago."""
    row = session.get(DestinationRow, name)
    if row is None:
        return False
    if row.ask_after is not None and now < row.ask_after <= now + LONGEST_REST:
        return True
    return row.sent_at is not None and timedelta() <= now - row.sent_at < gap


def count_failures(session: Session, name: str) -> int:
    """How many messages to a destination failed in a row."""
    row = session.get(DestinationRow, name)
    return row.failures_in_row if row else 0


def note_success(session: Session, name: str, *, now: datetime) -> None:
    """A message arrived."""
    row = _of(session, name)
    row.failures_in_row, row.failing_since, row.ask_after, row.reason = 0, None, None, None
    row.sent_at = now


def note_failure(
    session: Session, name: str, *, reason: str, now: datetime, ask_after: datetime
) -> None:
    """A message failed in a way that may pass; nothing goes there before `ask_after`."""
    row = _of(session, name)
    row.failures_in_row += 1
    row.failing_since = row.failing_since or now
    row.reason, row.ask_after = reason, min(ask_after, now + LONGEST_REST)


def wake(session: Session, name: str) -> None:
    """Let a destination be asked at once: a person says that it is well again."""
    row = session.get(DestinationRow, name)
    if row is not None and row.ask_after is not None:
        row.ask_after = row.failing_since


def _of(session: Session, name: str) -> DestinationRow:
    row = session.get(DestinationRow, name)
    if row is None:
        row = DestinationRow(name=name)
        session.add(row)
    return row
