"""One page, one address: whoever links to it, and however."""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.urls import canonical_url, host_of, is_homepage, url_key

FEED = "https://example.com/feeds/all.xml"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("HTTPS://WWW.Example.COM/A", "https://www.example.com/A", id="letter case"),
        pytest.param(" \n https://example.com/a \t", "https://example.com/a", id="space around"),
        pytest.param("https://example.com", "https://example.com/", id="no path"),
        pytest.param("https://example.com:443/a", "https://example.com/a", id="https port"),
        pytest.param("http://example.com:80/a", "http://example.com/a", id="http port"),
        pytest.param("http://example.com:8080/a", "http://example.com:8080/a", id="other port"),
        pytest.param("https://example.com./a", "https://example.com/a", id="dot at the end"),
        pytest.param("https://example.com/a#top", "https://example.com/a", id="fragment"),
        pytest.param("https://example.com/a?", "https://example.com/a", id="empty query"),
        pytest.param("https://example.com/a/../b/./c", "https://example.com/b/c", id="dots"),
        pytest.param("https://example.com/a/b/..", "https://example.com/a/", id="dots at the end"),
        pytest.param("https://example.com/../a", "https://example.com/a", id="dots at the root"),
        pytest.param("https://example.com/%7ea%2fb", "https://example.com/~a%2Fb", id="escapes"),
        pytest.param("https://example.com/100%", "https://example.com/100%25", id="lone percent"),
        pytest.param("https://example.com/é b", "https://example.com/%C3%A9%20b", id="escaped"),
        pytest.param("https://Bücher.example/", "https://xn--bcher-kva.example/", id="umlaut"),
        pytest.param("https://straße.example/", "https://xn--strae-oqa.example/", id="sharp s"),
        pytest.param("http://[2001:DB8::0:1]/", "http://[2001:db8::1]/", id="IPv6"),
        pytest.param("http://127.0.0.1:8080/f", "http://127.0.0.1:8080/f", id="IPv4"),
        pytest.param(
            "https://example.com/?b=2&a=1&b=1", "https://example.com/?b=2&a=1&b=1", id="order"
        ),
        pytest.param(
            "https://example.com/foo.jpg?crop/1420x708/format/webp",
            "https://example.com/foo.jpg?crop/1420x708/format/webp",
            id="a query without names",
        ),
    ],
)
def test_an_address_has_one_spelling(url: str, expected: str) -> None:
    """Two spellings that every server takes for the same page become one."""
    assert canonical_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "   ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "vbscript:msgbox(1)",
        "mailto:a@example.com",
        "data:text/html,<b>x</b>",
        "ftp://example.com/a",
        "file:///etc/passwd",
        "magnet:?xt=urn:btih:abc",
        "feed:https://example.org/",
        "https://",
        "https:///a",
        "https://user:secret@example.com/",
        "https://user@example.com/",
        "https://exa\\mple.com/",
        "\\\\example.com/a",
        "https://example.com/a\x00b",
        "https://example.com/a\nb",
        "https://example.com/a\x85b",
        "https://example.com/\ud800",
        "https://example|org/",
        "https://exa mple.com/",
        "https://example..com/",
        "https://example.com:99999/",
        "https://example.com:port/",
        "https://example.com:0/",
        "http://[::1/",
        "http://[nonsense]/",
        "http://[fe80::1%25eth0]/",
        "http://[::1%<a href=x>]/",
        "https://\u2024\u2024.com/",
        "https://a\u2100b.com/",
        "https://" + "a." * 150 + "com/",
        "https://example.com/" + "a" * 9000,
        "https://example.com/?q=" + "ü" * 2000,
        "//example.com/a",
        "/relative/path",
        "relative",
    ],
)
def test_anything_but_plain_http_is_refused(url: str) -> None:
    """What we would not fetch, or show as a link, is no address."""
    assert canonical_url(url) is None


@pytest.mark.parametrize(
    ("url", "base_url", "expected"),
    [
        pytest.param("/a", FEED, "https://example.com/a", id="root"),
        pytest.param("a", FEED, "https://example.com/feeds/a", id="beside the feed"),
        pytest.param("//cdn.example.org/a", FEED, "https://cdn.example.org/a", id="same scheme"),
        pytest.param("https://b.org/a", "://bad", "https://b.org/a", id="bad base, not needed"),
        pytest.param("a", "://bad", None, id="bad base"),
        pytest.param("", FEED, None, id="empty"),
        pytest.param("javascript:alert(1)", FEED, None, id="script"),
        pytest.param("a?ref=example.com", FEED, "https://example.com/feeds/a", id="ref to itself"),
        pytest.param(
            "https://b.org/a?ref=example.com", FEED, "https://b.org/a", id="ref to the feed's site"
        ),
        pytest.param(
            "https://b.org/a?ref=c.org", FEED, "https://b.org/a?ref=c.org", id="ref to a third"
        ),
    ],
)
def test_relative_addresses_belong_to_their_feed(
    url: str, base_url: str, expected: str | None
) -> None:
    """A relative link is resolved where it stood; an absolute one needs no base."""
    assert canonical_url(url, base_url=base_url) == expected


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=newsletter&utm_medium=rss",
        "UTM_Source=x",
        "fbclid=1&gclid=2&msclkid=3",
        "CMP=share_btn&intcid=inline&__source=rss&emc=rss&gs_l=1",
        "gaa_at=eafs&gaa_n=abc",
        "mc_cid=1&mc_eid=2",
        "mkt_tok=x&_hsenc=y&_hsmi=z",
        "at_medium=RSS&at_campaign=rss",
        "source=rss",
        "ref=rss",
        "amp=1",
        "amp",
        "outputType=amp",
        "%75tm_source=x",
        "&&",
    ],
)
def test_tracking_is_dropped(query: str) -> None:
    """Who sent the reader does not make another page."""
    assert canonical_url(f"https://example.com/a?{query}&id=7") == "https://example.com/a?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?source=eia",
        "https://example.com/a?ref=v2.1",
        "https://example.com/search?q=amp",
        "https://example.com/amp",
        "https://example.com/companies/amp/",
        "https://example.com/amplifier/guitar-amp-guide",
        "https://m.example.com/a",
        "https://amp.example.com/a",
        "https://news.google.com/rss/search?q=gigawatt&hl=en-US&gl=US&ceid=US:en",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/url?sa=t",
        "https://www.google.com/amp/about",
    ],
)
def test_what_may_matter_is_kept(url: str) -> None:
    """A parameter, host or path that may choose the page stays as it is."""
    assert canonical_url(url) == url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "https://www.google.com/url?rct=j&sa=t&url=https://b.org/a%3Fid%3D1%26utm_source%3Dx&ct=ga",
            "https://b.org/a?id=1",
            id="Google Alerts",
        ),
        pytest.param(
            "https://www.google.com/url?q=https://b.org/a&sa=D", "https://b.org/a", id="q"
        ),
        pytest.param(
            "https://www.google.co.uk/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttp%3A%2F%2Fb.org%2Fa",
            "http://b.org/a",
            id="twice",
        ),
        pytest.param(
            "http://news.google.com/news/url?sa=t&fd=R&usg=A&url=http://b.org/a",
            "http://b.org/a",
            id="Google News, 2012",
        ),
        pytest.param(
            "http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fb.org%2fa&c=1",
            "https://b.org/a",
            id="Bing News",
        ),
        pytest.param("https://www.google.com/amp/s/b.org/a", "https://b.org/a", id="AMP viewer"),
        pytest.param(
            "https://www.google.com/amp/b.org/a?x=1", "http://b.org/a?x=1", id="AMP, http"
        ),
        pytest.param(
            "https://b-org.cdn.ampproject.org/c/s/b.org/a", "https://b.org/a", id="AMP cache"
        ),
        pytest.param(
            "https://b.org/news/amazon-invests-more/amp/",
            "https://b.org/news/amazon-invests-more",
            id="/amp after a slug",
        ),
        pytest.param("https://b.org/n/1234567/amp", "https://b.org/n/1234567", id="/amp, number"),
        pytest.param("https://b.org/a.html/amp", "https://b.org/a.html", id="/amp, file"),
        pytest.param(
            "https://b.org/amp/2026/04/20/amazon-to-invest-more.html",
            "https://b.org/2026/04/20/amazon-to-invest-more.html",
            id="/amp before a slug",
        ),
        pytest.param("https://b.org/a.amp.html", "https://b.org/a.html", id=".amp.html"),
        pytest.param("https://b.org/a-b-c/amp/amp.amp", "https://b.org/a-b-c", id="AMP thrice"),
        pytest.param("https://b.org/a.amp", "https://b.org/a", id=".amp"),
        pytest.param(
            "https://m.youtube.com/watch?v=1", "https://www.youtube.com/watch?v=1", id="known twin"
        ),
        pytest.param(
            "https://en.m.wikipedia.org/wiki/Watt", "https://en.wikipedia.org/wiki/Watt", id="wiki"
        ),
        pytest.param(
            "https://news.google.com/rss/articles/CBMi?oc=5&hl=en-US&gl=US&ceid=US:en",
            "https://news.google.com/rss/articles/CBMi",
            id="Google News item",
        ),
    ],
)
def test_detours_lead_to_the_page(url: str, expected: str) -> None:
    """Redirecting addresses and AMP copies give the page itself."""
    assert canonical_url(url) == expected


_PIECES = """
    https:// http:// www. google.com example.com bücher.example m.youtube.com :443 /amp .amp .html
    /amp/s/ /url?q= url= %3A%2F%2F % %2e %26 .. / ? & = # ref= utm_source=x amp=1 a-b-c-d 12345 é
"""
_pieces = st.sampled_from([" ", *_PIECES.split()])
_addresses = st.lists(st.one_of(_pieces, st.text(max_size=3)), max_size=12).map("".join)


@given(_addresses)
def test_twice_is_the_same_as_once(text: str) -> None:
    """A canonical address is its own canonical address, whatever it was made from."""
    once = canonical_url(f"https://{text}")

    if once is not None:
        assert canonical_url(once) == once


# Each took half a minute of CPU at 3,000 characters, before paths were taken apart without regexes.
@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/" + "9" * 8_000 + "%3Csvg%3E/x", id="digits"),
        pytest.param("/" + "a-" * 4_000 + "/x", id="dashes"),
        pytest.param("/amp/" + "-" * 8_000 + "/x", id="dashes behind amp"),
        pytest.param("/amp" * 2_000 + "/x", id="amp and amp"),
        pytest.param("/a" + ".amp" * 2_000 + "x", id="suffixes"),
        pytest.param("/a" + "/." * 4_000, id="dots"),
    ],
)
def test_no_path_takes_long(path: str) -> None:
    """One hostile link does not use up the time its whole feed has."""
    started = process_time()

    canonical_url(f"https://example.com{path}")

    assert process_time() - started < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://example.com/a", "https://example.com/a"),
        ("https://www.example.com/a/", "https://example.com/a"),
        ("https://m.example.com/a", "https://www.example.com/a"),
        ("https://amp.example.com/a", "https://mobile.example.com/a"),
        ("https://example.com/a/?id=1", "https://example.com/a?id=1"),
    ],
)
def test_copies_of_a_page_have_one_key(one: str, other: str) -> None:
    """Scheme, "www.", a mobile host and a last slash make no other page across feeds."""
    assert url_key(one) == url_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/a", "https://example.com/b"),
        ("https://example.com/a?id=1", "https://example.com/a?id=2"),
        ("https://example.com/a", "https://blog.example.com/a"),
        ("https://m.com/a", "https://www.com/a"),
        ("https://example.com:8080/a", "https://example.com/a"),
    ],
)
def test_other_pages_have_other_keys(one: str, other: str) -> None:
    """A key never joins two pages."""
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com", True),
        ("https://example.com/", True),
        ("https://example.com/index.html", True),
        ("https://example.com/en/", True),
        ("https://example.com/en-US", True),
        ("https://example.com/news", False),
        ("https://example.com/?p=12", False),
        ("https://example.com/ai-deal", False),
    ],
)
def test_homepages_are_told_from_pages(url: str, expected: bool) -> None:
    """A link to a site is no link to an article."""
    assert is_homepage(url) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://WWW.Example.com:8080/a", "www.example.com"),
        ("https://example.com./", "example.com"),
        ("http://[::1]:80/", "::1"),
        ("no address", ""),
        ("http://[nonsense/", ""),
    ],
)
def test_the_host_is_bare(url: str, expected: str) -> None:
    """A host comes without port or case; no host is an empty one."""
    assert host_of(url) == expected


def test_other_readers_vectors_agree(shared: Path) -> None:
    """Miniflux' own examples of tracking parameters come out as it expects."""
    rows = json.loads((shared / "corpora/urls/miniflux-urls.json").read_text("utf-8"))
    cases = [row["data"] for row in rows if row["test"] == "TestRemoveTrackingParams"]
    # Ours follows the address and the feed it stood in; a feed's name elsewhere stays.
    cases = [case for case in cases if case["expected"].startswith("http")]

    wrong = [
        case["name"]
        for case in cases
        if canonical_url(case["input"], base_url=case.get("feedURL")) != case["expected"]
    ]

    assert wrong == []


def test_the_seed_entry_has_its_address(shared: Path) -> None:
    """The link of the seed's entry loses its newsletter parameters."""
    expected = json.loads((shared / "seed/expected.json").read_text("utf-8"))["canonical_url"]

    url = canonical_url(f"{expected}?utm_source=newsletter&utm_medium=rss")

    assert url == expected
