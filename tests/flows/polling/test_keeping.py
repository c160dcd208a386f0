"""One alert a deal: what entries that come one after the other make of it."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from flows.dispatch import deliver
from flows.pipeline import claim_feeds
from flows.polling.intake import ReadEntry
from flows.polling.keeping import FeedEntries, Kept, keep_entries
from flows.polling.tools import Tools, open_tools
from flows.settings import load_settings
from parsers.types import DealReading, Entry, Leg, Party, Status
from storage.database import transaction
from tests.servers import FeedServer
from tests.watches import NOW, alerts, render_rss, stored, watch_to_file


def report(key: str, *, publisher: str, status: Status, billions: int = 30) -> ReadEntry:
    """An entry by which Anthropic pays Microsoft so much."""
    leg = Leg(
        payer="Anthropic",
        payee="Microsoft",
        kind="commitment",
        quote="Anthropic will pay Microsoft.",
        amount=Decimal(billions * 10**9),
        currency="USD",
        qualifier="exact",
        as_stated=f"${billions} billion",
        power_gw=Decimal(2),
    )
    said = DealReading(
        is_compute_deal=True,
        event="new",
        reasons=(),
        status=status,
        companies=("Anthropic", "Microsoft"),
        parties=(
            Party(company="Anthropic", role="buyer"),
            Party(company="Microsoft", role="supplier"),
        ),
        legs=(leg,),
    )
    entry = Entry(
        key=key,
        fingerprint=key,
        title=f"{publisher} says so",
        text="",
        publisher=publisher,
        published_at=NOW,
    )
    return ReadEntry(entry=entry, reading=said, url_key=key, title_key=None)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


@pytest.fixture
def quiet(server: FeedServer, tmp_path: Path) -> Path:
    """A watch.toml on one feed without news."""
    return watch_to_file(tmp_path, server, server.put("/feed", render_rss()))


def keep(tools: Tools, *read: ReadEntry) -> Kept:
    """Store entries as a poll does."""
    entries = FeedEntries(feed_id=1, url="https://wire.example/feed", read=read)
    with transaction(tools.engine) as session:
        (kept,) = keep_entries(session, [entries], policy=tools.policy, now=NOW)
    return kept


async def test_an_unsent_alert_is_brought_up_to_date(quiet: Path, tmp_path: Path) -> None:
    """A deal that grows before its alert is sent is told once, as it stands then."""
    async with open_tools(load_settings(quiet, {}), clock=lambda: NOW) as tools:
        claim_feeds(tools)
        keep(tools, report("a", publisher="Axios", status="talks"))
        keep(tools, report("b", publisher="Reuters", status="announced"))
        (sent,) = await deliver(tools)

    assert (sent.state, sent.key) == ("sent", "anthropic-microsoft-2026-04#1@file")
    assert alerts(tmp_path).count("New deal · Anthropic → Microsoft") == 1
    assert "2 publishers: Reuters (a news agency), Axios" in alerts(tmp_path)
    assert "(announced)" in alerts(tmp_path)
    assert stored(tmp_path) == (2, 1, 1, 1)


async def test_an_update_keeps_the_news_nobody_has_read(quiet: Path, tmp_path: Path) -> None:
    """A second change before an update is sent: both are told as one, against what was read."""
    async with open_tools(load_settings(quiet, {}), clock=lambda: NOW) as tools:
        claim_feeds(tools)
        keep(tools, report("a", publisher="Axios", status="talks"))
        await deliver(tools)
        keep(tools, report("b", publisher="Reuters", status="announced"))
        keep(tools, report("c", publisher="AP", status="contracted"))
        (sent,) = await deliver(tools)

    update = alerts(tmp_path).partition("Deal update")[2]
    assert sent.key == "anthropic-microsoft-2026-04#2@file"
    assert "now contracted, was in talks" in update
    assert stored(tmp_path) == (3, 1, 2, 2)


async def test_a_deal_told_once_more_is_no_alert(quiet: Path, tmp_path: Path) -> None:
    """Another publisher with the same words joins the deal in silence."""
    async with open_tools(load_settings(quiet, {}), clock=lambda: NOW) as tools:
        claim_feeds(tools)
        keep(tools, report("a", publisher="Axios", status="announced"))
        await deliver(tools)
        kept = keep(tools, report("b", publisher="AP", status="announced"))
        sent = await deliver(tools)

    assert [one.deal.publishers for one in kept.deals] == [("AP", "Axios")]
    assert sent == ()
    assert stored(tmp_path) == (2, 1, 1, 1)


async def test_a_known_entry_is_not_stored_again(quiet: Path) -> None:
    """Whoever comes second with the same entry adds nothing: the constraint decides."""
    async with open_tools(load_settings(quiet, {}), clock=lambda: NOW) as tools:
        claim_feeds(tools)
        once = keep(tools, report("a", publisher="Axios", status="talks"))
        again = keep(tools, report("a", publisher="Axios", status="talks"))

    assert (len(once.entries), len(once.deals)) == (1, 1)
    assert (again.entries, again.deals) == ((), ())
