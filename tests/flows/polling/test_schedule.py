"""When a feed is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.fetching.fetched import CacheHints
from flows.polling.schedule import (
    Rhythm,
    decide_interval,
    find_hint,
    find_rhythm,
    is_full_fetch_due,
    keep_interval,
    next_check,
)

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


# --- a feed's own rhythm ------------------------------------------------------------------------


def ago(**since: float) -> datetime:
    """A time before now."""
    return NOW - timedelta(**since)


def decided(
    *dates: datetime | None,
    hint: timedelta | None = None,
    deals: bool = False,
    every: timedelta = QUARTER,
    newest_at: datetime | None = None,
) -> timedelta:
    """The interval of a feed that brought entries with these dates, with a cap of a day."""
    rhythm = find_rhythm(dates, newest_at=newest_at, now=NOW)
    return decide_interval(every, DAY, rhythm=rhythm, now=NOW, hint=hint, hot=deals)


def series(count: int, gap: timedelta) -> list[datetime]:
    """Entries at even gaps, the newest just now."""
    return [NOW - gap * number for number in range(count)]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param([], QUARTER, id="no entry"),
        pytest.param([None, None], QUARTER, id="no dates"),
        pytest.param(series(20, timedelta(minutes=5)), QUARTER, id="many an hour"),
        pytest.param(series(20, timedelta(hours=6)), QUARTER, id="four a day"),
        pytest.param(series(20, DAY), HOUR, id="one a day"),
        pytest.param(series(20, DAY * 7), HOUR * 7, id="one a week"),
        pytest.param(series(20, DAY * 30), DAY, id="one a month"),
        pytest.param([ago(hours=12)], HOUR / 2, id="one entry, half a day old"),
        pytest.param([*series(9, HOUR), ago(days=4000)], QUARTER, id="an old one pinned"),
        pytest.param([ago(days=2, hours=hour) for hour in range(9)], HOUR * 2, id="silent for two"),
        pytest.param([ago(days=-30), *series(9, DAY)], HOUR, id="one dated ahead"),
        pytest.param([NOW] * 9, QUARTER, id="all dated now"),
        pytest.param([ago(days=4000)], DAY, id="dead for years"),
    ],
)
def test_entries_set_the_pace(dates: list[datetime | None], expected: timedelta) -> None:
    """From the entries' own spacing: a week / entries per week, hot feeds at the user's interval.

    A feed that fell silent is asked ever less often, up to the cap.
    """
    assert decided(*dates) == expected


def test_only_entries_later_than_the_known_count() -> None:
    """An old entry that was edited does not make a busy feed a slow one."""
    rhythm = find_rhythm([ago(days=21), ago(hours=1)], newest_at=ago(hours=3), now=NOW)
    edited = find_rhythm([ago(days=21)], newest_at=ago(hours=3), now=NOW)

    assert rhythm == Rhythm(gap=HOUR * 2, newest_at=ago(hours=1))
    assert edited == Rhythm(gap=None, newest_at=ago(hours=3))


def test_a_feed_that_brought_a_deal_is_never_left_for_long() -> None:
    """Feeds with alerts are asked at least at four times the user's interval."""
    assert decided(*series(20, DAY * 30), deals=True) == HOUR
    assert decided(hint=DAY * 7, deals=True) == HOUR
    assert decided(*series(20, HOUR), deals=True) == QUARTER


def test_the_user_s_interval_is_the_shortest() -> None:
    """Never faster than our minimum, even where it is longer than the cap."""
    assert decided(*series(20, HOUR), every=DAY * 2) == DAY * 2
    assert decided(hint=timedelta(seconds=1)) == QUARTER


# --- hints --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "hint", "expected"),
    [
        pytest.param([], HOUR * 3, HOUR * 3, id="nothing known but the hint"),
        pytest.param([], DAY * 7, DAY, id="weekly: the cap"),
        pytest.param(series(9, HOUR), DAY * 7, HOUR, id="a hot feed that says weekly"),
        pytest.param(series(9, HOUR), HOUR / 2, HOUR / 2, id="a hot feed that says half an hour"),
        pytest.param(series(9, DAY), QUARTER, HOUR, id="a slow feed that says: often"),
        pytest.param(series(9, DAY), HOUR * 3, HOUR * 3, id="a slow feed that says: slower"),
    ],
)
def test_hints_are_heard_within_bounds(
    dates: list[datetime | None], hint: timedelta, expected: timedelta
) -> None:
    """Never faster than our minimum, never slower than the cap.

    A weekly hint must not hide a hot feed for a week: it slows it down fourfold at most.
    """
    assert decided(*dates, hint=hint) == expected


@pytest.mark.parametrize(
    ("cache", "feed_hint_s", "expected"),
    [
        (CacheHints(), None, None),
        (CacheHints(), 3600, HOUR),
        (CacheHints(max_age="7200"), None, HOUR * 2),
        (CacheHints(max_age="0"), None, None),
        (CacheHints(max_age="999999999999"), None, DAY * 365),
        (CacheHints(max_age="7200"), 3600, HOUR * 2),
        (CacheHints(max_age="60"), 3600, HOUR),
        (CacheHints(expires="Tue, 21 Apr 2026 15:00:00 GMT"), None, HOUR * 3),
        (CacheHints(expires="Tue, 21 Apr 2026 15:00:00 -0000"), None, HOUR * 3),
        (CacheHints(expires="Thu, 19 Nov 1981 08:52:00 GMT"), None, None),
        (CacheHints(expires="-1"), None, None),
        (CacheHints(max_age="60", expires="Tue, 21 Apr 2026 15:00:00 GMT"), None, HOUR / 60),
    ],
    ids=str,
)
def test_feed_and_server_may_name_a_time(
    cache: CacheHints, feed_hint_s: int | None, expected: timedelta | None
) -> None:
    """max-age before Expires, the feed's own words beside them: the longer counts."""
    assert find_hint(cache, feed_hint_s=feed_hint_s, now=NOW) == expected


@pytest.mark.parametrize(
    ("before", "newest_at", "deals", "expected"),
    [
        pytest.param(None, None, False, QUARTER, id="nothing decided yet"),
        pytest.param(HOUR * 3, None, False, HOUR * 3, id="as decided"),
        pytest.param(HOUR * 3, ago(hours=1), False, HOUR * 3, id="no faster for a fresh entry"),
        pytest.param(QUARTER, ago(days=2), False, HOUR * 2, id="slower for two days' silence"),
        pytest.param(DAY * 9, None, False, DAY, id="a cap that was lowered"),
        pytest.param(timedelta(minutes=1), None, False, QUARTER, id="a minimum that was raised"),
        pytest.param(HOUR * 9, None, True, HOUR, id="a feed that brought deals"),
    ],
)
def test_a_304_keeps_the_interval(
    before: timedelta | None, newest_at: datetime | None, deals: bool, expected: timedelta
) -> None:
    """What was decided stays until there is news; silence alone makes it longer."""
    kept = keep_interval(before, QUARTER, DAY, newest_at=newest_at, now=NOW, hot=deals)

    assert kept == expected


# --- a whole fetch now and then -----------------------------------------------------------------


def test_a_whole_fetch_about_every_fiftieth_time() -> None:
    """Servers that always answer 304 are found out; feeds added together take turns."""
    first = [
        next(n for n in range(99) if is_full_fetch_due(feed, not_modified_in_row=n, moved_seen=0))
        for feed in range(10)
    ]

    assert first == [*range(45, 55)]


@pytest.mark.parametrize(("seen", "expected"), [(0, False), (1, True), (2, True), (3, False)])
def test_a_redirect_is_looked_at_until_it_is_believed(seen: int, expected: bool) -> None:
    """301/308 are stored only after several sightings: a 304 would not show the next one."""
    assert is_full_fetch_due(1, not_modified_in_row=0, moved_seen=seen) is expected
