"""Deals other people keep by hand, read from their descriptions: how much of them we find."""

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from flows.polling.tools import builtin_companies
from parsers.companies import find_mentions
from parsers.legs import is_close
from parsers.money import find_money
from parsers.power import find_power
from parsers.reading import Reader, build_reader

LEDGER = "corpora/deals/compute-deal-map"
BILLION = Decimal(10) ** 9
POWER = re.compile(r"(\d[\d.,]*)\+?\s?(GW|MW)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A row of the ledger: its two sides, its price and its power where it has them."""

    sides: tuple[str, str]
    description: str
    usd: Decimal | None
    gigawatts: Decimal | None


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader with the companies we bring."""
    return build_reader(builtin_companies())


def load(shared: Path, *, held_out: bool) -> list[Kept]:
    """Half of the ledger; the other half is never looked at while the rules are written."""
    files = sorted((shared / LEDGER).glob("*.yml"))
    return [_kept(file) for file in files if _is_held_out(file) == held_out]


def _is_held_out(file: Path) -> bool:
    return int(hashlib.sha1(file.name.encode()).hexdigest()[0], 16) >= 8  # noqa: S324


def _kept(file: Path) -> Kept:
    row = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    billions = row["value_billions"]
    power = POWER.search(row["value_display"] or "")
    return Kept(
        sides=(row["source_name"], row["target_name"]),
        description=" ".join(row["description"].split()),
        usd=None if billions is None else Decimal(str(billions)) * BILLION,
        gigawatts=None if power is None else _gigawatts(power),
    )


def _gigawatts(told: re.Match[str]) -> Decimal:
    return Decimal(told[1].replace(",", "")) * (Decimal("0.001") if told[2] == "MW" else 1)


def finds_sides(kept: Kept, reader: Reader) -> bool:
    """Whether both sides are among the companies of the description."""
    named = {mention.company for mention in find_mentions(kept.description, reader.index)}
    return all(
        any(mention.company in named for mention in find_mentions(side, reader.index))
        for side in kept.sides
    )


def finds_price(kept: Kept) -> bool:
    """Whether the price is among the dollars of the description."""
    sums = [
        end
        for money in find_money(kept.description)
        if money.currency == "USD"
        for end in (money.amount, money.amount_high)
    ]
    return kept.usd is not None and any(end and is_close(end, kept.usd) for end in sums)


def finds_power(kept: Kept) -> bool:
    """Whether the power is among the gigawatts of the description."""
    found = [power.gigawatts_high or power.gigawatts for power in find_power(kept.description)]
    return kept.gigawatts is not None and any(is_close(one, kept.gigawatts) for one in found)


@pytest.mark.parametrize(
    ("held_out", "sides", "prices", "powers"),
    [
        # Of 66 deals, 16 prices and 7 capacities; many a price stands beside it only,
        # and what a power plant gives is no capacity of a deal.
        pytest.param(False, 43, 12, 5, id="open half"),
        # Of 67 deals, 24 prices and 5 capacities.
        pytest.param(True, 34, 10, 4, id="held out half"),
    ],
)
def test_a_ledger_is_read_from_its_descriptions(  # noqa: PLR0917 - one row of floors
    shared: Path, reader: Reader, held_out: bool, sides: int, prices: int, powers: int
) -> None:
    """Both sides, the price in dollars, the gigawatts: as many as were measured, or more."""
    rows = load(shared, held_out=held_out)
    priced = [row for row in rows if row.usd is not None]
    powered = [row for row in rows if row.gigawatts is not None]

    found = (
        sum(finds_sides(row, reader) for row in rows),
        sum(map(finds_price, priced)),
        sum(map(finds_power, powered)),
    )

    assert all(got >= floor for got, floor in zip(found, (sides, prices, powers), strict=True))
