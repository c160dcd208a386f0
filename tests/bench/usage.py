"""What a process and all it started use: memory at its highest, the children's processor time."""

import os
import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_PROC: Final = Path("/proc")
_EVERY_S: Final = 0.05
# Counted from behind the name, which may hold blanks: see proc(5).
_USER, _SYSTEM = 11, 12


class Usage:
    """Looks every 50 ms at a process tree; a context manager.

    Memory that processes share counts for each of them. Where there is no /proc (macOS) nothing is
    seen: `peak_mb` is None then, and `children_s` is 0.
    """

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._pid = process.pid
        self._peak_kb = 0
        self._seconds: dict[int, float] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    @property
    def peak_mb(self) -> float | None:
        """The highest sum of resident memory seen."""
        return self._peak_kb / 1024 if self._peak_kb else None

    @property
    def children_s(self) -> float:
        """Processor time of all that the process started, as last seen of each."""
        return sum(used for pid, used in self._seconds.items() if pid != self._pid)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY_S):
            tree = _tree(self._pid)
            self._peak_kb = max(self._peak_kb, sum(map(_resident_kb, tree)))
            for pid in tree:
                self._seconds[pid] = max(self._seconds.get(pid, 0.0), _processor_s(pid))


def _tree(pid: int) -> list[int]:
    """A process and its descendants."""
    found = [pid]
    for ancestor in found:
        # Each thread has the children it started itself.
        for thread in _PROC.glob(f"{ancestor}/task/*/children"):
            with suppress(OSError):
                found += map(int, thread.read_text().split())
    return found


def _resident_kb(pid: int) -> int:
    with suppress(OSError):
        for line in (_PROC / str(pid) / "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


def _processor_s(pid: int) -> float:
    with suppress(OSError):
        told = (_PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
        return (int(told[_USER]) + int(told[_SYSTEM])) / os.sysconf("SC_CLK_TCK")
    return 0.0
