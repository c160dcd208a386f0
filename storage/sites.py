"""The right to ask a site: one worker at a time has it, and nobody asks too early."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select

from storage.tables import FeedRow, SiteRow

# Whatever a server says, it is asked again after so long.
LONGEST_REST: Final = timedelta(days=1)

# --- who may ask --------------------------------------------------------------------------------


def add_missing_sites(session: Session) -> None:
    """Make every site that a feed names one that can be claimed."""
    known = sa.select(col(SiteRow.name)).where(col(SiteRow.name) == col(FeedRow.site))
    missing = (
        sa.select(col(FeedRow.site))
        .where(col(FeedRow.site).is_not(None), ~known.exists())
        .distinct()
        # Two that add the same ones wait for each other, so both must go in one order.
        .order_by(col(FeedRow.site))
    )
    session.execute(_insert(session).from_select(["name"], missing).on_conflict_do_nothing())


def claim_sites(  # noqa: PLR0913 - all by name
    session: Session,
    wanted: sa.Subquery,
    *,
    owner: str,
    now: datetime,
    until: datetime,
    limit: int | None = None,
    ahead: datetime | None = None,
) -> None:
    """Take those of the wanted sites that may be asked now and are nobody else's.

    Sites that another claim is looking at are left to it. What are ours already stay ours until
    then; what a site said of an earlier time is forgotten.

    Args:
        session: of a transaction the caller commits.
        wanted: the columns `site` and `since`, when the first of its feeds was due.
        owner: who takes them.
        now: the time.
        until: the end of the lease.
        limit: at most so many, those waiting longest.
        ahead: a time beyond this comes from a clock that was wrong, and is past.
    """
    free_again = has_come(col(SiteRow.lease_until), now, not_after=ahead)
    ours = sa.or_(free_again, col(SiteRow.lease_owner) == owner)
    free = (
        sa.select(col(SiteRow.name))
        .join(wanted, wanted.c.site == col(SiteRow.name))
        .where(ours, has_come(col(SiteRow.ask_after), now, not_after=ahead))
        .order_by(wanted.c.since, col(SiteRow.name))
        .limit(limit)
        .with_for_update(skip_locked=True, of=SiteRow)
        # As a subquery PostgreSQL may run it again for each row and lock other sites.
        .cte("free")
    )
    session.execute(
        sa.update(SiteRow)
        .where(col(SiteRow.name).in_(sa.select(free.c.name)))
        .values(lease_owner=owner, lease_until=until, ask_after=None, reason=None)
        .execution_options(synchronize_session=False)
    )


def sites_held(owner: str, now: datetime) -> sa.Select[tuple[str]]:
    """The query for the sites an owner may ask."""
    return sa.select(col(SiteRow.name)).where(
        col(SiteRow.lease_owner) == owner,
        col(SiteRow.lease_until) > now,
        has_come(col(SiteRow.ask_after), now),
    )


def release_idle_sites(session: Session, owner: str, now: datetime) -> None:
    """Give back the sites of which an owner holds no feed.

    Not those whose lease is over: another claim may hold them, and wait for ours.
    """
    at_work = sa.select(col(FeedRow.id)).where(
        col(FeedRow.site) == col(SiteRow.name), col(FeedRow.lease_owner) == owner
    )
    held = sa.and_(col(SiteRow.lease_owner) == owner, col(SiteRow.lease_until) > now)
    _release(session, held, ~at_work.exists())


def release_sites(session: Session, owner: str) -> None:
    """Give back all sites of an owner that stops or is gone."""
    _release(session, col(SiteRow.lease_owner) == owner)


def _release(session: Session, *which: sa.ColumnElement[bool]) -> None:
    session.execute(
        sa.update(SiteRow)
        .where(*which)
        .values(lease_owner=None, lease_until=None)
        .execution_options(synchronize_session=False)
    )


def site_owners(session: Session) -> frozenset[str]:
    """Who holds sites, also past the end of a lease."""
    owners = select(SiteRow.lease_owner).where(col(SiteRow.lease_owner).is_not(None)).distinct()
    return frozenset(owner for owner in session.exec(owners) if owner)


# --- when it may be asked -----------------------------------------------------------------------


def note_retry_after(
    session: Session, site: str, *, until: datetime, reason: str, now: datetime
) -> None:
    """A site asked to be left alone: nobody claims it before that time, or a day from now.

    If it asked for a longer rest before, that one counts.
    """
    new = _insert(session).values(
        name=site, ask_after=min(until, now + LONGEST_REST), reason=reason
    )
    session.execute(
        new.on_conflict_do_update(
            index_elements=[col(SiteRow.name)],
            set_={"ask_after": new.excluded.ask_after, "reason": new.excluded.reason},
            where=has_come(col(SiteRow.ask_after), new.excluded.ask_after),
        )
    )


def note_gaps(session: Session, owner: str, ask_after: Mapping[str, datetime]) -> None:
    """Sites that their owner asked a moment ago: who has them next waits for the gap to end."""
    for site in sorted(ask_after):
        session.execute(
            sa.update(SiteRow)
            .where(
                col(SiteRow.name) == site,
                col(SiteRow.lease_owner) == owner,
                has_come(col(SiteRow.ask_after), ask_after[site]),
            )
            .values(ask_after=ask_after[site])
            .execution_options(synchronize_session=False)
        )


def sites_at_rest(session: Session, now: datetime) -> tuple[SiteRow, ...]:
    """The sites that asked to be left alone and still are to be, ordered by name."""
    resting = (
        select(SiteRow)
        .where(col(SiteRow.ask_after) > now, col(SiteRow.reason).is_not(None))
        .order_by(col(SiteRow.name))
    )
    return tuple(session.exec(resting))


def has_come(
    time: Mapped[datetime | None],
    now: datetime | sa.ColumnElement[datetime],
    *,
    not_after: datetime | None = None,
) -> sa.ColumnElement[bool]:
    """Whether a time is past, none is set, or it lies beyond what can be meant."""
    come = sa.or_(time.is_(None), time <= now)
    return come if not_after is None else sa.or_(come, time > not_after)


def _insert(session: Session) -> postgresql.Insert | sqlite.Insert:
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(SiteRow)
    return sqlite.insert(SiteRow)
