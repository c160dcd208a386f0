"""Who holds a lease, and whether he still lives."""

import os
import socket
import subprocess
import sys

import pytest

from flows.polling.owner import is_gone, this_owner

HOST = socket.gethostname()


@pytest.fixture
def dead_pid() -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_this_process_is_not_gone() -> None:
    """Two runs at once leave each other's leases alone."""
    assert this_owner() == this_owner()
    assert not is_gone(this_owner())


def test_a_process_that_ended_is_gone(dead_pid: int) -> None:
    """What a killed run held is free at once, not after the lease."""
    assert is_gone(f"{HOST}/{dead_pid}/0/abc")


def test_another_process_of_the_same_number_is_not_the_owner() -> None:
    """Process ids are used again: the start tells the two apart."""
    assert is_gone(f"{HOST}/{os.getpid()}/1/abc")


@pytest.mark.parametrize(
    "owner",
    [
        pytest.param(f"elsewhere.example/{os.getpid()}/1/abc", id="on another host"),
        pytest.param(f"{HOST}/{os.getpid()}/0/abc", id="of an unknown start"),
        pytest.param(f"{HOST}/{os.getpid()}", id="without a start"),
        pytest.param(f"{HOST}/worker-7/1/abc", id="without a process id"),
        pytest.param("", id="without a name"),
    ],
)
def test_who_cannot_be_looked_up_is_not_gone(owner: str) -> None:
    """When in doubt the lease runs its time."""
    assert not is_gone(owner)


def test_a_process_of_another_user_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Being refused to signal a process shows that there is one."""

    def refuse(_pid: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr("os.kill", refuse)

    assert not is_gone(this_owner())


def test_without_proc_a_living_process_is_not_gone(
    monkeypatch: pytest.MonkeyPatch, dead_pid: int
) -> None:
    """Where the system does not tell when a process began, its being there must do."""
    monkeypatch.setattr("os.kill", lambda _pid, _signal: None)

    assert not is_gone(f"{HOST}/{dead_pid}/1/abc")
