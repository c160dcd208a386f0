"""Fetch and read the page of an entry that is worth it, within what its site allows.

One `Pages` serves one run; what it answers is an `Article`, or a `PageNote` that says why not.
"""

import asyncio
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Final, Protocol
from urllib.parse import urlsplit

from flows.fetching.client import Client, Limits
from flows.fetching.fetch import fetch
from flows.fetching.fetched import Fetched
from flows.fetching.unpacking import MIB
from parsers.decoding import decode
from parsers.errors import FeedError, FetchError
from parsers.google_news import find_google_news_target, is_google_news, resolve_google_news
from parsers.robots import is_allowed
from parsers.types import Article
from parsers.urls import host_of

# Our product token, as `flows.fetching.client.user_agent` begins.
AGENT: Final = "Gigawatch"
PAGES_PER_RUN: Final = 60
PAGES_PER_HOST: Final = 8
PAGE_BYTES: Final = 3 * MIB
PAGE_TIMEOUT_S: Final = 15.0
# A page is worth no long queue: the feeds go first.
PAGE_TURN_S: Final = 60.0
# RFC 9309, 2.3.1: a robots.txt the server says is not there, or hides behind redirects, allows all.
# "Too many requests" (429) is no such answer, and a server in trouble asks to be left alone.
_NO_ROBOTS: Final = frozenset({"gone", "too_many_redirects", "redirect_loop"})


class ReadArticle(Protocol):
    """Reads a page in a child process; `parsers.article.parse_article` does the work there."""

    async def __call__(self, body: bytes, *, content_type: str | None, url: str) -> Article:
        """The article on a page that lay at `url`; raises ParseError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNote:
    """Why a page could not be had: a stable code and a short sentence. Costs nothing else."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Robots:
    """A site's robots.txt, or the note that stands for all its pages."""

    text: bytes = b""
    refused: PageNote | None = None


class Pages:
    """The pages of one run: asks each site's robots.txt once, and no site for too many pages."""

    def __init__(
        self,
        client: Client,
        read_article: ReadArticle,
        *,
        limits: Limits | None = None,
        per_run: int = PAGES_PER_RUN,
        per_host: int = PAGES_PER_HOST,
    ) -> None:
        """Use `client` for all requests.

        Args:
            client: the run's door to the network.
            read_article: reads a page's bytes, in a child process.
            limits: what one page may use, at most; ours are smaller than a feed's.
            per_run: pages asked for in this run, at most.
            per_host: pages asked for of one host, at most.
        """
        self._client = client
        self._read_article = read_article
        self._limits = _page_limits(limits or client.limits)
        self._per_run = per_run
        self._per_host = per_host
        self._asked: Counter[str] = Counter()
        self._robots: dict[str, _Robots] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def read(self, url: str) -> Article | PageNote:
        """The article at `url`, or why there is none. Never raises for what a server does."""
        try:
            return await self._read(resolve_google_news(url) or url)
        except FeedError as error:
            return PageNote(code=error.code, detail=error.detail)

    async def _read(self, url: str) -> Article | PageNote:
        """Fetch and parse a page; one of Google News leads to another, if it says to which."""
        fetched = await self._fetch(url)
        if isinstance(fetched, Fetched) and is_google_news(fetched.url):
            target = find_google_news_target(decode(fetched.body, fetched.content_type).text)
            if target is None:
                return _note("no_target", fetched.url, "the link does not say where it leads")
            fetched = await self._fetch(target)
        if isinstance(fetched, PageNote):
            return fetched
        return await self._read_article(
            fetched.body, content_type=fetched.content_type, url=fetched.url
        )

    async def _fetch(self, url: str) -> Fetched | PageNote:
        """Ask for a page, if its site and our own bounds allow it; where it lay counts as well."""
        self._client.guard.check_url(url)
        note = self._over(url) or await self._refusal(url)
        if note is not None:
            return note
        fetched = await self._get(url)
        return await self._refusal(fetched.url) or fetched

    async def _get(self, url: str) -> Fetched:
        answer = await fetch(self._client, url, limits=self._limits)
        if isinstance(answer, Fetched):
            return answer
        raise AssertionError("a 304 to a request without validators is a FetchError of fetch")

    def _over(self, url: str) -> PageNote | None:
        """Count a page; a note where there were enough."""
        host = host_of(url)
        if self._asked.total() >= self._per_run:
            return _note("enough_pages", url, f"this run has asked for {self._per_run} pages")
        if self._asked[host] >= self._per_host:
            return _note("enough_pages", url, f"this run has asked it for {self._per_host} pages")
        self._asked[host] += 1
        return None

    # --- robots.txt ------------------------------------------------------------------------------

    async def _refusal(self, url: str) -> PageNote | None:
        """A note if the page's site does not want it read."""
        site = _site(url)
        async with self._locks[site]:
            if site not in self._robots:
                self._robots[site] = await self._ask_robots(site)
        robots = self._robots[site]
        if robots.refused is not None:
            return robots.refused
        if not is_allowed(robots.text, url=url, agent=AGENT):
            return _note("robots", url, "its robots.txt asks programs to leave the page alone")
        return None

    async def _ask_robots(self, site: str) -> _Robots:
        try:
            answer = await self._get(f"{site}/robots.txt")
        except FetchError as error:
            if error.code in _NO_ROBOTS or error.code.startswith("http_4"):
                return _Robots()
            if error.code.startswith("blocked_"):
                return _Robots(refused=PageNote(code=error.code, detail=error.detail))
            why = f"its robots.txt cannot be had ({error.code}), so its pages are left alone"
            return _Robots(refused=_note("robots_unreachable", site, why))
        return _Robots(text=answer.body)


def _page_limits(limits: Limits) -> Limits:
    return replace(
        limits,
        timeout_s=min(limits.timeout_s, PAGE_TIMEOUT_S),
        max_bytes=min(limits.max_bytes, PAGE_BYTES),
        turn_timeout_s=min(limits.turn_timeout_s, PAGE_TURN_S),
    )


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _note(code: str, url: str, why: str) -> PageNote:
    return PageNote(code=code, detail=f"{host_of(url)}: {why}")
