"""Numbers are read as they are meant, in every way newsrooms write them."""

import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.hedges import Hedge, find_hedge
from parsers.numbers import (
    parse_cjk,
    parse_cjk_number,
    parse_digits,
    parse_words,
    scale_of,
    tidy,
)
from parsers.words import straighten


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("25", "25"),
        ("6.35", "6.35"),
        ("18,000", "18000"),
        ("12,930,300,000", "12930300000"),
        ("1,25,000", "125000"),  # India groups by two
        ("1,250.5", "1250.5"),
        ("1.250,5", "1250.5"),
        ("1,2", "1.2"),
        ("1.250", "1.250"),
        ("500.000.000", "500000000"),
        ("19 . 4", "19.4"),
        ("20 , 533", "20533"),
        ("1'000'000", "1000000"),
        ("0,125", "0.125"),
    ],
)
def test_digits_are_read_as_in_english(written: str, expected: str) -> None:
    """Marks that repeat or stand before three digits group; the others are decimal marks."""
    value = parse_digits(written)

    assert value == Decimal(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("5.000", "5000"), ("29.500", "29500"), ("1,5", "1.5"), ("1,250", "1.25"), ("0.125", ".125")],
)
def test_digits_beside_a_continental_scale_group_with_dots(written: str, expected: str) -> None:
    """US$ 5.000 millones are five billion."""
    value = parse_digits(written, groups=".")

    assert value == Decimal(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("six", "6"),
        ("six point three", "6.3"),
        ("one point two five", "1.25"),
        ("two and a half", "2.5"),
        ("twenty-five", "25"),
        ("one hundred and fifty", "150"),
        ("Half a", "0.5"),
        ("a quarter of a", "0.25"),
        ("a", "1"),
        ("hundred", "100"),
    ],
)
def test_number_words_are_added_up(written: str, expected: str) -> None:
    """What is spelled out counts like digits."""
    value = parse_words(written)

    assert value == Decimal(expected)


@pytest.mark.parametrize("written", ["five six", "two point twelve", "point", "twenty ten", "many"])
def test_words_that_make_no_number_are_none(written: str) -> None:
    """Two numbers side by side are not one, and better no number than a wrong one."""
    assert parse_words(written) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("30.53亿", "3053000000"),
        ("1兆2000億", "1200000000000"),
        ("3조 5000억", "3500000000000"),
        ("五十亿", "5000000000"),
        ("5千万", "50000000"),
        ("1.5万亿", "1500000000000"),
        ("50多亿", "5000000000"),
    ],
)
def test_east_asian_numbers_are_added_up(written: str, expected: str) -> None:
    """万, 亿 and 兆 scale their number, and parts add up."""
    assert parse_cjk(written) == Decimal(expected)


@pytest.mark.parametrize(
    ("written", "expected"), [("15", 15), ("十五", 15), ("一百二十", 120), ("五", 5), ("两", 2)]
)
def test_east_asian_digits_are_read(written: str, expected: int) -> None:
    """Han numerals count like digits."""
    assert parse_cjk_number(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [(" billion", 10**9), ("-million", 10**6), ("bn", 10**9), ("T", 10**12), ("x", None)],
)
def test_scales_are_looked_up_as_written(written: str, expected: int | None) -> None:
    """A scale may be spaced, hyphenated or a letter; an unknown one is none."""
    assert scale_of(written) == expected


def test_tidy_drops_the_zeros_a_scale_leaves() -> None:
    """Numbers print as people write them."""
    assert [str(tidy(Decimal(one))) for one in ("0.300", "2.50", "1E+9")] == [
        "0.3",
        "2.5",
        "1000000000",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US$\u00a05\u202fbn", "US$ 5 bn"),
        ("5\u00a0000 MW", "5'000 MW"),
        ("\uff04\uff12\uff15 – ’", "$25 - '"),
        ("\u212aſİı", "KsIi"),
        ("1，2", "1，2"),
    ],
    ids=["hard spaces", "a hard space in a number", "full width", "odd letters", "Chinese comma"],
)
def test_odd_characters_become_plain_ones(text: str, expected: str) -> None:
    """One character for one: offsets in the plain text are offsets in the text."""
    assert straighten(text) == expected


@given(st.text(alphabet=st.characters() | st.sampled_from(string.digits + "\u00a0 –’")))
def test_straightening_keeps_the_length(text: str) -> None:
    """Offsets stay true on any text."""
    assert len(straighten(text)) == len(text)


def test_a_hedge_takes_the_words_on_both_sides() -> None:
    """The qualifier, the increment and the rate stand around the amount, and are in its span."""
    text = "pays up to about $5bn more a year, it says"

    hedge = find_hedge(text, 17, 21)

    assert hedge == Hedge(qualifier="up_to", increment=True, per="year", start=5, end=33)


def test_a_hedge_leaves_what_belongs_to_the_fact_before() -> None:
    """No word is read twice: `floor` is where the fact before ended."""
    text = "$5bn extra $3bn"

    hedge = find_hedge(text, 11, 15, floor=10)

    assert hedge == Hedge(qualifier="exact", increment=False, per=None, start=11, end=15)
