"""Read an entry that was saved as plain text."""

import hashlib
import re

from parsers.markup import parse_markup, plain_line
from parsers.publishers import known_publisher
from parsers.types import Entry

_RULE = re.compile(r"\s*(?:[\u2012-\u2015]+|-{2,}|_{2,}|\*{3,})\s*")
# A publisher's line is a name, no sentence.
_MAX_PUBLISHER_CHARS = 60


def parse_plain_entry(text: str) -> Entry:
    """Read a saved entry: a title line, a publisher line, a line "—", then the body.

    A block of related headlines in the body, with its heading, becomes `headlines`. A text of
    another shape gives its first line as the title and the rest as the text. Nothing in plain
    text tells the entry's own address or date.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    title = plain_line(lines[0]) if lines else ""
    publisher, used = _publisher(lines[1:3])
    markup = parse_markup("\n".join(lines[1 + used :]), base_url=None)
    return Entry(
        key=_hash(title),
        fingerprint=_hash(f"{title}\n{markup.text}"),
        title=title,
        text=markup.text,
        publisher=publisher,
        links=markup.links,
        headlines=markup.headlines,
    )


def _publisher(lines: list[str]) -> tuple[str | None, int]:
    """The publisher under a title, and how many lines it and its rule take up."""
    name = lines[0].strip() if lines else ""
    known = known_publisher(name)
    has_rule = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
    if known is not None:
        return known.name, 1 + has_rule
    if has_rule and 0 < len(name) <= _MAX_PUBLISHER_CHARS:
        return plain_line(name), 2
    return None, 0


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
