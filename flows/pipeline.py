"""The steps of one poll, in order; this file decides nothing.

    claim the due feeds | fetch | parse and read what is new, in a child | read thin entries' pages
    | keep the unseen, join deals, decide alerts, fill the outbox, save the validators (one
    transaction) | deliver

Every failure is caught once, at the border of the one thing it concerns: a feed, an entry, a
delivery. The others go on, and the reason is kept where a person finds it.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from flows.fetching.client import open_gaps
from flows.fetching.fetch import fetch
from flows.fetching.fetched import Fetched, NotModified, Validators
from flows.fetching.network import OwnNetwork, is_network_trouble
from flows.fetching.sites import find_gap_ends, site_of
from flows.fetching.turns import Gaps
from flows.outcomes import FeedOutcome
from flows.polling.doubts import settle_doubts
from flows.polling.endings import end_failure, end_success, end_unchanged
from flows.polling.intake import Document, ReadFeed, read_document
from flows.polling.keeping import FeedEntries
from flows.polling.owner import is_gone
from flows.polling.paging import read_pages
from flows.polling.schedule import is_full_fetch_due, longest_wait
from flows.polling.storing import Polled, store_poll
from flows.polling.tools import Tools
from flows.settings import Settings
from parsers.errors import DatabaseError, FeedError
from storage import feeds
from storage.database import one_writer, reading, transaction
from storage.feeds import ClaimedFeed, FeedSpec
from storage.sites import sites_at_rest

# Longer than any feed can take; a killed process on this host is noticed at once, see owner.py.
_LEASE = timedelta(minutes=10)
# No feed is begun later than this after the claim, so that none outlives its lease.
_BUDGET = timedelta(minutes=8)


# --- 1. which feeds ------------------------------------------------------------------------------


def claim_feeds(tools: Tools, *, every: bool = False) -> tuple[ClaimedFeed, ...]:
    """Bring the stored feeds in line with the configuration and take those that are due."""
    now = tools.clock()
    with transaction(tools.engine) as session:
        # Two workers that start together would both add the same feeds.
        one_writer(session)
        feeds.sync_feeds(session, feed_specs(tools.settings), now=now)
        feeds.name_sites(session, site_of)
        for owner in feeds.lease_owners(session):
            if is_gone(owner):
                feeds.release_leases(session, owner)
    with transaction(tools.engine) as session:
        for site in sites_at_rest(session, now):
            tools.client.resting.rest(site.name, site.ask_after or now)
        return feeds.claim_due(
            session,
            owner=tools.owner,
            now=now,
            lease=_LEASE,
            every=every,
            longest=longest_wait(tools.settings.poll),
        )


def count_taken(tools: Tools, claimed: Sequence[ClaimedFeed]) -> int:
    """How many feeds other runs are busy with, just after ours were claimed."""
    with reading(tools.engine) as session:
        return feeds.count_leased(session, now=tools.clock()) - len(claimed)


def feed_specs(settings: Settings) -> list[FeedSpec]:
    """The feeds of a configuration as the database keeps them."""
    return [
        FeedSpec(
            url=one.url,
            name=one.name,
            publisher=one.publisher,
            tags=one.tags,
            full_text=one.full_text,
        )
        for one in settings.feeds
    ]


def release_feeds(tools: Tools) -> None:
    """Give back the sites, and the feeds not polled, so that the next run need not wait.

    Sites are kept to the end of a run: what is due at them was claimed together, and one more
    write for each site would free little that another worker could use.
    """
    ask_after = find_gap_ends(tools.client.turns.gaps.left(), tools.clock())
    with transaction(tools.engine) as session:
        one_writer(session)
        feeds.release_leases(session, tools.owner, ask_after=ask_after)


# --- 2 to 7. one feed ----------------------------------------------------------------------------


async def poll_feeds(
    tools: Tools,
    claimed: Sequence[ClaimedFeed],
    network: OwnNetwork | None = None,
    *,
    listing: bool = True,
) -> tuple[FeedOutcome, ...]:
    """Poll feeds side by side; each has its own ending, in the order given.

    A feed waits for its host's turn before it takes a slot, so that a host with many slow feeds
    holds up nobody else's. What has not had its turn when the lease is nearly over is skipped, and
    so is what belongs to a site that asked for rest meanwhile.

    Args:
        tools: what a poll works with.
        claimed: the feeds, ours to poll.
        network: shared with the other parts of a run that is polled in parts.
        listing: whether the outcomes list the entries they count: those of ten thousand new feeds
            take as much memory as all the rest of a run.
    """
    queue = _Queue(
        tools=tools,
        hosts=defaultdict(lambda: asyncio.Semaphore(tools.settings.poll.per_host)),
        gaps=open_gaps(tools.client.guard, tools.limits),
        deadline=time.monotonic() + _BUDGET.total_seconds(),
        network=network or OwnNetwork(len(claimed)),
        listing=listing,
    )
    return tuple(await asyncio.gather(*(_poll_in_turn(queue, feed) for feed in claimed)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Queue:
    """What feeds polled side by side share: places at each host, and the time to begin by."""

    tools: Tools
    hosts: defaultdict[str, asyncio.Semaphore]
    gaps: Gaps
    deadline: float
    network: OwnNetwork
    listing: bool


async def _poll_in_turn(queue: _Queue, feed: ClaimedFeed) -> FeedOutcome:
    tools = queue.tools
    async with AsyncExitStack() as read:
        ended = await _wait_and_poll(queue, feed, read)
        if isinstance(ended, Polled):
            queue.network.note_reached()
            outcome = await _store(ended)
            return outcome if queue.listing else replace(outcome, entries=())
    # Holding nothing: the others may need it before we know.
    if isinstance(ended, _Unreached):
        down = await queue.network.is_down()
        return await _end_unreached(tools, feed, ended, own_network=down)
    queue.network.note_skipped()
    return ended


async def _wait_and_poll(
    queue: _Queue, feed: ClaimedFeed, read: AsyncExitStack
) -> "Polled | _Unreached | FeedOutcome":
    """Poll a feed when it is its turn; `read` then holds its place among those not yet stored."""
    tools = queue.tools
    host = urlsplit(feed.url).hostname or ""
    async with queue.hosts[host]:
        if not _left_alone(tools, feed, queue.deadline):
            # The fetch keeps the gap too, but would wait for it with a slot in its hand.
            await queue.gaps.wait(host)
        await read.enter_async_context(tools.unstored)
        async with tools.slots:
            return _left_alone(tools, feed, queue.deadline) or await _poll_feed(tools, feed)


def _left_alone(tools: Tools, feed: ClaimedFeed, deadline: float) -> FeedOutcome | None:
    if time.monotonic() > deadline:
        return _skipped(feed)
    return _resting(feed) if tools.client.resting.is_resting(site_of(feed.url)) else None


def _resting(feed: ClaimedFeed) -> FeedOutcome:
    detail = "its site asked to be left alone for a while; it stays due and is asked after that"
    return FeedOutcome(url=feed.url, outcome="skipped", detail=detail)


def _skipped(feed: ClaimedFeed) -> FeedOutcome:
    detail = "its host's other feeds took too long; the next poll asks it first"
    return FeedOutcome(url=feed.url, outcome="skipped", detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unreached:
    """A feed that failed on the way to its server: whose fault it was, all feeds together tell."""

    error: FeedError
    started: float


async def _poll_feed(tools: Tools, feed: ClaimedFeed) -> Polled | _Unreached | FeedOutcome:
    """Fetch, parse and read one feed; how that went is to be stored, unless its site rests."""
    started = time.monotonic()
    try:
        return await _poll(tools, feed, started)
    except FeedError as error:
        if is_network_trouble(error.code):
            return _Unreached(error=_alone(error), started=started)
        if error.code == "site_resting":
            return _resting(feed)
        return _failed(tools, feed, error, started)
    except Exception as error:  # noqa: BLE001 - a bug met by one feed is not to end the others
        return _failed(tools, feed, _crash(error), started)


def _alone(error: FeedError) -> FeedError:
    """An error without what it came from, which holds on to all that its fetch had at hand.

    While this machine is offline, the errors of all feeds wait for each other.
    """
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


async def _end_unreached(
    tools: Tools, feed: ClaimedFeed, unreached: _Unreached, *, own_network: bool
) -> FeedOutcome:
    error, started = unreached.error, unreached.started
    return await _store(_failed(tools, feed, error, started, own_network=own_network))


async def _poll(tools: Tools, feed: ClaimedFeed, started: float) -> Polled:
    answer = await fetch(tools.client, feed.url, validators=_validators(feed), limits=tools.limits)
    if isinstance(answer, NotModified) or answer.body_hash == feed.body_hash:
        body = answer if isinstance(answer, Fetched) else None
        ending = end_unchanged(tools, feed, body)
        return Polled(tools=tools, feed=feed, conclude=lambda _: ending, started=started)
    read = await tools.parsers.run(read_document, _document(feed, answer))
    read = await settle_doubts(tools, feed, await read_pages(tools, feed, read))
    return Polled(
        tools=tools,
        feed=feed,
        entries=_entries(feed, read, tools.clock()),
        conclude=lambda kept: end_success(tools, feed, read=read, answer=answer, kept=kept),
        started=started,
    )


def _failed(
    tools: Tools,
    feed: ClaimedFeed,
    error: FeedError,
    started: float,
    *,
    own_network: bool = False,
) -> Polled:
    ending = end_failure(tools, feed, error, own_network=own_network)
    if ending.rest:
        # Known here at once: the site's other feeds in this run are not asked any more.
        tools.client.resting.rest(ending.rest.site, ending.rest.until)
    return Polled(tools=tools, feed=feed, conclude=lambda _: ending, started=started)


async def _store(polled: Polled) -> FeedOutcome:
    """Where nothing can be written down the lease ends, and the next poll tries again."""
    feed = polled.feed
    try:
        try:
            return await store_poll(polled)
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            return await store_poll(_failed(polled.tools, feed, _crash(error), polled.started))
    except DatabaseError as error:
        return FeedOutcome(url=feed.url, outcome="error", error="database", detail=str(error))


def _crash(error: Exception) -> FeedError:
    told = f"polling it failed ({type(error).__name__}: {error}); please report it"
    return FeedError("poll_crashed", told)


def _validators(feed: ClaimedFeed) -> Validators:
    """What to send along: nothing where the whole feed is wanted."""
    whole = is_full_fetch_due(
        feed.id, not_modified_in_row=feed.not_modified_in_row, moved_seen=feed.moved_seen
    )
    return Validators() if whole else Validators(etag=feed.etag, last_modified=feed.last_modified)


def _document(feed: ClaimedFeed, answer: Fetched) -> Document:
    return Document(
        body=answer.body,
        content_type=answer.content_type,
        url=answer.url,
        known=feed.fingerprints,
        name=feed.name,
        publisher=feed.publisher,
    )


def _entries(feed: ClaimedFeed, read: ReadFeed, now: datetime) -> FeedEntries:
    return FeedEntries(
        feed_id=feed.id,
        url=feed.url,
        read=read.entries,
        items=read.items,
        expected=_expected(feed, now),
    )


def _expected(feed: ClaimedFeed, now: datetime) -> float | None:
    """How many entries a feed may well have brought since its last success, by its rhythm.

    None for a feed in which nothing was ever seen: all it has is news.
    """
    if feed.last_success_at is None or not (feed.newest_at or feed.fingerprints):
        return None
    return (now - feed.last_success_at).total_seconds() / feed.rhythm_s if feed.rhythm_s else 0
