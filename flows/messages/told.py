"""Bring back what was decided to be said from what is stored of it, and render it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flows.deciding.alerting import Alert, Mention
from flows.deciding.notices import Notice
from flows.messages.deal_messages import render_message
from flows.messages.digest_messages import Digest, DigestItem, DigestReason, render_digest
from flows.messages.mention_messages import render_mention
from flows.messages.message import Message
from flows.messages.notice_messages import render_notice
from parsers.errors import DatabaseError
from storage.codec import from_json

Said = Alert | Mention | Notice


class Stored(Protocol):
    """What the database holds of one that was decided; of a digest it names nothing it is about."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def deal_id(self) -> str | None:
        """The deal it is about."""

    @property
    def feed_id(self) -> int | None:
        """The first of the feeds it is about."""

    @property
    def entry_id(self) -> int | None:
        """The entry it is about."""

    @property
    def payload(self) -> dict[str, object]:
        """The value itself."""

    @property
    def created_at(self) -> datetime:
        """When it was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDigest:
    """What is stored of a digest: its key, and why there is one."""

    key: str
    reason: DigestReason


def read_said(stored: Stored) -> Said | None:
    """What was decided to be said; None for a digest, which says what others do.

    Raises:
        DatabaseError: it cannot be read any more.
    """
    if stored.deal_id is not None:
        return from_json(Alert, stored.payload)
    if stored.entry_id is not None:
        return from_json(Mention, stored.payload)
    return from_json(Notice, stored.payload) if stored.feed_id is not None else None


def render_said(said: Said, *, may_repeat: bool = False) -> Message:
    """The message of an alert on a deal, an entry or feeds."""
    match said:
        case Alert():
            return render_message(said, may_repeat=may_repeat)
        case Mention():
            return render_mention(said, may_repeat=may_repeat)
    return render_notice(said, may_repeat=may_repeat)


def render_bundle(
    stored: Stored, members: Sequence[Stored], *, may_repeat: bool = False
) -> Message:
    """The message of a digest; a member that cannot be read any more is named by its key alone.

    Raises:
        DatabaseError: the digest itself cannot be read any more.
    """
    digest = from_json(StoredDigest, stored.payload)
    moments = [one.created_at for one in members] or [stored.created_at]
    return render_digest(
        Digest(
            key=digest.key,
            reason=digest.reason,
            first_at=min(moments),
            last_at=max(moments),
            items=tuple(map(_item, members)),
        ),
        may_repeat=may_repeat,
    )


def digest_item(key: str, at: datetime, said: Said) -> DigestItem:
    """A message in a digest, with the subject it would have had as one of its own."""
    return DigestItem(
        key=key,
        at=at,
        subject=render_said(said).subject,
        alert=said if isinstance(said, Alert) else None,
        mention=said if isinstance(said, Mention) else None,
        notice=said if isinstance(said, Notice) else None,
    )


def _item(member: Stored) -> DigestItem:
    try:
        said = read_said(member)
    except DatabaseError as error:
        return DigestItem(key=member.key, at=member.created_at, subject=str(error))
    if said is None:  # no digest carries another
        return DigestItem(key=member.key, at=member.created_at, subject=member.key)
    return digest_item(member.key, member.created_at, said)
