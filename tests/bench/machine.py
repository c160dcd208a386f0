"""Where, when and with what was measured: figures without it are worth little."""

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.bench.peers import PEERS

_OURS: Final = ("gigawatch", "aiohttp", "feedparser", "lxml", "prefect")
_PEERS: Final = ("reader", "rss2email")


def describe_machine() -> dict[str, str]:
    """The machine, the date, and every version that has a part in it."""
    one, _, _ = os.getloadavg()
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "load at the end": f"{one:.1f}",
        "Python": platform.python_version(),
        **{name: version(name) for name in _OURS},
        **_peers(),
    }


def _peers() -> dict[str, str]:
    found = {}
    lock = Path(__file__).with_name("requirements.txt").read_text(encoding="utf-8")
    pinned = dict(line.split()[0].split("==") for line in lock.splitlines() if "==" in line)
    if PEERS.exists():
        found = {name: pinned[name] for name in _PEERS}
    if path := shutil.which("newsboat"):
        said = subprocess.run([path, "--version"], check=True, capture_output=True, text=True)  # noqa: S603 - by its full path
        found["newsboat"] = said.stdout.split()[1]
    return found
