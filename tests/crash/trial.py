"""One trial: a fresh database, every phase with its kills, and an undisturbed poll after them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.crash.judging import Ending
from tests.crash.points import Kill
from tests.crash.scenario import HASTY, PHASES, PhaseName
from tests.crash.stores import OpenDatabase, look_at
from tests.crash.worker import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The kills of a trial, in order, and the phase it ends after."""

    kills: tuple[Kill, ...] = ()
    until: PhaseName = PHASES[-1]

    @classmethod
    def of(cls, *kills: Kill) -> "Trial":
        """A trial that is over with the phase of its last kill."""
        last = max((PHASES.index(kill.phase) for kill in kills), default=-1)
        # The hasty phase is made good in the one after it.
        last += last >= 0 and PHASES[last] == HASTY
        return cls(kills=kills, until=PHASES[last])

    @property
    def arguments(self) -> str:
        """What to write behind `python -m tests.crash` to have it again."""
        return " ".join(f"--point {kill}" for kill in self.kills)


def run_trial(worker: Worker, open_database: OpenDatabase, trial: Trial) -> Ending:
    """Live through a trial; what was seen of it."""
    with open_database() as url:
        worker.begin(url)
        for phase in PHASES[: PHASES.index(trial.until) + 1]:
            _live(worker, phase, [kill for kill in trial.kills if kill.phase == phase])
        return _ending(worker, url)


def run_undisturbed(worker: Worker, open_database: OpenDatabase) -> dict[PhaseName, Ending]:
    """Live through all phases without a kill; what was to be seen at the end of each."""
    endings = {}
    with open_database() as url:
        worker.begin(url)
        for phase in PHASES:
            worker.poll(phase)
            endings[phase] = _ending(worker, url)
    return endings


def _ending(worker: Worker, url: str) -> Ending:
    return Ending(polls=tuple(worker.polls), arrivals=tuple(worker.arrivals), stored=look_at(url))


def _live(worker: Worker, phase: PhaseName, kills: Iterable[Kill]) -> None:
    """Poll until a poll ends by itself, with a kill in each as long as there are some."""
    for kill in kills:
        if not worker.poll(phase, kill).was_killed or phase == HASTY:
            return
    worker.poll(phase)
