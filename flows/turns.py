"""Decide whose turn it is to ask a host."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from parsers.errors import FetchError


class Turns:
    """So many at a time for each host, first come, first served."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        # A host's turns live as long as somebody waits for or holds one.
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def take(self, host: str, *, within_s: float) -> AsyncIterator[None]:
        """Wait for a turn at a host and hold it; a free one is had even with no time left.

        Raises:
            FetchError: host_busy, those before us were not done in time.
        """
        turn = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        try:
            async with asyncio.timeout(within_s):
                await turn.acquire()
        except TimeoutError as error:
            raise FetchError(
                "host_busy",
                f"{host}: the host's other feeds were not done in time; poll fewer of them, or"
                " raise poll.per_host",
            ) from error
        try:
            yield
        finally:
            turn.release()
