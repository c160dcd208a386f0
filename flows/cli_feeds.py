"""`gigawatch feeds …`: which feeds are watched."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from flows.cli_options import AsJson, ConfigOption, settings_of
from parsers.errors import GigawatchError

app = typer.Typer(help="The feeds that are watched.", no_args_is_help=True)
_UrlArgument = Annotated[str, typer.Argument(help="the feed's address")]
_COLUMNS = ("url", "state", "last_success_at", "next_check_at", "errors_in_row", "error")


@app.command("list")
def list_feeds(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Every feed and its health.

    Example: gigawatch feeds list
    """
    from flows.show import print_json, print_table, rows_of
    from storage.feeds import all_feeds

    with _session(config) as session:
        records = [
            {
                "url": feed.url,
                "name": feed.name or feed.title,
                "origin": feed.origin,
                "state": feed.state,
                "last_success_at": _time(feed.last_success_at),
                "next_check_at": _time(feed.next_check_at),
                "errors_in_row": feed.errors_in_row,
                "error": feed.error_code,
                "detail": feed.error_detail,
            }
            for feed in all_feeds(session)
            if feed.state != "removed"
        ]
    if as_json:
        print_json(records)
    else:
        print_table("Feeds", _COLUMNS, rows_of(records, _COLUMNS))


@app.command()
def add(
    url: _UrlArgument,
    config: ConfigOption = None,
    publisher: Annotated[str | None, typer.Option(help="who writes it")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="do not fetch it first")] = False,
) -> None:
    """Watch a feed, after a look at it.

    Example: gigawatch feeds add https://example.org/feed.xml
    """
    from flows.settings import WatchedFeed
    from flows.tools import utc_now
    from storage.feeds import FeedSpec, add_feed

    if not unchecked:
        check(url, config)
    watched = _watched(WatchedFeed, url)
    with _session(config) as session:
        added = add_feed(session, FeedSpec(url=watched, publisher=publisher), now=utc_now())
    print(f"added {url}" if added else f"{url} is watched already")


@app.command()
def remove(url: _UrlArgument, config: ConfigOption = None) -> None:
    """Stop watching a feed; its entries stay.

    Example: gigawatch feeds remove https://example.org/feed.xml
    """
    from storage.feeds import get_feed, remove_feed

    with _session(config) as session:
        feed = get_feed(session, url)
        if feed is not None and feed.origin == "config":
            raise GigawatchError(f"{url} stands in watch.toml; remove it there")
        if not remove_feed(session, url):
            raise GigawatchError(f"{url} is not watched; `gigawatch feeds list` shows what is")
    print(f"removed {url}")


@app.command()
def check(url: _UrlArgument, config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Fetch and read a feed, and say what is wrong with it; stores nothing.

    Example: gigawatch feeds check https://example.org/feed.xml
    """
    from flows.reading import look_at_feed
    from flows.show import print_json, print_line

    parsed = asyncio.run(look_at_feed(url, settings_of(config, optional=True)))
    newest = max((e.published_at for e in parsed.entries if e.published_at), default=None)
    record = {
        "url": url,
        "title": parsed.title,
        "entries": len(parsed.entries),
        "newest": _time(newest),
        "degraded": parsed.degraded,
        "skipped": dict(parsed.skipped),
    }
    if as_json:
        print_json(record)
        return
    print_line(
        f"{parsed.title}: {len(parsed.entries)} entries, newest {_time(newest) or 'undated'}"
    )
    if parsed.degraded:
        print_line(f"repaired: {parsed.degraded}")
    for reason, count in parsed.skipped:
        print_line(f"left out: {count} ({reason})")


@app.command("import")
def import_list(
    source: Annotated[Path, typer.Argument(help="a subscription list (OPML)")],
    config: ConfigOption = None,
) -> None:
    """Watch every feed of a subscription list.

    Example: gigawatch feeds import subscriptions.opml
    """
    from flows.settings import WatchedFeed
    from flows.tools import utc_now
    from parsers.errors import SettingsError
    from parsers.opml import parse_opml
    from storage.feeds import FeedSpec, add_feed

    try:
        document = source.read_bytes()
    except OSError as error:
        raise GigawatchError(f"{source}: cannot be read: {error.strerror}") from error
    added, refused = 0, []
    outlines = parse_opml(document)
    with _session(config) as session:
        for outline in outlines:
            try:
                watched = _watched(WatchedFeed, outline.url)
            except SettingsError as error:
                refused.append(str(error))
                continue
            spec = FeedSpec(url=watched, name=outline.title)
            added += add_feed(session, spec, now=utc_now())
    known = len(outlines) - added - len(refused)
    print(f"{added} added, {known} watched already, {len(refused)} refused")
    for reason in refused:
        print(f"refused: {reason}")


@app.command("export")
def export_list(
    target: Annotated[Path | None, typer.Argument(help="a file; else standard output")] = None,
    config: ConfigOption = None,
) -> None:
    """Write the watched feeds as a subscription list (OPML).

    Example: gigawatch feeds export subscriptions.opml
    """
    from parsers.opml import Outline, render_opml
    from storage.feeds import all_feeds

    with _session(config) as session:
        listed = [
            Outline(url=feed.url, title=feed.name or feed.title)
            for feed in all_feeds(session)
            if feed.state != "removed"
        ]
    text = render_opml(listed)
    if target is None:
        sys.stdout.write(text)
        return
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise GigawatchError(f"{target}: cannot be written: {error.strerror}") from error


@contextmanager
def _session(config: Path | None) -> Iterator[Session]:
    """A transaction on a ready database whose feeds are those of the configuration."""
    from flows.pipeline import feed_specs
    from flows.tools import utc_now
    from storage.database import ensure_ready, open_engine, transaction
    from storage.feeds import sync_feeds

    settings = settings_of(config)
    engine = open_engine(settings.database.url)
    ensure_ready(engine)
    with transaction(engine) as session:
        sync_feeds(session, feed_specs(settings), now=utc_now())
        yield session


def _watched(model: type, url: str) -> str:
    """A feed address as the configuration would take it."""
    from pydantic import ValidationError

    from parsers.errors import SettingsError

    try:
        return str(model(url=url).url)
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{url}: {reason}; write https://…") from error


def _time(moment: object) -> str | None:
    from datetime import datetime

    return f"{moment:%Y-%m-%d %H:%M} UTC" if isinstance(moment, datetime) else None
