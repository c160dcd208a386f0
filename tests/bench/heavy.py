"""The heavy cases: ten thousand feeds, a million stored entries, and what Prefect adds."""

import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, cast

from tests.bench.farm import Farm, open_farm
from tests.bench.programs import BenchError, Gigawatch, Update, drive_flow, drive_gigawatch
from tests.bench.table import ALL_304, Figure
from tests.watches import write_watch

_MANY: Final = 10_000
_FLOW_FEEDS: Final = 1_000
_STORED_FEEDS: Final = 300
_FEW_STORED, _MUCH_STORED = 10_000, 1_000_000
_POLLS: Final = 3
_SERVER_START_S: Final = 180.0


def heavy_figures() -> Iterator[Figure]:
    """All of them, each with a farm of its size."""
    with open_farm(_STORED_FEEDS) as farm:
        yield from stored_entries(farm)
    # Their first poll is no part of what is measured; let it be short.
    with open_farm(_FLOW_FEEDS, items=1) as farm:
        yield from prefect_share(farm)
    with open_farm(_MANY) as farm:
        yield from many_feeds(farm)


# --- ten thousand feeds -------------------------------------------------------------------------


def many_feeds(farm: Farm) -> Iterator[Figure]:
    """Time and memory, cold and unchanged."""
    with tempfile.TemporaryDirectory() as folder:
        program = Gigawatch()
        program.prepare(Path(folder), farm, farm.urls(_MANY))
        farm.set(new=0, etags=True)
        yield from _describe("cold", program.update())
        while _left_over(program.update()):
            pass
        yield from _describe("all 304", program.update())


def _describe(case: str, update: Update) -> Iterator[Figure]:
    name = f"Gigawatch: {_MANY:,} feeds, {case}"
    left = f"{_left_over(update):,} feeds left to the next poll" if _left_over(update) else ""
    yield Figure(name=name, value=update.seconds, unit="s", method=left)
    if update.peak_mb:
        yield Figure(name=f"{name}, peak memory", value=update.peak_mb, unit="MB", method=left)


def _left_over(update: Update) -> int:
    """The feeds a poll had no time for."""
    return cast("dict[str, int]", update.said["outcomes"]).get("skipped", 0)


# --- a million stored entries -------------------------------------------------------------------


def stored_entries(farm: Farm) -> Iterator[Figure]:
    """How long a poll takes on a database of ten thousand entries and on one of a million."""
    with tempfile.TemporaryDirectory() as folder:
        program = Gigawatch()
        program.prepare(Path(folder), farm, farm.urls(_STORED_FEEDS))
        farm.set(new=0, etags=True)
        program.update()
        for there, stored in enumerate((_FEW_STORED, _MUCH_STORED)):
            fill_entries(Path(folder) / "gigawatch.db", stored)
            for what, new in ((ALL_304, there), ("one new entry each", there + 1)):
                farm.set(new=new, etags=True)
                yield Figure(
                    name=f"Gigawatch: {_STORED_FEEDS} feeds, {stored:,} entries stored, {what}",
                    value=program.update().seconds * 1000,
                    unit="ms",
                    method="SQLite; most entries copied from polled ones under other names",
                )


def fill_entries(database: Path, stored: int) -> None:
    """Copy the entries that are there under new names until there are that many."""
    with closing(sqlite3.connect(database)) as connection, connection:
        (there,) = connection.execute("SELECT count(*) FROM entries").fetchone()
        columns = [row[1] for row in connection.execute("PRAGMA table_info(entries)")]
        names = [name for name in columns if name != "id"]
        # What is unique gets a name of its own; no copy belongs to a deal.
        mark = f"'#{stored}.' || n"
        own = {"key": f"key || {mark}", "url_key": f"url_key || {mark}", "is_compute_deal": "0"}
        told = ", ".join(own.get(name, name) for name in names)
        copy = (
            "WITH RECURSIVE copies(n) AS"  # noqa: S608 - the names are the table's own columns
            " (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ?)"
            f" INSERT INTO entries ({', '.join(names)})"
            f" SELECT {told} FROM copies CROSS JOIN entries WHERE entries.id <= ? LIMIT ?"
        )
        connection.execute(copy, (-(-stored // there), there, stored - there))
        connection.execute(
            "INSERT INTO entry_feeds (entry_id, feed_id) SELECT id, feed_id FROM entries"
            " WHERE id NOT IN (SELECT entry_id FROM entry_feeds)"
        )


# --- Prefect ------------------------------------------------------------------------------------


def prefect_share(farm: Farm) -> Iterator[Figure]:
    """The poll flow on a real server against the same poll without it, in turns."""
    with tempfile.TemporaryDirectory() as folder, _prefect_server(Path(folder)) as environment:
        config = write_watch(Path(folder), farm.urls(_FLOW_FEEDS), allow=farm.allow, per_host=50)
        farm.set(new=0, etags=True)
        drive_gigawatch(config)
        drive_flow(config, environment)
        plain, flow = [], []
        for _ in range(_POLLS):
            plain.append(drive_gigawatch(config).seconds)
            flow.append(drive_flow(config, environment).seconds)
    without, whole = statistics.median(plain), statistics.median(flow)
    name = f"Gigawatch: {_FLOW_FEEDS:,} feeds, all 304"
    how = f"median of {_POLLS}, in turns"
    yield Figure(name=f"{name}, plain", value=without * 1000, unit="ms", method=how)
    yield Figure(name=f"{name}, as a Prefect flow", value=whole * 1000, unit="ms", method=how)
    share = 100 * max(0.0, whole - without) / whole
    yield Figure(name="Prefect's share of that flow", value=share, unit="%", method=how)


@contextmanager
def _prefect_server(folder: Path) -> Iterator[Mapping[str, str]]:
    """A server of our own on loopback; the environment in which a flow finds it."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = str(door.getsockname()[1])
    environment = {
        **os.environ,
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1"]
    with subprocess.Popen(  # noqa: S603 - a program of our own environment
        [*command, "--port", port],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(f"{environment['PREFECT_API_URL']}/health")
            yield environment
        finally:
            server.terminate()
            server.wait(60)


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + _SERVER_START_S
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
        else:
            return
    raise BenchError(f"the Prefect server did not answer within {_SERVER_START_S:g} s")
