"""A message before any channel: its first line and its sections, as text and as simple HTML.

All text in it is inert already (`flows.plain`); what is added here is ours alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from markupsafe import escape

from flows.plain import cut, render_plain

MessageType = Literal["deal", "mention", "notice", "digest", "test"]
# What a colour tells: green is new or well again, amber changed, red ended or broke.
Tone = Literal["new", "update", "ended", "trouble", "well", "plain"]

SUBJECT_LIMIT: Final = 140
LINES_SHOWN: Final = 8
# A cell longer than this no longer pushes the cells after it to the right.
_CELL_WIDTH: Final = 36
_REPEATED: Final = "an earlier attempt got no answer; if you know this key, it is the same message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a name in bold, what is said, what to type, and where it leads."""

    said: str = ""
    name: str | None = None
    command: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a heading, or with `inline` one line after it.

    `rows` tell the same as `lines` in cells, for places that can show a table. `link` has a line
    of its own. An `essential` section stays when a message is cut.
    """

    lines: tuple[Line, ...]
    heading: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    link: str | None = None
    inline: bool = False
    essential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, whole: a one-line `subject`, and groups of sections under it.

    `deal_id` is the deal it tells of, under which channels with threads gather it. `more` is the
    command that shows what a short message leaves out. `about` is the value it was made from.
    """

    subject: str
    blocks: tuple[tuple[Section, ...], ...]
    type: MessageType = "test"
    tone: Tone = "plain"
    key: str | None = None
    deal_id: str | None = None
    more: str = "gigawatch alerts list"
    may_repeat: bool = False
    about: object = None

    @property
    def text(self) -> str:
        """The body as plain text, with tables in aligned columns."""
        blocks = ("\n".join(map(_section_text, block)) for block in self.blocks)
        return "\n\n".join(blocks) + "\n"

    @property
    def html(self) -> str:
        """The body in the few tags that every service with markup knows: b, br, a, code."""
        blocks = ("<br/>".join(map(_section_html, block)) for block in self.blocks)
        return "<br/><br/>".join(blocks)


def plain_section(
    heading: str, lines: tuple[str, ...], *, rows: tuple[tuple[str, ...], ...] = ()
) -> Section:
    """A heading with a few lines of inert text; those beyond eight are counted."""
    hidden = len(lines) - LINES_SHOWN
    shown = (*lines[:LINES_SHOWN], f"and {hidden} more") if hidden > 0 else lines
    cells = (*rows[:LINES_SHOWN], (f"and {hidden} more",)) if hidden > 0 and rows else rows
    return Section(heading=heading, lines=tuple(Line(said=line) for line in shown), rows=cells)


def inline_section(heading: str, said: str, *, essential: bool = False) -> Section:
    """A heading and what it says, in one line: "Status: announced"."""
    return Section(heading=heading, lines=(Line(said=said),), inline=True, essential=essential)


def key_sections(key: str, *, may_repeat: bool) -> tuple[Section, ...]:
    """What ends every message: that it may be a repeat, and the key under which it would be."""
    shown = inline_section("Key", render_plain(key), essential=True)
    repeat = inline_section("May repeat", _REPEATED, essential=True)
    return (repeat, shown) if may_repeat else (shown,)


def without_empty(
    blocks: tuple[tuple[Section, ...], ...],
) -> tuple[tuple[Section, ...], ...]:
    """The groups without sections that say nothing, and without groups that are empty."""
    told = (tuple(one for one in block if one.lines) for block in blocks)
    return tuple(block for block in told if block)


def cut_subject(what: str, ending: str = "") -> str:
    """A subject of at most 140 characters whose ending is never what is cut."""
    room = SUBJECT_LIMIT - len(ending) - 1 if ending else SUBJECT_LIMIT
    return f"{cut(what, room)} {ending}".rstrip()


def fit_message(message: Message, fits: Callable[[Message], bool]) -> Message:
    """The message cut at the end of a section until it fits.

    What is left out is one line that says how to see it; the essential sections always stay.
    """
    if fits(message):
        return message
    # Halved each time: a digest of hundreds is laid out ten times to find its cut, not hundreds.
    fitting, over = 0, sum(not one.essential for block in message.blocks for one in block)
    while over - fitting > 1:
        middle = (fitting + over) // 2
        if fits(_first_sections(message, middle)):
            fitting = middle
        else:
            over = middle
    return _first_sections(message, fitting)


def _first_sections(message: Message, kept: int) -> Message:
    left = iter(range(kept))
    blocks = tuple(tuple(_kept(block, left)) for block in message.blocks)
    essential = tuple(one for block in message.blocks for one in block if one.essential)
    more = Section(lines=(Line(said="… more:", command=message.more),))
    told = tuple(block for block in blocks if block)
    return replace(message, blocks=(*told, (more, *essential)))


def _kept(block: tuple[Section, ...], left: Iterator[int]) -> Iterator[Section]:
    for section in block:
        if not section.essential and next(left, None) is not None:
            yield section


# --- as text ------------------------------------------------------------------------------------


def _section_text(section: Section) -> str:
    if section.inline:
        return f"{section.heading}: {_line_text(section.lines[0])}"
    lines = _aligned(section.rows) if section.rows else list(map(_line_text, section.lines))
    bullet = "- " if section.heading and len(lines) > 1 else ""
    parts = (section.heading, *(f"{bullet}{line}" for line in lines), section.link)
    return "\n".join(part for part in parts if part)


def _line_text(line: Line) -> str:
    parts = (f"{line.name}:" if line.name else "", line.said, line.command, line.link)
    return " ".join(part for part in parts if part)


def _aligned(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """Rows as lines whose cells begin below each other; columns without a word are left out."""
    columns = range(max(map(len, rows)))
    whole = [[row[at] if at < len(row) else "" for at in columns] for row in rows]
    used = [at for at in columns if any(row[at] for row in whole)]
    widths = {at: min(max(len(row[at]) for row in whole), _CELL_WIDTH) for at in used}
    return ["  ".join(row[at].ljust(widths[at]) for at in used).rstrip() for row in whole]


# --- as simple HTML -----------------------------------------------------------------------------


def _section_html(section: Section) -> str:
    """Bold heading, then a line each. Only escaped text and these tags ever reach a service."""
    if section.inline:
        return f"<b>{escape(section.heading)}:</b> {_line_html(section.lines[0])}"
    bullet = "• " if section.heading and len(section.lines) > 1 else ""
    lines = [f"<b>{escape(section.heading)}</b>"] if section.heading else []
    lines += [f"{bullet}{_line_html(line)}" for line in section.lines]
    if section.link is not None:
        lines.append(render_anchor(section.link))
    return "<br/>".join(lines)


def _line_html(line: Line) -> str:
    """The command as code: Apprise puts backslashes into an address outside it."""
    parts = (
        f"<b>{escape(line.name)}:</b>" if line.name else "",
        str(escape(line.said)),
        f"<code>{escape(line.command)}</code>" if line.command else "",
        render_anchor(line.link) if line.link else "",
    )
    return " ".join(part for part in parts if part)


def render_anchor(link: str) -> str:
    """The link with its address as the label: the plain part of a mail keeps only the label."""
    # Apprise puts a backslash before "_" and "~" in a label, and Slack shows it.
    label = link.replace("_", "%5F").replace("~", "%7E")
    return f'<a href="{escape(link)}">{escape(label)}</a>'
