"""`make bench`: a loopback farm of feeds, polled by Gigawatch, its peers and the bare floor.

Machines are shared and noisy: the ratios within one run are what counts.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from tests.bench.farm import Farm, open_farm
from tests.bench.floor import floors
from tests.bench.heavy import heavy_figures
from tests.bench.machine import describe_machine
from tests.bench.peers import find_peers
from tests.bench.programs import BenchError, Gigawatch
from tests.bench.scenarios import SCENARIOS, profile_scenario, time_scenarios
from tests.bench.single import single_figures
from tests.bench.table import Figure, Results, Timing, render_markdown, to_json

_FEEDS = 300


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what was asked for and print it."""
    asked = _parse(arguments)
    try:
        with open_farm(asked.feeds) as farm:
            if asked.profile:
                profile_scenario(asked.profile, farm, asked.feeds)
                return
            results = _measure(farm, feeds=asked.feeds, large=asked.large, peers=asked.peers)
    except BenchError as error:
        sys.exit(str(error))
    print(render_markdown(results))
    if asked.json:
        text = json.dumps(to_json(results), indent=2) + "\n"
        asked.json.write_text(text, encoding="utf-8")


class _Asked(argparse.Namespace):
    """What the command line says."""

    feeds: int
    large: bool
    peers: bool
    profile: str | None
    json: Path | None


def _parse(arguments: Sequence[str] | None) -> _Asked:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--feeds", type=int, default=_FEEDS, help="how many the farm has")
    parser.add_argument("--large", action="store_true", help="the heavy cases too (half an hour)")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="Gigawatch alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--profile",
        metavar="CASE",
        choices=[scenario.key for scenario in SCENARIOS],
        help="only this: where Gigawatch spends its time in one of: %(choices)s",
    )
    return parser.parse_args(arguments, namespace=_Asked())


def _measure(farm: Farm, *, feeds: int, large: bool, peers: bool) -> Results:
    found, missing = find_peers(farm) if peers else ([], [])
    programs = [Gigawatch(), *(floors() if peers else []), *found]
    timings = [_shown(one) for each in programs for one in time_scenarios(each, farm, feeds)]
    heavy = heavy_figures() if large else ()
    figures = [_told(one) for one in chain(single_figures(farm, found, large=large), heavy)]
    return Results(
        machine=describe_machine(),
        timings=tuple(timings),
        figures=tuple(figures),
        missing=tuple(missing),
    )


def _shown(one: Timing) -> Timing:
    """Say what is done: some programs take minutes."""
    took = f"{one.seconds:.1f} s, processor {one.cpu_s:.1f} s"
    print(f"{one.program}, {one.scenario}: {took}", file=sys.stderr)
    return one


def _told(one: Figure) -> Figure:
    print(f"{one.name}: {one.value} {one.unit} {one.method}", file=sys.stderr)
    return one


if __name__ == "__main__":
    main()
