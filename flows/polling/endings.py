"""Decide how a feed's poll ended: what to tell, what to note, and when to ask again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from flows.deciding.notices import THROTTLED
from flows.fetching.fetched import Fetched
from flows.fetching.http_trouble import HttpStatusError
from flows.fetching.sites import Rest, decide_rest
from flows.outcomes import FeedOutcome
from flows.polling.intake import ReadFeed
from flows.polling.keeping import Kept
from flows.polling.schedule import (
    decide_interval,
    find_hint,
    find_rhythm,
    keep_interval,
    next_check,
)
from flows.polling.tools import Tools
from parsers.errors import FeedError
from parsers.types import ParsedFeed
from storage.feeds import SIGHTINGS, ClaimedFeed
from storage.polls import End, Failure, Plan, Success, Unchanged

# Where the server is well and the feed too, and it is we who asked too often.
_THROTTLED_WAITS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An outcome, what the database has to note of it, and the address the feed moved to.

    `counts` is False for what is no fault of the feed's; `held` counts the entries of a flood;
    `rest` is the site that asked to be left alone.
    """

    outcome: FeedOutcome
    end: End
    adopt: str | None = None
    counts: bool = True
    held: int = 0
    rest: Rest | None = None


def end_success(
    tools: Tools, feed: ClaimedFeed, *, read: ReadFeed, answer: Fetched, kept: Kept
) -> Ending:
    """The feed was read: its entries and its own words decide when it is asked again."""
    now, poll = tools.clock(), tools.settings.poll
    parsed = read.feed
    rhythm = find_rhythm(_dates(read), newest_at=feed.newest_at, now=now)
    interval = decide_interval(
        poll.every,
        poll.max_every,
        rhythm=rhythm,
        now=now,
        hint=find_hint(answer.cache, feed_hint_s=parsed.hint_s, now=now),
        hot=_is_hot(tools, feed) or bool(kept.deals),
    )
    plan = _plan(feed, interval, answer, now)
    return Ending(
        outcome=FeedOutcome(
            url=feed.url,
            outcome="new" if kept.entries else "unchanged",
            detail=_remarks(parsed, kept),
            new=len(kept.entries),
            next_check_at=plan.next_check_at,
            entries=kept.entries,
            deals=kept.deals,
        ),
        end=Success(
            feed_id=feed.id,
            plan=plan,
            title=parsed.title,
            etag=answer.validators.etag,
            last_modified=answer.validators.last_modified,
            body_hash=answer.body_hash,
            fingerprints=parsed.fingerprints,
            newest_at=rhythm.newest_at,
            rhythm_s=round(rhythm.gap.total_seconds()) if rhythm.gap else None,
            deals=len(kept.deals),
        ),
        adopt=_adopted(plan),
        held=len(kept.entries) if kept.held else 0,
    )


def _is_hot(tools: Tools, feed: ClaimedFeed) -> bool:
    """Whether a feed brought a deal before, or is a tracked company's own."""
    return feed.deals_brought > 0 or feed.publisher in (tools.policy.tracked or ())


def _dates(read: ReadFeed) -> Iterable[datetime | None]:
    return (one.entry.published_at for one in read.entries)


def _remarks(parsed: ParsedFeed, kept: Kept) -> str | None:
    """What a person should know of a feed that was read: repairs, and entries left out."""
    skipped = [f"{count} left out: {reason}" for reason, count in parsed.skipped]
    aside = [f"{len(kept.set_aside)} set aside: {kept.set_aside[0]}"] if kept.set_aside else []
    repaired = [parsed.degraded] if parsed.degraded else []
    edited = [f"{kept.edited} edited"] if kept.edited else []
    held = [f"{len(kept.entries)} new at once: held back, told in one message"] if kept.held else []
    return "; ".join([*repaired, *held, *edited, *skipped, *aside]) or None


def end_unchanged(tools: Tools, feed: ClaimedFeed, answer: Fetched | None) -> Ending:
    """There is nothing new; without an answer's body, because the server said so."""
    now, poll = tools.clock(), tools.settings.poll
    interval = keep_interval(
        timedelta(seconds=feed.interval_s) if feed.interval_s else None,
        poll.every,
        poll.max_every,
        newest_at=feed.newest_at,
        now=now,
        hot=_is_hot(tools, feed),
    )
    plan = _plan(feed, interval, answer, now)
    outcome: Literal["unchanged", "not_modified"] = "unchanged" if answer else "not_modified"
    return Ending(
        outcome=FeedOutcome(url=feed.url, outcome=outcome, next_check_at=plan.next_check_at),
        end=Unchanged(feed_id=feed.id, plan=plan),
        adopt=_adopted(plan),
    )


def _plan(feed: ClaimedFeed, interval: timedelta, answer: Fetched | None, now: datetime) -> Plan:
    """How a healthy feed goes on: an answer with a body also tells whether it moved."""
    next_at = next_check(now, interval, errors_in_row=0)
    interval_s = round(interval.total_seconds())
    if answer is None:
        return Plan(
            next_check_at=next_at,
            interval_s=interval_s,
            not_modified_in_row=feed.not_modified_in_row + 1,
            moved_to=feed.moved_to,
            moved_seen=feed.moved_seen,
        )
    moved_to = answer.permanent_url if answer.permanent_url != feed.url else None
    seen_before = feed.moved_seen if moved_to == feed.moved_to else 0
    return Plan(
        next_check_at=next_at,
        interval_s=interval_s,
        moved_to=moved_to,
        moved_seen=min(seen_before + 1, SIGHTINGS) if moved_to else 0,
    )


def _adopted(plan: Plan) -> str | None:
    """The new address, once it was seen often enough."""
    return plan.moved_to if plan.moved_seen >= SIGHTINGS else None


def end_failure(
    tools: Tools, feed: ClaimedFeed, error: FeedError, *, own_network: bool = False
) -> Ending:
    """The feed could not be had or read; what is our own doing does not count against it."""
    now, every = tools.clock(), tools.settings.poll.every
    throttled = error.code in THROTTLED
    counts = not (own_network or throttled)
    answer = error if isinstance(error, HttpStatusError) else None
    retry_after_s = answer.retry_after_s if answer else None
    next_at = next_check(
        now,
        _wait_when_throttled(feed, every) if throttled else every,
        errors_in_row=feed.errors_in_row + 1 if counts else 0,
        retry_after_s=retry_after_s,
    )
    return Ending(
        outcome=FeedOutcome(
            url=feed.url,
            outcome="error",
            error=error.code,
            detail=error.detail,
            next_check_at=next_at,
        ),
        end=Failure(
            feed_id=feed.id,
            next_check_at=next_at,
            code=error.code,
            detail=error.detail,
            gone=error.code == "gone",
            counts=counts,
        ),
        counts=counts,
        rest=decide_rest(answer.url, code=error.code, retry_after_s=retry_after_s, now=now)
        if answer
        else None,
    )


def _wait_when_throttled(feed: ClaimedFeed, every: timedelta) -> timedelta:
    """Longer than before, also where the server does not say how long."""
    return max(every * _THROTTLED_WAITS, timedelta(seconds=feed.interval_s or 0))
