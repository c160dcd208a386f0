"""A farm of feeds in a process of its own, so that serving them takes nothing from who polls them.

`python -m tests.bench.farm FEEDS ITEMS` prints its port and addresses. GET /N.xml is a feed with
ETag, /long-20000.xml one of so many items, /hang.xml never answers; POST /state?new=K&etags=0
changes what all of them say from then on, GET /counts tells what was answered since.
"""

import asyncio
import json
import socket
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import parse_qs, urlsplit

from tests.bench.news import ITEMS, render_feed, render_long_feed

LONG: Final = (2_000, 20_000)
_HANG: Final = "/hang.xml"
# Feeds live on many hosts; where only 127.0.0.1 is loopback (macOS), they share that one.
_ADDRESSES: Final = tuple(f"127.0.0.{last}" for last in range(1, 17))


@dataclass(frozen=True, slots=True, kw_only=True)
class Farm:
    """A running farm, as whoever polls it sees it."""

    port: int
    addresses: tuple[str, ...]

    def urls(self, feeds: int) -> list[str]:
        """The first feeds, spread over the hosts."""
        hosts = len(self.addresses)
        return [f"http://{self.addresses[n % hosts]}:{self.port}/{n}.xml" for n in range(feeds)]

    def long_url(self, items: int) -> str:
        """The feed of so many items, one of `LONG`."""
        return f"http://{self.addresses[0]}:{self.port}/long-{items}.xml"

    @property
    def hanging_url(self) -> str:
        """The feed that takes the question and never answers."""
        return f"http://{self.addresses[0]}:{self.port}{_HANG}"

    @property
    def allow(self) -> list[str]:
        """What `[network] allow` has to say."""
        return [f"{address}:{self.port}" for address in self.addresses]

    def set(self, *, new: int, etags: bool) -> None:
        """Change what all feeds say, and count anew."""
        self._ask(f"state?new={new}&etags={int(etags)}", method="POST")

    def counts(self) -> dict[str, int]:
        """How many answers there were of each status since."""
        return cast("dict[str, int]", json.loads(self._ask("counts")))

    def _ask(self, path: str, method: str = "GET") -> bytes:
        url = f"http://{self.addresses[0]}:{self.port}/{path}"
        request = urllib.request.Request(url, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own farm
            return cast("bytes", answer.read())


@contextmanager
def open_farm(feeds: int, *, items: int = ITEMS) -> Iterator[Farm]:
    """Start a farm and stop it."""
    command = [sys.executable, "-m", "tests.bench.farm", str(feeds), str(items)]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as farm:
        assert farm.stdin is not None
        assert farm.stdout is not None
        port, *addresses = farm.stdout.readline().split()
        try:
            yield Farm(port=int(port), addresses=tuple(addresses))
        finally:
            farm.stdin.close()


# --- the farm's own process ---------------------------------------------------------------------


class _Fields:
    """What the feeds say now: `new` entries above the first ones; validators or none."""

    def __init__(self, feeds: int, items: int) -> None:
        self.new = 0
        self.etags = True
        self.counts: Counter[int] = Counter()
        self._items = items
        self._first = [render_feed(number, items=items) for number in range(feeds)]
        # Made when they are first asked for, before anything is measured.
        self._bodies = self._first
        self._long = _render_long(0)

    def change(self, *, new: int, etags: bool) -> None:
        self.etags = etags
        if new != self.new:
            self.new = new
            self._bodies = [self._render(n) for n in range(len(self._first))]
            self._long = _render_long(new)
        self.counts.clear()

    def answer(self, path: str, etag: str) -> bytes:
        """The whole answer to a GET."""
        name = path.strip("/").removesuffix(".xml")
        if name == "counts":
            return _answer(200, json.dumps(self.counts).encode(), kind="application/json")
        body = self._body(name)
        ours = f'"{name}-{self.new}"'
        status = 404 if body is None else 304 if self.etags and etag == ours else 200
        self.counts[status] += 1
        tag = f"ETag: {ours}\r\n" if self.etags else ""
        return _answer(status, body or b"" if status == 200 else b"", more=tag)

    def _render(self, number: int) -> bytes:
        if not self.new:
            return self._first[number]
        return render_feed(number, items=self._items, new=self.new)

    def _body(self, name: str) -> bytes | None:
        if name in self._long:
            return self._long[name]
        return self._bodies[int(name)] if name.isdigit() and int(name) < len(self._bodies) else None


def _render_long(new: int) -> dict[str, bytes]:
    return {f"long-{items}": render_long_feed(items, new=new) for items in LONG}


def _answer(
    status: int, body: bytes, *, kind: str = "application/rss+xml", more: str = ""
) -> bytes:
    head = (
        f"HTTP/1.1 {status} Farm\r\nContent-Type: {kind}\r\n{more}"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class _Door(asyncio.Protocol):
    """The least of an HTTP server: whole requests without bodies, connections kept if wished."""

    def __init__(self, fields: _Fields) -> None:
        self._fields = fields
        self._asked = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._asked += data
        while b"\r\n\r\n" in self._asked:
            head, _, self._asked = self._asked.partition(b"\r\n\r\n")
            self._reply(head.decode("latin-1"))

    def _reply(self, head: str) -> None:
        first, *lines = head.split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (_part(one) for one in lines)}
        url = urlsplit(target)
        if url.path == _HANG or self._transport is None:
            return
        if method == "POST":
            asked = parse_qs(url.query)
            self._fields.change(new=int(asked["new"][0]), etags=asked["etags"] == ["1"])
            self._transport.write(_answer(200, b""))
        else:
            self._transport.write(self._fields.answer(url.path, headers.get("if-none-match", "")))
        if headers.get("connection", "").lower() == "close":
            self._transport.close()


def _part(line: str) -> tuple[str, str, str]:
    return line.partition(":")


async def _serve(feeds: int, items: int) -> None:
    fields = _Fields(feeds, items)
    loop = asyncio.get_running_loop()
    doors = _doors()
    for door in doors:
        await loop.create_server(lambda: _Door(fields), sock=door, backlog=1024)
    port = doors[0].getsockname()[1]
    print(port, *(door.getsockname()[0] for door in doors), flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until whoever started us closes the pipe


def _doors() -> list[socket.socket]:
    """A socket on each loopback address to be had, all on one port."""
    doors = [socket.create_server((_ADDRESSES[0], 0))]
    port = doors[0].getsockname()[1]
    for address in _ADDRESSES[1:]:
        with suppress(OSError):
            doors.append(socket.create_server((address, port)))
    return doors


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2])))
