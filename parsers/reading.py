"""Read one text: companies, facts, who does what, legs, status, and whether it is a deal."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from parsers.backdrop import without_backdrop
from parsers.case import NEWS, Trades
from parsers.chips import find_chips
from parsers.companies import CompanyIndex, build_index, find_mentions
from parsers.deal_words import ARRANGEMENT, COMPUTE, HARDWARE, deal_words
from parsers.doubts import find_doubts
from parsers.frames.finding import find_frames
from parsers.frames.products import find_makes, find_products
from parsers.language import find_language
from parsers.legs import find_legs
from parsers.money import find_money
from parsers.naming import add_unlisted
from parsers.other_deals import without_others
from parsers.parties import find_parties
from parsers.partners import nobody_takes
from parsers.passing_mention import only_mentions
from parsers.power import find_power
from parsers.sentences import Sentence, find_sentences
from parsers.statements import (
    Statement,
    find_money_use,
    is_conversion,
    is_of_another,
)
from parsers.status import find_event, find_status
from parsers.stock_sides import of_equity_alone
from parsers.sums import without_rounded
from parsers.teasers import find_teased, has_two_sides
from parsers.telling import find_telling
from parsers.term import find_terms
from parsers.trades import RANK, TAKERS
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
from parsers.verdict import Verdict, decide_early, decide_verdict
from parsers.wording import find_headline, rejoin, unlabelled
from parsers.words import fold, pattern_of

# An article tells its deal in the first sentences; what follows is background.
_LEAD_SENTENCES = 12
_SIDES = 2
# A sentence that names more companies is a list, not a deal.
_MOST_NAMES = 30
_STATUS_LEAD_CHARACTERS = 400
# Letters that some feeds of digests leave of their bold type: "sur **sept ans**".
_BOLD = "**"
# More than any news has: what goes on beyond was made to keep us busy.
_MOST_FACTS = 100
_MOST_STATEMENTS = 400
_ARRANGEMENT = deal_words(ARRANGEMENT)
_COMPUTE = deal_words(COMPUTE)
_UNSURE = "the title has words of a deal and of compute all the same"
_ONLY_MENTIONS = "the title tells no dealing, and no figure of a deal is given"
# As much as a headline rounds a converted sum.
_ROUNDED = Decimal("0.02")
# Sectors that sell nothing but compute.
_HOSTS = frozenset({"neocloud", "miner", "sites"})

_Found = TypeVar("_Found", Mention, Money, Power, Chips, Term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reading needs besides the text: the company list, indexed, and each one's sector."""

    index: CompanyIndex
    sectors: Mapping[str, str]
    trades: Trades
    known_as: Mapping[str, tuple[str, ...]]


def build_reader(companies: Sequence[Company]) -> Reader:
    """Index a company list once; the reader is then used for any number of texts."""
    sectors = {company.name: company.sector for company in companies}
    trades = Trades(
        hosts=_of_sectors(sectors, _HOSTS),
        sellers=_of_sectors(sectors, RANK.keys() - TAKERS),
        labs=_of_sectors(sectors, {"lab"}),
        utilities=_of_sectors(sectors, {"power"}),
    )
    return Reader(
        index=build_index(companies),
        sectors=MappingProxyType(sectors),
        trades=trades,
        known_as={company.name: company.known_as for company in companies if company.known_as},
    )


def _of_sectors(sectors: Mapping[str, str], wanted: Collection[str]) -> frozenset[str]:
    return frozenset(name for name, sector in sectors.items() if sector in wanted)


def read_deal(title: str, text: str, reader: Reader, *, source: str | None = None) -> DealReading:
    """Read a title and its text. `source` is the address or publisher the legs are proved by.

    The same words always give the same reading: nothing but the arguments is looked at.
    """
    title, text = title.replace(_BOLD, ""), text.replace(_BOLD, "")
    title = unlabelled(title)
    whole = f"{title}\n{text}" if text else title
    mentions = find_mentions(whole, reader.index)
    if not mentions and not _promises_deal(title):  # most news by far
        return _no_deal(("no company we know is named",), whole, mentions)
    headline = find_headline(title)
    sentences = find_sentences(whole)
    lead = rejoin("\n".join(sentence.text for sentence in sentences[1:6]))
    early = decide_early(headline, lead, titled=_titled(title, mentions))
    if early is not None:
        return _no_deal(early.reasons, whole, mentions)
    mentions = add_unlisted(whole, sentences, mentions, reader.index)
    titled = _titled(title, mentions)
    statements = without_backdrop(find_statements(whole, sentences, mentions))
    makes = find_makes(whole, _told_of(statements, mentions), reader.sectors)
    statements = without_others(statements, titled, reader.sectors, makes)
    products = find_products(mentions, whole, reader.sectors)
    parties = find_parties(find_telling(statements), titled, reader.sectors, makes, products)
    verdict = _decide(headline, lead, titled, parties, reader)
    teased = find_teased(title, sentences, mentions) if verdict.is_open else None
    if teased is not None:
        headline = teased.text
        told = tuple(s for s in statements if s.start >= teased.start)
        named = dict.fromkeys(m.company for s in told[:1] for m in s.mentions)
        titled = tuple(named if len(named) > 1 else dict.fromkeys([*titled, *named]))
        parties = find_parties(find_telling(told), titled, reader.sectors, makes, products)
        if has_two_sides(parties):
            verdict = _decide(headline, lead, titled, parties, reader)
    if not verdict.is_compute_deal:
        doubts = (_UNSURE,) if _promises_deal(find_headline(title)) else ()
        return _no_deal(verdict.reasons, whole, mentions, doubts=doubts)
    if not _names_hardware(headline, lead, statements):
        parties = of_equity_alone(parties, find_telling(statements), reader.sectors)
    deal = _told_deal(headline, title, text, statements, parties, source=source)
    start = teased.start if teased is not None else len(title) - len(title.lstrip())
    if only_mentions(headline, [one for one in statements if one.start == start], deal):
        return _no_deal((_ONLY_MENTIONS,), whole, mentions)
    return replace(deal, reasons=verdict.reasons, companies=_companies(mentions))


def _names_hardware(headline: str, lead: str, statements: Sequence[Statement]) -> bool:
    """Whether a headline or the news behind it names what compute is made of, or how much."""
    if any(statement.powers or statement.chips for statement in statements):
        return True
    return pattern_of(HARDWARE).search(fold(f"{headline}\n{lead[:NEWS]}")) is not None


def _decide(
    headline: str, lead: str, titled: Sequence[str], parties: Sequence[Party], reader: Reader
) -> Verdict:
    """The verdict on a headline, or on a sentence that stands for it."""
    trades = replace(
        reader.trades,
        hosts=reader.trades.hosts | _chip_makers_of_labs(parties, reader.sectors),
        sellers=reader.trades.sellers | _labs_of_labs(parties, reader.sectors),
    )
    verdict = decide_verdict(headline, lead, titled=titled, parties=parties, trades=trades)
    if verdict.is_compute_deal and not parties:  # "Chinese giants train abroad on Nvidia's chips"
        return Verdict(is_compute_deal=False, reasons=("no side of a deal is named",))
    if verdict.is_compute_deal and nobody_takes(parties, fold(headline), reader.sectors):
        told = ", ".join(party.company for party in parties)
        return Verdict(is_compute_deal=False, reasons=(f"nobody takes the compute: {told}",))
    return verdict


def _told_deal(  # noqa: PLR0913 - all a text says
    headline: str,
    title: str,
    text: str,
    statements: Sequence[Statement],
    parties: tuple[Party, ...],
    *,
    source: str | None,
) -> DealReading:
    """What a text that is about a deal says of it: what happens to it, its legs and its facts."""
    opening = rejoin(_own_opening(text, statements, len(title) + 1))
    own = find_headline(title)  # a teaser may tell what is done to the deal all the same
    status = find_status(own, opening if own == headline else "")
    event = find_event(own, opening, status)
    if event == "new" and own != headline:
        status = find_status(headline, opening)
        event = find_event(headline, opening, status)
    legs = tuple(replace(leg, source=source) for leg in find_legs(statements, parties))
    money = sums_of_deal(statements, parties)
    return DealReading(
        is_compute_deal=True,
        event=event,
        reasons=(),
        status=status,
        language=find_language(f"{title}\n{text}" if text else title),
        parties=parties,
        legs=legs,
        money=money,
        powers=tuple(power for s in statements for power in s.powers),
        chips=tuple(chips for s in statements for chips in s.chips),
        terms=tuple(term for s in statements for term in s.terms),
        doubts=find_doubts(parties, legs, money),
    )


def _own_opening(text: str, statements: Sequence[Statement], start: int) -> str:
    """The first sentences of a text, which begins at `start`, without those on other deals."""
    opening = text[:_STATUS_LEAD_CHARACTERS]
    for statement in statements:
        place = statement.start - start
        if statement.is_of_other and 0 <= place < _STATUS_LEAD_CHARACTERS:
            opening = opening.replace(statement.text[: _STATUS_LEAD_CHARACTERS - place], " ")
    return opening


def _chip_makers_of_labs(parties: Sequence[Party], sectors: Mapping[str, str]) -> frozenset[str]:
    """Chip makers a lab buys from: what labs buy of them is compute, what others buy may not be."""
    if not any(p.role == "buyer" and sectors.get(p.company) == "lab" for p in parties):
        return frozenset()
    return frozenset(p.company for p in parties if sectors.get(p.company) == "chips")


def _labs_of_labs(parties: Sequence[Party], sectors: Mapping[str, str]) -> frozenset[str]:
    """Labs that deal with a lab: one sells to the other what it has too much of."""
    labs = frozenset(party.company for party in parties if sectors.get(party.company) == "lab")
    return labs if len(labs) > 1 else frozenset()


def _no_deal(
    reasons: tuple[str, ...],
    whole: str,
    mentions: Sequence[Mention],
    *,
    doubts: tuple[str, ...] = (),
) -> DealReading:
    return DealReading(
        is_compute_deal=False,
        event="none",
        reasons=reasons,
        language=find_language(whole),
        companies=_companies(mentions),
        doubts=doubts,
    )


def _promises_deal(title: str) -> bool:
    """Whether a title is worth looking for companies that no list knows."""
    folded = fold(title)
    return bool(_ARRANGEMENT.search(folded) and _COMPUTE.search(folded))


def _titled(title: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.company for m in mentions if m.end <= len(title)))


def _told_of(statements: Sequence[Statement], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that do not stand in the backdrop."""
    behind = {s.start + m.start for s in statements if s.is_of_other for m in s.mentions}
    return [mention for mention in mentions if mention.start not in behind]


def _companies(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.company for mention in mentions))


def find_statements(
    whole: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """The sentences that can tell the deal, each with its frames and facts.

    The title and the first sentences count; later ones only where they name two companies.
    """
    named = [(sentence, _named_in(sentence, mentions)) for sentence in sentences]
    telling = [
        (sentence, names)
        for number, (sentence, names) in enumerate(named)
        if number <= _LEAD_SENTENCES or len({one.company for one in names}) >= _SIDES
    ][:_MOST_STATEMENTS]
    told = whole[: telling[-1][0].end] if telling else ""
    money, powers = find_money(told), find_power(told)
    chips, terms = find_chips(told), find_terms(told)
    return tuple(
        Statement(
            text=sentence.text,
            start=sentence.start,
            frames=find_frames(sentence.text, names) if names else (),
            mentions=names,
            money=_inside(money, sentence, _MOST_FACTS),
            powers=_own(_inside(powers, sentence, _MOST_FACTS), sentence, names),
            chips=_own(_inside(chips, sentence, _MOST_FACTS), sentence, names),
            terms=_own(_inside(terms, sentence, _MOST_FACTS), sentence, names),
        )
        for sentence, names in telling
    )


def _own(
    facts: tuple[_Found, ...], sentence: Sentence, names: Sequence[Mention]
) -> tuple[_Found, ...]:
    """The facts of a sentence but for those of another deal: "a week after it bought chips"."""
    return tuple(
        fact
        for fact in facts
        if not is_of_another(sentence.text, names, fact.start - sentence.start)
    )


def _named_in(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a sentence, with offsets into it."""
    return tuple(
        replace(m, start=m.start - sentence.start, end=m.end - sentence.start)
        for m in _inside(mentions, sentence, _MOST_NAMES)
    )


def _inside(found: Sequence[_Found], sentence: Sentence, most: int) -> tuple[_Found, ...]:
    """What begins in a sentence, of all that was found in the text, in order."""
    first = bisect_left(found, sentence.start, key=_start)
    last = bisect_left(found, sentence.end, lo=first, hi=min(len(found), first + most), key=_start)
    return tuple(found[first:last])


def _start(found: Mention | Money | Power | Chips | Term) -> int:
    return found.start


def sums_of_deal(statements: Sequence[Statement], parties: Sequence[Party]) -> tuple[Money, ...]:
    """The sums of the deal; a valuation counts where equity is priced at it.

    What a text says the deal comes to with others counts where nothing else is told.
    """
    invests = any(party.role == "investor" for party in parties)
    has_price = any(find_money_use(s, money) == "deal" for s in statements for money in s.money)
    wanted = {"deal", "valuation"} if invests else {"deal"}
    converted = {
        (money.amount, money.currency)
        for s in statements
        for money in s.money
        if is_conversion(s, money)
    }
    # A headline of Taiwan gives the conversion alone: "搶1,788億元大單".
    converted |= {(amount, "CNY") for amount, currency in converted if currency == "TWD"}
    return without_rounded(
        money
        for s in statements
        for money in s.money
        if not _is_among(money, converted)
        and find_money_use(s, money) in wanted | _totals(s, has_price=has_price)
    )


def _is_among(money: Money, converted: Iterable[tuple[Decimal, str]]) -> bool:
    """Whether a sum is one of those, give or take what a title rounds: "54조" of "54조7200억"."""
    return any(
        currency == money.currency and abs(amount - money.amount) <= amount * _ROUNDED
        for amount, currency in converted
    )


def _totals(statement: Statement, *, has_price: bool) -> frozenset[str]:
    """Whether totals count: those of a title do, those of its text in place of a price."""
    return frozenset({"total"}) if statement.start == 0 or not has_price else frozenset()
