"""The Prefect flow that polls: claim, poll in groups, deliver, and leave the run readable."""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from prefect import State, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed, Failed

from flows.commands.options import settings_of
from flows.dispatch import deliver as send_due
from flows.events import Scene, find_events
from flows.fetching.network import OwnNetwork
from flows.outcomes import (
    DeliveryOutcome,
    FeedOutcome,
    RunOutcome,
    describe_run,
    find_trouble,
)
from flows.pipeline import claim_feeds, count_taken, poll_feeds, release_feeds
from flows.polling.tools import Tools, open_tools
from flows.report import leave_tables, log_deal, log_delivery, log_feed, run_logger, tell
from flows.run import count_left
from flows.wording import render_count
from parsers.errors import GigawatchError
from storage.feeds import ClaimedFeed

# One task run a feed costs seconds of server time per thousand; eight groups cost nothing seen.
_GROUPS: Final = 8


def _run_name() -> str:
    return f"poll {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"


@flow(name="poll", flow_run_name=_run_name, persist_result=False)
async def poll(config: str | None = None, *, every: bool = False) -> State[None]:
    """Poll the due feeds of a watch.toml, then deliver.

    Args:
        config: path of the watch.toml, else $GIGAWATCH_CONFIG, else ./watch.toml. Nothing secret
            is a parameter: the UI shows them.
        every: all feeds, also those not due.
    """
    try:
        async with open_tools(settings_of(Path(config) if config else None)) as tools:
            run = await _poll(tools, every=every)
            events = find_events(run, scene_of(tools))
    except GigawatchError as error:
        # Returned, not raised: the sentence is what a person needs, a traceback is not.
        return Failed(message=str(error))
    await asyncio.gather(leave_tables(run), tell(events))
    return conclude(run)


async def _poll(tools: Tools, *, every: bool) -> RunOutcome:
    claimed = await asyncio.to_thread(claim_feeds, tools, every=every)
    taken = await asyncio.to_thread(count_taken, tools, claimed)
    network = OwnNetwork(len(claimed))
    try:
        groups = await asyncio.gather(
            *(fetch_group(tools, name, feeds, network) for name, feeds in group_feeds(claimed))
        )
    finally:
        await asyncio.to_thread(release_feeds, tools)
    feeds = tuple(feed for group in groups for feed in group)
    deliveries = await send(tools)
    left = await asyncio.to_thread(count_left, tools)
    return RunOutcome(
        feeds=feeds, deliveries=deliveries, troubles=tools.troubles, taken=taken, left=left
    )


@task(task_run_name="fetch {group}", cache_policy=NO_CACHE, persist_result=False)
async def fetch_group(
    tools: Tools, group: str, feeds: Sequence[ClaimedFeed], network: OwnNetwork
) -> tuple[FeedOutcome, ...]:
    """Poll some feeds, those of one host together; a log line for each feed and each deal."""
    del group  # only its name, for the UI
    outcomes = await poll_feeds(tools, feeds, network, listing=False)
    logger = run_logger()
    for feed in outcomes:
        log_feed(logger, feed)
        for deal in feed.deals:
            log_deal(logger, deal)
    return outcomes


@task(task_run_name="deliver", cache_policy=NO_CACHE, persist_result=False)
async def send(tools: Tools) -> tuple[DeliveryOutcome, ...]:
    """Send what is due, a log line each."""
    deliveries = await send_due(tools)
    logger = run_logger()
    for one in deliveries:
        log_delivery(logger, one)
    return deliveries


def scene_of(tools: Tools) -> Scene:
    """Where and when a run takes place."""
    return Scene(watch=str(tools.settings.path), policy=tools.policy, now=tools.clock())


def group_feeds(feeds: Sequence[ClaimedFeed]) -> list[tuple[str, tuple[ClaimedFeed, ...]]]:
    """At most eight groups; a host's feeds are always together, so that its turns are kept."""
    groups: defaultdict[int, list[ClaimedFeed]] = defaultdict(list)
    for feed in feeds:
        host = urlsplit(feed.url).hostname or ""
        groups[hashlib.sha256(host.encode()).digest()[0] % _GROUPS].append(feed)
    return [
        (f"group {number + 1} ({render_count(len(groups[number]), 'feed')})", tuple(groups[number]))
        for number in sorted(groups)
    ]


def conclude(run: RunOutcome) -> State[None]:
    """A failed feed does not fail the run; the state's message says when a person is needed.

    States keep their standard names: the UI's default filters hide others.
    """
    first, *others = find_trouble(run) or [""]
    summary = describe_run(run)
    more = f", and {len(others)} more" if others else ""
    return Completed(message=f"needs a person: {first}{more} ({summary})" if first else summary)
