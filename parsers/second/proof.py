"""Look up in a text what a second reader says of it: quotes, companies, and whether they tell."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parsers.companies import find_mentions
from parsers.deal_words import ARRANGEMENT, COMPUTE, deal_words
from parsers.naming import add_unlisted
from parsers.reading import Reader, find_statements
from parsers.second.answer import SaidParty
from parsers.second.words import ADDRESSED, ARTICLES, COMMON_NOUNS
from parsers.sentences import Sentence, find_sentences
from parsers.statements import Statement
from parsers.types import Mention, Party
from parsers.unlisted import is_listed
from parsers.words import fold, straighten

_MOST_PLACES: Final = 20
# "OpenAI" stands in every text about it and proves nothing; other scripts say more in less.
_LEAST_QUOTE: Final = 20
_LEAST_DENSE_QUOTE: Final = 8
_LONGEST_NAME: Final = 60
_ARRANGEMENT: Final = deal_words(ARRANGEMENT)
_COMPUTE: Final = deal_words(COMPUTE)
_DOUBLE_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_LATIN: Final = "[0-9A-Za-z\u00c0-\u024f]"


class UnprovedError(Exception):
    """What is not in the text; its message ends "the second reader said it is a deal, …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where words stand in a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text as the rules see it; `straight` has the same letters in one form, for quotes."""

    title: str
    whole: str
    straight: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    reader: Reader


def open_page(title: str, text: str, reader: Reader) -> Page:
    """Find the sentences and companies of a text."""
    whole = f"{title}\n{text}" if text else title
    sentences = find_sentences(whole)
    listed = find_mentions(whole, reader.index)
    return Page(
        title=title,
        whole=whole,
        straight=_one_form(whole),
        sentences=sentences,
        mentions=add_unlisted(whole, sentences, listed, reader.index),
        reader=reader,
    )


def read_again(page: Page, companies: Collection[str] = ()) -> tuple[Statement, ...]:
    """The sentences that can tell a deal, with these companies seen wherever they stand."""
    unseen = set(companies) - {mention.company for mention in page.mentions}
    found = [
        Mention(
            company=company,
            text=page.whole[place.start : place.end],
            kind="unlisted",
            start=place.start,
            end=place.end,
        )
        for company in sorted(unseen)
        for place in _stands_alone(company, page, Span(start=0, end=len(page.whole)))
    ]
    mentions = sorted((*page.mentions, *found), key=lambda mention: mention.start)
    return find_statements(page.whole, page.sentences, _apart(mentions))


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


# --- quotes -------------------------------------------------------------------------------------


def find_places(quote: str, page: Page) -> tuple[Span, ...]:
    """Where a quote stands word for word, whatever the blanks and the form of quotation marks."""
    pattern = _pattern(_one_form(quote).strip("\"' "))
    places: list[Span] = []
    for found in re.compile(pattern or "(?!)").finditer(page.straight):
        places.append(Span(start=found.start(), end=found.end()))
        if len(places) == _MOST_PLACES:
            break
    return tuple(places)


def prove_verdict(
    quote: str, page: Page, statements: Sequence[Statement]
) -> tuple[Span, tuple[Statement, ...]]:
    """Where the quote of a verdict stands, and the sentences there that can tell the deal.

    Raises:
        UnprovedError: it stands nowhere, is a mere word, or lies outside of what tells the deal.
    """
    least = _LEAST_QUOTE if quote.isascii() else _LEAST_DENSE_QUOTE
    spans = find_places(quote, page) if len(quote) >= least else ()
    for span in spans:
        evidence = tuple(s for s in statements if _meets(s, span))
        if evidence:
            return span, evidence
    where = "that tells what the text is about" if spans else "that stands in the text"
    raise UnprovedError(f"without a quote {where}")


def _meets(statement: Statement, span: Span) -> bool:
    return statement.start < span.end and span.start < statement.start + len(statement.text)


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _one_form(text: str) -> str:
    """The text letter for letter with plain spaces, hyphens and quotation marks."""
    return straighten(text).translate(_DOUBLE_QUOTES)


# --- companies ----------------------------------------------------------------------------------


def prove_party(said: SaidParty, page: Page) -> tuple[Party, Span]:
    """A party under the name by which the text is known to name it, and where that is.

    Raises:
        UnprovedError: its quote stands nowhere, or names another or no company.
    """
    spans = find_places(said.quote, page)
    if not spans:
        raise UnprovedError("without a quote that stands in the text")
    for span in spans:
        name = _mentioned(said.company, span, page) or _unlisted(said.company, span, page)
        if name is not None:
            return Party(company=name, role=said.role), span
    raise UnprovedError("naming a company that its quote does not name")


def _mentioned(company: str, span: Span, page: Page) -> str | None:
    """The company of a mention in the quote that is the one meant."""
    meant = {m.company for m in find_mentions(company, page.reader.index)} | {company}
    inside = (m for m in page.mentions if span.start <= m.start and m.end <= span.end)
    return next((m.company for m in inside if m.company in meant or m.text == company), None)


def _unlisted(company: str, span: Span, page: Page) -> str | None:
    """A name no list knows, as the quote writes it, if it looks like one."""
    # A listed name that was not taken for its company has its reason: "Oracle of Omaha".
    if not _is_name(company) or is_listed(company, page.reader.index):
        return None
    found = next(_stands_alone(company, page, span), None)
    return " ".join(page.whole[found.start : found.end].split()) if found else None


def _is_name(company: str) -> bool:
    """Whether words are a name and no description: "Boreal Power", not "the AI startup"."""
    words = company.split()
    if not words or len(company) > _LONGEST_NAME or fold(words[0]) in ARTICLES:
        return False
    if fold(words[-1]).strip(".,") in COMMON_NOUNS:
        return False
    telling = [word for word in words if len(word) > 3] or words  # noqa: PLR2004 - "de", "and"
    return all(word != word.lower() or not word.isascii() for word in telling)


def _stands_alone(company: str, page: Page, span: Span) -> Iterator[Span]:
    """Where a name stands by itself and not inside another word."""
    pattern = rf"(?<!{_LATIN}){_pattern(_one_form(company))}(?!{_LATIN})"
    for found in re.compile(pattern).finditer(page.straight, span.start, span.end):
        yield Span(start=found.start(), end=found.end())


def is_titled(company: str, page: Page) -> bool:
    """Whether a text's title names a company."""
    title = Span(start=0, end=len(page.title))
    if any(m.company == company and m.end <= title.end for m in page.mentions):
        return True
    return next(_stands_alone(company, page, title), None) is not None


# --- a deal -------------------------------------------------------------------------------------


def check_deal(
    page: Page,
    parties: Sequence[Party],
    *,
    evidence: Sequence[Statement],
    naming: Sequence[Statement],
) -> None:
    """Refuse a deal that the words around the quotes do not bear out.

    Args:
        page: the text.
        parties: the sides, proved.
        evidence: the sentences that the verdict is quoted from.
        naming: those that the parties are quoted from.

    Raises:
        UnprovedError: what is missing there.
    """
    around = fold("\n".join((page.title, *(s.text for s in (*evidence, *naming)))))
    if not any(_ARRANGEMENT.search(fold(statement.text)) for statement in evidence):
        raise UnprovedError("by words that tell of no arrangement")
    if ADDRESSED.search(around):
        raise UnprovedError("by words that are addressed to it")
    hosted = any(party.company in page.reader.trades.hosts for party in parties)
    counted = any(statement.powers or statement.chips for statement in evidence)
    if not (hosted or counted or _COMPUTE.search(around)):
        raise UnprovedError("by words that tell of no compute")
    titled = any(is_titled(party.company, page) for party in parties)
    if not titled and not _ARRANGEMENT.search(fold(page.title)):
        raise UnprovedError("but the title tells of something else")


def meeting(statements: Iterable[Statement], spans: Collection[Span]) -> tuple[Statement, ...]:
    """The sentences in which any of the places lies."""
    return tuple(s for s in statements if any(_meets(s, span) for span in spans))
