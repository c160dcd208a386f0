"""The feed of whatever address a person has at hand, without asking a server too much."""

import asyncio
from collections.abc import Iterator

import pytest

from flows.commands.discovery import MOST_REQUESTS, Found, Tried, find_feed
from flows.fetching.client import open_client
from flows.fetching.guard import AddressGuard, parse_allow
from flows.polling.parsing import ParserPool
from parsers.errors import FeedError
from tests.servers import FeedServer
from tests.watches import DEAL, render_rss

FEED = render_rss(DEAL)
PAGE = b"<!DOCTYPE html><html><head><title>News</title>%s</head><body>%s</body></html>"
HTML = "text/html; charset=utf-8"


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A site without any page."""
    with FeedServer() as server:
        yield server


def named(href: str) -> bytes:
    """A page that names this feed."""
    return PAGE % (f'<link rel="alternate" type="application/rss+xml" href="{href}">'.encode(), b"")


def find(server: FeedServer, path: str) -> Found:
    """Look for the feed of a page of this server; no other address is allowed."""

    async def look() -> Found:
        guard = AddressGuard(allow=parse_allow([server.address]))
        async with open_client(guard) as client, ParserPool(workers=1) as parsers:
            return await find_feed(client, parsers, server.url(path))

    return asyncio.run(look())


def asked(server: FeedServer) -> list[str]:
    """The paths that were asked for, in order."""
    return [request.path for request in server.requests]


def test_a_feed_is_its_own(server: FeedServer) -> None:
    """One request, nothing guessed."""
    url = server.put("/feed.xml", FEED)

    found = find(server, "/feed.xml")

    assert (found.asked, found.url, found.tried) == (url, url, ())
    assert found.feed.title == "The Wire"
    assert asked(server) == ["/feed.xml"]


def test_a_page_names_its_feed(server: FeedServer) -> None:
    """The page, then the feed it names."""
    page = server.put("/news/", named("wire.rss"), content_type=HTML)
    feed = server.put("/news/wire.rss", FEED)

    found = find(server, "/news/")

    assert (found.asked, found.url) == (page, feed)
    assert found.tried == (Tried(url=page, code="not_a_feed"),)
    assert asked(server) == ["/news/", "/news/wire.rss"]


def test_a_link_starts_where_the_page_was_in_the_end(server: FeedServer) -> None:
    """A redirect to another folder moves what is relative to it."""
    server.redirect("/", "/en/home")
    server.put("/en/home", named("feed"), content_type=HTML)
    feed = server.put("/en/feed", FEED)

    assert find(server, "/").url == feed


@pytest.mark.parametrize(
    "path",
    ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feeds/posts/default"],
)
def test_a_page_that_names_none_has_it_where_most_have(server: FeedServer, path: str) -> None:
    """Every usual path is reached within the limit of requests."""
    server.put("/", PAGE % (b"", b""), content_type=HTML)
    feed = server.put(path, FEED)

    assert find(server, "/").url == feed
    assert len(server.requests) <= MOST_REQUESTS


def test_a_feed_that_is_none_is_passed_over(server: FeedServer) -> None:
    """The next candidate is tried, and what was wrong with the first is told."""
    page = server.put("/", named("/broken") + named("/feed"), content_type=HTML)
    broken = server.put("/broken", b"<rss>")
    feed = server.put("/feed", FEED)

    found = find(server, "/")

    assert found.url == feed
    assert found.tried == (
        Tried(url=page, code="not_a_feed"),
        Tried(url=broken, code="malformed"),
    )


def test_a_feed_that_moved_for_good_is_found_where_it_is(server: FeedServer) -> None:
    """What is added is the new address; a redirect for now changes nothing."""
    feed = server.put("/new", FEED)
    server.redirect("/old", "/new", status=301)
    for_now = server.redirect("/now", "/new", status=302)

    assert find(server, "/old").url == feed
    assert find(server, "/now").url == for_now


def test_a_site_may_show_its_page_to_browsers_only(server: FeedServer) -> None:
    """Its feed is for all, so the usual paths are tried."""
    server.put("/", b"", status=403)
    feed = server.put("/rss", FEED)

    assert find(server, "/").url == feed


def test_what_was_tried_is_told(server: FeedServer) -> None:
    """One line with every address and its code, within the limit of requests."""
    links = b"".join(named(f"/{number}") for number in range(20))
    page = server.put("/", links, content_type=HTML)

    with pytest.raises(FeedError) as nothing:
        find(server, "/")

    told = str(nothing.value)
    assert nothing.value.code == "not_a_feed"
    assert told.startswith(f"{page}: a web page, and no feed was found; tried {page}0 (http_404), ")
    assert told.endswith("; give the feed's own address")
    assert "\n" not in told
    assert len(server.requests) == MOST_REQUESTS


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        pytest.param(b"", 404, "http_404", id="nothing there"),
        pytest.param(b"", 500, "http_500", id="a fault of the server"),
        pytest.param(b"<urlset/>", 200, "not_a_feed", id="a sitemap"),
        pytest.param(b"<opml><head/></opml>", 200, "not_a_feed", id="a subscription list"),
        pytest.param(b"<rss>", 200, "malformed", id="a broken feed"),
    ],
)
def test_what_is_no_page_is_not_searched(
    server: FeedServer, body: bytes, status: int, code: str
) -> None:
    """A wrong address is said to be wrong; guessing on would watch what nobody asked for."""
    server.put("/x", body, status=status)
    server.put("/feed", FEED)

    with pytest.raises(FeedError) as trouble:
        find(server, "/x")

    assert trouble.value.code == code
    assert asked(server) == ["/x"]


def test_a_page_leads_nowhere_the_operator_did_not_allow(server: FeedServer) -> None:
    """A feed a page names goes through the same guard; a closed host is tried once."""
    with FeedServer() as private:
        private.put("/feed", FEED)
        links = named(private.url("/feed")) + named(private.url("/rss"))
        server.put("/", links, content_type=HTML)

        with pytest.raises(FeedError) as refused:
            find(server, "/")

    assert f"{private.url('/feed')} (blocked_" in str(refused.value)
    assert private.url("/rss") not in str(refused.value)
    assert private.requests == []
