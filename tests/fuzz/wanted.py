"""Read what other parsers made of real feeds: rss-parser, feed-rs and fastfeedparser."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from parsers.dates import parse_date
from parsers.errors import ParseError
from parsers.feed import parse_feed
from parsers.markup import plain_line
from parsers.types import Entry
from parsers.urls import canonical_url

BASE = "http://127.0.0.1:8097/feed.xml"
Json = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An entry as another parser read it; what it does not say is empty."""

    title: str
    link: str
    date: str


Read = Callable[[Json], Wanted]


def wanted_feeds(folder: Path) -> Iterator[tuple[str, bytes, tuple[Wanted, ...]]]:
    """Name, document and expected entries of each recorded feed."""
    for path in sorted((folder / "rss-parser/output").glob("*.json")):
        (source,) = (folder / "rss-parser/input").glob(f"{path.stem}.*")
        yield path.stem, source.read_bytes(), _entries(path, "feed", "items", _of_rss_parser)
    for path in sorted((folder / "feed-rs").rglob("*.serde.json")):
        stem = path.name.removesuffix(".serde.json")
        source = next(path.with_name(f"{stem}{end}") for end in (".xml", ".json")
                      if path.with_name(f"{stem}{end}").exists())  # fmt: skip
        yield stem, source.read_bytes(), _entries(path, "", "entries", _of_feed_rs)
    for source in sorted((folder / "fastfeedparser").glob("*.xml")):
        path = source.with_suffix(".json")
        yield source.stem, source.read_bytes(), _entries(path, "", "entries", _of_fastfeedparser)


def compare(body: bytes, wanted: tuple[Wanted, ...]) -> Iterator[tuple[str, bool]]:
    """Name each field another parser gives, and say whether ours agrees, entry by entry."""
    try:
        entries = parse_feed(body, content_type=None, base_url=BASE).entries
    except ParseError:
        entries = ()
    yield "count", len(entries) == len(wanted)
    for entry, other in zip(entries, wanted, strict=False):
        yield from _compare(entry, other)


def _compare(entry: Entry, other: Wanted) -> Iterator[tuple[str, bool]]:
    # A replacement mark in the expectation is the other parser's own mojibake.
    if other.title and "\N{REPLACEMENT CHARACTER}" not in other.title:
        yield "title", entry.title == plain_line(other.title)
    link = canonical_url(other.link, base_url=BASE)
    # FeedBurner's detour is not the address that we keep.
    if link and "feedproxy.google.com" not in link:
        yield "link", entry.url == link
    if other.date:
        yield "date", entry.published_at == parse_date(other.date)


def _entries(path: Path, at: str, name: str, read: Read) -> tuple[Wanted, ...]:
    document = json.loads(path.read_text(encoding="utf-8"))
    return tuple(read(entry) for entry in (document[at] if at else document)[name])


def _of_rss_parser(entry: Json) -> Wanted:
    return Wanted(
        title=_text(entry.get("title")),
        link=_text(entry.get("link")),
        date=_text(entry.get("isoDate")),
    )


def _of_fastfeedparser(entry: Json) -> Wanted:
    return Wanted(
        title=_text(entry.get("title")),
        link=_text(entry.get("link")),
        date=_text(entry.get("published")) or _text(entry.get("updated")),
    )


def _of_feed_rs(entry: Json) -> Wanted:
    title, links = entry.get("title"), entry.get("links")
    first = links[0] if isinstance(links, list) and links else {}
    return Wanted(
        title=_text(title.get("content")) if _is_json(title) else "",
        link=_text(first.get("href")),
        date=_text(entry.get("published")) or _text(entry.get("updated")),
    )


def _is_json(value: object) -> TypeGuard[Json]:
    return isinstance(value, dict)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
