"""Render an alert on a deal, and the test message, as messages people read."""

from typing import Final

from flows.deciding.alerting import Alert
from flows.messages.confidence import judge_confidence, rank_publishers, tier_words
from flows.messages.message import (
    Message,
    Section,
    Tone,
    cut_subject,
    inline_section,
    key_sections,
    plain_section,
    without_empty,
)
from flows.plain import render_link, render_plain
from flows.wording import (
    NAME_LIMIT,
    first_line_parts,
    leg_row,
    main_leg,
    render_count,
    render_day,
    render_leg,
    status_words,
)
from parsers.status import ENDINGS
from parsers.types import Deal, Figure

PUBLISHERS_SHOWN: Final = 8
_LABELS: Final[dict[Tone, str]] = {"new": "New deal", "update": "Deal update", "ended": "Ended"}


def render_message(alert: Alert, may_repeat: bool = False) -> Message:
    """The whole message of an alert; `may_repeat`: an earlier attempt may have arrived."""
    tone = _tone(alert)
    what, status = first_line_parts(alert.deal)
    return Message(
        subject=cut_subject(f"{_LABELS[tone]} · {what}", status),
        blocks=without_empty(_blocks(alert, may_repeat=may_repeat)),
        type="deal",
        tone=tone,
        key=alert.key,
        deal_id=alert.deal_id,
        more=f"gigawatch deals show {render_plain(alert.deal_id)}",
        may_repeat=may_repeat,
        about=alert,
    )


def render_test() -> Message:
    """What a destination gets when its owner asks whether it works."""
    line = "This destination works: Gigawatch sends its alerts here."
    section = plain_section("Test message", (line,))
    return Message(subject="Test message from Gigawatch", blocks=((section,),))


def render_terminal(message: Message) -> str:
    """Subject and text, for the terminal and for files."""
    return f"{message.subject}\n\n{message.text}"


def _tone(alert: Alert) -> Tone:
    """Ended where that is the news: a deal that ended long ago may still grow a figure."""
    status = alert.deal.status
    if status in ENDINGS and (alert.change == "new" or any(status in one for one in alert.news)):
        return "ended"
    return "new" if alert.change == "new" else "update"


# --- sections -----------------------------------------------------------------------------------


def _blocks(alert: Alert, *, may_repeat: bool) -> tuple[tuple[Section, ...], ...]:
    """What the message says, in order, as groups of sections."""
    deal = alert.deal
    explained = tuple(one for one in deal.figures if one.verdict != "same")  # no mere repeats
    legs = tuple(map(render_leg, deal.legs))
    return (
        (plain_section("What is new", tuple(map(render_plain, alert.news))),),
        (plain_section("Who pays whom", legs, rows=tuple(map(leg_row, deal.legs))),),
        (plain_section("Other figures, settled", _figures(explained)),),
        (plain_section("Sources disagree", _figures(deal.conflicts)),),
        (_proof(deal),),
        (
            inline_section("Status", _status(deal)),
            *_publishers(deal.publishers),
            *_confidence(deal),
            inline_section("Why you get this", render_plain(alert.why)),
            *key_sections(alert.key, may_repeat=may_repeat),
        ),
    )


def _status(deal: Deal) -> str:
    return f"{status_words(deal.status)}, first reported {render_day(deal.announced_at)}"


def _figures(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    """A line each: "The Straits Times “$6.35b”: S$6.35bn at the ECB rate is US$4.99bn"."""
    return tuple(
        f"{render_plain(figure.publisher or 'A source', NAME_LIMIT)} "
        f"“{render_plain(figure.as_stated, NAME_LIMIT)}”: {render_plain(figure.because)}"
        for figure in figures
    )


def _publishers(names: tuple[str, ...]) -> tuple[Section, ...]:
    """How many and which, the nearest first: "3 publishers: Reuters (a news agency), …"."""
    if not names:
        return ()
    best, *others = rank_publishers(names)
    kind = tier_words(best)
    first = render_plain(best, NAME_LIMIT) + (f" ({kind})" if kind else "")
    shown = [render_plain(name, NAME_LIMIT) for name in others[: PUBLISHERS_SHOWN - 1]]
    hidden = len(names) - PUBLISHERS_SHOWN
    more = f" and {hidden} more" if hidden > 0 else ""
    heading = render_count(len(names), "publisher")
    return (inline_section(heading, ", ".join((first, *shown)) + more),)


def _confidence(deal: Deal) -> tuple[Section, ...]:
    """How sure it is and why, as "medium (1 publisher, best the press)"; and what is unsure."""
    judged = judge_confidence(deal)
    sure = inline_section("Confidence", f"{judged.level} ({'; '.join(judged.reasons)})")
    if not judged.unsure:
        return (sure,)
    return (sure, inline_section("Unsure", "; ".join(judged.unsure)))


def _proof(deal: Deal) -> Section:
    """The sentence that proves the main leg, and where it was read."""
    stated, origin = _stated(deal)
    teller = f" ({render_plain(origin, NAME_LIMIT)})" if origin and not render_link(origin) else ""
    section = plain_section("In their words", (f"“{render_plain(stated)}”{teller}",))
    return Section(heading=section.heading, lines=section.lines, link=proof_link(deal))


def proof_link(deal: Deal) -> str | None:
    """Where the sentence that proves the main leg was read, if that is a web address."""
    _, origin = _stated(deal)
    # Where the leg names a publisher only, that publisher's own text comes before the others.
    sources = sorted(deal.sources, key=lambda source: source.publisher != origin)
    links = map(render_link, (origin, *(source.url for source in sources)))
    return next(filter(None, links), None)


def _stated(deal: Deal) -> tuple[str, str | None]:
    """The sentence that proves the main leg, and the address or publisher it is from."""
    leg = main_leg(deal)
    return (leg.quote, leg.source) if leg else (deal.title, None)
