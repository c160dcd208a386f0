"""Step 8: send what the outbox holds, one delivery per destination at a time.

A delivery is claimed and the claim committed before anything is sent, and marked after the
answer: a crash in between repeats that one message and loses none. A destination that fails rests
as a whole, and when too much waits for it, all of that becomes one digest.
"""

import asyncio
import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from flows.messages.digest_messages import DigestReason
from flows.messages.message import Message
from flows.messages.told import read_said, render_bundle, render_said
from flows.outcomes import DeliveryOutcome
from flows.polling.owner import is_gone
from flows.polling.tools import Tools
from flows.sending.notify import SendOutcome, file_path, send
from flows.settings import Destination
from flows.windows import quiet_until
from parsers.errors import DatabaseError
from storage import destinations, digests, sending
from storage.database import reading, transaction
from storage.outbox import DeliveryState
from storage.sending import ClaimedDelivery

# Apprise's slowest plugin (mail) gives up after well under this.
_LEASE: Final = timedelta(minutes=2)
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)
# Longer than any weekend, and than the repair of any relay that somebody misses.
_LAST_CHANCE: Final = timedelta(days=7)
_FEWEST_ATTEMPTS: Final = 3
_NO_PAUSE: Final = timedelta()


async def deliver(tools: Tools) -> tuple[DeliveryOutcome, ...]:
    """Send everything that is due; destinations side by side, each one's messages in order.

    What is meant for a destination that cannot be used waits, and costs none of its attempts.
    """
    cancelled = await asyncio.to_thread(_clear_up, tools)
    usable = (one for one in tools.settings.destinations if one.name not in tools.unusable)
    sent = await asyncio.gather(*(_deliver_to(tools, destination) for destination in usable))
    return (*cancelled, *(outcome for outcomes in sent for outcome in outcomes))


def decide_wait(failures: int, *, spread: float) -> timedelta:
    """How long to wait after so many failures in a row; `spread` from -1 to 1 moves it by a tenth.

    >>> str(decide_wait(1, spread=0)), str(decide_wait(3, spread=0)), str(decide_wait(99, spread=0))
    ('0:00:30', '0:02:00', '1:00:00')
    """
    doublings = min(failures - 1, 16)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT) * (1 + spread / 10)


def decide_retry(claimed: ClaimedDelivery, now: datetime, *, spread: float) -> datetime | None:
    """When to try a delivery again; None after a week, when it is time to ask a person."""
    if claimed.attempts >= _FEWEST_ATTEMPTS and now - claimed.created_at > _LAST_CHANCE:
        return None
    return now + decide_wait(claimed.attempts, spread=spread)


def _clear_up(tools: Tools) -> list[DeliveryOutcome]:
    """Free what the dead held and what no digest will bring; cancel what has nowhere to go."""
    configured, now = tools.settings.destinations, tools.clock()
    reason = "its destination is no longer in watch.toml"
    with transaction(tools.engine) as session:
        for owner in sending.sending_owners(session):
            if is_gone(owner):
                sending.release_owner(session, owner)
        at_once = [one.name for one in configured if one.mode == "now"]
        digests.release_held(session, at_once, now=now)
        known = [one.name for one in configured]
        gone = sending.cancel_unknown(session, known, reason=reason, now=now)
    return [
        DeliveryOutcome(destination=name, key=f"{count} waiting", state="cancelled", reason=reason)
        for name, count in sorted(gone.items())
    ]


async def _deliver_to(tools: Tools, destination: Destination) -> list[DeliveryOutcome]:
    outcomes = []
    while claimed := await asyncio.to_thread(_claim, tools, destination):
        outcomes.append(await asyncio.to_thread(_send, tools, destination, claimed))
        await asyncio.sleep(_pause(destination).total_seconds())
    return outcomes


def _pause(destination: Destination) -> timedelta:
    """The least time between two messages; a file takes them as fast as they come."""
    own = destination.url.get_secret_value()
    return _NO_PAUSE if file_path(own) is not None else destination.gap


# --- choosing -----------------------------------------------------------------------------------


def _claim(tools: Tools, destination: Destination) -> ClaimedDelivery | None:
    """The next delivery that may be sent; None in quiet hours and while the destination rests."""
    now = tools.clock()
    if quiet_until(now, destination.quiet, destination.zone) is not None:
        return None
    with transaction(tools.engine) as session:
        sending.one_claimer(session)
        if destinations.is_resting(session, destination.name, gap=_pause(destination), now=now):
            return None
        _bundle(session, destination, now=now)
        return sending.claim_delivery(
            session,
            owner=tools.owner,
            now=now,
            lease=_LEASE,
            destinations=[destination.name],
        )


def _bundle(session: Session, destination: Destination, *, now: datetime) -> None:
    """Make one digest of what waits, if one is due or too much waits for messages of their own."""
    waiting = digests.waiting(session, destination.name, now=now)
    due = digests.held_due(session, destination.name, now=now)
    if not due and len(waiting) <= destination.digest_above:
        return
    failing = destinations.count_failures(session, destination.name) > 0
    reason: DigestReason = "backlog" if failing else "flood"
    if due:
        reason = "weekly" if destination.mode == "weekly" else "daily"
    said = {"reason": reason}
    digests.bundle(session, destination.name, waiting, payload=said, now=now)


# --- sending ------------------------------------------------------------------------------------


def _send(tools: Tools, destination: Destination, claimed: ClaimedDelivery) -> DeliveryOutcome:
    message, outcome = _try(tools, destination, claimed)
    what = message.subject if message else ""
    now = tools.clock()
    with transaction(tools.engine) as session:
        if outcome.ok:
            sending.mark_sent(session, claimed.id, owner=tools.owner, now=now)
            destinations.note_success(session, destination.name, now=now)
            return _outcome(claimed, "sent", what=what)
        return replace(_fail(session, tools, claimed, outcome, now=now), what=what)


def _fail(
    session: Session, tools: Tools, claimed: ClaimedDelivery, outcome: SendOutcome, *, now: datetime
) -> DeliveryOutcome:
    """Note what went wrong: at fault itself the message is dead, else its destination rests.

    The destination is tried again before this message is, so that one message which it will never
    take holds up no other. A wrong token costs no message: all wait until somebody puts it right.
    """
    reason = outcome.reason or "the destination gave no reason"
    spread = random.uniform(-1, 1)
    retry_at = None
    if outcome.fault != "message":
        retry_at = decide_retry(claimed, now, spread=spread)
        failures = destinations.count_failures(session, claimed.destination) + 1
        rest = decide_wait(failures, spread=spread) / 2
        asked = timedelta(seconds=outcome.retry_after or 0)
        destinations.note_failure(
            session,
            claimed.destination,
            reason=reason,
            now=now,
            ask_after=now + max(rest, asked),
        )
    sending.mark_failed(
        session,
        claimed.id,
        owner=tools.owner,
        error=reason,
        next_try_at=retry_at,
        may_repeat=outcome.unanswered,
    )
    return replace(
        _outcome(claimed, "failed" if retry_at else "dead", reason=reason, next_try_at=retry_at),
        needs_person=outcome.fault == "destination",
    )


def _outcome(
    claimed: ClaimedDelivery,
    state: DeliveryState,
    *,
    what: str = "",
    reason: str | None = None,
    next_try_at: datetime | None = None,
) -> DeliveryOutcome:
    return DeliveryOutcome(
        destination=claimed.destination,
        key=claimed.key,
        state=state,
        reason=reason,
        alert_id=claimed.alert_id,
        next_try_at=next_try_at,
        what=what,
        tries=claimed.attempts,
    )


def _try(
    tools: Tools, destination: Destination, claimed: ClaimedDelivery
) -> tuple[Message | None, SendOutcome]:
    """Send it; an alert that cannot be read any more ends here and holds up no other."""
    try:
        message = _render(tools, claimed)
    except DatabaseError as error:
        return None, SendOutcome(ok=False, reason=str(error), fault="message")
    return message, send(destination.url.get_secret_value(), message)


def _render(tools: Tools, claimed: ClaimedDelivery) -> Message:
    """The message of an alert; of a digest, with all that it carries.

    Raises:
        DatabaseError: it cannot be read any more.
    """
    said = read_said(claimed)
    if said is not None:
        return render_said(said, may_repeat=claimed.may_repeat)
    with reading(tools.engine) as session:
        carried = digests.members(session, claimed.id)
    return render_bundle(claimed, carried, may_repeat=claimed.may_repeat)
