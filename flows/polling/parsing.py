"""Read feed documents in child processes, so that none can take the poll's time, memory or life."""

import asyncio
import math
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType, TracebackType
from typing import Generic, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from parsers.errors import ParseError

TIMEOUT = 20.0  # seconds a document may take; the largest real feed measured takes 1.1
MEMORY = 1 << 30  # bytes of address space a child may have
_GRACE = 5  # seconds beyond the timeout, after which the other ways to end a child step in
_OUT_OF_MEMORY = 77  # exit code of a child that ran out of memory
_STARTS = 3  # fresh children tried for one document before it is given up


Given = TypeVar("Given")
Made = TypeVar("Made")


class ParserPool:
    """A few child processes that read documents; an async context manager.

    Each child is alone in a pool of its own, and a child that did not come back with an answer is
    replaced together with its pipes and locks: whoever dies holding one takes nobody along.
    `prepare` is asked here, when a child starts, for what that child runs first.
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        timeout: float = TIMEOUT,
        memory: int = MEMORY,
        prepare: Callable[[], Callable[[], None]] | None = None,
    ) -> None:
        self._workers = workers
        self._timeout = timeout
        self._memory = memory
        self._prepare = prepare
        self._preparing = threading.Lock()
        # One slot a child; None where it has to be started first.
        self._slots: asyncio.Queue[ProcessPool | None] = asyncio.Queue()
        self._living: set[ProcessPool] = set()
        self._stopping: list[threading.Thread] = []

    async def __aenter__(self) -> Self:
        for _ in range(self._workers):
            self._slots.put_nowait(None)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for pool in tuple(self._living):
            self._stop(pool)
        for thread in self._stopping:
            await asyncio.to_thread(thread.join, _GRACE)

    async def run(self, read: Callable[[Given], Made], given: Given) -> Made:
        """Have a child read one document, waiting for a free child first.

        Args:
            read: what runs in the child: a function importable by its name.
            given: what it reads; goes to the child and comes back by pickle.

        Raises:
            ParseError: what `read` raises, or `parse_timeout`, `parse_memory`, `parse_crashed` if
                the child had to be ended or ended by itself.
        """
        task = _Task(read=read, given=given, timeout=self._timeout)
        why = ""
        for _ in range(_STARTS):
            try:
                answer = await self._ask(task)
            except BrokenProcessPool as error:  # dead before it took the document
                why = str(error)
                continue
            if isinstance(answer, ParseError):
                raise answer
            return answer
        raise ParseError(
            "parse_crashed", f"no process to read feeds starts ({why}); see `gigawatch doctor`"
        )

    async def _ask(self, task: "_Task[Given, Made]") -> "Made | ParseError":
        """Give the document to the next free child; keep the child only if it answers."""
        pool = await self._slots.get()
        answering: ProcessPool | None = None
        try:
            if not pool:
                pool = await asyncio.to_thread(self._start)
            answer = await _answer(pool, task)
            answering = pool
        finally:
            self._slots.put_nowait(answering)
            if pool and not answering:
                self._stop(pool)
        return answer

    def _start(self) -> ProcessPool:
        """Start one child: a third of a second for the first, milliseconds for the next."""
        # Two children that start together would both make what one can take from the other.
        with self._preparing:
            first = self._prepare and self._prepare()
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["flows.polling.preload", "flows.polling.parsing"])
        pool = ProcessPool(
            max_workers=1,
            initializer=_set_up,
            initargs=(self._memory, first),
            context=context,
        )
        self._living.add(pool)
        try:
            with _main_hidden():
                _ = pool.active  # asking starts the child
        except OSError as error:
            self._stop(pool)
            raise BrokenProcessPool(str(error)) from error
        return pool

    def _stop(self, pool: ProcessPool) -> None:
        """End a child, with force if it does not listen.

        In a thread that may be left behind: a child killed in the middle of its answer leaves
        pebble waiting for the rest of it.
        """
        self._living.discard(pool)
        pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
        thread = threading.Thread(target=pool.join, daemon=True)
        thread.start()
        self._stopping = [*(other for other in self._stopping if other.is_alive()), thread]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task(Generic[Given, Made]):
    """One document on its way to a child; `timeout` in seconds."""

    read: Callable[[Given], Made]
    given: Given
    timeout: float


async def _answer(pool: ProcessPool, task: _Task[Given, Made]) -> Made | ParseError:
    """Wait for a child's answer.

    Raises:
        ParseError: if there will be none.
        BrokenProcessPool: if the child was dead before it took the document.
    """
    try:
        future = pool.schedule(_read_document, args=(task,), timeout=task.timeout)
    except RuntimeError as error:  # pebble's word for a pool whose child died while idle
        raise BrokenProcessPool(str(error)) from error
    try:
        return await asyncio.wait_for(asyncio.wrap_future(future), task.timeout + _GRACE)
    except TimeoutError as error:
        raise _timed_out(task.timeout) from error
    except ProcessExpired as error:
        raise _expired(error.exitcode, task.timeout) from error
    except BrokenProcessPool:
        raise
    except Exception as error:  # a bug of the reader ends the document, not the poll
        why = f"reading the feed failed ({type(error).__name__}: {error}); please report it"
        raise ParseError("parse_crashed", why) from error


def _timed_out(seconds: float) -> ParseError:
    why = f"reading the feed took longer than {seconds:g} seconds and was stopped"
    return ParseError("parse_timeout", why)


def _expired(exit_code: int, seconds: float) -> ParseError:
    """Say why a child ended."""
    if exit_code == _OUT_OF_MEMORY:
        return ParseError("parse_memory", "reading the feed took too much memory and was stopped")
    if exit_code == -signal.SIGALRM:
        return _timed_out(seconds)
    how = signal.Signals(-exit_code).name if exit_code < 0 else f"exit code {exit_code}"
    return ParseError("parse_crashed", f"the process reading the feed ended by itself ({how})")


_hiding = threading.Lock()


@contextmanager
def _main_hidden() -> Iterator[None]:
    """Keep new children from importing the program's main module, which may be all of Prefect.

    multiprocessing has no switch for it: it imports whatever is in `sys.modules["__main__"]`.
    """
    with _hiding:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


# --- in the child -------------------------------------------------------------------------------


def _set_up(memory: int, prepare: Callable[[], None] | None) -> None:  # pragma: no cover
    """Bound the child's memory; a crash of such a child is expected and leaves no core file."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if prepare:
        prepare()


def _read_document(task: _Task[Given, Made]) -> Made | ParseError:  # pragma: no cover
    """Read one document, and end the child rather than go on with its memory in pieces."""
    # The kernel's own clock: it ends even a child whose parent is gone.
    signal.alarm(math.ceil(task.timeout) + _GRACE)
    try:
        return task.read(task.given)
    except ParseError as error:
        return error
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    finally:
        signal.alarm(0)
