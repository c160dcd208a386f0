"""What people read when feeds break, recover, fall silent, move or flood."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from apprise.plugins.slack import NotifySlack

from flows.deciding.notices import FeedEvent, FeedEventKind, Notice, Told
from flows.messages.message import SUBJECT_LIMIT, Message
from flows.messages.notice_messages import LINES_SHOWN, render_command, render_notice
from flows.plain import LINK_LIMIT
from flows.sending.notify import SendOutcome, send
from tests.receivers import WebhookServer

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEY = "feeds-2026-11-22#1"
BROKEN = FeedEvent(
    kind="broken",
    feed_id=1,
    url="https://semianalysis.com/feed?a=1&b=c_d",
    name="SemiAnalysis",
    at=AT,
    told="broken",
    since=AT - timedelta(hours=5),
    code="dns_failed",
    detail="semianalysis.com: the name has no address",
    next_check_at=AT + timedelta(hours=2),
    rhythm_s=7_000,
    deals_brought=4,
)
FLOOD = replace(
    BROKEN,
    kind="flood",
    code=None,
    entries=57,
    deals=("amazon-anthropic-2026-04: Anthropic → Amazon: $100 billion (announced)",),
    deals_in_all=3,
)
HOSTILE = (
    "<!channel> <@U012AB3CD> @everyone",
    "<http://evil.example|your bank>",
    "[your bank](http://evil.example) www.evil.example",
    "</b><script>alert(1)</script><img src=x onerror=alert(1)>",
    "*bold* _italic_ ~gone~ `code`",
    "line\r\nBcc: everybody@example.org\r\n\r\nbody",
    "\x1b[31mred\x1b[0m \u202eyllatot\u202c zero\u200bwidth",
    "'; rm -rf ~; echo '",
    "`reboot` $(reboot) \" ' \\",
)


def notice(*events: FeedEvent) -> Notice:
    """A notice of these events."""
    return Notice(key=KEY, events=events)


def render(*events: FeedEvent) -> Message:
    """Its message."""
    return render_notice(notice(*events))


def test_a_broken_feed_in_full() -> None:
    """What happened, since when, what it was worth, when it is asked next, and what to do."""
    message = render(BROKEN)

    command = "gigawatch feeds check 'https://semianalysis.com/feed?a=1&b=c_d'"
    said = (
        "semianalysis.com: the name has no address (dns failed). Last read 2026-11-22 07:00 UTC."
        " It brought 4 deals. Asked again 2026-11-22 14:00 UTC; to look now:"
    )
    escaped = command.replace("'", "&#39;").replace("&b", "&amp;b")
    assert message.subject == "Feed broken: SemiAnalysis (dns_failed)"
    assert message.text == f"SemiAnalysis: {said} {command}\n\nKey: {KEY}\n"
    assert message.html == (
        f"<b>SemiAnalysis:</b> {said} <code>{escaped}</code><br/><br/><b>Key:</b> {KEY}"
    )
    assert (message.type, message.tone, message.key) == ("notice", "trouble", KEY)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            replace(BROKEN, since=None, deals_brought=0, detail=None, next_check_at=None),
            "No reason given (dns failed). Never read so far. Asked again at the next poll;",
            id="never worked",
        ),
        pytest.param(
            replace(BROKEN, code="gone", detail="semianalysis.com: answers 410", told="gone"),
            "semianalysis.com: answers 410 (gone). Last read 2026-11-22 07:00 UTC. It brought"
            " 4 deals. Not asked any more; remove or resume it, or look: gigawatch feeds check",
            id="gone",
        ),
        pytest.param(
            replace(BROKEN, code="http_404", detail="semianalysis.com: answers 404"),
            "SemiAnalysis: semianalysis.com: answers 404. Last read 2026-11-22 07:00 UTC.",
            id="a status",
        ),
        pytest.param(
            replace(BROKEN, told="flapping"),
            "It comes and goes; you hear again when it was well for a day. Asked again",
            id="flapping",
        ),
        pytest.param(
            replace(BROKEN, kind="silent", told="silent", code=None),
            "Answers, but has brought nothing new since 2026-11-22 07:00 UTC; usually an entry"
            " every 2 hours. Asked again 2026-11-22 14:00 UTC; to look now: gigawatch feeds",
            id="silent",
        ),
        pytest.param(
            replace(BROKEN, kind="moved", moved_to="https://new.example/feed"),
            "Moved for good, and is asked at its new address from now on: gigawatch feeds check"
            " https://new.example/feed",
            id="moved",
        ),
        pytest.param(
            replace(BROKEN, kind="moved", moved_to="https://new.example/feed", merged=True),
            "Moved for good to a feed that is watched already; this one is removed: gigawatch"
            " feeds check https://new.example/feed",
            id="merged",
        ),
        pytest.param(
            FLOOD,
            "57 new entries at once, held back as a whole: 3 deals in them, see below. To look:",
            id="flood",
        ),
        pytest.param(
            replace(FLOOD, entries=1, deals=(), deals_in_all=0),
            "1 new entry at once, held back as a whole: no deal. To look:",
            id="flood without deals",
        ),
    ],
)
def test_each_event_is_a_sentence(event: FeedEvent, expected: str) -> None:
    """Whoever reads it knows what became of the feed, and what to type."""
    assert expected in render(event).text


@pytest.mark.parametrize(
    ("was", "told", "since", "expected"),
    [
        ("broken", None, AT, "Read again, after failures since 2026-11-22 12:00 UTC."),
        ("broken", None, None, "Read for the first time."),
        (
            "gone",
            "silent",
            AT,
            "Read again, after failures since 2026-11-22 12:00 UTC. It has brought nothing new"
            " for long.",
        ),
        (
            "silent",
            None,
            AT,
            "Brings entries again, after nothing new since 2026-11-22 12:00 UTC.",
        ),
        ("flapping", None, AT, "Was read without a failure for a day."),
    ],
)
def test_a_recovery_says_from_what(
    was: Told, told: Told | None, since: datetime | None, expected: str
) -> None:
    """Nothing needs to be done, and no command is shown."""
    event = replace(BROKEN, kind="recovered", code=None, was=was, told=told, since=since)

    assert render(event).text == f"SemiAnalysis: {expected}\n\nKey: {KEY}\n"
    assert render(event).subject == "Feed recovered: SemiAnalysis"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(20, "1 minute"), (2400, "40 minutes"), (3600, "1 hour"), (86_400, "1 day")],
)
def test_a_usual_gap_is_told_in_its_unit(seconds: int, expected: str) -> None:
    """As people say it."""
    event = replace(BROKEN, kind="silent", rhythm_s=seconds)

    assert f"usually an entry every {expected}." in render(event).text


# --- many feeds ---------------------------------------------------------------------------------


def many(kind: FeedEventKind, count: int) -> tuple[FeedEvent, ...]:
    """As many feeds with that event."""
    return tuple(replace(BROKEN, kind=kind, feed_id=n, name=f"{kind} {n}") for n in range(count))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Notice(key=KEY, events=many("broken", 3)), "3 feeds broken"),
        (
            Notice(key=KEY, events=many("recovered", 1) + many("broken", 3)),
            "3 feeds broken, 1 recovered",
        ),
        (
            Notice(key=KEY, events=many("silent", 1) + many("flood", 1)),
            "1 feed flooded, 1 silent",
        ),
        (Notice(key=KEY, events=many("broken", 2), more=(("broken", 98),)), "100 feeds broken"),
    ],
)
def test_the_subject_counts_many_feeds(told: Notice, expected: str) -> None:
    """What needs a person comes before what does not."""
    assert render_notice(told).subject == expected


def test_a_long_notice_ends_in_a_command() -> None:
    """Twenty feeds, the troubled ones first; the command shows all."""
    told = Notice(key=KEY, events=many("recovered", 5) + many("broken", 18), more=(("broken", 7),))

    feeds, key, *nothing = render_notice(told).text.split("\n\n")

    lines = feeds.splitlines()
    assert len(lines) == LINES_SHOWN + 1
    assert [line.split()[0] for line in lines[17:20]] == ["broken", "recovered", "recovered"]
    assert lines[-1] == "and 10 more: gigawatch feeds list"
    assert (key, nothing) == (f"Key: {KEY}\n", [])


def test_the_deals_of_a_flood_are_listed() -> None:
    """Those it holds, ten over all feeds, and where the others are."""
    other = replace(FLOOD, feed_id=2, deals=("x: X → Y: $1 billion",) * 10, deals_in_all=10)

    _, deals, _ = render(FLOOD, other).text.split("\n\n")

    lines = deals.splitlines()
    assert lines[0] == "Deals these entries told, newest first:"
    assert lines[1] == f"- {FLOOD.deals[0]}".replace("_", "ˍ")
    assert (len(lines), lines[-1]) == (12, "and 3 more: gigawatch deals list")


# --- feed text is only ever text ----------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """No tag, no mention, no second header, nothing invisible, whatever a feed calls itself."""
    event = replace(BROKEN, name=text, detail=text, code=text)
    flood = replace(FLOOD, name=text, deals=(text,))

    alone, both = render(event), render(event, flood)

    assert alone.subject.isprintable()
    assert len(alone.subject) <= SUBJECT_LIMIT
    for shown in (alone.subject, alone.text, both.text, both.html):
        for trap in ("<!", "<@", "<http", "<script", "<img", "</a", "](http:", "\x1b", "\u202e"):
            assert trap not in shown
        assert not any(mark in shown for mark in ("`", "*", "@", "\r", "\u200b", "://evil"))
    assert all(line.isprintable() for line in both.text.splitlines())


@pytest.mark.parametrize("text", [*HOSTILE, "feed?q=data+center&x=a_b", "über/ñ"])
def test_a_command_can_be_copied_into_a_shell(text: str) -> None:
    """A shell sees four words, and the last is an address that leads to the same feed."""
    command = render_command("check", f"https://a.example/{text}")

    words = shlex.split(command)
    assert words[:3] == ["gigawatch", "feeds", "check"]
    assert len(words) == 4
    assert words[3].startswith("https://a.example/")
    assert command.isprintable()


def test_a_plain_address_is_shown_as_it_is() -> None:
    """What is copied must be the address under which the feed is kept."""
    url = "https://news.google.com/rss/search?q=AI+%22deal%22&hl=en-US&ceid=US:en#top_a~b"

    assert shlex.split(render_command("check", url))[3] == url


def test_an_endless_address_is_left_out() -> None:
    """The list of feeds has it too."""
    assert render_command("check", "https://a.example/" + "a" * LINK_LIMIT) == (
        "gigawatch feeds list"
    )


def test_a_feed_without_a_name_is_called_by_its_address() -> None:
    """Without the part that would make a link of it."""
    message = render(replace(BROKEN, name=" ", url="https://www.a.example/feed"))

    assert message.subject == "Feed broken: www[.]a[.]example/feed (dns_failed)"


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebhookServer]:
    """A webhook in Slack's place; no Apprise URL can name Slack's host."""
    with WebhookServer() as hook:
        monkeypatch.setattr(NotifySlack, "webhook_url", f"{hook.base}/services")
        yield hook


def test_slack_shows_the_command_as_code(slack: WebhookServer) -> None:
    """Whole and without backslashes, ready to be copied."""
    outcome = send("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7", render(BROKEN))

    said = json.dumps(slack.bodies[0], ensure_ascii=False)
    assert outcome == SendOutcome(ok=True)
    assert "`gigawatch feeds check 'https://semianalysis.com/feed?a=1&amp;b=c_d'`" in said
    assert "*SemiAnalysis:* semianalysis.com" in said
    assert "\\\\" not in said
