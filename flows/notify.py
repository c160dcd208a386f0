"""Send one message to one destination through Apprise, or append it to a file."""

import contextlib
import logging
import os
import re
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, unquote_plus, urlsplit

import apprise

from flows.messages import Message, render_terminal
from parsers.errors import DestinationError

REASON_LIMIT = 200
SECRET_LENGTH = 3
# A service with less room is a text message, paid by the piece: it is cut, not split.
CHAT_ROOM = 1000
SEPARATOR = "-" * 72
# Slack shows a picture and "Apprise" with a date below each message unless told not to.
SLACK_DEFAULTS = {"image": "no", "footer": "no"}
MAIL_HINT = "; a mail URL needs ?from=…&to=… with whole addresses"
TWO_URLS = re.compile(r"\s|,\w+://")
# Apprise says that it failed in a warning, and why (the system's own words) only at DEBUG.
CAUSE = "Socket Exception: "
SMTP_ANSWER = re.compile(r"""\((\d{3}), b['"](.*)['"]\)""")
HTTP_ANSWER = re.compile(r"\berror=(\d{3})\b")
# A timeout (408), too early (425) and too many (429) pass; so may a 409.
PERMANENT = {"400", "401", "403", "404", "405", "410", "413", "415", "422"}
# Here the host is a machine, which a reason may name; everywhere else it may be a token.
HOST_SCHEMES = {"http", "https", "json", "jsons", "form", "forms", "mailto", "mailtos"}
SLACK_NATIVE = ("hooks.slack.com", "hooks.slack-gov.com")


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcome:
    """What became of one sending.

    `reason` is one line without secrets, None if it went well. `permanent` marks a refusal that
    the same message will meet again. `retry_after` stays None: Apprise does not hand it on.
    """

    ok: bool
    reason: str | None = None
    permanent: bool = False
    retry_after: float | None = None


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
    path = file_path(url)
    trouble = _apprise_trouble(url) if path is None else _file_trouble(path)
    if trouble is not None:
        raise DestinationError(f"destination {name!r}: {trouble}")


def send(url: str, message: Message) -> SendOutcome:
    """Send and wait for the answer; blocks for seconds. Nothing a service does is raised."""
    path = file_path(url)
    if path is not None:
        return _append(path, message)
    with _listening(url) as listening:
        service = _service(url)
        if service is None:
            reason = "the destination's URL cannot be used; see gigawatch doctor"
            return SendOutcome(ok=False, reason=reason, permanent=True)
        ok = _notify(service, message)
    if ok:
        return SendOutcome(ok=True)
    return SendOutcome(ok=False, reason=_reason(listening), permanent=_is_permanent(listening))


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


def _notify(service: apprise.NotifyBase, message: Message) -> bool:
    """One Apprise object per destination: with several, one failure would resend to the others."""
    sender = apprise.Apprise()
    sender.add(service)
    # Services without markup get our own text: Apprise's conversion would lose the layout.
    plain = service.notify_format == apprise.NotifyFormat.TEXT
    answer = sender.notify(
        title=message.subject,
        body=message.text if plain else message.html,
        body_format=apprise.NotifyFormat.TEXT if plain else apprise.NotifyFormat.HTML,
    )
    # None means that nothing matched, which is as bad as False.
    return bool(answer)


def _service(url: str) -> apprise.NotifyBase | None:
    """The service a URL names, None if Apprise refuses it."""
    service = apprise.Apprise.instantiate(_with_defaults(url))
    if service is None:
        return None
    # Apprise follows redirects and calls the page it ends on a success.
    service.redirects = False
    # The outbox is the one place that tries again, and it must hear of every failure.
    service.retry = 0
    service.optional = False
    if "overflow" not in _keys(_split(url).query):
        split = service.body_maxlen >= CHAT_ROOM
        service.overflow_mode = (
            apprise.OverflowMode.SPLIT if split else apprise.OverflowMode.TRUNCATE
        )
    return service


def _with_defaults(url: str) -> str:
    """A Slack URL without Apprise's picture and footer, where its owner chose neither."""
    parts = _split(url)
    if parts.scheme != "slack" and parts.netloc not in SLACK_NATIVE:
        return url
    chosen = _keys(parts.query)
    added = [f"{key}={value}" for key, value in SLACK_DEFAULTS.items() if key not in chosen]
    if not added:
        return url
    return f"{url}{'&' if parts.query else '?'}{'&'.join(added)}"


def _apprise_trouble(url: str) -> str | None:
    """Why Apprise cannot use a URL, None if it can."""
    parts = _split(url)
    if not parts.scheme or "://" not in url:
        return "the URL has no scheme; write an Apprise URL such as slack://A/B/C or mailto://…"
    # Apprise would take two URLs for one with an odd path.
    if TWO_URLS.search(url):
        return "it must be one URL without spaces; write a destination for each"
    with _listening(url) as listening:
        service = _service(url)
    hint = MAIL_HINT if parts.scheme in ("mailto", "mailtos") else ""
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


def _reason(heard: Listening) -> str:
    """The last complaint and what lay under it, as one short line."""
    reason = " ".join([*heard.complaints[-1:], *map(_cause, heard.causes[-1:])])
    return _one_line(reason) or "the service did not take it and gave no reason"


def _is_permanent(heard: Listening) -> bool:
    """Whether the service refused for good: SMTP 5xx, or HTTP 4xx that does not pass."""
    http = (HTTP_ANSWER.search(line) for line in heard.complaints)
    smtp = (SMTP_ANSWER.search(line) for line in heard.causes)
    return any(found[1] in PERMANENT for found in http if found) or any(
        found[1].startswith("5") for found in smtp if found
    )


def _cause(said: str) -> str:
    """The heart of a system error: "Connection refused" out of three nested wrappings."""
    answer = SMTP_ANSWER.search(said)
    if answer is not None:
        return f"{answer[1]} {answer[2]}"
    if "Caused by" in said:
        return said.rpartition(": ")[2].rstrip("\"')")
    return said.partition("): ")[2] or said


def _one_line(text: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())[:REASON_LIMIT]


def _secrets(url: str) -> tuple[str, ...]:
    """All parts of a URL that may be secret, longest first."""
    parts = _split(url)
    login, _, host = parts.netloc.rpartition("@")
    fragments = {url, parts.path, parts.query, parts.fragment, login, *login.split(":", 1)}
    fragments |= {*parts.path.split("/"), *_values(parts.query)}
    if parts.scheme not in HOST_SCHEMES:
        # In slack://A/B/C and tgram://123:abc/ the host is a token.
        fragments |= {host, *host.split(":")}
    forms = {form for text in fragments for form in _forms(text)}
    return tuple(sorted((x for x in forms if len(x) >= SECRET_LENGTH), key=len, reverse=True))


def _keys(query: str) -> set[str]:
    return {pair.partition("=")[0].lower() for pair in query.split("&")}


def _values(query: str) -> list[str]:
    return [pair.partition("=")[2] for pair in query.split("&")]


def _forms(text: str) -> set[str]:
    """A secret as written, decoded and encoded: Apprise shows any of them."""
    bare = text.strip("/")
    return {text, bare, unquote(bare), unquote_plus(bare), quote(bare), quote(bare, safe="")}


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


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
