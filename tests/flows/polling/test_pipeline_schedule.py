"""When a polled feed is asked again, where, and with what: on a real server and database."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from flows.fetching.network import OwnNetwork
from flows.outcomes import RunOutcome, find_trouble
from flows.pipeline import claim_feeds, poll_feeds
from flows.polling.tools import open_tools
from flows.settings import load_settings
from tests.servers import Answer, FeedServer, RawServer, Request
from tests.watches import (
    DEAL,
    NOW,
    WEATHER,
    ask,
    poll_at,
    poll_with,
    render_rss,
    watch_to_file,
    write_watch,
)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
OLD = replace(WEATHER, date="Tue, 21 Apr 2020 08:00:00 GMT")


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


def wait(run: RunOutcome, since: datetime = NOW) -> timedelta:
    """How long the only feed waits; the jitter is a tenth."""
    (feed,) = run.feeds
    assert feed.next_check_at is not None
    return feed.next_check_at - since


def is_about(found: timedelta, expected: timedelta) -> bool:
    """Whether it is the interval, or a little early."""
    return expected * 0.9 <= found <= expected


# --- the interval -------------------------------------------------------------------------------


async def test_a_hot_feed_is_asked_at_the_user_s_interval(
    server: FeedServer, tmp_path: Path
) -> None:
    """A weekly hint must not hide it for a week: from the server, it slows it fourfold at most."""
    url = server.put("/feed", render_rss(WEATHER), headers={"Cache-Control": "max-age=604800"})
    plain = server.put("/plain", render_rss(DEAL))

    hinted = await poll_at(watch_to_file(tmp_path, server, url))
    (tmp_path / "2").mkdir()
    hot = await poll_at(watch_to_file(tmp_path / "2", server, plain))

    assert is_about(wait(hinted), HOUR)
    assert is_about(wait(hot), HOUR / 4)


async def test_a_304_keeps_the_slow_feed_s_interval(server: FeedServer, tmp_path: Path) -> None:
    """A feed silent for years is asked once a day, also when the server has nothing to say."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(OLD), etag='"v1"'))

    first = await poll_at(config)
    not_due = await poll_at(config, NOW + HOUR)
    second = await poll_at(config, NOW + DAY)

    assert is_about(wait(first), DAY)
    assert not_due.feeds == ()
    assert [feed.outcome for feed in second.feeds] == ["not_modified"]
    assert is_about(wait(second, NOW + DAY), DAY)
    assert ask(tmp_path, "SELECT interval_s, not_modified_in_row FROM feeds") == [(86400, 1)]


async def test_the_user_sets_the_cap(server: FeedServer, tmp_path: Path) -> None:
    """poll.max_every is the longest a healthy feed waits."""
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(OLD)))
    settings = load_settings(config, {})
    poll = settings.poll.model_copy(update={"max_every": timedelta(hours=2)})

    run = await poll_with(settings.model_copy(update={"poll": poll}), NOW)

    assert is_about(wait(run), HOUR * 2)


async def test_a_feed_that_brought_a_deal_is_asked_often(
    server: FeedServer, tmp_path: Path
) -> None:
    """However slow it is: at four times the user's interval, and that stays so."""
    old_deal = replace(DEAL, date=OLD.date)
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(old_deal)))

    first = await poll_at(config)
    second = await poll_at(config, NOW + HOUR)

    assert is_about(wait(first), HOUR)
    assert [feed.outcome for feed in second.feeds] == ["unchanged"]
    assert is_about(wait(second, NOW + HOUR), HOUR)
    assert ask(tmp_path, "SELECT deals_brought FROM feeds") == [(1,)]


async def test_a_tracked_company_s_own_feed_is_asked_often(
    server: FeedServer, tmp_path: Path
) -> None:
    """However seldom it speaks: its word is the first."""
    url = server.put("/feed", render_rss(OLD))
    own = f'[[feeds]]\nurl = "{url}"\npublisher = "OpenAI"\n[[companies]]\nname = "OpenAI"'
    config = write_watch(tmp_path, allow=[server.address], more=own)

    assert is_about(wait(await poll_at(config)), HOUR)


# --- 429 ----------------------------------------------------------------------------------------


async def test_a_429_is_no_breakage(server: FeedServer, tmp_path: Path) -> None:
    """It is told, the server gets the time it asked for, and no error is counted."""
    server.put("/feed", status=429, headers={"Retry-After": "7200"})
    config = watch_to_file(tmp_path, server, server.url("/feed"))

    first = await poll_at(config)
    second = await poll_at(config, NOW + HOUR * 2)

    assert [feed.error for feed in (*first.feeds, *second.feeds)] == ["too_many_requests"] * 2
    assert wait(first) == wait(second, NOW + HOUR * 2) == HOUR * 2
    assert ask(tmp_path, "SELECT errors_in_row FROM feeds") == [(0,)]


async def test_a_429_without_a_time_is_given_one(server: FeedServer, tmp_path: Path) -> None:
    """We asked too often: twice the interval is the least."""
    config = watch_to_file(tmp_path, server, server.put("/feed", status=429))

    assert is_about(wait(await poll_at(config)), HOUR / 2)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("Sat, 01 Jan 2000 03:00:00 GMT", HOUR * 3, id="by the server's own clock"),
        pytest.param("316800", DAY, id="88 hours: capped"),
    ],
)
async def test_a_503_may_name_a_time(tmp_path: Path, asked: str, expected: timedelta) -> None:
    """Retry-After as a date is relative to the server's Date, and capped."""
    date = "Sat, 01 Jan 2000 00:00:00 GMT"
    head = f"HTTP/1.1 503 Busy\r\nDate: {date}\r\nRetry-After: {asked}\r\n\r\n"

    with RawServer(head.encode()) as raw:
        run = await poll_at(write_watch(tmp_path, [raw.url("/feed")], allow=[raw.address]))

    assert wait(run) == expected
    assert ask(tmp_path, "SELECT errors_in_row FROM feeds") == [(1,)]


# --- our own network ----------------------------------------------------------------------------


async def test_all_feeds_failing_at_once_punishes_none(server: FeedServer, tmp_path: Path) -> None:
    """It is our network: one line, no error counted, all due again at the user's interval."""
    with FeedServer() as closed:
        urls = [closed.url(f"/{number}") for number in range(4)]
    config = write_watch(tmp_path, urls, allow=[closed.address, server.address], per_host=1)

    run = await poll_at(config)

    assert find_trouble(run) == ("network: all 4 feeds failed; is this machine online?",)
    assert {feed.error for feed in run.feeds} == {"connection_refused"}
    assert ask(tmp_path, "SELECT DISTINCT errors_in_row FROM feeds") == [(0,)]
    assert ask(tmp_path, "SELECT count(*) FROM polls WHERE outcome = 'error'") == [(4,)]
    assert all(
        feed.next_check_at and is_about(feed.next_check_at - NOW, HOUR / 4) for feed in run.feeds
    )


@pytest.mark.parametrize("path", ["/well", "/missing"])
async def test_one_feed_that_answers_clears_our_network(
    server: FeedServer, tmp_path: Path, path: str
) -> None:
    """Then each of the others is broken by itself, and backs off."""
    server.put("/well", render_rss(WEATHER))
    with FeedServer() as closed:
        urls = [closed.url(f"/{number}") for number in range(4)]
    config = write_watch(
        tmp_path, [*urls, server.url(path)], allow=[closed.address, server.address]
    )

    run = await poll_at(config)

    refused = [line for line in find_trouble(run) if "connection_refused" in line]
    assert len(refused) == 4
    assert ask(tmp_path, "SELECT count(*) FROM feeds WHERE errors_in_row = 1") == [
        (4 + (path == "/missing"),)
    ]


async def test_a_run_polled_in_parts_is_one_run(server: FeedServer, tmp_path: Path) -> None:
    """Three feeds of a group may fail together: the network is well if another group's feed is."""
    with FeedServer() as closed:
        urls = [closed.url(f"/{number}") for number in range(3)]
    urls.append(server.put("/well", render_rss(WEATHER)))
    config = write_watch(tmp_path, urls, allow=[closed.address, server.address])

    async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
        claimed = claim_feeds(tools)
        network = OwnNetwork(len(claimed))
        await asyncio.gather(
            *(poll_feeds(tools, part, network) for part in (claimed[:3], claimed[3:]))
        )

    assert ask(tmp_path, "SELECT errors_in_row FROM feeds ORDER BY id") == [(1,), (1,), (1,), (0,)]


# --- a whole fetch now and then -----------------------------------------------------------------


async def test_a_server_that_always_says_304_is_found_out(
    server: FeedServer, tmp_path: Path
) -> None:
    """After some fifty of them the feed is asked without validators, and its news comes in."""
    bodies = [render_rss(WEATHER), render_rss(DEAL)]

    def always_304(request: Request) -> Answer:
        asked = request.headers.get("if-none-match")
        return Answer(body=bodies[0], etag=asked or '"v1"')

    config = watch_to_file(tmp_path, server, server.respond("/feed", always_304))
    outcomes = [feed.outcome for feed in (await poll_at(config)).feeds]
    bodies.reverse()
    ask(tmp_path, "UPDATE feeds SET not_modified_in_row = 44")
    for polls in range(1, 5):
        run = await poll_at(config, NOW + HOUR * polls, every=True)
        outcomes += [feed.outcome for feed in run.feeds]

    validators = [request.headers.get("if-none-match") for request in server.requests]
    assert outcomes == ["new", "not_modified", "not_modified", "new", "not_modified"]
    assert validators == [None, '"v1"', '"v1"', None, '"v1"']
    assert ask(tmp_path, "SELECT not_modified_in_row FROM feeds") == [(1,)]


# --- feeds that move ----------------------------------------------------------------------------


async def poll_often(config: Path, times: int) -> list[str | None]:
    """Poll every hour; the detail of each poll of the first feed."""
    runs = [await poll_at(config, NOW + HOUR * hour, every=True) for hour in range(times)]
    return [run.feeds[0].detail for run in runs if run.feeds]


@pytest.mark.parametrize("status", [301, 308])
async def test_a_permanent_redirect_is_adopted(
    server: FeedServer, tmp_path: Path, status: int
) -> None:
    """301/308 are stored only after several sightings: three in a row, then it is told."""
    old, new = server.redirect("/old", "/new", status=status), server.url("/new")
    server.put("/new", render_rss(WEATHER), etag='"v1"')
    config = watch_to_file(tmp_path, server, old)

    details = await poll_often(config, 5)

    told = f"moved for good to {new}; it is asked there from now on"
    assert details == [None, None, told, None, None]
    assert [request.path for request in server.requests] == ["/old", "/new"] * 3 + ["/new"] * 2
    assert ask(tmp_path, "SELECT url, state, moved_to FROM feeds") == [(new, "active", None)]
    assert ask(tmp_path, "SELECT count(*) FROM entries") == [(1,)]


@pytest.mark.parametrize("status", [302, 307])
async def test_a_passing_redirect_is_never_adopted(
    server: FeedServer, tmp_path: Path, status: int
) -> None:
    """302/307 never: the feed is asked at its own address for ever."""
    old = server.redirect("/old", "/new", status=status)
    server.put("/new", render_rss(WEATHER))
    config = watch_to_file(tmp_path, server, old)

    assert await poll_often(config, 5) == [None] * 5
    assert ask(tmp_path, "SELECT url, moved_seen FROM feeds") == [(old, 0)]


async def test_sightings_count_in_a_row(server: FeedServer, tmp_path: Path) -> None:
    """A redirect that comes and goes is a server in trouble, and is not believed."""
    server.put("/new", render_rss(WEATHER))
    config = watch_to_file(tmp_path, server, server.redirect("/old", "/new", status=301))

    await poll_often(config, 2)
    server.put("/old", render_rss(WEATHER))
    await poll_often(config, 1)
    server.redirect("/old", "/new", status=301)
    details = await poll_often(config, 2)

    assert details == [None, None]
    assert ask(tmp_path, "SELECT url, moved_seen FROM feeds") == [(server.url("/old"), 2)]


async def test_a_redirect_to_a_known_feed_merges(server: FeedServer, tmp_path: Path) -> None:
    """The feed that moved is removed, says where to, and stays so; the other one is asked."""
    old, new = server.redirect("/old", "/new", status=301), server.put("/new", render_rss(WEATHER))
    config = watch_to_file(tmp_path, server, old, new)

    for hour in range(4):
        last = await poll_at(config, NOW + HOUR * hour, every=True)

    why = f"moved for good to {new}, which is watched already; this one is removed"
    assert [feed.url for feed in last.feeds] == [new]
    assert ask(tmp_path, "SELECT url, state, error_detail FROM feeds ORDER BY id") == [
        (old, "removed", why),
        (new, "active", None),
    ]
    assert ask(tmp_path, "SELECT count(*) FROM polls WHERE detail IS NOT NULL") == [(1,)]
