"""Headlines as wires, aggregators and tokenisers set them, and as their writers did."""

from pathlib import Path

import pytest

from parsers.company_list import parse_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.wording import find_headline, rejoin

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
READER: Reader = build_reader(parse_companies(LIST.read_text(encoding="utf-8")))
TITLE = "Nvidia-backed Lambda signs 5-year, $4.5 billion deal with Microsoft"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("AMD 's chips", "AMD's chips", id="a possessive"),
        pytest.param("AMD ' s chips , Meta ' s site .", "AMD's chips, Meta's site.", id="signs"),
        pytest.param(
            "pays $ 4 . 5 billion , or 1 , 200", "pays $4.5 billion, or 1,200", id="digits"
        ),
        pytest.param(
            "Nvidia - backed Lambda , a neocloud", "Nvidia-backed Lambda, a neocloud", id="compound"
        ),
        pytest.param("a 15 - year lease , signed", "a 15-year lease, signed", id="a number"),
        pytest.param("Oracle ( ORCL ) , in talks", "Oracle (ORCL), in talks", id="brackets"),
        pytest.param("Meta , Oracle - Reuters", "Meta, Oracle - Reuters", id="a dash stays"),
        pytest.param("Un contrat : 10 % du total", "Un contrat : 10 % du total", id="French"),
        pytest.param("10\u00a0MW for\u202fMeta", "10 MW for Meta", id="spaces that do not break"),
        pytest.param("Meta, Oracle sign - and pay", "Meta, Oracle sign - and pay", id="plain"),
    ],
)
def test_signs_set_apart_are_joined_again(text: str, expected: str) -> None:
    """Only a text that a tokeniser took apart changes."""
    assert rejoin(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("UPDATE 2-Meta rents a hall", "Meta rents a hall", id="update"),
        pytest.param("Exclusive: Meta rents a hall", "Meta rents a hall", id="exclusive"),
        pytest.param("BREAKING - Meta rents a hall", "Meta rents a hall", id="breaking"),
        pytest.param("Meta rents a hall - Reuters", "Meta rents a hall", id="publisher"),
        pytest.param("Meta rents a hall | TechCrunch", "Meta rents a hall", id="a bar"),
        pytest.param("Sources: Meta rents a hall", "Sources: Meta rents a hall", id="sources"),
        pytest.param("Meta rents a hall: Reuters", "Meta rents a hall: Reuters", id="a source"),
        pytest.param("Meta pays USD 5 billion", "Meta pays $5 billion", id="dollars"),
        pytest.param("Breaking ground for Meta", "Breaking ground for Meta", id="no label"),
    ],
)
def test_a_headline_is_what_its_writer_wrote(title: str, expected: str) -> None:
    """Labels of wires go, and publishers set apart; who is given as a source stays."""
    assert find_headline(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(f"UPDATE 1-{TITLE}", id="a wire's label"),
        pytest.param(f"{TITLE} - Reuters", id="a publisher behind"),
        pytest.param(f"{TITLE}!", id="a mark behind"),
        pytest.param(TITLE.replace("$4.5 billion", "USD 4.5 billion"), id="dollars in letters"),
        pytest.param(TITLE.replace("$4.5 billion", "$4.5 Bn"), id="a short billion"),
        pytest.param(TITLE.replace("deal", "accord"), id="an accord"),
    ],
)
def test_the_dress_of_a_headline_changes_no_reading(title: str) -> None:
    """Sides, sums and what happens are the same however a headline is set."""
    plain, dressed = read_deal(TITLE, "", READER), read_deal(title, "", READER)

    assert (dressed.event, dressed.parties) == (plain.event, plain.parties)
    assert [one.amount for one in dressed.money] == [one.amount for one in plain.money]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Vantage Data Centers", id="two words"),
        pytest.param("Vantage Data Centres", id="British"),
        pytest.param("Vantage Datacenters", id="one word"),
        pytest.param("Vantage Datacentres", id="one British word"),
    ],
)
def test_data_centers_are_spelled_in_any_way(name: str) -> None:
    """A company's name is known in every spelling of "data centers"."""
    reading = read_deal(f"{name} signs 300 MW lease with Oracle in Texas", "", READER)

    told = {(party.company, party.role) for party in reading.parties}
    assert told == {("Vantage Data Centers", "supplier"), ("Oracle", "buyer")}


def test_a_tokenised_title_is_judged_as_it_was_written() -> None:
    """What happens, and whether it is a deal, does not hang on the spaces of a tokeniser."""
    title = "OpenAI taps Google in cloud deal despite rivalry , sources tell Reuters ."

    reading = read_deal(title, "", READER)

    assert (reading.is_compute_deal, reading.event) == (True, "rumour")


def test_a_name_in_capitals_is_the_same_company() -> None:
    """A headline in capitals names xAI as XAI."""
    reading = read_deal("DELL WINS $5 BILLION XAI ORDER FOR AI SERVERS", "", READER)

    assert {party.company for party in reading.parties} == {"Dell", "xAI"}
