"""The way of a delivery: sent, tried again, given up, cancelled, taken over."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from flows.cli import main
from flows.deciding.alerting import Alert
from flows.deciding.notices import FeedEvent, put_notice
from flows.dispatch import decide_retry, decide_wait, deliver
from flows.outcomes import DeliveryOutcome
from flows.polling.owner import this_owner
from flows.polling.tools import Tools, open_tools
from flows.settings import Destination, load_settings
from parsers.types import Deal
from storage import outbox, sending
from storage.codec import to_json
from storage.database import open_engine, reading, transaction, upgrade
from storage.deals import open_deal
from storage.entries import NewEntry
from storage.feeds import FeedSpec, add_feed
from storage.outbox import DeliveryView
from storage.sending import ClaimedDelivery
from tests.receivers import MailServer, WebhookServer
from tests.rows import add_entry
from tests.watches import NOW, write_watch

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

DEAL = Deal(
    title="Anthropic – Amazon",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(),
    status="announced",
    status_history=(),
    announced_at=NOW,
    updated_at=NOW,
    publishers=("Axios",),
    sources=(),
)
KEY = "amazon-anthropic-2026-04#1"
NOTICE = "feeds-2026-04-21#1"


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
def folder(tmp_path: Path) -> Path:
    """A folder with a database that holds one deal."""
    engine = open_engine(f"sqlite:///{tmp_path / 'gigawatch.db'}")
    upgrade(engine)
    with transaction(engine) as session:
        add_feed(session, FeedSpec(url="https://wire.example/feed"), now=NOW)
        entry = NewEntry(
            feed_id=1,
            key="a",
            url_key=None,
            fingerprint="a",
            title="It is so",
            text="",
            seen_at=NOW,
            reading=None,
        )
        entry_id = add_entry(session, entry)
        assert entry_id is not None
        open_deal(session, DEAL, slug="amazon-anthropic-2026-04", entry_id=entry_id, now=NOW)
    engine.dispose()
    return tmp_path


def put(
    folder: Path, *destinations: str, key: str = KEY, payload: Mapping[str, object] | None = None
) -> None:
    """Put an alert of the deal into the outbox."""
    alert = Alert(
        key=key,
        deal_id="amazon-anthropic-2026-04",
        change="new",
        why="Amazon and Anthropic are on your watchlist",
        news=(),
        deal=DEAL,
    )
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    with transaction(engine) as session:
        outbox.add_alert(
            session,
            deal_id=alert.deal_id,
            key=key,
            payload=to_json(alert) if payload is None else payload,
            destinations=destinations,
            now=NOW,
        )
    engine.dispose()


def put_feeds(
    folder: Path, *destinations: str, payload: Mapping[str, object] | None = None
) -> None:
    """Put a notice of a broken feed into the outbox."""
    event = FeedEvent(
        kind="broken",
        feed_id=1,
        url="https://wire.example/feed",
        name="The Wire",
        at=NOW,
        told="broken",
        code="timeout",
        detail="wire.example: no answer in 30 s",
    )
    both = [Destination(name=name, url=SecretStr("json://localhost")) for name in destinations]
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    with transaction(engine) as session:
        put_notice(session, [event], destinations=both, now=NOW)
        if payload is not None:
            outbox.replace_payload(session, 1, payload)
    engine.dispose()


def deliveries(folder: Path) -> list[DeliveryView]:
    """What the outbox holds."""
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    with reading(engine) as session:
        views = list(outbox.list_deliveries(session))
    engine.dispose()
    return views


async def deliver_at(
    folder: Path, destinations: Mapping[str, str], now: datetime = NOW
) -> tuple[DeliveryOutcome, ...]:
    """Send what is due at that time."""
    settings = load_settings(write_watch(folder, destinations=destinations), {})
    async with open_tools(settings, clock=lambda: now) as tools:
        return await deliver(tools)


# --- sent ---------------------------------------------------------------------------------------


def _both_sent(key: str, what: str) -> tuple[DeliveryOutcome, ...]:
    """What became of an alert that went to both destinations at the first try."""
    return tuple(
        DeliveryOutcome(
            destination=name, key=f"{key}@{name}", state="sent", alert_id=1, what=what, tries=1
        )
        for name in ("desk", "mail")
    )


async def test_an_alert_goes_to_every_destination_once(
    folder: Path, hook: WebhookServer, mail: MailServer
) -> None:
    """Each destination has a delivery of its own, and one that was sent is not due again."""
    both = {"desk": hook.url, "mail": mail.url}
    put(folder, *both)

    first = await deliver_at(folder, both)
    second = await deliver_at(folder, both, NOW + timedelta(days=1))

    assert first == _both_sent(KEY, "New deal · Amazon, Anthropic (announced)")
    assert second == ()
    assert (len(hook.bodies), len(mail.messages)) == (1, 1)
    assert [(one.state, one.sent_at, one.may_repeat) for one in deliveries(folder)] == [
        ("sent", NOW, False)
    ] * 2


async def test_alerts_arrive_in_order(folder: Path, hook: WebhookServer) -> None:
    """One destination gets one message at a time, the oldest first, each with its key."""
    put(folder, "desk", key="a#1")
    put(folder, "desk", key="a#2")

    sent = await deliver_at(folder, {"desk": hook.url})

    assert [one.key for one in sent] == ["a#1@desk", "a#2@desk"]
    assert ["a#1" in str(hook.bodies[0]), "a#2" in str(hook.bodies[1])] == [True, True]


async def test_a_notice_goes_to_every_destination_once(
    folder: Path, hook: WebhookServer, mail: MailServer
) -> None:
    """A feed that breaks is told like a deal, with its own subject and key."""
    both = {"desk": hook.url, "mail": mail.url}
    put_feeds(folder, *both)

    first = await deliver_at(folder, both)
    second = await deliver_at(folder, both, NOW + timedelta(days=1))

    assert first == _both_sent(NOTICE, "Feed broken: The Wire (timeout)")
    assert second == ()
    (body,), (message,) = hook.bodies, mail.messages
    subject = "Feed broken: The Wire (timeout)"
    assert isinstance(body, dict)
    assert (body["title"], message["Subject"]) == (subject, subject)
    html = message.get_body(("html",))
    assert html is not None
    for said in (str(body["message"]), html.get_content()):
        assert "wire.example: no answer in 30 s" in said
        assert NOTICE in said


async def test_deals_and_feeds_take_turns(folder: Path, hook: WebhookServer) -> None:
    """One queue for both, the oldest first."""
    put(folder, "desk", key="a#1")
    put_feeds(folder, "desk")
    put(folder, "desk", key="a#2")

    sent = await deliver_at(folder, {"desk": hook.url})

    assert [one.key for one in sent] == ["a#1@desk", f"{NOTICE}@desk", "a#2@desk"]


def test_notices_are_listed_beside_alerts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By their key; as JSON with what each is about."""
    put(folder, "desk")
    put_feeds(folder, "desk")
    config = str(write_watch(folder, destinations={"desk": "json://localhost"}))

    table = printed(capsys, "alerts", "list", "--config", config)
    told = json.loads(printed(capsys, "alerts", "list", "--json", "--config", config))

    assert [(one["about"], one["deal"], one["alert"]) for one in told] == [
        ("deal", "amazon-anthropic-2026-04", KEY),
        ("feeds", None, NOTICE),
    ]
    assert f" {NOTICE} " in table


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints."""
    with pytest.raises(SystemExit):
        main(list(arguments))
    return capsys.readouterr().out


# --- refused ------------------------------------------------------------------------------------


async def test_a_failed_delivery_is_tried_again(folder: Path, hook: WebhookServer) -> None:
    """It waits with the reason, is left alone until its time has come, and is then sent."""
    hook.script = [500]
    desk = {"desk": hook.url}
    put(folder, "desk")

    (failed,) = await deliver_at(folder, desk)
    waiting = deliveries(folder)[0]
    too_soon = await deliver_at(folder, desk, NOW + timedelta(seconds=20))
    (sent,) = await deliver_at(folder, desk, NOW + timedelta(minutes=1))

    assert (failed.state, sent.state) == ("failed", "sent")
    assert failed.reason is not None
    assert "500" in failed.reason
    assert (waiting.state, waiting.attempts, waiting.last_error) == ("failed", 1, failed.reason)
    assert timedelta(seconds=27) <= waiting.next_try_at - NOW <= timedelta(seconds=33)
    assert too_soon == ()
    assert len(hook.bodies) == 2


@pytest.mark.parametrize("status", [400, 413])
async def test_a_message_that_is_refused_for_good_is_dead(
    folder: Path, hook: WebhookServer, status: int
) -> None:
    """It is not sent again; a person sees why, and its destination does not rest."""
    hook.script = [status]
    put(folder, "desk")
    put(folder, "desk", key="a#2")

    dead, other = await deliver_at(folder, {"desk": hook.url})
    again = await deliver_at(folder, {"desk": hook.url}, NOW + timedelta(days=9))

    assert (dead.state, other.state, again) == ("dead", "sent", ())
    assert str(status) in (deliveries(folder)[0].last_error or "")


@pytest.mark.parametrize("status", [301, 401, 403, 404, 410])
async def test_a_destination_that_wants_a_person_costs_no_message(
    folder: Path, hook: WebhookServer, status: int
) -> None:
    """A token is revoked: one message is tried, all wait, and arrive once it is mended."""
    hook.script = [status]
    put(folder, "desk")
    put(folder, "desk", key="a#2")

    (failed,) = await deliver_at(folder, {"desk": hook.url})
    sent = await deliver_at(folder, {"desk": hook.url}, NOW + timedelta(days=2))

    assert (failed.state, failed.needs_person) == ("failed", True)
    assert [one.state for one in sent] == ["sent", "sent"]


async def test_a_destination_nobody_mends_is_given_up_after_a_week(
    folder: Path, hook: WebhookServer
) -> None:
    """By then somebody has been told of it by every run."""
    hook.script = [403, 403, 403]
    put(folder, "desk")

    states = [
        (await deliver_at(folder, {"desk": hook.url}, NOW + after))[0].state
        for after in (timedelta(), timedelta(days=6), timedelta(days=8))
    ]

    assert states == ["failed", "failed", "dead"]


async def test_a_mail_server_that_refuses_is_heard(folder: Path, mail: MailServer) -> None:
    """A 550 wants a person, a 451 only time; nothing is lost by either."""
    put(folder, "mail")
    mail.mode = "busy"
    (busy,) = await deliver_at(folder, {"mail": mail.url})
    mail.mode = "refuse"
    (refused,) = await deliver_at(folder, {"mail": mail.url}, NOW + timedelta(minutes=1))

    assert [(one.state, one.needs_person) for one in (busy, refused)] == [
        ("failed", False),
        ("failed", True),
    ]
    assert refused.reason is not None
    assert "not from you" in refused.reason


async def test_a_broken_destination_does_not_hold_up_the_other(
    folder: Path, hook: WebhookServer, mail: MailServer
) -> None:
    """Mail arrives while the webhook is down, and is not sent again when that comes back."""
    hook.script = [503]
    both = {"desk": hook.url, "mail": mail.url}
    put(folder, *both)

    first = await deliver_at(folder, both)
    second = await deliver_at(folder, both, NOW + timedelta(minutes=1))

    assert {one.destination: one.state for one in first} == {"desk": "failed", "mail": "sent"}
    assert [(one.destination, one.state) for one in second] == [("desk", "sent")]
    assert len(mail.messages) == 1


async def test_a_dead_delivery_can_be_retried(folder: Path, hook: WebhookServer) -> None:
    """After a person mended the destination, the same alert goes out."""
    hook.script = [404]
    put(folder, "desk")
    await deliver_at(folder, {"desk": hook.url})

    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    with transaction(engine) as session:
        assert sending.retry(session, 1)
    engine.dispose()
    (sent,) = await deliver_at(folder, {"desk": hook.url})

    assert (sent.state, sent.key) == ("sent", f"{KEY}@desk")


async def test_an_alert_that_cannot_be_read_ends_alone(folder: Path, hook: WebhookServer) -> None:
    """A row another version wrote is dead with its reason; what comes after it is sent."""
    put(folder, "desk", key="a#1", payload={"change": "new"})
    put(folder, "desk", key="a#2")

    outcomes = await deliver_at(folder, {"desk": hook.url})

    assert [(one.key, one.state) for one in outcomes] == [
        ("a#1@desk", "dead"),
        ("a#2@desk", "sent"),
    ]
    assert "a stored Alert cannot be read" in (outcomes[0].reason or "")


async def test_a_notice_that_cannot_be_read_ends_alone(folder: Path, hook: WebhookServer) -> None:
    """It is taken for what it was meant to be, and holds up no deal."""
    put_feeds(folder, "desk", payload={"events": 3})
    put(folder, "desk")

    outcomes = await deliver_at(folder, {"desk": hook.url})

    assert [(one.key, one.state) for one in outcomes] == [
        (f"{NOTICE}@desk", "dead"),
        (f"{KEY}@desk", "sent"),
    ]
    assert "a stored Notice cannot be read" in (outcomes[0].reason or "")


# --- left behind --------------------------------------------------------------------------------


async def test_what_waits_for_a_removed_destination_is_cancelled(
    folder: Path, hook: WebhookServer
) -> None:
    """It is not kept for ever, and not sent when a new destination takes the name."""
    put(folder, "desk", "old")

    sent = await deliver_at(folder, {"desk": hook.url})
    later = await deliver_at(folder, {"desk": hook.url, "old": hook.url})

    assert [(one.destination, one.key, one.state) for one in sent] == [
        ("old", "1 waiting", "cancelled"),
        ("desk", f"{KEY}@desk", "sent"),
    ]
    assert later == ()
    assert [(one.state, one.last_error) for one in deliveries(folder)] == [
        ("sent", None),
        ("cancelled", "its destination is no longer in watch.toml"),
    ]


def claim(tools: Tools, owner: str) -> None:
    """Take a delivery, as a process does that is then killed before it can say how it went."""
    with transaction(tools.engine) as session:
        assert sending.claim_delivery(
            session, owner=owner, now=NOW, lease=timedelta(minutes=2), destinations=["desk"]
        )


async def test_a_dead_senders_delivery_is_taken_over(folder: Path, hook: WebhookServer) -> None:
    """It goes out at once under the same key, marked: it may have arrived already."""
    put(folder, "desk")
    host, pid, _, run = this_owner().split("/")
    settings = load_settings(write_watch(folder, destinations={"desk": hook.url}), {})

    async with open_tools(settings, clock=lambda: NOW) as tools:
        claim(tools, f"{host}/{pid}/1/{run}")
        (sent,) = await deliver(tools)

    (delivery,) = deliveries(folder)
    assert (sent.state, sent.key) == ("sent", f"{KEY}@desk")
    assert (delivery.state, delivery.attempts, delivery.may_repeat) == ("sent", 2, True)


async def test_a_living_senders_delivery_is_left_to_him(folder: Path, hook: WebhookServer) -> None:
    """Until his lease ends: then he is taken for dead, and what he held is marked."""
    put(folder, "desk")
    settings = load_settings(write_watch(folder, destinations={"desk": hook.url}), {})

    async with open_tools(settings, clock=lambda: NOW) as tools:
        claim(tools, "another host/1/1/other")
        at_once = await deliver(tools)
        (sent,) = await deliver(replace(tools, clock=lambda: NOW + timedelta(minutes=2)))

    assert at_once == ()
    assert sent.state == "sent"
    assert deliveries(folder)[0].may_repeat


# --- how often ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failures", "wait"),
    [
        (1, timedelta(seconds=30)),
        (2, timedelta(minutes=1)),
        (5, timedelta(minutes=8)),
        (8, timedelta(hours=1)),
        (999, timedelta(hours=1)),
    ],
)
def test_waits_grow(failures: int, wait: timedelta) -> None:
    """Each wait is twice the one before, up to an hour, a tenth more or less."""
    assert decide_wait(failures, spread=0) == wait
    assert decide_wait(failures, spread=-1) == wait * 0.9
    assert decide_wait(failures, spread=1) == wait * 1.1


@pytest.mark.parametrize(
    ("attempts", "age", "again"),
    [
        (3, timedelta(days=7), True),
        (3, timedelta(days=8), False),
        (99, timedelta(days=6), True),
        (2, timedelta(days=8), True),
    ],
    ids=["a week", "more than a week", "often, in less than a week", "seldom, but long ago"],
)
def test_a_person_is_asked_after_a_week(attempts: int, age: timedelta, *, again: bool) -> None:
    """Not before: a relay that is down over a long weekend costs nobody a message."""
    claimed = ClaimedDelivery(
        id=1,
        alert_id=1,
        deal_id="d",
        key="d#1@desk",
        destination="desk",
        attempts=attempts,
        may_repeat=False,
        created_at=NOW - age,
        payload={},
    )

    assert (decide_retry(claimed, NOW, spread=0) is not None) == again
