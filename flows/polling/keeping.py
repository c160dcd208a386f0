"""Step 6: put feeds' new entries into the database with all that follows from them.

Entries, the deals they open or join, the alerts these are worth and their deliveries go into one
transaction, which the caller commits: all or nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlmodel import Session

from flows.deciding.alerting import Policy, describe_change
from flows.outcomes import DealOutcome, EntryOutcome
from flows.polling.intake import ReadEntry
from flows.polling.joining import Changes, join
from flows.polling.telling import Report, tell_mentions, tell_reports
from parsers.titles import is_same_wording
from parsers.types import Evidence
from storage import deals
from storage.entries import NewEntry, StoredText, save_edit, stored_texts
from storage.placing import Place, place_entries, set_aside

# An old feed in which more than these, and more than half, are suddenly new repeats itself.
_FLOOD: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntries:
    """The entries of one feed's document, known ones among them; parents before their headlines.

    `items` is how many entries the whole document has. `expected` is how many of them may well be
    new, by the feed's own rhythm; None for a feed that is read for the first time.
    """

    feed_id: int
    url: str
    read: Sequence[ReadEntry]
    items: int = 0
    expected: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of one feed's entries; `set_aside` has the reason of each that was refused.

    `held` says that they came as a flood: their deals are stored, but nobody was alerted.
    """

    entries: tuple[EntryOutcome, ...] = ()
    deals: tuple[DealOutcome, ...] = ()
    set_aside: tuple[str, ...] = ()
    edited: int = 0
    held: bool = False

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(
            entries=self.entries + other.entries,
            deals=self.deals + other.deals,
            set_aside=self.set_aside + other.set_aside,
            edited=self.edited + other.edited,
            held=self.held or other.held,
        )


def keep_entries(
    session: Session, batches: Sequence[FeedEntries], *, policy: Policy, now: datetime
) -> tuple[Kept, ...]:
    """Add what is unseen, join each entry to its deal or open one, put the alerts into the outbox.

    Args:
        session: of a transaction the caller commits.
        batches: the entries of some feeds.
        policy: what the user wants to hear.
        now: the time.
    """
    given = [_Given(feed=feed, one=one) for feed in batches for one in feed.read]
    _place(session, given, now=now)
    edits = _save_edits(session, given, now=now)
    news = [*(one for one in given if one.place.how == "new"), *edits]
    work = {id(feed): _Work(feed=feed) for feed in batches}
    for one in news:
        work[id(one.feed)].add(one)
    changes = Changes()
    for one in news:
        if one.one.reading.is_compute_deal:
            deal_id = _join(session, changes, one, now=now)
            work[id(one.feed)].reports.append((deal_id, one.place.entry_id))
    reports = [report for one in work.values() for report in one.as_reports()]
    tell_reports(session, policy, changes, reports, now=now)
    tell_mentions(session, policy, _articles(work.values(), news), now=now)
    return tuple(one.kept(changes) for one in work.values())


def keep_apart(
    session: Session, feed_id: int, one: ReadEntry, *, reason: str, now: datetime
) -> Kept:
    """Keep an entry the database refused, bare and with the reason, so that it is not retried."""
    set_aside(session, new_entry(feed_id, one, now=now), reason=reason)
    return Kept(set_aside=(reason,))


def is_flood(new: int, *, items: int, expected: float | None) -> bool:
    """Whether a feed repeats its past under new names rather than bringing news.

    More than half of its entries and more than twenty at once, and more than twice what its rhythm
    allows for the time since it was last read: a busy feed after a weekend is no flood.

    >>> is_flood(40, items=50, expected=3), is_flood(40, items=50, expected=30)
    (True, False)
    """
    if expected is None:
        return False
    return new > max(_FLOOD, items / 2, 2 * expected)


# --- entries ------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class _Given:
    """An entry on its way: the feed that brought it, and where it was put."""

    feed: FeedEntries
    one: ReadEntry
    place: Place = field(init=False)


@dataclass(slots=True, kw_only=True)
class _Work:
    """What one feed's entries have come to so far."""

    feed: FeedEntries
    entries: list[EntryOutcome] = field(default_factory=list)
    reports: list[tuple[str, int]] = field(default_factory=list)
    edited: int = 0

    def add(self, given: _Given) -> None:
        if given.place.how == "new":
            self.entries.append(_entry_outcome(given))
        else:
            self.edited += 1

    @property
    def held(self) -> bool:
        return is_flood(len(self.entries), items=self.feed.items, expected=self.feed.expected)

    def as_reports(self) -> Iterator[Report]:
        """Its entries that report deals."""
        for deal_id, entry_id in self.reports:
            yield Report(deal_id=deal_id, entry_id=entry_id, held=self.held)

    def kept(self, changes: Changes) -> Kept:
        return Kept(
            entries=tuple(self.entries),
            deals=tuple(
                DealOutcome(
                    id=change.deal_id,
                    change=describe_change(change),
                    deal=change.after,
                    before=change.before,
                )
                for change in changes.of(deal_id for deal_id, _ in self.reports)
            ),
            edited=self.edited,
            held=self.held,
        )


def _articles(work: Iterable[_Work], news: Sequence[_Given]) -> Iterator[tuple[int, ReadEntry]]:
    """The new entries that are no headlines of others and did not come with a flood."""
    held = {id(one.feed) for one in work if one.held}
    for one in news:
        if one.place.how == "new" and one.one.parent_key is None and id(one.feed) not in held:
            yield one.place.entry_id, one.one


def _place(session: Session, given: Sequence[_Given], *, now: datetime) -> None:
    """Put every entry where it belongs; a headline belongs to its parent, if that is stored."""
    parents = [one for one in given if one.one.parent_key is None]
    headlines = [one for one in given if one.one.parent_key is not None]
    ids: dict[tuple[int, str | None], int] = {}
    for some in (parents, headlines):
        new = [
            new_entry(
                one.feed.feed_id,
                one.one,
                now=now,
                parent_id=ids.get((one.feed.feed_id, one.one.parent_key)),
            )
            for one in some
        ]
        for one, place in zip(some, place_entries(session, new), strict=True):
            one.place = place
            ids[one.feed.feed_id, one.one.entry.key] = place.entry_id


def _save_edits(session: Session, given: Sequence[_Given], *, now: datetime) -> list[_Given]:
    """Store what known entries say now; those of which that is an edit."""
    changed = [one for one in given if one.place.how in {"edited", "fuller"}]
    if not changed:
        return []
    before = stored_texts(session, sorted({one.place.entry_id for one in changed}))
    edits = [one for one in changed if is_edit(before[one.place.entry_id], one.one)]
    for one in edits:
        new = new_entry(one.feed.feed_id, one.one, now=now)
        save_edit(session, one.place.entry_id, new)
    return edits


def is_edit(before: StoredText, now: ReadEntry) -> bool:
    """Whether an entry says something else than before.

    A clock on the page is no edit, and what a feed says of an article we read whole is none either,
    unless the title changed. Neither is one that takes a deal away: what was reported and told
    stays proved by what was written then.
    """
    if before.reading and before.reading.is_compute_deal and not now.reading.is_compute_deal:
        return False
    if before.title == now.entry.title:
        if before.has_page:
            return False
        if is_same_wording(before.text, now.entry.text):
            return before.reading != now.reading
    return True


def new_entry(
    feed_id: int, one: ReadEntry, *, now: datetime, parent_id: int | None = None
) -> NewEntry:
    """A read entry as it is stored for a feed; `parent_id` is the entry it was a headline of."""
    entry = one.entry
    return NewEntry(
        feed_id=feed_id,
        key=entry.key,
        url_key=one.url_key,
        title_key=one.title_key,
        fingerprint=entry.fingerprint,
        title=entry.title,
        text=entry.text,
        seen_at=now,
        reading=one.reading,
        url=entry.url,
        publisher=entry.publisher,
        published_at=entry.published_at,
        parent_id=parent_id,
        links=entry.links,
        page_text=one.page_text,
        page_note=one.page_note,
    )


def _entry_outcome(given: _Given) -> EntryOutcome:
    entry = given.one.entry
    return EntryOutcome(
        id=given.place.entry_id,
        feed=given.feed.url,
        url=entry.url,
        title=entry.title,
        publisher=entry.publisher,
        published_at=entry.published_at,
        companies=given.one.reading.companies,
        is_compute_deal=given.one.reading.is_compute_deal,
    )


# --- deals --------------------------------------------------------------------------------------


def _join(session: Session, changes: Changes, given: _Given, *, now: datetime) -> str:
    """Bring an entry's deal up to date; open one, or join one, if it has none. The deal's id."""
    entry_id = given.place.entry_id
    own = deals.deal_of_entry(session, entry_id) if given.place.how != "new" else None
    return join(session, changes, _evidence(given, now=now), own=own, now=now)


def _evidence(given: _Given, *, now: datetime) -> Evidence:
    entry = given.one.entry
    return Evidence(
        entry_id=given.place.entry_id,
        title=entry.title,
        reading=given.one.reading,
        seen_at=now,
        publisher=entry.publisher,
        url=entry.url,
        published_at=entry.published_at,
    )
