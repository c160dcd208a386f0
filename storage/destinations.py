"""How destinations fare: when each may be written to again, and since when one does not answer."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.tables import DestinationRow


def get_destination(session: Session, name: str) -> DestinationRow | None:
    """What is known of a destination; None if nothing was ever sent to it."""
    return session.get(DestinationRow, name)


def failing_destinations(session: Session) -> tuple[DestinationRow, ...]:
    """The destinations whose latest message failed, by name."""
    failing = col(DestinationRow.failures_in_row) > 0
    return tuple(
        session.exec(select(DestinationRow).where(failing).order_by(col(DestinationRow.name)))
    )


def note_success(session: Session, name: str, *, ask_after: datetime) -> None:
    """A message arrived; the next one goes out at `ask_after` or later."""
    row = _of(session, name)
    row.failures_in_row, row.failing_since, row.reason = 0, None, None
    row.ask_after = ask_after


def count_failures(session: Session, name: str) -> int:
    """How many messages failed in a row."""
    row = session.get(DestinationRow, name)
    return row.failures_in_row if row else 0


def note_failure(
    session: Session, name: str, *, reason: str, now: datetime, ask_after: datetime
) -> None:
    """A message failed in a way that may pass; nothing goes there before `ask_after`."""
    row = _of(session, name)
    row.failures_in_row += 1
    row.failing_since = row.failing_since or now
    row.reason, row.ask_after = reason, ask_after


def wake(session: Session, name: str) -> None:
    """Write to a destination at once: somebody says that it works again."""
    row = session.get(DestinationRow, name)
    if row is not None:
        row.ask_after = None


def _of(session: Session, name: str) -> DestinationRow:
    row = session.get(DestinationRow, name)
    if row is None:
        row = DestinationRow(name=name)
        session.add(row)
    return row
