"""What a run tells people, `--json` and Prefect."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from flows.outcomes import (
    DealOutcome,
    DeliveryOutcome,
    EntryOutcome,
    FeedNotice,
    FeedOutcome,
    Left,
    RunOutcome,
    deal_json,
    describe_deliveries,
    describe_run,
    find_trouble,
    merge_deals,
    plain_json,
    run_json,
)
from parsers.types import Deal, Figure, Leg, Money, Source

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
URL = "https://wire.example/feed"
LEG = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="Anthropic commits $100 billion.",
    amount=Decimal(100_000_000_000),
    currency="USD",
    qualifier="exact",
    bare_dollar=True,
    usd_rate=Decimal("0.75"),
    usd_rate_date=date(2026, 4, 20),
    power_gw=Decimal("0.3"),
)
SOURCE = Source(entry_id=1, title="It is so", publisher="Axios", url=None, published_at=NOW)
DEAL = Deal(
    title="Anthropic – Amazon",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(LEG,),
    status="announced",
    status_history=(),
    announced_at=NOW,
    updated_at=NOW,
    publishers=("Axios",),
    sources=(SOURCE,),
    figures=(Figure(as_stated="$100bn", publisher="Axios", verdict="same", because="the 100"),),
)
NEW = DealOutcome(id="a-b", change="new", deal=DEAL)
ENTRY = EntryOutcome(
    id=1,
    feed=URL,
    url=None,
    title="It is so",
    publisher="Axios",
    published_at=NOW,
    companies=("Amazon",),
    is_compute_deal=True,
)
WELL = FeedOutcome(url=URL, outcome="new", new=1, ms=9, entries=(ENTRY,), deals=(NEW,))
BROKEN = FeedOutcome(url=f"{URL}/2", outcome="error", error="http_404", detail="it is not there")
SENT = DeliveryOutcome(destination="desk", key="a-b#1@desk", state="sent", alert_id=1)
WAITING = replace(SENT, state="failed", reason="error=500")
DEAD = replace(SENT, state="dead", reason="error=404")


# --- one deal, several changes ------------------------------------------------------------------


def test_a_deal_is_told_once_with_its_strongest_change() -> None:
    """Opened by one feed and told again by the next, it is one new deal as it stands at the end."""
    later = replace(DEAL, sources=(SOURCE, replace(SOURCE, entry_id=2)))
    again = DealOutcome(id="a-b", change="same", deal=later)
    other = DealOutcome(id="c-d", change="grown", deal=DEAL)

    merged = merge_deals([NEW, other, again])

    assert merged == (DealOutcome(id="a-b", change="new", deal=later), other)
    assert merge_deals([again, NEW])[0] == merged[0]


def test_a_deal_that_changes_twice_is_laid_beside_what_it_was() -> None:
    """How it stood before the run, not between its two changes."""
    middle, latest = replace(DEAL, status="loi"), replace(DEAL, status="contracted")
    first = DealOutcome(id="a-b", change="grown", deal=middle, before=DEAL)
    second = DealOutcome(id="a-b", change="grown", deal=latest, before=middle)

    (merged,) = merge_deals([first, second])

    assert merged.before == DEAL


# --- for people ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "line", "trouble"),
    [
        pytest.param(
            RunOutcome(), "0 feeds; 0 new entries; 0 new deals, 0 grown; 0 sent", (), id="nothing"
        ),
        pytest.param(
            RunOutcome(feeds=(WELL,), deliveries=(SENT,)),
            "1 feed; 1 new entry; 1 new deal, 0 grown; 1 sent",
            (),
            id="all well",
        ),
        pytest.param(
            RunOutcome(feeds=(WELL, BROKEN), deliveries=(SENT, WAITING)),
            "2 feeds, 1 failed; 1 new entry; 1 new deal, 0 grown; 1 sent, 1 not sent",
            (f"{URL}/2: http_404: it is not there",),
            id="a failed feed, a delivery that waits",
        ),
        pytest.param(
            RunOutcome(deliveries=(DEAD,)),
            "0 feeds; 0 new entries; 0 new deals, 0 grown; 0 sent, 1 not sent",
            ("delivery a-b#1@desk to desk: error=404",),
            id="a dead delivery",
        ),
        pytest.param(
            RunOutcome(deliveries=(SENT,), troubles=("destination 'desk': no",)),
            "0 feeds; 0 new entries; 0 new deals, 0 grown; 1 sent",
            ("destination 'desk': no",),
            id="an unusable destination",
        ),
        pytest.param(
            RunOutcome(feeds=(BROKEN,), deliveries=(DEAD,), troubles=("no",)),
            "1 feed, 1 failed; 0 new entries; 0 new deals, 0 grown; 0 sent, 1 not sent",
            (
                "delivery a-b#1@desk to desk: error=404",
                "no",
                f"{URL}/2: http_404: it is not there",
            ),
            id="an alert that never arrived comes first",
        ),
    ],
)
def test_a_run_in_a_line(run: RunOutcome, line: str, trouble: tuple[str, ...]) -> None:
    """The line counts; trouble is what will not mend itself, and what to look at."""
    assert describe_run(run) == line
    assert find_trouble(run) == trouble


@pytest.mark.parametrize(
    ("run", "trouble"),
    [
        (
            RunOutcome(left=Left(dead=1, broken=1)),
            (
                "1 delivery is dead in all; see `gigawatch alerts list`",
                "1 feed is broken in all; see `gigawatch feeds list`",
            ),
        ),
        (
            RunOutcome(feeds=(BROKEN,), deliveries=(DEAD,), left=Left(dead=3, broken=2)),
            (
                "delivery a-b#1@desk to desk: error=404",
                "3 deliveries are dead in all; see `gigawatch alerts list`",
                "2 feeds are broken in all; see `gigawatch feeds list`",
                f"{URL}/2: http_404: it is not there",
            ),
        ),
        (
            RunOutcome(deliveries=(DEAD,), left=Left(dead=1, waiting=9)),
            ("delivery a-b#1@desk to desk: error=404",),
        ),
    ],
    ids=["of earlier runs", "of both", "of this run"],
)
def test_what_nobody_looked_after_is_told_again(run: RunOutcome, trouble: tuple[str, ...]) -> None:
    """Until somebody does, each run says so; what waits needs nobody."""
    assert find_trouble(run) == trouble


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (RunOutcome(), "0 sent"),
        (RunOutcome(left=Left(waiting=12)), "0 sent, 12 wait"),
        (
            RunOutcome(deliveries=(*[SENT] * 9, WAITING, DEAD), left=Left(waiting=13, dead=4)),
            "9 sent, 1 failed, 1 dead, 12 wait",
        ),
    ],
    ids=["nothing", "held", "all kinds"],
)
def test_deliveries_in_a_line(run: RunOutcome, line: str) -> None:
    """What was tried in this run, and what waits besides."""
    assert describe_deliveries(run) == line


# --- for programs -------------------------------------------------------------------------------


def test_run_json_has_the_promised_keys() -> None:
    """The names are public: programs read them."""
    noticed = replace(WELL, notice=FeedNotice(feed_id=1, kind="recovered", since=NOW))

    told = json.loads(json.dumps(run_json(RunOutcome(feeds=(noticed,), deliveries=(SENT,)))))

    assert sorted(told) == ["deals", "deliveries", "entries", "feeds"]
    assert told["feeds"] == [
        {
            "url": URL,
            "outcome": "new",
            "error": None,
            "detail": None,
            "new": 1,
            "ms": 9,
            "next_check_at": None,
        }
    ]
    assert told["entries"] == [
        {
            "id": 1,
            "feed": URL,
            "url": None,
            "title": "It is so",
            "publisher": "Axios",
            "published_at": "2026-04-21T12:00:00Z",
            "companies": ["Amazon"],
            "is_compute_deal": True,
        }
    ]
    assert {"id", "title", "change", "companies", "legs", "status", "sources"} <= set(
        told["deals"][0]
    )
    assert told["deliveries"] == [
        {"destination": "desk", "key": "a-b#1@desk", "state": "sent", "reason": None}
    ]


def test_numbers_are_numbers() -> None:
    """Money in full units, power in gigawatts, absent is null; inner fields stay inside."""
    (leg,) = json.loads(json.dumps(deal_json("a-b", DEAL)))["legs"]

    assert (leg["amount"], leg["power_gw"], leg["usd_rate"]) == (100_000_000_000, 0.3, 0.75)
    assert (leg["amount_high"], leg["usd_rate_date"]) == (None, "2026-04-20")
    assert "bare_dollar" not in leg


def test_figures_are_called_reconciled() -> None:
    """What was settled stands beside what was not."""
    told = deal_json("a-b", DEAL)

    assert (told["id"], told["conflicts"]) == ("a-b", [])
    assert told["summary"] == "Anthropic → Amazon: $100 billion for 300 MW (announced)"
    assert told["reconciled"] == [
        {"as_stated": "$100bn", "publisher": "Axios", "verdict": "same", "because": "the 100"}
    ]
    assert "figures" not in told


def test_facts_lose_their_offsets() -> None:
    """Where in our cleaned text a fact stood is of no use to anyone else."""
    fact = Money(
        amount=Decimal("1.5"), currency="EUR", qualifier="approx", quote="€1.5", start=3, end=7
    )

    assert plain_json(fact) == {
        "amount": 1.5,
        "currency": "EUR",
        "qualifier": "approx",
        "quote": "€1.5",
        "amount_high": None,
        "increment": False,
        "per": None,
    }


def test_only_values_with_names_are_objects() -> None:
    """A list handed over by mistake is a bug, and says so."""
    with pytest.raises(TypeError, match="tuple is no value with names"):
        plain_json((LEG,))
