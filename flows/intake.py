"""Turn a parsed feed into entries that are read and ready to store.

An item that carries a list of related headlines is opened: each headline becomes an entry of its
own, with its own publisher, read by itself. An item that is nothing but such a list is a hint by
an aggregator, not a source: it is kept, but reports no deal.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from parsers.publishers import known_publisher
from parsers.reading import Reader, read_deal
from parsers.types import DealReading, Entry, Headline, ParsedFeed
from parsers.urls import host_of, url_key
from storage.entries import NewEntry
from storage.feeds import ClaimedFeed

# One headline may be the item itself told again; two and more are a cluster.
_CLUSTER: Final = 2
_HINT: Final = DealReading(
    is_compute_deal=False,
    event="none",
    reasons=("a cluster of other publishers' headlines: each is read by itself",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """An entry to store, its reading, and the key of the entry it was a headline of."""

    new: NewEntry
    reading: DealReading
    feed_url: str
    parent_key: str | None = None


def read_entries(
    parsed: ParsedFeed, *, feed: ClaimedFeed, reader: Reader, now: datetime
) -> tuple[ReadEntry, ...]:
    """Every item of a feed with its headlines, read; parents before their headlines."""
    read: dict[str, ReadEntry] = {}
    for entry in reversed(parsed.entries):
        for one in read_entry(entry, parsed=parsed, feed=feed, reader=reader, now=now):
            # A headline may stand in several clusters: it belongs to the first.
            read.setdefault(one.new.key, one)
    return tuple(read.values())


def find_publisher(entry: Entry, parsed: ParsedFeed, feed: ClaimedFeed) -> str | None:
    """Who wrote an entry: as it says, as the user says, by its address, else the feed's title."""
    if entry.publisher or feed.publisher:
        return entry.publisher or feed.publisher
    if is_cluster(entry):
        return None
    by_address = known_publisher(host_of(entry.url)) if entry.url else None
    return by_address.name if by_address else parsed.title or feed.name


def is_cluster(entry: Entry) -> bool:
    """Whether an entry is nothing but a list of other publishers' headlines."""
    return len(entry.headlines) >= _CLUSTER and not entry.text.strip()


def read_entry(
    entry: Entry, *, parsed: ParsedFeed, feed: ClaimedFeed, reader: Reader, now: datetime
) -> Iterator[ReadEntry]:
    """One item of a feed, then each of its headlines that is not the item itself told again."""
    publisher = find_publisher(entry, parsed, feed)
    source = entry.url or publisher
    hint = is_cluster(entry)
    reading = _HINT if hint else read_deal(entry.title, entry.text, reader, source=source)
    yield ReadEntry(
        new=NewEntry(
            feed_id=feed.id,
            key=entry.key,
            url_key=url_key(entry.url) if entry.url else None,
            fingerprint=entry.fingerprint,
            title=entry.title,
            text=entry.text,
            seen_at=now,
            reading=reading,
            url=entry.url,
            publisher=publisher,
            published_at=entry.published_at,
            links=entry.links,
        ),
        reading=reading,
        feed_url=feed.url,
    )
    for headline in entry.headlines:
        if hint or headline.title != entry.title:
            yield _read_headline(headline, entry, feed=feed, reader=reader, now=now)


def _read_headline(
    headline: Headline, parent: Entry, *, feed: ClaimedFeed, reader: Reader, now: datetime
) -> ReadEntry:
    """A headline's address is an aggregator's and names nothing: title and publisher do."""
    words = f"{headline.title}\n{headline.publisher or ''}".casefold()
    source = headline.url or headline.publisher
    reading = read_deal(headline.title, "", reader, source=source)
    key = f"headline:{hashlib.sha256(words.encode()).hexdigest()}"
    return ReadEntry(
        new=NewEntry(
            feed_id=feed.id,
            key=key,
            url_key=key,
            fingerprint=key.removeprefix("headline:"),
            title=headline.title,
            text="",
            seen_at=now,
            reading=reading,
            url=headline.url,
            publisher=headline.publisher,
            published_at=parent.published_at,
        ),
        reading=reading,
        feed_url=feed.url,
        parent_key=parent.key,
    )
