"""What really arrives at each kind of service: all of it, within its limits, and inert."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from apprise.plugins.custom_form import NotifyForm

from flows.deciding.notices import Notice
from flows.messages.deal_messages import render_message
from flows.messages.mention_messages import render_mention
from flows.messages.message import Message
from flows.messages.notice_messages import render_notice
from flows.sending.notify import SendOutcome, send
from tests.catching import SLACK, URLS, as_json, catch_posts, strings, texts
from tests.receivers import MailServer, WebhookServer
from tests.told import (
    BROKEN,
    COMMITMENT,
    HOSTILE,
    KEY,
    LINK,
    MENTION,
    NOTICE,
    SEED,
    alert,
    hostile_alert,
    hostile_mention,
)

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

SENT = SendOutcome(ok=True)
# Our own link, in whatever form a service has for it.
LABEL = re.escape(LINK)
OWN_LINKS = re.compile(
    rf"""
    <a[ ]href="{LABEL}">{LABEL}</a> | \[{LABEL}\]\(<?{LABEL}>?\) | <{LABEL}\|{LABEL}> | <{LABEL}>
    | {LABEL} | http://adaptivecards\.io/\S+ | https://github\.com/caronc/apprise
    | ^\#[ ](?=Deal[ ]update|Mention)      # Telegram's Markdown, where Apprise makes it a heading
    """,
    re.VERBOSE | re.MULTILINE,
)
OWN_TAGS = re.compile(r"</?(?:b|code)>|<br ?/?>")
# What would mention, link, run or format; CommonMark's escapes come from Apprise.
LIVE = re.compile(
    r"""
    <[!@\#/a-z?] | :// | www\. | (?<!\w)@\w      # mentions, tags, links
    | &lt;! | &lt;@ | &\#?\w{1,30};(?<!&amp;)    # entities that another round would unpack
    | (?<![\w*])\*(?:bold|escaped)\b | _italic | ~gone | (?<!\w)`code | ```
    | ^\#\s | :(?:fire|\+1|skin)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


@pytest.fixture
def hook() -> Iterator[WebhookServer]:
    """A webhook that all services are pointed at."""
    with WebhookServer() as server:
        yield server


@pytest.fixture
def urls(hook: WebhookServer, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The URL of each service."""
    return catch_posts(hook, monkeypatch)


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with MailServer() as server:
        yield server


def answer(hook: WebhookServer, name: str) -> None:
    """Answer as that service would."""
    hook.answer = '{"ok": true}' if name == "slack bot" else "ok"


def own_words(hook: WebhookServer) -> str:
    """What arrived, without the marks and the link that are ours."""
    bodies = [str(body) for body in hook.bodies if str(body).startswith("<?xml")]
    arrived = "\n".join(map(words_of_xml, bodies)) or texts(hook)
    # Our escapes are taken off once, as the service does; a feed's would show up now.
    return unescape(OWN_TAGS.sub("", OWN_LINKS.sub("", arrived)))


def words_of_xml(document: str) -> str:
    """The text of an XML document, as its receiver reads it."""
    return "\n".join(ET.fromstring(document).itertext())  # noqa: S314 - Apprise's own


# --- inert --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in URLS if name != "webhook"])
@pytest.mark.parametrize("text", HOSTILE)
def test_feed_text_is_only_text_at(
    hook: WebhookServer, urls: dict[str, str], name: str, text: str
) -> None:
    """Wherever a message goes, nothing a feed wrote mentions, links, hides or formats there."""
    answer(hook, name)

    outcomes = [
        send(urls[name], render_message(hostile_alert(text))),
        send(urls[name], render_mention(replace(hostile_mention(text), url=LINK))),
    ]

    said = own_words(hook)
    assert outcomes == [SENT, SENT]
    assert LIVE.findall(re.sub(r"\\(.)", r"\1", said)) == []
    kinds = {unicodedata.category(c) for c in said}
    assert not kinds & {"Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert {c for c in said if unicodedata.category(c) == "Cc"} <= {"\n", "\r", "\t"}


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\ud800" not in text])
def test_a_webhooks_text_is_inert_and_its_data_is_not_changed(
    hook: WebhookServer, urls: dict[str, str], text: str
) -> None:
    """What is meant to be shown is harmless; what programs compare is what was written."""
    outcome = send(urls["webhook"], render_mention(hostile_mention(text)))

    (body,) = hook.bodies
    assert isinstance(body, dict)
    mention = body["mention"]
    assert isinstance(mention, dict)
    shown = [str(body[name]) for name in ("subject", "text", "title", "message")]
    assert outcome == SENT
    assert [LIVE.findall(one.replace(MENTION.url or "", "")) for one in shown] == [[]] * 4
    assert mention["title"] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_feed_is_called_is_only_text(
    hook: WebhookServer, urls: dict[str, str], text: str
) -> None:
    """A notice holds names and servers' words; the address to copy is the only one it shows."""
    event = replace(BROKEN, name=text, detail=text, kind="silent")

    outcome = send(urls["slack"], render_notice(Notice(key=text, events=(event,))))

    said = re.sub(r"`gigawatch feeds check [^`]*`", "", own_words(hook))
    assert outcome == SENT
    assert LIVE.findall(said) == []


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("options", ["", "&format=text"])
def test_nothing_gets_into_mail(mail: MailServer, text: str, options: str) -> None:
    """One subject line, no header from the feed, no element, style or link but ours."""
    assert send(mail.url + options, render_message(hostile_alert(text))) == SENT

    (received,) = mail.messages
    assert sorted(received.keys()) == sorted(set(received.keys()))
    assert (received["Bcc"], str(received["Subject"]).isprintable()) == (None, True)
    assert str(received["Subject"]).startswith("Deal update · ")
    plain = part(received, "plain")
    assert LIVE.findall(plain.replace(LINK, "")) == []
    if options:
        return
    html = part(received, "html")
    assert re.findall(r'href="([^"]*)"', html) == [LINK]
    ours = "a b body br div head html meta span style table td th title tr !DOCTYPE"
    assert set(re.findall(r"<(!?\w+)", html)) <= set(ours.split())
    assert html.count("<style>") == html.count("</style>") == 1


def part(mail: EmailMessage, kind: str) -> str:
    """The text of the mail's plain or html part."""
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


# --- whole --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", URLS)
def test_an_alert_arrives_whole_at(hook: WebhookServer, urls: dict[str, str], name: str) -> None:
    """One post tells who pays whom, the arithmetic, the proof, why, and under which key."""
    answer(hook, name)

    outcome = send(urls[name], render_message(alert()))

    said = re.sub(r"\\(.)", r"\1", texts(hook))
    assert (outcome, len(hook.bodies)) == (SENT, 1)
    for words in (
        "New deal",
        "Anthropic → Amazon: more than $100 billion over 10 years for up to 5 GW (announced)",
        "investment",
        "S$6.35bn at the ECB rate is US$4.99bn",
        COMMITMENT.quote,
        LINK,
        "announced, first reported 20 April 2026",
        "Amazon and Anthropic are on your watchlist",
        KEY,
    ):
        assert words in said


@pytest.mark.parametrize("name", ["discord", "teams", "slack", "form", "xml"])
def test_nothing_of_apprises_own_is_shown_at(
    hook: WebhookServer, urls: dict[str, str], name: str
) -> None:
    """No picture from elsewhere, and nobody else's name."""
    assert send(urls[name], render_message(alert())) == SENT

    said = as_json(hook.bodies[0]).replace("caronc/apprise/master/apprise/assets/NotifyXML", "")
    assert "apprise" not in said.lower()


# --- within limits ------------------------------------------------------------------------------

LONG = replace(
    SEED,
    legs=(replace(COMMITMENT, quote="Word " * 90),) * 8,
    figures=tuple(replace(SEED.figures[0], because=f"{n} & {'because ' * 50}") for n in range(8)),
)


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("discord", 2000),
        ("discord embed", 2000),
        ("telegram", 4096),
        ("telegram markdown", 4096),
        ("teams", 28_000 / 6),
        ("ntfy", 4096),
    ],
)
@pytest.mark.parametrize("news", [(), ("More: a_b*c & [d](e). " * 20,) * 8], ids=["long", "longer"])
def test_a_long_message_is_cut_at_the_end_of_a_section(
    hook: WebhookServer, urls: dict[str, str], name: str, limit: float, news: tuple[str, ...]
) -> None:
    """One post, within the limit, that says how to see the rest and ends with its key."""
    message = render_message(alert(LONG, "grown", news))

    outcome = send(urls[name], message)

    said = re.sub(r"\\(.)", r"\1", body_text(hook))
    assert (outcome, len(hook.bodies)) == (SENT, 1)
    assert len(body_text(hook)) <= limit
    assert re.search(r"… more: (?:<code>|`)?gigawatch deals show amazon-anthropic-2026-04", said)
    assert re.search(r"Key:(?:\*\*|\*|</b>)? amazon-anthropic-2026-04#2$", said)
    assert [said.count(f"<{tag}>") for tag in "ab"] == [said.count(f"</{tag}>") for tag in "ab"]
    assert said.count("**") % 2 == 0
    assert whole_sections(message, said)


def body_text(hook: WebhookServer) -> str:
    """The body of the one post: the text that ends with the key."""
    return next(text for text in strings(hook.bodies[0]) if "Key:" in text)


def whole_sections(message: Message, said: str) -> bool:
    """Whether of every section that was begun the last line is there too."""
    sections = [one for block in message.blocks for one in block if one.heading and one.lines]
    begun = [one for one in sections if re.search(rf"{re.escape(one.heading or '')}:?[*<]", said)]
    marks = re.compile(r"[\\*`]|&amp;|&")
    flat = marks.sub("", said)
    return all(marks.sub("", one.lines[-1].said)[-60:] in flat for one in begun)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        pytest.param(500, "… more: gigawatch deals show", id="little"),
        pytest.param(60, "", id="a text message"),
    ],
)
def test_a_service_with_little_room_gets_what_it_takes(
    hook: WebhookServer,
    urls: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    room: int,
    expected: str,
) -> None:
    """A long message is no reason for a service to refuse it for good."""
    monkeypatch.setattr(NotifyForm, "body_maxlen", room)

    assert send(urls["form"], render_message(alert(LONG))) == SENT

    said = texts(hook)
    assert len(hook.bodies) == 1
    assert expected in said


def test_how_to_cut_is_its_owners_choice(
    hook: WebhookServer, urls: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks Apprise to split gets the whole, in pieces."""
    monkeypatch.setattr(NotifyForm, "body_maxlen", 500)

    assert send(f"{urls['form']}?overflow=split", render_message(alert())) == SENT

    assert len(hook.bodies) > 1
    assert "more:" not in texts(hook)


@pytest.mark.parametrize("overflow", ["split", "truncate", "upstream"])
def test_what_we_lay_out_is_one_post(
    hook: WebhookServer, urls: dict[str, str], mail: MailServer, overflow: str
) -> None:
    """Splitting the text of a post that holds the whole would tell the whole twice."""
    huge = render_message(alert(replace(LONG, legs=LONG.legs * 40), "grown", ("n" * 450,) * 90))

    for url in (f"{SLACK}/?", f"{urls['webhook']}?", f"{mail.url}&"):
        assert send(f"{url}overflow={overflow}", huge) == SENT

    assert (len(hook.bodies), len(mail.messages)) == (2, 1)


def test_a_notice_names_its_command(hook: WebhookServer, urls: dict[str, str]) -> None:
    """What to type is code, which nobody's Markdown changes."""
    assert send(urls["slack"], render_notice(NOTICE)) == SENT

    assert "`gigawatch feeds check 'https://semianalysis.com/feed?a=1&amp;b=c_d'`" in texts(hook)
