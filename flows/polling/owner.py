"""Name this process, so that whoever finds its leases can tell whether it still runs."""

import os
import socket
import uuid
from pathlib import Path

_THIS_RUN = uuid.uuid4().hex[:8]


def this_owner() -> str:
    """host/pid/start/run: unique for every process that ever runs, on any host."""
    pid = os.getpid()
    return f"{socket.gethostname()}/{pid}/{_started(pid) or 0}/{_THIS_RUN}"


def is_gone(owner: str) -> bool:
    """Whether an owner surely runs no more: its process on this host has ended.

    Owners on other hosts cannot be looked up; their leases end by themselves.
    """
    host, _, rest = owner.partition("/")
    pid, _, rest = rest.partition("/")
    start, _, _run = rest.partition("/")
    if host != socket.gethostname() or not pid.isdigit():
        return False
    if not _exists(int(pid)):
        return True
    started = _started(int(pid))
    return started is not None and start.isdigit() and int(start) not in {0, started}


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> int | None:
    """When a process began, in clock ticks since boot; None where the system does not tell.

    Process ids are used again: the start tells a new process from the one that took the lease.
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    # The second field is the name, in brackets, and may itself hold blanks and brackets.
    fields = stat.rpartition(")")[2].split()
    return int(fields[19]) if len(fields) > 19 else None  # noqa: PLR2004 - field 22 of proc(5)
