"""Tell whether it is our own network that fails, and not the feeds: then all fail at once."""

import asyncio
from collections.abc import Sequence
from typing import Final

_CODES: Final = frozenset({"dns_failed", "timeout", "tls_failed"})
# Two feeds may well fail by chance, or lie on one broken server.
_FEWEST: Final = 3


def is_network_trouble(code: str | None) -> bool:
    """Whether a failure with this code may as well be our own network's."""
    return code is not None and (code in _CODES or code.startswith("connection_"))


def is_own_network(codes: Sequence[str | None]) -> bool:
    """Whether a run with these error codes, one a feed, failed as a whole on the way."""
    return len(codes) >= _FEWEST and all(is_network_trouble(code) for code in codes)


class OwnNetwork:
    """What the feeds of one run together tell of our network.

    It is known as soon as one feed was reached, else when all have ended.
    """

    def __init__(self, feeds: int) -> None:
        self._left = feeds
        self._failed = 0
        self._down = False
        self._known = asyncio.Event()
        if feeds < _FEWEST:
            self._known.set()

    def note_reached(self) -> None:
        """A feed ended in anything else than network trouble."""
        self._known.set()

    def note_skipped(self) -> None:
        """A feed was not asked at all, which tells nothing."""
        self._count()

    async def is_down(self) -> bool:
        """A feed ended in network trouble: wait for the others, then say whether all did."""
        self._failed += 1
        self._count()
        await self._known.wait()
        return self._down

    def _count(self) -> None:
        self._left -= 1
        if self._left == 0 and not self._known.is_set():
            self._down = self._failed >= _FEWEST
            self._known.set()
