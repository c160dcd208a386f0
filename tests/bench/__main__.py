"""`make bench`: a loopback farm of feeds, polled by Gigawatch and by the bare floor, side by side.

The floor is what no poller can beat: the same feeds fetched by aiohttp and parsed by feedparser,
with nothing stored, read or told. Figures are feeds per second; the ratio is what counts.
"""

import asyncio
import platform
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import feedparser

from flows.run import poll_once
from flows.settings import load_settings
from tests.watches import write_watch

FEEDS = 300
ITEMS = 20


def main() -> None:
    """Run every case and print one table."""
    with _farm() as port, tempfile.TemporaryDirectory() as folder:
        urls = [f"http://127.0.0.1:{port}/{number}.xml" for number in range(FEEDS)]
        config = write_watch(Path(folder), urls, allow=[f"127.0.0.1:{port}"], per_host=50)
        rows = [("floor: aiohttp + feedparser", _time(lambda: _floor(urls)))]
        for name, state in (
            ("gigawatch, cold", "new=0"),
            ("gigawatch, all 304", "new=0"),
            ("gigawatch, same bytes without validators", "etags=0"),
            ("gigawatch, one new entry a feed", "new=1"),
        ):
            _set(port, state)
            rows.append((name, _time(lambda: _poll(config))))
    _print(rows)


@contextmanager
def _farm() -> Iterator[int]:
    command = [sys.executable, "-m", "tests.bench.farm", str(FEEDS), str(ITEMS)]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as farm:
        assert farm.stdin is not None
        assert farm.stdout is not None
        yield int(farm.stdout.readline())
        farm.stdin.close()


def _set(port: int, state: str) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/state?{state}", method="POST")
    urllib.request.urlopen(request).close()  # noqa: S310 - our own farm


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
    print(
        f"{FEEDS} feeds of 25 KB, {ITEMS} entries each; "
        f"Python {platform.python_version()}, {platform.machine()}"
    )
    for name, seconds in rows:
        print(f"{name:42} {FEEDS / seconds:8.1f} feeds/s   {floor / seconds:6.2f} x floor")


if __name__ == "__main__":
    main()
