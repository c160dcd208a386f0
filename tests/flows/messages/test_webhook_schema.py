"""The JSON a webhook gets is what docs/webhook.md says, field by field."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from flows.messages.deal_messages import render_message, render_test
from flows.messages.digest_messages import render_digest
from flows.messages.mention_messages import render_mention
from flows.messages.message import Message
from flows.messages.notice_messages import render_notice
from flows.messages.webhook import webhook_payload
from flows.outcomes import deal_json
from flows.sending.notify import SendOutcome, send
from flows.sending.services import open_service
from tests.receivers import WebhookServer
from tests.told import DEAL_ID, DIGEST, MENTION, NOTICE, SEED, alert

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs/webhook.md").read_text(encoding="utf-8")
TYPES: Final[dict[str, tuple[type, ...]]] = {
    "number": (int,),
    "string": (str,),
    "boolean": (bool,),
    "object": (dict,),
    "null": (type(None),),
    "list of strings": (list,),
    "list of objects": (list,),
    "list of pairs": (list,),
}
MESSAGES = {
    "deal": render_message(alert()),
    "mention": render_mention(MENTION),
    "notice": render_notice(NOTICE),
    "digest": render_digest(DIGEST),
    "test": render_test(),
}


@pytest.fixture
def hook() -> Iterator[WebhookServer]:
    """A webhook that says ok."""
    with WebhookServer() as server:
        yield server


def documented(heading: str) -> dict[str, tuple[type, ...]]:
    """The fields of a section's table, and the types each may have."""
    section = DOCUMENT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.+?`) \| ([^|]+) \|", section, re.MULTILINE)
    return {
        name: tuple(kind for word in types.strip().split(" or ") for kind in TYPES[word])
        for names, types in rows
        for name in re.findall(r"`(\w+)`", names)
    }


def check(value: object, heading: str) -> None:
    """An object has the documented fields, no others, and of the documented types."""
    fields = documented(heading)
    assert isinstance(value, dict)
    assert sorted(value) == sorted(fields)
    for name, kinds in fields.items():
        assert isinstance(value[name], kinds), name


@pytest.mark.parametrize("kind", MESSAGES)
def test_every_type_has_the_documented_fields(kind: str) -> None:
    """Nothing undocumented is sent, and nothing documented is missing."""
    payload = webhook_payload(MESSAGES[kind])

    check(payload, "Every message")
    assert payload["type"] == kind
    for name in ("confidence", "mention", "notice", "digest"):
        if payload[name] is not None:
            check(payload[name], f"`{name}`")


def test_a_digest_holds_its_messages() -> None:
    """Each member says all it would have said alone, but for its text."""
    digest = webhook_payload(MESSAGES["digest"])["digest"]

    assert isinstance(digest, dict)
    items = digest["items"]
    names = re.search(r"`items` .*?oldest first: (.*) \|", DOCUMENT)
    assert names is not None
    fields = re.findall(r"`(\w+)`", names[1])
    assert [sorted(item) for item in items] == [sorted(fields)] * 3
    assert [item["type"] for item in items] == ["deal", "mention", "notice"]
    assert items[0]["deal"] == deal_json(DEAL_ID, SEED)


def test_the_example_is_real() -> None:
    """What the document shows is what is sent, to the letter."""
    example = json.loads(DOCUMENT.partition("```json\n")[2].partition("```")[0])

    assert example == webhook_payload(MESSAGES["mention"])


@pytest.mark.parametrize("kind", MESSAGES)
def test_apprise_posts_just_that(hook: WebhookServer, kind: str) -> None:
    """No field is lost or added on the way."""
    outcome = send(hook.url, MESSAGES[kind])

    assert outcome == SendOutcome(ok=True)
    assert hook.bodies == [webhook_payload(MESSAGES[kind])]


def test_a_url_renames_and_adds_fields(hook: WebhookServer) -> None:
    """As Apprise's JSON service has it; an empty value takes a field away."""
    send(f"{hook.url}?:subject=headline&:team=desk&:message=", MESSAGES["test"])

    (body,) = hook.bodies
    assert isinstance(body, dict)
    assert (body["headline"], body["team"]) == ("Test message from Gigawatch", "desk")
    assert {"subject", "message"} & set(body) == set()


def test_another_user_of_apprise_gets_apprises_json(hook: WebhookServer) -> None:
    """Without a message of ours the plugin is the one it extends."""
    service = open_service(hook.url)
    assert service is not None

    taken = service.notify(title="Theirs", body="Hello")

    (body,) = hook.bodies
    assert isinstance(body, dict)
    assert (taken, body["title"], body["type"]) == (True, "Theirs", "info")


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_repeat_is_marked(kind: str) -> None:
    """A program may drop what it has by the key, and sees why it came twice."""
    again: dict[str, Message] = {
        "deal": render_message(alert(), may_repeat=True),
        "mention": render_mention(MENTION, may_repeat=True),
        "notice": render_notice(NOTICE, may_repeat=True),
        "digest": render_digest(DIGEST, may_repeat=True),
    }
    message = again.get(kind, MESSAGES[kind])

    payload = webhook_payload(message)

    assert payload["may_repeat"] is (kind != "test")
    assert ("May repeat: " in str(payload["text"])) is (kind != "test")
    assert payload["key"] == MESSAGES[kind].key
