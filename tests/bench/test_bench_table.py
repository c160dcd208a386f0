"""The report of the bench: ratios are ours over theirs, and nothing unmeasured looks measured."""

import pytest

from tests.bench.news import ITEMS, render_feed, render_long_feed
from tests.bench.table import Figure, Results, Timing, ratio, render_markdown, to_json

OURS = Timing(
    program="Gigawatch", scenario="cold", feeds=300, seconds=10.0, cpu_s=6.0, peak_mb=120.4
)
THEIRS = Timing(program="reader", scenario="cold", feeds=300, seconds=25.0, cpu_s=24.0)


def test_the_ratio_says_how_many_times_as_fast_gigawatch_is() -> None:
    """Above one Gigawatch is faster, below one it is slower."""
    assert ratio(OURS, THEIRS) == pytest.approx(2.5)
    assert ratio(THEIRS, OURS) == pytest.approx(0.4)


def test_programs_with_fewer_feeds_are_compared_by_their_rate() -> None:
    """A peer that is asked for a tenth of the feeds in a tenth of the time is as fast."""
    tenth = Timing(program="reader", scenario="cold", feeds=30, seconds=1.0, cpu_s=0.5)

    found = ratio(OURS, tenth)

    assert found == pytest.approx(1.0)


def test_the_table_has_a_row_a_program_and_a_column_a_scenario() -> None:
    """Each cell is a rate and the ratio to it; what was not measured is a dash."""
    unchanged = Timing(program="Gigawatch", scenario="all 304", feeds=300, seconds=1.0, cpu_s=0.5)

    told = render_markdown(Results(machine={}, timings=(OURS, unchanged, THEIRS)))

    assert told.split("\n\n")[0].splitlines() == [
        "| feeds/s (Gigawatch is … times that) | feeds | cold | all 304 |",
        "| --- | --: | --: | --: |",
        "| Gigawatch | 300 | 30.0 | 300* |",
        "| reader | 300 | 12.0 (2.50×) | – |",
    ]


@pytest.mark.parametrize(
    ("answers", "cell"),
    [
        pytest.param({"304": 300}, "| 300 |", id="asked with validators"),
        pytest.param({"200": 300}, "| 300* |", id="asked without"),
    ],
)
def test_a_star_marks_who_asks_without_validators(answers: dict[str, int], cell: str) -> None:
    """Whoever loads everything again is not taken for one that was told there is nothing new."""
    one = Timing(
        program="x", scenario="all 304", feeds=300, seconds=1.0, cpu_s=0.5, answers=answers
    )

    told = render_markdown(Results(machine={}, timings=(one,)))

    assert told.splitlines()[2].endswith(cell)


def test_memory_is_shown_where_it_was_seen() -> None:
    """A program without a figure has no row."""
    told = render_markdown(Results(machine={}, timings=(OURS, THEIRS)))

    assert told.split("\n\n")[2].splitlines() == [
        "| peak memory, MB | feeds | cold |",
        "| --- | --: | --: |",
        "| Gigawatch | 300 | 120 |",
    ]


def test_processor_time_is_told_by_the_feed() -> None:
    """What a busy machine does to the clock, it does not do to this."""
    told = render_markdown(Results(machine={}, timings=(OURS, THEIRS)))

    assert told.split("\n\n")[1].splitlines()[2:] == [
        "| Gigawatch | 300 | 20.0 |",
        "| reader | 300 | 80.0 |",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(12345.6, "12,346 ms", id="thousands"),
        pytest.param(99.94, "99.9 ms", id="tens"),
        pytest.param(1.234, "1.23 ms", id="ones"),
        pytest.param(0.0, "0.00 ms", id="nothing"),
    ],
)
def test_figures_have_three_digits(value: float, shown: str) -> None:
    """More would promise what a noisy machine does not hold."""
    figure = Figure(name="one feed", value=value, unit="ms", method="once")

    told = render_markdown(Results(machine={}, figures=(figure,)))

    assert told.splitlines()[-1] == f"| one feed | {shown} | once |"


def test_what_could_not_be_measured_is_a_dash_with_its_reason() -> None:
    """A program that fails a case is not left out of the table."""
    figure = Figure(name="long feed", value=None, unit="ms", method="it was stopped")

    told = render_markdown(Results(machine={}, figures=(figure,)))

    assert told.splitlines()[-1] == "| long feed | – | it was stopped |"


def test_the_report_begins_with_the_machine_and_ends_with_what_is_missing() -> None:
    """A figure without its machine, or a peer left out in silence, would mislead."""
    results = Results(machine={"Python": "3.11.7", "reader": "3.26"}, missing=("newsboat: absent",))

    told = render_markdown(results)

    assert told == "Python 3.11.7; reader 3.26\n\nNot measured: newsboat: absent"


def test_the_json_has_every_rate() -> None:
    """A program that reads it need not divide."""
    told = to_json(Results(machine={"Python": "3.11.7"}, timings=(OURS,)))

    assert told == {
        "machine": {"Python": "3.11.7"},
        "timings": [
            {
                "program": "Gigawatch",
                "scenario": "cold",
                "feeds": 300,
                "seconds": 10.0,
                "cpu_s": 6.0,
                "peak_mb": 120.4,
                "answers": {},
                "feeds_per_s": 30.0,
            }
        ],
        "figures": (),
        "missing": (),
    }


def test_a_feed_of_the_farm_has_the_size_of_a_real_one() -> None:
    """Some 25 KB and 20 items; the same every time, another for every feed."""
    feed = render_feed(7)

    assert 20_000 < len(feed) < 33_000
    assert feed.count(b"<item>") == ITEMS
    assert feed == render_feed(7) != render_feed(8)


def test_a_new_entry_stands_above_the_old_ones() -> None:
    """The other items do not change by a byte."""
    items = render_feed(7).partition(b"<item>")[2]

    assert render_feed(7, new=1).endswith(items)
    assert render_feed(7, new=1).count(b"<item>") == ITEMS + 1


def test_the_long_feed_fits_the_limit_of_a_poll() -> None:
    """20,000 items in less than 10 MB."""
    feed = render_long_feed(20_000)

    assert feed.count(b"<item>") == 20_000
    assert len(feed) < 10 * 1024**2
