"""Turn the broken HTML of feeds into clean text, links and related headlines."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from parsers.headlines import split_headline_lines, take_headlines
from parsers.types import Headline, Link
from parsers.urls import canonical_url

MAX_TEXT_CHARS = 200_000
# What stands behind this much markup is no news, and bs4 takes seconds for more.
MAX_HTML_CHARS = 500_000
# Deeper than any real page; bs4's time grows with the square of it.
MAX_DEPTH = 256
MAX_LINKS = 2_000

_DROPPED_NAMES = (
    "script style noscript template iframe frame object embed applet form button select textarea "
    "svg math canvas audio video head title map"
)
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead tr ul"
)
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label link "
    "mark meta nobr q s samp small source span strike strong sub sup td th time tt u var wbr"
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
_COMMENT = re.compile(r"<!--(?:(?!-->).)*+(?:-->|$)|<[?!][^<>]*+>", re.DOTALL)
_CDATA_EDGE = re.compile(r"<!\[CDATA\[|\]\]>")
_OPENING = re.compile(r"<(?!/a\s*>)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")

# Not for reading: C0 but tab and line ends, C1, zero-width, bidi, soft hyphen, BOM, surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile(r"\r\n?|[\n\x0c\x85\u2028\u2029]")
_ANY_SPACE = re.compile(r"\s+")
_SPACES = re.compile(r"[^\S\n]+")
_LINE_EDGES = re.compile(r" ?\n[ \n]*")
_EMPTY_ITEM = re.compile(r"^-(?:\n(?=-)|\Z)", re.MULTILINE)
_ITEM_BREAK = re.compile(r"^-\n", re.MULTILINE)
_CELLS = frozenset({"td", "th"})
_BREAK = NavigableString("\n")

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
    soup = _parsed(html)
    headlines = take_headlines(soup, base_url=base_url)
    text, more = split_headline_lines(_clean("".join(_pieces(soup))))
    return Markup(
        text=text[:MAX_TEXT_CHARS].strip(),
        links=_links(soup, base_url),
        headlines=tuple(replace(item, title=_one_line(item.title)) for item in (*headlines, *more)),
    )


def plain_line(html: str) -> str:
    """One clean line of text, for titles: no tags, no entities, no line ends."""
    return _one_line("".join(_pieces(_parsed(html))))


# --- before parsing -----------------------------------------------------------------------------


def _parsed(html: str) -> BeautifulSoup:
    html = _LINE_END.sub("\n", _INVISIBLE.sub("", html[:MAX_HTML_CHARS]))
    html = _COMMENT.sub("", _CDATA_EDGE.sub("", html))
    if not _TAG.search(html):
        html = unescape(html) if _ESCAPED_TAG.search(html) else _as_html(html)
    # Wrapped, or bs4 warns of a lone address or file name.
    return BeautifulSoup(f"<div>{_shallow(_with_anchors(html))}</div>", "lxml")


def _shallow(html: str) -> str:
    """Leave out tags that nest deeper than any real page: bs4 is quadratic in the depth."""
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

    def mend(match: re.Match[str]) -> str:
        if match["url"] is None:
            return match.group()
        return f'<a href="{match["url"]}">{match["words"]}</a>'

    return _BROKEN_ANCHOR.sub(mend, html)


# --- after parsing ------------------------------------------------------------------------------


def _pieces(root: Tag) -> Iterator[str]:
    """The text in document order with a line end at each block; a stack, so any depth will do."""
    stack: list[PageElement] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            yield _opening(node)
            if node.name == "pre":
                yield node.get_text()
            elif node.name not in _DROPPED:
                stack.extend(_BREAK for _ in range(node.name in _BLOCKS))
                stack.extend(reversed(node.contents))
        elif node is _BREAK:
            yield "\n"
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield _ANY_SPACE.sub(" ", node)


def _opening(tag: Tag) -> str:
    if tag.name == "li":
        return "\n- "
    if tag.name in _BLOCKS or tag.name == "br":
        return "\n"
    return " " if tag.name in _CELLS else ""


def _clean(text: str) -> str:
    """Readable text: entities that were escaped twice decoded, invisible characters gone."""
    text = _ENTITY.sub(lambda match: unescape(match.group()), text)
    text = _LINE_END.sub("\n", _INVISIBLE.sub("", text))
    text = _LINE_EDGES.sub("\n", _SPACES.sub(" ", text))
    return _ITEM_BREAK.sub("- ", _EMPTY_ITEM.sub("", text.strip()))


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


def _links(soup: BeautifulSoup, base_url: str | None) -> tuple[Link, ...]:
    """Every address linked to, once, in order, with the words of its first link that has any."""
    links: dict[str, str] = {}
    for anchor in soup.find_all("a", href=True, limit=MAX_LINKS):
        href = str(anchor["href"]).strip(" \n\"'")
        url = None if href.startswith("#") else canonical_url(href, base_url=base_url)
        if url is not None:
            links[url] = links.get(url) or _one_line(anchor.get_text())
    return tuple(Link(url=url, text=text) for url, text in links.items())
