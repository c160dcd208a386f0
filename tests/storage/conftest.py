"""A real, empty, upgraded database for each test: once on SQLite, once on PostgreSQL."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session

from parsers.types import Deal, DealReading, Leg, Link, Party, Power, StatusChange
from storage.database import open_engine, transaction, upgrade
from storage.deals import open_deal
from storage.entries import NewEntry
from storage.feeds import FeedSpec, add_feed, get_feed
from tests.databases import order, postgresql_database, postgresql_server_from_wheel
from tests.rows import add_entry

# --- databases ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An upgraded SQLite file to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL pattern of a PostgreSQL of this test run's own; skips without its wheel."""
    with postgresql_server_from_wheel() as pattern:
        yield pattern


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> str:
    """The name of an upgraded database to be copied."""
    order(postgresql_server, "CREATE DATABASE template_upgraded")
    engine = open_engine(postgresql_server.replace("DATABASE", "template_upgraded"))
    upgrade(engine)
    engine.dispose()
    return "template_upgraded"


@pytest.fixture(scope="session")
def database_names() -> Iterator[str]:
    """Names that no test had yet."""
    return (f"test_{number}" for number in count())


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(
    request: pytest.FixtureRequest, tmp_path: Path, database_names: Iterator[str]
) -> Iterator[str]:
    """The URL of a database without tables, on each of the two."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    pattern = request.getfixturevalue("postgresql_server")
    with postgresql_database(pattern, next(database_names)) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(
    request: pytest.FixtureRequest, tmp_path: Path, database_names: Iterator[str]
) -> Iterator[str]:
    """The URL of an upgraded database, on each of the two."""
    if request.param == "sqlite":
        path = tmp_path / "gigawatch.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    pattern = request.getfixturevalue("postgresql_server")
    template = request.getfixturevalue("postgresql_template")
    with postgresql_database(pattern, next(database_names), template=template) as url:
        yield url


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on an upgraded database."""
    engine = open_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """One transaction in which a whole test takes place."""
    with transaction(engine) as session:
        yield session


# --- values -------------------------------------------------------------------------------------


@pytest.fixture
def now() -> datetime:
    """The time at which a test takes place."""
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def feed_id(session: Session, now: datetime) -> int:
    """A stored feed."""
    add_feed(session, FeedSpec(url="https://one.example/feed"), now=now)
    feed = get_feed(session, "https://one.example/feed")
    assert feed is not None
    assert feed.id is not None
    return feed.id


@pytest.fixture
def new_entry(feed_id: int, now: datetime, reading: DealReading) -> NewEntry:
    """An entry of that feed which reports a deal."""
    return NewEntry(
        feed_id=feed_id,
        key="guid-1",
        url_key="wire.example/amazon-anthropic",
        fingerprint="f1",
        title="Amazon and Anthropic expand",
        text="Anthropic commits more than $100 billion to Amazon.",
        seen_at=now,
        reading=reading,
        url="https://wire.example/amazon-anthropic",
        publisher="The Wire",
        links=(Link(url="https://wire.example/more", text="more"),),
    )


@pytest.fixture
def entry_id(session: Session, new_entry: NewEntry) -> int:
    """That entry, stored."""
    stored = add_entry(session, new_entry)
    assert stored is not None
    return stored


@pytest.fixture
def reading() -> DealReading:
    """What the entry says."""
    return DealReading(
        is_compute_deal=True,
        event="new",
        reasons=("a sum and a counterparty",),
        status="announced",
        companies=("Amazon", "Anthropic"),
        powers=(Power(gigawatts=Decimal("5.0"), qualifier="up_to", quote="5 GW", start=3, end=7),),
    )


@pytest.fixture
def deal(now: datetime) -> Deal:
    """The deal it reports."""
    leg = Leg(
        payer="Anthropic",
        payee="Amazon",
        kind="commitment",
        quote="Anthropic commits more than $100 billion to Amazon.",
        amount=Decimal(100_000_000_000),
        currency="USD",
        qualifier="at_least",
        usd_rate_date=date(2026, 11, 20),
        term_years=Decimal("10.50"),
    )
    return Deal(
        title="Amazon and Anthropic",
        companies=("Amazon", "Anthropic"),
        parties=(Party(company="Anthropic", role="buyer"),),
        legs=(leg,),
        status="announced",
        status_history=(StatusChange(status="announced", at=now, publisher="The Wire"),),
        announced_at=now,
        updated_at=now,
        publishers=("The Wire",),
        sources=(),
    )


@pytest.fixture
def deal_id(session: Session, deal: Deal, entry_id: int, now: datetime) -> str:
    """That deal, stored."""
    return open_deal(session, deal, slug="amazon-anthropic-2026-11", entry_id=entry_id, now=now)
