"""An entry saved as plain text gives title, publisher, text and headlines."""

import json
from pathlib import Path

import pytest

from parsers.plain import parse_plain_entry
from parsers.types import Headline


def test_the_seed_is_read_whole(shared: Path) -> None:
    """Title, publisher and rule are no text, nor are the headlines and their heading."""
    expected = json.loads((shared / "seed/expected.json").read_text("utf-8"))
    text = (shared / "seed/000_f5fcb98505d3f8a7.txt").read_text("utf-8")

    entry = parse_plain_entry(text)

    assert entry.title == "Anthropic bites back in the compute wars with Amazon partnership"
    assert entry.publisher == "Axios"
    assert [link.url for link in entry.links] == expected["links_repaired"]
    assert entry.headlines == tuple(Headline(**row, url=None) for row in expected["headlines"])
    assert entry.text.startswith("Anthropic is expanding its partnership with Amazon, committing")
    assert entry.text.endswith("To monitor the AI race, watch compute capacity.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Title\nAxios\n—\nBody.", ("Title", "Axios", "Body."), id="as the seed"),
        pytest.param(
            "Title\n\nAxios\n\n--\n\nBody.", ("Title", "Axios", "Body."), id="blank lines"
        ),
        pytest.param(
            "Title\nThe Gazette\n—\nA\nB", ("Title", "The Gazette", "A\nB"), id="stranger"
        ),
        pytest.param("Title\nReuters\nBody.", ("Title", "Reuters", "Body."), id="no rule"),
        pytest.param("Title\nBody.\nMore.", ("Title", None, "Body.\nMore."), id="no publisher"),
        pytest.param("Title\n—\nBody.", ("Title", None, "—\nBody."), id="rule alone"),
        pytest.param("A &amp; B", ("A & B", None, ""), id="title alone"),
        pytest.param("", ("", None, ""), id="nothing"),
    ],
)
def test_other_shapes_lose_nothing(text: str, expected: tuple[str, str | None, str]) -> None:
    """The first line is the title; what is no publisher's line is text."""
    entry = parse_plain_entry(text)

    assert (entry.title, entry.publisher, entry.text) == expected


def test_an_edit_shows_and_the_key_stays() -> None:
    """The title names the entry; another word in its body changes only the fingerprint."""
    one, other = parse_plain_entry("Title\nBody."), parse_plain_entry("Title\nOther.")

    assert one.key == other.key
    assert one.fingerprint != other.fingerprint
