"""Ask of a `ParsedFeed` what other parsers' tests ask of theirs."""

from calendar import timegm
from collections.abc import Callable
from datetime import UTC, datetime

from parsers.markup import parse_markup, plain_line
from parsers.types import Entry, ParsedFeed
from parsers.urls import canonical_url
from tests.fuzz.expectations import Statement, Step, Value

BASE = "http://127.0.0.1:8097/feed.xml"

_TITLE = frozenset({("title",), ("title_detail", "value")})
_LINK = ("link",)
_TEXT = frozenset(
    {
        ("summary",),
        ("summary_detail", "value"),
        ("description",),
        ("content", 0, "value"),
        ("content_detail", "value"),
    }
)
_DATE = frozenset(
    (f"{name}_parsed",) for name in ("published", "updated", "created", "date", "issued")
)


def is_about_us(statement: Statement) -> bool:
    """Whether a statement speaks of a field our values have."""
    return _reader(statement.path) is not None


def is_met(parsed: ParsedFeed, statement: Statement) -> bool:
    """Whether our reading says what the statement wants, in our own cleaned form."""
    reader = _reader(statement.path)
    assert reader is not None
    number = statement.path[1] if statement.path[0] == "entries" else 0
    if statement.path[0] == "entries" and not int(number) < len(parsed.entries):
        return False
    return reader(parsed, int(number) if isinstance(number, int) else 0, statement.value)


Reader = Callable[[ParsedFeed, int, Value], bool]


def _reader(path: tuple[Step, ...]) -> Reader | None:
    if path[0] == "feed":
        return _FEED_READERS.get(path[1:])
    if path[0] == "entries" and len(path) > 2 and isinstance(path[1], int):
        return _ENTRY_READERS.get(path[2:])
    return None


def _line(value: Value) -> str:
    return plain_line(value) if isinstance(value, str) else ""


def _address(value: Value) -> str | None:
    return canonical_url(value, base_url=BASE) if isinstance(value, str) else None


def _is_text(entry: Entry, value: Value) -> bool:
    """Whether an entry has the text; it has but the longest of those its feed gives."""
    wanted = parse_markup(value, base_url=BASE).text if isinstance(value, str) else ""
    return entry.text == wanted or (len(entry.text) > len(wanted) > 0)


def _moment(value: Value) -> datetime | None:
    if not isinstance(value, tuple):
        return None
    return datetime.fromtimestamp(timegm(value), tz=UTC)  # type: ignore[arg-type]  # a time tuple


def _is_titled(entry: Entry, value: Value) -> bool:
    """An empty title makes way for the entry's first words."""
    return entry.title == _line(value) or not _line(value)


_FEED_READERS: dict[tuple[Step, ...], Reader] = {
    **dict.fromkeys(_TITLE, lambda feed, _, value: feed.title == _line(value)),
    _LINK: lambda feed, _, value: feed.home_url == _address(value),
    ("language",): lambda feed, _, value: (feed.language or "") == (value or ""),
}
_ENTRY_READERS: dict[tuple[Step, ...], Reader] = {
    **dict.fromkeys(_TITLE, lambda feed, n, value: _is_titled(feed.entries[n], value)),
    _LINK: lambda feed, n, value: feed.entries[n].url == _address(value),
    **dict.fromkeys(_TEXT, lambda feed, n, value: _is_text(feed.entries[n], value)),
    **dict.fromkeys(_DATE, lambda feed, n, value: feed.entries[n].published_at == _moment(value)),
    ("id",): lambda feed, n, value: feed.entries[n].key == value,
    ("guid",): lambda feed, n, value: feed.entries[n].key == value,
    ("source", "title"): lambda feed, n, value: (feed.entries[n].publisher or "") == _line(value),
}
