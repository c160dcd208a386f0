"""The deals: which an entry may belong to, which entries report them, and what is known of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session

from parsers.types import Deal, Evidence, Source
from storage.codec import deal_from_json, reading_from_json, to_json
from storage.database import one_writer
from storage.tables import METADATA, shorten_key

# Leaves room for a number within the column.
SLUG_LENGTH = 190


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDeal:
    """A deal and the name it is stored under, e.g. "amazon-anthropic-2026-04"."""

    id: str
    deal: Deal


# --- the statements -----------------------------------------------------------------------------

# Made once, of tables, not of mapped classes: a report of a deal asks half a dozen of them, and
# making one takes longer than having it answered. Plain inserts: who holds the right to write asks
# first, and SQLAlchemy 2.0 compiles an ON CONFLICT anew each time.
_DEALS: Final = METADATA.tables["deals"]
_COMPANIES: Final = METADATA.tables["deal_companies"]
_REPORTS: Final = METADATA.tables["deal_entries"]
_ENTRIES: Final = METADATA.tables["entries"]

_ADD_DEAL: Final = sa.insert(_DEALS)
_ADD_COMPANY: Final = sa.insert(_COMPANIES)
_ADD_REPORT: Final = sa.insert(_REPORTS)

_ALL: Final = sa.select(_DEALS.c.id, _DEALS.c.value).order_by(
    _DEALS.c.updated_at.desc(), _DEALS.c.id
)
_SINCE: Final = _ALL.where(_DEALS.c.updated_at >= sa.bindparam("since"))
_THIS: Final = _ALL.where(_DEALS.c.id == sa.bindparam("deal_id"))
_IS_TAKEN: Final = sa.select(_DEALS.c.id).where(_DEALS.c.id == sa.bindparam("deal_id"))

_THESE: Final[sa.BindParameter[list[str]]] = sa.bindparam("companies", expanding=True)
_OTHER: Final = _COMPANIES.alias()
_SAME_DEAL: Final = _OTHER.c.deal_id == _COMPANIES.c.deal_id
# Whether a deal has a company that is none of these, and whether it has a second one of them.
_HAS_OTHERS: Final = sa.exists().where(_SAME_DEAL, _OTHER.c.company.not_in(_THESE))
_HAS_ANOTHER: Final = sa.exists().where(
    _SAME_DEAL, _OTHER.c.company != _COMPANIES.c.company, _OTHER.c.company.in_(_THESE)
)
_OF_COMPANY: Final = sa.select(_COMPANIES.c.deal_id).where(_COMPANIES.c.company.in_(_THESE))
_OF_SEVERAL: Final = _OF_COMPANY.where(sa.or_(~_HAS_OTHERS, _HAS_ANOTHER))
_CANDIDATES: Final = {
    several: _SINCE.where(_DEALS.c.id.in_(_OF_SEVERAL if several else _OF_COMPANY))
    for several in (False, True)
}

_DEAL_OF_ENTRY: Final = sa.select(_REPORTS.c.deal_id).where(
    _REPORTS.c.entry_id == sa.bindparam("entry_id")
)
_REPORTED_IN: Final = (
    sa.select(
        _ENTRIES.c.id,
        _ENTRIES.c.title,
        _ENTRIES.c.reading,
        _ENTRIES.c.seen_at,
        _ENTRIES.c.publisher,
        _ENTRIES.c.url,
        _ENTRIES.c.published_at,
    )
    .join(_REPORTS, _REPORTS.c.entry_id == _ENTRIES.c.id)
    .where(_REPORTS.c.deal_id == sa.bindparam("deal_id"))
    .order_by(_ENTRIES.c.id)
)

# SQLAlchemy keeps a column's own name for itself in an update.
_SAVED: Final = ("title", "status", "value", "announced_at", "updated_at")
_SAVE: Final = (
    sa.update(_DEALS)
    .where(_DEALS.c.id == sa.bindparam("deal_id"))
    .values({name: sa.bindparam(f"to_{name}", type_=_DEALS.c[name].type) for name in _SAVED})
)
_COMPANIES_OF: Final = sa.select(_COMPANIES.c.company).where(
    _COMPANIES.c.deal_id == sa.bindparam("of_deal")
)
_REMOVE_COMPANIES: Final = sa.delete(_COMPANIES).where(
    _COMPANIES.c.deal_id == sa.bindparam("of_deal"), _COMPANIES.c.company.in_(_THESE)
)


# --- which there are ----------------------------------------------------------------------------


def candidates(
    session: Session, companies: Sequence[str], *, since: datetime
) -> tuple[StoredDeal, ...]:
    """Deals changed since then that a report of these companies may belong to; the latest first.

    Of several companies a deal has at least two, or no other than one of them. Keeps other writers
    out until the transaction ends: who finds no deal here may open one.
    """
    one_writer(session)
    found = _CANDIDATES[len(companies) > 1]
    return _stored(session, found, {"companies": list(companies), "since": since})


def all_deals(session: Session, *, since: datetime | None = None) -> tuple[StoredDeal, ...]:
    """Every deal, or those changed since then; the latest first."""
    if since is None:
        return _stored(session, _ALL, {})
    return _stored(session, _SINCE, {"since": since})


def get_deal(session: Session, deal_id: str) -> StoredDeal | None:
    """The deal of this id."""
    return next(iter(_stored(session, _THIS, {"deal_id": deal_id})), None)


def _stored(
    session: Session, asked: sa.Select[tuple[str, object]], parameters: Mapping[str, object]
) -> tuple[StoredDeal, ...]:
    rows = session.connection().execute(asked, parameters)
    return tuple(StoredDeal(id=deal_id, deal=deal_from_json(value)) for deal_id, value in rows)


# --- what reports them --------------------------------------------------------------------------


def evidence(session: Session, deal_id: str) -> tuple[Evidence, ...]:
    """What each entry of the deal says, in the order they came in."""
    return tuple(
        Evidence(
            entry_id=entry.id,
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
            entry_id=entry.id,
            title=entry.title,
            publisher=entry.publisher,
            url=entry.url,
            published_at=entry.published_at or entry.seen_at,
        )
        for entry in _entries(session, deal_id)
    )


def deal_of_entry(session: Session, entry_id: int) -> str | None:
    """The id of the deal an entry reports."""
    found = session.connection().execute(_DEAL_OF_ENTRY, {"entry_id": entry_id})
    return found.scalar_one_or_none()


def _entries(session: Session, deal_id: str) -> Sequence[sa.Row[tuple[object, ...]]]:
    return session.connection().execute(_REPORTED_IN, {"deal_id": deal_id}).all()


# --- storing ------------------------------------------------------------------------------------


def open_deal(session: Session, deal: Deal, *, slug: str, entry_id: int, now: datetime) -> str:
    """Store a new deal with the entry that reports it; its id is the slug, or slug-2, slug-3."""
    one_writer(session)
    deal_id = next(name for name in _names(slug) if not _is_taken(session, name))
    row = {"id": deal_id, "opened_at": now, **_columns(deal)}
    session.connection().execute(_ADD_DEAL, row)
    _add_companies(session, deal_id, deal.companies)
    join_deal(session, deal_id, entry_id)
    return deal_id


def join_deal(session: Session, deal_id: str, entry_id: int) -> None:
    """Note that an entry reports this deal. One that reports a deal already is refused."""
    session.connection().execute(_ADD_REPORT, {"deal_id": deal_id, "entry_id": entry_id})


def save_deal(session: Session, deal_id: str, deal: Deal) -> None:
    """Replace what is known of a deal."""
    connection = session.connection()
    saved = {f"to_{name}": value for name, value in _columns(deal).items()}
    connection.execute(_SAVE, {"deal_id": deal_id, **saved})
    known = set(connection.execute(_COMPANIES_OF, {"of_deal": deal_id}).scalars())
    gone = known - {shorten_key(company) for company in deal.companies}
    if gone:
        connection.execute(_REMOVE_COMPANIES, {"of_deal": deal_id, "companies": sorted(gone)})
    _add_companies(session, deal_id, [one for one in deal.companies if one not in known])


def _names(slug: str) -> Iterator[str]:
    short = slug[:SLUG_LENGTH]
    return (short if n == 1 else f"{short}-{n}" for n in count(1))


def _is_taken(session: Session, deal_id: str) -> bool:
    return session.connection().execute(_IS_TAKEN, {"deal_id": deal_id}).first() is not None


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
        session.connection().execute(_ADD_COMPANY, rows)
