"""What becomes of a delivery at every answer a service or a mail server may give, or not give.

Real Apprise, real webhook and mail servers on loopback, a clock that each test sets.
"""

import socket
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Literal

import pytest
from apprise.plugins.slack import NotifySlack

from flows.cli import main
from flows.sending import wire
from storage.outbox import DeliveryState
from tests.catching import SLACK
from tests.office import DAY, MINUTE, Office, keys, told
from tests.receivers import MailMode, MailServer, Step, WebhookServer
from tests.watches import NOW

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

# How it goes on: it arrived, a person is asked, it comes again, or again and says so.
Ending = Literal["sent", "dead", "again", "may repeat"]
STATES: dict[Ending, DeliveryState] = {
    "sent": "sent",
    "dead": "dead",
    "again": "failed",
    "may repeat": "failed",
}
SECOND = timedelta(seconds=1)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office without destinations."""
    return Office(tmp_path)


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebhookServer]:
    """A webhook, also in Slack's place; what never ends is left after a moment."""
    monkeypatch.setattr(wire, "_ANSWER_TIME", 0.2)
    with WebhookServer() as server:
        monkeypatch.setattr(NotifySlack, "webhook_url", f"{server.base}/services")
        yield server


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A mail server that takes everything unless told otherwise."""
    with MailServer() as server:
        yield server


# --- every answer -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "endings"),
    [
        pytest.param(200, ("sent", "sent"), id="ok"),
        pytest.param(302, ("again", "again"), id="points elsewhere for now"),
        pytest.param(308, ("again", "again"), id="points elsewhere for good"),
        pytest.param(400, ("dead", "dead"), id="refused"),
        pytest.param(413, ("dead", "dead"), id="too large"),
        pytest.param(401, ("again", "again"), id="wrong token"),
        pytest.param(403, ("again", "again"), id="not allowed"),
        pytest.param(404, ("again", "again"), id="not there"),
        pytest.param(410, ("again", "again"), id="gone"),
        pytest.param(408, ("again", "again"), id="lost patience"),
        pytest.param(429, ("again", "again"), id="too many"),
        pytest.param(500, ("again", "again"), id="failed"),
        pytest.param(503, ("again", "again"), id="busy"),
        pytest.param("close", ("may repeat", "may repeat"), id="hangs up"),
        pytest.param("hang", ("may repeat", "may repeat"), id="hangs"),
        # Slack says "ok" at its end; of a webhook the status is all there is to know.
        pytest.param("cut", ("sent", "may repeat"), id="breaks off"),
        pytest.param("flood", ("sent", "again"), id="256 MB"),
        pytest.param("drip", ("sent", "again"), id="never ends"),
    ],
)
@pytest.mark.parametrize("service", ["webhook", "slack"])
async def test_every_answer_has_its_ending(
    office: Office, hook: WebhookServer, service: str, step: Step, endings: tuple[Ending, Ending]
) -> None:
    """Sent once, dead at once with its reason, or again under the same key, marked if need be."""
    ending = endings[service == "slack"]
    office.destinations = {"desk": f"{SLACK if service == 'slack' else hook.url}?rto=0.2"}
    office.put()
    hook.script = [step]

    (first,) = await office.deliver()
    later = await office.deliver(NOW + MINUTE)

    comes_again = ending in ("again", "may repeat")
    assert (first.state, bool(first.reason)) == (STATES[ending], ending != "sent")
    assert [one.state for one in later] == ["sent"] * comes_again
    assert told(hook) == [keys(1, 1)] * (1 + comes_again)
    assert ["May repeat" in str(body) for body in hook.bodies[1:]] == [
        ending == "may repeat"
    ] * comes_again
    assert hook.sent_bytes < 16 * 1024 * 1024


@pytest.mark.parametrize(
    ("mode", "ending"),
    [
        ("ok", "sent"),
        ("busy", "again"),
        ("refuse", "again"),
        ("drop", "may repeat"),
        ("hello", "may repeat"),
        ("hang", "may repeat"),
    ],
)
async def test_every_reply_of_a_mail_server_has_its_ending(
    office: Office, mail: MailServer, mode: MailMode, ending: Ending
) -> None:
    """250, 451 and 550; one that hangs up, or says nothing more, may have it."""
    office.destinations = {"mail": f"{mail.url}&cto=0.5"}
    office.put()
    mail.mode = mode

    (first,) = await office.deliver()
    mail.mode = "ok"
    later = await office.deliver(NOW + MINUTE)

    comes_again = ending in ("again", "may repeat")
    assert (first.state, bool(first.reason)) == (STATES[ending], ending != "sent")
    assert [one.state for one in later] == ["sent"] * comes_again
    assert len(mail.messages) == (ending != "dead") + (mode in {"drop", "hang"})
    if comes_again:
        text = str(mail.messages[-1].get_body(("plain",)))
        assert ("May repeat" in text) == (ending == "may repeat")


async def test_a_200_with_an_error_inside_was_not_taken(
    office: Office, hook: WebhookServer
) -> None:
    """Slack says "ok" or it did not take it: the alert waits, with Slack's word for why."""
    office.destinations = {"desk": SLACK}
    office.put()
    hook.answer = "no_service"
    (refused,) = await office.deliver()
    hook.answer = "ok"

    (sent,) = await office.deliver(NOW + MINUTE)

    assert (refused.state, sent.state) == ("failed", "sent")
    assert "no_service" in str(refused.reason)


@pytest.mark.parametrize("scheme", ["json", "mailto"])
async def test_what_was_never_connected_is_no_repeat(
    office: Office, hook: WebhookServer, mail: MailServer, scheme: str
) -> None:
    """Nothing was sent where nothing listens: it comes again without a mark."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    good = {"json": hook.url, "mailto": mail.url}[scheme]
    now_at = {"json": hook.port, "mailto": mail.port}[scheme]
    office.destinations = {"desk": good.replace(str(now_at), str(port))}
    office.put()
    (refused,) = await office.deliver()
    office.destinations = {"desk": good}

    (sent,) = await office.deliver(NOW + MINUTE)

    assert (refused.state, sent.state) == ("failed", "sent")
    assert "nothing listens at that port" in str(refused.reason)
    said = [str(one.get_body(("plain",))) for one in mail.messages] + list(map(str, hook.bodies))
    assert ["May repeat" in one for one in said] == [False]


async def test_a_mail_server_that_says_nothing_is_left(office: Office) -> None:
    """It takes the connection and never greets: the try ends, and nothing was sent."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        options = "?mode=insecure&cto=0.2&from=watch@example.org&to=desk@example.org"
        office.destinations = {"mail": f"mailto://127.0.0.1:{silent.getsockname()[1]}{options}"}
        office.put()

        (failed,) = await office.deliver()

    assert (failed.state, office.views()[0].may_repeat) == ("failed", False)
    assert str(failed.reason).endswith(": does not answer: not a word from it in time")


async def test_a_redirect_is_not_followed(office: Office, hook: WebhookServer) -> None:
    """Whoever it points to hears nothing, and the alert is not taken for sent."""
    office.destinations = {"desk": f"{hook.url}?redirect=yes", "slack": f"{SLACK}?redirect=yes"}
    office.put()
    hook.script = [307, 302]
    with WebhookServer() as other:
        hook.location = f"{other.base}/elsewhere"

        outcomes = await office.deliver()

        assert other.paths == []
    assert {one.state for one in outcomes} == {"failed"}


# --- wait, and do not wait ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "answer"),
    [
        pytest.param({"Retry-After": "600"}, "", id="seconds"),
        pytest.param({"Retry-After": "Wed, 22 Apr 2026 12:10:00 GMT"}, "", id="a time"),
        pytest.param({}, '{"message": "rate limited", "retry_after": 600.0}', id="Discord"),
        pytest.param({}, '{"ok": false, "parameters": {"retry_after": 600}}', id="Telegram"),
    ],
)
async def test_who_asks_for_rest_gets_it(
    office: Office,
    hook: WebhookServer,
    monkeypatch: pytest.MonkeyPatch,
    headers: dict[str, str],
    answer: str,
) -> None:
    """Until then nothing at all goes there; a time is read by the server's own clock."""
    there = "Wed, 22 Apr 2026 12:00:00 GMT"
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda *_: there)
    office.destinations = {"desk": hook.url}
    office.put(2)
    hook.script, hook.headers, hook.answer = [429], headers, answer
    await office.deliver()
    hook.headers, hook.answer = {}, "ok"

    too_soon = await office.deliver(NOW + 10 * MINUTE - SECOND)
    in_time = await office.deliver(NOW + 10 * MINUTE)

    assert too_soon == ()
    assert [one.state for one in in_time] == ["sent"] * 2
    assert not any("May repeat" in str(body) for body in hook.bodies)


async def test_nobody_asks_for_too_long_a_rest(office: Office, hook: WebhookServer) -> None:
    """A year is a slip: after two hours the destination is asked again."""
    office.destinations = {"desk": hook.url}
    office.put()
    hook.script, hook.headers = [429], {"Retry-After": "31536000"}
    await office.deliver()

    too_soon = await office.deliver(NOW + 119 * MINUTE)
    (sent,) = await office.deliver(NOW + 120 * MINUTE)

    assert (too_soon, sent.state) == ((), "sent")


async def test_a_400_is_dead_at_once_and_shown(
    office: Office, hook: WebhookServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the service's own words; the next message goes out beside it, none is tried twice."""
    office.destinations = {"desk": hook.url}
    office.put(2)
    hook.script, hook.answer = [400], "invalid_blocks"

    outcomes = await office.deliver()
    again = await office.deliver(NOW + DAY)
    with pytest.raises(SystemExit):
        main(["alerts", "list", "--state", "dead", "--json", "--config", str(office.write())])

    assert [one.state for one in outcomes] == ["dead", "sent"]
    assert again == ()
    said = f"127.0.0.1:{hook.port}: it refused the message as malformed (400 invalid_blocks)"
    assert outcomes[0].reason == said
    assert f'"last_error": "{said}"' in capsys.readouterr().out
