"""Say in plain words what a feed holds, how often it posts, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from flows.commands.discovery import Found
from flows.wording import render_time
from parsers.errors import FeedError
from parsers.types import ParsedFeed

_DAY, _WEEK, _MONTH, _YEAR = 1, 7, 30, 365
_PERIODS = ((_DAY, "day"), (_WEEK, "week"), (_MONTH, "month"), (_YEAR, "year"))
_STALE = timedelta(days=90)

_SKIPPED = {
    "duplicate_entry": "twice the same",
    "empty_entry": "nothing in it",
    "over_limit": "more than we read of one feed",
}
# What to do, by code, where the sentence itself does not say it.
_ADVICE = {
    "timeout": "try again later, or raise [poll] timeout",
    "dns_failed": "check how the address is written",
    "connection_refused": "check the port; the server may be down",
    "connection_failed": "try again later; the server may be down",
    "tls_failed": "open it in a browser; its owner must renew or mend the certificate",
    "http_401": "it wants a password, and Gigawatch gives none",
    "http_403": "the server refuses programs; set [poll] contact, or ask its owner",
    "http_404": "nothing lies at this address; copy it anew from the site",
    "http_406": "the server refuses programs; set [poll] contact, or ask its owner",
    "gone": "its owner took it away for good; look for its successor on the site",
    "too_many_requests": "it is asked too often; try again in an hour",
    "too_large": "raise [poll] max_bytes if you trust it",
    "truncated": "the server broke off; try again later",
    "redirect_loop": "its owner must mend it; try the address a browser ends at",
    "too_many_redirects": "try the address a browser ends at",
    "redirect_downgrade": "give the http:// address itself if you accept that",
}
_SERVER_FAULT = "http_5"


def explain(error: FeedError) -> str:
    """An error's sentence with what to do about it."""
    if ";" in error.detail:
        return error.detail
    fault = "the fault is the server's; try again later"
    advice = fault if error.code.startswith(_SERVER_FAULT) else _ADVICE.get(error.code)
    return f"{error.detail}; {advice}" if advice else error.detail


def complain(source: str, error: FeedError) -> str:
    """The same for somebody who looks at one source now: it is named, and no poll comes after."""
    host = urlsplit(source).hostname
    if error.code == "empty_body":
        advice = "try again later" if host else "give a feed, a saved entry or a page"
        return f"{source}: there is nothing in it; {advice}"
    told = explain(error)
    named = source in told or (host is not None and told.startswith(f"{host}: "))
    return told if named else f"{source}: {told}"


def describe_rhythm(moments: Iterable[datetime]) -> str | None:
    """How often something happens, in words: "about 3 a day"; None for fewer than two moments.

    The newer half counts: one old entry that was pinned does not make a daily feed a yearly one.
    """
    newest_first = sorted(moments, reverse=True)
    last = len(newest_first) - 1
    for steps in (last // 2, last):
        days = (newest_first[0] - newest_first[steps]) / timedelta(days=1) if steps > 0 else 0
        if days > 0:
            return _rhythm(steps / days)
    return None


def _rhythm(per_day: float) -> str:
    """The shortest period in which it happens once or more."""
    for days, period in _PERIODS:
        count = round(per_day * days)
        if count >= 1:
            return f"about {'one' if count == 1 else f'{count:,}'} a {period}"
    return "less than once a year"


def newest_of(feed: ParsedFeed) -> datetime | None:
    """The time of the newest dated entry."""
    return max((e.published_at for e in feed.entries if e.published_at), default=None)


def preview_lines(found: Found, *, now: datetime) -> Iterator[str]:
    """What a person wants to know before watching a feed, one sentence a line."""
    if found.url != found.asked:
        verb = "has moved for good to" if not found.tried else "is no feed; found"
        yield f"{found.asked} {verb} {found.url}"
    feed, newest = found.feed, newest_of(found.feed)
    count = f"{len(feed.entries)} {'entry' if len(feed.entries) == 1 else 'entries'}"
    dated = f"newest {render_time(newest)}" if newest else "undated"
    rhythm = describe_rhythm(e.published_at for e in feed.entries if e.published_at)
    what = ", ".join(filter(None, (count, dated, rhythm)))
    yield f"{feed.title or '(untitled)'}: {what}"
    yield from _remarks(feed, newest, now)


def _remarks(feed: ParsedFeed, newest: datetime | None, now: datetime) -> Iterator[str]:
    """What is odd about a feed; nothing of one that is well."""
    if not feed.entries:
        yield "it holds no entries: nothing is told until it does"
    elif newest is None:
        yield "no entry has a date: each counts as news when it is first seen"
    elif now - newest > _STALE:
        yield f"nothing new for {(now - newest).days} days: it may have been given up"
    if feed.degraded:
        yield f"repaired: {feed.degraded}"
    for reason, count in feed.skipped:
        yield f"left out: {count} ({_SKIPPED.get(reason, reason)})"


def preview_json(found: Found) -> dict[str, object]:
    """The same for programs, with codes instead of sentences."""
    feed, newest = found.feed, newest_of(found.feed)
    return {
        "asked": found.asked,
        "url": found.url,
        "title": feed.title,
        "entries": len(feed.entries),
        "newest": newest.isoformat() if newest else None,
        "rhythm": describe_rhythm(e.published_at for e in feed.entries if e.published_at),
        "degraded": feed.degraded,
        "skipped": dict(feed.skipped),
        "tried": [{"url": one.url, "error": one.code} for one in found.tried],
    }
