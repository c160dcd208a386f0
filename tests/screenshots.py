"""Take the pictures of the README: the sample's alert as a mail and as a post in Slack.

Run `python -m tests.screenshots` where chromium is installed; docs/alert-email.png and
docs/alert-slack.png are written anew. Both show what Apprise really sent to loopback.
"""

import contextlib
import html
import io
import re
import sys
import tempfile
from pathlib import Path
from typing import Final, cast

import pytest

from flows.commands.message_preview import read_message
from flows.commands.sample import run_sample
from flows.messages.message import Message
from flows.sending.notify import send
from storage.database import open_engine, reading
from tests.browser import find_browser, take_picture
from tests.catching import SLACK, catch_posts
from tests.receivers import MailServer, WebhookServer

KEY: Final = "amazon-anthropic-2026-04#1"
DOCS: Final = Path(__file__).parent.parent / "docs"
# As Slack lays an attachment out: who, the text, and beside a bar of its colour the blocks.
_SLACK: Final = """<!DOCTYPE html><meta charset="utf-8"><style>
body{margin:0;padding:16px 20px;background:#fff;color:#1d1c1d;
 font:15px/1.46668 Lato,'Noto Sans','DejaVu Sans',sans-serif}
.post{display:flex;gap:8px}.face{width:36px;height:36px;border-radius:8px;background:#1a7f37;
 color:#fff;font-weight:900;text-align:center;line-height:36px;flex:none}
.who{font-weight:900}.app{background:#ebeaeb;color:#616061;font-size:10px;padding:1px 3px;
 border-radius:2px;margin:0 4px}.time{color:#616061;font-size:12px}
.attachment{display:flex;gap:12px;margin-top:4px}.bar{width:4px;border-radius:8px;flex:none}
.block{margin:0 0 10px}a{color:#1264a3;text-decoration:none}
code{border:1px solid #ddd;border-radius:3px;color:#e01e5a;padding:1px 3px;font-size:12px}
</style><div class="post"><div class="face">G</div><div><span class="who">Gigawatch</span>
<span class="app">APP</span><span class="time">9:41 AM</span><div>%s</div>
<div class="attachment"><div class="bar" style="background:%s"></div><div>%s</div></div>
</div></div>"""


def sample_alert(folder: Path) -> Message:
    """The alert of the sample's best known deal, as the outbox holds it."""
    with contextlib.redirect_stdout(io.StringIO()):
        run_sample(folder)
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    try:
        with reading(engine) as session:
            return read_message(session, KEY).message
    finally:
        engine.dispose()


def mail_page(message: Message) -> str:
    """The page of the mail that arrived."""
    with MailServer() as server:
        outcome = send(server.url, message)
        (mail,) = server.messages
    assert outcome.ok, outcome.reason
    body = mail.get_body(("html",))
    assert body is not None
    return str(body.get_content())


def slack_page(message: Message) -> str:
    """The post that arrived, as Slack would show it."""
    with WebhookServer() as hook, pytest.MonkeyPatch.context() as patch:
        catch_posts(hook, patch)
        outcome = send(SLACK, message)
        (post,) = hook.bodies
    assert outcome.ok, outcome.reason
    payload = cast("dict[str, object]", post)
    (attachment,) = cast("list[dict[str, object]]", payload["attachments"])
    blocks = cast("list[dict[str, dict[str, str]]]", attachment["blocks"])
    shown = "".join(f'<div class="block">{_shown(one["text"]["text"])}</div>' for one in blocks)
    return _SLACK % (_shown(str(payload["text"])), attachment["color"], shown)


def _shown(mrkdwn: str) -> str:
    """Slack's markup as HTML: bold, code, links, line ends; its three escapes are HTML's too."""
    linked = re.sub(r"<(https?://[^>|]+)>", r'<a href="\1">\1</a>', mrkdwn)
    bold = re.sub(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])", r"<b>\1</b>", linked)
    return re.sub(r"`([^`\n]+)`", r"<code>\1</code>", bold).replace("\n", "<br>")


def main() -> int:
    """Write both pictures."""
    browser = find_browser()
    if browser is None:
        sys.stderr.write("no chromium here; on Debian: apt-get install chromium\n")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        message = sample_alert(folder / "sample")
        mail = html.escape(mail_page(message))
        frame = '<iframe style="border:0;width:{}px;height:980px" srcdoc="{}"></iframe>'
        frames = frame.format(360, mail) + frame.format(640, mail)
        pages = {
            "alert-email.png": (f'<body style="margin:0;display:flex">{frames}', 1000, 980),
            "alert-slack.png": (slack_page(message), 860, 500),
        }
        for target, (page, width, height) in pages.items():
            file = folder / f"{target}.html"
            file.write_text(page, encoding="utf-8")
            take_picture(browser, file, DOCS / target, width=width, height=height)
            sys.stdout.write(f"docs/{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
