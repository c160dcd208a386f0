"""What a poll talks to: feeds, webhooks and a mailbox, which tell how far it has come."""

import threading
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default as modern
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Final, Self

from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.crash.points import Kind
from tests.crash.scenario import CLOUDS, Destinations, PhaseName, render_feed
from tests.receivers import MailServer

# Told that a step is reached; says whether the poll was killed there.
Note = Callable[[Kind], bool]
# Gets the name of a destination, and a whole message as text.
Arrived = Callable[[str, str], None]
_HOOKS: Final = {"/desk": "desk", "/rush": "rush", "/daily": "daily"}


class Places:
    """All servers on loopback. `phase` says what the feeds tell; change it between polls.

    `note` hears of every step, in a thread of the server's, which goes on only when it returns.
    A message at whose beginning the poll is killed does not arrive.
    """

    def __init__(self, note: Note, arrived: Arrived) -> None:
        self.phase: PhaseName = "first"
        self.note = note
        self.arrived = arrived
        self._http = _HttpServer(self)
        self._mail = _Mailbox(self)
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def address(self) -> str:
        """HOST:PORT of the feeds and the webhooks."""
        return f"127.0.0.1:{self._http.server_port}"

    @property
    def feeds(self) -> list[str]:
        """The URLs of the feeds."""
        return [f"http://{self.address}/{cloud}" for cloud in CLOUDS]

    @property
    def destinations(self) -> Destinations:
        """The Apprise URLs of the destinations."""
        base = f"json://{self.address}"
        return Destinations(
            desk=f"{base}/desk",
            mail=self._mail.url,
            rush=f"{base}/rush",
            daily=f"{base}/daily",
        )

    def __enter__(self) -> Self:
        self._thread.start()
        self._mail.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._mail.__exit__(kind, error, trace)
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


# --- HTTP ---------------------------------------------------------------------------------------


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, places: Places) -> None:
        self.places = places
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked was killed, which is what all this is for."""


class _Handler(BaseHTTPRequestHandler):
    """A feed to who asks, a yes to who brings a message."""

    server: _HttpServer

    def do_GET(self) -> None:
        """Give a feed, with a validator that holds for one phase."""
        places = self.server.places
        places.note("feed-asked")
        etag = f'"{places.phase}"'
        known = self.headers.get("if-none-match") == etag
        body = render_feed(self.path.removeprefix("/"), places.phase)
        self._answer(304 if known else 200, b"" if known else body, etag=etag)
        places.note("feed-answered")

    def do_POST(self) -> None:
        """Take a message."""
        places = self.server.places
        if places.note("message-begins"):
            return
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        places.arrived(_HOOKS[self.path], body.decode())
        places.note("message-received")
        self._answer(200, b"thanks")
        places.note("message-answered")

    def _answer(self, status: int, body: bytes, *, etag: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


# --- mail ---------------------------------------------------------------------------------------


class _Mailbox(MailServer):
    """Takes every mail; the next command after one tells that its sender knows."""

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self,
        _server: SMTP,
        session: Session,
        _envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        """Somebody begins."""
        session.host_name = hostname
        self._places.note("message-begins")
        return responses

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Take it."""
        del server, session
        self._places.arrived("mail", _mail_text(envelope.original_content or b""))
        self._places.note("message-received")
        return "250 OK"

    async def handle_QUIT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        """The sender has had our answer."""
        self._places.note("message-answered")
        return "221 Bye"


def _mail_text(content: bytes) -> str:
    """Subject and every text of a mail, decoded."""
    mail = message_from_bytes(content, policy=modern)
    texts = [part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"]
    return "\n".join([str(mail["subject"]), *texts])
