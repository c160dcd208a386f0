"""One worker asks a site at a time, and nobody asks too early."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, col, select

from storage.database import transaction
from storage.feeds import (
    FeedSpec,
    add_feed,
    claim_due,
    get_feed,
    lease_owners,
    name_sites,
    release_leases,
    sync_feeds,
)
from storage.sites import note_retry_after, sites_at_rest
from storage.tables import SiteRow

LEASE = timedelta(minutes=10)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def add(session: Session, now: datetime, *urls: str) -> None:
    """Feeds whose site is the host of their URL."""
    for url in urls:
        add_feed(session, FeedSpec(url=url, site=url.split("/")[2]), now=now)


def claim(
    session: Session,
    owner: str,
    now: datetime,
    *,
    limit: int | None = None,
    every: bool = True,
) -> list[str]:
    """What an owner gets, without the scheme."""
    claimed = claim_due(session, owner=owner, now=now, lease=LEASE, limit=limit, every=every)
    return [feed.url.removeprefix("https://") for feed in claimed]


def site(session: Session, name: str) -> SiteRow:
    """The site of this name, read anew."""
    session.expire_all()
    return session.exec(select(SiteRow).where(SiteRow.name == name)).one()


def holders(session: Session) -> dict[str, str | None]:
    """Who has which site."""
    session.expire_all()
    rows = session.exec(select(SiteRow).order_by(col(SiteRow.name)))
    return {row.name: row.lease_owner for row in rows}


# --- who may ask --------------------------------------------------------------------------------


def test_a_site_is_asked_by_one_worker_at_a_time(session: Session, now: datetime) -> None:
    """Feeds that become due while their site is another's wait, in whatever way they are asked."""
    add(session, now, "https://a.com/1", "https://b.com/1")
    first = claim(session, "one", now)
    add(session, now, "https://a.com/2", "https://c.com/1")

    second = claim(session, "two", now)
    own = claim(session, "one", now)

    assert (first, second, own) == (["a.com/1", "b.com/1"], ["c.com/1"], ["a.com/2"])
    assert holders(session) == {"a.com": "one", "b.com": "one", "c.com": "two"}


def test_the_site_of_a_killed_worker_comes_back(session: Session, now: datetime) -> None:
    """A lease ends by itself, and its owner shows so that it can be taken away before."""
    add(session, now, "https://a.com/1")
    claim(session, "one", now)

    meanwhile = claim(session, "two", now + LEASE - SECOND)
    owners = lease_owners(session)
    afterwards = claim(session, "two", now + LEASE)

    assert (meanwhile, owners, afterwards) == ([], frozenset({"one"}), ["a.com/1"])
    assert site(session, "a.com").lease_until == now + 2 * LEASE


def test_a_site_without_feeds_at_work_still_shows_its_owner(
    session: Session, now: datetime
) -> None:
    """A worker killed after its last feed leaves no site behind that nobody knows of."""
    add(session, now, "https://a.com/1")
    claim(session, "one", now)
    feed = get_feed(session, "https://a.com/1")
    assert feed is not None
    feed.lease_owner = feed.lease_until = None
    session.flush()

    assert lease_owners(session) == frozenset({"one"})


def test_sites_are_given_back_with_their_feeds(session: Session, now: datetime) -> None:
    """What one worker leaves, the next may ask at once; others keep theirs."""
    add(session, now, "https://a.com/1")
    claim(session, "stops", now)
    add(session, now, "https://b.com/1")
    claim(session, "stays", now)

    released = release_leases(session, "stops")

    assert released == 1
    assert holders(session) == {"a.com": None, "b.com": "stays"}
    assert claim(session, "next", now) == ["a.com/1"]


def test_only_the_sites_of_claimed_feeds_are_taken(session: Session, now: datetime) -> None:
    """Whoever takes few feeds takes those waiting longest, and leaves other sites to others."""
    add(session, now, "https://a.com/1", "https://b.com/1", "https://c.com/1")
    for name, minutes in (("a", 5), ("b", 15), ("c", 10)):
        feed = get_feed(session, f"https://{name}.com/1")
        assert feed is not None
        feed.next_check_at = now - timedelta(minutes=minutes)
    session.flush()

    first = claim(session, "one", now, limit=1, every=False)
    second = claim(session, "two", now, limit=1, every=False)

    assert (first, second) == (["b.com/1"], ["c.com/1"])
    assert holders(session) == {"a.com": None, "b.com": "one", "c.com": "two"}


def test_a_feed_without_a_site_is_claimed_on_its_own(session: Session, now: datetime) -> None:
    """Whoever does not name sites gets feeds as before."""
    add_feed(session, FeedSpec(url="https://a.com/1"), now=now)
    first = claim(session, "one", now)
    add_feed(session, FeedSpec(url="https://a.com/2"), now=now)

    second = claim(session, "two", now)

    assert (first, second) == (["a.com/1"], ["a.com/2"])
    assert holders(session) == {}


def test_every_feed_gets_its_site(session: Session, now: datetime) -> None:
    """Those added without one are named; those that have one keep it."""
    add_feed(session, FeedSpec(url="https://a.com/1", site="given"), now=now)
    add_feed(session, FeedSpec(url="https://a.com/2"), now=now)

    for _ in range(2):
        name_sites(session, lambda url: url.upper())

    session.expire_all()
    feeds = [get_feed(session, f"https://a.com/{number}") for number in (1, 2)]
    assert [feed and feed.site for feed in feeds] == ["given", "HTTPS://A.COM/2"]


def test_workers_that_claim_at_once_never_share_a_site(engine: Engine, now: datetime) -> None:
    """However their claims fall together, every feed goes to one worker, and every site too."""
    specs = [
        FeedSpec(url=f"https://{number % 20}.com/{number}", site=f"{number % 20}.com")
        for number in range(120)
    ]
    with transaction(engine) as session:
        sync_feeds(session, specs, now=now)
    together = Barrier(4)

    def work(owner: str) -> list[str]:
        together.wait()
        mine: list[str] = []
        for _ in range(40):
            with transaction(engine) as session:
                mine += claim(session, owner, now, limit=7)
        return mine

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(work, ("a", "b", "c", "d")))

    assert sorted(url for share in shares for url in share) == sorted(
        spec.url.removeprefix("https://") for spec in specs
    )
    asked = [name for share in shares for name in {url.split("/")[0] for url in share}]
    assert len(asked) == len(set(asked)) == 20


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_claim_does_not_wait_for_the_sites_of_another(engine: Engine, now: datetime) -> None:
    """While a claim is still open, others take what it left, and nothing of its sites."""
    with transaction(engine) as session:
        add(session, now, "https://a.com/1", "https://b.com/1")
        claim(session, "before", now)
        release_leases(session, "before")
        add(session, now, "https://a.com/2")

    with transaction(engine) as one, transaction(engine) as other:
        first = claim(one, "one", now, limit=1)
        second = claim(other, "two", now)

    assert (first, second) == (["a.com/1"], ["b.com/1"])


# --- when it may be asked -----------------------------------------------------------------------


def test_a_site_that_asked_for_rest_is_not_claimed_before_it_is_over(
    session: Session, now: datetime
) -> None:
    """All its feeds stay due, also where every feed is asked; afterwards all is forgotten."""
    add(session, now, "https://a.com/1", "https://a.com/2", "https://b.com/1")
    note_retry_after(session, "a.com", until=now + HOUR, reason="a.com: busy", now=now)

    at_once = claim(session, "one", now)
    resting = [(row.name, row.reason) for row in sites_at_rest(session, now)]
    too_early = claim(session, "one", now + HOUR - SECOND)
    in_time = claim(session, "one", now + HOUR)

    assert (at_once, too_early, in_time) == (["b.com/1"], ["b.com/1"], ["a.com/1", "a.com/2"])
    assert resting == [("a.com", "a.com: busy")]
    assert (site(session, "a.com").ask_after, site(session, "a.com").reason) == (None, None)


def test_its_own_worker_leaves_a_resting_site_alone_too(session: Session, now: datetime) -> None:
    """Holding a site's lease is no leave to ask it."""
    add(session, now, "https://a.com/1")
    claim(session, "one", now)
    add(session, now, "https://a.com/2")

    note_retry_after(session, "a.com", until=now + HOUR, reason="a.com: busy", now=now)

    assert claim(session, "one", now) == []


@pytest.mark.parametrize(
    ("hours", "rests"),
    [
        pytest.param((2,), 2, id="as-asked"),
        pytest.param((88,), 24, id="a-day-at-most"),
        pytest.param((2, 1), 2, id="a-shorter-wish-later"),
        pytest.param((1, 2), 2, id="a-longer-wish-later"),
    ],
)
def test_the_longest_wish_counts_up_to_a_day(
    session: Session, now: datetime, hours: tuple[int, ...], rests: int
) -> None:
    """No server keeps us away for good, and a site nobody watches yet may ask too."""
    for number in hours:
        until = now + number * HOUR
        note_retry_after(session, "a.com", until=until, reason=f"{number}", now=now)

    assert site(session, "a.com").ask_after == now + rests * HOUR
    assert sites_at_rest(session, now + rests * HOUR) == ()


def test_the_next_worker_keeps_the_gap_of_the_last(session: Session, now: datetime) -> None:
    """A site asked a moment ago is claimed when its gap is over; no rest is told of.

    What else was asked, for a page say, is not ours to speak for.
    """
    add(session, now, "https://page.com/1")
    claim(session, "other", now)
    add(session, now, "https://a.com/1", "https://b.com/1")
    claim(session, "one", now)

    release_leases(session, "one", ask_after={"a.com": now + SECOND, "page.com": now + SECOND})

    assert sites_at_rest(session, now) == ()
    assert site(session, "page.com").ask_after is None
    assert claim(session, "two", now) == ["b.com/1"]
    assert claim(session, "two", now + SECOND) == ["a.com/1"]


def test_a_gap_does_not_end_a_rest(session: Session, now: datetime) -> None:
    """What a server asked for counts beyond the run in which it asked."""
    add(session, now, "https://a.com/1")
    claim(session, "one", now)
    note_retry_after(session, "a.com", until=now + HOUR, reason="a.com: busy", now=now)

    release_leases(session, "one", ask_after={"a.com": now + SECOND})

    assert site(session, "a.com").ask_after == now + HOUR
