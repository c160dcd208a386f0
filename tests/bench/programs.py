"""What is compared, first of all Gigawatch: each gets its feeds once, then polls when told to."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol, cast

from tests.bench.farm import Farm
from tests.bench.table import OURS
from tests.bench.usage import Usage
from tests.watches import write_watch

ROOT: Final = Path(__file__).parent.parent.parent
_PATIENCE_S: Final = 1800


class BenchError(Exception):
    """A program did not do what was measured; the number would be a lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One poll of all feeds: its time, its highest memory, and what the program says of it.

    `cpu_s` is processor time, which the other programs of a busy machine do not lengthen much.
    """

    seconds: float
    cpu_s: float
    peak_mb: float | None = None
    said: dict[str, object] = field(default_factory=dict)


class Program(Protocol):
    """What is compared."""

    @property
    def name(self) -> str:
        """As the table calls it."""
        ...

    def prepare(self, folder: Path, farm: Farm, urls: Sequence[str]) -> None:
        """Make its configuration in an empty folder of its own."""
        ...

    def update(self) -> Update:
        """Poll every feed once."""
        ...


# --- ours ---------------------------------------------------------------------------------------


class Gigawatch:
    """`flows.run.poll_once` in a process of its own, without destinations.

    All feeds of the farm are on a few loopback addresses: `per_host` is raised to `concurrency`.
    """

    name = OURS

    def __init__(self, *, profile: bool = False) -> None:
        self._profile = ["--profile"] if profile else []
        self.config = Path()

    def prepare(self, folder: Path, farm: Farm, urls: Sequence[str]) -> None:
        """A watch.toml with its database beside it."""
        self.config = write_watch(folder, urls, allow=farm.allow, per_host=50)

    def update(self) -> Update:
        """Poll once.

        Raises:
            BenchError: a feed failed.
        """
        update = drive_gigawatch(self.config, *self._profile)
        if update.said["trouble"] is not None:
            raise BenchError(f"Gigawatch: a feed failed: {update.said['trouble']}")
        return update


# --- running them -------------------------------------------------------------------------------


def drive_gigawatch(config: Path, *options: str) -> Update:
    """One poll in a process of its own, whatever comes of it."""
    module = [sys.executable, "-m", "tests.bench.drive_gigawatch"]
    return run_driver([*module, str(config), *options])


def drive_flow(config: Path, environment: Mapping[str, str]) -> Update:
    """One run of the Prefect flow in a process of its own, on the environment's server.

    Raises:
        BenchError: the run failed.
    """
    module = [sys.executable, "-m", "tests.bench.drive_flow"]
    # Prefect tells each of its lines on standard error too.
    update = run_driver([*module, str(config)], environment=environment, stderr=subprocess.DEVNULL)
    if update.said["trouble"] is not None:
        raise BenchError(f"the flow failed: {update.said['trouble']}")
    return update


def run_driver(
    command: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    stderr: int | None = None,
) -> Update:
    """Run a driver, which times itself and prints JSON; its standard error is ours."""
    with (
        subprocess.Popen(  # noqa: S603 - our own drivers
            command,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            cwd=ROOT,
            env=environment or _environment(),
        ) as process,
        Usage(process) as usage,
    ):
        said, _ = process.communicate(timeout=_PATIENCE_S)
    if process.returncode:
        raise BenchError(f"{Path(command[0]).name}: exit code {process.returncode}")
    told = cast("dict[str, object]", json.loads(said))
    return Update(
        seconds=cast("float", told["seconds"]),
        cpu_s=cast("float", told["cpu_s"]) + usage.children_s,
        peak_mb=usage.peak_mb,
        said=told,
    )


def run_command(command: Sequence[str], *, home: Path | None = None) -> Update:
    """Run a program and take its whole time."""
    started, busy = time.perf_counter(), _children_s()
    with subprocess.Popen(  # noqa: S603 - the peers, by fixed names
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(home),
    ) as process:
        with Usage(process) as usage:
            _, said = process.communicate(timeout=_PATIENCE_S)
        seconds = time.perf_counter() - started
    if process.returncode:
        raise BenchError(f"{Path(command[0]).name}: exit code {process.returncode}: {said[-300:]}")
    return Update(seconds=seconds, cpu_s=_children_s() - busy, peak_mb=usage.peak_mb)


def _children_s() -> float:
    """Processor time of all our children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run_quietly(command: Sequence[str]) -> None:
    """A step of preparation."""
    subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the peers


def _environment(home: Path | None = None) -> dict[str, str]:
    """Without the machine's proxies: the farm is on loopback."""
    kept = {name: v for name, v in os.environ.items() if not name.lower().endswith("_proxy")}
    return {**kept, "HOME": str(home)} if home else kept
