"""`gigawatch serve` as a user starts it, on the bundled sample, and what its server tells."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from tests.receivers import WebhookServer
from tests.servers import FeedServer

# A server's first start took 30 s on two loaded cores, a run's subprocess 8.
PATIENCE_S = 150.0
SECRET = "open-sesame"
SAMPLE = Path(__file__).parent.parent / "deploy" / "sample"
# Where pytest runs in the background Ctrl-C is ignored, and whatever it starts inherits that.
COMMAND = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from flows.cli import main; main(sys.argv[1:])"
)
Record = dict[str, object]
# A run that somebody starts by hand has no deployment.
_SCHEDULED: dict[str, object] = {"deployment_id": {"is_null_": False}}


class Served:
    """One folder in which `gigawatch serve` can be started and stopped again and again.

    Attributes:
        api_url: of the Prefect server it starts.
        feeds: where the sample's feeds are, and one that is broken.
    """

    def __init__(self, folder: Path, feeds: FeedServer, webhook: WebhookServer) -> None:
        self.folder = folder
        self.feeds = feeds
        self.webhook = webhook
        self.port = free_port()
        self.config = self._write()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def ui_url(self) -> str:
        """Where a browser looks."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def api_url(self) -> str:
        """Where a program asks."""
        return f"{self.ui_url}/api"

    @property
    def is_running(self) -> bool:
        """Whether it was started and not stopped."""
        return self._process is not None

    @property
    def said(self) -> str:
        """Everything it has printed since the last start."""
        return (self.folder / "said.txt").read_text(encoding="utf-8")

    def start(self) -> None:
        """Start it, and wait until the server and both deployments are there."""
        with (self.folder / "said.txt").open("wb") as said:
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-c", COMMAND, "serve", "--config", str(self.config)],
                cwd=self.folder,
                env=self._environment(),
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        self.wait_for(lambda: len(self.ask("deployments/filter")) >= 2)

    def stop(self, sign: signal.Signals) -> tuple[int, float, list[int]]:
        """Send a signal; the exit code, the seconds it took, and the processes it left behind."""
        assert self._process is not None
        ours = descendants(self._process.pid)
        began = time.monotonic()
        self._process.send_signal(sign)
        code = self._process.wait(60)
        took = time.monotonic() - began
        self._process = None
        return code, took, still_there(ours)

    def ask(self, path: str, **question: object) -> list[Record]:
        """The records that the API's filter at `path` finds; none while there is no server."""
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.api_url}/{path}",
            json.dumps(question).encode(),
            {"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - the same
                return cast("list[Record]", json.load(answer))
        except (urllib.error.URLError, ConnectionError):
            return []

    def every_poll(self, state: str = "COMPLETED") -> list[Record]:
        """The runs of the served poll in a state, oldest first; those of other folders are not."""
        return self.ask(
            "flow_runs/filter",
            flows={"name": {"any_": ["poll"]}},
            flow_runs={"state": {"type": {"any_": [state]}}, **_SCHEDULED},
            sort="START_TIME_ASC",
        )

    def polls(self, state: str = "COMPLETED") -> list[Record]:
        """Of every poll those that polled something.

        Where the first one that is due begins with the one at the start, one of the two finds
        every feed with the other.
        """
        runs = self.every_poll(state)
        return [run for run in runs if not _message(run).startswith("0 feeds;")]

    def runs(self) -> list[Record]:
        """The first runs of both flows: what a poll brings, either of them may deliver."""
        return self.ask("flow_runs/filter", flow_runs=_SCHEDULED, sort="START_TIME_ASC", limit=6)

    def logs(self, run: Record) -> list[str]:
        """The log lines of a run and its tasks."""
        of_run = {"flow_run_id": {"any_": [run["id"]]}}
        return [str(line["message"]) for line in self.ask("logs/filter", logs=of_run)]

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Look until a condition holds; with what it printed, if it never does."""
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert self._process is None or self._process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.2)

    def _write(self) -> Path:
        template = (SAMPLE / "watch.toml.in").read_text(encoding="utf-8")
        text = template.format(port=self.feeds.port, folder=self.folder)
        text = text.replace("[poll]", '[poll]\nevery = "10s"')
        text += '[[destinations]]\nname = "desk"\nurl = "${DESK_URL}"\n'
        text += 'gap = "0s"\ndigest_above = 100\n\n'
        text += (
            f'[[feeds]]\nurl = "{self.feeds.url("/gone.rss")}"\n\n[prefect]\nport = {self.port}\n'
        )
        config = self.folder / "watch.toml"
        config.write_text(text, encoding="utf-8")
        return config

    def _environment(self) -> dict[str, str]:
        url = self.webhook.url.replace("://", f"://desk:{SECRET}@")
        # Looks for due runs more often than the 10 s of Prefect's own.
        return {**plain_environment(), "DESK_URL": url, "PREFECT_RUNNER_POLL_FREQUENCY": "2"}


def _message(run: Record) -> str:
    state = cast("Record", run.get("state") or {})
    return str(state.get("message") or "")


@contextmanager
def served_sample(folder: Path) -> Iterator[Served]:
    """The sample on loopback and a folder to serve it from; whatever runs at the end is ended."""
    with FeedServer() as feeds, WebhookServer() as webhook:
        for path in SAMPLE.iterdir():
            feeds.put(f"/{path.name}", path.read_bytes(), content_type=None, etag='"1"')
        served = Served(folder, feeds, webhook)
        try:
            yield served
        finally:
            if served.is_running:
                served.stop(signal.SIGTERM)


def wait_until(condition: Callable[[], bool], patience_s: float = 30.0) -> None:
    """Look until a condition holds."""
    deadline = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def plain_environment() -> dict[str, str]:
    """The environment without what somebody's own Prefect or Gigawatch put there."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PREFECT_", "GIGAWATCH_"))
    }


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def descendants(pid: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    processes = _processes()
    found = [pid]
    for ancestor in found:
        found += [one for one, (_, parent, _) in processes.items() if parent == ancestor]
    return found[1:]


def group_members(group: int) -> list[int]:
    """The processes of a process group that have not ended."""
    return [pid for pid, (state, _, its) in _processes().items() if its == group and state != "Z"]


def still_there(pids: Collection[int]) -> list[int]:
    """Those of the processes that have not ended."""
    return [pid for pid, (state, _, _) in _processes().items() if pid in pids and state != "Z"]


def _processes() -> dict[int, tuple[str, int, int]]:
    """State, parent and group of every process, as proc(5) tells them."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, group = stat.read_text(errors="replace").rpartition(")")[2].split()[:3]
            found[int(stat.parent.name)] = (state, int(parent), int(group))
    return found
