"""Read one text: companies, facts, who does what, legs, status, and whether it is a deal."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from parsers.chips import find_chips
from parsers.companies import CompanyIndex, build_index, find_mentions
from parsers.frames import Frame, find_frames
from parsers.legs import Statement, find_legs, find_money_use, has_facts
from parsers.money import find_money
from parsers.parties import find_parties
from parsers.power import find_power
from parsers.sentences import Sentence, find_sentences
from parsers.status import find_event, find_status
from parsers.term import find_terms
from parsers.types import (
    Chips,
    Company,
    DealReading,
    Mention,
    Money,
    Party,
    Power,
    Term,
)
from parsers.verdict import decide_early, decide_verdict
from parsers.words import fold

# An article tells its deal in the first sentences; what follows is background.
_LEAD_SENTENCES = 12
_OPENING_SENTENCES = 2
# A sentence that names more companies is a list, not a deal.
_MOST_NAMES = 30
_STATUS_LEAD_CHARACTERS = 400
# More than any news has: what goes on beyond was made to keep us busy.
_MOST_FACTS = 100
_MOST_STATEMENTS = 400
# Sectors that sell nothing but compute.
_HOSTS = frozenset({"neocloud", "miner", "sites"})
# What follows a maker's name where only its product is meant.
_PRODUCT = re.compile(
    r"(?:['’]s)?\s?(?:(?:AI|new|latest|custom|next-gen\w*)\s)*(?:GPUs?|chips?|processors?|systems"
    r"|accelerators?|hardware|servers|Blackwell|Hopper|Grace|Rubin|Vera|Instinct|[GHB][BH]?\d00s?"
    r"|MI\d{3}X?)(?!\w)|-powered|GPU|芯片",
    re.IGNORECASE,
)
_SCRIPTS = (
    ("ko", re.compile("[가-힣]")),
    ("ja", re.compile("[ぁ-ゖァ-ヺ]")),
    ("zh", re.compile("[一-鿿]{2}")),
    ("ru", re.compile("[а-яА-Я]{4}")),
)
_COMMON_WORDS = {
    "es": "el los las una por para que con del millones",
    "de": "der die das und für mit von ein eine milliarden",
    "nl": "het een van voor met miljard",
    "fr": "le les des une pour dans milliards",
    "en": "the of to and in for with is its on at by",
}
_LANGUAGE_OF = {word: name for name, words in _COMMON_WORDS.items() for word in words.split()}
_WORD = re.compile(r"\w+")


_Found = TypeVar("_Found", Mention, Money, Power, Chips, Term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reading needs besides the text: the company list, indexed, and each one's sector."""

    index: CompanyIndex
    sectors: Mapping[str, str]
    hosts: frozenset[str]


def build_reader(companies: Sequence[Company]) -> Reader:
    """Index a company list once; the reader is then used for any number of texts."""
    sectors = {company.name: company.sector for company in companies}
    hosts = frozenset(name for name, sector in sectors.items() if sector in _HOSTS)
    return Reader(index=build_index(companies), sectors=MappingProxyType(sectors), hosts=hosts)


def read_deal(title: str, text: str, reader: Reader, *, source: str | None = None) -> DealReading:
    """Read a title and its text. `source` is the address or publisher the legs are proved by.

    The same words always give the same reading: nothing but the arguments is looked at.
    """
    whole = f"{title}\n{text}" if text else title
    mentions = find_mentions(whole, reader.index)
    if not mentions:  # most news by far: nothing else need be looked for
        return _no_deal(("no company we know is named",), whole, mentions)
    sentences = find_sentences(whole)
    titled = tuple(dict.fromkeys(m.company for m in mentions if m.end <= len(title)))
    lead = "\n".join(sentence.text for sentence in sentences[1:6])
    early = decide_early(title, lead, titled=titled)
    if early is not None:
        return _no_deal(early.reasons, whole, mentions)
    statements = find_statements(whole, sentences, mentions)
    makes = _find_makes(whole, mentions, reader.sectors)
    parties = find_parties(_telling(statements), titled, reader.sectors, makes)
    verdict = decide_verdict(
        title,
        lead,
        titled=titled,
        parties=parties,
        hosts=reader.hosts | _chip_makers_of_labs(parties, reader.sectors),
    )
    if not verdict.is_compute_deal:
        return _no_deal(verdict.reasons, whole, mentions)
    opening = text[:_STATUS_LEAD_CHARACTERS]
    status = find_status(title, opening)
    return DealReading(
        is_compute_deal=True,
        event=find_event(title, opening, status),
        reasons=verdict.reasons,
        status=status,
        language=find_language(whole),
        companies=_companies(mentions),
        parties=parties,
        legs=tuple(replace(leg, source=source) for leg in find_legs(statements, parties)),
        money=_money(statements, parties),
        powers=tuple(power for s in statements for power in s.powers),
        chips=tuple(chips for s in statements for chips in s.chips),
        terms=tuple(term for s in statements for term in s.terms),
    )


def _chip_makers_of_labs(parties: Sequence[Party], sectors: Mapping[str, str]) -> frozenset[str]:
    """Chip makers a lab buys from: what labs buy of them is compute, what others buy may not be."""
    if not any(p.role == "buyer" and sectors.get(p.company) == "lab" for p in parties):
        return frozenset()
    return frozenset(p.company for p in parties if sectors.get(p.company) == "chips")


def _no_deal(reasons: tuple[str, ...], whole: str, mentions: Sequence[Mention]) -> DealReading:
    return DealReading(
        is_compute_deal=False,
        event="none",
        reasons=reasons,
        language=find_language(whole),
        companies=_companies(mentions),
    )


def _companies(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.company for mention in mentions))


def find_language(text: str) -> str:
    """The language of a text as an ISO 639-1 code, from its script and commonest words."""
    if not text.isascii():
        for language, script in _SCRIPTS:
            if script.search(text):
                return language
    common = Counter(filter(None, map(_LANGUAGE_OF.get, _WORD.findall(fold(text)))))
    best = max(_COMMON_WORDS, key=lambda language: common[language])
    return best if common[best] > common["en"] else "en"


def find_statements(
    whole: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """The sentences that can tell the deal, each with its frames and facts.

    The title and the first sentences count; later ones only where they name two companies.
    """
    money, powers = find_money(whole), find_power(whole)
    chips, terms = find_chips(whole), find_terms(whole)
    statements: list[Statement] = []
    for number, sentence in enumerate(sentences):
        inside = _inside(mentions, sentence, _MOST_NAMES)
        if number > _LEAD_SENTENCES and len({m.company for m in inside}) < 2:  # noqa: PLR2004
            continue
        if len(statements) == _MOST_STATEMENTS:
            break
        moved = tuple(
            replace(m, start=m.start - sentence.start, end=m.end - sentence.start) for m in inside
        )
        statements.append(
            Statement(
                text=sentence.text,
                start=sentence.start,
                frames=find_frames(sentence.text, moved) if moved else (),
                mentions=moved,
                money=_inside(money, sentence, _MOST_FACTS),
                powers=_inside(powers, sentence, _MOST_FACTS),
                chips=_inside(chips, sentence, _MOST_FACTS),
                terms=_inside(terms, sentence, _MOST_FACTS),
            )
        )
    return tuple(statements)


def _inside(found: Sequence[_Found], sentence: Sentence, most: int) -> tuple[_Found, ...]:
    """What begins in a sentence, of all that was found in the text, in order."""
    first = bisect_left(found, sentence.start, key=_start)
    last = bisect_left(found, sentence.end, lo=first, hi=min(len(found), first + most), key=_start)
    return tuple(found[first:last])


def _start(found: Mention | Money | Power | Chips | Term) -> int:
    return found.start


def _find_makes(
    whole: str, mentions: Sequence[Mention], sectors: Mapping[str, str]
) -> frozenset[str]:
    """Chip makers named only as the make of something: "Nvidia GB300 systems", "AMD GPUs"."""
    makers = {m.company for m in mentions if sectors.get(m.company) == "chips"}
    acting = {m.company for m in mentions if not _PRODUCT.match(whole, m.end)}
    return frozenset(makers - acting)


def _telling(statements: Sequence[Statement]) -> tuple[Frame, ...]:
    """The frames that can name a party: of the title, the opening, and sentences with facts.

    Frames with two sides are taken where there are any: they say more than a verb with one.
    """
    frames = [
        frame
        for number, statement in enumerate(statements)
        if number <= _OPENING_SENTENCES or has_facts(statement)
        for frame in statement.frames
    ]
    two_sided = [frame for frame in frames if frame.subjects and frame.objects]
    return tuple(two_sided or frames)


def _money(statements: Sequence[Statement], parties: Sequence[Party]) -> tuple[Money, ...]:
    """The sums of the deal; a valuation counts where equity is priced at it."""
    invests = any(party.role == "investor" for party in parties)
    wanted = {"deal", "total", "valuation"} if invests else {"deal", "total"}
    return tuple(
        money for s in statements for money in s.money if find_money_use(s, money) in wanted
    )
