"""Turn the bytes of an RSS, RDF, Atom or JSON feed into a `ParsedFeed`."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from textwrap import shorten
from urllib.parse import urljoin

import feedparser
import feedparser.api

from parsers.dates import parse_date
from parsers.decoding import decode, strip_forbidden
from parsers.errors import ParseError
from parsers.hints import parse_hint
from parsers.json_feed import RawFeed, RawItem, parse_json_feed
from parsers.markup import parse_markup, plain_line
from parsers.prolog import find_root
from parsers.scan import scan_xml
from parsers.types import Entry, ParsedFeed
from parsers.urls import canonical_url

# feedparser's own list of drivers to try first, see `parsers.expat`.
feedparser.api.PREFERRED_XML_PARSERS.insert(0, "parsers.expat")

MAX_ENTRIES = 5_000
MAX_KEY = 500
_BLANKS = dict.fromkeys(map(ord, "\t\n\r"), " ")
MAX_TITLE = 500


def parse_feed(
    body: bytes, *, content_type: str | None, base_url: str, known: bytes = b""
) -> ParsedFeed:
    """Read one feed document, but for the items already known.

    Args:
        body: The document as it came, unpacked.
        content_type: The `Content-Type` header's value, if there was one.
        base_url: The address it came from; relative links start there.
        known: The fingerprints of its last reading, see `parsers.scan`.

    Raises:
        ParseError: `empty_body`; `not_a_feed` (a web page, say: the message names its feed);
            `xml_forbidden` for entities that are more than plain words; `malformed`.
    """
    text, degraded = decode(body, content_type)
    text = text.strip()
    if not text:
        raise ParseError("empty_body", "the document is empty; the next poll tries again")
    is_json = text.startswith("{")
    raw = parse_json_feed(text, known) if is_json else _read_xml(text, base_url, known)
    entries, skipped = _entries(raw.items, base_url)
    return ParsedFeed(
        title=_line(raw.title)[:MAX_TITLE].rstrip(),
        entries=entries,
        home_url=canonical_url(raw.home_url, base_url=base_url) if raw.home_url else None,
        language=raw.language or None,
        degraded="; ".join(filter(None, (degraded, raw.degraded))) or None,
        skipped=tuple((reason, count) for reason, count in sorted(skipped.items()) if count),
        fingerprints=raw.fingerprints,
        hint_s=raw.hint_s,
    )


# --- what kind of document ----------------------------------------------------------------------

_ELEMENT = re.compile(r"<(?:[\w.-]{1,100}:)?([\w.-]{1,100})")
_FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_FEED_START = re.compile(r"<(?:rss|rdf:RDF|feed)[\s>]")
_JUNK = 4_000  # characters of warnings a broken server may print before the feed
_OTHER_ROOTS = {
    "opml": "this is an OPML list of feeds; read it with `gigawatch feeds import`",
    "urlset": "this is a sitemap, no feed; give a feed's address",
    "sitemapindex": "this is a sitemap, no feed; give a feed's address",
}
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)


# feedparser looks for an address in names of people, in time that grows with their square.
_LONG_NAME = re.compile(
    r"""
    (<(?:[\w.-]{1,40}:)?(?:author|creator|managingEditor|webMaster|publisher|contributor|name)
     (?:\s[^<>]*)?>)
    (?:<!\[CDATA\[[^<\]]{1000,}\]\]> | [^<]{1000,})
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _read_xml(text: str, base_url: str, known: bytes) -> RawFeed:
    """Read XML from its root element on.

    Entities can only be declared before it, so what is read never has any.
    """
    text, root = find_root(text)
    start = _find_feed(text, root, base_url)
    scan = scan_xml(text[start:], known)
    fingerprints = scan.fingerprints if scan else b""
    document = scan.unseen if scan else _LONG_NAME.sub(r"\1", text[start:])
    feed = _read_feed(document, has_items=bool(fingerprints))
    feed = replace(feed, fingerprints=fingerprints)
    if start == root:
        return feed
    junk = "what stood before the feed was skipped"
    return replace(feed, degraded="; ".join(filter(None, (junk, feed.degraded))))


def _find_feed(text: str, root: int, base_url: str) -> int:
    """Find where the feed begins: at the root, or a little behind it."""
    name = _element_at(text, root)
    if name in _FEED_ROOTS:
        return root
    if name in _OTHER_ROOTS:
        raise ParseError("not_a_feed", _OTHER_ROOTS[name])
    if _PAGE.search(text[: root + _JUNK]):
        raise ParseError("not_a_feed", _page_message(text, base_url))
    late = _FEED_START.search(text, root, root + _JUNK)
    if not late and not name:
        raise ParseError("not_a_feed", "this is neither XML nor JSON; give a feed's address")
    return late.start() if late else root


def _element_at(text: str, start: int) -> str:
    """The name of the element that opens there, without its prefix."""
    element = _ELEMENT.match(text, start)
    return element[1].casefold() if element else ""


def _page_message(text: str, base_url: str) -> str:
    links = find_feed_links(text, base_url=base_url)
    if links:
        return f"this is a web page; its feed is at {links[0]}"
    return "this is a web page, and it names no feed; give a feed's address"


_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_LINK_TAG = re.compile(r"<link\s[^<>]{1,2000}>", re.IGNORECASE)
_HEAD = 300_000  # characters of a page in which its feed is looked for


def find_feed_links(page: str, *, base_url: str) -> tuple[str, ...]:
    """Find the feeds a web page names in `<link rel="alternate">`, in its order."""
    from bs4 import BeautifulSoup  # for pages only: it takes 10 MB and a tenth of a second

    # The tags alone: BeautifulSoup warns of XHTML as a whole.
    soup = BeautifulSoup("".join(_LINK_TAG.findall(page[:_HEAD])), "lxml")
    found: list[str] = []
    for link in soup.find_all("link"):
        kind, href = str(link.get("type", "")).casefold(), str(link.get("href", "")).strip()
        if href and kind.startswith(_FEED_TYPES) and "alternate" in (link.get("rel") or ()):
            url = _join(base_url, href)
            if url.startswith(("http://", "https://")) and url not in found:
                found.append(url)
    return tuple(found)


def _join(base_url: str, url: str) -> str:
    """Resolve an address; one that cannot be leaves the base."""
    try:
        return urljoin(base_url, url)
    except ValueError:
        return base_url


# --- feedparser ---------------------------------------------------------------------------------


def _read_feed(xml: str, *, has_items: bool) -> RawFeed:
    """Read a document without prolog by feedparser.

    Args:
        xml: The document, without the items already known.
        has_items: Whether it had any: then it is a feed, even if its root says little.
    """
    try:
        # A stream: feedparser would open a str, and even bytes, as the name of a file.
        parsed = feedparser.parse(
            io.BytesIO(xml.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
        feed, entries = _fields(parsed.feed), [_fields(entry) for entry in parsed.entries]
        version, trouble = _string(parsed.version), parsed.bozo and parsed.bozo_exception
    except MemoryError:
        raise
    except Exception as error:  # feedparser has no error tree: it leaks whatever its parts raise
        why = f"the feed cannot be read ({type(error).__name__})"
        raise ParseError("malformed", f"{why}; nothing of it could be saved") from error
    has_items = has_items or bool(entries)
    title, home_url = _string(feed.get("title")), _string(feed.get("link"))
    is_channel = _element_at(xml, 0) == "channel" and bool(title or home_url)  # Microsoft's CDF
    if not (has_items or version or is_channel):
        raise ParseError("not_a_feed", "this is XML, but no RSS or Atom; give a feed's address")
    if trouble and not (has_items or title or home_url):
        raise ParseError("malformed", f"the XML is broken ({_reason(trouble)}) and holds no entry")
    return RawFeed(
        title=title,
        home_url=home_url,
        language=_string(feed.get("language")),
        items=tuple(_raw_item(entry) for entry in entries),
        degraded=f"the XML is broken ({_reason(trouble)}) and was repaired" if trouble else None,
        hint_s=parse_hint(
            ttl=_string(feed.get("ttl")),
            period=_string(feed.get("sy_updateperiod")),
            frequency=_string(feed.get("sy_updatefrequency")),
        ),
    )


def _reason(error: Exception) -> str:
    """Name what the XML parser stumbled over, without the name of the file it thinks it read."""
    return " ".join(str(error).split()).removeprefix("<unknown>:")


def _raw_item(entry: Mapping[str, object]) -> RawItem:
    """Bring one of feedparser's entries into the common shape."""
    guid, link = _string(entry.get("id")), _string(entry.get("link"))
    if link == guid and entry.get("guidislink") and not link.startswith(("http://", "https://")):
        link = ""  # a guid counts as a link unless it says otherwise, even "12345"
    content = max(_contents(entry), key=lambda part: len(_string(part.get("value"))))
    source = entry.get("source")
    dates = (_string(entry.get(name)) for name in ("published", "updated", "created"))
    return RawItem(
        guid=guid,
        title=_string(entry.get("title")),
        body=_string(content.get("value")),
        links=tuple(filter(None, (_string(entry.get("feedburner_origlink")), link))),
        dates=tuple(filter(None, dates)),
        publisher=_string(_fields(source).get("title")) if isinstance(source, Mapping) else "",
        base_url=_string(content.get("base")),
    )


def _contents(entry: Mapping[str, object]) -> list[dict[str, object]]:
    """Everything an entry says, with its base address; never empty."""
    detail = entry.get("summary_detail")
    base = _fields(detail).get("base") if isinstance(detail, Mapping) else ""
    summary: dict[str, object] = {"value": entry.get("summary"), "base": base}
    parts = entry.get("content")
    texts = [_fields(part) for part in parts] if isinstance(parts, list) else []
    return [summary, *(part for part in texts if _is_text(part))]


# What feedparser leaves of base64 that holds no text.
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*+")


def _is_text(part: Mapping[str, object]) -> bool:
    """Whether content is for reading: an entry may hold a picture in base64."""
    media_type = _string(part.get("type"))
    if media_type == "application/octet-stream":
        return not _BASE64.fullmatch(_string(part.get("value")))
    return not media_type or media_type.startswith("text/") or media_type.endswith("xml")


def _fields(mapping: Mapping[str, object]) -> dict[str, object]:
    """A plain dict: feedparser's own answers `updated` with `published`, and warns of it."""
    return dict(mapping.items())


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


# --- entries ------------------------------------------------------------------------------------


def _entries(items: Iterable[RawItem], base_url: str) -> tuple[tuple[Entry, ...], Counter[str]]:
    """Make entries of items, and count those left out by reason."""
    given = tuple(items)
    filled = [item for item in given if not _is_empty(item)]
    newest = _newest(filled)
    entries = [_entry(item, base_url) for item in newest]
    different = list({(entry.key, entry.fingerprint): entry for entry in entries}.values())
    skipped = Counter(
        empty_entry=len(given) - len(filled),
        over_limit=len(filled) - len(newest),
        duplicate_entry=len(entries) - len(different),
    )
    return tuple(_told_apart(different)), skipped


def _is_empty(item: RawItem) -> bool:
    """Whether there is nothing to know it by."""
    said = (item.guid, item.title, item.body, item.links, item.dates, item.publisher)
    return not any(said)


def _newest(items: Sequence[RawItem]) -> Sequence[RawItem]:
    """Keep the newest of a monstrous feed, in its own order; the undated count as oldest."""
    if len(items) <= MAX_ENTRIES:
        return items
    long_ago = datetime.min.replace(tzinfo=UTC)
    dates = [_published_at(item) or long_ago for item in items]
    ranked = sorted(range(len(items)), key=lambda index: dates[index], reverse=True)
    return [items[index] for index in sorted(ranked[:MAX_ENTRIES])]


def _published_at(item: RawItem) -> datetime | None:
    """The first of an item's dates that can be read."""
    return next(filter(None, map(parse_date, item.dates)), None)


def _entry(item: RawItem, base_url: str) -> Entry:
    """Clean one item."""
    home = _join(base_url, item.base_url)
    markup = parse_markup(item.body, base_url=home)
    urls = (canonical_url(link, base_url=home) for link in item.links)
    url = next(filter(None, urls), None)
    text = strip_forbidden(markup.text)
    title = _title(item.title, text, url)
    return Entry(
        key=_key(strip_forbidden(item.guid).translate(_BLANKS) or url or _digest(title, text)),
        fingerprint=_digest(title, text, url or ""),
        title=title,
        text=text,
        url=url,
        publisher=_line(item.publisher)[:MAX_TITLE].rstrip() or None,
        published_at=_published_at(item),
        links=markup.links,
        headlines=markup.headlines,
    )


def _title(markup: str, text: str, url: str | None) -> str:
    """One line to call an entry by, also where its feed gives none."""
    return (_line(markup) or _first_words(text) or url or "(untitled)")[:MAX_TITLE].rstrip()


def _first_words(text: str) -> str:
    return shorten(text[:300], width=100, placeholder=" …")


def _line(markup: str) -> str:
    return strip_forbidden(plain_line(markup)) if markup else ""


# --- keys ---------------------------------------------------------------------------------------


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _key(key: str) -> str:
    """A key the database can hold."""
    return key if len(key) <= MAX_KEY else f"sha256:{_digest(key)}"


def _told_apart(entries: Sequence[Entry]) -> list[Entry]:
    """Give entries that share a guid keys of their own: some feeds have one guid for all.

    The link tells them apart, else the title, else all they say.
    """
    twins: dict[str, list[Entry]] = {}
    for entry in entries:
        twins.setdefault(entry.key, []).append(entry)
    signs = {key: _signs(group) for key, group in twins.items() if len(group) > 1}
    return [
        replace(entry, key=_key(f"{entry.key}#{signs[entry.key][entry.fingerprint]}"))
        if entry.key in signs
        else entry
        for entry in entries
    ]


def _signs(group: Sequence[Entry]) -> dict[str, str]:
    """Fingerprint -> a hash of the first field in which no two of these entries agree."""
    by_field = (
        [entry.url or "" for entry in group],
        [entry.title for entry in group],
        [entry.fingerprint for entry in group],
    )
    values = next(values for values in by_field if len(set(values)) == len(group))
    pairs = zip(group, values, strict=True)
    return {entry.fingerprint: _digest(value)[:16] for entry, value in pairs}
