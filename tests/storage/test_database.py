"""A database that fails says so in one line, and nothing half-done is ever kept."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Timer

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from parsers.errors import DatabaseError
from storage import database
from storage.database import (
    RowRefusedError,
    describe,
    open_engine,
    reading,
    schema_version,
    transaction,
    translated,
)
from storage.feeds import FeedSpec, add_feed, all_feeds, get_feed, sync_feeds
from storage.tables import FeedRow

SPEC = FeedSpec(url="https://one.example/feed")


@pytest.fixture
def file(url: str) -> Path:
    """The file of an upgraded SQLite database."""
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def failing(file: Path) -> Iterator[Engine]:
    """An engine on that file which does not wait long."""
    engine = open_engine(f"sqlite:///{file}", busy_timeout_ms=20)
    yield engine
    engine.dispose()


def only(name: str) -> pytest.MarkDecorator:
    """For what only one of the two databases can do."""
    return pytest.mark.parametrize("url", [name], indirect=True)


def add_one(engine: Engine, now: datetime) -> bool:
    """Store a feed in a transaction of its own."""
    with transaction(engine) as session:
        return add_feed(session, SPEC, now=now)


def feeds(engine: Engine) -> int:
    """How many feeds are stored."""
    with reading(engine) as session:
        return len(all_feeds(session))


# --- opening ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "message"),
    [
        pytest.param("nonsense secret", "the database URL cannot be read", id="no URL"),
        pytest.param("postgresql://u:secret@h:port/d", "cannot be read", id="port is a word"),
        pytest.param("mysql://u:secret@h/d", "starts with mysql: only sqlite", id="other kind"),
        pytest.param("postgresql+asyncpg://u:secret@h/d", "starts with postg", id="other driver"),
        pytest.param("sqlite://", "names no file", id="memory"),
        pytest.param("sqlite:///no/such/folder/x.db", "folder does not exist", id="no folder"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_in_one_line(url: str, message: str) -> None:
    """It says what to write instead, and never repeats a password."""
    with pytest.raises(DatabaseError) as caught:
        open_engine(url)

    assert message in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_plain_postgresql_url_uses_our_driver() -> None:
    """The address hosting services hand out can be pasted; messages leave the password out."""
    engine = open_engine("postgresql://user:secret@db.example/gigawatch")

    assert engine.url.drivername == "postgresql+psycopg"
    assert describe(engine) == "database gigawatch on db.example"


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Better at the start than in the middle of a poll."""
    monkeypatch.setattr(database, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(DatabaseError, match=r"is too old: Gigawatch needs 3\.35 or newer"):
        open_engine(f"sqlite:///{tmp_path / 'x.db'}")


@only("sqlite")
def test_sqlite_keeps_what_it_committed(engine: Engine) -> None:
    """A power cut loses no commit, references hold, and a writer waits for another."""
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")

    with engine.connect() as connection:
        values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert values == ["wal", 2, 1, 30_000]


# --- transactions -------------------------------------------------------------------------------


def test_a_crash_between_two_statements_keeps_neither(engine: Engine, now: datetime) -> None:
    """All or nothing, also for errors that are not the database's."""

    def crash() -> None:
        with transaction(engine) as session:
            add_feed(session, SPEC, now=now)
            add_feed(session, FeedSpec(url="https://two.example/"), now=now)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        crash()

    assert feeds(engine) == 0


def test_what_was_committed_is_there_for_the_next(engine: Engine, now: datetime) -> None:
    """And rows stay readable after their transaction."""
    with transaction(engine) as session:
        add_feed(session, SPEC, now=now)
        feed = get_feed(session, SPEC.url)

    assert feed is not None
    assert feed.url == SPEC.url
    assert feeds(engine) == 1


def test_reading_keeps_no_change_and_waits_for_no_writer(engine: Engine, now: datetime) -> None:
    """A list can be printed while a poll is writing."""
    with transaction(engine) as session:
        add_feed(session, SPEC, now=now)
        session.flush()

        with reading(engine) as reader:
            seen = all_feeds(reader)

    assert seen == ()
    assert feeds(engine) == 1


def test_a_refused_row_is_told_apart_from_a_failed_database(engine: Engine, now: datetime) -> None:
    """One bad entry can be set aside, while a full disk must stop the poll."""

    def store() -> None:
        with transaction(engine) as session:
            add_feed(session, SPEC, now=now)
            session.exec(sa.update(FeedRow).values(state="unheard of"))

    with pytest.raises(RowRefusedError, match=r"refused a row: .*state_known") as caught:
        store()

    assert "\n" not in str(caught.value)
    assert feeds(engine) == 0


def test_a_time_without_a_zone_is_a_bug(engine: Engine, now: datetime) -> None:
    """It stops at once instead of being taken for another hour."""
    with pytest.raises(StatementError, match="a time without a zone cannot be stored"):
        add_one(engine, now.replace(tzinfo=None))


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("2026-11-22T12:00:00+05:00", id="another zone"),
        pytest.param("9999-12-31T23:59:59.999999+00:00", id="the last moment there is"),
        pytest.param("0001-01-02T00:00:00+00:00", id="almost the first"),
    ],
)
def test_a_time_comes_back_in_utc(session: Session, moment: str) -> None:
    """The same moment on both databases, with its zone."""
    at = datetime.fromisoformat(moment)
    add_feed(session, SPEC, now=at)
    session.expire_all()

    (feed,) = all_feeds(session)

    assert feed.added_at == at
    assert feed.added_at.utcoffset() == timedelta(0)


# --- faults -------------------------------------------------------------------------------------


@only("sqlite")
def test_a_full_disk_is_reported_and_changes_nothing(engine: Engine, now: datetime) -> None:
    """What was there stays, and the database works on as soon as there is space."""
    limit = 100

    def cap(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.cursor().execute(f"PRAGMA max_page_count = {limit}")

    event.listen(engine, "connect", cap)
    many = [FeedSpec(url=f"https://{n}.example/{'x' * 400}") for n in range(2_000)]

    full = pytest.raises(DatabaseError, match="the disk is full: free some space")
    with full, transaction(engine) as session:
        sync_feeds(session, many, now=now)

    assert feeds(engine) == 0
    assert add_one(engine, now)


@only("sqlite")
def test_a_locked_database_is_reported(failing: Engine, file: Path, now: datetime) -> None:
    """After waiting its time it says who is in the way, and works once it is free."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseError, match="another program keeps it locked"):
        add_one(failing, now)
    other.close()

    assert add_one(failing, now)


def test_a_new_file_is_waited_for(tmp_path: Path) -> None:
    """Another program that has just begun it is no error, unless it never ends."""
    path = tmp_path / "new.db"
    url = f"sqlite:///{path}"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseError, match="another program keeps it locked"):
        schema_version(open_engine(url, busy_timeout_ms=20))
    soon = Timer(0.2, other.commit)
    soon.start()

    assert schema_version(open_engine(url)) is None
    soon.join()
    other.close()


@only("sqlite")
def test_a_read_only_database_is_reported(file: Path, now: datetime) -> None:
    """It can still be looked at."""
    engine = open_engine(f"sqlite:///file:{file}?mode=ro&uri=true")

    with pytest.raises(DatabaseError, match="it is read-only: make the file"):
        add_one(engine, now)

    assert feeds(engine) == 0
    engine.dispose()


@only("sqlite")
@pytest.mark.parametrize(
    ("start", "message"),
    [
        pytest.param(0, "the file is no database: restore it from a backup", id="header"),
        pytest.param(4096, "it is damaged: stop Gigawatch and restore", id="pages"),
    ],
)
def test_a_damaged_database_is_reported_and_never_made_anew(
    failing: Engine, file: Path, start: int, message: str
) -> None:
    """What can be saved of it must stay where it is."""
    damaged = bytearray(file.read_bytes())
    damaged[start:] = b"\xff" * (len(damaged) - start)
    file.write_bytes(damaged)

    with pytest.raises(DatabaseError, match=message):
        database.ensure_ready(failing)

    assert file.read_bytes() == damaged


def test_a_path_that_is_a_folder_is_reported(tmp_path: Path) -> None:
    """Nothing is written there."""
    engine = open_engine(f"sqlite:///{tmp_path}")

    with pytest.raises(DatabaseError, match="it cannot be opened: check the path"):
        database.ensure_ready(engine)


def test_an_empty_database_says_which_command_makes_its_tables(empty_url: str) -> None:
    """For a command that only looks."""
    engine = open_engine(empty_url)

    with pytest.raises(DatabaseError, match="its tables are missing: run `gigawatch db upgrade`"):
        feeds(engine)
    engine.dispose()


def test_a_server_that_is_not_there_is_reported_without_the_password(tmp_path: Path) -> None:
    """Host and database are named, the secret is not."""
    engine = open_engine(f"postgresql://user:secret@/gigawatch?host={tmp_path}")

    with pytest.raises(DatabaseError, match="the server cannot be reached") as caught:
        feeds(engine)

    assert "database gigawatch on this machine" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@only("postgresql")
def test_a_database_that_does_not_exist_is_reported(url: str) -> None:
    """It is not made by itself: a wrong name must not start an empty ledger."""
    engine = open_engine(url.replace("/test_", "/absent_"))

    with pytest.raises(DatabaseError, match="no such database or user: create it first"):
        feeds(engine)


@only("postgresql")
def test_a_server_that_restarts_loses_one_transaction_only(engine: Engine, now: datetime) -> None:
    """The one under way is rolled back and reported; the next one connects again."""
    ended = pytest.raises(DatabaseError, match="the server ended the connection: try again")
    with ended, transaction(engine) as session:
        add_feed(session, SPEC, now=now)
        with engine.connect() as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        all_feeds(session)

    assert add_one(engine, now)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("deadlock detected\nDETAIL: x", "two programs waited for each", id="deadlock"),
        pytest.param("could not extend: No space left", "the server's disk is full", id="disk"),
        pytest.param("a read-only transaction", "it is read-only: give us", id="standby"),
        pytest.param(
            'FATAL: password authentication failed for user "u"', "refuses the user", id="password"
        ),
        pytest.param("Multiple connection attempts failed.", "cannot be reached", id="two hosts"),
        pytest.param("something else", "something else", id="unknown"),
        pytest.param("the password is secret", "the password is ***", id="secret"),
    ],
)
def test_what_a_driver_says_becomes_advice(said: str, expected: str) -> None:
    """One line that a person can act on, whatever the server's."""
    engine = open_engine("postgresql://user:secret@db.example/gigawatch")

    failed = pytest.raises(DatabaseError, match=r"^database gigawatch on db\.example: ")
    with failed as caught, translated(engine):
        raise OperationalError("SELECT 1", None, Exception(said))

    assert expected in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pool_that_is_exhausted_is_reported() -> None:
    """It is a matter of settings, not of the server."""
    engine = open_engine("postgresql://user:secret@db.example/gigawatch")

    with pytest.raises(DatabaseError, match="all connections are in use"), translated(engine):
        raise PoolTimeoutError
