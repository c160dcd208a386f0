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
from typing import Literal
from urllib.parse import urlsplit

from sqlmodel import Session

from flows.alerting import Alert, DealChange, decide_alert, describe_change, find_destinations
from flows.fetch import fetch
from flows.fetched import Fetched, NotModified, Validators
from flows.intake import ReadEntry, read_entries
from flows.outcomes import DealOutcome, EntryOutcome, FeedOutcome
from flows.owner import is_gone
from flows.schedule import next_check
from flows.settings import Settings
from flows.tools import Tools
from parsers.deals import assemble
from parsers.errors import DatabaseError, FeedError
from parsers.grouping import FOLLOW_UP, find_deal, name_deal
from parsers.types import Evidence, ParsedFeed
from storage import deals, entries, feeds, outbox
from storage.codec import from_json, to_json
from storage.database import RowRefusedError, reading, transaction
from storage.feeds import ClaimedFeed, FeedSpec

# Longer than any feed can take; a killed process on this host is noticed at once, see owner.py.
_LEASE = timedelta(minutes=10)
# No feed is begun later than this after the claim, so that none outlives its lease.
_BUDGET = timedelta(minutes=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of one feed's entries in the database; `set_aside` has a reason each."""

    entries: tuple[EntryOutcome, ...] = ()
    changes: tuple[DealChange, ...] = ()
    set_aside: tuple[str, ...] = ()


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
        outcome = await _poll_or_fail(tools, feed)
        outcome = replace(outcome, ms=_ms_since(started))
        await asyncio.to_thread(_add_poll, tools, feed, outcome)
    except DatabaseError as error:
        # Nothing can be written down; the lease ends and the next poll tries again.
        return FeedOutcome(
            url=feed.url,
            outcome="error",
            error="database",
            detail=str(error),
            ms=_ms_since(started),
        )
    return outcome


def _ms_since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


async def _poll_or_fail(tools: Tools, feed: ClaimedFeed) -> FeedOutcome:
    try:
        return await _poll(tools, feed)
    except FeedError as error:
        return await asyncio.to_thread(_record_failure, tools, feed, error)


async def _poll(tools: Tools, feed: ClaimedFeed) -> FeedOutcome:
    saved = Validators(etag=feed.etag, last_modified=feed.last_modified)
    answer = await fetch(tools.client, feed.url, validators=saved, limits=tools.limits)
    if isinstance(answer, NotModified):
        return await asyncio.to_thread(_record_unchanged, tools, feed, "not_modified")
    if answer.body_hash == feed.body_hash:
        return await asyncio.to_thread(_record_unchanged, tools, feed, "unchanged")
    parsed = await tools.parsers.parse(
        answer.body, content_type=answer.content_type, base_url=answer.url
    )
    return await asyncio.to_thread(_keep, tools, feed, parsed, answer)


def _keep(tools: Tools, feed: ClaimedFeed, parsed: ParsedFeed, answer: Fetched) -> FeedOutcome:
    """Steps 4 to 7: the entries first, the validators last, so that a crash re-reads the feed."""
    now = tools.clock()
    read = read_entries(parsed, feed=feed, reader=tools.reader, now=now)
    with reading(tools.engine) as session:
        fresh = entries.unseen(session, feed.id, [one.new for one in read])
    kept = keep_entries(tools, [one for one in read if one.new.key in fresh], now=now)
    next_at = next_check(now, tools.settings.poll.every, errors_in_row=0)
    with transaction(tools.engine) as session:
        known = entries.known_elsewhere(session, [one.new for one in read])
        entries.note_seen(session, known, feed.id)
        feeds.record_success(
            session,
            feed.id,
            owner=tools.owner,
            now=now,
            next_check_at=next_at,
            title=parsed.title,
            etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
            body_hash=answer.body_hash,
        )
    return FeedOutcome(
        url=feed.url,
        outcome="new" if kept.entries else "unchanged",
        detail=_remarks(parsed, kept),
        new=len(kept.entries),
        next_check_at=next_at,
        entries=kept.entries,
        deals=tuple(_deal_outcome(change) for change in kept.changes),
    )


def _remarks(parsed: ParsedFeed, kept: Kept) -> str | None:
    """What a person should know of a feed that was read: repairs, and entries left out."""
    skipped = [f"{count} left out: {reason}" for reason, count in parsed.skipped]
    aside = [f"{len(kept.set_aside)} set aside: {kept.set_aside[0]}"] if kept.set_aside else []
    repaired = [parsed.degraded] if parsed.degraded else []
    return "; ".join([*repaired, *skipped, *aside]) or None


# --- 6. entries, deals, alerts: all or nothing ---------------------------------------------------


def keep_entries(tools: Tools, read: Sequence[ReadEntry], *, now: datetime) -> Kept:
    """Store a feed's new entries in one transaction; if one spoils it, each in its own.

    Raises:
        DatabaseError: the database itself is in trouble; nothing of this feed is stored.
    """
    if not read:
        return Kept()
    try:
        with transaction(tools.engine) as session:
            return _keep_all(session, tools, read, now=now)
    except RowRefusedError:
        return _keep_singly(tools, read, now=now)


def _keep_singly(tools: Tools, read: Sequence[ReadEntry], *, now: datetime) -> Kept:
    kept = Kept()
    for one in read:
        try:
            with transaction(tools.engine) as session:
                more = _keep_all(session, tools, [one], now=now)
        except RowRefusedError as error:
            with transaction(tools.engine) as session:
                entries.set_aside(session, one.new, reason=str(error))
            more = Kept(set_aside=(str(error),))
        kept = Kept(
            entries=kept.entries + more.entries,
            changes=kept.changes + more.changes,
            set_aside=kept.set_aside + more.set_aside,
        )
    return kept


def _keep_all(session: Session, tools: Tools, read: Sequence[ReadEntry], *, now: datetime) -> Kept:
    """Add entries, join each to its deal or open one, decide the alerts, fill the outbox."""
    stored, ids = [], dict[str, int]()
    changes: dict[str, DealChange] = {}
    for one in read:
        parent = ids.get(one.parent_key) if one.parent_key else None
        entry_id = entries.add_entry(session, replace(one.new, parent_id=parent))
        if entry_id is None:
            continue
        ids[one.new.key] = entry_id
        stored.append(_entry_outcome(entry_id, one))
        if one.reading.is_compute_deal:
            change = _join(session, _evidence(entry_id, one), now=now)
            first = changes.get(change.deal_id, change)
            changes[change.deal_id] = replace(change, before=first.before)
    for change in changes.values():
        _put_alert(session, tools, change, now=now)
    return Kept(entries=tuple(stored), changes=tuple(changes.values()))


def _join(session: Session, evidence: Evidence, *, now: datetime) -> DealChange:
    sides = {party.company for party in evidence.reading.parties}
    since = (evidence.published_at or evidence.seen_at) - FOLLOW_UP
    known = deals.candidates(session, sorted(sides), since=since)
    index = find_deal(evidence, [one.deal for one in known])
    if index is None:
        deal = assemble([evidence])
        deal_id = deals.open_deal(
            session, deal, slug=name_deal(deal), entry_id=evidence.entry_id, now=now
        )
        return DealChange(deal_id=deal_id, before=None, after=deal)
    deal_id = known[index].id
    deals.join_deal(session, deal_id, evidence.entry_id)
    deal = assemble(deals.evidence(session, deal_id))
    deals.save_deal(session, deal_id, deal)
    return DealChange(deal_id=deal_id, before=known[index].deal, after=deal)


def _put_alert(session: Session, tools: Tools, change: DealChange, *, now: datetime) -> None:
    """Put what a change is worth into the outbox.

    An alert of this deal that nobody has seen yet is brought up to date instead: one message.
    """
    unsent = outbox.unsent_alert(session, change.deal_id)
    number = outbox.count_alerts(session, change.deal_id) + (0 if unsent else 1)
    if unsent is not None and unsent.payload.get("change") == "new":
        change = replace(change, before=None)
    alert = decide_alert(change, tools.policy, number=number, now=now)
    if alert is None:
        return
    destinations = find_destinations(alert.deal, tools.policy)
    if unsent is None:
        outbox.add_alert(
            session,
            deal_id=alert.deal_id,
            key=alert.key,
            payload=to_json(alert),
            destinations=destinations,
            now=now,
        )
        return
    # What the unsent alert had to tell is still news.
    told = from_json(Alert, unsent.payload).news
    alert = replace(alert, news=tuple(dict.fromkeys((*told, *alert.news))))
    alert_id = unsent.id or 0
    outbox.replace_payload(session, alert_id, to_json(alert))
    outbox.add_deliveries(session, alert_id, key=alert.key, destinations=destinations, now=now)


# --- endings -------------------------------------------------------------------------------------


def _record_unchanged(
    tools: Tools, feed: ClaimedFeed, outcome: Literal["unchanged", "not_modified"]
) -> FeedOutcome:
    now = tools.clock()
    next_at = next_check(now, tools.settings.poll.every, errors_in_row=0)
    with transaction(tools.engine) as session:
        feeds.record_unchanged(session, feed.id, owner=tools.owner, now=now, next_check_at=next_at)
    return FeedOutcome(url=feed.url, outcome=outcome, next_check_at=next_at)


def _record_failure(tools: Tools, feed: ClaimedFeed, error: FeedError) -> FeedOutcome:
    now = tools.clock()
    next_at = next_check(
        now,
        tools.settings.poll.every,
        errors_in_row=feed.errors_in_row + 1,
        retry_after_s=getattr(error, "retry_after_s", None),
    )
    with transaction(tools.engine) as session:
        feeds.record_failure(
            session,
            feed.id,
            owner=tools.owner,
            now=now,
            next_check_at=next_at,
            code=error.code,
            detail=error.detail,
            gone=error.code == "gone",
        )
    return FeedOutcome(
        url=feed.url,
        outcome="error",
        error=error.code,
        detail=error.detail,
        next_check_at=next_at,
    )


def _add_poll(tools: Tools, feed: ClaimedFeed, outcome: FeedOutcome) -> None:
    with transaction(tools.engine) as session:
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


def _evidence(entry_id: int, one: ReadEntry) -> Evidence:
    return Evidence(
        entry_id=entry_id,
        title=one.new.title,
        reading=one.reading,
        seen_at=one.new.seen_at,
        publisher=one.new.publisher,
        url=one.new.url,
        published_at=one.new.published_at,
    )


def _entry_outcome(entry_id: int, one: ReadEntry) -> EntryOutcome:
    return EntryOutcome(
        id=entry_id,
        feed=one.feed_url,
        url=one.new.url,
        title=one.new.title,
        publisher=one.new.publisher,
        published_at=one.new.published_at,
        companies=one.reading.companies,
        is_compute_deal=one.reading.is_compute_deal,
    )


def _deal_outcome(change: DealChange) -> DealOutcome:
    return DealOutcome(id=change.deal_id, change=describe_change(change), deal=change.after)
