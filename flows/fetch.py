"""Ask for one URL, inside hard limits of time and bytes, through the address guard.

    async with open_client(guard, limits, contact="ops@example.org") as client:
        answer = await fetch(client, url, validators=saved)

Whatever a server does ends in `Fetched`, `NotModified` or a `FetchError` with a stable code.
"""

import asyncio
import hashlib
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from weakref import WeakValueDictionary

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import Connection
from aiohttp.http_exceptions import (
    ContentLengthError,
    HttpProcessingError,
    TransferEncodingError,
)
from yarl import URL

from flows.guard import AddressGuard, RefusedAddressError, explain_refusal
from parsers.errors import FetchError

MIB = 1024 * 1024
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
    " text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1"
)
GOOD = frozenset({200, 203})
MOVED_FOR_GOOD = frozenset({301, 308})
MOVED = MOVED_FOR_GOOD | {302, 303, 307}
NOT_MODIFIED = 304
# Codes whose name says more than their number.
STATUS_CODES = {410: "gone", 429: "too_many_requests"}
# Some servers send policies of many kilobytes with every page; an endless header ends here.
MAX_HEADER_BYTES = 65_536
MAX_VALIDATOR_BYTES = 1_024
CONTROL_BYTE = re.compile(rb"[\x00-\x1f\x7f]")
MAX_RETRY_AFTER_S = 30 * 24 * 3600.0
# gzip may be a chain of members; a chain of empty ones is an attack on the processor.
MAX_GZIP_MEMBERS = 1_000
# What the HTTP library says when the connection ends before the length or the last chunk.
UNFINISHED = (ContentLengthError, TransferEncodingError)
GZIP_MAGIC = 0x1F
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
# The last four are not encodings, but servers name them where none was applied.
PLAIN = frozenset({"", "identity", "none", "utf-8", "binary", "8bit"})
MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(?P<seconds>[0-9]{1,12})", re.IGNORECASE)


# --- what goes in and comes out -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of our time, memory and politeness one URL may use.

    `timeout_s` covers name lookup, connection, redirects and body, not the wait for a turn at a
    host that `max_per_host` others are being asked of. `max_bytes` holds packed and unpacked.
    """

    timeout_s: float = 30.0
    max_bytes: int = 10 * MIB
    max_redirects: int = 5
    max_per_host: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the server called this version, to be repeated byte for byte.

    One character is one byte (ISO 8859-1), so any text column keeps the header exactly.
    """

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheHints:
    """When the server wants to be asked again, as it wrote it; None where it did not say."""

    retry_after: str | None = None
    max_age: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A whole body. `url` is where it lay in the end.

    `permanent_url` is that place if every redirect to it was a permanent one, None otherwise or
    without redirects. `body_hash` is SHA-256 in hex; `ms` is the time used, waits for a turn aside.
    """

    url: str
    body: bytes
    body_hash: str
    status: int
    content_type: str | None
    validators: Validators
    permanent_url: str | None
    cache: CacheHints
    ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The version we have is still the one. `validators` are the ones to send next time."""

    validators: Validators
    cache: CacheHints
    ms: int


class HttpStatusError(FetchError):
    """The server answered with something else than the document.

    `retry_after_s` is how long it asked us to stay away, None where it did not say.
    """

    def __init__(self, code: str, detail: str, retry_after_s: float | None = None) -> None:
        super().__init__(code, detail)
        self.retry_after_s = retry_after_s

    def __reduce__(  # type: ignore[override]  # one argument more than the base carries
        self,
    ) -> tuple[type["HttpStatusError"], tuple[str, str, float | None]]:
        """Travel whole from a child process, as the base does."""
        return type(self), (self.code, self.detail, self.retry_after_s)


# --- the client -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """An open door to the network: the session, what guards it, and whose turn it is."""

    session: aiohttp.ClientSession
    guard: AddressGuard
    limits: Limits
    # A host's turns live as long as somebody waits for or holds one.
    turns: WeakValueDictionary[str, asyncio.Semaphore] = field(default_factory=WeakValueDictionary)

    def turn(self, host: str) -> asyncio.Semaphore:
        """The semaphore of a host, shared by all who ask of it now."""
        return self.turns.setdefault(host, asyncio.Semaphore(self.limits.max_per_host))


@asynccontextmanager
async def open_client(
    guard: AddressGuard,
    limits: Limits | None = None,
    *,
    contact: str | None = None,
    resolver: AbstractResolver | None = None,
) -> AsyncIterator[Client]:
    """Open the client every fetch goes through; its limits hold for each of them.

    No cookies, no proxies or passwords from the environment, no connection kept for later.
    `contact` is how a server's owner reaches the operator; `resolver` replaces the system's names.
    """
    connector = aiohttp.TCPConnector(
        resolver=resolver or ThreadResolver(),
        socket_factory=guard.socket_factory,
        limit=0,  # turns are kept by Client, so that waiting costs no feed its time
        force_close=True,
    )
    session = aiohttp.ClientSession(
        connector=connector,
        response_class=_Response,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
        headers={
            "User-Agent": user_agent(contact),
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
        },
        max_line_size=MAX_HEADER_BYTES,
        max_field_size=MAX_HEADER_BYTES,
    )
    async with session:
        yield Client(session=session, guard=guard, limits=limits or Limits())


def user_agent(contact: str | None) -> str:
    """Say honestly who asks, and how to reach them."""
    about = f"feed reader; contact {contact}" if contact else "feed reader"
    return f"Gigawatch/{version('gigawatch')} (+{about})"


class _Response(aiohttp.ClientResponse):
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


# --- one fetch ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    """A redirect: where to, and whether for good."""

    location: str
    for_good: bool


async def fetch(
    client: Client,
    url: str,
    *,
    validators: Validators | None = None,
    limits: Limits | None = None,
) -> Fetched | NotModified:
    """Ask for a URL, following redirects by hand, each hop through the guard.

    `limits` replaces the client's for this one fetch (its `max_per_host` is the client's).

    Raises:
        FetchError: nothing usable came; the code says what, `HttpStatusError` how long to wait.
    """
    bounds = limits or client.limits
    here = client.guard.check_url(url).with_fragment(None)
    seen, for_good, used_s = {here}, True, 0.0
    while True:
        turn = client.turn(here.raw_host or "")
        async with turn:
            started = time.monotonic()
            answer = await _ask(client, here, validators or Validators(), bounds, used_s)
            used_s += time.monotonic() - started
        if not isinstance(answer, _Moved):
            return _conclude(answer, moved_for_good=for_good and len(seen) > 1, used_s=used_s)
        for_good = for_good and answer.for_good
        here = client.guard.check_url(next_hop(here, answer.location))
        if here in seen:
            raise FetchError("redirect_loop", f"{here.raw_host}: redirects lead back to the start")
        seen.add(here)
        if len(seen) > bounds.max_redirects + 1:
            raise FetchError(
                "too_many_redirects", f"{here.raw_host}: more than {bounds.max_redirects} redirects"
            )


def _conclude(
    answer: Fetched | NotModified, *, moved_for_good: bool, used_s: float
) -> Fetched | NotModified:
    ms = round(used_s * 1000)
    if isinstance(answer, NotModified):
        return replace(answer, ms=ms)
    return replace(answer, ms=ms, permanent_url=answer.url if moved_for_good else None)


def next_hop(here: URL, location: str) -> URL:
    """Resolve a Location header against the URL that sent it.

    Raises:
        FetchError: bad_url, or redirect_downgrade for https to http.
    """
    try:
        # Servers do write spaces in paths; in a host they stay an error after this.
        target = here.join(URL(location.strip().replace(" ", "%20"))).with_fragment(None)
    except ValueError as error:
        raise FetchError("bad_url", f"{here.raw_host}: redirects to what is no URL") from error
    if here.scheme == "https" and target.scheme == "http":
        raise FetchError(
            "redirect_downgrade", f"{here.raw_host}: redirects from https to unprotected http"
        )
    return target


async def _ask(
    client: Client, url: URL, validators: Validators, limits: Limits, used_s: float
) -> Fetched | NotModified | _Moved:
    """One request. Everything the network can do to us ends here, as a FetchError."""
    try:
        async with (
            asyncio.timeout(limits.timeout_s - used_s),
            client.session.get(
                url, headers=_conditions(validators), allow_redirects=False
            ) as response,
        ):
            return await _read_answer(response, url, validators, limits)
    except TimeoutError as error:
        raise FetchError(
            "timeout", f"{url.raw_host}: no whole answer within {limits.timeout_s:g} s"
        ) from error
    except (aiohttp.ClientError, HttpProcessingError, OSError) as error:
        raise _explain(error, url) from error


async def _read_answer(
    response: aiohttp.ClientResponse, url: URL, validators: Validators, limits: Limits
) -> Fetched | NotModified | _Moved:
    try:
        if response.status in MOVED:
            return _read_redirect(response, url)
        if response.status == NOT_MODIFIED and validators != Validators():
            return _read_not_modified(response, validators)
        if response.status not in GOOD:
            raise _status_error(response, url)
        body = await _read_body(response, url, limits.max_bytes)
    finally:
        # Not released: what is left of the body, if anything, is nobody's to read.
        response.close()
    return Fetched(
        url=str(url),
        body=body,
        body_hash=hashlib.sha256(body).hexdigest(),
        status=response.status,
        content_type=_header(response, "content-type"),
        validators=_validators(response),
        permanent_url=None,
        cache=_cache_hints(response),
        ms=0,
    )


# --- reading an answer ----------------------------------------------------------------------------


def _read_redirect(response: aiohttp.ClientResponse, url: URL) -> _Moved:
    raw = _raw_header(response, b"location")
    if not raw:
        raise FetchError("malformed_response", f"{url.raw_host}: redirects without saying where")
    try:
        location = raw.decode("utf-8")
    except UnicodeDecodeError:
        location = raw.decode("latin-1")
    return _Moved(location=location, for_good=response.status in MOVED_FOR_GOOD)


def _read_not_modified(response: aiohttp.ClientResponse, sent: Validators) -> NotModified:
    """RFC 9111, 4.3.4: what a 304 names anew replaces the old, what it leaves out stays."""
    told = _validators(response)
    kept = Validators(
        etag=told.etag or sent.etag, last_modified=told.last_modified or sent.last_modified
    )
    return NotModified(validators=kept, cache=_cache_hints(response), ms=0)


def _status_error(response: aiohttp.ClientResponse, url: URL) -> HttpStatusError:
    status = response.status
    wait = parse_retry_after(_header(response, "retry-after"), _header(response, "date"))
    return HttpStatusError(
        STATUS_CODES.get(status, f"http_{status}"), f"{url.raw_host}: answers {status}", wait
    )


def parse_retry_after(value: str | None, date: str | None) -> float | None:
    """Read Retry-After: seconds, or a time that is measured against the server's own Date.

    Returns:
        Seconds from 0 to 30 days, None where nothing can be read.
    """
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), MAX_RETRY_AFTER_S)
    try:
        wait = parsedate_to_datetime(value) - parsedate_to_datetime(date or "")
    except (ValueError, TypeError, OverflowError):  # TypeError: one time has a zone, one has none
        return None
    return min(max(wait.total_seconds(), 0.0), MAX_RETRY_AFTER_S)


def _conditions(validators: Validators) -> dict[str, str]:
    """The conditional headers; one that cannot be sent byte for byte is left out."""
    pairs = (
        ("If-None-Match", validators.etag),
        ("If-Modified-Since", validators.last_modified),
    )
    sendable = ((name, _sendable(value)) for name, value in pairs if value)
    return {name: value for name, value in sendable if value is not None}


def _sendable(value: str) -> str | None:
    """Headers are written as UTF-8: give the text which that turns into the same bytes."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None


def _raw_header(response: aiohttp.ClientResponse, name: bytes) -> bytes | None:
    for key, value in response.raw_headers:
        if key.lower() == name:
            return value
    return None


def _header(response: aiohttp.ClientResponse, name: str) -> str | None:
    """A header as one line of text, one character for each byte; None where absent or empty."""
    raw = _raw_header(response, name.encode("ascii")) or b""
    text = raw.decode("latin-1").strip(" \t")
    return text if text.isprintable() and text else None


def _validators(response: aiohttp.ClientResponse) -> Validators:
    return Validators(
        etag=_validator(response, b"etag"), last_modified=_validator(response, b"last-modified")
    )


def _validator(response: aiohttp.ClientResponse, name: bytes) -> str | None:
    raw = (_raw_header(response, name) or b"").strip(b" \t")
    # A control byte could not be sent back, and a name this long is no name.
    if not raw or len(raw) > MAX_VALIDATOR_BYTES or CONTROL_BYTE.search(raw):
        return None
    return raw.decode("latin-1")


def _cache_hints(response: aiohttp.ClientResponse) -> CacheHints:
    max_age = MAX_AGE.search(_header(response, "cache-control") or "")
    return CacheHints(
        retry_after=_header(response, "retry-after"),
        max_age=max_age["seconds"] if max_age else None,
        expires=_header(response, "expires"),
    )


# --- the body -------------------------------------------------------------------------------------


async def _read_body(response: aiohttp.ClientResponse, url: URL, max_bytes: int) -> bytes:
    host = url.raw_host or ""
    if (response.content_length or 0) > max_bytes:
        raise _too_large(host, max_bytes)
    unpacker = _Unpacker(_header(response, "content-encoding") or "", host, max_bytes)
    received = 0
    try:
        async for chunk in response.content.iter_any():
            received += len(chunk)
            if received > max_bytes:
                raise _too_large(host, max_bytes)
            unpacker.feed(chunk)
    except aiohttp.ClientConnectionError as error:
        raise FetchError("truncated", f"{host}: the connection broke inside the body") from error
    except aiohttp.ClientPayloadError as error:
        if isinstance(error.__cause__, UNFINISHED):
            raise FetchError("truncated", f"{host}: the body ends too early") from error
        raise
    if isinstance(response, _Response) and response.broke_off:
        raise FetchError("truncated", f"{host}: the connection broke inside the body")
    return unpacker.finish()


def _too_large(host: str, max_bytes: int) -> FetchError:
    return FetchError("too_large", f"{host}: more than {max_bytes / MIB:g} MiB")


class _Unpacker:
    """Undo Content-Encoding piece by piece, never holding more than the cap.

    The HTTP library would take a gzip body that was cut off for a whole one, so we look for the
    end mark ourselves.
    """

    def __init__(self, encoding: str, host: str, max_bytes: int) -> None:
        self._host = host
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []
        self._size = 0
        self._members = 0
        self._inflate: zlib._Decompress | None = None
        name = encoding.lower()
        self._packed = name in PACKED
        if name not in PACKED | PLAIN:
            raise self._bad(f"packs the body in a way we did not ask for ({name[:20]})")

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the body as they came."""
        if not self._packed:
            self._keep(chunk)
            return
        while chunk:
            if self._inflate is None or self._inflate.eof:
                if self._members and chunk[0] != GZIP_MAGIC:
                    return  # servers pad; whatever follows the end mark is no part of the body
                self._start_member(chunk)
            chunk = self._unpack(chunk)

    def finish(self) -> bytes:
        """The whole body."""
        if self._packed and (self._inflate is None or not self._inflate.eof):
            raise FetchError("truncated", f"{self._host}: the packed body ends before its end mark")
        return b"".join(self._parts)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._max_bytes:
            raise _too_large(self._host, self._max_bytes)
        self._parts.append(piece)

    def _bad(self, why: str) -> FetchError:
        return FetchError("bad_encoding", f"{self._host}: {why}")

    def _start_member(self, chunk: bytes) -> None:
        self._members += 1
        if self._members > MAX_GZIP_MEMBERS:
            raise self._bad("packed in more pieces than a document needs")
        self._inflate = zlib.decompressobj(wbits=_window_bits(chunk[0]))

    def _unpack(self, chunk: bytes) -> bytes:
        inflate = self._inflate
        if inflate is None:
            raise AssertionError("a member is started before it is unpacked")
        try:
            self._keep(inflate.decompress(chunk, self._max_bytes - self._size + 1))
        except zlib.error as error:
            raise self._bad("the body is not packed as the server says") from error
        return inflate.unused_data if inflate.eof else inflate.unconsumed_tail


def _window_bits(first: int) -> int:
    """Tell gzip, zlib and bare deflate apart by the first byte: servers mix up the last two."""
    if first == GZIP_MAGIC:
        return zlib.MAX_WBITS | 16
    is_zlib = first & 0x0F == zlib.DEFLATED and first >> 4 <= zlib.MAX_WBITS - 8
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS


# --- what went wrong ------------------------------------------------------------------------------


# The first row that fits counts: the special before the general.
TROUBLE: tuple[tuple[type[Exception], str, str], ...] = (
    (aiohttp.ClientConnectorDNSError, "dns_failed", "the name has no address"),
    (aiohttp.ClientSSLError, "tls_failed", "what answers does not speak TLS as we do"),
    (aiohttp.ClientConnectorError, "connection_failed", "no connection"),
    (aiohttp.InvalidURL, "bad_url", "no host can have this name"),
    (aiohttp.ClientResponseError, "malformed_response", "the answer is not HTTP"),
    (HttpProcessingError, "malformed_response", "the answer is not HTTP"),
    (aiohttp.ClientPayloadError, "malformed_response", "the body is not as the headers say"),
    (aiohttp.ServerDisconnectedError, "connection_failed", "hung up without an answer"),
)


def _explain(error: Exception, url: URL) -> FetchError:
    host = url.raw_host or ""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else None
    if isinstance(cause, RefusedAddressError):
        why = explain_refusal(host, cause.address, cause.port, cause.reason)
        return FetchError("blocked_address", why)
    if isinstance(cause, ConnectionRefusedError):
        return FetchError("connection_refused", f"{host}: nothing answers at port {url.port}")
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = f"{host}: the certificate is refused ({cause.verify_message})"
        return FetchError("tls_failed", why)
    for kind, code, why in TROUBLE:
        if isinstance(error, kind):
            return FetchError(code, f"{host}: {why}")
    return FetchError("connection_failed", f"{host}: the connection broke")
