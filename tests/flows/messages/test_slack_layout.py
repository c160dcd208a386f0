"""How a message is laid out for Slack: the line a phone shows, a colour, blocks within limits."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from flows.messages.deal_messages import render_message, render_test
from flows.messages.digest_messages import render_digest
from flows.messages.message import Message
from flows.messages.notice_messages import render_notice
from flows.messages.slack import COLOURS, slack_payload
from flows.sending.notify import SendOutcome, send
from tests.catching import SLACK, TOKENS, URLS, catch_posts
from tests.receivers import WebhookServer
from tests.told import DIGEST, NOTICE, SEED, alert

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

Payload = dict[str, object]


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebhookServer]:
    """A webhook in Slack's place."""
    with WebhookServer() as hook:
        catch_posts(hook, monkeypatch)
        yield hook


def attachment(payload: Payload) -> Payload:
    """The one attachment of a post."""
    (one,) = cast("list[Payload]", payload["attachments"])
    return one


def sections(payload: Payload) -> list[str]:
    """The texts of its blocks."""
    blocks = cast("list[dict[str, dict[str, str]]]", attachment(payload)["blocks"])
    return [block["text"]["text"] for block in blocks]


def test_a_phone_shows_the_first_line() -> None:
    """It is the post's own text; its first words tell what kind of news it is."""
    payload = slack_payload(render_message(alert()))

    assert payload["text"] == (
        "*New deal* · Anthropic → Amazon: more than $100 billion over 10 years for up to 5 GW"
        " (announced)"
    )
    assert attachment(payload)["fallback"] == str(payload["text"]).replace("*", "")


def test_the_rest_is_blocks_beside_a_colour() -> None:
    """One section for each group, headings in bold, a line for each leg."""
    payload = slack_payload(render_message(alert()))

    assert [text.partition("\n")[0] for text in sections(payload)] == [
        "*Who pays whom*",
        "*Other figures, settled*",
        "*In their words*",
        "*Status:* announced, first reported 20 April 2026",
    ]
    assert sections(payload)[0].count("\n• ") == 3


@pytest.mark.parametrize(
    ("message", "tone"),
    [
        pytest.param(render_message(alert()), "new", id="new"),
        pytest.param(render_message(alert(change="grown", news=("x",))), "update", id="update"),
        pytest.param(render_message(alert(replace(SEED, status="denied"))), "ended", id="ended"),
        pytest.param(render_notice(NOTICE), "trouble", id="trouble"),
        pytest.param(render_test(), "plain", id="test"),
    ],
)
def test_the_colour_tells_the_change(message: Message, tone: str) -> None:
    """What is new, what changed and what ended can be told at a glance."""
    assert attachment(slack_payload(message))["color"] == COLOURS[message.tone]
    assert message.tone == tone


def test_ampersands_and_brackets_are_escaped() -> None:
    """Slack has three characters that mean something; ours are all escaped."""
    text = "AT&T"
    legs = (replace(SEED.legs[0], payer=text),)

    payload = slack_payload(render_message(alert(replace(SEED, legs=legs))))

    assert str(payload["text"]).startswith("*New deal* · AT&amp;T → Amazon")
    assert "• " not in sections(payload)[0]


def test_slacks_limits_are_kept() -> None:
    """No section over 3000 characters, no more than 50 blocks; what is left out is told."""
    items = tuple(replace(DIGEST.items[1], key=f"mention-{n}#1") for n in range(500))

    payload = slack_payload(render_digest(replace(DIGEST, items=items)))

    texts = sections(payload)
    assert max(map(len, texts)) <= 3000
    assert len(texts) <= 50
    more = "… more: `gigawatch alerts preview digest-2026-04-20#1`"
    assert texts[-1] == f"{more}\n*Key:* digest-2026-04-20#1"
    assert len(json.dumps(payload)) < 60_000


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        pytest.param("", [False, False], id="ours"),
        pytest.param("?footer=yes", [True, False], id="his footer"),
        pytest.param("?image=no&footer=yes", [True, False], id="both his"),
        pytest.param("?image=yes", [False, True], id="his picture"),
    ],
)
def test_options_of_the_owner_are_kept(
    slack: WebhookServer, options: str, shown: list[bool]
) -> None:
    """We choose only what the owner of the URL left open."""
    assert send(f"{SLACK}/{options}", render_test()) == SendOutcome(ok=True)

    body = cast("Payload", slack.bodies[0])
    blocks = cast("list[Payload]", attachment(body)["blocks"])
    assert [blocks[-1]["type"] == "context", "icon_url" in body] == shown


@pytest.mark.parametrize("name", ["slack", "slack bot"])
def test_the_post_is_the_layout_and_where_it_goes(slack: WebhookServer, name: str) -> None:
    """Apprise adds the channel; it takes nothing away."""
    slack.answer = '{"ok": true}' if name == "slack bot" else "ok"
    message = render_message(alert())

    outcome = send(URLS[name], message)

    body = cast("Payload", slack.bodies[0])
    channel = {"channel": "#deals"} if name == "slack bot" else {}
    assert outcome == SendOutcome(ok=True)
    assert body == {**slack_payload(message), "mrkdwn": True, **channel}


def test_slacks_own_address_is_taken_as_it_is(slack: WebhookServer) -> None:
    """What Slack's page offers to copy works, and looks the same."""
    url = "https://hooks.slack.com/services/" + "/".join(TOKENS)

    assert send(url, render_test()) == SendOutcome(ok=True)

    assert slack.paths == ["/services/" + "/".join(TOKENS)]
    assert "footer" not in str(slack.bodies[0])


def test_a_template_of_the_owner_is_kept(slack: WebhookServer, tmp_path: Path) -> None:
    """Who lays posts out himself is left to it."""
    template = tmp_path / "post.json"
    block = {"type": "section", "text": {"type": "plain_text", "text": "{{app_title}}"}}
    template.write_text(json.dumps({"blocks": [block]}), encoding="utf-8")

    assert send(f"{SLACK}/?template={template}", render_test()) == SendOutcome(ok=True)

    assert "text" not in cast("Payload", slack.bodies[0])
    assert "Test message from Gigawatch" in str(slack.bodies[0])
