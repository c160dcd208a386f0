"""Quiet hours and the times of digests, in a destination's own zone, whatever the clocks do."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.windows import (
    WEEKDAYS,
    Weekday,
    check_quiet,
    next_digest,
    parse_clock,
    parse_quiet,
    parse_zone,
    quiet_until,
)

BERLIN = ZoneInfo("Europe/Berlin")
TOKYO = ZoneInfo("Asia/Tokyo")
UTC_ZONE = ZoneInfo("UTC")


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# --- quiet hours --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("windows", "zone", "now", "until"),
    [
        pytest.param(["22:00-07:00"], UTC_ZONE, "2026-04-21 21:59", None, id="a minute before"),
        pytest.param(
            ["22:00-07:00"], UTC_ZONE, "2026-04-21 22:00", "2026-04-22 07:00", id="it begins"
        ),
        pytest.param(
            ["22:00-07:00"], UTC_ZONE, "2026-04-22 06:59", "2026-04-22 07:00", id="after midnight"
        ),
        pytest.param(["22:00-07:00"], UTC_ZONE, "2026-04-22 07:00", None, id="it is over"),
        pytest.param(
            ["22:00-07:00"], TOKYO, "2026-04-21 14:00", "2026-04-21 22:00", id="another zone"
        ),
        pytest.param(
            ["sat-sun"], UTC_ZONE, "2026-04-25 00:00", "2026-04-27 00:00", id="a whole weekend"
        ),
        pytest.param(["sat-sun"], UTC_ZONE, "2026-04-24 23:59", None, id="Friday night"),
        pytest.param(
            ["fri 22:00-24:00", "sat-sun", "mon 00:00-06:00"],
            UTC_ZONE,
            "2026-04-24 22:30",
            "2026-04-27 06:00",
            id="windows that follow on each other",
        ),
        pytest.param(
            ["sat 22:00-07:00"],
            UTC_ZONE,
            "2026-04-26 06:00",
            "2026-04-26 07:00",
            id="Sunday's rest",
        ),
        pytest.param(["sat 22:00-07:00"], UTC_ZONE, "2026-04-25 06:00", None, id="not Friday's"),
        pytest.param(
            ["22:00-07:00"], BERLIN, "2026-03-28 22:00", "2026-03-29 05:00", id="the short night"
        ),
        pytest.param(
            ["22:00-07:00"], BERLIN, "2026-10-24 22:00", "2026-10-25 06:00", id="the long night"
        ),
        pytest.param(
            ["01:00-02:30"], BERLIN, "2026-10-25 01:15", "2026-10-25 01:30", id="an hour told twice"
        ),
        pytest.param([], UTC_ZONE, "2026-04-22 03:00", None, id="none"),
    ],
)
def test_quiet_ends_where_the_clock_on_the_wall_says(
    windows: list[str], zone: ZoneInfo, now: str, until: str | None
) -> None:
    """Also over midnight, over a weekend, and in the nights the clock is changed."""
    quiet = tuple(map(parse_quiet, windows))

    assert quiet_until(at(now), quiet, zone) == (at(until) if until else None)


@given(st.integers(0, 3 * 366 * 24 * 60), st.sampled_from([BERLIN, TOKYO]))
def test_the_end_of_quiet_is_not_quiet(minutes: int, zone: ZoneInfo) -> None:
    """Who waits until then may send then, at any time of three years."""
    quiet = tuple(map(parse_quiet, ("mon-fri 21:30-06:15", "sat-sun 00:00-09:00")))
    now = at("2025-01-01") + timedelta(minutes=minutes)

    until = quiet_until(now, quiet, zone)

    assert until is None or (until > now and quiet_until(until, quiet, zone) is None)


@pytest.mark.parametrize(
    ("windows", "complaint"),
    [
        (["22:00-07:00", "sun 06:00-08:00"], "overlap; make one window of them"),
        (["sat-sun", "sun 12:00-13:00"], '"sat-sun" and "sun 12:00-13:00" overlap'),
        (["mon-sun"], "no minute of the week"),
        (["00:00-12:00", "12:00-24:00"], "no minute of the week"),
    ],
)
def test_windows_that_cannot_be_meant_are_refused(windows: list[str], complaint: str) -> None:
    """Two that overlap, and a destination that could never be written to."""
    with pytest.raises(ValueError, match=complaint):
        check_quiet(tuple(map(parse_quiet, windows)))


@pytest.mark.parametrize(
    "text", ["", "at night", "22-7", "25:00-07:00", "mon-", "x-y", "montag", "22:00", 22, None]
)
def test_what_is_no_window_is_refused(text: object) -> None:
    """The complaint shows what one looks like, or what a time of day may be."""
    with pytest.raises(ValueError, match=r"must (look like|be a time of day)"):
        parse_quiet(text)


# --- digests ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "clock", "zone", "day", "due"),
    [
        ("2026-04-21 07:29", time(7, 30), UTC_ZONE, None, "2026-04-21 07:30"),
        ("2026-04-21 07:30", time(7, 30), UTC_ZONE, None, "2026-04-22 07:30"),
        ("2026-04-21 12:00", time(7, 30), UTC_ZONE, "monday", "2026-04-27 07:30"),
        ("2026-04-27 07:29", time(7, 30), UTC_ZONE, "monday", "2026-04-27 07:30"),
        ("2026-04-27 07:30", time(7, 30), UTC_ZONE, "monday", "2026-05-04 07:30"),
        ("2026-04-20 22:40", time(7, 30), TOKYO, None, "2026-04-21 22:30"),
        ("2026-03-28 12:00", time(2, 30), BERLIN, None, "2026-03-29 01:30"),
        ("2026-10-24 12:00", time(2, 30), BERLIN, None, "2026-10-25 00:30"),
        ("2026-10-25 00:30", time(2, 30), BERLIN, None, "2026-10-26 01:30"),
    ],
    ids=[
        "today",
        "at the moment itself: tomorrow",
        "next Monday",
        "this Monday",
        "Monday's own: in a week",
        "another zone",
        "a time the clock skips",
        "a time the clock tells twice",
        "and not again an hour later",
    ],
)
def test_a_digest_comes_at_its_time(
    after: str, clock: time, zone: ZoneInfo, day: Weekday | None, due: str
) -> None:
    """Strictly after the moment asked for, so that what comes at the boundary is in one of two."""
    assert next_digest(at(after), at=clock, zone=zone, day=day) == at(due)


@given(st.integers(0, 3 * 366 * 24 * 60), st.times(), st.sampled_from(WEEKDAYS))
def test_a_week_has_one_digest(minutes: int, clock: time, day: Weekday) -> None:
    """Never none and never two, whatever the clock does; an hour more or less where it changes."""
    now = at("2025-01-01") + timedelta(minutes=minutes)
    first = next_digest(now, at=clock, zone=BERLIN, day=day)
    second = next_digest(first, at=clock, zone=BERLIN, day=day)

    assert abs(second - first - timedelta(days=7)) <= timedelta(hours=1)


# --- values -------------------------------------------------------------------------------------


def test_a_time_of_day_may_be_text_or_a_time() -> None:
    """TOML has times of its own."""
    assert parse_clock("7:05") == parse_clock(time(7, 5)) == time(7, 5)


@pytest.mark.parametrize("text", ["24:00", "7.30", "noon", 7, None])
def test_what_is_no_time_of_day_is_refused(text: object) -> None:
    """Told with the times there are."""
    with pytest.raises(ValueError, match="from 00:00 to 23:59"):
        parse_clock(text)


@pytest.mark.parametrize("text", ["Mars/Olympus", "../../etc/passwd", "", "Europe/", 1, None])
def test_a_zone_that_does_not_exist_is_refused(text: object) -> None:
    """Also one that is a path."""
    with pytest.raises(ValueError, match="zone of the tz database"):
        parse_zone(text)
