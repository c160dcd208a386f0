"""What the page on reading shows is what happens."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.money import find_money

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The first block of a language on the page."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_a_stranger_can_read_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of the page, run as they stand, print what the page says."""
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(compile(block("python"), "docs/reading.md", "exec"), {})  # noqa: S102 - our own page

    assert printed.getvalue() == block("text")


def test_a_company_can_be_added() -> None:
    """The table of the page is one the company list takes."""
    (company,) = parse_companies(block("toml").replace("[[companies]]", "[[company]]"))

    assert (company.name, company.sector) == ("Meridian Compute", "neocloud")


def test_every_place_the_recipes_name_is_there() -> None:
    """Modules, tables and files of the recipes exist."""
    named = set(re.findall(r"`((?:parsers|tests|deploy)/[\w/.]+\.\w+)`", PAGE))
    tables = set(re.findall(r"`([A-Z]+_[A-Z]+)`", PAGE))
    vocabulary = (ROOT / "parsers" / "vocabulary.py").read_text(encoding="utf-8")

    assert len(named) >= 6
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert [table for table in sorted(tables) if f"\n{table}:" not in vocabulary] == []
    assert [money.currency for money in find_money("QAR 5 billion")] == ["QAR"]
