"""Say who money goes into where a sentence tells it once for two, or calls it "the startup"."""

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
    found = pattern_of(_WITH_DEAL).search(folded)
    if found is None or any(frame.kind == "invest" and frame.objects for frame in frames):
        return frames
    # who may "buy $4 billion in stock" buys no goods by it
    kept = [frame for frame in frames if not found.start() <= frame.start < found.end()]
    return [
        *kept,
        Frame(
            kind="invest",
            verb=COMES_WITH_DEAL,
            subjects=(),
            objects=(),
            start=found.start(),
            end=found.end(),
        ),
    ]


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
