"""The entries: what they say, and what becomes of them later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import sqlalchemy as sa
from sqlalchemy.engine import CursorResult
from sqlmodel import Session, col, select

from parsers.types import DealReading, Link
from storage.codec import reading_from_json, to_json
from storage.tables import DealEntryRow, EntryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be stored. `parent_id` is the entry it was a headline of.

    `key` names it in its feed, `url_key` across feeds, `title_key` stands for title and publisher.
    """

    feed_id: int
    key: str
    url_key: str | None
    fingerprint: str
    title: str
    text: str
    seen_at: datetime
    reading: DealReading | None
    title_key: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    parent_id: int | None = None
    links: tuple[Link, ...] = ()
    page_text: str | None = None
    page_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """What a stored entry says, for telling an edit from a repetition."""

    entry_id: int
    title: str
    text: str
    reading: DealReading | None
    has_page: bool = False


# --- changing -----------------------------------------------------------------------------------


def stored_texts(session: Session, entry_ids: Sequence[int]) -> Mapping[int, StoredText]:
    """What these entries say, by id."""
    rows = session.execute(
        sa.select(
            col(EntryRow.id),
            col(EntryRow.title),
            col(EntryRow.text),
            col(EntryRow.reading),
            col(EntryRow.page_text).is_not(None),
        ).where(col(EntryRow.id).in_(entry_ids))
    )
    return {
        entry_id: StoredText(
            entry_id=entry_id,
            title=title,
            text=text,
            reading=None if reading is None else reading_from_json(reading),
            has_page=has_page,
        )
        for entry_id, title, text, reading, has_page in rows
    }


def save_edit(session: Session, entry_id: int, new: NewEntry) -> None:
    """An entry says something else now. Its names, its feed and its first sight stay."""
    said = entry_columns(new)
    kept = ("title", "text", "fingerprint", "is_compute_deal", "reading", "links", "page_text")
    values = {name: said[name] for name in kept}
    session.execute(
        sa.update(EntryRow)
        .where(col(EntryRow.id) == entry_id)
        .values(**values, edited_at=new.seen_at, state="read", reason=None)
        .execution_options(synchronize_session=False)
    )


def prune_entries(session: Session, *, before: datetime, now: datetime) -> int:
    """Forget what entries last seen before then said, but not their names; how many.

    They would come back as new from feeds that never let go of an entry. What reports a deal stays
    whole: it is the deal's proof.
    """
    proof = select(DealEntryRow.entry_id)
    pruned = session.execute(
        sa.update(EntryRow)
        .where(
            col(EntryRow.seen_at) < before,
            col(EntryRow.pruned_at).is_(None),
            col(EntryRow.id).not_in(proof),
        )
        .values(
            text="",
            reading=None,
            is_compute_deal=False,
            links=[],
            page_text=None,
            page_note=None,
            pruned_at=now,
        )
        .execution_options(synchronize_session=False)
    )
    return cast("CursorResult[object]", pruned).rowcount


def entry_columns(new: NewEntry) -> dict[str, object]:
    """An entry as a row of its table."""
    return {
        "feed_id": new.feed_id,
        "key": new.key,
        "url": new.url,
        "url_key": new.url_key,
        "title_key": new.title_key,
        "fingerprint": new.fingerprint,
        "title": new.title,
        "text": new.text,
        "publisher": new.publisher,
        "published_at": new.published_at,
        "seen_at": new.seen_at,
        "parent_id": new.parent_id,
        "is_compute_deal": new.reading is not None and new.reading.is_compute_deal,
        "reading": None if new.reading is None else to_json(new.reading),
        "state": "read",
        "reason": None,
        "links": [{"url": link.url, "text": link.text} for link in new.links],
        "page_text": new.page_text,
        "page_note": new.page_note,
    }
