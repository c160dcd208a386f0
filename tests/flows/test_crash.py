"""Killed at any moment and started again, Gigawatch loses nothing and repeats at most once a kill.

A small part of `make crash`, which kills thousands of times; see docs/crash.md.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.points import Kill
from tests.crash.run import Asked, crash, open_workers
from tests.crash.stores import DATABASES, DatabaseName
from tests.crash.table import Tried, render_faults
from tests.crash.trial import Trial
from tests.crash.worker import Worker

# A message that a destination has and whose answer nobody hears; the daily digest; any time.
USUAL = ("first:message-received:3", "updates:time:0.6", "digest:message-received:2")


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Worker]]:
    """One worker: polls begin in milliseconds once it has started."""
    with open_workers(tmp_path_factory.mktemp("workers")) as opened:
        yield opened


@pytest.mark.parametrize("database", DATABASES)
def test_a_kill_loses_nothing(
    database: DatabaseName, workers: list[Worker], tmp_path: Path
) -> None:
    """At some points of every kind: each deal is told, at most one message repeated for a kill."""
    tried: list[Tried] = []

    crash(Asked(database=database, kills=6), workers, tmp_path, tried.append)

    assert render_faults(tried) == ""
    assert sum(len(one.verdict.kills) for one in tried) >= 6


def test_a_kill_takes_the_children_along(workers: list[Worker], tmp_path: Path) -> None:
    """A poll that reads documents in child processes, as it always does, is no different."""
    trial = Trial.of(*map(Kill.parse, USUAL))
    tried: list[Tried] = []

    asked = Asked(database="sqlite", kills=1, trial=trial, children=True)
    crash(asked, workers, tmp_path, tried.append)

    assert render_faults(tried) == ""
    assert tried[0].verdict.kills
