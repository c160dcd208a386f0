"""How far a deal can be trusted, and why: sources, status, figures, and which sides are named."""

from dataclasses import dataclass
from typing import Final, Literal

from flows.plain import render_plain
from flows.wording import NAME_LIMIT, UNNAMED_PAYERS, main_leg, render_count, status_words
from parsers.publishers import Tier, known_publisher
from parsers.types import Deal, Leg, Status

Level = Literal["high", "medium", "low"]
# Nearest to the deal first; a publisher nobody knows comes after all of them.
TIERS: Final[tuple[Tier, ...]] = ("filing", "company", "wire", "press", "trade", "aggregator")
_TIER_WORDS: Final[dict[Tier, str]] = {
    "filing": "a filing",
    "company": "a party's own word",
    "wire": "a news agency",
    "press": "the press",
    "trade": "the trade press",
    "aggregator": "an aggregator",
}
_OWN_WORD: Final = frozenset({"filing", "company"})
_REPORTED: Final = frozenset({"wire", "press"})
_LOOSE: Final[dict[Status, str]] = {
    "rumour": "only a rumour so far",
    "talks": "still in talks",
    "loi": "a letter of intent binds nobody",
}
# From so many publishers on, one of them known, nobody's own word is needed.
_MANY: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How sure a deal is: `reasons` for the level, and what is still `unsure`, in short words."""

    level: Level
    reasons: tuple[str, ...]
    unsure: tuple[str, ...] = ()


def rank_publishers(names: tuple[str, ...]) -> tuple[str, ...]:
    """The publishers, those nearest to the deal first, else in the order they told it."""
    return tuple(sorted(names, key=lambda name: _tier_rank(_tier(name))))


def tier_words(name: str) -> str | None:
    """What kind of source a publisher is, as "a news agency"; None if it is not known."""
    tier = _tier(name)
    return _TIER_WORDS[tier] if tier else None


def judge_confidence(deal: Deal) -> Confidence:
    """The confidence in a deal.

    High: a filing, a party's own word or three publishers with a known one among them, nothing in
    conflict, both sides named, and more than talk. Low: a rumour, figures in conflict that nobody
    of weight settles, or nobody who is known. Medium: everything between.
    """
    best = min((_tier(name) for name in deal.publishers), key=_tier_rank, default=None)
    return Confidence(level=_level(deal, best), reasons=_reasons(deal, best), unsure=_unsure(deal))


def _level(deal: Deal, best: Tier | None) -> Level:
    loose = deal.status in _LOOSE
    many = len(deal.publishers) >= _MANY and best in _REPORTED
    backed = best in _OWN_WORD or many
    if backed and not (loose or deal.conflicts or _unnamed(deal)):
        return "high"
    known = best in _OWN_WORD or best in _REPORTED
    if deal.status == "rumour" or not (known or len(deal.publishers) >= _MANY):
        return "low"
    return "low" if deal.conflicts and not backed else "medium"


def _reasons(deal: Deal, best: Tier | None) -> tuple[str, ...]:
    """What the level rests on: "5 publishers, best a news agency", "figures agree"."""
    count = render_count(len(deal.publishers), "publisher") if deal.publishers else "no publisher"
    who = f"{count}, best {_TIER_WORDS[best]}" if best else f"{count}, none of them known to us"
    if not deal.publishers:
        who = "no publisher is named"
    figures = "figures conflict" if deal.conflicts else "figures agree" if deal.figures else ""
    return tuple(filter(None, (who, status_words(deal.status), figures)))


def _unsure(deal: Deal) -> tuple[str, ...]:
    loose = _LOOSE.get(deal.status)
    conflicts = len(deal.conflicts)
    doubts = (
        loose,
        _unnamed(deal),
        f"{render_count(conflicts, 'figure')} cannot be settled" if conflicts else None,
        "no figure is stated" if not any(map(_has_figure, deal.legs)) else None,
        "one publisher only" if len(deal.publishers) == 1 else None,
    )
    return tuple(doubt for doubt in doubts if doubt)


def _unnamed(deal: Deal) -> str | None:
    """Which side of the main leg the sources leave open."""
    leg = main_leg(deal)
    if leg is None:
        return "who pays whom is not told"
    if leg.payer is None:
        return f"who pays is not named ({UNNAMED_PAYERS[leg.kind]})"
    if leg.payee is None:
        return f"whom {render_plain(leg.payer, NAME_LIMIT)} pays is not named"
    return None


def _has_figure(leg: Leg) -> bool:
    return leg.amount is not None or leg.power_gw is not None or leg.chips is not None


def _tier(name: str) -> Tier | None:
    known = known_publisher(name)
    return known.tier if known else None


def _tier_rank(tier: Tier | None) -> int:
    return TIERS.index(tier) if tier else len(TIERS)
