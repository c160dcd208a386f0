"""The entries: which are new, and what they said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Protocol

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


def add_entries(session: Session, new: Sequence[NewEntry]) -> dict[str, int]:
    """Store entries that were read; the id of each by its key. Known ones are left out.

    A parent has to be stored before its headlines, in an earlier call.
    """
    # Asking first is safe, since nobody else writes meanwhile, and far quicker than ON CONFLICT,
    # which SQLAlchemy 2.0 compiles anew each time.
    if not new:
        return {}
    one_writer(session)
    return _insert(session, [_columns(one) for one in _first_of_each(session, new)])


def add_entry(session: Session, new: NewEntry) -> int | None:
    """Store one entry; its id, or None if it is known by either name already."""
    return add_entries(session, [new]).get(shorten_key(new.key))


def set_aside(session: Session, new: NewEntry, *, reason: str) -> int | None:
    """Store an entry that could not be dealt with, so that it is not tried forever; its id.

    It gives up its `url_key`: another feed's copy of the same article may be sound.
    """
    one_writer(session)
    bare = replace(new, reading=None, url_key=None)
    row = _columns(bare) | {"state": "set_aside", "reason": reason}
    rows = [row for _ in _first_of_each(session, [bare])]
    return _insert(session, rows).get(shorten_key(new.key))


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


def _first_of_each(session: Session, new: Sequence[NewEntry]) -> list[NewEntry]:
    """Those known by neither name: not in the database, not earlier in the list."""
    fresh = {
        (feed_id, key)
        for feed_id in {one.feed_id for one in new}
        for key in unseen(session, feed_id, [one for one in new if one.feed_id == feed_id])
    }
    taken: set[str] = set()
    first = []
    for one in new:
        names = {f"{one.feed_id} {shorten_key(one.key)}", *filter(None, [_url(one)])}
        if (one.feed_id, one.key) in fresh and not names & taken:
            first.append(one)
            taken |= names
    return first


def _columns(new: NewEntry) -> dict[str, object]:
    return {
        "feed_id": new.feed_id,
        "key": new.key,
        "url": new.url,
        "url_key": new.url_key,
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
    }


def _insert(session: Session, rows: Sequence[dict[str, object]]) -> dict[str, int]:
    """Insert rows and note the feed each came from; ids by key."""
    if not rows:
        return {}
    added = session.execute(
        sa.insert(EntryRow).returning(col(EntryRow.id), col(EntryRow.key), col(EntryRow.feed_id)),
        list(rows),
    ).all()
    carried = [{"entry_id": entry_id, "feed_id": feed_id} for entry_id, _, feed_id in added]
    session.execute(sa.insert(EntryFeedRow), carried)
    return {key: entry_id for entry_id, key, _ in added}


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
