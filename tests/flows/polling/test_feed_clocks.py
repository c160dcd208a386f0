"""What clocks and zones do to polls: back, far on, summer time, years at the edge."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.pipeline import claim_feeds
from parsers.feed import parse_feed
from tests.servers import FeedServer
from tests.watches import DEAL, NOW, alerts, ask, poll_at, render_rss, watch_to_file
from tests.watching import only, watching

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FEED = render_rss(DEAL)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


async def test_a_clock_an_hour_back_repeats_nothing(server: FeedServer, tmp_path: Path) -> None:
    """What was told stays told, and the feed is asked again within its wait of the new time."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))

    async with watching(config) as watch:
        await watch.poll(NOW)
        back = await watch.poll(NOW - HOUR, every=True)
        next_at = only(back).next_check_at
        after = await watch.poll(NOW - HOUR / 2)

    assert only(back).outcome == "unchanged"
    assert next_at
    assert next_at <= NOW
    assert only(after).outcome == "unchanged"
    assert alerts(tmp_path).count("New deal") == 1


async def test_a_clock_ten_years_on_breaks_no_feed(server: FeedServer, tmp_path: Path) -> None:
    """Old news is stored and not told, and the feed is asked again a day later."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))
    config.write_text(config.read_text().replace("9999d", "3d"))

    async with watching(config) as watch:
        late = only(await watch.poll(NOW + 3653 * DAY))
        next_day = await watch.poll(NOW + 3654 * DAY)

    assert (late.outcome, late.new) == ("new", 1)
    assert only(next_day).outcome == "unchanged"
    assert alerts(tmp_path) == ""


@pytest.mark.parametrize("fate", ["ends", "is killed"])
async def test_a_clock_that_was_ten_years_on_once_costs_a_day(
    server: FeedServer, tmp_path: Path, fate: str
) -> None:
    """Set right again, the feeds it polled are due within the longest wait there is, not in 2036.

    Nor does the lease of a worker elsewhere, killed while the clock was wrong, hold one for years.
    """
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))

    async with watching(config) as watch:
        await watch.poll(NOW + 3653 * DAY)
        if fate == "is killed":
            claim_feeds(replace(watch.tools, owner="another host/1/1/other"), every=True)
        after = await watch.poll(NOW + DAY)

    assert [feed.outcome for feed in after.feeds] == ["unchanged"]


@pytest.fixture(params=["America/New_York", "Australia/Lord_Howe"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine lies somewhere."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", str(request.param))
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    "now",
    [
        pytest.param(datetime(2026, 3, 8, 6, 50, tzinfo=UTC), id="an hour is left out"),
        pytest.param(datetime(2026, 11, 1, 5, 50, tzinfo=UTC), id="an hour comes twice"),
    ],
)
async def test_the_zone_of_the_machine_changes_nothing(
    server: FeedServer, tmp_path: Path, now: datetime
) -> None:
    """Summer time begins or ends, a date names no zone: waits and stored times are those of UTC."""
    body = render_rss(replace(DEAL, date=f"{now:%Y-%m-%d} 02:30:00"))
    config = watch_to_file(tmp_path, server, server.put("/feed", body))

    async with watching(config) as watch:
        first = only(await watch.poll(now))
        second = only(await watch.poll(now + HOUR))

    (entry,) = parse_feed(body, content_type=None, base_url="https://wire.example/").entries
    assert entry.published_at == now.replace(hour=2, minute=30)
    assert first.next_check_at
    assert timedelta(minutes=13) <= first.next_check_at - now <= timedelta(minutes=15)
    assert second.outcome == "unchanged"
    assert ask(tmp_path, "SELECT published_at, seen_at FROM entries") == [
        (f"{now:%Y-%m-%d} 02:30:00.000000", f"{now:%Y-%m-%d %H:%M}:00.000000")
    ]


async def test_the_last_year_is_a_year(server: FeedServer, tmp_path: Path) -> None:
    """Dates of the years 0 to 10000 in a feed are unknown or read, and stop no poll."""
    dates = ["Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59-12:00", "0000-00-00", "-1"]
    dates += ["10000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "99999999999999"]
    items = [
        replace(DEAL, guid=f"{number}", link=f"https://wire.example/{number}", date=date)
        for number, date in enumerate(dates)
    ]
    config = watch_to_file(tmp_path, server, server.put("/feed", render_rss(*items)))

    feed = only(await poll_at(config))

    assert feed.error is None
    assert feed.next_check_at
    assert feed.next_check_at <= NOW + DAY
    assert "Anthropic" in alerts(tmp_path)
