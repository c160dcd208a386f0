"""The steps of one poll, in order; this file decides nothing.

    claim the due feeds | fetch | parse | keep the unseen | read | join deals, decide alerts,
    fill the outbox (one transaction) | save the validators | deliver

Every failure is caught once, at the border of the one thing it concerns: a feed, an entry, a
delivery. The others go on, and the reason is kept where a person finds it.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from sqlmodel import Session

from flows.endings import Ending, end_failure, end_success, end_unchanged
from flows.fetch import fetch
from flows.fetched import NotModified, Validators
from flows.intake import ReadEntry, read_entries
from flows.keeping import Kept, keep_entries, set_aside
from flows.network import OwnNetwork, is_network_trouble
from flows.outcomes import FeedOutcome
from flows.owner import is_gone
from flows.schedule import is_full_fetch_due
from flows.settings import Settings
from flows.tools import Tools
from parsers.errors import DatabaseError, FeedError
from storage import feeds
from storage.database import RowRefusedError, transaction
from storage.feeds import ClaimedFeed, FeedSpec
from storage.polls import adopt_move

# Longer than any feed can take; a killed process on this host is noticed at once, see owner.py.
_LEASE = timedelta(minutes=10)
# No feed is begun later than this after the claim, so that none outlives its lease.
_BUDGET = timedelta(minutes=8)


# --- 1. which feeds ------------------------------------------------------------------------------


def claim_feeds(tools: Tools, *, every: bool = False) -> tuple[ClaimedFeed, ...]:
    """Bring the stored feeds in line with the configuration and take those that are due."""
    now = tools.clock()
    with transaction(tools.engine) as session:
        feeds.sync_feeds(session, feed_specs(tools.settings), now=now)
        for owner in feeds.lease_owners(session):
            if is_gone(owner):
                feeds.release_leases(session, owner)
        return feeds.claim_due(session, owner=tools.owner, now=now, lease=_LEASE, every=every)


def feed_specs(settings: Settings) -> list[FeedSpec]:
    """The feeds of a configuration as the database keeps them."""
    return [
        FeedSpec(url=one.url, name=one.name, publisher=one.publisher, tags=one.tags)
        for one in settings.feeds
    ]


def release_feeds(tools: Tools) -> None:
    """Give back what was claimed and not polled, so that the next run need not wait."""
    with transaction(tools.engine) as session:
        feeds.release_leases(session, tools.owner)


# --- 2 to 7. one feed ----------------------------------------------------------------------------


async def poll_feeds(
    tools: Tools, claimed: Sequence[ClaimedFeed], network: OwnNetwork | None = None
) -> tuple[FeedOutcome, ...]:
    """Poll feeds side by side; each has its own ending, in the order given.

    A feed waits for its host's turn before it takes a slot, so that a host with many slow feeds
    holds up nobody else's. What has not had its turn when the lease is nearly over is skipped.

    Args:
        tools: what a poll works with.
        claimed: the feeds, ours to poll.
        network: shared with the other parts of a run that is polled in parts.
    """
    hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(
        lambda: asyncio.Semaphore(tools.settings.poll.per_host)
    )
    deadline = time.monotonic() + _BUDGET.total_seconds()
    ours = network or OwnNetwork(len(claimed))

    async def one(feed: ClaimedFeed) -> FeedOutcome:
        async with hosts[urlsplit(feed.url).hostname or ""], tools.slots:
            late = time.monotonic() > deadline
            ended = _skipped(feed) if late else await _poll_feed(tools, feed)
        if isinstance(ended, _Unreached):
            # Without a slot: the others may need it before we know.
            return await _end_unreached(tools, feed, ended, own_network=await ours.is_down())
        ours.note_reached()
        return ended

    return tuple(await asyncio.gather(*(one(feed) for feed in claimed)))


def _skipped(feed: ClaimedFeed) -> FeedOutcome:
    detail = "its host's other feeds took too long; the next poll asks it first"
    return FeedOutcome(url=feed.url, outcome="skipped", detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unreached:
    """A feed that failed on the way to its server: whose fault it was, all feeds together tell."""

    error: FeedError
    ms: int


async def _poll_feed(tools: Tools, feed: ClaimedFeed) -> FeedOutcome | _Unreached:
    """Fetch, parse, read and store one feed, and write down how it went."""
    started = time.monotonic()
    try:
        try:
            ending = await _poll(tools, feed)
        except FeedError as error:
            if is_network_trouble(error.code):
                return _Unreached(error=error, ms=_ms_since(started))
            ending = end_failure(tools, feed, error)
        return await _end(tools, feed, ending, _ms_since(started))
    except DatabaseError as error:
        return _not_written(feed, error)


async def _end_unreached(
    tools: Tools, feed: ClaimedFeed, unreached: _Unreached, *, own_network: bool
) -> FeedOutcome:
    ending = end_failure(tools, feed, unreached.error, own_network=own_network)
    try:
        return await _end(tools, feed, ending, unreached.ms)
    except DatabaseError as error:
        return _not_written(feed, error)


async def _poll(tools: Tools, feed: ClaimedFeed) -> Ending:
    answer = await fetch(tools.client, feed.url, validators=_validators(feed), limits=tools.limits)
    if isinstance(answer, NotModified):
        return end_unchanged(tools, feed, None)
    if answer.body_hash == feed.body_hash:
        return end_unchanged(tools, feed, answer)
    parsed = await tools.parsers.parse(
        answer.body,
        content_type=answer.content_type,
        base_url=answer.url,
        known=feed.fingerprints,
    )
    now = tools.clock()
    read = await asyncio.to_thread(read_entries, parsed, feed=feed, reader=tools.reader, now=now)
    kept = await _keep(tools, feed, read, now)
    return end_success(tools, feed, parsed=parsed, answer=answer, kept=kept)


def _validators(feed: ClaimedFeed) -> Validators:
    """What to send along: nothing where the whole feed is wanted."""
    whole = is_full_fetch_due(
        feed.id, not_modified_in_row=feed.not_modified_in_row, moved_seen=feed.moved_seen
    )
    return Validators() if whole else Validators(etag=feed.etag, last_modified=feed.last_modified)


async def _keep(tools: Tools, feed: ClaimedFeed, read: Sequence[ReadEntry], now: datetime) -> Kept:
    """Store a feed's new entries in one transaction; if one spoils it, each in its own."""
    if not read:
        return Kept()
    keep = partial(keep_entries, feed_id=feed.id, policy=tools.policy, now=now)
    try:
        return await tools.scribe.write(partial(keep, read=read))
    except RowRefusedError:
        kept = Kept()
        for one in read:
            try:
                kept += await tools.scribe.write(partial(keep, read=[one]))
            except RowRefusedError as error:
                kept += await tools.scribe.write(partial(set_aside, one=one, reason=str(error)))
        return kept


# --- 7. how a feed ended -------------------------------------------------------------------------


async def _end(tools: Tools, feed: ClaimedFeed, ending: Ending, ms: int) -> FeedOutcome:
    """Write a poll down, last of all: a crash before this re-reads the feed, which is harmless."""

    def write(session: Session) -> FeedOutcome:
        ours = ending.record(session)
        moved = adopt_move(session, feed.id, ending.adopt) if ours and ending.adopt else None
        told = "; ".join(filter(None, (moved, ending.outcome.detail)))
        outcome = replace(ending.outcome, ms=ms, detail=told or None)
        feeds.add_poll(
            session,
            feed.id,
            polled_at=tools.clock(),
            outcome=outcome.outcome,
            error=outcome.error,
            detail=outcome.detail,
            new=outcome.new,
            ms=ms,
        )
        return outcome

    return await tools.scribe.write(write)


def _not_written(feed: ClaimedFeed, error: DatabaseError) -> FeedOutcome:
    """Nothing can be written down; the lease ends and the next poll tries again."""
    return FeedOutcome(url=feed.url, outcome="error", error="database", detail=str(error))


def _ms_since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
