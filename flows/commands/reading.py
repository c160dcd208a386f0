"""Look at one feed, entry or page without storing anything."""

import sys
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from flows.commands.discovery import Found, find_feed
from flows.commands.feed_preview import complain
from flows.fetching.client import Client, Limits, open_client
from flows.fetching.fetch import fetch
from flows.fetching.fetched import Fetched
from flows.fetching.guard import AddressGuard, parse_allow
from flows.outcomes import plain_json
from flows.polling.intake import Document, parse_document, read_entry
from flows.polling.parsing import ParserPool
from flows.polling.tools import load_companies
from flows.settings import Settings
from parsers.errors import FeedError, GigawatchError, ParseError
from parsers.marks import Mark, find_marks
from parsers.plain import parse_plain_entry
from parsers.reading import Reader, build_reader
from parsers.types import DealReading, Entry, Headline, ParsedFeed

_FACTS = ("money", "powers", "chips", "terms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """An entry with its reading, and each of its headlines that is read by itself.

    `marks` show where the reading stands in the entry's title and text.
    """

    entry: Entry
    reading: DealReading
    marks: tuple[Mark, ...] = ()
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
    try:
        if source.startswith(("http://", "https://")):
            fetched = await _fetch(source, settings)
            document = Document(
                body=fetched.body, content_type=fetched.content_type, url=fetched.url
            )
        else:
            body = _read_bytes(source)
            document = Document(body=body, content_type=None, url="http://localhost/")
        parsed = await _parse(document)
    except FeedError as error:
        name = "standard input" if source == "-" else source
        raise GigawatchError(complain(name, error)) from error
    return tuple(_look(entry, parsed, document, reader) for entry in parsed.entries)


def _look(entry: Entry, parsed: ParsedFeed, document: Document, reader: Reader) -> Look:
    """An entry as `flows.polling.intake` reads it, with its headlines beside their readings."""
    own, *below = read_entry(entry, parsed=parsed, document=document, reader=reader)
    readings = {(one.entry.title, one.entry.publisher): one.reading for one in below}
    headlines = ((one, readings.get((one.title, one.publisher))) for one in entry.headlines)
    return Look(
        entry=entry,
        reading=own.reading,
        marks=find_marks(entry.title, entry.text, own.reading, reader),
        headlines=tuple((headline, read) for headline, read in headlines if read is not None),
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
    own = reading_json(look.reading) | {"marks": [plain_json(mark) for mark in look.marks]}
    return {name: told[name] for name in names} | {"headlines": headlines} | own


def reading_json(reading: DealReading) -> dict[str, object]:
    """What was made of an entry: verdict with reasons, parties, legs, and each fact's quote."""
    read = plain_json(reading)
    return {
        "companies": read["companies"],
        "verdict": read["is_compute_deal"],
        "event": read["event"],
        "status": read["status"],
        "reasons": read["reasons"],
        "doubts": read["doubts"],
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


async def _parse(document: Document) -> ParsedFeed:
    """A feed; what is no feed is one entry."""
    async with ParserPool(workers=1) as parsers:
        try:
            return await parsers.run(parse_document, document)
        except ParseError as error:
            if error.code != "not_a_feed":
                raise
            entry = parse_plain_entry(document.body.decode("utf-8", "replace"))
            return ParsedFeed(title="", entries=(entry,))
