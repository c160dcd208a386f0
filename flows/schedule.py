"""Decide when a feed is asked again."""

import random
from datetime import datetime, timedelta
from typing import Final

_LONGEST_BACKOFF: Final = timedelta(hours=24)
# A tenth more or less, so that feeds added together do not stay together.
_JITTER: Final = 0.1


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
        every: the interval of a healthy feed.
        errors_in_row: failures up to and with this poll.
        retry_after_s: seconds the server asked us to stay away.
        spread: -1 to 1, where in the jitter this feed falls; drawn at random by default.
    """
    backoff = every * (1 << min(max(errors_in_row - 1, 0), 10)) if errors_in_row else every
    backoff = min(backoff, max(_LONGEST_BACKOFF, every))
    asked = timedelta(seconds=min(retry_after_s or 0, _LONGEST_BACKOFF.total_seconds()))
    # Healthy feeds are due a little early rather than late: a schedule of the same length finds
    # them all.
    drawn = random.uniform(-1, 1) if spread is None else spread
    jitter = -abs(drawn) if not errors_in_row else drawn
    return now + max(backoff * (1 + _JITTER * jitter), asked)
