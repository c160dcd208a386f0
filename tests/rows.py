"""Rows that tests put into the database directly."""

from sqlmodel import Session

from storage.entries import NewEntry
from storage.placing import place_entries


def add_entry(session: Session, new: NewEntry) -> int | None:
    """Store one entry; its id, or None if it is known already."""
    (place,) = place_entries(session, [new])
    return place.entry_id if place.how == "new" else None
