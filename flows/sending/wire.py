"""Hear what came back to the requests of Apprise's plugins, and bound what an answer may cost.

Apprise tells True or False. Every plugin that speaks HTTP does so through the transport adapter
of `requests`; ours notes the status, `Retry-After` and the service's words, and reads no answer
further than it needs. Outside `listening_to` it does nothing.
"""

import io
import json
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import requests
import requests.adapters
import requests.sessions
import urllib3.exceptions

from flows.sending.reasons import Trouble, explain_answer, explain_connection

# An answer of a service is a line or two of JSON.
_ANSWER_LIMIT: Final = 64 * 1024
_ANSWER_TIME: Final = 10.0
_SUCCESS: Final = range(200, 300)
# Where services say in JSON what is wrong.
_WORDS: Final = ("description", "message", "error_description", "error", "detail", "title")


@dataclass(slots=True, kw_only=True)
class Wire:
    """What became of each request of one sending; None stands for a success.

    `where` is how the service is called in a reason. `words` is what it said last.
    """

    where: str
    results: list[Trouble | None] = field(default_factory=list)
    words: str = ""
    status: int | None = None


_WIRE: ContextVar[Wire | None] = ContextVar("wire", default=None)


@contextmanager
def listening_to(where: str) -> Iterator[Wire]:
    """Note the requests that are made in this thread; `where` names the service in reasons."""
    # Sessions look the class up when they are made, and a plugin makes one for each request.
    requests.sessions.HTTPAdapter = ListeningAdapter  # type: ignore[attr-defined]  # see above
    wire = Wire(where=where)
    token = _WIRE.set(wire)
    try:
        yield wire
    finally:
        _WIRE.reset(token)


def current_wire() -> Wire | None:
    """The sending this thread is busy with; None outside of one."""
    return _WIRE.get()


class ListeningAdapter(requests.adapters.HTTPAdapter):
    """The adapter of `requests`, which reads a little of each answer and tells what it was."""

    def send(
        self,
        request: requests.PreparedRequest,
        *args: Any,  # noqa: ANN401 - the base's own arguments, handed on
        **kwargs: Any,  # noqa: ANN401
    ) -> requests.Response:
        """Send one request as ever; note what came back for whoever is listening."""
        wire = _WIRE.get()
        if wire is None:
            return super().send(request, *args, **kwargs)
        try:
            response = super().send(request, *args, **kwargs)
        except requests.RequestException as error:
            wire.results.append(explain_connection(wire.where, error))
            raise
        body, whole = _read_answer(response)
        response.raw = io.BytesIO(body)
        wire.status, wire.words = response.status_code, find_words(body)
        wire.results.append(_judge(wire, response, whole=whole))
        return response


def _judge(wire: Wire, response: requests.Response, *, whole: bool) -> Trouble | None:
    if response.status_code in _SUCCESS:
        if whole:
            return None
        reason = f"{wire.where}: took it, but its answer broke off; it may have arrived"
        return Trouble(reason=reason, unanswered=True)
    wait = _retry_after(response, _time_there(response))
    return explain_answer(wire.where, response.status_code, wire.words, retry_after=wait)


def _read_answer(response: requests.Response) -> tuple[bytes, bool]:
    """The beginning of an answer, unpacked, and whether it is all there is to it."""
    raw, body = response.raw, b""
    deadline = time.monotonic() + _ANSWER_TIME
    try:
        while len(body) < _ANSWER_LIMIT and time.monotonic() < deadline:
            piece = raw.read1(_ANSWER_LIMIT, decode_content=True)
            if not piece:
                return body, True
            body += piece[:_ANSWER_LIMIT]
    except (urllib3.exceptions.HTTPError, OSError):
        return body, False
    finally:
        raw.close()
    # Far more than anybody reads; what matters stood at its beginning.
    return body[:_ANSWER_LIMIT], True


def _retry_after(response: requests.Response, now: datetime) -> float | None:
    """The seconds a service asks us to wait, by its header or else in its JSON."""
    stated = response.headers.get("Retry-After")
    if stated is None:
        return _wait_in(response)
    if stated.strip().isdecimal():
        return float(stated[:9])
    try:
        until = parsedate_to_datetime(stated)
    except ValueError:
        return None
    return max((until - now).total_seconds(), 0.0) if until.tzinfo else None


def _time_there(response: requests.Response) -> datetime:
    """What the service's clock shows: ours may be an hour off, and its date is by its own."""
    try:
        there = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return datetime.now(UTC)
    return there if there.tzinfo else datetime.now(UTC)


def _wait_in(response: requests.Response) -> float | None:
    """Discord and Telegram say it in the body: {"retry_after": 64.5}, the latter one deeper."""
    said = _parsed(response.content)
    deeper = said.get("parameters")
    for place in (said, deeper if isinstance(deeper, dict) else {}):
        wait = place.get("retry_after")
        if isinstance(wait, int | float) and not isinstance(wait, bool) and 0 <= wait < math.inf:
            return float(wait)
    return None


def find_words(body: bytes) -> str:
    """What a service says in a few words: its JSON's message, or a short text that is no page."""
    said = _parsed(body)
    found = (said.get(name) for name in _WORDS)
    if said:
        return next((word for word in found if isinstance(word, str) and word), "")
    text = body[:_ANSWER_LIMIT].decode("utf-8", "replace").strip()
    return "" if text.startswith(("<", "{", "[")) else text.partition("\n")[0]


def _parsed(body: bytes) -> dict[str, object]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
