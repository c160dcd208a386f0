"""Headlines told as tests/data/headlines.txt has them, and the same however they are dressed."""

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from parsers.wording import find_headline
from tests.readings import parties_of, read
from tests.variants import DRESS, ENGLISH, told, variants

_WRITTEN: Final = (Path(__file__).parents[1] / "data" / "headlines.txt").read_text(encoding="utf-8")
LINES: Final = [line for line in _WRITTEN.splitlines() if line and not line.startswith("#")]
TITLES: Final = [
    (line[:2], title)
    for line in LINES
    if (title := re.split(r" (?:=>|\|\|) ", line)[0][5:]) == find_headline(title)
]
# What newsrooms add may tell something after all: "to meet growing demand" is a reason to buy.
_MOST_CHANGED: Final = 0.02


@pytest.mark.parametrize("line", LINES)
def test_a_headline_tells_its_deal(line: str) -> None:
    """Who takes compute and who gives it, and what happens to the deal, or that there is none."""
    words, _, expected = line.partition(" => ")
    title, _, text = words.split(" | ", 1)[1].partition(" || ")

    reading = read(title, text)

    assert f"{reading.event}; {parties_of(reading)}".removesuffix("; ") == expected


@pytest.mark.parametrize(("lang", "title"), TITLES)
def test_dress_changes_nothing(lang: str, title: str) -> None:
    """Labels, marks, quotation marks and publishers tell nothing of a deal."""
    changed = [one for one in variants(title, DRESS) if told(read(one.told)) != told(read(title))]

    assert changed == [], lang


def test_other_words_tell_the_same() -> None:
    """Another verb, another noun, a circumstance behind: all but a few are read alike."""
    every = [one for lang, title in TITLES if lang == "en" for one in variants(title, ENGLISH)]
    every = every[::5]  # the whole takes a minute; `python -m tests.variants` reads them all
    changed = [one for one in every if told(read(one.told)) != told(read(one.title))]

    assert len(changed) <= _MOST_CHANGED * len(every), Counter(one.change for one in changed)
