"""What belongs to one site, and what a request for rest counts for."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.fetching.guard import parse_allow
from flows.fetching.sites import (
    Rest,
    SitesAtRest,
    decide_rest,
    find_gap_ends,
    is_own_host,
    retry_scope,
    site_of,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

# --- what belongs together ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "site"),
    [
        # One owner's hosts, however they are written.
        ("https://example.com/feed", "example.com"),
        ("http://www.example.com:8080/feed", "example.com"),
        ("https://RSS.News.Example.COM./feed?x=1#y", "example.com"),
        ("https://feeds.bbci.co.uk/news/rss.xml", "bbci.co.uk"),
        ("https://www.city.kawasaki.jp/", "city.kawasaki.jp"),
        ("https://münchen.de/feed", "xn--mnchen-3ya.de"),
        ("https://xn--mnchen-3ya.de/feed", "xn--mnchen-3ya.de"),
        # Many owners below one name: the list's private section.
        ("https://foo.github.io/feed", "foo.github.io"),
        ("https://bar.github.io/feed", "bar.github.io"),
        ("https://a.foo.blogspot.com/", "foo.blogspot.com"),
        # A suffix itself has an owner as well.
        ("https://github.io/feed", "github.io"),
        ("https://co.uk/", "co.uk"),
        # Addresses, and names that only a private network knows.
        ("http://127.0.0.1:8080/feed", "127.0.0.1:8080"),
        ("http://[::1]:8080/feed", "[::1]:8080"),
        ("https://93.184.216.34/feed", "93.184.216.34:443"),
        ("http://intranet/feed", "intranet:80"),
        ("http://News.LAN:8000/feed", "news.lan:8000"),
        ("https://wire.example/feed", "wire.example:443"),
        # What can never be asked has a name all the same.
        ("http://a.example:99999/", "http://a.example:99999/"),
        (f"http://{'a' * 400}/", f"{'a' * 297}:80"),
    ],
)
def test_the_site_of_an_address(url: str, site: str) -> None:
    """A site is what one owner answers for."""
    assert site_of(url) == site


def test_a_sites_name_fits_its_column() -> None:
    """Nothing a feed is called can make the database refuse it."""
    urls = (f"https://{'a' * 400}.com/", f"http://{'a.' * 200}/", f"http://x:99999/{'a' * 400}")

    assert [len(site_of(url)) <= 300 for url in urls] == [True] * 3


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("example.com", False),
        ("WWW.Example.com.", False),
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
        ("8.8.8.8", True),
        ("127.0.0.1", True),
        ("192.168.1.4", True),
        ("::1", True),
        ("intranet", True),
        ("wire.example", True),
    ],
)
def test_the_operators_own_hosts(host: str, own: bool) -> None:
    """His private network, and whatever he opened, he may ask as often as he likes."""
    assert is_own_host(host, parse_allow(["8.8.8.0/24:53"])) is own


# --- who asked for rest -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "scope"),
    [
        ("https://www.example.com/feed", "site"),
        ("https://foo.github.io/feed", "site"),
        ("https://knitter.com/feed", "site"),
        ("https://example.com/rsshub", "site"),
        ("http://127.0.0.1:1200/feed", "feed"),
        ("http://rss.lan/feed", "feed"),
        ("https://rsshub.app/telegram/channel/x", "feed"),
        ("https://my-rsshub.example.com/x", "feed"),
        ("https://rss-bridge.org/bridge01/?action=display", "feed"),
        ("https://rssbridge.example.org/", "feed"),
        ("https://nitter.net/OpenAI/rss", "feed"),
        ("https://NITTER2.example.net/OpenAI/rss", "feed"),
        ("http://a.example:99999/", "feed"),
    ],
)
def test_what_a_retry_after_counts_for(url: str, scope: str) -> None:
    """A public host speaks for its site; a private one, and a bridge, for the one address."""
    assert retry_scope(url) == scope


def test_a_public_host_that_names_a_time_rests_its_site() -> None:
    """Until when and why is known, for all its hosts."""
    rest = decide_rest(
        "https://www.example.com/feed", code="too_many_requests", retry_after_s=3600.0, now=NOW
    )

    assert rest == Rest(
        site="example.com",
        until=NOW + HOUR,
        reason="example.com: asked not to be asked before 2026-11-22 13:00 UTC",
    )


@pytest.mark.parametrize(
    ("host", "code", "seconds", "hours"),
    [
        pytest.param("example.com", "http_503", 7200.0, 2, id="unavailable-for-a-while"),
        pytest.param("example.com", "too_many_requests", 88 * 3600.0, 24, id="a-day-at-most"),
        pytest.param("example.com", "too_many_requests", None, None, id="no-time-named"),
        pytest.param("example.com", "too_many_requests", 0.0, None, id="a-time-that-is-past"),
        pytest.param("example.com", "http_500", 7200.0, None, id="another-failure"),
        pytest.param("rsshub.app", "too_many_requests", 7200.0, None, id="a-bridge"),
        pytest.param("127.0.0.1", "too_many_requests", 7200.0, None, id="a-private-host"),
    ],
)
def test_when_a_site_rests(host: str, code: str, seconds: float | None, hours: int | None) -> None:
    """Only on 429 and 503 with a time, for a day at most, and where the host speaks for a site."""
    rest = decide_rest(f"https://{host}/feed", code=code, retry_after_s=seconds, now=NOW)

    assert (rest and rest.until) == (hours and NOW + hours * HOUR)


def test_a_resting_site_rests_until_its_time() -> None:
    """The longest wish counts; no other site is concerned."""
    time = [NOW]
    sites = SitesAtRest(lambda: time[0])
    sites.rest("a.com", NOW + 2 * HOUR)
    sites.rest("a.com", NOW + HOUR)
    rests = []

    for hours in (0, 1, 2):
        time[0] = NOW + hours * HOUR
        rests.append(sites.is_resting("a.com"))

    assert rests == [True, True, False]
    assert not sites.is_resting("b.com")


def test_gaps_are_told_by_site() -> None:
    """Of several hosts of a site the one asked last counts."""
    left = {"www.a.com": 1.0, "feeds.a.com": 3.0, "m.a.com": 2.0, "2606:2800:220:1::1": 1.0}

    assert find_gap_ends(left, NOW) == {
        "a.com": NOW + timedelta(seconds=3),
        "[2606:2800:220:1::1]:80": NOW + timedelta(seconds=1),
    }
