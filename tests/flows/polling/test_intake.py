"""From a parsed feed to entries that are read and ready to store."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flows.polling.intake import Document, ReadEntry, find_publisher, is_cluster, read_entries
from parsers.reading import Reader, build_reader
from parsers.titles import title_key
from parsers.types import Company, Entry, Headline, ParsedFeed

TOLD = datetime(2026, 4, 20, 23, tzinfo=UTC)
FEED = Document(body=b"", content_type=None, url="https://wire.example/feed")
COMPANIES = (Company(name="Amazon", sector="cloud"), Company(name="Anthropic", sector="lab"))
REUTERS = Headline(
    title="Amazon to invest up to $25 billion in Anthropic for cloud capacity",
    publisher="Reuters",
    url="https://search.example/articles/1",
)
TIMES = Headline(title="Rain is likely", publisher="The Japan Times", url=None)
ENTRY = Entry(
    key="guid-1",
    fingerprint="f1",
    title="Anthropic to pay Amazon $100 billion for computing capacity",
    text="Anthropic commits $100 billion over ten years to Amazon's cloud.",
    url="https://wire.example/deal",
    published_at=TOLD,
)
CLUSTER = Entry(
    key="cluster-1",
    fingerprint="f2",
    title="Amazon's $25bn investment",
    text="",
    url="https://search.example/articles/0",
    published_at=TOLD,
    headlines=(REUTERS, TIMES),
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One that knows two companies."""
    return build_reader(COMPANIES)


def read(reader: Reader, *entries: Entry, title: str = "The Wire") -> tuple[ReadEntry, ...]:
    """Read a feed of these entries."""
    parsed = ParsedFeed(title=title, entries=entries)
    return read_entries(parsed, document=FEED, reader=reader)


def test_an_entry_is_read_and_keeps_what_it_was(reader: Reader) -> None:
    """What is stored is the entry as it came, with its reading, feed and time."""
    (one,) = read(reader, ENTRY)

    assert one.reading.is_compute_deal
    assert one.entry == replace(ENTRY, publisher="The Wire")
    assert (one.url_key, one.parent_key) == ("wire.example/deal", None)
    assert one.title_key == title_key(ENTRY.title, "The Wire")


def test_an_entry_without_address_or_date_is_read_all_the_same(reader: Reader) -> None:
    """It has no name across feeds, and the time it was seen must do."""
    (one,) = read(reader, replace(ENTRY, url=None, published_at=None))

    assert one.reading.is_compute_deal
    assert (one.url_key, one.entry.published_at) == (None, None)


@pytest.mark.parametrize(
    "url", ["https://wire.example/", "https://wire.example/en/", "https://wire.example/index.html"]
)
def test_a_link_to_the_front_page_names_no_article(reader: Reader, url: str) -> None:
    """Entries that all lead to the site itself are told apart by what they say."""
    (one,) = read(reader, replace(ENTRY, url=url))

    assert (one.url_key, one.entry.url) == (None, url)


def test_older_entries_come_first(reader: Reader) -> None:
    """Feeds list the newest first; deals are told in the order things happened."""
    read_ones = read(reader, ENTRY, replace(ENTRY, key="guid-0"))

    assert [one.entry.key for one in read_ones] == ["guid-0", "guid-1"]


# --- headlines ----------------------------------------------------------------------------------


def test_a_cluster_is_opened(reader: Reader) -> None:
    """Each headline is an entry of its own publisher; the list itself reports nothing."""
    cluster, reuters, times = read(reader, CLUSTER)

    assert not cluster.reading.is_compute_deal
    assert "each is read by itself" in cluster.reading.reasons[0]
    assert cluster.entry.publisher is None
    assert (reuters.reading.is_compute_deal, times.reading.is_compute_deal) == (True, False)
    assert (reuters.entry.publisher, times.entry.publisher) == ("Reuters", "The Japan Times")
    assert [one.parent_key for one in (reuters, times)] == ["cluster-1"] * 2
    assert (reuters.entry.url, reuters.entry.published_at) == (REUTERS.url, TOLD)


def test_a_headline_is_known_by_its_words(reader: Reader) -> None:
    """An aggregator's address changes with every poll; title and publisher stay."""
    moved = replace(REUTERS, url="https://search.example/articles/9", title=REUTERS.title.upper())

    once = read(reader, CLUSTER)[1]
    again = read(reader, replace(CLUSTER, headlines=(moved, TIMES)))[1]
    other = read(reader, replace(CLUSTER, headlines=(replace(REUTERS, publisher="AP"), TIMES)))[1]

    assert (once.entry.key, once.url_key) == (again.entry.key, again.url_key)
    assert once.entry.key != other.entry.key


def test_a_headline_in_two_clusters_is_one_entry(reader: Reader) -> None:
    """It belongs to the cluster that is read first, so that its parent is stored before it."""
    newer = replace(CLUSTER, key="cluster-2")

    read_ones = read(reader, newer, CLUSTER)

    keys = [one.entry.key for one in read_ones]
    assert len(keys) == len(set(keys)) == 4
    for one in read_ones:
        if one.parent_key is not None:
            assert keys.index(one.parent_key) < keys.index(one.entry.key)


def test_an_item_told_again_as_its_own_headline_is_read_once(reader: Reader) -> None:
    """Aggregators list the item itself among its headlines."""
    itself = Headline(title=ENTRY.title, publisher="The Wire", url=ENTRY.url)

    read_ones = read(reader, replace(ENTRY, headlines=(itself, TIMES)))

    assert [one.entry.title for one in read_ones] == [ENTRY.title, TIMES.title]
    assert read_ones[0].reading.is_compute_deal


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(CLUSTER, True, id="nothing but headlines"),
        pytest.param(replace(CLUSTER, headlines=(REUTERS,)), False, id="one headline"),
        pytest.param(replace(CLUSTER, text="Amazon said so."), False, id="text of its own"),
        pytest.param(ENTRY, False, id="no headlines"),
    ],
)
def test_clusters(entry: Entry, expected: bool) -> None:
    """A cluster lists others and says nothing itself."""
    assert is_cluster(entry) is expected


# --- publishers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "feed", "title", "expected"),
    [
        pytest.param(replace(ENTRY, publisher="Axios"), FEED, "Wire", "Axios", id="as it says"),
        pytest.param(ENTRY, replace(FEED, publisher="Mine"), "Wire", "Mine", id="as the user says"),
        pytest.param(CLUSTER, FEED, "Search", None, id="a cluster has none"),
        pytest.param(
            replace(ENTRY, url="https://www.reuters.com/a"), FEED, "Wire", "Reuters", id="by host"
        ),
        pytest.param(ENTRY, FEED, "The Wire", "The Wire", id="the feed's title"),
        pytest.param(replace(ENTRY, url=None), FEED, "The Wire", "The Wire", id="no address"),
        pytest.param(ENTRY, replace(FEED, name="My wire"), "", "My wire", id="the feed's name"),
        pytest.param(ENTRY, FEED, "", None, id="nobody says"),
    ],
)
def test_publishers(entry: Entry, feed: Document, title: str, expected: str | None) -> None:
    """The nearest word counts: the entry's, the user's, the address's, the feed's."""
    assert find_publisher(entry, ParsedFeed(title=title, entries=()), feed) == expected
