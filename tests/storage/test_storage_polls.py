"""What becomes of a poll: validators, errors, leases and history."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage.feeds import (
    ClaimedFeed,
    FeedSpec,
    add_feed,
    all_feeds,
    claim_due,
    get_feed,
    lease_owners,
    pause_feed,
    release_leases,
    resume_feed,
    sync_feeds,
)
from storage.polls import (
    End,
    Failure,
    Move,
    Plan,
    Poll,
    Success,
    Unchanged,
    add_polls,
    adopt_move,
    record_ends,
)
from storage.tables import FeedRow
from tests.rows import all_polls

LEASE = timedelta(minutes=2)
LATER = timedelta(minutes=15)
ONE = "https://one.example/feed"
TWO = "https://two.example/feed"


def stored(session: Session) -> FeedRow:
    """The feed, read anew."""
    session.expire_all()
    feed = get_feed(session, ONE)
    assert feed is not None
    return feed


def end(session: Session, ending: End, now: datetime, owner: str = "me") -> bool:
    """Record how a poll ended; whether the feed was still ours."""
    return record_ends(session, [ending], owner=owner, now=now) == {ending.feed_id}


def succeed(
    session: Session,
    feed: ClaimedFeed,
    now: datetime,
    *,
    plan: Plan | None = None,
    title: str | None = "One's news",
    deals: int = 0,
) -> bool:
    """Record a whole success."""
    success = Success(
        feed_id=feed.id,
        plan=plan or Plan(next_check_at=now + LATER),
        newest_at=now,
        rhythm_s=600,
        deals=deals,
        title=title,
        etag='"e1"',
        last_modified="Sun, 22 Nov 2026 12:00:00 GMT",
        body_hash="h1",
        fingerprints=b"12345678",
    )
    return end(session, success, now)


def fail(
    session: Session,
    feed: ClaimedFeed,
    now: datetime,
    *,
    gone: bool = False,
    counts: bool = True,
) -> bool:
    """Record a failure."""
    failure = Failure(
        feed_id=feed.id,
        next_check_at=now + LATER,
        code="http_404",
        detail="the server has no such page",
        gone=gone,
        counts=counts,
    )
    return end(session, failure, now)


@pytest.fixture
def claimed(session: Session, now: datetime) -> ClaimedFeed:
    """A feed that is ours."""
    add_feed(session, FeedSpec(url=ONE), now=now)
    (feed,) = claim_due(session, owner="me", now=now, lease=LEASE)
    return feed


def test_a_claim_brings_the_saved_validators(session: Session, now: datetime) -> None:
    """The next poll can ask whether anything changed."""
    add_feed(session, FeedSpec(url=ONE, name="One", publisher="P"), now=now)
    (first,) = claim_due(session, owner="me", now=now, lease=LEASE)
    succeed(session, first, now)

    (second,) = claim_due(session, owner="me", now=now + LATER, lease=LEASE)

    assert first.first_poll
    assert second == ClaimedFeed(
        id=first.id,
        url=ONE,
        name="One",
        publisher="P",
        etag='"e1"',
        last_modified="Sun, 22 Nov 2026 12:00:00 GMT",
        body_hash="h1",
        fingerprints=b"12345678",
        errors_in_row=0,
        first_poll=False,
        newest_at=now,
        rhythm_s=600,
        title="One's news",
        last_success_at=now,
        added_at=now,
    )


def test_failures_are_counted_and_a_success_forgets_them(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """The next claim tells how often it failed in a row; the reason stands beside the feed."""
    fail(session, claimed, now)
    broken = stored(session)
    shown = (broken.error_code, broken.error_detail, broken.last_success_at, broken.next_check_at)
    (again,) = claim_due(session, owner="me", now=now + LATER, lease=LEASE)
    succeed(session, again, now + LATER)

    healthy = stored(session)
    assert shown == ("http_404", "the server has no such page", None, now + LATER)
    assert again.errors_in_row == 1
    assert (healthy.errors_in_row, healthy.error_code, healthy.error_detail) == (0, None, None)
    assert (healthy.title, healthy.last_success_at) == ("One's news", now + LATER)
    assert lease_owners(session) == frozenset()


def test_an_unchanged_feed_keeps_its_validators(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """A 304 counts as a success and moves only the times."""
    succeed(session, claimed, now)
    (again,) = claim_due(session, owner="me", now=now + LATER, lease=LEASE)

    unchanged = Unchanged(feed_id=again.id, plan=Plan(next_check_at=now + 2 * LATER))
    ours = end(session, unchanged, now + LATER)

    feed = stored(session)
    assert ours
    assert (feed.etag, feed.body_hash, feed.title) == ('"e1"', "h1", "One's news")
    assert (feed.last_success_at, feed.next_check_at) == (now + LATER, now + 2 * LATER)


def test_a_feed_without_a_title_keeps_the_one_it_had(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """One bad answer does not make a feed nameless."""
    succeed(session, claimed, now)
    (again,) = claim_due(session, owner="me", now=now + LATER, lease=LEASE)

    succeed(session, again, now, title="")

    assert stored(session).title == "One's news"


def test_a_poll_that_lost_its_lease_changes_nothing(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """A worker that slept through its lease cannot overwrite what the next one saved."""
    claim_due(session, owner="next", now=now + LEASE, lease=LEASE)

    late = [
        succeed(session, claimed, now + LEASE),
        fail(session, claimed, now + LEASE, gone=True),
        end(session, Unchanged(feed_id=claimed.id, plan=Plan(next_check_at=now)), now),
    ]

    feed = stored(session)
    assert late == [False, False, False]
    assert (feed.etag, feed.errors_in_row, feed.lease_owner, feed.state) == (
        None,
        0,
        "next",
        "active",
    )


def test_a_feed_that_is_gone_is_polled_again_only_when_resumed(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """410 means for good; the reason stays to be read."""
    fail(session, claimed, now, gone=True)
    polled = claim_due(session, owner="me", now=now + LATER, lease=LEASE, every=True)

    resumed = resume_feed(session, ONE)

    assert (polled, resumed) == ((), True)
    assert len(claim_due(session, owner="me", now=now, lease=LEASE)) == 1


def test_polls_are_listed_newest_first(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """The history of a feed can be read."""
    first = Poll(feed_id=claimed.id, polled_at=now, outcome="new", new=3, ms=120)
    second = Poll(
        feed_id=claimed.id,
        polled_at=now + LATER,
        outcome="error",
        error="timeout",
        detail="no answer within 30 s",
    )
    add_polls(session, [first, second])
    add_polls(session, [])

    polls = all_polls(session, claimed.id)

    assert [(poll.outcome, poll.error, poll.new, poll.ms) for poll in polls] == [
        ("error", "timeout", 0, 0),
        ("new", None, 3, 120),
    ]


def test_polls_are_kept_for_a_month(session: Session, claimed: ClaimedFeed, now: datetime) -> None:
    """The history of a feed does not grow for ever."""
    days = [now + timedelta(days=day) for day in (0, 1, 30, 31)]

    for day in days:
        add_polls(session, [Poll(feed_id=claimed.id, polled_at=day, outcome="unchanged")])

    kept = [poll.polled_at for poll in all_polls(session, claimed.id)]
    assert kept == list(reversed(days[1:]))


def test_many_polls_are_recorded_together(session: Session, now: datetime) -> None:
    """Each feed gets its own ending; one that another owner has by now gets none."""
    urls = [f"https://{number}.example/feed" for number in range(4)]
    sync_feeds(session, [FeedSpec(url=url) for url in urls], now=now)
    well, same, broken, lost = claim_due(session, owner="me", now=now, lease=LEASE)
    plan = Plan(next_check_at=now + LATER)
    release_leases(session, "me")
    claim_due(session, owner="next", now=now, lease=LEASE, limit=3)
    ends = (
        Success(feed_id=well.id, plan=plan, title="Well", etag="e", last_modified=None,
                body_hash="h", fingerprints=b""),
        Unchanged(feed_id=same.id, plan=plan),
        Failure(feed_id=broken.id, next_check_at=now, code="timeout", detail="no answer"),
        Unchanged(feed_id=lost.id, plan=plan),
    )  # fmt: skip

    ours = record_ends(session, ends, owner="next", now=now)

    session.expire_all()
    shown = [(feed.title, feed.error_code, feed.last_success_at) for feed in all_feeds(session)]
    assert ours == {well.id, same.id, broken.id}
    assert shown == [("Well", None, now), (None, None, now), (None, "timeout", None), (None,) * 3]


def test_a_feed_keeps_its_own_schedule(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """What was decided for it, its newest entry and the deals it brought come with the claim."""
    plan = Plan(next_check_at=now + LATER, interval_s=3600, moved_to=TWO, moved_seen=2)
    succeed(session, claimed, now, plan=plan, deals=2)
    (again,) = claim_due(session, owner="me", now=now + LATER, lease=LEASE)
    unchanged = Plan(next_check_at=now + 2 * LATER, interval_s=3600, not_modified_in_row=7)
    end(session, Unchanged(feed_id=again.id, plan=unchanged), now + LATER)

    (last,) = claim_due(session, owner="me", now=now + 2 * LATER, lease=LEASE)

    assert (again.interval_s, again.newest_at, again.deals_brought) == (3600, now, 2)
    assert (again.moved_to, again.moved_seen) == (TWO, 2)
    assert (last.interval_s, last.newest_at, last.deals_brought) == (3600, now, 2)
    assert (last.moved_to, last.moved_seen, last.not_modified_in_row) == (None, 0, 7)


def test_what_is_no_fault_of_the_feed_leaves_its_health(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """A 429 or our own network down is not feed breakage: only the times move."""
    ours = fail(session, claimed, now, counts=False)

    feed = stored(session)
    assert ours
    assert (feed.errors_in_row, feed.error_code, feed.error_detail) == (0, None, None)
    assert (feed.last_checked_at, feed.next_check_at) == (now, now + LATER)
    assert lease_owners(session) == frozenset()


# --- moving -------------------------------------------------------------------------------------


def test_a_moved_feed_is_the_same_feed(session: Session, now: datetime) -> None:
    """It keeps its history at the new address, also where the configuration has the old one."""
    sync_feeds(session, [FeedSpec(url=ONE)], now=now)
    (feed,) = claim_due(session, owner="me", now=now, lease=LEASE)
    succeed(session, feed, now)

    move = adopt_move(session, feed.id, TWO)
    session.expire_all()
    sync_feeds(session, [FeedSpec(url=ONE, name="One")], now=now)

    (again,) = claim_due(session, owner="me", now=now, lease=LEASE, every=True)
    assert move == Move(url=TWO, merged=False)
    assert (again.id, again.url, again.name, again.etag) == (feed.id, TWO, "One", '"e1"')


def test_a_moved_feed_can_be_renamed_or_removed(session: Session, now: datetime) -> None:
    """The configuration may take over the new address, and it may drop the feed."""
    sync_feeds(session, [FeedSpec(url=ONE)], now=now)
    (feed,) = claim_due(session, owner="me", now=now, lease=LEASE)
    adopt_move(session, feed.id, TWO)
    session.expire_all()

    sync_feeds(session, [FeedSpec(url=TWO)], now=now)
    (renamed,) = claim_due(session, owner="you", now=now + LEASE, lease=LEASE)
    sync_feeds(session, [], now=now)

    assert (renamed.id, renamed.url) == (feed.id, TWO)
    assert [one.state for one in all_feeds(session)] == ["removed"]


def test_a_redirect_to_a_known_feed_merges(session: Session, now: datetime) -> None:
    """The one makes way for the other, and stays away while that one is watched."""
    both = [FeedSpec(url=ONE), FeedSpec(url=TWO)]
    sync_feeds(session, both, now=now)
    feed = next(
        one for one in claim_due(session, owner="me", now=now, lease=LEASE) if one.url == ONE
    )
    succeed(session, feed, now, plan=Plan(next_check_at=now, moved_to=TWO, moved_seen=3))

    move = adopt_move(session, feed.id, TWO)
    session.expire_all()
    sync_feeds(session, both, now=now)
    merged = stored(session).state
    add_feed(session, FeedSpec(url=ONE), now=now)

    revived = stored(session)
    assert move == Move(url=TWO, merged=True)
    assert merged == "removed"
    assert (revived.state, revived.moved_to, revived.moved_seen) == ("active", None, 0)


def test_no_feed_makes_way_for_one_that_is_not_polled(
    session: Session, claimed: ClaimedFeed, now: datetime
) -> None:
    """Where the other feed is paused or removed, the redirect is followed as before."""
    add_feed(session, FeedSpec(url=TWO), now=now)
    pause_feed(session, TWO)

    move = adopt_move(session, claimed.id, TWO)

    assert move is None
    assert (stored(session).url, stored(session).state) == (ONE, "active")
