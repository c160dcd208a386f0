"""A link of Google News is followed only where it, or its page, says where it leads."""

import base64
import re
from pathlib import Path

import pytest

from parsers.google_news import find_google_news_target, is_google_news, resolve_google_news
from parsers.urls import canonical_url

PAGE = "https://wire.example/2026/amazon-anthropic"
LONG = f"{PAGE}?{'a' * 150}"
NEWS = "https://news.google.com"


def named(url: str, *, head: bytes = b'\x08\x13"') -> str:
    """The name an item has: a small protobuf message around its address."""
    text = url.encode()
    size = (
        bytes([len(text)]) if len(text) < 128 else bytes([len(text) % 128 + 128, len(text) // 128])
    )
    return base64.urlsafe_b64encode(head + size + text + b"\xd2\x01\x00").decode().rstrip("=")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param(f"{NEWS}/rss/articles/{named(PAGE)}?oc=5", PAGE, id="feed"),
        pytest.param(f"{NEWS}/__i/rss/rd/articles/{named(PAGE)}", PAGE, id="feed of 2019"),
        pytest.param(f"{NEWS}/articles/{named(PAGE)}?hl=de", PAGE, id="site"),
        pytest.param(f"{NEWS}/read/{named(PAGE)}", PAGE, id="reader"),
        pytest.param(f"{NEWS}/articles/{named(LONG)}", LONG, id="length of two bytes"),
        pytest.param(f"{NEWS}/articles/{named('AU_yqLMN' + 'x' * 200)}", None, id="token"),
        pytest.param(f"{NEWS}/articles/{named('javascript:alert(1)')}", None, id="no address"),
        pytest.param(f"{NEWS}/articles/{named(NEWS + '/x')}", None, id="Google again"),
        pytest.param(f"{NEWS}/articles/{named(PAGE, head=b'other')}", None, id="other message"),
        pytest.param(f"{NEWS}/articles/CBMiaaaaa", None, id="no base64"),
        pytest.param(f"{NEWS}/articles/CBMiCBMi", None, id="cut short"),
        pytest.param(f"{NEWS}/articles/CBMiAAAAAAA=", None, id="empty"),
        pytest.param(f"{NEWS}/topics/{named(PAGE)}", None, id="no item"),
        pytest.param(f"https://wire.example/articles/{named(PAGE)}", None, id="another host"),
    ],
)
def test_a_link_tells_or_stays(link: str, expected: str | None) -> None:
    """The old form holds the address; the new one holds a token, and nobody is asked for it."""
    assert resolve_google_news(link) == expected


def test_every_recorded_link_tells(shared: Path) -> None:
    """A feed of 2019: each link leads to a publisher's page."""
    feed = shared / "corpora/feeds/google-news/top-stories-2019-11-14.xml"
    links = set(
        re.findall(r"https://news\.google\.com/__i/rss/rd/articles/[\w-]+", feed.read_text())
    )

    targets = [resolve_google_news(link) for link in links]

    assert len(links) > 50
    assert None not in targets


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(f'<c-wiz data-n-au="{PAGE}">', PAGE, id="data-n-au"),
        pytest.param(
            f'<meta http-equiv="refresh" content="0; URL={PAGE}?a=1&amp;b=2">',
            f"{PAGE}?a=1&b=2",
            id="refresh",
        ),
        pytest.param(f'<link rel="canonical" href="{PAGE}">', PAGE, id="canonical"),
        pytest.param(f"<link href={PAGE} rel=canonical>", PAGE, id="canonical, unquoted"),
        pytest.param(f'<link rel="canonical" href="{NEWS}/x">', None, id="itself"),
        pytest.param(f'<a href="{PAGE}">', None, id="any link"),
    ],
)
def test_a_page_says_where_it_leads(html: str, expected: str | None) -> None:
    """The attribute first, then a refresh, then the canonical address, if it is elsewhere."""
    assert find_google_news_target(f"<html>{html}</html>") == expected


def test_other_redirects_of_google_are_unwrapped_before() -> None:
    """Alerts and search results name their target; those are no items of Google News."""
    alert = f"https://www.google.com/url?rct=j&sa=t&url={PAGE}&ct=ga&cd=CAEY"

    assert canonical_url(alert) == PAGE
    assert not is_google_news(alert)
