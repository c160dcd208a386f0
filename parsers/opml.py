"""Read and write subscription lists (OPML), also those that are no well-formed XML."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape

from parsers.decoding import decode, strip_forbidden
from parsers.errors import ParseError

_ENTITIES = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_OUTLINE = re.compile(r"<(?:[\w.-]{1,100}:)?outline(?=[\s/>])", re.IGNORECASE)
# Where an attribute's value may begin; it does so only where no other value is open.
_OPENING = re.compile(r"(?<=[\s\"'])([A-Za-z][\w.:-]{0,100})\s{0,9}=\s{0,9}([\"'])")
_ENDING = {quote: re.compile(rf"{quote}\s{{0,9}}/?\s{{0,9}}>") for quote in "\"'"}
# Only with its semicolon: "?a=1&copy=2" holds no ©.
_REFERENCE = re.compile(r"&#?\w{1,31};")
_BLANKS = 200  # at most so many stand between two attributes
_FEED_TYPES = frozenset({"", "rss", "rss1", "rss2", "atom", "feed", "pie", "rdf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One subscribed feed: its address, and the title it was given."""

    url: str
    title: str | None


def parse_opml(document: bytes) -> tuple[Outline, ...]:
    """The feeds of a list, in order, each address once, in whatever folders they lie.

    Many published lists are not well-formed (bare "&", bare quotes in titles), and an XML
    parser loses the rows around a fault: only the outlines and their attributes are looked for.

    Raises:
        ParseError: `xml_forbidden` for entities, `not_opml` where no outline is found.
    """
    text = decode(document, None).text
    if _ENTITIES.search(text):
        raise ParseError("xml_forbidden", "the list declares entities; remove its DOCTYPE")
    rows = _OUTLINE.split(_without_comments(text))[1:]
    if not rows:
        raise ParseError("not_opml", "no <outline> is in it; give a subscription list (OPML)")
    found: dict[str, Outline] = {}
    for row in rows:
        outline = _outline(dict(_attributes(row)))
        if outline:
            found.setdefault(outline.url, outline)
    return tuple(found.values())


def _without_comments(text: str) -> str:
    """The text but for its comments; one that never ends is a fault and hides nothing."""
    first, *others = text.split("<!--")
    parts = (part.partition("-->") for part in others)
    return "".join([first, *(behind if end else inside for inside, end, behind in parts)])


def _attributes(row: str) -> Iterator[tuple[str, str]]:
    """The attributes at the beginning of `row`, names in lower case.

    A value goes on until its quote stands right before the next attribute or the tag's end, so a
    bare quote in a title ends nothing.
    """
    name, quote, start = "", "", 0
    for opening in _OPENING.finditer(row):
        here = opening.start()
        if name:
            # The last few letters only: a hostile row has millions of openings in one value.
            if not row[max(start, here - _BLANKS) : here].rstrip().endswith(quote):
                continue
            yield name, _value(row[start : row.rindex(quote, start, here)])
        name, quote, start = opening[1].lower(), opening[2], opening.end()
    if name:
        ending = _ENDING[quote].search(row, start)
        end = ending.start() if ending else row.rfind(quote, start)
        yield name, _value(row[start:end] if end >= 0 else "")


def _value(raw: str) -> str:
    decoded = _REFERENCE.sub(lambda reference: unescape(reference[0]), raw)
    return " ".join(decoded.split())


def _outline(named: Mapping[str, str]) -> Outline | None:
    """The feed a row subscribes to; None for folders, notes, and links to pages or lists."""
    is_feed = named.get("type", "").lower() in _FEED_TYPES
    url = named.get("xmlurl") or (named.get("url") if is_feed else None)
    if not url:
        return None
    title = named.get("title") or named.get("text")
    return Outline(url=url, title=title if title != url else None)


def render_opml(outlines: Iterable[Outline]) -> str:
    """A list other readers import."""
    rows = "".join(
        f'    <outline type="rss" text="{_escape(one.title or one.url)}" '
        f'xmlUrl="{_escape(one.url)}"/>\n'
        for one in outlines
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        "  <head><title>Gigawatch feeds</title></head>\n"
        f"  <body>\n{rows}  </body>\n</opml>\n"
    )


def _escape(text: str) -> str:
    return escape(" ".join(strip_forbidden(text).split()))
