"""Step 6: put a feed's new entries into the database with all that follows from them.

Entries, the deals they open or join, the alerts these are worth and their deliveries go into one
transaction, which the caller commits: all or nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from flows.alerting import (
    Alert,
    DealChange,
    Policy,
    decide_alert,
    describe_change,
    find_destinations,
)
from flows.intake import ReadEntry
from flows.outcomes import DealOutcome, EntryOutcome
from parsers.deals import assemble
from parsers.grouping import FOLLOW_UP, find_deal, name_deal
from parsers.types import Evidence
from storage import deals, entries, outbox
from storage.codec import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of one feed's entries; `set_aside` has the reason of each that was refused."""

    entries: tuple[EntryOutcome, ...] = ()
    deals: tuple[DealOutcome, ...] = ()
    set_aside: tuple[str, ...] = ()

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(
            entries=self.entries + other.entries,
            deals=self.deals + other.deals,
            set_aside=self.set_aside + other.set_aside,
        )


def keep_entries(
    session: Session, read: Sequence[ReadEntry], *, feed_id: int, policy: Policy, now: datetime
) -> Kept:
    """Add what is unseen, join each entry to its deal or open one, put the alerts into the outbox.

    Args:
        session: of a transaction the caller commits.
        read: the entries of one feed, known ones among them, parents before their headlines.
        feed_id: the feed that carries them.
        policy: what the user wants to hear.
        now: the time.
    """
    ids = entries.add_entries(session, [one.new for one in read if one.parent_key is None])
    headlines = [
        replace(one.new, parent_id=ids.get(one.parent_key)) for one in read if one.parent_key
    ]
    ids |= entries.add_entries(session, headlines)
    stored = [(ids[one.new.key], one) for one in read if one.new.key in ids]
    changes: dict[str, DealChange] = {}
    for entry_id, one in stored:
        if one.reading.is_compute_deal:
            change = _join(session, _evidence(entry_id, one), now=now)
            first = changes.get(change.deal_id, change)
            changes[change.deal_id] = replace(change, before=first.before)
    for change in changes.values():
        _put_alert(session, policy, change, now=now)
    known = [one.new for one in read if one.new.key not in ids]
    entries.note_seen(session, entries.known_elsewhere(session, known), feed_id)
    return Kept(
        entries=tuple(_entry_outcome(entry_id, one) for entry_id, one in stored),
        deals=tuple(
            DealOutcome(id=change.deal_id, change=describe_change(change), deal=change.after)
            for change in changes.values()
        ),
    )


def set_aside(session: Session, one: ReadEntry, *, reason: str) -> Kept:
    """Keep an entry the database refused, bare and with the reason, so that it is not retried."""
    entries.set_aside(session, one.new, reason=reason)
    return Kept(set_aside=(reason,))


def _join(session: Session, evidence: Evidence, *, now: datetime) -> DealChange:
    sides = {party.company for party in evidence.reading.parties}
    since = (evidence.published_at or evidence.seen_at) - FOLLOW_UP
    known = deals.candidates(session, sorted(sides), since=since)
    index = find_deal(evidence, [one.deal for one in known])
    if index is None:
        deal = assemble([evidence])
        deal_id = deals.open_deal(
            session, deal, slug=name_deal(deal), entry_id=evidence.entry_id, now=now
        )
        return DealChange(deal_id=deal_id, before=None, after=deal)
    deal_id = known[index].id
    deals.join_deal(session, deal_id, evidence.entry_id)
    deal = assemble(deals.evidence(session, deal_id))
    deals.save_deal(session, deal_id, deal)
    return DealChange(deal_id=deal_id, before=known[index].deal, after=deal)


def _put_alert(session: Session, policy: Policy, change: DealChange, *, now: datetime) -> None:
    """Put what a change is worth into the outbox.

    An alert of this deal that nobody has seen yet is brought up to date instead: one message.
    """
    unsent = outbox.unsent_alert(session, change.deal_id)
    number = outbox.count_alerts(session, change.deal_id) + (0 if unsent else 1)
    if unsent is not None and unsent.payload.get("change") == "new":
        change = replace(change, before=None)
    alert = decide_alert(change, policy, number=number, now=now)
    if alert is None:
        return
    destinations = find_destinations(alert.deal, policy)
    if unsent is None:
        outbox.add_alert(
            session,
            deal_id=alert.deal_id,
            key=alert.key,
            payload=to_json(alert),
            destinations=destinations,
            now=now,
        )
        return
    # What the unsent alert had to tell is still news.
    told = from_json(Alert, unsent.payload).news
    alert = replace(alert, news=tuple(dict.fromkeys((*told, *alert.news))))
    alert_id = unsent.id or 0
    outbox.replace_payload(session, alert_id, to_json(alert))
    outbox.add_deliveries(session, alert_id, key=alert.key, destinations=destinations, now=now)


def _evidence(entry_id: int, one: ReadEntry) -> Evidence:
    return Evidence(
        entry_id=entry_id,
        title=one.new.title,
        reading=one.reading,
        seen_at=one.new.seen_at,
        publisher=one.new.publisher,
        url=one.new.url,
        published_at=one.new.published_at,
    )


def _entry_outcome(entry_id: int, one: ReadEntry) -> EntryOutcome:
    return EntryOutcome(
        id=entry_id,
        feed=one.feed_url,
        url=one.new.url,
        title=one.new.title,
        publisher=one.new.publisher,
        published_at=one.new.published_at,
        companies=one.reading.companies,
        is_compute_deal=one.reading.is_compute_deal,
    )
