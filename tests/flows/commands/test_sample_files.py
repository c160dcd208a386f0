"""The files a new user meets first: the starter watchlist and the sample of `make run`."""

import json
import re
from pathlib import Path

import feedparser
import pytest

from flows.settings import load_settings

DEPLOY = Path(__file__).parents[3] / "deploy"
SAMPLE = DEPLOY / "sample"
COUNTS = {
    "labs-wire.rss": ("rss20", 10),
    "grid-and-cloud.atom": ("atom10", 9),
    "chips-daily.rdf": ("rss10", 7),
    "compute-search.rss": ("rss20", 5),
    "capital-desk.json": ("https://jsonfeed.org/version/1.1", 14),
}
XML_FEEDS = [name for name in COUNTS if not name.endswith(".json")]


def json_items() -> list[dict[str, str]]:
    """The items of the sample's JSON feed."""
    feed = json.loads((SAMPLE / "capital-desk.json").read_text(encoding="utf-8"))
    items: list[dict[str, str]] = feed["items"]
    return items


@pytest.mark.parametrize("name", XML_FEEDS)
def test_xml_feeds_are_well_formed(name: str) -> None:
    """Each feed is of the form its ending says, and holds the entries the README counts."""
    parsed = feedparser.parse((SAMPLE / name).read_bytes())

    assert not parsed.bozo
    assert (parsed.version, len(parsed.entries)) == COUNTS[name]


def test_the_json_feed_is_one() -> None:
    """JSON Feed 1.1: a version, a title, and items with id, address, text and date."""
    feed = json.loads((SAMPLE / "capital-desk.json").read_text(encoding="utf-8"))

    assert (feed["version"], len(feed["items"])) == COUNTS["capital-desk.json"]
    assert feed["title"] == "Capital Desk"
    for item in json_items():
        assert {"id", "url", "title", "date_published"} < item.keys()
        assert ("content_text" in item) != ("content_html" in item)


def test_ids_are_unique_in_each_feed() -> None:
    """No entry of the sample hides another."""
    for name in XML_FEEDS:
        parsed = feedparser.parse((SAMPLE / name).read_bytes())
        ids = [entry.get("id", entry.link) for entry in parsed.entries]

        assert len(set(ids)) == len(ids), name
    assert len({item["id"] for item in json_items()}) == len(json_items())


def test_one_entry_has_no_date_and_one_has_no_guid() -> None:
    """The sample shows how entries without date or guid fare; the rest have both."""
    entries = [
        entry
        for name in XML_FEEDS
        for entry in feedparser.parse((SAMPLE / name).read_bytes()).entries
    ]

    undated = [entry.link for entry in entries if not {"published", "updated"} & set(entry)]
    nameless = [entry.link for entry in entries if "id" not in entry]

    assert undated == ["https://chips-daily.example/n/galaxy-phone"]
    assert nameless == ["https://labs-wire.example/2025/10/13/openai-broadcom"]


def test_links_lead_nowhere_real() -> None:
    """Nothing in the sample is laid at a real publisher's door."""
    standards = {"www.w3.org", "purl.org", "jsonfeed.org"}
    text = "\n".join((SAMPLE / name).read_text(encoding="utf-8") for name in COUNTS)

    hosts = set(re.findall(r"https?://([\w.-]+)", text)) - standards

    assert hosts
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_the_seed_s_broken_anchor_is_in_the_sample() -> None:
    """An anchor that lost its beginning, as seen in real feeds, is part of the demonstration."""
    parsed = feedparser.parse((SAMPLE / "labs-wire.rss").read_bytes())

    assert 'statement" target="_blank">' in parsed.entries[0].summary.replace("&gt;", ">")


def test_the_readme_counts_what_is_there() -> None:
    """The table of feeds in the sample's README is true."""
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")

    rows = re.findall(r"^\| `([\w.-]+)` \| [^|]+ \| (\d+) \|", readme, re.MULTILINE)

    assert {name: int(count) for name, count in rows} == {
        name: count for name, (_, count) in COUNTS.items()
    }


def test_the_sample_watchlist_loads_once_filled_in(tmp_path: Path) -> None:
    """With port and folder put in, it reads all five feeds and writes to one file."""
    template = (SAMPLE / "watch.toml.in").read_text(encoding="utf-8")
    path = tmp_path / "watch.toml"
    path.write_text(template.format(port=8123, folder=tmp_path), encoding="utf-8")

    settings = load_settings(path, {})

    assert {feed.url.rpartition("/")[2] for feed in settings.feeds} == COUNTS.keys()
    assert settings.network.allow == ("127.0.0.1:8123",)
    assert settings.database.url == f"sqlite:///{tmp_path}/gigawatch.db"
    (destination,) = settings.destinations
    assert destination.url.get_secret_value() == f"file:{tmp_path}/alerts.txt"


def test_the_starter_watchlist_loads_as_it_stands() -> None:
    """`gigawatch init` writes a file that works before anyone edits it, and tells nobody."""
    settings = load_settings(DEPLOY / "watch.toml", {})

    assert len(settings.feeds) >= 12  # a dozen
    assert all(feed.url.startswith("https://") for feed in settings.feeds)
    assert (settings.companies, settings.destinations) == ((), ())


def test_the_starter_s_examples_load_once_uncommented(tmp_path: Path) -> None:
    """Taking the # away from every example leaves a file without mistakes."""
    text = (DEPLOY / "watch.toml").read_text(encoding="utf-8")
    # A later line for the same key would be a mistake: the SQLite address makes way.
    text = text.replace('\nurl = "sqlite:///gigawatch.db"', "")
    uncommented = re.sub(r"^# (?=\w+ = |\[\[)", "", text, flags=re.MULTILINE)
    path = tmp_path / "watch.toml"
    path.write_text(uncommented, encoding="utf-8")
    names = ("DATABASE_PASSWORD", "SLACK_URL", "MAIL_URL", "NTFY_URL", "SECOND_READER_KEY")

    settings = load_settings(path, dict.fromkeys(names, "made-up"))

    assert [company.name for company in settings.companies] == ["Anthropic", "Nordwind Compute"]
    assert [one.name for one in settings.destinations] == ["slack", "mail", "phone"]
    assert settings.poll.contact == "you@example.org"
