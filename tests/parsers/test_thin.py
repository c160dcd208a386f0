"""A page is asked for only where the entry says too little and may be a deal."""

import json
from pathlib import Path

import pytest

from flows.polling.tools import builtin_companies
from parsers.markup import parse_markup, plain_line
from parsers.reading import Reader, build_reader, read_deal
from parsers.thin import is_page, is_thin, wants_page

URL = "https://wire.example/2026/deal"
VAGUE = "CoreWeave executes 2nd-phase pact for datacenter expansion"
LONG = "The companies have said nothing else about it. " * 20


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Reads with the companies that come with Gigawatch."""
    return build_reader(builtin_companies())


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(VAGUE, "", True, id="a deal without its other side"),
        pytest.param("Oracle and OpenAI sign cloud deal", "", True, id="a deal without a figure"),
        pytest.param(
            "OpenAI signs $300 billion cloud deal with Oracle", "", False, id="a whole deal"
        ),
        pytest.param(VAGUE, LONG, False, id="a whole text"),
        pytest.param(VAGUE, f"{LONG} Continue reading", True, id="a long text that is cut"),
        pytest.param("Meta plans data centers as spending rises", "", True, id="may be one"),
        pytest.param("Meta and Google meet", "", False, id="names alone"),
        pytest.param("Town council signs lease for server room", "", False, id="nobody we know"),
        pytest.param("CoreWeave shares jump after cloud deal", "", False, id="another subject"),
    ],
)
def test_thin_and_promising(reader: Reader, title: str, text: str, expected: bool) -> None:
    """A deal with a gap, or what may be one; not what is whole or about something else."""
    reading = read_deal(title, text, reader)

    assert wants_page(title, text, reading, url=URL) is expected
    assert not wants_page(title, text, reading, url=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param(LONG, False, id="a text"),
        pytest.param(f"{LONG} It will […]", True, id="brackets"),
        pytest.param(f"{LONG} It will...", True, id="dots"),
        pytest.param(f"{LONG} Read more »", True, id="read more"),
        pytest.param(f"{LONG} Continue reading Amazon's deal →", True, id="continue reading"),
        pytest.param(f"{LONG} The post Deal appeared first on Wire.", True, id="WordPress"),
        pytest.param(f"Read more. {LONG}", False, id="not at the end"),
        pytest.param("英伟达据称斥资五百亿美元租赁某数据中心。" * 5, True, id="dense, short"),
        pytest.param("英伟达据称斥资五百亿美元租赁某数据中心。" * 20, False, id="dense, long"),
    ],
)
def test_a_teaser_is_short_or_cut(text: str, expected: bool) -> None:
    """Feeds mark what goes on elsewhere."""
    assert is_thin(text) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(URL, True, id="a page"),
        pytest.param("https://wire.example/", False, id="a homepage"),
        pytest.param("https://news.google.com/search?q=openai", False, id="a search"),
        pytest.param(
            "https://news.google.com/rss/articles/CBMiqwFBVV95cUxNMTRqdUZpNl9h", False, id="a token"
        ),
        pytest.param(
            "https://news.google.com/rss/articles/CBMiHGh0dHBzOi8vd2lyZS5leGFtcGxlLzIwMjYvZGVhbA",
            True,
            id="a link that tells",
        ),
    ],
)
def test_an_address_has_to_lead_to_a_page(url: str, expected: bool) -> None:
    """A request is worth it only where it may answer."""
    assert is_page(url) is expected


def test_most_incomplete_deals_and_few_others_are_fetched(shared: Path, reader: Reader) -> None:
    """On real news: four in five deals that were not read, less than a third of what is none."""
    lines = (shared / "deals/dev.jsonl").read_text("utf-8").splitlines()
    wanted: dict[bool, list[bool]] = {True: [], False: []}

    for line in lines:
        item = json.loads(line)
        title = plain_line(item["title"])
        text = parse_markup(item["summary"] or "", base_url=None).text
        reading = read_deal(title, text, reader)
        wants = wants_page(title, text, reading, url=URL)
        if wants or not reading.is_compute_deal:
            wanted[item["label"]["is_compute_deal"]].append(wants)

    assert sum(wanted[True]) >= 0.8 * len(wanted[True])
    assert sum(wanted[False]) < 0.33 * len(wanted[False])
