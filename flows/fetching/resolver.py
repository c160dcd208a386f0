"""Find the addresses of a name, in threads that a hanging lookup cannot exhaust."""

import asyncio
import socket
import threading
from contextlib import suppress

from aiohttp.abc import AbstractResolver, ResolveResult


class ThreadResolver(AbstractResolver):
    """Look names up with the system's resolver, each in a daemon thread of its own.

    The event loop's own pool has a handful of threads: as many names whose lookup hangs would stop
    every other lookup, and the program would not end before the last of them gave up.
    """

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Resolve a name to addresses; raises OSError where there are none."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[ResolveResult]] = loop.create_future()

        def look_up() -> None:
            found: list[ResolveResult] | OSError
            try:
                found = _look_up(host, port, family)
            except OSError as error:
                found = error
            # A closed loop has nobody left who waits.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_settle, answer, found)

        threading.Thread(target=look_up, name=f"resolve {host}", daemon=True).start()
        return await answer

    async def close(self) -> None:
        """Nothing to close: a thread that still hangs dies with the program."""


def _settle(
    answer: asyncio.Future[list[ResolveResult]], found: list[ResolveResult] | OSError
) -> None:
    if answer.done():
        return
    if isinstance(found, OSError):
        answer.set_exception(found)
    else:
        answer.set_result(found)


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    try:
        rows = socket.getaddrinfo(
            host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
    except UnicodeError as error:  # a label over 63 bytes, before any question is asked
        raise socket.gaierror(socket.EAI_NONAME, "not a host name") from error
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return [
        ResolveResult(
            hostname=host, host=str(sockaddr[0]), port=port, family=kin, proto=protocol, flags=flags
        )
        for kin, _, protocol, _, sockaddr in rows
    ]
