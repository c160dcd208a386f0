"""The kinds of news a deal may bring, and the figures they compare, with their words."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, get_args

from flows.deciding.worth import Span
from flows.wording import render_chips, render_money, render_power, render_term
from parsers.types import Leg, Qualifier

# In the order of their weight for somebody who acted on what was told before.
NewsKind = Literal[
    "ended",
    "revived",
    "weaker",
    "corrected",
    "contradicted",
    "lowered",
    "firmer",
    "leg",
    "raised",
    "known",
    "settled",
]
NEWS_KINDS: Final[tuple[NewsKind, ...]] = get_args(NewsKind)
_LOOSE: Final[frozenset[Qualifier]] = frozenset({"approx", "at_least"})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that is new, in a short sentence."""

    kind: NewsKind
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure as it is told: what it may be, None for one without a number, and its words."""

    words: str
    span: Span | None = None
    is_loose: bool = False


def tell_power(leg: Leg) -> Stated | None:
    """The power of a leg: "up to 5 GW"."""
    words = render_power(leg)
    if words is None or leg.power_gw is None:
        return None
    span = Span(low=leg.power_gw, high=leg.power_gw_high or leg.power_gw)
    return Stated(words=words, span=span, is_loose=leg.power_qualifier in _LOOSE)


def tell_chips(leg: Leg) -> Stated | None:
    """The chips of a leg: "400,000 GB200"; a model alone has no number."""
    words = render_chips(leg)
    if words is None or leg.chips is None:
        return None
    if leg.chips.count is None:
        return Stated(words=words)
    count = Decimal(leg.chips.count)
    is_loose = leg.chips.qualifier in _LOOSE
    return Stated(words=words, span=Span(low=count, high=count), is_loose=is_loose)


def tell_term(leg: Leg) -> Stated | None:
    """The length of a leg: "10 years"."""
    words = render_term(leg)
    if words is None or leg.term_years is None:
        return None
    return Stated(words=words, span=Span(low=leg.term_years, high=leg.term_years))


def render_sum(leg: Leg) -> str:
    """The sum of a leg: "up to $20 billion more"; of one without a sum that none is told."""
    return render_money(leg) or "no sum"


def has_loose_sum(leg: Leg) -> bool:
    """Whether a leg's sum says itself that it is none to the dollar."""
    return leg.qualifier in _LOOSE
