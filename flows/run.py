"""One poll without Prefect: claim, poll, deliver, and see what is left."""

import asyncio
from datetime import timedelta
from typing import Final

from flows.dispatch import deliver
from flows.outcomes import Left, RunOutcome
from flows.pipeline import claim_feeds, count_taken, poll_feeds, release_feeds
from flows.polling.tools import Tools, open_tools
from flows.settings import Settings
from flows.wording import render_time
from storage import health, outbox
from storage.database import reading
from storage.destinations import failing_destinations
from storage.tables import DestinationRow

# Shorter troubles of a service need nobody's attention.
_PASSING: Final = timedelta(hours=1)


async def poll_once(settings: Settings, *, every: bool = False, listing: bool = True) -> RunOutcome:
    """Poll the due feeds (or every one) and send what is due; `listing` keeps each new entry.

    Raises:
        GigawatchError: nothing could be started; what a feed or a delivery does is in the outcome.
    """
    async with open_tools(settings) as tools:
        claimed = await asyncio.to_thread(claim_feeds, tools, every=every)
        taken = await asyncio.to_thread(count_taken, tools, claimed)
        try:
            feeds = await poll_feeds(tools, claimed, listing=listing)
        finally:
            await asyncio.to_thread(release_feeds, tools)
        deliveries = await deliver(tools)
        left = await asyncio.to_thread(count_left, tools)
        return RunOutcome(
            feeds=feeds, deliveries=deliveries, troubles=tools.troubles, taken=taken, left=left
        )


def count_left(tools: Tools) -> Left:
    """What waits for a person or for its time when a run ends."""
    with reading(tools.engine) as session:
        states, told = outbox.count_states(session), health.count_told(session)
        failing = failing_destinations(session)
    waiting = states.get("pending", 0) + states.get("held", 0) + states.get("failed", 0)
    broken = sum(told.get(word, 0) for word in ("broken", "gone", "flapping"))
    return Left(
        waiting=waiting,
        dead=states.get("dead", 0),
        broken=broken,
        failing=tuple((one.name, how) for one in failing if (how := _describe_failure(one, tools))),
    )


def _describe_failure(row: DestinationRow, tools: Tools) -> str | None:
    """Since when a destination has taken nothing; None while it may be a passing trouble."""
    known = {one.name for one in tools.settings.destinations}
    since = row.failing_since
    if since is None or row.name not in known or tools.clock() - since < _PASSING:
        return None
    return f"has taken nothing since {render_time(since)}: {row.reason}"
