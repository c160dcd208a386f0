"""What is told of feeds waits in the outbox as one message, on both databases."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from pydantic import SecretStr
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from flows.deciding.notices import (
    EVENTS_HELD,
    FeedBefore,
    FeedEvent,
    FeedEventKind,
    Notice,
    PollEnd,
    add_events,
    as_told,
    notice_polls,
    put_notice,
)
from flows.settings import Destination
from storage.codec import from_json, to_json
from storage.database import transaction
from storage.entries import NewEntry
from storage.feeds import FeedSpec, Outcome, add_feed, get_feed
from storage.health import failures_since, longest_gap, set_told
from storage.outbox import (
    add_alert,
    find_told,
    list_deliveries,
    next_key,
    unsent_notice,
)
from storage.polls import Poll, add_polls
from storage.sending import ClaimedDelivery, claim_delivery, mark_sent
from storage.tables import AlertRow, FeedRow
from tests.rows import add_entry

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DESK = Destination(name="desk", url=SecretStr("json://localhost"))
# No filter concerns a notice.
MAIL = Destination(
    name="mail", url=SecretStr("json://localhost"), companies=("OpenAI",), tags=("x",), min_usd=1
)
DEAF = Destination(name="deaf", url=SecretStr("json://localhost"), notices=False)
ALL = (DESK, MAIL, DEAF)


def event(feed_id: int, now: datetime, kind: FeedEventKind = "broken") -> FeedEvent:
    """An event of a stored feed."""
    return FeedEvent(kind=kind, feed_id=feed_id, url="https://one.example/", name=None, at=now)


def feed(session: Session, url: str, now: datetime) -> int:
    """Another stored feed."""
    add_feed(session, FeedSpec(url=url), now=now)
    row = get_feed(session, url)
    assert row is not None
    assert row.id is not None
    return row.id


def claim(session: Session, now: datetime, destination: str = "desk") -> ClaimedDelivery | None:
    """Take what is due to a destination."""
    return claim_delivery(session, owner="me", now=now, lease=HOUR, destinations=[destination])


def tell(
    session: Session, before: FeedBefore, end: PollEnd, *destinations: Destination
) -> FeedEvent | None:
    """What the end of one poll is worth telling."""
    events = notice_polls(session, [(before, end)], destinations=destinations)
    return next(iter(events), None)


def notices(session: Session) -> list[Notice]:
    """What waits or was sent, oldest first."""
    rows = session.exec(select(AlertRow.payload).order_by(AlertRow.key)).all()
    return [from_json(Notice, payload) for payload in rows]


# --- one message --------------------------------------------------------------------------------


def test_a_notice_goes_to_all_who_want_it(session: Session, feed_id: int, now: datetime) -> None:
    """Filters are for deals; `notices = false` is the only word on it."""
    key = put_notice(session, [event(feed_id, now)], destinations=ALL, now=now)

    views = list_deliveries(session)
    assert key == "feeds-2026-11-22#1"
    assert [(one.key, one.deal_id, one.feed_id) for one in views] == [
        (f"{key}@desk", None, feed_id),
        (f"{key}@mail", None, feed_id),
    ]
    assert notices(session) == [Notice(key=key, events=(event(feed_id, now),))]


def test_events_join_the_notice_that_waits(session: Session, feed_id: int, now: datetime) -> None:
    """A site with fifty dead feeds is one message, to a destination that came later too."""
    ids = [feed(session, f"https://{n}.example/", now) for n in range(49)]
    put_notice(session, [event(feed_id, now)], destinations=[DESK], now=now)

    keys = {
        put_notice(session, [event(one, now)], destinations=[DESK, MAIL], now=now) for one in ids
    }

    (notice,) = notices(session)
    assert keys == {"feeds-2026-11-22#1"}
    assert [one.feed_id for one in notice.events] == [feed_id, *ids]
    assert [one.destination for one in list_deliveries(session)] == ["desk", "mail"]


def test_a_notice_that_somebody_may_have_seen_is_left_alone(
    session: Session, feed_id: int, now: datetime
) -> None:
    """What happens after the first attempt is another message with a key of its own."""
    first = put_notice(session, [event(feed_id, now)], destinations=ALL, now=now)
    claimed = claim(session, now)

    second = put_notice(session, [event(feed_id, now, "recovered")], destinations=ALL, now=now)
    third = put_notice(session, [event(feed_id, now)], destinations=ALL, now=now + DAY)
    sent = claimed is not None and mark_sent(session, claimed.id, owner="me", now=now)
    following = claim(session, now)

    assert (first, second, third) == ("feeds-2026-11-22#1", *["feeds-2026-11-22#2"] * 2)
    assert sent
    assert following is not None
    assert (following.key, following.feed_id) == ("feeds-2026-11-22#2@desk", feed_id)
    assert from_json(Notice, following.payload).events == (event(feed_id, now),)


@pytest.mark.parametrize(
    ("count", "destinations"),
    [pytest.param(0, ALL, id="no event"), pytest.param(1, (DEAF,), id="nobody listens")],
)
def test_nothing_is_put_for_nobody(
    session: Session, feed_id: int, now: datetime, count: int, destinations: Sequence[Destination]
) -> None:
    """An empty message is none."""
    key = put_notice(session, [event(feed_id, now)] * count, destinations=destinations, now=now)

    assert key is None
    assert notices(session) == []


def test_deals_and_feeds_keep_apart(
    session: Session, deal_id: str, feed_id: int, now: datetime
) -> None:
    """News of a deal never joins a notice, and the other way round."""
    add_alert(session, deal_id=deal_id, key="d#1", payload={}, destinations=["desk"], now=now)
    before = unsent_notice(session)

    put_notice(session, [event(feed_id, now)], destinations=ALL, now=now)

    waiting, (told,) = unsent_notice(session), find_told(session, deal_id).unsent
    assert before is None
    assert waiting is not None
    assert (waiting.key, told.key) == ("feeds-2026-11-22#1", "d#1")


def test_keys_count_on_within_their_day(session: Session, feed_id: int, now: datetime) -> None:
    """Also past nine, and whatever another clock has put meanwhile."""
    for at in (now,) * 10 + (now + DAY, now):
        put_notice(session, [event(feed_id, at)], destinations=[DESK], now=at)
        claimed = claim(session, now + DAY)
        assert claimed is not None
        mark_sent(session, claimed.id, owner="me", now=now)

    assert next_key(session, "feeds-2026-11-22") == "feeds-2026-11-22#12"
    assert next_key(session, "feeds-2026-11-23") == "feeds-2026-11-23#2"
    assert next_key(session, "feeds_2026") == "feeds_2026#1"


def test_two_who_tell_at_once_make_one_message(engine: Engine, now: datetime) -> None:
    """The second waits for the first and joins its notice."""
    with transaction(engine) as session:
        ids = [feed(session, f"https://{n}.example/", now) for n in range(2)]
    together = Barrier(2)

    def tell(feed_id: int) -> str | None:
        together.wait()
        with transaction(engine) as session:
            return put_notice(session, [event(feed_id, now)], destinations=ALL, now=now)

    with ThreadPoolExecutor(2) as pool:
        keys = set(pool.map(tell, ids))

    with transaction(engine) as session:
        (notice,) = notices(session)
    assert keys == {"feeds-2026-11-22#1"}
    assert sorted(one.feed_id for one in notice.events) == ids


def kinds(notice: Notice) -> list[tuple[FeedEventKind, int]]:
    """What a notice tells, of which feed."""
    return [(one.kind, one.feed_id) for one in notice.events]


def test_a_notice_tells_how_each_feed_fares_now(now: datetime) -> None:
    """Broken and well again before anybody heard of it is one line; moves and floods all stay."""
    events = [
        event(1, now, "broken"),
        event(2, now, "broken"),
        event(1, now, "moved"),
        event(1, now, "flood"),
        event(1, now, "recovered"),
        event(1, now, "flood"),
    ]

    notice = add_events(Notice(key="k", events=()), events)

    assert kinds(notice) == [
        ("broken", 2),
        ("moved", 1),
        ("flood", 1),
        ("recovered", 1),
        ("flood", 1),
    ]


def test_a_notice_counts_what_it_does_not_hold(now: datetime) -> None:
    """A site with thousands of dead feeds makes one message of a bounded size."""
    first = add_events(Notice(key="k", events=()), (event(n, now, "broken") for n in range(5000)))
    second = add_events(first, [event(1, now, "moved"), event(6000, now, "broken")])

    assert (len(second.events), second.more) == (
        EVENTS_HELD,
        (("broken", 5001 - EVENTS_HELD), ("moved", 1)),
    )


def test_a_notice_survives_its_row(now: datetime) -> None:
    """What is stored is what is sent."""
    told = replace(event(1, now), since=now, next_check_at=now, rhythm_s=60, deals=("a", "b"))
    notice = Notice(key="feeds-2026-11-22#1", events=(told,), more=(("broken", 3),))

    assert from_json(Notice, to_json(notice)) == notice


# --- from polls to the message ------------------------------------------------------------------


def poll(session: Session, feed_id: int, letter: str, at: datetime) -> FeedEvent | None:
    """One poll of a feed as the pipeline writes it down: E fails, T comes too often, . is well."""
    row = session.get_one(FeedRow, feed_id, populate_existing=True)
    before = FeedBefore(
        id=feed_id,
        url=row.url,
        added_at=row.added_at,
        told=as_told(row.told),
        errors_in_row=row.errors_in_row,
        last_success_at=row.added_at,
    )
    error = {"E": "timeout", "T": "too_many_requests", ".": None}[letter]
    end = PollEnd(at=at, error=error, counts=letter != "T")
    told = tell(session, before, end, DESK)
    row.errors_in_row = row.errors_in_row + 1 if error and end.counts else 0
    outcome: Outcome = "error" if error else "unchanged"
    add_polls(session, [Poll(feed_id=feed_id, polled_at=at, outcome=outcome, error=error)])
    session.flush()
    return told


def test_a_feed_that_comes_and_goes_is_told_of_thrice(
    session: Session, feed_id: int, now: datetime
) -> None:
    """From its own past polls; what it was told is on the feed, and the outbox has the latest."""
    polls = "EEE." * 4 + "T" + "." * 26

    told = [poll(session, feed_id, letter, now + n * HOUR) for n, letter in enumerate(polls)]

    row = session.get_one(FeedRow, feed_id, populate_existing=True)
    said = [(n, one.kind, one.told) for n, one in enumerate(told) if one]
    assert said == [
        (2, "broken", "broken"),
        (3, "recovered", None),
        (6, "broken", "broken"),
        (7, "recovered", None),
        (10, "broken", "flapping"),
        (39, "recovered", None),
    ]
    assert row.told is None
    assert [one.kind for one in notices(session)[0].events] == ["recovered"]


def test_polls_that_end_together_are_told_together(
    session: Session, feed_id: int, now: datetime
) -> None:
    """One message, one key; a feed that is well is not in it."""
    well = FeedBefore(id=feed_id, url="https://one.example/", added_at=now, last_success_at=now)
    broken = [
        replace(well, id=feed(session, f"https://{n}.example/", now), errors_in_row=2)
        for n in range(3)
    ]
    failed = PollEnd(at=now, error="timeout")
    polls = [(well, PollEnd(at=now)), *((one, failed) for one in broken)]

    events = notice_polls(session, polls, destinations=[DESK])

    (notice,) = notices(session)
    assert [one.feed_id for one in events] == [one.id for one in broken]
    assert notice.events == events
    assert [one.key for one in list_deliveries(session)] == ["feeds-2026-11-22#1@desk"]
    assert session.get_one(FeedRow, broken[0].id, populate_existing=True).told == "broken"


def test_what_was_told_is_noted_without_a_listener(
    session: Session, feed_id: int, now: datetime
) -> None:
    """Whoever adds a destination later is not told of yesterday's breaks."""
    before = FeedBefore(id=feed_id, url="https://one.example/", added_at=now, errors_in_row=2)

    tell(session, before, PollEnd(at=now, error="timeout"))

    assert session.get_one(FeedRow, feed_id, populate_existing=True).told == "broken"
    assert notices(session) == []


def test_past_polls_tell_of_failures(session: Session, feed_id: int, now: datetime) -> None:
    """Oldest first, since a time; what was skipped or asked too often says nothing."""
    other = feed(session, "https://two.example/", now)
    past: list[tuple[int, Outcome, str | None]] = [
        (feed_id, "error", "timeout"),
        (feed_id, "error", "timeout"),
        (feed_id, "not_modified", None),
        (feed_id, "skipped", None),
        (feed_id, "error", "too_many_requests"),
        (other, "error", "timeout"),
        (feed_id, "new", None),
        (feed_id, "error", "dns_failed"),
    ]
    for hours, (polled, outcome, error) in enumerate(past):
        at = now + hours * HOUR
        add_polls(session, [Poll(feed_id=polled, polled_at=at, outcome=outcome, error=error)])

    lately = failures_since(session, feed_id, now + HOUR, passing=("too_many_requests",))

    assert lately == (True, False, False, True)
    assert failures_since(session, feed_id, now + HOUR) == (True, False, True, False, True)


def test_the_longest_gap_is_between_two_entries(
    session: Session, new_entry: NewEntry, now: datetime
) -> None:
    """Of the feed itself, since a time; one entry alone has none, nor has one without a date."""
    feed_id, since = new_entry.feed_id, now - 90 * DAY
    assert longest_gap(session, feed_id, since=since) is None

    for number, at in enumerate([now - 200 * DAY, now - 9 * DAY, now - 2 * DAY, now, None]):
        key = f"k{number}"
        add_entry(session, replace(new_entry, key=key, url_key=key, title=key, published_at=at))

    assert longest_gap(session, feed_id, since=since) == 7 * DAY
    assert longest_gap(session, feed_id, since=now) is None
    assert longest_gap(session, feed_id + 1, since=since) is None


def test_a_weekly_digest_is_never_silent(
    session: Session, new_entry: NewEntry, now: datetime
) -> None:
    """Its own entries tell that a week without any is nothing new."""
    for days in (11, 4):
        key, at = f"k{days}", now - days * DAY
        add_entry(session, replace(new_entry, key=key, url_key=key, title=key, published_at=at))
    before = FeedBefore(
        id=new_entry.feed_id,
        url="https://one.example/",
        added_at=now - 300 * DAY,
        last_success_at=now,
        rhythm=HOUR,
        newest_at=now - 4 * DAY,
    )

    in_time = tell(session, before, PollEnd(at=now), *ALL)
    late = tell(session, before, PollEnd(at=now + 11 * DAY), *ALL)

    assert in_time is None
    assert late is not None
    assert (late.kind, late.since) == ("silent", now - 4 * DAY)


def test_what_was_told_is_kept_per_feed(session: Session, feed_id: int, now: datetime) -> None:
    """And taken back when all is well."""
    other = feed(session, "https://two.example/", now)

    set_told(session, feed_id, "gone")
    set_told(session, other, "silent")
    set_told(session, other, None)

    rows = {row.id: row.told for row in session.exec(select(FeedRow))}
    assert rows == {feed_id: "gone", other: None}
