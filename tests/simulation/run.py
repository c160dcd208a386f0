"""Run the program through a simulated world: everything is real but the clock and the network."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final, TypeVar, cast

import aiohttp
import pytest
import sqlalchemy as sa
from sqlmodel import col, select

from flows.deciding.notices import Notice
from flows.dispatch import deliver
from flows.fetching.client import Client
from flows.fetching.client import Limits as ClientLimits
from flows.fetching.guard import AddressGuard
from flows.fetching.sites import SitesAtRest
from flows.fetching.turns import Gaps, Turns
from flows.outcomes import FeedOutcome
from flows.pipeline import claim_feeds, poll_feeds, release_feeds
from flows.polling.intake import know_companies
from flows.polling.parsing import ParserPool
from flows.polling.scribe import Scribe
from flows.polling.tools import Tools, load_companies, open_tools
from flows.settings import load_settings
from storage.codec import from_json
from storage.database import reading, transaction
from storage.feeds import all_feeds
from storage.tables import AlertRow, FeedRow
from tests.simulation.history import Ask, History, Limits, Run, Stored, Told, Visit
from tests.simulation.loop import JumpingLoop
from tests.simulation.session import ScriptedSession
from tests.simulation.world import LONG_DEAD_ERRORS, START, SimFeed, World
from tests.watches import write_watch

Given = TypeVar("Given")
Made = TypeVar("Made")
# So often two workers begin at the same moment; otherwise they take turns.
_BOTH_EVERY: Final = 4
_SHORTEST_SLEEP_S: Final = 0.001
# What a commit takes on a slow disk, and the pause after it.
_COMMIT_S: Final = 0.25


def simulate(world: World, folder: Path) -> History:
    """Live through a world; its configuration and database are left in the folder.

    The same world has the same history: nothing runs beside anything else, and the jitter of the
    schedule is drawn from the world's seed.
    """
    with asyncio.Runner(loop_factory=JumpingLoop) as runner, pytest.MonkeyPatch.context() as patch:
        loop = runner.get_loop()
        _follow(patch, loop)
        patch.setattr("flows.polling.schedule.random", Random(world.seed))
        # A message on more feeds counts the rest, and nobody could say of which it told.
        patch.setattr("flows.deciding.notices.EVENTS_HELD", len(world.feeds))
        return runner.run(_live(world, folder, loop))


@dataclass(frozen=True, slots=True)
class _Stopwatch:
    """What `time` is to the modules that measure: the simulated seconds."""

    monotonic: Callable[[], float]


def _follow(patch: pytest.MonkeyPatch, loop: asyncio.AbstractEventLoop) -> None:
    """Have the few places that look at the machine's own clock look at the simulated one."""
    for module in ("flows.pipeline", "flows.fetching.fetch", "flows.polling.storing"):
        patch.setattr(f"{module}.time", _Stopwatch(loop.time))

    def open_gaps(guard: AddressGuard, limits: ClientLimits) -> Gaps:
        del guard  # every host is a public one
        return Gaps(limits.host_gap_s, clock=loop.time, sleep=_sleep)

    patch.setattr("flows.pipeline.open_gaps", open_gaps)
    # What `know_companies` is told later is forgotten again after the simulation.
    patch.setattr("flows.polling.intake._companies", ())
    # While a commit is under way others come together; the time stands still for it, so after it.
    patch.setattr("flows.polling.scribe._PAUSE_S", _COMMIT_S)


async def _sleep(seconds: float) -> None:
    """Sleep, and never for so little that the clock would not move and the sleeper spin."""
    await asyncio.sleep(max(seconds, _SHORTEST_SLEEP_S))


class _Parsers(ParserPool):
    """What children do, done here: which of them answers first would be chance."""

    async def run(self, read: Callable[[Given], Made], given: Given) -> Made:
        """As always, without taking time."""
        return read(given)


# --- living -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Diary:
    """What is written down while it happens."""

    visits: list[Visit] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    outcomes: list[tuple[int, FeedOutcome]] = field(default_factory=list)


async def _live(world: World, folder: Path, loop: asyncio.AbstractEventLoop) -> History:
    config = write_watch(
        folder,
        [feed.url for feed in world.feeds],
        {"file": f"file:{folder / 'alerts.txt'}"},
        max_age="3d",
    )
    settings = load_settings(config, {})
    diary = _Diary()
    async with open_tools(settings, clock=lambda: START + timedelta(seconds=loop.time())) as tools:
        know_companies(load_companies(settings))
        await _run_all(replace(tools, parsers=_Parsers()), world, diary)
        return _history(tools, world, diary)


async def _run_all(tools: Tools, world: World, diary: _Diary) -> None:
    """Begin each run at its time, whether or not the one before is done."""
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        for number, at in enumerate(run_times(world)):
            await asyncio.sleep(at - loop.time())
            workers = 2 if number % _BOTH_EVERY == _BOTH_EVERY - 1 else 1
            for worker in range(workers):
                group.create_task(_run(tools, world, diary, number * 2 + worker))
            if number == 1:
                await asyncio.to_thread(_age_dead, tools, world)


def run_times(world: World) -> Iterable[float]:
    """When runs begin: one each step, none in the sleep and one at its end."""
    asleep, awake = world.sleep
    steps = [number * world.step_s for number in range(int(world.end // world.step_s))]
    return sorted({awake, *(at for at in steps if not asleep <= at < awake)})


def _age_dead(tools: Tools, world: World) -> None:
    """Give the feeds that were dead before the simulation the errors they would have."""
    dead = [feed.url for feed in world.feeds if feed.dead]
    with transaction(tools.engine) as session:
        session.execute(
            sa.update(FeedRow)
            .where(col(FeedRow.url).in_(dead))
            .values(errors_in_row=LONG_DEAD_ERRORS)
        )


async def _run(tools: Tools, world: World, diary: _Diary, number: int) -> None:
    """What `flows.run.poll_once` does, in a process of its own as far as anybody can tell."""
    loop = asyncio.get_running_loop()
    started = loop.time()
    async with _process(tools, world, diary, number) as ours:
        claimed = await asyncio.to_thread(claim_feeds, ours)
        try:
            outcomes = await poll_feeds(ours, claimed)
        finally:
            await asyncio.to_thread(release_feeds, ours)
        ended = loop.time()
        await deliver(ours)
    diary.outcomes.extend((number, outcome) for outcome in outcomes)
    diary.runs.append(
        Run(
            number=number,
            started=started,
            ended=ended,
            claimed=len(claimed),
            skipped=sum(outcome.outcome == "skipped" for outcome in outcomes),
        )
    )


@asynccontextmanager
async def _process(tools: Tools, world: World, diary: _Diary, number: int) -> AsyncIterator[Tools]:
    """The tools of one run: its own owner, turns, slots and writer, the scripted network."""
    clock = asyncio.get_running_loop().time
    session = ScriptedSession(world, _by_url(world), number, clock, diary.visits)
    limits, concurrency = tools.limits, tools.settings.poll.concurrency
    client = Client(
        session=cast("aiohttp.ClientSession", session),  # as much of one as `fetch` uses
        guard=tools.client.guard,
        limits=limits,
        turns=Turns(limits.max_per_host, Gaps(limits.host_gap_s, clock=clock, sleep=_sleep)),
        resting=SitesAtRest(tools.clock),
    )
    async with Scribe(tools.engine) as scribe:
        yield replace(
            tools,
            client=client,
            scribe=scribe,
            slots=asyncio.Semaphore(concurrency),
            unstored=asyncio.Semaphore(concurrency * 4),
            owner=f"simulated/{number}/0/{number}",
        )


def _by_url(world: World) -> Mapping[str, SimFeed]:
    urls = ((url, feed) for feed in world.feeds for url in (feed.url, feed.new_url))
    return {url: feed for url, feed in urls if url is not None}


# --- what happened ------------------------------------------------------------------------------


def _history(tools: Tools, world: World, diary: _Diary) -> History:
    feeds = _by_url(world)
    visits = sorted(diary.visits, key=lambda visit: visit.started)
    poll = tools.settings.poll
    with reading(tools.engine) as session:
        rows = all_feeds(session)
        alerts = session.exec(select(AlertRow).where(col(AlertRow.feed_id).is_not(None))).all()
    notices = [from_json(Notice, alert.payload) for alert in alerts]
    return History(
        limits=Limits(
            every_s=poll.every.total_seconds(),
            per_host=poll.per_host,
            host_gap_s=poll.host_gap.total_seconds(),
            concurrency=poll.concurrency,
        ),
        visits=tuple(visits),
        asks=_asks(feeds, visits, diary.outcomes),
        runs=tuple(sorted(diary.runs, key=lambda run: (run.started, run.number))),
        told=_told(feeds, notices),
        stored={feeds[row.url].number: _stored(feeds, row) for row in rows},
    )


def _asks(
    feeds: Mapping[str, SimFeed],
    visits: Sequence[Visit],
    outcomes: Sequence[tuple[int, FeedOutcome]],
) -> Mapping[int, tuple[Ask, ...]]:
    """The polls of each feed; one that was skipped is none."""
    together: defaultdict[tuple[int, int], list[Visit]] = defaultdict(list)
    for visit in visits:
        together[visit.run, visit.feed].append(visit)
    asks: defaultdict[int, list[Ask]] = defaultdict(list)
    for run, outcome in outcomes:
        feed = feeds[outcome.url].number
        if (run, feed) in together:
            asks[feed].append(_ask(run, feed, together[run, feed], outcome))
    return {feed: tuple(sorted(some, key=lambda ask: ask.started)) for feed, some in asks.items()}


def _ask(run: int, feed: int, visits: Sequence[Visit], outcome: FeedOutcome) -> Ask:
    return Ask(
        run=run,
        feed=feed,
        started=visits[0].started,
        ended=visits[-1].ended,
        outcome=outcome.outcome,
        error=outcome.error,
        next_at=_seconds(outcome.next_check_at) if outcome.next_check_at else None,
        offline=any(visit.offline for visit in visits),
    )


def _told(feeds: Mapping[str, SimFeed], notices: Iterable[Notice]) -> tuple[Told, ...]:
    events = (event for notice in notices for event in notice.events)
    told = (Told(feed=feeds[one.url].number, kind=one.kind, at=_seconds(one.at)) for one in events)
    return tuple(sorted(told, key=lambda one: one.at))


def _stored(feeds: Mapping[str, SimFeed], row: FeedRow) -> Stored:
    return Stored(
        feed=feeds[row.url].number,
        url=row.url,
        state=row.state,
        errors_in_row=row.errors_in_row,
        deals_brought=row.deals_brought,
    )


def _seconds(moment: datetime) -> float:
    return (moment - START).total_seconds()
