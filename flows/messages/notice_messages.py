"""Render a notice as the message people read: which feeds broke, recovered, fell silent or moved.

Names, addresses and servers' words are feed text: they pass through `render_plain`, or where a
person shall copy an address, through `render_command`.
"""

import re
import shlex
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Final
from urllib.parse import quote

from flows.deciding.notices import DEALS_SHOWN, FeedEvent, FeedEventKind, Notice
from flows.messages.message import (
    SUBJECT_LIMIT,
    Line,
    Message,
    Section,
    Tone,
    key_sections,
    without_empty,
)
from flows.plain import LINK_LIMIT, LINK_SAFE, render_plain
from flows.wording import NAME_LIMIT, render_count, render_time

LINES_SHOWN: Final = 20
# In the order in which they are told: what is told nowhere else, then what needs a person.
_WORDS: Final[dict[FeedEventKind, tuple[str, str]]] = {
    "flood": ("Feed flooded", "flooded"),
    "broken": ("Feed broken", "broken"),
    "silent": ("Feed silent", "silent"),
    "moved": ("Feed moved", "moved"),
    "recovered": ("Feed recovered", "recovered"),
}
_KINDS: Final = tuple(_WORDS)
# Nothing that a shell, Markdown or a chat could take for more than a part of an address.
_SAFE: Final = LINK_SAFE.replace("'", "") + "_~"
_UNITS: Final = ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"))
_MINUTE: Final = timedelta(minutes=1)


def render_notice(notice: Notice, may_repeat: bool = False) -> Message:
    """The whole message of a notice; `may_repeat`: an earlier attempt may have arrived."""
    deals = Section(lines=tuple(_deal_lines(notice.events)))
    blocks = (
        tuple(Section(lines=(line,)) for line in _feed_lines(notice)),
        (deals,),
        key_sections(notice.key, may_repeat=may_repeat),
    )
    return Message(
        subject=_subject(notice),
        blocks=without_empty(blocks),
        type="notice",
        tone=_tone(notice),
        key=notice.key,
        more="gigawatch feeds list",
        may_repeat=may_repeat,
        about=notice,
    )


def render_command(verb: str, url: str) -> str:
    """A command on a feed, safe to be copied into a shell: gigawatch feeds check 'https://…'."""
    shown = "".join(c if c.isalnum() or c in _SAFE else quote(c, safe="") for c in url)
    if len(shown) > LINK_LIMIT:
        return "gigawatch feeds list"
    return f"gigawatch feeds {verb} {shlex.quote(shown)}"


def _subject(notice: Notice) -> str:
    """One feed by its name, "Feed broken: The Wire (timeout)"; several as "3 feeds broken, …"."""
    if len(notice.events) == 1 and not notice.more:
        (event,) = notice.events
        code = _code(event)
        why = f" ({code})" if code else ""
        # The code is what a cut must not take.
        room = SUBJECT_LIMIT - len(_WORDS[event.kind][0]) - len(why) - 2
        return f"{_WORDS[event.kind][0]}: {render_plain(_name(event), room)}{why}"
    counts = Counter(event.kind for event in notice.events) + Counter(dict(notice.more))
    first, *others = [(counts[kind], _WORDS[kind][1]) for kind in _KINDS if counts[kind]]
    feeds = "feed" if first[0] == 1 else "feeds"
    more = "".join(f", {count} {word}" for count, word in others)
    return f"{first[0]} {feeds} {first[1]}{more}"


def _tone(notice: Notice) -> Tone:
    """Trouble where any feed is in trouble; well where all are well again."""
    kinds = {event.kind for event in notice.events} | {kind for kind, _ in notice.more}
    if kinds & {"broken", "flood"}:
        return "trouble"
    return "well" if kinds == {"recovered"} else "plain"


def _feed_lines(notice: Notice) -> list[Line]:
    ordered = sorted(notice.events, key=lambda event: _KINDS.index(event.kind))
    lines = [_feed_line(event) for event in ordered[:LINES_SHOWN]]
    hidden = len(ordered) - len(lines) + sum(count for _, count in notice.more)
    if hidden:
        lines.append(Line(said=f"and {hidden} more:", command="gigawatch feeds list"))
    return lines


def _deal_lines(events: Iterable[FeedEvent]) -> list[Line]:
    """The deals that held entries told, of all feeds together; they are in the ledger."""
    floods = [event for event in events if event.kind == "flood"]
    deals = [deal for event in floods for deal in event.deals][:DEALS_SHOWN]
    hidden = sum(event.deals_in_all for event in floods) - len(deals)
    lines = [Line(said=f"- {render_plain(deal)}") for deal in deals]
    if hidden:
        lines.append(Line(said=f"and {hidden} more:", command="gigawatch deals list"))
    return lines and [Line(said="Deals these entries told, newest first:"), *lines]


# --- one feed -----------------------------------------------------------------------------------


def _feed_line(event: FeedEvent) -> Line:
    said, verb = _SENTENCES[event.kind](event)
    return Line(
        name=render_plain(_name(event), NAME_LIMIT),
        said=said,
        command=render_command(verb, event.moved_to or event.url) if verb else None,
    )


def _code(event: FeedEvent) -> str | None:
    """The code of a failure if it is one of ours, which no service takes for markup."""
    return event.code if re.fullmatch(r"[a-z0-9_]{1,64}", event.code or "") else None


def _names_status(event: FeedEvent) -> bool:
    """Whether its sentence says the same as its code: "wire.example: answers 404"."""
    return (event.code or "").removeprefix("http_") in (event.detail or "")


def _name(event: FeedEvent) -> str:
    """What the feed is called, else its address without what would make a link of it."""
    return (event.name or "").strip() or event.url.partition("://")[2] or event.url


_Sentence = tuple[str, str | None]


def _say_broken(event: FeedEvent) -> _Sentence:
    # Apprise puts a backslash before "_", and Slack shows it.
    code = "" if _names_status(event) else (_code(event) or "").replace("_", " ")
    why = render_plain(event.detail or "No reason given") + (f" ({code})." if code else ".")
    since = f"Last read {render_time(event.since)}." if event.since else "Never read so far."
    brought = (
        f"It brought {render_count(event.deals_brought, 'deal')}." if event.deals_brought else ""
    )
    if event.told == "gone":
        again = "Not asked any more; remove or resume it, or look:"
    else:
        again = f"Asked again {_again(event)}; to look now:"
    often = "It comes and goes; you hear again when it was well for a day."
    damped = often if event.told == "flapping" else ""
    return " ".join(filter(None, (why, since, brought, damped, again))), "check"


def _say_recovered(event: FeedEvent) -> _Sentence:
    if event.was == "silent":
        return f"Brings entries again, after nothing new{_since(event)}.", None
    if event.was == "flapping":
        return "Was read without a failure for a day.", None
    first = "Read for the first time." if event.since is None else "Read again"
    after = f", after failures{_since(event)}." if event.since else ""
    quiet = " It has brought nothing new for long." if event.told == "silent" else ""
    return f"{first}{after}{quiet}", None


def _say_silent(event: FeedEvent) -> _Sentence:
    usual = f"; usually an entry every {_span(event.rhythm_s)}" if event.rhythm_s else ""
    again = f"Asked again {_again(event)}; to look now:"
    return (
        f"Answers, but has brought nothing new{_since(event)}{usual}. {again}",
        "check",
    )


def _say_moved(event: FeedEvent) -> _Sentence:
    if event.merged:
        return "Moved for good to a feed that is watched already; this one is removed:", "check"
    return "Moved for good, and is asked at its new address from now on:", "check"


def _say_flood(event: FeedEvent) -> _Sentence:
    entries = render_count(event.entries, "new entry", "new entries")
    deals = (
        f"{render_count(event.deals_in_all, 'deal')} in them, see below"
        if event.deals
        else "no deal"
    )
    return f"{entries} at once, held back as a whole: {deals}. To look:", "check"


_SENTENCES: Final[dict[FeedEventKind, Callable[[FeedEvent], _Sentence]]] = {
    "flood": _say_flood,
    "broken": _say_broken,
    "silent": _say_silent,
    "moved": _say_moved,
    "recovered": _say_recovered,
}


def _span(seconds: int) -> str:
    """A usual gap in its largest unit: "2 hours", "40 minutes"."""
    span = timedelta(seconds=seconds)
    for unit, word in _UNITS:
        if span >= unit:
            return render_count(round(span / unit), word)
    return render_count(max(round(span / _MINUTE), 1), "minute")


def _since(event: FeedEvent) -> str:
    return f" since {render_time(event.since)}" if event.since else ""


def _again(event: FeedEvent) -> str:
    return render_time(event.next_check_at) if event.next_check_at else "at the next poll"
