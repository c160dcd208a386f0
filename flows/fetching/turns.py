"""Decide whose turn it is to ask a host, and when."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Final
from weakref import WeakValueDictionary

from parsers.errors import FetchError

# So many hosts are remembered before those whose gap is over are forgotten.
_MANY: Final = 1_000


class Gaps:
    """The least time between the starts of two requests to one host.

    `spares` names the hosts that need none; `clock` counts seconds and never goes back.
    """

    def __init__(
        self,
        gap_s: float,
        *,
        spares: Callable[[str], bool] = lambda _: False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap_s = gap_s
        self._spares = spares
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[str, float] = {}
        # One at a time waits for a host's gap, the others for him: whoever gives up costs nothing.
        self._doors: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def wait(self, host: str) -> None:
        """Wait until the host may be asked again; the request starts now."""
        if self._gap_s <= 0 or self._spares(host):
            return
        door = self._doors.setdefault(host, asyncio.Lock())
        async with door:
            # Sleeps end a little early now and then.
            while (left := self._free_at.get(host, 0.0) - self._clock()) > 0:
                await self._sleep(left)
            self._free_at[host] = self._clock() + self._gap_s
        if len(self._free_at) > _MANY:
            self._free_at = {one: self._free_at[one] for one in self.left()}

    def left(self) -> Mapping[str, float]:
        """The hosts that may not be asked yet, and for how many seconds."""
        now = self._clock()
        return {host: free_at - now for host, free_at in self._free_at.items() if free_at > now}


class Turns:
    """So many at a time for each host, a gap apart, first come, first served."""

    def __init__(self, per_host: int, gaps: Gaps | None = None) -> None:
        self._per_host = per_host
        self.gaps = gaps or Gaps(0.0)
        # A host's turns live as long as somebody waits for or holds one.
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def take(self, host: str, *, within_s: float) -> AsyncIterator[None]:
        """Wait for a turn at a host and hold it; a free one is had even with no time left.

        Raises:
            FetchError: host_busy, those before us were not done in time.
        """
        turn = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        deadline = asyncio.get_running_loop().time() + within_s
        async with _before(deadline, host):
            await turn.acquire()
        try:
            async with _before(deadline, host):
                await self.gaps.wait(host)
            yield
        finally:
            turn.release()


@asynccontextmanager
async def _before(deadline: float, host: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout_at(deadline):
            yield
    except TimeoutError as error:
        raise FetchError(
            "host_busy",
            f"{host}: the host's other feeds were not done in time; poll fewer of them, or"
            " raise poll.per_host",
        ) from error
