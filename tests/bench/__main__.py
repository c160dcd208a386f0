"""`make bench`: a loopback farm of feeds, polled by Gigawatch and by the bare floor, side by side.

The floor is what no poller can beat: the same feeds fetched by aiohttp and parsed by feedparser,
with nothing stored, read or told. Figures are feeds per second; the ratio is what counts.
"""

import asyncio
import platform
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp
import feedparser

from flows.run import poll_once
from flows.settings import load_settings
from tests.servers import FeedServer
from tests.watches import Item, render_rss, write_watch

FEEDS = 300
ITEMS = 20
FILLER = "The site has power, land and permits, and its first halls open next year. " * 12


def main() -> None:
    """Run every case and print one table."""
    with FeedServer() as server, tempfile.TemporaryDirectory() as folder:
        urls = [server.put(f"/{n}.xml", _feed(n), etag=f'"{n}"') for n in range(FEEDS)]
        config = write_watch(Path(folder), urls, allow=[server.address], more="")
        rows = [
            ("floor: aiohttp + feedparser", _time(lambda: _floor(urls))),
            ("gigawatch, cold", _time(lambda: _poll(config))),
            ("gigawatch, all 304", _time(lambda: _poll(config))),
        ]
        for n in range(FEEDS):
            server.put(f"/{n}.xml", _feed(n))
        rows.append(("gigawatch, same bytes without validators", _time(lambda: _poll(config))))
        for n in range(FEEDS):
            server.put(f"/{n}.xml", _feed(n, first=-1))
        rows.append(("gigawatch, one new entry a feed", _time(lambda: _poll(config))))
    _print(rows)


def _feed(number: int, first: int = 0) -> bytes:
    """25 KB of RSS; entries differ between feeds, as they do in life."""
    items = [
        Item(
            title=f"Host {number} leases hall {item} to a lab",
            link=f"https://feed{number}.example/{item}",
            guid=f"{number}-{item}",
            text=f"<p>{FILLER}</p>",
        )
        for item in range(first, ITEMS)
    ]
    return render_rss(*items, title=f"Feed {number}")


async def _floor(urls: list[str]) -> None:
    async with aiohttp.ClientSession() as session:

        async def one(url: str) -> None:
            async with session.get(url) as answer:
                feedparser.parse(await answer.read())

        await asyncio.gather(*(one(url) for url in urls))


async def _poll(config: Path) -> None:
    run = await poll_once(load_settings(config, {}), every=True)
    failed = [feed for feed in run.feeds if feed.outcome == "error"]
    if failed:
        raise SystemExit(f"{len(failed)} feeds failed, first: {failed[0].detail}")


def _time(case: Callable[[], Awaitable[None]]) -> float:
    async def run() -> None:
        await case()

    started = time.perf_counter()
    asyncio.run(run())
    return time.perf_counter() - started


def _print(rows: list[tuple[str, float]]) -> None:
    floor = rows[0][1]
    print(f"{FEEDS} feeds of {len(_feed(0)) // 1000} KB, {ITEMS} entries each; "
          f"Python {platform.python_version()}, {platform.machine()}")  # fmt: skip
    for name, seconds in rows:
        print(f"{name:42} {FEEDS / seconds:8.1f} feeds/s   {floor / seconds:6.2f} x floor")


if __name__ == "__main__":
    main()
