"""A delivery leaves the outbox only after an answer, and a destination has one under way."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from parsers.types import Deal
from storage.database import RowRefusedError, transaction
from storage.destinations import is_resting, note_failure
from storage.outbox import (
    DeliveryView,
    add_alert,
    add_deliveries,
    find_told,
    list_deliveries,
    replace_payload,
)
from storage.sending import (
    ClaimedDelivery,
    cancel_unknown,
    claim_delivery,
    find_later,
    mark_failed,
    mark_sent,
    release_failed,
    release_owner,
    retry,
    sending_owners,
)
from storage.tables import AlertRow, DealRow, DeliveryRow
from tests.rows import due_count

LEASE = timedelta(minutes=2)
BOTH = ("slack", "mail")
Claim = Callable[..., ClaimedDelivery | None]


@pytest.fixture
def alert_id(session: Session, deal_id: str, now: datetime) -> int:
    """An alert on its way to two destinations."""
    return add_alert(
        session,
        deal_id=deal_id,
        key=f"{deal_id}#1",
        payload={"why": "on your watchlist"},
        destinations=BOTH,
        now=now,
    )


@pytest.fixture
def claim(session: Session, now: datetime) -> Claim:
    """Claim as "me", now, for both destinations, unless said otherwise."""

    def claim(
        owner: str = "me", *, at: datetime = now, destinations: tuple[str, ...] = BOTH
    ) -> ClaimedDelivery | None:
        return claim_delivery(session, owner=owner, now=at, lease=LEASE, destinations=destinations)

    return claim


def taken(delivery: ClaimedDelivery | None) -> ClaimedDelivery:
    """The delivery that must have been claimed."""
    assert delivery is not None
    return delivery


def states(session: Session) -> dict[str, str]:
    """The state of each delivery, by destination."""
    session.expire_all()
    return {view.destination: view.state for view in list_deliveries(session)}


# --- what we decided to say ---------------------------------------------------------------------


def test_an_alert_waits_for_every_destination(
    session: Session, alert_id: int, deal_id: str, now: datetime
) -> None:
    """Each has its own delivery with a stable key of its own."""
    slack, mail = list_deliveries(session)

    assert slack == DeliveryView(
        id=slack.id,
        alert_id=alert_id,
        deal_id=deal_id,
        alert_key="amazon-anthropic-2026-11#1",
        key="amazon-anthropic-2026-11#1@slack",
        destination="slack",
        state="pending",
        attempts=0,
        may_repeat=False,
        created_at=now,
        next_try_at=now,
        sent_at=None,
        last_error=None,
    )
    assert mail.key == "amazon-anthropic-2026-11#1@mail"
    assert due_count(session, now=now) == 2


def test_an_alert_without_destinations_is_kept(
    session: Session, deal_id: str, now: datetime
) -> None:
    """What we decided is on record though nobody is told; destinations can be added later."""
    alert_id = add_alert(session, deal_id=deal_id, key="k", payload={}, destinations=(), now=now)
    before = list_deliveries(session)
    unsent = find_told(session, deal_id).unsent

    add_deliveries(session, alert_id, key="k", destinations=["slack"], now=now)
    add_deliveries(session, alert_id, key="k", destinations=BOTH, now=now)

    assert (before, unsent) == ((), ())
    assert [view.key for view in list_deliveries(session)] == ["k@slack", "k@mail"]


def test_the_same_alert_is_never_decided_twice(engine: Engine, now: datetime, deal: Deal) -> None:
    """The second one of that key is refused with its whole transaction."""
    with transaction(engine) as session:
        session.add(
            DealRow(
                id="d",
                title=deal.title,
                status=deal.status,
                value={},
                announced_at=now,
                updated_at=now,
                opened_at=now,
            )
        )
        session.flush()
        add_alert(session, deal_id="d", key="d#1", payload={}, destinations=BOTH, now=now)

    with pytest.raises(RowRefusedError, match="alerts"), transaction(engine) as session:
        add_alert(session, deal_id="d", key="d#1", payload={}, destinations=["new"], now=now)

    with transaction(engine) as session:
        assert len(list_deliveries(session)) == 2


def test_news_joins_an_alert_that_nobody_was_sent(
    session: Session, alert_id: int, deal_id: str, claim: Claim
) -> None:
    """One message tells both; a claim then carries the latest words."""
    told = find_told(session, deal_id)
    replace_payload(session, alert_id, {"why": "it grew"})

    assert [alert.id for alert in told.unsent] == [alert_id]
    assert (told.heard, told.next) == (frozenset(), 2)
    assert taken(claim()).payload == {"why": "it grew"}


def test_news_never_changes_an_alert_after_its_first_attempt(
    session: Session, alert_id: int, deal_id: str, claim: Claim, now: datetime
) -> None:
    """What one destination may have seen is the same for all, also after it failed."""
    sending = taken(claim())
    while_sending = find_told(session, deal_id)
    mark_failed(session, sending.id, owner="me", error="500", next_try_at=now)

    assert while_sending.unsent == ()
    assert while_sending.heard == set(BOTH)
    assert find_told(session, deal_id) == while_sending
    assert session.get(AlertRow, alert_id) is not None
    assert find_told(session, "no-such-deal").unsent == ()


# --- sending ------------------------------------------------------------------------------------


def test_a_delivery_is_sent_after_a_yes(
    session: Session, alert_id: int, deal_id: str, claim: Claim, now: datetime
) -> None:
    """It is counted, dated and never claimed again."""
    sending = taken(claim(destinations=("slack",)))

    settled = mark_sent(session, sending.id, owner="me", now=now + LEASE / 2)

    session.expire_all()
    (view,) = list_deliveries(session, ["sent"])
    assert sending == ClaimedDelivery(
        id=view.id,
        alert_id=alert_id,
        deal_id=deal_id,
        key="amazon-anthropic-2026-11#1@slack",
        destination="slack",
        attempts=1,
        may_repeat=False,
        created_at=now,
        payload={"why": "on your watchlist"},
    )
    assert settled
    assert (view.sent_at, view.attempts, view.may_repeat) == (now + LEASE / 2, 1, False)
    assert claim(at=now + 9 * LEASE, destinations=("slack",)) is None


def test_a_destination_has_one_delivery_under_way(
    session: Session, alert_id: int, deal_id: str, claim: Claim, now: datetime
) -> None:
    """The next one waits for the answer to the first, the oldest goes first."""
    del alert_id
    add_alert(session, deal_id=deal_id, key="k2", payload={}, destinations=["slack"], now=now)

    first = taken(claim("a", destinations=("slack",)))
    meanwhile = claim("b", destinations=("slack",))
    mark_sent(session, first.id, owner="a", now=now)
    second = taken(claim("b", destinations=("slack",)))

    assert meanwhile is None
    assert [first.key, second.key] == ["amazon-anthropic-2026-11#1@slack", "k2@slack"]


def test_the_table_itself_refuses_a_second_delivery_under_way(
    engine: Engine, now: datetime, deal: Deal
) -> None:
    """The promise holds whatever code writes."""
    with transaction(engine) as session:
        values = {"announced_at": now, "updated_at": now, "opened_at": now}
        row = DealRow(id="d", title=deal.title, status=deal.status, value={}, **values)
        session.add(row)
        session.flush()
        for key in ("d#1", "d#2"):
            add_alert(session, deal_id="d", key=key, payload={}, destinations=["slack"], now=now)

    with pytest.raises(RowRefusedError), transaction(engine) as session:
        session.exec(
            sa.update(DeliveryRow)
            .where(col(DeliveryRow.id) > 0)
            .values(state="sending", attempts=1, lease_owner="x", lease_until=now)
        )


def test_a_failed_delivery_waits_for_its_next_try(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """It keeps its reason, and a destination that fails does not hold up another."""
    del alert_id
    failing = taken(claim(destinations=("slack",)))

    mark_failed(session, failing.id, owner="me", error="500 Server Error", next_try_at=now + LEASE)

    other = taken(claim())
    again = claim(destinations=("slack",))
    later = taken(claim(at=now + LEASE, destinations=("slack",)))
    assert (other.destination, again) == ("mail", None)
    assert (later.id, later.attempts, later.may_repeat) == (failing.id, 2, False)


def test_an_unanswered_delivery_may_repeat(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """The next attempt says so, and a later clear no does not make it forget."""
    del alert_id
    for unanswered in (True, False):
        sending = taken(claim(destinations=("slack",)))
        mark_failed(
            session,
            sending.id,
            owner="me",
            error="no answer",
            next_try_at=now,
            may_repeat=unanswered,
        )

    assert taken(claim(destinations=("slack",))).may_repeat


def test_a_dead_delivery_is_tried_again_only_when_asked(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """A destination that refuses for good is not hammered; a person can retry."""
    del alert_id
    dying = taken(claim(destinations=("slack",)))
    mark_failed(session, dying.id, owner="me", error="404 no such channel", next_try_at=None)
    while_dead = claim(at=now + 99 * LEASE, destinations=("slack",))

    retried = [retry(session, dying.id), retry(session, dying.id)]

    again = taken(claim(destinations=("slack",)))
    assert while_dead is None
    assert retried == [True, False]
    assert (again.id, again.attempts) == (dying.id, 2)


def test_what_is_retried_is_due_at_once(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """Whoever mended a destination waits neither for the message's next try nor for its rest."""
    del alert_id
    failed = taken(claim(destinations=("slack",)))
    later = now + timedelta(hours=1)
    mark_failed(session, failed.id, owner="me", error="no answer", next_try_at=later)
    note_failure(session, "slack", reason="no answer", now=now, ask_after=later)

    assert retry(session, failed.id)

    assert not is_resting(session, "slack", gap=timedelta(), now=now)
    assert taken(claim(destinations=("slack",))).id == failed.id


@pytest.mark.usefixtures("alert_id")
@pytest.mark.parametrize("ending", ["sent", "dead"])
def test_what_a_later_alert_told_is_not_told_after_it(
    session: Session, deal_id: str, claim: Claim, now: datetime, ending: str
) -> None:
    """A dead first alert comes back only while nobody got the deal from a later one."""
    dead = taken(claim(destinations=("slack",)))
    mark_failed(session, dead.id, owner="me", error="413 too large", next_try_at=None)
    later = f"{deal_id}#2"
    add_alert(session, deal_id=deal_id, key=later, payload={}, destinations=("slack",), now=now)
    second = taken(claim(destinations=("slack",)))
    if ending == "sent":
        mark_sent(session, second.id, owner="me", now=now)
    else:
        mark_failed(session, second.id, owner="me", error="413", next_try_at=None)

    found = find_later(session, dead.id)
    retried = retry(session, dead.id)

    assert (found, retried) == ((later, False) if ending == "sent" else (None, True))


def test_what_failed_is_due_once_its_destination_works(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """A test that went through is an answer for all that waits there, and for nothing else."""
    del alert_id
    for name in BOTH:
        failed = taken(claim(destinations=(name,)))
        again = now + timedelta(hours=1)
        mark_failed(session, failed.id, owner="me", error="403", next_try_at=again)

    release_failed(session, "slack")

    assert claim(destinations=("mail",)) is None
    assert taken(claim(destinations=("slack",))).destination == "slack"


def test_what_was_cancelled_can_be_had_back(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """A destination lost its name for an hour, say."""
    del alert_id
    cancel_unknown(session, ["mail"], reason="no such destination", now=now)
    (gone,) = (one.id for one in list_deliveries(session) if one.destination == "slack")

    assert retry(session, gone)

    assert taken(claim(destinations=("slack",))).id == gone


def test_a_delivery_whose_sender_died_is_taken_over(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """It is not lost; it says that it may repeat; the late answer of the first changes nothing."""
    del alert_id
    first = taken(claim("dies", destinations=("slack",)))

    too_early = claim("next", at=now + LEASE / 2, destinations=("slack",))
    due = due_count(session, now=now + LEASE)
    second = taken(claim("next", at=now + LEASE, destinations=("slack",)))
    late = mark_sent(session, first.id, owner="dies", now=now + LEASE)

    assert (too_early, due, late) == (None, 2, False)
    assert (second.id, second.attempts, second.may_repeat) == (first.id, 2, True)
    assert states(session)["slack"] == "sending"


def test_the_deliveries_of_a_dead_owner_can_be_released(
    session: Session, alert_id: int, claim: Claim
) -> None:
    """A restart need not wait for the lease; what others send stays theirs."""
    del alert_id
    claim("dead", destinations=("slack",))
    claim("alive", destinations=("mail",))
    owners = sending_owners(session)

    released = release_owner(session, "dead")

    again = taken(claim("next"))
    assert owners == frozenset({"dead", "alive"})
    assert (released, again.destination, again.may_repeat) == (1, "slack", True)


def test_deliveries_to_a_removed_destination_are_cancelled(
    session: Session, alert_id: int, deal_id: str, claim: Claim, now: datetime
) -> None:
    """They get a reason; what is under way, sent or known is left alone."""
    del alert_id
    add_alert(session, deal_id=deal_id, key="k", payload={}, destinations=["pager"], now=now)
    claim(destinations=("slack",))
    reason = "the destination is no longer in watch.toml"

    cancelled = cancel_unknown(session, ["mail"], reason=reason, now=now)

    (view,) = list_deliveries(session, ["cancelled"])
    assert (cancelled, view.destination, view.last_error) == ({"pager": 1}, "pager", reason)
    assert states(session) == {"slack": "sending", "mail": "pending", "pager": "cancelled"}


def test_an_abandoned_delivery_to_a_removed_destination_is_cancelled(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """Nobody would ever take it over."""
    del alert_id
    claim(destinations=("slack",))

    cancel_unknown(session, ["mail"], reason="gone", now=now + LEASE)

    assert states(session) == {"slack": "cancelled", "mail": "pending"}


def test_a_destination_we_were_not_asked_for_is_left_alone(
    session: Session, alert_id: int, claim: Claim, now: datetime
) -> None:
    """A quiet or unknown destination keeps its deliveries."""
    del alert_id

    assert claim(destinations=()) is None
    assert claim(destinations=("pager",)) is None
    assert due_count(session, now=now - LEASE) == 0


def test_senders_that_claim_at_once_share_without_overlap(
    engine: Engine, now: datetime, deal: Deal
) -> None:
    """Every delivery is claimed exactly once, and never two to one destination."""
    with transaction(engine) as session:
        values = {"announced_at": now, "updated_at": now, "opened_at": now}
        row = DealRow(id="d", title=deal.title, status=deal.status, value={}, **values)
        session.add(row)
        session.flush()
        for number in range(8):
            add_alert(
                session, deal_id="d", key=f"d#{number}", payload={}, destinations=BOTH, now=now
            )
    together = Barrier(4)

    def work(owner: str) -> list[int]:
        together.wait()
        sent: list[int] = []
        while True:
            with transaction(engine) as session:
                delivery = claim_delivery(
                    session, owner=owner, now=now, lease=LEASE, destinations=BOTH
                )
                left = due_count(session, now=now)
            if delivery is None:
                if not left:
                    return sent
                continue
            with transaction(engine) as session:
                assert mark_sent(session, delivery.id, owner=owner, now=now)
            sent.append(delivery.id)

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(work, ("a", "b", "c", "d")))

    ids = [delivery_id for share in shares for delivery_id in share]
    assert len(ids) == len(set(ids)) == 16
