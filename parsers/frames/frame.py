"""The frame: one verb, or one noun of dealing, with the companies on its two sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

# The verb of who supplies chips or servers to nobody a sentence names: 芯片由B供应.
SUPPLIES_GOODS: Final = "supplies goods"
# The verb of who is only named before chips: a maker of them, or a host that has them.
MAKE: Final = "make"
# "join": two sides do something together and no word tells who gets what. "aside": companies
# that are named in passing (a rival, a backer, an analyst), which the sentence makes no side.
FrameKind = Literal[
    "buy", "lease", "sell", "invest", "finance", "guarantee", "build", "agree", "join", "aside"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One verb with its sides. `start` and `end` are the verb's place in the sentence."""

    kind: FrameKind
    verb: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    start: int
    end: int


def frame_at(
    kind: FrameKind, verb: str, place: int, subjects: Sequence[str], objects: Sequence[str] = ()
) -> Frame:
    """The frame of words that begin at a place; nobody stands on both of its sides."""
    return Frame(
        kind=kind,
        verb=verb,
        subjects=tuple(subjects),
        objects=tuple(name for name in objects if name not in subjects),
        start=place,
        end=place + len(verb),
    )


def names_in(frames: Iterable[Frame], titled: Iterable[str]) -> tuple[str, ...]:
    """The companies of frames in the order they are told, then those of the title, each once."""
    told = (name for frame in frames for name in (*frame.subjects, *frame.objects))
    return tuple(dict.fromkeys((*told, *titled)))
