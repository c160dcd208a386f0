"""A process that has polled once, and forks a poll for each order it reads.

So a poll begins within milliseconds. It is the program's own `poll` command; what is put into it
from here is a clock, the reading of documents in its own process, and the counting of its steps.
"""

import gc
import json
import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from flows import cli, outcomes, run
from flows.commands import show
from flows.polling.intake import know_companies
from flows.polling.parsing import ParserPool
from flows.polling.tools import builtin_companies
from tests.crash.points import Kind

Given = TypeVar("Given")
Made = TypeVar("Made")
# What the command imports when it runs.
_PRELOADED = (outcomes, run, show)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A poll to be made: `counts` is the file for how many steps it took.

    `kind` and `number` are the step at which it kills itself and all it started. `children` has it
    read documents in child processes, as always, which takes four times as long. One that
    `rehearses` is made in the starter itself: all forked later have done everything once.
    """

    config: str
    now: str
    counts: str
    kind: Kind | None = None
    number: int = 0
    children: bool = False
    rehearses: bool = False

    def to_line(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))


class Steps:
    """Counts the steps of a poll, and kills it at the one that was ordered."""

    def __init__(self, kind: Kind | None, number: int) -> None:
        self.counts: Counter[Kind] = Counter()
        self._at = (kind, number)
        self._lock = threading.Lock()

    def note(self, kind: Kind) -> None:
        """One more."""
        with self._lock:
            self.counts[kind] += 1
            if (kind, self.counts[kind]) == self._at:
                os.killpg(os.getpgrp(), signal.SIGKILL)

    def listen(self) -> None:
        """Count what every engine and session does from now on."""
        listeners: tuple[tuple[object, str, Kind], ...] = (
            (Engine, "before_cursor_execute", "statement-begins"),
            (Engine, "after_cursor_execute", "statement-ends"),
            (Engine, "commit", "commit-begins"),
            (Session, "after_commit", "commit-ends"),
        )
        for target, name, kind in listeners:
            event.listen(target, name, self._listener(kind))

    def _listener(self, kind: Kind) -> Callable[..., None]:
        # With *_ alone SQLAlchemy hands over the arguments of every event as they come.
        return lambda *_: self.note(kind)


class _ReadHere(ParserPool):
    """Documents are read in the poll's own process: starting children takes most of a poll."""

    async def run(self, read: Callable[[Given], Made], given: Given) -> Made:
        """As always, with nobody to wait for."""
        return read(given)


def poll(order: Order) -> int:
    """Poll as the command does; its exit code."""
    steps = Steps(order.kind, order.number)
    if not order.rehearses:
        steps.listen()
    now = datetime.fromisoformat(order.now)
    patch = pytest.MonkeyPatch()
    patch.setattr("flows.polling.tools.utc_now", lambda: now)
    if not order.children:
        patch.setattr("flows.polling.tools.ParserPool", _ReadHere)
    try:
        cli.main(["poll", "--all", "--config", order.config])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    finally:
        Path(order.counts).write_text(json.dumps(steps.counts), encoding="utf-8")
    return 0


def main() -> None:
    """Make a poll for every line and tell its exit code; of a forked one, tell its id before."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    know_companies(builtin_companies())
    for line in sys.stdin:
        order = Order(**json.loads(line))
        if order.rehearses:
            out.write(f"{poll(order)}\n")
            gc.freeze()
            continue
        pid = os.fork()
        if not pid:
            _become_poll(order)
        out.write(f"{pid}\n")
        out.write(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n")


def _become_poll(order: Order) -> None:
    """Poll in a process group of our own, and end without a way back to the loop above."""
    os.setsid()
    code = 70
    try:
        code = poll(order)
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
