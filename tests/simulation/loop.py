"""An event loop whose clock jumps: what only waits costs no time, what works costs none either.

Nothing happens beside it, so the same program does the same things in the same order every time.
"""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar, TypeVarTuple

Result = TypeVar("Result")
Given = TypeVarTuple("Given")


class _Clock(selectors.DefaultSelector):
    """Instead of waiting for the next timer it moves the time on to it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Whatever is ready now; if that is nothing, the next timer's time has come."""
        if timeout is None:
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

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[*Given], Result],
        *args: *Given,
    ) -> asyncio.Future[Result]:
        """Here, when those before it had their turn: which thread is first would be chance."""
        del executor
        done: asyncio.Future[Result] = self.create_future()
        self.call_soon(_run, done, func, *args)
        return done


def _run(done: asyncio.Future[Result], func: Callable[[*Given], Result], *args: *Given) -> None:
    if done.cancelled():
        return
    try:
        done.set_result(func(*args))
    except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
        done.set_exception(error)
