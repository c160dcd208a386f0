"""Say who money goes into where a sentence tells it once for two, or calls it "the startup"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.frames.frame import Frame
from parsers.frames.words import ENGLISH_INVEST
from parsers.words import pattern_of

# The verb of a frame whose money goes into a company named elsewhere in the text.
INVESTS_IN_IT: Final = "invests in it"
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
)
# "AMD, which will invest up to $5bn", "as Microsoft invests $5bn": in whoever the deal is with.
_ALONE: Final = (
    r"\s(?:(?:up to|as much as|about|around|nearly|another|over|more than|at least) ){0,2}"
    r"(?:us|a)?[$€£]\s?\d[\d.,]*\s?(?:billion|million|bn|b|m)?"
    r"(?=$|[,;.]|\s(?:and|as|while|over|under|alongside|more)(?!\w))"
)
_REACH: Final = 110


def share_takers(folded: str, frames: Sequence[Frame]) -> list[Frame]:
    """Frames with the taker that another one names: "X will invest $10bn in B, and Y $5bn".

    Who "invests $1bn in equity" besides a deal does so in the other side of it; what is invested
    in nobody who is named goes into "it".
    """
    named = [f for f in frames if f.kind == "invest" and f.subjects and f.objects]
    return [_completed(folded, frame, named, frames) for frame in frames]


def _completed(folded: str, frame: Frame, named: Sequence[Frame], every: Sequence[Frame]) -> Frame:
    if frame.kind != "invest" or frame.objects or not frame.subjects:
        return frame
    if "stake" not in frame.verb and pattern_of(_IN_IT).match(
        folded, frame.end, frame.end + _REACH
    ):
        return replace(frame, verb=INVESTS_IN_IT)
    if pattern_of(_IN_EQUITY).match(folded, frame.end, frame.end + _REACH):
        for other in every:
            is_before = other.end <= frame.start
            if is_before and other.subjects == frame.subjects and len(other.objects) == 1:
                return replace(frame, objects=other.objects)
    if frame.verb in ENGLISH_INVEST and not named and pattern_of(_ALONE).match(folded, frame.end):
        return replace(frame, verb=INVESTS_IN_IT)
    if pattern_of(_SUM).match(folded, frame.end):
        for other in named:
            if {*other.subjects, *other.objects}.isdisjoint(frame.subjects):
                return replace(frame, objects=other.objects)
    return frame
