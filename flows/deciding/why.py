"""Explain what became of an entry or a deal: how it was read, who was told, and what arrived."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flows.deciding.alerting import Policy, find_tracked
from flows.deciding.decision_words import join_names, render_too_old
from flows.deciding.filters import find_mention_refusal, find_refusal
from flows.deciding.mentions import find_mention_silence
from flows.wording import iso_time, render_first_line
from parsers.types import Deal, DealReading, Entry
from storage.decisions import DecisionView
from storage.outbox import WAITING, AlertView
from storage.sightings import Arrival, Sighting

Record = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that is stored of what somebody asks about; `entry` is None who asks about a deal."""

    entry: Sighting | None = None
    deal_id: str | None = None
    deal: Deal | None = None
    decisions: tuple[DecisionView, ...] = ()
    alerts: tuple[AlertView, ...] = ()
    arrivals: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a destination would be told now, and why, in a few words."""

    destination: str
    wants: bool
    reason: str


# --- deciding now -------------------------------------------------------------------------------


def judge(case: Case, policy: Policy, *, now: datetime) -> tuple[str | None, tuple[Verdict, ...]]:
    """Why nobody is told by today's watch.toml, None if somebody may be; then each destination."""
    if case.deal is not None:
        silence = _find_deal_silence(case.deal, policy, now=now)
        refusals = [
            (one.name, find_refusal(one, case.deal, policy.tracked)) for one in policy.destinations
        ]
    elif case.entry is not None and case.entry.reading is not None:
        reading = case.entry.reading
        silence = find_mention_silence(_entry(case.entry), reading, policy, now=now)
        refusals = [
            (one.name, find_mention_refusal(one, reading.companies, policy.tracked))
            for one in policy.destinations
        ]
    else:
        return "what it says is not kept", ()
    told = {name: _told(case.arrivals, name) for name, _ in refusals}
    return silence, tuple(_verdict(name, refusal, told[name]) for name, refusal in refusals)


def _find_deal_silence(deal: Deal, policy: Policy, *, now: datetime) -> str | None:
    if not find_tracked(deal, policy):
        return f"no tracked company ({join_names(deal.companies) or 'none is named'})"
    age = now - deal.updated_at
    return render_too_old(age, policy.max_age) if age > policy.max_age else None


def _told(arrivals: Iterable[Arrival], name: str) -> str | None:
    """What a destination has heard, or is to hear without anybody's doing; None of neither."""
    states = {one.state for one in arrivals if one.destination == name}
    if "sent" in states:
        return "it was sent an alert"
    return "an alert waits for it" if states & set(WAITING) else None


def _verdict(name: str, refusal: str | None, told: str | None) -> Verdict:
    if refusal is not None:
        known = f"; {told}, and hears what makes that wrong" if told else ""
        return Verdict(destination=name, wants=False, reason=f"{refusal}{known}")
    said = f"its filters let it through; {told or 'it was sent none'}"
    return Verdict(destination=name, wants=True, reason=said)


def _entry(one: Sighting) -> Entry:
    return Entry(
        key=str(one.id),
        fingerprint="",
        title=one.title,
        text=one.text,
        url=one.url,
        publisher=one.publisher,
        published_at=one.published_at,
    )


# --- as JSON ------------------------------------------------------------------------------------


def why_json(case: Case, policy: Policy, *, now: datetime) -> Record:
    """The object `gigawatch why --json` prints; what does not apply is null or empty."""
    silence, verdicts = judge(case, policy, now=now)
    reading = case.entry.reading if case.entry else None
    return {
        "entry": _entry_json(case.entry) if case.entry else None,
        "reading": _reading_json(reading) if reading else None,
        "deal": _deal_json(case.deal_id, case.deal) if case.deal_id and case.deal else None,
        "decided": [_decision_json(one) for one in case.decisions],
        "told_again": count_repeats(case.decisions),
        "alerts": [_alert_json(one) for one in case.alerts],
        "now": {
            "silent": silence,
            "destinations": [
                {"destination": one.destination, "wants": one.wants, "reason": one.reason}
                for one in verdicts
            ],
        },
        "deliveries": [_arrival_json(one) for one in case.arrivals],
    }


def count_repeats(decisions: Iterable[DecisionView]) -> int:
    """How many reports of a deal told nothing new."""
    return sum(one.alert_key is None and "nothing new" in one.reason for one in decisions)


def _entry_json(one: Sighting) -> Record:
    return {
        "id": one.id,
        "title": one.title,
        "url": one.url,
        "publisher": one.publisher,
        "published_at": _time(one.published_at),
        "seen_at": _time(one.seen_at),
        "edited_at": _time(one.edited_at),
        "pruned_at": _time(one.pruned_at),
        "feeds": list(one.feeds),
        "headline_of": one.parent_id,
        "set_aside": one.reason,
        "page": "read" if one.page_text is not None else one.page_note,
    }


def _reading_json(reading: DealReading) -> Record:
    return {
        "is_compute_deal": reading.is_compute_deal,
        "event": reading.event,
        "status": reading.status,
        "companies": list(reading.companies),
        "reasons": list(reading.reasons),
        "doubts": list(reading.doubts),
    }


def _deal_json(deal_id: str, deal: Deal) -> Record:
    return {
        "id": deal_id,
        "summary": render_first_line(deal),
        "entries": len(deal.sources),
        "publishers": list(deal.publishers),
        "updated_at": _time(deal.updated_at),
    }


def _decision_json(one: DecisionView) -> Record:
    return {
        "entry": one.entry_id,
        "at": _time(one.at),
        "alert": one.alert_key,
        "reason": one.reason,
    }


def _alert_json(one: AlertView) -> Record:
    """An alert with what it says of itself, whatever version wrote it."""
    said = {name: one.payload.get(name) for name in ("change", "why", "news")}
    return {"key": one.key, "created_at": _time(one.created_at), **said}


def _arrival_json(one: Arrival) -> Record:
    return {
        "id": one.id,
        "alert": one.alert_key,
        "destination": one.destination,
        "state": one.state,
        "attempts": one.attempts,
        "sent_at": _time(one.sent_at),
        "next_try_at": _time(one.next_try_at) if one.state in WAITING else None,
        "digest": one.digest,
        "last_error": one.last_error,
    }


def _time(at: datetime | None) -> str | None:
    return iso_time(at) if at else None
