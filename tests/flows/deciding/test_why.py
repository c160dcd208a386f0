"""`gigawatch why`: where something was seen, how it was read, who was told, and what arrived."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from flows.commands.show_why import print_why
from flows.commands.why import why
from flows.deciding.alerting import Policy
from flows.deciding.why import Case, judge, why_json
from flows.settings import Destination
from parsers.errors import GigawatchError
from parsers.types import DealReading
from storage.decisions import DecisionView
from storage.outbox import DeliveryState
from storage.sightings import Arrival, Sighting
from tests.servers import FeedServer
from tests.told import MENTION, SEED
from tests.watches import DEAL, NOW, WEATHER, ask, poll_at, render_rss, write_watch

ID = "anthropic-microsoft-2026-04"
APP = typer.Typer()
APP.command()(why)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A watch that has polled twice: a deal that two publishers tell, and the weather."""
    tmp_path = tmp_path_factory.mktemp("watch")
    with FeedServer() as server:
        urls = [server.put("/wire", render_rss(DEAL, WEATHER)), server.put("/late", render_rss())]
        to = {"file": f"file:{tmp_path / 'alerts.txt'}", "big": f"file:{tmp_path / 'big.txt'}"}
        config = write_watch(
            tmp_path, urls, to, allow=[server.address], more="min_usd = 1_000_000_000_000"
        )
        asyncio.run(poll_at(config))
        again = replace(DEAL, link="https://late.example/deal", guid="late")
        server.put("/late", render_rss(again, title="The Late News"))
        asyncio.run(poll_at(config, NOW + timedelta(hours=1), every=True))
        yield tmp_path


def asked(folder: Path, *words: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(APP, [*words, "--config", str(folder / "watch.toml")])
    if result.exception is not None:
        raise result.exception
    return result.stdout


def entry_id(folder: Path, title: str) -> int:
    """The number of the first entry with a title."""
    ((number,),) = ask(folder, f"SELECT min(id) FROM entries WHERE title = '{title}'")  # noqa: S608 - our own words
    return int(str(number))


# --- of a deal ----------------------------------------------------------------------------------


def test_a_deal_tells_who_was_told_and_who_was_not(folder: Path) -> None:
    """Its decisions, its alert, each destination's filters now, and what arrived."""
    told = asked(folder, ID)

    lines = [line.strip() for line in told.splitlines()]
    assert lines[0] == f"deal {ID}: Anthropic → Microsoft: $30 billion (announced)"
    assert lines[1].startswith("2 entries by 2 publishers")
    assert lines[2] == "decided (1 of 2 told nothing new)"
    first = f"entry {entry_id(folder, DEAL.title or '')}: told as {ID}#1 to file; not to big"
    assert f"2026-04-21 12:00 UTC {first}" in lines[3]
    assert lines[4].endswith("silent: re-report, nothing new (2nd publisher)")
    assert "Anthropic and Microsoft are on your watchlist" in lines
    assert "now, by watch.toml" in lines
    assert "file: yes: its filters let it through; it was sent an alert" in lines
    assert "big: no: min_usd: the largest is $30bn, less than $1tn" in lines
    assert any(f"{ID}#1 to file: sent 2026-04-21 12:00 UTC" in line for line in lines)


@pytest.mark.parametrize("what", [f"{ID}#1", f"{ID}#1@file"], ids=["message", "delivery"])
def test_a_key_leads_to_its_deal(folder: Path, what: str) -> None:
    """What stands in a message is all that its reader has."""
    assert asked(folder, what) == asked(folder, ID)


def test_a_deal_as_json(folder: Path) -> None:
    """The same for programs; what does not apply is null or empty."""
    told = json.loads(asked(folder, ID, "--json"))

    assert told["entry"] is None
    assert told["deal"]["id"] == ID
    assert told["told_again"] == 1
    assert [one["alert"] for one in told["decided"]] == [f"{ID}#1", None]
    assert [one["change"] for one in told["alerts"]] == ["new"]
    assert [one["wants"] for one in told["now"]["destinations"]] == [True, False]
    assert [(one["destination"], one["state"]) for one in told["deliveries"]] == [("file", "sent")]


# --- of an entry --------------------------------------------------------------------------------


def test_an_entry_tells_where_it_was_seen_and_how_it_was_read(folder: Path) -> None:
    """And what was decided of its deal then, and now."""
    by_address = asked(folder, DEAL.link or "")
    number = entry_id(folder, DEAL.title or "")

    assert by_address == asked(folder, str(number))
    assert by_address.startswith(f"entry {number}: {DEAL.title}\n")
    assert "first seen 2026-04-21 12:00 UTC in http://127.0.0.1:" in by_address
    assert "read as a compute deal (announced, new)" in by_address
    assert "  companies: Anthropic, Microsoft" in by_address
    assert f"deal {ID}: " in by_address
    assert f"told as {ID}#1 to file" in by_address


def test_an_entry_that_was_told_again_has_no_alert(folder: Path) -> None:
    """It joined a deal that was told before."""
    told = json.loads(asked(folder, "https://late.example/deal", "--json"))

    assert told["reading"]["is_compute_deal"]
    assert (told["alerts"], told["deliveries"]) == ([], [])
    assert told["decided"][0]["reason"] == "silent: re-report, nothing new (2nd publisher)"


def test_an_entry_that_is_no_deal_says_why(folder: Path) -> None:
    """The reading's own reasons, and that nobody wants it for the companies it names."""
    told = asked(folder, WEATHER.link or "")

    assert "read as no compute deal\n  no company we know is named" in told
    assert (
        'now nobody would be told: it names no company with alert_on = "mentions" (none at all)'
        in told
    )
    assert "  big: no: min_usd lets through deals only" in told
    assert told.endswith("deliveries: none\n")


# --- what is not there --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "said"),
    [
        pytest.param("99", "no entry has the number 99; `gigawatch poll --json` lists", id="entry"),
        pytest.param(
            "https://wire.example/none",
            "no entry at https://wire.example/none was seen in a feed; `gigawatch read",
            id="address",
        ),
        pytest.param("9" * 30, "no entry has the number 9", id="beyond all numbers"),
        pytest.param(
            "amazon-meta",
            "no deal, entry or message amazon-meta; `gigawatch deals list`",
            id="deal",
        ),
    ],
)
def test_what_is_not_known_says_where_to_look(folder: Path, what: str, said: str) -> None:
    """One line, and what to do instead."""
    with pytest.raises(GigawatchError) as refused:
        asked(folder, what)

    assert said in str(refused.value)


def test_the_key_of_a_mention_leads_to_its_entry(folder: Path) -> None:
    """Which has a reading, and no deal."""
    number = entry_id(folder, WEATHER.title or "")
    ask(
        folder,
        "INSERT INTO alerts (entry_id, key, created_at, payload)"  # noqa: S608 - our own words
        f" VALUES ({number}, 'mention-{number}#1', '2026-04-21 12:00:00', '{{}}')",
    )

    told = asked(folder, f"mention-{number}#1")

    assert told.startswith(f"entry {number}: {WEATHER.title}\n")
    assert f"alert mention-{number}#1, 2026-04-21 12:00 UTC\nnow" in told


def test_a_message_on_feeds_is_shown_elsewhere(folder: Path) -> None:
    """It is about no deal."""
    ask(
        folder,
        "INSERT INTO alerts (feed_id, key, created_at, payload)"
        " VALUES (1, 'feeds-2026-04-21#1', '2026-04-21 12:00:00', '{}')",
    )

    with pytest.raises(GigawatchError, match="`gigawatch alerts preview feeds-2026-04-21#1`"):
        asked(folder, "feeds-2026-04-21#1")


# --- what seldom happens ------------------------------------------------------------------------

DESK = Destination.model_validate({"name": "desk", "url": "json://x", "companies": ["Anthropic"]})
ANYTHING = Policy(tracked=None, max_age=timedelta(days=3), destinations=(DESK,))
ENTRY = Sighting(
    id=7,
    title="A title with \x1b[31mcolour",
    text="",
    url=None,
    publisher=None,
    published_at=None,
    seen_at=NOW,
    edited_at=None,
    pruned_at=None,
    feeds=("https://one.example/feed", "https://two.example/feed"),
    reading=None,
    reason=None,
    page_text=None,
    page_note=None,
    parent_id=None,
)
READING = DealReading(
    is_compute_deal=False,
    event="none",
    reasons=("nothing is bought",),
    doubts=("the title has words of a deal",),
    companies=("Anthropic",),
)
ARRIVAL = Arrival(
    id=3,
    alert_key="mention-7#1",
    destination="desk",
    state="held",
    attempts=0,
    next_try_at=NOW,
    sent_at=None,
    last_error=None,
    digest=None,
)


def printed(case: Case, capsys: pytest.CaptureFixture[str], *, by: Policy = ANYTHING) -> str:
    """What is printed of a case."""
    print_why(case, *judge(case, by, now=NOW))
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        pytest.param(
            replace(ENTRY, pruned_at=NOW),
            "not read: forgotten 2026-04-21 12:00 UTC by `gigawatch db prune`",
            id="pruned",
        ),
        pytest.param(replace(ENTRY, reason="too long"), "not read: too long", id="set aside"),
        pytest.param(replace(ENTRY, parent_id=6), "  a headline of entry 6", id="a headline"),
        pytest.param(replace(ENTRY, edited_at=NOW), "  edited 2026-04-21 12:00 UTC", id="edited"),
        pytest.param(replace(ENTRY, page_text="…"), "  its page was read", id="its page"),
        pytest.param(replace(ENTRY, page_note="404"), "  404", id="no page"),
        pytest.param(
            replace(ENTRY, reading=READING), "  unsure: the title has words of a deal", id="doubts"
        ),
        pytest.param(ENTRY, "entry 7: A title with [31mcolour", id="what hides in a title"),
        pytest.param(ENTRY, "now nobody would be told: what it says is not kept", id="now"),
        pytest.param(ENTRY, "  no publisher, published at no known time", id="no date"),
        pytest.param(
            ENTRY,
            "  first seen 2026-04-21 12:00 UTC in https://one.example/feed, "
            "https://two.example/feed",
            id="its feeds",
        ),
    ],
)
def test_an_entry_tells_what_became_of_it(
    entry: Sighting, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pruned, refused, edited, a headline: each in a line."""
    assert line in printed(Case(entry=entry), capsys).splitlines()


@pytest.mark.parametrize(
    ("arrival", "line"),
    [
        pytest.param(ARRIVAL, "held, not before 2026-04-21 12:00 UTC", id="held"),
        pytest.param(
            replace(ARRIVAL, digest="digest-2026-04-21#1"),
            "held, not before 2026-04-21 12:00 UTC, in digest-2026-04-21#1",
            id="in a digest",
        ),
        pytest.param(
            replace(ARRIVAL, state="failed", attempts=2, last_error="no answer"),
            "failed after 2 tries, not before 2026-04-21 12:00 UTC: no answer",
            id="failed",
        ),
        pytest.param(
            replace(ARRIVAL, state="dead", attempts=1, last_error="gone"),
            "dead after 1 try: gone",
            id="dead",
        ),
        pytest.param(
            replace(ARRIVAL, state="sent", attempts=1, sent_at=NOW),
            "sent 2026-04-21 12:00 UTC",
            id="sent",
        ),
    ],
)
def test_a_delivery_tells_how_far_it_is(
    arrival: Arrival, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And when it is tried again."""
    told = printed(Case(entry=replace(ENTRY, reading=READING), arrivals=(arrival,)), capsys)

    assert told.endswith(f"deliveries\n  3 mention-7#1 to desk: {line}\n")


def test_of_many_decisions_the_last_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """A deal of a hundred texts stays readable; --json has all."""
    decisions = tuple(
        DecisionView(
            entry_id=number, deal_id=ID, alert_key=None, reason="silent: nothing new", at=NOW
        )
        for number in range(30)
    )
    case = Case(deal_id=ID, deal=SEED, decisions=decisions)

    told = printed(case, capsys)

    assert "decided (30 of 30 told nothing new)\n  20 earlier; --json has them all\n" in told
    assert told.count("silent: nothing new") == 10
    assert len(why_json(case, ANYTHING, now=NOW)["decided"]) == 30  # type: ignore[arg-type]  # a list


@pytest.mark.parametrize(
    ("by", "state", "line"),
    [
        pytest.param(
            ANYTHING, "sent", "  desk: yes: its filters let it through; it was sent an alert",
            id="wanted",
        ),
        pytest.param(
            ANYTHING, "cancelled", "  desk: yes: its filters let it through; it was sent none",
            id="cancelled",
        ),
        pytest.param(
            ANYTHING, "dead", "  desk: yes: its filters let it through; it was sent none",
            id="dead",
        ),
        pytest.param(
            ANYTHING, "held", "  desk: yes: its filters let it through; an alert waits for it",
            id="waiting",
        ),
        pytest.param(
            replace(ANYTHING, destinations=(DESK.model_copy(update={"companies": ("Meta",)}),)),
            "sent",
            "  desk: no: companies: none of Meta; it was sent an alert, and hears what makes that "
            "wrong",
            id="not wanted any more",
        ),
        pytest.param(
            replace(ANYTHING, tracked={}),
            "sent",
            "now nobody would be told: no tracked company (Amazon and Anthropic)",
            id="not tracked",
        ),
        pytest.param(
            replace(ANYTHING, max_age=timedelta(hours=1)),
            "sent",
            "now nobody would be told: told 22 hours ago, older than max_age = 1 hour",
            id="old",
        ),
    ],
)  # fmt: skip
def test_a_deal_is_judged_by_todays_configuration(
    by: Policy, state: DeliveryState, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever changed a filter sees what it does now."""
    case = Case(deal_id=ID, deal=SEED, arrivals=(replace(ARRIVAL, state=state),))

    assert line in printed(case, capsys, by=by).splitlines()


def test_a_mention_is_judged_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Its filters are those of names."""
    entry = replace(ENTRY, reading=READING, title=MENTION.title)

    assert "now nobody would be told: it names no company with alert_on" in printed(
        Case(entry=entry), capsys
    )
