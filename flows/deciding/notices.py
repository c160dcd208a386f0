"""Decide when people hear how a feed fares, and gather what they hear into one message.

    all is well → broken (or gone) → recovered · silent → recovered · moved · flood

`told` of a feed is what its user was last told and still holds. A feed that breaks and recovers
time and again is called flapping once, and recovered only when it was well for a day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final, Literal, get_args

from sqlmodel import Session

from flows.deciding.holding import find_held
from flows.outcomes import DealOutcome
from flows.settings import Destination
from flows.wording import render_first_line
from storage import health, outbox
from storage.codec import from_json, to_json
from storage.database import one_writer

FeedEventKind = Literal["broken", "recovered", "silent", "moved", "flood"]
Told = Literal["broken", "gone", "flapping", "silent", "flood"]
_TOLD: Final[tuple[Told, ...]] = get_args(Told)

# No fault of the feed's: it is we who asked too often.
THROTTLED: Final = frozenset({"too_many_requests", "host_busy"})
# Errors in a row that make a feed broken.
BROKEN_AFTER: Final = 3
# Waiting mends none of these: in a feed that never worked they are a slip of whoever added it.
_LASTING: Final = frozenset(
    {"bad_scheme", "bad_url", "blocked_address", "not_a_feed", "redirect_loop", "too_large",
     "xml_forbidden"}
)  # fmt: skip
# A request that took too long, or came too early or too often.
_PASSING_STATUSES: Final = frozenset({"http_408", "http_425", "http_429"})
_STATES: Final = frozenset({"broken", "recovered", "silent"})

# Breaks within the last day from which on a feed is flapping.
_BREAKS_TOLD: Final = 2
_DAY: Final = timedelta(days=1)
# A feed with a usual gap of an hour is silent after three days, which outlast a weekend.
_RARELY: Final = timedelta(days=1)
_SILENT_GAPS: Final = 20
_SILENT_AT_LEAST: Final = timedelta(days=3)
# And longer than ever: a weekly digest brings many entries at once, and then none for a week.
_LONGEST_GAPS: Final = 2
_MONTHS: Final = timedelta(days=90)

DEALS_SHOWN: Final = 10
# A notice holds so many events whole and counts the rest: adding to it stays cheap.
EVENTS_HELD: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBefore:
    """A feed as it was when its poll began.

    `rhythm` is the usual gap between two of its entries, `newest_at` its newest entry's date;
    `last_success_at` is None for a feed that never worked.
    """

    id: int
    url: str
    added_at: datetime
    name: str | None = None
    told: Told | None = None
    errors_in_row: int = 0
    last_success_at: datetime | None = None
    rhythm: timedelta | None = None
    newest_at: datetime | None = None
    deals_brought: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PollEnd:
    """How a poll ended, as far as people may want to hear of it.

    `error` is the code of a failure, which `counts` unless it was our own doing. `moved_to` is a
    new address that was adopted, or with `merged` one that another feed has already. `held` is how
    many entries were new at once in a feed that seldom brings as many; `deals` is what they told,
    of which a deal that only was told again is no news.
    """

    at: datetime
    next_check_at: datetime | None = None
    error: str | None = None
    detail: str | None = None
    counts: bool = True
    brought_new: bool = False
    moved_to: str | None = None
    merged: bool = False
    held: int = 0
    deals: tuple[DealOutcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What went before a poll: whether each of the last day failed, oldest first; the longest gap.

    `longest_gap` is that between two entries of the last months, None where it is not known.
    """

    lately: tuple[bool, ...] = ()
    longest_gap: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEvent:
    """What is to be told of one feed.

    `was` and `told` are what its user was told before and by this. `since` is when it was last
    well (broken, recovered) or brought something (silent); None if it never was. `deals` has a
    line for each, at most ten, newest first, and `deals_in_all` counts them.
    """

    kind: FeedEventKind
    feed_id: int
    url: str
    name: str | None
    at: datetime
    was: Told | None = None
    told: Told | None = None
    since: datetime | None = None
    code: str | None = None
    detail: str | None = None
    next_check_at: datetime | None = None
    rhythm_s: int | None = None
    deals_brought: int = 0
    moved_to: str | None = None
    merged: bool = False
    entries: int = 0
    deals: tuple[str, ...] = ()
    deals_in_all: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message on many feeds; `more` counts by kind the events that are not held whole."""

    key: str
    events: tuple[FeedEvent, ...]
    more: tuple[tuple[FeedEventKind, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is to be told, None if nothing, and what the user then knows of the feed."""

    event: FeedEvent | None
    told: Told | None


# --- deciding -----------------------------------------------------------------------------------


def decide_notice(before: FeedBefore, end: PollEnd, *, past: Past | None = None) -> Decision:
    """Whether the end of a poll is worth telling, and what the user knows after it.

    Args:
        before: the feed when the poll began.
        end: how the poll ended.
        past: what went before; only asked for where `needs_lately` or `may_be_silent` say so.
    """
    past = past or Past()
    if end.error is not None:
        kind, told = _judge_failure(before, end, past)
    else:
        kind, told = _judge_success(before, end, past)
    if kind is None:
        return Decision(event=None, told=told)
    return Decision(event=_event(kind, before, end, told), told=told)


def as_told(stored: str | None) -> Told | None:
    """What the database holds as `told`; a word of another version tells nothing."""
    return next((told for told in _TOLD if told == stored), None)


def needs_lately(before: FeedBefore, end: PollEnd) -> bool:
    """Whether the decision asks how the polls of the last day ended."""
    if end.error is None:
        return before.told == "flapping"
    told_already = before.told in ("broken", "gone", "flapping")
    return end.counts and not told_already and before.errors_in_row + 1 >= BROKEN_AFTER


def may_be_silent(before: FeedBefore, end: PollEnd) -> bool:
    """Whether a feed that brings something every day has long brought nothing, while we watched.

    Its usual gap says so, which is short for a feed that brings all its entries once a week.
    """
    usual, newest_at = before.rhythm, before.newest_at
    if end.error or end.brought_new or usual is None or newest_at is None or usual > _RARELY:
        return False
    return _silence(before, end, newest_at) > max(_SILENT_AT_LEAST, usual * _SILENT_GAPS)


def count_breaks(lately: Iterable[bool]) -> int:
    """How often a feed broke and was well again.

    >>> count_breaks([True, True, True, False, True, False, True, True, True])
    1
    """
    runs = [(failed, len(list(run))) for failed, run in groupby(lately)]
    return sum(failed and length >= BROKEN_AFTER for failed, length in runs[:-1])


def is_lasting(code: str) -> bool:
    """Whether a failure will not pass by itself, as far as its code tells."""
    return code in _LASTING or (code.startswith("http_4") and code not in _PASSING_STATUSES)


_Judgement = tuple[FeedEventKind | None, Told | None]


def _judge_failure(before: FeedBefore, end: PollEnd, past: Past) -> _Judgement:
    if not end.counts or before.told == "gone":
        return None, before.told
    if end.error == "gone":
        return "broken", "gone"
    if before.told in ("broken", "flapping") or not _is_broken(before, end):
        return None, before.told
    return "broken", "flapping" if count_breaks(past.lately) >= _BREAKS_TOLD else "broken"


def _is_broken(before: FeedBefore, end: PollEnd) -> bool:
    never_worked = before.last_success_at is None
    return before.errors_in_row + 1 >= BROKEN_AFTER or (
        never_worked and is_lasting(end.error or "")
    )


def _judge_success(before: FeedBefore, end: PollEnd, past: Past) -> _Judgement:
    """At most one event: a flood and a move tell by themselves that the feed is well again."""
    kind, told = _judge_health(before, end, past)
    # That it is silent can be told by a later poll.
    other = None if kind is not None and told == "silent" else told
    if end.held and (_news(end) or before.told not in ("flood", "flapping")):
        return "flood", other or "flood"
    if end.moved_to is not None:
        return "moved", None if end.merged else other
    return kind, told


def _judge_health(before: FeedBefore, end: PollEnd, past: Past) -> _Judgement:
    well: Told | None = "silent" if _is_silent(before, end, past) else None
    if before.told in ("broken", "gone"):
        return "recovered", well
    if before.told == "flapping":
        return (None, "flapping") if any(past.lately) else ("recovered", well)
    if before.told == "silent":
        return ("recovered", None) if end.brought_new else (None, "silent")
    return ("silent", "silent") if well else (None, before.told)


def _news(end: PollEnd) -> list[DealOutcome]:
    return [one for one in end.deals if one.change != "same"]


def _is_silent(before: FeedBefore, end: PollEnd, past: Past) -> bool:
    """Whether it has brought nothing for twice as long as it ever did before, too."""
    if before.newest_at is None or not may_be_silent(before, end):
        return False
    longest = past.longest_gap or timedelta()
    return _silence(before, end, before.newest_at) > longest * _LONGEST_GAPS


def _silence(before: FeedBefore, end: PollEnd, newest_at: datetime) -> timedelta:
    return end.at - max(newest_at, before.added_at)


def _event(kind: FeedEventKind, before: FeedBefore, end: PollEnd, told: Told | None) -> FeedEvent:
    quiet = "silent" in (kind, before.told)
    newest = sorted(_news(end), key=lambda one: one.deal.updated_at, reverse=True)
    return FeedEvent(
        kind=kind,
        feed_id=before.id,
        url=before.url,
        name=before.name,
        at=end.at,
        was=before.told,
        told=told,
        since=before.newest_at if quiet and kind != "broken" else before.last_success_at,
        code=end.error,
        detail=end.detail,
        next_check_at=None if told == "gone" else end.next_check_at,
        rhythm_s=round(before.rhythm.total_seconds()) if before.rhythm else None,
        deals_brought=before.deals_brought,
        moved_to=end.moved_to,
        merged=end.merged,
        entries=end.held,
        deals=tuple(f"{one.id}: {render_first_line(one.deal)}" for one in newest[:DEALS_SHOWN]),
        deals_in_all=len(newest),
    )


# --- telling ------------------------------------------------------------------------------------


def notice_polls(
    session: Session,
    polls: Iterable[tuple[FeedBefore, PollEnd]],
    *,
    destinations: Sequence[Destination],
) -> tuple[FeedEvent, ...]:
    """Decide what the ends of polls are worth, note on the feeds what was told, and tell it.

    To be called before the polls themselves are written down, in a transaction the caller commits.
    """
    events = []
    for before, end in polls:
        decision = decide_notice(before, end, past=_find_past(session, before, end))
        if decision.told != before.told:
            health.set_told(session, before.id, decision.told)
        if decision.event is not None:
            events.append(decision.event)
    if events:
        put_notice(session, events, destinations=destinations, now=events[0].at)
    return tuple(events)


def _find_past(session: Session, before: FeedBefore, end: PollEnd) -> Past:
    """Only what the decision needs: most polls need nothing."""
    lately: tuple[bool, ...] = ()
    longest_gap = None
    if needs_lately(before, end):
        since = end.at - _DAY
        lately = health.failures_since(session, before.id, since, passing=THROTTLED)
    if before.told != "silent" and may_be_silent(before, end):
        longest_gap = health.longest_gap(session, before.id, since=end.at - _MONTHS)
    return Past(lately=lately, longest_gap=longest_gap)


def put_notice(
    session: Session,
    events: Sequence[FeedEvent],
    *,
    destinations: Sequence[Destination],
    now: datetime,
) -> str | None:
    """Put events into the outbox, into the notice that waits or a new one; its key.

    None, and nothing put, without events or without a destination that wants notices.
    """
    names = tuple(one.name for one in destinations if one.notices)
    if not events or not names:
        return None
    one_writer(session)
    held = find_held(destinations, now)
    waiting = outbox.unsent_notice(session)
    if waiting is None:
        key = outbox.next_key(session, f"feeds-{now:%Y-%m-%d}")
        notice = add_events(Notice(key=key, events=()), events)
        outbox.add_notice(
            session,
            feed_id=events[0].feed_id,
            key=notice.key,
            payload=to_json(notice),
            destinations=names,
            now=now,
            held=held,
        )
        return notice.key
    notice = add_events(from_json(Notice, waiting.payload), events)
    alert_id = waiting.id or 0
    outbox.replace_payload(session, alert_id, to_json(notice))
    outbox.add_deliveries(session, alert_id, key=notice.key, destinations=names, now=now, held=held)
    return notice.key


def add_events(notice: Notice, events: Iterable[FeedEvent]) -> Notice:
    """The notice with more events; of how one feed fares it tells the latest alone."""
    held, more = list(notice.events), dict(notice.more)
    for event in events:
        if event.kind in _STATES:
            held = [one for one in held if not _is_overtaken(one, event)]
        if len(held) < EVENTS_HELD:
            held.append(event)
        else:
            more[event.kind] = more.get(event.kind, 0) + 1
    return replace(notice, events=tuple(held), more=tuple(more.items()))


def _is_overtaken(one: FeedEvent, by: FeedEvent) -> bool:
    return one.feed_id == by.feed_id and one.kind in _STATES
