"""`make simulate`: hours of schedule over many feeds, and whether every promise of it was kept."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.simulation.checks import find_violations
from tests.simulation.run import simulate
from tests.simulation.table import render_table
from tests.simulation.world import MINUTE_S, build_world


def main() -> int:
    """Simulate, print the table; 1 if a promise was not kept."""
    asked = _parse()
    world = build_world(
        feeds=asked.feeds, hours=asked.hours, seed=asked.seed, step_s=asked.step * MINUTE_S
    )
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gigawatch-simulation-") as folder:
        history = simulate(world, Path(folder))
    violations = find_violations(world, history)
    took = time.monotonic() - started
    sys.stdout.write(render_table(world, history, violations) + f"\nsimulated in {took:.0f} s\n")
    return 1 if violations else 0


class _Asked(argparse.Namespace):
    """What the command line says."""

    feeds: int
    hours: float
    seed: int
    step: float


def _parse() -> _Asked:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--hours", type=float, default=12.0)
    parser.add_argument("--seed", type=int, default=1, help="draws the world and the jitter")
    parser.add_argument("--step", type=float, default=5.0, help="minutes from run to run")
    return parser.parse_args(namespace=_Asked())


if __name__ == "__main__":
    sys.exit(main())
