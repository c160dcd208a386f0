"""Open the database, keep its schema current, and run transactions whose failures are sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import cast

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, select

from parsers.errors import DatabaseError

MIGRATIONS = Path(__file__).parent / "migrations"
# RETURNING, which tells which rows were new.
OLDEST_SQLITE = (3, 35, 0)
# Any number, the same in every process: it stands for "the right to write" on PostgreSQL.
WRITER_LOCK = 0x6769_6761
UPGRADE_LOCK = WRITER_LOCK + 1
LINE_LENGTH = 300
WAL_RETRY_S = 0.01

# The first words that fit tell the cause; both databases, as their drivers put it.
CAUSES = (
    ("database or disk is full", "the disk is full: free some space; nothing was changed"),
    ("no space left", "the server's disk is full: free some space; nothing was changed"),
    ("database is locked", "another program keeps it locked: stop that one, or try again"),
    ("readonly database", "it is read-only: make the file and its folder writable"),
    ("read-only", "it is read-only: give us a server, and a user, that may write"),
    ("file is not a database", "the file is no database: restore it from a backup"),
    ("malformed", "it is damaged: stop Gigawatch and restore it from a backup"),
    ("unable to open database file", "it cannot be opened: check the path and its permissions"),
    ("no such table", "its tables are missing: run `gigawatch db upgrade`"),
    ('relation "', "its tables are missing: run `gigawatch db upgrade`"),
    ("password authentication failed", "the server refuses the user or the password"),
    ("does not exist", "the server has no such database or user: create it first"),
    ("connection to server", "the server cannot be reached: check host, port and that it runs"),
    ("connection attempts failed", "the server cannot be reached: check host, port, that it runs"),
    ("connection failed", "the server cannot be reached: check host, port and that it runs"),
    ("deadlock", "two programs waited for each other: try again"),
    ("connection", "the server ended the connection: try again"),
)


class RowRefusedError(DatabaseError):
    """The database is well but will not take this row: a constraint, or a value it cannot hold."""


# --- opening ------------------------------------------------------------------------------------


def open_engine(url: str, *, busy_timeout_ms: int = 30_000) -> Engine:
    """The engine for `sqlite:///FILE` or `postgresql+psycopg://…`; connects only when used.

    Raises:
        DatabaseError: the URL is of another kind, or its folder is missing.
    """
    address = _parse_url(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address, busy_timeout_ms)
    return _open_postgresql(address)


def describe(engine: Engine) -> str:
    """The database's name for messages: never its user, password or options."""
    address = engine.url
    if address.get_backend_name() == "sqlite":
        return f"database {address.database}"
    return f"database {address.database} on {address.host or 'this machine'}"


def _parse_url(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # Not chained: the foreign message repeats the URL, which may hold a password.
        raise DatabaseError(
            "the database URL cannot be read: write sqlite:///gigawatch.db "
            "or postgresql+psycopg://USER:PASSWORD@HOST/NAME"
        ) from None
    if address.drivername == "postgresql":
        return address.set(drivername="postgresql+psycopg")
    if address.drivername in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        return address
    raise DatabaseError(
        f"the database URL starts with {address.drivername}: "
        "only sqlite and postgresql+psycopg are supported"
    )


def _open_sqlite(address: URL, busy_timeout_ms: int) -> Engine:
    _check_sqlite(address)
    engine = sa.create_engine(address, connect_args={"timeout": busy_timeout_ms / 1000})

    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions its own, deferred way: `begin` below does it instead.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {busy_timeout_ms:d}")
        _use_wal(cursor, busy_timeout_ms)
        # With NORMAL, committed alerts may vanish when the power fails.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    def begin(connection: Connection) -> None:
        # A read that turns into a write later would fail at once when another wrote in between.
        reads = connection.get_execution_options().get("gigawatch_reads", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def _use_wal(cursor: DBAPICursor, busy_timeout_ms: int) -> None:
    """Turn the write-ahead log on, as patiently as every other statement.

    SQLite reads first and then asks for the writer's lock, and who holds a read lock it refuses at
    once, whatever the timeout: two programs that open one new file would hurt each other.
    """
    until = monotonic() + busy_timeout_ms / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() >= until:
                raise
            sleep(WAL_RETRY_S)
        else:
            return


def _check_sqlite(address: URL) -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError(
            f"SQLite {sqlite3.sqlite_version} is too old: Gigawatch needs 3.35 or newer"
        )
    if address.database in {None, "", ":memory:"}:
        raise DatabaseError("the database URL names no file: write sqlite:///gigawatch.db")
    folder = Path(str(address.database)).absolute().parent
    if not str(address.database).startswith("file:") and not folder.is_dir():
        raise DatabaseError(f"the database's folder does not exist: {folder}: create it first")


def _open_postgresql(address: URL) -> Engine:
    engine = sa.create_engine(address, pool_pre_ping=True, connect_args={"connect_timeout": 10})

    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # In another zone the driver cannot build the last hours of the year 9999.
        cursor = connection.cursor()
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.close()
        connection.commit()

    event.listen(engine, "connect", set_up)
    return engine


# --- transactions -------------------------------------------------------------------------------


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session for writing: committed at the end, rolled back on any error.

    Raises:
        RowRefusedError: a constraint or a value it cannot hold; the database itself is well.
        DatabaseError: the database failed. Nothing of the transaction was kept.
    """
    with translated(engine), Session(engine, expire_on_commit=False) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for looking only: waits for no writer; what is changed in it is not kept."""
    with translated(engine), Session(_reader(engine), expire_on_commit=False) as session:
        yield session


def _reader(engine: Engine) -> Engine:
    """The same connections, for transactions that see one moment and cannot write."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(gigawatch_reads=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def one_writer(session: Session) -> None:
    """Wait until no other transaction writes, and keep others waiting until this one ends.

    Two feeds that report one deal at the same time must not both open it. SQLite has one writer
    anyway; taking the lock before any row also leaves no room for deadlocks.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.exec(select(sa.func.pg_advisory_xact_lock(WRITER_LOCK))).one()


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Turn the drivers' errors into ours, in one line and without the URL."""
    try:
        yield
    except PoolTimeoutError as error:
        raise DatabaseError(
            f"{describe(engine)}: all connections are in use; poll fewer feeds at once"
        ) from error
    except (IntegrityError, DataError) as error:
        raise RowRefusedError(
            f"{describe(engine)} refused a row: {_first_line(engine, error)}"
        ) from error
    except DBAPIError as error:
        raise DatabaseError(f"{describe(engine)}: {_cause(engine, error)}") from error


def _cause(engine: Engine, error: DBAPIError) -> str:
    line = _without_password(engine, " ".join(str(error.orig).split()))
    known = next((advice for words, advice in CAUSES if words in line.lower()), None)
    return f"{known} ({line})" if known else line


def _first_line(engine: Engine, error: DBAPIError) -> str:
    # The lines below it repeat the row, that is, text from feeds.
    return _without_password(engine, str(error.orig).strip().partition("\n")[0])


def _without_password(engine: Engine, line: str) -> str:
    password = engine.url.password
    return (line.replace(str(password), "***") if password else line)[:LINE_LENGTH]


# --- schema -------------------------------------------------------------------------------------


def newest_version() -> str:
    """The schema this program was written for."""
    return str(_scripts().get_current_head())


def schema_version(engine: Engine) -> str | None:
    """The schema the database has; None for an empty one."""
    with translated(engine), _reader(engine).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest version, in one transaction; does nothing if it is there.

    Raises:
        DatabaseError: the database is newer than this program, or failed. It is left as it was.
    """
    with (
        translated(engine),
        engine.connect() as connection,
        _unchecked_keys(connection),
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            # Two programs may start on one empty database.
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(UPGRADE_LOCK)))
        version = MigrationContext.configure(connection).get_current_revision()
        _refuse_newer(engine, version)
        if version is None:
            _refuse_foreign(engine, connection)
        command.upgrade(_config(connection), "head")


def ensure_ready(engine: Engine) -> None:
    """Make an empty database usable and refuse one of another version.

    Raises:
        DatabaseError: the database is older or newer than this program; says what to do.
    """
    version = schema_version(engine)
    if version is None:
        upgrade(engine)
        return
    _refuse_newer(engine, version)
    if version != newest_version():
        raise DatabaseError(
            f"{describe(engine)} has version {version}, this program needs {newest_version()}: "
            "run `gigawatch db upgrade`"
        )


def _refuse_newer(engine: Engine, version: str | None) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if version is not None and version not in known:
        raise DatabaseError(
            f"{describe(engine)} has version {version}, this program knows only up to "
            f"{newest_version()}: install a newer Gigawatch, or restore a backup"
        )


def _refuse_foreign(engine: Engine, connection: Connection) -> None:
    """A file with somebody else's tables stays theirs; a server's database may hold others too."""
    tables = set(sa.inspect(connection).get_table_names()) - {"alembic_version"}
    if tables and connection.dialect.name == "sqlite":
        raise DatabaseError(
            f"{describe(engine)} is not a Gigawatch database, it holds the table {min(tables)}: "
            "name another file in [database] url, a new one is made"
        )


@contextmanager
def _unchecked_keys(connection: Connection) -> Iterator[None]:
    """Foreign keys off on SQLite, which copies a table to change it; checked again at the end."""
    if connection.dialect.name != "sqlite":
        yield
        return
    # Straight to the driver: the pragma does nothing inside a transaction.
    raw = cast("sqlite3.Connection", connection.connection.driver_connection)
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
