"""Decide when a feed is asked again."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Final

from flows.fetching.fetched import CacheHints
from flows.settings import PollSettings
from storage.feeds import SIGHTINGS

_LONGEST_BACKOFF: Final = timedelta(hours=24)
# A tenth more or less, so that feeds added together do not stay together.
_JITTER: Final = 0.1
# A feed with an entry a day is asked every hour: what it has new is late by 4 % of its rhythm.
_LOOKS_PER_ENTRY: Final = 24
# A hint may slow a feed down to a quarter of the pace its entries ask for, and no further: many
# programs write "weekly" into every feed they make.
_HINT_MAY_SLOW: Final = 4
_HOT_FEED_MAY_WAIT: Final = 4
# Servers name times beyond what a clock can hold.
_LONGEST_HINT_S: Final = 365 * 86_400
# About one poll in fifty asks for the whole feed; not all feeds in the same one.
_FULL_FETCH_AFTER: Final = 45
_FULL_FETCH_SPREAD: Final = 10


def next_check(
    now: datetime,
    every: timedelta,
    *,
    errors_in_row: int,
    retry_after_s: float | None = None,
    spread: float | None = None,
) -> datetime:
    """The next time: the interval, doubled for each error in a row up to a day, a little spread.

    A feed is never given up, and a server that names a time is not asked before it (within a day).

    Args:
        now: the time.
        every: the interval of this feed while it is healthy.
        errors_in_row: failures up to and with this poll.
        retry_after_s: seconds the server asked us to stay away.
        spread: -1 to 1, where in the jitter this feed falls; drawn at random by default.
    """
    backoff = every * (1 << min(max(errors_in_row - 1, 0), 10)) if errors_in_row else every
    backoff = min(backoff, max(_LONGEST_BACKOFF, every))
    asked = timedelta(seconds=min(retry_after_s or 0, _LONGEST_BACKOFF.total_seconds()))
    # Healthy feeds are due a little early rather than late: a schedule of the same length finds
    # them all. So are those that failed for long: a day is a day at most.
    drawn = random.uniform(-1, 1) if spread is None else spread
    early = not errors_in_row or backoff >= _LONGEST_BACKOFF
    jitter = -abs(drawn) if early else drawn
    return now + max(backoff * (1 + _JITTER * jitter), asked)


def longest_wait(poll: PollSettings) -> timedelta:
    """No next check is ever set further ahead than this."""
    throttled = max(poll.every * 2, poll.max_every, _LONGEST_BACKOFF)
    return throttled * (1 + _JITTER)


# --- a feed's own interval ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How a feed brings entries: the usual gap between two, and the time of the newest.

    None where nothing is known: feeds without dates have no rhythm.
    """

    gap: timedelta | None = None
    newest_at: datetime | None = None


def find_rhythm(
    dates: Iterable[datetime | None], *, newest_at: datetime | None, now: datetime
) -> Rhythm:
    """Read the rhythm from the dates of entries that are new to us.

    An entry older than the newest we knew was edited and says nothing; the median of the gaps does
    not mind an old entry pinned to the top.

    Args:
        dates: when the new entries were published; what lies ahead of now is no rhythm.
        newest_at: the newest entry known before them.
        now: the time.
    """
    past = {date for date in dates if date and date <= now}
    later = {date for date in past if newest_at is None or date > newest_at}
    moments = sorted(later | {newest_at} if newest_at else later)
    if not moments:
        return Rhythm()
    gaps = sorted(after - before for before, after in pairwise(moments))
    return Rhythm(gap=gaps[len(gaps) // 2] if gaps else None, newest_at=moments[-1])


def find_hint(cache: CacheHints, *, feed_hint_s: int | None, now: datetime) -> timedelta | None:
    """How long feed and server ask us to wait, the longer of the two; None if neither does."""
    named = [feed_hint_s or 0, _cache_s(cache, now)]
    seconds = min(max(named), _LONGEST_HINT_S)
    return timedelta(seconds=seconds) if seconds > 0 else None


def _cache_s(cache: CacheHints, now: datetime) -> float:
    """RFC 9111, 4.2.1: max-age counts alone where it is given; 0 for a time that is past."""
    if cache.max_age is not None:
        return float(cache.max_age)
    try:
        expires = parsedate_to_datetime(cache.expires or "")
    except (ValueError, TypeError, OverflowError):  # "0" and "-1" are common, and mean: at once
        return 0.0
    if expires.tzinfo is None:  # written as -0000
        expires = expires.replace(tzinfo=UTC)
    return (expires - now).total_seconds()


def decide_interval(  # noqa: PLR0913 - all by name
    every: timedelta,
    cap: timedelta,
    *,
    rhythm: Rhythm,
    now: datetime,
    hint: timedelta | None = None,
    hot: bool = False,
) -> timedelta:
    """How long a healthy feed waits: as its entries come and as it asks, in the user's bounds.

    Args:
        every: the user's interval, the shortest.
        cap: the longest, whatever the feed says.
        rhythm: how its entries come.
        now: the time.
        hint: how long the feed or its server asks us to wait.
        hot: whether it brought a deal or is a tracked company's own; such a feed is never left
            alone for long.
    """
    pace = find_pace(rhythm, now)
    if pace is None:
        return _within(hint or every, every, cap, hot=hot)
    pace = _within(pace, every, cap, hot=hot)
    asked = min(max(pace, hint or pace), pace * _HINT_MAY_SLOW)
    return _within(asked, every, cap, hot=hot)


def keep_interval(  # noqa: PLR0913 - all by name
    before: timedelta | None,
    every: timedelta,
    cap: timedelta,
    *,
    newest_at: datetime | None,
    now: datetime,
    hot: bool = False,
) -> timedelta:
    """The interval of a feed without news: as it was, longer once it has been silent for long."""
    silent = find_pace(Rhythm(newest_at=newest_at), now)
    longer = max(before or every, silent or every)
    return _within(longer, every, cap, hot=hot)


def find_pace(rhythm: Rhythm, now: datetime) -> timedelta | None:
    """How often it is worth looking: a fraction of the gap, or of the silence since the newest."""
    if rhythm.newest_at is None:
        return None
    silence = now - rhythm.newest_at
    return max(rhythm.gap or silence, silence) / _LOOKS_PER_ENTRY


def _within(interval: timedelta, every: timedelta, cap: timedelta, *, hot: bool) -> timedelta:
    """Never faster than the user's interval, never slower than the cap."""
    longest = min(cap, every * _HOT_FEED_MAY_WAIT) if hot else cap
    return max(every, min(interval, longest))


# --- a whole fetch now and then -----------------------------------------------------------------


def is_full_fetch_due(feed_id: int, *, not_modified_in_row: int, moved_seen: int) -> bool:
    """Whether to ask without validators, so that the answer is not just "not modified".

    A server may say that for ever although the feed moved on; and a redirect is only seen whole
    together with a body.

    Args:
        feed_id: spreads the feeds.
        not_modified_in_row: how often it said so since the last body.
        moved_seen: how often a permanent redirect was seen in a row.
    """
    patience = _FULL_FETCH_AFTER + feed_id % _FULL_FETCH_SPREAD
    return 0 < moved_seen < SIGHTINGS or not_modified_in_row >= patience
