"""The one writer: groups are committed together, and a bad job harms no other."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from flows.polling.scribe import Scribe
from parsers.errors import DatabaseError
from storage.database import open_engine, reading, upgrade
from storage.feeds import FeedSpec, add_feed, all_feeds
from storage.polls import Poll, add_polls

NOW = datetime(2026, 4, 21, tzinfo=UTC)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    """An empty database."""
    engine = open_engine(f"sqlite:///{tmp_path / 'gigawatch.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


def add(session: Session, numbers: Sequence[int]) -> list[int]:
    """Add a feed for each number."""
    for number in numbers:
        add_feed(session, FeedSpec(url=f"https://wire.example/{number}"), now=NOW)
    return list(numbers)


def spoil(session: Session, feed_ids: Sequence[int]) -> list[None]:
    """What the database refuses: polls of feeds that are not there."""
    add_feed(session, FeedSpec(url="https://wire.example/spoilt"), now=NOW)
    add_polls(session, [Poll(feed_id=one, polled_at=NOW, outcome="new") for one in feed_ids])
    return [None for _ in feed_ids]


def urls(engine: Engine) -> list[str]:
    """The feeds that are stored."""
    with reading(engine) as session:
        return [feed.url.rpartition("/")[2] for feed in all_feeds(session)]


async def test_what_was_written_is_there_when_the_call_returns(engine: Engine) -> None:
    """A result comes back only after the commit."""
    async with Scribe(engine) as scribe:
        result = await scribe.write(add, 1)

        assert (result, urls(engine)) == (1, ["1"])


async def test_many_jobs_are_all_written_and_answered_in_order(engine: Engine) -> None:
    """A hundred at once end as if each had been alone."""
    async with Scribe(engine) as scribe:
        results = await asyncio.gather(*(scribe.write(add, number) for number in range(100)))

    assert results == list(range(100))
    assert len(urls(engine)) == 100


async def test_a_refused_job_takes_no_other_along(engine: Engine) -> None:
    """The whole of a bad job is undone, whoever was in its group is written all the same."""
    async with Scribe(engine) as scribe:
        jobs = (scribe.write(add, 1), scribe.write(spoil, 9999), scribe.write(add, 2))
        first, refused, last = await asyncio.gather(*jobs, return_exceptions=True)

    assert (first, last) == (1, 2)
    assert isinstance(refused, DatabaseError)
    assert urls(engine) == ["1", "2"]


async def test_jobs_at_hand_are_written_before_the_end(engine: Engine) -> None:
    """Leaving the context waits for what was already asked for."""
    async with Scribe(engine) as scribe:
        waiting = [asyncio.create_task(scribe.write(add, number)) for number in range(3)]
        await asyncio.sleep(0)

    assert [await task for task in waiting] == [0, 1, 2]
    assert len(urls(engine)) == 3


async def test_one_who_stopped_waiting_does_not_stop_the_scribe(engine: Engine) -> None:
    """A cancelled caller's job may be written or not; the next one's is."""
    async with Scribe(engine) as scribe:
        gone = asyncio.create_task(scribe.write(add, 1))
        await asyncio.sleep(0)
        gone.cancel()

        assert await scribe.write(add, 2) == 2


async def test_what_comes_together_is_one_commit(engine: Engine) -> None:
    """A commit waits for the disk: what comes while one is under way, or soon after, shares one."""
    commits: list[object] = []
    event.listen(engine, "commit", commits.append)

    async with Scribe(engine) as scribe:
        await scribe.write(add, 0)
        await asyncio.gather(*(scribe.write(add, number) for number in range(1, 100)))

    assert len(commits) == 2


async def test_the_end_waits_for_nothing_more(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scribe that waits for more to come together stops waiting when there will be no more."""
    monkeypatch.setattr("flows.polling.scribe._PAUSE_S", 3600)

    async with asyncio.timeout(60), Scribe(engine) as scribe:
        await scribe.write(add, 1)

    assert urls(engine) == ["1"]
