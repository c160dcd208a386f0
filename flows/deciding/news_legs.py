"""Find what is new in a deal's legs: sides, sums, power, chips and terms, way by way.

See `worth.Way`: names for one purpose, tranches and the order of legs make no difference.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

from flows.deciding.news_words import (
    News,
    NewsKind,
    Stated,
    has_loose_sum,
    render_sum,
    tell_chips,
    tell_power,
    tell_term,
)
from flows.deciding.origins import Origin, find_origin
from flows.deciding.worth import Span, Way, find_sum, find_total, find_ways, find_years
from flows.wording import render_leg, render_sides
from parsers.legs import is_close
from parsers.types import Deal, Figure, Leg

# Rounding in headlines; and what "about", "more than" and a day's rate leave open.
_WITHIN: Final = Decimal("0.02")
_LOOSELY: Final = Decimal("0.05")
# A nearer source that says otherwise so soon corrects what was told; later, things have changed.
_SOON: Final = timedelta(days=3)
_Tell = Callable[[Leg], Stated | None]
_FACTS: Final[tuple[tuple[str, _Tell], ...]] = (
    ("power", tell_power),
    ("chips", tell_chips),
    ("term", tell_term),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One way before and after; the deals around them tell who said so and what is disputed."""

    old: Way
    new: Way
    before: Deal
    after: Deal

    @property
    def sides(self) -> str:
        return render_sides(self.new.legs[0])


def find_leg_news(before: Deal, after: Deal) -> Iterator[News]:
    """What the legs bring that is new; a way that is no longer told is no news by itself."""
    pairs, gone, added = _pair(find_ways(before.legs), find_ways(after.legs))
    for old, new in pairs:
        yield from _find_way_news(_Step(old=old, new=new, before=before, after=after))
    for way in added:
        turned = next((one for one in gone if _is_turned(one, way)), None)
        if turned is not None:
            gone.remove(turned)
            yield _tell_turned(turned, way)
        else:
            yield from _find_further(way, before)


# --- ways ---------------------------------------------------------------------------------------


def _pair(
    before: Sequence[Way], after: Sequence[Way]
) -> tuple[list[tuple[Way, Way]], list[Way], list[Way]]:
    """Lay ways beside each other; then those that are gone, and those that are new.

    A side that one of them leaves open does not tell two ways apart, where neither has its own
    like on the other side.
    """
    gone = [way for way in before if not any(_is_like(way, one) for one in after)]
    pairs, added = [], []
    for way in after:
        known = _find_known(way, before, gone)
        if known is None:
            added.append(way)
            continue
        pairs.append((known, way))
        gone = [one for one in gone if one is not known]
    return pairs, gone, added


def _find_known(way: Way, before: Sequence[Way], gone: Sequence[Way]) -> Way | None:
    like = next((one for one in before if _is_like(one, way)), None)
    if like is not None:
        return like
    fitting = [one for one in gone if _fits(one, way)]
    same = (one for one in fitting if _comes_to_same(one, way))
    return next(same, fitting[0] if fitting else None)


def _is_like(one: Way, two: Way) -> bool:
    return (one.payer, one.payee, one.equity) == (two.payer, two.payee, two.equity)


def _fits(known: Way, way: Way) -> bool:
    sides = ((known.payer, way.payer), (known.payee, way.payee))
    return known.equity == way.equity and all(
        old is None or new is None or old == new for old, new in sides
    )


def _comes_to_same(one: Way, two: Way) -> bool:
    first, second = find_total(one, in_dollars=True), find_total(two, in_dollars=True)
    if first is None or second is None:
        return first is second
    return is_close(first.high, second.high, within=_WITHIN)


def _is_turned(gone: Way, way: Way) -> bool:
    """Whether the same sum goes another way than was told: payer and payee reversed, say."""
    shared = {gone.payer, gone.payee} & {way.payer, way.payee} - {None}
    return bool(shared) and _comes_to_same(gone, way)


def _tell_turned(gone: Way, way: Way) -> News:
    now, was = render_sides(way.legs[0]), render_sides(gone.legs[0])
    return News(kind="corrected", sentence=f"who pays whom corrected: {now}, was {was}")


def _find_further(way: Way, before: Deal) -> Iterator[News]:
    """A way nobody told of: with figures, or with a company the deal did not have."""
    sides = {way.payer, way.payee} - {None}
    told = [leg for leg in way.legs if _tells(leg)] or (
        [] if sides <= set(before.companies) else way.legs[:1]
    )
    for leg in told:
        yield News(kind="leg", sentence=f"a further leg: {render_leg(leg)}")


def _tells(leg: Leg) -> bool:
    facts = (leg.amount, leg.power_gw, leg.chips, leg.term_years)
    return any(fact is not None for fact in facts)


def _find_way_news(step: _Step) -> Iterator[News]:
    for was, now, side in (
        (step.old.payer, step.new.payer, "payer"),
        (step.old.payee, step.new.payee, "payee"),
    ):
        if was is None and now is not None:
            yield News(kind="known", sentence=f"{side} now named: {now} ({step.sides})")
    yield from _find_sum_news(step)
    for name, tell in _FACTS:
        yield from _find_fact_news(step, name, tell)


# --- sums ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """A leg with a sum, in the unit in which both sides are compared."""

    leg: Leg
    span: Span


def _find_sum_news(step: _Step) -> Iterator[News]:
    legs = (*step.old.legs, *step.new.legs)
    in_dollars = len({leg.currency for leg in legs if leg.amount is not None}) > 1
    old = find_total(step.old, in_dollars=in_dollars)
    new = find_total(step.new, in_dollars=in_dollars)
    if new is None:
        return
    if old is None:
        yield from _find_first_sum(step)
        return
    within = _LOOSELY if in_dollars or any(map(has_loose_sum, legs)) else _WITHIN
    if not _is_same(old, new, within):
        yield from _compare_sums(
            step,
            _sums(step.old, in_dollars=in_dollars),
            _sums(step.new, in_dollars=in_dollars),
            within,
        )


def _find_first_sum(step: _Step) -> Iterator[News]:
    if any(leg.amount is not None for leg in step.old.legs):
        return  # told, in a currency that nobody converts
    sums = " and ".join(render_sum(leg) for leg in step.new.legs if leg.amount is not None)
    yield News(kind="known", sentence=f"sum now known: {sums} ({step.sides})")


def _sums(way: Way, *, in_dollars: bool) -> list[_Sum]:
    found = ((leg, find_sum(leg, way.legs, in_dollars=in_dollars)) for leg in way.legs)
    return [_Sum(leg=leg, span=span) for leg, span in found if span is not None]


def _compare_sums(step: _Step, old: list[_Sum], new: list[_Sum], within: Decimal) -> Iterator[News]:
    """Lay sums beside each other, those that are the same first, then those of one tranche."""
    changed = []
    for one in new:
        same = next((known for known in old if _is_same(known.span, one.span, within)), None)
        if same is not None:
            old.remove(same)
        else:
            changed.append(one)
    for one in changed:
        known = min(old, key=lambda known: _unlike(known, one), default=None)
        if known is None:
            yield News(kind="leg", sentence=f"a further leg: {render_leg(one.leg)}")
        else:
            old.remove(known)
            yield from _tell_change(step, known, one)
    for known in old:
        yield from _tell_withdrawn(step, known)


def _unlike(known: _Sum, one: _Sum) -> tuple[bool, Decimal]:
    return known.leg.tranche != one.leg.tranche, abs(known.span.high - one.span.high)


def _tell_change(step: _Step, known: _Sum, one: _Sum) -> Iterator[News]:
    """A sum that was another before: a rate, one in another currency, or one that moved."""
    no_whole = one.leg.per is not None and find_years(step.new.legs) is None
    if no_whole and known.leg.per is None:
        return  # a rate of which nobody says how long it is paid tells less than the whole price
    now, was = render_sum(one.leg), render_sum(known.leg)
    misread = _find_misread(step.after, known.leg)
    if known.leg.per is not None and one.leg.per is None:
        said = f"sum now known as a whole: {now}, was told as {was} ({step.sides})"
        yield News(kind="known", sentence=said)
    elif misread is not None:
        said = f"sum corrected: {now}, was {was} ({step.sides}): {misread.because}"
        yield News(kind="corrected", sentence=said)
    else:
        is_ceiling = known.leg.qualifier == one.leg.qualifier == "up_to"
        is_higher = one.span.high > known.span.high
        legs, name = (known.leg, one.leg), "ceiling" if is_ceiling else "sum"
        yield _tell_moved(step, name, is_higher=is_higher, now=now, was=was, legs=legs)


def _find_misread(after: Deal, known: Leg) -> Figure | None:
    """What explains a sum that was told as another currency's: S$6.35bn as $6.35bn."""
    explained = (
        figure
        for figure in after.figures
        if figure.verdict == "other_currency" and figure.as_stated == known.as_stated
    )
    return next(explained, None)


def _tell_withdrawn(step: _Step, known: _Sum) -> Iterator[News]:
    """A sum that a nearer source does not bear out; one that is only left out is no news."""
    contradicted = (
        figure
        for figure in (*step.after.conflicts, *step.after.figures)
        if figure.verdict in ("outlier", "superseded") and figure.as_stated == known.leg.as_stated
    )
    figure = next(contradicted, None)
    if figure is not None and figure not in step.before.conflicts:
        said = f"{render_sum(known.leg)} ({step.sides})"
        yield News(kind="corrected", sentence=f"no longer counted: {said}: {figure.because}")


# --- facts --------------------------------------------------------------------------------------


def _find_fact_news(step: _Step, name: str, tell: _Tell) -> Iterator[News]:
    """What a way now tells of power, chips or term, unless some leg of the deal told it before."""
    leg, new = _top(step.new.legs, tell)
    if leg is None or new is None or _is_told(step.before, new, tell):
        return
    was, old = _top(step.old.legs, tell)
    if old is None or (old.span is None and new.span is not None):
        yield News(kind="known", sentence=f"{name} now known: {new.words} ({step.sides})")
    elif was is not None and old.span is not None and new.span is not None:
        yield _tell_moved(
            step,
            name,
            is_higher=new.span.high > old.span.high,
            now=new.words,
            was=old.words,
            legs=(was, leg),
        )


def _top(legs: Sequence[Leg], tell: _Tell) -> tuple[Leg | None, Stated | None]:
    """The leg that tells most of a fact; a number tells more than none."""
    told = [(leg, one) for leg in legs if (one := tell(leg)) is not None]
    return max(told, key=_by_most, default=(None, None))


def _by_most(told: tuple[Leg, Stated]) -> tuple[bool, Decimal, str]:
    span = told[1].span
    return span is not None, span.high if span else Decimal(0), told[1].words


def _is_told(before: Deal, new: Stated, tell: _Tell) -> bool:
    """Whether a leg told so much before, or all legs together did."""
    told = [one for leg in before.legs if (one := tell(leg)) is not None]
    if new.span is None:
        return bool(told)
    within = _LOOSELY if new.is_loose or any(one.is_loose for one in told) else _WITHIN
    spans = [one.span for one in told if one.span is not None]
    whole = sum(spans[1:], spans[0]) if spans else new.span
    return bool(spans) and any(_is_same(one, new.span, within) for one in (*spans, whole))


# --- both ---------------------------------------------------------------------------------------


def _is_same(old: Span, new: Span, within: Decimal) -> bool:
    """The same high end, give or take rounding, or an exact figure inside a range."""
    if is_close(old.high, new.high, within=within):
        return True
    inner, outer = (new, old) if old.low < old.high else (old, new)
    return inner.low == inner.high and outer.low <= inner.low <= outer.high


def _tell_moved(  # noqa: PLR0913 - two figures and where they stand
    step: _Step, name: str, *, is_higher: bool, now: str, was: str, legs: tuple[Leg, Leg]
) -> News:
    """A figure that was another before: corrected by a nearer source, disputed, or changed."""
    kind: NewsKind = "raised" if is_higher else "lowered"
    told, tells = find_origin(step.before, legs[0]), find_origin(step.after, legs[1])
    if _corrects(told, tells):
        sentence = f"{name} corrected by {tells.publisher}: {now}, was {was} ({step.sides})"
        return News(kind="corrected", sentence=sentence)
    if any(figure.as_stated in (was, legs[0].as_stated) for figure in step.after.conflicts):
        sentence = f"{name} now told as {now}, was {was} ({step.sides}); sources disagree"
    else:
        sentence = f"{name} {kind}: {now}, was {was} ({step.sides})"
    return News(kind=kind, sentence=sentence)


def _corrects(told: Origin, tells: Origin) -> bool:
    """Whether a nearer source says otherwise at about the same time."""
    if tells.rank >= told.rank or tells.publisher is None:
        return False
    return told.at is None or tells.at is None or abs(tells.at - told.at) <= _SOON
