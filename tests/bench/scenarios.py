"""The four ways a poll of many feeds goes, each program through all of them in one order."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.farm import Farm
from tests.bench.programs import BenchError, Gigawatch, Program
from tests.bench.table import ALL_304, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What the farm says when a program asks: `new` entries above the first, validators or none.

    `key` is its name on the command line.
    """

    key: str
    name: str
    new: int
    etags: bool


COLD: Final = Scenario(key="cold", name="cold", new=0, etags=True)
UNCHANGED: Final = Scenario(key="unchanged", name=ALL_304, new=0, etags=True)
SAME_BYTES: Final = Scenario(key="same-bytes", name="same bytes, no validators", new=0, etags=False)
ONE_NEW: Final = Scenario(key="one-new", name="one new entry each", new=1, etags=True)
# Each begins where the one before it left the program's store.
SCENARIOS: Final = (COLD, UNCHANGED, SAME_BYTES, ONE_NEW)


def time_scenarios(
    program: Program, farm: Farm, feeds: int, scenarios: Sequence[Scenario] = SCENARIOS
) -> Iterator[Timing]:
    """Take a program through the scenarios in a folder of its own.

    Raises:
        BenchError: it did not ask every feed.
    """
    with tempfile.TemporaryDirectory() as folder:
        program.prepare(Path(folder), farm, farm.urls(feeds))
        for scenario in scenarios:
            farm.set(new=scenario.new, etags=scenario.etags)
            update = program.update()
            answers = farm.counts()
            _check(program, scenario, answers, feeds)
            yield Timing(
                program=program.name,
                scenario=scenario.name,
                feeds=feeds,
                seconds=update.seconds,
                cpu_s=update.cpu_s,
                peak_mb=update.peak_mb,
                answers=answers,
            )


def profile_scenario(wanted: str, farm: Farm, feeds: int) -> None:
    """Take Gigawatch up to one scenario and print where its own process spent the time."""
    with tempfile.TemporaryDirectory() as folder:
        plain, profiled = Gigawatch(), Gigawatch(profile=True)
        plain.prepare(Path(folder), farm, farm.urls(feeds))
        profiled.config = plain.config
        for scenario in SCENARIOS:
            farm.set(new=scenario.new, etags=scenario.etags)
            if scenario.key == wanted:
                profiled.update()
                return
            plain.update()


def _check(program: Program, scenario: Scenario, answers: dict[str, int], feeds: int) -> None:
    """Every feed once, none refused."""
    answered = answers.get("200", 0) + answers.get("304", 0)
    if answered != feeds:
        raise BenchError(
            f"{program.name}, {scenario.name}: {answered} answers to {feeds} feeds ({answers})"
        )
