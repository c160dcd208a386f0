"""Turn the broken HTML of feeds into clean text, links and related headlines.

lxml tells what opens, closes and stands between, and the text grows as it does: a tree is built
only for a document with Google News' headlines in it, at ten times the price.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import cast

from lxml import etree

from parsers.headlines import (
    ASIDES,
    Listener,
    TreeBuilder,
    is_publisher_colour,
    retell,
    split_headline_lines,
    take_headlines,
)
from parsers.types import Headline, Link
from parsers.urls import canonical_url
from parsers.wording import rejoin

MAX_TEXT_CHARS = 200_000
# What stands behind this much markup is no news, and a tree of more takes seconds.
MAX_HTML_CHARS = 500_000
# Deeper than any real page; a tree's time grows with the square of it.
MAX_DEPTH = 256
MAX_LINKS = 2_000

_DROPPED_NAMES = (
    "script style noscript template iframe frame applet form button select textarea "
    "svg math canvas audio video head title map"
)
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead tr ul"
)
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big blink br cite code data del dfn em embed font i img input ins "
    "kbd label link mark marquee meta nobr object picture q s samp small source span strike strong "
    "sub sup td th time tt u var wbr"
)
_DROPPED = frozenset(_DROPPED_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_ANY_NAME = "|".join(f"{_DROPPED_NAMES} {_BLOCK_NAMES} {_INLINE_NAMES}".split())
# A lone </a> is what a broken anchor leaves; it makes no HTML of a plain text.
_TAG = re.compile(rf"<(?!/a\s*>)/?(?:{_ANY_NAME})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(rf"&lt;/?(?:{_ANY_NAME})(?:\s[^<>]*?)?/?&gt;", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s<>/]*)[^<>]*?(?P<empty>/?)>")
# Empty by nature, or closed by the next of its kind.
_NEVER_NESTED = frozenset({"br", "img", "hr", "wbr", "input", "p", "li", "tr", "td", "th"})
_COMMENT = re.compile(r"<!--(?:(?!-->).)*+-->|<[?!][^<>]*+>", re.DOTALL)
# One that never ends hides no more than it would as a tag.
_OPEN_COMMENT = re.compile(
    r"""
      <!--\[.*               # "<!--[if mso]>": what follows is for Word alone
    | <!--[^>]*+>?
    | <[?!][^<>]*+>
    """,
    re.VERBOSE | re.DOTALL,
)
# "<!" opens nothing unless a name or a dash follows.
_LONE_BANG = re.compile(r"<!(?![a-zA-Z-])")
# What a frame holds is meant for those that show no frames.
_FRAME = re.compile(r"<iframe\b[^<>]*+>", re.IGNORECASE)
_WHOLE_TAG = re.compile(r"<[a-zA-Z/!][^<>]*+>")
_CDATA_EDGE = re.compile(r"(?:<|&lt;)!\[CDATA\[|\]\](?:>|&gt;)")
_OPENING = re.compile(r"<(?!/a\s*>)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")

# Not for reading: C0 but tab and line ends, C1, zero-width, bidi, soft hyphen, BOM, surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_ASCII_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?|[\x0c\x85\u2028\u2029]")
_ANY_SPACE = re.compile(r"\s+")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_SPACES = re.compile(r"[^\S\n]+")
_LINE_EDGES = re.compile(r" ?\n[ \n]*")
_EMPTY_ITEM = re.compile(r"^-(?:\n(?=-)|\Z)", re.MULTILINE)
_ITEM_BREAK = re.compile(r"^-\n", re.MULTILINE)
_CELLS = frozenset({"td", "th"})
# What an element opens with in the text; who is not here opens with nothing.
_OPENINGS = dict.fromkeys((*_BLOCKS, "br"), "\n") | {"li": "\n- "} | dict.fromkeys(_CELLS, " ")

# An anchor that lost its `<a href="`, as a reader's export of axios.com left it. The first
# alternative steps over whole tags, whose own `href="…">` must not be taken for a broken one.
_BROKEN_ANCHOR = re.compile(
    r"""
    <[a-zA-Z/!][^<>]*+>                         # a tag: left as it is
    | (?<![^\s>(])                              # begins a word
      (?:a\s{1,3})?(?:href=["']?)?              # what may be left of the opening
      (?P<url>https?://[^\s"'<>]+)["']          # the address up to its closing quote
      (?:\s{1,3}[a-z-]{1,20}="[^"<>]{0,200}"){0,8}\s{0,3}>   # target="_blank" and kin
      (?P<words>
          [^<\n]{0,500}(?=</a)                  # the closing tag survived
          | [^<\n.!?]{0,1000}                    # or it is lost: to the sentence's end,
            (?:                                 # which "$6.35b in U.S. money" does not hold
              [.!?](?!\s*(?:<|$)|\s+(?-i:[^a-z\s]))[^<\n.!?]{0,1000}
            ){0,9}
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What a piece of HTML says: its text, the links in it, and headlines of other articles."""

    text: str
    links: tuple[Link, ...] = ()
    headlines: tuple[Headline, ...] = ()


def parse_markup(html: str, *, base_url: str | None) -> Markup:
    """Read HTML, or plain text, however broken; this never fails.

    The text has one line a block and at most `MAX_TEXT_CHARS`; plain text keeps its lines. Lists
    of related headlines, which are other people's news, are taken out of text and links.
    """
    if _is_plain(html):
        return _markup(html[:MAX_HTML_CHARS])
    html = _prepared(html)
    outline = Outline()
    _tell(html, outline)
    if not outline.has_headlines:
        return _markup(outline.text, _links(outline, base_url))
    tree = TreeBuilder()
    _tell(html, tree)
    headlines = take_headlines(tree.root, base_url=base_url)
    outline = Outline()
    retell(tree.root, outline)
    return _markup(outline.text, _links(outline, base_url), headlines)


def _markup(
    text: str, links: tuple[Link, ...] = (), headlines: tuple[Headline, ...] = ()
) -> Markup:
    """What is left when everything is cleaned."""
    text, more = split_headline_lines(_clean(text))
    return Markup(
        text=text[:MAX_TEXT_CHARS].strip(),
        links=links,
        headlines=tuple(replace(item, title=_one_line(item.title)) for item in (*headlines, *more)),
    )


def plain_line(html: str) -> str:
    """One clean line of text, for titles: no tags, entities, line ends, or a tokeniser's spaces."""
    if _is_plain(html):
        return rejoin(_one_line(html[:MAX_HTML_CHARS]))
    outline = Outline()
    _tell(_prepared(html), outline)
    return rejoin(_one_line(outline.text))


# --- before parsing -----------------------------------------------------------------------------


def _is_plain(html: str) -> bool:
    """Whether there is no sign of markup at all, so that nothing need be parsed."""
    return "<" not in html and "&" not in html and ">" not in html


def _prepared(html: str) -> str:
    """One element of HTML, with what would lead the parser astray mended."""
    html = _visible(html[:MAX_HTML_CHARS])
    if "]]>" in html or "![CDATA[" in html:
        html = _CDATA_EDGE.sub("", html)
    if "<!" in html or "<?" in html:
        html = _without_comments(html)
    if not _TAG.search(html):
        html = unescape(html) if _ESCAPED_TAG.search(html) else _as_html(html)
    if "iframe" in html or "IFRAME" in html:
        html = _FRAME.sub(" ", html)
    return f"<div>{_shallow(_with_anchors(html))}</div>"


def _without_comments(html: str) -> str:
    """Leave out comments, document types and instructions, also where they never end."""
    closed, end, rest = html.rpartition("-->")
    html = _COMMENT.sub("", closed + end) + _OPEN_COMMENT.sub("", rest)
    return _LONE_BANG.sub("&lt;!", html)


def _visible(text: str) -> str:
    """The text with plain line ends and without what is not for reading."""
    if not text.isascii():
        return _LINE_END.sub("\n", _INVISIBLE.sub("", text))
    text = _ASCII_INVISIBLE.sub("", text)
    return _LINE_END.sub("\n", text) if "\r" in text or "\x0c" in text else text


def _shallow(html: str) -> str:
    """Leave out tags that nest deeper than any real page: a tree takes the square of it."""
    if html.count("<") <= MAX_DEPTH:
        return html
    opened: Counter[str] = Counter()
    depth = 0

    def limit(match: re.Match[str]) -> str:
        nonlocal depth
        name = match["name"].lower()
        if name in _NEVER_NESTED or match["empty"]:
            return match.group()
        step = -min(opened[name], 1) if match["end"] else 1
        if depth + step > MAX_DEPTH:
            return " "
        opened[name] += step
        depth += step
        return match.group()

    return _ANY_TAG.sub(limit, html)


def _as_html(text: str) -> str:
    """Plain text as HTML that shows the same lines; a surviving </a> is left for the repair."""
    return _OPENING.sub("&lt;", text).replace("\n", "<br>")


def _with_anchors(html: str) -> str:
    """Give links that lost their `<a href="` an anchor again."""
    if not any("://" in words for words in _WHOLE_TAG.split(html)):
        return html  # what is broken stands outside of any tag

    def mend(match: re.Match[str]) -> str:
        if match["url"] is None:
            return match.group()
        return f'<a href="{match["url"]}">{match["words"]}</a>'

    return _BROKEN_ANCHOR.sub(mend, html)


# --- parsing ------------------------------------------------------------------------------------


def _tell(html: str, listener: Listener) -> None:
    """Have lxml read HTML aloud."""
    parser = etree.HTMLParser(target=cast("etree.ParserTarget", listener), recover=True)
    parser.feed(html)
    parser.close()


class Outline:
    """The text of a document, growing while its parser goes on, and its links."""

    def __init__(self) -> None:
        self.has_headlines = False
        self.anchors: list[tuple[str, list[str]]] = []
        self._pieces: list[str] = []
        self._open: list[list[str]] = []
        self._depth = 0
        self._asides = 0
        # How deep what governs its whole content lies; 0 outside of such.
        self._dropped = 0
        self._preformatted = 0

    @property
    def text(self) -> str:
        """The text in document order with a line end at each block."""
        return "".join(self._pieces)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self._depth += 1
        self._asides += tag in ASIDES
        if tag == "a":
            self._open_anchor(attributes.get("href"))
        elif tag == "font" and is_publisher_colour(attributes.get("color")):
            self.has_headlines = True
        if self._dropped or self._preformatted:
            return
        if tag in _OPENINGS:
            self._pieces.append(_OPENINGS[tag])
        if tag == "pre":
            self._preformatted = self._depth
        elif tag in _DROPPED or "hidden" in attributes:
            self._dropped = self._depth

    def end(self, tag: str) -> None:
        """An element closes."""
        if self._depth == self._dropped:
            self._dropped = 0
        elif self._depth == self._preformatted:
            self._preformatted = 0
        elif tag in _BLOCKS and not self._dropped and not self._preformatted:
            self._pieces.append("\n")
        if tag == "a":
            self._open.pop()
        self._asides -= tag in ASIDES
        self._depth -= 1

    def data(self, text: str) -> None:
        """Words stand between."""
        if not self._asides:
            for words in self._open:
                words.append(text)
        if self._preformatted:
            if not self._asides:
                self._pieces.append(text)
        elif not self._dropped:
            self._pieces.append(text if text.isprintable() else _ANY_SPACE.sub(" ", text))

    def close(self) -> None:
        """The document ends."""

    def _open_anchor(self, href: str | None) -> None:
        words: list[str] = []
        self._open.append(words)
        if href is not None and len(self.anchors) < MAX_LINKS:
            self.anchors.append((href, words))


# --- after parsing ------------------------------------------------------------------------------


def _clean(text: str) -> str:
    """Readable text: entities that were escaped twice decoded, invisible characters gone."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    text = _visible(text)
    if "  " in text or _ODD_SPACE.search(text):
        text = _SPACES.sub(" ", text)
    if "\n" in text:
        text = _LINE_EDGES.sub("\n", text)
    text = text.strip()
    if "-\n" in text or text.endswith("-"):
        return _ITEM_BREAK.sub("- ", _EMPTY_ITEM.sub("", text))
    return text


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


def _links(outline: Outline, base_url: str | None) -> tuple[Link, ...]:
    """Every address linked to, once, in order, with the words of its first link that has any."""
    links: dict[str, str] = {}
    for written, words in outline.anchors:
        href = written.strip(" \n\"'")
        url = None if href.startswith("#") else canonical_url(href, base_url=base_url)
        if url is not None:
            links[url] = links.get(url) or _one_line("".join(words))
    return tuple(Link(url=url, text=text) for url, text in links.items())
