"""docs/cases.md tells which test proves what: it has to tell the truth."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
MAP = TESTS.parent / "docs" / "cases.md"
ROW = re.compile(r"^\| (?:(?P<number>\d+) \| )?(?P<what>[^|]+) \| (?P<tests>`[^|]+) \|$")
NAMED = re.compile(r"`(?P<file>[\w/]+\.py)::(?P<name>test_\w+)`")

# What may happen to an alert, and what threatens it, by the words of the shared list.
FAULTS = {
    "Delivery": (
        "ok",
        "flaky",
        "429 with Retry-After",
        "400",
        "gone",
        "connection dropped before or after the send",
        "hang",
        "200 with an error body",
        "redirect",
        "huge answer",
        "SMTP ok",
        "SMTP 4xx",
        "SMTP 5xx",
        "SMTP dropped after DATA",
        "one good destination beside a bad one",
        "500 matches in one poll",
        "a destination removed or renamed with deliveries pending",
        "a destination down for three days",
    ),
    "Time": (
        "clock an hour back",
        "ten years on",
        "DST both ways",
        "TZ changed",
        "naive dates",
        "laptop asleep for 8 h",
        "an entry that returns after pruning",
        "year 9999",
    ),
    "Output": ("Slack JSON", "mail headers", "CSV", "HTML", "terminal", "one log event a line"),
    "Threat": (
        "Slack, Markdown, HTML injection",
        "mail header injection",
        "CSV, HTML report, terminal, log lines",
        "alert flood",
        "lost or doubled alerts",
        "poison item or channel",
        "secrets",
        "clock",
    ),
}


def rows() -> list[re.Match[str]]:
    """The rows of the tables that name tests."""
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


def test_no_fault_is_left_out() -> None:
    """Whatever may happen to an alert on its way stands in the map, each once, in order."""
    wanted = [f"{kind}: {fault}" for kind, faults in FAULTS.items() for fault in faults]
    found = [row["what"] for row in rows() if row["what"].partition(": ")[0] in FAULTS]

    assert found == wanted


def test_the_shared_list_has_no_other_fault(shared: Path) -> None:
    """What is added there needs a test here."""
    text = (shared / "THREATS.md").read_text(encoding="utf-8")
    threats = {line.split(" | ")[0].removeprefix("| ") for line in text.splitlines()}

    for kind in ("Delivery", "Time", "Output"):
        assert faults_in(text, kind) == list(FAULTS[kind])
    assert set(FAULTS["Threat"]) <= threats


def faults_in(text: str, kind: str) -> list[str]:
    """The faults of "Time: clock an hour back, year 9999."; what stands in brackets is left out."""
    told = text.partition(f"\n{kind}: ")[2].partition(".\n")[0]
    told = re.sub(r" \([^)]*\)", "", " ".join(told.split()))
    found = []
    for part in told.split("; "):
        server = "SMTP " if part.startswith("SMTP ") else ""
        found += [f"{server}{fault.removeprefix(server)}" for fault in part.split(", ")]
    return found
