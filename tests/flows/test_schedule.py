"""When a feed is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.schedule import next_check

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def wait(
    every: timedelta = QUARTER,
    *,
    errors: int = 0,
    asked_s: float | None = None,
    spread: float | None = 0,
) -> timedelta:
    """How long it is until the feed is asked again."""
    return next_check(NOW, every, errors_in_row=errors, retry_after_s=asked_s, spread=spread) - NOW


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        (0, QUARTER),
        (1, QUARTER),
        (2, QUARTER * 2),
        (3, QUARTER * 4),
        (7, QUARTER * 64),
        (8, DAY),
        (10_000, DAY),
    ],
)
def test_each_error_in_a_row_doubles_the_wait(errors: int, expected: timedelta) -> None:
    """A broken feed is asked ever less often, and at least once a day for ever."""
    assert wait(errors=errors) == expected


def test_a_slow_feed_is_not_hurried() -> None:
    """Where the interval is longer than a day, errors do not shorten it."""
    assert wait(DAY * 7, errors=3) == DAY * 7


@pytest.mark.parametrize(
    ("asked_s", "expected"),
    [
        pytest.param(None, QUARTER, id="nothing asked"),
        pytest.param(0, QUARTER, id="at once"),
        pytest.param(60, QUARTER, id="sooner than our interval"),
        pytest.param(3600, HOUR, id="an hour"),
        pytest.param(316_800, DAY, id="88 hours"),
        pytest.param(-5, QUARTER, id="in the past"),
    ],
)
def test_a_server_that_names_a_time(asked_s: float | None, expected: timedelta) -> None:
    """It is not asked before that time, and not later than in a day."""
    assert wait(errors=1, asked_s=asked_s) == expected


@pytest.mark.parametrize("spread", [-1, 1])
def test_a_healthy_feed_is_due_early_rather_than_late(spread: float) -> None:
    """A schedule of the feed's own interval finds it due every time."""
    assert wait(spread=spread) == QUARTER * 0.9


def test_a_broken_feed_is_spread_both_ways() -> None:
    """Feeds that broke together do not come back together."""
    assert wait(HOUR, errors=1, spread=-1) == HOUR * 0.9
    assert wait(HOUR, errors=1, spread=1) == HOUR * 1.1


@given(
    every=st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=9999)),
    errors=st.integers(0, 10**6),
    asked_s=st.none() | st.floats(0, 1e12),
)
def test_the_wait_is_always_bounded(every: timedelta, errors: int, asked_s: float | None) -> None:
    """Whatever comes together, a feed waits a while, and not for ever."""
    longest = max(every, DAY) * 1.1

    assert timedelta(0) < wait(every, errors=errors, asked_s=asked_s, spread=None) <= longest
