"""Where a poll can be killed, and how such a kill is written on the command line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from tests.crash.scenario import PHASES, PhaseName

# Counted in the poll itself, and at the servers it talks to.
Kind = Literal[
    "statement-begins",
    "statement-ends",
    "commit-begins",
    "commit-ends",
    "feed-asked",
    "feed-answered",
    "message-begins",
    "message-received",
    "message-answered",
]
# A moment by the clock is none of the points that are counted.
Point = Kind | Literal["time"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
WAYS: Final[Mapping[Point, str]] = {
    "statement-begins": "every statement, before and after",
    "statement-ends": "every statement, before and after",
    "commit-begins": "every commit, before and after",
    "commit-ends": "every commit, before and after",
    "feed-asked": "every feed, asked and answered",
    "feed-answered": "every feed, asked and answered",
    "message-begins": "every message, begun, received, answered",
    "message-received": "every message, begun, received, answered",
    "message-answered": "every message, begun, received, answered",
    "time": "random times",
}
Counts = Mapping[Kind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """One kill: in which phase, and at the how-maniest point of a kind or after how many seconds.

    >>> str(Kill.parse("first:commit-begins:12")), str(Kill.parse("digest:time:0.25"))
    ('first:commit-begins:12', 'digest:time:0.25')
    """

    phase: PhaseName
    point: Point
    at: float

    @classmethod
    def parse(cls, text: str) -> "Kill":
        """Read what `str` writes.

        Raises:
            ValueError: It is anything else.
        """
        phase, _, rest = text.partition(":")
        point, _, at = rest.partition(":")
        if phase not in PHASES or point not in WAYS:
            wanted = f"PHASE:POINT:NUMBER with a phase of {', '.join(PHASES)}"
            raise ValueError(f"{text!r}: write {wanted} and a point of {', '.join(WAYS)}")
        return cls(phase=phase, point=cast("Point", point), at=float(at))

    def __str__(self) -> str:
        return f"{self.phase}:{self.point}:{self.at:g}"


def every_point(phase: PhaseName, counts: Counts) -> Iterator[Kill]:
    """A kill for each point that an undisturbed poll of a phase has."""
    for kind in KINDS:
        for number in range(1, counts.get(kind, 0) + 1):
            yield Kill(phase=phase, point=kind, at=number)
