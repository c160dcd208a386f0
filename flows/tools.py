"""Open what a poll works with, once per run, and close it again."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files

from sqlalchemy.engine import Engine

from flows.alerting import Policy, build_policy
from flows.client import Client, Limits, open_client
from flows.guard import AddressGuard, parse_allow
from flows.notify import check_destination
from flows.owner import this_owner
from flows.parsing import ParserPool
from flows.scribe import Scribe
from flows.settings import Settings, WatchedCompany
from parsers.companies import check_companies, parse_companies
from parsers.reading import Reader, build_reader
from parsers.types import Company
from storage.database import ensure_ready, open_engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Settings, database, network, parser processes, reader, policy, and who we are."""

    settings: Settings
    engine: Engine
    client: Client
    limits: Limits
    parsers: ParserPool
    scribe: Scribe
    reader: Reader
    policy: Policy
    owner: str
    clock: Callable[[], datetime]


@asynccontextmanager
async def open_tools(
    settings: Settings, *, clock: Callable[[], datetime] | None = None
) -> AsyncIterator[Tools]:
    """Everything a poll needs, checked before anything is started.

    Raises:
        GigawatchError: a destination, the company list or the database cannot be used.
    """
    for destination in settings.destinations:
        check_destination(destination.name, destination.url.get_secret_value())
    reader = build_reader(load_companies(settings))
    engine = open_engine(settings.database.url)
    limits = Limits(
        timeout_s=settings.poll.timeout.total_seconds(),
        max_bytes=settings.poll.max_bytes,
        max_per_host=settings.poll.per_host,
    )
    guard = AddressGuard(allow=parse_allow(settings.network.allow))
    try:
        ensure_ready(engine)
        async with (
            open_client(guard, limits, contact=settings.poll.contact) as client,
            ParserPool() as parsers,
            Scribe(engine) as scribe,
        ):
            yield Tools(
                settings=settings,
                engine=engine,
                client=client,
                limits=limits,
                parsers=parsers,
                scribe=scribe,
                reader=reader,
                policy=build_policy(settings),
                owner=this_owner(),
                clock=clock or utc_now,
            )
    finally:
        engine.dispose()


def utc_now() -> datetime:
    """The time, aware and in UTC."""
    return datetime.now(UTC)


def load_companies(settings: Settings) -> tuple[Company, ...]:
    """The built-in list, extended by the user's own: the same name adds to its row."""
    text = files("deploy").joinpath("companies.toml").read_text(encoding="utf-8")
    known = {company.name: company for company in parse_companies(text)}
    for watched in settings.companies:
        known[watched.name] = _merge(known.get(watched.name), watched)
    companies = tuple(known.values())
    check_companies(companies)
    return companies


def _merge(known: Company | None, watched: WatchedCompany) -> Company:
    own = watched.as_company()
    if known is None:
        return own
    return Company(
        name=known.name,
        aliases=(*known.aliases, *own.aliases),
        brands=(*known.brands, *own.brands),
        tickers=(*known.tickers, *own.tickers),
        paraphrases=(*known.paraphrases, *own.paraphrases),
        not_followed_by=(*known.not_followed_by, *own.not_followed_by),
        not_preceded_by=(*known.not_preceded_by, *own.not_preceded_by),
        needs=(*known.needs, *own.needs),
        sector=known.sector if own.sector == "other" else own.sector,
    )
