"""A digest carries many deliveries: none is repeated, skipped or lost between two of them."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage.digests import bundle, held_due, members, release_held, waiting
from storage.outbox import (
    DeliveryView,
    add_alert,
    add_deliveries,
    count_states,
    find_told,
    list_deliveries,
    next_key,
)
from storage.sending import (
    ClaimedDelivery,
    cancel,
    cancel_unknown,
    claim_delivery,
    mark_failed,
    mark_sent,
    retry,
)

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def put(
    session: Session,
    deal_id: str,
    number: int,
    now: datetime,
    held: Mapping[str, datetime] | None = None,
) -> None:
    """An alert of the deal on its way to the desk."""
    add_alert(
        session,
        deal_id=deal_id,
        key=f"{deal_id}#{number}",
        payload={"number": number},
        destinations=("desk",),
        now=now,
        held=held or {},
    )


def claim(session: Session, now: datetime) -> ClaimedDelivery | None:
    """The next delivery to the desk."""
    return claim_delivery(session, owner="me", now=now, lease=MINUTE, destinations=("desk",))


def take(session: Session, now: datetime) -> ClaimedDelivery:
    """The same, where there must be one."""
    claimed = claim(session, now)
    assert claimed is not None
    return claimed


def bundled(session: Session, now: datetime) -> int:
    """All that waits for the desk, in a digest."""
    due = waiting(session, "desk", now=now)
    return bundle(session, "desk", due, payload={"reason": "flood"}, now=now)


def states(session: Session) -> dict[str, str]:
    """The state of each delivery, by the key of its alert."""
    session.expire_all()
    return {view.alert_key: view.state for view in list_deliveries(session)}


def view(session: Session, key: str) -> DeliveryView:
    """One delivery as it is listed."""
    session.expire_all()
    return next(one for one in list_deliveries(session) if one.alert_key == key)


@pytest.fixture
def three(session: Session, deal_id: str, now: datetime) -> str:
    """Three alerts of a deal that wait for the desk; the deal's id."""
    for number in (1, 2, 3):
        put(session, deal_id, number, now)
    return deal_id


def test_a_digest_carries_all_that_waits_oldest_first(
    session: Session, three: str, now: datetime
) -> None:
    """One message is claimed; its members are held and cannot be claimed beside it."""
    carrier_id = bundled(session, now)

    claimed = take(session, now)

    assert (claimed.id, claimed.key) == (carrier_id, "digest-2026-11-22#1@desk")
    assert (claimed.deal_id, claimed.feed_id, claimed.entry_id) == (None, None, None)
    assert claimed.payload == {"reason": "flood", "key": "digest-2026-11-22#1"}
    assert [one.key for one in members(session, carrier_id)] == [f"{three}#{n}" for n in (1, 2, 3)]
    assert members(session, carrier_id)[0].payload == {"number": 1}
    assert claim(session, now) is None


def test_members_share_the_fate_of_their_digest(
    session: Session, three: str, now: datetime
) -> None:
    """Sent with it, at the same moment, and counted as tried."""
    bundled(session, now)
    claimed = take(session, now)

    assert mark_sent(session, claimed.id, owner="me", now=now + MINUTE)

    assert set(states(session).values()) == {"sent"}
    sent = view(session, f"{three}#1")
    assert (sent.sent_at, sent.attempts, sent.carrier_id) == (now + MINUTE, 1, claimed.id)
    assert waiting(session, "desk", now=now + DAY) == ()


def test_a_digest_that_failed_grows_and_keeps_its_key(
    session: Session, three: str, now: datetime
) -> None:
    """What comes while the destination is down joins it: one message when it is back."""
    carrier_id = bundled(session, now)
    claimed = take(session, now)
    mark_failed(session, claimed.id, owner="me", error="503", next_try_at=now)
    put(session, three, 4, now)

    again = bundled(session, now + MINUTE)
    repeated = take(session, now + MINUTE)

    assert again == carrier_id
    assert (repeated.key, repeated.may_repeat, repeated.attempts) == (claimed.key, False, 2)
    assert len(members(session, carrier_id)) == 4


def test_what_may_have_arrived_comes_again_as_it_was(
    session: Session, three: str, now: datetime
) -> None:
    """Nothing is added to a digest whose answer was lost, nor is such a message put into one."""
    alone = take(session, now)
    mark_failed(session, alone.id, owner="me", error="lost", next_try_at=now, may_repeat=True)
    first = bundled(session, now)
    repeated = take(session, now)
    mark_sent(session, repeated.id, owner="me", now=now)
    digest = take(session, now)
    mark_failed(session, digest.id, owner="me", error="lost", next_try_at=now, may_repeat=True)
    put(session, three, 4, now)

    second = bundled(session, now)

    assert (repeated.id, repeated.may_repeat, digest.id) == (alone.id, True, first)
    assert [one.key for one in members(session, first)] == [f"{three}#2", f"{three}#3"]
    assert [one.key for one in members(session, second)] == [f"{three}#4"]


def test_a_digest_under_way_is_not_added_to(session: Session, three: str, now: datetime) -> None:
    """What it says is decided: the next alert goes into another one, under another key."""
    first = bundled(session, now)
    take(session, now)
    put(session, three, 4, now)

    second = bundled(session, now)

    assert second != first
    assert [one.key for one in members(session, second)] == [f"{three}#4"]
    assert next_key(session, "digest-2026-11-22") == "digest-2026-11-22#3"


def test_a_dead_digest_is_retried_whole(session: Session, three: str, now: datetime) -> None:
    """Its members die and wake up with it."""
    bundled(session, now)
    claimed = take(session, now)
    mark_failed(session, claimed.id, owner="me", error="410 gone", next_try_at=None)
    dead = states(session)

    assert retry(session, claimed.id)

    assert set(dead.values()) == {"dead"}
    assert states(session)[f"{three}#1"] == "held"
    assert take(session, now).id == claimed.id


def test_a_cancelled_digest_comes_back_with_what_it_had(
    session: Session, three: str, now: datetime
) -> None:
    """What had been taken out of it before stays out."""
    carrier_id = bundled(session, now)
    own = {one.alert_key: one.id for one in list_deliveries(session)}
    cancel(session, own[f"{three}#2"], reason="cancelled by hand")
    cancel_unknown(session, [], reason="no such destination", now=now)

    assert retry(session, carrier_id)

    assert [one.key for one in members(session, carrier_id)] == [f"{three}#1", f"{three}#3"]
    assert take(session, now).id == carrier_id


def test_a_digest_can_be_cancelled_or_thinned_out(
    session: Session, three: str, now: datetime
) -> None:
    """An alert taken out of it is not told; with the last one the digest is cancelled too."""
    carrier_id = bundled(session, now)
    own = {one.alert_key: one.id for one in list_deliveries(session)}

    assert cancel(session, own[f"{three}#2"], reason="cancelled by hand")
    left = [one.key for one in members(session, carrier_id)]
    assert cancel(session, own[f"{three}#1"], reason="cancelled by hand")
    assert cancel(session, own[f"{three}#3"], reason="cancelled by hand")

    assert left == [f"{three}#1", f"{three}#3"]
    assert set(states(session).values()) == {"cancelled"}
    assert view(session, f"{three}#1").last_error == "cancelled by hand"
    assert not cancel(session, own[f"{three}#1"], reason="again")


def test_a_removed_destination_cancels_digest_and_members(
    session: Session, three: str, now: datetime
) -> None:
    """None of them waits for ever."""
    bundled(session, now)
    put(session, three, 4, now, {"desk": now + DAY})

    gone = cancel_unknown(session, ["mail"], reason="no such destination", now=now)

    assert gone == {"desk": 5}

    assert set(states(session).values()) == {"cancelled"}


def test_what_is_held_waits_for_its_digest(session: Session, deal_id: str, now: datetime) -> None:
    """Neither sent alone nor bundled before its time; at its time it is due."""
    put(session, deal_id, 1, now, {"desk": now + DAY})

    before = (claim(session, now), waiting(session, "desk", now=now))
    early, late = (held_due(session, "desk", now=at) for at in (now, now + DAY))

    assert before == (None, ())
    assert (early, late) == (False, True)
    assert len(waiting(session, "desk", now=now + DAY)) == 1
    assert view(session, f"{deal_id}#1").state == "held"


def test_what_was_held_comes_at_once_where_digests_ended(
    session: Session, deal_id: str, now: datetime
) -> None:
    """Whoever changes from a weekly digest to messages of their own waits no week for the last."""
    put(session, deal_id, 1, now, held={"desk": now + 7 * DAY})
    release_held(session, ("mail",), now=now)
    before = claim(session, now)

    release_held(session, ("desk",), now=now)

    assert before is None
    assert take(session, now).key == f"{deal_id}#1@desk"


def test_nothing_falls_between_two_digests(session: Session, deal_id: str, now: datetime) -> None:
    """What comes after a digest was made waits for the next, and is in that one alone."""
    put(session, deal_id, 1, now, {"desk": now + DAY})
    first = bundled(session, now + DAY)
    put(session, deal_id, 2, now + DAY, {"desk": now + 2 * DAY})
    claimed = take(session, now + DAY)
    mark_sent(session, claimed.id, owner="me", now=now + DAY)

    second = bundled(session, now + 2 * DAY)

    assert [one.key for one in members(session, second)] == [f"{deal_id}#2"]
    assert first != second


def test_news_joins_an_alert_that_is_held(session: Session, deal_id: str, now: datetime) -> None:
    """As long as no digest carries it: then it is about to be sent as it is."""
    put(session, deal_id, 1, now, {"desk": now + DAY})

    held = find_told(session, deal_id).unsent
    bundled(session, now + DAY)

    assert [alert.key for alert in held] == [f"{deal_id}#1"]
    assert find_told(session, deal_id).unsent == ()


def test_a_further_destination_may_read_digests(
    session: Session, deal_id: str, now: datetime
) -> None:
    """One hears at once, the other in the evening."""
    put(session, deal_id, 1, now)
    (alert,) = find_told(session, deal_id).unsent

    add_deliveries(
        session,
        alert.id,
        key=alert.key,
        destinations=("desk", "mail"),
        now=now,
        held={"mail": now + DAY},
    )

    assert {one.destination: one.state for one in list_deliveries(session)} == {
        "desk": "pending",
        "mail": "held",
    }


def test_a_digest_counts_as_one(session: Session, three: str, now: datetime) -> None:
    """How many messages wait, not how many alerts."""
    bundled(session, now)
    put(session, three, 4, now)

    assert count_states(session) == {"pending": 2}


def test_a_deals_later_alert_waits_for_the_one_before(
    session: Session, deal_id: str, now: datetime
) -> None:
    """An update never arrives before what it updates, whatever is tried again when."""
    put(session, deal_id, 1, now)
    put(session, deal_id, 2, now)
    first = take(session, now)
    mark_failed(session, first.id, owner="me", error="503", next_try_at=now + HOUR)

    early = claim(session, now + MINUTE)
    retried = take(session, now + HOUR)
    mark_failed(session, retried.id, owner="me", error="400", next_try_at=None)
    second = take(session, now + HOUR)

    assert early is None
    assert (retried.id, second.id) == (first.id, first.id + 1)
