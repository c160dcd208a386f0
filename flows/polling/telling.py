"""Put what entries are worth into the outbox, and note what was decided of each report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session

from flows.deciding.alerting import Alert, DealChange, Decision, Policy, Telling, decide
from flows.deciding.holding import find_held
from flows.deciding.mentions import decide_mention, find_mention_destinations
from flows.polling.intake import ReadEntry
from flows.polling.joining import Changes
from storage import outbox
from storage.codec import from_json, to_json
from storage.decisions import add_decisions
from storage.outbox import Told

_HELD: Final = "silent: its feed brought so much at once that one notice tells it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An entry that reports a deal; `held` where it came with a flood, of which nobody is told."""

    deal_id: str
    entry_id: int
    held: bool


def tell_reports(
    session: Session, policy: Policy, changes: Changes, reports: Iterable[Report], *, now: datetime
) -> None:
    """Decide what became of each deal, and put it into the outbox.

    An alert of a deal that nobody has seen yet is brought up to date instead: one message.
    """
    loud: defaultdict[str, list[int]] = defaultdict(list)
    quiet: list[int] = []
    for report in reports:
        entries = quiet if report.held else loud[changes.name_now(report.deal_id)]
        entries.append(report.entry_id)
    add_decisions(session, quiet, alert_key=None, reason=_HELD, now=now)
    held = find_held(policy.destinations, now)
    for change in changes.of(loud):
        decision = _put(session, policy, change, held=held, now=now)
        add_decisions(
            session,
            loud[change.deal_id],
            alert_key=decision.alert_key,
            reason=decision.reason,
            now=now,
        )


def tell_mentions(
    session: Session, policy: Policy, entries: Iterable[tuple[int, ReadEntry]], *, now: datetime
) -> None:
    """Put new entries that name a company of which every mention is told into the outbox."""
    if not policy.mentioned:
        return
    held = find_held(policy.destinations, now)
    for entry_id, one in entries:
        mention = decide_mention(
            one.entry,
            one.reading,
            policy,
            entry_id=entry_id,
            now=now,
            page_text=one.page_text or "",
        )
        to = find_mention_destinations(mention, policy) if mention else ()
        if mention is not None and to:
            outbox.add_mention(
                session,
                entry_id=entry_id,
                key=mention.key,
                payload=to_json(mention),
                destinations=to,
                now=now,
                held=held,
            )


def _put(
    session: Session,
    policy: Policy,
    change: DealChange,
    *,
    held: Mapping[str, datetime],
    now: datetime,
) -> Decision:
    # Of a deal that is opened in this very transaction nobody was told.
    told = outbox.find_told(session, change.deal_id) if change.before is not None else Told()
    decision = decide(
        change,
        policy,
        heard=told.heard,
        number=told.next,
        now=now,
        waiting=[from_json(Alert, one.payload) for one in told.unsent],
    )
    ids = {one.key: one.id for one in told.unsent}
    for telling in decision.tellings:
        _put_telling(session, telling, ids.get(telling.alert.key), held=held, now=now)
    return decision


def _put_telling(
    session: Session,
    telling: Telling,
    unsent_id: int | None,
    *,
    held: Mapping[str, datetime],
    now: datetime,
) -> None:
    alert, to = telling.alert, telling.destinations
    if unsent_id is None:
        outbox.add_alert(
            session,
            deal_id=alert.deal_id,
            key=alert.key,
            payload=to_json(alert),
            destinations=to,
            now=now,
            held=held,
        )
        return
    outbox.replace_payload(session, unsent_id, to_json(alert))
    outbox.add_deliveries(session, unsent_id, key=alert.key, destinations=to, now=now, held=held)
