"""Join a text to the deal it reports: open one, or change, tie and divide those that are stored."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlmodel import Session

from flows.deciding.alerting import DealChange
from parsers.deals import assemble
from parsers.grouping import name_deal
from parsers.joining import Placement, find_pair, further_names, place, search_of
from parsers.types import Deal, Evidence
from storage import deals, merging

_MOST_RELATED: Final = 20


@dataclass(slots=True, kw_only=True)
class Changes:
    """The deals that one transaction opens or changes, and how they stood before it.

    `new` are the entries that reported no deal before: of a deal that has no others nobody was
    told, so its `before` is None. `into` says what a deal became part of.
    """

    new: set[int] = field(default_factory=set)
    before: dict[str, Deal | None] = field(default_factory=dict)
    after: dict[str, Deal] = field(default_factory=dict)
    into: dict[str, str] = field(default_factory=dict)

    def of(self, deal_ids: Iterable[str]) -> tuple[DealChange, ...]:
        """What became of these deals, each once, in the order given."""
        return tuple(
            DealChange(deal_id=one, before=self.before[one], after=self.after[one])
            for one in dict.fromkeys(map(self.name_now, deal_ids))
        )

    def name_now(self, deal_id: str) -> str:
        """What a deal is called after others took it in."""
        while deal_id in self.into:
            deal_id = self.into[deal_id]
        return deal_id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The stored deals a text may concern: their texts, and the deal that each entry reports."""

    texts: Mapping[str, Sequence[Evidence]]
    homes: Mapping[int, str]


def join(
    session: Session, changes: Changes, evidence: Evidence, *, own: str | None, now: datetime
) -> str:
    """Bring the deal of a text up to date, or open it; its id.

    Args:
        session: of the transaction.
        changes: what the transaction has changed so far; takes up what this text changes.
        evidence: the text, stored already.
        own: the deal it reported before it was edited, None for a new text.
        now: the time.
    """
    if own is None:
        changes.new.add(evidence.entry_id)
    known = _find_known(session, evidence, own)
    placements = place(evidence, known.texts, own=own)
    _release_moved(session, placements, known)
    ids = [
        _open(session, changes, one, now=now)
        if one.deal_id is None
        else _change(session, changes, one.deal_id, one, known)
        for one in placements
    ]
    return ids[0]


def _find_known(session: Session, evidence: Evidence, own: str | None) -> _Known:
    """What is stored, without the text itself."""
    search = search_of(evidence)
    texts = (
        {}
        if search is None
        else deals.neighbours(
            session,
            search.names,
            alone=search.alone,
            several=search.several,
            since=search.since,
        )
    )
    homes = {text.entry_id: deal_id for deal_id, some in texts.items() for text in some}
    if own is not None:
        some = texts.get(own) or deals.evidence(session, own)
        homes |= {text.entry_id: own for text in some}
        texts[own] = tuple(text for text in some if text.entry_id != evidence.entry_id)
    return _Known(texts=texts, homes=homes)


def _release_moved(session: Session, placements: Sequence[Placement], known: _Known) -> None:
    """Let the entries that report another deal from now on report none."""
    moved = [
        text.entry_id
        for one in placements
        for text in one.texts
        if known.homes.get(text.entry_id, one.deal_id) != one.deal_id
    ]
    if moved:
        deals.release_entries(session, moved)


def _open(session: Session, changes: Changes, one: Placement, *, now: datetime) -> str:
    """Store a deal that was not known, linked with those of the same two sides; its id."""
    deal = assemble(one.texts)
    related = deals.of_pair(session, find_pair(deal), most=_MOST_RELATED)
    deal = replace(deal, related=related)
    deal_id = deals.open_deal(
        session,
        deal,
        slug=name_deal(deal),
        entry_id=one.texts[0].entry_id,
        now=now,
        further=further_names(one.texts),
    )
    for text in one.texts[1:]:
        deals.join_deal(session, deal_id, text.entry_id)
    for other in related:
        deals.relate(session, other, deal_id)
    changes.before[deal_id] = _as_told(one.texts, changes.new)
    changes.after[deal_id] = deal
    return deal_id


def _change(session: Session, changes: Changes, deal_id: str, one: Placement, known: _Known) -> str:
    """Store what a known deal has become, others having become part of it perhaps; its id."""
    stored = [deals.get_deal(session, name) for name in (deal_id, *one.absorbed)]
    changes.before.setdefault(deal_id, stored[0].deal if stored[0] else None)
    _note_told(session, changes, deal_id, one, known)
    related = {name for each in stored if each for name in each.deal.related}
    names = tuple(sorted(related - {deal_id, *one.absorbed}))
    deal = replace(assemble(one.texts), related=names)
    deals.save_deal(session, deal_id, deal, further=further_names(one.texts))
    for text in one.texts:
        if known.homes.get(text.entry_id) != deal_id:
            deals.join_deal(session, deal_id, text.entry_id)
    for gone in one.absorbed:
        merging.absorb_deal(session, gone, into=deal_id)
        changes.into[gone] = deal_id
    if one.absorbed:
        for other in names:
            deals.relate(session, other, deal_id, instead_of=one.absorbed)
    changes.after[deal_id] = deal
    return deal_id


def _note_told(
    session: Session, changes: Changes, deal_id: str, one: Placement, known: _Known
) -> None:
    """Where told texts came to a deal or left it, what was told is what those it has now say.

    What another deal's alert told counts, unless nobody has seen it: then it is taken back.
    """
    untold = {name for name in one.absorbed if merging.withdraw_unsent(session, name)}
    new = changes.new | {entry for entry, home in known.homes.items() if home in untold}
    told = {text.entry_id for text in one.texts} - new
    before = {entry for entry, home in known.homes.items() if home == deal_id} - new
    if told != before:
        changes.before[deal_id] = _as_told(one.texts, new)


def _as_told(texts: Sequence[Evidence], new: Collection[int]) -> Deal | None:
    """A deal as the texts make it that were known before; None without any."""
    told = [text for text in texts if text.entry_id not in new]
    return assemble(told) if told else None
