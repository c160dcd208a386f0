"""Say who money goes into where a sentence tells it once for two, or calls it "the startup"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.frames.frame import Frame
from parsers.frames.words import ENGLISH_INVEST
from parsers.words import fold, pattern_of

# The verb of a frame whose money goes into a company named elsewhere in the text.
INVESTS_IN_IT: Final = "invests in it"
# The verb of a stake that somebody takes beside a deal of others: it buys nothing by that.
STAKE_BESIDE: Final = "stake beside"
# The verb of equity that comes with a deal, whoever gives it: its buyer takes it.
COMES_WITH_DEAL: Final = "comes with the deal"
# How much of it, and what it is: "up to a 10% equity stake", "$350 million of its stock".
_AMOUNT: Final = (
    r"(?:(?:up to|as much as|about|around|roughly|nearly|an?|another|the|its) ){0,3}"
    r"(?:(?:[$€£]\s?\d[\d.,]*\s?\w*|\d[\d.]*\s?(?:%|percent|per cent)) (?:of |in |worth of )?)?"
    r"(?:its |their |the )?"
)
_STOCK: Final = (
    r"(?:(?:minority|equity|preferred|preference|common|new|small|ownership|convertible) ){0,2}"
    r"(?:stake|equity|stock|warrants|ownership|(?<=preferred )shares|(?<=new )shares"
    r"|(?<=its )shares)"
)
# A company called by what it is: whoever the deal is with.
_CALLED: Final = (
    r"(?:(?:the|its) (?:[\w-]+ ){0,2}?)?(?:company|firm|chip ?maker|supplier|partner|start-?up"
    r"|neocloud|miner|landlord|host|provider|operator|developer|vendor|business|group)(?!\w)"
)
# Of somebody who is named, or no share in a company at all: "equity partner", "stock market".
_STOCK_ENDS: Final = (
    r"(?!\w| (?:(?:in|of|from) (?!return|exchange|the (?:deal|process|bargain)|(?:[\w-]+ ){1,4}"
    r"(?:deal|agreement|contract|bid|push))|markets?\b|price"
    r"|exchange\b|partner|financ|rais|round|offering|sale|split|award|research|picks?\b|futures))"
)
_GETS: Final = (
    r"(?<!\w)(?:get|gets|getting|got|receiv\w+|take|takes|taking|obtain\w*|gain\w*|earn\w*"
    r"|buy|buys|buying|acquir\w+|own|owning|secur\w+|pick(?:s|ing)? up|end(?:s|ing)? up with"
    r"|land\w*|grab\w*) "
)
# What comes without a name beside it, in Romance languages and in German.
_SHARE_OF: Final = r"[\d.,]+ ?% (?:del?(?:la|l['’])?|d[aou]|de la|di|d['’]) ?"
_UNNAMED_ABROAD: Final = (
    r"(?<!\w)(?:recib\w+|obt\w+|receb\w+|reçoi\w+|recev\w+|ricev\w+|otten\w+)"
    r" (?:[^\s.;,]+ ){0,3}?(?:warrants?|opciones sobre (?:sus )?acciones"
    r"|(?:su|sus|ses|sue|suas) (?:acciones|actions|azioni|ações))(?!\w)"
    r"|(?<!\w)(?:con|tom\w+|adqui\w+|compr\w+|pose\w+|prend\w+|acqu\w+|détenir|rilev\w+) "
    r"(?:(?:hasta|cerca|alrededor|casi|jusqu['’]à|fino|até|al?|del?|di|el|un|uma?|le|l['’]|il|o) ?)"
    rf"{{0,4}}{_SHARE_OF}"
    r"|(?<!\w)(?:una|uma|une|sa|su|sua) (?:[^\s.;,]+ )?(?:participaci[óo]n|participação"
    r"|participation|partecipazione)(?! (?:en|em|à|au|aux|nel|na|no) (?:la|el|las|los|un|una|ronda"
    r"|merca\w+|projet\w*|proye\w*))(?!\w)"
    r"|(?<!\w)(?:accionist|acionist|actionnair|azionist)\w+ (?:de|d['’]|di|do|da)(?!\w)"
    r"|(?<!\w)(?:en el|au|à son|dans le|nel|no) capitale? (?:de|d['’]|di|do|da|del)(?!\w)"
    r"|(?<!\w)(?:entr|incorpor)\w+ (?:au|à son|dans son|en su|nel suo) capitale?(?!\w)"
    r"|(?<!\w)(?:darf|kann|will|wird) sich (?:[^\s.;,]+ ){0,5}?(?:beteiligen|einkaufen)(?!\w)"
    r"|(?<!\w)(?:gibt|geben|überlässt|gewährt|tritt) (?:[^\s.;,]+ ){0,8}?(?:aktien|anteile)(?!\w)"
)
# In East Asia: who becomes a shareholder, or gets stock of whom its deal is with.
_UNNAMED_EAST: Final = (
    r"(?:成为|成為|成)[^，。；]{0,10}股[东東]|(?:[认認]股[权權][证證]|[权權][证證])"
    r"|지분[^,.;]{0,12}(?:확보|취득|인수|내[주준]|받|넘[기긴])|株式[^、。]{0,8}取得"
)
# What comes without a name beside it, in English: "and will receive an equity stake".
_UNNAMED: Final = (
    rf"{_GETS}{_AMOUNT}{_STOCK}(?: (?:in|of) {_CALLED})?{_STOCK_ENDS}"
    rf"|{_GETS}(?:(?:up to|as much as|about|around|an?) ){{0,2}}\d[\d.]*\s?(?:%|percent|per cent)"
    rf" (?:of|in) (?:{_CALLED}|its (?:own )?(?:stock|shares|equity)(?!\w))"
    rf"|(?<!\w)(?:giv\w+|gave|grant\w*|hand\w*|offer\w*) (?:it|them|the [\w-]+|[\w.&-]+) "
    r"(?:(?:up to|about|the right to|an? option to|buy|take|acquire) ){0,3}"
    rf"\d[\d.]*\s?(?:%|percent|per cent) of (?:itself|its (?:stock|shares|equity)|{_CALLED})"
    rf"|(?<!\w)(?:includ(?:es?|ing)|plus|comes with|sweetened (?:by|with)) {_AMOUNT}{_STOCK} for "
    r"|(?<!\w)becom(?:es?|ing) (?:(?:an?|one of) )?(?:[\w.]+['’]s? )?"
    r"(?:\w+ )?(?:share|stock)holders?(?!\w)"
    r"|(?<!\w)(?:options?|rights?) to (?:buy|acquire|purchase|take|get) (?:an? |its |new )?"
    rf"(?:shares|stock|equity|stake){_STOCK_ENDS}"
)
_WITH_DEAL: Final = (
    r"(?<!\w)(?:with|including|includes?|plus|carries|comes with|alongside) (?:an? |the )?"
    r"(?:(?:equity|stock|share) warrants?|warrants?|(?:options?|rights?) (?:for|to|on|over)"
    r" (?:[\w%.$]+ ){0,6}?(?:stake|shares|stock|equity))(?!\w)"
    r"|(?<!\w)own(?:s|ing)? (?:up to )?(?:an? )?(?:[\w%]+ )?(?:chunk|piece|slice|stake|part)"
    r" (?:of|in) (?:its|the) (?:own )?(?:supplier|chip ?maker|partner|vendor)(?!\w)"
    # who secures an "option for 10% stake"
    r"|(?<!\w)(?:secur|get|gain|land|win|obtain|hold|receiv)\w* (?:an? |the )?(?:options?|rights?"
    r"|warrants?) (?:for|to|on|over) (?:[\w%.$]+ ){0,6}?(?:stake|shares|stock|equity)(?!\w)"
    # Who "bought a further $1 billion of its stock" or may take a share of its supplier.
    r"|(?<!\w)(?:buy|buys|bought|buying|purchas\w+|acquir\w+|take|takes|took|taking) (?:(?:up to"
    r"|an?"
    r"|about|another|further|additional|some|also) ){0,3}[$€£]\s?\d[\d.,]*\s?\w* (?:of|in"
    r"|worth of) "
    r"(?:its|their) (?:common |class a |new )?(?:stock|shares|equity)(?!\w)"
    r"|(?<!\w)(?:may|can|could|will|would|lets it|allows it to|entitled to) (?:also )?(?:take"
    r"|acquire"
    r"|buy|get|receive|own) (?:(?:up to|as much as|about|an?) ){0,2}[\d.]+ ?(?:%|percent|per cent)"
    r"(?: stake| share)? (?:of|in) (?:the|its) (?:ai )?(?:chip ?maker|supplier|cloud (?:firm"
    r"|provider"
    r"|company)|neocloud|start-?up|vendor|partner|company|firm|host)(?!\w)"
    # an "option for OpenAI to acquire up to 10% of the chip maker", in other languages as well
    r"|(?<!\w)(?:options?|rights?|chance) (?:for [\w.&-]+ )?(?:to|of) (?:buy|acquir|purchas|tak)"
    r"(?:e|ing)? (?:up to |as much as |about |an? )?[\d.]+ ?(?:%|percent|per cent) (?:of|in)(?!\w)"
    r"|(?<!\w)(?:opci[óo]n|op[çc][ãa]o|option|opzione|optie|posibilidad|possibilidade"
    r"|possibilit[ée]"
    r"|possibilità|m[öo]glichkeit|mogelijkheid|derecho|direito|droit|diritto|recht) (?:[^\s.;,]+ "
    r"){0,7}?"
    r"(?:d['’])?(?:adqui\w+|acqu\w+|compr\w+|tom\w+|rachet\w+|prendre|rilev\w+) (?:[^\s.;,]+ "
    r"){0,3}?"
    r"[\d.,]+ ?%"
    # Shares that come back for an order: "krijgt er aandelen voor terug", "erhält dafür Aktien".
    r"|(?<!\w)(?:krijg(?:t|en)|ontvang(?:t|en)|kreeg|erh[äa]lt|erhalten|bekommt|bekommen) "
    r"(?:(?:er|ook|dafür|daf[üu]r"
    r"|daarvoor|daarbij|auch|zudem|im gegenzug|in ruil|als gegenleistung|gratis|miljoenen"
    r"|millionen) ){0,3}"
    r"(?:[\w.&]+-)?(?:aandelen|aktien|anteile|warrants|optionsscheine)(?!\w)"
    r"|(?<!\w)(?:option|m[öo]glichkeit|recht|optie|mogelijkheid),? (?:auf |[^\s.;]+ "
    r"){0,4}?[\d.,]+ ?%"
    # "offers right to buy $4 billion in stock", "option to buy $4B in shares"
    r"|(?<!\w)(?:options?|rights?) to (?:buy|acquire|purchase|take|get) (?:[\w%.$]+ ){0,6}?"
    r"(?:in|of|worth of) (?:its |the )?(?:stake|shares|stock|equity)(?!\w)"
)
_EVERY_UNNAMED: Final = f"{_UNNAMED}|{_UNNAMED_ABROAD}|{_UNNAMED_EAST}"
_SUM: Final = (
    r"\s(?:(?:up to|as much as|about|around|another|hasta|até|fino a|bis zu|jusqu['’]à)\s)?"
    r"(?:us|a)?[$€£]?\s?\d"
)
_IN_IT: Final = (
    r"[^,;]{0,90}?(?<!\w)(?:in(?:to)?(?: the)?|en la|en el|na|no|nella|in das|dans la|dans le)"
    r"\s(?:ai\s|young\s)?"
    r"(?:start-?up|company|firm|lab|developer|compañía|empresa|firma|laboratorio|unternehmen"
    r"|société|società)(?!\w)"
)
# "Signs a deal with B, invests $1bn in equity": equity of the one it signs with.
_IN_EQUITY: Final = (
    r"[^,;]{0,40}?(?<!\w)in (?:its |the |common |new )?(?:equity|stock|shares)(?!\w)"
    r"|\s(?:in )?(?:(?:up to|about|another|a) )?[$€£]\s?\d[\d.,]*\s?(?:billion|million|bn|b|m)?"
    r" (?:of |in |worth of )?(?:new |fresh |direct )?(?:equity|stock)(?!\w)"
)
# "AMD, which will invest up to $5bn", "as Microsoft invests $5bn": in whoever the deal is with.
_ALONE: Final = (
    r"\s(?:(?:up to|as much as|about|around|nearly|another|over|more than|at least) ){0,2}"
    r"(?:us|a)?[$€£]\s?\d++(?:[.,]\d++)*+\s?(?:billion|million|bn|b|m)?"
    r"(?=$|[,;.]|\s(?:and|as|while|over|under|alongside|more|now|immediately|up ?front|initially"
    r"|today|at once|first)(?!\w))"
)
# Where a feed cuts its text inside a name: "will invest up to $5 billion in Anthr…".
_CUT_SHORT: Final = r"\sin(?:to)? (?P<name>[\w.]{1,12}?)(?:\s?…|\s?\.{2,3})?$"
_REACH: Final = 110
_CLAUSE: Final = (
    r"(?:;|,? with|,? as|,? while|,? and|[\w%]\.) (?:[\w.&-]+ ){1,3}?(?:(?:will|to|is|also) )?"
    r"(?:(?:tak|get|acquir|buy|receiv|secur|pick|gain|land|grab)\w*(?: up)? )?(?:[\w.%,-]+ ){0,4}$"
    r"|, (?:[\w.&-]+ ){1,2}(?:takes|taking|gets|getting|acquires|receives|gains|to take|will take) "
    r"(?:[\w.%,-]+ ){0,3}$"
)


def with_equity_of_deal(folded: str, frames: list[Frame]) -> list[Frame]:
    """Frames with the equity that comes with a deal, where none says who gives it to whom."""
    if any(frame.kind == "invest" and frame.objects for frame in frames):
        return frames
    found = pattern_of(_WITH_DEAL).search(folded) or _unnamed(folded, frames)
    if found is None:
        return frames
    # who may "buy $4 billion in stock" buys no goods by it
    kept = [frame for frame in frames if not found.start() <= frame.start < found.end()]
    acting = {f.subjects for f in frames if f not in kept and f.subjects and not f.objects}
    return [
        *kept,
        Frame(
            kind="invest",
            verb=COMES_WITH_DEAL,
            subjects=acting.pop() if len(acting) == 1 else (),
            objects=(),
            start=found.start(),
            end=found.end(),
        ),
    ]


def _unnamed(folded: str, frames: Sequence[Frame]) -> re.Match[str] | None:
    """Stock that somebody gets of nobody named beside it, unless who invests is told."""
    found = pattern_of(_EVERY_UNNAMED).search(folded)
    if found is None or any(f.kind == "invest" and f.subjects for f in frames):
        return None
    return found


def share_takers(folded: str, frames: Sequence[Frame]) -> list[Frame]:
    """Frames with the taker that another one names: "X will invest $10bn in B, and Y $5bn".

    Who "invests $1bn in equity" besides a deal does so in the other side of it; what is invested
    in nobody who is named goes into "it".
    """
    named = [f for f in frames if f.kind == "invest" and f.subjects and f.objects]
    owned = [_with_owner(folded, frame, frames) for frame in frames]
    return [_completed(folded, frame, named, frames) for frame in owned]


def _completed(folded: str, frame: Frame, named: Sequence[Frame], every: Sequence[Frame]) -> Frame:
    if frame.kind != "invest" or frame.objects or not frame.subjects:
        return frame
    if "stake" not in frame.verb and pattern_of(_IN_IT).match(
        folded, frame.end, frame.end + _REACH
    ):
        return replace(frame, verb=INVESTS_IN_IT)
    is_equity = pattern_of(_IN_EQUITY).match(folded, frame.end, frame.end + _REACH)
    takers = _other_side(frame, every) if is_equity else _cut_short(folded, frame, every)
    if takers:
        return replace(frame, objects=takers)
    if frame.verb in ENGLISH_INVEST and not named and pattern_of(_ALONE).match(folded, frame.end):
        return replace(frame, verb=INVESTS_IN_IT)
    if pattern_of(_SUM).match(folded, frame.end):
        for other in named:
            if {*other.subjects, *other.objects}.isdisjoint(frame.subjects):
                return replace(frame, objects=other.objects)
    return frame


def _cut_short(folded: str, frame: Frame, every: Sequence[Frame]) -> tuple[str, ...]:
    """The one whose name stands cut off at the end, where its deal with who invests is told."""
    cut = pattern_of(_CUT_SHORT).search(folded, frame.end, frame.end + _REACH)
    taker = _other_side(frame, every)
    return taker if cut and taker and fold(taker[0]).startswith(cut["name"]) else ()


def _other_side(frame: Frame, every: Sequence[Frame]) -> tuple[str, ...]:
    """The one with whom who invests has just been said to deal."""
    for other in every:
        sides = dict.fromkeys((*other.subjects, *other.objects))
        rest = tuple(name for name in sides if name not in frame.subjects)
        if other.end <= frame.start and len(rest) == 1 and len(sides) > len(rest):
            return rest
    return ()


def _with_owner(folded: str, frame: Frame, every: Sequence[Frame]) -> Frame:
    """A stake taken in a clause of its own, in whose deal stands before: "…; Google takes 8%"."""
    is_stake = frame.kind == "invest" and "stake" in frame.verb and not frame.objects
    lead = folded[max(0, frame.start - _REACH) : frame.start]
    if not is_stake or not frame.subjects or not pattern_of(_CLAUSE).search(lead):
        return frame
    owner = _owner(frame, every)
    return replace(frame, verb=STAKE_BESIDE, objects=owner) if owner else frame


def _owner(frame: Frame, every: Sequence[Frame]) -> tuple[str, ...]:
    """Whose deal is told before a stake of another."""
    for other in every:
        is_deal = other.kind in {"agree", "lease", "sell", "buy"} and len(other.subjects) == 1
        if is_deal and other.end <= frame.start and other.subjects != frame.subjects:
            return () if set(frame.subjects) & set(other.objects) else other.subjects
    return ()
