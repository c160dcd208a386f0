"""Tell which addresses belong to one site, and which sites asked to be left alone for a while."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from ipaddress import ip_address
from typing import Final, Literal

from publicsuffixlist import PublicSuffixList
from yarl import URL

from flows.fetching.guard import Address, AllowList, find_refusal
from flows.wording import render_time
from storage.sites import LONGEST_REST

# No name in the DNS is longer than 253; what is longer cannot be asked anyway.
_LONGEST: Final = 300
# An answer 503 without Retry-After is a failure like any other, with it a wish.
_ASKS_FOR_REST: Final = frozenset({"too_many_requests", "http_503"})
# Programs that fetch from somewhere else whatever their path says: the 429 they pass on, or give
# for one of their origins, tells nothing of the next path. Told by the host's name, which those who
# run one choose after the program: rsshub.example.com, my-rss-bridge.example.org, nitter.net.
_BRIDGES: Final = (
    "rsshub",  # /telegram/…, /github/…: a route and an origin for each path
    "rss-?bridge",  # ?bridge=Twitter&…
    "nitter",  # a front end of X with RSS
    "(?:full-?text-?rss|fivefilters)",  # ?url=ANY
    "morss",  # /ANY URL
    "openrss",  # /ANY URL
    "fetchrss",  # feeds made from other people's pages
    "(?:invidious|piped)",  # front ends of YouTube with RSS
)
_BRIDGE = re.compile(rf"(?<![a-z])(?:{'|'.join(_BRIDGES)})(?![a-z])")  # no knitter.com


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A site that is to be left alone, until when, and why in a sentence."""

    site: str
    until: datetime
    reason: str


class SitesAtRest:
    """The sites that asked for rest, in this run or before it."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self._clock = clock or (lambda: datetime.now(UTC))
        self._until: dict[str, datetime] = {}

    def rest(self, site: str, until: datetime) -> None:
        """Leave a site alone until then, or for longer where it asked for longer before."""
        self._until[site] = max(until, self._until.get(site, until))

    def is_resting(self, site: str) -> bool:
        """Whether a site is still to be left alone."""
        until = self._until.get(site)
        return until is not None and self._clock() < until


# --- what belongs together ----------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def site_of(url: str) -> str:
    """What is asked together with this URL.

    That is what one owner registered: `example.co.uk` for all its hosts, `foo.github.io` for one
    who lives under a name that others live under too. IP addresses and names that mean something
    on a private network only are their `host:port`.
    """
    try:
        address = URL(url)
    except ValueError:  # refused before it is ever asked; still, it needs a name
        return url[:_LONGEST]
    host = _plain(address.raw_host or "")
    if is_public_name(host):
        return (_suffixes().privatesuffix(host) or host)[:_LONGEST]
    boxed = f"[{host}]" if ":" in host else host
    return f"{boxed}:{address.port}"[-_LONGEST:]


@lru_cache(maxsize=1 << 16)
def is_public_name(host: str) -> bool:
    """Whether a host is a name below, or at, a suffix of the public suffix list."""
    plain = _plain(host)
    return _literal(plain) is None and _suffixes().publicsuffix(plain) is not None


def is_own_host(host: str, allow: AllowList) -> bool:
    """Whether a host is the operator's own, or opened by him: it needs no manners.

    A public name that turns out to lie on a private network is not known before it is asked, and
    counts as public.
    """
    address = _literal(_plain(host))
    if address is None:
        return not is_public_name(host)
    opened = any(address in entry.network for entry in allow.entries)
    return opened or find_refusal(address) is not None


def find_gap_ends(left: Mapping[str, float], now: datetime) -> dict[str, datetime]:
    """When each site may be asked again, from the seconds its hosts still have to wait."""
    ends: dict[str, datetime] = {}
    for host, seconds in left.items():
        site = site_of(str(URL.build(scheme="http", host=host)))
        end = now + timedelta(seconds=seconds)
        ends[site] = max(end, ends.get(site, end))
    return ends


def _plain(host: str) -> str:
    return host.lower().rstrip(".")


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


@cache
def _suffixes() -> PublicSuffixList:
    """The list that comes with its package; an eighth of a second, so not before it is needed."""
    return PublicSuffixList(accept_unknown=False)


# --- who asked for rest -------------------------------------------------------------------------


def retry_scope(url: str) -> Literal["site", "feed"]:
    """What a Retry-After at this URL counts for.

    A public host speaks for its whole site. On a private network every port is another program,
    and behind a bridge every path is another origin.
    """
    try:
        host = _plain(URL(url).raw_host or "")
    except ValueError:
        return "feed"
    return "site" if is_public_name(host) and not _BRIDGE.search(host) else "feed"


def decide_rest(url: str, *, code: str, retry_after_s: float | None, now: datetime) -> Rest | None:
    """Whether a failure asks us to leave the whole site alone.

    Args:
        url: who answered so: after a redirect, not the feed's own address.
        code: the failure's.
        retry_after_s: the seconds it named, None or 0 where it named none; a day at most counts.
        now: the time.
    """
    if code not in _ASKS_FOR_REST or not retry_after_s or retry_scope(url) == "feed":
        return None
    until = now + min(timedelta(seconds=retry_after_s), LONGEST_REST)
    site = site_of(url)
    told = f"{site}: asked not to be asked before {render_time(until)}"
    return Rest(site=site, until=until, reason=told)
