"""Nothing is lost, repeated needlessly or poured out when destinations fail, rest or are flooded.

Real Apprise, real webhook and mail servers on loopback, a clock that each test sets.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.dispatch import deliver
from tests.office import DAY, HOUR, MINUTE, Office, keys, pass_pauses, told
from tests.receivers import MailServer, WebhookServer
from tests.watches import NOW
from tests.watching import Clock

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


@pytest.fixture
def hook() -> Iterator[WebhookServer]:
    """A webhook that says ok unless told otherwise."""
    with WebhookServer() as server:
        yield server


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A mail server that takes everything unless told otherwise."""
    with MailServer() as server:
        yield server


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office without destinations."""
    return Office(tmp_path)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that goes on by as much as the program sleeps."""
    return pass_pauses(monkeypatch)


# --- a destination that is down -----------------------------------------------------------------


async def test_a_destination_that_is_down_is_tried_once_a_round(
    office: Office, hook: WebhookServer
) -> None:
    """Five messages wait, one is tried; when it is back all five arrive, one by one."""
    office.destinations = {"desk": hook.url}
    office.put(5)
    hook.script = [503]

    down = await office.deliver()
    resting = await office.deliver(NOW + timedelta(seconds=5))
    back = await office.deliver(NOW + MINUTE)

    assert [one.state for one in down] == ["failed"]
    assert resting == ()
    assert [one.state for one in back] == ["sent"] * 5
    assert office.states() == ["sent"] * 5
    assert office.failing() == {}


async def test_three_days_down_end_in_one_digest(office: Office, hook: WebhookServer) -> None:
    """All 500 in it, the oldest first; while it is down, few tries are made and none is lost."""
    office.destinations = {"desk": hook.url}
    hook.script = [503] * 10_000
    clock = Clock(now=NOW)
    async with office.working(clock) as tools:
        for number in range(24):
            clock.now = NOW + number * 3 * HOUR
            office.put(25 if number < 20 else 0, at=clock.now)
            await deliver(tools)
    tries = len(hook.bodies)
    hook.script, hook.bodies[:] = [], []

    back = await office.deliver(NOW + 3 * DAY + HOUR)
    after = await office.deliver(NOW + 4 * DAY)

    assert [one.state for one in back] == ["sent"]
    assert told(hook) == [keys(1, 500)]
    assert set(office.states()) == {"sent"}
    assert after == ()
    assert tries == 24


async def test_one_poisonous_message_holds_up_no_other(office: Office, hook: WebhookServer) -> None:
    """The destination is tried again before that message is."""
    office.destinations = {"desk": hook.url}
    office.put(3)
    hook.script = [500, 200, 200, 500]

    await office.deliver()
    others = await office.deliver(NOW + timedelta(seconds=20))
    await office.deliver(NOW + MINUTE)

    assert [(one.key, one.state) for one in others] == [
        ("deal-2#1@desk", "sent"),
        ("deal-3#1@desk", "sent"),
    ]
    assert office.states() == ["failed", "sent", "sent"]


async def test_a_message_is_given_up_after_a_week(office: Office, hook: WebhookServer) -> None:
    """Not within it, however often it failed; then a person is told why."""
    office.destinations = {"desk": hook.url}
    office.put(1)
    hook.script = [503] * 10_000

    states, clock = set(), Clock(now=NOW)
    async with office.working(clock) as tools:
        for hours in range(0, 7 * 24, 2):
            clock.now = NOW + hours * HOUR
            await deliver(tools)
            states |= set(office.states())
    (last,) = await office.deliver(NOW + 8 * DAY)

    assert states == {"failed"}
    assert (last.state, office.states()) == ("dead", ["dead"])
    assert "503" in (last.reason or "")


async def test_an_answer_that_never_came_is_asked_for_again(
    office: Office, hook: WebhookServer
) -> None:
    """The message may have arrived: it comes again under the same key, and says so."""
    office.destinations = {"desk": hook.url}
    office.put(1)
    hook.script = ["close"]

    (lost,) = await office.deliver()
    (again,) = await office.deliver(NOW + MINUTE)

    assert (lost.state, again.state) == ("failed", "sent")
    assert told(hook) == [keys(1, 1)] * 2
    assert ["May repeat" in str(body) for body in hook.bodies] == [False, True]


async def test_mail_dropped_after_its_data_may_have_arrived(
    office: Office, mail: MailServer
) -> None:
    """The same for mail, where Message-ID lets the reader's program see that it is one mail."""
    office.destinations = {"mail": mail.url}
    office.put(1)
    mail.mode = "drop"
    await office.deliver()
    mail.mode = "ok"

    (again,) = await office.deliver(NOW + MINUTE)

    first, second = mail.messages
    assert again.state == "sent"
    assert first["Message-ID"] == second["Message-ID"]
    assert "May repeat" in str(second.get_body(("plain",)))


# --- floods and digests -------------------------------------------------------------------------


async def test_a_flood_is_one_message(office: Office, hook: WebhookServer) -> None:
    """500 matches at once: one message with all of them, not 500."""
    office.destinations = {"desk": hook.url}
    office.put(500)

    sent = await office.deliver()

    assert [(one.key, one.state) for one in sent] == [("digest-2026-04-21#1@desk", "sent")]
    assert told(hook) == [keys(1, 500)]


async def test_a_few_at_once_are_messages_of_their_own(office: Office, hook: WebhookServer) -> None:
    """Up to `digest_above`; a message each is what makes one deal easy to forward."""
    office.destinations = {"desk": hook.url}
    office.put(10)

    sent = await office.deliver()

    assert len(sent) == 10
    assert told(hook) == [[key] for key in keys(1, 10)]


async def test_a_digest_that_fails_grows_while_it_waits(
    office: Office, hook: WebhookServer
) -> None:
    """What comes in the meantime joins it as soon as that is too much for messages of their own."""
    office.destinations = {"desk": hook.url}
    office.put(12)
    hook.script = [503]
    await office.deliver()
    office.put(12)

    (sent,) = await office.deliver(NOW + MINUTE)

    assert sent.state == "sent"
    assert told(hook)[-1] == keys(1, 24)


async def test_a_lost_answer_to_a_digest_repeats_it_whole(
    office: Office, hook: WebhookServer
) -> None:
    """Under the same key, marked; no member is sent beside it."""
    office.destinations = {"desk": hook.url}
    office.put(11)
    hook.script = ["close"]
    await office.deliver()

    await office.deliver(NOW + MINUTE)
    nothing = await office.deliver(NOW + HOUR)

    assert told(hook) == [keys(1, 11)] * 2
    assert ["May repeat" in str(body) for body in hook.bodies] == [False, True]
    assert nothing == ()


async def test_a_daily_destination_gets_one_message_a_day(
    office: Office, hook: WebhookServer
) -> None:
    """At its time in its zone; what comes after is in tomorrow's, and in that one alone."""
    office.destinations = {"desk": hook.url}
    office.more = 'mode = "daily"\nat = "18:00"\nzone = "Europe/Berlin"'
    evening = datetime(2026, 4, 21, 16, tzinfo=UTC)
    office.put(2, held=evening)

    before = await office.deliver(evening - MINUTE)
    at = await office.deliver(evening)
    office.put(1, at=evening, held=evening + DAY)
    after = await office.deliver(evening + MINUTE)
    tomorrow = await office.deliver(evening + DAY)
    quiet_day = await office.deliver(evening + 2 * DAY)

    assert (before, after, quiet_day) == ((), (), ())
    assert [len(at), len(tomorrow)] == [1, 1]
    assert told(hook) == [keys(1, 2), keys(3, 3)]


# --- when it may be sent ------------------------------------------------------------------------


async def test_quiet_hours_are_kept_and_lose_nothing(office: Office, hook: WebhookServer) -> None:
    """What came in the night is there in the morning; many as one message."""
    office.destinations = {"desk": hook.url}
    office.more = 'quiet = ["22:00-07:00"]\nzone = "America/New_York"'
    night, morning = (datetime(2026, 4, 21, hour, tzinfo=UTC) for hour in (4, 11))
    office.put(3, at=night)

    asleep = await office.deliver(night)
    awake = await office.deliver(morning)

    assert asleep == ()
    assert [one.state for one in awake] == ["sent"] * 3


async def test_a_gap_is_kept_between_two_messages(
    office: Office, hook: WebhookServer, pauses: Clock
) -> None:
    """Also by another worker, who looks a moment later."""
    office.destinations = {"desk": hook.url}
    office.gap = "10s"
    office.put(1)
    await office.deliver()
    office.put(1)

    too_soon = await office.deliver(NOW + timedelta(seconds=9))
    (sent,) = await office.deliver(NOW + timedelta(seconds=10))

    assert too_soon == ()
    assert sent.key == "deal-2#1@desk"
    assert pauses.now == NOW + timedelta(seconds=20)


async def test_at_most_one_message_a_second(
    office: Office, hook: WebhookServer, pauses: Clock
) -> None:
    """As many as are sent one by one take their time; other destinations take theirs beside."""
    office.destinations = {"desk": hook.url}
    office.gap = "1s"
    office.put(10)

    async with office.working(pauses) as tools:
        await deliver(tools)

    assert [one.sent_at for one in office.views()] == [
        NOW + timedelta(seconds=number) for number in range(10)
    ]


@pytest.mark.parametrize("jump", [timedelta(days=3650), HOUR, -HOUR])
async def test_a_clock_that_was_wrong_holds_nothing_back(
    office: Office, hook: WebhookServer, jump: timedelta
) -> None:
    """Alerts decided, messages sent and failed at a wrong time go on at the right one."""
    office.destinations = {"desk": hook.url}
    hook.script = [200, 503]
    office.put(3, at=NOW + jump)
    await office.deliver(NOW + jump)
    before = len(hook.bodies)

    for minutes in range(0, 121, 5):
        await office.deliver(NOW + minutes * MINUTE)

    assert before == 2
    assert office.states() == ["sent"] * 3


# --- changes of the configuration ---------------------------------------------------------------


async def test_a_removed_destination_leaves_a_reason(office: Office, hook: WebhookServer) -> None:
    """What waits, has failed or is held for it is cancelled, digest and all; others go on."""
    office.destinations = {"desk": hook.url, "old": hook.url}
    office.put(12)
    hook.script = [503, 503]
    await office.deliver()
    office.put(1, held=NOW + DAY)
    del office.destinations["old"]

    await office.deliver(NOW + DAY)

    old = [one for one in office.views() if one.destination == "old"]
    assert {one.state for one in old} == {"cancelled"}
    assert {one.last_error for one in old} == {"its destination is no longer in watch.toml"}
    assert {one.state for one in office.views() if one.destination == "desk"} == {"sent"}


async def test_a_renamed_destination_hears_what_comes_after(
    office: Office, hook: WebhookServer
) -> None:
    """What waited under the old name is cancelled with its reason, not sent under the new one."""
    office.destinations = {"desk": hook.url}
    office.put(2)
    hook.script = [503]
    await office.deliver()
    office.destinations = {"office": hook.url}
    office.put(1)
    hook.bodies.clear()

    await office.deliver(NOW + HOUR)

    assert told(hook) == [keys(3, 3)]
    assert [(one.destination, one.state) for one in office.views()] == [
        ("desk", "cancelled"),
        ("desk", "cancelled"),
        ("office", "sent"),
    ]


async def test_a_good_destination_beside_a_bad_one_hears_once(
    office: Office, hook: WebhookServer, mail: MailServer
) -> None:
    """Over five runs of the bad one's failing."""
    office.destinations = {"bad": hook.url, "good": mail.url}
    office.put(1)
    hook.script = [503] * 100

    for number in range(5):
        await office.deliver(NOW + number * HOUR)

    assert len(mail.messages) == 1
    assert len(hook.bodies) == 5


async def test_two_workers_share_without_repeating(office: Office, hook: WebhookServer) -> None:
    """Each message once, whoever sends it."""
    office.destinations = {"desk": hook.url}
    office.put(5)
    async with office.working(lambda: NOW) as one:
        two = replace(one, owner="another host/1/1/other")

        first = await deliver(one)
        second = await deliver(two)

    assert len(first) + len(second) == 5
    assert sorted(key for keys in told(hook) for key in keys) == keys(1, 5)
