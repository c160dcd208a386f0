"""Find the lists of related headlines that aggregators put inside an entry."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from parsers.publishers import known_publisher, split_publisher
from parsers.types import Headline
from parsers.urls import canonical_url

MAX_HEADLINES = 500

# Google News puts each publisher in <font color="#6f6f6f"> behind its headline, in 2012's tables
# as in today's lists; nobody else is known to.
_PUBLISHER_COLOUR = re.compile("#6f6f6f", re.IGNORECASE)
_LISTS = ("ol", "ul", "table")
# How far a publisher's <font> lies below its headline's level, and a headline below its list.
_FONT_LEVELS = 4
_LIST_LEVELS = 8

_MAX_NAVIGATION = 2

_HEADLINE_LINE = re.compile(r"- (?P<line>\S.{3,400}?)\s*[\u2013\u2014]")
_SENTENCE_END = (".", "!", "?", ":", ";", "…", '."', ".”")
_MAX_HEADING_CHARS = 120


def take_headlines(root: Tag, *, base_url: str | None) -> tuple[Headline, ...]:
    """Take Google News' headlines out of a parsed document, with the links around them.

    `<li><a>title</a> <font color="#6f6f6f">publisher</font></li>`, the same without a list, and
    the table form of 2012. An ordinary list stays where it is.
    """
    fonts = root.find_all("font", color=_PUBLISHER_COLOUR, limit=MAX_HEADLINES)
    pairs = [(anchor, font) for font in fonts if (anchor := _link_before(font))]
    headlines = tuple(_headline(anchor, font, base_url) for anchor, font in pairs)
    lists = {id(tag): tag for _, font in pairs if (tag := _list_around(font))}
    after = [link for _, font in pairs if (link := _lone_link_after(font))]
    for node in (*(node for pair in pairs for node in pair), *after):
        node.extract()
    for tag in lists.values():
        _drop_navigation(tag)
    return headlines


def split_headline_lines(text: str) -> tuple[str, tuple[Headline, ...]]:
    """Split lines such as "- headline Publisher —" and their heading from the rest of a text.

    The publisher is glued to the headline, so lines count only where known publishers show it:
    in every block of such lines at least every second must end with one.
    """
    kept: list[str] = []
    headlines: list[Headline] = []
    block: list[str] = []
    for line in (*text.split("\n"), ""):
        if _HEADLINE_LINE.fullmatch(line):
            block.append(line)
            continue
        found = _block_headlines(block)
        if found:
            headlines += found
            kept = _without_heading(kept)
        else:
            kept += block
        block = []
        kept.append(line)
    return "\n".join(kept[:-1]), tuple(headlines)


def _block_headlines(block: list[str]) -> list[Headline]:
    lines = [line.removeprefix("- ").rstrip("\u2013\u2014 ") for line in block[:MAX_HEADLINES]]
    known = sum(split_publisher(line)[1] is not None for line in lines)
    if known * 2 < len(lines):
        return []
    splits = (split_publisher(line, is_named=True) for line in lines)
    return [Headline(title=title, publisher=name, url=None) for title, name in splits]


def _without_heading(lines: list[str]) -> list[str]:
    """Drop the cluster's own heading: a last short line that is no sentence and no list item."""
    if not lines:
        return lines
    last = lines[-1]
    is_heading = (
        0 < len(last) <= _MAX_HEADING_CHARS
        and not last.endswith(_SENTENCE_END)
        and not last.startswith("- ")
    )
    return lines[:-1] if is_heading else lines


def _link_before(font: Tag) -> Tag | None:
    """The link a publisher stands behind, with nothing but space and line breaks between."""
    node: PageElement | None = font
    for _ in range(_FONT_LEVELS):
        if node is None:
            return None
        before = next(_visible(node.previous_siblings), None)
        if before is not None:
            return before if isinstance(before, Tag) and _is_link(before) else None
        node = node.parent
    return None


def _visible(nodes: Iterable[PageElement]) -> Iterator[PageElement]:
    for node in nodes:
        is_blank = isinstance(node, NavigableString) and not node.strip()
        is_break = isinstance(node, Tag) and node.name == "br"
        if not (is_blank or is_break):
            yield node


def _is_link(tag: Tag) -> bool:
    return tag.name == "a" and tag.has_attr("href")


def _headline(anchor: Tag, font: Tag, base_url: str | None) -> Headline:
    name = " ".join(font.get_text().split())
    publisher = known_publisher(name)
    return Headline(
        title=" ".join(anchor.get_text().split()),
        publisher=publisher.name if publisher else name or None,
        url=canonical_url(str(anchor["href"]), base_url=base_url),
    )


def _list_around(font: Tag) -> Tag | None:
    near = islice(font.parents, _LIST_LEVELS)
    return next((tag for tag in near if tag.name in _LISTS), None)


def _lone_link_after(font: Tag) -> Tag | None:
    """What follows a headline and is only a link: "View full coverage on Google News"."""
    after = next(_visible(font.next_siblings), None)
    if not isinstance(after, Tag):
        return None
    link = after if _is_link(after) else after.find("a", href=True)
    return after if link is not None and link.get_text() == after.get_text() else None


def _drop_navigation(tag: Tag) -> None:
    """Drop the links a list has beside its headlines: a thumbnail, "all 3 news articles"."""
    links = tag.find_all("a", limit=_MAX_NAVIGATION + 1)
    if len(links) <= _MAX_NAVIGATION:
        for link in links:
            link.extract()
