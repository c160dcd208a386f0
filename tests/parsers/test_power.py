"""Capacity in gigawatts, never energy, never a word without a number."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.power import find_power
from parsers.types import Power

CAPACITIES = [
    ("5 GW", "5", "exact", "5 GW"),
    ("a 5-gigawatt site", "5", "exact", "5-gigawatt"),
    ("5 GW-scale site", "5", "exact", "5 GW"),
    ("835MW", "0.835", "exact", "835MW"),
    ("245 MW AI site", "0.245", "exact", "245 MW"),
    ("150 MVA connection", "0.15", "exact", "150 MVA"),
    ("5,000 kW", "0.005", "exact", "5,000 kW"),
    ("five gigawatts", "5", "exact", "five gigawatts"),
    ("half a gigawatt", "0.5", "exact", "half a gigawatt"),
    ("A Gigawatt of Compute", "1", "exact", "A Gigawatt"),
    ("well over a gigawatt", "1", "at_least", "well over a gigawatt"),
    ("up to 5 GW", "5", "up_to", "up to 5 GW"),
    ("300+ MW", "0.3", "at_least", "300+ MW"),
    ("300MW/$5B/yr", "0.3", "exact", "300MW"),
    ("nearly 5GW", "5", "approx", "nearly 5GW"),
    ("大约 1.6 GW 算力", "1.6", "approx", "大约 1.6 GW"),
    ("逾500兆瓦", "0.5", "at_least", "逾500兆瓦"),
    ("4.5吉瓦", "4.5", "exact", "4.5吉瓦"),
    ("2千兆瓦", "2", "exact", "2千兆瓦"),
    ("50万千瓦", "0.5", "exact", "50万千瓦"),
    ("最大2GW規模", "2", "up_to", "最大2GW"),
    ("6ギガワット規模", "6", "exact", "6ギガワット"),
    ("5기가와트", "5", "exact", "5기가와트"),
    ("2 gigavatios", "2", "exact", "2 gigavatios"),
    ("1,5 Gigawatt", "1.5", "exact", "1,5 Gigawatt"),
    ("2,5 ГВт", "2.5", "exact", "2,5 ГВт"),
]


@pytest.mark.parametrize(
    ("text", "gigawatts", "qualifier", "quote"), CAPACITIES, ids=[row[0] for row in CAPACITIES]
)
def test_capacity_is_read_in_gigawatts(
    text: str, gigawatts: str, qualifier: str, quote: str
) -> None:
    """Every unit and language comes out in gigawatts, with its qualifier and its words."""
    found = find_power(text)

    assert [(one.gigawatts, one.qualifier, one.quote) for one in found] == [
        (Decimal(gigawatts), qualifier, quote)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.2 GW to 2.0 GW", "1.2", "2"),
        ("100-200MW", "0.1", "0.2"),
        ("100 MW–200 MW", "0.1", "0.2"),
        ("between 5 and 7 gigawatts", "5", "7"),
        ("five to seven gigawatts", "5", "7"),
        ("600MW to 1.2GW", "0.6", "1.2"),
    ],
)
def test_a_range_is_one_capacity_with_two_ends(text: str, low: str, high: str) -> None:
    """The unit may stand on the last number only."""
    found = find_power(text)

    assert [(one.gigawatts, one.gigawatts_high, one.quote) for one in found] == [
        (Decimal(low), Decimal(high), text)
    ]


@pytest.mark.parametrize("text", ["from 1.2 GW to 2.0 GW", "1.2 GW and 2.0 GW", "2 GW to 500 MW"])
def test_two_capacities_are_not_a_range(text: str) -> None:
    """A change, and two sites, are two capacities; so is a fall."""
    found = find_power(text)

    assert [one.gigawatts_high for one in found] == [None, None]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("another 600 MW", "another 600 MW"),
        ("4.5 GW additional", "4.5 GW additional"),
        ("1 GW of additional capacity", "1 GW of additional"),
        ("an additional 4.5 gigawatts", "an additional 4.5 gigawatts"),
        ("新增4.5吉瓦", "新增4.5吉瓦"),
    ],
)
def test_capacity_on_top_is_an_increment(text: str, quote: str) -> None:
    """What is added tells nothing of the total."""
    found = find_power(text)

    assert [(one.increment, one.quote) for one in found] == [(True, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "500 GWh",
        "500 MWh a year",
        "5 gigawatt-hours",
        "5 gigawatt hours",
        "20亿千瓦时",
        "multi-gigawatt sites",
        "multiple gigawatts",
        "a gigawatt-scale campus",
        "at Gigawatt Scale",
        "a 120 kW rack",
        "GB300 racks",
        "$5bn",
        "",
    ],
)
def test_what_is_no_capacity_is_left_out(text: str) -> None:
    """Energy, single racks and words without a number are no capacity."""
    assert find_power(text) == ()


def test_a_capacity_carries_its_place() -> None:
    """The whole value, once."""
    found = find_power("It takes up to 600 MW more.")

    assert found == (
        Power(
            gigawatts=Decimal("0.6"),
            qualifier="up_to",
            quote="up to 600 MW more",
            start=9,
            end=26,
            increment=True,
        ),
    )


WORDS = st.sampled_from(
    [
        *("5", "1.2", "GW", "MW", "kW", "gigawatt", "gigawatts", "a", "half", "to", "-"),
        *("and", "between", "up", "more", "than", "万", "千瓦", "兆瓦", "h", ",", "+"),
    ]
)
TEXTS = st.text() | st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS).map("".join)


@given(TEXTS)
def test_any_text_is_read_for_power_without_an_error(text: str) -> None:
    """Whatever a feed holds: no error, quotes are the text's own words, in order, apart."""
    found = find_power(text)

    assert all(one.quote == text[one.start : one.end] for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.integers(min_value=1, max_value=99_999))
def test_gigawatts_come_back_whole(number: int) -> None:
    """No number of gigawatts is lost or scaled wrongly."""
    found = find_power(f"a site of {number} GW")

    assert [one.gigawatts for one in found] == [number]


def test_the_seed_names_five_gigawatts(shared: Path) -> None:
    """The news this project was started from: a ceiling of five."""
    text = (shared / "seed" / "000_f5fcb98505d3f8a7.txt").read_text(encoding="utf-8")

    found = find_power(text)

    assert [(one.gigawatts, one.qualifier) for one in found] == [(Decimal(5), "up_to")]


@pytest.mark.parametrize(
    "text",
    [
        "a dedicated 1.6GW gas plant",
        "200 MW of solar farms",
        "1.6GW gas\n  plant",
        "2GW nuclear reactors",
    ],
)
def test_a_power_plant_is_no_capacity_of_the_deal(text: str) -> None:
    """What a plant makes is not what the machines take."""
    assert find_power(text) == ()


def test_a_site_run_on_gas_keeps_its_capacity() -> None:
    """What the site takes counts, whatever powers it."""
    assert [one.quote for one in find_power("a 300MW gas-powered data center")] == ["300MW"]
