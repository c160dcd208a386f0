"""When a destination may be written to: quiet hours and the times of digests, in its own zone.

A window is two moments, not two readings of a clock: the hour that daylight saving repeats is quiet
throughout, and a time that it skips stands for the moment an hour later.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import combinations
from typing import Annotated, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[tuple[Weekday, ...]] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SHORT: Final = tuple(day[:3] for day in WEEKDAYS)
_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_QUIET: Final = re.compile(
    r"(?:(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))?)?\s*"
    r"(?:(?P<start>\d\d?:\d\d)-(?P<end>\d\d?:\d\d))?"
)
_DAY: Final = timedelta(days=1)
_MIDNIGHT: Final = time()
_MINUTES: Final = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """A window of each week: it begins on `days` (0 is Monday) at `start` and lasts until `end`.

    An `end` that is not after `start` is on the next day. `text` is what the user wrote.
    """

    days: tuple[int, ...]
    start: time
    end: time
    text: str

    @property
    def length(self) -> timedelta:
        """How long it lasts by the clock on the wall."""
        minutes = (_minutes(self.end) - _minutes(self.start)) % _MINUTES or _MINUTES
        return timedelta(minutes=minutes)


# --- reading ------------------------------------------------------------------------------------


def parse_clock(value: object) -> time:
    """Read "07:30".

    Raises:
        ValueError: It is anything else.
    """
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("must be a time of day, from 00:00 to 23:59")
    return time(int(match[1]), int(match[2]))


def parse_zone(value: object) -> ZoneInfo:
    """Read a zone by its name in the tz database, "Europe/Berlin".

    Raises:
        ValueError: There is no such zone.
    """
    if isinstance(value, ZoneInfo):
        return value
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", value):
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, OSError, ValueError):
            pass
    raise ValueError("must be a zone of the tz database, such as America/New_York")


def parse_quiet(value: object) -> QuietHours:
    """Read "22:00-07:00", "sat-sun" or "mon-fri 12:00-13:30".

    Raises:
        ValueError: It is anything else.
    """
    if isinstance(value, QuietHours):
        return value
    text = " ".join(value.lower().split()) if isinstance(value, str) else ""
    match = _QUIET.fullmatch(text)
    known = match and all(
        day in _SHORT for day in (match["first"], match["last"]) if day is not None
    )
    if match is None or not text or not known:
        raise ValueError('must look like "22:00-07:00", "sat-sun" or "mon-fri 12:00-13:30"')
    start = parse_clock(match["start"]) if match["start"] else _MIDNIGHT
    end = _MIDNIGHT if match["end"] in (None, "24:00") else parse_clock(match["end"])
    return QuietHours(days=_days(match["first"], match["last"]), start=start, end=end, text=text)


def check_quiet(quiet: Sequence[QuietHours]) -> None:
    """Refuse windows that overlap, or that leave no time at all.

    Raises:
        ValueError: says which two overlap.
    """
    for one, two in combinations(quiet, 2):
        if _week(one) & _week(two):
            raise ValueError(f'"{one.text}" and "{two.text}" overlap; make one window of them')
    if sum(len(_week(one)) for one in quiet) == len(WEEKDAYS) * _MINUTES:
        raise ValueError("leave no minute of the week to send in")


def _days(first: str | None, last: str | None) -> tuple[int, ...]:
    if first is None:
        return tuple(range(7))
    begin = _SHORT.index(first)
    count = (_SHORT.index(last or first) - begin) % 7 + 1
    return tuple(sorted((begin + n) % 7 for n in range(count)))


def _week(quiet: QuietHours) -> set[int]:
    """The minutes of the week it takes."""
    length = quiet.length // timedelta(minutes=1)
    starts = (day * _MINUTES + _minutes(quiet.start) for day in quiet.days)
    return {(start + n) % (7 * _MINUTES) for start in starts for n in range(length)}


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


# --- asking -------------------------------------------------------------------------------------


def quiet_until(now: datetime, quiet: Sequence[QuietHours], zone: ZoneInfo) -> datetime | None:
    """When the quiet that is now ends, in UTC; None if it is not quiet.

    Windows that follow on each other are one.
    """
    until = now
    while end := max(_ends(until, quiet, zone), default=None):
        until = end
    return until if until > now else None


def next_digest(after: datetime, *, at: time, zone: ZoneInfo, day: Weekday | None) -> datetime:
    """The first digest strictly after a moment, in UTC; `day` None stands for every day."""
    today = after.astimezone(zone).date()
    dates = (today + _DAY * n for n in range(9))
    fitting = (one for one in dates if day is None or one.weekday() == WEEKDAYS.index(day))
    moments = (datetime.combine(one, at, zone).astimezone(UTC) for one in fitting)
    return next(moment for moment in moments if moment > after)


def _ends(now: datetime, quiet: Sequence[QuietHours], zone: ZoneInfo) -> Iterator[datetime]:
    """The ends of the windows that a moment lies in."""
    today = now.astimezone(zone).date()
    for window in quiet:
        # A window that began yesterday may still last; one is never longer than a day.
        for date in (today - _DAY, today):
            if date.weekday() not in window.days:
                continue
            start = datetime.combine(date, window.start, zone).astimezone(UTC)
            last = date + _DAY if window.end <= window.start else date
            end = datetime.combine(last, window.end, zone).replace(fold=1).astimezone(UTC)
            if start <= now < end:
                yield end


Clock = Annotated[time, BeforeValidator(parse_clock)]
Zone = Annotated[ZoneInfo, BeforeValidator(parse_zone)]
Quiet = Annotated[QuietHours, BeforeValidator(parse_quiet)]
