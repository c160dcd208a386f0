"""The entries: which are new, and what they said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Literal, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, select

from parsers.types import DealReading, Link
from storage.codec import to_json
from storage.database import one_writer
from storage.tables import EntryFeedRow, EntryRow, shorten_key

# SQLite before 3.32 takes 999 parameters in one statement.
AT_ONCE = 400


class Keyed(Protocol):
    """What is needed to tell whether an entry is known."""

    @property
    def key(self) -> str:
        """Its name inside its feed."""

    @property
    def url_key(self) -> str | None:
        """Its name across feeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKeys:
    """The two names of an entry: inside its feed, and across feeds."""

    key: str
    url_key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be stored. `parent_id` is the entry it was a headline of."""

    feed_id: int
    key: str
    url_key: str | None
    fingerprint: str
    title: str
    text: str
    seen_at: datetime
    reading: DealReading | None
    url: str | None = None
    publisher: str | None = None
    published_at: datetime | None = None
    parent_id: int | None = None
    links: tuple[Link, ...] = ()


# --- which are new ------------------------------------------------------------------------------


def unseen(session: Session, feed_id: int, entries: Sequence[Keyed]) -> frozenset[str]:
    """The keys of those known neither in this feed nor, by `url_key`, in any other."""
    known = _known_keys(session, feed_id, [entry.key for entry in entries])
    elsewhere = _known_urls(session, entries)
    return frozenset(
        entry.key
        for entry in entries
        if shorten_key(entry.key) not in known and _url(entry) not in elsewhere
    )


def known_elsewhere(session: Session, entries: Sequence[Keyed]) -> frozenset[int]:
    """The ids of stored entries, of any feed, that have the `url_key` of one of these."""
    return frozenset(filter(None, _known_urls(session, entries).values()))


def note_seen(session: Session, entry_ids: Sequence[int] | frozenset[int], feed_id: int) -> None:
    """Note that this feed carries these entries too."""
    rows = [{"entry_id": entry_id, "feed_id": feed_id} for entry_id in sorted(entry_ids)]
    if rows:
        one_writer(session)
        session.exec(insert_new(session, EntryFeedRow), params=rows)


def _known_keys(session: Session, feed_id: int, keys: Sequence[str]) -> set[str]:
    return {
        key
        for some in _batches(sorted(set(keys)))
        for key in session.exec(
            select(EntryRow.key).where(EntryRow.feed_id == feed_id, col(EntryRow.key).in_(some))
        )
    }


def _known_urls(session: Session, entries: Sequence[Keyed]) -> dict[str | None, int | None]:
    urls = sorted({url for entry in entries if (url := _url(entry)) is not None})
    return {
        url: entry_id
        for some in _batches(urls)
        for url, entry_id in session.exec(
            select(EntryRow.url_key, EntryRow.id).where(col(EntryRow.url_key).in_(some))
        )
    }


def _url(entry: Keyed) -> str | None:
    return None if entry.url_key is None else shorten_key(entry.url_key)


def _batches(keys: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while some := list(islice(rest, AT_ONCE)):
        yield some


# --- storing ------------------------------------------------------------------------------------


def add_entry(session: Session, new: NewEntry) -> int | None:
    """Store an entry that was read; its id, or None if it is known by either name already."""
    return _insert(session, new, state="read", reason=None)


def set_aside(session: Session, new: NewEntry, *, reason: str) -> int | None:
    """Store an entry that could not be dealt with, so that it is not tried forever; its id.

    It gives up its `url_key`: another feed's copy of the same article may be sound.
    """
    bare = replace(new, reading=None, url_key=None)
    return _insert(session, bare, state="set_aside", reason=reason)


def save_reading(session: Session, entry_id: int, reading: DealReading) -> None:
    """Replace what an entry says, after the rules or the watchlist changed."""
    session.exec(
        sa.update(EntryRow)
        .where(col(EntryRow.id) == entry_id)
        .values(
            reading=to_json(reading),
            is_compute_deal=reading.is_compute_deal,
            state="read",
            reason=None,
        )
    )


def _insert(
    session: Session, new: NewEntry, *, state: Literal["read", "set_aside"], reason: str | None
) -> int | None:
    # Asking first is safe, since nobody else writes meanwhile, and five times as quick as
    # ON CONFLICT, which SQLAlchemy 2.0 compiles anew each time.
    one_writer(session)
    if _is_known(session, new):
        return None
    row = EntryRow(
        feed_id=new.feed_id,
        key=new.key,
        url=new.url,
        url_key=new.url_key,
        fingerprint=new.fingerprint,
        title=new.title,
        text=new.text,
        publisher=new.publisher,
        published_at=new.published_at,
        seen_at=new.seen_at,
        parent_id=new.parent_id,
        is_compute_deal=new.reading is not None and new.reading.is_compute_deal,
        reading=None if new.reading is None else to_json(new.reading),
        state=state,
        reason=reason,
        links=[{"url": link.url, "text": link.text} for link in new.links],
    )
    session.add(row)
    session.flush()
    entry_id = row.id or 0
    session.add(EntryFeedRow(entry_id=entry_id, feed_id=new.feed_id))
    session.flush()
    # So that it is read back as it was stored: cut where the columns end, in UTC.
    session.expire(row)
    return entry_id


def _is_known(session: Session, new: NewEntry) -> bool:
    by_key = sa.and_(col(EntryRow.feed_id) == new.feed_id, col(EntryRow.key) == new.key)
    by_url = col(EntryRow.url_key) == new.url_key
    same = by_key if new.url_key is None else sa.or_(by_key, by_url)
    return session.exec(select(EntryRow.id).where(same).limit(1)).first() is not None


def insert_new(session: Session, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that leaves out rows a unique constraint knows already."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


# --- looking back -------------------------------------------------------------------------------


def recent_entries(
    session: Session, *, since: datetime | None = None, limit: int | None = 100
) -> tuple[EntryRow, ...]:
    """Entries seen since a time, newest first."""
    entries = select(EntryRow).order_by(col(EntryRow.seen_at).desc(), col(EntryRow.id).desc())
    if since is not None:
        entries = entries.where(EntryRow.seen_at >= since)
    return tuple(session.exec(entries.limit(limit)))


def count_entries(session: Session) -> int:
    """How many entries there are."""
    return session.exec(select(sa.func.count()).select_from(EntryRow)).one()
