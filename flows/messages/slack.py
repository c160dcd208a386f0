"""Lay a message out for Slack: the first line as the notification, the rest beside a colour."""

from collections.abc import Iterable, Iterator
from typing import Final

from flows.messages.message import Line, Message, Section, Tone, fit_message

COLOURS: Final[dict[Tone, str]] = {
    "new": "#1a7f37",
    "update": "#d29922",
    "ended": "#b42318",
    "trouble": "#b42318",
    "well": "#1a7f37",
    "plain": "#57606a",
}
# Slack takes 3000 characters in a section and 50 blocks; a longer post nobody reads.
_SECTION_LIMIT: Final = 3000
_BLOCKS_LIMIT: Final = 50
_POST_LIMIT: Final = 30_000


def slack_payload(message: Message) -> dict[str, object]:
    """What Slack is sent, but for who sends and where to: `text` and one attachment of blocks."""
    blocks = [_block(text) for text in _texts(fit_message(message, _fits))]
    attachment = {"color": COLOURS[message.tone], "fallback": message.subject, "blocks": blocks}
    return {"text": _first_line(message), "attachments": [attachment]}


def slack_text(message: Message) -> str:
    """The whole post in Slack's markup, for places that show text alone."""
    return "\n\n".join((_first_line(message), *_texts(fit_message(message, _fits)))) + "\n"


def _first_line(message: Message) -> str:
    label, dot, rest = message.subject.partition(" · ")
    return f"*{_escape(label)}*{dot}{_escape(rest)}"


def _fits(message: Message) -> bool:
    texts = list(_texts(message))
    return len(texts) <= _BLOCKS_LIMIT and sum(map(len, texts)) <= _POST_LIMIT


def _block(text: str) -> dict[str, object]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _texts(message: Message) -> Iterator[str]:
    """One text for each group of sections; a long group is more than one, parted at its lines."""
    for block in message.blocks:
        yield from _packed(line for section in block for line in _lines(section))


def _packed(lines: Iterable[str]) -> Iterator[str]:
    text = ""
    for line in lines:
        if text and len(text) + 1 + len(line) > _SECTION_LIMIT:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    if text:
        yield text


def _lines(section: Section) -> Iterator[str]:
    if section.inline:
        yield f"*{_escape(section.heading or '')}:* {_line(section.lines[0])}"
        return
    if section.heading:
        yield f"*{_escape(section.heading)}*"
    bullet = "• " if section.heading and len(section.lines) > 1 else ""
    for line in section.lines:
        yield f"{bullet}{_line(line)}"
    if section.link:
        yield _link(section.link)


def _line(line: Line) -> str:
    parts = (
        f"*{_escape(line.name)}:*" if line.name else "",
        _escape(line.said),
        f"`{_escape(line.command)}`" if line.command else "",
        _link(line.link) if line.link else "",
    )
    return " ".join(part for part in parts if part)


def _link(link: str) -> str:
    return f"<{_escape(link)}>"


def _escape(text: str) -> str:
    """The three characters Slack has a meaning for; all others are inert already."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
