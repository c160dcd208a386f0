"""What a server said, as values that travel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the server called this version, to be repeated byte for byte.

    One character is one byte (ISO 8859-1), so any text column keeps the header exactly.
    """

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheHints:
    """When the server wants to be asked again, as it wrote it; None where it did not say."""

    retry_after: str | None = None
    max_age: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A whole body. `url` is where it lay in the end.

    `permanent_url` is that place if every redirect to it was a permanent one, None otherwise or
    without redirects. `body_hash` is SHA-256 in hex; `ms` is the time used, waits for a turn aside.
    """

    url: str
    body: bytes
    body_hash: str
    status: int
    content_type: str | None
    validators: Validators
    permanent_url: str | None
    cache: CacheHints
    ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The version we have is still the one. `validators` are the ones to send next time."""

    validators: Validators
    cache: CacheHints
    ms: int
