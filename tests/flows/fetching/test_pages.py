"""An article's page is had politely and within bounds, or a note says why not."""

import asyncio
import base64
import socket
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from flows.fetching.client import Limits, open_client
from flows.fetching.guard import AddressGuard, parse_allow
from flows.fetching.pages import PageNote, Pages
from parsers.article import parse_article
from parsers.types import Article
from tests.servers import FeedServer, RawServer

HTML = "text/html; charset=utf-8"
TEXT = (
    "Amazon said on Monday it would invest up to $25 billion in Anthropic, which commits more than"
    " $100 billion to Amazon's cloud over ten years, the companies said."
)
PAGE = f"<html><head><title>Deal</title></head><body><article><p>{TEXT}</p></article></body></html>"
BRIEF = Limits(timeout_s=0.3)
Publish = Callable[[FeedServer], str]


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A site without any page."""
    with FeedServer() as running:
        yield running


@pytest.fixture
async def pages(server: FeedServer) -> AsyncIterator[Pages]:
    """The pages of one run, which may reach this server alone."""
    async with open_client(AddressGuard(allow=parse_allow([server.address]))) as client:
        yield Pages(client, read_article, per_run=5, per_host=3)


async def read_article(body: bytes, *, content_type: str | None, url: str) -> Article:
    """Reads in a thread: these tests are not about processes."""
    return await asyncio.to_thread(parse_article, body, content_type=content_type, url=url)


def put(server: FeedServer, path: str = "/news/deal", body: str = PAGE) -> str:
    """Publish a page."""
    return server.put(path, body.encode(), content_type=HTML)


def robots(server: FeedServer, text: str = "", *, status: int = 200) -> None:
    """Publish a robots.txt."""
    server.put("/robots.txt", text.encode(), status=status, content_type="text/plain")


def asked(server: FeedServer) -> list[str]:
    """The paths that were asked for, in order."""
    return [request.path for request in server.requests]


def code(answer: Article | PageNote) -> str:
    """What became of a page."""
    if isinstance(answer, Article):
        return "article"
    assert answer.detail
    assert "\n" not in answer.detail
    return answer.code


async def test_a_page_is_read(server: FeedServer, pages: Pages) -> None:
    """robots.txt first, then the page; the article says where it lay."""
    url = put(server)

    answer = await pages.read(url)

    assert answer == Article(url=url, title="Deal", text=TEXT)
    assert asked(server) == ["/robots.txt", "/news/deal"]
    assert server.requests[1].headers["user-agent"].startswith("Gigawatch/")


# --- robots.txt ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        pytest.param("User-agent: *\nDisallow: /news", 200, "robots", id="disallowed"),
        pytest.param("User-agent: Gigawatch\nDisallow: /", 200, "robots", id="us alone"),
        pytest.param("User-agent: *\nDisallow: /old", 200, "article", id="another path"),
        pytest.param("", 404, "article", id="none there"),
        pytest.param("", 403, "article", id="hidden"),
        pytest.param("", 429, "robots_unreachable", id="asked to wait"),
        pytest.param("", 500, "robots_unreachable", id="broken"),
    ],
)
async def test_robots_are_obeyed(
    server: FeedServer, pages: Pages, text: str, status: int, expected: str
) -> None:
    """No file allows all; a server in trouble is left alone (RFC 9309, 2.3.1)."""
    robots(server, text, status=status)
    url = put(server)

    answer = await pages.read(url)

    assert code(answer) == expected
    assert ("/news/deal" in asked(server)) is (expected == "article")


@pytest.mark.parametrize("status", [200, 404, 500])
async def test_robots_are_asked_once(server: FeedServer, pages: Pages, status: int) -> None:
    """However many pages of the site are wanted at once, and also where it fails."""
    robots(server, status=status)
    urls = [put(server, f"/news/{n}") for n in range(3)]

    await asyncio.gather(*(pages.read(url) for url in urls))

    assert asked(server).count("/robots.txt") == 1


async def test_robots_behind_a_loop_allow_all(server: FeedServer, pages: Pages) -> None:
    """What cannot be reached by redirects is not there."""
    server.redirect("/robots.txt", "/robots.txt")

    assert code(await pages.read(put(server))) == "article"


async def test_where_a_page_lay_counts(server: FeedServer, pages: Pages) -> None:
    """A redirect leads to no page that is disallowed, on this site or another."""
    robots(server, "User-agent: *\nDisallow: /private")
    put(server, "/private/deal")
    url = server.redirect("/news/deal", "/private/deal")

    assert code(await pages.read(url)) == "robots"


# --- what servers do -----------------------------------------------------------------------------


def _pdf(server: FeedServer) -> str:
    return server.put("/a.pdf", b"%PDF-1.7 ...", content_type="application/pdf")


def _missing(server: FeedServer) -> str:
    return server.url("/missing")


def _huge(server: FeedServer) -> str:
    return server.put("/huge", b"x" * 30_000_000, content_type=HTML)


def _private(server: FeedServer) -> str:
    return server.redirect("/out", "http://169.254.169.254/latest/meta-data/")


def _login(server: FeedServer) -> str:
    put(server, "/login", "<html><body><h1>Welcome</h1><p>Log in to continue reading.</p></body>")
    return server.redirect("/paid", "/login")


def _cookies(server: FeedServer) -> str:
    wall = "We and our 812 partners store information on your device, such as cookies. " * 4
    return put(server, "/consent", f"<html><body><p>{wall}</p></body></html>")


def _nested(server: FeedServer) -> str:
    return put(server, "/deep", f"<html><body>{'<div>' * 50_000}{TEXT}")


@pytest.mark.parametrize(
    ("publish", "expected"),
    [
        pytest.param(_missing, "http_404", id="404"),
        pytest.param(_pdf, "not_a_page", id="PDF"),
        pytest.param(_huge, "too_large", id="30 MB"),
        pytest.param(_private, "blocked_address", id="redirect to a private address"),
        pytest.param(_login, "wall", id="login page"),
        pytest.param(_cookies, "wall", id="cookie wall"),
        pytest.param(_nested, "no_text", id="50,000 nested divs"),
    ],
)
async def test_no_server_costs_more_than_a_note(
    server: FeedServer, pages: Pages, publish: Publish, expected: str
) -> None:
    """Whatever lies there, the entry goes on with a sentence on why."""
    assert code(await pages.read(publish(server))) == expected


async def test_a_page_in_latin_1(server: FeedServer, pages: Pages) -> None:
    """Its letters are as its server says."""
    source = PAGE.replace("Monday", "Montag für Ünïcorp").encode("latin-1")
    url = server.put("/news/deal", source, content_type="text/html; charset=iso-8859-1")

    answer = await pages.read(url)

    assert isinstance(answer, Article)
    assert "Montag für Ünïcorp" in answer.text


async def test_a_page_that_hangs(server: FeedServer) -> None:
    """It has a time of its own, shorter than a feed's."""
    url = server.put("/news/deal", hang=True)

    async with open_client(AddressGuard(allow=parse_allow([server.address]))) as client:
        answer = await Pages(client, read_article, limits=BRIEF).read(url)

    assert code(answer) == "timeout"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("ftp://wire.example/a", "bad_scheme", id="scheme"),
        pytest.param("http://user:word@wire.example/a", "bad_url", id="password"),
        pytest.param("http://[::1", "bad_url", id="no address"),
        pytest.param("http://10.0.0.1/a", "blocked_address", id="private"),
    ],
)
async def test_an_address_is_refused_before_anything_is_asked(
    pages: Pages, url: str, expected: str
) -> None:
    """The guard looks at it as at everything."""
    assert code(await pages.read(url)) == expected


async def test_a_private_site_is_not_even_asked_for_robots(pages: Pages) -> None:
    """A canary on another port of this machine hears nothing."""
    with RawServer() as canary:
        answer = await pages.read(canary.url("/a").replace("127.0.0.1", "localhost"))

        assert code(answer) in {"blocked_address", "blocked_port"}
        assert canary.connections == 0


async def test_a_304_nobody_asked_for(server: FeedServer, pages: Pages) -> None:
    """A server that claims we have the page already has none for us."""
    url = server.put("/news/deal", status=304)

    assert code(await pages.read(url)) == "http_304"


# --- Google News ---------------------------------------------------------------------------------

TOKEN = "CBMiqwFBVV95cUxNMTRqdUZpNl9hQldXbGo2YVVLOGFQdkFLYldlMUxU"


class LoopbackResolver(AbstractResolver):
    """Every name is this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The one address there is."""
        return [
            ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(
    ("says_where", "expected"),
    [pytest.param(True, "article", id="says where"), pytest.param(False, "no_target", id="silent")],
)
async def test_a_page_of_google_news_stands_for_another(
    server: FeedServer, says_where: bool, expected: str
) -> None:
    """It is followed where it names the page; nobody is asked to turn its token into one."""
    target = put(server)
    named = f'<c-wiz data-n-au="{target}"></c-wiz>' if says_where else "<c-wiz></c-wiz>"
    put(server, f"/rss/articles/{TOKEN}", f"<html><body>{named}</body></html>")
    guard = AddressGuard(allow=parse_allow([server.address]))

    async with open_client(guard, resolver=LoopbackResolver()) as client:
        link = f"http://news.google.com:{server.port}/rss/articles/{TOKEN}"
        answer = await Pages(client, read_article).read(link)

    assert code(answer) == expected
    assert isinstance(answer, PageNote) or answer.url == target


async def test_a_link_of_google_news_that_tells_is_not_asked(
    server: FeedServer, pages: Pages
) -> None:
    """The old form holds the address: no request goes to Google."""
    target = put(server).encode()
    message = b'\x08\x13"' + bytes([len(target)]) + target + b"\xd2\x01\x00"
    name = base64.urlsafe_b64encode(message).decode().rstrip("=")

    answer = await pages.read(f"https://news.google.com/rss/articles/{name}?oc=5")

    assert code(answer) == "article"


# --- bounds --------------------------------------------------------------------------------------


async def test_a_host_is_asked_for_few_pages(server: FeedServer, pages: Pages) -> None:
    """Beyond them the entries live with what they say."""
    answers = [await pages.read(put(server, f"/news/{n}")) for n in range(4)]

    assert [code(answer) for answer in answers] == ["article"] * 3 + ["enough_pages"]


async def test_a_run_asks_for_few_pages(server: FeedServer) -> None:
    """All hosts together."""
    async with open_client(AddressGuard(allow=parse_allow([server.address]))) as client:
        pages = Pages(client, read_article, per_run=1)
        answers = [await pages.read(put(server, f"/news/{n}")) for n in range(2)]

    assert [code(answer) for answer in answers] == ["article", "enough_pages"]
