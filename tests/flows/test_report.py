"""What a run tells in the Prefect UI: lines, rows, groups and the words of its state."""

import logging
import re
from datetime import UTC, datetime

import pytest

from flows.outcomes import (
    ChangeKind,
    DealOutcome,
    DeliveryOutcome,
    FeedOutcome,
    Left,
    RunOutcome,
)
from flows.poll import conclude, group_feeds
from flows.report import deal_rows, delivery_rows, feed_rows, log_deal, log_delivery, log_feed
from parsers.types import Deal, Leg, Source
from storage.feeds import ClaimedFeed

AT = datetime(2026, 4, 21, 12, tzinfo=UTC)
LOGGER = logging.getLogger("report")
GOOD = FeedOutcome(
    url="https://a.example/feed", outcome="new", new=2, ms=40, next_check_at=AT, detail="mended"
)
QUIET = FeedOutcome(url="https://b.example/feed", outcome="not_modified", ms=9, next_check_at=AT)
BROKEN = FeedOutcome(
    url="https://c.example/feed", outcome="error", error="http_404", detail="answers 404", ms=5
)
SENT = DeliveryOutcome(destination="desk", key="a-b-2026-04#1@desk", state="sent")
DEAD = DeliveryOutcome(
    destination="desk", key="a-b-2026-04#2@desk", state="dead", reason="refused (403)"
)
WAITING = DeliveryOutcome(
    destination="mail",
    key="a-b-2026-04#3@mail",
    state="failed",
    reason="busy <now>",
    next_try_at=AT,
    what="New deal · Anthropic → Microsoft",
    tries=2,
)


def _deal(change: ChangeKind = "new", url: str | None = "https://wire.example/1") -> DealOutcome:
    leg = Leg(payer="Anthropic", payee="Microsoft", kind="commitment", quote="a quote")
    deal = Deal(
        title="Anthropic and Microsoft",
        companies=("Anthropic", "Microsoft"),
        parties=(),
        legs=(leg,),
        status="announced",
        status_history=(),
        announced_at=AT,
        updated_at=AT,
        publishers=("The Wire", "Desk*News*"),
        sources=(
            Source(entry_id=1, title="A title", url=url, publisher="The Wire", published_at=AT),
        ),
    )
    return DealOutcome(id="anthropic-microsoft-2026-04", change=change, deal=deal)


# --- lines --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("feed", "expected"),
    [
        (GOOD, ("INFO", "https://a.example/feed: 2 new, 40 ms")),
        (QUIET, ("INFO", "https://b.example/feed: not_modified, 9 ms")),
        (BROKEN, ("WARNING", "https://c.example/feed: http_404: answers 404")),
    ],
    ids=["new", "quiet", "broken"],
)
def test_a_feed_is_one_line(
    feed: FeedOutcome, expected: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """What it brought; a failure is a warning with its reason."""
    caplog.set_level(logging.INFO)

    log_feed(LOGGER, feed)

    assert [(line.levelname, line.getMessage()) for line in caplog.records] == [expected]


@pytest.mark.parametrize(
    ("delivery", "expected"),
    [
        (SENT, ("INFO", "a-b-2026-04#1@desk sent to desk")),
        (DEAD, ("WARNING", "a-b-2026-04#2@desk to desk: dead: refused (403)")),
    ],
    ids=["sent", "dead"],
)
def test_a_delivery_is_one_line(
    delivery: DeliveryOutcome, expected: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """Which, where to, and why not."""
    caplog.set_level(logging.INFO)

    log_delivery(LOGGER, delivery)

    assert [(line.levelname, line.getMessage()) for line in caplog.records] == [expected]


def test_a_deal_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    """What happened to it, its id, and the first line of its alert."""
    caplog.set_level(logging.INFO)

    log_deal(LOGGER, _deal())

    assert caplog.messages == [
        "new deal anthropic-microsoft-2026-04: Anthropic → Microsoft: no figures given (announced)"
    ]


# --- rows ---------------------------------------------------------------------------------------


def test_the_broken_feed_is_the_first_row() -> None:
    """Then those that brought most; every feed with its reason or its remarks."""
    rows = feed_rows([QUIET, GOOD, BROKEN])

    assert [row["feed"] for row in rows] == [BROKEN.url, GOOD.url, QUIET.url]
    assert rows[0] == {
        "feed": "https://c.example/feed",
        "outcome": "http_404",
        "new": 0,
        "ms": 5,
        "next check": "",
        "remarks": "answers 404",
    }
    assert (rows[1]["next check"], rows[1]["remarks"]) == ("2026-04-21 12:00 UTC", "mended")


def test_a_deal_row_says_what_and_who_told_it() -> None:
    """A deal that was only told again has no row; names of feeds are harmless text."""
    rows = deal_rows([_deal(), _deal(change="same"), _deal(change="grown", url=None)])

    assert rows == [
        {
            "what": "Anthropic → Microsoft: no figures given (announced)",
            "change": "new",
            "told by": "The Wire, Desk∗News∗",
            "deal": "anthropic-microsoft-2026-04",
            "source": "https://wire.example/1",
        },
        {**rows[0], "change": "grown", "source": ""},
    ]


def test_what_did_not_arrive_is_the_first_row() -> None:
    """Dead before waiting before sent; a server's words are harmless text, a key can be copied."""
    rows = delivery_rows([SENT, WAITING, DEAD])

    assert [row["state"] for row in rows] == ["dead", "failed", "sent"]
    assert rows[1] == {
        "what": "New deal · Anthropic → Microsoft",
        "destination": "mail",
        "state": "failed",
        "tries": 2,
        "reason": "busy ‹now›",
        "next try": "2026-04-21 12:00 UTC",
        "key": "a-b-2026-04#3@mail",
    }
    assert (rows[2]["reason"], rows[2]["next try"]) == ("", "")


# --- groups and state ---------------------------------------------------------------------------


def test_feeds_of_one_host_are_fetched_together() -> None:
    """At most eight groups, however many hosts: a host's turns are kept within its group."""
    feeds = [_claimed(f"https://h{host}.example/{feed}") for feed in range(3) for host in range(40)]

    groups = group_feeds(feeds)

    hosts = [{feed.url.partition(".")[0] for feed in group} for _, group in groups]
    assert len(groups) <= 8
    assert sum(len(group) for _, group in groups) == len(feeds)
    assert sum(len(names) for names in hosts) == len(set().union(*hosts)) == 40


def test_a_group_says_how_many_feeds_it_has() -> None:
    """The name of a task run in the UI."""
    name = group_feeds([_claimed("https://one.example/feed")])[0][0]

    assert re.fullmatch(r"group [1-8] \(1 feed\)", name)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (RunOutcome(feeds=(GOOD,)), "1 feed; 2 new entries; 0 new deals, 0 grown; 0 sent"),
        (
            RunOutcome(feeds=(BROKEN,), deliveries=(DEAD,)),
            "needs a person: delivery a-b-2026-04#2@desk to desk: refused (403), and 1 more "
            "(1 feed, 1 failed; 0 new entries; 0 new deals, 0 grown; 0 sent, 1 not sent)",
        ),
        (
            RunOutcome(left=Left(dead=2)),
            "needs a person: 2 deliveries are dead in all; see `gigawatch alerts list` "
            "(0 feeds; 0 new entries; 0 new deals, 0 grown; 0 sent)",
        ),
    ],
    ids=["well", "trouble", "trouble of earlier runs"],
)
def test_the_state_tells_whether_a_person_is_needed(run: RunOutcome, expected: str) -> None:
    """The run is completed either way: a broken feed is no failure of the run."""
    state = conclude(run)

    assert (state.name, state.message) == ("Completed", expected)


def _claimed(url: str) -> ClaimedFeed:
    return ClaimedFeed(
        id=1,
        url=url,
        name=None,
        publisher=None,
        etag=None,
        last_modified=None,
        body_hash=None,
        fingerprints=b"",
        errors_in_row=0,
        first_poll=True,
    )
