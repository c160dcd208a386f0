"""An outbox that fills as a test says, and is emptied at the times a test says."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlmodel import Session

from flows.deciding.alerting import Alert
from flows.deciding.holding import find_held
from flows.dispatch import deliver
from flows.outcomes import DeliveryOutcome
from flows.polling.tools import Tools, open_tools
from flows.settings import load_settings
from parsers.types import Deal
from storage import outbox
from storage.codec import to_json
from storage.database import open_engine, reading, transaction, upgrade
from storage.deals import open_deal
from storage.destinations import failing_destinations
from storage.entries import NewEntry
from storage.feeds import FeedSpec, add_feed
from storage.outbox import DeliveryView
from tests.receivers import WebhookServer
from tests.rows import add_entry
from tests.watches import NOW, write_watch
from tests.watching import Clock

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
KEY = re.compile(r"deal-\d+#\d+(?=\W)")
DEAL = Deal(
    title="Anthropic – Amazon",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(),
    status="announced",
    status_history=(),
    announced_at=NOW,
    updated_at=NOW,
    publishers=("Axios",),
    sources=(),
)


class Office:
    """A database with deals, and destinations that are written to at chosen times."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.destinations: dict[str, str] = {}
        self.more = ""
        self.gap = "0s"
        self._deals = 0
        (folder / "gigawatch.db").write_bytes(_empty_database())
        self._engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")

    def put(
        self, count: int = 1, *, at: datetime = NOW, held: datetime | None = None, deal: Deal = DEAL
    ) -> None:
        """So many further deals are alerted, to every destination."""
        with transaction(self._engine) as session:
            for _ in range(count):
                self._deals += 1
                deal_id = self._open(session, f"deal-{self._deals}", deal, at)
                alert = Alert(
                    key=f"{deal_id}#1", deal_id=deal_id, change="new", why="", news=(), deal=deal
                )
                outbox.add_alert(
                    session,
                    deal_id=deal_id,
                    key=alert.key,
                    payload=to_json(alert),
                    destinations=tuple(self.destinations),
                    now=at,
                    held=dict.fromkeys(self.destinations, held) if held else {},
                )

    def put_for_digest(self, at: datetime) -> None:
        """A further deal, held as the destinations want it."""
        (due,) = set(find_held(load_settings(self.write(), {}).destinations, at).values())
        self.put(at=at, held=due)

    def write(self) -> Path:
        """The watch.toml of these destinations."""
        return write_watch(
            self.folder, destinations=self.destinations, gap=self.gap, more=self.more
        )

    @asynccontextmanager
    async def working(self, clock: Callable[[], datetime]) -> AsyncIterator[Tools]:
        """One worker, whose clock the test moves."""
        async with open_tools(load_settings(self.write(), {}), clock=clock) as tools:
            yield tools

    async def deliver(self, now: datetime = NOW) -> tuple[DeliveryOutcome, ...]:
        """Send what is due at that time."""
        async with self.working(lambda: now) as tools:
            return await deliver(tools)

    def states(self) -> list[str]:
        """The state of every alert's delivery, in order; digests are left out."""
        return [one.state for one in self.views() if one.deal_id]

    def views(self) -> tuple[DeliveryView, ...]:
        """What the outbox holds."""
        with reading(self._engine) as session:
            return outbox.list_deliveries(session)

    def failing(self) -> dict[str, int]:
        """How often each failing destination failed in a row."""
        with reading(self._engine) as session:
            return {one.name: one.failures_in_row for one in failing_destinations(session)}

    def _open(self, session: Session, name: str, deal: Deal, at: datetime) -> str:
        """A deal that an entry reports; its id."""
        entry = NewEntry(
            feed_id=1,
            key=name,
            url_key=None,
            fingerprint=name,
            title=name,
            text="",
            seen_at=at,
            reading=None,
        )
        entry_id = add_entry(session, entry)
        assert entry_id is not None
        return open_deal(session, deal, slug=name, entry_id=entry_id, now=at)


@cache
def _empty_database() -> bytes:
    """A database with one feed; to make one takes longer than most tests with it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "gigawatch.db")
        engine = open_engine(f"sqlite:///{path}")
        upgrade(engine)
        with transaction(engine) as session:
            add_feed(session, FeedSpec(url="https://wire.example/feed"), now=NOW)
        engine.dispose()
        return path.read_bytes()


def told(hook: WebhookServer) -> list[list[str]]:
    """The keys in each message, in order."""
    return [list(dict.fromkeys(KEY.findall(str(body)))) for body in hook.bodies]


def keys(first: int, last: int) -> list[str]:
    """The keys of these deals."""
    return [f"deal-{number}#1" for number in range(first, last + 1)]


def pass_pauses(patch: pytest.MonkeyPatch) -> Clock:
    """Nobody waits any more between two messages; the clock goes on by as much as was slept."""
    clock, sleep = Clock(now=NOW), asyncio.sleep

    async def slept(seconds: float) -> None:
        clock.now += timedelta(seconds=seconds)
        await sleep(0)

    patch.setattr("flows.dispatch.asyncio.sleep", slept)
    return clock
