"""Read the body of an answer whole, or say that it is not."""

import asyncio

import aiohttp
from aiohttp.connector import Connection
from aiohttp.http_exceptions import ContentLengthError, TransferEncodingError
from yarl import URL

from flows.fetching.headers import read_header
from flows.fetching.unpacking import Unpacker, too_large
from parsers.errors import FetchError

# What the HTTP library says when the connection ends before the length or the last chunk.
UNFINISHED = (ContentLengthError, TransferEncodingError)


class ListeningResponse(aiohttp.ClientResponse):
    """Knows whether the server said goodbye or broke off.

    A body without a length ends where the connection ends, and the HTTP library takes a reset for
    that end as well.
    """

    _goodbye: asyncio.Future[None] | None = None

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        """Read the head; the connection is forgotten once the body has ended, so listen now."""
        # A protocol with nothing in its queue is falsy.
        self._goodbye = None if connection.protocol is None else connection.protocol.closed
        if self._goodbye is not None:
            self._goodbye.add_done_callback(_heard)
        return await super().start(connection)

    @property
    def broke_off(self) -> bool:
        """Whether a body that only a goodbye could end was ended by something else."""
        chunked = "chunked" in self.headers.get("Transfer-Encoding", "").lower()
        if chunked or self.content_length is not None or self._goodbye is None:
            return False
        return self._goodbye.done() and self._goodbye.exception() is not None


def _heard(goodbye: asyncio.Future[None]) -> None:
    """Look at the error, or the event loop would complain that nobody did."""
    if not goodbye.cancelled():
        goodbye.exception()


async def read_body(response: aiohttp.ClientResponse, url: URL, max_bytes: int) -> bytes:
    """The body, unpacked.

    Raises:
        FetchError: truncated, too_large or bad_encoding.
        aiohttp.ClientError: it is not as the headers say.
    """
    host = url.raw_host or ""
    if (response.content_length or 0) > max_bytes:
        raise too_large(host, max_bytes)
    unpacker = Unpacker(read_header(response, "content-encoding") or "", host, max_bytes)
    received = 0
    try:
        async for chunk in response.content.iter_any():
            received += len(chunk)
            if received > max_bytes:
                raise too_large(host, max_bytes)
            unpacker.feed(chunk)
    except aiohttp.ClientConnectionError as error:
        raise FetchError("truncated", f"{host}: the connection broke inside the body") from error
    except aiohttp.ClientPayloadError as error:
        if isinstance(error.__cause__, UNFINISHED):
            raise FetchError("truncated", f"{host}: the body ends too early") from error
        raise
    if isinstance(response, ListeningResponse) and response.broke_off:
        raise FetchError("truncated", f"{host}: the connection broke inside the body")
    return unpacker.finish()
