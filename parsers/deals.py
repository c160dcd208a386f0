"""Make one deal of all the evidence there is for it.

A deal is never patched: it is worked out anew from its evidence, so that the same texts give the
same deal in whatever order they came.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from parsers.fx import find_usd_rate
from parsers.legs import join_quotes
from parsers.publishers import home_currency, known_publisher
from parsers.reconciling import Claim, find_same, settle, settle_power, settle_term
from parsers.status import ENDINGS, is_firmer
from parsers.types import Deal, Evidence, Figure, Leg, Party, Source, Status, StatusChange

# Nearest to the fact first.
_TIERS: Final = ("filing", "company", "wire", "press", "trade", "aggregator")
_NEAREST: Final = ("which keeps the filings", "which carries the companies' own words")
_OWN_WORD: Final = 1  # tiers up to this one
_CENT: Final = Decimal("0.01")


def assemble(evidence: Sequence[Evidence]) -> Deal:
    """The deal that all evidence tells.

    Raises:
        ValueError: there is no evidence.
    """
    if not evidence:
        raise ValueError("a deal needs at least one text that tells it")
    ordered = sorted(evidence, key=_by_time)
    best = min(_current(ordered), key=_by_substance)
    legs, figures = _reconcile(best, [e for e in ordered if e is not best])
    history = _status_history(ordered)
    parties = _parties([best, *ordered])
    companies = tuple(dict.fromkeys(party.company for party in parties))
    return Deal(
        title=_title(legs, companies),
        companies=tuple(sorted(companies)),
        parties=parties,
        legs=legs,
        status=history[-1].status,
        status_history=history,
        announced_at=told_at(ordered[0]),
        updated_at=told_at(ordered[-1]),
        publishers=tuple(dict.fromkeys(e.publisher for e in ordered if e.publisher)),
        sources=tuple(_source(e) for e in sorted(ordered, key=_by_tier)),
        figures=tuple(figure for figure in figures if figure.verdict != "outlier"),
        conflicts=tuple(figure for figure in figures if figure.verdict == "outlier"),
    )


def told_at(evidence: Evidence) -> datetime:
    """When a text was published, or first seen where it gives no date."""
    return evidence.published_at or evidence.seen_at


def _by_time(evidence: Evidence) -> tuple[datetime, str, str, int]:
    return told_at(evidence), evidence.publisher or "", evidence.title, evidence.entry_id


def _by_tier(evidence: Evidence) -> tuple[int, datetime, str, int]:
    return _tier(evidence), told_at(evidence), evidence.title, evidence.entry_id


def _tier(evidence: Evidence) -> int:
    known = known_publisher(evidence.publisher) if evidence.publisher else None
    return _TIERS.index(known.tier) if known else len(_TIERS)


def _current(ordered: Sequence[Evidence]) -> Sequence[Evidence]:
    """The texts that their own publisher has not told anew, with other sums, since."""
    latest = {one.publisher: one for one in ordered if one.publisher and _sums(one)}
    current = [one for one in ordered if not _is_revised(one, latest.get(one.publisher or ""))]
    return current or ordered


def _is_revised(evidence: Evidence, latest: Evidence | None) -> bool:
    if latest is None or latest is evidence or _has_ended(latest):
        return False
    before, after = _sums(evidence), _sums(latest)
    return bool(before) and len(after) >= len(before) and before != after


def _sums(evidence: Evidence) -> list[Decimal]:
    return [leg.amount for leg in evidence.reading.legs if leg.amount is not None]


def _has_ended(evidence: Evidence) -> bool:
    return evidence.reading.event in {"denial", "cancelled", "background"}


def _by_substance(evidence: Evidence) -> tuple[bool, bool, int, int, datetime, str]:
    """The text that knows most comes first.

    A filing or a company's own word that gives the sums is before all others; then the text with
    the most sums and facts, then the nearer source.
    """
    legs = evidence.reading.legs
    sums = len(_sums(evidence))
    facts = sum(
        (leg.power_gw is not None) + (leg.chips is not None) + (leg.term_years is not None)
        for leg in legs
    )
    tier = _tier(evidence)
    own_word = tier <= _OWN_WORD and sums > 0
    at = told_at(evidence)
    return (_has_ended(evidence), not own_word, -sums - facts, tier, at, evidence.title)


def _reconcile(
    best: Evidence, others: Iterable[Evidence]
) -> tuple[tuple[Leg, ...], tuple[Figure, ...]]:
    """The base legs, completed by what only others tell, and the verdict on each other figure."""
    legs = list(best.reading.legs)
    figures: list[Figure | None] = []
    for other in others:
        for leg in other.reading.legs:
            claim = _claim(leg, other, best)
            figure = settle(claim, legs)
            figures += [figure, settle_term(claim, legs), settle_power(claim, legs)]
            same = find_same(claim, legs)
            if same is not None:
                legs[same] = _filled(legs[same], leg)
            elif figure is None:
                legs = _complete(legs, leg)
    day = told_at(best).date()
    told = (figure for figure in figures if figure is not None)
    return tuple(_in_usd(leg, day) for leg in legs), tuple(dict.fromkeys(told))


def _claim(leg: Leg, evidence: Evidence, best: Evidence) -> Claim:
    return Claim(
        leg=leg,
        publisher=evidence.publisher,
        on=told_at(evidence).date(),
        home_currency=home_currency(evidence.publisher) if evidence.publisher else None,
        superseded_by=_whom_to_believe(evidence, best),
    )


def _whom_to_believe(evidence: Evidence, best: Evidence) -> str | None:
    """Who corrects a text: its own publisher later, a filing, or the company itself."""
    if evidence.publisher == best.publisher and told_at(best) > told_at(evidence):
        return f"{best.publisher} later" if best.publisher else None
    tier = _tier(best)
    if tier > _OWN_WORD or tier >= _tier(evidence):
        return None
    return f"{best.publisher}, {_NEAREST[tier]},"


def _complete(legs: list[Leg], leg: Leg) -> list[Leg]:
    """Add a leg nobody told yet, or fill what a known leg of its direction leaves open."""
    for index, known in enumerate(legs):
        if (known.payer, known.payee, known.kind) != (leg.payer, leg.payee, leg.kind):
            continue
        return [*legs[:index], _filled(known, leg), *legs[index + 1 :]]
    if leg.payer is None or leg.payee is None or (leg.amount is None and legs):
        return legs
    return [*legs, leg]


def _filled(known: Leg, leg: Leg) -> Leg:
    filled = known
    if _adds(known, leg):
        filled = known = replace(known, quote=join_quotes(known.quote, leg.quote))
    if known.amount is None and leg.amount is not None:
        filled = replace(
            leg,
            quote=known.quote,
            power_gw=known.power_gw,
            power_gw_high=known.power_gw_high,
            power_qualifier=known.power_qualifier,
            chips=known.chips,
            term_years=known.term_years,
        )
    if filled.power_gw is None:
        filled = replace(
            filled,
            power_gw=leg.power_gw,
            power_gw_high=leg.power_gw_high,
            power_qualifier=leg.power_qualifier,
        )
    return replace(
        filled,
        chips=filled.chips or leg.chips,
        term_years=filled.term_years or leg.term_years,
    )


def _adds(known: Leg, leg: Leg) -> bool:
    """Whether a leg tells something the known one leaves open."""
    pairs = (
        (known.amount, leg.amount),
        (known.power_gw, leg.power_gw),
        (known.chips, leg.chips),
        (known.term_years, leg.term_years),
    )
    return any(old is None and new is not None for old, new in pairs)


def _in_usd(leg: Leg, day: date) -> Leg:
    rate = find_usd_rate(leg.currency, day) if leg.currency else None
    if rate is None or leg.amount is None:
        return leg
    return replace(
        leg,
        usd=(leg.amount * rate.rate).quantize(_CENT),
        usd_rate=rate.rate,
        usd_rate_date=rate.on,
    )


def _status_history(ordered: Sequence[Evidence]) -> tuple[StatusChange, ...]:
    """Each step up the ladder, each ending, and each return from one, oldest first.

    A denial that leaves the deal standing denies an end: it undoes the end told before.
    """
    history: list[StatusChange] = []
    for evidence in ordered:
        status: Status = evidence.reading.status or "announced"
        undone = evidence.reading.event == "denial" and status not in ENDINGS
        if history and not (_moves(status, history[-1].status) or undone):
            continue
        history.append(
            StatusChange(status=status, at=told_at(evidence), publisher=evidence.publisher)
        )
    return tuple(history)


def _moves(new: Status, old: Status) -> bool:
    if new == old:
        return False
    # "Announced" is said of any text that tells no status: only firmer words undo an ending.
    return new in ENDINGS or is_firmer(new, old) or (old in ENDINGS and is_firmer(new, "announced"))


def _parties(evidence: Iterable[Evidence]) -> tuple[Party, ...]:
    """The parties of the best text, then those that others add; a known company keeps its roles."""
    parties: dict[Party, None] = {}
    for one in evidence:
        known = {party.company for party in parties}
        for party in one.reading.parties:
            if party.company not in known:
                parties[party] = None
    return tuple(parties)


def _title(legs: Sequence[Leg], companies: Sequence[str]) -> str:
    """Payer first, then payee, then who else takes part: "Anthropic – Amazon"."""
    first = [side for leg in legs[:1] for side in (leg.payer, leg.payee) if side]
    return " – ".join(dict.fromkeys([*first, *companies])) or "An unnamed deal"


def _source(evidence: Evidence) -> Source:
    return Source(
        entry_id=evidence.entry_id,
        title=evidence.title,
        publisher=evidence.publisher,
        url=evidence.url,
        published_at=told_at(evidence),
    )
