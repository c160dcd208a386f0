"""Note on feeds how their polls ended, and give them back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from storage.feeds import Outcome, get_feed
from storage.tables import METADATA, FeedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a healthy feed goes on.

    `interval_s` is what was decided for it, `not_modified_in_row` counts since its last body, and
    `moved_to` is where permanent redirects led, `moved_seen` times in a row.
    """

    next_check_at: datetime
    interval_s: int | None = None
    not_modified_in_row: int = 0
    moved_to: str | None = None
    moved_seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Success:
    """The feed was read and its entries are in: its new validators.

    `newest_at` is the date of its newest entry, `rhythm_s` the usual gap between two, `deals` how
    many deals this poll brought.
    """

    feed_id: int
    plan: Plan
    title: str | None
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    fingerprints: bytes
    newest_at: datetime | None = None
    rhythm_s: int | None = None
    deals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The feed is well and has nothing new: its validators stay."""

    feed_id: int
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """The feed could not be read: its validators stay.

    `gone` takes it out of the polls until someone resumes it. What does not count is no fault of
    the feed's, and its health stays as it was.
    """

    feed_id: int
    next_check_at: datetime
    code: str
    detail: str
    gone: bool = False
    counts: bool = True


End = Success | Unchanged | Failure


def record_ends(
    session: Session, ends: Sequence[End], *, owner: str, now: datetime
) -> frozenset[int]:
    """Note how polls ended and give the feeds back; the ids of those that were still ours.

    Of the others nothing is noted: then another owner's poll counts.
    """
    ours = _ours(session, [end.feed_id for end in ends], owner)
    rows: defaultdict[type[End], list[dict[str, object]]] = defaultdict(list)
    for end in ends:
        if end.feed_id in ours:
            rows[type(end)].append({f"to_{name}": to for name, to in _columns(end, now).items()})
    connection = session.connection()
    for kind, some in rows.items():
        connection.execute(_UPDATES[kind], some)
    return ours


def _ours(session: Session, feed_ids: Sequence[int], owner: str) -> frozenset[int]:
    held = session.connection().execute(_HELD, {"feeds": feed_ids, "owner": owner})
    return frozenset(held.scalars())


def _columns(end: End, now: datetime) -> dict[str, object]:
    """An end as the parameters of its update, see `_bind`."""
    common: dict[str, object] = {"feed_id": end.feed_id, "last_checked_at": now}
    if isinstance(end, Failure):
        return common | {
            "next_check_at": end.next_check_at,
            "errors": int(end.counts),
            "error_code": end.code if end.counts else None,
            "error_detail": end.detail if end.counts else None,
            "state": "gone" if end.gone else "active",
        }
    healthy = common | {
        "next_check_at": end.plan.next_check_at,
        "interval_s": end.plan.interval_s,
        "not_modified_in_row": end.plan.not_modified_in_row,
        "moved_to": end.plan.moved_to,
        "moved_seen": end.plan.moved_seen,
    }
    if isinstance(end, Unchanged):
        return healthy
    return healthy | {
        "title": end.title or None,
        "etag": end.etag,
        "last_modified": end.last_modified,
        "body_hash": end.body_hash,
        "fingerprints": end.fingerprints,
        "newest_at": end.newest_at,
        "rhythm_s": end.rhythm_s,
        "deals": end.deals,
    }


_FEEDS: Final = METADATA.tables["feeds"]
_POLLS: Final = METADATA.tables["polls"]
_ADD_POLL: Final = sa.insert(_POLLS)
# Made once: making a statement takes longer than having it answered.
_SOME_FEEDS: Final[sa.BindParameter[list[int]]] = sa.bindparam("feeds", expanding=True)
_HELD: Final = (
    sa.select(_FEEDS.c.id)
    .where(_FEEDS.c.id.in_(_SOME_FEEDS), _FEEDS.c.lease_owner == sa.bindparam("owner"))
    .with_for_update()
)
_FORGET: Final = sa.delete(_POLLS).where(
    _POLLS.c.feed_id.in_(_SOME_FEEDS), _POLLS.c.polled_at < sa.bindparam("before")
)
# Two thousand feeds are asked two hundred thousand times a day.
_POLLS_KEPT: Final = timedelta(days=30)


def _bind(column: str) -> sa.BindParameter[object]:
    """A parameter that goes into a column; SQLAlchemy keeps the column's own name for itself."""
    return sa.bindparam(f"to_{column}", type_=_FEEDS.c[column].type)


def _update(*columns: str, **values: object) -> sa.Update:
    """An update of many feeds at once, which are given back with it."""
    always = ("last_checked_at", "next_check_at")
    changed: dict[str, object] = {name: _bind(name) for name in (*always, *columns)}
    back: dict[str, object] = {"lease_owner": None, "lease_until": None}
    here = _FEEDS.c.id == sa.bindparam("to_feed_id")
    return sa.update(_FEEDS).where(here).values(changed | back | values)


_PLAN: Final = ("interval_s", "not_modified_in_row", "moved_to", "moved_seen")
_WELL: Final[dict[str, object]] = {
    "last_success_at": _bind("last_checked_at"),
    "errors_in_row": 0,
    "error_code": None,
    "error_detail": None,
}
_UPDATES: Final[dict[type[End], sa.Update]] = {
    Unchanged: _update(*_PLAN, **_WELL),
    Success: _update(
        *_PLAN,
        *("etag", "last_modified", "body_hash", "fingerprints", "newest_at"),
        **_WELL,
        title=sa.func.coalesce(_bind("title"), _FEEDS.c.title),
        rhythm_s=sa.func.coalesce(_bind("rhythm_s"), _FEEDS.c.rhythm_s),
        deals_brought=_FEEDS.c.deals_brought + sa.bindparam("to_deals", type_=sa.Integer),
    ),
    Failure: _update(
        errors_in_row=_FEEDS.c.errors_in_row + sa.bindparam("to_errors", type_=sa.Integer),
        error_code=sa.func.coalesce(_bind("error_code"), _FEEDS.c.error_code),
        error_detail=sa.func.coalesce(_bind("error_detail"), _FEEDS.c.error_detail),
        # Somebody may have paused it meanwhile.
        state=sa.case((_FEEDS.c.state == "active", _bind("state")), else_=_FEEDS.c.state),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One look at a feed. `error` is the short code and goes with the outcome "error" only."""

    feed_id: int
    polled_at: datetime
    outcome: Outcome
    error: str | None = None
    detail: str | None = None
    new: int = 0
    ms: int = 0


def add_polls(session: Session, polls: Sequence[Poll]) -> None:
    """Write polls down, and forget those of the same feeds that are older than a month."""
    if not polls:
        return
    session.connection().execute(_ADD_POLL, [_poll_columns(poll) for poll in polls])
    feeds = sorted({poll.feed_id for poll in polls})
    before = max(poll.polled_at for poll in polls) - _POLLS_KEPT
    session.connection().execute(_FORGET, {"feeds": feeds, "before": before})


def _poll_columns(poll: Poll) -> dict[str, object]:
    return {name: getattr(poll, name) for name in Poll.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A feed's new address; `merged` where another feed is watched there, and this one removed."""

    url: str
    merged: bool


def adopt_move(session: Session, feed_id: int, url: str) -> Move | None:
    """Give a feed the address it moved to.

    If another feed is polled there, this one makes way. If one is kept there that is not polled,
    nothing changes (None): the redirect leads to the entries still.
    """
    other = get_feed(session, url)
    if other is not None and other.state != "active":
        return None
    move = Move(url=url, merged=other is not None)
    values: dict[str, object] = {
        "url": url,
        "site": None,
        "moved_from": sa.func.coalesce(FeedRow.moved_from, FeedRow.url),
        "moved_to": None,
        "moved_seen": 0,
    }
    if move.merged:
        told = f"moved for good to {url}, which is watched already; this one is removed"
        values = {"state": "removed", "error_detail": told}
    session.exec(
        sa.update(FeedRow)
        .where(col(FeedRow.id) == feed_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return move
