import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.dates import parse_date

AN_HOUR = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 02 Nov 2026 09:30:00 GMT",
        "Mon, 02 Nov 2026 09:30:00",
        "Mon, 2 Nov 26 09:30 Z",
        "02 Nov 2026 09:30:00 +0000",
        "Mon Nov  2 09:30:00 2026",
        "Mon, 02 Nov 2026 09:30:00.000 XYZ",
        "Mon, 02 Nov 2026 09:30:00 Mars/Olympus",
        "2026-11-02T09:30:00Z",
        "2026-11-02T09:30:00.123456+00:00",
        "2026-11-02t09:30:00,5z",
        "2026-11-02 09:30",
        "2026/11/2 9:30",
        "20261102T093000Z",
        "20261102 0930",
        "1793611800",
        "1793611800.75",
        "1793611800000",
        "November 2nd, 2026, 9:30 a.m.",
        "11/02/2026 9:30 AM",
        "2026年11月2日 09:30",
        "  \n Mon, 02 Nov 2026\n 09:30:00 GMT (a comment) ",
    ],
)
def test_every_spelling_of_a_moment_is_that_moment(text: str) -> None:
    """RFC 822, ISO 8601, epochs and words all end as the same aware time in UTC."""
    assert parse_date(text) == AN_HOUR


@pytest.mark.parametrize(
    ("zone", "hour", "minute"),
    [
        ("CET", 11, 0),
        ("CEST", 10, 0),
        ("BST", 11, 0),
        ("IST", 6, 30),
        ("JST", 3, 0),
        ("EST", 17, 0),
        ("EDT", 16, 0),
        ("PDT", 19, 0),
        ("+05:30", 6, 30),
        ("+0530", 6, 30),
        ("-5", 17, 0),
        ("GMT-07:00", 19, 0),
        ("UTC+2", 10, 0),
        ("Europe/Berlin", 11, 0),
        ("America/New_York", 17, 0),
        ("Z", 12, 0),
    ],
)
@pytest.mark.parametrize("date", ["Mon, 02 Nov 2026 12:00:00 ", "2026-11-02T12:00:00 "])
def test_the_zone_counts(date: str, zone: str, hour: int, minute: int) -> None:
    """A zone's name or offset moves the time; IST is India's, BST Britain's."""
    assert parse_date(date + zone) == datetime(2026, 11, 2, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Mo, 02 März 2026", 3),
        ("2. Dezember 2026", 12),
        ("lun., 02 févr. 2026", 2),
        ("mar., 03 août 2026", 8),
        ("mar., 03 mars 2026", 3),
        ("2 de enero de 2026", 1),
        ("lunedì 2 giugno 2026", 6),
        ("2 de setembro de 2026", 9),
        ("2 mei 2026", 5),
        ("2 maart 2026", 3),
        ("Пн, 2 мая 2026", 5),
        ("2 октября 2026", 10),
        ("2 października 2026", 10),
        ("2 Kasım 2026", 11),
    ],
)
def test_months_are_read_in_the_feeds_language(text: str, month: int) -> None:
    """A Tuesday that looks like March stays a Tuesday."""
    found = parse_date(text)

    assert found
    assert (found.year, found.month) == (2026, month)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026-11-02", datetime(2026, 11, 2, tzinfo=UTC)),
        ("02.11.26", datetime(2026, 11, 2, tzinfo=UTC)),
        ("02.11.1999", datetime(1999, 11, 2, tzinfo=UTC)),
        ("1.2.99", datetime(1999, 2, 1, tzinfo=UTC)),
        ("11/25/2026", datetime(2026, 11, 25, tzinfo=UTC)),
        ("25/11/2026", datetime(2026, 11, 25, tzinfo=UTC)),
        ("2026 Nov 2", datetime(2026, 11, 2, tzinfo=UTC)),
        ("2026-11-02T24:00:00Z", datetime(2026, 11, 3, tzinfo=UTC)),
        ("2026-11-02T23:59:60Z", datetime(2026, 11, 2, 23, 59, 59, tzinfo=UTC)),
        ("Mon, 2 Nov 2026 12:00 AM", datetime(2026, 11, 2, tzinfo=UTC)),
        ("Mon, 2 Nov 2026 13:05 PM", datetime(2026, 11, 2, 13, 5, tzinfo=UTC)),
    ],
)
def test_a_date_without_a_time_is_midnight(text: str, day: datetime) -> None:
    """Dates alone, and the odd ends of a day, are read as UTC."""
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "Monday",
        "3 hours ago",
        "0000-01-01",
        "-0001-11-30T00:00:00+00:00",
        "1989-12-31",
        "2101-01-01",
        "10000-01-01T00:00:00Z",
        "99999999999999",
        "315532800",
        "2026-13-01",
        "2026-02-30",
        "Mon, 31 Feb 2026 10:00 GMT",
        "Mon, 02 Nov 2026 25:00 GMT",
        "Mon, 02 Nov 2026 10:00 +99:00",
        "2026-11-02 and more",
        "12:30",
        "Nov 2026 12:30",
        "x" * 10_000,
        "1" * 10_000,
        "²²²²-11-02",
    ],
)
def test_nonsense_is_no_date(text: str) -> None:
    """What cannot be read is unknown: never a crash, never a year out of reach."""
    assert parse_date(text) is None


@given(st.text(max_size=120) | st.from_regex(r"[0-9]{1,5}[-/. :T0-9A-Za-z+,]{0,40}"))
def test_no_text_makes_it_fail(text: str) -> None:
    """A feed's date may be anything; the answer is a time from 1990 to 2100 in UTC, or None."""
    found = parse_date(text)

    assert found is None or (1990 <= found.year <= 2100 and found.tzinfo is UTC)


def test_dates_seen_in_the_wild_are_read(shared: Path) -> None:
    """Every odd date another reader had to learn is read here too."""
    rows = json.loads((shared / "corpora/dates/miniflux-dates.json").read_text(encoding="utf-8"))

    unread = [row["data"] for row in rows if parse_date(row["data"]) is None]

    assert unread == []
    assert len(rows) == 24
