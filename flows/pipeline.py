"""The steps of one poll, in order; this file decides nothing.

    claim the due feeds | fetch | parse | keep the unseen | read | join deals, decide alerts,
    fill the outbox (one transaction) | save the validators | deliver

Every failure is caught once, at the border of the one thing it concerns: a feed, an entry, a
delivery. The others go on, and the reason is kept where a person finds it.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Literal
from urllib.parse import urlsplit

from sqlmodel import Session

from flows.fetch import fetch
from flows.fetched import Fetched, NotModified, Validators
from flows.intake import ReadEntry, read_entries
from flows.keeping import Kept, keep_entries, set_aside
from flows.outcomes import FeedOutcome
from flows.owner import is_gone
from flows.schedule import next_check
from flows.settings import Settings
from flows.tools import Tools
from parsers.errors import DatabaseError, FeedError
from parsers.types import ParsedFeed
from storage import feeds
from storage.database import RowRefusedError, transaction
from storage.feeds import ClaimedFeed, FeedSpec

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


async def poll_feeds(tools: Tools, claimed: Sequence[ClaimedFeed]) -> tuple[FeedOutcome, ...]:
    """Poll feeds side by side; each has its own ending, in the order given.

    A feed waits for its host's turn before it takes a slot, so that a host with many slow feeds
    holds up nobody else's. What has not had its turn when the lease is nearly over is skipped.
    """
    slots = asyncio.Semaphore(tools.settings.poll.concurrency)
    hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(
        lambda: asyncio.Semaphore(tools.settings.poll.per_host)
    )
    deadline = time.monotonic() + _BUDGET.total_seconds()

    async def one(feed: ClaimedFeed) -> FeedOutcome:
        async with hosts[urlsplit(feed.url).hostname or ""], slots:
            if time.monotonic() > deadline:
                detail = "its host's other feeds took too long; the next poll asks it first"
                return FeedOutcome(url=feed.url, outcome="skipped", detail=detail)
            return await poll_feed(tools, feed)

    return tuple(await asyncio.gather(*(one(feed) for feed in claimed)))


async def poll_feed(tools: Tools, feed: ClaimedFeed) -> FeedOutcome:
    """Fetch, parse, read and store one feed, and write down how it went."""
    started = time.monotonic()
    try:
        try:
            return await _poll(tools, feed, started)
        except FeedError as error:
            return await _end(tools, feed, _failure(tools, feed, error), started)
    except DatabaseError as error:
        # Nothing can be written down; the lease ends and the next poll tries again.
        return FeedOutcome(url=feed.url, outcome="error", error="database", detail=str(error))


async def _poll(tools: Tools, feed: ClaimedFeed, started: float) -> FeedOutcome:
    saved = Validators(etag=feed.etag, last_modified=feed.last_modified)
    answer = await fetch(tools.client, feed.url, validators=saved, limits=tools.limits)
    if isinstance(answer, NotModified):
        return await _end(tools, feed, _unchanged(tools, feed, "not_modified"), started)
    if answer.body_hash == feed.body_hash:
        return await _end(tools, feed, _unchanged(tools, feed, "unchanged"), started)
    parsed = await tools.parsers.parse(
        answer.body,
        content_type=answer.content_type,
        base_url=answer.url,
        known=feed.fingerprints,
    )
    now = tools.clock()
    read = await asyncio.to_thread(read_entries, parsed, feed=feed, reader=tools.reader, now=now)
    kept = await _keep(tools, feed, read, now)
    return await _end(tools, feed, _success(tools, feed, parsed, answer, kept), started)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ending:
    """An outcome, and what the database has to note of it."""

    outcome: FeedOutcome
    record: Callable[[Session], object]


async def _end(tools: Tools, feed: ClaimedFeed, ending: _Ending, started: float) -> FeedOutcome:
    """Write a poll down, last of all: a crash before this re-reads the feed, which is harmless."""
    outcome = replace(ending.outcome, ms=round((time.monotonic() - started) * 1000))

    def write(session: Session) -> None:
        ending.record(session)
        feeds.add_poll(
            session,
            feed.id,
            polled_at=tools.clock(),
            outcome=outcome.outcome,
            error=outcome.error,
            detail=outcome.detail,
            new=outcome.new,
            ms=outcome.ms,
        )

    await tools.scribe.write(write)
    return outcome


def _success(
    tools: Tools, feed: ClaimedFeed, parsed: ParsedFeed, answer: Fetched, kept: Kept
) -> _Ending:
    now = tools.clock()
    next_at = next_check(now, tools.settings.poll.every, errors_in_row=0)
    return _Ending(
        outcome=FeedOutcome(
            url=feed.url,
            outcome="new" if kept.entries else "unchanged",
            detail=_remarks(parsed, kept),
            new=len(kept.entries),
            next_check_at=next_at,
            entries=kept.entries,
            deals=kept.deals,
        ),
        record=partial(
            feeds.record_success,
            feed_id=feed.id,
            owner=tools.owner,
            now=now,
            next_check_at=next_at,
            title=parsed.title,
            etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
            body_hash=answer.body_hash,
            fingerprints=parsed.fingerprints,
        ),
    )


def _remarks(parsed: ParsedFeed, kept: Kept) -> str | None:
    """What a person should know of a feed that was read: repairs, and entries left out."""
    skipped = [f"{count} left out: {reason}" for reason, count in parsed.skipped]
    aside = [f"{len(kept.set_aside)} set aside: {kept.set_aside[0]}"] if kept.set_aside else []
    repaired = [parsed.degraded] if parsed.degraded else []
    return "; ".join([*repaired, *skipped, *aside]) or None


def _unchanged(
    tools: Tools, feed: ClaimedFeed, outcome: Literal["unchanged", "not_modified"]
) -> _Ending:
    now = tools.clock()
    next_at = next_check(now, tools.settings.poll.every, errors_in_row=0)
    return _Ending(
        outcome=FeedOutcome(url=feed.url, outcome=outcome, next_check_at=next_at),
        record=partial(
            feeds.record_unchanged,
            feed_id=feed.id,
            owner=tools.owner,
            now=now,
            next_check_at=next_at,
        ),
    )


def _failure(tools: Tools, feed: ClaimedFeed, error: FeedError) -> _Ending:
    now = tools.clock()
    next_at = next_check(
        now,
        tools.settings.poll.every,
        errors_in_row=feed.errors_in_row + 1,
        retry_after_s=getattr(error, "retry_after_s", None),
    )
    return _Ending(
        outcome=FeedOutcome(
            url=feed.url,
            outcome="error",
            error=error.code,
            detail=error.detail,
            next_check_at=next_at,
        ),
        record=partial(
            feeds.record_failure,
            feed_id=feed.id,
            owner=tools.owner,
            now=now,
            next_check_at=next_at,
            code=error.code,
            detail=error.detail,
            gone=error.code == "gone",
        ),
    )
