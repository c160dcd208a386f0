"""Decide which entries are told for a company they name, though they report no deal. Pure."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from flows.deciding.alerting import Mention, Policy
from flows.deciding.decision_words import render_too_old, render_why
from flows.deciding.filters import find_mention_refusal
from parsers.companies import CompanyIndex, build_index, find_mentions
from parsers.sentences import find_sentences
from parsers.types import Company, DealReading, Entry


def decide_mention(  # noqa: PLR0913 - all that the decision looks at
    entry: Entry,
    reading: DealReading,
    policy: Policy,
    *,
    entry_id: int,
    now: datetime,
    page_text: str = "",
) -> Mention | None:
    """What to tell of a new entry that names a company of which every mention is wanted.

    Args:
        entry: as its feed has it.
        reading: how it was read; a report of a deal is told as a deal, and not here.
        policy: what the user wants to hear.
        entry_id: the number it is stored under.
        now: the time.
        page_text: what its page says, if that was read.
    """
    if find_mention_silence(entry, reading, policy, now=now) is not None:
        return None
    named = _find_named(reading, policy)
    return Mention(
        key=f"mention-{entry_id}#1",
        entry_id=entry_id,
        companies=tuple(company.name for company in named),
        why=f"{render_why([company.name for company in named])} for every mention",
        title=entry.title,
        publisher=entry.publisher,
        url=entry.url,
        published_at=entry.published_at,
        sentence=_find_sentence(entry.title, max(entry.text, page_text, key=len), named),
    )


def find_mention_silence(
    entry: Entry, reading: DealReading, policy: Policy, *, now: datetime
) -> str | None:
    """Why nobody is told of an entry as a mention; None if somebody may be."""
    if reading.is_compute_deal:
        return "a report of a deal: see the deal"
    if not _find_named(reading, policy):
        return f'it names no company with alert_on = "mentions" ({_names(reading.companies)})'
    age = now - (entry.published_at or now)
    return render_too_old(age, policy.max_age) if age > policy.max_age else None


def find_mention_destinations(mention: Mention, policy: Policy) -> tuple[str, ...]:
    """The destinations whose filters let a mention through: those that ask for figures do not."""
    return tuple(
        one.name
        for one in policy.destinations
        if find_mention_refusal(one, mention.companies, policy.tracked) is None
    )


def _find_named(reading: DealReading, policy: Policy) -> tuple[Company, ...]:
    return tuple(company for company in policy.mentioned if company.name in reading.companies)


def _find_sentence(title: str, text: str, named: tuple[Company, ...]) -> str:
    """The first sentence of the text that names one of the companies, else the title."""
    index = _index(named)
    sentences = (sentence.text for sentence in find_sentences(text))
    return next((sentence for sentence in sentences if find_mentions(sentence, index)), title)


@lru_cache(maxsize=32)
def _index(companies: tuple[Company, ...]) -> CompanyIndex:
    return build_index(companies)


def _names(companies: Sequence[str]) -> str:
    return ", ".join(companies) or "none at all"
