"""The deals: which an entry may belong to, which entries report them, and what is known of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

import sqlalchemy as sa
from sqlmodel import Session, col, select

from parsers.types import Deal, Evidence, Source
from storage.codec import deal_from_json, reading_from_json, to_json
from storage.database import one_writer
from storage.entries import insert_new
from storage.tables import DealCompanyRow, DealEntryRow, DealRow, EntryRow

# Leaves room for a number within the column.
SLUG_LENGTH = 190


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDeal:
    """A deal and the name it is stored under, e.g. "amazon-anthropic-2026-04"."""

    id: str
    deal: Deal


# --- which there are ----------------------------------------------------------------------------


def candidates(
    session: Session, companies: Sequence[str], *, since: datetime
) -> tuple[StoredDeal, ...]:
    """Deals with at least one of these companies, changed since then; the latest first.

    Keeps other writers out until the transaction ends: who finds no deal here may open one.
    """
    one_writer(session)
    with_company = select(DealCompanyRow.deal_id).where(col(DealCompanyRow.company).in_(companies))
    return _stored(session, col(DealRow.id).in_(with_company), col(DealRow.updated_at) >= since)


def all_deals(session: Session, *, since: datetime | None = None) -> tuple[StoredDeal, ...]:
    """Every deal, or those changed since then; the latest first."""
    return _stored(session, *([] if since is None else [col(DealRow.updated_at) >= since]))


def get_deal(session: Session, deal_id: str) -> StoredDeal | None:
    """The deal of this id."""
    return next(iter(_stored(session, col(DealRow.id) == deal_id)), None)


def _stored(session: Session, *conditions: sa.ColumnElement[bool]) -> tuple[StoredDeal, ...]:
    rows = session.exec(
        select(DealRow.id, DealRow.value)
        .where(*conditions)
        .order_by(col(DealRow.updated_at).desc(), col(DealRow.id))
    )
    return tuple(StoredDeal(id=deal_id, deal=deal_from_json(value)) for deal_id, value in rows)


# --- what reports them --------------------------------------------------------------------------


def evidence(session: Session, deal_id: str) -> tuple[Evidence, ...]:
    """What each entry of the deal says, in the order they came in."""
    return tuple(
        Evidence(
            entry_id=entry.id or 0,
            title=entry.title,
            reading=reading_from_json(entry.reading),
            seen_at=entry.seen_at,
            publisher=entry.publisher,
            url=entry.url,
            published_at=entry.published_at,
        )
        for entry in _entries(session, deal_id)
        if entry.reading is not None
    )


def sources(session: Session, deal_id: str) -> tuple[Source, ...]:
    """The entries of the deal as they are shown to people, in the order they came in."""
    return tuple(
        Source(
            entry_id=entry.id or 0,
            title=entry.title,
            publisher=entry.publisher,
            url=entry.url,
            published_at=entry.published_at or entry.seen_at,
        )
        for entry in _entries(session, deal_id)
    )


def deal_of_entry(session: Session, entry_id: int) -> str | None:
    """The id of the deal an entry reports."""
    deal_id = select(DealEntryRow.deal_id).where(DealEntryRow.entry_id == entry_id)
    return session.exec(deal_id).one_or_none()


def _entries(session: Session, deal_id: str) -> Sequence[EntryRow]:
    return session.exec(
        select(EntryRow)
        .join(DealEntryRow, col(DealEntryRow.entry_id) == EntryRow.id)
        .where(DealEntryRow.deal_id == deal_id)
        .order_by(col(EntryRow.id))
    ).all()


# --- storing ------------------------------------------------------------------------------------


def open_deal(session: Session, deal: Deal, *, slug: str, entry_id: int, now: datetime) -> str:
    """Store a new deal with the entry that reports it; its id is the slug, or slug-2, slug-3."""
    one_writer(session)
    deal_id = next(name for name in _names(slug) if _insert(session, name, deal, now))
    _add_companies(session, deal_id, deal.companies)
    join_deal(session, deal_id, entry_id)
    return deal_id


def join_deal(session: Session, deal_id: str, entry_id: int) -> None:
    """Note that an entry reports this deal. One that reports a deal already is refused."""
    session.add(DealEntryRow(deal_id=deal_id, entry_id=entry_id))
    session.flush()


def save_deal(session: Session, deal_id: str, deal: Deal) -> None:
    """Replace what is known of a deal."""
    session.exec(
        sa.update(DealRow)
        .where(col(DealRow.id) == deal_id)
        .values(**_columns(deal))
        .execution_options(synchronize_session=False)
    )
    session.exec(
        sa.delete(DealCompanyRow)
        .where(
            col(DealCompanyRow.deal_id) == deal_id,
            col(DealCompanyRow.company).not_in(deal.companies),
        )
        .execution_options(synchronize_session=False)
    )
    _add_companies(session, deal_id, deal.companies)


def _names(slug: str) -> Iterator[str]:
    short = slug[:SLUG_LENGTH]
    return (short if n == 1 else f"{short}-{n}" for n in count(1))


def _insert(session: Session, deal_id: str, deal: Deal, now: datetime) -> bool:
    added = session.exec(
        insert_new(session, DealRow)
        .values(id=deal_id, opened_at=now, **_columns(deal))
        .returning(col(DealRow.id))
    )
    return added.one_or_none() is not None


def _columns(deal: Deal) -> dict[str, object]:
    return {
        "title": deal.title,
        "status": deal.status,
        "value": to_json(deal),
        "announced_at": deal.announced_at,
        "updated_at": deal.updated_at,
    }


def _add_companies(session: Session, deal_id: str, companies: Sequence[str]) -> None:
    rows = [{"deal_id": deal_id, "company": company} for company in dict.fromkeys(companies)]
    if rows:
        session.exec(insert_new(session, DealCompanyRow), params=rows)
