"""What a run tells Prefect as events: which, of what, how many, and never a secret."""

import asyncio
import json
import re
import socket
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.deciding.alerting import Policy
from flows.events import RunEvent, Scene, emit, find_events
from flows.outcomes import (
    ChangeKind,
    DealOutcome,
    DeliveryOutcome,
    FeedNotice,
    FeedOutcome,
    RunOutcome,
)
from parsers.types import Deal, Leg, Source, Status, StatusChange
from tests.receivers import WebhookServer
from tests.servers import FeedServer
from tests.serving import SECRET, Record, Served, plain_environment
from tests.watches import DEAL, Item, render_rss, write_watch

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
POLICY = Policy(tracked={"Anthropic": ("labs",)}, max_age=timedelta(days=3), destinations=())
SCENE = Scene(watch="/home/ana/watch.toml", policy=POLICY, now=NOW)
LEG = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="a quote <!channel>",
    amount=Decimal(100_000_000_000),
    currency="USD",
    usd=Decimal(100_000_000_000),
    power_gw=Decimal("0.3"),
)
FEED = FeedOutcome(
    url="https://ana:open-sesame@wire.example/feed?token=open-sesame",
    outcome="error",
    error="http_404",
    detail="answers 404 to <b>open-sesame</b>",
    next_check_at=NOW + timedelta(hours=1),
    notice=FeedNotice(feed_id=7, kind="broken", name="The *Wire*", told="broken", since=NOW),
)
DEAD = DeliveryOutcome(
    destination="desk",
    key="amazon-anthropic-2026-04#1@desk",
    state="dead",
    reason="refused: <!channel> (403)",
    what="New deal · Anthropic → Amazon",
    tries=3,
)


def _deal(
    deal_id: str = "amazon-anthropic-2026-04",
    *,
    change: ChangeKind = "new",
    status: Status = "announced",
    before: Deal | None = None,
    age: timedelta = timedelta(hours=1),
    companies: tuple[str, ...] = ("Amazon", "Anthropic"),
) -> DealOutcome:
    source = Source(
        entry_id=1,
        title="It is *so*",
        publisher="The Wire",
        url="https://reader:pass@wire.example/1?x=<y>",
        published_at=NOW - age,
    )
    deal = Deal(
        title="It is *so*",
        companies=companies,
        parties=(),
        legs=(LEG,),
        status=status,
        status_history=(StatusChange(status=status, at=NOW - age, publisher="The Wire"),),
        announced_at=NOW - age,
        updated_at=NOW - age,
        publishers=("The Wire",),
        sources=(source,),
    )
    return DealOutcome(id=deal_id, change=change, deal=deal, before=before)


def _run(*deals: DealOutcome, notice: FeedNotice | None = None) -> RunOutcome:
    feed = FeedOutcome(url="https://b.example/feed", outcome="new", deals=deals, notice=notice)
    return RunOutcome(feeds=(feed,))


def _names(run: RunOutcome) -> list[str]:
    return [event.name for event in find_events(run, SCENE)]


# --- deals --------------------------------------------------------------------------------------


def test_a_new_deal_is_told_whole() -> None:
    """What a person would filter by is in the resource, what a program wants in the payload.

    The id is a promise too: another one would tell all deals anew.
    """
    (event,) = find_events(_run(_deal()), SCENE)

    line = "Anthropic → Amazon: $100 billion for 300 MW (announced)"
    assert event == RunEvent(
        name="gigawatch.deal.new",
        id=UUID("b91565d1-b47c-5a85-a511-1060a954f87f"),
        occurred_at=NOW,
        resource={
            "prefect.resource.id": "gigawatch.deal.amazon-anthropic-2026-04",
            "prefect.resource.name": line,
            "gigawatch.status": "announced",
            "gigawatch.tracked": "yes",
        },
        related=tuple(
            {
                "prefect.resource.id": f"gigawatch.company.{name}",
                "prefect.resource.role": "company",
                "prefect.resource.name": name,
            }
            for name in ("Amazon", "Anthropic")
        ),
        payload={
            "deal": "amazon-anthropic-2026-04",
            "change": "new",
            "what": line,
            "status": "announced",
            "was": None,
            "news": [],
            "companies": ["Amazon", "Anthropic"],
            "tracked": ["Anthropic"],
            "usd": 100_000_000_000,
            "gigawatts": 0.3,
            "publishers": 1,
            "source": "https://wire.example/1?x=%3Cy%3E",
        },
    )


BEFORE = _deal(age=timedelta(days=2)).deal


@pytest.mark.parametrize(
    ("deal", "name"),
    [
        (_deal(), "gigawatch.deal.new"),
        (_deal(change="grown", status="contracted", before=BEFORE), "gigawatch.deal.grown"),
        (_deal(change="grown", status="cancelled", before=BEFORE), "gigawatch.deal.cancelled"),
        (_deal(change="grown", status="denied", before=BEFORE), "gigawatch.deal.cancelled"),
        (_deal(change="grown", status="cut", before=BEFORE), "gigawatch.deal.cancelled"),
        (_deal(status="cancelled"), "gigawatch.deal.cancelled"),
        (
            _deal(change="grown", status="cut", before=replace(BEFORE, status="cut")),
            "gigawatch.deal.grown",
        ),
    ],
    ids=["new", "grown", "cancelled", "denied", "cut", "known as cancelled", "was cut before"],
)
def test_a_change_has_its_name(deal: DealOutcome, name: str) -> None:
    """A deal that ends is told once as an end, whether it was known before or not."""
    assert _names(_run(deal)) == [name]


def test_a_change_says_what_is_new() -> None:
    """The same short sentences as in an alert."""
    grown = _deal(change="grown", status="contracted", before=BEFORE)

    (event,) = find_events(_run(grown), SCENE)

    assert event.payload["news"] == ["now contracted, was announced"]
    assert (event.payload["was"], event.payload["status"]) == ("announced", "contracted")


@pytest.mark.parametrize(
    "run",
    [
        RunOutcome(),
        _run(_deal(change="same", before=BEFORE)),
        _run(_deal(age=timedelta(days=4))),
        _run(_deal(), notice=FeedNotice(feed_id=7, kind="flood")),
    ],
    ids=["nothing", "told again", "old news", "a feed that repeats its past"],
)
def test_what_is_no_news_is_no_deal_event(run: RunOutcome) -> None:
    """Events go by the rules for alerts: nobody is woken by the past."""
    assert [name for name in _names(run) if "deal" in name] == []


def test_a_deal_of_nobody_tracked_is_told_as_such() -> None:
    """An automation chooses by the label; without figures and source there are none."""
    deal = _deal(companies=("Acme",))
    bare = replace(deal, deal=replace(deal.deal, legs=(), sources=()))

    (event,) = find_events(_run(bare), SCENE)

    assert event.resource["gigawatch.tracked"] == "no"
    assert [event.payload[key] for key in ("tracked", "usd", "gigawatts", "source")] == [
        [], None, None, None,
    ]  # fmt: skip


# --- feeds and deliveries -----------------------------------------------------------------------


def test_a_feed_is_told_without_its_secrets() -> None:
    """Its address without password and query, its name made harmless, and no word of a server."""
    (event,) = find_events(RunOutcome(feeds=(FEED,)), SCENE)

    assert (event.name, event.resource) == (
        "gigawatch.feed.broken",
        {
            "prefect.resource.id": "gigawatch.feed.7",
            "prefect.resource.name": "The ∗Wire∗",
        },
    )
    assert event.payload == {
        "feed": 7,
        "name": "The ∗Wire∗",
        "url": "https://wire.example/feed",
        "state": "broken",
        "code": "http_404",
        "since": "2026-04-21T12:00:00+00:00",
        "next_check": "2026-04-21T13:00:00+00:00",
    }


@pytest.mark.parametrize(
    "url",
    ["ftp://wire.example/feed", "http://[::1", "https://wire.example/" + "x" * 2000],
    ids=["not the web", "no address", "too long"],
)
def test_an_address_that_cannot_be_shown_is_left_out(url: str) -> None:
    """The feed is then known by its number."""
    feed = replace(FEED, url=url, notice=FeedNotice(feed_id=7, kind="recovered"))

    (event,) = find_events(RunOutcome(feeds=(feed,)), SCENE)

    assert (event.name, event.payload["url"]) == ("gigawatch.feed.recovered", "")
    assert event.resource["prefect.resource.name"] == "7"


def test_a_dead_delivery_is_told_with_its_reason() -> None:
    """One that was sent or will be tried again is no event."""
    sent, failed = replace(DEAD, state="sent"), replace(DEAD, state="failed")

    (event,) = find_events(RunOutcome(deliveries=(sent, failed, DEAD)), SCENE)

    assert (event.name, event.resource["prefect.resource.id"]) == (
        "gigawatch.delivery.dead",
        "gigawatch.delivery.amazon-anthropic-2026-04#1@desk",
    )
    assert event.related[0]["prefect.resource.id"] == "gigawatch.destination.desk"
    assert event.payload == {
        "key": "amazon-anthropic-2026-04#1@desk",
        "destination": "desk",
        "what": "New deal · Anthropic → Amazon",
        "reason": "refused: ‹!channel› (403)",
        "tries": 3,
    }


# --- ids ----------------------------------------------------------------------------------------

GROWN = _deal(change="grown", status="contracted", before=BEFORE)
ENDED = _deal(change="grown", status="cancelled", before=BEFORE)


@pytest.mark.parametrize(
    "run",
    [
        _run(_deal()),
        _run(GROWN),
        _run(ENDED),
        RunOutcome(feeds=(FEED,)),
        RunOutcome(deliveries=(DEAD,)),
        _run(*(_deal(f"deal-{number}") for number in range(70))),
    ],
    ids=["new", "grown", "ended", "feed", "delivery", "many"],
)
def test_the_same_told_later_has_the_same_id(run: RunOutcome) -> None:
    """A run that is repeated after a crash doubles nothing."""
    later = replace(SCENE, now=NOW + timedelta(hours=1))

    ids = [event.id for event in find_events(run, SCENE)]

    assert ids == [event.id for event in find_events(run, later)]
    assert len(set(ids)) == len(ids)


def test_what_differs_has_another_id() -> None:
    """Another deal, another change, another feed, another try, another watch.toml."""
    again = replace(DEAD, tries=4)
    other = replace(FEED, url="https://other.example/feed")
    more = _deal(change="grown", status="operating", before=BEFORE)
    runs = [
        _run(_deal()), _run(_deal("c-d-2026-04")), _run(GROWN), _run(more), _run(ENDED),
        RunOutcome(feeds=(FEED, other)), RunOutcome(deliveries=(DEAD, again)),
    ]  # fmt: skip
    elsewhere = replace(SCENE, watch="/home/ben/watch.toml")

    ids = [
        one.id for scene in (SCENE, elsewhere) for run in runs for one in find_events(run, scene)
    ]

    assert len(set(ids)) == len(ids) == 18


# --- floods -------------------------------------------------------------------------------------


def test_a_flood_is_a_hundred_events_and_one_that_counts() -> None:
    """Of 500 each: the watchlist's deals and the newest first, and how many more there are."""
    hours = [timedelta(hours=number % 60) for number in range(500)]
    deals = [
        _deal(f"deal-{n}", age=age, companies=("Acme", "Anthropic" if n == 499 else "Beta"))
        for n, age in enumerate(hours)
    ]
    notices = [replace(FEED, url=f"https://wire.example/{n}") for n in range(500)]
    dead = tuple(replace(DEAD, key=f"{n}#1@desk") for n in range(500))
    feeds = (*notices, FeedOutcome(url="https://b.example", outcome="new", deals=tuple(deals)))

    events = find_events(RunOutcome(feeds=feeds, deliveries=dead), SCENE)

    assert Counter(event.name for event in events) == {
        "gigawatch.deal.new": 60,
        "gigawatch.feed.broken": 20,
        "gigawatch.delivery.dead": 20,
        "gigawatch.more": 1,
    }
    assert events[-1].payload == {"deliveries": 480, "feeds": 480, "deals": 440}
    told = [str(event.payload["deal"]) for event in events if "deal." in event.name]
    assert told[0] == "deal-499"
    assert told[1] == "deal-0"


# --- a server that is gone ----------------------------------------------------------------------


async def test_a_server_that_is_gone_costs_a_moment() -> None:
    """Nothing listens there: no exception, no waiting for a slow one, a reason for the log."""
    events = find_events(_run(_deal()), SCENE)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))

        with temporary_settings({PREFECT_API_URL: _url(door)}):
            trouble = await asyncio.wait_for(emit(events, gone_s=0.2, slow_s=3600), timeout=30)

    assert trouble == "its server did not answer in time"


async def test_a_server_that_hangs_does_not_hold_a_run() -> None:
    """It listens, so it gets more time; then the run goes on."""
    events = find_events(_run(_deal()), SCENE)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()

        with temporary_settings({PREFECT_API_URL: _url(door)}):
            trouble = await asyncio.wait_for(emit(events, gone_s=0.2, slow_s=0.4), timeout=30)

    assert trouble == "its server did not answer in time"


async def test_a_server_that_refuses_is_named_by_its_error() -> None:
    """Not by the error's words, which may hold its address and a password."""
    events = find_events(_run(_deal()), SCENE)
    with (
        FeedServer() as server,
        temporary_settings({PREFECT_API_URL: f"{server.url('/api')}"}),
    ):
        trouble = await emit(events, gone_s=30)

    assert trouble == "PrefectHTTPStatusError"


def _url(door: socket.socket) -> str:
    return f"http://127.0.0.1:{door.getsockname()[1]}/api"


async def test_nothing_to_tell_asks_nobody() -> None:
    """Most runs: not even a connection is made."""
    with temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}):
        assert await emit(()) is None


# --- a real server ------------------------------------------------------------------------------

# Deals that no other test tells this server.
SOONER = Item(title="Anthropic commits $9 billion to Nebius for cloud capacity", guid="sooner")
LATER = Item(title="Anthropic commits $7 billion to Oracle for cloud capacity", guid="later")
BY_HAND = """
import asyncio, sys
from flows.poll import poll

async def run(config):
    print((await poll(config, every=True, return_state=True)).message)

asyncio.run(run(sys.argv[1]))
"""


def _events(served: Served, resource: str, **more: object) -> list[Record]:
    """Our own events that the server has of a resource whose id begins so."""
    ours: dict[str, object] = {"event": {"prefix": ["gigawatch."]}}
    question = ours | {"resource": {"id_prefix": [resource]}} | more
    found: object = served.ask("events/filter", filter=question, limit=50)
    return cast("list[Record]", found["events"]) if isinstance(found, dict) else []


def _poll(served: Served, config: Path) -> str:
    """What a poll called by hand says at its end; in a process of its own, as test_serve.py."""
    return subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", BY_HAND, str(config)],
        cwd=config.parent,
        env={**plain_environment(), "PREFECT_API_URL": served.api_url, "DO_NOT_TRACK": "1"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.strip()


def _watch(folder: Path, feeds: FeedServer, webhook: WebhookServer, *items: Item) -> Path:
    url = feeds.put("/feed", render_rss(*items))
    return write_watch(folder, [url], {"desk": webhook.url}, allow=[feeds.address])


@pytest.mark.prefect
def test_a_run_tells_its_server(served: Served) -> None:
    """The first one every new deal and the broken feed, as events of its own; no secret."""
    served.wait_for(lambda: bool(served.polls()))
    run = {"related": {"id": [f"prefect.flow-run.{served.polls()[0]['id']}"]}}
    served.wait_for(lambda: len(_events(served, "gigawatch.deal.", **run)) >= 12)

    told = _events(served, "gigawatch.", **run)

    names = Counter(str(event["event"]) for event in told)
    assert names == {"gigawatch.deal.new": 12, "gigawatch.feed.broken": 1}
    assert SECRET not in json.dumps(told)


@pytest.mark.prefect
def test_a_repeated_run_doubles_no_event(served: Served, tmp_path: Path) -> None:
    """The ledger is lost and built anew: the deal is opened again, but told once."""
    with FeedServer() as feeds, WebhookServer() as webhook:
        config = _watch(tmp_path, feeds, webhook, SOONER)
        said = [_poll(served, config)]
        for file in tmp_path.glob("gigawatch.db*"):
            file.unlink()
        said.append(_poll(served, config))
        _poll(served, _watch(tmp_path, feeds, webhook, LATER))

    served.wait_for(lambda: bool(_events(served, "gigawatch.deal.anthropic-oracle")))
    told = _events(served, "gigawatch.deal.anthropic-nebius-2026-04")
    assert ["1 new deal," in line for line in said] == [True, True]
    assert [event["event"] for event in told] == ["gigawatch.deal.new"]


@pytest.mark.prefect
def test_a_dead_delivery_reaches_the_server(served: Served, tmp_path: Path) -> None:
    """With its reason, and the state of the run that met it says so too; as do later runs."""
    with FeedServer() as feeds, WebhookServer(script=[413]) as webhook:
        config = _watch(tmp_path, feeds, webhook, DEAL)
        said = [_poll(served, config), _poll(served, config)]

    of_it = "gigawatch.delivery.anthropic-microsoft-2026-04#1@desk"
    served.wait_for(lambda: bool(_events(served, of_it)))
    (event,) = _events(served, of_it)
    assert event["event"] == "gigawatch.delivery.dead"
    assert "413" in str(event["payload"])
    assert said[0].startswith("needs a person: delivery anthropic-microsoft-2026-04#1@desk to desk")
    assert said[1].startswith("needs a person: 1 delivery is dead in all; see `gigawatch alerts")


@pytest.mark.prefect
def test_the_recipe_in_the_docs_fires(served: Served, tmp_path: Path) -> None:
    """The automation of docs/events.md, as it stands there, calls a webhook for a new deal."""
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    recipe = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0]
    with FeedServer() as feeds, WebhookServer() as webhook, WebhookServer() as hook:
        subprocess.run(  # noqa: S603 - our own page
            [sys.executable, "-c", recipe],
            env={
                **plain_environment(),
                "PREFECT_API_URL": served.api_url,
                "HOOK_URL": f"{hook.base}/deals",
            },
            check=True,
        )
        title = "Anthropic commits $30 billion to Google for cloud capacity"
        _poll(served, _watch(tmp_path, feeds, webhook, replace(DEAL, title=title, text=None)))
        served.wait_for(lambda: bool(hook.bodies))

    assert hook.paths == ["/deals"]
    (body,) = hook.bodies
    assert isinstance(body, dict)
    assert body["what"] == "Anthropic → Google: $30 billion (announced)"
