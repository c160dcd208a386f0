"""A stand-in for the HTTP library's session: scripted servers, and a note of each request."""

import asyncio
import errno
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from yarl import URL

from tests.simulation.answers import Reply, decide_reply
from tests.simulation.history import Visit
from tests.simulation.world import SimFeed, World

# Longer than anybody waits.
_ENDLESS_S: Final = 10_000.0


@dataclass(frozen=True, slots=True)
class ScriptedBody:
    """The body of an answer, in one piece."""

    body: bytes

    async def iter_any(self) -> AsyncIterator[bytes]:
        """All of it."""
        yield self.body


@dataclass(frozen=True, slots=True)
class ScriptedResponse:
    """As much of a response as `flows.fetching.fetch` looks at."""

    reply: Reply

    @property
    def status(self) -> int:
        """The number."""
        return self.reply.status

    @property
    def raw_headers(self) -> tuple[tuple[bytes, bytes], ...]:
        """As they came."""
        return tuple((name.encode(), value.encode()) for name, value in self.reply.headers)

    @property
    def content_length(self) -> int:
        """Always given."""
        return len(self.reply.body)

    @property
    def content(self) -> ScriptedBody:
        """What is read."""
        return ScriptedBody(self.reply.body)

    def close(self) -> None:
        """Nothing to close."""


class ScriptedSession:
    """Asks the world instead of the network; adds each request to `visits`."""

    def __init__(
        self,
        world: World,
        feeds: Mapping[str, SimFeed],
        run: int,
        clock: Callable[[], float],
        visits: list[Visit],
    ) -> None:
        self._world = world
        self._feeds = feeds
        self._run = run
        self._clock = clock
        self._visits = visits

    @asynccontextmanager
    async def get(
        self, url: URL, *, headers: Mapping[str, str], allow_redirects: bool
    ) -> AsyncIterator[ScriptedResponse]:
        """Answer after the time the server takes.

        Raises:
            OSError: the connection breaks.
        """
        del allow_redirects  # the caller follows them himself
        feed, host, started = self._feeds[str(url)], url.raw_host or "", self._clock()
        reply = decide_reply(self._world, feed, host, started, headers)
        try:
            await asyncio.sleep(_ENDLESS_S if reply.fails == "hangs" else reply.seconds)
            if reply.fails:
                raise OSError(errno.ECONNRESET, "scripted")
            yield ScriptedResponse(reply)
        finally:
            self._visits.append(self._visit(feed, url, started, reply))

    def _visit(self, feed: SimFeed, url: URL, started: float, reply: Reply) -> Visit:
        rest = dict(reply.headers).get("Retry-After")
        return Visit(
            run=self._run,
            feed=feed.number,
            host=url.raw_host or "",
            url=str(url),
            started=started,
            ended=self._clock(),
            status=0 if reply.fails else reply.status,
            rest_s=int(rest) if rest else None,
            offline=self._world.offline.covers(started),
        )
