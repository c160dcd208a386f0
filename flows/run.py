"""One poll without Prefect: claim, poll, deliver, and see what is left."""

import asyncio

from flows.dispatch import deliver
from flows.outcomes import Left, RunOutcome
from flows.pipeline import claim_feeds, count_taken, poll_feeds, release_feeds
from flows.polling.tools import Tools, open_tools
from flows.settings import Settings
from storage import health, outbox
from storage.database import reading


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
    waiting = states.get("pending", 0) + states.get("held", 0) + states.get("failed", 0)
    broken = sum(told.get(word, 0) for word in ("broken", "gone", "flapping"))
    return Left(waiting=waiting, dead=states.get("dead", 0), broken=broken)
