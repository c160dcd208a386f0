"""Step 8: send what the outbox holds, one delivery per destination at a time.

A delivery is claimed and the claim committed before anything is sent, and marked after the
answer: a crash in between repeats that one message and loses none.
"""

import asyncio
import random
from datetime import datetime, timedelta
from typing import Final

from flows.alerting import Alert
from flows.messages import Message, render_message
from flows.notice_messages import render_notice
from flows.notices import Notice
from flows.notify import SendOutcome, send
from flows.outcomes import DeliveryOutcome
from flows.owner import is_gone
from flows.settings import Destination
from flows.tools import Tools
from parsers.errors import DatabaseError
from storage import sending
from storage.codec import from_json
from storage.database import transaction
from storage.outbox import DeliveryState
from storage.sending import ClaimedDelivery

# Apprise's slowest plugin (mail) gives up after well under this.
_LEASE: Final = timedelta(minutes=2)
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=6)
# The waits add up to 62 hours: a weekend's outage, Friday evening to Monday morning.
_LAST_ATTEMPT: Final = 20


async def deliver(tools: Tools) -> tuple[DeliveryOutcome, ...]:
    """Send everything that is due; destinations side by side, each one's messages in order.

    What is meant for a destination that cannot be used waits, and costs none of its attempts.
    """
    await asyncio.to_thread(_clear_up, tools)
    usable = (one for one in tools.settings.destinations if one.name not in tools.unusable)
    sent = await asyncio.gather(*(_deliver_to(tools, destination) for destination in usable))
    return tuple(outcome for outcomes in sent for outcome in outcomes)


def decide_retry(attempts: int, now: datetime, *, spread: float) -> datetime | None:
    """When to try again after so many attempts; None when it is time to ask a person.

    >>> from datetime import UTC
    >>> decide_retry(1, datetime(2026, 1, 1, tzinfo=UTC), spread=0).isoformat()
    '2026-01-01T00:00:30+00:00'
    """
    if attempts >= _LAST_ATTEMPT:
        return None
    wait = min(_FIRST_WAIT * (1 << (attempts - 1)), _LONGEST_WAIT)
    return now + wait * (1 + spread / 10)


def _clear_up(tools: Tools) -> None:
    """Free what dead processes held, and cancel what waits for a destination that is gone."""
    known = [destination.name for destination in tools.settings.destinations]
    reason = "its destination is no longer in watch.toml"
    with transaction(tools.engine) as session:
        for owner in sending.sending_owners(session):
            if is_gone(owner):
                sending.release_owner(session, owner)
        sending.cancel_unknown(session, known, reason=reason, now=tools.clock())


async def _deliver_to(tools: Tools, destination: Destination) -> list[DeliveryOutcome]:
    outcomes = []
    while claimed := await asyncio.to_thread(_claim, tools, destination):
        outcomes.append(await asyncio.to_thread(_send, tools, destination, claimed))
    return outcomes


def _claim(tools: Tools, destination: Destination) -> ClaimedDelivery | None:
    with transaction(tools.engine) as session:
        return sending.claim_delivery(
            session,
            owner=tools.owner,
            now=tools.clock(),
            lease=_LEASE,
            destinations=[destination.name],
        )


def _send(tools: Tools, destination: Destination, claimed: ClaimedDelivery) -> DeliveryOutcome:
    outcome = _try(destination, claimed)
    now = tools.clock()
    reason = outcome.reason or "the destination gave no reason"
    retry_at = decide_retry(claimed.attempts, now, spread=random.uniform(-1, 1))
    if outcome.permanent:
        retry_at = None
    with transaction(tools.engine) as session:
        if outcome.ok:
            sending.mark_sent(session, claimed.id, owner=tools.owner, now=now)
        else:
            sending.mark_failed(
                session, claimed.id, owner=tools.owner, error=reason, next_try_at=retry_at
            )
    state: DeliveryState = "sent" if outcome.ok else "failed" if retry_at else "dead"
    return DeliveryOutcome(
        destination=destination.name,
        key=claimed.key,
        state=state,
        reason=None if outcome.ok else reason,
        alert_id=claimed.alert_id,
        next_try_at=None if outcome.ok else retry_at,
    )


def _try(destination: Destination, claimed: ClaimedDelivery) -> SendOutcome:
    """Send it; an alert that cannot be read any more ends here and holds up no other."""
    try:
        message = _render(claimed)
    except DatabaseError as error:
        return SendOutcome(ok=False, reason=str(error), permanent=True)
    return send(destination.url.get_secret_value(), message)


def _render(claimed: ClaimedDelivery) -> Message:
    """An alert is about a deal or, without one, a notice on feeds."""
    if claimed.deal_id is None:
        return render_notice(from_json(Notice, claimed.payload))
    return render_message(from_json(Alert, claimed.payload))
