"""The deals: which an entry may belong to, which entries report them, and what is known of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from parsers.types import Deal, Evidence, Source
from storage.codec import deal_from_json, reading_from_json, to_json
from storage.database import one_writer
from storage.tables import (
    METADATA,
    DealCompanyRow,
    DealEntryRow,
    DealRow,
    EntryRow,
    shorten_key,
)

# Leaves room for a number within the column.
SLUG_LENGTH = 190
# Plain inserts: who holds the right to write asks first. SQLAlchemy 2.0 compiles an ON CONFLICT
# anew each time, which takes longer than all the rest.
_ADD_DEAL: Final = sa.insert(METADATA.tables["deals"])
_ADD_COMPANY: Final = sa.insert(METADATA.tables["deal_companies"])
_ADD_ENTRY: Final = sa.insert(METADATA.tables["deal_entries"])


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDeal:
    """A deal and the name it is stored under, e.g. "amazon-anthropic-2026-04"."""

    id: str
    deal: Deal


# --- which there are ----------------------------------------------------------------------------


def candidates(
    session: Session, companies: Sequence[str], *, since: datetime
) -> tuple[StoredDeal, ...]:
    """Deals changed since then that a report of these companies may belong to; the latest first.

    Of several companies a deal has at least two, or no other than one of them. Keeps other writers
    out until the transaction ends: who finds no deal here may open one.
    """
    one_writer(session)
    company = col(DealCompanyRow.company)
    shared = select(DealCompanyRow.deal_id).where(company.in_(companies))
    if len(companies) > 1:
        other = aliased(DealCompanyRow)
        others = sa.exists().where(
            col(other.deal_id) == col(DealCompanyRow.deal_id), col(other.company).not_in(companies)
        )
        shared = shared.where(sa.or_(~others, _another(companies)))
    return _stored(session, col(DealRow.id).in_(shared), col(DealRow.updated_at) >= since)


def _another(companies: Sequence[str]) -> sa.ColumnElement[bool]:
    """Whether the deal has a second of these companies."""
    second = aliased(DealCompanyRow)
    return sa.exists().where(
        col(second.deal_id) == col(DealCompanyRow.deal_id),
        col(second.company) != col(DealCompanyRow.company),
        col(second.company).in_(companies),
    )


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
    deal_id = next(name for name in _names(slug) if not _is_taken(session, name))
    session.execute(_ADD_DEAL, [{"id": deal_id, "opened_at": now, **_columns(deal)}])
    _add_companies(session, deal_id, deal.companies)
    join_deal(session, deal_id, entry_id)
    return deal_id


def join_deal(session: Session, deal_id: str, entry_id: int) -> None:
    """Note that an entry reports this deal. One that reports a deal already is refused."""
    session.execute(_ADD_ENTRY, [{"deal_id": deal_id, "entry_id": entry_id}])


def save_deal(session: Session, deal_id: str, deal: Deal) -> None:
    """Replace what is known of a deal."""
    session.exec(
        sa.update(DealRow)
        .where(col(DealRow.id) == deal_id)
        .values(**_columns(deal))
        .execution_options(synchronize_session=False)
    )
    here = col(DealCompanyRow.deal_id) == deal_id
    known = set(session.exec(select(DealCompanyRow.company).where(here)))
    gone = known - {shorten_key(company) for company in deal.companies}
    if gone:
        session.exec(
            sa.delete(DealCompanyRow)
            .where(here, col(DealCompanyRow.company).in_(gone))
            .execution_options(synchronize_session=False)
        )
    _add_companies(session, deal_id, [one for one in deal.companies if one not in known])


def _names(slug: str) -> Iterator[str]:
    short = slug[:SLUG_LENGTH]
    return (short if n == 1 else f"{short}-{n}" for n in count(1))


def _is_taken(session: Session, deal_id: str) -> bool:
    return session.exec(select(DealRow.id).where(DealRow.id == deal_id)).one_or_none() is not None


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
        session.execute(_ADD_COMPANY, rows)
