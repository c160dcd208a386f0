"""Render a mention: an entry that names a company of the watchlist and reports no deal."""

from flows.deciding.alerting import Mention
from flows.messages.message import (
    Message,
    Section,
    cut_subject,
    inline_section,
    key_sections,
    plain_section,
    without_empty,
)
from flows.plain import render_link, render_plain
from flows.wording import NAME_LIMIT, render_time


def render_mention(mention: Mention, may_repeat: bool = False) -> Message:
    """The whole message of a mention; `may_repeat`: an earlier attempt may have arrived."""
    companies = ", ".join(render_plain(name, NAME_LIMIT) for name in mention.companies)
    title = render_plain(mention.title)
    publisher = render_plain(mention.publisher or "", NAME_LIMIT)
    said = f"{publisher}: {title}" if publisher else title
    return Message(
        subject=cut_subject(f"Mention · {companies} · {said}"),
        blocks=without_empty(_blocks(mention, may_repeat=may_repeat)),
        type="mention",
        key=mention.key,
        more=f"gigawatch why {mention.entry_id}",
        may_repeat=may_repeat,
        about=mention,
    )


def mention_link(mention: Mention) -> str | None:
    """Where the entry can be read, if that is a web address."""
    return render_link(mention.url)


def _blocks(mention: Mention, *, may_repeat: bool) -> tuple[tuple[Section, ...], ...]:
    words = plain_section("In their words", (f"“{render_plain(mention.sentence)}”",))
    sentence = Section(heading=words.heading, lines=words.lines, link=mention_link(mention))
    at = mention.published_at
    published = render_time(at) if at else "no date given"
    return (
        (plain_section("Title", (render_plain(mention.title),)),),
        (sentence,),
        (
            inline_section("Published", published),
            inline_section("Why you get this", render_plain(mention.why)),
            *key_sections(mention.key, may_repeat=may_repeat),
        ),
    )
