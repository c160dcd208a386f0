"""Look at one feed, entry or page without storing anything."""

import sys
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flows.client import Client, Limits, open_client
from flows.discovery import Found, find_feed
from flows.fetch import fetch
from flows.fetched import Fetched
from flows.guard import AddressGuard, parse_allow
from flows.intake import read_entry
from flows.outcomes import plain_json
from flows.parsing import ParserPool
from flows.preview import complain
from flows.settings import Settings
from flows.tools import load_companies
from parsers.errors import FeedError, GigawatchError, ParseError
from parsers.plain import parse_plain_entry
from parsers.reading import Reader, build_reader
from parsers.types import DealReading, Entry, Headline, ParsedFeed
from storage.feeds import ClaimedFeed

# Nothing of a look is stored, so when it was seen does not matter.
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_FACTS = ("money", "powers", "chips", "terms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """An entry with its reading, and each of its headlines that is read by itself."""

    entry: Entry
    reading: DealReading
    headlines: tuple[tuple[Headline, DealReading], ...] = ()


async def read_source(source: str, settings: Settings) -> tuple[Look, ...]:
    """Every entry of a feed, or the one entry a page or text is, read as a poll would.

    Args:
        source: a URL, a file's path, or "-" for standard input.
        settings: for the company list, limits and allowed addresses.

    Raises:
        GigawatchError: which source cannot be had or read, and what to do.
    """
    reader = build_reader(load_companies(settings))
    feed = _nobodys_feed(source)
    try:
        if source.startswith(("http://", "https://")):
            fetched = await _fetch(source, settings)
            body, content_type, base = fetched.body, fetched.content_type, fetched.url
        else:
            body, content_type, base = _read_bytes(source), None, "http://localhost/"
        parsed = await _parse(body, content_type, base)
    except FeedError as error:
        name = "standard input" if source == "-" else source
        raise GigawatchError(complain(name, error)) from error
    return tuple(_look(entry, parsed, feed, reader) for entry in parsed.entries)


def _look(entry: Entry, parsed: ParsedFeed, feed: ClaimedFeed, reader: Reader) -> Look:
    """An entry as `flows.intake` reads it, with its headlines beside their readings."""
    own, *below = read_entry(entry, parsed=parsed, feed=feed, reader=reader, now=_NO_TIME)
    readings = {(one.new.title, one.new.publisher): one.reading for one in below}
    headlines = ((one, readings.get((one.title, one.publisher))) for one in entry.headlines)
    return Look(
        entry=entry,
        reading=own.reading,
        headlines=tuple((headline, read) for headline, read in headlines if read is not None),
    )


def _nobodys_feed(url: str) -> ClaimedFeed:
    """What a feed looks like that nobody watches."""
    return ClaimedFeed(
        id=0,
        url=url,
        name=None,
        publisher=None,
        etag=None,
        last_modified=None,
        body_hash=None,
        fingerprints=b"",
        errors_in_row=0,
        first_poll=True,
    )


async def look_at_feed(url: str, settings: Settings) -> Found:
    """Fetch and parse a feed, or the feed of a web page.

    Raises:
        FeedError: what is wrong with it, in a sentence.
    """
    async with _open_client(settings) as client, ParserPool(workers=1) as parsers:
        return await find_feed(client, parsers, url)


def read_json(look: Look) -> dict[str, object]:
    """The whole reading of an entry, as `read --json` prints it; a read headline has its own."""
    told = plain_json(look.entry)
    names = ("title", "url", "publisher", "text", "links")
    read = dict(look.headlines)
    headlines = [
        plain_json(one) | (reading_json(read[one]) if one in read else {})
        for one in look.entry.headlines
    ]
    return (
        {name: told[name] for name in names} | {"headlines": headlines} | reading_json(look.reading)
    )


def reading_json(reading: DealReading) -> dict[str, object]:
    """What was made of an entry: verdict with reasons, parties, legs, and each fact's quote."""
    read = plain_json(reading)
    return {
        "companies": read["companies"],
        "verdict": read["is_compute_deal"],
        "event": read["event"],
        "status": read["status"],
        "reasons": read["reasons"],
        "parties": read["parties"],
        "legs": read["legs"],
        "facts": {name: read[name] for name in _FACTS},
    }


def _open_client(settings: Settings) -> AbstractAsyncContextManager[Client]:
    limits = Limits(
        timeout_s=settings.poll.timeout.total_seconds(), max_bytes=settings.poll.max_bytes
    )
    guard = AddressGuard(allow=parse_allow(settings.network.allow))
    return open_client(guard, limits, contact=settings.poll.contact)


async def _fetch(url: str, settings: Settings) -> Fetched:
    async with _open_client(settings) as client:
        answer = await fetch(client, url)
    if not isinstance(answer, Fetched):
        raise GigawatchError(f"{url} answered 304 to a request without conditions; try again")
    return answer


def _read_bytes(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise GigawatchError(f"{source}: cannot be read: {error.strerror}; give a file") from error


async def _parse(body: bytes, content_type: str | None, base: str) -> ParsedFeed:
    """A feed; what is no feed is one entry."""
    async with ParserPool(workers=1) as parsers:
        try:
            return await parsers.parse(body, content_type=content_type, base_url=base)
        except ParseError as error:
            if error.code != "not_a_feed":
                raise
            entry = parse_plain_entry(body.decode("utf-8", "replace"))
            return ParsedFeed(title="", entries=(entry,))
