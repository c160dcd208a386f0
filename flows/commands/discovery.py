"""Find the feed at an address or, where a web page lies there, the page's feed."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flows.fetching.client import Client
from flows.fetching.fetch import fetch
from flows.fetching.fetched import Fetched
from flows.polling.intake import Document, parse_document
from flows.polling.parsing import ParserPool
from parsers.decoding import decode
from parsers.discovery import feed_candidates, is_web_page, site_feeds
from parsers.errors import FeedError, FetchError, ParseError
from parsers.types import ParsedFeed

MOST_REQUESTS = 8  # with the first
# Answers of sites that show their front page to browsers only, and their feed to all.
_BROWSERS_ONLY = frozenset({"http_401", "http_403", "http_406"})
# After these, another path of the same host is not worth its wait.
_HOST_IS_CLOSED = frozenset(
    {"timeout", "dns_failed", "connection_refused", "connection_failed", "tls_failed",
     "too_many_requests", "blocked_address", "blocked_port"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An address that was no feed, and the code of what it was."""

    url: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A feed: what was asked for, where the feed lies, what is in it, what was tried before."""

    asked: str
    url: str
    feed: ParsedFeed
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Miss:
    """No feed: why, and the page that lay there instead, if one did."""

    error: FeedError
    url: str
    page: str = ""


async def find_feed(client: Client, parsers: ParserPool, url: str) -> Found:
    """Read the feed at `url`; of a web page, the first of its candidates that is a feed.

    Each request goes through the same guard and limits; there are at most `MOST_REQUESTS`.

    Raises:
        FeedError: what is wrong with the feed, or what was tried where none was found.
    """
    first = await _look(client, parsers, url)
    if isinstance(first, Found):
        return first
    tried = [Tried(url=url, code=first.error.code)]
    closed: set[str] = set()
    for candidate in _candidates(url, first):
        if len(tried) == MOST_REQUESTS:
            break
        if _host(candidate) in closed:
            continue
        answer = await _look(client, parsers, candidate)
        if isinstance(answer, Found):
            return Found(asked=url, url=answer.url, feed=answer.feed, tried=tuple(tried))
        tried.append(Tried(url=candidate, code=answer.error.code))
        if answer.error.code in _HOST_IS_CLOSED:
            closed.add(_host(candidate))
    raise _nothing_found(first, tried[1:])


async def _look(client: Client, parsers: ParserPool, url: str) -> Found | _Miss:
    """One request: a feed, or why there is none."""
    try:
        fetched = await fetch(client, url)
    except FetchError as error:
        return _Miss(error=error, url=url)
    if not isinstance(fetched, Fetched):
        unasked = FetchError("malformed_response", f"{url} answers 304 to a request without terms")
        return _Miss(error=unasked, url=url)
    try:
        feed = await parsers.run(
            parse_document,
            Document(body=fetched.body, content_type=fetched.content_type, url=fetched.url),
        )
    except ParseError as error:
        return _Miss(error=error, url=fetched.url, page=_page(fetched, error))
    return Found(asked=url, url=fetched.permanent_url or url, feed=feed)


def _page(fetched: Fetched, error: ParseError) -> str:
    """The source of a web page; "" for whatever else is no feed."""
    if error.code != "not_a_feed":
        return ""
    text = decode(fetched.body, fetched.content_type).text
    return text if is_web_page(text) else ""


def _candidates(asked: str, miss: _Miss) -> tuple[str, ...]:
    """Where the feed may be. The address itself tells, also where another one answered."""
    known = site_feeds(asked, miss.page)
    if miss.page:
        return tuple(dict.fromkeys((*known, *feed_candidates(miss.url, miss.page))))
    return feed_candidates(asked, "") if miss.error.code in _BROWSERS_ONLY else known


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _nothing_found(first: _Miss, tried: list[Tried]) -> FeedError:
    """The first error; with what was tried after it, if anything was."""
    if not tried:
        return first.error
    listed = ", ".join(f"{one.url} ({one.code})" for one in tried)
    what = "a web page" if first.page else first.error.detail
    return ParseError(
        "not_a_feed",
        f"{first.url}: {what}, and no feed was found; tried {listed}; give the feed's own address",
    )
