"""Which entries are told for a company they name, though they report no deal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.deciding.alerting import Mention, Policy
from flows.deciding.mentions import decide_mention, find_mention_destinations, find_mention_silence
from flows.settings import Destination
from parsers.types import Company, DealReading, Entry

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
AT = NOW - timedelta(hours=3)
META = Company(name="Meta", not_followed_by=("analysis",))
AMAZON = Company(name="Amazon", brands=("AWS",))
POLICY = Policy(
    tracked={"Amazon": ("clouds",), "Meta": (), "Google": ()},
    max_age=timedelta(days=3),
    destinations=(
        Destination.model_validate({"name": "desk", "url": "json://x"}),
        Destination.model_validate({"name": "big", "url": "json://x", "min_usd": 10**9}),
        Destination.model_validate({"name": "clouds", "url": "json://x", "tags": ["clouds"]}),
    ),
    mentioned=(AMAZON, META),
)
ENTRY = Entry(
    key="1",
    fingerprint="1",
    title="AWS opens an office in Seoul",
    text="It is about metadata. The cloud of AWS grows. So do others.",
    url="https://wire.example/seoul",
    publisher="The Wire",
    published_at=AT,
)
READING = DealReading(
    is_compute_deal=False, event="none", reasons=(), companies=("Google", "Amazon")
)


def decide(entry: Entry = ENTRY, reading: DealReading = READING, page: str = "") -> Mention | None:
    """What is told of the seventh entry."""
    return decide_mention(entry, reading, POLICY, entry_id=7, now=NOW, page_text=page)


def test_an_entry_that_names_a_company_is_told() -> None:
    """With who it is, where it stands, and the first sentence that names it."""
    assert decide() == Mention(
        key="mention-7#1",
        entry_id=7,
        companies=("Amazon",),
        why="Amazon is on your watchlist for every mention",
        title="AWS opens an office in Seoul",
        publisher="The Wire",
        url="https://wire.example/seoul",
        published_at=AT,
        sentence="The cloud of AWS grows.",
    )


@pytest.mark.parametrize(
    ("text", "page", "sentence"),
    [
        pytest.param("", "", "AWS opens an office in Seoul", id="the title alone"),
        pytest.param(
            "Nothing.", "It rains. Amazon's boss said so.", "Amazon's boss said so.", id="the page"
        ),
        pytest.param(
            "Meta analysis and metadata are words. Meta is a company.",
            "",
            "Meta is a company.",
            id="the company, not the word",
        ),
    ],
)
def test_the_sentence_is_one_that_names_it(text: str, page: str, sentence: str) -> None:
    """The text comes before the title, which the message has anyway."""
    reading = replace(READING, companies=("Meta", "Amazon"))

    mention = decide(replace(ENTRY, text=text), reading, page)

    assert mention is not None
    assert (mention.sentence, mention.companies) == (sentence, ("Amazon", "Meta"))
    assert mention.why == "Amazon and Meta are on your watchlist for every mention"


@pytest.mark.parametrize(
    ("entry", "reading", "why"),
    [
        pytest.param(
            ENTRY,
            replace(READING, is_compute_deal=True),
            "a report of a deal: see the deal",
            id="a deal",
        ),
        pytest.param(
            ENTRY,
            replace(READING, companies=("Google",)),
            'it names no company with alert_on = "mentions" (Google)',
            id="another company",
        ),
        pytest.param(
            ENTRY,
            replace(READING, companies=()),
            'it names no company with alert_on = "mentions" (none at all)',
            id="no company",
        ),
        pytest.param(
            replace(ENTRY, published_at=NOW - timedelta(days=4)),
            READING,
            "told 4 days ago, older than max_age = 3 days",
            id="old news",
        ),
    ],
)
def test_silence_has_a_reason(entry: Entry, reading: DealReading, why: str) -> None:
    """Deals are told as deals; old news and other companies are not told."""
    assert decide(entry, reading) is None
    assert find_mention_silence(entry, reading, POLICY, now=NOW) == why


def test_an_entry_without_a_date_is_new() -> None:
    """It was not there at the last poll."""
    assert decide(replace(ENTRY, published_at=None)) is not None


def test_a_mention_goes_where_names_are_asked_for() -> None:
    """Not to those that want deals of some size."""
    mention = decide()

    assert mention is not None
    assert find_mention_destinations(mention, POLICY) == ("desk", "clouds")
