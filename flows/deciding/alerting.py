"""Decide what is worth telling, and to whom. Pure: a change in, a decision with its reason out.

A destination that was told of a deal hears of what is new in it, and always of what makes wrong
what it was told. One that was not, because a filter stopped the deal or it is new here, hears of
the deal as a new one once its filters let it through.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from flows.deciding.decision_words import (
    join_names,
    render_nothing_new,
    render_passed_over,
    render_too_old,
    render_trigger,
    render_why,
)
from flows.deciding.filters import find_refusal
from flows.deciding.news import find_news, render_news, retracts
from flows.deciding.news_words import News
from flows.settings import Destination, Settings
from parsers.types import Company, Deal


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What we decided to say of a deal.

    `key` is stable and shown in the message ("amazon-anthropic-2026-04#1"). `news` says in short
    sentences what is new against `before`; both are empty for those who are told of the deal for
    the first time.
    """

    key: str
    deal_id: str
    change: Literal["new", "grown"]
    why: str
    news: tuple[str, ...]
    deal: Deal
    before: Deal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What we decided to say of an entry that names companies and reports no deal.

    `sentence` is the one that names the first of them.
    """

    key: str
    entry_id: int
    companies: tuple[str, ...]
    why: str
    title: str
    publisher: str | None
    url: str | None
    published_at: datetime | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DealChange:
    """A deal before and after a batch of entries; `before` is None for a new one."""

    deal_id: str
    before: Deal | None
    after: Deal


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the user wants to hear: the watchlist, and how old news may be.

    `tracked` maps each company of the watchlist to its tags; None tracks every company.
    `mentioned` are the companies of which every mention is told.
    """

    tracked: Mapping[str, tuple[str, ...]] | None
    max_age: timedelta
    destinations: tuple[Destination, ...]
    mentioned: tuple[Company, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One alert and where it goes; nowhere, if it only brings a waiting one up to date."""

    alert: Alert
    destinations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided of a change, and why, in a sentence.

    `tellings` are empty where nobody is told, at most two else: an update, and the deal as a new
    one for those who did not hear of it. `passed_over` has the reason for each other destination.
    """

    reason: str
    tellings: tuple[Telling, ...] = ()
    passed_over: tuple[tuple[str, str], ...] = ()

    @property
    def told(self) -> bool:
        """Whether anybody is told."""
        return bool(self.tellings)

    @property
    def alert_key(self) -> str | None:
        """The key of the first alert."""
        return self.tellings[0].alert.key if self.tellings else None


def build_policy(settings: Settings, companies: Sequence[Company] = ()) -> Policy:
    """The policy of a configuration; without [[companies]] every company is tracked.

    `companies` is the whole list, by which the sentence of a mention is found.
    """
    tracked = {one.name: one.tags for one in settings.companies if one.alert_on != "never"}
    wanted = [one for one in settings.companies if one.alert_on == "mentions"]
    known = {one.name: one for one in companies}
    return Policy(
        tracked=tracked if settings.companies else None,
        max_age=settings.poll.max_age,
        destinations=settings.destinations,
        mentioned=tuple(known.get(one.name) or one.as_company() for one in wanted),
    )


def describe_change(change: DealChange) -> Literal["new", "grown", "same"]:
    """Whether a deal is new, has materially changed, or was only told once more."""
    if change.before is None:
        return "new"
    return "grown" if find_news(change.before, change.after) else "same"


def find_tracked(deal: Deal, policy: Policy) -> tuple[str, ...]:
    """The companies of a deal that are on the watchlist."""
    if policy.tracked is None:
        return deal.companies
    return tuple(company for company in deal.companies if company in policy.tracked)


# --- deciding -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A change with all that its decision looks at."""

    change: DealChange
    policy: Policy
    heard: Collection[str]
    waiting: Sequence[Alert]
    news: tuple[News, ...]

    def waits(self, change: Literal["new", "grown"]) -> Alert | None:
        """The alert of this wording that nobody has seen yet."""
        return next((alert for alert in self.waiting if alert.change == change), None)


def decide(  # noqa: PLR0913 - all that the decision looks at
    change: DealChange,
    policy: Policy,
    *,
    heard: Collection[str],
    number: int,
    now: datetime,
    waiting: Sequence[Alert] = (),
) -> Decision:
    """What a change is worth, to whom, in which words, and why.

    Args:
        change: the deal before and after.
        policy: what the user wants to hear.
        heard: the destinations that an alert of this deal went to, those in `waiting` left out.
        number: the number the deal's next alert will have.
        now: the time.
        waiting: alerts of this deal that nobody has seen: they are brought up to date, under their
            keys, instead of being followed by others.
    """
    news = find_news(change.before, change.after) if change.before else ()
    case = _Case(change=change, policy=policy, heard=heard, waiting=waiting, news=news)
    silence = _find_silence(case, now)
    if silence is not None:
        return Decision(reason=f"silent: {silence}")
    verdicts = {one.name: _judge(one, case) for one in policy.destinations}
    passed_over = tuple((name, why) for name, (_, why) in verdicts.items() if why)
    updated = tuple(name for name, (how, _) in verdicts.items() if how == "grown")
    first = tuple(name for name, (how, _) in verdicts.items() if how == "new")
    tellings = tuple(_tell(case, updated, first, number))
    if not tellings:
        return Decision(reason=f"silent: {_no_taker(case, passed_over)}", passed_over=passed_over)
    reason = "; ".join(filter(None, (_told(case, tellings), render_passed_over(passed_over))))
    return Decision(reason=reason, tellings=tellings, passed_over=passed_over)


def _find_silence(case: _Case, now: datetime) -> str | None:
    """Why nobody at all is told, before any destination is asked."""
    after = case.change.after
    if not find_tracked(after, case.policy) and not (retracts(case.news) and case.heard):
        return f"no tracked company ({', '.join(after.companies) or 'none is named'})"
    told_at = _told_at(case.change)
    if now - told_at > case.policy.max_age:
        return render_too_old(now - told_at, case.policy.max_age)
    return None if case.policy.destinations else "watch.toml names no destination"


def _told_at(change: DealChange) -> datetime:
    """When the newest of the texts that made the change was published."""
    known = {source.entry_id for source in change.before.sources} if change.before else set()
    new = [one.published_at for one in change.after.sources if one.entry_id not in known]
    return max(new, default=change.after.updated_at)


_Verdict = tuple[Literal["new", "grown"] | None, str | None]


def _judge(destination: Destination, case: _Case) -> _Verdict:
    """In which words a destination is told, or why it is not."""
    before, after = case.change.before, case.change.after
    refusal = _refuses(destination, after, case.policy)
    if destination.name in case.heard:
        if not case.news:
            return None, "nothing new for it"
        return (None, refusal) if refusal and not retracts(case.news) else ("grown", None)
    if refusal:
        return None, refusal
    waits = case.waits("new") is not None
    if before is None or case.news or waits or _refuses(destination, before, case.policy):
        return "new", None
    return None, "nothing new; it was not told when the deal was"


def _refuses(destination: Destination, deal: Deal, policy: Policy) -> str | None:
    if not find_tracked(deal, policy):
        return "no tracked company"
    return find_refusal(destination, deal, policy.tracked)


def _no_taker(case: _Case, passed_over: Sequence[tuple[str, str]]) -> str:
    if case.change.before is not None and not case.news:
        return render_nothing_new(case.change.before, case.change.after)
    return f"no destination wants it: {render_passed_over(passed_over)}"


# --- telling ------------------------------------------------------------------------------------


def _tell(
    case: _Case, updated: tuple[str, ...], first: tuple[str, ...], number: int
) -> Iterator[Telling]:
    """The update for those who know the deal, then the deal for those who do not."""
    waiting = case.waits("grown")
    if updated:
        key = waiting.key if waiting else f"{case.change.deal_id}#{number}"
        number += waiting is None
        yield Telling(alert=_update(case, key, waiting), destinations=updated)
    waiting = case.waits("new")
    if first or waiting:
        key = waiting.key if waiting else f"{case.change.deal_id}#{number}"
        yield Telling(alert=_first(case, key, waiting), destinations=first)


def _update(case: _Case, key: str, waiting: Alert | None) -> Alert:
    before, news = case.change.before, case.news
    sentences = render_news(news)
    if waiting is not None and _follows(waiting, before):
        # Both changes as one, unless the second took the first back.
        before = waiting.before
        news = (find_news(before, case.change.after) if before else ()) or news
        sentences = render_news(news)
    elif waiting is not None:
        sentences = tuple(dict.fromkeys((*waiting.news, *sentences)))
    return Alert(
        key=key,
        deal_id=case.change.deal_id,
        change="grown",
        why=f"{_why(case)}; sent again because {render_trigger(news)}",
        news=sentences,
        deal=case.change.after,
        before=before,
    )


def _follows(waiting: Alert, before: Deal | None) -> bool:
    """Whether a change begins where a waiting update ends: no deal came to this one since."""
    return waiting.before is not None and before is not None and not find_news(waiting.deal, before)


def _first(case: _Case, key: str, waiting: Alert | None) -> Alert:
    late = ""
    if waiting is not None:
        late = waiting.why.partition("; ")[2]
    elif case.change.before is not None:
        trigger = render_trigger(case.news) if case.news else "it passes your filters now"
        late = f"not sent here before, sent now because {trigger}"
    return Alert(
        key=key,
        deal_id=case.change.deal_id,
        change="new",
        why="; ".join(filter(None, (_why(case), late))),
        news=(),
        deal=case.change.after,
    )


def _why(case: _Case) -> str:
    return render_why(find_tracked(case.change.after, case.policy))


def _told(case: _Case, tellings: Sequence[Telling]) -> str:
    """Such as "told as X#2 to desk and mail (update) and as X#3 to phone (new there)"."""
    waiting = {alert.key for alert in case.waiting}
    parts = []
    for one in tellings:
        how = "with the waiting" if one.alert.key in waiting else "as"
        to = f" to {join_names(one.destinations)}" if one.destinations else ""
        what = " (update)" if one.alert.change == "grown" else ""
        if one.alert.change == "new" and case.change.before and how == "as":
            what = " (new there)"
        parts.append(f"{how} {one.alert.key}{to}{what}")
    return f"told {' and '.join(parts)}"
