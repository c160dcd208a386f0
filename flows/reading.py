"""Look at one feed, entry or page without storing anything."""

import sys
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from flows.client import Client, Limits, open_client
from flows.discovery import Found, find_feed
from flows.fetch import fetch
from flows.fetched import Fetched
from flows.guard import AddressGuard, parse_allow
from flows.outcomes import plain_json
from flows.parsing import ParserPool
from flows.settings import Settings
from flows.tools import load_companies
from parsers.errors import GigawatchError, ParseError
from parsers.plain import parse_plain_entry
from parsers.reading import build_reader, read_deal
from parsers.types import DealReading, Entry

_FACTS = ("money", "powers", "chips", "terms")


async def read_source(source: str, settings: Settings) -> tuple[tuple[Entry, DealReading], ...]:
    """Every entry of a feed, or the one entry a page or text is, with its reading.

    Args:
        source: a URL, a file's path, or "-" for standard input.
        settings: for the company list, limits and allowed addresses.
    """
    reader = build_reader(load_companies(settings))
    if source.startswith(("http://", "https://")):
        fetched = await _fetch(source, settings)
        body, content_type, base = fetched.body, fetched.content_type, fetched.url
    else:
        body, content_type, base = _read_bytes(source), None, "http://localhost/"
    entries = await _entries(body, content_type, base)
    return tuple(
        (entry, read_deal(entry.title, entry.text, reader, source=entry.url)) for entry in entries
    )


async def look_at_feed(url: str, settings: Settings) -> Found:
    """Fetch and parse a feed, or the feed of a web page.

    Raises:
        FeedError: what is wrong with it, in a sentence.
    """
    async with _open_client(settings) as client, ParserPool(workers=1) as parsers:
        return await find_feed(client, parsers, url)


def read_json(entry: Entry, reading: DealReading) -> dict[str, object]:
    """The whole reading of an entry, as `read --json` prints it."""
    told = plain_json(entry)
    names = ("title", "url", "publisher", "text", "links", "headlines")
    return {name: told[name] for name in names} | reading_json(reading)


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


async def _entries(body: bytes, content_type: str | None, base: str) -> tuple[Entry, ...]:
    """A feed's entries; what is no feed is one entry."""
    async with ParserPool(workers=1) as parsers:
        try:
            parsed = await parsers.parse(body, content_type=content_type, base_url=base)
        except ParseError as error:
            if error.code != "not_a_feed":
                raise
            return (parse_plain_entry(body.decode("utf-8", "replace")),)
    return parsed.entries
