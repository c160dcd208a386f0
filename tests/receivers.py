"""A mail server and a webhook on loopback, which answer as a test tells them to."""

import asyncio
import contextlib
import json
import threading
from collections.abc import Iterable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Literal, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

MailMode = Literal["ok", "refuse", "busy", "drop", "unknown", "hello", "hang"]
Step = int | Literal["hang", "close", "cut", "flood", "drip"]
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


_PIECE = 1024 * 1024
_HUGE = 256 * _PIECE


class MailServer:
    """Keeps the mail it gets in `messages`.

    `mode` may change at any time: "ok" takes it, "refuse" says 550 and "busy" 451 to the data,
    "drop" takes the data and hangs up without an answer; "unknown" knows nobody called nobody@,
    "hello" hangs up at the recipient, "hang" takes the data and never answers.
    """

    def __init__(self, mode: MailMode = "ok") -> None:
        self.mode: MailMode = mode
        self.messages: list[EmailMessage] = []
        self._controller = _Controller(self, hostname="127.0.0.1", port=0)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._controller.port

    @property
    def url(self) -> str:
        """An Apprise URL for it."""
        return (
            f"mailto://127.0.0.1:{self.port}"
            "?mode=insecure&from=watch@example.org&to=desk@example.org"
        )

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self,
        server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Take one recipient, or do what `mode` says instead."""
        if self.mode == "unknown" and address.startswith("nobody@"):
            return "550 5.1.1 no such user here"
        if self.mode == "hello":
            assert server.transport is not None
            server.transport.close()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take one mail, or do what `mode` says instead."""
        if self.mode == "refuse":
            return "550 5.7.1 not from you"
        if self.mode == "busy":
            return "451 4.3.0 come back later"
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=modern)
        assert isinstance(mail, EmailMessage)
        self.messages.append(mail)
        if self.mode == "hang":
            await asyncio.Event().wait()
        if self.mode == "drop":
            assert server.transport is not None
            server.transport.close()
        return "250 OK"

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._controller.stop()


class WebhookServer:
    """Keeps what is posted to it: the JSON in `bodies`, the paths in `paths`.

    It answers by `script`, one step a request: a status, "hang" (no answer until it is closed),
    "close" (hangs up after reading), "cut" (hangs up in its answer), "flood" (an answer of 256 MB)
    or "drip" (an answer without an end). When the script is through it answers 200, with `headers`
    and the body `answer`. A status of 3xx points to `location`.
    """

    def __init__(self, script: Iterable[Step] = (), location: str = "", answer: str = "ok") -> None:
        self.bodies: list[Json] = []
        self.paths: list[str] = []
        self.script = list(script)
        self.location = location
        self.answer = answer
        self.headers: dict[str, str] = {}
        self.sent_bytes = 0
        self.closing = threading.Event()
        self._server = _HTTPServer(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._server.server_port

    @property
    def base(self) -> str:
        """Its address without a path, as http://127.0.0.1:PORT."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """An Apprise URL for it."""
        return f"json://127.0.0.1:{self.port}/hook"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Controller(Controller):
    """aiosmtpd's controller, which must ask the real port whether it is up."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = int(self.server.sockets[0].getsockname()[1])
        super()._trigger_server()  # type: ignore[no-untyped-call]  # aiosmtpd leaves it untyped


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, owner: WebhookServer) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Hook)


class _Hook(BaseHTTPRequestHandler):
    server: _HTTPServer

    def do_POST(self) -> None:
        owner = self.server.owner
        raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        owner.paths.append(self.path)
        owner.bodies.append(_parsed(raw))
        step = owner.script.pop(0) if owner.script else 200
        if step == "hang":
            owner.closing.wait()
        elif isinstance(step, int):
            self._answer(step, owner)
        elif step != "close":
            with contextlib.suppress(ConnectionError):
                self._misbehave(step, owner)

    # A client that follows a redirect asks the new place with GET.
    do_GET = do_POST  # noqa: N815 (http.server's name)

    def _answer(self, status: int, owner: WebhookServer) -> None:
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", owner.location)
            for name, value in owner.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(owner.answer.encode("utf-8", "surrogateescape"))

    def _misbehave(self, step: Step, owner: WebhookServer) -> None:
        """A good status, and then an answer that is cut, huge, or has no end."""
        self.send_response(200)
        self.send_header("Content-Length", str(_HUGE))
        self.end_headers()
        if step == "cut":
            self.wfile.write(b"o")
        while step == "flood" and owner.sent_bytes < _HUGE:
            owner.sent_bytes += self.wfile.write(bytes(_PIECE))
        while step == "drip" and not owner.closing.wait(0.05):
            owner.sent_bytes += self.wfile.write(b".")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (http.server's name)
        """Say nothing: the test looks at what came, not at a log."""


def _parsed(raw: bytes) -> Json:
    try:
        parsed: Json = json.loads(raw)
    except ValueError:
        return raw.decode("utf-8", "replace")
    return parsed
