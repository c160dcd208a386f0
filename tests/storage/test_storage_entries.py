"""An entry is stored once, whatever feeds carry it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from parsers.types import DealReading
from storage.codec import reading_from_json
from storage.database import transaction
from storage.entries import (
    EntryKeys,
    NewEntry,
    add_entry,
    count_entries,
    known_elsewhere,
    note_seen,
    recent_entries,
    save_reading,
    set_aside,
    unseen,
)
from storage.feeds import FeedSpec, add_feed, get_feed
from storage.tables import EntryFeedRow

LONG = "k" * 600


@pytest.fixture
def other_feed_id(session: Session, now: datetime) -> int:
    """A second feed."""
    add_feed(session, FeedSpec(url="https://two.example/feed"), now=now)
    feed = get_feed(session, "https://two.example/feed")
    assert feed is not None
    assert feed.id is not None
    return feed.id


def carried(session: Session) -> set[tuple[int, int]]:
    """Which feed carries which entry."""
    return {(row.entry_id, row.feed_id) for row in session.exec(select(EntryFeedRow))}


def test_a_stored_entry_gives_back_what_was_stored(
    session: Session, new_entry: NewEntry, entry_id: int
) -> None:
    """Nothing of an entry or its reading is lost or changed."""
    (row,) = recent_entries(session)

    assert row.id == entry_id
    assert (
        NewEntry(
            feed_id=row.feed_id,
            key=row.key,
            url_key=row.url_key,
            fingerprint=row.fingerprint,
            title=row.title,
            text=row.text,
            seen_at=row.seen_at,
            reading=reading_from_json(row.reading),
            url=row.url,
            publisher=row.publisher,
            published_at=row.published_at,
            links=new_entry.links,
        )
        == new_entry
    )
    assert row.links == [{"url": "https://wire.example/more", "text": "more"}]
    assert (row.state, row.reason, row.is_compute_deal) == ("read", None, True)


@pytest.mark.parametrize(
    ("key", "url_key"),
    [
        pytest.param("guid-1", "elsewhere.example/", id="same key in the feed"),
        pytest.param("guid-2", "wire.example/amazon-anthropic", id="same address, changed guid"),
        pytest.param("guid-1", None, id="same key, no address"),
    ],
)
def test_a_known_entry_is_not_stored_again(
    session: Session, new_entry: NewEntry, entry_id: int, key: str, url_key: str | None
) -> None:
    """Either name is enough to know it."""
    again = add_entry(session, replace(new_entry, key=key, url_key=url_key))

    assert again is None
    assert [row.id for row in recent_entries(session)] == [entry_id]


def test_entries_without_an_address_are_told_apart_by_their_key(
    session: Session, new_entry: NewEntry
) -> None:
    """No address is not the same address."""
    first = add_entry(session, replace(new_entry, key="a", url_key=None))
    second = add_entry(session, replace(new_entry, key="b", url_key=None))

    assert None not in {first, second}
    assert count_entries(session) == 2


def test_unseen_knows_an_entry_by_its_key_or_its_address(
    session: Session, entry_id: int, feed_id: int, other_feed_id: int
) -> None:
    """A key counts in its own feed, an address in all."""
    del entry_id
    same_key = EntryKeys(key="guid-1", url_key=None)
    same_address = EntryKeys(key="guid-9", url_key="wire.example/amazon-anthropic")
    new = EntryKeys(key="guid-10", url_key="wire.example/other")

    here = unseen(session, feed_id, [same_key, same_address, new])
    there = unseen(session, other_feed_id, [same_key, same_address, new])

    assert here == frozenset({"guid-10"})
    assert there == frozenset({"guid-1", "guid-10"})
    assert unseen(session, feed_id, []) == frozenset()


def test_a_feed_of_thousands_of_entries_can_be_asked_about(
    session: Session, entry_id: int, feed_id: int
) -> None:
    """No limit on parameters is hit."""
    del entry_id
    entries = [EntryKeys(key=f"guid-{n}", url_key=f"wire.example/{n}") for n in range(2_500)]

    new = unseen(session, feed_id, entries)

    assert len(new) == 2_499


def test_keys_too_long_for_an_index_are_still_told_apart(
    session: Session, new_entry: NewEntry, feed_id: int
) -> None:
    """Two long keys that differ at the end only are two entries, and both are known again."""
    first = add_entry(session, replace(new_entry, key=LONG + "1", url_key=LONG + "/1"))
    second = add_entry(session, replace(new_entry, key=LONG + "2", url_key=LONG + "/2"))

    known = [
        EntryKeys(key=LONG + "1", url_key=None),
        EntryKeys(key="other", url_key=LONG + "/2"),
        EntryKeys(key=LONG + "3", url_key=None),
    ]
    assert None not in {first, second}
    assert unseen(session, feed_id, known) == frozenset({LONG + "3"})


def test_a_second_feed_with_an_entry_is_noted(
    session: Session, entry_id: int, feed_id: int, other_feed_id: int
) -> None:
    """We know every feed that carried an entry; noting it twice is harmless."""
    same = [EntryKeys(key="x", url_key="wire.example/amazon-anthropic")]

    ids = known_elsewhere(session, same)
    note_seen(session, ids, other_feed_id)
    note_seen(session, ids, other_feed_id)
    note_seen(session, [], other_feed_id)

    assert ids == frozenset({entry_id})
    assert carried(session) == {(entry_id, feed_id), (entry_id, other_feed_id)}


def test_an_entry_set_aside_is_not_tried_again_but_its_copy_elsewhere_is(
    session: Session, new_entry: NewEntry, feed_id: int, other_feed_id: int
) -> None:
    """A bad entry costs one look; a sound copy of the same article still counts."""
    stored = set_aside(session, new_entry, reason="its reading has no end")

    (row,) = recent_entries(session)
    assert row.id == stored
    assert (row.state, row.reason, row.reading) == ("set_aside", "its reading has no end", None)
    assert row.is_compute_deal is False
    assert unseen(session, feed_id, [new_entry]) == frozenset()
    assert unseen(session, other_feed_id, [new_entry]) == frozenset({"guid-1"})


def test_a_new_reading_replaces_the_old_one(
    session: Session, entry_id: int, reading: DealReading
) -> None:
    """Reading again after a change of rules changes what is stored."""
    save_reading(session, entry_id, replace(reading, is_compute_deal=False, event="none"))

    session.expire_all()
    (row,) = recent_entries(session)
    assert reading_from_json(row.reading).event == "none"
    assert row.is_compute_deal is False


def test_an_entry_remembers_the_entry_it_was_a_headline_of(
    session: Session, new_entry: NewEntry, entry_id: int
) -> None:
    """A headline opened from an aggregator's list leads back to it."""
    add_entry(session, replace(new_entry, key="h", url_key="h", parent_id=entry_id))

    headline, parent = recent_entries(session)
    assert (headline.parent_id, parent.parent_id) == (entry_id, None)


def test_recent_entries_are_newest_first_and_since_a_time(
    session: Session, new_entry: NewEntry, entry_id: int, now: datetime
) -> None:
    """One can look at a day, or at the last few."""
    hour = timedelta(hours=1)
    later = add_entry(session, replace(new_entry, key="l", url_key="l", seen_at=now + hour))

    assert [row.id for row in recent_entries(session)] == [later, entry_id]
    assert [row.id for row in recent_entries(session, since=now + hour)] == [later]
    assert [row.id for row in recent_entries(session, limit=1)] == [later]


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        pytest.param("a\0b", "ab", id="NUL, which PostgreSQL refuses"),
        pytest.param("a\ud800b", "a?b", id="a lone surrogate, which no driver can encode"),
        pytest.param("é" * 600, "é" * 500, id="too long for the column"),
    ],
)
def test_no_text_makes_a_batch_fail(
    session: Session, new_entry: NewEntry, text: str, stored: str
) -> None:
    """What a database cannot hold is left out, on both databases alike."""
    add_entry(session, replace(new_entry, title=text))

    (row,) = recent_entries(session)
    assert row.title == stored


def test_two_feeds_with_one_article_at_once_store_it_once(
    engine: Engine, now: datetime, reading: DealReading
) -> None:
    """Several workers that meet one article agree on one entry."""
    with transaction(engine) as session:
        for url in ("https://one.example/", "https://two.example/"):
            add_feed(session, FeedSpec(url=url), now=now)
    together = Barrier(2)

    def work(feed_id: int) -> list[int | None]:
        together.wait()
        with transaction(engine) as session:
            return [
                add_entry(
                    session,
                    NewEntry(
                        feed_id=feed_id,
                        key=f"guid-{number}",
                        url_key=f"wire.example/{number}",
                        fingerprint="f",
                        title="t",
                        text="t",
                        seen_at=now,
                        reading=reading,
                    ),
                )
                for number in (range(20) if feed_id == 1 else reversed(range(20)))
            ]

    with ThreadPoolExecutor(2) as pool:
        ids = [entry_id for some in pool.map(work, (1, 2)) for entry_id in some]

    assert len([entry_id for entry_id in ids if entry_id is not None]) == 20
