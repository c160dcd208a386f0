"""Write to the database in groups: what many feeds have ready at the same time costs one commit.

A commit waits for the disk; the rows in it cost next to nothing. So one task does all writing, and
takes whatever has come together while the last commit was under way. Each job is all or nothing:
a group that fails is taken apart, and each of its jobs gets a transaction of its own.
"""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import Final, Self, TypeVar

from sqlalchemy.engine import Engine
from sqlmodel import Session

from storage.database import transaction

Result = TypeVar("Result")
Job = Callable[[Session], object]

# A reader on SQLite waits for nobody, but another writer waits for the whole group.
_MOST: Final = 64


class Scribe:
    """The one writer of this process; an async context manager that ends with all written."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: asyncio.Queue[tuple[Job, asyncio.Future[object]] | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._work())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._waiting.put_nowait(None)
        if self._task is not None:
            await self._task

    async def write(self, job: Callable[[Session], Result]) -> Result:
        """Run a job in a transaction; back only when that is committed.

        The job may run twice, the second time alone; it must do nothing but talk to its session.

        Raises:
            DatabaseError: nothing of the job was kept.
        """
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((job, done))  # type: ignore[arg-type]  # a Future takes what it gives
        return await done

    async def _work(self) -> None:
        while group := await self._next_group():
            jobs = [job for job, _ in group]
            endings = await asyncio.to_thread(_commit, self._engine, jobs)
            for (_, done), ending in zip(group, endings, strict=True):
                if not done.done():  # the one who waited may have been cancelled
                    ending(done)

    async def _next_group(self) -> list[tuple[Job, asyncio.Future[object]]]:
        """What waits, at least one job; empty when the scribe is to stop."""
        first = await self._waiting.get()
        group = []
        while first is not None:
            group.append(first)
            if self._waiting.empty() or len(group) == _MOST:
                return group
            first = self._waiting.get_nowait()
        if group:
            self._waiting.put_nowait(None)  # stop after these
        return group


Ending = Callable[["asyncio.Future[object]"], None]


def _commit(engine: Engine, jobs: Sequence[Job]) -> list[Ending]:
    """Run jobs in one transaction; if one fails, each in its own. How each ended, in order."""
    try:
        with transaction(engine) as session:
            results = [_run(session, job) for job in jobs]
    except Exception as error:  # noqa: BLE001 - whoever waits for the job gets it, see below
        if len(jobs) == 1:
            return [partial(_fail, error=error)]
        return [ending for job in jobs for ending in _commit(engine, [job])]
    return [partial(_succeed, result=result) for result in results]


def _run(session: Session, job: Job) -> object:
    """Run one job as if the session were its own."""
    result = job(session)
    session.flush()
    session.expunge_all()
    return result


def _succeed(done: "asyncio.Future[object]", *, result: object) -> None:
    done.set_result(result)


def _fail(done: "asyncio.Future[object]", *, error: Exception) -> None:
    done.set_exception(error)
