"""A deal is stored once, with every entry that reports it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session

from parsers.types import Deal, DealReading, Evidence, Source
from storage.codec import to_json
from storage.database import RowRefusedError, transaction
from storage.deals import (
    StoredDeal,
    all_deals,
    deal_of_entry,
    evidence,
    get_deal,
    join_deal,
    neighbours,
    of_pair,
    open_deal,
    relate,
    release_entries,
    save_deal,
    sources,
)
from storage.entries import NewEntry
from storage.feeds import FeedSpec, add_feed
from storage.placing import set_aside
from tests.rows import add_entry

DAY = timedelta(days=1)


@pytest.fixture
def more_entries(session: Session, new_entry: NewEntry) -> Iterator[int]:
    """Further entries, one at a time."""
    return (
        add_entry(session, replace(new_entry, key=f"more-{n}", url_key=f"more-{n}")) or 0
        for n in range(9)
    )


def found(deals: tuple[StoredDeal, ...]) -> list[str]:
    """Their ids."""
    return [stored.id for stored in deals]


def test_a_stored_deal_is_given_back_whole(session: Session, deal: Deal, deal_id: str) -> None:
    """Not a digit, quote or date is lost."""
    stored = get_deal(session, deal_id)

    assert stored == StoredDeal(id="amazon-anthropic-2026-11", deal=deal)
    assert stored is not None
    assert str(stored.deal.legs[0].term_years) == "10.50"
    assert get_deal(session, "no-such-deal") is None


def test_deals_with_the_same_slug_are_numbered(
    session: Session, deal: Deal, deal_id: str, more_entries: Iterator[int], now: datetime
) -> None:
    """Two deals of one pair in one month keep apart."""
    ids = [
        open_deal(session, deal, slug=deal_id, entry_id=next(more_entries), now=now)
        for _ in range(2)
    ]

    assert ids == ["amazon-anthropic-2026-11-2", "amazon-anthropic-2026-11-3"]


def test_a_long_slug_leaves_room_for_its_number(
    session: Session, deal: Deal, more_entries: Iterator[int], now: datetime
) -> None:
    """A deal of twenty companies can be stored on both databases."""
    first, second = (
        open_deal(session, deal, slug="x" * 400, entry_id=next(more_entries), now=now)
        for _ in range(2)
    )

    assert (len(first), second) == (190, f"{first}-2")


def around(
    session: Session,
    *companies: str,
    since: datetime,
    several: bool = False,
    alone: tuple[str, ...] = (),
) -> list[str]:
    """The ids of the deals a text on these companies may concern."""
    return sorted(neighbours(session, companies, alone=alone, several=several, since=since))


def test_neighbours_share_a_company_and_are_recent(
    session: Session, deal: Deal, deal_id: str, more_entries: Iterator[int], now: datetime
) -> None:
    """Only deals a text may concern are looked at."""
    later = replace(deal, updated_at=now + DAY, companies=("Amazon", "OpenAI"))
    later_id = open_deal(session, later, slug="later", entry_id=next(more_entries), now=now)
    others = replace(deal, companies=("Oracle", "Meta"))
    open_deal(session, others, slug="others", entry_id=next(more_entries), now=now)

    assert around(session, "Amazon", since=now) == [deal_id, later_id]
    assert around(session, "Amazon", since=now + DAY) == [later_id]
    assert around(session, "Apple", since=now) == []
    assert around(session, since=now) == []


def test_neighbours_come_with_what_their_entries_say(
    session: Session, deal_id: str, now: datetime
) -> None:
    """Whoever joins a text to a deal needs all texts of it."""
    assert neighbours(session, ["Amazon"], several=False, since=now) == {
        deal_id: evidence(session, deal_id)
    }


def test_all_deals_are_listed_latest_first(
    session: Session, deal: Deal, deal_id: str, more_entries: Iterator[int], now: datetime
) -> None:
    """The list can begin at a time."""
    later = replace(deal, updated_at=now + DAY)
    later_id = open_deal(session, later, slug="later", entry_id=next(more_entries), now=now)

    assert found(all_deals(session)) == [later_id, deal_id]
    assert found(all_deals(session, since=now + DAY)) == [later_id]


def test_a_changed_deal_is_found_by_its_new_companies_only(
    session: Session, deal: Deal, deal_id: str, now: datetime
) -> None:
    """What is searched for follows what is stored."""
    changed = replace(
        deal, companies=("Anthropic", "Google"), status="contracted", updated_at=now + DAY
    )

    save_deal(session, deal_id, changed)

    assert get_deal(session, deal_id) == StoredDeal(id=deal_id, deal=changed)
    assert around(session, "Google", since=now + DAY) == [deal_id]
    assert around(session, "Amazon", since=now) == []


def test_a_deal_of_nobody_we_know_is_kept(
    session: Session, deal: Deal, deal_id: str, now: datetime
) -> None:
    """It is listed, though no company leads to it."""
    save_deal(session, deal_id, replace(deal, companies=()))

    assert found(all_deals(session)) == [deal_id]
    assert around(session, *deal.companies, since=now) == []


def test_neighbours_of_several_companies_share_two(
    session: Session, deal: Deal, deal_id: str, more_entries: Iterator[int], now: datetime
) -> None:
    """A company with a hundred deals does not bring them all up with each report."""
    alone = replace(deal, companies=("Amazon",))
    alone_id = open_deal(
        session,
        alone,
        slug="alone",
        entry_id=next(more_entries),
        now=now,
        further=["Amazon, alone"],
    )

    def both(*companies: str, alone: tuple[str, ...] = ()) -> list[str]:
        return around(session, *companies, since=now, several=True, alone=alone)

    assert both("Anthropic", "OpenAI") == []
    assert both("Amazon", "OpenAI") == []
    assert both("Amazon", "OpenAI", alone=("Amazon, alone",)) == [alone_id]
    assert both("Amazon", "Anthropic", "Meta") == [deal_id]


def test_further_names_lead_to_a_deal_until_they_are_replaced(
    session: Session, deal: Deal, deal_id: str, now: datetime
) -> None:
    """A deal is found by the names its texts call it by now."""
    save_deal(session, deal_id, deal, further=["AWS", "Amazon, alone"])
    before = around(session, "AWS", since=now)
    save_deal(session, deal_id, deal, further=["Amazon, alone"])

    assert before == [deal_id]
    assert around(session, "AWS", since=now) == []
    assert around(session, "Amazon, alone", since=now) == [deal_id]


def test_deals_of_a_pair_are_linked(
    session: Session, deal: Deal, deal_id: str, more_entries: Iterator[int], now: datetime
) -> None:
    """The latest ones with two of the companies; a link may take the place of others."""
    later = replace(deal, updated_at=now + DAY)
    later_id = open_deal(session, later, slug="later", entry_id=next(more_entries), now=now)

    assert of_pair(session, ["Amazon", "Anthropic", "Meta"], most=9) == (deal_id, later_id)
    assert of_pair(session, ["Amazon", "Anthropic"], most=1) == (later_id,)
    assert of_pair(session, ["Amazon", "Meta"], most=9) == ()

    relate(session, deal_id, "gone")
    relate(session, deal_id, later_id, instead_of=["gone"])
    relate(session, "no-such-deal", later_id)

    stored = get_deal(session, deal_id)
    assert stored == StoredDeal(id=deal_id, deal=replace(deal, related=(later_id,)))


def test_an_entry_may_go_to_another_deal(
    session: Session, deal: Deal, deal_id: str, more_entries: Iterator[int], now: datetime
) -> None:
    """Once it is let go it reports nothing, and can join."""
    (text,) = evidence(session, deal_id)
    other = open_deal(session, deal, slug="other", entry_id=next(more_entries), now=now)

    release_entries(session, [text.entry_id])
    join_deal(session, other, text.entry_id)

    assert evidence(session, deal_id) == ()
    assert deal_of_entry(session, text.entry_id) == other


def test_evidence_is_what_each_entry_says_in_order(
    session: Session,
    deal_id: str,
    entry_id: int,
    new_entry: NewEntry,
    reading: DealReading,
) -> None:
    """A deal can be reconciled anew from what is stored; an unread entry proves nothing."""
    now = new_entry.seen_at
    published = now - DAY
    dated = replace(new_entry, key="b", url_key="b", publisher=None, published_at=published)
    second = add_entry(session, dated) or 0
    unread = set_aside(session, replace(new_entry, key="c"), reason="no end")
    join_deal(session, deal_id, second)
    join_deal(session, deal_id, unread)

    first = Evidence(
        entry_id=entry_id,
        title="Amazon and Anthropic expand",
        reading=reading,
        seen_at=now,
        publisher="The Wire",
        url="https://wire.example/amazon-anthropic",
    )
    assert evidence(session, deal_id) == (
        first,
        replace(first, entry_id=second, publisher=None, published_at=published),
    )
    assert [source.entry_id for source in sources(session, deal_id)] == [entry_id, second, unread]
    assert sources(session, deal_id)[1] == Source(
        entry_id=second,
        title="Amazon and Anthropic expand",
        publisher=None,
        url="https://wire.example/amazon-anthropic",
        published_at=published,
    )


def test_an_entry_reports_one_deal_only(
    engine: Engine, deal: Deal, now: datetime, reading: DealReading
) -> None:
    """A second deal with the same entry is refused, and nothing of it is kept."""
    with transaction(engine) as session:
        add_feed(session, FeedSpec(url="https://one.example/"), now=now)
        entry = NewEntry(
            feed_id=1,
            key="k",
            url_key=None,
            fingerprint="f",
            title="t",
            text="t",
            seen_at=now,
            reading=reading,
        )
        entry_id = add_entry(session, entry) or 0
        open_deal(session, deal, slug="first", entry_id=entry_id, now=now)

    with pytest.raises(RowRefusedError, match="deal_entries"), transaction(engine) as session:
        open_deal(session, deal, slug="second", entry_id=entry_id, now=now)

    with transaction(engine) as session:
        assert found(all_deals(session)) == ["first"]
        assert deal_of_entry(session, entry_id) == "first"
        assert deal_of_entry(session, entry_id + 1) is None


def test_two_feeds_that_report_one_deal_at_once_open_it_once(
    engine: Engine, deal: Deal, now: datetime, reading: DealReading
) -> None:
    """Who finds no deal may open one, because nobody else can at the same time."""
    with transaction(engine) as session:
        add_feed(session, FeedSpec(url="https://one.example/"), now=now)
    together = Barrier(4)

    def work(name: str) -> None:
        together.wait()
        with transaction(engine) as session:
            new = NewEntry(
                feed_id=1,
                key=name,
                url_key=name,
                fingerprint="f",
                title="t",
                text="t",
                seen_at=now,
                reading=reading,
            )
            entry_id = add_entry(session, new) or 0
            known = neighbours(session, deal.companies, several=True, since=now)
            if known:
                join_deal(session, next(iter(known)), entry_id)
            else:
                open_deal(session, deal, slug="deal", entry_id=entry_id, now=now)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, ("a", "b", "c", "d")))

    with transaction(engine) as session:
        assert found(all_deals(session)) == ["deal"]
        assert len(evidence(session, "deal")) == 4


def test_a_deal_becomes_json_people_can_read(deal: Deal) -> None:
    """The stored form is plain: amounts as digits, times in ISO 8601."""
    stored = to_json(deal)

    assert stored["announced_at"] == "2026-11-22T12:00:00Z"
    assert stored["companies"] == ["Amazon", "Anthropic"]
