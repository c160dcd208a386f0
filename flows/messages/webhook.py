"""The JSON a webhook gets: version 1 of the schema that docs/webhook.md describes."""

from typing import Final

from flows.deciding.alerting import Alert, Mention
from flows.deciding.notices import Notice
from flows.messages.confidence import judge_confidence
from flows.messages.digest_messages import Digest, DigestItem
from flows.messages.message import Message
from flows.outcomes import deal_json
from storage.codec import to_json

VERSION: Final = 1


def webhook_payload(message: Message) -> dict[str, object]:
    """All of a message as one JSON object. Fields may be added in a version, never taken away."""
    subject, text = message.subject, message.text.strip()
    return {
        "version": VERSION,
        "type": message.type,
        "key": message.key,
        "subject": subject,
        "text": text,
        # What Apprise's JSON calls them, for receivers that were written for that.
        "title": subject,
        "message": text,
        "may_repeat": message.may_repeat,
        **_about(message.about),
    }


def _about(about: object) -> dict[str, object]:
    """What is told of: the fields that its type has, null in all others."""
    fields: dict[str, object] = dict.fromkeys(
        ("change", "why", "news", "deal", "confidence", "mention", "notice", "digest")
    )
    fields["news"] = []
    match about:
        case Alert():
            return fields | _alert(about)
        case Mention():
            return fields | {"why": about.why, "mention": to_json(about)}
        case Notice():
            return fields | {"notice": to_json(about)}
        case Digest():
            return fields | {"digest": _digest(about)}
    return fields


def _alert(alert: Alert) -> dict[str, object]:
    return {
        "change": alert.change,
        "why": alert.why,
        "news": list(alert.news),
        "deal": deal_json(alert.deal_id, alert.deal),
        "confidence": to_json(judge_confidence(alert.deal)),
    }


def _digest(digest: Digest) -> dict[str, object]:
    times = to_json(digest)
    return {
        "reason": digest.reason,
        "first_at": times["first_at"],
        "last_at": times["last_at"],
        "items": [_item(item) for item in sorted(digest.items, key=lambda one: one.at)],
    }


def _item(item: DigestItem) -> dict[str, object]:
    """A member as it would have come alone, but without its text."""
    about = item.alert or item.mention or item.notice
    kinds: dict[object, str] = {Alert: "deal", Mention: "mention", Notice: "notice"}
    fields = _about(about)
    del fields["digest"]
    head = {"key": item.key, "at": to_json(item)["at"], "type": kinds.get(type(about))}
    return {**head, "subject": item.subject, **fields}
