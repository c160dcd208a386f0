"""Sending through the real Apprise: what a failure is called, what may be a repeat, no secrets."""

import logging
import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
import requests
from apprise.plugins.ntfy import NotifyNtfy
from apprise.plugins.slack import NotifySlack
from apprise.plugins.telegram import NotifyTelegram

from flows.messages.message import Message, plain_section
from flows.sending import wire
from flows.sending.notify import (
    SEPARATOR,
    SendOutcome,
    check_destination,
    find_trouble,
    redact,
    send,
)
from flows.sending.reasons import Fault
from parsers.errors import DestinationError
from tests.catching import SLACK, TOKENS
from tests.receivers import MailServer, Step, WebhookServer

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

TOKEN_A, TOKEN_B, TOKEN_C = TOKENS
MESSAGE = Message(subject="New deal · A → B", blocks=((plain_section("Five", ("GW",)),),))
SENT = SendOutcome(ok=True)
MAYBE = "; it may have arrived"


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with MailServer() as server:
        yield server


@pytest.fixture
def hook() -> Iterator[WebhookServer]:
    """A webhook that says ok."""
    with WebhookServer() as server:
        yield server


@pytest.fixture
def slack(hook: WebhookServer, monkeypatch: pytest.MonkeyPatch) -> WebhookServer:
    """The webhook in Slack's place; no Apprise URL can name Slack's host."""
    monkeypatch.setattr(NotifySlack, "webhook_url", f"{hook.base}/services")
    return hook


@pytest.fixture
def closed_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


# --- what does not ------------------------------------------------------------------------------


def test_a_failure_then_a_success(slack: WebhookServer) -> None:
    """A failed sending is told with its reason, sent once, and can be sent again."""
    slack.script = [500]

    outcomes = [send(SLACK, MESSAGE), send(SLACK, MESSAGE)]

    reason = "Slack: the service failed (500 ok)"
    assert outcomes == [SendOutcome(ok=False, reason=reason), SENT]
    assert len(slack.bodies) == 2


@pytest.mark.parametrize(
    ("step", "words", "kind"),
    [
        (400, "it refused the message as malformed (400 ok)", "message"),
        (401, "the token or password is wrong or was revoked (401 ok)", "destination"),
        (403, "it is not allowed: the token is wrong, was revoked, or may not", "destination"),
        (404, "nothing is there: the token or path is wrong, or was deleted (404", "destination"),
        (410, "it was removed for good; make a new one (410 ok)", "destination"),
        (418, "it did not take the message (418 ok)", "passing"),
        (429, "it asked to wait: too many messages (429 ok)", "passing"),
        (502, "the service failed (502 ok)", "passing"),
        ("close", f"hung up without an answer{MAYBE}", "unanswered"),
        ("hang", f"no answer in time{MAYBE}", "unanswered"),
        ("cut", f"took it, but its answer broke off{MAYBE}", "unanswered"),
    ],
)
@pytest.mark.parametrize("service", ["Slack", "webhook", "form"])
def test_a_refusal_is_told_in_plain_words(
    slack: WebhookServer, step: Step, words: str, kind: Fault | Literal["unanswered"], service: str
) -> None:
    """Which service, what is wrong, by whose fault, and whether it may have been taken."""
    urls = {"Slack": SLACK, "webhook": slack.url, "form": slack.url.replace("json", "form")}
    slack.script = [step]

    outcome = send(f"{urls[service]}?rto=0.2", MESSAGE)

    where = "Slack" if service == "Slack" else f"127.0.0.1:{slack.port}"
    if (step, service) in {("cut", "webhook"), ("cut", "form")}:
        # They look at the status alone, which was good.
        assert outcome == SENT
        return
    assert outcome == SendOutcome(
        ok=False,
        reason=outcome.reason,
        fault="passing" if kind == "unanswered" else kind,
        unanswered=kind == "unanswered",
    )
    assert str(outcome.reason).startswith(f"{where}: {words}")
    assert not any(token in str(outcome.reason) for token in (TOKEN_A, TOKEN_B, TOKEN_C))
    assert len(slack.bodies) == 1


@pytest.mark.parametrize(
    ("headers", "answer", "wait"),
    [
        ({"Retry-After": "30"}, "ok", 30.0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, "ok", 0.0),
        ({"Retry-After": "soon"}, "ok", None),
        ({"Retry-After": "-5"}, "ok", None),
        ({}, '{"message": "You are being rate limited.", "retry_after": 64.5}', 64.5),
        ({}, '{"ok": false, "parameters": {"retry_after": 7}}', 7.0),
        ({}, '{"retry_after": true}', None),
        ({}, '{"retry_after": 1e999}', None),
        ({}, "[1]", None),
    ],
)
def test_how_long_to_wait_is_heard(
    hook: WebhookServer, headers: dict[str, str], answer: str, wait: float | None
) -> None:
    """By the header, or in the JSON of services that say it there."""
    hook.script, hook.headers, hook.answer = [429], headers, answer

    outcome = send(hook.url, MESSAGE)

    assert (outcome.ok, outcome.fault, outcome.retry_after) == (False, "passing", wait)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ('{"description": "Unauthorized: \\u001b[31mbot"}', "401 Unauthorized: [31mbot"),
        ('{"message": "Unknown Webhook", "code": 10015}', "401 Unknown Webhook"),
        ('{"error": {"deep": 1}, "detail": "no"}', "401 no"),
        ("<html><body>Sign in</body></html>", "401"),
        ("[1, 2]", "401"),
        ("invalid_token\nsecond line", "401 invalid_token"),
        ("x" * 1000, f"401 {'x' * 119}…"),
        ("your token TIiajkdnlazkcOXrIdevi7 is bad", "401 your token *** is bad"),
        ("\udcff", "401 \ufffd"),
    ],
)
def test_the_services_own_words_are_kept_short(
    slack: WebhookServer, answer: str, words: str
) -> None:
    """One line without markup, escapes or secrets, out of whatever a service answers."""
    slack.script, slack.answer = [401], answer

    outcome = send(SLACK, MESSAGE)

    assert str(outcome.reason).endswith(f"({words})")
    assert str(outcome.reason).isprintable()


@pytest.mark.parametrize("url", ["slack", "json"])
@pytest.mark.parametrize(
    ("status", "fault"), [(302, "passing"), (307, "passing"), (301, "destination")]
)
def test_a_redirect_is_no_success(slack: WebhookServer, url: str, status: int, fault: str) -> None:
    """Nothing is sent to where a service points, not even where the URL asks for it."""
    slack.script = [status]
    with WebhookServer() as other:
        slack.location = f"{other.base}/elsewhere"

        outcome = send({"slack": SLACK, "json": slack.url}[url] + "?redirect=yes", MESSAGE)

        assert (outcome.ok, outcome.fault, other.paths) == (False, fault, [])
    said = f"it points to another address, which is not followed; write that one ({status} ok)"
    assert str(outcome.reason).endswith(said)


@pytest.mark.parametrize("answer", ["invalid_payload", '{"ok": false, "error": "no_service"}'])
def test_200_with_an_error_inside_is_a_failure_on_slack(slack: WebhookServer, answer: str) -> None:
    """Slack's webhook says "ok" or it did not take it."""
    slack.answer = answer

    outcome = send(SLACK, MESSAGE)

    said = "no_service" if "no_service" in answer else "invalid_payload"
    reason = f"Slack: answered, but did not take it (200 {said})"
    assert outcome == SendOutcome(ok=False, reason=reason)


@pytest.mark.parametrize("service", ["webhook", "Slack"])
def test_a_huge_answer_is_not_read(slack: WebhookServer, service: str) -> None:
    """Whatever a service sends back, no more than its beginning is taken."""
    slack.script = ["flood"]

    outcome = send(slack.url if service == "webhook" else SLACK, MESSAGE)

    assert outcome.ok is (service == "webhook")
    assert slack.sent_bytes < 16 * 1024 * 1024


def test_an_answer_without_an_end_is_left(
    hook: WebhookServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that took the message has said so at the beginning of its answer."""
    monkeypatch.setattr(wire, "_ANSWER_TIME", 0.2)
    hook.script = ["drip"]

    outcome = send(hook.url, MESSAGE)

    assert outcome == SENT
    assert hook.sent_bytes < 100


def test_another_user_of_requests_is_left_alone(hook: WebhookServer) -> None:
    """Outside a sending the adapter is the one of `requests`: whole answers, nothing noted."""
    assert send(hook.url, MESSAGE) == SENT
    hook.answer = "x" * 100_000

    answer = requests.get(hook.base, timeout=5)

    assert (len(answer.content), wire.current_wire()) == (100_000, None)


@pytest.mark.parametrize("options", ["retry=3&wait=0", "optional=yes"])
def test_a_url_cannot_retry_or_hide_a_failure(hook: WebhookServer, options: str) -> None:
    """Trying again is the outbox's business, and it hears of every failure."""
    hook.script = [500]

    outcome = send(f"{hook.url}?{options}", MESSAGE)

    assert (outcome.ok, len(hook.bodies)) == (False, 1)


def test_a_part_that_was_taken_makes_the_rest_a_repeat(
    hook: WebhookServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two topics of one destination one has the message: trying again tells it twice."""
    monkeypatch.setattr(NotifyNtfy, "request_rate_per_sec", 0)
    hook.script = [200, 503]

    outcome = send(f"ntfy://127.0.0.1:{hook.port}/one/two", MESSAGE)

    reason = "ntfy: the service failed (503 ok); 1 of 2 went through"
    assert outcome == SendOutcome(ok=False, reason=reason, unanswered=True)


@pytest.mark.parametrize(
    "scheme", ["json://user:hunter2@", "mailto://user:hunter2@"], ids=["webhook", "mail"]
)
def test_a_port_where_nobody_listens(closed_port: int, scheme: str) -> None:
    """The reason names the machine and what is wrong, without the login."""
    query = "?mode=insecure&from=watch@example.org&to=desk@example.org"

    outcome = send(f"{scheme}127.0.0.1:{closed_port}/t0ken{query}", MESSAGE)

    reason = f"127.0.0.1:{closed_port}: nothing listens at that port"
    assert outcome == SendOutcome(ok=False, reason=reason)


@pytest.mark.parametrize(
    "url",
    [
        "json://nowhere.invalid/t0ken",
        "mailto://nowhere.invalid?mode=insecure&from=w@example.org&to=d@example.org",
    ],
)
def test_a_name_that_does_not_exist(url: str) -> None:
    """Whether the name is wrong or the network is down, nothing was sent."""
    outcome = send(url, MESSAGE)

    assert (outcome.ok, outcome.fault, outcome.unanswered) == (False, "passing", False)
    assert re.match(
        r"nowhere\.invalid(:25)?: the name (does not exist; is it|cannot be looked up)",
        str(outcome.reason),
    )


def test_https_where_none_is_spoken(hook: WebhookServer) -> None:
    """A port without TLS is told as one, and nothing was sent."""
    outcome = send(hook.url.replace("json://", "jsons://"), MESSAGE)

    reason = f"127.0.0.1:{hook.port}: no secure connection; does that port speak TLS?"
    assert outcome == SendOutcome(ok=False, reason=reason)


def test_a_service_that_raises_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin's own error becomes a reason, never an exception; nobody knows how far it came."""

    def broken(_self: NotifySlack, **_: object) -> bool:
        raise RuntimeError(f"{TOKEN_C} is wrong")

    monkeypatch.setattr(NotifySlack, "send", broken)
    outcome = send(SLACK, MESSAGE)

    reason = "Unhandled Notification Exception: RuntimeError"
    assert outcome == SendOutcome(ok=False, reason=reason, unanswered=True)


@pytest.mark.parametrize("answer", [None, False, 0])
def test_a_service_that_does_not_say_yes_failed(
    monkeypatch: pytest.MonkeyPatch, answer: object
) -> None:
    """Only a true answer is a success; where no reason was given, that is said."""
    monkeypatch.setattr(NotifySlack, "send", lambda _self, **_: answer)

    outcome = send(SLACK, MESSAGE)

    reason = f"the service did not take it and gave no reason{MAYBE}"
    assert outcome == SendOutcome(ok=False, reason=reason, unanswered=True)


def test_an_unusable_url_needs_a_person() -> None:
    """A destination that was never checked still only fails."""
    outcome = send("nonsense://t0ken", MESSAGE)

    assert (outcome.ok, outcome.fault) == (False, "destination")


# --- secrets ------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [200, 500, "close"])
def test_no_log_line_holds_a_secret(
    slack: WebhookServer, caplog: pytest.LogCaptureFixture, step: Step
) -> None:
    """With every logger at its most talkative, no token and no payload is written."""
    caplog.set_level(1)
    logging.getLogger("apprise").setLevel(1)
    slack.script = [step, step]

    send(SLACK, MESSAGE)
    send(slack.url.replace("json://", "json://user:hunter2@") + "/t0ken", MESSAGE)

    written = caplog.text + "".join(str(record.__dict__) for record in caplog.records)
    assert not re.search(f"{TOKEN_A}|{TOKEN_B}|{TOKEN_C}|hunter2|t0ken", written)
    assert all(r.levelno >= logging.INFO for r in caplog.records if r.name == "apprise")


@pytest.mark.usefixtures("slack")
def test_a_log_line_outside_a_sending_is_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    """Another user of Apprise in this process keeps its own words, but not its payloads."""
    caplog.set_level(1)
    send(SLACK, MESSAGE)
    caplog.clear()

    logging.getLogger("apprise").info("sent %s", TOKEN_C)
    logging.getLogger("apprise").debug("payload")

    assert [record.getMessage() for record in caplog.records] == [f"sent {TOKEN_C}"]


def test_a_token_in_the_place_of_a_port_stays_out_of_the_reason(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a Telegram URL host and port are a bot's number and token."""

    def wrong(self: NotifyTelegram, **_: object) -> bool:
        self.logger.warning("no bot %s at %s", self.bot_token, self.notify_url + self.bot_token)
        return False

    monkeypatch.setattr(NotifyTelegram, "send", wrong)

    outcome = send("tgram://123456789:AbcdefGhijkl/42424242/", MESSAGE)

    assert outcome.reason == "no bot *** at https://api.telegram.org/bot***"
    assert "Abcdef" not in caplog.text


def test_two_sendings_at_once_keep_their_own_reasons(slack: WebhookServer) -> None:
    """A reason is never another destination's, and holds neither's secrets."""
    slack.script = [500] * 4
    urls = [SLACK, slack.url] * 2

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda url: send(url, MESSAGE), urls))

    reasons = [str(outcome.reason) for outcome in outcomes]
    assert ["Slack: " in reason for reason in reasons] == [True, False, True, False]
    assert not any(re.search(f"{TOKEN_C}|hook\\b", reason) for reason in reasons)


@pytest.mark.parametrize(
    ("url", "secrets"),
    [
        pytest.param("slack://T1/A1/", ["T1/A1"], id="slack: token missing"),
        pytest.param(
            "slack://T1JJ3T3L2/A1BRTD4JD/C-bad!", ["T1JJ", "C-bad"], id="slack: bad token"
        ),
        pytest.param("nonsense://s3cret/t0ken", ["s3cret", "t0ken"], id="unknown scheme"),
        pytest.param("mailto://u:hunter2@", ["hunter2"], id="mail: no host"),
        pytest.param("mailto://u:hunter2@x.example?to=bob", ["hunter2"], id="mail: to nobody"),
        pytest.param("mailto://x.example?from=bob", ["bob"], id="mail: from nobody"),
        pytest.param("json://", [], id="no host"),
        pytest.param("tgram://12345-abcdef/", ["12345", "abcdef"], id="token as a host"),
        pytest.param("json://a.example/s3cret,json://b.example", ["s3cret"], id="two"),
        pytest.param("json://a.example/s3 cret", ["s3", "cret"], id="a space"),
        pytest.param("s3cret-token", ["s3cret"], id="no scheme"),
        pytest.param("http://[s3cret", ["s3cret"], id="broken"),
        pytest.param("", [], id="empty"),
        pytest.param("file:", [], id="file without a path"),
        pytest.param("file:/no/such/folder/alerts.txt", [], id="file without a folder"),
    ],
)
def test_an_unusable_url_is_refused_by_name(url: str, secrets: list[str]) -> None:
    """The error is one line that names the destination and never shows its URL."""
    with pytest.raises(DestinationError) as refused:
        check_destination("desk", url)

    said = str(refused.value)
    assert said.startswith("destination 'desk': ")
    assert said.isprintable()
    assert not [secret for secret in secrets if secret in said]


@pytest.mark.parametrize(
    "url",
    [
        SLACK,
        f"{SLACK}/#deals?blocks=yes",
        f"https://hooks.slack.com/services/{TOKEN_A}/{TOKEN_B}/{TOKEN_C}",
        "mailtos://u:p@mail.example:587?mode=starttls&from=Watch<w@mail.example>&to=a@b.example",
        "mailto://127.0.0.1:8025?mode=insecure&from=w@x.example&to=a@x.example,b@x.example",
        "jsons://u:p@x.example/hook?avatar=https://x.example/a.png",
        "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
    ],
)
def test_a_usable_url_is_taken(url: str) -> None:
    """What Apprise takes, we take; nothing is sent to find out."""
    check_destination("desk", url)


@pytest.mark.parametrize("url", ["nonsense://s3cret/t0ken", "https://hooks.example/s3cret"])
def test_an_address_no_service_has_says_what_to_write(url: str) -> None:
    """Somebody pasted the address of a webhook, say."""
    trouble = find_trouble(url)

    assert trouble is not None
    assert "no service at this " in trouble
    assert trouble.endswith("json://HOST/PATH for a webhook of your own")


def test_redact_takes_every_secret_whatever_its_case() -> None:
    """Apprise may change the case of a token, and a token may look like a pattern."""
    assert redact("see T.KEN and t.ken, not token", ("T.ken",)) == "see *** and ***, not token"
    assert redact("nothing to hide", ()) == "nothing to hide"


# --- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["file:{}", "file://{}", "FILE:{}"])
def test_a_file_gets_each_message_at_its_end(tmp_path: Path, form: str) -> None:
    """What was there stays, each message is whole, and a line parts them."""
    path = tmp_path / "alerts.txt"
    path.write_text("before\n", encoding="utf-8")
    url = form.format(path)

    check_destination("desk", url)
    outcomes = [send(url, MESSAGE), send(url, Message(subject="Six", blocks=MESSAGE.blocks))]

    first = f"New deal · A → B\n\nFive\nGW\n{SEPARATOR}\n"
    second = f"Six\n\nFive\nGW\n{SEPARATOR}\n"
    assert outcomes == [SENT, SENT]
    assert path.read_text(encoding="utf-8") == f"before\n{first}{second}"


def test_a_file_without_a_folder_says_so(tmp_path: Path) -> None:
    """We do not create folders: a typing error would look like success."""
    path = tmp_path / "none" / "alerts.txt"

    outcome = send(f"file:{path}", MESSAGE)

    reason = f"the folder of {path} does not exist; create it"
    assert outcome == SendOutcome(ok=False, reason=reason)


def test_a_disk_that_is_full_is_a_failure() -> None:
    """A message that is not on the disk was not delivered."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")

    outcome = send(f"file:{full}", MESSAGE)

    assert outcome == SendOutcome(ok=False, reason="/dev/full: No space left on device")
