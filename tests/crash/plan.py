"""Decide which trials there are: every point that an undisturbed poll has, then random times."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, zip_longest
from random import Random
from typing import Final

from tests.crash.judging import Poll
from tests.crash.points import WAYS, Kill, every_point
from tests.crash.scenario import PhaseName
from tests.crash.trial import Trial

# How much of the kills goes to points where there are more of these than kills.
_POINTS_SHARE: Final = 0.8


def plan(undisturbed: Mapping[PhaseName, Poll], *, kills: int, seed: int) -> Iterator[Trial]:
    """Trials without end: points in all phases alike until these are through, then random times.

    The same seed has the same points in the same order.

    Args:
        undisturbed: a poll of each phase in which nothing was killed.
        kills: how many there are to be.
        seed: draws which points come first, and the times.
    """
    chance = Random(seed)
    left = int(kills * _POINTS_SHARE)
    points = [
        mixed(list(every_point(name, poll.counts)), chance, turn=number)
        for number, (name, poll) in enumerate(undisturbed.items())
    ]
    for some in zip_longest(*points):
        if left <= 0:
            break
        chosen = [kill for kill in some if kill is not None]
        left -= len(chosen)
        yield Trial.of(*chosen)
    while True:
        yield Trial.of(*_random_kills(undisturbed, chance))


def mixed(kills: Sequence[Kill], chance: Random, *, turn: int = 0) -> list[Kill]:
    """The same kills shuffled, every way in turn: a few of them are some of each.

    `turn` says which way is first.
    """
    by_way = groupby(sorted(kills, key=_way), key=_way)
    queues = [chance.sample(some, len(some)) for some in (list(group) for _, group in by_way)]
    first = turn % max(len(queues), 1)
    rounds = chain.from_iterable(zip_longest(*queues[first:], *queues[:first]))
    return [kill for kill in rounds if kill is not None]


def _way(kill: Kill) -> str:
    return WAYS[kill.point]


def _random_kills(undisturbed: Mapping[PhaseName, Poll], chance: Random) -> Iterator[Kill]:
    """One or two in each phase."""
    for phase, poll in undisturbed.items():
        for _ in range(chance.randint(1, 2)):
            after_s = round(chance.uniform(0, poll.took_s), 3)
            yield Kill(phase=phase, point="time", at=after_s)
