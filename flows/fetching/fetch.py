"""Ask for one URL, inside hard limits of time and bytes, through the address guard.

    async with open_client(guard, limits, contact="ops@example.org") as client:
        answer = await fetch(client, url, validators=saved)

Whatever a server does ends in `Fetched`, `NotModified` or a `FetchError` with a stable code.
"""

import asyncio
import hashlib
import time
from dataclasses import dataclass, replace

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from flows.fetching.body import read_body
from flows.fetching.client import Client, Limits
from flows.fetching.fetched import Fetched, NotModified, Validators
from flows.fetching.headers import (
    conditional_headers,
    read_cache_hints,
    read_header,
    read_location,
    read_validators,
)
from flows.fetching.http_trouble import explain_status, explain_trouble
from flows.fetching.sites import site_of
from parsers.errors import FetchError

GOOD = frozenset({200, 203})
MOVED_FOR_GOOD = frozenset({301, 308})
MOVED = MOVED_FOR_GOOD | {302, 303, 307}
NOT_MODIFIED = 304


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
    seen, for_good, used_s, waited_s = {here}, True, 0.0, 0.0
    while True:
        queued = time.monotonic()
        within_s = bounds.turn_timeout_s - waited_s
        async with client.turns.take(here.raw_host or "", within_s=within_s):
            started = time.monotonic()
            waited_s += started - queued
            if client.resting.is_resting(site_of(str(here))):
                raise FetchError("site_resting", f"{here.raw_host}: asked to be left alone")
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
                url, headers=conditional_headers(validators), allow_redirects=False
            ) as response,
        ):
            return await _read_answer(response, url, validators, limits)
    except TimeoutError as error:
        raise FetchError(
            "timeout", f"{url.raw_host}: no whole answer within {limits.timeout_s:g} s"
        ) from error
    except (aiohttp.ClientError, HttpProcessingError, OSError) as error:
        raise explain_trouble(error, url) from error


async def _read_answer(
    response: aiohttp.ClientResponse, url: URL, validators: Validators, limits: Limits
) -> Fetched | NotModified | _Moved:
    try:
        if response.status in MOVED:
            return _read_redirect(response, url)
        if response.status == NOT_MODIFIED and validators != Validators():
            return _read_not_modified(response, validators)
        if response.status not in GOOD:
            raise explain_status(response, url)
        body = await read_body(response, url, limits.max_bytes)
    finally:
        # Not released: what is left of the body, if anything, is nobody's to read.
        response.close()
    return Fetched(
        url=str(url),
        body=body,
        body_hash=hashlib.sha256(body).hexdigest(),
        status=response.status,
        content_type=read_header(response, "content-type"),
        validators=read_validators(response),
        permanent_url=None,
        cache=read_cache_hints(response),
        ms=0,
    )


def _read_redirect(response: aiohttp.ClientResponse, url: URL) -> _Moved:
    location = read_location(response)
    if location is None:
        raise FetchError("malformed_response", f"{url.raw_host}: redirects without saying where")
    return _Moved(location=location, for_good=response.status in MOVED_FOR_GOOD)


def _read_not_modified(response: aiohttp.ClientResponse, sent: Validators) -> NotModified:
    """RFC 9111, 4.3.4: what a 304 names anew replaces the old, what it leaves out stays."""
    told = read_validators(response)
    kept = Validators(
        etag=told.etag or sent.etag, last_modified=told.last_modified or sent.last_modified
    )
    return NotModified(validators=kept, cache=read_cache_hints(response), ms=0)
