"""A watch whose clock a test moves: weeks of polls in a second, with one set of tools."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.dispatch import deliver
from flows.outcomes import FeedOutcome, RunOutcome
from flows.pipeline import claim_feeds, poll_feeds, release_feeds
from flows.polling.tools import Tools, open_tools
from flows.settings import load_settings
from tests.watches import NOW


@dataclass(slots=True, kw_only=True)
class Clock:
    """Shows what the test last set."""

    now: datetime

    def __call__(self) -> datetime:
        """The time."""
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One watch over a long time: a poll takes place whenever the test says."""

    tools: Tools
    clock: Clock

    async def poll(self, now: datetime, *, every: bool = False) -> RunOutcome:
        """Poll what is due at this time, and deliver."""
        self.clock.now = now
        feeds = await poll_feeds(self.tools, claim_feeds(self.tools, every=every))
        release_feeds(self.tools)
        return RunOutcome(feeds=feeds, deliveries=await deliver(self.tools))


@asynccontextmanager
async def watching(config: Path) -> AsyncIterator[Watch]:
    """A watch with the tools of one process, however often it polls."""
    clock = Clock(now=NOW)
    async with open_tools(load_settings(config, {}), clock=clock) as tools:
        yield Watch(tools=tools, clock=clock)


def only(run: RunOutcome) -> FeedOutcome:
    """The one feed of a run."""
    (feed,) = run.feeds
    return feed
