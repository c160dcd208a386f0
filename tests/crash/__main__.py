"""`make crash`: polls killed at every point they have; 0 lost, at most one repeat a kill."""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.crash.points import Kill
from tests.crash.run import Asked, crash, open_workers
from tests.crash.stores import DATABASES, DatabaseName
from tests.crash.table import Tried, render_faults, render_table
from tests.crash.trial import Trial

_TELL_EVERY: Final = 100


class Progress:
    """Collects what was tried; a line on the way for every hundred kills."""

    def __init__(self, wanted: int) -> None:
        self.tried: list[Tried] = []
        self._wanted = wanted
        self._started = time.monotonic()

    @property
    def kills(self) -> int:
        """How many there were."""
        return sum(len(one.verdict.kills) for one in self.tried)

    @property
    def minutes(self) -> float:
        """How long it took so far."""
        return (time.monotonic() - self._started) / 60

    def note(self, tried: Tried) -> None:
        """One more trial."""
        before = self.kills // _TELL_EVERY
        self.tried.append(tried)
        if self.kills // _TELL_EVERY > before:
            lost = sum(len(one.verdict.lost) for one in self.tried)
            repeated = sum(one.verdict.repeated for one in self.tried)
            told = f"{self.kills:,} of {self._wanted:,} kills on {tried.database}: "
            told += f"{lost} lost, {repeated} repeated, {self.minutes:.1f} minutes\n"
            sys.stdout.write(told)
            sys.stdout.flush()


def main() -> int:
    """Kill, print the table; 1 if a promise was not kept."""
    asked = _parse()
    progress = Progress(asked.kills)
    chosen: tuple[DatabaseName, ...] = (asked.database,) if asked.database else DATABASES
    with (
        tempfile.TemporaryDirectory(prefix="gigawatch-crash-") as folder,
        open_workers(Path(folder), 1 if asked.point else asked.workers) as workers,
    ):
        for name in chosen:
            crash(_asked(asked, name, len(chosen)), workers, Path(folder), progress.note)
    faults = render_faults(progress.tried)
    sys.stdout.write(f"\n{render_table(progress.tried)}\n\n")
    sys.stdout.write(faults or "every promise was kept")
    sys.stdout.write(f"\n{progress.kills:,} kills in {progress.minutes:.1f} minutes\n")
    return 1 if faults else 0


class _Arguments(argparse.Namespace):
    """What the command line says."""

    kills: int
    seed: int
    workers: int
    database: DatabaseName | None
    point: list[Kill]
    children: bool


def _asked(asked: _Arguments, database: DatabaseName, of: int) -> Asked:
    return Asked(
        database=database,
        kills=-(-asked.kills // of),
        seed=asked.seed,
        trial=Trial.of(*asked.point) if asked.point else None,
        children=asked.children,
    )


def _parse() -> _Arguments:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=160, help="on all databases together")
    parser.add_argument("--seed", type=int, default=1, help="draws which points, and the times")
    parser.add_argument("--workers", type=int, default=2, help="trials at once")
    parser.add_argument("--database", choices=DATABASES, help="only this one")
    parser.add_argument(
        "--point",
        type=Kill.parse,
        action="append",
        default=[],
        help="one trial with just these kills, e.g. first:commit-begins:12",
    )
    parser.add_argument(
        "--children", action="store_true", help="documents are read in children, as they always are"
    )
    return parser.parse_args(namespace=_Arguments())


if __name__ == "__main__":
    sys.exit(main())
