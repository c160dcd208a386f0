"""Processes that end with everything they started."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.children import Child, noting_signals, running, wait
from parsers.errors import GigawatchError
from tests.serving import still_there

# A module that starts a process of its own, says that it is ready, and will not listen.
STUBBORN = """
import pathlib, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
inner = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path("ready").write_text(str(inner.pid))
time.sleep(600)
"""
BRIEF = 'print("farewell")'


def _write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.py").write_text(text, encoding="utf-8")


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_whatever_a_child_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child that ignores the signal is killed after its time, its own children with it."""
    monkeypatch.chdir(tmp_path)
    _write(tmp_path, "stubborn", STUBBORN)
    ready = tmp_path / "ready"

    with running(
        ["stubborn"],
        name="it",
        words="nowhere",
        environment=os.environ,
        end_with=signal.SIGTERM,
        patience_s=0.2,
    ) as child:
        _until(lambda: ready.exists() and ready.read_text() != "")
        both = [child.process.pid, int(ready.read_text())]
        assert sorted(still_there(both)) == sorted(both)

    _until(lambda: not still_there(both))


def test_a_child_that_ends_by_itself_is_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits is told which, and where its last words are."""
    monkeypatch.chdir(tmp_path)
    _write(tmp_path, "brief", BRIEF)
    words = tmp_path / "words.txt"

    with (
        words.open("wb") as output,
        pytest.raises(GigawatchError, match=r"guest ended by itself; its last words: words.txt"),
        running(
            ["brief"],
            name="the guest",
            words=words.name,
            environment=os.environ,
            end_with=signal.SIGTERM,
            patience_s=5,
            output=output,
        ) as child,
    ):
        wait([child], until=lambda: False)

    assert words.read_text() == "farewell\n"


def test_waiting_ends_with_its_condition() -> None:
    """What is so already needs no waiting."""
    nobody: list[Child] = []

    wait(nobody, until=lambda: True)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=lambda sign: sign.name)
def test_a_signal_is_noted_and_nothing_else(sign: signal.Signals) -> None:
    """However often it comes; and afterwards everything is as it was."""
    before = signal.getsignal(sign)

    with noting_signals() as came:
        heard = [came()]
        for _ in range(3):
            signal.raise_signal(sign)
        heard.append(came())

    assert heard == [False, True]
    assert signal.getsignal(sign) is before


def test_an_ignored_signal_stays_ignored() -> None:
    """Started with `nohup` or in the background of a script, Ctrl-C is not ours."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with noting_signals() as came:
            signal.raise_signal(signal.SIGINT)

            assert not came()
    finally:
        signal.signal(signal.SIGINT, before)
