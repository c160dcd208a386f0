"""Texts read with the companies Gigawatch knows, for tests of what is made of them."""

from pathlib import Path
from typing import Final

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading

_LIST: Final = Path(__file__).parents[1] / "deploy" / "companies.toml"
READER: Final[Reader] = build_reader(parse_companies(_LIST.read_text(encoding="utf-8")))


def read(title: str, text: str = "") -> DealReading:
    """The reading of a title and its text."""
    return read_deal(title, text, READER)


def parties_of(reading: DealReading) -> str:
    """The parties of a reading, as "Company:role" in order of name."""
    return ", ".join(sorted(f"{party.company}:{party.role}" for party in reading.parties))


def told(title: str, text: str = "") -> str:
    """The parties of a title and its text, as `parties_of` has them."""
    return parties_of(read(title, text))
