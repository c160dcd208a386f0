"""Write down what polls brought: entries with all that follows, then how each feed fared.

One transaction for whatever feeds are ready together. A feed's validators go in with the entries
they belong to, so a crash leaves it as it was before its poll.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from flows.deciding.notices import FeedBefore, FeedEvent, PollEnd, as_told, notice_polls
from flows.outcomes import FeedNotice, FeedOutcome
from flows.polling.endings import Ending
from flows.polling.intake import ReadEntry
from flows.polling.keeping import FeedEntries, Kept, keep_apart, keep_entries
from flows.polling.tools import Tools
from storage.database import RowRefusedError, one_writer
from storage.feeds import ClaimedFeed
from storage.polls import Move, Poll, add_polls, adopt_move, record_ends
from storage.sites import note_retry_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A feed that was polled: what it brought, and how its poll ends once that is kept.

    `kept` is what is kept already; `started` is the monotonic time when the poll began.
    """

    tools: Tools
    feed: ClaimedFeed
    conclude: Callable[[Kept], Ending]
    started: float
    entries: FeedEntries | None = None
    kept: Kept = field(default_factory=Kept)


async def store_poll(polled: Polled) -> FeedOutcome:
    """Store one feed's poll, together with whatever else is ready; if an entry spoils it, in parts.

    Raises:
        DatabaseError: nothing can be written down.
    """
    try:
        return await polled.tools.scribe.write(store_polls, polled)
    except RowRefusedError:
        if polled.entries is None:
            raise
        kept = await _keep_one_by_one(polled.tools, polled.entries)
        rest = replace(polled, entries=None, kept=kept)
        return await polled.tools.scribe.write(store_polls, rest)


async def _keep_one_by_one(tools: Tools, entries: FeedEntries) -> Kept:
    """Each entry in a transaction of its own; one the database refuses is kept apart, bare."""
    kept = Kept()
    for one in entries.read:
        alone = _Alone(tools=tools, entries=entries, one=one)
        try:
            kept += await tools.scribe.write(_keep_alone, alone)
        except RowRefusedError as error:
            kept += await tools.scribe.write(_keep_alone, replace(alone, refused=str(error)))
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alone:
    """One entry of a feed's; `refused` is why the database will not have it."""

    tools: Tools
    entries: FeedEntries
    one: ReadEntry
    refused: str | None = None


def _keep_alone(session: Session, some: Sequence[_Alone]) -> list[Kept]:
    return [_keep_one(session, alone) for alone in some]


def _keep_one(session: Session, alone: _Alone) -> Kept:
    now, feed_id = alone.tools.clock(), alone.entries.feed_id
    if alone.refused is not None:
        return keep_apart(session, feed_id, alone.one, reason=alone.refused, now=now)
    only = replace(alone.entries, read=(alone.one,))
    (kept,) = keep_entries(session, [only], policy=alone.tools.policy, now=now)
    return kept


# --- many feeds ---------------------------------------------------------------------------------


def store_polls(session: Session, polled: Sequence[Polled]) -> list[FeedOutcome]:
    """Keep the entries of some feeds, note how their polls ended, and tell what is worth it."""
    tools = polled[0].tools
    now = tools.clock()
    one_writer(session)
    brought = [one.entries for one in polled if one.entries is not None]
    kept = iter(keep_entries(session, brought, policy=tools.policy, now=now))
    endings = [one.conclude(one.kept if one.entries is None else next(kept)) for one in polled]
    ours = record_ends(session, [one.end for one in endings], owner=tools.owner, now=now)
    finished = [
        _finish(session, one, ending, now) if one.feed.id in ours else _Finished(ending.outcome)
        for one, ending in zip(polled, endings, strict=True)
    ]
    events = notice_polls(
        session,
        [
            (_before(one.feed, now), done.end)
            for one, done in zip(polled, finished, strict=True)
            if done.end is not None
        ],
        destinations=tools.settings.destinations,
    )
    notices = {event.feed_id: _as_notice(event) for event in events}
    outcomes = [
        replace(
            done.outcome,
            ms=round((time.monotonic() - one.started) * 1000),
            notice=notices.get(one.feed.id),
        )
        for one, done in zip(polled, finished, strict=True)
    ]
    pairs = zip(polled, outcomes, strict=True)
    add_polls(session, [_poll(one, outcome, now) for one, outcome in pairs])
    return outcomes


@dataclass(frozen=True, slots=True)
class _Finished:
    """An outcome in full, and what of it people may want to hear, None if it does not count."""

    outcome: FeedOutcome
    end: PollEnd | None = None


def _finish(session: Session, polled: Polled, ending: Ending, now: datetime) -> _Finished:
    """Adopt a feed's new address, and let its site rest if that asked for it."""
    if ending.rest:
        note_retry_after(
            session,
            ending.rest.site,
            until=ending.rest.until,
            reason=ending.rest.reason,
            now=now,
        )
    move = adopt_move(session, polled.feed.id, ending.adopt) if ending.adopt else None
    moved = [_say_moved(move)] if move else []
    told = "; ".join(filter(None, (*moved, ending.outcome.detail)))
    outcome = replace(ending.outcome, detail=told or None)
    end = PollEnd(
        at=now,
        next_check_at=outcome.next_check_at,
        error=outcome.error,
        detail=outcome.detail,
        counts=ending.counts,
        brought_new=outcome.new > 0,
        moved_to=move.url if move else None,
        merged=move.merged if move else False,
        held=ending.held,
        deals=outcome.deals if ending.held else (),
    )
    return _Finished(outcome, end)


def _say_moved(move: Move) -> str:
    if move.merged:
        return f"moved for good to {move.url}, which is watched already; this one is removed"
    return f"moved for good to {move.url}; it is asked there from now on"


def _as_notice(event: FeedEvent) -> FeedNotice:
    return FeedNotice(
        feed_id=event.feed_id,
        kind=event.kind,
        name=event.name,
        told=event.told,
        since=event.since,
    )


def _before(feed: ClaimedFeed, now: datetime) -> FeedBefore:
    return FeedBefore(
        id=feed.id,
        url=feed.url,
        added_at=feed.added_at or now,
        name=feed.name or feed.title,
        told=as_told(feed.told),
        errors_in_row=feed.errors_in_row,
        last_success_at=feed.last_success_at,
        rhythm=timedelta(seconds=feed.rhythm_s) if feed.rhythm_s else None,
        newest_at=feed.newest_at,
        deals_brought=feed.deals_brought,
    )


def _poll(polled: Polled, outcome: FeedOutcome, now: datetime) -> Poll:
    return Poll(
        feed_id=polled.feed.id,
        polled_at=now,
        outcome=outcome.outcome,
        error=outcome.error,
        detail=outcome.detail,
        new=outcome.new,
        ms=outcome.ms,
    )
