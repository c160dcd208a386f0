"""The steps of a poll on a real server and a real database: what works, what fails, what stays."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from flows.outcomes import FeedOutcome, RunOutcome, find_trouble
from flows.pipeline import claim_feeds, poll_feeds, release_feeds
from flows.polling.owner import this_owner
from flows.polling.tools import Tools, open_tools
from flows.settings import load_settings
from parsers.errors import DatabaseError
from parsers.types import Deal
from storage.database import open_engine, upgrade
from tests.servers import FeedServer
from tests.watches import (
    DEAL,
    NOW,
    WEATHER,
    Item,
    ask,
    poll_at,
    render_rss,
    stored,
    watch_to_file,
    write_watch,
)

LATER = NOW + timedelta(hours=1)
PAGE = b'<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/real">'


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


def make_database(folder: Path) -> None:
    """An empty database beside watch.toml."""
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    upgrade(engine)
    engine.dispose()


def told(run: RunOutcome) -> list[tuple[str, str | None, int]]:
    """Outcome, error and number of new entries of each feed."""
    return [(feed.outcome, feed.error, feed.new) for feed in run.feeds]


# --- feeds that fail ----------------------------------------------------------------------------

BOMB = b'<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss version="2.0"/>'
FAILURES = {
    "/missing": ("http_404", "127.0.0.1: answers 404"),
    "/gone": ("gone", "127.0.0.1: answers 410"),
    "/busy": ("http_503", "127.0.0.1: answers 503"),
    "/page": ("not_a_feed", "this is a web page; its feed is at "),
    "/broken": ("malformed", "the XML is broken"),
    "/bomb": ("xml_forbidden", "the document declares its own XML entities"),
    "/blank": ("empty_body", "the document is empty"),
    "/loop": ("redirect_loop", "127.0.0.1: redirects lead back to the start"),
}


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, FeedOutcome]]:
    """How each of them fared in one poll, by path; nobody listens at "/unreachable"."""
    folder = tmp_path_factory.mktemp("failures")
    with FeedServer() as server:
        with FeedServer() as closed:
            unreachable = closed.url("/unreachable")
        server.put("/gone", status=410)
        server.put("/busy", status=503, headers={"Retry-After": "7200"})
        server.put("/page", PAGE, content_type="text/html")
        server.put("/broken", b"<rss><channel><<<>")
        server.put("/bomb", BOMB)
        server.put("/blank", b" \n")
        server.redirect("/loop", "/loop")
        urls = [*map(server.url, FAILURES), unreachable]
        config = write_watch(folder, urls, allow=[server.address, unreachable.split("/")[2]])

        run = asyncio.run(poll_at(config))

        yield {"/" + feed.url.split("/", 3)[3]: feed for feed in run.feeds}


@pytest.mark.parametrize(
    ("path", "code", "why"),
    [
        *((path, code, why) for path, (code, why) in FAILURES.items()),
        ("/unreachable", "connection_refused", "127.0.0.1: nothing answers at port"),
    ],
)
def test_a_failure_has_a_code_and_a_sentence(
    failures: dict[str, FeedOutcome], path: str, code: str, why: str
) -> None:
    """Whatever goes wrong with a feed, a person reads what, and when it is tried again."""
    feed = failures[path]

    assert (feed.outcome, feed.error, feed.new) == ("error", code, 0)
    assert feed.detail is not None
    assert feed.detail.startswith(why)
    assert "\n" not in feed.detail
    assert feed.next_check_at is not None
    assert feed.next_check_at > NOW


def test_a_server_that_asks_for_patience_gets_it(failures: dict[str, FeedOutcome]) -> None:
    """Retry-After counts where it is longer than our own wait."""
    assert failures["/busy"].next_check_at == NOW + timedelta(hours=2)


async def test_a_failing_feed_does_not_hurt_the_others(server: FeedServer, tmp_path: Path) -> None:
    """Four feeds beside a broken one are read, and the broken one is written down."""
    items = [replace(WEATHER, guid=f"{n}", link=f"https://wire.example/{n}") for n in range(4)]
    urls = [server.put(f"/{n}", render_rss(item)) for n, item in enumerate(items)]
    urls.insert(2, server.url("/missing"))

    run = await poll_at(watch_to_file(tmp_path, server, *urls))

    well = ("new", None, 1)
    assert sorted(told(run)) == sorted([("error", "http_404", 0), *[well] * 4])
    assert {feed.url: feed.outcome for feed in run.feeds}[urls[2]] == "error"
    assert stored(tmp_path)[0] == 4


async def test_a_broken_feed_backs_off_and_comes_back(server: FeedServer, tmp_path: Path) -> None:
    """Errors are counted, success forgets them; every poll stays in the history."""
    config = watch_to_file(tmp_path, server, server.url("/feed"))

    first = await poll_at(config)
    second = await poll_at(config, LATER)
    counted = ask(tmp_path, "SELECT errors_in_row, error_code FROM feeds")
    server.put("/feed", render_rss(WEATHER))
    third = await poll_at(config, LATER + timedelta(hours=1))

    assert told(first) == told(second) == [("error", "http_404", 0)]
    assert counted == [(2, "http_404")]
    assert told(third) == [("new", None, 1)]
    assert ask(tmp_path, "SELECT errors_in_row, error_code FROM feeds") == [(0, None)]
    assert ask(tmp_path, "SELECT outcome FROM polls ORDER BY id") == [("error",)] * 2 + [("new",)]


async def test_a_feed_that_is_gone_is_not_asked_again(server: FeedServer, tmp_path: Path) -> None:
    """410 means it: someone has to resume the feed."""
    config = watch_to_file(tmp_path, server, server.put("/feed", status=410))

    await poll_at(config)
    again = await poll_at(config, LATER, every=True)

    assert again.feeds == ()
    assert len(server.requests) == 1


async def test_a_private_address_is_not_asked(server: FeedServer, tmp_path: Path) -> None:
    """What the operator did not allow is refused before a byte is sent."""
    config = write_watch(tmp_path, [server.put("/feed", render_rss(DEAL))])

    run = await poll_at(config)

    assert [feed.error for feed in run.feeds] == ["blocked_port"]
    assert server.requests == []


# --- feeds without news -------------------------------------------------------------------------


async def test_304_leaves_the_feed_untouched(server: FeedServer, tmp_path: Path) -> None:
    """A feed that has not changed costs no parsing and no rows."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(DEAL), etag='"v1"'))

    first = await poll_at(config)
    second = await poll_at(config, LATER)

    assert told(first) == [("new", None, 1)]
    assert told(second) == [("not_modified", None, 0)]
    assert server.requests[1].headers["if-none-match"] == '"v1"'
    assert stored(tmp_path) == (1, 1, 1, 1)


async def test_the_same_bytes_are_not_read_again(server: FeedServer, tmp_path: Path) -> None:
    """A server without validators costs a download and no parsing."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(DEAL)))

    await poll_at(config)
    second = await poll_at(config, LATER)

    assert told(second) == [("unchanged", None, 0)]
    assert stored(tmp_path) == (1, 1, 1, 1)


async def test_an_empty_feed_is_well(server: FeedServer, tmp_path: Path) -> None:
    """No entry is no error, and the first entry that comes is told."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss()))

    first = await poll_at(config)
    server.put("/feed", render_rss(DEAL))
    second = await poll_at(config, LATER)

    assert told(first) == [("unchanged", None, 0)]
    assert told(second) == [("new", None, 1)]
    assert [delivery.state for delivery in second.deliveries] == ["sent"]


async def test_a_feed_that_is_not_due_is_left_alone(server: FeedServer, tmp_path: Path) -> None:
    """A minute later nothing is due; asked for every feed, we ask all the same."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(WEATHER)))
    soon = NOW + timedelta(minutes=1)

    await poll_at(config)

    assert (await poll_at(config, soon)).feeds == ()
    assert told(await poll_at(config, soon, every=True)) == [("unchanged", None, 0)]


# --- entries that are odd -----------------------------------------------------------------------

ODD = {
    "no title": Item(link="https://wire.example/1", guid="1", text="Some words."),
    "no link": Item(title="No link", guid="2"),
    "no date": Item(title="No date", link="https://wire.example/3", guid="3", date=None),
    "no guid": Item(title="No guid", link="https://wire.example/4"),
    "a title alone": Item(title="A title alone", date=None),
    "an odd date": Item(title="An odd date", guid="6", date="yesterday, -1 o'clock"),
}


async def test_entries_that_lack_something_are_kept(server: FeedServer, tmp_path: Path) -> None:
    """Without title, link, date or guid, an entry is stored once and only once."""
    url = server.put("/feed", render_rss(*ODD.values()))
    config = watch_to_file(tmp_path, server, url)

    first = await poll_at(config)
    server.put("/feed", render_rss(*reversed(ODD.values())))
    second = await poll_at(config, LATER)

    assert told(first) == [("new", None, len(ODD))]
    assert told(second) == [("unchanged", None, 0)]
    titles = {str(title) for (title,) in ask(tmp_path, "SELECT title FROM entries")}
    assert titles == {"Some words.", *(item.title for item in ODD.values() if item.title)}


async def test_one_guid_for_all_hides_no_entry(server: FeedServer, tmp_path: Path) -> None:
    """Some feeds give each item the same guid: the links tell them apart."""
    items = [
        replace(WEATHER, title=f"Day {n}", link=f"https://wire.example/{n}", guid="same")
        for n in range(3)
    ]
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(*items)))

    run = await poll_at(config)

    assert told(run) == [("new", None, 3)]


async def test_a_repaired_feed_says_so(server: FeedServer, tmp_path: Path) -> None:
    """Repairs and entries left out are told beside the feed, which is no failure."""
    body = render_rss(WEATHER, WEATHER).replace(b"</channel></rss>", b"")
    config = watch_to_file(tmp_path, server, server.put("/feed", body))

    run = await poll_at(config)

    assert told(run) == [("new", None, 1)]
    assert run.feeds[0].detail is not None
    assert "was repaired" in run.feeds[0].detail
    assert "1 left out: duplicate_entry" in run.feeds[0].detail


async def test_an_article_in_two_feeds_is_one_entry(server: FeedServer, tmp_path: Path) -> None:
    """It is told once, and both feeds are known to carry it."""
    twin = replace(DEAL, guid="other", link=f"{DEAL.link}?utm_source=rss")
    one, two = server.put("/1", render_rss(DEAL)), server.put("/2", render_rss(twin))
    config = watch_to_file(tmp_path, server, one)

    await poll_at(config)
    second = await poll_at(watch_to_file(tmp_path, server, one, two), LATER)

    assert sorted(told(second)) == [("unchanged", None, 0)] * 2
    assert stored(tmp_path) == (1, 1, 1, 1)
    assert ask(tmp_path, "SELECT count(*) FROM entry_feeds") == [(2,)]


async def test_old_news_is_stored_and_not_told(server: FeedServer, tmp_path: Path) -> None:
    """The deals of a feed's past are in the ledger; nobody is woken for them."""
    config = write_watch(
        tmp_path,
        [server.put("/feed", render_rss(DEAL))],
        {"file": f"file:{tmp_path / 'alerts.txt'}"},
        allow=[server.address],
        max_age="3d",
    )

    run = await poll_at(config, NOW + timedelta(days=30))

    assert [deal.change for deal in run.deals] == ["new"]
    assert run.deliveries == ()
    assert stored(tmp_path) == (1, 1, 0, 0)


async def test_entries_are_listed_only_where_somebody_reads_the_list(
    server: FeedServer, tmp_path: Path
) -> None:
    """A run of ten thousand new feeds counts its entries; it does not keep them to its end."""
    config = write_watch(
        tmp_path, [server.put("/feed", render_rss(DEAL, WEATHER))], allow=[server.address]
    )

    async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
        claimed = await asyncio.to_thread(claim_feeds, tools)
        (feed,) = await poll_feeds(tools, claimed, listing=False)

    assert (feed.new, feed.entries, len(feed.deals)) == (2, (), 1)
    assert stored(tmp_path)[0] == 2


async def test_a_bad_entry_is_set_aside(server: FeedServer, tmp_path: Path) -> None:
    """One entry the database refuses costs itself alone, is told, and is not tried for ever."""
    bad = replace(WEATHER, title="poison", guid="bad", link="https://wire.example/bad")
    url = server.put("/feed", render_rss(WEATHER, bad, DEAL))
    config = watch_to_file(tmp_path, server, url)
    make_database(tmp_path)
    ask(
        tmp_path,
        "CREATE TRIGGER refuse BEFORE INSERT ON entries WHEN NEW.title = 'poison'"
        " AND NEW.state = 'read' BEGIN SELECT RAISE(ABORT, 'not this one'); END",
    )

    first = await poll_at(config)
    server.put("/feed", render_rss(DEAL, WEATHER, bad))
    second = await poll_at(config, LATER)

    assert told(first) == [("new", None, 2)]
    assert first.feeds[0].detail is not None
    assert first.feeds[0].detail.startswith("1 set aside: ")
    assert [delivery.state for delivery in first.deliveries] == ["sent"]
    assert told(second) == [("unchanged", None, 0)]
    aside = ask(tmp_path, "SELECT title, reason FROM entries WHERE state = 'set_aside'")
    assert len(aside) == 1
    assert "not this one" in str(aside[0][1])


# --- the database in trouble --------------------------------------------------------------------


def leave_no_room(engine: Engine) -> None:
    """Let the database file grow no more."""

    def limit(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA max_page_count = 1")
        cursor.close()

    engine.dispose()
    event.listen(engine, "connect", limit)


async def test_a_full_disk_keeps_what_is_stored_and_loses_nothing(
    server: FeedServer, tmp_path: Path
) -> None:
    """The poll says so and stores nothing in part; with room again, the news is told."""
    long = replace(DEAL, text=f"{DEAL.text} {'And more was said. ' * 2000}")
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(long)))

    async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
        claimed = claim_feeds(tools)
        leave_no_room(tools.engine)
        (feed,) = await poll_feeds(tools, claimed)
    full = stored(tmp_path)
    after = await poll_at(config, LATER)

    assert (feed.outcome, feed.error, feed.new) == ("error", "database", 0)
    assert feed.detail is not None
    assert "the disk is full: free some space" in feed.detail
    assert full == (0, 0, 0, 0)
    assert told(after) == [("new", None, 1)]
    assert [delivery.state for delivery in after.deliveries] == ["sent"]


@pytest.mark.parametrize("answers", [True, False], ids=["a 404", "nobody answers"])
async def test_a_poll_that_cannot_be_written_down_ends_alone(
    server: FeedServer, tmp_path: Path, answers: bool
) -> None:
    """Trouble with the history of one feed is told, and the next feed is polled all the same."""
    with FeedServer() as closed:
        missing = (server if answers else closed).url("/missing")
    well = server.put("/well", render_rss(DEAL))
    config = write_watch(tmp_path, [missing, well], allow=[server.address, closed.address])
    make_database(tmp_path)
    ask(
        tmp_path,
        "CREATE TRIGGER refuse BEFORE INSERT ON polls WHEN NEW.outcome = 'error'"
        " BEGIN SELECT RAISE(ABORT, 'no history'); END",
    )

    run = await poll_at(config)

    outcomes = {feed.url: (feed.outcome, feed.error) for feed in run.feeds}
    assert outcomes == {missing: ("error", "database"), well: ("new", None)}


async def test_a_bug_met_by_one_feed_ends_that_feed(
    server: FeedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks while a feed's entries are kept: it gets a code, the others are stored."""
    urls = [server.put("/a", render_rss(DEAL)), server.put("/b", render_rss(WEATHER))]

    def stumble(deal: Deal) -> str:
        raise ZeroDivisionError(deal.title)

    monkeypatch.setattr("flows.polling.joining.name_deal", stumble)

    run = await poll_at(watch_to_file(tmp_path, server, *urls))

    assert [(feed.outcome, feed.error) for feed in run.feeds] == [
        ("error", "poll_crashed"),
        ("new", None),
    ]
    assert "please report it" in (run.feeds[0].detail or "")
    assert ask(tmp_path, "SELECT errors_in_row, lease_owner FROM feeds") == [(1, None), (0, None)]


async def test_a_database_of_a_newer_version_is_left_alone(
    server: FeedServer, tmp_path: Path
) -> None:
    """An older program neither reads nor writes it, and says what to do."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(DEAL)))
    make_database(tmp_path)
    ask(tmp_path, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseError, match=r"has version 9999, .* install a newer Gigawatch"):
        await poll_at(config)

    assert server.requests == []


# --- two at once --------------------------------------------------------------------------------


async def test_two_polls_at_once_share_the_feeds(server: FeedServer, tmp_path: Path) -> None:
    """Overlapping runs and several workers never ask one feed twice."""
    paths = [f"/{number}" for number in range(12)]
    config = watch_to_file(
        tmp_path, server, *(server.put(path, render_rss(WEATHER)) for path in paths)
    )
    settings = load_settings(config, {})

    async with (
        open_tools(settings, clock=lambda: NOW) as tools,
        open_tools(settings, clock=lambda: NOW) as twin,
    ):
        both = (tools, replace(twin, owner="another host/1/1/other"))
        runs = await asyncio.gather(*map(poll_all, both))

    assert sorted(feed.url for run in runs for feed in run) == sorted(map(server.url, paths))
    assert sorted(request.path for request in server.requests) == sorted(paths)


async def poll_all(tools: Tools) -> tuple[FeedOutcome, ...]:
    """Claim whatever is due and nobody else's, and poll it."""
    return await poll_feeds(tools, await asyncio.to_thread(claim_feeds, tools))


async def test_a_dead_polls_feeds_are_taken_over_at_once(
    server: FeedServer, tmp_path: Path
) -> None:
    """The feeds of a killed process need not wait for the lease; a living one's must."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(WEATHER)))
    host, pid, _, run = this_owner().split("/")
    dead = f"{host}/{pid}/1/{run}"

    async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
        claim_feeds(replace(tools, owner=dead))
        claimed = claim_feeds(tools)
        living = claim_feeds(replace(tools, owner="another host/1/1/other"))

    assert [feed.url for feed in claimed] == [server.url("/feed")]
    assert living == ()


async def test_feeds_that_were_not_polled_are_given_back(
    server: FeedServer, tmp_path: Path
) -> None:
    """A run that is stopped leaves nothing waiting for its lease."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(WEATHER)))

    async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
        claim_feeds(tools)
        release_feeds(tools)
        claimed = claim_feeds(replace(tools, owner="another host/1/1/other"))

    assert len(claimed) == 1


async def test_what_had_no_turn_is_skipped(
    server: FeedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No feed is begun when the lease is nearly over; it is due again at once."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(WEATHER)))

    with monkeypatch.context() as patch:
        patch.setattr("flows.pipeline._BUDGET", timedelta(seconds=-1))
        async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
            late = RunOutcome(feeds=await poll_all(tools))
            release_feeds(tools)

    assert told(late) == [("skipped", None, 0)]
    assert find_trouble(late) == ()
    assert told(await poll_at(config)) == [("new", None, 1)]
