"""What is stored of an entry and of the alerts that told it is found again, on every database."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from parsers.types import DealReading
from storage.digests import bundle, waiting
from storage.entries import NewEntry, prune_entries
from storage.feeds import FeedSpec, add_feed, get_feed
from storage.outbox import add_mention
from storage.placing import place_entries, set_aside
from storage.sending import claim_delivery, mark_failed
from storage.sightings import Arrival, Sighting, arrivals, find_entry_id, get_sighting

URL = "https://wire.example/amazon-anthropic"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def alert_id(session: Session, entry_id: int, now: datetime) -> int:
    """A mention of the entry, on its way to two destinations."""
    return add_mention(
        session,
        entry_id=entry_id,
        key="mention-1#1",
        payload={},
        destinations=("desk", "mail"),
        now=now,
    )


def test_an_entry_is_found_whole(
    session: Session, entry_id: int, reading: DealReading, now: datetime
) -> None:
    """What it says, where and when it was seen, and how it was read."""
    assert get_sighting(session, entry_id) == Sighting(
        id=entry_id,
        title="Amazon and Anthropic expand",
        text="Anthropic commits more than $100 billion to Amazon.",
        url=URL,
        publisher="The Wire",
        published_at=None,
        seen_at=now,
        edited_at=None,
        pruned_at=None,
        feeds=("https://one.example/feed",),
        reading=reading,
        reason=None,
        page_text=None,
        page_note=None,
        parent_id=None,
    )
    assert get_sighting(session, entry_id + 1) is None


def test_all_feeds_that_carried_it_are_named(
    session: Session, entry_id: int, new_entry: NewEntry, now: datetime
) -> None:
    """An entry belongs to the first; the others had it too."""
    add_feed(session, FeedSpec(url="https://two.example/feed"), now=now)
    second = get_feed(session, "https://two.example/feed")
    assert second is not None
    assert second.id is not None
    place_entries(session, [replace(new_entry, feed_id=second.id, key="other")])

    found = get_sighting(session, entry_id)

    assert found is not None
    assert found.feeds == ("https://one.example/feed", "https://two.example/feed")


@pytest.mark.parametrize(
    ("address", "key", "is_it"),
    [
        pytest.param(URL, "-", True, id="its address"),
        pytest.param("http://www.wire.example/x", "wire.example/amazon-anthropic", True, id="name"),
        pytest.param("https://wire.example/other", "wire.example/other", False, id="another"),
    ],
)
def test_an_entry_is_found_by_its_address(
    session: Session, entry_id: int, address: str, key: str, is_it: bool
) -> None:
    """As it stands in the feed, or in any other form of the same address."""
    assert find_entry_id(session, address, url_key=key) == (entry_id if is_it else None)


def test_what_is_gone_says_why(session: Session, new_entry: NewEntry, now: datetime) -> None:
    """A pruned entry has no reading left, one that was set aside never had one."""
    pruned_id = place_entries(session, [new_entry])[0].entry_id
    prune_entries(session, before=now + MINUTE, now=now)
    refused_id = set_aside(
        session, replace(new_entry, key="odd", url_key="odd", url=None), reason="too long"
    )

    pruned, refused = get_sighting(session, pruned_id), get_sighting(session, refused_id)

    assert pruned is not None
    assert refused is not None
    assert (pruned.reading, pruned.pruned_at) == (None, now)
    assert (refused.reason, refused.pruned_at) == ("too long", None)


def test_deliveries_of_an_alert_tell_how_far_they_are(
    session: Session, alert_id: int, now: datetime
) -> None:
    """One failed, one is in a digest that has a key of its own."""
    claimed = claim_delivery(session, owner="me", now=now, lease=MINUTE, destinations=("desk",))
    assert claimed is not None
    mark_failed(session, claimed.id, owner="me", error="no answer", next_try_at=now + MINUTE)
    bundle(session, "mail", waiting(session, "mail", now=now), payload={}, now=now)

    desk, mail = arrivals(session, [alert_id])

    assert desk == Arrival(
        id=claimed.id,
        alert_key="mention-1#1",
        destination="desk",
        state="failed",
        attempts=1,
        next_try_at=now + MINUTE,
        sent_at=None,
        last_error="no answer",
        digest=None,
    )
    assert (mail.destination, mail.state, mail.digest) == ("mail", "held", "digest-2026-11-22#1")
    assert arrivals(session, []) == ()
