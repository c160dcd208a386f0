"""Sending through the real Apprise, to a mail server and a webhook on loopback."""

import json
import logging
import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from apprise.plugins.custom_json import NotifyJSON
from apprise.plugins.slack import NotifySlack
from apprise.plugins.telegram import NotifyTelegram

from flows.alerting import Alert
from flows.messages import Message, render_message
from flows.notify import SEPARATOR, SendOutcome, check_destination, redact, send
from parsers.errors import DestinationError
from parsers.types import Deal, Leg
from tests.receivers import Json, MailMode, MailServer, Step, WebhookServer

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

AT = datetime(2026, 4, 20, tzinfo=UTC)
LINK = "https://www.axios.com/2026/04/20/anthropic_amazon-compute"
TOKEN_A, TOKEN_B, TOKEN_C = "T1JJ3T3L2", "A1BRTD4JD", "TIiajkdnlazkcOXrIdevi7"
SLACK = f"slack://{TOKEN_A}/{TOKEN_B}/{TOKEN_C}"
MESSAGE = Message(subject="New deal · A → B", html="<b>Five</b><br/>GW", text="Five\nGW\n")
SENT = SendOutcome(ok=True)


def hostile_message(text: str) -> Message:
    """A message whose every feed text is `text`."""
    leg = Leg(payer=text, payee=text, kind="purchase", quote=text, source=LINK)
    deal = Deal(
        title=text,
        companies=(text,),
        parties=(),
        legs=(leg, leg),
        status="announced",
        status_history=(),
        announced_at=AT,
        updated_at=AT,
        publishers=(text,),
        sources=(),
    )
    alert = Alert(key="a-b#1", deal_id="a-b", change="grown", why=text, news=(text,), deal=deal)
    return render_message(alert)


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


def posted(body: Json) -> dict[str, str]:
    """The one attachment of a Slack post."""
    assert isinstance(body, dict)
    attachments = cast(list[dict[str, str]], body["attachments"])
    assert len(attachments) == 1
    return attachments[0]


def part(mail: EmailMessage, kind: str) -> str:
    """The text of the mail's plain or html part."""
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


# --- what arrives -------------------------------------------------------------------------------


def test_slack_gets_bold_headings_and_one_link(slack: WebhookServer) -> None:
    """Slack shows what we meant to be bold and linked, and no Apprise decoration."""
    message = hostile_message("Up to 5 GW")

    assert send(SLACK, message) == SENT

    label = LINK.replace("_", "%5F")
    assert slack.paths == [f"/services/{TOKEN_A}/{TOKEN_B}/{TOKEN_C}"]
    assert sorted(posted(slack.bodies[0])) == ["color", "text", "title"]
    assert posted(slack.bodies[0])["title"] == message.subject
    assert "*In their words*  \n“Up to 5 GW”  \n" in posted(slack.bodies[0])["text"]
    assert f"\n<{LINK}|{label}>  \n" in posted(slack.bodies[0])["text"]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        pytest.param("", [False, False], id="ours"),
        pytest.param("?footer=yes", [True, False], id="his footer"),
        pytest.param("?image=no&footer=yes", [True, False], id="both his"),
        pytest.param("?image=yes", [False, True], id="his picture"),
    ],
)
def test_slack_options_of_the_owner_are_kept(
    slack: WebhookServer, options: str, shown: list[bool]
) -> None:
    """We choose only what the owner of the URL left open."""
    assert send(f"{SLACK}/{options}", MESSAGE) == SENT

    body = slack.bodies[0]
    assert isinstance(body, dict)
    assert ["footer" in posted(body), "icon_url" in body] == shown


def test_slacks_own_address_is_taken_as_it_is(slack: WebhookServer) -> None:
    """What Slack's page offers to copy works."""
    url = f"https://hooks.slack.com/services/{TOKEN_A}/{TOKEN_B}/{TOKEN_C}"

    assert send(url, MESSAGE) == SENT

    assert slack.paths == [f"/services/{TOKEN_A}/{TOKEN_B}/{TOKEN_C}"]
    assert "footer" not in posted(slack.bodies[0])


def test_mail_has_a_plain_and_an_html_part(mail: MailServer) -> None:
    """Either part alone tells the whole, the link included."""
    message = hostile_message("Up to 5 GW")

    assert send(mail.url, message) == SENT

    (received,) = mail.messages
    assert received["Subject"] == message.subject
    assert part(received, "html").strip() == message.html
    assert "In their words\n“Up to 5 GW”\nhttps://www.axios.com" in part(received, "plain")


def test_a_webhook_gets_our_own_text(hook: WebhookServer) -> None:
    """A service without markup gets the text we wrote, not a conversion of the HTML."""
    assert send(hook.url, MESSAGE) == SENT

    (body,) = hook.bodies
    assert isinstance(body, dict)
    assert (body["title"], body["message"]) == ("New deal · A → B", "Five\nGW")


@pytest.mark.parametrize(
    ("room", "options", "posts"),
    [
        pytest.param(2000, "", 2, id="a chat gets the rest as a second message"),
        pytest.param(140, "", 1, id="a text message is cut"),
        pytest.param(2000, "?overflow=truncate", 1, id="as its owner chose"),
    ],
)
def test_a_service_with_little_room_gets_what_it_takes(
    hook: WebhookServer, monkeypatch: pytest.MonkeyPatch, room: int, options: str, posts: int
) -> None:
    """A long message is no reason for a service to refuse it for good."""
    monkeypatch.setattr(NotifyJSON, "body_maxlen", room)
    long = replace(MESSAGE, text="Five GW\n" * 300)

    assert send(f"{hook.url}{options}", long) == SENT

    texts = [cast(dict[str, str], body)["message"] for body in hook.bodies]
    assert len(texts) == posts
    assert all(len(text) <= room for text in texts)


HOSTILE = (
    "<!channel> <!here|here> <@U012AB3CD> @everyone @here @channel",
    "<http://evil.example|your bank> [your bank](http://evil.example)",
    "https://evil.example www.evil.example http://http://evil.example",
    "<script>alert(1)</script><img src=x></b></a><a href='http://evil.example'>x</a>",
    "&lt;!channel&gt; &amp;lt;!channel&amp;gt; &#60;!here&#62;",
    "*bold* _italic_ ~gone~ `code` ```block``` # head\n> quote\n\n- item\n1. one\n---",
    "\\<!channel\\> \\*bold\\* \\\\<@U1>",
    "Amazon\r\nBcc: everybody@example.org\r\n\r\n<p>body",
    "line\u2028Subject: other\u2029\x85\x0b\x0c",
    "\x1b[31mred\x9b0m \x00\x07 \u202eyllatot\u202c \u2066x\u200b\ufeff",
    "\ud800 \udfff lone surrogates",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("options", ["", "?blocks=yes", "?format=text", "?mode=hook&format=html"])
def test_nothing_mentions_or_links_on_slack(slack: WebhookServer, text: str, options: str) -> None:
    """In every mode of Apprise's Slack the feed's text stays text."""
    assert send(f"{SLACK}/{options}", hostile_message(text)) == SENT

    # The one link, in whatever form the mode gives it.
    label = LINK.replace("_", "%5F")
    said = json.dumps(slack.bodies[0], ensure_ascii=False)
    for ours in (f"<{LINK}|{label}>", f'<a href=\\"{LINK}\\">{label}</a>', LINK, label):
        said = said.replace(ours, "")
    assert not re.search(r"<[!@#h]|://|www\.|@\w|&lt;!", said)
    assert not re.search(r"(?<![\w*])\*(bold|b)|_italic|~gone|`|\u202e|\u001b", said)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_gets_into_mail(mail: MailServer, text: str) -> None:
    """One subject line, no header from the feed, no tag but ours, one link."""
    assert send(mail.url, hostile_message(text)) == SENT

    (received,) = mail.messages
    html = part(received, "html")
    assert received["Bcc"] is None
    assert len(received.get_all("Subject", [])) == 1
    assert str(received["Subject"]).startswith("Deal update · ")
    assert str(received["Subject"]).isprintable()
    assert set(re.findall(r"<(/?\w+)", html)) == {"b", "/b", "br", "a", "/a"}
    assert re.findall(r'href="([^"]*)"', html) == [LINK]
    assert part(received, "plain").count("://") == 1


# --- what does not ------------------------------------------------------------------------------


def test_a_failure_then_a_success(slack: WebhookServer) -> None:
    """A failed sending is told with its reason, sent once, and can be sent again."""
    slack.script = [500]

    outcomes = [send(SLACK, MESSAGE), send(SLACK, MESSAGE)]

    reason = "Failed to send to Slack: Internal server error., error=500."
    assert outcomes == [SendOutcome(ok=False, reason=reason), SENT]
    assert len(slack.bodies) == 2


@pytest.mark.parametrize(
    ("step", "words", "permanent"),
    [
        (400, "error=400", True),
        (401, "Invalid Token", True),
        (403, "error=403", True),
        (404, "error=404", True),
        (410, "error=410", True),
        (429, "error=429", False),
        (502, "error=502", False),
        ("close", "Remote end closed connection", False),
        ("hang", "Read timed out", False),
    ],
)
def test_a_refusal_has_a_reason(
    slack: WebhookServer, step: Step, words: str, permanent: bool
) -> None:
    """What the service said is told in one line without tokens, and whether it will pass."""
    slack.script = [step]

    outcome = send(f"{SLACK}/?rto=0.2", MESSAGE)

    assert outcome == SendOutcome(ok=False, reason=outcome.reason, permanent=permanent)
    assert outcome.reason is not None
    assert words in outcome.reason
    assert not any(token in outcome.reason for token in (TOKEN_A, TOKEN_B, TOKEN_C))
    assert len(slack.bodies) == 1


@pytest.mark.parametrize("url", ["slack", "json"])
def test_a_redirect_is_no_success(slack: WebhookServer, url: str) -> None:
    """Nothing is sent to where a service points, not even where the URL asks for it."""
    slack.script = [302]
    with WebhookServer() as other:
        slack.location = f"{other.base}/elsewhere"

        outcome = send({"slack": SLACK, "json": slack.url}[url] + "?redirect=yes", MESSAGE)

        assert (outcome.ok, other.paths) == (False, [])
    assert "error=302" in str(outcome.reason)


def test_200_with_an_error_inside_is_a_failure_on_slack(slack: WebhookServer) -> None:
    """Slack's webhook says "ok" or it did not take it."""
    slack.answer = "invalid_payload"

    assert not send(SLACK, MESSAGE).ok


@pytest.mark.parametrize("options", ["retry=3&wait=0", "optional=yes"])
def test_a_url_cannot_retry_or_hide_a_failure(hook: WebhookServer, options: str) -> None:
    """Trying again is the outbox's business, and it hears of every failure."""
    hook.script = [500]

    outcome = send(f"{hook.url}?{options}", MESSAGE)

    assert (outcome.ok, len(hook.bodies)) == (False, 1)


@pytest.mark.parametrize(
    ("mode", "reason", "permanent"),
    [
        ("refuse", "550 5.7.1 not from you", True),
        ("busy", "451 4.3.0 come back later", False),
        ("drop", "Connection unexpectedly closed", False),
    ],
)
def test_a_mail_refusal_has_the_servers_words(
    mail: MailServer, mode: MailMode, reason: str, permanent: bool
) -> None:
    """The server's own answer is the reason; the address written to is not in it."""
    mail.mode = mode

    outcome = send(mail.url, MESSAGE)

    told = f'Sending email to "***" failed. {reason}'
    assert outcome == SendOutcome(ok=False, reason=told, permanent=permanent)


@pytest.mark.parametrize(
    "scheme", ["json://user:hunter2@", "mailto://user:hunter2@"], ids=["webhook", "mail"]
)
def test_a_port_where_nobody_listens(closed_port: int, scheme: str) -> None:
    """The reason names the machine and the system's own words, without the login."""
    query = "?mode=insecure&from=watch@example.org&to=desk@example.org"

    outcome = send(f"{scheme}127.0.0.1:{closed_port}/t0ken{query}", MESSAGE)

    assert not outcome.ok
    assert re.search(r"127\.0\.0\.1.* \[Errno \d+\] Connection refused$", str(outcome.reason))
    assert not re.search(r"user|hunter2|t0ken", str(outcome.reason))


def test_a_service_that_raises_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin's own error becomes a reason, never an exception."""

    def broken(_self: NotifySlack, **_: object) -> bool:
        raise RuntimeError(f"{TOKEN_C} is wrong")

    monkeypatch.setattr(NotifySlack, "send", broken)
    outcome = send(SLACK, MESSAGE)

    assert outcome == SendOutcome(ok=False, reason="Unhandled Notification Exception: RuntimeError")


@pytest.mark.parametrize("answer", [None, False, 0])
def test_a_service_that_does_not_say_yes_failed(
    monkeypatch: pytest.MonkeyPatch, answer: object
) -> None:
    """Only a true answer is a success; where no reason was given, that is said."""
    monkeypatch.setattr(NotifySlack, "send", lambda _self, **_: answer)

    outcome = send(SLACK, MESSAGE)

    reason = "the service did not take it and gave no reason"
    assert outcome == SendOutcome(ok=False, reason=reason)


def test_an_unusable_url_fails_for_good() -> None:
    """A destination that was never checked still only fails."""
    outcome = send("nonsense://t0ken", MESSAGE)

    assert (outcome.ok, outcome.permanent) == (False, True)


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
    assert ["Slack" in reason for reason in reasons] == [True, False, True, False]
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
    outcomes = [send(url, MESSAGE), send(url, replace(MESSAGE, text="Six\n"))]

    first = f"New deal · A → B\n\nFive\nGW\n{SEPARATOR}\n"
    second = f"New deal · A → B\n\nSix\n{SEPARATOR}\n"
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
