"""Say in a code and a sentence why a server gave us no document."""

import ssl

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from flows.fetching.guard import RefusedAddressError, explain_refusal
from flows.fetching.headers import parse_retry_after, read_header
from parsers.errors import FetchError

# Codes whose name says more than their number.
STATUS_CODES = {410: "gone", 429: "too_many_requests"}
# The first row that fits counts: the special before the general.
TROUBLE: tuple[tuple[type[Exception], str, str], ...] = (
    (aiohttp.ClientConnectorDNSError, "dns_failed", "the name has no address"),
    (aiohttp.ClientSSLError, "tls_failed", "what answers does not speak TLS as we do"),
    (aiohttp.ClientConnectorError, "connection_failed", "no connection"),
    (aiohttp.InvalidURL, "bad_url", "no host can have this name"),
    (aiohttp.ClientResponseError, "malformed_response", "the answer is not HTTP"),
    (HttpProcessingError, "malformed_response", "the answer is not HTTP"),
    (aiohttp.ClientPayloadError, "malformed_response", "the body is not as the headers say"),
    (aiohttp.ServerDisconnectedError, "connection_failed", "hung up without an answer"),
)


class HttpStatusError(FetchError):
    """The server answered with something else than the document.

    `retry_after_s` is how long it asked us to stay away, None where it did not say; `url` is who
    answered, after a redirect not the one who was asked.
    """

    def __init__(
        self, code: str, detail: str, *, url: str, retry_after_s: float | None = None
    ) -> None:
        super().__init__(code, detail)
        self.url = url
        self.retry_after_s = retry_after_s


def explain_status(response: aiohttp.ClientResponse, url: URL) -> HttpStatusError:
    """The error of an answer whose status is none we can use."""
    status = response.status
    wait = parse_retry_after(read_header(response, "retry-after"), read_header(response, "date"))
    code = STATUS_CODES.get(status, f"http_{status}")
    why = f"{url.raw_host}: answers {status}"
    return HttpStatusError(code, why, url=str(url), retry_after_s=wait)


def explain_trouble(error: Exception, url: URL) -> FetchError:
    """The error of what the HTTP library or the system raised."""
    host = url.raw_host or ""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else None
    if isinstance(cause, RefusedAddressError):
        why = explain_refusal(host, cause.address, cause.port, cause.reason)
        return FetchError("blocked_address", why)
    if isinstance(cause, ConnectionRefusedError):
        return FetchError("connection_refused", f"{host}: nothing answers at port {url.port}")
    if isinstance(cause, ssl.SSLCertVerificationError):
        why = f"{host}: the certificate is refused ({cause.verify_message})"
        return FetchError("tls_failed", why)
    for kind, code, why in TROUBLE:
        if isinstance(error, kind):
            return FetchError(code, f"{host}: {why}")
    return FetchError("connection_failed", f"{host}: the connection broke")
