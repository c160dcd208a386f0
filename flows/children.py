"""Start processes that end together with everything they started, and in the order we choose."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import BinaryIO, Final

from parsers.errors import GigawatchError

_GLANCE_S: Final = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A process of ours: what to call it, and where its last words are."""

    name: str
    words: str
    process: subprocess.Popen[bytes]


@contextmanager
def running(  # noqa: PLR0913 - all by name
    arguments: Sequence[str],
    *,
    name: str,
    words: str,
    environment: Mapping[str, str],
    end_with: signal.Signals,
    patience_s: float,
    output: BinaryIO | None = None,
) -> Iterator[Child]:
    """Run `python -m ARGUMENTS` beside the block; at its end nothing of it is left.

    Args:
        arguments: module and arguments.
        name: what to call it in a message.
        words: where a person reads what it said.
        environment: its environment, whole.
        end_with: the signal that asks it to end.
        patience_s: how long it may take; after that it, or what it left behind, is killed.
        output: where what it says goes; None for where ours goes.
    """
    # A session of its own: the terminal's Ctrl-C reaches us alone, and all it starts is one group.
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
        [sys.executable, "-m", *arguments],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output and subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield Child(name=name, words=words, process=process)
    finally:
        process.send_signal(end_with)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience_s)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait(children: Sequence[Child], *, until: Callable[[], bool]) -> None:
    """Wait until a condition holds.

    Raises:
        GigawatchError: one of the children ended by itself before.
    """
    while not until():
        for child in children:
            if child.process.poll() is not None:
                raise GigawatchError(f"{child.name} ended by itself; its last words: {child.words}")
        time.sleep(_GLANCE_S)


@contextmanager
def noting_signals() -> Iterator[Callable[[], bool]]:
    """Gives a function that tells whether SIGINT or SIGTERM came; neither does anything else.

    So nothing stays half started or half ended, however often Ctrl-C is pressed. A signal that
    was ignored when we started (`nohup`, `&` in a script) stays ignored.
    """
    came: list[int] = []

    def note(sign: int, _frame: FrameType | None) -> None:
        came.append(sign)

    before = {sign: signal.getsignal(sign) for sign in (signal.SIGINT, signal.SIGTERM)}
    for sign, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(sign, note)
    try:
        yield lambda: bool(came)
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
