"""How long a deal runs, and not how old anything is."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.term import find_terms

TERMS = [
    ("over the next decade", "10", "over the next decade"),
    ("over a decade", "10", "over a decade"),
    ("a decade-long pact", "10", "a decade-long"),
    ("a 12-year lease", "12", "12-year"),
    ("a fifteen-year lease", "15", "fifteen-year"),
    ("a five-year, $11.9 billion deal", "5", "five-year"),
    ("15-Year, 245 MW lease", "15", "15-Year"),
    ("a 10yr deal", "10", "10yr"),
    ("a 25-Year tech war", "25", "25-Year"),
    ("$6 billion over five years", "5", "over five years"),
    ("over the next 3 to 5 years", "5", "over the next 3 to 5 years"),
    ("runs for six years", "6", "for six years"),
    ("for at least ten years", "10", "for at least ten years"),
    ("for 18 months", "1.5", "for 18 months"),
    ("18 months", "1.5", "18 months"),
    ("(18 months)", "1.5", "18 months"),
    ("Six Month Lease", "0.5", "Six Month"),
    ("15 years lease", "15", "15 years"),
    ("a 10- to 15-year term", "15", "10- to 15-year"),
    ("为期五年", "5", "为期五年"),
    ("15年", "15", "15年"),
    ("为期20年", "20", "为期20年"),
    ("服务期限为60个月", "5", "期限为60个月"),
    ("10年間", "10", "10年間"),
    ("5년", "5", "5년"),
    ("un acuerdo de cinco años", "5", "de cinco años"),
    ("a 15 años", "15", "a 15 años"),
    ("durante 10 años", "10", "durante 10 años"),
    ("über fünf Jahre", "5", "über fünf Jahre"),
    ("ein fünfjähriger Vertrag", "5", "fünfjähriger"),
    ("ein 15-jähriger Vertrag", "15", "15-jähriger"),
]


@pytest.mark.parametrize(("text", "years", "quote"), TERMS, ids=[text for text, _, _ in TERMS])
def test_a_term_is_read_in_years(text: str, years: str, quote: str) -> None:
    """Months count as parts of a year, and of a range the longer end counts."""
    found = find_terms(text)

    assert [(one.years, one.quote) for one in found] == [(Decimal(years), quote)]


@pytest.mark.parametrize(
    "text",
    [
        "through 2032",
        "multi-year",
        "10 years ago",
        "in the past five years",
        "over the last five years",
        "a five-year-old start-up",
        "the last 3 years",
        "the last decade",
        "a decade of growth",
        "for the past 10-year period",
        "a 30-year veteran",
        "the 10-year Treasury",
        "a two-year high",
        "in one year",
        "it took 3 years to build",
        "500 years of history",
        "a 500-year plan",
        "two 5-year renewal options",
        "a 5-year extension",
        "hace 10 años",
        "vor fünf Jahren",
        "2025年",
        "25年",
        "过去五年",
        "5年前",
        "第三年",
        "一年",
        "5년 전",
        "7月29日",
        "five six-year plans",
        "",
    ],
)
def test_what_is_no_term_is_left_out(text: str) -> None:
    """Ages, dates and the past are no terms."""
    assert find_terms(text) == ()


def test_terms_of_two_scripts_come_in_order() -> None:
    """The order is the text's, whatever the language."""
    found = find_terms("为期五年 (a five-year deal), 10年間")

    assert [one.quote for one in found] == ["为期五年", "five-year", "10年間"]


WORDS = st.sampled_from(
    [
        *("5", "12", "2025", "five", "twenty", "a", "the", "next", "decade", "year", "years"),
        *("months", "over", "for", "to", "-", "ago", "old", "last", "年", "五", "間", "前"),
        *("años", "de", "cinco", "jährig", "fünf"),
    ]
)
TEXTS = st.text() | st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS).map("".join)


@given(TEXTS)
def test_any_text_is_read_for_terms_without_an_error(text: str) -> None:
    """Whatever a feed holds: no error, quotes are the text's own words, in order, apart."""
    found = find_terms(text)

    assert all(one.quote == text[one.start : one.end] for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_the_seed_runs_ten_years(shared: Path) -> None:
    """The news this project was started from: "over the next decade"."""
    text = (shared / "seed" / "000_f5fcb98505d3f8a7.txt").read_text(encoding="utf-8")

    found = find_terms(text)

    assert [one.years for one in found] == [10]
