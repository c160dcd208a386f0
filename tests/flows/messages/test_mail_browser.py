"""A mail's page on a phone and on a desk, light and dark, looked at with a real browser."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Final, TypedDict, cast

import pytest

from flows.messages.deal_messages import render_message
from flows.messages.digest_messages import render_digest
from flows.messages.mail_html import mail_html
from flows.messages.mention_messages import render_mention
from flows.messages.message import Message
from flows.messages.notice_messages import render_notice
from tests.browser import dump, find_browser
from tests.told import COMMITMENT, DIGEST, KEY, LINK, MENTION, NOTICE, ODD, SEED, alert

pytestmark = pytest.mark.browser

READABLE: Final = 4.5  # WCAG 2.2, 1.4.3
LONG: Final = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# Runs in the page around the mail: how wide it is, and the contrast of each piece of its text.
MEASURE: Final = """
<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">
<iframe id="mail" style="border:0;width:%dpx;height:2000px" srcdoc="%s"></iframe>
<pre id="out"></pre>
<script>
const light = c => { const v = c.map(x => { x /= 255;
  return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const behind = (one, view) => {
  for (; one; one = one.parentElement) {
    const c = rgb(view.getComputedStyle(one).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c.slice(0, 3);
  }
  return [255, 255, 255];
};
document.getElementById("mail").onload = event => {
  const view = event.target.contentWindow, page = view.document, texts = [];
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { const node = walker.currentNode; if (!node.data.trim()) continue;
    const a = light(rgb(view.getComputedStyle(node.parentElement).color).slice(0, 3));
    const b = light(behind(node.parentElement, view));
    texts.push({text: node.data.trim().slice(0, 40),
      contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)}); }
  document.getElementById("out").textContent = JSON.stringify({texts: texts,
    background: view.getComputedStyle(page.body).backgroundColor,
    width: page.documentElement.scrollWidth, room: page.documentElement.clientWidth});
};
</script>
"""


class Text(TypedDict):
    """A piece of text as it is shown."""

    text: str
    contrast: float


class Measured(TypedDict):
    """What the browser says of a mail's page."""

    texts: list[Text]
    background: str
    width: int
    room: int


@pytest.fixture(scope="module")
def browser() -> str:
    """The browser's program."""
    found = find_browser()
    if found is None:
        pytest.skip("no chromium here; on Debian: apt-get install chromium")
    return found


def measure(browser: str, folder: Path, message: Message, width: int, *, dark: bool) -> Measured:
    """A mail's page in a frame of that width."""
    page = folder / "page.html"
    page.write_text(MEASURE % (width, html.escape(mail_html(message))), encoding="utf-8")
    out = re.search(r'<pre id="out">(.*?)</pre>', dump(browser, page, dark=dark), re.DOTALL)
    assert out is not None
    return cast("Measured", json.loads(html.unescape(out[1])))


UPDATE = render_message(
    replace(alert(replace(SEED, conflicts=(ODD,)), "grown", ("ceiling raised",)), key=KEY),
    may_repeat=True,
)
UNBREAKABLE = render_message(
    alert(
        replace(
            SEED,
            legs=(replace(COMMITMENT, payer=LONG, payee=LONG, source=f"{LINK}{'x' * 400}"),),
            status="cancelled",
            publishers=(LONG,),
        )
    )
)
TOLD = {
    "new": render_message(alert()),
    "update": UPDATE,
    "ended, long words": UNBREAKABLE,
    "mention": render_mention(MENTION),
    "notice": render_notice(NOTICE),
    "digest": render_digest(DIGEST),
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 640])
@pytest.mark.parametrize("told", TOLD)
def test_a_mail_can_be_read(
    browser: str, tmp_path: Path, told: str, width: int, *, dark: bool
) -> None:
    """Nothing is wider than a phone, and each word stands out from what is behind it."""
    seen = measure(browser, tmp_path, TOLD[told], width, dark=dark)

    assert seen["room"] == width
    assert seen["width"] <= seen["room"]
    assert len(seen["texts"]) > 3
    assert [one for one in seen["texts"] if one["contrast"] < READABLE] == []


def test_a_dark_page_is_dark(browser: str, tmp_path: Path) -> None:
    """What was measured as dark was."""
    pages = [
        measure(browser, tmp_path, TOLD["new"], 360, dark=dark)["background"]
        for dark in (False, True)
    ]

    assert pages == ["rgb(243, 244, 246)", "rgb(16, 19, 22)"]
