"""Translate between HTTP headers and values."""

import re
from email.utils import parsedate_to_datetime

import aiohttp

from flows.fetching.fetched import CacheHints, Validators

MAX_VALIDATOR_BYTES = 1_024
CONTROL_BYTE = re.compile(rb"[\x00-\x1f\x7f]")
MAX_RETRY_AFTER_S = 30 * 24 * 3600.0
MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(?P<seconds>[0-9]{1,12})", re.IGNORECASE)


def read_header(response: aiohttp.ClientResponse, name: str) -> str | None:
    """A header as one line of text, one character for each byte; None where absent or empty."""
    raw = _raw_header(response, name.encode("ascii")) or b""
    text = raw.decode("latin-1").strip(" \t")
    return text if text.isprintable() and text else None


def read_validators(response: aiohttp.ClientResponse) -> Validators:
    """What the server calls this version, without what could not be repeated."""
    return Validators(
        etag=_validator(response, b"etag"), last_modified=_validator(response, b"last-modified")
    )


def _validator(response: aiohttp.ClientResponse, name: bytes) -> str | None:
    raw = (_raw_header(response, name) or b"").strip(b" \t")
    # A control byte could not be sent back, and a name this long is no name.
    if not raw or len(raw) > MAX_VALIDATOR_BYTES or CONTROL_BYTE.search(raw):
        return None
    return raw.decode("latin-1")


def read_cache_hints(response: aiohttp.ClientResponse) -> CacheHints:
    """When the server wants to be asked again."""
    max_age = MAX_AGE.search(read_header(response, "cache-control") or "")
    return CacheHints(
        retry_after=read_header(response, "retry-after"),
        max_age=max_age["seconds"] if max_age else None,
        expires=read_header(response, "expires"),
    )


def read_location(response: aiohttp.ClientResponse) -> str | None:
    """Where a redirect leads: UTF-8 as it should be, or ISO 8859-1; None where it does not say."""
    raw = _raw_header(response, b"location")
    if not raw:
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _raw_header(response: aiohttp.ClientResponse, name: bytes) -> bytes | None:
    for key, value in response.raw_headers:
        if key.lower() == name:
            return value
    return None


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


def conditional_headers(validators: Validators) -> dict[str, str]:
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
