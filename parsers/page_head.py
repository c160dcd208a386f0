"""What a web page says of itself outside its text: address, date, language, publisher, title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from parsers.dates import parse_date
from parsers.markup import plain_line
from parsers.publishers import known_publisher
from parsers.urls import canonical_url, host_of, is_homepage

# The names under which pages give the day they were published, the surest first.
_DATE_NAMES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "parsely-pub-date", "sailthru.date", "article.published", "rnews:datepublished",
    "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publishdate", "pubdate",
    "published_at", "date.issued", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
    "date",
)  # fmt: skip
_JSON_DATE: Final = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"')
_LANGUAGE: Final = re.compile(r"(?P<code>[A-Za-z]{2,3})(?:[-_].{0,30})?")
# Without these, the search would take today's date from our clock.
_DATE_SEARCH: Final = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What a page says of itself; None where it does not. `url` is always given."""

    url: str
    title: str | None
    publisher: str | None
    published_at: datetime | None
    language: str | None


def parse_head(page: HtmlElement, *, url: str) -> PageHead:
    """Read what a page says of itself; `url` is where it lay."""
    read = extract_metadata(page, default_url=url, date_config=dict(_DATE_SEARCH))
    metas = _metas(page)
    site = _site_name(metas, read.sitename)
    publisher = _publisher(url, site)
    return PageHead(
        url=_own_url(page, metas, url),
        title=_title(read.title, (publisher, site, _site(url))),
        publisher=publisher,
        published_at=_published_at(page, metas) or parse_date(read.date or ""),
        language=_language(page, metas),
    )


def _metas(page: HtmlElement) -> dict[str, str]:
    """The first content of each meta element, by its name in lower case."""
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    return metas


# --- title ---------------------------------------------------------------------------------------

_SIGNED: Final = re.compile(r"(?P<title>.+\S)\s+[-–—|·]\s+(?P<name>[^-–—|·]{2,60})")


def _title(title: str | None, names: tuple[str | None, ...]) -> str | None:
    """The title in one clean line, without the name of the site at its end."""
    line = plain_line(title or "")
    signed = _SIGNED.fullmatch(line)
    known = {name.casefold() for name in names if name}
    if signed and signed["name"].strip().casefold() in known:
        line = signed["title"]
    return line or None


# --- address and publisher -----------------------------------------------------------------------


def _own_url(page: HtmlElement, metas: dict[str, str], url: str) -> str:
    """The canonical address the page names, if it is a page of the same site; else where it lay."""
    named = [
        link.get("href") or ""
        for link in page.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for one in (*named, metas.get("og:url", "")):
        own = canonical_url(one, base_url=url) if one else None
        if own and _is_same_site(own, url) and (not is_homepage(own) or is_homepage(url)):
            return own
    return canonical_url(url) or url


def _is_same_site(one: str, other: str) -> bool:
    """Whether they are one host, or one is below the other: amp.example.org and example.org."""
    first, second = (_site(url) for url in (one, other))
    same = first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
    return same and _port(one) == _port(other)


def _site(url: str) -> str:
    return host_of(url).removeprefix("www.")


def _port(url: str) -> int | None:
    parts = urlsplit(url)
    # Without it, http and https of one site would be two.
    return parts.port or None


def _site_name(metas: dict[str, str], read: str | None) -> str | None:
    """The site's own name, if it gives one that is no handle of a social network."""
    handle = metas.get("twitter:site", "").lstrip("@").casefold()
    named = metas.get("og:site_name") or metas.get("application-name") or read or ""
    name = plain_line(named)
    return name if name and name.casefold() != handle else None


def _publisher(url: str, named: str | None) -> str | None:
    """Who publishes the page: by its host, else as it says; a host is no name."""
    known = known_publisher(host_of(url))
    name = plain_line(named or "")
    if known is None and name:
        known = known_publisher(name)
    if known is not None:
        return known.name
    is_host = name.lower() in {_site(url), urlsplit(url).netloc}
    return name if 0 < len(name) <= _LONGEST_NAME and "/" not in name and not is_host else None


# --- date and language ---------------------------------------------------------------------------


def _published_at(page: HtmlElement, metas: dict[str, str]) -> datetime | None:
    """The first date that can be read, of the places pages keep it in."""
    read = (parse_date(text) for text in _dates(page, metas))
    return next((moment for moment in read if moment is not None), None)


def _dates(page: HtmlElement, metas: dict[str, str]) -> Iterator[str]:
    yield metas.get("article:published_time", "")
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _JSON_DATE.findall(script.text or "")
    for name in _DATE_NAMES:
        yield metas.get(name, "")
    for element in page.iter("time", "abbr", "span"):
        is_date = "datepublished" in (element.get("itemprop") or "").lower()
        if is_date or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or element.get("title") or ""
    for element in page.iter("time"):
        yield element.get("datetime") or ""


def _language(page: HtmlElement, metas: dict[str, str]) -> str | None:
    """The page's language as an ISO 639 code, as it declares it."""
    root = page.getroottree().getroot()
    declared = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"),
        metas.get("og:locale"),
        metas.get("language"),
    )
    for text in declared:
        found = _LANGUAGE.fullmatch((text or "").strip())
        if found:
            return found["code"].lower()
    return None
