"""What no poller can beat: the same feeds fetched by aiohttp and read, nothing stored or told."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import aiohttp
import feedparser

from parsers.scan import scan_xml
from tests.bench.farm import Farm
from tests.bench.programs import Program, Update


class Floor:
    """aiohttp fetches, one function reads; only the validators are remembered."""

    def __init__(self, name: str, read: Callable[[bytes], object]) -> None:
        self.name = name
        self._read = read
        self._urls: Sequence[str] = ()
        self._etags: dict[str, str] = {}

    def prepare(self, folder: Path, farm: Farm, urls: Sequence[str]) -> None:
        """Only the addresses."""
        del folder, farm
        self._urls = urls

    def update(self) -> Update:
        """Fetch all, with the validators of the last time."""
        started, busy = time.perf_counter(), time.process_time()
        asyncio.run(self._fetch_all())
        return Update(seconds=time.perf_counter() - started, cpu_s=time.process_time() - busy)

    async def _fetch_all(self) -> None:
        connector = aiohttp.TCPConnector(limit=50)
        async with aiohttp.ClientSession(connector=connector) as session:
            await asyncio.gather(*(self._fetch(session, url) for url in self._urls))

    async def _fetch(self, session: aiohttp.ClientSession, url: str) -> None:
        etag = self._etags.get(url)
        async with session.get(url, headers={"If-None-Match": etag} if etag else {}) as answer:
            body = await answer.read()
            self._etags[url] = answer.headers.get("ETag", "")
        if body:
            self._read(body)


def floors() -> list[Program]:
    """From the lightest to the parser nearly every poller uses."""
    return [
        Floor("aiohttp alone", len),
        Floor("aiohttp + lxml scan", lambda body: scan_xml(body.decode(), b"")),
        Floor("aiohttp + feedparser", feedparser.parse),
    ]
