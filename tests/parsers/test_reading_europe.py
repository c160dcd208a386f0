"""Deals as newsrooms of Europe tell them: tests/data/europe holds a line for each.

A line is a language, a title and, after "//", a text; after its "|" stands what is read of it.
"""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
TABLES = Path(__file__).parents[1] / "data" / "europe"


def lines_of(table: str) -> list[str]:
    """The lines of a table; a line is its own id, so that a failure can be read."""
    written = (TABLES / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def read(words: str) -> DealReading:
    """What is read of a line before its "|", with the list that comes with the program."""
    title, _, text = words.strip().partition(": ")[2].partition(" // ")
    return read_deal(title, text, READER)


@pytest.mark.parametrize("line", lines_of("roles"))
def test_each_side_has_its_role(line: str) -> None:
    """Verbs, passives, prepositions and endings tell who buys and who supplies."""
    words, _, roles = line.rpartition(" | ")

    reading = read(words)

    assert reading.is_compute_deal, reading.reasons
    assert {f"{party.company} {party.role}" for party in reading.parties} == set(roles.split(", "))


@pytest.mark.parametrize("line", lines_of("events"))
def test_the_event_is_told(line: str) -> None:
    """Hearsay, ends, denials and extensions are told by mood, source and verb."""
    words, _, event = line.rpartition(" | ")

    assert read(words).event == event


@pytest.mark.parametrize("line", lines_of("others"))
def test_other_subjects_stay_out(line: str) -> None:
    """Own investments, equity, power, earnings and takeovers are no compute deals."""
    assert not read(line).is_compute_deal


def sums_of(words: str) -> list[str]:
    """The sums of the deal, in full units of their currency."""
    return [f"{format(money.amount.normalize() + 0, 'f')}" for money in read(words).money]


@pytest.mark.parametrize("line", lines_of("sums"))
def test_only_sums_of_the_deal_count(line: str) -> None:
    """Revenue, profit, valuations, funds and a year's own spending are no price of a deal."""
    words, _, sums = line.rpartition(" |")

    assert sums_of(words) == [format(int(float(one)), "d") for one in sums.split()]
