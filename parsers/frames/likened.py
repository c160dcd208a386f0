"""Tell the companies that only say what another is like, or whose it is."""

from collections.abc import Collection
from typing import Final

from parsers.types import Mention
from parsers.words import pattern_of

# "Could become the next Nvidia", "a mini-Oracle", "Europe's answer to CoreWeave".
_LIKENED: Final = (
    r"(?<!\w)(?:(?:the|an?|its|another|[\w-]+['’]s) (?:own )?(?:next|new|mini|future|second"
    r"|would-be"
    r"|poor man['’]s|baby|junior|local|european|british|french|german|indian|asian|chinese|japanese"
    r"|korean|arab|african|nordic|crypto|bitcoin)[ -]|(?:answers?|equivalents?|version) (?:to|of) "
    r"|mini[ -]|the )$"
)
# Behind "the" alone it is somebody of that place or kind: "the CoreWeave of Europe".
_KIND_OF: Final = r" (?:of|for) (?!the deal)(?:[\w-]+ ?){1,3}(?:$|[,.;:!?)])"
_CLOSES: Final = r"['’\"”]?(?:$|[,.;:!?)]| [-–—] | of (?:the )?[\w-]+| (?:after|as|with|in) )"
# Behind a company, before its owner: "TikTok, da ByteDance,".
_WHOSE: Final = r"(?:,| \() ?(?:d[aeo]l?|della|di|vo[nm]|van|du|d['’])\s?"
# Where a country stands for its markets: "Korea's largest", "the US's first".
COUNTRIES: Final = frozenset(
    {"South Korea", "Japan", "India", "Indonesia", "Malaysia", "Saudi Arabia", "UAE", "Qatar"}
    | {"Kuwait", "France", "Germany", "Spain", "Italy", "Poland", "Brazil", "Canada", "Norway"}
    | {"Sweden", "Finland", "Denmark", "Portugal", "United Kingdom", "UK", "Singapore", "Taiwan"}
    | {"Thailand", "Vietnam", "Australia", "Israel", "Turkey", "Armenia", "Kazakhstan"}
)
_OF_ALL: Final = (
    r"['’]s? (?:[\w-]+ ){0,2}?(?:[\w-]+-)?(?:largest|biggest|first|only|leading|top|fastest|newest"
    r"|tallest|greenest|main|major|foremost|most|ai|data|digital|compute|computing|cloud)(?!\w)"
)
_OWNS: Final = r"['’]s "
# "SoftBank's data center subsidiary SB Energy", "a Foxconn spin-off".
_CALLS: Final = (
    r"(?:['’]s)? (?:[\w-]+ ){0,3}?(?:subsidiary|unit|arm|affiliate|spin-?(?:off|out)"
    r"|portfolio company),? |(?: group)? company "
)
# Whose the company before the comma is: "Neysa, Blackstone's AI cloud, buys".
_OWNED: Final = (
    r"(?:(?:['’]s)? (?:[\w-]+ ){0,3}?(?:unit|arm|subsidiary|affiliate|division|business"
    r"|portfolio company)|['’]s (?:[\w-]+ ){0,3}?(?:cloud|neocloud|platform|venture|start-?up"
    r"|data ?cent(?:er|re) (?:company|firm|operator|developer|platform)))(?: in [\w ]{2,20})?,"
)
_APPOSED: Final = r"\w\)?, $"
_SPIN_OFF: Final = r"(?:['’]s)? (?:[\w-]+ )?spin-?(?:off|out)(?!\w)"
_PARENT: Final = (
    r"(?:\bis|,) (?:an?|the|its) (?:[\w-]+ ){0,3}?(?:subsidiary|unit|arm|affiliate|division"
    r"|spin-?off"
    r"|spin-?out) of (?:[\w-]+ ){0,5}$"
)
_ITS_DEAL: Final = (
    r"(?:[\w.&-]+ ){1,3}(?:deals?|contracts?|leases?|orders?|pacts?|agreements?|commitments?|bets?"
    r"|partnerships?|tie-?ups?|guarantees?|backstops?|backing|loans?|lifeline)(?!\w)"
)
_OWNED_ACTS: Final = (
    r"(?:(?!(?:deals?|contracts?|leases?|orders?|pacts?|agreements?|loans?|backing|guarantee)\b)"
    r"[\w.&-]+ ){1,3}(?:to|will|has|have|is|plans|signs|inks|wins|lands|buys|orders|leases"
    r"|rents|secures"
    r"|picks|taps|partners|said|says|bought|ordered|signed|won)(?!\w)"
)
# With whose daughter something is signed: "leases 500 MW from SoftBank's SB Energy".
_DEALT_WITH: Final = r"(?<!\w)(?:with|from|by) $"
_ITS_GOODS: Final = (
    r"(?:[\w.&-]+ ){1,4}(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?|chips?|[gt]pus?|clusters?"
    r"|capacity|servers|systems|cloud|compute|lease[sd]?|stakes?|shares)(?!\w)"
)
# "Signs a contract with an Eviden-led consortium": the leader is of its other side.
_LED_GROUP: Final = (
    r"[-‐‑–]led (?:[\w-]+ ){0,2}?(?:consortium|alliance|team)(?!\w)(?! of (?:banks|lenders))"
)
_SIDE_OF: Final = (
    r"(?<!\w)(?:(?:contract|deal|order|agreement|lease|award)s? (?:with|to)|picks?|selects?"
    r"|chooses?|taps?"
    r"|awards?) (?:an? |the )?$"
)
_REACH: Final = 64


def is_likened(folded: str, mention: Mention) -> bool:
    """Whether a name only tells what another is like, or a country where something is."""
    before = folded[max(0, mention.start - _REACH) : mention.start]
    if mention.company in COUNTRIES and pattern_of(_OF_ALL).match(folded, mention.end):
        return True
    if pattern_of(_SPIN_OFF).match(folded, mention.end) or pattern_of(_PARENT).search(before):
        return True
    if pattern_of(_APPOSED).search(before) and pattern_of(_OWNED).match(folded, mention.end):
        return True
    likened = pattern_of(_LIKENED).search(before)
    if likened is None:
        return False
    closes = _KIND_OF if likened[0] == "the " else _CLOSES
    return pattern_of(closes).match(folded, mention.end) is not None


def owns_next(folded: str, mention: Mention, starts: Collection[int]) -> bool:
    """Whether a name only tells whose the next one is: "Brookfield's Data4 to build"."""
    called = pattern_of(_CALLS).match(folded, mention.end, mention.end + _REACH)
    if called is not None and called.end() in starts:
        return True
    owned = pattern_of(_OWNS).match(folded, mention.end)
    if owned is None or owned.end() not in starts:
        return False
    if mention.company in COUNTRIES:
        return True  # "South Korea's Samsung"
    until = owned.end() + _REACH
    if pattern_of(_OWNED_ACTS).match(folded, owned.end(), until):
        return True
    if pattern_of(_ITS_DEAL).match(folded, owned.end(), until):
        return False  # "OpenAI's Cerebras contract has grown"
    before = folded[max(0, mention.start - _REACH) : mention.start]
    is_dealt_with = pattern_of(_DEALT_WITH).search(before) is not None
    return is_dealt_with and pattern_of(_ITS_GOODS).match(folded, owned.end(), until) is None


def owns_last(folded: str, last: int, mention: Mention) -> bool:
    """Whether a name only tells whose the one before is: "TikTok, da ByteDance, anunciou"."""
    gap = pattern_of(_WHOSE).fullmatch(folded, last, mention.start)
    return gap is not None and folded.startswith((", ", ")"), mention.end)


def leads_side(folded: str, start: int, end: int) -> bool:
    """Whether a company leads the group a deal is with, and so is of that side."""
    lead = folded[max(0, start - _REACH) : start]
    is_led = pattern_of(_LED_GROUP).match(folded, end) is not None
    return is_led and pattern_of(_SIDE_OF).search(lead) is not None
