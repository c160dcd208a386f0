"""Show where a reading stands in its text: each company and figure, and why some do not count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from parsers.companies import find_mentions
from parsers.reading import Reader, find_statements
from parsers.sentences import find_sentences
from parsers.statements import MoneyUse, Statement, find_money_use
from parsers.types import Chips, DealReading, Mention, Money, Power, Term

MarkKind = Literal["company", "money", "power", "chips", "term"]

_NO_PRICE: Final[dict[MoneyUse, str]] = {
    "valuation": "what a company is worth, not a price",
    "other": "another sum: revenue, spending, a round",
    "total": "what several deals come to",
    "deal": "no price of this deal",
}
_NO_PARTY: Final = "named, but no side of the deal"
_NO_DEAL: Final = "not counted: the text tells no compute deal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a text with what it is; `why_not` says why the reading leaves it out."""

    start: int
    end: int
    kind: MarkKind
    label: str
    why_not: str | None = None


def find_marks(title: str, text: str, reading: DealReading, reader: Reader) -> tuple[Mark, ...]:
    """What the reader saw in a title and its text, in order of place, none over another.

    Offsets count in `title` and `text` with a line break between, as `read_deal` reads them. What
    stands in sentences that no longer tell the deal is not marked.
    """
    whole = f"{title}\n{text}" if text else title
    mentions = find_mentions(whole, reader.index)
    statements = find_statements(whole, find_sentences(whole), mentions)
    marks = [
        *_companies(mentions, reading),
        *(mark for statement in statements for mark in _sums(statement, reading)),
        *(mark for s in statements for mark in _facts("power", s.powers, reading.powers, reading)),
        *(mark for s in statements for mark in _facts("chips", s.chips, reading.chips, reading)),
        *(mark for s in statements for mark in _facts("term", s.terms, reading.terms, reading)),
    ]
    return tuple(_apart(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _companies(mentions: Iterable[Mention], reading: DealReading) -> Iterator[Mark]:
    roles: dict[str, list[str]] = {}
    for party in reading.parties:
        roles.setdefault(party.company, []).append(party.role)
    for one in mentions:
        told = ", ".join(roles.get(one.company, ()))
        label = f"{one.company}: {told}" if told else one.company
        why_not = None if told else _NO_PARTY if reading.is_compute_deal else _NO_DEAL
        yield Mark(start=one.start, end=one.end, kind="company", label=label, why_not=why_not)


def _sums(statement: Statement, reading: DealReading) -> Iterator[Mark]:
    for one in statement.money:
        why_not = _NO_DEAL
        if reading.is_compute_deal:
            why_not = _NO_PRICE[find_money_use(statement, one)]
        counts = one in reading.money
        label = f"{one.amount_high or one.amount:,f} {one.currency}, {one.qualifier}"
        yield _mark("money", one, label, None if counts else why_not)


def _facts(
    kind: MarkKind,
    found: Sequence[Power] | Sequence[Chips] | Sequence[Term],
    counting: Sequence[Power] | Sequence[Chips] | Sequence[Term],
    reading: DealReading,
) -> Iterator[Mark]:
    for one in found:
        why_not = None if one in counting or reading.is_compute_deal else _NO_DEAL
        yield _mark(kind, one, _describe(one), why_not)


def _describe(fact: Power | Chips | Term) -> str:
    if isinstance(fact, Power):
        return f"{fact.gigawatts_high or fact.gigawatts:f} GW, {fact.qualifier}"
    if isinstance(fact, Term):
        return f"{fact.years:f} years"
    count = f"{fact.count:,}" if fact.count is not None else "a number not told"
    return f"{count} of {fact.model or 'chips'}"


def _mark(
    kind: MarkKind, fact: Money | Power | Chips | Term, label: str, why_not: str | None
) -> Mark:
    return Mark(start=fact.start, end=fact.end, kind=kind, label=label, why_not=why_not)


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Marks from left to right, without those inside one already shown."""
    end = 0
    for mark in marks:
        if mark.start >= end:
            end = mark.end
            yield mark
