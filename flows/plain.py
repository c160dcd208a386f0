"""Make feed text inert: one line that nothing it may end up in takes for more than words.

`render_plain` takes away what could mention, link, format or hide in Slack, Discord, Teams,
Telegram, mail, HTML or a terminal, before the rest of a message is built around it.
"""

import re
import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit

SENTENCE_LIMIT: Final = 500
LINK_LIMIT: Final = 2000

# Look-alikes that mean nothing to Slack, Discord, Telegram, Markdown or HTML. A backslash before
# the real character would do for CommonMark, but Slack shows the backslash.
TWINS: Final = str.maketrans(
    {
        "<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        ">": "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
        "@": "\N{FULLWIDTH COMMERCIAL AT}",
        "*": "\N{ASTERISK OPERATOR}",
        "_": "\N{MODIFIER LETTER LOW MACRON}",
        "~": "\N{TILDE OPERATOR}",
        "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
        "\\": "\N{SET MINUS}",
        "|": "\N{DIVIDES}",
    }
)
# Format (bidi, zero width), control, surrogate, private and unassigned characters.
INVISIBLE: Final = {"Cc", "Cf", "Cs", "Co", "Cn"}
_ENTITY: Final = re.compile(r"&(?=#?\w{1,30};)")
_EMOJI: Final = re.compile(r":(?=(?:[a-z]|[+-]\d)[\w+'-]{0,60}:)", re.IGNORECASE)
# What makes a heading or a list of a line that begins with it.
_LINE_MARK: Final = re.compile(r"^(?:\#+ (?=\s|$) | [-+](?=\s) | \d{1,3}(?=[.)]\s))", re.VERBOSE)
# What stays as it is in a link; `*` and `|` would be formatting in some services.
LINK_SAFE: Final = "%/:?#@!$&'()+,;=-."


def render_visible(text: str) -> str:
    """Text as one line for the terminal: nothing invisible, no escape; addresses stay whole."""
    # Whitespace first: a line break is a control character too, and must leave a gap.
    joined = " ".join(text.split())
    visible = "".join(c for c in joined if unicodedata.category(c) not in INVISIBLE)
    return " ".join(visible.split())


def render_plain(text: str, limit: int = SENTENCE_LIMIT) -> str:
    """Feed text as one line that is inert everywhere, cut at `limit` characters with "…"."""
    unlinked = " ".join(_unlinked(word) for word in render_visible(text).split())
    faceless = _EMOJI.sub("\N{RATIO}", unlinked)
    inert = _ENTITY.sub("\N{FULLWIDTH AMPERSAND}", faceless).translate(TWINS)
    # A mark in quotation marks of ours begins no line, but a name or a title may.
    return cut(_LINE_MARK.sub(lambda mark: f"\N{MIDDLE DOT}{mark[0]}", inert), limit)


def render_link(address: str | None) -> str | None:
    """An http(s) address with all that could be markup percent-encoded; None for anything else."""
    try:
        parts = urlsplit(address or "")
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    link = quote(parts.geturl(), safe=LINK_SAFE)
    return link if len(link) <= LINK_LIMIT else None


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, the last of them "…" where some are missing."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _unlinked(word: str) -> str:
    """A word that mail programs and chats would turn into a link, with its dots broken."""
    if "://" not in word and "www." not in word.lower():
        return word
    return word.replace("://", "[:]//").replace(".", "[.]")
