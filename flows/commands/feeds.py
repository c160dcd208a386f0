"""`gigawatch feeds …`: which feeds are watched."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from sqlmodel import Session

from flows.commands.options import AsJson, ConfigOption, settings_of
from flows.settings import Settings, WatchedFeed
from parsers.errors import GigawatchError

if TYPE_CHECKING:  # it brings the network along, which `--help` can do without
    from flows.commands.discovery import Found

app = typer.Typer(help="The feeds that are watched.", no_args_is_help=True)
_UrlArgument = Annotated[str, typer.Argument(help="the feed's address")]
_PageArgument = Annotated[str, typer.Argument(help="the address of a feed, or of a page with one")]
_COLUMNS = ("url", "state", "last success", "next check", "a week", "entries", "deals", "errors")
_MOST_REASONS = 10
_LONGEST_LIST = 32 << 20


@app.command("list")
def list_feeds(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Every feed: its state, its rhythm, its errors, and what it brought.

    Example: gigawatch feeds list
    """
    from flows.commands.health import health_json, health_row, look_at_health
    from flows.commands.show import print_json, print_table
    from flows.polling.tools import utc_now

    with _session(config) as session:
        healths = look_at_health(session, now=utc_now())
        records = [health_json(one) for one in healths]
        rows = [health_row(one) for one in healths]
    if as_json:
        print_json(records)
    else:
        print_table("Feeds", _COLUMNS, rows)


@app.command()
def add(
    url: _PageArgument,
    config: ConfigOption = None,
    publisher: Annotated[str | None, typer.Option(help="who writes it")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="do not fetch it first")] = False,
) -> None:
    """Watch a feed, or the feed of a page, after a look at it.

    Example: gigawatch feeds add https://example.org/feed.xml
    """
    from flows.commands.show import print_line
    from flows.polling.tools import utc_now
    from storage.feeds import FeedSpec, add_feed

    asked = _watched(url)
    watched = asked if unchecked else _watched(_show(_look(asked, settings_of(config))))
    with _session(config) as session:
        if _state(session, asked) not in (None, "removed"):
            watched = asked  # it moved: its polls see to that, and a second feed would tell twice
        added = add_feed(session, FeedSpec(url=watched, publisher=publisher), now=utc_now())
        paused = _state(session, watched) == "paused"
    hint = f", but paused; `gigawatch feeds resume {watched}`" if paused else ""
    print_line(f"added {watched}" if added else f"{watched} is watched already{hint}")


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
            raise _not_watched(session, url)
    print(f"removed {url}")


@app.command()
def pause(url: _UrlArgument, config: ConfigOption = None) -> None:
    """Do not poll a feed until it is resumed.

    Example: gigawatch feeds pause https://example.org/feed.xml
    """
    from storage.feeds import pause_feed

    with _session(config) as session:
        paused = pause_feed(session, url)
        if not paused and _state(session, url) != "paused":
            raise _not_watched(session, url)
    print(f"paused {url}" if paused else f"{url} is paused already")


@app.command()
def resume(url: _UrlArgument, config: ConfigOption = None) -> None:
    """Poll a feed again that was paused, or given up as gone.

    Example: gigawatch feeds resume https://example.org/feed.xml
    """
    from storage.feeds import resume_feed

    with _session(config) as session:
        resumed = resume_feed(session, url)
        if not resumed and _state(session, url) != "active":
            raise _not_watched(session, url)
    print(f"resumed {url}; the next poll reads it" if resumed else f"{url} is not paused")


@app.command()
def check(url: _PageArgument, config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Fetch and read a feed, or a page's feed, and say what is wrong with it; stores nothing.

    Example: gigawatch feeds check https://example.org/feed.xml
    """
    from flows.commands.feed_preview import preview_json
    from flows.commands.show import print_json

    found = _look(_watched(url), settings_of(config, optional=True))
    if as_json:
        print_json(preview_json(found))
    else:
        _show(found)


@app.command("import")
def import_list(
    source: Annotated[Path, typer.Argument(help="a subscription list (OPML)")],
    config: ConfigOption = None,
) -> None:
    """Watch every feed of a subscription list.

    Example: gigawatch feeds import subscriptions.opml
    """
    from flows.commands.show import print_line
    from flows.polling.tools import utc_now
    from parsers.errors import SettingsError
    from parsers.opml import parse_opml
    from storage.feeds import FeedSpec, add_feed

    try:
        with source.open("rb") as file:
            document = file.read(_LONGEST_LIST + 1)
    except OSError as error:
        raise GigawatchError(f"{source}: cannot be read: {error.strerror}; give a file") from error
    if len(document) > _LONGEST_LIST:
        raise GigawatchError(f"{source}: is larger than 32 MiB; split the list, or give another")
    added, refused = 0, []
    outlines = parse_opml(document)
    with _session(config) as session:
        for outline in outlines:
            try:
                watched = _watched(outline.url)
            except SettingsError as error:
                refused.append(str(error))
                continue
            spec = FeedSpec(url=watched, name=outline.title)
            added += add_feed(session, spec, now=utc_now())
    known = len(outlines) - added - len(refused)
    print_line(f"{added} added, {known} watched already, {len(refused)} refused")
    for line in _first_reasons(refused):
        print_line(line)
    if refused:
        raise typer.Exit(1)


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
    from flows.polling.tools import utc_now
    from storage.database import ensure_ready, open_engine, transaction
    from storage.feeds import sync_feeds

    settings = settings_of(config)
    engine = open_engine(settings.database.url)
    ensure_ready(engine)
    with transaction(engine) as session:
        sync_feeds(session, feed_specs(settings), now=utc_now())
        yield session


def _look(url: str, settings: Settings) -> "Found":
    """What `feeds add` and `feeds check` see; an error says what to do."""
    from flows.commands.feed_preview import complain
    from flows.commands.reading import look_at_feed
    from parsers.errors import FeedError

    try:
        return asyncio.run(look_at_feed(url, settings))
    except FeedError as error:
        raise GigawatchError(complain(url, error)) from error


def _show(found: "Found") -> str:
    """Print the preview of a feed; returns its address."""
    from flows.commands.feed_preview import preview_lines
    from flows.commands.show import print_line
    from flows.plain import render_visible
    from flows.polling.tools import utc_now

    for line in preview_lines(found, now=utc_now()):
        print_line(render_visible(line))
    return found.url


def _state(session: Session, url: str) -> str | None:
    from storage.feeds import get_feed

    feed = get_feed(session, url)
    return feed.state if feed else None


def _not_watched(session: Session, url: str) -> GigawatchError:
    """The error for an address that is none of ours, with the one that was meant, perhaps."""
    from difflib import get_close_matches

    from storage.feeds import all_feeds

    watched = [feed.url for feed in all_feeds(session) if feed.state != "removed"]
    near = get_close_matches(url, watched, n=1, cutoff=0.8)
    hint = f"did you mean {near[0]}?" if near else "`gigawatch feeds list` shows what is"
    return GigawatchError(f"{url} is not watched; {hint}")


def _first_reasons(refused: Sequence[str]) -> Iterator[str]:
    """Why addresses were refused, one a line, and how many are not shown."""
    from flows.plain import render_visible

    for reason in refused[:_MOST_REASONS]:
        yield f"refused: {render_visible(reason)}"
    if len(refused) > _MOST_REASONS:
        yield f"and {len(refused) - _MOST_REASONS} more"


def _watched(url: str) -> str:
    """A feed address as the configuration would take it."""
    from pydantic import ValidationError

    from parsers.discovery import plain_address
    from parsers.errors import SettingsError

    try:
        return WatchedFeed(url=plain_address(url)).url
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{url}: {reason}; write https://…") from error
