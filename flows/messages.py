"""Render an alert as the message people read: a subject, HTML and plain text.

Feed text is only ever text here: `render_plain` takes away what could mention, link, format or
hide in any of the places a message may end up, before the rest of the message is built around it.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import quote, urlsplit

from markupsafe import escape

from flows.alerting import Alert
from parsers.status import ENDINGS
from parsers.types import Deal, Figure, Leg, LegKind, Qualifier, Status, Tranche

SUBJECT_LIMIT = 140
SENTENCE_LIMIT = 500
NAME_LIMIT = 60
LINK_LIMIT = 2000
PUBLISHERS_SHOWN = 8
LINES_SHOWN = 8

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "KRW": "₩", "JPY": "¥", "CNY": "CN¥"}
SYMBOLS |= {"AUD": "A$", "CAD": "C$", "HKD": "HK$", "NZD": "NZ$", "SGD": "S$", "TWD": "NT$"}
SCALES: tuple[tuple[Decimal, str], ...] = (
    (Decimal("1e12"), "trillion"),
    (Decimal("1e9"), "billion"),
    (Decimal("1e6"), "million"),
)
QUALIFIERS: dict[Qualifier, str] = {
    "exact": "",
    "range": "",
    "up_to": "up to ",
    "at_least": "more than ",
    "approx": "about ",
}
# In the order in which a deal is told: what buys capacity before the money that flows back.
UNNAMED_PAYERS: dict[LegKind, str] = {
    "commitment": "an unnamed buyer",
    "purchase": "an unnamed buyer",
    "lease": "an unnamed tenant",
    "investment": "an unnamed investor",
    "financing": "an unnamed lender",
    "guarantee": "an unnamed guarantor",
    "other": "an unnamed company",
}
MAIN_KINDS = tuple(UNNAMED_PAYERS)
TRANCHES: dict[Tranche, str] = {
    "now": "now",
    "option": "as an option",
    "milestone": "on milestones",
}
# The other statuses read as they are.
STATUSES: dict[Status, str] = {"rumour": "a rumour", "talks": "in talks", "loi": "letter of intent"}
CHANGES = {"new": "New deal", "grown": "Deal update"}

# Look-alikes that mean nothing to Slack, Discord, Telegram, Markdown or HTML. A backslash before
# the real character would do for CommonMark, but Slack shows the backslash.
TWINS = str.maketrans(
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
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
ENTITY = re.compile(r"&(?=#?\w{1,30};)")
EMOJI = re.compile(r":(?=(?:[a-z]|[+-]\d)[\w+'-]{0,60}:)", re.IGNORECASE)
# What stays as it is in a link; `*` and `|` would be formatting in some services.
LINK_SAFE = "%/:?#@!$&'()+,;=-."


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, whole: a one-line `subject` and the same body twice."""

    subject: str
    html: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a heading, or with `inline` one line after it; `link` has a line of its own."""

    heading: str
    lines: tuple[str, ...]
    link: str | None = None
    inline: bool = False


def render_visible(text: str) -> str:
    """Text as one line for the terminal: nothing invisible, no escape; addresses stay whole."""
    # Whitespace first: a line break is a control character too, and must leave a gap.
    joined = " ".join(text.split())
    visible = "".join(c for c in joined if unicodedata.category(c) not in INVISIBLE)
    return " ".join(visible.split())


def render_plain(text: str, limit: int = SENTENCE_LIMIT) -> str:
    """Feed text as one line that is inert everywhere, cut at `limit` characters with "…"."""
    unlinked = " ".join(_unlinked(word) for word in render_visible(text).split())
    faceless = EMOJI.sub("\N{RATIO}", unlinked)
    inert = ENTITY.sub("\N{FULLWIDTH AMPERSAND}", faceless).translate(TWINS)
    return _cut(inert, limit)


def render_money(leg: Leg) -> str | None:
    """The sum, as "more than $100 billion" or "up to $20 billion more"; None without one."""
    if leg.amount is None:
        return None
    symbol = _symbol(leg.currency)
    number = _scaled(leg.amount, leg.amount_high)
    more = " more" if leg.increment else ""
    return f"{QUALIFIERS[leg.qualifier or 'exact']}{symbol}{number}{more}"


def render_power(leg: Leg) -> str | None:
    """The capacity, as "up to 5 GW" or "300 MW"; None without one."""
    if leg.power_gw is None:
        return None
    top = leg.power_gw_high or leg.power_gw
    unit, per_gigawatt = ("GW", 1) if top >= 1 else ("MW", 1000)
    number = _number(leg.power_gw * per_gigawatt)
    if leg.power_gw_high is not None:
        number = f"{number}-{_number(leg.power_gw_high * per_gigawatt)}"
    return f"{QUALIFIERS[leg.power_qualifier or 'exact']}{number} {unit}"


def render_chips(leg: Leg) -> str | None:
    """The chips, as "up to 400,000 GB200", "100,000 chips" or "TPU"; None without one."""
    if leg.chips is None:
        return None
    model = render_plain(leg.chips.model or "chips", NAME_LIMIT)
    if leg.chips.count is None:
        return model
    return f"{QUALIFIERS[leg.chips.qualifier]}{leg.chips.count:,} {model}"


def render_term(leg: Leg) -> str | None:
    """The length, as "10 years" or "18 months"; None without one."""
    if leg.term_years is None:
        return None
    months = leg.term_years * 12
    if leg.term_years % 1 == 0 or months % 1 != 0:
        return _counted(leg.term_years, "year")
    return _counted(months, "month")


def render_leg(leg: Leg) -> str:
    """One line: "Anthropic → Amazon: commitment of more than $100 billion over 10 years"."""
    return f"{_sides(leg)}: {_terms(leg, kind=leg.kind)}"


def render_first_line(deal: Deal) -> str:
    """The deal in one line: who pays whom, how much, how long, for what, and how far it is."""
    status = _status_words(deal.status)
    leg = main_leg(deal)
    if leg is None:
        companies = ", ".join(render_plain(name, NAME_LIMIT) for name in deal.companies)
        return f"{companies or render_plain(deal.title)} ({status})"
    kind = "" if leg.kind in ("commitment", "other") else leg.kind
    return f"{_sides(leg)}: {_terms(leg, kind=kind)} ({status})"


def render_message(alert: Alert) -> Message:
    """The whole message of an alert."""
    ended = alert.change == "new" and alert.deal.status in ENDINGS
    headline = f"{'Ended' if ended else CHANGES[alert.change]} · {render_first_line(alert.deal)}"
    blocks = _blocks(alert)
    return Message(
        subject=_cut(headline, SUBJECT_LIMIT),
        html="<br/><br/>".join("<br/>".join(map(_section_html, block)) for block in blocks),
        text="\n\n".join("\n".join(map(_section_text, block)) for block in blocks) + "\n",
    )


def render_test() -> Message:
    """What a destination gets when its owner asks whether it works."""
    line = "This destination works: Gigawatch sends its alerts here."
    return Message(subject="Test message from Gigawatch", html=f"<b>{line}</b>", text=f"{line}\n")


def render_terminal(message: Message) -> str:
    """Subject and text, for the terminal and for files."""
    return f"{message.subject}\n\n{message.text}"


def main_leg(deal: Deal) -> Leg | None:
    """The leg that tells the deal: capacity before capital, firm before optional, then size."""
    return min(deal.legs, key=_rank, default=None)


def _rank(leg: Leg) -> tuple[bool, bool, int, Decimal]:
    bare = leg.amount is None and leg.power_gw is None and leg.chips is None
    optional = leg.tranche in ("option", "milestone")
    usd = leg.usd or (leg.currency == "USD" and leg.amount) or Decimal(0)
    return bare, optional, MAIN_KINDS.index(leg.kind), -usd


# --- sections -----------------------------------------------------------------------------------


def _blocks(alert: Alert) -> list[list[Section]]:
    """What the message says, in order, as groups of sections; empty ones are left out."""
    deal = alert.deal
    explained = tuple(one for one in deal.figures if one.verdict != "same")  # no mere repeats
    blocks = (
        (Section(heading="What is new", lines=_some(tuple(map(render_plain, alert.news)))),),
        (Section(heading="Who pays whom", lines=_some(tuple(map(render_leg, deal.legs)))),),
        (Section(heading="Other figures, settled", lines=_figures(explained)),),
        (Section(heading="Sources disagree", lines=_figures(deal.conflicts)),),
        (_proof(deal),),
        (
            Section(heading="Status", lines=(_status(deal),), inline=True),
            _publishers(deal.publishers),
            Section(heading="Why you get this", lines=(render_plain(alert.why),), inline=True),
            Section(heading="Key", lines=(render_plain(alert.key),), inline=True),
        ),
    )
    told = ([section for section in block if section.lines] for block in blocks)
    return [block for block in told if block]


def _status(deal: Deal) -> str:
    return f"{_status_words(deal.status)}, first reported {_day(deal.announced_at.date())}"


def _figures(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    """A line each: "The Straits Times “$6.35b”: S$6.35bn at the ECB rate is US$4.99bn"."""
    return _some(
        tuple(
            f"{render_plain(figure.publisher or 'A source', NAME_LIMIT)} "
            f"“{render_plain(figure.as_stated, NAME_LIMIT)}”: {render_plain(figure.because)}"
            for figure in figures
        )
    )


def _publishers(names: tuple[str, ...]) -> Section:
    """How many and which: "4 publishers: Axios, Reuters, The Japan Times, The Straits Times"."""
    shown = ", ".join(render_plain(name, NAME_LIMIT) for name in names[:PUBLISHERS_SHOWN])
    hidden = len(names) - PUBLISHERS_SHOWN
    more = f" and {hidden} more" if hidden > 0 else ""
    heading = _counted(Decimal(len(names)), "publisher")
    return Section(heading=heading, lines=(f"{shown}{more}",) if names else (), inline=True)


def _proof(deal: Deal) -> Section:
    """The sentence that proves the main leg, and where it was read."""
    leg = main_leg(deal)
    stated, origin = (leg.quote, leg.source) if leg else (deal.title, None)
    # Where the leg names a publisher only, that publisher's own text comes before the others.
    sources = sorted(deal.sources, key=lambda source: source.publisher != origin)
    links = map(_safe_link, (origin, *(source.url for source in sources)))
    teller = f" ({render_plain(origin, NAME_LIMIT)})" if origin and not _safe_link(origin) else ""
    return Section(
        heading="In their words",
        lines=(f"“{render_plain(stated)}”{teller}",),
        link=next(filter(None, links), None),
    )


def _section_html(section: Section) -> str:
    """Bold heading, then a line each. Only escaped text and these tags ever reach a service."""
    if section.inline:
        return f"<b>{escape(section.heading)}:</b> {escape(section.lines[0])}"
    bullet = "• " if len(section.lines) > 1 else ""
    lines = [f"<b>{escape(section.heading)}</b>"]
    lines += [f"{bullet}{escape(line)}" for line in section.lines]
    if section.link is not None:
        lines.append(_anchor(section.link))
    return "<br/>".join(lines)


def _anchor(link: str) -> str:
    """The link with its address as the label: the plain part of a mail keeps only the label."""
    # Apprise puts a backslash before "_" and "~" in a label, and Slack shows it.
    label = link.replace("_", "%5F").replace("~", "%7E")
    return f'<a href="{escape(link)}">{escape(label)}</a>'


def _section_text(section: Section) -> str:
    if section.inline:
        return f"{section.heading}: {section.lines[0]}"
    bullet = "- " if len(section.lines) > 1 else ""
    lines = [f"{bullet}{line}" for line in section.lines]
    return "\n".join(filter(None, (section.heading, *lines, section.link)))


# --- parts --------------------------------------------------------------------------------------


def _sides(leg: Leg) -> str:
    payer = render_plain(leg.payer or "", NAME_LIMIT) or UNNAMED_PAYERS[leg.kind]
    payee = render_plain(leg.payee or "", NAME_LIMIT) or "an unnamed company"
    return f"{payer} → {payee}"


def _terms(leg: Leg, *, kind: str) -> str:
    """What is paid for what: "lease of S$1 billion (US$785 million) for 300 MW"."""
    capacity = " and ".join(filter(None, (render_power(leg), render_chips(leg))))
    money, term = _money_in_dollars(leg), render_term(leg)
    parts = (
        f"{kind} of {money}" if kind and money else kind or money,
        f"over {term}" if term else None,
        f"for {capacity}" if capacity and (kind or money) else capacity,
        TRANCHES[leg.tranche] if leg.tranche else None,
    )
    return " ".join(part for part in parts if part) or "no figures given"


def _money_in_dollars(leg: Leg) -> str | None:
    """The sum as stated, and in US dollars where it was stated in another currency."""
    money = render_money(leg)
    if money is None or leg.usd is None or leg.currency == "USD":
        return money
    return f"{money} (US${_scaled(leg.usd, None, places=2)})"


def _symbol(currency: str | None) -> str:
    code = currency or ""
    return SYMBOLS.get(code, f"{render_plain(code, 8)} " if code else "")


def _scaled(low: Decimal, high: Decimal | None, places: int = 3) -> str:
    """A number with its word: "6.35 billion", "1.2-1.5 billion", "920 million-1.2 billion"."""
    if high is None:
        number, word = _scale(low, places)
        return f"{number} {word}".rstrip()
    (first, small), (last, large) = _scale(low, places), _scale(high, places)
    between = "-" if small == large or not small else f" {small}-"
    return f"{first}{between}{last} {large}".rstrip()


def _scale(amount: Decimal, places: int) -> tuple[str, str]:
    for size, word in SCALES:
        # Rounded first: 999,999,999.9 is 1 billion, not 1,000 million.
        if round(amount / size, places) >= 1:
            return _number(amount / size, places), word
    return _number(amount, places), ""


def _number(value: Decimal, places: int = 3) -> str:
    """Thousands marked, no trailing zeros, never an exponent."""
    text = f"{round(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _counted(count: Decimal, noun: str) -> str:
    return f"{_number(count, 1)} {noun}" if count == 1 else f"{_number(count, 1)} {noun}s"


def _status_words(status: Status) -> str:
    return STATUSES.get(status, status)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _some(lines: tuple[str, ...], shown: int = LINES_SHOWN) -> tuple[str, ...]:
    hidden = len(lines) - shown
    return (*lines[:shown], f"and {hidden} more") if hidden > 0 else lines


def _safe_link(address: str | None) -> str | None:
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


def _unlinked(word: str) -> str:
    """A word that mail programs and chats would turn into a link, with its dots broken."""
    if "://" not in word and "www." not in word.lower():
        return word
    return word.replace("://", "[:]//").replace(".", "[.]")


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
