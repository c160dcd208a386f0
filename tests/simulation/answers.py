"""Decide what a scripted server answers: a status, headers and a document, or no answer at all."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Final, Literal

from tests.simulation.world import START, SimFeed, Spell, World

_ITEMS: Final = 10
_DEAL: Final = (
    "Anthropic commits $30 billion to Microsoft for cloud capacity",
    "Anthropic will buy $30 billion of Azure compute capacity from Microsoft.",
)
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What comes back after `seconds`; `fails` where no answer does."""

    seconds: float
    status: int = 200
    headers: Headers = ()
    body: bytes = b""
    fails: Literal["breaks", "hangs"] | None = None


def decide_reply(
    world: World, feed: SimFeed, host: str, at: float, asked: Mapping[str, str]
) -> Reply:
    """What a host says when it is asked for a feed with these headers."""
    spell = world.trouble(feed, host, at)
    if spell is not None:
        return _in_trouble(feed, spell)
    body = render_feed(feed, at)
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = _headers(feed, etag, at)
    if feed.validation != "none" and asked.get("If-None-Match") == etag:
        return Reply(seconds=feed.latency_s, status=304, headers=headers)
    return Reply(seconds=feed.latency_s, headers=headers, body=body)


def _in_trouble(feed: SimFeed, spell: Spell) -> Reply:
    if spell.trouble in ("refused", "offline"):
        return Reply(seconds=0.05, fails="breaks")
    if spell.trouble == "hangs":
        return Reply(seconds=0.05, fails="hangs")
    told: list[tuple[str, str]] = []
    if spell.retry_after_s is not None:
        told.append(("Retry-After", str(spell.retry_after_s)))
    if spell.trouble == "301":
        told.append(("Location", feed.new_url or ""))
    return Reply(seconds=feed.latency_s, status=int(spell.trouble), headers=tuple(told))


def _headers(feed: SimFeed, etag: str, at: float) -> Headers:
    headers = [("Content-Type", "application/rss+xml")]
    if feed.validation != "none":
        headers.append(("ETag", etag))
    if feed.validation == "both":
        headers.append(("Last-Modified", _date(_newest(feed, at))))
    if feed.hint == "max-age":
        headers.append(("Cache-Control", "max-age=3600"))
    return tuple(headers)


# --- the document -------------------------------------------------------------------------------


def render_feed(feed: SimFeed, at: float) -> bytes:
    """The newest items of a feed at this time."""
    newest = _count(feed, at)
    items = "".join(_item(feed, number) for number in range(newest, newest - _ITEMS, -1))
    deal = _deal(feed) if feed.tells_deal else ""
    title = f"<title>Wire {feed.number}</title><link>https://{feed.host}/</link>"
    space = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    told = f"{title}{_hint(feed)}{items}{deal}"
    return f'<rss version="2.0" {space}><channel>{told}</channel></rss>'.encode()


def _hint(feed: SimFeed) -> str:
    if feed.hint == "ttl":
        return "<ttl>60</ttl>"
    return "<sy:updatePeriod>weekly</sy:updatePeriod>" if feed.hint == "sy" else ""


def _count(feed: SimFeed, at: float) -> int:
    """The number of the newest item; those from before the start are negative."""
    return int((at - feed.phase_s) // feed.rhythm_s)


def _newest(feed: SimFeed, at: float) -> float:
    return feed.phase_s + _count(feed, at) * feed.rhythm_s


def _item(feed: SimFeed, number: int) -> str:
    date = _date(feed.phase_s + number * feed.rhythm_s)
    link = f"https://{feed.host}/{feed.number}/{number}"
    return _told(f"Weather {number} at station {feed.number}", "Rain is likely.", link, date)


def _deal(feed: SimFeed) -> str:
    title, text = _DEAL
    day_before = -86_400.0
    return _told(title, text, f"https://{feed.host}/{feed.number}/deal", _date(day_before))


def _told(title: str, text: str, link: str, date: str) -> str:
    return (
        f"<item><title>{escape(title)}</title><description>{escape(text)}</description>"
        f"<link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate></item>"
    )


def _date(at: float) -> str:
    moment: datetime = START + timedelta(seconds=at)
    return format_datetime(moment.astimezone(UTC), usegmt=True)
