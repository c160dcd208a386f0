"""However many feeds are due, no host is asked faster than a guest may ask."""

import asyncio
import socket
import sqlite3
import threading
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from flows.fetching.client import open_client
from flows.fetching.sites import SitesAtRest
from flows.outcomes import FeedOutcome, RunOutcome, find_trouble
from flows.pipeline import claim_feeds, poll_feeds, release_feeds
from flows.polling.tools import Tools, open_tools
from flows.settings import load_settings
from storage.database import reading, transaction
from storage.feeds import all_feeds
from storage.sites import note_retry_after
from storage.tables import FeedRow
from tests.servers import Answer, FeedServer, Request
from tests.watches import NOW, WEATHER, render_rss, write_watch

GAP_S = 0.02
FEED = render_rss(WEATHER)


class Loopback(AbstractResolver):
    """Every name is this machine's."""

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,
    ) -> list[ResolveResult]:
        """Loopback."""
        return [
            ResolveResult(
                hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Nothing to close."""


class Visits:
    """What a server saw: how often each host was asked, over what time, and how often at once."""

    def __init__(self, server: FeedServer) -> None:
        self._closing = server.closing
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.most: Counter[str] = Counter()
        self._present: Counter[str] = Counter()
        self._lock = threading.Lock()

    def answer(self, request: Request) -> Answer:
        """A feed, after the time a feed takes."""
        host = request.headers["host"].partition(":")[0]
        with self._lock:
            self.times[host].append(time.monotonic())
            self._present[host] += 1
            self.most[host] = max(self.most[host], self._present[host])
        self._closing.wait(GAP_S * 1.5)
        with self._lock:
            self._present[host] -= 1
        return Answer(body=FEED)

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each host was asked."""
        return {host: len(times) for host, times in self.times.items()}


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A server that has every name there is."""
    with FeedServer() as running:
        yield running


@asynccontextmanager
async def watching(
    folder: Path, server: FeedServer, urls: list[str], *, gap_s: float = GAP_S
) -> AsyncIterator[Tools]:
    """The tools of a watch on these feeds; all their hosts are public ones."""
    config = write_watch(folder, urls, allow=[server.address])
    async with (
        open_tools(load_settings(config, {}), clock=lambda: NOW) as tools,
        open_client(
            tools.client.guard,
            replace(tools.limits, host_gap_s=gap_s),
            resting=SitesAtRest(lambda: NOW),
            resolver=Loopback(),
        ) as client,
    ):
        yield replace(tools, client=client, limits=client.limits)


def feeds_at(server: FeedServer, visits: Visits, *hosts: str, each: int) -> list[str]:
    """So many feeds at each host."""
    for number in range(each):
        server.respond(f"/{number}", visits.answer)
    return [f"http://{host}:{server.port}/{number}" for host in hosts for number in range(each)]


def make_overdue(folder: Path) -> None:
    """All feeds were due for a week."""
    with closing(sqlite3.connect(folder / "gigawatch.db")) as connection, connection:
        connection.execute("UPDATE feeds SET next_check_at = '2026-04-14 12:00:00.000000'")


def stored_feeds(tools: Tools) -> list[FeedRow]:
    """Every feed as it is stored."""
    with reading(tools.engine) as session:
        return list(all_feeds(session))


async def poll(tools: Tools, *, every: bool = False) -> tuple[FeedOutcome, ...]:
    """A whole poll."""
    claimed = await asyncio.to_thread(claim_feeds, tools, every=every)
    try:
        return await poll_feeds(tools, claimed)
    finally:
        await asyncio.to_thread(release_feeds, tools)


def told(outcomes: tuple[FeedOutcome, ...]) -> Counter[str]:
    """How many feeds ended in which way."""
    return Counter(one.outcome for one in outcomes)


async def test_there_is_no_stampede_after_a_long_downtime(
    server: FeedServer, tmp_path: Path
) -> None:
    """500 overdue feeds on 5 hosts: two at a time and a gap apart, and not together next time."""
    visits, hosts = Visits(server), ("a.com", "feeds.b.org", "c.co.uk", "d.net", "e.de")
    urls = feeds_at(server, visits, *hosts, each=100)

    async with watching(tmp_path, server, urls) as tools:
        claim_feeds(tools)
        release_feeds(tools)
        make_overdue(tmp_path)
        outcomes = await poll(tools)
        next_checks = [feed.next_check_at for feed in stored_feeds(tools)]

    assert len(outcomes) == 500
    assert {one.outcome for one in outcomes} <= {"new", "unchanged"}
    assert visits.counts == dict.fromkeys(hosts, 100)
    assert max(visits.most.values()) <= 2
    # A thread of the server may be late to look at its clock; all visits together tell.
    spans = [times[-1] - times[0] for times in visits.times.values()]
    assert min(spans) >= 98 * GAP_S
    times = [time for time in next_checks if time is not None]
    assert len(times) == len(urls)
    assert max(times) - min(times) > timedelta(minutes=1)
    assert len(set(times)) > 400


async def test_what_a_run_cannot_reach_comes_first_in_the_next(
    server: FeedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host with more feeds than a run has gaps for fails nobody: the others stay due."""
    visits = Visits(server)
    urls = feeds_at(server, visits, "a.com", each=12)
    monkeypatch.setattr("flows.pipeline._BUDGET", timedelta(seconds=0.5))

    async with watching(tmp_path, server, urls, gap_s=0.2) as tools:
        first = await poll(tools)
        asked_first = {urlsplit(request.path).path for request in server.requests}
        waiting = {feed.url for feed in stored_feeds(tools) if feed.next_check_at is None}
        monkeypatch.setattr("flows.pipeline._BUDGET", timedelta(minutes=1))
        # The site was asked a moment ago: the next run comes later than that.
        later = replace(tools, clock=lambda: NOW + timedelta(seconds=1))
        second = await poll(later)

    skipped = {one.url for one in first if one.outcome == "skipped"}
    assert 0 < len(asked_first) <= 4
    assert len(skipped) == 12 - len(asked_first)
    assert find_trouble(RunOutcome(feeds=first)) == ()
    assert waiting == skipped == {one.url for one in second}
    assert told(second)["error"] == told(second)["skipped"] == 0


async def test_a_site_that_asks_for_rest_gets_it_at_once(
    server: FeedServer, tmp_path: Path
) -> None:
    """Its feeds still waiting in this run are not asked, on no host of its; they stay due."""
    visits = Visits(server)
    urls = feeds_at(server, visits, "a.com", "www.a.com", "b.com", each=5)

    async with watching(tmp_path, server, urls, gap_s=0.0) as tools:
        claimed = claim_feeds(tools)
        tools.client.resting.rest("a.com", NOW + timedelta(minutes=5))
        outcomes = await poll_feeds(tools, claimed)
        release_feeds(tools)
        due = [feed.next_check_at is None for feed in stored_feeds(tools)]

    assert visits.counts == {"b.com": 5}
    assert told(outcomes)["skipped"] == 10
    assert {one.detail for one in outcomes if one.outcome == "skipped"} == {
        "its site asked to be left alone for a while; it stays due and is asked after that"
    }
    assert find_trouble(RunOutcome(feeds=outcomes)) == ()
    assert due.count(True) == 10


async def test_a_site_at_rest_is_not_asked_by_later_runs(
    server: FeedServer, tmp_path: Path
) -> None:
    """Not even where all feeds are to be polled, until its time has come."""
    visits, hour = Visits(server), timedelta(hours=1)
    urls = feeds_at(server, visits, "www.a.com", "b.com", each=2)

    async with watching(tmp_path, server, urls) as tools:
        claim_feeds(tools)
        release_feeds(tools)
        with transaction(tools.engine) as session:
            note_retry_after(session, "a.com", until=NOW + hour, reason="a.com: busy", now=NOW)
        at_once = await poll(tools, every=True)
        later = await poll(replace(tools, clock=lambda: NOW + hour), every=True)

    assert {urlsplit(one.url).hostname for one in at_once} == {"b.com"}
    assert Counter(urlsplit(one.url).hostname for one in later) == {"www.a.com": 2, "b.com": 2}


async def test_a_rest_asked_for_outlasts_the_run_that_heard_of_it(
    server: FeedServer, tmp_path: Path
) -> None:
    """The next run, with tools of its own, knows that the site answered "not now"."""
    visits, minute, hour = Visits(server), timedelta(minutes=1), timedelta(hours=1)
    urls = feeds_at(server, visits, "www.a.com", "b.com", each=2)
    server.put("/busy", status=503, headers={"Retry-After": "3600"})

    async with watching(tmp_path, server, [f"http://a.com:{server.port}/busy"]) as tools:
        await poll(tools)
    async with watching(tmp_path, server, urls) as tools:
        at_once = await poll(replace(tools, clock=lambda: NOW + minute), every=True)
        later = await poll(replace(tools, clock=lambda: NOW + hour), every=True)

    assert {urlsplit(one.url).hostname for one in at_once} == {"b.com"}
    assert Counter(urlsplit(one.url).hostname for one in later) == {"www.a.com": 2, "b.com": 2}


async def test_the_next_worker_keeps_the_gap(server: FeedServer, tmp_path: Path) -> None:
    """A site that was asked a moment ago is left to a later run of whichever worker."""
    urls = feeds_at(server, Visits(server), "a.com", each=1)

    async with watching(tmp_path, server, urls, gap_s=60.0) as tools:
        await poll(tools)
        next_one = replace(tools, owner="another host/1/1/other")
        at_once = claim_feeds(next_one, every=True)
        later = replace(next_one, clock=lambda: NOW + timedelta(seconds=61))
        afterwards = claim_feeds(later, every=True)

    assert (len(at_once), len(afterwards)) == (0, 1)


async def test_a_site_is_one_workers_for_a_whole_run(server: FeedServer, tmp_path: Path) -> None:
    """All hosts of a site wait for the worker that has it, and come back with it."""
    hosts = ("a.com", "www.a.com", "a.github.io", "b.github.io")
    urls = feeds_at(server, Visits(server), *hosts, each=1)
    sites = ["a.com", "a.com", "a.github.io", "b.github.io"]

    async with watching(tmp_path, server, urls) as tools:
        other = replace(tools, owner="another host/1/1/other")
        mine = claim_feeds(tools)
        meanwhile = claim_feeds(other, every=True)
        named = sorted(feed.site or "" for feed in stored_feeds(tools))
        release_feeds(tools)
        afterwards = claim_feeds(other, every=True)

    assert [len(feeds) for feeds in (mine, meanwhile, afterwards)] == [4, 0, 4]
    assert named == sites
