from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.feed import parse_feed
from parsers.scan import fingerprint_json, scan_xml, split_fingerprints
from parsers.types import ParsedFeed

FEEDS = Path(__file__).parent.parent / "data/feeds"
RSS = "<rss version='2.0'><channel><title>The Wire</title>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Wire</title>{}</feed>"


def rss_item(number: int, title: str = "News") -> str:
    """One RSS item."""
    return f"<item><guid>{number}</guid><title>{title} {number}</title></item>"


def read(document: str, known: bytes = b"") -> ParsedFeed:
    """The document as `parse_feed` reads it."""
    url = "https://wire.example/feed"
    return parse_feed(document.encode(), content_type=None, base_url=url, known=known)


def keys(feed: ParsedFeed) -> list[str]:
    """What its entries are called."""
    return [entry.key for entry in feed.entries]


def test_only_new_items_are_parsed() -> None:
    """An item that was there last time costs no parsing; the others come out as ever."""
    first = read(RSS.format(rss_item(1) + rss_item(2)))

    second = read(RSS.format(rss_item(3) + rss_item(1) + rss_item(2)), first.fingerprints)

    assert (keys(first), keys(second)) == (["1", "2"], ["3"])
    assert second.title == "The Wire"


def test_an_edited_item_is_parsed_again() -> None:
    """One changed word makes an item new to the scan; the database knows its key."""
    first = read(RSS.format(rss_item(1) + rss_item(2)))

    second = read(RSS.format(rss_item(1) + rss_item(2, "Newer")), first.fingerprints)

    assert keys(second) == ["2"]


def test_a_feed_with_nothing_new_has_no_entries_and_keeps_its_head() -> None:
    """Everything known: no entries, the same fingerprints, and no complaint."""
    document = RSS.format(rss_item(1) + rss_item(2))
    first = read(document)

    second = read(document, first.fingerprints)

    assert second == replace(first, entries=())


def test_items_with_one_guid_are_parsed_whole() -> None:
    """Items that share a guid are told apart only side by side, so none is cut out."""
    twins = RSS.format("<item><guid>x</guid><title>A</title></item>" * 2)

    assert scan_xml(twins, b"") is None


@pytest.mark.parametrize(
    "document", ["<rss><channel><item>", "<rss>&nbsp;</rss>", "no XML", "<rss>\ud800</rss>"]
)
def test_what_is_not_well_formed_is_parsed_whole(document: str) -> None:
    """The scan is strict; feedparser repairs what it refuses."""
    assert scan_xml(document, b"") is None


def test_atom_and_json_are_scanned_too() -> None:
    """Both forms leave out what they had before."""
    entry = "<entry><id>{0}</id><title>News {0}</title></entry>"
    atom = read(ATOM.format(entry.format(1)))
    json = '{{"version": "https://jsonfeed.org/version/1.1", "items": [{}]}}'
    feed = read(json.format('{"id": "1"}'))

    assert keys(read(ATOM.format(entry.format(2) + entry.format(1)), atom.fingerprints)) == ["2"]
    assert keys(read(json.format('{"id": "2"}, {"id": "1"}'), feed.fingerprints)) == ["2"]


def test_json_keys_may_change_their_order() -> None:
    """A server that shuffles its keys sends nothing new."""
    assert fingerprint_json({"id": 1, "title": "A"}) == fingerprint_json({"title": "A", "id": 1})


@given(
    st.lists(st.integers(0, 30), max_size=12, unique=True),
    st.lists(st.integers(0, 30), max_size=12, unique=True),
)
def test_the_scan_tells_exactly_the_new_items(before: list[int], after: list[int]) -> None:
    """Whatever was there and whatever is there now: the difference is parsed, in its order."""
    known = scan_xml(RSS.format("".join(map(rss_item, before))), b"")
    assert known is not None

    feed = read(RSS.format("".join(map(rss_item, after))), known.fingerprints)

    assert keys(feed) == [str(number) for number in after if number not in before]
    assert len(split_fingerprints(feed.fingerprints)) == len(after)
