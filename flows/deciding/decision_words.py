"""Say in a few words why something is told, and why it is not."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from flows.deciding.news import is_late_status
from flows.deciding.news_words import News, NewsKind
from flows.wording import render_count
from parsers.types import Deal

_NAMES_SHOWN: Final = 5
_TRIGGERS: Final[dict[NewsKind, str]] = {
    "ended": "it came to an end",
    "revived": "it stands again",
    "weaker": "it is less sure than it was",
    "corrected": "what was told is corrected",
    "contradicted": "a nearer source says otherwise",
    "lowered": "a figure is lower",
    "firmer": "it is firmer",
    "leg": "it has a further leg",
    "raised": "a figure is higher",
    "known": "a figure or a side is known now",
    "settled": "sources no longer disagree",
}
_TRIGGERS_SHOWN: Final = 2
_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)


def render_why(companies: Sequence[str]) -> str:
    """Which tracked companies a deal has: "Amazon and Anthropic are on your watchlist"."""
    if not companies:
        return "you were told of it before"
    verb = "is" if len(companies) == 1 else "are"
    return f"{join_names(companies)} {verb} on your watchlist"


def render_trigger(news: Sequence[News]) -> str:
    """What made an update worth sending: "it is firmer and a figure is higher"."""
    kinds = dict.fromkeys(one.kind for one in news)
    return " and ".join([_TRIGGERS[kind] for kind in kinds][:_TRIGGERS_SHOWN])


def render_nothing_new(before: Deal, after: Deal) -> str:
    """Such as "re-report, nothing new (7th publisher)"."""
    if is_late_status(before, after):
        return "re-report, nothing new (only an older text moves its status)"
    if len(after.publishers) > len(before.publishers):
        return f"re-report, nothing new ({_ordinal(len(after.publishers))} publisher)"
    if len(after.sources) > len(before.sources):
        known = render_count(len(after.publishers), "publisher")
        return f"re-report, nothing new (still {known})"
    return "an edit, nothing new"


def render_too_old(age: timedelta, max_age: timedelta) -> str:
    """Such as "told 5 days ago, older than max_age = 3 days"."""
    return f"told {render_age(age)} ago, older than max_age = {render_age(max_age)}"


def render_passed_over(passed_over: Sequence[tuple[str, str]]) -> str:
    """Such as "not to mail (min_usd: no sum is told)"."""
    reasons = ", ".join(f"{name} ({why})" for name, why in passed_over)
    return f"not to {reasons}" if reasons else ""


def render_age(age: timedelta) -> str:
    """Such as "5 days", "30 hours"."""
    if age >= 2 * _DAY:
        return render_count(age // _DAY, "day")
    if age >= _HOUR:
        return render_count(age // _HOUR, "hour")
    return render_count(age // _MINUTE, "minute")


def join_names(names: Sequence[str]) -> str:
    """Such as "Amazon, Anthropic and Google"; of many the first five."""
    shown = list(names[:_NAMES_SHOWN])
    if len(names) > _NAMES_SHOWN:
        shown.append(f"{len(names) - _NAMES_SHOWN} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 20  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
