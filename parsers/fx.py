"""Convert sums to US dollars at dated rates, offline.

Rates are the ECB's daily reference rates, which the currencyconverter package carries; currencies
the ECB does not quote but whose central bank holds them to the dollar come from a small table.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

# US dollars for one unit. AED, SAR, QAR, BHD, OMR and JOD are
# pegs (3.6725, 3.75, 3.64, 0.376, 0.3845 and 0.709 to the dollar). The
# Taiwan dollar floats: 31 to the dollar is its average of 2025, good to some 5 %.
_TABLE = {
    "AED": Decimal(1) / Decimal("3.6725"),
    "SAR": Decimal(1) / Decimal("3.75"),
    "QAR": Decimal(1) / Decimal("3.64"),
    "BHD": Decimal(1) / Decimal("0.376"),
    "OMR": Decimal(1) / Decimal("0.3845"),
    "JOD": Decimal(1) / Decimal("0.709"),
    "TWD": Decimal(1) / Decimal(31),
}
# The longest gap in the ECB's calendar is the Easter weekend: four days.
_LONGEST_GAP = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsdRate:
    """What one unit of a currency is worth in US dollars, and the day the rate was set."""

    rate: Decimal
    on: date


@cache
def _ecb() -> CurrencyConverter:
    """The table, read once (0.4 s) and only when a sum is not in dollars."""
    return CurrencyConverter(decimal=True)


@cache
def find_usd_rate(currency: str, on: date) -> UsdRate | None:
    """The rate of the last banking day up to `on`; None for a currency nobody quotes.

    Days after the table's end take its last rate, so that a sum is never left unconverted.
    """
    if currency == "USD":
        return UsdRate(rate=Decimal(1), on=on)
    if currency in _TABLE:
        return UsdRate(rate=_TABLE[currency], on=on)
    table = _ecb()
    if currency not in table.currencies:
        return None
    day = min(on, table.bounds["USD"].last_date, table.bounds[currency].last_date)
    for back in range(_LONGEST_GAP.days + 1):
        try:
            rate = table.convert(Decimal(1), currency, "USD", day - timedelta(days=back))
        except RateNotFoundError:
            continue
        return UsdRate(rate=rate, on=day - timedelta(days=back))
    return None
