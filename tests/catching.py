"""Services of Apprise whose posts arrive at a webhook on loopback instead."""

import json
from typing import Final
from urllib.parse import parse_qs

import pytest
import requests
import requests.adapters
from apprise.plugins.discord import NotifyDiscord
from apprise.plugins.slack import NotifySlack
from apprise.plugins.telegram import NotifyTelegram

from tests.receivers import Json, WebhookServer

TOKENS: Final = ("T1JJ3T3L2", "A1BRTD4JD", "TIiajkdnlazkcOXrIdevi7")
SLACK: Final = "slack://" + "/".join(TOKENS)
# What stands for the server's port in a URL below.
PORT: Final = "PORT"
URLS: Final = {
    "slack": SLACK,
    "slack blocks": f"{SLACK}/?blocks=yes&footer=yes",
    "slack text": f"{SLACK}/?format=text",
    "slack html": f"{SLACK}/?mode=hook&format=html",
    "slack bot": "slack://xoxb-1234-1234-abcdefghijklmnop/#deals",
    "slack workflow": "slack://T1JJ3T3L2/A1BRTD4JD/1234567/TIiajkdnlazkcOXrIdevi7?mode=workflow",
    "webhook": f"json://127.0.0.1:{PORT}/hook",
    "form": f"form://127.0.0.1:{PORT}/hook",
    "xml": f"xml://127.0.0.1:{PORT}/hook",
    "ntfy": f"ntfy://127.0.0.1:{PORT}/deals",
    "ntfy markdown": f"ntfy://127.0.0.1:{PORT}/deals?format=markdown",
    "discord": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
    "discord embed": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js?format=markdown",
    "telegram": "tgram://123456789:abcdefg_hijklmnop/12315544/",
    "telegram markdown": "tgram://123456789:abcdefg_hijklmnop/12315544/?format=markdown",
    "teams": f"workflow://127.0.0.1:{PORT}/643e2eb6/3c6aa1d0/",
}


def catch_posts(hook: WebhookServer, patch: pytest.MonkeyPatch) -> dict[str, str]:
    """Let every service below post to the webhook; the URL of each by its name."""
    patch.setattr(NotifySlack, "webhook_url", f"{hook.base}/services")
    patch.setattr(NotifySlack, "workflow_url", f"{hook.base}/workflows")
    patch.setattr(NotifySlack, "api_url", f"{hook.base}/api/{{}}")
    patch.setattr(NotifyDiscord, "notify_url", f"{hook.base}/api/webhooks")
    patch.setattr(NotifyTelegram, "notify_url", f"{hook.base}/bot")
    _unsecured(patch)
    return {name: url.replace(PORT, str(hook.port)) for name, url in URLS.items()}


def _unsecured(patch: pytest.MonkeyPatch) -> None:
    """Teams is asked over https alone, for which loopback has no certificate."""
    secure = requests.adapters.HTTPAdapter.send

    def send(
        self: requests.adapters.HTTPAdapter, request: requests.PreparedRequest, **options: object
    ) -> requests.Response:
        request.url = (request.url or "").replace("https://127.0.0.1", "http://127.0.0.1")
        return secure(self, request, **options)  # type: ignore[arg-type]  # its own options

    patch.setattr(requests.adapters.HTTPAdapter, "send", send)


def strings(body: Json) -> list[str]:
    """Every text in what was posted: as JSON, as a form, or as it is."""
    if isinstance(body, str) and body.startswith("version="):
        return [text for values in parse_qs(body).values() for text in values]
    if isinstance(body, dict):
        return [text for value in body.values() for text in strings(value)]
    if isinstance(body, list):
        return [text for value in body for text in strings(value)]
    return [body] if isinstance(body, str) else []


def texts(hook: WebhookServer) -> str:
    """All the words that arrived, in one piece."""
    return "\n".join(text for body in hook.bodies for text in strings(body))


def as_json(body: Json) -> str:
    """What was posted, as one line of JSON."""
    return json.dumps(body, ensure_ascii=False)
