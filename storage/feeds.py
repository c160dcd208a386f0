"""The feeds: which there are, which are due, and who is polling them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.sites import (
    add_missing_sites,
    claim_sites,
    has_come,
    note_gaps,
    release_idle_sites,
    release_sites,
    site_owners,
    sites_held,
)
from storage.tables import METADATA, FeedRow

# So often in a row a permanent redirect is seen before it is believed.
SIGHTINGS: Final = 3
# When a feed that was never polled has been due since.
_EVER: Final = datetime(1, 1, 1, tzinfo=UTC)
Outcome = Literal["new", "unchanged", "not_modified", "error", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSpec:
    """A feed as the configuration or a command names it.

    `site` is what it is asked together with; None where whoever names it does not know.
    `full_text` says whether its entries' pages are read too, None where nobody said.
    """

    url: str
    name: str | None = None
    publisher: str | None = None
    tags: tuple[str, ...] = ()
    site: str | None = None
    full_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedFeed:
    """A feed that is ours to poll until the lease ends, with its saved validators."""

    id: int
    url: str
    name: str | None
    publisher: str | None
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    fingerprints: bytes
    errors_in_row: int
    first_poll: bool
    interval_s: int | None = None
    newest_at: datetime | None = None
    deals_brought: int = 0
    not_modified_in_row: int = 0
    moved_to: str | None = None
    moved_seen: int = 0
    rhythm_s: int | None = None
    told: str | None = None
    full_text: str | None = None
    title: str | None = None
    last_success_at: datetime | None = None
    added_at: datetime | None = None


# What a `ClaimedFeed` is made of, and what says how long it has been waiting.
_CLAIMED: Final = (
    col(FeedRow.id),
    col(FeedRow.url),
    col(FeedRow.name),
    col(FeedRow.publisher),
    col(FeedRow.etag),
    col(FeedRow.last_modified),
    col(FeedRow.body_hash),
    col(FeedRow.fingerprints),
    col(FeedRow.errors_in_row),
    col(FeedRow.interval_s),
    col(FeedRow.newest_at),
    col(FeedRow.deals_brought),
    col(FeedRow.not_modified_in_row),
    col(FeedRow.moved_to),
    col(FeedRow.moved_seen),
    col(FeedRow.rhythm_s),
    col(FeedRow.told),
    col(FeedRow.full_text),
    col(FeedRow.title),
    col(FeedRow.last_success_at),
    col(FeedRow.added_at),
    col(FeedRow.next_check_at),
)

_ADD_FEED: Final = sa.insert(METADATA.tables["feeds"])

# --- which there are ----------------------------------------------------------------------------


def sync_feeds(session: Session, specs: Sequence[FeedSpec], *, now: datetime) -> None:
    """Make the stored feeds those of the configuration.

    A feed that left the configuration is marked removed and keeps its history; one added by
    command stays, unless the configuration names it too and so takes it over. A feed that moved
    may still be called by its old address there.
    """
    known = {feed.url: feed for feed in session.exec(select(FeedRow))}
    wanted = {spec.url: spec for spec in specs}
    for url, feed in known.items():
        spec = wanted.get(url) or wanted.get(feed.moved_from or "")
        if spec is None and feed.origin == "config":
            feed.state = "removed"
        elif spec is not None and not _is_merged(feed, known):
            _adopt(feed, spec, origin="config")
    before = {feed.moved_from for feed in known.values()}
    session.flush()
    rows = [
        _new_feed(spec, origin="config", now=now).model_dump(exclude={"id"})
        for url, spec in wanted.items()
        if url not in known and url not in before
    ]
    if rows:
        # Ten thousand objects that the session keeps track of take 20 MB more than their rows.
        session.connection().execute(_ADD_FEED, rows)


def _is_merged(feed: FeedRow, known: Mapping[str, FeedRow]) -> bool:
    """Whether a feed made way for the one at its new address, which is being polled."""
    other = known.get(feed.moved_to or "")
    left = feed.state == "removed" and feed.moved_seen >= SIGHTINGS
    return left and other is not None and other.state == "active"


def add_feed(session: Session, spec: FeedSpec, *, now: datetime) -> bool:
    """Add a feed by command, or bring a removed one back. False if we watch it already."""
    feed = get_feed(session, spec.url)
    if feed is None:
        session.add(_new_feed(spec, origin="command", now=now))
    elif feed.state == "removed":
        _adopt(feed, spec, origin="command")
    else:
        return False
    session.flush()
    return True


def remove_feed(session: Session, url: str) -> bool:
    """Stop watching a feed; its entries stay. False if we do not watch it."""
    return _set_state(session, url, "removed", among=("active", "paused", "gone"))


def pause_feed(session: Session, url: str) -> bool:
    """Do not poll a feed until it is resumed. False unless it was polled."""
    return _set_state(session, url, "paused", among=("active", "gone"))


def resume_feed(session: Session, url: str) -> bool:
    """Poll a paused or gone feed again, at once. False unless it was one."""
    return _set_state(session, url, "active", among=("paused", "gone"))


def name_sites(session: Session, site_of: Callable[[str], str]) -> None:
    """Find the site of every feed that has none: one that was added without, or moved."""
    unnamed = session.exec(
        select(FeedRow.id, FeedRow.url).where(col(FeedRow.site).is_(None)).order_by(col(FeedRow.id))
    ).all()
    if unnamed:
        named = [{"id": feed_id, "site": site_of(url)} for feed_id, url in unnamed]
        session.execute(sa.update(FeedRow), named)


def get_feed(session: Session, url: str) -> FeedRow | None:
    """The feed at this URL, in whatever state."""
    return session.exec(select(FeedRow).where(FeedRow.url == url)).one_or_none()


def all_feeds(session: Session) -> tuple[FeedRow, ...]:
    """Every feed, removed ones too, ordered by URL."""
    return tuple(session.exec(select(FeedRow).order_by(col(FeedRow.url))))


def _new_feed(spec: FeedSpec, *, origin: str, now: datetime) -> FeedRow:
    return FeedRow(
        url=spec.url,
        name=spec.name,
        publisher=spec.publisher,
        tags=list(spec.tags),
        origin=origin,
        site=spec.site,
        full_text=spec.full_text,
        added_at=now,
    )


def _adopt(feed: FeedRow, spec: FeedSpec, *, origin: str) -> None:
    said = (feed.name, feed.publisher, tuple(feed.tags), feed.full_text, feed.origin)
    if said != (spec.name, spec.publisher, spec.tags, spec.full_text, origin):
        feed.name, feed.publisher, feed.tags = spec.name, spec.publisher, list(spec.tags)
        feed.full_text, feed.origin = spec.full_text, origin
    if feed.state == "removed":
        feed.state, feed.next_check_at, feed.errors_in_row = "active", None, 0
        feed.error_code = feed.error_detail = feed.moved_to = feed.told = None
        feed.moved_seen = 0


def _set_state(session: Session, url: str, state: str, *, among: Sequence[str]) -> bool:
    changed = session.exec(
        sa.update(FeedRow)
        .where(col(FeedRow.url) == url, col(FeedRow.state).in_(among))
        .values(state=state, next_check_at=None)
    )
    return changed.rowcount == 1


# --- which are due ------------------------------------------------------------------------------


def claim_due(  # noqa: PLR0913 - all by name
    session: Session,
    *,
    owner: str,
    now: datetime,
    lease: timedelta,
    limit: int | None = None,
    every: bool = False,
    longest: timedelta | None = None,
) -> tuple[ClaimedFeed, ...]:
    """Take the feeds whose time has come, those waiting longest first; no other owner gets them.

    Their sites are taken with them: feeds of a site that is another's, or asked to be left alone,
    stay where they are. A feed without a site is asked without regard to others.

    Args:
        session: of a transaction the caller commits.
        owner: names this process; a lease of an owner that is gone ends by itself.
        now: the time.
        lease: how long they are ours.
        limit: at most so many.
        every: also those whose time has not come.
        longest: no time is ever set further ahead than this; one that is comes from a clock that
            was wrong, and is past.
    """
    due = _due(now, every=every, longest=longest)
    add_missing_sites(session)
    # Sites before feeds, in every claim: and neither waits for what another claim holds.
    claim_sites(
        session,
        _waiting_sites(due),
        owner=owner,
        now=now,
        until=now + lease,
        limit=limit,
        ahead=now + longest if longest else None,
    )
    feeds = _claim_feeds(session, due, owner=owner, now=now, until=now + lease, limit=limit)
    release_idle_sites(session, owner, now)
    return feeds


def _due(now: datetime, *, every: bool, longest: timedelta | None) -> sa.ColumnElement[bool]:
    # A time further ahead than any of ours was set by a clock that has been put right since.
    ahead = now + longest if longest else None
    return sa.and_(
        col(FeedRow.state) == "active",
        has_come(col(FeedRow.lease_until), now, not_after=ahead),
        sa.true() if every else has_come(col(FeedRow.next_check_at), now, not_after=ahead),
    )


def _waiting_sites(due: sa.ColumnElement[bool]) -> sa.Subquery:
    since = sa.func.min(sa.func.coalesce(col(FeedRow.next_check_at), _EVER))
    named = col(FeedRow.site).is_not(None)
    waiting = sa.select(col(FeedRow.site), since.label("since")).where(due, named)
    return waiting.group_by(col(FeedRow.site)).subquery("waiting")


def _claim_feeds(  # noqa: PLR0913 - all by name
    session: Session,
    due: sa.ColumnElement[bool],
    *,
    owner: str,
    now: datetime,
    until: datetime,
    limit: int | None,
) -> tuple[ClaimedFeed, ...]:
    site = col(FeedRow.site)
    free = (
        select(FeedRow.id)
        .where(due, sa.or_(site.is_(None), site.in_(sites_held(owner, now))))
        .order_by(col(FeedRow.next_check_at).asc().nulls_first(), col(FeedRow.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
        # As a subquery PostgreSQL may run it again for each row and lock other feeds.
        .cte("free")
    )
    claimed = session.execute(
        sa.update(FeedRow)
        .where(col(FeedRow.id).in_(select(free.c.id)))
        .values(lease_owner=owner, lease_until=until)
        # Not whole rows: making ten thousand of them took five times as long as all else.
        .returning(*_CLAIMED)
        .execution_options(synchronize_session=False)
    )
    waiting = sorted(claimed, key=lambda feed: (feed.next_check_at or _EVER, feed.id))
    return tuple(map(_claimed, waiting))


def _claimed(feed: sa.Row[tuple[object, ...]]) -> ClaimedFeed:
    return ClaimedFeed(
        id=feed.id,
        url=feed.url,
        name=feed.name,
        publisher=feed.publisher,
        etag=feed.etag,
        last_modified=feed.last_modified,
        body_hash=feed.body_hash,
        fingerprints=feed.fingerprints,
        errors_in_row=feed.errors_in_row,
        first_poll=feed.last_success_at is None,
        interval_s=feed.interval_s,
        newest_at=feed.newest_at,
        deals_brought=feed.deals_brought,
        not_modified_in_row=feed.not_modified_in_row,
        moved_to=feed.moved_to,
        moved_seen=feed.moved_seen,
        rhythm_s=feed.rhythm_s,
        told=feed.told,
        full_text=feed.full_text,
        title=feed.title,
        last_success_at=feed.last_success_at,
        added_at=feed.added_at,
    )


def count_leased(session: Session, *, now: datetime) -> int:
    """How many feeds are being polled, by whomever."""
    held = col(FeedRow.lease_until) > now
    return session.exec(select(sa.func.count()).select_from(FeedRow).where(held)).one()


def lease_owners(session: Session) -> frozenset[str]:
    """Who holds feeds or sites, also past the end of a lease."""
    owners = select(FeedRow.lease_owner).where(col(FeedRow.lease_owner).is_not(None)).distinct()
    return frozenset(owner for owner in session.exec(owners) if owner) | site_owners(session)


def release_leases(
    session: Session, owner: str, *, ask_after: Mapping[str, datetime] | None = None
) -> int:
    """Give back all feeds and sites of an owner that stops or is gone; how many feeds.

    `ask_after` has the sites asked a moment ago, and when they may be asked again.
    """
    released = session.exec(
        sa.update(FeedRow)
        .where(col(FeedRow.lease_owner) == owner)
        .values(lease_owner=None, lease_until=None)
        .execution_options(synchronize_session=False)
    )
    note_gaps(session, owner, ask_after or {})
    release_sites(session, owner)
    return released.rowcount
