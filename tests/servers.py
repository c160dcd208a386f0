"""Real servers on loopback for tests: `FeedServer` speaks HTTP, `RawServer` sends any bytes.

    with FeedServer() as server:
        server.put("/feed.xml", RSS, etag='"v1"')
        ... fetch(client, server.url("/feed.xml")) ...
        assert server.requests[0].headers["if-none-match"] == '"v1"'

A guard that lets a test reach one: `AddressGuard(allow=parse_allow([server.address]))`.
Both listen from construction and stop when the `with` block (or `close()`) ends.
"""

import socket
import socketserver
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self, cast
from urllib.parse import urlsplit

FEED_TYPE = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client asked. Header names are in lower case, `path` carries the query."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server says. A header text is sent as ISO 8859-1: one character is one byte.

    With `etag` or `last_modified` set, a conditional GET that repeats it is answered with 304.
    `delay_s` holds the answer back; `hang` never answers, until the server is closed.
    """

    body: bytes = b""
    status: int = 200
    content_type: str | None = FEED_TYPE
    etag: str | None = None
    last_modified: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    delay_s: float = 0.0
    hang: bool = False


Respond = Callable[[Request], Answer]


class _HttpServer(ThreadingHTTPServer):
    """The standard library's server, with a door that many clients can knock at."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, owner: "FeedServer", host: str) -> None:
        self.owner = owner
        super().__init__((host, 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is the test's business, not a traceback."""


class _Handler(BaseHTTPRequestHandler):
    """Writes down every request and sends the answer that was put for its path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer, or 304 when the client has this version."""
        self._respond()

    def do_POST(self) -> None:
        """Answer with what was put: enough for a webhook."""
        self._respond()

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._respond()

    def _respond(self) -> None:
        owner = cast("_HttpServer", self.server).owner
        request = self._request()
        owner.requests.append(request)
        answer = owner.answer(request)
        if answer.hang or answer.delay_s:
            owner.closing.wait(None if answer.hang else answer.delay_s)
        if answer.hang:
            self.close_connection = True
            return
        with suppress(ConnectionError):
            self._send(answer, request)

    def _request(self) -> Request:
        length = int(self.headers.get("content-length") or 0)
        return Request(
            method=self.command,
            path=self.path,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
        )

    def _send(self, answer: Answer, request: Request) -> None:
        fresh = _is_fresh(answer, request)
        body = b"" if fresh else answer.body
        self.send_response(304 if fresh else answer.status)
        for name, value in _headers(answer, fresh=fresh):
            self.send_header(name, value)
        self.end_headers()
        if request.method != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the test reads `requests`."""


def _is_fresh(answer: Answer, request: Request) -> bool:
    """RFC 9110, 13.2.2: If-None-Match decides alone where it is sent."""
    if answer.status != 200 or request.method == "POST":
        return False
    asked_etag = request.headers.get("if-none-match")
    if asked_etag is not None:
        return asked_etag == answer.etag
    asked_date = request.headers.get("if-modified-since")
    return asked_date is not None and asked_date == answer.last_modified


def _headers(answer: Answer, *, fresh: bool) -> list[tuple[str, str]]:
    own = {name.lower() for name, _ in answer.headers}
    lines: list[tuple[str, str]] = []
    if answer.content_type is not None and not fresh:
        lines.append(("Content-Type", answer.content_type))
    if not own & {"content-length", "transfer-encoding"} and not fresh:
        lines.append(("Content-Length", str(len(answer.body))))
    if answer.etag is not None:
        lines.append(("ETag", answer.etag))
    if answer.last_modified is not None:
        lines.append(("Last-Modified", answer.last_modified))
    return lines + [line for line in answer.headers if not fresh or line[0] != "Content-Encoding"]


class FeedServer:
    """An HTTP server on a free loopback port, in a thread; unknown paths get 404.

    Attributes:
        requests: every request so far, in order of arrival.
        closing: set when the server shuts down, so that hanging answers end.
    """

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.requests: list[Request] = []
        self.closing = threading.Event()
        self._answers: dict[str, Respond] = {}
        self._server = _HttpServer(self, host)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """The port the system chose."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """`127.0.0.1:PORT`, as `[network] allow` wants it."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        """The absolute URL of a path."""
        return f"http://{self.address}{path}"

    def put(
        self,
        path: str,
        body: bytes = b"",
        *,
        status: int = 200,
        content_type: str | None = FEED_TYPE,
        etag: str | None = None,
        last_modified: str | None = None,
        headers: Mapping[str, str] | None = None,
        delay_s: float = 0.0,
        hang: bool = False,
    ) -> str:
        """Say what `path` answers from now on; returns its URL."""
        answer = Answer(
            body=body,
            status=status,
            content_type=content_type,
            etag=etag,
            last_modified=last_modified,
            headers=tuple((headers or {}).items()),
            delay_s=delay_s,
            hang=hang,
        )
        return self.respond(path, lambda _: answer)

    def redirect(self, path: str, target: str, *, status: int = 302, body: bytes = b"") -> str:
        """Send whoever asks for `path` to `target`; returns the URL of `path`."""
        return self.put(path, body, status=status, headers={"Location": target})

    def respond(self, path: str, respond: Respond) -> str:
        """Let a function answer for `path`, called in a server thread; returns the URL."""
        self._answers[path] = respond
        return self.url(path)

    def answer(self, request: Request) -> Answer:
        """The answer for this path with its query, else for the path alone, else 404."""
        respond = self._answers.get(request.path) or self._answers.get(urlsplit(request.path).path)
        if respond is None:
            return Answer(status=404, content_type="text/plain", body=b"no such page")
        return respond(request)

    def close(self) -> None:
        """Stop listening and let go of hanging answers."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


# Gets the connection after the request's head was read, and an event that is set at the end.
Speak = Callable[[socket.socket, threading.Event], None]


class _RawHandler(socketserver.BaseRequestHandler):
    """Waits for the request's head, then sends whatever the test wants."""

    def handle(self) -> None:
        """Speak once and hang up."""
        owner = cast("_RawTcpServer", self.server).owner
        owner.connections += 1
        if owner.read_head:
            self._read_head()
        with suppress(OSError):
            owner.speak(self.request, owner.closing)

    def _read_head(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head and (more := self.request.recv(65536)):
            head += more


class _RawTcpServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, owner: "RawServer") -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _RawHandler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up first is what many of these tests want."""


class RawServer:
    """A TCP server that answers every connection with fixed bytes, or lets a function speak.

    `connections` counts who came: a server nobody may reach is a canary. With `read_head` False it
    speaks at once, as something that is no HTTP server would.
    """

    def __init__(self, speak: bytes | Speak = b"", *, read_head: bool = True) -> None:
        self.connections = 0
        self.closing = threading.Event()
        self.read_head = read_head
        self.speak: Speak = _say(speak) if isinstance(speak, bytes) else speak
        self._server = _RawTcpServer(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """The port the system chose."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """`127.0.0.1:PORT`, as `[network] allow` wants it."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/", *, scheme: str = "http") -> str:
        """The absolute URL of a path."""
        return f"{scheme}://{self.address}{path}"

    def close(self) -> None:
        """Stop listening; functions that wait for `closing` return."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _say(answer: bytes) -> Speak:
    def speak(connection: socket.socket, closing: threading.Event) -> None:  # noqa: ARG001
        connection.sendall(answer)

    return speak
