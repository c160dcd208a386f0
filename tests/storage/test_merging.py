"""Two deals that turn out to be one leave no trace of two, but in what was told."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlmodel import Session

from parsers.types import Deal
from storage.deals import all_deals, evidence, neighbours, open_deal, release_entries
from storage.entries import NewEntry
from storage.merging import absorb_deal, withdraw_unsent
from storage.outbox import add_alert, count_alerts, list_deliveries
from storage.sending import claim_delivery
from tests.rows import add_entry
from tests.storage.test_outbox import LEASE


@pytest.fixture
def gone(session: Session, deal: Deal, new_entry: NewEntry, now: datetime) -> str:
    """A deal with an alert on its way, which is part of another in truth."""
    entry_id = add_entry(session, replace(new_entry, key="gone", url_key="gone")) or 0
    deal_id = open_deal(session, deal, slug="gone", entry_id=entry_id, now=now)
    add_alert(session, deal_id=deal_id, key="gone#1", payload={}, destinations=["mail"], now=now)
    release_entries(session, [entry_id])
    return deal_id


def test_a_deal_becomes_part_of_another(
    session: Session, deal: Deal, deal_id: str, gone: str, now: datetime
) -> None:
    """Only one is left, and what was told of either was told of it."""
    absorb_deal(session, gone, into=deal_id)

    assert [one.id for one in all_deals(session)] == [deal_id]
    assert list(neighbours(session, deal.companies, several=True, since=now)) == [deal_id]
    assert count_alerts(session, deal_id) == 1


def test_the_name_of_an_absorbed_deal_is_not_given_again(
    session: Session, deal: Deal, deal_id: str, gone: str, now: datetime
) -> None:
    """An alert bears it; no other deal's may bear the same."""
    (text,) = evidence(session, deal_id)
    absorb_deal(session, gone, into=deal_id)
    release_entries(session, [text.entry_id])

    assert open_deal(session, deal, slug="gone", entry_id=text.entry_id, now=now) == "gone-2"


def test_what_nobody_has_seen_is_taken_back(session: Session, gone: str) -> None:
    """An alert on its way is withdrawn whole; there is nothing to take back a second time."""
    deal_id = gone

    assert withdraw_unsent(session, deal_id)
    assert list_deliveries(session) == ()
    assert not withdraw_unsent(session, deal_id)


def test_what_may_have_been_seen_stays(session: Session, gone: str, now: datetime) -> None:
    """An attempt was made: it may have arrived."""
    claim_delivery(session, owner="me", now=now, lease=LEASE, destinations=("mail",))

    assert not withdraw_unsent(session, gone)
