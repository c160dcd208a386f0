"""Run trials on several workers at once until there were enough kills."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.crash.judging import Ending, Verdict, find_gaps, judge
from tests.crash.plan import plan
from tests.crash.scenario import PhaseName
from tests.crash.stores import DatabaseName, OpenDatabase, databases
from tests.crash.table import Tried
from tests.crash.trial import Trial, run_trial, run_undisturbed
from tests.crash.worker import Worker, open_worker

# Gets a trial that has just ended.
Tell = Callable[[Tried], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How much is to be tried on one database: so many kills, or just one `trial`.

    `seed` draws them. `children` has polls read documents in child processes, as they always do.
    """

    database: DatabaseName
    kills: int
    seed: int = 1
    trial: Trial | None = None
    children: bool = False


@contextmanager
def open_workers(folder: Path, count: int = 1) -> Iterator[list[Worker]]:
    """Workers for any number of runs, each with files of its own in a folder."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(open_worker(_made(folder / str(number)))) for number in range(count)
        ]


def crash(asked: Asked, workers: Sequence[Worker], folder: Path, tell: Tell) -> None:
    """Kill polls on one database; `tell` hears of each trial as it ends, one at a time.

    Args:
        asked: what is to be tried.
        workers: they work side by side.
        folder: for the databases.
        tell: called in the workers' threads.
    """
    with databases(asked.database, folder) as open_database:
        for worker in workers:
            worker.children = False
            with open_database() as url:
                worker.rehearse(url)
        wanted = run_undisturbed(workers[0], open_database)
        if gaps := find_gaps(wanted):
            tell(Tried(database=asked.database, trial=Trial(), verdict=Verdict(faults=gaps)))
            return
        for worker in workers:
            worker.children = asked.children
        board = _Board(asked, wanted, tell)
        with ThreadPoolExecutor(len(workers)) as threads:
            ended = [threads.submit(board.work, one, open_database) for one in workers]
        for one in ended:
            one.result()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


class _Board:
    """What is to be tried, and how many kills are still wanted; shared by the workers."""

    def __init__(self, asked: Asked, wanted: Mapping[PhaseName, Ending], tell: Tell) -> None:
        self._database = asked.database
        self._wanted = wanted
        self._tell = tell
        self._lock = threading.Lock()
        self._left = asked.kills
        # The last poll of each is the one that nothing disturbed.
        polls = {phase: ending.polls[-1] for phase, ending in wanted.items()}
        planned = plan(polls, kills=asked.kills, seed=asked.seed)
        self._trials = iter([asked.trial]) if asked.trial else planned

    def work(self, worker: Worker, open_database: OpenDatabase) -> None:
        """Make trials until there are enough."""
        while trial := self._next():
            ending = run_trial(worker, open_database, trial)
            verdict = judge(ending, self._wanted[trial.until])
            self._note(Tried(database=self._database, trial=trial, verdict=verdict))

    def _next(self) -> Trial | None:
        with self._lock:
            return next(self._trials, None) if self._left > 0 else None

    def _note(self, tried: Tried) -> None:
        with self._lock:
            self._left -= len(tried.verdict.kills)
            self._tell(tried)
