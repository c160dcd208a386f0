"""Amounts as newsrooms of many languages write them: tests/data/facts holds a line for each.

A line is a text and, after its last "|", the facts in it, ";" between them; nothing stands there
where the text holds none. A fact reads "25e9 USD up_to": full units, gigawatts or years, then the
qualifier, "+" for an increment, "/year" for a rate; "2e9..3e9" are both ends of a range.
"""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from parsers.chips import find_chips
from parsers.money import find_money
from parsers.power import find_power
from parsers.term import find_terms

TABLES = Path(__file__).parent.parent / "data" / "facts"


def plain(value: Decimal | None) -> str:
    """A number as the tables write it, without an exponent or zeros behind the point."""
    return "" if value is None else format(value.normalize() + 0, "f")


def ends(low: Decimal, high: Decimal | None) -> str:
    """A value, or both ends of a range."""
    return "..".join(filter(None, (plain(low), plain(high))))


def money_in(text: str) -> list[str]:
    """The sums of a text in the words of its table."""
    return [
        f"{ends(one.amount, one.amount_high)} {one.currency} {one.qualifier}"
        f"{' +' if one.increment else ''}{f' /{one.per}' if one.per else ''}"
        for one in find_money(text)
    ]


def power_in(text: str) -> list[str]:
    """The capacities of a text, in gigawatts."""
    return [
        f"{ends(one.gigawatts, one.gigawatts_high)} {one.qualifier}{' +' if one.increment else ''}"
        for one in find_power(text)
    ]


def chips_in(text: str) -> list[str]:
    """The chips of a text: count, model, qualifier; "-" for what is not told."""
    return [f"{one.count or '-'} {one.model or '-'} {one.qualifier}" for one in find_chips(text)]


def terms_in(text: str) -> list[str]:
    """The terms of a text, in years."""
    return [plain(one.years) for one in find_terms(text)]


def expected(written: str) -> str:
    """A fact of a table with its number written out: "25e9" is "25000000000"."""
    number, space, rest = written.strip().partition(" ")
    if number == "-":
        return written.strip()
    return "..".join(plain(Decimal(end)) for end in number.split("..")) + space + rest


def rows(name: str) -> list[tuple[str, list[str]]]:
    """The lines of a table: each text with its facts."""
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    cut = [line.rpartition("|") for line in lines]
    return [
        (text.strip(), [expected(fact) for fact in facts.split(";") if fact.strip()])
        for text, _, facts in cut
    ]


READERS: list[tuple[str, Callable[[str], list[str]]]] = [
    ("money", money_in),
    ("power", power_in),
    ("chips", chips_in),
    ("terms", terms_in),
]


@pytest.mark.parametrize(
    ("read", "text", "facts"),
    [
        pytest.param(read, text, facts, id=f"{name}: {text}")
        for name, read in READERS
        for text, facts in rows(name)
    ],
)
def test_a_line_of_news_holds_these_facts(
    read: Callable[[str], list[str]], text: str, facts: list[str]
) -> None:
    """Every way of writing an amount comes out the same, and nothing else comes out."""
    assert read(text) == facts


@pytest.mark.parametrize(
    ("read", "text", "facts"),
    [
        pytest.param(read, text, facts, id=f"{name}: {text}")
        for name, read in READERS
        if name in ("money", "power")
        for text, facts in rows(name)
        if text.isascii() and facts
    ],
)
def test_facts_are_the_same_inside_a_sentence(
    read: Callable[[str], list[str]], text: str, facts: list[str]
) -> None:
    """What stands around an amount, but for the words that qualify it, changes nothing."""
    assert read(f"The companies signed it: {text}, two people said.") == facts
