"""Tell whose shares only suffer by what two others deal in: it has no part in that."""

from collections.abc import Sequence
from typing import Final

from parsers.frames.words import ENDS
from parsers.types import Mention
from parsers.words import pattern_of

# "Nvidia stock slips as …", "Nvidia set to lose $180 billion as …".
_SUFFERS: Final = (
    r"\)?(?:['’]s)? (?:(?:stocks?|shares?)(?: price)? )?(?:is |are )?(?:[\w-]+ ){0,2}?"
    r"(?:fall|fell|drop|slip|slid|dip|sink|sank|tumbl|plung|slump|crater|div|retreat|declin|down"
    r"|los"
    r"|shed|wobbl|weaken|lower)\w*\b[^,;:]{0,50}?(?:,? (?:as|after|on (?:news|reports?"
    r"|word)(?: that)?)) "
)
_ENDED: Final = rf"(?<!\w)(?:{ENDS}|exit\w*|pull\w*|withdr\w+|walk\w*|back\w* (?:out|away))(?!\w)"
_OTHERS: Final = 2
_FAR: Final = 110
_BEFORE_NAME: Final = 12


def is_bystander(folded: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a title opens with who loses by what others do: "X falls as A buys B's chips".

    Who has a part in what is ended loses by that.
    """
    found = pattern_of(_SUFFERS).match(folded, mention.end, mention.end + _FAR)
    if found is None or mention.start > 1:
        return False
    behind = [one for one in mentions if one.start >= found.end()]
    others = {one.company for one in behind}
    if len(others) < _OTHERS or mention.company in others:
        return False
    acts = behind[0].start - found.end() <= _BEFORE_NAME
    return acts and pattern_of(_ENDED).search(folded, found.end()) is None
