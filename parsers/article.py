"""Read the article on a web page: its main text, and what the page says of it."""

import logging
import re
from html import escape
from itertools import islice
from typing import Final

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from parsers.decoding import decode
from parsers.discovery import is_web_page
from parsers.errors import ParseError
from parsers.markup import parse_markup
from parsers.page_head import PageHead, parse_head
from parsers.types import Article
from parsers.urls import is_homepage

# What it complains of reaches a person as ParseError; it would write to the terminal as well.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

# More than any article in our corpora has; the fetch has a cap of its own.
MAX_BYTES: Final = 3 * 1024 * 1024
# What is left after scripts and styles: of 362 article pages none has more than 480,000 characters
# and 7,900 tags. What is behind these bounds is not read: trafilatura's time grows faster.
_MAX_HTML_CHARS: Final = 600_000
_MOST_TAGS: Final = 16_000
# libxml2 takes time in the square of a tag's attributes: 10,000 are 0.3 s, 100,000 over a minute.
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{8000,}>?")
_HIDDEN: Final = re.compile(r"<(?:(?P<name>script|style)\b[^<>]{0,8000}>|!--)", re.IGNORECASE)
_LINE_ENDS: Final = {ord(char): " " for char in "\r\n"}
_METADATA: Final = re.compile(r"ld\+json", re.IGNORECASE)
_META_CHARSET: Final = re.compile(
    rb"<meta\b[^<>]{0,200}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
_META_BYTES: Final = 4096  # browsers look for the charset in the first 1,024


def parse_article(body: bytes, *, content_type: str | None, url: str) -> Article:
    """Read the article on a page.

    Args:
        body: the page as it came.
        content_type: the `Content-Type` header's value, if there was one.
        url: where the page lay in the end.

    Raises:
        ParseError: `not_a_page` for what is no HTML, `page_too_large`, `page_broken` if it cannot
            be taken apart, `no_text` where no article is on it, `wall` where one is asked to log
            in, pay, consent, or prove to be human first.
    """
    html = _slim(_source(body, content_type))
    if is_homepage(url):
        raise _no_text()
    try:
        page = load_html(html)
        head, text = _read(page, url) if page is not None else (None, "")
        shown = _shown(page) if page is not None else ""
    except MemoryError:
        raise
    except Exception as error:  # trafilatura has no error tree: it leaks whatever its parts raise
        why = f"the page cannot be read ({type(error).__name__}); the entry's own text has to do"
        raise ParseError("page_broken", why) from error
    if head is None:
        raise _no_text()
    title = head.title or ""
    _check_text(title, text, shown)
    return Article(
        url=head.url,
        title=title,
        text=text,
        publisher=head.publisher,
        published_at=head.published_at,
        language=head.language,
    )


def _read(page: HtmlElement, url: str) -> tuple[PageHead, str]:
    """Head and main text; what aims at precision and finds too little is tried again without."""
    head = parse_head(page, url=url)
    text = _main_text(page, strict=True)
    if _prose(text) < _FEWEST_CHARS:
        text = _main_text(page, strict=False)
    return head, text


def _shown(page: HtmlElement) -> str:
    """The first words of a page, whatever they are."""
    words = (text.strip() for text in page.itertext() if text.strip())
    return " ".join(islice(words, _WALL_WORDS))[:_WALL_CHARS]


def _main_text(page: HtmlElement, *, strict: bool) -> str:
    """The article's text, cleaned like every other; comments and other articles are left out."""
    read = bare_extraction(page, include_comments=False, favor_precision=strict)
    if read is None or isinstance(read, dict):
        return ""
    # As markup, so that a "<b>" the article writes about stays a word.
    lines = "".join(f"<p>{escape(line)}</p>" for line in (read.text or "").splitlines())
    return parse_markup(lines, base_url=None).text


# --- before parsing ------------------------------------------------------------------------------

# What other documents begin with: PDF, PNG, GIF, JPEG, ZIP, gzip, RIFF (WebP), MP4.
_MAGIC: Final = (
    b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"RIFF",
    b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp",
)  # fmt: skip
_HTML_TYPES: Final = ("text/html", "application/xhtml+xml")
_FEED: Final = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:)\b")


def _source(body: bytes, content_type: str | None) -> str:
    """The page's source.

    Raises:
        ParseError: not_a_page, page_too_large or no_text.
    """
    if len(body) > MAX_BYTES:
        size = f"{MAX_BYTES // (1024 * 1024)} MiB"
        raise ParseError("page_too_large", f"the page has more than {size}; it is not read")
    if not body.strip():
        raise _no_text()
    kind = (content_type or "").partition(";")[0].strip().lower()
    if body.lstrip()[:12].startswith(_MAGIC):
        raise _not_a_page(kind)
    html = decode(body, _with_charset(body, content_type)).text
    if _FEED.match(html[:4000]) or not (kind in _HTML_TYPES or is_web_page(html)):
        raise _not_a_page(kind)
    return html


def _not_a_page(kind: str) -> ParseError:
    what = f" ({kind})" if re.fullmatch(r"[\w.+/-]{3,60}", kind) else ""
    return ParseError("not_a_page", f"what lies there is no web page{what}; nothing of it is read")


def _with_charset(body: bytes, content_type: str | None) -> str | None:
    """The header's value, with the charset the page itself declares where the header has none."""
    declared = _META_CHARSET.search(body[:_META_BYTES])
    if declared is None or "charset" in (content_type or "").lower():
        return content_type
    return f"text/html; charset={declared[1].decode('ascii', 'replace')}"


def _slim(html: str) -> str:
    """Leave out what holds no text: scripts but for metadata, styles, comments, monstrous tags."""
    kept: list[str] = []
    place = 0
    while found := _HIDDEN.search(html, place):
        close = rf"</{found['name']}[^<>]{{0,100}}>?" if found["name"] else "-->"
        end = _find_end(html, close, found.end())
        is_metadata = found["name"] and _METADATA.search(found[0])
        kept.append(html[place : end if is_metadata else found.start()])
        place = end
    kept.append(html[place:])
    # A line end is a space in HTML, but trafilatura would end a paragraph's line there.
    return _bounded(_LONG_TAG.sub(" ", "".join(kept)).translate(_LINE_ENDS))


def _bounded(html: str) -> str:
    """The beginning of a page, with as many characters and tags as there is time for."""
    html = html[:_MAX_HTML_CHARS]
    beyond = next(islice(re.finditer("<", html), _MOST_TAGS, None), None)
    return html[: beyond.start()] if beyond else html


def _find_end(html: str, close: str, start: int) -> int:
    """Where a script, style or comment ends: at the page's end if it is never closed."""
    found = re.compile(close, re.IGNORECASE).search(html, start)
    return found.end() if found else len(html)


# --- is it an article ----------------------------------------------------------------------------

# A paragraph of news is a sentence at least; scripts without spaces say as much in a third.
_FEWEST_CHARS: Final = 150
_FEWEST_DENSE: Final = 50
_DENSE: Final = re.compile("[ぁ-ヿ㐀-鿿가-힣]")
_SENTENCE: Final = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*$")
_SHORT_LINE: Final = 60
# A wall says so in its few words; a long article may quote any of these.
_WALL_CHARS: Final = 1_500
_WALL_WORDS: Final = 200
_WALL: Final = re.compile(
    r"""
    \b(?:
        enable\s(?:java\s?script|cookies) | java\s?script\sis\s(?:disabled|not\savailable|required)
      | turn\son\sjava\s?script | requires\sjava\s?script
      | checking\syour\sbrowser | verify(?:ing)?\s(?:that\s)?you\sare\s(?:not\sa\srobot|a?\s?human)
      | are\syou\sa\srobot | unusual\s(?:traffic|activity)\sfrom | access\s(?:to\sthis\spage\s)?
        (?:has\sbeen\s)?denied
      | (?:log|sign)\sin\s(?:to|or\ssubscribe\sto)\s(?:continue|read|view|access|your\saccount)
      | subscribe\s(?:now\s)?to\s(?:continue|read|keep\sreading|unlock)
      | already\s(?:a\ssubscriber|have\san\saccount|subscribed)
      | forgot(?:ten)?\syour\spassword
      | (?:we\sand\s|our\s|\d+\s)partners?\b.{0,80}\bcookies | accept\s(?:all\s)?(?:the\s)?cookies
      | we\s(?:value|care\sabout)\syour\sprivacy | consent\sto\s.{0,60}\bcookies
      | cookies\szustimmen | alle\scookies\sakzeptieren | accepter\s.{0,20}cookies
      | aceptar\s.{0,20}cookies
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WALL_TITLE: Final = re.compile(
    r"just a moment|attention required|access denied|are you a robot|before you continue"
    r"|security check|verify you are human|(?:log|sign)[ -]?in|subscribe to read",
    re.IGNORECASE,
)


def _check_text(title: str, text: str, shown: str) -> None:
    """Refuse what is no article.

    Raises:
        ParseError: wall or no_text.
    """
    enough = _FEWEST_DENSE if _DENSE.search(text) else _FEWEST_CHARS
    prose = _prose(text)
    walled = len(text) < _WALL_CHARS and _WALL.search(text)
    if walled or (prose < _WALL_CHARS and _WALL_TITLE.match(title)):
        raise _wall()
    if prose >= enough:
        return
    # Nothing was found to read: the page's own words tell whether a wall is in the way.
    if _WALL.search(shown):
        raise _wall()
    raise _no_text()


def _prose(text: str) -> int:
    """How many characters of a text stand in sentences."""
    return sum(len(line) for line in text.splitlines() if _is_prose(line))


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence: not a heading, a button, or a headline in a list."""
    return not line.startswith("- ") and bool(
        _SENTENCE.search(line) or len(line) > 2 * _SHORT_LINE or _DENSE.search(line)
    )


def _wall() -> ParseError:
    return ParseError(
        "wall", "the page asks to log in, subscribe, consent or prove to be human before its text"
    )


def _no_text() -> ParseError:
    return ParseError(
        "no_text", "no article is on the page: a list, a form, or text that only a script loads"
    )
