"""Show a message as one channel gets it, byte for byte but for dates, without sending it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from sqlmodel import Session

from flows.messages.deal_messages import render_terminal
from flows.messages.message import Message
from flows.messages.told import read_said, render_bundle, render_said
from flows.messages.webhook import webhook_payload
from flows.sending.mail import MailService
from flows.sending.services import (
    SLACK_NATIVE,
    SlackService,
    WebhookService,
    open_service,
    split_url,
)
from flows.settings import Destination
from flows.terminal import escape_codes
from parsers.errors import GigawatchError
from storage import outbox
from storage.columns import parse_id
from storage.outbox import AlertView, DeliveryView

Channel = Literal["text", "slack", "email", "json"]
CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)

# Stand in where the configuration has no destination of the kind.
_EXAMPLES: Final[dict[Channel, str]] = {
    "slack": "slack://T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    "email": "mailto://localhost?mode=insecure&from=gigawatch@localhost&to=you@localhost",
    "json": "json://localhost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """A message, and the destination it was last on its way to, if it was to any."""

    message: Message
    destination: str | None = None


def read_message(session: Session, wanted: str) -> Previewed:
    """The message of an alert's key, or of a delivery's key or number.

    Raises:
        GigawatchError: there is none.
    """
    number = parse_id(wanted)
    view = outbox.get_alert(session, wanted if number is None else number)
    if view is None:
        raise GigawatchError(f"no alert or delivery {wanted}; `gigawatch alerts list` shows them")
    deliveries = outbox.list_deliveries(session)
    own = [one for one in deliveries if wanted in (one.key, str(one.id))]
    return Previewed(
        message=_render(session, view, deliveries, may_repeat=any(one.may_repeat for one in own)),
        destination=own[0].destination if own else None,
    )


def _render(
    session: Session, view: AlertView, deliveries: Sequence[DeliveryView], *, may_repeat: bool
) -> Message:
    said = read_said(view)
    if said is not None:
        return render_said(said, may_repeat=may_repeat)
    return render_bundle(view, _carried(session, view, deliveries), may_repeat=may_repeat)


def _carried(
    session: Session, view: AlertView, deliveries: Sequence[DeliveryView]
) -> tuple[AlertView, ...]:
    """What a digest brought, or would bring: all in it that nobody took out of it."""
    carriers = {one.id for one in deliveries if one.alert_id == view.id}
    carried = [one for one in deliveries if one.carrier_id in carriers]
    # One that is cancelled as a whole is shown with what it would have brought.
    left = [one for one in carried if one.state != "cancelled"] or carried
    views = (outbox.get_alert(session, one.alert_key) for one in left)
    return tuple(one for one in views if one is not None)


def find_channel(word: str) -> Channel:
    """The channel of that name.

    Raises:
        GigawatchError: there is none.
    """
    found = next((channel for channel in CHANNELS if channel == word.lower()), None)
    if found is None:
        raise GigawatchError(f"--as {word}: no such channel; write one of {', '.join(CHANNELS)}")
    return found


def find_url(
    destinations: Sequence[Destination], channel: Channel, *, first: str | None = None
) -> str | None:
    """The URL of the destination of that kind, `first` before the others; None without one."""
    ordered = sorted(destinations, key=lambda one: one.name != first)
    urls = (one.url.get_secret_value() for one in ordered)
    return next((url for url in urls if is_of_kind(url, channel)), None)


def is_of_kind(url: str, channel: Channel) -> bool:
    """Whether a URL leads to that channel."""
    parts = split_url(url)
    schemes = {"slack": {"slack"}, "email": {"mailto", "mailtos"}, "json": {"json", "jsons"}}
    return parts.scheme in schemes.get(channel, set()) or (
        channel == "slack" and parts.netloc in SLACK_NATIVE
    )


def render_as(message: Message, channel: Channel, *, url: str | None = None) -> str:
    """The message as a channel gets it: text, the body of a post, or a whole mail.

    Args:
        message: what is told.
        channel: which channel.
        url: the destination, whose options count; without one, an example's. It is not shown.
    """
    if channel == "text":
        return render_terminal(message)
    if url is not None and not is_of_kind(url, channel):
        raise GigawatchError(f"the destination is no {channel}; leave it out to see an example")
    service = open_service(url or _EXAMPLES[channel])
    match service:
        case MailService():
            return next((mail for _, mail in service.mails(message, message.subject)), "")
        case SlackService():
            return _json(service.laid_out({}, message))
        case WebhookService():
            return _json(webhook_payload(message))
    raise GigawatchError("the destination's URL cannot be used; see gigawatch doctor")


def _json(value: object) -> str:
    return escape_codes(json.dumps(value, ensure_ascii=False, indent=2))
