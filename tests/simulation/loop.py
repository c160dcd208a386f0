"""An event loop whose clock jumps: what only waits costs no time, what works costs none either."""

import asyncio
import selectors
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TypeVar, TypeVarTuple

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


class _Clock(selectors.DefaultSelector):
    """Instead of waiting for the next timer it moves the time on to it.

    `at_work` counts what threads and processes do for the loop: while they are, time stands still.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.at_work = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Whatever is ready now; if that is nothing, the next timer's time has come."""
        if timeout is None or (self.at_work and timeout > 0):
            return super().select(None)
        events = super().select(0)
        if not events:
            self.now += max(timeout, 0.0)
        return events


class JumpingLoop(asyncio.SelectorEventLoop):
    """Seconds since its start, all of them simulated."""

    def __init__(self) -> None:
        self._clock = _Clock()
        super().__init__(self._clock)

    def time(self) -> float:
        """The simulated time."""
        return self._clock.now

    @contextmanager
    def working(self) -> Iterator[None]:
        """The time stands still for what happens outside the loop."""
        self._clock.at_work += 1
        try:
            yield
        finally:
            self._clock.at_work -= 1

    def stand_still(self) -> None:
        """Wait in real time from now on, for threads that are to end."""
        self._clock.at_work += 1

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[*Given], Result],
        *args: *Given,
    ) -> asyncio.Future[Result]:
        """As always, and the time stands still until it is done."""
        self._clock.at_work += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._note_done)
        return future

    def _note_done(self, _: asyncio.Future[Result]) -> None:
        self._clock.at_work -= 1
