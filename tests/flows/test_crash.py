"""Killed at any moment and started again, Gigawatch loses nothing and repeats at most once a kill.

Every round has a fresh database, twenty deals in four feeds, and three polls that are killed: one
some time after its start, one some time after it asked for a feed, and one by the destination,
which has a message and does not answer: it keeps it, or loses it. Then a poll may finish.
"""

import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from sqlmodel import col, select

from storage.database import open_engine, reading
from storage.outbox import list_deliveries
from storage.tables import DealRow, EntryRow
from tests.servers import Answer, FeedServer, Request, Respond
from tests.serving import group_members, plain_environment, wait_until
from tests.watches import Item, render_rss, write_watch

ROUNDS = 10
LABS = ("OpenAI", "Anthropic", "Mistral AI", "Meta", "xAI")
CLOUDS = ("Microsoft", "Amazon", "Oracle", "CoreWeave")
DEALS = tuple(
    (cloud, lab, billions) for billions, (cloud, lab) in enumerate(product(CLOUDS, LABS), start=10)
)
KEY = re.compile(r"[a-z0-9-]+-2026-04#\d+")
Moment = Literal["started", "asked", "received"]

# Imports everything once; then forks a poll for every line, tells its id and its exit code.
STARTER = """
import os, sys
from flows import cli, outcomes, run, show
for line in sys.stdin:
    pid = os.fork()
    if not pid:
        os.setsid()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        cli.main(["poll", "--all", "--config", line.strip()])
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """When to kill a poll: seconds after its start or its first feed, or at its n-th message.

    That message is lost with it where `loses` says so.
    """

    moment: Moment
    after_s: float = 0.0
    message: int = 0
    loses: bool = False


class Site:
    """Four feeds and a destination on loopback, which may kill the poll that comes to them.

    Attributes:
        received: the key of each message that arrived, in order.
        kills: how many polls were killed.
    """

    def __init__(self, server: FeedServer, folder: Path, starter: subprocess.Popen[str]) -> None:
        self.received: list[str] = []
        self.kills = 0
        self._starter = starter
        self._kill: Kill | None = None
        self._messages = 0
        self._pid: int | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        feeds = [server.respond(f"/{cloud}", self._feed(cloud)) for cloud in CLOUDS]
        server.respond("/hook", self._receive)
        hook = f"json://{server.address}/hook"
        self._config = write_watch(folder, feeds, {"desk": hook}, allow=[server.address])

    def poll(self, kill: Kill | None = None) -> int:
        """Run a poll, and kill it when the moment comes; its exit code."""
        self._kill, self._messages = kill, 0
        _write_line(self._starter, str(self._config))
        self._pid = pid = int(_read_line(self._starter))
        self._begin("started")
        code = int(_read_line(self._starter))
        self._pid = None
        if self._timer:
            self._timer.cancel()
            self._timer.join()
        self.kills += code == -signal.SIGKILL
        wait_until(lambda: not group_members(pid))
        return code

    def _feed(self, cloud: str) -> Respond:
        answer = Answer(body=render_rss(*(_item(*deal) for deal in DEALS if deal[0] == cloud)))

        def respond(_: Request) -> Answer:
            self._begin("asked")
            return answer

        return respond

    def _receive(self, request: Request) -> Answer:
        found = KEY.search(request.body.decode())
        assert found
        self._messages += 1
        if self._kill and self._kill.message == self._messages:
            self._strike()
            if self._kill.loses:
                return Answer(status=503)
        self.received.append(found[0])
        return Answer(content_type="text/plain", body=b"thanks")

    def _begin(self, moment: Moment) -> None:
        """The clock of the kill begins to run, if it waits for this."""
        # Two feeds are asked for at once, each in a thread of the server's.
        with self._lock:
            if self._kill and self._kill.moment == moment:
                self._timer = threading.Timer(self._kill.after_s, self._strike)
                self._timer.start()
                self._kill = None

    def _strike(self) -> None:
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)


def _item(cloud: str, lab: str, billions: int) -> Item:
    return Item(
        title=f"{lab} commits ${billions} billion to {cloud} for cloud capacity",
        link=f"https://wire.example/{billions}",
        guid=f"deal-{billions}",
        text=f"{lab} will buy ${billions} billion of compute capacity from {cloud}.",
    )


def _write_line(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin
    print(line, file=process.stdin, flush=True)


def _read_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """A process from which a poll begins within milliseconds instead of seconds."""
    with subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", STARTER],
        cwd=tmp_path_factory.mktemp("starter"),
        env=plain_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process


@pytest.fixture
def site(tmp_path: Path, starter: subprocess.Popen[str]) -> Iterator[Site]:
    """Feeds, a destination and a database that nobody has used."""
    with FeedServer() as server:
        yield Site(server, tmp_path, starter)


def kills(number: int) -> list[Kill]:
    """The three kills of a round, the same in every test run."""
    chance = random.Random(number)
    drawn = [
        Kill(moment="started", after_s=chance.uniform(0, 0.6)),
        Kill(moment="asked", after_s=chance.uniform(0, 0.6)),
        Kill(moment="received", message=chance.randint(1, 6), loses=number % 2 == 0),
    ]
    chance.shuffle(drawn)
    return drawn


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_kill_loses_nothing(number: int, site: Site, tmp_path: Path) -> None:
    """Every entry is stored once, every deal is told, at most one message repeated for a kill."""
    for kill in kills(number):
        site.poll(kill)
    code = site.poll()

    stored = _stored(tmp_path)
    assert code == 0
    assert site.kills > 0
    assert stored.entries == sorted(f"deal-{billions}" for _, _, billions in DEALS)
    assert stored.deliveries == {f"{deal_id}#1": "sent" for deal_id in stored.deals}
    assert set(site.received) == set(stored.deliveries)
    assert len(site.received) - len(DEALS) <= site.kills


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Keys of the entries, ids of the deals, and the state of each alert's delivery."""

    entries: list[str]
    deals: list[str]
    deliveries: dict[str, str]


def _stored(folder: Path) -> Stored:
    engine = open_engine(f"sqlite:///{folder / 'gigawatch.db'}")
    with reading(engine) as session:
        stored = Stored(
            entries=list(session.exec(select(EntryRow.key).order_by(col(EntryRow.key)))),
            deals=list(session.exec(select(DealRow.id))),
            deliveries={one.alert_key: one.state for one in list_deliveries(session)},
        )
    engine.dispose()
    return stored
