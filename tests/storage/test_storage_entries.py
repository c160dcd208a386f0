"""An entry is stored once, whatever feeds carry it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from parsers.types import Deal, DealReading
from storage.codec import reading_from_json
from storage.database import transaction
from storage.deals import open_deal
from storage.entries import (
    NewEntry,
    prune_entries,
    save_edit,
    stored_texts,
)
from storage.feeds import FeedSpec, add_feed, get_feed
from storage.placing import Place, find_new, place_entries, set_aside
from storage.tables import EntryFeedRow
from tests.rows import add_entry, all_entries

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
    (row,) = all_entries(session)

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
    assert [row.id for row in all_entries(session)] == [entry_id]


def test_entries_without_an_address_are_told_apart_by_their_key(
    session: Session, new_entry: NewEntry
) -> None:
    """No address is not the same address."""
    first = add_entry(session, replace(new_entry, key="a", url_key=None))
    second = add_entry(session, replace(new_entry, key="b", url_key=None))

    assert None not in {first, second}
    assert len(all_entries(session)) == 2


def test_an_entry_is_known_by_its_key_or_its_address(
    session: Session, new_entry: NewEntry, entry_id: int, other_feed_id: int
) -> None:
    """A key counts in its own feed, an address in all."""
    del entry_id
    same_key = replace(new_entry, url_key=None)
    same_address = replace(new_entry, key="guid-9")
    new = replace(new_entry, key="guid-10", url_key="wire.example/other")
    some = [same_key, same_address, new]

    here = find_new(session, some)
    there = find_new(session, [replace(one, feed_id=other_feed_id) for one in some])

    assert (here, there) == ((False, False, True), (True, False, True))
    assert place_entries(session, []) == ()


def test_a_feed_of_thousands_of_entries_can_be_asked_about(
    session: Session, new_entry: NewEntry, entry_id: int
) -> None:
    """No limit on parameters is hit."""
    del entry_id
    entries = [
        replace(new_entry, key=f"guid-{n}", url_key=f"wire.example/{n}") for n in range(12_000)
    ]

    new = find_new(session, entries)

    assert (new.count(True), new[1]) == (11_999, False)


def test_keys_too_long_for_an_index_are_still_told_apart(
    session: Session, new_entry: NewEntry
) -> None:
    """Two long keys that differ at the end only are two entries, and both are known again."""
    first = add_entry(session, replace(new_entry, key=LONG + "1", url_key=LONG + "/1"))
    second = add_entry(session, replace(new_entry, key=LONG + "2", url_key=LONG + "/2"))

    known = [
        replace(new_entry, key=LONG + "1", url_key=None),
        replace(new_entry, key="other", url_key=LONG + "/2"),
        replace(new_entry, key=LONG + "3", url_key=None),
    ]
    assert None not in {first, second}
    assert find_new(session, known) == (False, False, True)


def test_a_second_feed_with_an_entry_is_noted(
    session: Session, new_entry: NewEntry, entry_id: int, feed_id: int, other_feed_id: int
) -> None:
    """We know every feed that carried an entry; noting it twice is harmless."""
    copy = replace(new_entry, feed_id=other_feed_id, key="x")

    places = [place_entries(session, [copy]) for _ in range(2)]

    assert places == [(Place(entry_id=entry_id, how="copy"),)] * 2
    assert carried(session) == {(entry_id, feed_id), (entry_id, other_feed_id)}


def test_an_entry_set_aside_is_not_tried_again_but_its_copy_elsewhere_is(
    session: Session, new_entry: NewEntry, other_feed_id: int
) -> None:
    """A bad entry costs one look; a sound copy of the same article still counts."""
    for _ in range(2):
        set_aside(session, new_entry, reason="its reading has no end")

    (row,) = all_entries(session)
    assert (row.state, row.reason, row.reading) == ("set_aside", "its reading has no end", None)
    assert row.is_compute_deal is False
    copy = replace(new_entry, feed_id=other_feed_id)
    assert find_new(session, [new_entry, copy]) == (False, True)


def test_a_set_of_entries_is_placed_as_if_one_came_after_the_other(
    session: Session, new_entry: NewEntry, other_feed_id: int
) -> None:
    """Copies and twins within one batch are told like those that are stored already."""
    first = replace(new_entry, key="a")
    copy = replace(new_entry, key="b", feed_id=other_feed_id)
    other = replace(new_entry, key="c", url_key="wire.example/other", title_key=None)

    places = place_entries(session, [first, copy, other])

    assert [place.how for place in places] == ["new", "copy", "new"]
    assert places[0].entry_id == places[1].entry_id
    assert len(carried(session)) == 3


# --- the same article by its title --------------------------------------------------------------

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("same_feed", "changes", "how"),
    [
        pytest.param(False, {}, "copy", id="another feed, another address"),
        pytest.param(False, {"published_at": HOUR * 47}, "copy", id="two days apart"),
        pytest.param(False, {"published_at": HOUR * 49}, "new", id="more than two days apart"),
        pytest.param(False, {"title_key": "t2"}, "new", id="another title or publisher"),
        pytest.param(False, {"title_key": None}, "new", id="a title that says little"),
        pytest.param(True, {}, "again", id="all guids and addresses changed"),
        pytest.param(True, {"fingerprint": "f2"}, "edited", id="and the text: same time"),
        pytest.param(
            True, {"fingerprint": "f2", "published_at": HOUR}, "new", id="a title used every hour"
        ),
    ],
)
def test_an_article_is_known_by_title_and_publisher(  # noqa: PLR0917 - fixtures
    session: Session,
    new_entry: NewEntry,
    now: datetime,
    other_feed_id: int,
    same_feed: bool,
    changes: dict[str, object],
    how: str,
) -> None:
    """Aggregators hide addresses and moved sites change them: title and publisher stay, in time."""
    known = replace(new_entry, title_key="t1", published_at=now)
    place_entries(session, [known])
    moved = replace(known, key="moved", url_key="moved.example/1")
    if not same_feed:
        moved = replace(moved, feed_id=other_feed_id)
    for name, value in changes.items():
        later = now + value if isinstance(value, timedelta) else value
        moved = replace(moved, **{name: later})  # type: ignore[arg-type]

    (place,) = place_entries(session, [moved])

    assert place.how == how


def test_an_article_after_its_headline_says_more(
    session: Session, new_entry: NewEntry, other_feed_id: int
) -> None:
    """What an aggregator lists is a headline; the publisher's own entry brings the text."""
    headline = replace(new_entry, text="", url_key="headline", title_key="t1")
    (first,) = place_entries(session, [headline])
    article = replace(new_entry, feed_id=other_feed_id, key="own", title_key="t1")

    (place,) = place_entries(session, [article])
    save_edit(session, place.entry_id, article)

    session.expire_all()
    (row,) = all_entries(session)
    assert (place, row.text) == (Place(entry_id=first.entry_id, how="fuller"), new_entry.text)
    assert (row.feed_id, row.url_key, row.edited_at) == (
        new_entry.feed_id,
        "headline",
        article.seen_at,
    )


# --- later --------------------------------------------------------------------------------------


def test_an_edit_replaces_what_an_entry_says(
    session: Session, new_entry: NewEntry, entry_id: int, reading: DealReading, now: datetime
) -> None:
    """Text and reading are the new ones; names and the first sight stay."""
    none = replace(reading, is_compute_deal=False, event="none")
    edited = replace(
        new_entry, title="Corrected", text="Nothing.", reading=none, seen_at=now + HOUR
    )

    save_edit(session, entry_id, edited)

    session.expire_all()
    (row,) = all_entries(session)
    said = stored_texts(session, [entry_id])[entry_id]
    assert (row.title, row.text, row.is_compute_deal) == ("Corrected", "Nothing.", False)
    assert (row.seen_at, row.edited_at, row.key) == (now, now + HOUR, new_entry.key)
    assert (said.text, said.reading) == ("Nothing.", none)


@pytest.mark.parametrize(
    ("key", "fingerprint", "how"),
    [
        pytest.param("guid-1", "f1", "again", id="the same words"),
        pytest.param("guid-1", "f2", "edited", id="other words"),
        pytest.param("guid-9", "f2", "edited", id="other words under a new guid"),
    ],
)
def test_a_known_entry_is_an_edit_only_if_it_says_something_else(  # noqa: PLR0917 - fixtures
    session: Session, new_entry: NewEntry, entry_id: int, key: str, fingerprint: str, how: str
) -> None:
    """A feed fetched whole again edits nothing."""
    again = replace(new_entry, key=key, fingerprint=fingerprint)

    (placed,) = place_entries(session, [again])

    assert (placed.entry_id, placed.how) == (entry_id, how)


def test_a_pruned_entry_does_not_come_back_as_new(
    session: Session, new_entry: NewEntry, now: datetime
) -> None:
    """Its words are gone, its names stay: a feed that still carries it brings no news."""
    old = replace(new_entry, reading=None, title_key="t1")
    place_entries(session, [old])

    pruned = [prune_entries(session, before=now + HOUR, now=now + HOUR) for _ in range(2)]

    session.expire_all()
    (row,) = all_entries(session)
    edited = replace(old, fingerprint="f2", text="Other words")
    elsewhere = replace(old, key="k", url_key="u", published_at=now)
    assert pruned == [1, 0]
    assert (row.text, row.reading, row.pruned_at) == ("", None, now + HOUR)
    assert [place_entries(session, [one])[0].how for one in (old, edited, elsewhere)] == [
        "again"
    ] * 3


def test_what_proves_a_deal_is_not_pruned(
    session: Session, entry_id: int, deal: Deal, now: datetime
) -> None:
    """A deal can show the words it came from for as long as it is kept."""
    open_deal(session, deal, slug="deal", entry_id=entry_id, now=now)

    assert prune_entries(session, before=now + HOUR, now=now) == 0


def test_an_entry_remembers_the_entry_it_was_a_headline_of(
    session: Session, new_entry: NewEntry, entry_id: int
) -> None:
    """A headline opened from an aggregator's list leads back to it."""
    add_entry(session, replace(new_entry, key="h", url_key="h", parent_id=entry_id))

    headline, parent = all_entries(session)
    assert (headline.parent_id, parent.parent_id) == (entry_id, None)


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

    (row,) = all_entries(session)
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
