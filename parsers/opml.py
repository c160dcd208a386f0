"""Read and write subscription lists (OPML 2.0)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from lxml import etree

from parsers.errors import ParseError

# The commonest fault: lxml's recovery would drop the "&b" of "?a=1&b=2". Not in UTF-16.
_BARE_AMPERSAND = re.compile(rb"(?<!\0)&(?!\0|#?\w{1,8};)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One subscribed feed: its address, and the title it was given."""

    url: str
    title: str | None


def parse_opml(document: bytes) -> tuple[Outline, ...]:
    """The feeds of a list, in order, each address once; nested folders are walked through.

    Lists are often not well-formed: what can be recovered is.

    Raises:
        ParseError: `xml_forbidden` for entities, `not_opml` where no outline is found.
    """
    if b"<!ENTITY" in document:
        raise ParseError("xml_forbidden", "the list declares entities; remove its DOCTYPE")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    document = _BARE_AMPERSAND.sub(b"&amp;", document.strip())
    root = etree.fromstring(document or b"<none/>", parser)
    if root is None or not root.findall(".//{*}outline"):
        raise ParseError("not_opml", "no <outline> is in it; give a subscription list (OPML)")
    found: dict[str, Outline] = {}
    for outline in root.iter("{*}outline"):
        named = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
        url = named.get("xmlurl")
        if url:
            found.setdefault(url, Outline(url=url, title=named.get("title") or named.get("text")))
    return tuple(found.values())


def render_opml(outlines: Iterable[Outline]) -> str:
    """A list other readers import."""
    rows = "".join(
        f'    <outline type="rss" text="{escape(one.title or one.url)}" '
        f'xmlUrl="{escape(one.url)}"/>\n'
        for one in outlines
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        "  <head><title>Gigawatch feeds</title></head>\n"
        f"  <body>\n{rows}  </body>\n</opml>\n"
    )
