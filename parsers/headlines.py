"""Find the lists of related headlines that aggregators put inside an entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from parsers.publishers import known_publisher, split_publisher
from parsers.types import Headline
from parsers.urls import canonical_url

MAX_HEADLINES = 500

# Google News puts each publisher in <font color="#6f6f6f"> behind its headline, in 2012's tables
# as in today's lists; nobody else is known to.
_PUBLISHER_COLOUR = "#6f6f6f"
_LISTS = ("ol", "ul", "table")
# How far a publisher's <font> lies below its headline's level, and a headline below its list.
_FONT_LEVELS = 4
_LIST_LEVELS = 8

_MAX_NAVIGATION = 2

_HEADLINE_LINE = re.compile(r"- (?P<line>\S.{3,400}?)\s*[\u2013\u2014]")
_HEADLINE_SIGN = re.compile(r"^- .*[\u2013\u2014]$", re.MULTILINE)
_SENTENCE_END = (".", "!", "?", ":", ";", "…", '."', ".”")
_MAX_HEADING_CHARS = 120

# Elements whose words are not part of those around them.
ASIDES = frozenset({"script", "style", "template", "rt", "rp"})
_COMMENT = "#comment"

# --- the tree -----------------------------------------------------------------------------------


class Listener(Protocol):
    """Who is told what a document holds, in its order."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""

    def end(self, tag: str) -> None:
        """An element closes."""

    def data(self, text: str) -> None:
        """Words stand between."""


@dataclass(eq=False, slots=True, kw_only=True)
class Node:
    """An element of a tree that can be cut; `children` are elements and words in their order."""

    name: str
    attributes: Mapping[str, str]
    parent: "Node | None" = None
    children: "list[Node | str]" = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        """This element and all below it in document order; a stack, so any depth will do."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(below for below in reversed(node.children) if isinstance(below, Node))

    def parents(self) -> "Iterator[Node]":
        """The elements around this one, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def siblings(self) -> "tuple[list[Node | str], list[Node | str]]":
        """What stands before and after this element, beside it."""
        if self.parent is None:
            return [], []
        beside = self.parent.children
        place = next(index for index, node in enumerate(beside) if node is self)
        return beside[:place], beside[place + 1 :]

    def text(self) -> str:
        """All words in this element, but those of asides; an aside has its own."""
        own = self.name if self.name in ASIDES else ""
        around = next((node.name for node in self.parents() if node.name in ASIDES), "")
        words: list[str] = []
        stack: list[tuple[Node | str, str]] = [(self, own or around)]
        while stack:
            node, aside = stack.pop()
            if isinstance(node, Node):
                aside = node.name if node.name in ASIDES else aside
                stack.extend((below, aside) for below in reversed(node.children))
            elif aside == own:
                words.append(node)
        return "".join(words)

    def extract(self) -> None:
        """Cut this element out of the tree."""
        if self.parent is not None:
            before, after = self.siblings()
            self.parent.children[:] = [*before, *after]
            self.parent = None


class TreeBuilder:
    """The listener that grows a tree below `root`."""

    def __init__(self) -> None:
        self.root = Node(name="", attributes={})
        self._here = self.root

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        node = Node(name=tag, attributes=dict(attributes), parent=self._here)
        self._here.children.append(node)
        self._here = node

    def end(self, tag: str) -> None:  # noqa: ARG002 - elements close in turn
        """An element closes."""
        self._here = self._here.parent or self.root

    def data(self, text: str) -> None:
        """Words stand between, told in one piece or in several."""
        last = self._here.children[-1:]
        if last and isinstance(last[0], str):
            self._here.children[-1] = last[0] + text
        else:
            self._here.children.append(text)

    def comment(self, text: str) -> None:
        """A comment parts what stands around it."""
        if text.strip():
            self.start(_COMMENT, {})
            self.end(_COMMENT)

    def close(self) -> None:
        """The document ends."""


def retell(root: Node, listener: Listener) -> None:
    """Tell what is left of a tree as its document was told; a stack, so any depth will do."""
    stack: list[tuple[Node | str, bool]] = [(node, False) for node in reversed(root.children)]
    while stack:
        node, is_told = stack.pop()
        if isinstance(node, str):
            listener.data(node)
        elif is_told:
            listener.end(node.name)
        else:
            listener.start(node.name, node.attributes)
            stack.append((node, True))
            stack.extend((below, False) for below in reversed(node.children))


# --- the headlines ------------------------------------------------------------------------------


def is_publisher_colour(colour: str | None) -> bool:
    """Whether a `<font>` has the colour of Google News' publishers."""
    return colour is not None and _PUBLISHER_COLOUR in colour.lower()


def take_headlines(root: Node, *, base_url: str | None) -> tuple[Headline, ...]:
    """Take Google News' headlines out of a document's tree, with the links around them.

    `<li><a>title</a> <font color="#6f6f6f">publisher</font></li>`, the same without a list, and
    the table form of 2012. An ordinary list stays where it is.
    """
    coloured = (
        node
        for node in root.walk()
        if node.name == "font" and is_publisher_colour(node.attributes.get("color"))
    )
    fonts = islice(coloured, MAX_HEADLINES)
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
    if not _HEADLINE_SIGN.search(text):
        return text, ()
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


def _link_before(font: Node) -> Node | None:
    """The link a publisher stands behind, with nothing but space and line breaks between."""
    node: Node | None = font
    for _ in range(_FONT_LEVELS):
        if node is None:
            return None
        before = next(_visible(reversed(node.siblings()[0])), None)
        if before is not None:
            return before if isinstance(before, Node) and _is_link(before) else None
        node = node.parent
    return None


def _visible(nodes: Iterable[Node | str]) -> Iterator[Node | str]:
    for node in nodes:
        is_blank = isinstance(node, str) and not node.strip()
        is_break = isinstance(node, Node) and node.name == "br"
        if not (is_blank or is_break):
            yield node


def _is_link(node: Node) -> bool:
    return node.name == "a" and "href" in node.attributes


def _headline(anchor: Node, font: Node, base_url: str | None) -> Headline:
    name = " ".join(font.text().split())
    publisher = known_publisher(name)
    return Headline(
        title=" ".join(anchor.text().split()),
        publisher=publisher.name if publisher else name or None,
        url=canonical_url(anchor.attributes["href"], base_url=base_url),
    )


def _list_around(font: Node) -> Node | None:
    near = islice(font.parents(), _LIST_LEVELS)
    return next((node for node in near if node.name in _LISTS), None)


def _lone_link_after(font: Node) -> Node | None:
    """What follows a headline and is only a link: "View full coverage on Google News"."""
    after = next(_visible(font.siblings()[1]), None)
    if not isinstance(after, Node):
        return None
    link = next(filter(_is_link, after.walk()), None)
    return after if link is not None and link.text() == after.text() else None


def _drop_navigation(node: Node) -> None:
    """Drop the links a list has beside its headlines: a thumbnail, "all 3 news articles"."""
    anchors = (below for below in node.walk() if below.name == "a")
    links = list(islice(anchors, _MAX_NAVIGATION + 1))
    if len(links) <= _MAX_NAVIGATION:
        for link in links:
            link.extract()
