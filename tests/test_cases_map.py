"""docs/cases.md tells which test proves what: it has to tell the truth."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
MAP = TESTS.parent / "docs" / "cases.md"
ROW = re.compile(r"^\| (?:(?P<number>\d+) \| )?(?P<what>[^|]+) \| (?P<tests>`[^|]+) \|$")
NAMED = re.compile(r"`(?P<file>[\w/]+\.py)::(?P<name>test_\w+)`")


def rows() -> list[re.Match[str]]:
    """The rows of both tables that name tests."""
    lines = MAP.read_text(encoding="utf-8").splitlines()
    return [row for row in map(ROW.match, lines) if row and "::" in row["tests"]]


def names_in(file: str) -> set[str]:
    """The names of the tests in a file under tests/."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in tree.body if isinstance(node, functions)}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["what"]) for row in rows()])
def test_every_named_test_exists(row: re.Match[str]) -> None:
    """A test that is renamed or removed takes its promise along, unless somebody looks."""
    named = [(test["file"], test["name"]) for test in NAMED.finditer(row["tests"])]

    assert len(named) == row["tests"].count("`") / 2
    assert [name for file, name in named if name not in names_in(file)] == []


def test_no_behaviour_is_left_out() -> None:
    """All thirty-six, each once, in order; and the threats behind them."""
    numbers = [int(row["number"]) for row in rows() if row["number"]]

    assert numbers == list(range(1, 37))
    assert len(rows()) > len(numbers)
