"""Ask a second reader: whatever endpoint the operator named that speaks OpenAI's chat completions.

Whatever it does ends in its words or a `FetchError`; its address and key are in no message.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from ipaddress import ip_address
from socket import socket
from typing import Final

import aiohttp
from aiohttp import AddrInfoType
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from flows.fetching.body import read_body
from flows.fetching.client import open_session
from flows.fetching.guard import AllowList, RefusedAddressError, parse_allow
from flows.fetching.http_trouble import HttpStatusError, explain_status, explain_trouble
from flows.fetching.resolver import ThreadResolver
from flows.settings import Settings
from parsers.errors import FetchError, SettingsError
from parsers.second.question import Turn

# An answer has a few hundred words; an endpoint may wrap them in as much again.
ANSWER_BYTES: Final = 256 * 1024
_AT_ONCE: Final = 2
# With these the next question would end the same way.
_FINAL: Final = frozenset(
    {"http_301", "http_302", "http_303", "http_307", "http_308", "http_401", "http_402",
     "http_403", "http_404", "http_405", "gone", "too_many_requests", "blocked_address",
     "dns_failed", "connection_refused", "tls_failed"}
)  # fmt: skip
_MOST_IN_ROW: Final = 3
# So does an endpoint answer that knows no JSON mode, or has another idea of a temperature.
_NOT_SO: Final = frozenset({"http_400", "http_422"})
_MANNERS: Final = {"response_format": {"type": "json_object"}, "temperature": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where to ask, of which model, with which key; `host` is all that may be shown."""

    url: URL = field(repr=False)
    model: str
    host: str
    key: str | None = field(default=None, repr=False)


def find_endpoint(settings: Settings) -> Endpoint | None:
    """The endpoint the operator named, None for none.

    `https://HOST/v1?model=NAME` is asked at `/v1/chat/completions`; what else the query holds is
    sent along.

    Raises:
        SettingsError: the address is none.
    """
    if settings.reading.second_reader is None:
        return None
    try:
        named = URL(settings.reading.second_reader.get_secret_value()).with_fragment(None)
    except ValueError:
        why = "reading.second_reader: cannot be read as an address"
        raise SettingsError(f"{settings.path}: {why}; write https://HOST/v1?model=NAME") from None
    path = named.path.rstrip("/").removesuffix("/chat/completions")
    query = [(name, value) for name, value in named.query.items() if name != "model"]
    key = settings.reading.second_reader_key
    return Endpoint(
        url=named.with_path(f"{path}/chat/completions").with_query(query),
        model=named.query["model"],
        host=named.raw_host or "",
        key=key.get_secret_value() if key else None,
    )


class SecondReader:
    """One run's questions to an endpoint: a few at once, so many in all, and none after it fails.

    `trouble` is a sentence once it is of no use, None while it is.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        endpoint: Endpoint,
        *,
        timeout_s: float,
        questions: int,
    ) -> None:
        """Use `session` for all questions.

        Args:
            session: the door to the network, which refuses what may not be asked.
            endpoint: where to ask.
            timeout_s: what one question may take.
            questions: how many may be asked in this run.
        """
        self._session = session
        self._endpoint = endpoint
        self._timeout_s = timeout_s
        self._left = questions
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._manners: dict[str, object] = dict(_MANNERS)
        self._answered = 0
        self._in_row = 0
        self._last: FetchError | None = None

    @property
    def trouble(self) -> str | None:
        """Why it was given up in this run, or never answered."""
        if self._last is None or (self._answered and not self._is_given_up()):
            return None
        return f"second reader: {self._last.detail}; what the rules alone have read stands"

    async def ask(self, turns: Sequence[Turn]) -> str:
        """Its words; raises FetchError where there are none, or it is not to be asked any more."""
        async with self._turns:
            if self._is_given_up():
                raise FetchError("given_up", f"{self._endpoint.host}: it was given up in this run")
            if not self._left:
                raise FetchError("enough_questions", "this run has asked as often as it may")
            self._left -= 1
            try:
                answer = await self._answer(turns)
            except FetchError as error:
                # Without what it came from, which holds on to the question.
                self._last = FetchError(error.code, error.detail)
                self._in_row += 1
                raise
        self._answered += 1
        self._in_row = 0
        return answer

    def _is_given_up(self) -> bool:
        if self._last is None:
            return False
        return self._in_row >= _MOST_IN_ROW or (self._in_row > 0 and self._last.code in _FINAL)

    async def _answer(self, turns: Sequence[Turn]) -> str:
        try:
            async with asyncio.timeout(self._timeout_s):
                return _words(await self._post_as_it_likes(turns), self._endpoint.host)
        except TimeoutError as error:
            why = f"{self._endpoint.host}: no whole answer within {self._timeout_s:g} s"
            raise FetchError("timeout", why) from error
        except (aiohttp.ClientError, HttpProcessingError, OSError) as error:
            raise explain_trouble(error, self._endpoint.url) from error

    async def _post_as_it_likes(self, turns: Sequence[Turn]) -> bytes:
        """Ask for JSON; an endpoint that does not know how is asked plainly from then on."""
        try:
            return await self._post(turns, self._manners)
        except HttpStatusError as error:
            if error.code not in _NOT_SO or not self._manners:
                raise
        answer = await self._post(turns, {})
        self._manners = {}
        return answer

    async def _post(self, turns: Sequence[Turn], manners: dict[str, object]) -> bytes:
        messages = [{"role": turn.role, "content": turn.content} for turn in turns]
        question = {"model": self._endpoint.model, "messages": messages, **manners}
        async with self._session.post(
            self._endpoint.url,
            data=json.dumps(question).encode(),
            headers=_headers(self._endpoint),
            allow_redirects=False,
        ) as response:
            try:
                if response.status != 200:  # noqa: PLR2004 - OK
                    raise explain_status(response, self._endpoint.url)
                return await read_body(response, self._endpoint.url, ANSWER_BYTES)
            finally:
                response.close()


def _headers(endpoint: Endpoint) -> dict[str, str]:
    key = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    return {"Content-Type": "application/json", **key}


def _words(body: bytes, host: str) -> str:
    """What the first choice says."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise FetchError("no_answer", f"{host}: what it sends is no chat completion") from error
    if not isinstance(content, str):
        raise FetchError("no_answer", f"{host}: its answer has no words")
    return content


# --- the door -----------------------------------------------------------------------------------


@asynccontextmanager
async def open_second_reader(settings: Settings) -> AsyncIterator[SecondReader | None]:
    """The second reader of one run, None where none is named.

    The endpoint is the operator's own word and may lie anywhere; without TLS only on this machine,
    or at an address that [network] allow names. No redirects, no proxies, no cookies.
    """
    endpoint = find_endpoint(settings)
    if endpoint is None:
        yield None
        return
    plain = endpoint.url.scheme == "http"
    allow = parse_allow(settings.network.allow)
    connector = aiohttp.TCPConnector(
        resolver=ThreadResolver(),
        socket_factory=partial(_make_socket, allow, plain=plain),
        force_close=True,
    )
    contact = settings.poll.contact
    async with open_session(connector, accept="application/json", contact=contact) as session:
        yield SecondReader(
            session,
            endpoint,
            timeout_s=settings.reading.second_reader_timeout.total_seconds(),
            questions=settings.reading.second_reader_questions,
        )


def _make_socket(allow: AllowList, addr_info: AddrInfoType, *, plain: bool) -> socket:
    """A socket to the endpoint; a key and news go unprotected only where they stay at home."""
    family, kind, protocol, _, sockaddr = addr_info
    address, port = ip_address(str(sockaddr[0])), int(sockaddr[1])
    if plain and not (address.is_loopback or allow.permits(address, port)):
        raise RefusedAddressError(str(address), port, "http:// is for this machine; use https://")
    return socket(family, kind, protocol)
