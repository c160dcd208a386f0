"""Apprise's services as Gigawatch uses them: its plugins, three of them with our own layout."""

import functools
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

import apprise
from apprise.conversion import convert_between
from apprise.manager_plugins import NotificationManager
from apprise.plugins.custom_json import NotifyJSON
from apprise.plugins.ntfy import NotifyNtfy
from apprise.plugins.slack import NotifySlack, SlackMode
from apprise.plugins.workflows import NotifyWorkflows

from flows.messages.message import Message, fit_message
from flows.messages.slack import slack_payload
from flows.messages.webhook import VERSION, webhook_payload
from flows.sending.mail import MailService

SLACK_NATIVE: Final = ("hooks.slack.com", "hooks.slack-gov.com")
# Where a service shows Apprise's picture or name beside each message unless told not to.
_DEFAULTS: Final = {
    "slack": {"image": "no", "footer": "no"},
    "workflow": {"image": "no"},
    "workflows": {"image": "no"},
    "discord": {"avatar": "no"},
}
_NAME: Final = "Gigawatch"
# Services add a line end or a mark where they put the first line into the body.
_JOINT: Final = 16
_LAID_OUT: Final = {SlackMode.WEBHOOK, SlackMode.WEBHOOK_GOV, SlackMode.BOT}


class SlackService(NotifySlack):  # type: ignore[no-untyped-call]  # Apprise types few of its own
    """slack:// with our layout; workflows, templates and ?format=text stay as Apprise has them."""

    message: Message | None = None

    def lays_out(self, message: Message) -> bool:
        """Take a message, and decide what its post looks like; False where Apprise shall."""
        markdown = self.notify_format == apprise.NotifyFormat.MARKDOWN
        if self.template or not markdown or self.mode not in _LAID_OUT:
            return False
        self.message = message
        return True

    def laid_out(self, payload: Mapping[str, Any], message: Message) -> dict[str, Any]:
        """Apprise's payload, which says who posts where, with our text and blocks."""
        ours: dict[str, Any] = slack_payload(message)
        if self.include_footer:
            footer = {"type": "mrkdwn", "text": self.app_id}
            ours["attachments"][0]["blocks"].append({"type": "context", "elements": [footer]})
        return {**payload, **ours, "mrkdwn": True}

    def _send(
        self,
        url: str,
        payload: dict[str, Any],
        attach: object = None,
        http_method: str = "post",
        params: object = None,
        **kwargs: object,
    ) -> object:
        if self.message is not None and "attachments" in payload:
            payload = self.laid_out(payload, self.message)
        return super()._send(url, payload, attach, http_method, params, **kwargs)  # type: ignore[no-untyped-call]


_APPRISES_OWN: Final = frozenset({"version", "type", "title", "message"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """What Apprise's plugin writes into "type"."""

    value: str


class WebhookService(NotifyJSON):  # type: ignore[no-untyped-call]
    """json:// and jsons:// with all we know as JSON, beside the fields of Apprise's own."""

    message: Message | None = None
    json_version = VERSION  # type: ignore[assignment]  # a number is what our schema has

    def lays_out(self, message: Message) -> bool:
        """Take a message, of which every field will be posted."""
        self.message = message
        return True

    def send(
        self,
        body: str,
        title: str = "",
        notify_type: apprise.NotifyType | _Kind = apprise.NotifyType.INFO,
        attach: object = None,
        **kwargs: object,
    ) -> bool:
        """Post the message; what the URL adds or renames (?:field=value) comes last."""
        if self.message is not None:
            payload = webhook_payload(self.message)
            notify_type = _Kind(str(payload["type"]))
            more = {name: payload[name] for name in payload if name not in _APPRISES_OWN}
            self.payload_extras = {"attachments": "", **_renamed(more, self.payload_extras)}
        return bool(super().send(body, title, notify_type, attach, **kwargs))  # type: ignore[no-untyped-call]


def _renamed(fields: Mapping[str, object], chosen: Mapping[str, str]) -> dict[str, object]:
    """Our fields as a URL wants them called, and what else it adds.

    Apprise renames and takes away its own fields, which are not among ours.
    """
    kept = {chosen.get(name, name): value for name, value in fields.items()}
    kept.pop("", None)
    return kept | {name: value for name, value in chosen.items() if name not in fields}


class TeamsService(NotifyWorkflows):  # type: ignore[no-untyped-call]
    """workflow:// with more room: Teams takes 28 KB, Apprise speaks of 1000 characters."""

    # A character is up to six bytes in its JSON.
    body_maxlen = 4000


class NtfyService(NotifyNtfy):  # type: ignore[no-untyped-call]
    """ntfy:// with less room: a server makes an attachment of what is over 4 KB."""

    body_maxlen = 4096


_OURS: Final = (MailService, SlackService, WebhookService)


_REGISTERING: Final = threading.Lock()


@functools.cache
def _register() -> None:
    """Put our plugins in the place of those they extend, once; Apprise loads all of its own."""
    manager = NotificationManager()  # type: ignore[no-untyped-call]
    for plugin in (*_OURS, TeamsService, NtfyService):
        manager.add(plugin, force=True)  # type: ignore[no-untyped-call]


def knows_scheme(scheme: str) -> bool:
    """Whether any service has it; https:// has none, but for addresses of well-known hosts."""
    with _REGISTERING:
        _register()
    return scheme in NotificationManager().schemas()  # type: ignore[no-untyped-call]


def open_service(url: str) -> apprise.NotifyBase | None:
    """The service a URL names, ours where we have one; None if Apprise refuses the URL."""
    # Two threads at once would find a service missing between taking it away and putting ours.
    with _REGISTERING:
        _register()
    asset = apprise.AppriseAsset(app_id=_NAME, app_desc=_NAME)
    service = apprise.Apprise.instantiate(_with_defaults(url), asset=asset)
    if service is None:
        return None
    # Apprise follows redirects and calls the page it ends on a success.
    service.redirects = False
    # The outbox is the one place that tries again, and it must hear of every failure.
    service.retry = 0
    service.optional = False
    return service


def tell(service: apprise.NotifyBase, message: Message) -> bool:
    """Send through Apprise, and wait; True if the service took it.

    One Apprise object per destination: with several, one failure would resend to the others.
    """
    if isinstance(service, _OURS) and service.lays_out(message):
        # It decides by itself what is too long; two halves would be the whole message twice.
        service.overflow_mode = apprise.OverflowMode.UPSTREAM
    else:
        message = fit_service(service, message)
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


def fit_service(service: apprise.NotifyBase, message: Message) -> Message:
    """The message cut to what a service takes, unless the owner of the URL chose how."""
    if service.overflow_mode != apprise.OverflowMode.UPSTREAM:
        return message
    # Should a line alone be too long: cut it rather than have the whole refused.
    service.overflow_mode = apprise.OverflowMode.TRUNCATE
    room = service.body_maxlen - _JOINT

    def fits(one: Message) -> bool:
        if service.notify_format == apprise.NotifyFormat.TEXT:
            body = one.text
        else:
            body = _converted(service, one.html)
        # Some services count bytes, and some make two characters of each line end.
        lines = body.count("\n") + 2
        size = len(one.subject.encode("utf-8", "replace")) + len(body.encode("utf-8", "replace"))
        most = service.body_max_line_count
        return size + lines <= room and (not most or lines <= most)

    return fit_message(message, fits)


def _converted(service: apprise.NotifyBase, html: str) -> str:
    """What Apprise makes of our HTML for a service."""
    kind = apprise.NotifyFormat.HTML
    return str(convert_between(kind, service.notify_format, html))  # type: ignore[no-untyped-call]


def split_url(url: str) -> SplitResult:
    """The parts of a URL; of one that cannot be parted, everything is its path."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def _with_defaults(url: str) -> str:
    """A URL without Apprise's own decoration, where its owner chose nothing."""
    parts = split_url(url)
    defaults = _DEFAULTS.get("slack" if parts.netloc in SLACK_NATIVE else parts.scheme, {})
    chosen = {pair.partition("=")[0].lower() for pair in parts.query.split("&")}
    added = [f"{key}={value}" for key, value in defaults.items() if key not in chosen]
    if not added:
        return url
    return f"{url}{'&' if parts.query else '?'}{'&'.join(added)}"
