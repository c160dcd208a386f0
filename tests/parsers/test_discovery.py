"""Where a page's feed may be: named by the page, known of its site, or guessed."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.discovery import (
    WELL_KNOWN,
    feed_candidates,
    is_web_page,
    plain_address,
    site_feeds,
)
from parsers.feed import find_feed_links

SITE = "https://a.example/"
BLOG = "https://a.example/blog/"
GUESSED = tuple(f"https://a.example{path}" for path in WELL_KNOWN)
VIDEOS = "https://www.youtube.com/feeds/videos.xml"
CHANNEL = "UCabcdefghijklmnopqrstuv"
REPOSITORY = "https://github.com/vllm-project/vllm"
RELEASES = (f"{REPOSITORY}/releases.atom", f"{REPOSITORY}/tags.atom")


def link(href: str, kind: str = "application/rss+xml") -> str:
    """A page's way to name its feed."""
    return f'<link rel="alternate" type="{kind}" href="{href}">'


@pytest.mark.parametrize(
    ("url", "page", "first"),
    [
        pytest.param(BLOG, "", GUESSED, id="nothing but an address"),
        pytest.param("https://a.example/feed", "", GUESSED[1:], id="never the address itself"),
        pytest.param(
            BLOG,
            link("news.xml") + link("/atom", "application/atom+xml"),
            ("https://a.example/blog/news.xml", "https://a.example/atom"),
            id="named by the page, in its order",
        ),
        pytest.param(
            BLOG,
            link("https://b.example/f.json", "application/feed+json"),
            ("https://b.example/f.json",),
            id="on another host",
        ),
        pytest.param(
            SITE,
            link("/comments/feed/") + link("/feed/"),
            ("https://a.example/feed/", *GUESSED, "https://a.example/comments/feed/"),
            id="the feed of comments last",
        ),
        pytest.param(SITE, link("/style.css", "text/css"), GUESSED, id="another kind of link"),
        pytest.param(
            BLOG,
            '<a href="/about">About</a> <a class="x" href="rss/">RSS</a> <a href=/b/news.rss>',
            ("https://a.example/blog/rss/", "https://a.example/b/news.rss", *GUESSED),
            id="links that look like feeds",
        ),
        pytest.param(
            SITE,
            '<a href="/all-feeds.xml?a=1&amp;b=2"><a href="mailto:feed"><a name="x">'
            '<a href="/feedback"><a href="/sitemap.xml"><a href="https://[/feed">',
            ("https://a.example/all-feeds.xml?a=1&b=2", *GUESSED),
            id="links that do not",
        ),
        pytest.param(
            "https://www.a.example/",
            '<a href="https://social.example/dialog/feed"><a href="https://news.a.example/feed/">'
            '<a href="https://a.example/rss">',
            ("https://news.a.example/feed/", "https://a.example/rss", "https://www.a.example/feed"),
            id="links to the same site",
        ),
        pytest.param(
            SITE,
            "".join(f'<a href="/{name}/feed">' for name in "abcdef"),
            (*(f"https://a.example/{name}/feed" for name in "abc"), *GUESSED),
            id="not every section",
        ),
        pytest.param(
            REPOSITORY,
            link(f"{REPOSITORY}/commits/main.atom", "application/atom+xml"),
            (*RELEASES, f"{REPOSITORY}/commits/main.atom"),
            id="releases before commits, and no guesses",
        ),
        pytest.param(
            f"https://www.youtube.com/channel/{CHANNEL}",
            link(f"{VIDEOS}?channel_id={CHANNEL}"),
            (f"{VIDEOS}?channel_id={CHANNEL}",),
            id="a channel once",
        ),
        pytest.param("https://www.youtube.com/@nobody", "", (), id="a handle without its page"),
        pytest.param("no address", "", (), id="no address"),
        pytest.param("https://[broken/", link("/feed"), (), id="a broken address"),
    ],
)
def test_the_likeliest_feed_comes_first(url: str, page: str, first: tuple[str, ...]) -> None:
    """What is known, then what is named, then what looks like one, then what is usual."""
    found = feed_candidates(url, page)

    assert found[: len(first)] == first
    assert len(set(found)) == len(found)
    assert all(urlsplit(one).path in WELL_KNOWN for one in found[len(first) :])


@pytest.mark.parametrize(
    ("url", "page", "feeds"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}", "", (f"{VIDEOS}?channel_id={CHANNEL}",)),
        (
            f"https://m.youtube.com/channel/{CHANNEL}/videos",
            "",
            (f"{VIDEOS}?channel_id={CHANNEL}",),
        ),
        ("https://youtube.com/playlist?list=PL12_-ab", "", (f"{VIDEOS}?playlist_id=PL12_-ab",)),
        ("https://www.youtube.com/user/nvidia", "", (f"{VIDEOS}?user=nvidia",)),
        ("https://www.youtube.com/user/a&b", "", (f"{VIDEOS}?user=a%26b",)),
        (
            "https://www.youtube.com/@nvidia",
            f'<script>{{"externalId":"{CHANNEL}"}}</script>',
            (f"{VIDEOS}?channel_id={CHANNEL}",),
        ),
        (
            "https://www.youtube.com/c/nvidia",
            f'<link rel="canonical" href="https://www.youtube.com/channel/{CHANNEL}">',
            (f"{VIDEOS}?channel_id={CHANNEL}",),
        ),
        (
            "https://www.youtube.com/watch?v=abc",
            f'"channelId":"{CHANNEL}"',
            (f"{VIDEOS}?channel_id={CHANNEL}",),
        ),
        ("https://www.youtube.com/channel/UCshort", "", ()),
        ("https://www.youtube.com/playlist", "", ()),
        ("https://www.youtube.com.evil.example/user/nvidia", "", ()),
        (REPOSITORY, "", RELEASES),
        (f"{REPOSITORY}.git", "", RELEASES),
        (f"{REPOSITORY}/", "", RELEASES),
        (f"{REPOSITORY}/releases", "", RELEASES),
        (f"{REPOSITORY}/tree/main/docs", "", RELEASES),
        (f"{REPOSITORY}/tags", "", RELEASES[::-1]),
        ("https://www.github.com/vllm-project/vllm", "", RELEASES),
        ("https://github.com/vllm-project", "", ()),
        ("https://github.com/topics/gpu", "", ()),
        ("https://gist.github.com/a/b", "", ()),
        ("https://a.example/vllm-project/vllm", "", ()),
    ],
)
def test_some_sites_tell_their_feed_by_their_address(
    url: str, page: str, feeds: tuple[str, ...]
) -> None:
    """YouTube's channels, playlists, users and handles; GitHub's repositories."""
    assert site_feeds(url, page) == feeds


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("<!DOCTYPE html><title>x</title>", True),
        ("\n<!-- x --><HTML lang='en'>", True),
        ("<head>", True),
        ("<rss><channel/></rss>", False),
        ("<opml><head/></opml>", False),
        ("plain text", False),
    ],
)
def test_a_web_page_is_known_by_its_beginning(text: str, is_page: bool) -> None:
    """Lists and sitemaps are not searched for feeds."""
    assert is_web_page(text) is is_page


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("feed:https://a.example/f", "https://a.example/f"),
        ("feed://a.example/f", "http://a.example/f"),
        ("FEED:HTTP://a.example/f", "HTTP://a.example/f"),
        (" https://a.example/f ", "https://a.example/f"),
        ("https://feed.example/feed:x", "https://feed.example/feed:x"),
    ],
)
def test_a_browsers_feed_link_is_an_address(written: str, address: str) -> None:
    """Pages and lists write `feed:` where they mean a program to open it."""
    assert plain_address(written) == address


@given(
    st.text(max_size=80),
    st.text(st.sampled_from(list("<a link href='/feed\"=>:[]&;#x ")), max_size=200),
)
def test_no_page_brings_it_down(url: str, page: str) -> None:
    """Whatever is asked and answered, what comes out is web addresses."""
    asked = url.partition("#")[0]

    assert all(one.startswith(("http", asked[:4])) for one in feed_candidates(url, page))


def test_published_pages_lead_to_their_feed_first(shared: Path) -> None:
    """Of 156 articles as published, 60 name feeds: the first tried is named, and of no comments."""
    pages = [
        gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        for path in sorted((shared / "corpora/articles").rglob("*.html.gz"))
    ]

    named = [(page, links) for page in pages if (links := find_feed_links(page, base_url=SITE))]

    assert len(pages) > 150
    assert len(named) >= 60
    for page, links in named:
        first = feed_candidates(SITE, page)[0]
        assert first in links
        assert "comments" not in first
