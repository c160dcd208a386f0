"""What each feed brought, counted where it is stored."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session

from storage.database import transaction
from storage.entries import NewEntry
from storage.feeds import FeedSpec, add_feed, get_feed
from storage.health import Brought, deals_by_feed, entries_by_feed, entries_by_feed_since
from tests.rows import add_entry

DAY = timedelta(days=1)


@pytest.fixture
def other_id(session: Session, now: datetime) -> int:
    """A second feed, which brought nothing."""
    add_feed(session, FeedSpec(url="https://two.example/feed"), now=now)
    feed = get_feed(session, "https://two.example/feed")
    assert feed is not None
    return feed.id or 0


def another(entry: NewEntry, key: str, **changes: object) -> NewEntry:
    """An entry of the same feed, without a reading."""
    return replace(
        entry,
        key=key,
        url_key=None,
        reading=None,
        **changes,  # type: ignore[arg-type]  # any field
    )


def test_nothing_stored_is_nothing_counted(engine: Engine, now: datetime) -> None:
    """A new database has an answer to each question."""
    with transaction(engine) as session:
        assert entries_by_feed(session) == {}
        assert entries_by_feed_since(session, now) == {}
        assert deals_by_feed(session) == {}


def test_entries_count_for_the_feed_that_brought_them(
    session: Session, feed_id: int, other_id: int, new_entry: NewEntry
) -> None:
    """Not the headlines inside them."""
    parent = add_entry(session, new_entry)
    add_entry(session, another(new_entry, "2"))
    add_entry(session, another(new_entry, "3", parent_id=parent))
    add_entry(session, another(new_entry, "4", feed_id=other_id))

    assert entries_by_feed(session) == {feed_id: 2, other_id: 1}


def test_lately_goes_by_the_date_and_else_by_the_day_it_was_seen(
    session: Session, feed_id: int, new_entry: NewEntry, now: datetime
) -> None:
    """An old entry that was stored today is no news."""
    add_entry(session, another(new_entry, "1", published_at=now - 9 * DAY))
    add_entry(session, another(new_entry, "2", published_at=now - 2 * DAY))
    add_entry(session, another(new_entry, "3", published_at=None, seen_at=now - DAY))
    add_entry(session, another(new_entry, "4", published_at=now - DAY, parent_id=1))

    lately = entries_by_feed_since(session, now - 7 * DAY)

    assert lately == {feed_id: Brought(count=2, oldest_at=now - 2 * DAY)}
    assert entries_by_feed_since(session, now) == {}


def test_a_deal_counts_once(session: Session, feed_id: int, deal_id: str) -> None:
    """For the feed whose entry reports it."""
    assert deal_id
    assert deals_by_feed(session) == {feed_id: 1}
