"""Send one message to one destination through Apprise, or append it to a file."""

import contextlib
import logging
import os
import re
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, unquote_plus

from flows.messages.deal_messages import render_terminal
from flows.messages.message import Message
from flows.sending.reasons import Fault, Trouble
from flows.sending.services import knows_scheme, open_service, split_url, tell
from flows.sending.wire import Wire, listening_to
from parsers.errors import DestinationError

REASON_LIMIT: Final = 240
SECRET_LENGTH: Final = 3
SEPARATOR: Final = "-" * 72
MAIL_HINT: Final = "; a mail URL needs ?from=…&to=… with whole addresses"
TWO_URLS: Final = re.compile(r"\s|,\w+://")
# Apprise says that it failed in a warning, and why (the system's own words) only at DEBUG.
CAUSE: Final = "Socket Exception: "
# Here the host is a machine, which a reason may name; everywhere else it may be a token.
HOST_SCHEMES: Final = frozenset(
    {"http", "https", "json", "jsons", "xml", "xmls", "form", "forms", "mailto", "mailtos"}
)
_PLAIN_OPTIONS: Final = frozenset(
    {"blocks", "cto", "footer", "format", "image", "method", "mode", "overflow", "rto", "smtp"}
)
_SILENT: Final = "the service did not take it and gave no reason; it may have arrived"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcome:
    """What became of one sending.

    `reason` is one line without secrets, None if it went well. `fault` tells what has to change
    first. `retry_after` is how many seconds the service asked us to wait, where it did.
    `unanswered` says that the message may have arrived all the same.
    """

    ok: bool
    reason: str | None = None
    fault: Fault = "passing"
    retry_after: float | None = None
    unanswered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """What Apprise said during one call, with the secrets that must not come out of it."""

    secrets: tuple[str, ...]
    complaints: list[str] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)


_LISTENING: ContextVar[Listening | None] = ContextVar("listening", default=None)


class RedactingFilter(logging.Filter):
    """Keep secrets out of every log: nothing below INFO passes, the rest is redacted.

    Apprise writes tokens and whole payloads at DEBUG, and the reason of an SMTP failure as well.
    So the logger stays open for DEBUG, this filter hears all, and lets only INFO and above out.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Note what is said for the sender; redact what passes."""
        listening = _LISTENING.get()
        if listening is not None:
            line = redact(_said(record), listening.secrets)
            if record.levelno >= logging.WARNING:
                listening.complaints.append(line)
            elif line.startswith(CAUSE):
                listening.causes.append(line.removeprefix(CAUSE))
            record.msg, record.args, record.exc_info = line, (), None
        return record.levelno >= logging.INFO


_FILTER = RedactingFilter()


def check_destination(name: str, url: str) -> None:
    """Refuse a URL that can never be sent to.

    Raises:
        DestinationError: names the destination and what to write; never shows the URL.
    """
    trouble = find_trouble(url)
    if trouble is not None:
        raise DestinationError(f"destination {name!r}: {trouble}")


def find_trouble(url: str) -> str | None:
    """Why a URL can never be sent to and what to write, without showing it; None if it can."""
    path = file_path(url)
    return _apprise_trouble(url) if path is None else _file_trouble(path)


def send(url: str, message: Message) -> SendOutcome:
    """Send and wait for the answer; blocks for seconds. Nothing a service does is raised."""
    path = file_path(url)
    if path is not None:
        return _append(path, message)
    with _listening(url) as listening, listening_to(_name_of(url)) as wire:
        service = open_service(url)
        if service is None:
            reason = "the destination's URL cannot be used; see gigawatch doctor"
            return SendOutcome(ok=False, reason=reason, fault="destination")
        if wire.where == "":
            wire.where = str(service.service_name)
        if tell(service, message):
            return SendOutcome(ok=True)
    return _failed(wire, listening)


def file_path(url: str) -> Path | None:
    """The path of a `file:PATH` destination, None for every other URL."""
    if not url.lower().startswith("file:"):
        return None
    return Path(url[len("file:") :].removeprefix("//"))


def redact(text: str, secrets: tuple[str, ...]) -> str:
    """`text` with each secret replaced by ***, whatever its case."""
    if not secrets:
        return text
    pattern = "|".join(re.escape(secret) for secret in secrets)
    return re.sub(pattern, "***", text, flags=re.IGNORECASE)


# --- Apprise ------------------------------------------------------------------------------------


def _apprise_trouble(url: str) -> str | None:
    """Why Apprise cannot use a URL, None if it can."""
    parts = split_url(url)
    if not parts.scheme or "://" not in url:
        return "the URL has no scheme; write an Apprise URL such as slack://A/B/C or mailto://…"
    # Apprise would take two URLs for one with an odd path.
    if TWO_URLS.search(url):
        return "it must be one URL without spaces; write a destination for each"
    with _listening(url) as listening:
        service = open_service(url)
    hint = MAIL_HINT if parts.scheme in ("mailto", "mailtos") else ""
    if service is None and not knows_scheme(parts.scheme):
        known = "slack://A/B/C, mailto://…, or json://HOST/PATH for a webhook of your own"
        return f"Apprise knows no service at this {parts.scheme}:// address; write {known}"
    if service is None:
        # The first complaint names the part; the last only that the URL could not be loaded.
        complaint = _one_line(next(iter(listening.complaints), "no reason given"))
        return f"Apprise refuses the URL: {complaint}{hint}"
    if hint and not getattr(service, "targets", ()):
        return f"nobody to write to{hint}"
    return None


# --- what went wrong, without secrets -----------------------------------------------------------


@contextlib.contextmanager
def _listening(url: str) -> Iterator[Listening]:
    """Hear what Apprise says in this thread; redact what it logs anywhere."""
    _guard_logs()
    listening = Listening(secrets=_secrets(url))
    token = _LISTENING.set(listening)
    try:
        yield listening
    finally:
        _LISTENING.reset(token)


def _guard_logs() -> None:
    """Put the filter before every handler there is; doing it again changes nothing."""
    logger = logging.getLogger("apprise")
    logger.setLevel(logging.DEBUG)
    logger.addFilter(_FILTER)
    # It logs the path of each request, which holds the token of a webhook.
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    logging.getLogger("urllib3.connectionpool").addFilter(_FILTER)


def _said(record: logging.LogRecord) -> str:
    """The words of a record, and the kind of its exception; a traceback may hold the URL."""
    error = record.exc_info[1] if record.exc_info else None
    kind = f": {type(error).__name__}" if error is not None else ""
    return f"{record.getMessage()}{kind}"


def _name_of(url: str) -> str:
    """A machine a reason may name, as "hooks.example:8080"; else nothing: a host may be a token."""
    parts = split_url(url)
    return parts.netloc.rpartition("@")[2] if parts.scheme in HOST_SCHEMES else ""


def _failed(wire: Wire, heard: Listening) -> SendOutcome:
    """What a failure comes to, when a sending was more than one request: for several people say.

    Time may mend it unless all that failed is for good. Where a part was taken, the rest is a
    repeat for those who have it: for good, it is this message's own end.
    """
    troubles = [one for one in wire.results if one is not None] or [_unheard(wire, heard)]
    last = troubles[-1]
    faults = {one.fault for one in troubles}
    waits = [one.retry_after for one in troubles if one.retry_after is not None]
    taken = max(len(wire.results) - len(troubles), 0)
    partly = f"; {taken} of {len(wire.results)} went through" if taken else ""
    fault: Fault = "message" if taken or "destination" not in faults else "destination"
    if "passing" in faults:
        fault = "passing"
    return SendOutcome(
        ok=False,
        reason=_one_line(redact(f"{last.reason}{partly}", heard.secrets)),
        fault=fault,
        retry_after=max(waits, default=None),
        unanswered=fault == "passing" and (taken > 0 or any(one.unanswered for one in troubles)),
    )


def _unheard(wire: Wire, heard: Listening) -> Trouble:
    """A failure without a failed request: an answer the plugin did not like, or no request."""
    if wire.status is not None:
        said = f"{wire.status} {wire.words}".strip()
        return Trouble(reason=f"{wire.where}: answered, but did not take it ({said})")
    reason = " ".join([*heard.complaints[-1:], *heard.causes[-1:]])
    return Trouble(reason=_one_line(reason) or _SILENT, unanswered=True)


def _one_line(text: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())[:REASON_LIMIT]


def _secrets(url: str) -> tuple[str, ...]:
    """All parts of a URL that may be secret, longest first."""
    parts = split_url(url)
    login, _, host = parts.netloc.rpartition("@")
    fragments = {url, parts.path, parts.query, parts.fragment, login, *login.split(":", 1)}
    fragments |= {*parts.path.split("/"), *_values(parts.query)}
    if parts.scheme not in HOST_SCHEMES:
        # In slack://A/B/C and tgram://123:abc/ the host is a token.
        fragments |= {host, *host.split(":")}
    forms = {form for text in fragments for form in _forms(text)}
    return tuple(sorted((x for x in forms if len(x) >= SECRET_LENGTH), key=len, reverse=True))


def _values(query: str) -> list[str]:
    """The values of a query that may be secret: how a message is to look or be sent is not."""
    pairs = (pair.partition("=") for pair in query.split("&"))
    return [value for name, _, value in pairs if name.lower() not in _PLAIN_OPTIONS]


def _forms(text: str) -> set[str]:
    """A secret as written, decoded and encoded: Apprise shows any of them."""
    bare = text.strip("/")
    return {text, bare, unquote(bare), unquote_plus(bare), quote(bare), quote(bare, safe="")}


# --- files --------------------------------------------------------------------------------------


def _file_trouble(path: Path) -> str | None:
    """Why a file cannot be appended to, None if it can."""
    if path == Path() or path.is_dir():
        return "file: needs the path of a file; write file:alerts.txt"
    if not path.parent.is_dir():
        return f"the folder of {path} does not exist; create it"
    return None


def _append(path: Path, message: Message) -> SendOutcome:
    """Add the message at the end, and return once it is on the disk."""
    trouble = _file_trouble(path)
    if trouble is not None:
        return SendOutcome(ok=False, reason=trouble)
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{render_terminal(message)}{SEPARATOR}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return SendOutcome(ok=False, reason=f"{path}: {error.strerror or type(error).__name__}")
    return SendOutcome(ok=True)
