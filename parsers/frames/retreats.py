"""Frames of who takes its money, or its word to lend, back from a site."""

from collections.abc import Iterator, Sequence
from typing import Final

from parsers.frames.frame import Frame
from parsers.frames.scene import NEAR, Group, Scene, build_scene
from parsers.types import Mention
from parsers.words import pattern_of

# The verb of a frame that tells of a lender only where its subject is a fund.
RETREATS: Final = "retreats"
# What a retreat begins with: most sentences have none.
_GATE: Final = (
    r"(?:with|walk|pull|back|opt|decid|declin|elect|cho|won['’]t|will not|no longer|exit)"
)
_LEAD: Final = (
    r"\)?(?:, [^,;.]{3,90},)?(?: (?:has|had|have|also|is|was|now|reportedly|suddenly"
    r"|instead)){0,3} "
)
_MONEY: Final = r"(?:support|funding|financing|backing|money|capital|investment|equity)"
_TO_PAY: Final = r"(?:support|fund|back|financ|invest|bankroll)(?:ing|e|s)?(?: in)?"
_RETREATS: Final = (
    rf"{_LEAD}(?:(?:pull|withdr[ae]w|yank)(?:s|n|ing|ed)? (?:its |their |all )?{_MONEY}"
    rf"|(?:opt|decid|elect|cho[os])\w* (?:not to|against) {_TO_PAY}"
    rf"|(?:won['’]t|will not|would not|will no longer|no longer plans to|declin\w+ to) {_TO_PAY}"
    r"|(?:withdr[ae]w\w*|pull\w* out|back\w* (?:out|away)|walk\w* away|exit(?:s|ed)?|bow\w* out)"
    rf"(?: (?:of|from))?(?: (?:[\w-]+ ){{0,2}}?(?:talks|plans?|negotiations)(?: (?:to {_TO_PAY}"
    rf"|over"
    rf"|on|for))?| {_MONEY})?)"
    r"(?= (?:(?!tenan|leas|rent(?:al|s)?\b|customer|client|capacity|deal\b|contract"
    r"|agreement)[^;:])"
    r"{0,90}?(?:data ?cent(?:er|re)s?|campus|sites?|projects?|facilit(?:y|ies))(?!\w))"
)
_ITS_SITE: Final = (
    r"['’]s?\s(?:[\w$€£.,’-]+\s){0,4}?(?:data ?cent(?:er|re)s?|campus(?:es)?|sites?"
    r"|projects?)(?!\w)"
)
_FAR: Final = 260


def find_retreats(folded: str, mentions: Sequence[Mention]) -> Iterator[Frame]:
    """Who withdraws from whose site: "Blackstone pulls funding for Oracle's Ohio campus"."""
    if not mentions or pattern_of(_GATE).search(folded) is None:
        return
    scene = build_scene(folded, mentions)
    for place, group in enumerate(scene.groups):
        found = pattern_of(_RETREATS).match(folded, group.end, group.end + _FAR)
        if found is None or group.is_product:
            continue
        owner = _owner(scene, found.end(), scene.groups[place + 1 :])
        yield Frame(
            kind="finance",
            verb=RETREATS,
            subjects=group.names[-1:],
            objects=owner.names if owner else (),
            start=found.start(),
            end=found.end(),
        )


def _owner(scene: Scene, place: int, behind: Sequence[Group]) -> Group | None:
    """Whose site it is, where that is said close behind."""
    near = next((one for one in behind if place <= one.start <= place + NEAR), None)
    if near is None or pattern_of(_ITS_SITE).match(scene.folded, near.end, near.end + NEAR) is None:
        return None
    return near
