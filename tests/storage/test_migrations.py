"""The migrations make exactly the tables the program was written for."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Engine

from parsers.errors import DatabaseError
from storage import database
from storage.database import (
    RowRefusedError,
    ensure_ready,
    newest_version,
    open_engine,
    reading,
    schema_version,
    transaction,
    upgrade,
)
from storage.feeds import FeedSpec, add_feed, all_feeds
from storage.outbox import list_deliveries
from storage.tables import METADATA


@pytest.fixture
def empty(empty_url: str) -> Iterator[Engine]:
    """An engine on a database without tables."""
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def shape(engine: Engine) -> dict[str, dict[str, list[str]]]:
    """Everything the database itself says of its tables."""
    seen = sa.inspect(engine)
    return {
        table: {
            "columns": sorted(
                f"{column['name']} {column['type']} {column['nullable']} {column['default']}"
                for column in seen.get_columns(table)
            ),
            "primary key": [str(seen.get_pk_constraint(table))],
            "unique": sorted(map(str, seen.get_unique_constraints(table))),
            "foreign keys": sorted(map(str, seen.get_foreign_keys(table))),
            "indexes": sorted(
                f"{index['name']} {index['column_names']} {index['unique']} "
                f"{ {key: str(value) for key, value in index.get('dialect_options', {}).items()} }"
                for index in seen.get_indexes(table)
            ),
            "checks": sorted(
                f"{check['name']} {check['sqltext']}" for check in seen.get_check_constraints(table)
            ),
        }
        for table in seen.get_table_names()
        if table != "alembic_version"
    }


def upgrade_to(engine: Engine, version: str) -> None:
    """Make the tables of an older program."""
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(database.MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, version)


# As the first program would have written them.
FIRST_ROWS = (
    "INSERT INTO feeds (id, url, tags, origin, state, fingerprints, deals_brought,"
    " not_modified_in_row, moved_seen, errors_in_row, added_at)"
    " VALUES (1, 'https://example.org/feed', '[]', 'config', 'active', '', 0, 0, 0, 0, :now)",
    "INSERT INTO deals (id, title, status, value, announced_at, updated_at, opened_at)"
    " VALUES ('d-1', 'A deal', 'announced', '{}', :now, :now, :now)",
    "INSERT INTO alerts (id, deal_id, key, created_at, payload)"
    " VALUES (1, 'd-1', 'd-1#1', :now, '{}')",
    "INSERT INTO deliveries (alert_id, destination, key, state, attempts, next_try_at,"
    " may_repeat, created_at)"
    " VALUES (1, 'desk', 'd-1#1@desk', 'pending', 0, :now, false, :now)",
)


def test_models_and_migrations_agree(engine: Engine) -> None:
    """Nobody changes a table without a version that makes the change."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, METADATA) == []


def test_migrations_make_every_constraint(empty: Engine) -> None:
    """Also checks and partial indexes, which carry promises and which Alembic does not compare."""
    upgrade(empty)
    migrated = shape(empty)

    METADATA.drop_all(empty)
    METADATA.create_all(empty)

    assert migrated == shape(empty)


def test_an_empty_database_is_made_ready(empty: Engine, now: datetime) -> None:
    """The first start needs no command."""
    before = schema_version(empty)

    ensure_ready(empty)
    ensure_ready(empty)

    assert (before, schema_version(empty)) == (None, newest_version())
    with database.transaction(empty) as session:
        assert add_feed(session, FeedSpec(url="https://one.example/"), now=now)


def test_several_programs_may_start_on_an_empty_database(empty_url: str) -> None:
    """One makes the tables, the others wait and find them."""
    together = Barrier(3)

    def start(_number: int) -> str | None:
        engine = open_engine(empty_url)
        together.wait()
        ensure_ready(engine)
        version = schema_version(engine)
        engine.dispose()
        return version

    with ThreadPoolExecutor(3) as pool:
        versions = list(pool.map(start, range(3)))

    assert versions == [newest_version()] * 3


def test_upgrading_keeps_what_is_stored(engine: Engine, now: datetime) -> None:
    """Doing it twice is harmless."""
    with database.transaction(engine) as session:
        add_feed(session, FeedSpec(url="https://one.example/"), now=now)

    upgrade(engine)

    with database.reading(engine) as session:
        assert len(all_feeds(session)) == 1


def test_a_database_of_a_newer_program_is_refused(engine: Engine) -> None:
    """Both versions are named and nothing is touched."""
    set_version(engine, "9999")

    for step in (ensure_ready, upgrade):
        with pytest.raises(DatabaseError, match=rf"version 9999.* only up to {newest_version()}"):
            step(engine)

    assert schema_version(engine) == "9999"


def test_a_database_of_an_older_program_asks_for_the_upgrade(
    empty: Engine,
) -> None:
    """A poll never changes the tables by itself: a person backs up first."""
    upgrade_to(empty, "0001")

    with pytest.raises(
        DatabaseError,
        match=rf"version 0001.* needs {newest_version()}: run `gigawatch db upgrade`",
    ):
        ensure_ready(empty)


def test_an_upgrade_keeps_every_row(empty: Engine, now: datetime) -> None:
    """Also where a table has to be copied: feeds, deals, alerts and deliveries stay linked."""
    upgrade_to(empty, "0001")
    with empty.begin() as connection:
        for statement in FIRST_ROWS:
            connection.execute(sa.text(statement), {"now": now})

    upgrade(empty)

    with reading(empty) as session:
        (delivery,) = list_deliveries(session)
        (feed,) = all_feeds(session)
    assert (delivery.deal_id, delivery.alert_key, delivery.destination) == ("d-1", "d-1#1", "desk")
    assert (feed.url, feed.site, feed.told) == ("https://example.org/feed", None, None)
    with pytest.raises(RowRefusedError), transaction(empty) as session:
        session.exec(sa.text("DELETE FROM deals"))  # type: ignore[call-overload]


def test_a_failed_upgrade_leaves_the_database_as_it_was(
    empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No table of half an upgrade stays behind, on both databases."""

    def fail_half_way(config: Config, _version: str) -> None:
        connection: sa.Connection = config.attributes["connection"]
        connection.execute(sa.text("CREATE TABLE half (id INTEGER)"))
        raise DatabaseError("the power failed")

    monkeypatch.setattr(command, "upgrade", fail_half_way)

    with pytest.raises(DatabaseError, match="the power failed"):
        upgrade(empty)

    assert sa.inspect(empty).get_table_names() == []


def set_version(engine: Engine, version: str) -> None:
    """Pretend that another program was here."""
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version})
