"""One poll without Prefect: claim, poll, deliver."""

import asyncio

from flows.dispatch import deliver
from flows.outcomes import RunOutcome
from flows.pipeline import claim_feeds, count_taken, poll_feeds, release_feeds
from flows.settings import Settings
from flows.tools import open_tools


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
        return RunOutcome(feeds=feeds, deliveries=deliveries, troubles=tools.troubles, taken=taken)
