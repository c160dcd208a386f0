"""Read JSON Feed (1.0, 1.1) into raw items: the plain shape XML feeds are brought into as well."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from parsers.errors import ParseError
from parsers.scan import fingerprint_json, split_fingerprints

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """One item as its feed has it: markup and dates untouched, an absent field empty.

    `title` and `body` are HTML or plain text, `links` and `dates` in order of preference;
    `base_url` is where the item itself says its relative links start from.
    """

    guid: str = ""
    title: str = ""
    body: str = ""
    links: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    publisher: str = ""
    base_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFeed:
    """One document: its unknown items, and the fingerprints of all it has.

    `degraded` says what the reader had to repair, `hint_s` how many seconds the feed itself asks
    us to wait between polls.
    """

    title: str = ""
    home_url: str = ""
    language: str = ""
    items: tuple[RawItem, ...] = ()
    degraded: str | None = None
    fingerprints: bytes = b""
    hint_s: int | None = None


def parse_json_feed(text: str, known: bytes = b"") -> RawFeed:
    """Read a JSON document, but for the items already known.

    Fields of a wrong type count as absent; items that are no objects do too.

    Raises:
        ParseError: `malformed` if it is not JSON, `not_a_feed` if it is other JSON.
    """
    try:
        document: JsonValue = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise ParseError("malformed", f"the document is not valid JSON: {why}") from error
    if not isinstance(document, dict) or not _is_feed(document):
        raise ParseError(
            "not_a_feed", "this is JSON, but no JSON Feed: it has no version and items"
        )
    items = document.get("items")
    objects = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    fingerprints = [fingerprint_json(item) for item in objects]
    before = split_fingerprints(known)
    return RawFeed(
        title=_text(document, "title"),
        home_url=_text(document, "home_page_url"),
        language=_text(document, "language"),
        items=tuple(
            _read_item(item)
            for item, fingerprint in zip(objects, fingerprints, strict=True)
            if fingerprint not in before
        ),
        fingerprints=b"".join(fingerprints),
    )


def _is_feed(document: Mapping[str, JsonValue]) -> bool:
    """Whether it says it is a JSON Feed, or has a list of items without saying."""
    return "jsonfeed.org" in _text(document, "version") or isinstance(document.get("items"), list)


def _read_item(item: Mapping[str, JsonValue]) -> RawItem:
    """Bring one object into the common shape."""
    bodies = (
        _text(item, "content_html"),
        _text(item, "content_text"),
        _text(item, "summary"),
    )
    return RawItem(
        guid=_text(item, "id"),
        title=_text(item, "title"),
        body=max(bodies, key=len),
        links=tuple(filter(None, (_text(item, "url"), _text(item, "external_url")))),
        dates=tuple(filter(None, (_text(item, "date_published"), _text(item, "date_modified")))),
    )


def _text(fields: Mapping[str, JsonValue], name: str) -> str:
    """Read a string; an id may be a number, as the specification asks readers to accept."""
    value = fields.get(name)
    if name == "id" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""
