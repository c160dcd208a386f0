"""`gigawatch serve`: a real Prefect server, real schedules, real subprocesses, real signals."""

import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from tests.receivers import Json, WebhookServer
from tests.servers import FeedServer
from tests.serving import SECRET, Record, Served, plain_environment
from tests.watches import DEAL, render_rss, write_watch

pytestmark = pytest.mark.prefect


# --- schedules and what the runs leave ----------------------------------------------------------


def _artifacts(served: Served, run: Record) -> dict[str, str]:
    found = served.ask("artifacts/filter", artifacts={"flow_run_id": {"any_": [run["id"]]}})
    return {str(one["key"]): str(one["data"]) for one in found}


def test_the_schedule_makes_runs_that_happen(served: Served) -> None:
    """Nobody asks for them: polls come from the schedule, besides the one at the start.

    On a loaded machine the first that is due may overtake that one.
    """

    def by_itself() -> list[object]:
        return [run["auto_scheduled"] for run in served.every_poll()]

    served.wait_for(lambda: by_itself().count(True) >= 2 and False in by_itself())

    assert by_itself().count(False) == 1


def test_a_run_is_named_for_a_reader(served: Served) -> None:
    """A run's name says what it did and when, a task's what it fetched."""
    served.wait_for(lambda: len(served.polls()) >= 1)

    run = served.polls()[0]
    tasks = served.ask("task_runs/filter", flow_runs={"id": {"any_": [run["id"]]}})

    assert re.fullmatch(r"poll \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", str(run["name"]))
    assert re.fullmatch(
        r"fetch group \d \(6 feeds\)", str(sorted(str(t["name"]) for t in tasks)[1])
    )


def test_a_run_says_what_came_of_each_thing(served: Served) -> None:
    """A line for each feed, each deal and each delivery, the broken feed's with its reason."""

    def told() -> str:
        return "\n".join(line for run in served.runs() for line in served.logs(run))

    served.wait_for(lambda: "amd-openai-2025-10#1@desk" in told())

    lines = told()

    assert re.search(r"/labs-wire\.rss: \d+ new, \d+ ms", lines)
    assert re.search(r"/gone\.rss: http_404: ", lines)
    assert re.search(r"new deal amd-openai-2025-10: OpenAI → AMD", lines)
    assert re.search(r"amd-openai-2025-10#1@desk sent to desk", lines)


def test_a_run_says_when_a_person_is_needed(served: Served) -> None:
    """A broken feed fails no run; the state's message names the feed and the reason."""
    served.wait_for(lambda: len(served.polls()) >= 1)

    run = served.polls()[0]
    message = str(cast("Record", run["state"])["message"])

    assert message.startswith(f"needs a person: {served.feeds.url('/gone.rss')}: http_404: ")
    assert "6 feeds, 1 failed" in message


def test_a_run_leaves_its_tables(served: Served) -> None:
    """Feeds, the broken one first, deals with the address of their source, and deliveries."""
    served.wait_for(lambda: len(served.polls()) >= 1)

    tables = _artifacts(served, served.polls()[0])

    assert set(tables) == {"feeds", "deals", "deliveries"}
    assert tables["feeds"].index("gone.rss") < tables["feeds"].index("labs-wire.rss")
    assert '"deal": "amd-openai-2025-10"' in tables["deals"]
    assert re.search(r'"source": "https://', tables["deals"])


def test_every_alert_arrives_once(served: Served) -> None:
    """Polls that find nothing new send nothing."""
    served.wait_for(lambda: len(served.polls()) >= 3)

    keys = [_key(body) for body in served.webhook.bodies]

    assert keys
    assert len(keys) == len(set(keys))


def _key(body: Json) -> str:
    found = re.search(r"[a-z0-9-]+-\d{4}-\d\d(?:-\d\d)?#\d+", str(body))
    assert found
    return found[0]


def test_no_secret_reaches_the_server(served: Served) -> None:
    """Prefect's database, its log and our own output hold no destination's password."""
    served.wait_for(lambda: len(served.polls()) >= 1)

    kept = [path for path in served.folder.rglob("*") if path.is_file()]
    telling = [path.name for path in kept if SECRET.encode() in path.read_bytes()]

    assert "prefect.db" in {path.name for path in kept}
    assert telling == []


# --- flows as functions -------------------------------------------------------------------------


BY_HAND = """
import asyncio, sys
from flows.deliver import deliver
from flows.poll import poll

async def run(config):
    for flow, options in ((poll, {"every": True}), (deliver, {})):
        print((await flow(config, **options, return_state=True)).message)

asyncio.run(run(sys.argv[1]))
"""


def _run(served: Served, config: Path) -> list[str]:
    """What a poll and a delivery say at their end, called by hand.

    In a process of their own: Prefect leaves sockets open, for which pytest blames other tests.
    """
    said = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", BY_HAND, str(config)],
        cwd=config.parent,
        env={**plain_environment(), "PREFECT_API_URL": served.api_url, "DO_NOT_TRACK": "1"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return said.stdout.splitlines()


def test_a_flow_can_be_called_by_hand(served: Served, tmp_path: Path) -> None:
    """The flows need no schedule: called as functions they poll, deliver and say so."""
    with FeedServer() as feeds, WebhookServer() as webhook:
        url = feeds.put("/feed", render_rss(DEAL))
        config = write_watch(tmp_path, [url], {"desk": webhook.url}, allow=[feeds.address])

        polled, delivered = _run(served, config)

    assert polled == "1 feed; 1 new entry; 1 new deal, 0 grown; 1 sent"
    assert delivered == "nothing was due"


def test_what_waits_is_told(served: Served, tmp_path: Path) -> None:
    """A delivery that is to be tried again shows in the state."""
    with FeedServer() as feeds, WebhookServer(script=[503]) as webhook:
        url = feeds.put("/feed", render_rss(DEAL))
        config = write_watch(tmp_path, [url], {"desk": webhook.url}, allow=[feeds.address])

        polled, _ = _run(served, config)

    assert polled == "1 feed; 1 new entry; 1 new deal, 0 grown; 0 sent, 1 not sent"


def test_a_run_that_cannot_start_fails_in_one_line(served: Served, tmp_path: Path) -> None:
    """Without a configuration both flows fail, with the sentence that the command would print."""
    config = tmp_path / "watch.toml"

    said = _run(served, config)

    assert said == [f"watch.toml not found in {tmp_path}; `gigawatch init` writes one"] * 2


# --- the end ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=lambda sign: sign.name)
def test_it_ends_with_everything_it_started(served: Served, sign: signal.Signals) -> None:
    """In the middle of a run: exit code 0 within 15 s, and no process is left."""
    served.wait_for(lambda: bool(served.polls("RUNNING")))

    code, seconds, left = served.stop(sign)

    assert (code, left) == (0, [])
    assert seconds < 15


def test_a_restart_goes_on_with_the_schedule(served: Served) -> None:
    """After a stop in the middle of a run the next start polls on, and tidies that run away."""
    served.wait_for(lambda: bool(served.polls("RUNNING")))
    unfinished, finished = (_ids(served.polls(state)) for state in ("RUNNING", "COMPLETED"))
    served.stop(signal.SIGTERM)

    served.start()
    served.wait_for(lambda: bool(_scheduled(served.polls()) - finished))

    assert unfinished.isdisjoint(_ids(served.polls("RUNNING")))


def _ids(runs: Sequence[Record]) -> set[object]:
    return {run["id"] for run in runs}


def _scheduled(runs: Sequence[Record]) -> set[object]:
    return _ids([run for run in runs if run["auto_scheduled"]])
