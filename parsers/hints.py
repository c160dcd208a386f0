"""Read how often a feed wants to be asked: `<ttl>` and the syndication module of RSS 1.0."""

from difflib import get_close_matches
from typing import Final

_MINUTE: Final = 60
_DAY: Final = 86_400
# https://web.resource.org/rss/1.0/modules/syndication/
_PERIODS: Final = {
    "hourly": 3_600,
    "daily": _DAY,
    "weekly": 7 * _DAY,
    "monthly": 30 * _DAY,
    "yearly": 365 * _DAY,
}
# "dayly" and "hourlly" are meant well; "always" is none of them.
_LIKENESS: Final = 0.75
_MOST_DIGITS: Final = 9


def parse_hint(*, ttl: str = "", period: str = "", frequency: str = "") -> int | None:
    """Seconds from one asking to the next; the sooner where a feed names two, None without any.

    Args:
        ttl: minutes, as `<ttl>` has them.
        period: "hourly" to "yearly", as `<sy:updatePeriod>` has it, slips of the pen included.
        frequency: how often in that period, as `<sy:updateFrequency>` has it; once by default.
    """
    minutes = _number(ttl)
    seconds = _period(period)
    named = [minutes * _MINUTE] if minutes else []
    if seconds:
        named.append(max(seconds // (_number(frequency) or 1), 1))
    return min(named, default=None)


def _number(text: str) -> int | None:
    """A whole number; None for anything else."""
    digits = text.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        return None
    return int(digits)


def _period(text: str) -> int | None:
    """The seconds of the period whose name is nearest."""
    word = text.strip().casefold()[:20]
    near = get_close_matches(word, _PERIODS, n=1, cutoff=_LIKENESS)
    return _PERIODS[near[0]] if near else None
