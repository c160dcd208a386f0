"""Tell how firm a deal is, and what a text does to it: open, widen, end, deny or recall it."""

from typing import Final, cast, get_args

from parsers.clauses import cut_headline
from parsers.deal_words import (
    ANALYSIS,
    ARRANGEMENT,
    BACKGROUND,
    COMPUTE,
    DEAL_NOUN,
    ENDING_CLAUSE,
    EXPANSION,
    EXPANSION_OF_DEAL,
    KNOWN_IN_LEAD,
    NEWS_IN_LEAD,
    QUESTION,
    SAYS,
    SIGNED,
    SOURCED,
    STATUS,
    TELLS_SUPPLY,
    WHETHER,
    deal_words,
)
from parsers.deal_words_east import ANNOUNCED_EAST, ENDED_EAST, PLANS_EAST, SIGNED_BESIDE_EAST
from parsers.deal_words_europe import (
    BACKGROUND_EUROPE,
    EXPANSION_EUROPE,
    EXPANSION_OF_DEAL_EUROPE,
    SIGNED_EUROPE,
    SOURCED_IN_LEAD,
    STATUS_EUROPE,
)
from parsers.event_words import (
    ENDS_ELSE,
    GOES_ON_BESIDE,
    LEFT_BY_OTHERS,
    LOOKS_BACK,
    MAY_COME,
    MORE_STATUS,
    NOT_WIDENED,
    REFUSED,
    REPORTEDLY,
    SIGNED_IN_OPENING,
    SOURCED_IN_OPENING,
    SUES,
    TAKES_AFTER,
    TIES,
    UNNAMED_SOURCE,
    WHY_ENDS,
    WIDENED,
)
from parsers.types import Event, Status
from parsers.words import fold, pattern_of

# All patterns here are for folded text: that is ten times as quick as to ignore case.
_STATUS = tuple(
    dict.fromkeys(
        (cast("Status", status), row)
        for status, words in STATUS
        for row in (words, MORE_STATUS.get(status), STATUS_EUROPE.get(status))
        if row is not None
    )
)
# Behind a signing these speak of something else: "signs a deal, no delays expected".
_LOOSE: Final = frozenset({MORE_STATUS["denied"], MORE_STATUS["cancelled"]})
_ARRANGEMENT = deal_words(ARRANGEMENT)
_BACKGROUND: Final = rf"{SUES}|\bsues\b|{BACKGROUND}|{LOOKS_BACK}|{BACKGROUND_EUROPE}"
_COMPUTE = deal_words(COMPUTE)
_WIDENS_DEAL: Final = f"{EXPANSION_OF_DEAL}|{EXPANSION_OF_DEAL_EUROPE}"
_EXPANSION: Final = f"{EXPANSION}|{WIDENED}|{EXPANSION_EUROPE}"
# What a title tells before it asks: "…: is Microsoft losing its grip?"
_TOLD_BEFORE: Final = r"^(.+)(?:[:：;—–…，]|,(?=[^\s\x00-\x7f])|\.{3}| - )[^:：;—–…，]+$"
# What a title asks before it tells a deal: "Why is it up today? A 20-year lease".
_ASKED_BEFORE: Final = rf"^(?:(?!{DEAL_NOUN})[^?？]){{5,90}}[?？] (?=.{{0,80}}{DEAL_NOUN})"
_SIGNED: Final = f"{SIGNED}|{SIGNED_EUROPE}"
_JOINS: Final = r"\b(?:joins? (?:hands|forces)|partners? with|teams? up)\b"
# A denial that may stand in a text as well, where much else is refused.
_DENIAL: Final = "|".join(row for status, row in _STATUS if status == "denied" and row != REFUSED)
_ENDED: Final = (ENDED_EAST, *(row for name, row in _STATUS if name == "cancelled"))
_EVENT_OF: dict[Status, Event] = {
    "denied": "denial",
    "cancelled": "cancelled",
    "cut": "cancelled",
    "talks": "rumour",
    "rumour": "rumour",
}
# News is told at the beginning; what goes on beyond was made to keep us busy.
_MOST: Final = 600
# What a text can add to a title that tells a signing.
# What a text says of the deal itself: "has the option to terminate" and "near Dallas" do not.
_ENDED_IN_LEAD: Final = (
    r"\b(?:cancell?ed|scrapped|terminated|call(?:s|ed) off|paus(?:es|ed)|on (?:hold|ice)|shelved"
    r"|withdr[ae]wn?|walk(?:s|ed|ing) away|pull(?:s|ed|ing) (?:out|back)|back(?:s|ed|ing) out"
    r"|stalled|halted|dropped|abandoned|suspended|collapsed|fell (?:through|apart)|fallen through"
    r"|in limbo|scaled back|pared back|end(?:s|ed|ing)? (?:plans?|talks|the|their|its))\b"
)
_TALKS_IN_LEAD: Final = (
    r"\bin (?:[\w-]+ ){0,3}(?:talks|discussions|negotiations)\b"
    r"(?! (?:to (?:raise|borrow|sell (?:shares|a stake)|go public|merge|be (?:acquired|bought))"
    r"|(?:for|over|on) (?:an? )?(?:new )?(?:funding|round|merger|ipo)))|\bnegotiat(?:es|ing)\b"
    r"|\b(?:eyes|nears|mulls?|weighs|weighing|mulling|considering|finali[sz]ing|hammering out)\b"
    r"|\b(?:initiat|open|start|beg[au]n|enter|held)\w* (?:[\w-]+ ){0,2}(?:talks|discussions"
    r"|negotiations)\b|\bcloser? to \w+|\bclosing in on\b|\btalks (?:with|to|over|on|between"
    r"|about|for)\b"
)
# In a text much else may be dropped or paused: the end must be said close to what of a deal ends.
_ENDS_IN_DEAL: Final = (
    r"\b(?:deals?|contracts?|agreements?|leases?|pacts?|orders?|talks|negotiations|plans?|projects?"
    r"|partnerships?|tie-?ups?|ventures?|expansion|commitments?|campus|cent(?:er|re)s?|sites?"
    r"|purchases?|arrangement)\b"
)
_IN_LEAD = {
    "cancelled": rf"{_ENDED_IN_LEAD}[^.;!?]{{0,80}}{_ENDS_IN_DEAL}"
    rf"|{_ENDS_IN_DEAL}[^.;!?]{{0,80}}{_ENDED_IN_LEAD}",
    "talks": _TALKS_IN_LEAD,
}
_IN_LEAD["cut"] = _IN_LEAD["cancelled"]
_IN_LEAD["denied"] = _DENIAL
_EUROPEAN: Final = "[ß-ɏЀ-ӿ]"  # English knows none of these letters
_EAST_ASIAN: Final = "[㐀-鿿가-힣ぁ-ヿ]"
# What a company means to do with its shares hedges no deal: "…, eyes IPO".
_LISTS_LATER: Final = (
    r"(?:,| and| &| as it| while it) (?:eye|mull|weigh|plan|target|prepar|read|consider|seek|near)"
    r"(?:y|s|es|ies|ing)? (?:for |to )?(?:an? |its |new )?(?:[\w.-]+ ){0,2}?(?:ipo|listing"
    r"|flotation|stock market debut)\b"
    # Nor does equity it may take besides: "signs …, may take a stake".
    r"|(?:,| and|\S) (?:may|could|might) (?:also )?(?:take|buy|acquire|get|receive|own|become) (?:"
    r"(?:[\w%.'’]+ ){0,4}?(?:equity|stake|shares|stock|warrants|(?:share|stock)holders?)\b"
    r"|(?:[\w%]+ ){0,2}\d+ ?(?:%|percent) of\b)"
)
# Nor does what it weighs besides: "宣布建…，并考虑扩张至亚太".
_ALSO_WEIGHS: Final = (
    r"(?<=[一-鿿])[，,]\s?(?:并|並|同时|同時)(?:正|也|还|還)?(?:在)?"
    r"(?:考虑|考慮|评估|評估)[^，。；]*"
)
_STEPS_AFTER_SIGNING: Final = frozenset({"loi", "contracted"})
_HEDGES: Final = frozenset({"talks", "rumour"})
# Who takes on what another left: "Microsoft to lease the site after OpenAI withdrew".
_TAKES_ON: Final = (
    r"(?:^(?:\S+ ){1,4}to|\b(?:will|would|may|could)) (?:leas|rent|buy|us|tak|host|suppl|provid"
    r"|ord|lend|deploy)"
    r"|\b(?<!deal )(?<!pact )(?<!contract )(?<!lease )(?:leases|pre-?lets|rents|buys|takes|picks"
    r"|orders"
    r"|supplies|steps in|spends|selects|chooses|taps|books"
    r"|awards|snatches|snaps|scoops|grabs|seizes|secures|inherits"
    r"|partners with|teams up|joins forces|enters)\b"
)
# What is asked about by its name: "X's lease cancellations: a sign of …?"
_ENDS_NAMED: Final = (
    r"\b(?:leases?|deals?|contracts?|orders?|data cent(?:er|re)|capacity) (?:cancell?ations?"
    r"|terminations?|pull-?backs?|pull-?outs?|exits?|retreat|halt|pauses?)\b"
)
_ASKS: Final = r"\b(?:what|how|why|who|where|explained)\b"
_HISTORY: Final = r",? (?:after|following|despite|amid)\b"
_CAME_BEFORE: Final = (
    r"(?:\w+ (?:days|weeks|months) )?(?:after|following|despite|having) [^,;:]{3,80}, "
)
# Who tells it stands last, behind what came before: "after months of talks, sources say".
_TOLD_BY: Final = (
    r"(?<=\w)(?:, | [-–—] |: )(?!.*\b(?:out|away|leave|exit|quit"
    r"|withdraw)$)(?:the )?(?:[\w.&'’-]+ ){0,5}[\w.&'’-]+$"
)
# The order in which a deal becomes firm; what ends it stands outside the ladder.
LADDER: tuple[Status, ...] = ("rumour", "talks", "loi", "announced", "contracted", "operating")
ENDINGS: frozenset[Status] = frozenset({"cut", "cancelled", "denied"})


def find_status(title: str, lead: str) -> Status:
    """The status a text reports: its title decides, its first sentences where that is silent.

    >>> find_status("OpenAI in talks to lease a campus", "")
    'talks'
    >>> find_status("Meta signs with Google", "")
    'announced'
    """
    head, opening = map(_without_other_ends, _folded(title, lead))
    if _is_question(head):
        return _status_of_question(head)
    told = _statuses_of_title(_without_history(head))
    is_reported_end = "rumour" in told and not {"cancelled", "cut"}.isdisjoint(told)
    if is_reported_end and pattern_of(_DENIAL).search(opening):
        return "denied"  # what a side says to that report
    if told == ["rumour"] and _is_announced_plan(head, opening):
        told = []
    return _telling(told or _added(head, opening))


def _without_other_ends(text: str) -> str:
    """A text without what it says of the end of anything but a deal."""
    text = pattern_of(TAKES_AFTER).sub(r"\1", text)
    text = pattern_of(SUES).sub(" sues ", pattern_of(_ALSO_WEIGHS).sub(" ", text))
    text = pattern_of(_LISTS_LATER).sub(" ", pattern_of(LEFT_BY_OTHERS).sub(" ", text))
    return pattern_of(ENDS_ELSE).sub(" ", pattern_of(ENDING_CLAUSE).sub(" ", text))


def _folded(title: str, lead: str) -> tuple[str, str]:
    """What is read of both, folded, the title without a question behind what it tells."""
    head = pattern_of(_ASKED_BEFORE).sub("", fold(title[:_MOST]).rstrip(" .!…"))
    asked = pattern_of(_TOLD_BEFORE).match(head) if _is_question(head) else None
    told = (_SIGNED, _JOINS, TELLS_SUPPLY, *_ENDED)
    if asked and any(pattern_of(row).search(asked[1]) for row in told):
        head = asked[1]
    return head, fold(lead[:_MOST])


def _added(head: str, opening: str) -> list[Status]:
    """What a text adds to a title without a status.

    Who is quoted there makes no rumour of what a title states, and circumstance ends no deal.
    """
    opening = pattern_of(GOES_ON_BESIDE).sub(" ", opening)
    found = _statuses(opening)
    if pattern_of(_SIGNED).search(head):
        return [status for status in found if status in _STEPS_AFTER_SIGNING]
    if _ARRANGEMENT.search(head) or _COMPUTE.search(head):
        takes = pattern_of(_TAKES_ON).search(head) is not None
        if takes:  # what the text ends is what came before
            found = [status for status in found if status not in ENDINGS]
        rows = (SOURCED_IN_LEAD, REPORTEDLY if takes else SOURCED_IN_OPENING)
        sourced = any(pattern_of(row).search(opening) for row in rows)
        is_told = pattern_of(SIGNED_IN_OPENING).search(opening) is not None
        sourced = sourced and not (is_told and not pattern_of(UNNAMED_SOURCE).search(opening))
        return [status for status in found if _is_firm(status, opening, sourced=sourced)]
    return found


def _is_announced_plan(head: str, opening: str) -> bool:
    """Whether only a word for a plan hedges a title in Chinese, and its lead has it announced."""
    is_told = pattern_of(ANNOUNCED_EAST).search(opening) or pattern_of(SIGNED_BESIDE_EAST).search(
        head
    )
    if head.isascii() or not is_told:
        return False
    return "rumour" not in _statuses(pattern_of(PLANS_EAST).sub(" ", head))


def _is_firm(status: Status, opening: str, *, sourced: bool) -> bool:
    """Whether a text says it of the deal outright, and not of what a side may do one day."""
    if status == "rumour":
        return sourced
    row = _IN_LEAD.get(status)
    if row is None:
        return True
    if pattern_of(_EAST_ASIAN).search(opening):
        is_end = status in {"cancelled", "cut"}
        return not is_end or pattern_of(ENDED_EAST).search(opening) is not None
    if pattern_of(_EUROPEAN).search(opening):
        return True
    return pattern_of(row).search(opening) is not None


def _statuses_of_title(head: str) -> list[Status]:
    """Statuses of a title; behind a signing only sources make a rumour.

    "Signs …, likely to ease a shortage" and "as it looks to grow" hedge something else.
    """
    found = _statuses(head)
    signed = pattern_of(_SIGNED).search(head)
    if signed is None:
        return found
    return [
        status
        for status in found
        if status not in _HEDGES or _hedges(head, status, before=signed.start())
    ]


def _hedges(head: str, status: Status, *, before: int) -> bool:
    return any(
        match.start() < before or pattern_of(SOURCED).search(match[0])
        for name, row in _STATUS
        if name == status
        for match in pattern_of(row).finditer(head)
    )


def _statuses(text: str) -> list[Status]:
    """Every status words stand for, the most telling first."""
    signed_at = _signed_at(text)
    found = (status for status, row in _STATUS if _tells(row, text, signed_at))
    return list(dict.fromkeys(found))


def _signed_at(text: str) -> int:
    """Where a signing is told; the end of a text that tells none."""
    signed = pattern_of(_SIGNED).search(text)
    return signed.start() if signed else len(text)


def _tells(row: str, text: str, signed_at: int) -> bool:
    found = pattern_of(row).search(text)
    return found is not None and (row not in _LOOSE or found.start() < signed_at)


def _telling(found: list[Status]) -> Status:
    if "denied" in found and {"cancelled", "cut"} & set(found):
        return "announced"  # what is denied is the end
    return found[0] if found else "announced"


def _without_history(head: str) -> str:
    """A title without what came before a signing: "has signed …, after exploring a purchase"."""
    before = pattern_of(_CAME_BEFORE).match(head)
    if before and _makes(head[before.end() :]):
        return head[before.end() :]
    headline = cut_headline(head)
    takes = pattern_of(_SIGNED).search(headline.main) or pattern_of(_TAKES_ON).search(headline.main)
    if headline.tail and takes and pattern_of(_HISTORY).match(headline.tail):
        told_by = pattern_of(_TOLD_BY).search(headline.tail)
        return headline.main + (told_by[0] if told_by else "")
    return head


def _is_question(head: str) -> bool:
    return pattern_of(QUESTION).search(head) is not None


def _status_of_question(head: str) -> Status:
    """Whether there will be a deal is a rumour; a deal that is asked about is there, or its end."""
    if pattern_of(_ENDS_NAMED).search(head):
        return "cancelled"
    if pattern_of(WHETHER).search(head) and not pattern_of(DEAL_NOUN).search(head):
        return "rumour"
    if pattern_of(MAY_COME).search(head):
        return "rumour"
    if pattern_of(WHY_ENDS).search(head):
        return "cancelled"
    return "announced"


def find_event(title: str, lead: str, status: Status) -> Event:
    """What the text does to the deal it tells of; endings and rumours outrank the rest."""
    if status in _EVENT_OF:
        return _EVENT_OF[status]
    head, opening = _folded(title, lead)
    if status == "announced" and _is_denied(head, opening):
        return "denial"
    if _looks_back(head, opening):
        return "background"
    if _widens(head, opening):
        return "expansion"
    is_known = pattern_of(KNOWN_IN_LEAD).search(opening) and not pattern_of(_SIGNED).search(head)
    return "background" if is_known else "new"


def _is_denied(head: str, opening: str) -> bool:
    """Whether an end is denied: a title's own words, or the text of one that signs nothing."""
    told = _without_history(head)
    signed_at = _signed_at(told)
    if any(status == "denied" and _tells(row, told, signed_at) for status, row in _STATUS):
        return True
    return not _makes(head) and pattern_of(_DENIAL).search(opening) is not None


def _widens(head: str, opening: str) -> bool:
    """Whether an earlier deal grows: what may grow one day, or is wanted for more, is the first."""
    told = pattern_of(NOT_WIDENED).sub(" ", head)
    return bool(
        pattern_of(_EXPANSION).search(told)
        or pattern_of(_WIDENS_DEAL).search(pattern_of(TIES).sub(" ", opening))
    )


def _looks_back(head: str, opening: str) -> bool:
    """Whether a title explains, follows up or comments on what is known."""
    if _is_question(head):
        return True
    if pattern_of(_BACKGROUND).search(_without_history(head)) and not _makes(
        cut_headline(head).main
    ):
        return True
    if pattern_of(ANALYSIS).search(head):
        # "Why OpenAI turns to Cerebras" may open the news itself.
        return bool(pattern_of(DEAL_NOUN).search(head)) or not pattern_of(NEWS_IN_LEAD).search(
            opening
        )
    return bool(pattern_of(SAYS).search(head)) and not pattern_of(_SIGNED).search(head)


def _makes(main: str) -> bool:
    """Whether a clause tells that a deal is made, not what it buys or how it came about."""
    if pattern_of(_SIGNED).search(main):
        return True
    return pattern_of(_TAKES_ON).search(main) is not None and not pattern_of(_ASKS).search(main)


def is_firmer(new: Status, old: Status) -> bool:
    """Whether `new` stands higher on the ladder; an ending is never firmer than anything.

    >>> is_firmer("contracted", "talks"), is_firmer("rumour", "announced")
    (True, False)
    """
    if new in ENDINGS or old in ENDINGS:
        return False
    return LADDER.index(new) > LADDER.index(old)


assert set(get_args(Status)) == set(LADDER) | ENDINGS  # noqa: S101 - a status added in types must be ranked here
