"""The bundled sample, read: what changes here is reviewed like code (`make regenerate`)."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from flows.commands.reading import reading_json
from flows.polling.intake import Document, read_entries
from flows.polling.tools import load_companies
from flows.settings import Settings
from parsers.feed import parse_feed
from parsers.reading import Reader, build_reader

READINGS = Path(__file__).parent / "data" / "readings"
SAMPLE = Path(str(files("deploy"))) / "sample"
FEEDS = sorted(path.name for path in SAMPLE.iterdir() if path.suffix in {
    ".rss", ".atom", ".rdf", ".json"
})  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader with the built-in companies."""
    return build_reader(load_companies(Settings(path=Path("watch.toml"))))


@pytest.mark.parametrize("name", FEEDS)
def test_the_sample_is_read_as_recorded(name: str, reader: Reader, regenerate: bool) -> None:
    """Same input, same output: verdict, parties, legs and facts of every sample entry."""
    readings = _read(name, reader)
    recorded = READINGS / f"{name}.json"
    if regenerate:
        recorded.write_text(json.dumps(readings, ensure_ascii=False, indent=1) + "\n", "utf-8")

    assert readings == json.loads(recorded.read_text(encoding="utf-8"))


def _read(name: str, reader: Reader) -> list[dict[str, object]]:
    parsed = parse_feed(
        (SAMPLE / name).read_bytes(), content_type=None, base_url=f"https://sample.example/{name}"
    )
    document = Document(body=b"", content_type=None, url=name)
    read = read_entries(parsed, document=document, reader=reader)
    return [
        {"title": one.entry.title, "publisher": one.entry.publisher, **reading_json(one.reading)}
        for one in read
    ]
