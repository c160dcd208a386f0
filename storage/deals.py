"""The deals: which an entry may belong to, which entries report them, and what is known of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session

from parsers.types import Deal, Evidence, Source
from storage.codec import deal_from_json, reading_from_json, to_json
from storage.columns import shorten_key
from storage.database import one_writer
from storage.tables import METADATA

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
_ALERTS: Final = METADATA.tables["alerts"]

_ADD_DEAL: Final = sa.insert(_DEALS)
_ADD_COMPANY: Final = sa.insert(_COMPANIES)
_ADD_REPORT: Final = sa.insert(_REPORTS)

_ALL: Final = sa.select(_DEALS.c.id, _DEALS.c.value).order_by(
    _DEALS.c.updated_at.desc(), _DEALS.c.id
)
_SINCE: Final = _ALL.where(_DEALS.c.updated_at >= sa.bindparam("since"))
_THIS: Final = _ALL.where(_DEALS.c.id == sa.bindparam("deal_id"))
# A deal that became part of another leaves its name on the alerts that told of it.
_IS_TAKEN: Final = sa.union_all(
    sa.select(_DEALS.c.id).where(_DEALS.c.id == sa.bindparam("deal_id")),
    sa.select(_ALERTS.c.key).where(_ALERTS.c.key == sa.bindparam("first_alert")),
)

_THESE: Final[sa.BindParameter[list[str]]] = sa.bindparam("companies", expanding=True)
_ALONE: Final[sa.BindParameter[list[str]]] = sa.bindparam("alone", expanding=True)
_OF_ONE: Final = sa.select(_COMPANIES.c.deal_id).where(_COMPANIES.c.company.in_(_THESE))
_OF_SEVERAL: Final = _OF_ONE.group_by(_COMPANIES.c.deal_id).having(sa.func.count() > 1)
_OF_ALONE: Final = sa.select(_COMPANIES.c.deal_id).where(_COMPANIES.c.company.in_(_ALONE))

_DEAL_OF_ENTRY: Final = sa.select(_REPORTS.c.deal_id).where(
    _REPORTS.c.entry_id == sa.bindparam("entry_id")
)
_REPORTED: Final = (
    sa.select(
        _REPORTS.c.deal_id,
        _ENTRIES.c.id,
        _ENTRIES.c.title,
        _ENTRIES.c.reading,
        _ENTRIES.c.seen_at,
        _ENTRIES.c.publisher,
        _ENTRIES.c.url,
        _ENTRIES.c.published_at,
    )
    .join(_REPORTS, _REPORTS.c.entry_id == _ENTRIES.c.id)
    .order_by(_ENTRIES.c.id)
)
_REPORTED_IN: Final = _REPORTED.where(_REPORTS.c.deal_id == sa.bindparam("deal_id"))
_TOLD_SINCE: Final = _REPORTED.join(_DEALS, _DEALS.c.id == _REPORTS.c.deal_id).where(
    _DEALS.c.updated_at >= sa.bindparam("since")
)
_NEIGHBOURS: Final = {
    several: _TOLD_SINCE.where(
        sa.or_(
            _REPORTS.c.deal_id.in_(_OF_SEVERAL if several else _OF_ONE),
            _REPORTS.c.deal_id.in_(_OF_ALONE),
        )
    )
    for several in (False, True)
}
_OF_PAIR: Final = (
    sa.select(_DEALS.c.id)
    .where(_DEALS.c.id.in_(_OF_SEVERAL))
    .order_by(_DEALS.c.updated_at.desc(), _DEALS.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_RELEASE: Final = sa.delete(_REPORTS).where(
    _REPORTS.c.entry_id.in_(sa.bindparam("entry_ids", expanding=True))
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
    entries = _entries(session, deal_id)
    return tuple(_evidence_of(entry) for entry in entries if entry.reading is not None)


def neighbours(
    session: Session,
    companies: Sequence[str],
    *,
    alone: Sequence[str] = (),
    several: bool,
    since: datetime,
) -> dict[str, tuple[Evidence, ...]]:
    """What the entries of each deal say that a text may concern, by the deal's id.

    These are deals told of since a day that have one of the companies, or with `several` two of
    them, or are found by one of the names `alone`. Keeps other writers out until the transaction
    ends: who finds no deal here may open one.
    """
    one_writer(session)
    parameters = {"companies": list(companies), "alone": list(alone), "since": since}
    found: dict[str, list[Evidence]] = {}
    for entry in session.connection().execute(_NEIGHBOURS[several], parameters):
        if entry.reading is not None:
            found.setdefault(entry.deal_id, []).append(_evidence_of(entry))
    return {deal_id: tuple(texts) for deal_id, texts in found.items()}


def of_pair(session: Session, companies: Sequence[str], *, most: int) -> tuple[str, ...]:
    """The ids of the latest deals that have two of these companies, in order of their names."""
    parameters = {"companies": list(companies), "most": most}
    return tuple(sorted(session.connection().execute(_OF_PAIR, parameters).scalars()))


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


def _evidence_of(entry: sa.Row[tuple[object, ...]]) -> Evidence:
    return Evidence(
        entry_id=entry.id,
        title=entry.title,
        reading=reading_from_json(entry.reading),
        seen_at=entry.seen_at,
        publisher=entry.publisher,
        url=entry.url,
        published_at=entry.published_at,
    )


def _entries(session: Session, deal_id: str) -> Sequence[sa.Row[tuple[object, ...]]]:
    return session.connection().execute(_REPORTED_IN, {"deal_id": deal_id}).all()


# --- storing ------------------------------------------------------------------------------------


def open_deal(  # noqa: PLR0913 - one name per column
    session: Session,
    deal: Deal,
    *,
    slug: str,
    entry_id: int,
    now: datetime,
    further: Sequence[str] = (),
) -> str:
    """Store a new deal with the entry that reports it; its id is the slug, or slug-2, slug-3.

    It is found by its companies and by `further` names.
    """
    one_writer(session)
    deal_id = next(name for name in _names(slug) if not _is_taken(session, name))
    row = {"id": deal_id, "opened_at": now, **_columns(deal)}
    session.connection().execute(_ADD_DEAL, row)
    _add_companies(session, deal_id, [*deal.companies, *further])
    join_deal(session, deal_id, entry_id)
    return deal_id


def join_deal(session: Session, deal_id: str, entry_id: int) -> None:
    """Note that an entry reports this deal. One that reports a deal already is refused."""
    session.connection().execute(_ADD_REPORT, {"deal_id": deal_id, "entry_id": entry_id})


def release_entries(session: Session, entry_ids: Sequence[int]) -> None:
    """Let entries report no deal, so that they may join another."""
    session.connection().execute(_RELEASE, {"entry_ids": list(entry_ids)})


def save_deal(session: Session, deal_id: str, deal: Deal, *, further: Sequence[str] = ()) -> None:
    """Replace what is known of a deal, and the names it is found by: companies and `further`."""
    connection = session.connection()
    _save(session, deal_id, deal)
    known = set(connection.execute(_COMPANIES_OF, {"of_deal": deal_id}).scalars())
    names = [*deal.companies, *further]
    gone = known - {shorten_key(name) for name in names}
    if gone:
        connection.execute(_REMOVE_COMPANIES, {"of_deal": deal_id, "companies": sorted(gone)})
    _add_companies(session, deal_id, [one for one in names if shorten_key(one) not in known])


def relate(session: Session, deal_id: str, other: str, *, instead_of: Sequence[str] = ()) -> None:
    """Link a deal with another of the same sides, which others may have become part of."""
    stored = get_deal(session, deal_id)
    if stored is not None:
        related = sorted({*stored.deal.related, other} - set(instead_of))
        _save(session, deal_id, replace(stored.deal, related=tuple(related)))


def _save(session: Session, deal_id: str, deal: Deal) -> None:
    saved = {f"to_{name}": value for name, value in _columns(deal).items()}
    session.connection().execute(_SAVE, {"deal_id": deal_id, **saved})


def _names(slug: str) -> Iterator[str]:
    short = slug[:SLUG_LENGTH]
    return (short if n == 1 else f"{short}-{n}" for n in count(1))


def _is_taken(session: Session, deal_id: str) -> bool:
    parameters = {"deal_id": deal_id, "first_alert": f"{deal_id}#1"}
    return session.connection().execute(_IS_TAKEN, parameters).first() is not None


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
