"""What a user writes and a publisher serves: a `watch.toml`, a feed, a poll at a chosen time."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from flows.dispatch import deliver
from flows.outcomes import RunOutcome
from flows.pipeline import claim_feeds, poll_feeds
from flows.polling.tools import open_tools
from flows.settings import Settings, load_settings
from tests.servers import FeedServer

# The day after the news of tests/data and of `DEAL` was published.
NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of an RSS feed; what is None is left out."""

    title: str | None = None
    link: str | None = None
    guid: str | None = None
    date: str | None = "Tue, 21 Apr 2026 08:00:00 GMT"
    text: str | None = None


DEAL = Item(
    title="Anthropic commits $30 billion to Microsoft for cloud capacity",
    link="https://wire.example/anthropic-microsoft",
    guid="deal-1",
    text="Anthropic will buy $30 billion of Azure compute capacity from Microsoft.",
)
WEATHER = Item(title="Rain is likely", link="https://wire.example/rain", guid="rain")


def render_rss(*items: Item, title: str = "The Wire") -> bytes:
    """An RSS 2.0 document."""
    told = "".join(f"<item>{_fields(item)}</item>" for item in items)
    head = f"<title>{escape(title)}</title><link>https://wire.example/</link>"
    return f'<rss version="2.0"><channel>{head}{told}</channel></rss>'.encode()


def _fields(item: Item) -> str:
    fields = {
        "title": item.title,
        "link": item.link,
        "guid": item.guid,
        "pubDate": item.date,
        "description": item.text,
    }
    return "".join(
        f"<{name}>{escape(value)}</{name}>" for name, value in fields.items() if value is not None
    )


def write_watch(
    folder: Path,
    feeds: Sequence[str] = (),
    destinations: Mapping[str, str] | None = None,
    *,
    allow: Sequence[str] = (),
    max_age: str = "9999d",
    per_host: int = 2,
    full_text: str = "never",
    gap: str = "0s",
    more: str = "",
) -> Path:
    """A `watch.toml` on these feeds, its database beside it; `more` is put behind it as it is."""
    lines = [f'[poll]\nmax_age = "{max_age}"\nper_host = {per_host}']
    lines += [f"[network]\nallow = {json.dumps(list(allow))}"]
    lines += [f'[[feeds]]\nurl = {json.dumps(url)}\nfull_text = "{full_text}"' for url in feeds]
    lines += [
        f'[[destinations]]\nname = {json.dumps(name)}\nurl = {json.dumps(url)}\ngap = "{gap}"'
        for name, url in (destinations or {}).items()
    ]
    path = folder / "watch.toml"
    path.write_text("\n".join([*lines, more]) + "\n", encoding="utf-8")
    return path


async def poll_at(config: Path, now: datetime = NOW, *, every: bool = False) -> RunOutcome:
    """What `flows.run.poll_once` does, at a time the test chooses."""
    return await poll_with(load_settings(config, {}), now, every=every)


async def poll_with(settings: Settings, now: datetime, *, every: bool = False) -> RunOutcome:
    """The same, for settings at hand."""
    async with open_tools(settings, clock=lambda: now) as tools:
        feeds = await poll_feeds(tools, claim_feeds(tools, every=every))
        deliveries = await deliver(tools)
        return RunOutcome(feeds=feeds, deliveries=deliveries, troubles=tools.troubles)


def watch_to_file(folder: Path, server: FeedServer, *urls: str) -> Path:
    """A watch.toml on these feeds, which writes its alerts to a file beside it."""
    destinations = {"file": f"file:{folder / 'alerts.txt'}"}
    return write_watch(folder, urls, destinations, allow=[server.address])


def alerts(folder: Path) -> str:
    """What was told so far."""
    file = folder / "alerts.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def ask(folder: Path, query: str) -> list[tuple[object, ...]]:
    """The rows of a query on the database beside watch.toml."""
    with closing(sqlite3.connect(folder / "gigawatch.db")) as connection, connection:
        return connection.execute(query).fetchall()


def stored(folder: Path) -> tuple[object, ...]:
    """How many entries, deals, alerts and deliveries there are."""
    return ask(
        folder,
        "SELECT (SELECT count(*) FROM entries), (SELECT count(*) FROM deals),"
        " (SELECT count(*) FROM alerts), (SELECT count(*) FROM deliveries)",
    )[0]
