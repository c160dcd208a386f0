"""Rates are dated, offline, and never guessed."""

from datetime import date
from decimal import Decimal

import pytest

from parsers.fx import UsdRate, find_usd_rate


def test_a_dollar_is_a_dollar_on_any_day() -> None:
    """US dollars need no table, so their rate is of the very day, weekend or not."""
    assert find_usd_rate("USD", date(2026, 4, 19)) == UsdRate(rate=Decimal(1), on=date(2026, 4, 19))


@pytest.mark.parametrize(
    ("currency", "on", "rate"),
    [
        pytest.param("SGD", date(2026, 4, 21), "0.7865", id="singapore"),
        pytest.param("EUR", date(2026, 4, 2), "1.1525", id="euro"),
        pytest.param("AED", date(2026, 4, 21), "0.2723", id="emirates"),
        pytest.param("SAR", date(2026, 4, 21), "0.2667", id="saudi"),
        pytest.param("QAR", date(2026, 4, 21), "0.2747", id="qatar"),
        pytest.param("TWD", date(2026, 4, 21), "0.0323", id="taiwan, about"),
    ],
)
def test_the_rate_of_a_day(currency: str, on: date, rate: str) -> None:
    """The ECB's reference rate of the day, or the central bank's peg."""
    found = find_usd_rate(currency, on)

    assert found is not None
    assert found.rate.quantize(Decimal("0.0001")) == Decimal(rate)
    assert found.on == on


@pytest.mark.parametrize(
    ("on", "bank_day"),
    [
        pytest.param(date(2026, 4, 19), date(2026, 4, 17), id="a Sunday"),
        pytest.param(date(2026, 4, 6), date(2026, 4, 2), id="Easter Monday: four days back"),
    ],
)
def test_a_day_without_a_rate_takes_the_last_one(on: date, bank_day: date) -> None:
    """The rate says which day it was set, so that a reader can check it."""
    found = find_usd_rate("EUR", on)

    assert found is not None
    assert found.on == bank_day
    assert found == find_usd_rate("EUR", bank_day)


def test_days_after_the_tables_end_take_its_last_rate() -> None:
    """A sum is never left unconverted only because the package is a little old."""
    late, later = (find_usd_rate("SGD", date(year, 1, 1)) for year in (2098, 2099))

    assert late is not None
    assert late == later
    assert date(2026, 4, 21) <= late.on < date(2098, 1, 1)


@pytest.mark.parametrize(
    ("currency", "on"),
    [
        pytest.param("XXX", date(2026, 4, 21), id="nobody quotes it"),
        pytest.param("EUR", date(1990, 1, 1), id="before the table begins"),
    ],
)
def test_no_rate_is_none(currency: str, on: date) -> None:
    """An unknown rate is absent, never one to one."""
    assert find_usd_rate(currency, on) is None
