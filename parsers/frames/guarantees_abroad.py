"""Find who stands in for whose site or lease, in languages that tell it by one word.

"英伟达将为OpenAI数据中心租约提供担保", "Nvidia bürgt für OpenAIs Rechenzentrum": the first named
stands in for the second, whatever is said of renting.
"""

from collections.abc import Sequence
from typing import Final

from parsers.frames.frame import Frame
from parsers.types import Mention
from parsers.words import pattern_of

_EAST: Final = r"保証|担保|擔保|保证人|보증"
_SITE_EAST: Final = (
    r"数据中心|數據中心|資料中心|データセンター|데이터\s?센터|租约|租約|租赁|租賃|リース|賃貸|임대"
    r"|融資|融资|義務|义务|의무|債務|债务|채무|賃料|租金|임차"
)
_EUROPE: Final = (
    r"(?<!\w)(?:garant\w+|bürg\w+|avala\w*|aval|avaliz\w+|fianza|cautionn\w+|fideiussion\w*"
    r"|borg(?:t|stelling)?)(?!\w)"
)
_SITE_EUROPE: Final = (
    r"(?:centros? de (?:datos|dados)|centres? de données|data ?cent(?:er|re)s?|datacenter\w*"
    r"|(?:rechen|daten)zentr\w+|alquiler|arrendamiento|bail|miet\w*|leasing\w*|aluguel|affitto"
    r"|huur\w*)"
)
# What somebody behind stands in for: "un contratto garantito da B".
_PASSIVE: Final = (
    r"(?<!\w)(?:garantizad|garantit|garantid|garanti|avalad|avalizad|abgesichert|garantiert"
    r"|gegarandeerd)\w{0,3} (?:por|pel[oa]|da|dal|dalla|par|von|vom|door)(?!\w)"
)
_ITS_OWN: Final = rf"\s?(?:的|の|의)\s?(?:{_EAST})"
# Behind a name: it is who stands in.
_AS_GUARANTOR: Final = r"を(?:連帯)?(?:保証人|後ろ盾)(?:と|に)|(?:을|를)\s?(?:연대\s?)?보증인으로"
# Behind a name: it owes what is guaranteed, whoever else is named: "A의 임차 의무를 보증".
_OWES: Final = (
    r"\s?(?:의|の|的)?\s?(?:데이터\s?센터\s)?(?:임차\s?(?:의무|료|채무|계약)|임대료\s?(?:지급|채무)"
    r"|支払い?義務|賃料|賃借|リース債務|租金|租约|租約|租赁义务|租賃義務)"
)
_NEAR: Final = 60
_FAR: Final = 160


def find_guarantees_abroad(folded: str, mentions: Sequence[Mention]) -> list[Frame]:
    """The frame of a guarantee between the first two companies of a sentence, if it tells one."""
    names = list(dict.fromkeys(mention.company for mention in mentions))
    if len(names) < 2 or len(folded) > 4 * _FAR:  # noqa: PLR2004
        return []
    first = mentions[0]
    second = next(mention for mention in mentions if mention.company == names[1])
    between = folded[first.end : second.start]
    around = folded[max(first.end, second.start - _NEAR) : second.end + _NEAR]
    if not folded.isascii() and pattern_of(_SITE_EAST).search(folded, second.end):
        # whoever stands behind both says who it is that stands in
        third = next((m.start for m in mentions if m.start > second.end), len(folded))
        reach = min(third, second.end + _NEAR)
        is_told = pattern_of(_EAST).search(folded, second.end, reach) is not None
        is_told = is_told or pattern_of(_EAST).search(between) is not None
    else:
        is_told = bool(
            len(between) <= _FAR
            and pattern_of(_EUROPE).search(between)
            and not pattern_of(_PASSIVE).search(between)
            and pattern_of(_SITE_EUROPE).search(around)
        )
    if not is_told:
        return []
    if pattern_of(_ITS_OWN).match(folded, second.end):  # "OpenAI …, 英伟达的担保"
        names[:2] = names[1::-1]
    elif pattern_of(_AS_GUARANTOR).match(folded, second.end):
        names.reverse()
    return [
        Frame(
            kind="guarantee",
            verb="guarantee",
            subjects=(names[0],),
            objects=(_owing(folded, mentions, names),),
            start=first.start,
            end=first.end,
        )
    ]


def _owing(folded: str, mentions: Sequence[Mention], names: Sequence[str]) -> str:
    """Whose rent is guaranteed: who is said to owe it, else who is named last."""
    owing = (
        m.company
        for m in mentions
        if m.company != names[0] and pattern_of(_OWES).match(folded, m.end)
    )
    return names[-1] if names[1:2] == names[-1:] else next(owing, names[-1])
