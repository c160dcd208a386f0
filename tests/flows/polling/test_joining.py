"""Texts that come one after the other make the deals they make together, and tell each once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlalchemy.engine import Engine
from sqlmodel import Session

from flows.deciding.alerting import Policy
from flows.polling.intake import ReadEntry
from flows.polling.keeping import FeedEntries, Kept, keep_entries
from flows.settings import Destination
from parsers.grouping import group
from parsers.types import Entry, Evidence
from storage.database import open_engine, transaction, upgrade
from storage.deals import all_deals, evidence
from storage.feeds import FeedSpec, add_feed
from storage.outbox import list_deliveries
from storage.sending import claim_delivery, mark_sent
from tests.texts import START, leg, told, told_texts

PRICE = told(leg("100"))
EQUITY = told(leg("5", "investment", sides=("Amazon", "Anthropic")), days=40)
WHOLE = told(leg("100"), leg("5", "investment", sides=("Amazon", "Anthropic")), days=20)
POLICY = Policy(
    tracked=None,
    max_age=timedelta(days=3650),
    destinations=(Destination(name="desk", url=SecretStr("json://desk.example")),),
)
PARTS = tuple(replace(one, entry_id=n) for n, one in enumerate((PRICE, EQUITY, WHOLE)))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with one feed, which every test leaves as it was."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('joining') / 'gigawatch.db'}")
    upgrade(engine)
    with transaction(engine) as session:
        add_feed(session, FeedSpec(url="https://wire.example/feed"), now=START)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A transaction that is undone."""
    with transaction(engine) as session:
        yield session
        session.rollback()


def keep(session: Session, *texts: Evidence) -> Kept:
    """Store texts as a poll does, in one batch."""
    read = [
        ReadEntry(
            entry=Entry(
                key=str(one.entry_id),
                fingerprint=one.reading.event + repr(one.reading.legs),
                title=f"{one.title} {one.entry_id}" if "Stargate" not in one.title else one.title,
                text=repr(one.reading.legs),
                publisher=one.publisher,
                url=one.url or f"https://wire.example/{one.entry_id}",
                published_at=one.published_at,
            ),
            reading=one.reading,
            url_key=str(one.entry_id),
            title_key=None,
        )
        for one in texts
    ]
    batch = FeedEntries(feed_id=1, url="https://wire.example/feed", read=read)
    (kept,) = keep_entries(session, [batch], policy=POLICY, now=START)
    return kept


def stored(session: Session) -> set[frozenset[str]]:
    """Which texts are together, by their keys."""
    return {
        frozenset(text.url or "" for text in evidence(session, deal.id))
        for deal in all_deals(session)
    }


def told_of(session: Session) -> list[str]:
    """The alerts that are on their way or sent, by their keys."""
    return [delivery.alert_key for delivery in list_deliveries(session)]


def send(session: Session) -> None:
    """Deliver whatever is due."""
    while True:
        lease = timedelta(minutes=1)
        due = claim_delivery(session, owner="me", now=START, lease=lease, destinations=("desk",))
        if due is None:
            return
        mark_sent(session, due.id, owner="me", now=START)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_the_order_of_arrival_changes_nothing(engine: Engine, data: st.DataObject) -> None:
    """Texts stored one by one, in any order, are the deals they are together."""
    texts = data.draw(st.permutations(data.draw(told_texts())))

    with transaction(engine) as session:
        for text in texts:
            keep(session, text)
        found = stored(session)
        session.rollback()

    assert found == {frozenset(text.url or "" for text in some) for some in group(texts)}


def test_two_deals_become_one_and_nothing_is_told_again(session: Session) -> None:
    """Both were told of; the text that ties them tells nothing new, so nobody is told."""
    price, equity, whole = PARTS

    keep(session, price)
    keep(session, equity)
    send(session)
    kept = keep(session, whole)

    assert [one.id for one in all_deals(session)] == ["amazon-anthropic-2026-04"]
    assert [(one.id, one.change) for one in kept.deals] == [("amazon-anthropic-2026-04", "same")]
    assert told_of(session) == ["amazon-anthropic-2026-04#1", "amazon-anthropic-2026-05#1"]


def test_two_deals_that_become_one_before_anybody_was_told_are_told_once(session: Session) -> None:
    """The alert of the later one is taken back; the earlier one's tells all."""
    price, equity, whole = PARTS

    keep(session, price)
    keep(session, equity)
    keep(session, whole)

    assert told_of(session) == ["amazon-anthropic-2026-04#1"]


def test_deals_opened_and_tied_in_one_batch_are_one_new_deal(session: Session) -> None:
    """What a batch ends with is what is told, not what it went through."""
    price, equity, whole = PARTS

    kept = keep(session, price, equity, whole)

    assert [(one.id, one.change) for one in kept.deals] == [("amazon-anthropic-2026-04", "new")]
    assert told_of(session) == ["amazon-anthropic-2026-04#1"]


def test_the_next_alert_of_a_deal_that_took_another_in_has_a_key_of_its_own(
    session: Session,
) -> None:
    """Keys are never used twice, whatever the deal was called before."""
    price, equity, whole = PARTS
    keep(session, price)
    keep(session, equity)
    keep(session, whole)
    send(session)
    more = replace(told(leg("100", gigawatts="5"), days=21), entry_id=7)

    keep(session, more)

    assert told_of(session)[-1] == "amazon-anthropic-2026-04#2"


def test_a_text_that_moves_to_a_nearer_deal_is_no_news(session: Session) -> None:
    """A deal that loses a text is stored anew in silence; the new one is told as it is."""
    price = replace(told(leg("100")), entry_id=0)
    vague = replace(told(days=50, event="rumour"), entry_id=1)
    nearer = replace(told(leg("7"), days=60), entry_id=2)
    keep(session, price, vague)
    send(session)

    kept = keep(session, nearer)

    assert stored(session) == {
        frozenset({"https://wire.example/0"}),
        frozenset({"https://wire.example/1", "https://wire.example/2"}),
    }
    assert [one.change for one in kept.deals] == ["grown"]
    assert len(told_of(session)) == 2


def test_an_edit_divides_a_deal_in_silence(session: Session) -> None:
    """Nobody hears again of what the other half had told."""
    keep(session, *PARTS)
    send(session)
    edited = replace(PRICE, entry_id=2, published_at=PARTS[2].published_at)

    keep(session, edited)

    assert len(all_deals(session)) == 2
    assert len(told_of(session)) == 1


def test_an_expansion_is_another_deal_linked_to_the_first(session: Session) -> None:
    """Each of the two names the other."""
    first = replace(told(leg("10")), entry_id=0)
    more = replace(told(leg("4"), days=200, event="expansion"), entry_id=1)

    keep(session, first, more)

    assert {one.id: one.deal.related for one in all_deals(session)} == {
        "amazon-anthropic-2026-04": ("amazon-anthropic-2026-11",),
        "amazon-anthropic-2026-11": ("amazon-anthropic-2026-04",),
    }


def test_a_link_follows_a_deal_that_became_part_of_another(session: Session) -> None:
    """No deal is linked with one that is no more."""
    price, equity, whole = PARTS
    other = replace(told(leg("33"), days=300), entry_id=9)

    keep(session, other, price, equity, whole)

    assert {one.id: one.deal.related for one in all_deals(session)} == {
        "amazon-anthropic-2026-04": ("amazon-anthropic-2027-02",),
        "amazon-anthropic-2027-02": ("amazon-anthropic-2026-04",),
    }
