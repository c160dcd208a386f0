"""Whatever a server does, a fetch ends in time with a value or one named error."""

import asyncio
import gzip
import socket
import ssl
import struct
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from yarl import URL

from flows.fetching.body import read_body
from flows.fetching.client import Limits, open_client, user_agent
from flows.fetching.fetch import fetch, next_hop
from flows.fetching.fetched import CacheHints, Fetched, NotModified, Validators
from flows.fetching.guard import AddressGuard, parse_allow
from flows.fetching.headers import parse_retry_after
from flows.fetching.http_trouble import HttpStatusError
from flows.fetching.resolver import ThreadResolver
from flows.fetching.sites import SitesAtRest, site_of
from parsers.errors import FetchError
from tests.servers import Answer, FeedServer, RawServer, Request, Speak
from tests.watches import NOW

FEED = b"<rss><channel><title>News</title></channel></rss>"
OK = b"HTTP/1.1 200 OK\r\n"
LIMITS = Limits(timeout_s=5.0)
BRIEF = Limits(timeout_s=0.3)
SMALL = Limits(timeout_s=5.0, max_bytes=1000)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A server the guard allows."""
    with FeedServer() as running:
        yield running


async def get(
    url: str,
    *allowed: str,
    limits: Limits = LIMITS,
    validators: Validators | None = None,
    resolver: AbstractResolver | None = None,
) -> Fetched | NotModified:
    """One fetch with a client of its own, which may reach the addresses named."""
    guard = AddressGuard(allow=parse_allow(allowed))
    async with open_client(guard, limits, resolver=resolver) as client:
        return await fetch(client, url, validators=validators)


async def get_code(
    url: str,
    *allowed: str,
    limits: Limits = LIMITS,
    resolver: AbstractResolver | None = None,
) -> str:
    """The code of the error a fetch ends with."""
    with pytest.raises(FetchError) as failed:
        await get(url, *allowed, limits=limits, resolver=resolver)
    assert "\n" not in str(failed.value)
    return failed.value.code


async def get_body(url: str, *allowed: str, limits: Limits = LIMITS) -> bytes:
    """The body a fetch ends with."""
    answer = await get(url, *allowed, limits=limits)
    assert isinstance(answer, Fetched)
    return answer.body


# --- the good answer ------------------------------------------------------------------------------


async def test_a_document_comes_with_all_its_server_said(server: FeedServer) -> None:
    """One value holds the bytes, their hash, the validators and the wish when to come again."""
    url = server.put(
        "/feed.xml",
        FEED,
        etag='"v1"',
        last_modified="Sun, 22 Nov 2026 10:00:00 GMT",
        headers={
            "Cache-Control": "public, max-age=900",
            "Expires": "Sun, 22 Nov 2026 10:15:00 GMT",
            "Retry-After": "60",
        },
    )

    answer = await get(url, server.address)

    assert isinstance(answer, Fetched)
    assert answer == Fetched(
        url=url,
        body=FEED,
        body_hash="e19b05c0bfe92ae173792f95a71e09996a5b0ac14fef879c51212fa6db2e6daa",
        status=200,
        content_type="application/rss+xml; charset=utf-8",
        validators=Validators(etag='"v1"', last_modified="Sun, 22 Nov 2026 10:00:00 GMT"),
        permanent_url=None,
        cache=CacheHints(retry_after="60", max_age="900", expires="Sun, 22 Nov 2026 10:15:00 GMT"),
        ms=answer.ms,
    )


async def test_we_say_who_we_are_and_keep_nothing_else(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An honest name, gzip only, no cookies, and no proxy the environment names."""
    with RawServer() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url())
        monkeypatch.setenv("all_proxy", proxy.url())
        url = server.put("/", FEED, headers={"Set-Cookie": "a=1"})
        guard = AddressGuard(allow=parse_allow([server.address, proxy.address]))
        async with open_client(guard, contact="ops@example.org") as client:
            await fetch(client, url)
            await fetch(client, url)

    headers = server.requests[1].headers
    assert headers["user-agent"] == user_agent("ops@example.org")
    assert headers["user-agent"].endswith(" (+feed reader; contact ops@example.org)")
    assert headers["accept-encoding"] == "gzip"
    assert "application/rss+xml" in headers["accept"]
    assert headers.keys().isdisjoint({"cookie", "authorization", "if-none-match"})
    assert proxy.connections == 0


# --- validators -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "etag",
    [
        '"v1"',
        'W/"v1"',
        "unquoted",
        '"two" words, "and" more',
        '"v1-gzip"',
        "\"'quotes'\\\"",
        '"caf\xc3\xa9"',  # UTF-8, byte by byte
        '"' + "x" * 1000 + '"',
    ],
)
async def test_validators_go_back_byte_for_byte(server: FeedServer, etag: str) -> None:
    """Servers compare validators as strings, so they are kept as they came."""
    url = server.put("/", FEED, etag=etag)
    first = await get(url, server.address)
    assert isinstance(first, Fetched)

    second = await get(url, server.address, validators=first.validators)

    assert isinstance(second, NotModified)
    assert second.validators == first.validators == Validators(etag=etag)
    assert server.requests[1].headers["if-none-match"] == etag


@pytest.mark.parametrize("etag", ['"caf\xe9"', "\u20ac", ""])
async def test_a_validator_that_cannot_be_repeated_is_left_out(
    server: FeedServer, etag: str
) -> None:
    """Bytes that are no UTF-8 cannot be sent; asking without them is right and costs a body."""
    url = server.put("/", FEED)

    answer = await get(url, server.address, validators=Validators(etag=etag))

    assert isinstance(answer, Fetched)
    assert "if-none-match" not in server.requests[0].headers


@pytest.mark.parametrize("line", [b"ETag:", b"ETag: a\tb", b"ETag: " + b"x" * 2000, b"X-ETag: a"])
async def test_what_is_no_validator_is_not_kept(line: bytes) -> None:
    """Empty, endless and control characters never reach the database."""
    with RawServer(OK + line + b"\r\n\r\nhi") as raw:
        answer = await get(raw.url(), raw.address)

    assert isinstance(answer, Fetched)
    assert answer.validators == Validators()


async def test_a_304_that_names_no_validator_keeps_the_old_one() -> None:
    """What a 304 says anew replaces the old, what it leaves out stays."""
    sent = Validators(etag='"v1"', last_modified="Sun, 22 Nov 2026 10:00:00 GMT")
    with RawServer(b'HTTP/1.1 304 Not Modified\r\nETag: "v2"\r\nExpires: 0\r\n\r\n') as raw:
        answer = await get(raw.url(), raw.address, validators=sent)

    assert answer == NotModified(
        validators=Validators(etag='"v2"', last_modified=sent.last_modified),
        cache=CacheHints(expires="0"),
        ms=answer.ms,
    )


async def test_a_304_nobody_asked_for_is_an_error() -> None:
    """Without validators there is no old version which could still be the one."""
    with RawServer(b"HTTP/1.1 304 Not Modified\r\n\r\n") as raw:
        assert await get_code(raw.url(), raw.address) == "http_304"


# --- status ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (204, "http_204"),
        (206, "http_206"),
        (300, "http_300"),
        (401, "http_401"),
        (403, "http_403"),
        (404, "http_404"),
        (410, "gone"),
        (429, "too_many_requests"),
        (500, "http_500"),
        (503, "http_503"),
        (999, "http_999"),
    ],
)
async def test_every_other_status_has_its_code(server: FeedServer, status: int, code: str) -> None:
    """A person reads from the code what the server said."""
    url = server.put("/", status=status)

    assert await get_code(url, server.address) == code


async def test_a_busy_server_tells_how_long_to_stay_away(server: FeedServer) -> None:
    """The wait travels with the error, and who asked for it."""
    url = server.put("/", status=429, headers={"Retry-After": "120"})

    with pytest.raises(HttpStatusError) as failed:
        await get(url, server.address)

    error = failed.value
    assert (error.code, str(error)) == ("too_many_requests", "127.0.0.1: answers 429")
    assert (error.url, error.retry_after_s) == (url, 120.0)


NOON = "Sun, 22 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        (None, NOON, None),
        ("0", None, 0.0),
        ("120", None, 120.0),
        ("9" * 400, None, 2_592_000.0),
        ("Sun, 22 Nov 2026 12:05:00 GMT", NOON, 300.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", NOON, 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", NOON, 2_592_000.0),
        ("Sun, 22 Nov 2026 12:05:00 GMT", None, None),
        ("Sun, 22 Nov 2026 12:05:00 -0000", NOON, None),
        ("soon", NOON, None),
        ("-5", NOON, None),
        ("1.5", NOON, None),
        ("٣", NOON, None),
        ("Sun, 99 Nov 99999 99:99:99 GMT", NOON, None),
    ],
)
def test_retry_after_is_read_against_the_servers_own_clock(
    value: str | None, date: str | None, seconds: float | None
) -> None:
    """Seconds or a date; never negative, never more than 30 days, never a wrong clock of ours."""
    assert parse_retry_after(value, date) == seconds


# --- redirects ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], True),
        ([308, 301], True),
        ([302], False),
        ([301, 307], False),
        ([303, 308], False),
        ([], False),
    ],
)
async def test_a_new_address_is_named_only_if_every_hop_is_permanent(
    server: FeedServer, statuses: list[int], *, moved: bool
) -> None:
    """A feed's address changes for good, or not at all."""
    for number, status in enumerate(statuses):
        server.redirect(f"/{number}", f"/{number + 1}", status=status)
    final = server.put(f"/{len(statuses)}", FEED)

    answer = await get(server.url("/0"), server.address)

    assert isinstance(answer, Fetched)
    assert (answer.url, answer.permanent_url) == (final, final if moved else None)


async def test_no_redirect_leads_to_a_site_at_rest(server: FeedServer) -> None:
    """Who asked to be left alone is not asked by way of another site either."""
    with FeedServer() as other:
        target = other.put("/feed.xml", FEED)
        server.redirect("/start", target)
        guard = AddressGuard(allow=parse_allow([server.address, other.address]))
        resting = SitesAtRest(lambda: NOW)
        resting.rest(site_of(target), NOW + timedelta(minutes=5))

        async with open_client(guard, LIMITS, resting=resting) as client:
            with pytest.raises(FetchError) as failed:
                await fetch(client, server.url("/start"))

        assert (failed.value.code, other.requests) == ("site_resting", [])


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://169.254.169.254/latest/meta-data/", "blocked_address"),
        ("http://[::1]/", "blocked_address"),
        ("//10.0.0.1/", "blocked_address"),
        ("http://2130706433/", "blocked_address"),
        ("http://127.0.0.1:22/", "blocked_port"),
        ("file:///etc/passwd", "bad_scheme"),
        ("gopher://127.0.0.1/", "bad_scheme"),
        ("http://user:secret@example.org/", "bad_url"),
        ("http://exa mple.org/", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("", "malformed_response"),
        ("/start", "redirect_loop"),
        ("/start#again", "redirect_loop"),
        ("?a", "too_many_redirects"),
    ],
)
async def test_every_hop_goes_through_the_guard(
    server: FeedServer, location: str, code: str
) -> None:
    """A redirect opens nothing that the first URL could not open."""
    server.redirect("/start", location)
    for hop, following in zip("abcdef", "bcdefg", strict=True):
        server.redirect(f"/start?{hop}", f"?{following}")

    assert await get_code(server.url("/start"), server.address) == code


async def test_a_redirect_without_a_location_is_malformed(server: FeedServer) -> None:
    """There is nowhere to go."""
    url = server.put("/", status=302)

    assert await get_code(url, server.address) == "malformed_response"


@pytest.mark.parametrize(
    ("here", "location", "target"),
    [
        ("http://a.example/x/y?q", "z", "http://a.example/x/z"),
        ("http://a.example/x/y", "../ z é", "http://a.example/%20z%20%C3%A9"),
        ("http://a.example/x", "//b.example/", "http://b.example/"),
        ("http://a.example/x", "https://a.example/x#top", "https://a.example/x"),
        ("https://a.example/x", " /y ", "https://a.example/y"),
    ],
)
def test_a_location_is_read_as_browsers_do(here: str, location: str, target: str) -> None:
    """Relative, with spaces, with letters beyond ASCII: what servers send."""
    assert str(next_hop(URL(here), location)) == target


def test_a_redirect_never_gives_up_encryption() -> None:
    """Whoever reads along on the way could write the feed."""
    with pytest.raises(FetchError) as refused:
        next_hop(URL("https://a.example/"), "http://a.example/")

    assert refused.value.code == "redirect_downgrade"


async def test_a_location_in_latin_letters_is_followed(server: FeedServer) -> None:
    """Old servers write Location in ISO 8859-1."""
    server.put("/caf%C3%A9", FEED)
    server.redirect("/", "/caf\xe9")

    assert await get_body(server.url("/"), server.address) == FEED


async def test_the_body_of_a_redirect_is_never_read() -> None:
    """An endless body on a 302 costs neither time nor memory."""

    def speak(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n")
        while not closing.is_set():
            connection.sendall(b"x" * 65536)

    tracemalloc.start()
    try:
        with RawServer(speak) as raw:
            code = await get_code(raw.url(), raw.address)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert code == "redirect_loop"
    assert peak < 5_000_000


# --- encodings and sizes --------------------------------------------------------------------------


def bare_deflate(body: bytes) -> bytes:
    """Deflate without the zlib head, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


GZ = gzip.compress(FEED, mtime=0)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", GZ),
        ("GZIP", GZ),
        ("x-gzip", GZ),
        ("deflate", zlib.compress(FEED)),
        ("deflate", bare_deflate(FEED)),
        ("gzip", gzip.compress(FEED[:9]) + gzip.compress(FEED[9:])),
        ("gzip", GZ + b"\0" * 512),
        ("identity", FEED),
        ("utf-8", FEED),
    ],
    ids=["gzip", "GZIP", "x-gzip", "zlib", "bare", "members", "padded", "identity", "misnamed"],
)
async def test_a_packed_body_is_unpacked(server: FeedServer, encoding: str, packed: bytes) -> None:
    """Every way servers pack what we asked for."""
    url = server.put("/", packed, headers={"Content-Encoding": encoding})

    assert await get_body(url, server.address) == FEED


@pytest.mark.parametrize(
    ("encoding", "packed", "code"),
    [
        ("gzip", GZ[:-9], "truncated"),
        ("gzip", GZ[:-1], "truncated"),
        ("gzip", GZ[:5], "truncated"),
        ("gzip", b"", "truncated"),
        ("deflate", zlib.compress(FEED)[:-1], "truncated"),
        ("gzip", FEED, "bad_encoding"),
        ("gzip", GZ[:-8] + b"\0" * 8, "bad_encoding"),
        ("br", b"anything", "bad_encoding"),
        ("gzip, gzip", gzip.compress(GZ), "bad_encoding"),
        ("gzip", gzip.compress(b"") * 1001, "bad_encoding"),
    ],
    ids=["half", "no end", "head", "empty", "zlib", "plain", "sum", "br", "twice", "members"],
)
async def test_half_a_packed_body_is_not_taken_for_a_whole(
    server: FeedServer, encoding: str, packed: bytes, code: str
) -> None:
    """A cut or damaged body is an error, never a shorter feed."""
    url = server.put("/", packed, headers={"Content-Encoding": encoding})

    assert await get_code(url, server.address) == code


@pytest.mark.parametrize(
    ("size", "headers", "code"),
    [
        (1000, {}, None),
        (1001, {}, "too_large"),
        (1000, {"Content-Encoding": "gzip"}, None),
        (1001, {"Content-Encoding": "gzip"}, "too_large"),
        (1001, {"Transfer-Encoding": "close"}, "too_large"),
    ],
    ids=["full", "over", "packed full", "packed over", "no length"],
)
async def test_the_cap_holds_for_sent_and_for_unpacked_bytes(
    server: FeedServer, size: int, headers: dict[str, str], code: str | None
) -> None:
    """A document of exactly the cap passes, one byte more does not."""
    body = b"x" * size
    packed = gzip.compress(body) if "Content-Encoding" in headers else body
    if "Transfer-Encoding" in headers:
        with RawServer(OK + b"\r\n" + body) as raw:
            assert await get_code(raw.url(), raw.address, limits=SMALL) == code
        return
    url = server.put("/", packed, headers=headers)

    if code is None:
        assert await get_body(url, server.address, limits=SMALL) == body
    else:
        assert await get_code(url, server.address, limits=SMALL) == code


async def test_a_decompression_bomb_costs_no_more_than_the_cap(server: FeedServer) -> None:
    """300 MB of zeros in 300 KB end as too_large, with memory bounded by the 10 MiB cap."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    url = server.put("/", bomb, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        code = await get_code(url, server.address)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert code == "too_large"
    assert peak < 40_000_000


# --- hostile and broken servers -------------------------------------------------------------------


def reset(connection: socket.socket) -> None:
    """Hang up the hard way, with RST."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def reset_at_once(connection: socket.socket, closing: threading.Event) -> None:  # noqa: ARG001
    """Hang up without a word."""
    reset(connection)


def reset_in_body(connection: socket.socket, closing: threading.Event) -> None:  # noqa: ARG001
    """Hang up inside a body without a length."""
    connection.sendall(OK + b"\r\n" + FEED)
    reset(connection)


def endless(head: bytes, more: bytes) -> Speak:
    """Send `more` until the client has gone."""

    def speak(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(head)
        while not closing.is_set():
            connection.sendall(more)

    return speak


BROKEN: list[tuple[str, bytes | Speak, str]] = [
    ("nothing", b"", "connection_failed"),
    ("reset", reset_at_once, "connection_failed"),
    ("garbage", b"\x00\xff\xfe garbage\r\n\r\n", "malformed_response"),
    ("no head", b"hello", "malformed_response"),
    ("another protocol", b"SSH-2.0-OpenSSH_9.2\r\n", "malformed_response"),
    ("header of 1 MB", OK + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n", "malformed_response"),
    ("5,000 headers", OK + b"X: a\r\n" * 5000 + b"\r\n", "malformed_response"),
    ("NUL in a header", OK + b"X: a\0b\r\n\r\n", "malformed_response"),
    ("negative length", OK + b"Content-Length: -1\r\n\r\n", "malformed_response"),
    ("huge length", OK + b"Content-Length: " + b"9" * 30 + b"\r\n\r\n", "malformed_response"),
    ("two lengths", OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nhi", "malformed_response"),
    ("10 GB announced", OK + b"Content-Length: 10000000000\r\n\r\nhi", "too_large"),
    ("short body", OK + b"Content-Length: 100\r\n\r\nhi", "truncated"),
    ("cut chunk", OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel", "truncated"),
    ("no last chunk", OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n", "truncated"),
    ("bad chunk", OK + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\nhi\r\n", "malformed_response"),
    ("switches protocols", b"HTTP/1.1 101 Go\r\nUpgrade: x\r\n\r\n", "http_101"),
    ("endless status", endless(b"HTTP/1.1 200 ", b"o" * 1000), "malformed_response"),
    ("endless header", endless(OK + b"X: ", b"a" * 1000), "malformed_response"),
    ("endless headers", endless(OK, b"X: a\r\n" * 100), "malformed_response"),
    (
        "endless trailer",
        endless(OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: a\r\n" * 100),
        "malformed_response",
    ),
    ("endless body", endless(OK + b"\r\n", b"x" * 65536), "too_large"),
]


@pytest.mark.parametrize(
    ("answer", "code"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
async def test_a_broken_answer_has_a_code(answer: bytes | Speak, code: str) -> None:
    """No answer ends in a traceback, in a hang, or in half a feed."""
    with RawServer(answer) as raw:
        assert await get_code(raw.url(), raw.address) == code


async def test_a_reset_inside_the_body_never_gives_half_a_feed() -> None:
    """Without a length, only a proper goodbye says that the body is whole."""
    with RawServer(reset_in_body) as raw:
        assert await get_code(raw.url(), raw.address) == "truncated"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (aiohttp.ClientConnectionError("lost"), "truncated"),
        (aiohttp.ClientPayloadError("not as the headers say"), None),
    ],
    ids=["connection", "other"],
)
async def test_what_the_library_says_inside_a_body_is_an_error(
    error: aiohttp.ClientError, code: str | None
) -> None:
    """A lost connection leaves half a body; what we do not know goes on to be explained."""
    with RawServer(OK + b"Content-Length: 100\r\n\r\nhi") as raw:
        guard = AddressGuard(allow=parse_allow([raw.address]))
        async with open_client(guard) as client, client.session.get(raw.url()) as response:
            response.content.set_exception(error)
            with pytest.raises((FetchError, aiohttp.ClientPayloadError)) as failed:
                await read_body(response, URL(raw.url()), 1000)

    assert getattr(failed.value, "code", None) == code


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Set-Cookie: \xff\xfe=;;;=\r\nContent-Type: ///;;=\xff\r\n\r\nhi",
        OK + b"X: " + b"a" * 30_000 + b"\r\n\r\nhi",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 50 + OK + b"\r\nhi",
        b"HTTP/1.0 200\r\n\r\nhi",
        b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi",
    ],
    ids=["odd headers", "long header", "continues", "no reason", "bare newlines"],
)
async def test_an_odd_answer_is_still_an_answer(answer: bytes) -> None:
    """Harmless oddities of real servers cost no feed."""
    with RawServer(answer) as raw:
        assert await get_body(raw.url(), raw.address) == b"hi"


def drip(connection: socket.socket, closing: threading.Event) -> None:
    """Send a byte now and then, so that no single read is slow."""
    connection.sendall(OK + b"\r\n")
    while not closing.wait(0.02):
        connection.sendall(b"x")


def silence(connection: socket.socket, closing: threading.Event) -> None:  # noqa: ARG001
    """Take the request and say nothing."""
    closing.wait()


@pytest.mark.parametrize(
    "speak",
    [silence, drip, endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100)],
    ids=["silence", "drip", "endless 100"],
)
async def test_a_slow_server_costs_no_more_than_the_deadline(speak: Speak) -> None:
    """The deadline is for everything together, not for one read."""
    started = time.monotonic()
    with RawServer(speak) as raw:
        code = await get_code(raw.url(), raw.address, limits=BRIEF)

    assert code == "timeout"
    assert time.monotonic() - started < 3.0


async def test_slow_hops_share_one_deadline(server: FeedServer) -> None:
    """Five redirects do not buy five deadlines."""
    server.redirect("/a", "/b")
    server.put("/b", hang=True)
    limits = Limits(timeout_s=0.3)

    assert await get_code(server.url("/a"), server.address, limits=limits) == "timeout"


async def test_waiting_for_a_turn_is_not_held_against_a_feed(server: FeedServer) -> None:
    """A host is asked for two pages at a time; the third waits, and still has its whole time."""
    guard = AddressGuard(allow=parse_allow([server.address]))
    most = 0
    busy = 0
    lock = threading.Lock()

    def respond(_: Request) -> Answer:
        nonlocal most, busy
        with lock:
            busy += 1
            most = max(most, busy)
        server.closing.wait(0.3)
        with lock:
            busy -= 1
        return Answer(body=FEED)

    url = server.respond("/", respond)
    async with open_client(guard, Limits(timeout_s=1.5)) as client:
        answers = await asyncio.gather(*(fetch(client, f"{url}?{n}") for n in range(12)))

    assert [type(answer) for answer in answers] == [Fetched] * 12
    assert most == 2


async def test_feeds_behind_a_hanging_host_do_not_queue_for_ever(server: FeedServer) -> None:
    """Those that got no turn in time end with a reason of their own, and were never asked for."""
    guard = AddressGuard(allow=parse_allow([server.address]))
    url = server.put("/", hang=True)
    limits = Limits(timeout_s=0.6, turn_timeout_s=0.2)

    async with open_client(guard, limits) as client:
        errors = await asyncio.gather(
            *(fetch(client, f"{url}?{n}") for n in range(8)), return_exceptions=True
        )

    no_answer = FetchError("timeout", "127.0.0.1: no whole answer within 0.6 s")
    no_turn = FetchError(
        "timeout",
        "127.0.0.1: the host's other feeds were not done in time; poll fewer of them, or raise"
        " poll.per_host",
    )
    assert [repr(error) for error in errors] == [repr(no_answer)] * 2 + [repr(no_turn)] * 6
    assert {request.path for request in server.requests} == {"/?0", "/?1"}


async def test_the_waits_for_turns_share_one_deadline(server: FeedServer) -> None:
    """A redirect to another busy host does not buy a second wait."""
    server.put("/hang", hang=True)
    server.redirect("/moved", f"http://b.example:{server.port}/feed.xml")
    a, b = f"http://a.example:{server.port}", f"http://b.example:{server.port}"
    guard = AddressGuard(allow=parse_allow([server.address]))
    limits = Limits(max_per_host=1, turn_timeout_s=0.6)

    async with open_client(guard, limits, resolver=FakeResolver("127.0.0.1")) as client:
        errors = await asyncio.gather(
            fetch(client, f"{a}/hang", limits=Limits(timeout_s=0.5)),
            fetch(client, f"{b}/hang", limits=Limits(timeout_s=1.05)),
            fetch(client, f"{a}/moved"),
            return_exceptions=True,
        )

    assert str(errors[2]).startswith("b.example: the host's other feeds were not done in time")
    assert [request.path for request in server.requests] == ["/hang", "/hang", "/moved"]


async def test_a_free_turn_is_had_without_any_time_to_wait(server: FeedServer) -> None:
    """The deadline is for waiting alone: whoever need not wait cannot miss it."""
    url = server.put("/", FEED)

    assert await get_body(url, server.address, limits=Limits(turn_timeout_s=0.0)) == FEED


async def test_a_turn_not_taken_is_not_lost(server: FeedServer) -> None:
    """After a feed has given up waiting, the host's turns are as many as before."""
    url = server.put("/", FEED)
    hanging = server.put("/hang", hang=True)
    guard = AddressGuard(allow=parse_allow([server.address]))
    limits = Limits(timeout_s=0.5, max_per_host=1)

    async with open_client(guard, limits) as client:
        answers = await asyncio.gather(
            fetch(client, hanging),
            fetch(client, url, limits=Limits(turn_timeout_s=0.1)),
            fetch(client, url),
            return_exceptions=True,
        )

    assert [type(answer) for answer in answers] == [FetchError, FetchError, Fetched]


# --- connections ----------------------------------------------------------------------------------


async def test_a_closed_port_is_refused() -> None:
    """Nothing listens: said as such."""
    with RawServer() as gone:
        url, address = gone.url(), gone.address

    assert await get_code(url, address) == "connection_refused"


async def test_what_speaks_no_tls_is_named() -> None:
    """A plain server behind https is a TLS failure, not a broken connection."""
    with RawServer(b"220 mail ready\r\n", read_head=False) as raw:
        assert await get_code(raw.url(scheme="https"), raw.address) == "tls_failed"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 which nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=36_500))
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = tmp_path / "server.pem"
    path.write_bytes(made.public_bytes(Encoding.PEM) + private)
    return path


async def test_a_certificate_nobody_vouches_for_is_refused(certificate: Path) -> None:
    """TLS is checked, and the reason is in the message."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def speak(connection: socket.socket, closing: threading.Event) -> None:  # noqa: ARG001
        with suppress(OSError):
            context.wrap_socket(connection, server_side=True)

    with (
        RawServer(speak, read_head=False) as raw,
        pytest.raises(FetchError) as failed,
    ):
        await get(raw.url(scheme="https"), raw.address)

    assert failed.value.code == "tls_failed"
    assert str(failed.value) == "127.0.0.1: the certificate is refused (self-signed certificate)"


# --- names ----------------------------------------------------------------------------------------


class FakeResolver(AbstractResolver):
    """Gives one answer after the other, the last one again and again.

    An answer is addresses with spaces between them; `@PORT` after one leads to that port.
    """

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - the base's argument
    ) -> list[ResolveResult]:
        """All addresses of the next answer; none is a name that does not exist."""
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if not answer:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        pairs = [written.partition("@") for written in answer.split()]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=int(its_port or port),
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address, _, its_port in pairs
        ]

    async def close(self) -> None:
        """Nothing to close."""


class HangingResolver(FakeResolver):
    """Never answers."""

    async def resolve(
        self,
        host: str,  # noqa: ARG002
        port: int = 0,  # noqa: ARG002
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002
    ) -> list[ResolveResult]:
        """Wait for ever."""
        await asyncio.Event().wait()
        return []


async def test_a_name_that_does_not_exist_is_said_so() -> None:
    """A typing error in a name is not mistaken for a server that is down."""
    assert await get_code("http://feed.example/", resolver=FakeResolver("")) == "dns_failed"


async def test_the_systems_names_are_used(server: FeedServer) -> None:
    """Without a resolver of its own a client asks the system, here for this machine's name."""
    server.put("/", FEED)
    url = f"http://localhost:{server.port}/"

    assert await get_body(url, server.address) == FEED


async def test_a_name_found_too_late_disturbs_nobody() -> None:
    """The thread's answer to a fetch that has ended is dropped without a word."""
    complaints: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, said: complaints.append(said))

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await ThreadResolver().resolve("localhost")
    for thread in threading.enumerate():
        if thread.name == "resolve localhost":
            thread.join()
    await asyncio.sleep(0)  # what the thread asked the loop to do is done now

    assert complaints == []


@pytest.mark.parametrize("host", ["a" * 70 + ".example", "a..example"])
async def test_a_name_no_host_can_have_is_a_name_that_fails(host: str) -> None:
    """Names beyond what DNS can carry fail like names that are not there."""
    assert await get_code(f"http://{host}/") == "dns_failed"


async def test_a_hanging_name_lookup_costs_no_more_than_the_deadline() -> None:
    """Neither the fetch nor closing the client waits for a resolver that hangs."""
    started = time.monotonic()

    code = await get_code("http://feed.example/", limits=BRIEF, resolver=HangingResolver(""))

    assert code == "timeout"
    assert time.monotonic() - started < 3.0


@pytest.mark.parametrize(
    "addresses",
    ["127.0.0.1", "127.0.0.1 10.0.0.1", "::1 127.0.0.1", "10.0.0.1 169.254.169.254 fd00::1"],
)
async def test_a_name_that_leads_inside_is_refused(addresses: str) -> None:
    """Every address of a name is looked at, also those tried next."""
    resolver = FakeResolver(addresses)

    assert await get_code("http://feed.example/", resolver=resolver) == "blocked_address"


async def test_a_name_with_an_open_and_a_refused_address_uses_the_open_one(
    server: FeedServer,
) -> None:
    """A stray private address in DNS costs nothing, and is never connected to."""
    server.put("/", FEED)
    with RawServer() as canary:
        resolver = FakeResolver(f"127.0.0.1@{canary.port} 127.0.0.1")
        answer = await get(f"http://feed.example:{server.port}/", server.address, resolver=resolver)

    assert isinstance(answer, Fetched)
    assert canary.connections == 0


async def test_a_name_that_changes_its_address_is_caught_at_every_connection(
    server: FeedServer,
) -> None:
    """DNS rebinding: the address that is checked is the address of the socket."""
    server.redirect("/", f"http://other.example:{server.port}/secret")
    with RawServer(OK + b"\r\nsecret") as canary:
        resolver = FakeResolver("127.0.0.1", f"127.0.0.1@{canary.port}")
        code = await get_code(
            f"http://feed.example:{server.port}/", server.address, resolver=resolver
        )

    assert code == "blocked_address"
    assert (len(server.requests), canary.connections) == (1, 0)


def test_no_url_of_the_collection_reaches_a_server_inside(shared: Path) -> None:
    """Each URL known from attacks on fetchers is refused, and nobody on loopback hears of it."""
    lines = (shared / "corpora/hostile/ssrf-urls.tsv").read_text("utf-8").splitlines()[1:]
    urls = [line.split("\t")[1] for line in lines]

    with RawServer(OK + b"\r\nsecret") as canary:
        # The port is open for another machine, so that the address alone decides.
        allowed = f"203.0.113.9:{canary.port}"
        targets = urls + [aimed for url in urls if (aimed := aim(url, canary.port))]
        codes = asyncio.run(get_codes(targets, allowed))

    assert len(targets) > len(urls)
    assert set(codes) == {"bad_scheme", "bad_url", "blocked_address", "blocked_port"}
    assert canary.connections == 0


def aim(url: str, port: int) -> str | None:
    """The same URL at the canary's port, None for one without a host."""
    try:
        return str(URL(url).with_port(port))
    except ValueError:
        return None


async def get_codes(urls: list[str], allowed: str) -> list[str]:
    """What each URL is refused with, where every name leads to loopback."""
    return [await get_code(url, allowed, resolver=FakeResolver("127.0.0.1")) for url in urls]
