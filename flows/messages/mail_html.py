"""Lay a message out as the HTML of a mail: tables and inline styles, which mail programs keep.

Every style stands inline for a light page; the one style sheet only turns colours for a dark one.
"""

from typing import Final

from markupsafe import Markup, escape

from flows.messages.message import Line, Message, Section, Tone

_FONT: Final = Markup("font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif")
_INK, _MUTED, _LINE, _CARD, _PAGE, _LINK = (
    "#1c1e21", "#565d66", "#d9dce1", "#ffffff", "#f3f4f6", "#0b57d0",
)  # fmt: skip
# By tone: on a light and on a dark page, each readable as text (contrast above 4.5).
_TONES: Final[dict[Tone, tuple[str, str]]] = {
    "new": ("#1a7f37", "#57c777"),
    "update": ("#8f5f00", "#e3b341"),
    "ended": ("#b42318", "#ff938a"),
    "trouble": ("#b42318", "#ff938a"),
    "well": ("#1a7f37", "#57c777"),
    "plain": ("#3b5b92", "#9db8e8"),
}
# Names, links and figures may be long; none may push the page wider than a phone.
_WRAP: Final = Markup("overflow-wrap:anywhere;word-break:break-word")
# After the heading of the section, which stands over who pays whom.
_HEADS: Final = ("Sum", "For what")


def mail_html(message: Message) -> str:
    """The whole document. Its words are escaped; the only links are those of the message."""
    light, dark = _TONES[message.tone]
    inner = Markup().join(map(_block, message.blocks))
    card = Markup(
        '<table role="presentation" class="gw-card" width="100%" cellpadding="0" cellspacing="0"'
        ' style="max-width:640px;margin:0 auto;border-collapse:collapse;background:{card};'
        'border-left:4px solid {tone}"><tr><td style="padding:16px 16px 8px">{head}{inner}'
        "</td></tr></table>"
    ).format(card=_CARD, tone=light, head=_headline(message.subject, light), inner=inner)
    return str(
        Markup(
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            '<meta name="color-scheme" content="light dark">'
            '<meta name="supported-color-schemes" content="light dark">'
            "<title>{title}</title><style>{sheet}</style></head>"
            '<body class="gw-page" style="margin:0;padding:8px;background:{page};color:{ink};'
            '{font};font-size:15px;line-height:1.45;{wrap}">{card}</body></html>'
        ).format(
            title=message.subject,
            sheet=_sheet(dark),
            page=_PAGE,
            ink=_INK,
            font=_FONT,
            wrap=_WRAP,
            card=card,
        )
    )


def _sheet(tone: str) -> Markup:
    """The colours of a dark page, by class: an inline style alone cannot ask for it."""
    rules = {
        ".gw-page": "background:#101316!important;color:#e8eaed!important",
        ".gw-card": f"background:#1a1e23!important;border-color:{tone}!important",
        ".gw-ink": "color:#e8eaed!important",
        ".gw-muted": "color:#aab1b9!important",
        ".gw-line": "border-color:#3a4048!important",
        ".gw-link": "color:#8ab4f8!important",
        ".gw-tone": f"color:{tone}!important",
    }
    body = "".join(f"{name}{{{rule}}}" for name, rule in rules.items())
    return Markup("@media (prefers-color-scheme:dark){{{}}}").format(Markup(body))  # noqa: S704 - ours


def _headline(subject: str, tone: str) -> Markup:
    label, dot, rest = subject.partition(" · ")
    if not dot:
        label, rest = "", subject
    above = Markup(
        '<div class="gw-tone" style="color:{tone};font-size:13px;font-weight:bold">{label}</div>'
    ).format(tone=tone, label=label)
    return (above if label else Markup()) + Markup(
        '<div class="gw-ink" style="color:{ink};font-size:18px;line-height:1.3;font-weight:bold;'
        'margin:2px 0 14px">{rest}</div>'
    ).format(ink=_INK, rest=rest)


def _block(block: tuple[Section, ...]) -> Markup:
    sections = Markup().join(map(_section, block))
    return Markup('<div style="margin:0 0 14px">{}</div>').format(sections)


def _section(section: Section) -> Markup:
    if section.inline:
        return _paragraph(
            Markup('{} <span class="gw-ink" style="color:{}">{}</span>').format(
                _label(f"{section.heading}:"), _INK, _line(section.lines[0])
            )
        )
    if section.rows:
        return _table(section.rows, section.heading or "")
    head = _paragraph(_label(section.heading)) if section.heading else Markup()
    bullet = "• " if section.heading and len(section.lines) > 1 else ""
    lines = Markup().join(_paragraph(bullet + _line(line)) for line in section.lines)
    return head + lines + (_paragraph(_anchor(section.link)) if section.link else Markup())


def _paragraph(inner: Markup) -> Markup:
    return Markup('<div class="gw-ink" style="color:{};margin:0 0 4px">{}</div>').format(
        _INK, inner
    )


def _label(text: str) -> Markup:
    return Markup('<span class="gw-muted" style="color:{};font-weight:bold">{}</span>').format(
        _MUTED, text
    )


def _line(line: Line) -> Markup:
    parts = (
        Markup("<b>{}:</b>").format(line.name) if line.name else None,
        escape(line.said) if line.said else None,
        Markup("<code>{}</code>").format(line.command) if line.command else None,
        _anchor(line.link) if line.link else None,
    )
    return Markup(" ").join(part for part in parts if part is not None)


def _anchor(link: str) -> Markup:
    return Markup('<a class="gw-link" style="color:{}" href="{}">{}</a>').format(_LINK, link, link)


def _table(rows: tuple[tuple[str, ...], ...], heading: str) -> Markup:
    """Three columns, which a phone has room for: the kind stands under who pays whom."""
    heads, cells = (heading, *_HEADS), [_cells(row) for row in rows]
    used = [at for at in range(len(heads)) if any(row[at] for row in cells)]
    head = Markup().join(_cell("th", heads[at], _MUTED, "gw-muted") for at in used)
    body = Markup().join(
        Markup("<tr>{}</tr>").format(
            Markup().join(_cell("td", row[at], _INK, "gw-ink") for at in used)
        )
        for row in cells
    )
    return Markup(
        '<table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;'
        'font-size:14px"><tr>{}</tr>{}</table>'
    ).format(head, body)


def _cells(row: tuple[str, ...]) -> tuple[Markup, ...]:
    sides, kind, money, rest = (*row, "", "", "", "")[:4]
    under = Markup('<br><span class="gw-muted" style="color:{}">{}</span>').format(_MUTED, kind)
    first = escape(sides) + (under if kind else Markup())
    return first, Markup("<b>{}</b>").format(money) if money else Markup(), escape(rest)


def _cell(tag: str, inner: str, colour: str, name: str) -> Markup:
    return Markup(
        '<{} class="{} gw-line" align="left" valign="top" style="color:{};padding:6px 10px 6px 0;'
        'border-bottom:1px solid {};text-align:left;{}">{}</{}>'
    ).format(Markup(tag), name, colour, _LINE, _WRAP, inner, Markup(tag))  # noqa: S704 - ours
