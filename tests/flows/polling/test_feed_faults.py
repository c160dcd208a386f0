"""What a machine does to a poll: few files, no home, signals, a database locked or damaged."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from flows.cli import main
from flows.pipeline import claim_feeds
from flows.polling.tools import open_tools
from flows.settings import load_settings
from parsers.errors import DatabaseError
from storage.database import open_engine, upgrade
from tests.servers import Answer, FeedServer, Request
from tests.serving import COMMAND, descendants, plain_environment, still_there, wait_until
from tests.watches import (
    DEAL,
    NOW,
    WEATHER,
    alerts,
    ask,
    poll_at,
    poll_with,
    render_rss,
    stored,
    watch_to_file,
    write_watch,
)
from tests.watching import only

FEED = render_rss(DEAL)

# Imports everything once; then twenty polls of one watch begin together, each with its own output.
TWENTY = """
import os, sys
from flows import cli
from flows.sending import notify
from flows import outcomes
from flows import run
from flows.commands import show
notify.check_destination("desk", "json://127.0.0.1/")
pids = []
for number in range(20):
    pid = os.fork()
    if not pid:
        flags = os.O_WRONLY | os.O_CREAT
        os.dup2(os.open(f"said-{number}.txt", flags, 0o600), 1)
        os.dup2(1, 2)
        cli.main(["poll", "--config", sys.argv[1]])
    pids.append(pid)
print(*(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids))
"""
# The command, with no more open files than given.
FEW_FILES = """
import resource, sys
from flows.cli import main
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]), int(sys.argv[1])))
main(sys.argv[2:])
"""


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """A publisher."""
    with FeedServer() as server:
        yield server


def start(
    folder: Path, program: str, *arguments: object, home: str = ""
) -> "subprocess.Popen[str]":
    """A Python program of ours in a process of its own."""
    env = plain_environment() | ({"HOME": home} if home else {})
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Exit code, output and errors of a program that ends by itself."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


# --- processes ----------------------------------------------------------------------------------


def test_twenty_starts_at_once_do_the_work_of_one(server: FeedServer, tmp_path: Path) -> None:
    """On an empty database: each feed is asked once, each entry stored once, the deal told once."""
    server.put("/hook", b"thanks", content_type="text/plain")
    feeds = [server.put("/deal", FEED)]
    feeds += [
        server.put(f"/{number}", render_rss(replace(WEATHER, guid=f"{number}", link=None)))
        for number in range(7)
    ]
    hook = f"json://{server.address}/hook"
    config = write_watch(tmp_path, feeds, {"desk": hook}, allow=[server.address])

    code, out, err = finish(start(tmp_path, TWENTY, config))

    said = [path.read_text() for path in tmp_path.glob("said-*.txt")]
    assert (code, err) == (0, "")
    assert out.split() == ["0"] * 20, said
    asked = Counter(request.path for request in server.requests)
    assert set(asked.values()) == {1}
    assert len(asked) == len(feeds) + 1
    assert stored(tmp_path) == (len(feeds), 1, 1, 1)


def test_who_finds_every_feed_taken_says_so(
    server: FeedServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A run beside another one tells that the other has the feeds, not that there are none."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))
    monkeypatch.setattr("flows.polling.tools.utc_now", lambda: NOW)
    asyncio.run(claim_and_leave(config))

    with pytest.raises(SystemExit) as stopped:
        main(["poll", "--config", str(config)])

    assert stopped.value.code == 0
    assert server.requests == []
    assert "1 with another run" in capsys.readouterr().out


async def claim_and_leave(config: Path) -> None:
    """What a run has done that is busy with every feed."""
    async with open_tools(load_settings(config, {}), clock=lambda: NOW) as tools:
        claim_feeds(tools)


def test_a_poll_that_is_told_to_end_ends(server: FeedServer, tmp_path: Path) -> None:
    """SIGTERM in the middle of a poll: within ten seconds, no process left, its feeds free."""
    config = watch_to_file(tmp_path, server, server.put("/feed", hang=True))
    process = start(tmp_path, COMMAND, "poll", "--config", config)
    wait_until(lambda: len(server.requests) > 0)
    children = descendants(process.pid)

    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code, _, err = finish(process)

    assert time.monotonic() - began < 10
    assert code != 0
    assert "Traceback" not in err
    assert still_there(children) == []
    server.put("/feed", FEED)
    assert only(asyncio.run(poll_at(config))).new == 1


def watch_forty(folder: Path, server: FeedServer) -> Path:
    """Forty feeds on one host, all of which may be asked at once."""
    feeds = [server.put(f"/{n}", render_rss(WEATHER, title=f"{n}")) for n in range(39)]
    config = watch_to_file(folder, server, server.put("/deal", FEED), *feeds)
    config.write_text(config.read_text().replace("per_host = 2", "per_host = 40"))
    return config


def test_few_open_files_lose_nothing(server: FeedServer, tmp_path: Path) -> None:
    """With 32 files for the whole command a poll of forty feeds ends without a traceback.

    What could not be asked for or read has a reason, and a poll with more files brings it in.
    """
    config = watch_forty(tmp_path, server)

    few, _, told = finish(start(tmp_path, FEW_FILES, 32, "poll", "--config", config))
    more = asyncio.run(poll_at(config, every=True))

    assert few in (0, 1)
    assert "Traceback" not in told
    assert len(more.feeds) == 40
    assert {feed.error for feed in more.feeds} == {None}
    assert stored(tmp_path) == (2, 1, 1, 1)


def test_few_open_files_are_shared_out(server: FeedServer, tmp_path: Path) -> None:
    """32 files are enough for forty feeds, fewer at once: our own limit is no feed's breakage."""
    config = watch_forty(tmp_path, server)

    code, out, _ = finish(start(tmp_path, FEW_FILES, 32, "poll", "--config", config))

    assert (code, "40 feeds; 2 new entries" in out) == (0, True)
    assert ask(tmp_path, "SELECT DISTINCT errors_in_row FROM feeds") == [(0,)]


def test_a_poll_needs_no_home(server: FeedServer, tmp_path: Path) -> None:
    """Where the user's folder cannot be written a poll is as ever."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))

    code, _, err = finish(
        start(tmp_path, COMMAND, "poll", "--config", config, home="/proc/nowhere")
    )

    assert (code, err) == (0, "")
    assert "Anthropic" in alerts(tmp_path)


def test_a_poll_whose_reader_leaves_has_done_its_work(server: FeedServer, tmp_path: Path) -> None:
    """`gigawatch poll | head -1`: everything is stored and told, and no word is said of it."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))
    gone, output = os.pipe()
    os.close(gone)

    with os.fdopen(output, "wb") as pipe:
        ended = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-c", COMMAND, "poll", "--config", config],
            stdout=pipe,
            stderr=subprocess.PIPE,
            env=plain_environment(),
            check=False,
        )

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert stored(tmp_path) == (1, 1, 1, 1)


# --- the database -------------------------------------------------------------------------------


async def test_a_database_that_is_locked_for_a_while_is_waited_for(
    server: FeedServer, tmp_path: Path
) -> None:
    """Another program writes while a feed is asked: the poll waits, and then stores it."""
    locked, held = threading.Event(), threading.Event()

    def hold() -> None:
        locked.wait(30)
        with closing(sqlite3.connect(tmp_path / "gigawatch.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            held.set()
            server.closing.wait(1)
            other.rollback()

    def answer(_: Request) -> Answer:
        locked.set()
        held.wait(30)
        return Answer(body=FEED)

    thread = threading.Thread(target=hold)
    thread.start()
    config = watch_to_file(tmp_path, server, server.respond("/feed", answer))
    feed = only(await poll_at(config))
    thread.join()

    assert (feed.outcome, feed.new) == ("new", 1)
    assert "Anthropic" in alerts(tmp_path)


async def test_a_read_only_database_stops_a_poll_before_it_asks(
    server: FeedServer, tmp_path: Path
) -> None:
    """Where nothing can be kept nothing is asked for, and the line says what to do."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))
    file = tmp_path / "gigawatch.db"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    url = f"sqlite:///file:{file}?mode=ro&uri=true"

    with pytest.raises(DatabaseError, match="it is read-only: make the file"):
        await poll_with(load_settings(config, {"GIGAWATCH_DATABASE_URL": url}), NOW)

    assert server.requests == []


async def test_a_damaged_database_stops_a_poll_and_stays_as_it_is(
    server: FeedServer, tmp_path: Path
) -> None:
    """It is never made anew: what can be saved of it stays, and the line says how to restore."""
    config = watch_to_file(tmp_path, server, server.put("/feed", FEED))
    damaged = b"no database " * 1000
    (tmp_path / "gigawatch.db").write_bytes(damaged)

    with pytest.raises(DatabaseError, match="restore it from a backup"):
        await poll_at(config)

    assert (tmp_path / "gigawatch.db").read_bytes() == damaged
    assert server.requests == []
