"""What is stored is what was said: values survive JSON exactly."""

import json
from datetime import UTC
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import DatabaseError
from parsers.types import Chips, Deal, DealReading, Figure, Leg, Money, Power, Term
from storage.codec import deal_from_json, reading_from_json, to_json

MOMENTS = st.datetimes(timezones=st.just(UTC))
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
TEXTS = st.text(max_size=30)


def optional(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """The value or None."""
    return st.none() | strategy


CHIPS = st.builds(Chips, count=optional(st.integers(0, 10**9)), model=optional(TEXTS))
LEGS = st.builds(
    Leg,
    amount=optional(DECIMALS),
    amount_high=optional(DECIMALS),
    qualifier=st.sampled_from([None, "up_to", "range"]),
    increment=st.booleans(),
    usd=optional(DECIMALS),
    usd_rate=optional(DECIMALS),
    usd_rate_date=optional(st.dates()),
    power_gw=optional(DECIMALS),
    chips=optional(CHIPS),
    term_years=optional(DECIMALS),
)
READINGS = st.builds(
    DealReading,
    status=st.sampled_from([None, "talks", "denied"]),
    companies=st.lists(TEXTS, max_size=2).map(tuple),
    legs=st.lists(LEGS, max_size=2).map(tuple),
    money=st.lists(
        st.builds(Money, amount=DECIMALS, amount_high=optional(DECIMALS)), max_size=2
    ).map(tuple),
    powers=st.lists(st.builds(Power, gigawatts=DECIMALS), max_size=2).map(tuple),
    chips=st.lists(CHIPS, max_size=2).map(tuple),
    terms=st.lists(st.builds(Term, years=DECIMALS), max_size=2).map(tuple),
)
DEALS = st.builds(
    Deal,
    legs=st.lists(LEGS, max_size=2).map(tuple),
    status_history=st.just(()),
    sources=st.just(()),
    announced_at=MOMENTS,
    updated_at=MOMENTS,
    figures=st.lists(st.builds(Figure), max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=60)
@given(READINGS)
def test_a_reading_survives_json(reading: DealReading) -> None:
    """Every fact and quote comes back as it was, through real JSON text."""
    text = json.dumps(to_json(reading))

    assert reading_from_json(json.loads(text)) == reading


@settings(deadline=None, max_examples=60)
@given(DEALS)
def test_a_deal_survives_json(deal: Deal) -> None:
    """Every leg, time and figure comes back as it was, through real JSON text."""
    text = json.dumps(to_json(deal))

    assert deal_from_json(json.loads(text)) == deal


@pytest.mark.parametrize("digits", ["100", "1.10", "1E+9", "0.30000000000000000000000001", "-0"])
def test_every_digit_of_a_sum_is_kept(digits: str) -> None:
    """Also the zeros at the end, which tell how exact a source was."""
    term = Term(years=Decimal(digits), quote="q", start=0, end=1)
    reading = DealReading(is_compute_deal=False, event="none", reasons=(), terms=(term,))

    (read,) = reading_from_json(to_json(reading)).terms

    assert str(read.years) == digits


def test_a_value_of_an_older_program_is_read() -> None:
    """Fields added since have their defaults; fields dropped since are left out."""
    stored = {"is_compute_deal": False, "event": "none", "reasons": [], "dropped": 1}

    assert reading_from_json(stored) == DealReading(is_compute_deal=False, event="none", reasons=())


@pytest.mark.parametrize(
    ("stored", "message"),
    [
        pytest.param(None, "a stored Deal cannot be read: the whole: ", id="nothing"),
        pytest.param({"title": 1}, "a stored Deal cannot be read: title: ", id="wrong type"),
    ],
)
def test_a_stored_value_that_is_none_is_named(stored: object, message: str) -> None:
    """Which value, where in it, and what to do, in one line."""
    with pytest.raises(DatabaseError) as caught:
        deal_from_json(stored)

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
