from dataclasses import replace
from pathlib import Path

import pytest

from parsers.errors import ParseError
from parsers.json_feed import RawFeed, RawItem, parse_json_feed

FEEDS = Path(__file__).parent.parent / "data/feeds"


def test_a_json_feed_is_read_with_what_is_usable() -> None:
    """Fields of a wrong type count as absent, and take neither the item nor its feed along."""
    feed = parse_json_feed((FEEDS / "lab.json").read_text(encoding="utf-8"))

    assert replace(feed, fingerprints=b"") == RawFeed(
        title="The Lab",
        home_url="https://lab.example/",
        language="en",
        items=(
            RawItem(
                guid="1",
                title="We bought chips",
                body="<p>100,000 of them.</p>",
                links=("/chips",),
                dates=("2026-11-02T10:00:00+05:30",),
            ),
            RawItem(guid="2", body="AT&T < Verizon", links=("https://else.example/x",)),
            RawItem(guid="3"),
            RawItem(),
        ),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param('{"version": ', "malformed", id="cut"),
        pytest.param('{"items": ' + "[" * 100_000, "malformed", id="nested too deep"),
        pytest.param('{"items": [{"id": ' + "9" * 5_000 + "}]}", "malformed", id="huge number"),
        pytest.param('{"error": "not found"}', "not_a_feed", id="another document"),
        pytest.param("[]", "not_a_feed", id="a list"),
    ],
)
def test_what_is_no_json_feed_is_refused_in_one_line(text: str, code: str) -> None:
    """The reason says what is wrong, however hostile the document."""
    with pytest.raises(ParseError) as caught:
        parse_json_feed(text)

    assert caught.value.code == code
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '{"version": "https://jsonfeed.org/version/1"}',
        '{"version": "https://jsonfeed.org/version/1.1", "items": {}}',
        '{"items": []}',
        '{"items": ["a", null, 3]}',
    ],
)
def test_a_feed_without_items_is_an_empty_feed(text: str) -> None:
    """An empty feed is no failure."""
    assert parse_json_feed(text) == RawFeed()
