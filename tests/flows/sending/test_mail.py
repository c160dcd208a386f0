"""Mail as it really arrives: two parts of our own, one subject line, threads, refusals in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest
from apprise import NotifyFormat

from flows.messages.deal_messages import render_message, render_test
from flows.messages.mail_html import mail_html
from flows.messages.mention_messages import render_mention
from flows.messages.message import Message
from flows.sending.notify import SendOutcome, send
from flows.sending.reasons import Fault
from flows.sending.services import open_service
from tests.receivers import MailMode, MailServer
from tests.told import DEAL_ID, LINK, MENTION, ODD, SEED, alert

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

SENT = SendOutcome(ok=True)


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with MailServer() as server:
        yield server


def received(server: MailServer, message: Message, options: str = "") -> EmailMessage:
    """The mail as it arrived."""
    before = len(server.messages)
    assert send(server.url + options, message) == SENT
    assert len(server.messages) == before + 1
    return server.messages[-1]


def part(mail: EmailMessage, kind: str) -> str:
    """The text of the mail's plain or html part."""
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def to_update(number: int = 2) -> Message:
    """The message of a later alert on the same deal."""
    return render_message(replace(alert(change="grown"), key=f"{DEAL_ID}#{number}"))


# --- the parts ----------------------------------------------------------------------------------


def test_both_parts_are_ours(mail: MailServer) -> None:
    """The plain part has the aligned text, the other one the page with a real table."""
    message = render_message(alert(replace(SEED, conflicts=(ODD,))))

    arrived = received(mail, message)

    assert arrived["Subject"] == message.subject
    assert part(arrived, "plain") == message.text
    assert part(arrived, "html").strip() == mail_html(message)
    assert [one.get_content_type() for one in arrived.iter_parts()] == ["text/plain", "text/html"]


def test_text_alone_where_its_owner_wants_that(mail: MailServer) -> None:
    """?format=text is one plain part."""
    message = render_message(alert())

    arrived = received(mail, message, "&format=text")

    assert (arrived.get_content_type(), part(arrived, "plain").strip()) == (
        "text/plain",
        message.text.strip(),
    )


def test_the_legs_are_a_table() -> None:
    """Who pays whom, the sum, and what for; the kind stands under the sides."""
    html = mail_html(render_message(alert()))

    cells = [
        re.sub(r"<[^>]+>", "|", one).strip("|")
        for one in re.findall(r"<t[hd] class[^>]*>.*?</t[hd]>", html)
    ]
    assert cells[-12:] == [
        "Who pays whom", "Sum", "For what",
        "Anthropic → Amazon||commitment", "more than $100 billion", "up to 5 GW · 10 years",
        "Amazon → Anthropic||investment", "$5 billion", "now",
        "Amazon → Anthropic||investment", "up to $20 billion more", "as an option",
    ]  # fmt: skip


def test_a_column_without_a_word_is_left_out() -> None:
    """A deal without sums has no empty column for them."""
    bare = replace(SEED, legs=(replace(SEED.legs[0], amount=None, currency=None),))

    html = mail_html(render_message(alert(bare)))

    assert ("For what</th>" in html, "Sum</th>" in html) == (True, False)


def test_the_page_asks_nothing_from_elsewhere() -> None:
    """No picture, font, script or style is fetched when a mail is opened."""
    html = mail_html(render_message(alert()))

    assert re.findall(r"(?:https?|cid|data):[^\"< ]*", html) == [LINK, LINK]
    assert not re.search(r"<(?:img|script|link|iframe|object|form)|url\(|@import", html)


def test_a_huge_message_is_cut_before_the_reader_cuts_it(mail: MailServer) -> None:
    """Gmail shows 102 KB of a mail; what is over that is told in a line."""
    huge = render_message(alert(change="grown", news=("x" * 400,) * 8))
    (block,) = huge.blocks[:1]
    long = replace(huge, blocks=(block * 300, *huge.blocks[1:]))

    arrived = received(mail, long)

    assert len(part(arrived, "html")) < 102_000
    assert part(arrived, "plain").rstrip().endswith(f"… more: {huge.more}\nKey: {huge.key}")


def test_another_user_of_apprise_gets_apprises_mail(mail: MailServer) -> None:
    """Without a message of ours the plugin is the one it extends."""
    service = open_service(mail.url)
    assert service is not None

    taken = service.notify(title="Theirs", body="<b>Hello</b>", body_format=NotifyFormat.HTML)

    (arrived,) = mail.messages
    assert (taken, arrived["Subject"], part(arrived, "plain").strip()) == (True, "Theirs", "Hello")


# --- threads ------------------------------------------------------------------------------------


def test_a_message_keeps_its_id(mail: MailServer) -> None:
    """The same key to the same people is the same mail, however often it is sent."""
    first = received(mail, render_message(alert()))
    again = received(mail, render_message(alert(), may_repeat=True))

    assert re.fullmatch(
        r"<amazon-anthropic-2026-04-1\.[0-9a-f]{16}@example\.org>", first["Message-ID"]
    )
    assert again["Message-ID"] == first["Message-ID"]
    assert [len(one.get_all("Message-ID", [])) for one in (first, again)] == [1, 1]


def test_another_destination_has_another_id(mail: MailServer) -> None:
    """Two destinations' mails of one alert are two mails."""
    one = received(mail, render_message(alert()))
    two = received(mail, render_message(alert()), "&from=other@example.org")

    assert one["Message-ID"] != two["Message-ID"]


def test_updates_thread_under_the_first_message(mail: MailServer) -> None:
    """A mail program shows a deal's messages together, in whatever order they came."""
    third = received(mail, to_update(3))
    first = received(mail, render_message(alert()))

    root = first["Message-ID"]
    assert (third["References"], third["In-Reply-To"]) == (root, root)
    assert (first["References"], first["In-Reply-To"]) == (None, None)
    assert third["Message-ID"] != root


@pytest.mark.parametrize(
    ("message", "own"),
    [
        pytest.param(render_mention(MENTION), "<mention-7-1.", id="mention"),
        pytest.param(render_test(), "<", id="test"),
    ],
)
def test_what_is_of_no_deal_threads_nowhere(mail: MailServer, message: Message, own: str) -> None:
    """A mention or a test is alone."""
    arrived = received(mail, message)

    assert arrived["Message-ID"].startswith(own)
    assert (arrived["References"], arrived["In-Reply-To"]) == (None, None)


def test_no_machine_answers_it(mail: MailServer) -> None:
    """Out-of-office replies stay away, and the headers are each there once."""
    arrived = received(mail, render_message(alert()))

    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["X-Application"] == "Gigawatch"
    assert parsedate_to_datetime(arrived["Date"]).tzinfo is not None


def test_an_owners_headers_are_kept(mail: MailServer) -> None:
    """What ?+Name=value sets is set."""
    arrived = received(mail, render_message(alert()), "&+X-Team=desk")

    assert arrived["X-Team"] == "desk"


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "said", "fault", "unanswered"),
    [
        ("refuse", "refused: not allowed to send (550 5.7.1 not from you)", "destination", False),
        (
            "busy",
            "not now: the server asks to come back later (451 4.3.0 come back later)",
            "passing",
            False,
        ),
        ("drop", "hung up in the middle; it may have arrived", "passing", True),
        ("hello", "hung up in the middle; it may have arrived", "passing", True),
        ("hang", "no answer in time; it may have arrived", "passing", True),
    ],
)
def test_a_refusal_has_the_servers_words(
    mail: MailServer, mode: MailMode, said: str, fault: Fault, unanswered: bool
) -> None:
    """What went wrong is told in words and in the server's own, and whether it may have arrived."""
    mail.mode = mode

    outcome = send(f"{mail.url}&cto=0.5", render_message(alert()))

    assert outcome == SendOutcome(
        ok=False,
        reason=f"127.0.0.1:{mail.port}: {said}",
        fault=fault,
        unanswered=unanswered,
    )


def test_a_mailbox_nobody_has_is_told(mail: MailServer) -> None:
    """The commonest mistake of all has its words."""
    mail.mode = "unknown"

    outcome = send(mail.url.replace("desk@", "nobody@"), render_message(alert()))

    said = "refused: mailbox unknown (550 5.1.1 no such user here)"
    reason = f"127.0.0.1:{mail.port}: {said}"
    assert outcome == SendOutcome(ok=False, reason=reason, fault="destination")


def test_one_wrong_recipient_keeps_it_from_no_other(mail: MailServer) -> None:
    """The others have it, which is told; it is not sent to them again and again."""
    mail.mode = "unknown"

    outcome = send(f"{mail.url},nobody@example.org", render_message(alert()))

    assert [one["To"] for one in mail.messages] == ["desk@example.org"]
    assert (outcome.fault, outcome.unanswered) == ("message", False)
    assert str(outcome.reason).endswith("(550 5.1.1 no such user here); 1 of 2 went through")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mailtos://127.0.0.1:{}?mode=starttls&", "the server has no such mode"),
        ("mailtos://127.0.0.1:{}?mode=ssl&", "no secure connection; does that port speak TLS?"),
        ("mailto://user:hunter2@127.0.0.1:{}?mode=insecure&", "the server has no such mode"),
    ],
)
def test_a_wrong_mode_is_told(mail: MailServer, url: str, said: str) -> None:
    """A server without TLS or logins is a slip in the URL."""
    whole = f"{url.format(mail.port)}from=watch@example.org&to=desk@example.org"

    outcome = send(whole, render_message(alert()))

    assert f"127.0.0.1:{mail.port}: {said}" in str(outcome.reason)
    assert (outcome.ok, outcome.unanswered, mail.messages) == (False, False, [])
