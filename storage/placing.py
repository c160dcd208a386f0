"""Place entries: which are new, and which are copies or edits of those already stored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Final, Literal

import sqlalchemy as sa
from sqlmodel import Session

from storage.columns import shorten_key
from storage.database import one_writer
from storage.entries import NewEntry, entry_columns
from storage.tables import METADATA

# SQLite takes 32,766 parameters in one statement (sqlite.org, "Maximum Number Of Host Parameters").
AT_ONCE = 5_000
# Copies of one article, by title and publisher, are published within this of each other.
COPIES_WITHIN: Final = timedelta(days=2)
# What an entry is to those already stored: `again` and `edited` are the same entry of the same
# feed, `copy` is the same article elsewhere, `fuller` a copy that says more than what is stored.
How = Literal["new", "again", "edited", "copy", "fuller"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an entry was put: its own new row, or that of the one it repeats."""

    entry_id: int
    how: How


def place_entries(session: Session, new: Sequence[NewEntry]) -> tuple[Place, ...]:
    """Store the entries nobody knows, and say of each where it is; feeds that carry it are noted.

    An entry is known by its key in its own feed; by its address, or by title and publisher close
    in time, in any feed. Entries that were pruned are known too. What `edited` and `fuller` ones
    say now is not stored yet: see `save_edit`. A parent is placed before its headlines, in an
    earlier call.

    Args:
        session: of a transaction the caller commits.
        new: entries of any feeds, at most once each.
    """
    if not new:
        return ()
    one_writer(session)
    # Asking first is safe, since nobody else writes meanwhile, and far quicker than ON CONFLICT,
    # which SQLAlchemy 2.0 compiles anew each time.
    known = _load_known(session, new)
    found = [known.find_or_add(one) for one in new]
    fresh = [one for one, (_, how) in zip(new, found, strict=True) if how == "new"]
    ids = _insert(session, [entry_columns(one) for one in fresh])
    places = tuple(
        Place(entry_id=before.entry_id or ids[before.name], how=how) for before, how in found
    )
    _note_feeds(session, places, new)
    return places


def find_new(session: Session, new: Sequence[NewEntry]) -> tuple[bool, ...]:
    """Which of these nobody knows; nothing is stored."""
    known = _load_known(session, new)
    return tuple(how == "new" for _, how in (known.find_or_add(one) for one in new))


def set_aside(session: Session, new: NewEntry, *, reason: str) -> int:
    """Store an entry that could not be dealt with, so that it is not tried forever; its id.

    It gives up its names across feeds: another feed's copy of the same article may be sound.
    """
    one_writer(session)
    bare = replace(new, reading=None, url_key=None, title_key=None)
    before, how = _load_known(session, [bare]).find_or_add(bare)
    row = entry_columns(bare) | {"state": "set_aside", "reason": reason}
    ids = _insert(session, [row] if how == "new" else [])
    entry_id = before.entry_id or ids[before.name]
    _note_feeds(session, [Place(entry_id=entry_id, how=how)], [bare])
    return entry_id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """An entry that later ones may repeat: `entry_id` is None until it is stored."""

    entry_id: int | None
    feed_id: int
    key: str
    fingerprint: str
    has_text: bool
    at: datetime
    dated: bool
    pruned: bool = False

    @property
    def name(self) -> tuple[int, str]:
        return self.feed_id, self.key

    def how(self, one: NewEntry) -> How:
        """What another entry that goes by its names is to it."""
        if self.pruned:
            return "again"
        if one.feed_id == self.feed_id and one.fingerprint == self.fingerprint:
            return "again"
        if one.text and not self.has_text:
            return "fuller"
        return "edited" if one.feed_id == self.feed_id else "copy"


class _KnownEntries:
    """Entries by each of their names."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[int, str], _Known] = {}
        self._by_url: dict[str, _Known] = {}
        self._by_title: defaultdict[str, list[_Known]] = defaultdict(list)

    def add(self, known: _Known, url_key: str | None, title_key: str | None) -> None:
        self._by_key.setdefault(known.name, known)
        if url_key is not None:
            self._by_url.setdefault(url_key, known)
        if title_key is not None:
            self._by_title[title_key].append(known)

    def find_or_add(self, one: NewEntry) -> tuple[_Known, How]:
        """The entry this one repeats and how, or itself, to be known from now on."""
        key, url_key = shorten_key(one.key), one.url_key and shorten_key(one.url_key)
        before = (
            self._by_key.get((one.feed_id, key))
            or self._by_url.get(url_key or "")
            or self._find_title(one)
        )
        if before is not None:
            return before, before.how(one)
        itself = _Known(
            entry_id=None,
            feed_id=one.feed_id,
            key=key,
            fingerprint=one.fingerprint,
            has_text=bool(one.text),
            at=one.published_at or one.seen_at,
            dated=one.published_at is not None,
        )
        self.add(itself, url_key, one.title_key)
        return itself, "new"

    def _find_title(self, one: NewEntry) -> _Known | None:
        return next(
            (
                known
                for known in self._by_title.get(one.title_key or "", ())
                if _is_copy(one, known)
            ),
            None,
        )


def _is_copy(one: NewEntry, known: _Known) -> bool:
    """Whether one title and publisher mean one article.

    Feeds repeat titles ("What to watch this week"), so within a feed the time must be the same,
    or all they say.
    """
    at = one.published_at or one.seen_at
    if one.feed_id == known.feed_id:
        if one.fingerprint == known.fingerprint:
            return True
        if one.published_at is not None and known.dated:
            return at == known.at
    return abs(at - known.at) <= COPIES_WITHIN


def _load_known(session: Session, new: Sequence[NewEntry]) -> _KnownEntries:
    """The stored entries that go by a name of one of these."""
    feeds = sorted({one.feed_id for one in new})
    keys = sorted({shorten_key(one.key) for one in new})
    urls = sorted({shorten_key(one.url_key) for one in new if one.url_key is not None})
    titles = sorted({one.title_key for one in new if one.title_key is not None})
    known = _KnownEntries()
    rows = (
        *_rows(session, _BY_KEY, keys, feeds=feeds),
        *_rows(session, _BY_URL, urls),
        *_rows(session, _BY_TITLE, titles),
    )
    for row in rows:
        known.add(_stored(row), row.url_key, row.title_key)
    return known


# Tables, not mapped classes: thousands of rows a second go through here. Made once: making a
# statement takes longer than having it answered.
_ENTRIES: Final = METADATA.tables["entries"].c
_NAMES: Final = sa.select(
    _ENTRIES.id,
    _ENTRIES.feed_id,
    _ENTRIES.key,
    _ENTRIES.url_key,
    _ENTRIES.title_key,
    _ENTRIES.fingerprint,
    _ENTRIES.published_at,
    _ENTRIES.seen_at,
    _ENTRIES.pruned_at,
    sa.func.length(_ENTRIES.text).label("length"),
)
_SOME: Final[sa.BindParameter[list[str]]] = sa.bindparam("names", expanding=True)
_IN_FEEDS: Final = _ENTRIES.feed_id.in_(sa.bindparam("feeds", expanding=True))
_BY_KEY: Final = _NAMES.where(_IN_FEEDS, _ENTRIES.key.in_(_SOME))
_BY_URL: Final = _NAMES.where(_ENTRIES.url_key.in_(_SOME))
_BY_TITLE: Final = _NAMES.where(_ENTRIES.title_key.in_(_SOME))
_ADD: Final = sa.insert(METADATA.tables["entries"]).returning(
    _ENTRIES.id, _ENTRIES.feed_id, _ENTRIES.key
)
_ADD_FEED: Final = sa.insert(METADATA.tables["entry_feeds"])
_CARRIED: Final = METADATA.tables["entry_feeds"].c
_CARRIERS: Final = sa.select(_CARRIED.entry_id, _CARRIED.feed_id).where(
    _CARRIED.entry_id.in_(sa.bindparam("entries", expanding=True))
)


def _rows(
    session: Session,
    asked: sa.Select[tuple[object, ...]],
    names: Sequence[str],
    **others: Sequence[int],
) -> Iterator[sa.Row[tuple[object, ...]]]:
    for some in _batches(names):
        yield from session.connection().execute(asked, {"names": some, **others})


def _stored(row: sa.Row[tuple[object, ...]]) -> _Known:
    return _Known(
        entry_id=row.id,
        feed_id=row.feed_id,
        key=row.key,
        fingerprint=row.fingerprint,
        has_text=row.length > 0,
        at=row.published_at or row.seen_at,
        dated=row.published_at is not None,
        pruned=row.pruned_at is not None,
    )


def _batches(names: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(names)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _insert(session: Session, rows: Sequence[dict[str, object]]) -> Mapping[tuple[int, str], int]:
    """Insert rows; ids by feed and key."""
    if not rows:
        return {}
    added = session.connection().execute(_ADD, list(rows))
    return {(feed_id, key): entry_id for entry_id, feed_id, key in added}


def _note_feeds(session: Session, places: Sequence[Place], new: Sequence[NewEntry]) -> None:
    """Note which feed carries which entry; that one carries its own entry again is known."""
    carried = {
        (place.entry_id, one.feed_id): place.how
        for place, one in zip(places, new, strict=True)
        if place.how != "again"
    }
    copied = sorted({entry_id for (entry_id, _), how in carried.items() if how != "new"})
    known = _carriers(session, copied) if copied else frozenset()
    rows = [
        {"entry_id": entry_id, "feed_id": feed_id}
        for entry_id, feed_id in carried
        if (entry_id, feed_id) not in known
    ]
    if rows:
        session.connection().execute(_ADD_FEED, rows)


def _carriers(session: Session, entry_ids: Sequence[int]) -> frozenset[tuple[int, int]]:
    """Which feeds carry these entries."""
    found = session.connection().execute(_CARRIERS, {"entries": entry_ids})
    return frozenset((entry_id, feed_id) for entry_id, feed_id in found)
