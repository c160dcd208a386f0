"""Which feeds there are, who may poll them, and what becomes of a poll."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session

from storage.database import transaction
from storage.feeds import (
    FeedSpec,
    add_feed,
    all_feeds,
    claim_due,
    get_feed,
    lease_owners,
    pause_feed,
    release_leases,
    remove_feed,
    resume_feed,
    sync_feeds,
)
from storage.tables import FeedRow

LEASE = timedelta(minutes=2)
LATER = timedelta(minutes=15)
ONE = "https://one.example/feed"
TWO = "https://two.example/feed"


def stored(session: Session, url: str) -> FeedRow:
    """The feed of this URL, read anew."""
    session.expire_all()
    feed = get_feed(session, url)
    assert feed is not None
    return feed


def states(session: Session) -> dict[str, str]:
    """The state of every feed."""
    return {feed.url: feed.state for feed in all_feeds(session)}


# --- which there are ----------------------------------------------------------------------------


def test_feeds_of_the_configuration_are_added_once(session: Session, now: datetime) -> None:
    """Starting twice with one configuration changes nothing."""
    specs = [FeedSpec(url=TWO), FeedSpec(url=ONE, name="One", tags=("ai",))]

    sync_feeds(session, specs, now=now)
    sync_feeds(session, specs, now=now + LATER)

    feeds = all_feeds(session)
    assert [feed.url for feed in feeds] == [ONE, TWO]
    assert [(feed.name, feed.tags, feed.added_at) for feed in feeds] == [
        ("One", ["ai"], now),
        (None, [], now),
    ]


def test_a_feed_named_twice_in_the_configuration_is_one_feed(
    session: Session, now: datetime
) -> None:
    """The last word counts."""
    sync_feeds(session, [FeedSpec(url=ONE), FeedSpec(url=ONE, name="One")], now=now)

    assert [feed.name for feed in all_feeds(session)] == ["One"]


def test_a_feed_that_left_the_configuration_is_kept_as_removed(
    session: Session, now: datetime
) -> None:
    """Its history stays, it is polled no more, and a feed added by command is not touched."""
    sync_feeds(session, [FeedSpec(url=ONE)], now=now)
    add_feed(session, FeedSpec(url=TWO), now=now)

    sync_feeds(session, [], now=now)

    assert states(session) == {ONE: "removed", TWO: "active"}
    claimed = claim_due(session, owner="me", now=now, lease=LEASE)
    assert [feed.url for feed in claimed] == [TWO]


def test_a_feed_that_returns_to_the_configuration_starts_healthy(
    session: Session, now: datetime
) -> None:
    """It is due at once, with its old errors forgotten and its new name."""
    sync_feeds(session, [FeedSpec(url=ONE)], now=now)
    broken = stored(session, ONE)
    broken.errors_in_row, broken.next_check_at = 9, now + LATER
    sync_feeds(session, [], now=now)

    sync_feeds(session, [FeedSpec(url=ONE, name="Back")], now=now)

    (claimed,) = claim_due(session, owner="me", now=now, lease=LEASE)
    assert (claimed.url, claimed.name, claimed.errors_in_row) == (ONE, "Back", 0)


def test_the_configuration_takes_over_a_feed_added_by_command(
    session: Session, now: datetime
) -> None:
    """Written into the file, it follows the file from then on."""
    add_feed(session, FeedSpec(url=ONE), now=now)

    sync_feeds(session, [FeedSpec(url=ONE, publisher="One")], now=now)

    feed = stored(session, ONE)
    assert (feed.origin, feed.publisher, feed.state) == ("config", "One", "active")


def test_the_configuration_says_whether_pages_are_read(session: Session, now: datetime) -> None:
    """Now, and after it was changed."""
    sync_feeds(session, [FeedSpec(url=ONE, full_text="never")], now=now)
    (before,) = claim_due(session, owner="me", now=now, lease=LEASE)

    sync_feeds(session, [FeedSpec(url=ONE, full_text="always")], now=now)

    (after,) = claim_due(session, owner="me", now=now + LEASE, lease=LEASE)
    assert (before.full_text, after.full_text) == ("never", "always")


def test_a_paused_feed_stays_paused_when_the_configuration_is_read(
    session: Session, now: datetime
) -> None:
    """Only a person resumes what a person paused."""
    sync_feeds(session, [FeedSpec(url=ONE)], now=now)
    pause_feed(session, ONE)

    sync_feeds(session, [FeedSpec(url=ONE)], now=now)

    session.expire_all()
    assert states(session) == {ONE: "paused"}


def test_adding_and_removing_say_whether_they_changed_anything(
    session: Session, now: datetime
) -> None:
    """The command can tell a person what happened."""
    steps = [
        add_feed(session, FeedSpec(url=ONE), now=now),
        add_feed(session, FeedSpec(url=ONE), now=now),
        remove_feed(session, ONE),
        remove_feed(session, ONE),
        remove_feed(session, TWO),
    ]
    session.expire_all()
    steps.append(add_feed(session, FeedSpec(url=ONE), now=now))

    assert steps == [True, False, True, False, False, True]
    assert states(session) == {ONE: "active"}


def test_pausing_and_resuming_say_whether_they_changed_anything(
    session: Session, now: datetime
) -> None:
    """A paused feed is not polled; a resumed one is due at once."""
    add_feed(session, FeedSpec(url=ONE), now=now)

    paused = [pause_feed(session, ONE), pause_feed(session, ONE)]
    while_paused = claim_due(session, owner="me", now=now, lease=LEASE, every=True)
    resumed = [resume_feed(session, ONE), resume_feed(session, ONE)]

    assert (paused, resumed) == ([True, False], [True, False])
    assert while_paused == ()
    assert len(claim_due(session, owner="me", now=now, lease=LEASE)) == 1


# --- which are due ------------------------------------------------------------------------------


def test_a_claimed_feed_is_not_claimed_again_until_its_lease_ends(
    session: Session, now: datetime
) -> None:
    """Overlapping polls never poll one feed twice; a killed poll's feeds come back."""
    add_feed(session, FeedSpec(url=ONE), now=now)

    first = claim_due(session, owner="one", now=now, lease=LEASE)
    meanwhile = claim_due(session, owner="two", now=now + LEASE / 2, lease=LEASE, every=True)
    afterwards = claim_due(session, owner="two", now=now + LEASE, lease=LEASE)

    assert [len(feeds) for feeds in (first, meanwhile, afterwards)] == [1, 0, 1]
    assert lease_owners(session) == frozenset({"two"})


def test_feeds_waiting_longest_are_claimed_first(session: Session, now: datetime) -> None:
    """New feeds, then those due longest; those whose time has not come only when all are asked."""
    for name, minutes in (("late", 5), ("early", -10), ("due", -5), ("new", None)):
        add_feed(session, FeedSpec(url=f"https://{name}.example/"), now=now)
        if minutes is not None:
            stored(session, f"https://{name}.example/").next_check_at = now + timedelta(
                minutes=minutes
            )
    session.flush()

    first = claim_due(session, owner="me", now=now, lease=LEASE, limit=2)
    second = claim_due(session, owner="me", now=now, lease=LEASE)
    rest = claim_due(session, owner="me", now=now, lease=LEASE, every=True)

    names = [
        [feed.url.split("/")[2].split(".")[0] for feed in some] for some in (first, second, rest)
    ]
    assert names == [["new", "early"], ["due"], ["late"]]


def test_an_owner_that_stops_gives_its_feeds_back(session: Session, now: datetime) -> None:
    """They are due at once, not only when the lease ends; others keep theirs."""
    sync_feeds(session, [FeedSpec(url=ONE), FeedSpec(url=TWO)], now=now)
    claim_due(session, owner="stops", now=now, lease=LEASE, limit=1)
    claim_due(session, owner="stays", now=now, lease=LEASE, limit=1)

    released = release_leases(session, "stops")

    assert released == 1
    assert lease_owners(session) == frozenset({"stays"})
    assert len(claim_due(session, owner="next", now=now, lease=LEASE)) == 1


def test_two_that_claim_at_once_never_get_the_same_feed(engine: Engine, now: datetime) -> None:
    """Every feed goes to exactly one of several workers."""
    urls = [f"https://{number}.example/" for number in range(60)]
    with transaction(engine) as session:
        sync_feeds(session, [FeedSpec(url=url) for url in urls], now=now)
    together = Barrier(4)

    def work(owner: str) -> list[str]:
        together.wait()
        mine: list[str] = []
        for _ in range(12):
            with transaction(engine) as session:
                some = claim_due(session, owner=owner, now=now, lease=LEASE, limit=5)
            mine.extend(feed.url for feed in some)
        return mine

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(work, ("a", "b", "c", "d")))

    assert sorted(url for share in shares for url in share) == sorted(urls)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_claim_does_not_wait_for_another_claim(engine: Engine, now: datetime) -> None:
    """A worker takes other feeds at once while another's claim is still open."""
    with transaction(engine) as session:
        sync_feeds(session, [FeedSpec(url=ONE), FeedSpec(url=TWO)], now=now)

    with transaction(engine) as one, transaction(engine) as other:
        (first,) = claim_due(one, owner="a", now=now, lease=LEASE, limit=1)
        (second,) = claim_due(other, owner="b", now=now, lease=LEASE)

    assert {first.url, second.url} == {ONE, TWO}
