"""What was measured, as a table of rates and ratios, and as JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

OURS: Final = "Gigawatch"
ALL_304: Final = "all 304"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One program polling `feeds` feeds once; `cpu_s` is the processor time of all its processes.

    `answers` counts the farm's by status.
    """

    program: str
    scenario: str
    feeds: int
    seconds: float
    cpu_s: float
    peak_mb: float | None = None
    answers: dict[str, int] = field(default_factory=dict)

    @property
    def feeds_per_s(self) -> float:
        """The rate."""
        return self.feeds / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number that stands by itself, with its unit and how it was come by.

    `value` is None where there is none to be had; `method` says why then.
    """

    name: str
    value: float | None
    unit: str
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything one run of the bench found; `machine` says where, when and with what."""

    machine: dict[str, str]
    timings: tuple[Timing, ...] = ()
    figures: tuple[Figure, ...] = ()
    missing: tuple[str, ...] = ()


def ratio(ours: Timing, theirs: Timing) -> float:
    """How many times as fast as theirs ours is."""
    return ours.feeds_per_s / theirs.feeds_per_s


def render_markdown(results: Results) -> str:
    """The whole report."""
    parts = [
        "; ".join(f"{name} {value}" for name, value in results.machine.items()),
        _rates(results.timings),
        _processor(results.timings),
        _memory(results.timings),
        _figures(results.figures),
        "\n".join(f"Not measured: {reason}" for reason in results.missing),
    ]
    return "\n\n".join(part for part in parts if part)


def to_json(results: Results) -> dict[str, object]:
    """The same for programs; each timing with its rate."""
    timings = [{**asdict(one), "feeds_per_s": one.feeds_per_s} for one in results.timings]
    return {**asdict(results), "timings": timings}


def _rates(timings: Sequence[Timing]) -> str:
    """Feeds per second, and what Gigawatch makes of it."""
    ours = {one.scenario: one for one in timings if one.program == OURS}
    return _grid("feeds/s (Gigawatch is … times that)", timings, lambda one: _rate(one, ours))


def _rate(one: Timing, ours: Mapping[str, Timing]) -> str:
    # A star where a program was free to ask with validators and did not.
    star = "*" if one.scenario == ALL_304 and not one.answers.get("304") else ""
    rate = f"{_short(one.feeds_per_s)}{star}"
    mine = ours.get(one.scenario)
    return rate if mine in (None, one) else f"{rate} ({_short(ratio(mine, one))}×)"


def _processor(timings: Sequence[Timing]) -> str:
    return _grid("processor ms a feed", timings, lambda one: _short(1000 * one.cpu_s / one.feeds))


def _memory(timings: Sequence[Timing]) -> str:
    seen = [one for one in timings if one.peak_mb]
    return _grid("peak memory, MB", seen, lambda one: f"{one.peak_mb:.0f}") if seen else ""


def _grid(title: str, timings: Sequence[Timing], cell: Callable[[Timing], str]) -> str:
    """A row a program, a column a scenario; a dash where nothing was measured."""
    scenarios = _in_order(one.scenario for one in timings)
    told = {(one.program, one.scenario): cell(one) for one in timings}
    feeds = {one.program: str(one.feeds) for one in timings}
    rows = [
        [program, feeds[program], *(told.get((program, scenario), "–") for scenario in scenarios)]
        for program in feeds
    ]
    return _table([title, "feeds", *scenarios], rows) if rows else ""


def _figures(figures: Sequence[Figure]) -> str:
    rows = [[one.name, _value(one), one.method] for one in figures]
    return _table(["figure", "value", "how"], rows) if rows else ""


def _value(one: Figure) -> str:
    return "–" if one.value is None else f"{_short(one.value)} {one.unit}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _short(value: float) -> str:
    """Three digits are more than a noisy machine knows."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
