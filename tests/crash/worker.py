"""One worker: it makes polls, kills them where it is told to, and keeps what arrived."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, cast

from tests.crash.judging import PATIENCE_S, Arrival, Poll
from tests.crash.places import Places
from tests.crash.points import Counts, Kill, Kind
from tests.crash.scenario import TIMES, PhaseName, write_config
from tests.crash.starter import Order
from tests.serving import group_members, plain_environment, wait_until

_ROOT: Final = Path(__file__).parent.parent.parent
_OURS: Final = {"statement-begins", "statement-ends", "commit-begins", "commit-ends"}


@dataclass(slots=True)
class _Current:
    """The poll under way, if there is one."""

    kill: Kill | None = None
    pid: int | None = None
    counts: Counter[Kind] = field(default_factory=Counter)


class Worker:
    """Servers and a starter of polls of its own, used for one trial after the other.

    Attributes:
        arrivals: every message that came since `begin`.
        polls: every poll since then, in order.
        children: whether documents are read in child processes; see `Order`.
    """

    def __init__(self, folder: Path, starter: subprocess.Popen[str]) -> None:
        self.arrivals: list[Arrival] = []
        self.polls: list[Poll] = []
        self.children = False
        self.places = Places(self._note, self._arrived)
        self._folder = folder
        self._starter = starter
        self._current = _Current()
        self._lock = threading.Lock()

    def begin(self, database: str) -> None:
        """Forget what was; poll into this database from now on."""
        self.arrivals, self.polls = [], []
        write_config(
            self._config,
            self.places.feeds,
            self.places.destinations,
            database=database,
            allow=self.places.address,
        )

    def rehearse(self, database: str) -> None:
        """Have the starter poll once itself, so that what is forked from it is quick."""
        self.begin(database)
        self._write(replace(self._order("first", None), rehearses=True).to_line())
        assert self._read() == "0\n", "the rehearsal failed"
        self.begin(database)

    def poll(self, phase: PhaseName, kill: Kill | None = None) -> Poll:
        """Make one poll, and kill it with all it started when the moment comes."""
        self.places.phase = phase
        order = self._order(phase, kill)
        began = time.monotonic()
        self._write(order.to_line())
        current = self._current
        with self._lock:
            current.kill, current.counts = kill, Counter()
            current.pid = pid = int(self._read())
        with _alarm(kill, self._strike):
            code = int(self._read())
        with self._lock:
            current.kill = current.pid = None
        took = time.monotonic() - began
        if code == -signal.SIGKILL:
            wait_until(lambda: not group_members(pid))
        poll = Poll(phase=phase, kill=kill, code=code, took_s=took, counts=self._counts(code))
        self.polls.append(poll)
        return poll

    @property
    def _config(self) -> Path:
        return self._folder / "watch.toml"

    @property
    def _steps(self) -> Path:
        return self._folder / "steps.json"

    def _order(self, phase: PhaseName, kill: Kill | None) -> Order:
        ours = kill is not None and kill.point in _OURS
        return Order(
            config=str(self._config),
            now=TIMES[phase].isoformat(),
            counts=str(self._steps),
            kind=cast("Kind", kill.point) if kill and ours else None,
            number=int(kill.at) if kill and ours else 0,
            children=self.children,
        )

    def _counts(self, code: int) -> Counts:
        """How many steps of each kind the poll took, if it lived to tell."""
        if code == -signal.SIGKILL:
            return {}
        return {**self._current.counts, **json.loads(self._steps.read_text(encoding="utf-8"))}

    # --- called by the servers ---

    def _note(self, kind: Kind) -> bool:
        with self._lock:
            current = self._current
            current.counts[kind] += 1
            kill = current.kill
            hit = kill is not None and (kill.point, kill.at) == (kind, current.counts[kind])
            if hit:
                self._kill()
            return hit

    def _arrived(self, destination: str, text: str) -> None:
        arrival = Arrival.of(destination, text, poll=len(self.polls))
        self.arrivals.append(arrival)

    def _strike(self) -> None:
        with self._lock:
            self._kill()

    def _kill(self) -> None:
        pid = self._current.pid
        if pid is None:
            return
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:
            # It was born this moment and has no group of its own yet.
            os.kill(pid, signal.SIGKILL)

    def _write(self, line: str) -> None:
        assert self._starter.stdin
        print(line, file=self._starter.stdin, flush=True)

    def _read(self) -> str:
        assert self._starter.stdout
        return self._starter.stdout.readline()


@contextmanager
def open_worker(folder: Path) -> Iterator[Worker]:
    """A worker with its files in a folder of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crash.starter"],
        cwd=_ROOT,
        env=plain_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as starter:
        worker = Worker(folder, starter)
        with worker.places:
            yield worker


@contextmanager
def _alarm(kill: Kill | None, strike: Callable[[], None]) -> Iterator[None]:
    """Strike at the time of a kill that goes by the clock, and at what never ends by itself."""
    seconds = kill.at if kill is not None and kill.point == "time" else PATIENCE_S
    timer = threading.Timer(seconds, strike)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
