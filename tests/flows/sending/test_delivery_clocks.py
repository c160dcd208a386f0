"""What clocks do to deliveries: back, far on, asleep, summer time, and in zones that change."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows.dispatch import deliver
from tests.office import DAY, DEAL, HOUR, MINUTE, Office, keys, pass_pauses, told
from tests.receivers import MailServer, WebhookServer
from tests.watches import NOW
from tests.watching import Clock

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

SECOND = timedelta(seconds=1)
TEN_YEARS = 3653 * DAY
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def hook() -> Iterator[WebhookServer]:
    """A webhook that says ok unless told otherwise."""
    with WebhookServer() as server:
        yield server


@pytest.fixture
def office(tmp_path: Path, hook: WebhookServer) -> Office:
    """An office that writes to the webhook."""
    office = Office(tmp_path)
    office.destinations = {"desk": hook.url}
    return office


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that goes on by as much as the program sleeps."""
    return pass_pauses(monkeypatch)


# --- back, and far on ---------------------------------------------------------------------------


@pytest.mark.parametrize("jump", [-HOUR, -TEN_YEARS, TEN_YEARS, 8 * HOUR])
async def test_a_clock_that_jumps_repeats_nothing(
    office: Office, hook: WebhookServer, pauses: Clock, jump: timedelta
) -> None:
    """What was sent stays sent, and what is decided after the jump goes out at once."""
    office.gap = "1s"
    office.put()
    await office.deliver()
    office.put(at=NOW + jump)

    sent = await office.deliver(NOW + jump)
    nothing = await office.deliver(NOW + jump + MINUTE)

    assert [one.key for one in sent] == ["deal-2#1@desk"]
    assert nothing == ()
    assert told(hook) == [keys(1, 1), keys(2, 2)]
    assert pauses.now == NOW + 2 * SECOND


async def test_ten_years_on_gives_nothing_up(office: Office, hook: WebhookServer) -> None:
    """The week after which a person is asked seems over: it is tried all the same."""
    office.put()
    hook.script = [503, 503]

    states = [(await office.deliver(now))[0].state for now in (NOW, NOW + TEN_YEARS)]
    (sent,) = await office.deliver(NOW + TEN_YEARS + HOUR)

    assert (states, sent.state) == (["failed"] * 2, "sent")


async def test_a_clock_that_is_set_while_it_sends_loses_nothing(
    office: Office, hook: WebhookServer
) -> None:
    """Summer time by hand, a server of time, a machine that slept: the answer counts."""
    office.put(3)
    jumps: Iterator[timedelta] = iter([timedelta(), 8 * HOUR, -HOUR, TEN_YEARS])

    async with office.working(lambda: NOW + next(jumps, timedelta())) as tools:
        await deliver(tools)
        again = await deliver(tools)

    assert again == ()
    assert told(hook) == [keys(1, 1), keys(2, 2), keys(3, 3)]
    assert office.states() == ["sent"] * 3


async def test_a_deal_of_the_last_year_is_told(office: Office, hook: WebhookServer) -> None:
    """A date at the edge of the calendar stops no message, in whatever zone it is read."""
    edges = (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC))
    with MailServer() as mail:
        office.destinations["mail"] = mail.url
        for edge in edges:
            office.put(deal=replace(DEAL, announced_at=edge, updated_at=edge))

        await office.deliver()

        assert [len(mail.messages), len(hook.bodies)] == [2, 2]
    assert office.states() == ["sent"] * 4


# --- asleep -------------------------------------------------------------------------------------


async def test_a_night_asleep_is_one_catch_up(office: Office, hook: WebhookServer) -> None:
    """What waited, what had failed and what comes in the morning go out once, in order."""
    office.put(2)
    hook.script = [503]
    await office.deliver()
    morning = NOW + 8 * HOUR
    office.put(1, at=morning)

    sent = await office.deliver(morning)
    nothing = await office.deliver(morning + MINUTE)

    assert [one.state for one in sent] == ["sent"] * 3
    assert nothing == ()
    assert told(hook)[1:] == [[key] for key in keys(1, 3)]


async def test_a_digest_that_was_slept_through_comes_once(
    office: Office, hook: WebhookServer
) -> None:
    """At the waking, not again at its next time; that one has what came since."""
    office.more = 'mode = "daily"\nat = "03:00"\nzone = "Europe/Berlin"'
    evening = datetime(2026, 4, 21, 20, tzinfo=UTC)
    clock = Clock(now=evening)
    for _ in range(3):
        office.put_for_digest(evening)

    async with office.working(clock) as tools:
        for hours in (0, 8, 9, 29, 30):
            clock.now = evening + hours * HOUR
            if hours == 9:
                office.put_for_digest(clock.now)
            await deliver(tools)

    assert told(hook) == [keys(1, 3), keys(4, 4)]


# --- zones --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(datetime(2026, 3, 27, 12, tzinfo=UTC), id="an hour is left out"),
        pytest.param(datetime(2026, 10, 23, 12, tzinfo=UTC), id="an hour comes twice"),
    ],
)
async def test_a_day_has_one_digest_when_the_clocks_change(
    office: Office, hook: WebhookServer, first: datetime
) -> None:
    """At 02:30, which there is not, or twice: every alert is in one digest, every day has one."""
    office.more = 'mode = "daily"\nat = "02:30"\nzone = "Europe/Berlin"'
    clock = Clock(now=first)

    days = []
    async with office.working(clock) as tools:
        for steps in range(4 * 24 // 3):
            clock.now = first + steps * 3 * HOUR
            if steps % 2 == 0:
                office.put_for_digest(clock.now)
            days += [clock.now.astimezone(BERLIN).date() for _ in await deliver(tools)]

    assert [day.day - days[0].day for day in days] == [0, 1, 2, 3]
    assert [key for one in told(hook) for key in one] == keys(1, 15)


@pytest.fixture
def move() -> Iterator[Callable[[str], None]]:
    """A function that takes this machine to another zone."""
    with pytest.MonkeyPatch.context() as patch:

        def to(zone: str) -> None:
            patch.setenv("TZ", zone)
            time.tzset()

        yield to
    time.tzset()


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"])
async def test_the_zone_of_the_machine_changes_nothing(
    office: Office, hook: WebhookServer, move: Callable[[str], None], zone: str
) -> None:
    """Also one that changes between the alert and its sending: quiet hours are in their own."""
    office.more = 'quiet = ["22:00-07:00"]\nzone = "Europe/Berlin"'
    last_minute = datetime(2026, 4, 21, 19, 59, tzinfo=UTC)
    office.put(at=last_minute)
    move(zone)

    before = await office.deliver(last_minute)
    office.put(at=last_minute + MINUTE)
    quiet = [await office.deliver(last_minute + wait) for wait in (MINUTE, 9 * HOUR)]
    move("UTC")
    after = await office.deliver(last_minute + 9 * HOUR + MINUTE)

    assert [len(before), *map(len, quiet), len(after)] == [1, 0, 0, 1]
    assert [one.sent_at for one in office.views()] == [last_minute, last_minute + 541 * MINUTE]
    assert told(hook) == [keys(1, 1), keys(2, 2)]
