"""Find who stands in for whom, where no verb of guaranteeing has both for its sides.

"OpenAI's campus gets a $105bn Nvidia guarantee", "Nvidia puts its balance sheet behind OpenAI".
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from parsers.frames.frame import Frame
from parsers.frames.scene import Group, Scene
from parsers.words import pattern_of

_LENDS: Final = frozenset({"finance", "guarantee"})
_SUPPORT: Final = (
    r"(?:guarant(?:ees?|ors?)|backstops?|credit (?:support|backing)|financial (?:support|backing)"
    r"|balance sheet|credit|credit rating|backing)(?!\w)"
)
_SUM: Final = (
    r"(?:(?:an?|up to|as much as|about|its|the|another|new|[$€£]\s?[\d.,]+|\w*illion|bn) ){0,6}"
)
# Between who is helped and who helps, with the help behind: "'s campus gets $105 billion Nvidia".
_GETS: Final = (
    rf"(?:['’]s?)?(?: [\w-]+){{0,5}} (?:gets|got|wins|won|lands|landed|secures|secured|receives|has"
    rf"|draws on|leans on|relies on|leaning on|relying on|taps|thanks to|with|via|on) {_SUM}"
)
# Between who helps and who is helped.
_HELPS: Final = (
    r" (?:(?:to|will|would|may|could|promises to|agrees to|agreed to|is to) )?"
    r"(?:(?:put|puts|putting|throws?|lends?) its (?:own )?(?:balance sheet|credit|weight|name)"
    r"(?: rating)? (?:behind|to)|cover(?:s|ing)?|steps? in (?:if|should|when)|foots?"
    r" the bill (?:if|for)|pick(?:s)? up the (?:rent|tab|bill) (?:if|for)|vouch(?:es)? for) "
    r"(?:the |part of |most of |some of )*$"
)
# "Nvidia in talks with OpenAI to guarantee": who is named first is asked to.
_TALKS: Final = (
    r" (?:(?:is|are|was) )?(?:in|holds?|held|having) (?:[\w-]+ )?"
    r"(?:talks|discussions|negotiations) with "
    r"| (?:is |are )?negotiat(?:es|ing) with "
)
# "Nvidia reduces the amount of OpenAI financing it may guarantee"
_IT_MAY: Final = (
    r"(?:['’]s?)?(?: [\w-]+){0,3}? (?:financing|debt|leases?|rent|obligations|costs|funding)"
    r" (?:that )?it (?:may|might|will|would|could|had (?:planned|agreed) to|plans to) "
    r"(?:guarantee|backstop|cover)(?!\w)"
)
_TO_STAND_IN: Final = r" to (?:guarantee|backstop|stand behind|co-?sign)(?!\w)"
_OWES: Final = (
    r"(?:['’]s?)? (?:[\w-]+ ){0,4}?(?:rent|leases?|payments?|obligations?|costs?|debts?|shortfall"
    r"|defaults?|data ?cent(?:er|re)s?|campus|site|can['’]?(?:no)?t pay|fails|misses|tabs?|bills?)"
    r"(?!\w)"
)
# Who is asked for it, in a sentence that names it alone: "has been consulted on credit support".
_ASKED: Final = (
    r"(?: (?:has|have|had|is|was|been|being|also)){0,3} (?:consulted|approached|asked|sounded out"
    r"|tapped|lined up) (?:regarding|about|on|over|for|to (?:give|provide|offer|extend))"
    rf" (?:(?!and\b|or\b)[\w-]+ ){{0,3}}?{_SUPPORT}"
)
_OWN_NOUN: Final = rf" (?:(?!(?:to|for|of|and|with)\b)[\w-]+ ){{0,2}}?{_SUPPORT}"


def find_guarantees(scene: Scene) -> Iterator[Frame]:
    """Every frame of somebody standing in for another, told by a turn of phrase."""
    for one in scene.groups:
        if not one.is_product and pattern_of(_ASKED).match(scene.folded, one.end):
            yield _frame(one, None)
    for one, two in pairwise(scene.groups):
        gap = scene.folded[one.end : two.start]
        if one.is_product or two.is_product:
            continue
        if one.is_possessive and gap.strip() in {"'s", "’s"} and _is_followed(scene, two):
            yield _frame(one, two)  # "Nvidia's OpenAI guarantee"
        elif pattern_of(_GETS).fullmatch(gap) and _is_followed(scene, two):
            yield _frame(two, one)
        elif _helps(scene, gap, two) or pattern_of(_IT_MAY).match(scene.folded, two.end):
            yield _frame(one, two)


def without_overtaken(frames: list[Frame], guarantees: list[Frame]) -> list[Frame]:
    """Frames, less those whose two sides only stand in for each other; who is helped lends none."""
    pairs = [{*frame.subjects, *frame.objects} for frame in guarantees]
    helped = {name for frame in guarantees for name in frame.objects}
    kept = [
        frame
        for frame in frames
        if {*frame.subjects, *frame.objects} not in pairs
        and not (frame.kind in _LENDS and not frame.objects and helped.issuperset(frame.subjects))
    ]
    return [*kept, *guarantees]


def _helps(scene: Scene, gap: str, taker: Group) -> bool:
    """Whether what stands between two, and behind the second, has the first stand in for it."""
    if pattern_of(_TALKS).fullmatch(gap):
        return pattern_of(_TO_STAND_IN).match(scene.folded, taker.end) is not None
    owes = pattern_of(_OWES).match(scene.folded, taker.end) is not None
    return owes and pattern_of(_HELPS).fullmatch(gap) is not None


def _is_followed(scene: Scene, group: Group) -> bool:
    """Whether a word of support stands right behind a company: "Nvidia guarantee"."""
    behind = r"(?:['’]s?)?" + _OWN_NOUN
    return pattern_of(behind).match(scene.folded, group.end) is not None


def _frame(giver: Group, taker: Group | None) -> Frame:
    return Frame(
        kind="guarantee",
        verb="guarantee",
        subjects=giver.names,
        objects=tuple(n for n in taker.names if n not in giver.names) if taker else (),
        start=giver.start,
        end=giver.end,
    )
