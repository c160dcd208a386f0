"""A fresh database for every trial, on SQLite or PostgreSQL, and what it holds in the end."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final, Literal, get_args

from sqlmodel import Session, col, select

from parsers.types import Deal
from storage.codec import to_json
from storage.database import open_engine, reading, upgrade
from storage.deals import all_deals
from storage.tables import AlertRow, DeliveryRow, EntryRow
from tests.crash.judging import Stored
from tests.databases import postgresql_database, postgresql_server_from_wheel

DatabaseName = Literal["sqlite", "postgresql"]
DATABASES: Final[tuple[DatabaseName, ...]] = get_args(DatabaseName)
# Opens a new, upgraded database and gives its URL; gone when closed.
OpenDatabase = Callable[[], AbstractContextManager[str]]
_TEMPLATE: Final = "crash_template"


@contextmanager
def databases(name: DatabaseName, folder: Path) -> Iterator[OpenDatabase]:
    """A source of databases of one kind; a PostgreSQL server runs as long as it is open."""
    numbers = count()
    with ExitStack() as stack:
        if name == "sqlite":
            template = folder / "template.db"
            _upgrade(f"sqlite:///{template}")
            yield lambda: _sqlite(template, next(numbers))
            return
        pattern = stack.enter_context(postgresql_server_from_wheel())
        _upgrade(stack.enter_context(postgresql_database(pattern, _TEMPLATE)))
        yield lambda: postgresql_database(pattern, f"crash_{next(numbers)}", template=_TEMPLATE)


@contextmanager
def _sqlite(template: Path, number: int) -> Iterator[str]:
    path = template.with_name(f"crash_{number}.db")
    shutil.copyfile(template, path)
    yield f"sqlite:///{path}"
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def _upgrade(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


def look_at(url: str) -> Stored:
    """What a database holds."""
    engine = open_engine(url)
    with reading(engine) as session:
        stored = _look(session)
    engine.dispose()
    return stored


def _look(session: Session) -> Stored:
    alerts = session.exec(select(AlertRow.key).where(col(AlertRow.deal_id).is_not(None)))
    deliveries = select(DeliveryRow.key, DeliveryRow.state)
    on_deals = deliveries.join(AlertRow, col(AlertRow.id) == DeliveryRow.alert_id).where(
        col(AlertRow.deal_id).is_not(None)
    )
    under_way = session.exec(select(DeliveryRow.key).where(DeliveryRow.state == "sending"))
    return Stored(
        alerts=frozenset(alerts),
        entries=tuple(session.exec(select(EntryRow.key))),
        deals={one.id: to_json(_nameless(one.deal)) for one in all_deals(session)},
        states=dict(iter(session.exec(on_deals))),
        under_way=tuple(under_way),
    )


def _nameless(deal: Deal) -> Deal:
    """A deal without the ids of its entries: which feed is stored first is chance."""
    return replace(deal, sources=tuple(replace(source, entry_id=0) for source in deal.sources))
