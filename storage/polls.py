"""Note on a feed how its poll ended, and give it back."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from storage.feeds import get_feed
from storage.tables import FeedRow


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


def record_success(  # noqa: PLR0913 - one name per column
    session: Session,
    feed_id: int,
    *,
    owner: str,
    now: datetime,
    plan: Plan,
    title: str | None,
    etag: str | None,
    last_modified: str | None,
    body_hash: str | None,
    fingerprints: bytes,
    newest_at: datetime | None = None,
    deals: int = 0,
) -> bool:
    """The feed was read and its entries are in: save its validators and give it back.

    `newest_at` is the date of its newest entry, `deals` how many deals this poll brought. False,
    and nothing saved, if it is no longer ours: then another owner's poll counts.
    """
    return _give_back(
        session,
        feed_id,
        owner,
        **_healthy(plan, now),
        title=sa.func.coalesce(title or None, FeedRow.title),
        etag=etag,
        last_modified=last_modified,
        body_hash=body_hash,
        fingerprints=fingerprints,
        newest_at=newest_at,
        deals_brought=FeedRow.deals_brought + deals,
    )


def record_unchanged(
    session: Session, feed_id: int, *, owner: str, now: datetime, plan: Plan
) -> bool:
    """The feed has nothing new: note that it is well and give it back. False if not ours."""
    return _give_back(session, feed_id, owner, **_healthy(plan, now))


def record_failure(  # noqa: PLR0913 - one name per column
    session: Session,
    feed_id: int,
    *,
    owner: str,
    now: datetime,
    next_check_at: datetime,
    code: str,
    detail: str,
    gone: bool = False,
    counts: bool = True,
) -> bool:
    """The feed could not be read: keep the validators, give it back. False if not ours.

    `gone` takes it out of the polls until someone resumes it. What does not count is no fault of
    the feed's, and its health stays as it was.
    """
    told: dict[str, object] = {
        "errors_in_row": FeedRow.errors_in_row + 1,
        "error_code": code,
        "error_detail": detail,
    }
    given_back = _give_back(
        session,
        feed_id,
        owner,
        next_check_at=next_check_at,
        last_checked_at=now,
        **(told if counts else {}),
    )
    if given_back and gone:
        session.exec(
            sa.update(FeedRow)
            .where(col(FeedRow.id) == feed_id, col(FeedRow.state) == "active")
            .values(state="gone")
        )
    return given_back


def adopt_move(session: Session, feed_id: int, url: str) -> str | None:
    """Give a feed the address it moved to, and say so in a sentence.

    If another feed is polled there, this one makes way. If one is kept there that is not polled,
    nothing changes (None): the redirect leads to the entries still.
    """
    other = get_feed(session, url)
    if other is not None and other.state != "active":
        return None
    values: dict[str, object] = {
        "url": url,
        "moved_from": sa.func.coalesce(FeedRow.moved_from, FeedRow.url),
        "moved_to": None,
        "moved_seen": 0,
    }
    told = f"moved for good to {url}; it is asked there from now on"
    if other is not None:
        told = f"moved for good to {url}, which is watched already; this one is removed"
        values = {"state": "removed", "error_detail": told}
    session.exec(
        sa.update(FeedRow)
        .where(col(FeedRow.id) == feed_id)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return told


def _healthy(plan: Plan, now: datetime) -> dict[str, object]:
    return {
        "next_check_at": plan.next_check_at,
        "interval_s": plan.interval_s,
        "not_modified_in_row": plan.not_modified_in_row,
        "moved_to": plan.moved_to,
        "moved_seen": plan.moved_seen,
        "last_checked_at": now,
        "last_success_at": now,
        "errors_in_row": 0,
        "error_code": None,
        "error_detail": None,
    }


def _give_back(session: Session, feed_id: int, owner: str, **values: object) -> bool:
    changed = session.exec(
        sa.update(FeedRow)
        .where(col(FeedRow.id) == feed_id, col(FeedRow.lease_owner) == owner)
        .values(lease_owner=None, lease_until=None, **values)
        .execution_options(synchronize_session=False)
    )
    return changed.rowcount == 1
