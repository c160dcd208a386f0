"""Open the door to the network that every fetch goes through."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib.metadata import version

import aiohttp
from aiohttp.abc import AbstractResolver

from flows.fetching.body import ListeningResponse
from flows.fetching.guard import AddressGuard
from flows.fetching.resolver import ThreadResolver
from flows.fetching.sites import SitesAtRest, is_own_host
from flows.fetching.turns import Gaps, Turns
from flows.fetching.unpacking import MIB

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
    " text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1"
)
# Some servers send policies of many kilobytes with every page; an endless header ends here.
MAX_HEADER_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of our time, memory and politeness one URL may use.

    `timeout_s` covers name lookup, connection, redirects and body. It does not cover the waits for
    a turn at a host that `max_per_host` others are being asked of: those, over all redirects, may
    take `turn_timeout_s`. Two requests to a host start `host_gap_s` apart, the operator's own hosts
    aside. `max_bytes` holds packed and unpacked.
    """

    timeout_s: float = 30.0
    max_bytes: int = 10 * MIB
    max_redirects: int = 5
    max_per_host: int = 2
    host_gap_s: float = 1.0
    turn_timeout_s: float = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """An open door to the network: the session, what guards it, whose turn it is.

    `resting` has the sites that asked for rest: whoever asks them all the same gets `site_resting`.
    """

    session: aiohttp.ClientSession
    guard: AddressGuard
    limits: Limits
    turns: Turns
    resting: SitesAtRest = field(default_factory=SitesAtRest)


@asynccontextmanager
async def open_client(
    guard: AddressGuard,
    limits: Limits | None = None,
    *,
    contact: str | None = None,
    resting: SitesAtRest | None = None,
    resolver: AbstractResolver | None = None,
) -> AsyncIterator[Client]:
    """Open the client every fetch goes through; its limits hold for each of them.

    No cookies, no proxies or passwords from the environment, no connection kept for later.
    `contact` is how a server's owner reaches the operator, `resting` has the sites to leave alone,
    `resolver` replaces the system's names.
    """
    bounds = limits or Limits()
    connector = aiohttp.TCPConnector(
        resolver=resolver or ThreadResolver(),
        socket_factory=guard.socket_factory,
        limit=0,  # turns.py keeps them, so that waiting costs no feed its time
        force_close=True,
    )
    async with open_session(connector, accept=ACCEPT, contact=contact) as session:
        turns = Turns(bounds.max_per_host, open_gaps(guard, bounds))
        yield Client(
            session=session,
            guard=guard,
            limits=bounds,
            turns=turns,
            resting=resting or SitesAtRest(),
        )


def open_session(
    connector: aiohttp.BaseConnector, *, accept: str, contact: str | None
) -> aiohttp.ClientSession:
    """A session without cookies, proxies or passwords; who reads an answer bounds it."""
    return aiohttp.ClientSession(
        connector=connector,
        response_class=ListeningResponse,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
        headers={
            "User-Agent": user_agent(contact),
            "Accept": accept,
            "Accept-Encoding": "gzip",
        },
        max_line_size=MAX_HEADER_BYTES,
        max_field_size=MAX_HEADER_BYTES,
    )


def open_gaps(guard: AddressGuard, limits: Limits) -> Gaps:
    """Gaps between requests to a host, none for those the operator opened himself."""
    spares = lru_cache(maxsize=1 << 14)(partial(is_own_host, allow=guard.allow))
    return Gaps(limits.host_gap_s, spares=spares)


def user_agent(contact: str | None) -> str:
    """Say honestly who asks, and how to reach them."""
    about = f"feed reader; contact {contact}" if contact else "feed reader"
    return f"Gigawatch/{version('gigawatch')} (+{about})"
