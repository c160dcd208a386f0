"""Write to the database in groups: what many feeds have ready at the same time costs one commit.

A commit waits for the disk, and a statement costs the same for one row and for fifty. So one task
does all writing: it takes whatever has come together while the last commit was under way, and gives
it to the function that stores such things all at once. Each thing is all or nothing: a group that
fails is taken apart, and each gets a transaction of its own.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from types import TracebackType
from typing import Final, Self, TypeVar, cast

from sqlalchemy.engine import Engine
from sqlmodel import Session

from storage.database import transaction

Item = TypeVar("Item")
Result = TypeVar("Result")
# Stores some items, in order; returns a result for each. May be called again with fewer of them,
# in a new transaction; must do nothing but talk to its session.
Store = Callable[[Session, Sequence[Item]], Sequence[Result]]

# A reader on SQLite waits for nobody, but another writer waits for the whole group.
_MOST: Final = 200
# After a commit more is waited for, since a group of thirty costs a third of thirty groups of one:
# as long as something comes within each pause, until there is enough, and never for long.
_PAUSE_S: Final = 0.05
_PAUSES: Final = 5
_ENOUGH: Final = 30


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """An item, how it is stored, and who waits for the result."""

    store: Store[object, object]
    item: object
    done: "asyncio.Future[object]"


class Scribe:
    """The one writer of this process; an async context manager that ends with all written."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: asyncio.Queue[_Waiting | None] = asyncio.Queue()
        self._ending = asyncio.Event()
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
        self._ending.set()
        if self._task is not None:
            await self._task

    async def write(self, store: Store[Item, Result], item: Item) -> Result:
        """Have an item stored, together with others that go by the same `store`.

        Back only when it is committed.

        Raises:
            DatabaseError: nothing of the item was kept.
        """
        done: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(_Waiting(cast("Store[object, object]", store), item, done))
        return cast("Result", await done)

    async def _work(self) -> None:
        while group := await self._next_group():
            endings = await asyncio.to_thread(_commit, self._engine, group)
            for waiting, ending in zip(group, endings, strict=True):
                if not waiting.done.done():  # the one who waited may have been cancelled
                    ending(waiting.done)
            await self._pause()

    async def _pause(self) -> None:
        """Let things come together; cut short when all that will ever come is there."""
        for _ in range(_PAUSES):
            before = self._waiting.qsize()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), _PAUSE_S)
            if self._ending.is_set() or not before < self._waiting.qsize() < _ENOUGH:
                return

    async def _next_group(self) -> list[_Waiting]:
        """What waits, at least one item; empty when the scribe is to stop."""
        first = await self._waiting.get()
        group = []
        while first is not None:
            group.append(first)
            if self._waiting.empty() or len(group) == _MOST:
                return sorted(group, key=lambda one: id(one.store))
            first = self._waiting.get_nowait()
        if group:
            self._waiting.put_nowait(None)  # stop after these
        return sorted(group, key=lambda one: id(one.store))


Ending = Callable[["asyncio.Future[object]"], None]


def _commit(engine: Engine, group: Sequence[_Waiting]) -> list[Ending]:
    """Store items in one transaction; if one fails, each in its own. How each ended, in order."""
    try:
        with transaction(engine) as session:
            results = [
                result
                for store, some in groupby(group, key=lambda one: one.store)
                for result in _run(session, store, [one.item for one in some])
            ]
    except Exception as error:  # noqa: BLE001 - whoever waits for the item gets it, see below
        if len(group) == 1:
            return [partial(_fail, error=error)]
        return [ending for one in group for ending in _commit(engine, [one])]
    return [partial(_succeed, result=result) for result in results]


def _run(
    session: Session, store: Store[object, object], items: Sequence[object]
) -> Sequence[object]:
    """Store some items as if the session were theirs alone."""
    results = store(session, items)
    session.flush()
    session.expunge_all()
    return results


def _succeed(done: "asyncio.Future[object]", *, result: object) -> None:
    done.set_result(result)


def _fail(done: "asyncio.Future[object]", *, error: Exception) -> None:
    done.set_exception(error)
