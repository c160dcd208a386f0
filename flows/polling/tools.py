"""Open what a poll works with, once per run, and close it again."""

import asyncio
import gc
import resource
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from importlib.resources import files

from sqlalchemy.engine import Engine

from flows.deciding.alerting import Policy, build_policy
from flows.fetching.client import Client, Limits, open_client
from flows.fetching.guard import AddressGuard, parse_allow
from flows.fetching.pages import Pages
from flows.fetching.sites import SitesAtRest
from flows.polling.intake import Document, know_companies, parse_page
from flows.polling.owner import this_owner
from flows.polling.parsing import ParserPool
from flows.polling.scribe import Scribe
from flows.polling.second_reader import SecondReader, open_second_reader
from flows.sending.notify import check_destination
from flows.settings import PollSettings, Settings, WatchedCompany
from flows.watchlist import check_watched
from parsers.company_list import check_companies, parse_companies
from parsers.errors import DestinationError
from parsers.types import Article, Company
from storage.database import ensure_ready, open_engine

# So many feeds for each that is asked may be read and wait to be stored: a bound on memory.
_AHEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Settings, database, network, parser processes, reader, policy, and who we are.

    `slots` are the feeds asked at once, `unstored` those asked or read and not yet stored.
    `unusable` has the trouble of each destination that cannot be sent to, by its name. `second` is
    whom to ask where the rules are unsure, None for nobody.
    """

    settings: Settings
    engine: Engine
    client: Client
    limits: Limits
    parsers: ParserPool
    pages: Pages
    second: SecondReader | None
    scribe: Scribe
    slots: asyncio.Semaphore
    unstored: asyncio.Semaphore
    policy: Policy
    unusable: Mapping[str, str]
    owner: str
    clock: Callable[[], datetime]

    @property
    def troubles(self) -> tuple[str, ...]:
        """A sentence for each destination, and for a second reader, that cannot be used."""
        second = self.second.trouble if self.second else None
        return (*self.unusable.values(), *([second] if second else []))


@asynccontextmanager
async def open_tools(
    settings: Settings, *, clock: Callable[[], datetime] | None = None
) -> AsyncIterator[Tools]:
    """Everything a poll needs, checked before anything is started.

    Raises:
        GigawatchError: the company list or the database cannot be used.
    """
    if settings.companies or any(one.companies for one in settings.destinations):
        load_companies(settings)  # what cannot be used is told before anything is started
    engine = open_engine(settings.database.url)
    limits = _limits(settings.poll)
    # A poll makes many values and few cycles: looking for these takes a fifth of its time.
    gc.set_threshold(100_000, 50, 100)
    slots = min(settings.poll.concurrency, _most_slots())
    guard = AddressGuard(allow=parse_allow(settings.network.allow))
    try:
        ensure_ready(engine)
        async with (
            open_client(
                guard, limits, contact=settings.poll.contact, resting=SitesAtRest(clock)
            ) as client,
            ParserPool(prepare=partial(_teach, settings)) as parsers,
            open_second_reader(settings) as second,
            Scribe(engine) as scribe,
        ):
            yield Tools(
                settings=settings,
                engine=engine,
                client=client,
                limits=limits,
                parsers=parsers,
                pages=Pages(client, partial(_read_article, parsers)),
                second=second,
                scribe=scribe,
                slots=asyncio.Semaphore(slots),
                unstored=asyncio.Semaphore(slots * _AHEAD),
                policy=build_policy(settings, _mentionable(settings)),
                unusable=find_unusable(settings),
                owner=this_owner(),
                clock=clock or utc_now,
            )
    finally:
        engine.dispose()


def _limits(poll: PollSettings) -> Limits:
    return Limits(
        timeout_s=poll.timeout.total_seconds(),
        max_bytes=poll.max_bytes,
        max_per_host=poll.per_host,
        host_gap_s=poll.host_gap.total_seconds(),
    )


def _most_slots() -> int:
    """How many feeds may be asked at once with the files this process may open.

    A connection and its name's lookup take two; the children, the database and the rest two dozen.
    """
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return sys.maxsize if files == resource.RLIM_INFINITY else max(1, (files - 24) // 2)


def _teach(settings: Settings) -> Callable[[], None]:
    """What a parser child is told when it starts; most polls start none."""
    return partial(know_companies, load_companies(settings))


async def _read_article(
    parsers: ParserPool, body: bytes, *, content_type: str | None, url: str
) -> Article:
    """Read a page in a child process."""
    return await parsers.run(parse_page, Document(body=body, content_type=content_type, url=url))


def _mentionable(settings: Settings) -> tuple[Company, ...]:
    """The list by which mentions are found, where any are wanted; it takes a while to load."""
    wanted = any(one.alert_on == "mentions" for one in settings.companies)
    return load_companies(settings) if wanted else ()


def utc_now() -> datetime:
    """The time, aware and in UTC."""
    return datetime.now(UTC)


def find_unusable(settings: Settings) -> Mapping[str, str]:
    """What is wrong with each destination that can never be sent to, by its name."""
    troubles = {}
    for destination in settings.destinations:
        try:
            check_destination(destination.name, destination.url.get_secret_value())
        except DestinationError as error:
            troubles[destination.name] = str(error)
    return troubles


def load_companies(settings: Settings) -> tuple[Company, ...]:
    """The built-in list, extended by the user's own: the same name adds to its row."""
    builtin = builtin_companies()
    check_watched(settings, builtin)
    if not settings.companies:
        return builtin
    known = {company.name: company for company in builtin}
    for watched in settings.companies:
        known[watched.name] = _merge(known.get(watched.name), watched)
    companies = tuple(known.values())
    check_companies(companies)
    return companies


@cache
def builtin_companies() -> tuple[Company, ...]:
    """The list that comes with Gigawatch."""
    text = files("deploy").joinpath("companies.toml").read_text(encoding="utf-8")
    return parse_companies(text)


def _merge(known: Company | None, watched: WatchedCompany) -> Company:
    own = watched.as_company()
    if known is None:
        return own
    return Company(
        name=known.name,
        aliases=(*known.aliases, *own.aliases),
        known_as=(*known.known_as, *own.known_as),
        brands=(*known.brands, *own.brands),
        tickers=(*known.tickers, *own.tickers),
        paraphrases=(*known.paraphrases, *own.paraphrases),
        not_followed_by=(*known.not_followed_by, *own.not_followed_by),
        not_preceded_by=(*known.not_preceded_by, *own.not_preceded_by),
        needs=(*known.needs, *own.needs),
        sector=known.sector if own.sector == "other" else own.sector,
    )
