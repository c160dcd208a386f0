"""When a feed's user hears of it: once when it breaks, once when it is well again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.deciding.notices import (
    DEALS_SHOWN,
    THROTTLED,
    Decision,
    FeedBefore,
    FeedEvent,
    FeedEventKind,
    Past,
    PollEnd,
    Told,
    as_told,
    count_breaks,
    decide_notice,
    is_lasting,
    may_be_silent,
    needs_lately,
)
from flows.outcomes import DealOutcome
from parsers.types import Deal

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WELL = FeedBefore(
    id=1,
    url="https://wire.example/feed",
    name="The Wire",
    added_at=NOW - 365 * DAY,
    last_success_at=NOW - HOUR,
    rhythm=2 * HOUR,
    newest_at=NOW - 3 * HOUR,
)
NEW_HERE = replace(WELL, added_at=NOW - HOUR, last_success_at=None, rhythm=None, newest_at=None)
FINE = PollEnd(at=NOW, next_check_at=NOW + HOUR)
# One letter a poll: a timeout, a page that is not there, gone for good, asked too often, our own
# network, nothing new, something new.
ENDS = {
    "E": replace(FINE, error="timeout", detail="wire.example: no answer in 30 s"),
    "F": replace(FINE, error="http_404", detail="wire.example: answers 404"),
    "G": replace(FINE, error="gone", detail="wire.example: answers 410"),
    "T": replace(FINE, error="too_many_requests", counts=False),
    "O": replace(FINE, error="timeout", counts=False),
    ".": FINE,
    "n": replace(FINE, brought_new=True),
}


def live(before: FeedBefore, polls: str, *, every: timedelta = HOUR) -> list[str]:
    """What is told while these polls follow each other: the place of each event, and what it is."""
    told, past = [], list[tuple[datetime, bool]]()
    for place, letter in enumerate(polls):
        at = NOW + place * every
        end = replace(ENDS[letter], at=at)
        lately = tuple(failed for polled_at, failed in past if polled_at >= at - DAY)
        decision = decide_notice(before, end, past=Past(lately=lately))
        if decision.event is not None:
            told.append(f"{place} {decision.event.kind}")
        if end.error not in THROTTLED:
            past.append((at, end.error is not None))
        before = _after(before, end, decision)
    return told


def _after(before: FeedBefore, end: PollEnd, decision: Decision) -> FeedBefore:
    """The feed as the next poll finds it."""
    if end.error is not None:
        errors = before.errors_in_row + (1 if end.counts else 0)
        return replace(before, errors_in_row=errors, told=decision.told)
    return replace(
        before,
        errors_in_row=0,
        told=decision.told,
        last_success_at=end.at,
        newest_at=end.at if end.brought_new else before.newest_at,
    )


# --- broken and recovered -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("polls", "expected"),
    [
        pytest.param("n.n.", [], id="well"),
        pytest.param("E.EE.EE.", [], id="never three in a row"),
        pytest.param("EEE", ["2 broken"], id="three in a row"),
        pytest.param("EEEEEEEEE", ["2 broken"], id="told once"),
        pytest.param("EEE..", ["2 broken", "3 recovered"], id="well again, told once"),
        pytest.param("FFFn", ["2 broken", "3 recovered"], id="a lasting failure waits too"),
        pytest.param("TTTTT", [], id="asked too often"),
        pytest.param("OOOOO", [], id="our own network"),
        pytest.param("ETEOE", ["4 broken"], id="what does not count breaks no row"),
        pytest.param("G", ["0 broken"], id="gone at once"),
        pytest.param("GGG.", ["0 broken", "3 recovered"], id="gone once, resumed"),
        pytest.param("GEEE", ["0 broken"], id="gone, resumed in vain"),
        pytest.param("EEEEG.", ["2 broken", "4 broken", "5 recovered"], id="broken, then gone"),
    ],
)
def test_a_feed_breaks_once_and_recovers_once(polls: str, expected: list[str]) -> None:
    """Between the two nothing is said, and what is no fault of the feed's is not told."""
    assert live(WELL, polls) == expected


@pytest.mark.parametrize(
    ("polls", "expected"),
    [
        pytest.param("F", ["0 broken"], id="a slip in the address"),
        pytest.param("FFFFn", ["0 broken", "4 recovered"], id="mended"),
        pytest.param("EEE", ["2 broken"], id="may pass"),
        pytest.param("EF", ["1 broken"], id="first passing, then lasting"),
        pytest.param("EEn", [], id="passed"),
        pytest.param("O", [], id="our own network"),
    ],
)
def test_a_feed_that_never_worked_is_told_early(polls: str, expected: list[str]) -> None:
    """Whoever added it is still there; only what may pass by itself is waited for."""
    assert live(NEW_HERE, polls) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("not_a_feed", True),
        ("bad_url", True),
        ("http_404", True),
        ("http_403", True),
        ("http_408", False),
        ("http_429", False),
        ("http_503", False),
        ("timeout", False),
        ("dns_failed", False),
    ],
)
def test_what_waiting_does_not_mend(code: str, expected: bool) -> None:
    """A name that does not resolve may tomorrow; a page that is no feed will be none."""
    assert is_lasting(code) is expected


# --- flapping -----------------------------------------------------------------------------------


def test_flapping_is_said_once() -> None:
    """The third break within a day is the last word, until the feed was well for a whole day."""
    polls = "EEE." * 6 + "." * 30

    told = live(WELL, polls)

    assert told == [
        "2 broken",
        "3 recovered",
        "6 broken",
        "7 recovered",
        "10 broken",
        # The last failure is poll 22; a day later it is out of sight.
        "47 recovered",
    ]


def test_a_flapping_feed_that_goes_for_good_is_told() -> None:
    """Gone is another thing: nobody asks it any more."""
    assert live(WELL, "EEE." * 3 + "EG")[-2:] == ["10 broken", "13 broken"]


def test_one_break_a_day_is_no_flapping() -> None:
    """Each is told, since each may be the last."""
    told = live(WELL, "EEEnnnnnnnnnnnnnnnnnnnnn" * 4)

    assert [one.split()[1] for one in told] == ["broken", "recovered"] * 4


@pytest.mark.parametrize(
    ("polls", "expected"),
    [("", 0), ("...", 0), ("EEE", 0), ("EEE.", 1), ("EE.EEEE.E.", 1), ("EEE.EEE..", 2)],
)
def test_a_break_is_over_when_the_feed_is_read(polls: str, expected: int) -> None:
    """Two failures are none, and what goes on is not counted."""
    assert count_breaks(letter == "E" for letter in polls) == expected


@pytest.mark.parametrize(
    ("before", "end", "expected"),
    [
        pytest.param(WELL, FINE, False, id="all is well"),
        pytest.param(WELL, ENDS["E"], False, id="the first failure"),
        pytest.param(replace(WELL, errors_in_row=2), ENDS["E"], True, id="the third"),
        pytest.param(replace(WELL, errors_in_row=2), ENDS["T"], False, id="does not count"),
        pytest.param(
            replace(WELL, errors_in_row=9, told="broken"), ENDS["E"], False, id="told already"
        ),
        pytest.param(replace(WELL, told="flapping"), FINE, True, id="flapping"),
    ],
)
def test_the_last_day_is_seldom_asked_for(before: FeedBefore, end: PollEnd, expected: bool) -> None:
    """A poll that ends well costs no query."""
    assert needs_lately(before, end) is expected


# --- silent -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "silence", "expected"),
    [
        pytest.param(timedelta(minutes=5), 2.9 * DAY, None, id="over a weekend"),
        pytest.param(timedelta(minutes=5), 3.1 * DAY, "silent", id="a busy feed"),
        pytest.param(12 * HOUR, 9 * DAY, None, id="two a day, nine days"),
        pytest.param(12 * HOUR, 11 * DAY, "silent", id="two a day, eleven days"),
        pytest.param(DAY, 19 * DAY, None, id="one a day, nineteen days"),
        pytest.param(DAY, 21 * DAY, "silent", id="one a day, twenty-one days"),
        pytest.param(2 * DAY, 300 * DAY, None, id="seldom brings anything"),
        pytest.param(None, 300 * DAY, None, id="rhythm unknown"),
    ],
)
def test_silence_is_measured_by_the_feeds_own_rhythm(
    gap: timedelta | None, silence: timedelta, expected: FeedEventKind | None
) -> None:
    """Twenty usual gaps, and three days at least: a weekend is no silence."""
    before = replace(WELL, rhythm=gap, newest_at=NOW - silence)

    decision = decide_notice(before, FINE)

    assert (decision.event.kind if decision.event else None) == expected
    assert decision.told == expected


@pytest.mark.parametrize(
    ("longest", "silence", "expected"),
    [
        pytest.param(7 * DAY, 13 * DAY, None, id="a weekly digest"),
        pytest.param(7 * DAY, 15 * DAY, "silent", id="a weekly digest that ended"),
        pytest.param(timedelta(hours=60), 3.1 * DAY, None, id="a long weekend"),
        pytest.param(HOUR, 3.1 * DAY, "silent", id="never paused before"),
        pytest.param(None, 3.1 * DAY, "silent", id="not known"),
    ],
)
def test_a_feed_is_silent_when_it_never_was_so_long(
    longest: timedelta | None, silence: timedelta, expected: FeedEventKind | None
) -> None:
    """A feed that brings ten entries at once and then none for a week has a short usual gap."""
    before = replace(WELL, rhythm=timedelta(minutes=5), newest_at=NOW - silence)

    decision = decide_notice(before, FINE, past=Past(longest_gap=longest))

    assert may_be_silent(before, FINE)
    assert decision.told == expected


def test_silence_ends_with_an_entry() -> None:
    """It is said once; a server that still answers is no news."""
    silent = replace(WELL, newest_at=NOW - 4 * DAY)

    assert live(silent, "......n..") == ["0 silent", "6 recovered"]


def test_silence_from_before_we_watched_is_no_news() -> None:
    """A feed that was dead when it was added fell silent for nobody."""
    dead = replace(WELL, added_at=NOW - DAY, newest_at=NOW - 900 * DAY)

    assert live(dead, "..") == []
    assert live(replace(dead, added_at=NOW - 4 * DAY), "..") == ["0 silent"]


def test_a_feed_without_dates_is_never_silent() -> None:
    """Nobody knows when it last brought something."""
    assert live(replace(WELL, newest_at=None), "..") == []


def test_a_feed_that_recovers_silent_is_told_in_one() -> None:
    """It can be read again, has nothing new, and ends its silence with an entry."""
    broken = replace(WELL, told="broken", newest_at=NOW - 9 * DAY)

    decision = decide_notice(broken, FINE)

    assert decision.event is not None
    assert (decision.event.kind, decision.told) == ("recovered", "silent")
    assert live(broken, "...n") == ["0 recovered", "3 recovered"]


def test_a_silent_feed_that_breaks_is_told() -> None:
    """Then one recovery ends both."""
    silent = replace(WELL, newest_at=NOW - 4 * DAY, told="silent")

    assert live(silent, "EEEn..") == ["2 broken", "3 recovered"]


# --- moved and flooded --------------------------------------------------------------------------

MOVED = replace(FINE, moved_to="https://new.example/feed")
FLOOD = replace(FINE, brought_new=True, held=57)


@pytest.mark.parametrize(
    ("told", "end", "expected", "after"),
    [
        pytest.param(None, MOVED, "moved", None, id="moved"),
        pytest.param("broken", MOVED, "moved", None, id="moved and so well again"),
        pytest.param("silent", MOVED, "moved", "silent", id="moved, silent still"),
        pytest.param("silent", replace(MOVED, merged=True), "moved", None, id="merged"),
        pytest.param(None, FLOOD, "flood", "flood", id="flood"),
        pytest.param("silent", FLOOD, "flood", "flood", id="a flood ends the silence"),
        pytest.param("flood", FLOOD, None, "flood", id="the same flood again"),
        pytest.param("flood", FINE, None, "flood", id="quiet after the flood"),
        pytest.param("flapping", FLOOD, "recovered", None, id="well for a day"),
    ],
)
def test_one_poll_tells_one_thing(
    told: Told | None, end: PollEnd, expected: FeedEventKind | None, after: Told | None
) -> None:
    """A move and a flood tell by themselves that the feed is well."""
    decision = decide_notice(replace(WELL, told=told), end)

    assert (decision.event.kind if decision.event else None, decision.told) == (expected, after)


def test_a_move_does_not_hide_a_silence() -> None:
    """The next poll tells it."""
    silent = replace(WELL, newest_at=NOW - 4 * DAY)

    moved = decide_notice(silent, MOVED)

    assert moved.told is None
    assert live(replace(silent, told=moved.told), ".") == ["0 silent"]


def deal(number: int) -> DealOutcome:
    """A deal; the higher its number, the newer."""
    at = NOW + number * HOUR
    value = Deal(
        title=f"Deal {number}",
        companies=("Amazon",),
        parties=(),
        legs=(),
        status="announced",
        status_history=(),
        announced_at=at,
        updated_at=at,
        publishers=(),
        sources=(),
    )
    return DealOutcome(id=f"deal-{number}", change="new", deal=value)


def test_a_flood_tells_its_newest_deals() -> None:
    """Ten of them; a feed that floods again is told again only for the deals in it."""
    flooded = replace(WELL, told="flood")
    told_again = replace(deal(99), change="same")
    end = replace(FLOOD, deals=(*map(deal, range(14)), told_again))

    decision = decide_notice(flooded, end)
    again = decide_notice(flooded, replace(FLOOD, deals=(told_again,)))

    assert decision.event is not None
    assert decision.event.deals[0] == "deal-13: Amazon (announced)"
    assert len(decision.event.deals) == DEALS_SHOWN
    assert (decision.event.deals_in_all, decision.event.entries) == (14, 57)
    assert again.event is None


# --- what an event holds ------------------------------------------------------------------------


def test_an_event_holds_all_that_is_said_of_it() -> None:
    """The message needs no other row: the feed may be removed before it is sent."""
    before = replace(WELL, errors_in_row=2, deals_brought=4)

    decision = decide_notice(before, ENDS["E"])

    assert decision.event == FeedEvent(
        kind="broken",
        feed_id=1,
        url="https://wire.example/feed",
        name="The Wire",
        at=NOW,
        was=None,
        told="broken",
        since=NOW - HOUR,
        code="timeout",
        detail="wire.example: no answer in 30 s",
        next_check_at=NOW + HOUR,
        rhythm_s=7200,
        deals_brought=4,
    )


@pytest.mark.parametrize(
    ("stored", "expected"), [("gone", "gone"), (None, None), ("of another version", None)]
)
def test_what_was_told_is_read_back(stored: str | None, expected: Told | None) -> None:
    """The database holds a word; only those we know mean something."""
    assert as_told(stored) == expected
