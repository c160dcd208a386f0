"""`gigawatch alerts preview` shows what a channel would get, and sends nothing."""

import json
import re
from collections.abc import Iterator
from email import message_from_string
from email.message import EmailMessage
from email.policy import default as modern
from pathlib import Path

import pytest
from sqlmodel import Session

from flows.cli import main
from flows.commands.message_preview import find_channel, read_message, render_as
from flows.messages.deal_messages import render_message, render_terminal
from flows.messages.digest_messages import Digest, render_digest
from flows.messages.mention_messages import render_mention
from flows.messages.notice_messages import render_notice
from flows.messages.slack import slack_payload
from flows.messages.told import digest_item
from flows.messages.webhook import webhook_payload
from flows.sending.notify import SendOutcome, send
from parsers.errors import GigawatchError
from storage import digests, outbox, sending
from storage.codec import to_json
from storage.database import open_engine, transaction, upgrade
from storage.deals import open_deal
from storage.entries import NewEntry
from storage.feeds import FeedSpec, add_feed
from tests.catching import SLACK, TOKENS
from tests.receivers import MailServer
from tests.rows import add_entry
from tests.told import AT, DEAL_ID, KEY, MENTION, NOTICE, SEED, alert
from tests.watches import write_watch

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

MESSAGE = render_message(alert())
MAIL = "mailto://127.0.0.1:9?mode=insecure&from=watch@example.org&to=desk@example.org"
HOOK = "json://user:hunter2@localhost/t0ken"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose database has a deal, a mention and a notice that wait for two destinations."""
    engine = open_engine(f"sqlite:///{tmp_path / 'gigawatch.db'}")
    upgrade(engine)
    with transaction(engine) as session:
        _fill(session, ("desk", "mail"))
    engine.dispose()
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    """A session on it."""
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    with transaction(engine) as opened:
        yield opened
    engine.dispose()


def _fill(session: Session, both: tuple[str, ...]) -> None:
    add_feed(session, FeedSpec(url="https://wire.example/feed"), now=AT)
    new = NewEntry(
        feed_id=1,
        key="a",
        url_key=None,
        fingerprint="a",
        title="t",
        text="",
        seen_at=AT,
        reading=None,
    )
    entry_id = add_entry(session, new)
    assert entry_id is not None
    open_deal(session, SEED, slug=DEAL_ID, entry_id=entry_id, now=AT)
    deal, mention, notice = (to_json(one) for one in (alert(), MENTION, NOTICE))
    outbox.add_alert(session, deal_id=DEAL_ID, key=KEY, payload=deal, destinations=both, now=AT)
    outbox.add_mention(
        session, entry_id=1, key=MENTION.key, payload=mention, destinations=both, now=AT
    )
    outbox.add_notice(session, feed_id=1, key=NOTICE.key, payload=notice, destinations=both, now=AT)


# --- which message ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "message", "destination"),
    [
        pytest.param(KEY, MESSAGE, None, id="the key of an alert"),
        pytest.param(f"{KEY}@mail", MESSAGE, "mail", id="the key of a delivery"),
        pytest.param("2", MESSAGE, "mail", id="the number of a delivery"),
        pytest.param(MENTION.key, render_mention(MENTION), None, id="a mention"),
        pytest.param(NOTICE.key, render_notice(NOTICE), None, id="a notice"),
    ],
)
def test_every_alert_can_be_looked_at(
    session: Session, wanted: str, message: object, destination: str | None
) -> None:
    """By what `alerts list` shows of it."""
    shown = read_message(session, wanted)

    assert (shown.message, shown.destination) == (message, destination)


def test_a_digest_is_shown_with_all_it_carries(session: Session) -> None:
    """As it would be sent to its destination."""
    waiting = digests.waiting(session, "desk", now=AT)
    digests.bundle(session, "desk", waiting, payload={"reason": "flood"}, now=AT)
    items = tuple(
        digest_item(key, AT, about)
        for key, about in ((KEY, alert()), (MENTION.key, MENTION), (NOTICE.key, NOTICE))
    )

    shown = read_message(session, "digest-2026-04-20#1").message

    expected = Digest(
        key="digest-2026-04-20#1", reason="flood", first_at=AT, last_at=AT, items=items
    )
    assert shown == render_digest(expected)


def test_a_digest_is_shown_without_what_was_taken_out_of_it(session: Session) -> None:
    """Cancelled by itself, an alert is in it no more; cancelled with it, it is what it was."""
    waiting = digests.waiting(session, "desk", now=AT)
    carrier = digests.bundle(session, "desk", waiting, payload={"reason": "flood"}, now=AT)
    key = "digest-2026-04-20#1"
    sending.cancel(session, waiting[0], reason="by hand")

    left = read_message(session, key).message.subject
    sending.cancel(session, carrier, reason="by hand")
    whole = read_message(session, key).message.subject

    assert (left, whole) == (
        "Many at once: 1 mention, 1 notice",
        "Many at once: 1 deal, 1 mention, 1 notice",
    )


@pytest.mark.parametrize("wanted", ["nothing#1", "999", "9" * 30])
def test_an_unknown_key_is_told(session: Session, wanted: str) -> None:
    """With where the known ones stand."""
    with pytest.raises(GigawatchError, match=r"`gigawatch alerts list` shows them"):
        read_message(session, wanted)


def test_an_unknown_channel_is_told() -> None:
    """With those there are."""
    with pytest.raises(GigawatchError, match="write one of text, slack, email, json"):
        find_channel("fax")

    assert find_channel("Slack") == "slack"


# --- what a channel gets ------------------------------------------------------------------------


def test_text_is_what_a_file_gets() -> None:
    """Subject and body."""
    assert render_as(MESSAGE, "text") == render_terminal(MESSAGE)


@pytest.mark.parametrize("url", [None, SLACK])
def test_slack_is_the_body_of_the_post(url: str | None) -> None:
    """With Slack's three escapes, as JSON."""
    shown = json.loads(render_as(MESSAGE, "slack", url=url))

    assert shown == {**slack_payload(MESSAGE), "mrkdwn": True}


@pytest.mark.parametrize("url", [None, HOOK])
def test_json_is_the_body_of_the_post(url: str | None) -> None:
    """Without login and path."""
    assert json.loads(render_as(MESSAGE, "json", url=url)) == webhook_payload(MESSAGE)


def test_email_is_the_whole_mail() -> None:
    """Headers, both parts, and the Message-ID the real one has."""
    with MailServer() as server:
        assert send(server.url, MESSAGE) == SendOutcome(ok=True)
        shown = render_as(MESSAGE, "email", url=server.url)
    (sent,) = server.messages

    mail = message_from_string(shown, policy=modern)

    assert isinstance(mail, EmailMessage)
    assert parts(mail) == parts(sent)


def parts(mail: EmailMessage) -> list[str]:
    """What of a mail does not depend on when it was made."""
    names = ("Subject", "From", "To", "Message-ID", "Auto-Submitted")
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]
    texts = ["" if one is None else str(one.get_content()) for one in bodies]
    return [*(str(mail[name]) for name in names), *(one.replace("\r\n", "\n") for one in texts)]


def test_without_a_destination_there_is_an_example() -> None:
    """A mail can be looked at before there is anywhere to send it."""
    assert "To: you@localhost" in render_as(MESSAGE, "email")


def test_another_kind_of_destination_is_told() -> None:
    """A Slack post cannot be shown as a mail server would get it."""
    with pytest.raises(GigawatchError, match="the destination is no email"):
        render_as(MESSAGE, "email", url=SLACK)


def test_a_broken_destination_is_told() -> None:
    """What cannot be sent to cannot be shown either."""
    with pytest.raises(GigawatchError, match="see gigawatch doctor"):
        render_as(MESSAGE, "slack", url="slack://T1/A1/")


# --- the command --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("text", "New deal · Anthropic → Amazon"),
        ("slack", '"color": "#1a7f37"'),
        ("email", "To: desk@example.org"),
        ("json", '"type": "deal"'),
    ],
)
def test_the_command_prints_it(
    folder: Path, capsys: pytest.CaptureFixture[str], channel: str, said: str
) -> None:
    """As the destinations of the configuration would get it, without their secrets."""
    urls = {"desk": SLACK, "mail": MAIL, "hook": HOOK}
    config = str(write_watch(folder, destinations=urls))

    with pytest.raises(SystemExit) as ended:
        main(["alerts", "preview", KEY, "--as", channel, "--config", config])

    shown = capsys.readouterr()
    assert (ended.value.code, shown.err) == (0, "")
    assert said in shown.out
    assert not re.search("|".join((*TOKENS, "hunter2", "t0ken")), shown.out)


def test_the_list_says_which_delivery_brings_what_is_held(
    folder: Path, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    """It goes out when its digest does, and not by itself."""
    waiting = digests.waiting(session, "desk", now=AT)
    carrier = digests.bundle(session, "desk", waiting, payload={"reason": "flood"}, now=AT)
    session.commit()
    config = str(write_watch(folder, destinations={"desk": SLACK, "mail": MAIL}))

    with pytest.raises(SystemExit):
        main(["alerts", "list", "--state", "held", "--config", config])

    assert capsys.readouterr().out.count(f"with delivery {carrier}") == len(waiting)
