"""Leave out of a text the sentences that tell other deals: news sets its own beside those before.

"Oracle rents 500 MW to OpenAI. Earlier this year, OpenAI signed with CoreWeave. Oracle also serves
Meta." Whose deal a text is about, its first sentence that names two sides tells; a later one with
somebody else is of another deal if it speaks of another time, or if one side of the deal does there
with somebody else what it does in the deal.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from parsers.accounts import house_of
from parsers.backdrop import MONTH
from parsers.frames.frame import SUPPLIES_GOODS, Frame
from parsers.frames.passing import is_passing
from parsers.statements import Statement, emptied
from parsers.trades import CHAIN, find_trades
from parsers.words import fold, pattern_of

_TRADES: Final = frozenset({"buy", "lease", "sell", "agree"})
_BACKING: Final = frozenset({"finance", "guarantee"})
_HELPS: Final = _BACKING | {"build", "join"}
# What was before the news, whoever did it.
_BEFORE: Final = (
    rf"^\W*(?:(?:back )?in (?:(?:early|late|mid)[ -])?(?:{MONTH}|20[12]\d)\b"
    r"|(?:days|weeks|months) (?:ago|before|earlier)\b"
    r"|en 20[12]\d\b|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober"
    r"|november|dezember)\b|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre)\b)"
    r"|\b(?:in (?:the )?(?:recent|past|last) (?:(?:few|several|couple of|two|three) )?(?:days|weeks"
    r"|months|years|quarters)|earlier (?:this|in the) (?:year|month|week|quarter)|the same day"
    r"|earlier (?:today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|last (?:year|month|week|quarter|fall|spring|summer|autumn|winter"
    rf"|{MONTH})|(?:a|two|three|several|few) (?:day|week|month|year)s? (?:ago|earlier|before)"
    r"|previously|by comparison|other (?:recent |big |major |large )?(?:deals|contracts|agreements)"
    r"|had (?:\w+ )?(?:signed|struck|agreed|inked|bought|ordered|leased|rented|announced|committed"
    r"|contracted|secured|reached|invested|raised|pledged|said))\b"
    r"|\b(?:(?:en|n[oa]s) (?:l[oa]s )?últim[oa]s|anteriormente|previamente|ya (?:había|habían)"
    r"|hace (?:unos|unas|pocos|pocas|dos|tres|un|una)|(?:mes|año|semana|trimestre) pasad[oa]"
    r"|no es el (?:único|primer)|zuvor|vor (?:kurzem|wenigen)|in den (?:letzten|vergangenen)"
    r"|ces dernier\w+|auparavant|précédemment|nei (?:giorni|mesi) scorsi|in precedenza|eerder"
    r"|onlangs)\b"
    r"|此前|早前|先前|之前曾|[上去][个個]?(?:月|年|[周週])(?!内)|[数數几幾][日天周週](?:前|后|後|之)"
    r"|[较較]早(?:前|时|時)|今年早些|除此之外|随后|隨後|以前|先月|昨年|これまで|앞서|지난(?:해|달|주)"
)
# News itself, told as what somebody said: "said on Tuesday it had signed a lease".
_REPORTED: Final = (
    r"\b(?:said|says|announced|confirmed|disclosed|revealed|stated|told)\b[^.;,]{0,50}?"
    r"\b(?:it|they|that (?:\w+ ){1,3}?|(?:the|both) (?:\w+ )?(?:company|companies|group|firms?))"
    r" ?had\b"
)
# What may have been before, or is set beside the news: so told of somebody else, another deal.
_BESIDE: Final = (
    r"\b(?:recently|already|prior|previous|existing|separate(?:ly)?|elsewhere|meanwhile|similar"
    r"|other (?:customers|clients|tenants|partners|suppliers|providers)|follows|comes (?:just "
    r"|only )?(?:\w+ )?(?:days|weeks|months|a (?:day|week|month|year)) after|in parallel"
    r"|ya (?:ha|tiene|tenía|cuenta|firmó|cerró)|recientemente|en paralelo|recentemente|bereits"
    r"|kürzlich|zuletzt|parallel dazu|déjà|récemment|già|al (?:eerder|een))\b"
    r"|近期[还還]|[刚剛]刚?[与與]|另外|同样|同樣|すでに|既に|이미|최근에도"
)
# What goes on at the same time, of others, and what was not the first: "This isn't its first move".
_APART: Final = (
    r"^at the same time,? [^,;]{2,40}? (?:is|are) (?:also )?(?:reported|reportedly|said|rumou?red"
    r"|understood|believed)(?: to be)? in (?:[\w-]+ )?(?:talks|negotiations|discussions)\b|"
    r"^(?:meanwhile|separately|elsewhere|in other news|in a separate \w+|in the meantime)\b"
    r"|^[\w .&-]{1,30},? (?:meanwhile|separately|by contrast),"
    r"|^(?:this|it|that) (?:isn['’]t|is not|wasn['’]t|was not"
    r"|is hardly) (?:[\w.&'’-]+ ){1,5}?first\b"
)
# What one means to spend in all, with whomever.
_IN_ALL: Final = (
    r"\b(?:(?:has|have|had) (?:also |already )?(?:committed|pledged|promised|vowed|planned)"
    r"|plans?|expects?|intends?|aims?)(?: to| a total of)? (?:spend|invest|pour"
    r"|deploy)\w*\b[^.;]{0,120}"
    r"\b(?:on|in) (?:(?:ai|data|cloud|computing|its|new|u\.?s\.?|and) )*(?:infrastructure|compute"
    r"|computing|cent(?:er|re)s|datacenters|capacity|chips|ai)\b[^.;]{0,120}\b(?:over|by|in|through"
    r"|across|this|next)\b"
)
# What is said to be of the deal itself, whatever the time.
_OWN: Final = (
    r"^\W*(?:(?:under|as part of|per|according to|with|through|in) (?:the|this|that) (?:new |latest"
    r" |[\w$.,-]+ ){0,3}?(?:deal|agreement|contract|lease|pact|terms|arrangement|partnership"
    r"|plan|order|transaction|accord|collaboration|project|venture)\b"
    r"|(?:the|this) (?:new |latest |[\w$.,-]+ ){0,3}?(?:deal|agreement|contract|lease|pact"
    r"|arrangement|partnership|order|transaction|accord|collaboration|project|venture|campus|site"
    r"|facility|data cent(?:er|re)|cluster) (?:also )?(?:will|would|includes?|covers?|calls?|gives?"
    r"|gave|runs?|involves?)\b"
    # "It has also agreed to" goes on; "Oracle also serves" looks elsewhere.
    r"|(?:it|they|both|the (?:[\w-]+ )?(?:company|lab|start-?up|firm|maker|companies|two))"
    r" (?:(?:has|have|will|would|is|are) )?also\b"
    r"|(?:según|bajo|como parte de|en virtud de) (?:el|los|del|este) (?:acuerdo|contrato|términos)"
    r"|im rahmen (?:der|des|dieser|dieses) |根据[该該协協合]|根據[該协協合]"
    r"|按照协|協議に|契約に|계약에 따라)"
)
# What two did at a time before: "just last month OpenAI and AWS signed".
_SIGNED_BEFORE: Final = (
    r"^\W*(?:(?:just|only) )?(?:last (?:year|month|week|quarter|fall|spring|summer|autumn|winter"
    rf"|{MONTH})|earlier (?:this|in the) (?:year|month|week|quarter)|previously"
    r"|(?:a|two|three|several|few|some) (?:day|week|month|year)s? (?:ago|earlier|before)"
    r"|(?:days|weeks|months) (?:ago|before|earlier))\b[^.;]{0,120}\b(?:sign|str[iu]c?k|agree|ink"
    r"|announc|clos|reach|seal|commit)"
    r"|(?:^|[^一-鿿])(?:就在)?(?:[上去][个個]?(?:月|年|[周週])(?!内)|此前|早前|先前|今年早些)[^。；]{0,60}"
    r"(?:签|簽|达成|達成)"
)
_INVESTED_BEFORE: Final = (
    r"(?:先前|此前|早前|之前|[去上前]年|今年[早稍初]|[过過]去|曾)"
    r"[^。；，]{0,26}(?:投[资資]|注[资資]|入股)"
)
_LONGEST: Final = 1_000
_BOTH: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Whose deal a text tells: all who are named in it, who buys, and who sells, as far as told.

    Companies stand by their houses: xAI is SpaceX, whichever name a sentence has.
    """

    sectors: Mapping[str, str]
    makes: frozenset[str]
    names: frozenset[str]
    buyers: frozenset[str] = frozenset()
    suppliers: frozenset[str] = frozenset()
    sums: frozenset[Decimal] = frozenset()

    @property
    def is_whole(self) -> bool:
        return bool(self.buyers and self.suppliers)


def without_others(
    statements: Sequence[Statement],
    titled: Sequence[str],
    sectors: Mapping[str, str],
    makes: Collection[str],
) -> tuple[Statement, ...]:
    """The statements of a text; those that tell another deal keep their words alone.

    Args:
        statements: the sentences that can tell a deal, the title first.
        titled: companies named in the title.
        sectors: the sector of each known company.
        makes: companies named only as the make of the chips, which are no side of the deal.
    """
    kept: list[Statement] = []
    beside = {n for s in statements[:1] for f in s.frames if f.kind == "aside" for n in f.subjects}
    names = _houses(name for name in titled if name not in beside)
    told = _Told(sectors=sectors, makes=_houses(makes), names=names)
    since = 0  # sentences since the deal was first told
    sides = _houses(m.company for s in statements[:1] for m in s.mentions) - _houses(beside)
    for one in (_of_deal(statement, sides) for statement in statements):
        is_apart = one.start > 0 and _is_apart(one, told, fold(one.text[:_LONGEST]))
        if one.is_of_other or is_apart or (since and _is_other(one, told, is_late=since > 1)):
            kept.append(emptied(one))
        else:
            kept.append(one)
            if since or _tells(one, titled):
                if not since:
                    told = replace(told, sums=frozenset(money.amount for money in one.money))
                told = _with(told, one)
                since += 1
    return tuple(kept)


def _of_deal(statement: Statement, sides: frozenset[str]) -> Statement:
    """A sentence behind the title as far as it tells the deal; it sets none of its sides aside."""
    if not statement.start:
        return statement
    frames = tuple(
        frame
        for frame in statement.frames
        if frame.kind != "aside" or sides.isdisjoint(map(house_of, frame.subjects))
    )
    return statement if len(frames) == len(statement.frames) else replace(statement, frames=frames)


def _tells(statement: Statement, titled: Sequence[str]) -> bool:
    """Whether a sentence tells whose deal a text is about: a title by one side alone."""
    frames = [frame for frame in statement.frames if frame.kind in _TRADES]
    if statement.start == 0:
        return any(set(titled).intersection(frame.subjects) for frame in frames)
    return any(frame.subjects and frame.objects for frame in frames)


def _with(told: _Told, statement: Statement) -> _Told:
    """What was told with what a sentence tells of the same deal."""
    frames = [frame for frame in statement.frames if frame.kind != "aside"]
    names = {name for frame in frames for name in _sides(frame)} | told.names
    if told.is_whole:
        return replace(told, names=frozenset(names))
    backing = _houses(name for f in frames if f.kind in _BACKING for name in f.subjects)
    trades = [
        trade
        for trade in _trades([f for f in frames if f.kind in _TRADES], told)
        if (backing | told.makes).isdisjoint(trade)
    ]
    return replace(
        told,
        names=frozenset(names),
        buyers=frozenset(buyer for buyer, _ in trades),
        suppliers=frozenset(supplier for _, supplier in trades),
    )


def _is_other(statement: Statement, told: _Told, *, is_late: bool) -> bool:
    """Whether a sentence tells another deal; `is_late` where it does not follow the news itself."""
    trades = [f for f in statement.frames if f.kind in _TRADES and f.subjects and f.objects]
    folded = pattern_of(_REPORTED).sub("has", fold(statement.text[:_LONGEST]))
    if any(_is_own(frame, told) for frame in trades):
        return _is_earlier(statement, told, folded)
    if pattern_of(_OWN).match(folded):
        return False
    if is_passing(folded) or _are_strangers(trades, told):
        return True
    if not told.is_whole:
        return is_late and pattern_of(_BEFORE).match(folded) is not None
    if pattern_of(_BEFORE).search(folded) or (trades and pattern_of(_BESIDE).search(folded)):
        return True
    return _repeats(trades, told) if trades else _is_of_strangers(statement, told)


def _is_apart(statement: Statement, told: _Told, folded: str) -> bool:
    """Whether a sentence tells what others do meanwhile, or what one spends in all."""
    named = _houses(mention.company for mention in statement.mentions)
    if pattern_of(_APART).match(folded):
        return len(named) < _BOTH or not named <= told.names | told.makes
    is_alone = len(named) < _BOTH and (bool(told.sums) or told.names.isdisjoint(named))
    return is_alone and pattern_of(_IN_ALL).search(folded) is not None


def _is_own(frame: Frame, told: _Told) -> bool:
    """Whether nobody trades but who is named in the deal, or only with the make of chips."""
    names = set(_sides(frame))
    return names <= told.names or (names <= told.names | told.makes and bool(names & told.names))


def _is_earlier(statement: Statement, told: _Told, folded: str) -> bool:
    """Whether a pair is said to have done before what has other sums than the deal's title."""
    sums = {money.amount for money in statement.money}
    if sums and sums.isdisjoint(told.sums) and pattern_of(_INVESTED_BEFORE).search(folded):
        return True
    return bool(
        sums
        and told.sums
        and sums.isdisjoint(told.sums)
        and pattern_of(_SIGNED_BEFORE).search(folded)
    )


def _are_strangers(trades: Sequence[Frame], told: _Told) -> bool:
    """Whether none of those who trade is named in the deal."""
    return bool(trades) and all(told.names.isdisjoint(_sides(frame)) for frame in trades)


def _is_of_strangers(statement: Statement, told: _Told) -> bool:
    """Whether figures are told of companies that have no part in the deal."""
    named = _houses(mention.company for mention in statement.mentions)
    helps = any(f.kind in _HELPS or f.verb == SUPPLIES_GOODS for f in statement.frames)
    return bool(named - told.makes) and told.names.isdisjoint(named) and not helps


def _repeats(frames: Sequence[Frame], told: _Told) -> bool:
    """Whether a side of the deal does with somebody else what it does in the deal.

    Strangers who trade beside it tell no more.
    """
    trades = _trades(frames, told)
    return bool(trades) and all(
        (buyer in told.buyers and supplier not in told.names)
        or (supplier in told.suppliers and buyer not in told.names)
        or told.names.isdisjoint({buyer, supplier})
        for buyer, supplier in trades
    )


def _trades(frames: Sequence[Frame], told: _Told) -> list[tuple[str, str]]:
    """Who buys from whom, by their houses; what only hints at it is left out."""
    return [
        (house_of(trade.buyer), house_of(trade.supplier))
        for trade in find_trades(frames, told.sectors)
        if trade.weight >= CHAIN
    ]


def _sides(frame: Frame) -> tuple[str, ...]:
    return tuple(map(house_of, (*frame.subjects, *frame.objects)))


def _houses(companies: Iterable[str]) -> frozenset[str]:
    return frozenset(map(house_of, companies))
