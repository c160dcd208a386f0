"""Render a digest: many messages in one, a line each, the oldest first, no key left out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from flows.deciding.alerting import Alert, Mention
from flows.deciding.notices import Notice
from flows.messages.deal_messages import proof_link
from flows.messages.mention_messages import mention_link
from flows.messages.message import (
    Line,
    Message,
    Section,
    Tone,
    cut_subject,
    key_sections,
    without_empty,
)
from flows.plain import render_plain
from flows.wording import render_count, render_first_line, render_time

DigestReason = Literal["daily", "weekly", "flood", "backlog"]

_TITLES: Final[dict[DigestReason, str]] = {
    "daily": "Daily digest",
    "weekly": "Weekly digest",
    "flood": "Many at once",
    "backlog": "Held back",
}
_ENDED: Final = "Ended"
_REASONS: Final[dict[DigestReason, str]] = {
    "daily": "this destination gets one message a day",
    "weekly": "this destination gets one message a week",
    "flood": "so many waited at once that they are told in one message",
    "backlog": "this destination could not be reached; what waited is told in one message",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestItem:
    """One message in a digest: its key, since when it waited, its own subject, and its value."""

    key: str
    at: datetime
    subject: str
    alert: Alert | None = None
    mention: Mention | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Messages told as one, and why; `first_at` and `last_at` are when they were decided."""

    key: str
    reason: DigestReason
    first_at: datetime
    last_at: datetime
    items: tuple[DigestItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What becomes one line: an item, or all items of one deal."""

    items: tuple[DigestItem, ...]

    @property
    def at(self) -> datetime:
        return self.items[0].at


def render_digest(digest: Digest, may_repeat: bool = False) -> Message:
    """The whole message of a digest; `may_repeat`: an earlier attempt may have arrived."""
    span = f"{render_time(digest.first_at)} to {render_time(digest.last_at)}"
    why = Section(
        heading="Why in one",
        lines=(Line(said=f"{_REASONS[digest.reason]} ({span})"),),
        inline=True,
    )
    entries = tuple(Section(lines=(_line(entry),)) for entry in fold(digest.items))
    blocks = ((why,), entries, key_sections(digest.key, may_repeat=may_repeat))
    return Message(
        subject=cut_subject(f"{_TITLES[digest.reason]}: {count_items(digest.items)}"),
        blocks=without_empty(blocks),
        type="digest",
        key=digest.key,
        tone=_tone(digest.items),
        more=f"gigawatch alerts preview {render_plain(digest.key)}",
        may_repeat=may_repeat,
        about=digest,
    )


def fold(items: Iterable[DigestItem]) -> tuple[_Entry, ...]:
    """The items by deal, oldest first: all that was told of a deal stands where it began."""
    groups: dict[str, list[DigestItem]] = {}
    for item in sorted(items, key=lambda one: one.at):
        groups.setdefault(item.alert.deal_id if item.alert else f"#{item.key}", []).append(item)
    return tuple(_Entry(items=tuple(group)) for group in groups.values())


def count_items(items: Iterable[DigestItem]) -> str:
    """How many of each: "12 deals, 3 mentions, 1 notice"; a deal counts once."""
    counts = Counter(_kind(entry.items[0]) for entry in fold(items))
    kinds = [kind for kind in ("deal", "mention", "notice", "message") if counts[kind]]
    return ", ".join(render_count(counts[kind], kind) for kind in kinds) or "nothing"


def _kind(item: DigestItem) -> str:
    if item.alert is not None:
        return "deal"
    if item.mention is not None:
        return "mention"
    # One that could not be read any more is only known by its key.
    return "notice" if item.notice is not None else "message"


def _line(entry: _Entry) -> Line:
    """When, what, and under which keys; of a deal what it has come to, and how it got there."""
    first, last = entry.items[0], entry.items[-1]
    keys = ", ".join(render_plain(item.key) for item in entry.items)
    if first.alert is None or last.alert is None:
        said = render_plain(first.subject)
    else:
        label = "New deal" if first.alert.change == "new" else "Deal update"
        label = _ENDED if last.subject.startswith(_ENDED) else label
        news = "; ".join(
            render_plain(news) for item in entry.items if item.alert for news in item.alert.news
        )
        said = f"{label} · {render_first_line(last.alert.deal)}" + (f"; {news}" if news else "")
    return Line(name=render_time(first.at), said=f"{said} [{keys}]", link=_link(last))


def _link(item: DigestItem) -> str | None:
    """Where it can be read."""
    if item.alert is not None:
        return proof_link(item.alert.deal)
    return mention_link(item.mention) if item.mention is not None else None


def _tone(items: tuple[DigestItem, ...]) -> Tone:
    if any(item.alert for item in items):
        return "new" if any(one.alert and one.alert.change == "new" for one in items) else "update"
    return "plain"
