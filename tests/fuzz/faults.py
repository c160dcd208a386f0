"""What must hold of every reading, whatever the bytes were; what does not is a fault."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from parsers.dates import FIRST_YEAR, LAST_YEAR, parse_date
from parsers.decoding import decode
from parsers.discovery import feed_candidates, is_web_page
from parsers.errors import ParseError
from parsers.feed import MAX_ENTRIES, MAX_KEY, MAX_TITLE, parse_feed
from parsers.opml import parse_opml
from parsers.reading import Reader, read_deal
from parsers.types import Entry, ParsedFeed
from parsers.urls import canonical_url, url_key

BASE = "https://news.example/feed.xml"
FEED_CODES = frozenset({"empty_body", "not_a_feed", "xml_forbidden", "malformed"})
OPML_CODES = frozenset({"not_opml", "xml_forbidden"})
MAX_TEXT = 200_000
_READ_ENTRIES = 2

_UNSTORABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_FINGERPRINT = 8


def feed_faults(body: bytes, content_type: str | None, reader: Reader) -> Iterator[str]:
    """What is wrong with the reading of a document as a feed."""
    try:
        parsed = parse_feed(body, content_type=content_type, base_url=BASE)
    except ParseError as error:
        yield from _error_faults(error, FEED_CODES)
        return
    yield from _parsed_faults(parsed)
    yield from _count_faults(body, content_type, parsed)
    yield from _again_faults(body, content_type, parsed)
    for entry in parsed.entries[:_READ_ENTRIES]:
        yield from _reading_faults(entry, reader)


def opml_faults(body: bytes) -> Iterator[str]:
    """What is wrong with the reading of a document as a subscription list."""
    try:
        outlines = parse_opml(body)
    except ParseError as error:
        yield from _error_faults(error, OPML_CODES)
        return
    for outline in outlines:
        yield from _text_faults("outline", f"{outline.url}{outline.title or ''}")
    if len({outline.url for outline in outlines}) < len(outlines):
        yield "one address stands twice in a list"


def page_faults(body: bytes, content_type: str | None) -> Iterator[str]:
    """What is wrong with the feeds found on a document read as a web page."""
    text, _ = decode(body, content_type)
    yield from _text_faults("decoded", text.replace("\r", ""))
    is_web_page(text)
    for url in feed_candidates(BASE, text):
        if not url.startswith(("http://", "https://")):
            yield f"a candidate is no address: {url[:80]!r}"


def date_faults(text: str) -> Iterator[str]:
    """What is wrong with the reading of a date."""
    at = parse_date(text)
    if at is None:
        return
    if at.tzinfo is not UTC or at.utcoffset() != timedelta(0):
        yield f"not UTC: {at!r}"
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        yield f"the year is {at.year}"
    if parse_date(at.isoformat()) != at.replace(microsecond=0):
        yield f"{at.isoformat()} is not read as itself"


def url_faults(text: str) -> Iterator[str]:
    """What is wrong with the canonical form of an address."""
    url = canonical_url(text, base_url=BASE)
    if url is None:
        return
    yield from _url_faults(url)
    if not url_key(url):
        yield f"no key: {url!r}"


def _error_faults(error: ParseError, codes: frozenset[str]) -> Iterator[str]:
    if error.code not in codes:
        yield f"unknown code {error.code!r}"
    if "\n" in error.detail or not error.detail:
        yield f"not one line: {error.detail!r}"


def _parsed_faults(parsed: ParsedFeed) -> Iterator[str]:
    """The invariants of one feed and of each of its entries."""
    if len({entry.key for entry in parsed.entries}) < len(parsed.entries):
        yield "two entries have one key"
    if len(parsed.entries) > MAX_ENTRIES or len(parsed.title) > MAX_TITLE:
        yield "over a limit"
    if len(parsed.fingerprints) % _FINGERPRINT:
        yield "the fingerprints are no multiple of 8"
    if any(count < 1 for _, count in parsed.skipped):
        yield "a reason without entries"
    if parsed.hint_s is not None and parsed.hint_s < 1:
        yield f"hint of {parsed.hint_s} s"
    yield from _line_faults("feed title", parsed.title)
    yield from _text_faults("language", parsed.language or "")
    yield from _line_faults("degraded", parsed.degraded or "")
    yield from _url_faults(parsed.home_url)
    for entry in parsed.entries:
        yield from _entry_faults(entry)


def _entry_faults(entry: Entry) -> Iterator[str]:
    yield from _line_faults("title", entry.title)
    yield from _line_faults("publisher", entry.publisher or "")
    yield from _text_faults("text", entry.text)
    yield from _text_faults("key", entry.key)
    if not entry.title or len(entry.title) > MAX_TITLE or not 0 < len(entry.key) <= MAX_KEY:
        yield "title or key is empty or too long"
    if len(entry.text) > MAX_TEXT or entry.text != entry.text.strip():
        yield "the text is too long, or has blank edges"
    if entry.published_at and (entry.published_at.tzinfo is not UTC):
        yield f"not UTC: {entry.published_at!r}"
    for url in (entry.url, *(link.url for link in entry.links)):
        yield from _url_faults(url)
    for headline in entry.headlines:
        yield from _line_faults("headline", headline.title)
        yield from _line_faults("headline's publisher", headline.publisher or "")
        yield from _url_faults(headline.url)
    for link in entry.links:
        yield from _line_faults("link", link.text)


def _count_faults(body: bytes, content_type: str | None, parsed: ParsedFeed) -> Iterator[str]:
    """Every object of a JSON feed becomes an entry or is counted as left out."""
    text = decode(body, content_type).text.strip()
    if not text.startswith("{"):
        return
    items = json.loads(text, strict=False).get("items")
    objects = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if _found(parsed) != len(objects):
        yield f"{len(objects)} items, {_found(parsed)} found"


def _found(parsed: ParsedFeed) -> int:
    return len(parsed.entries) + sum(count for _, count in parsed.skipped)


def _again_faults(body: bytes, content_type: str | None, parsed: ParsedFeed) -> Iterator[str]:
    """A document that has not changed has nothing new, and reads the same."""
    known = parsed.fingerprints
    # Items in places that only feedparser looks at have no fingerprints.
    if not known or len(known) != _found(parsed) * _FINGERPRINT:
        return
    again = parse_feed(body, content_type=content_type, base_url=BASE, known=known)
    if again.entries:
        yield f"{len(again.entries)} entries are new the second time"
    if again.fingerprints != known:
        yield "the fingerprints are others the second time"


def _reading_faults(entry: Entry, reader: Reader) -> Iterator[str]:
    reading = read_deal(entry.title, entry.text, reader, source=entry.url)
    facts = (reading.money, reading.powers, reading.chips, reading.terms)
    for quote in (fact.quote for kind in facts for fact in kind):
        if quote not in f"{entry.title}\n{entry.text}":
            yield f"a quote is not in the text: {quote[:80]!r}"


def _line_faults(where: str, text: str) -> Iterator[str]:
    if text != " ".join(text.split()):
        yield f"{where}: not one clean line: {text[:80]!r}"
    yield from _text_faults(where, text)


def _text_faults(where: str, text: str) -> Iterator[str]:
    found = _UNSTORABLE.search(text)
    if found:
        yield f"{where}: has {found[0]!r}"


def _url_faults(url: str | None) -> Iterator[str]:
    if url is None:
        return
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not url.isascii():
        yield f"no plain address: {url[:80]!r}"
    if canonical_url(url) != url:
        yield f"not canonical: {url[:200]!r} becomes {canonical_url(url)!r}"
    yield from _line_faults("url", url)
