"""Publishers: who they are, where a glued name begins, and whose dollar they mean."""

from collections import Counter

import pytest

from parsers import publishers
from parsers.publishers import Publisher, home_currency, known_publisher, split_publisher


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("The Japan Times", "The Japan Times"),
        ("Japan Times", "The Japan Times"),
        ("Barron’s", "Barron's"),
        ("WSJ", "The Wall Street Journal"),
        ("ft.com", "Financial Times"),
        ("uk.reuters.com", "Reuters"),
        ("https://www.reuters.com:443/technology/a", "Reuters"),
        ("finance.yahoo.com", "Yahoo Finance"),
        ("www.yahoo.com", "Yahoo"),
        ("news.google.com", "Google News"),
    ],
)
def test_names_and_hosts_lead_to_the_publisher(name: str, expected: str) -> None:
    """Every spelling in use, a host below the publisher's and an address all name it."""
    publisher = known_publisher(name)

    assert publisher is not None
    assert publisher.name == expected


@pytest.mark.parametrize("name", ["", "The Morning Gazette", "notreuters.com", "reuters.com.evil"])
def test_strangers_are_not_known(name: str) -> None:
    """A name that only looks like a publisher's is none."""
    assert known_publisher(name) is None


def test_a_publisher_says_how_near_it_stands() -> None:
    """Home and tier come with the name."""
    publisher = known_publisher("SCMP")

    assert publisher == Publisher(name="South China Morning Post", home="HK", tier="press")


@pytest.mark.parametrize("column", ["names", "hosts"])
def test_nothing_names_two_publishers(column: str) -> None:
    """The table is no guess: every name and host belongs to one publisher."""
    words = Counter(
        word
        for row in publishers.TABLE
        for word in (
            {row[0].casefold(), *row[4].casefold().split(",")}
            if column == "names"
            else row[3].split(",")
        )
        if word
    )

    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Amazon to invest an additional $5 billion in Anthropic The Japan Times",
            ("Amazon to invest an additional $5 billion in Anthropic", "The Japan Times"),
            id="a company before it",
        ),
        pytest.param(
            "Amazon to invest up to $25 billion in Anthropic as part of deal Reuters",
            ("Amazon to invest up to $25 billion in Anthropic as part of deal", "Reuters"),
            id="glued",
        ),
        pytest.param("Nvidia buys - The Verge", ("Nvidia buys", "The Verge"), id="hyphen"),
        pytest.param("Nvidia buys – The Verge", ("Nvidia buys", "The Verge"), id="dash"),
        pytest.param("Nvidia buys | ft.com", ("Nvidia buys", "Financial Times"), id="bar, host"),
        pytest.param("AI - now - Axios", ("AI - now", "Axios"), id="last of two"),
        pytest.param("Our deal - OpenAI", ("Our deal", "OpenAI"), id="a company's own"),
        pytest.param("The AI boom Barron’s", ("The AI boom", "Barron's"), id="curly quote"),
        pytest.param("New deal - Time", ("New deal", "Time"), id="a common word, marked"),
    ],
)
def test_the_publisher_is_split_off(line: str, expected: tuple[str, str]) -> None:
    """The longest known name at the end is the publisher, whatever stands between."""
    assert split_publisher(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Reuters",
        "Amazon to invest another $5 billion in Anthropic",
        "Amazon and OpenAI",
        "OpenAI signs a deal with Financial Times",
        "OpenAI sues The New York Times",
        "A spectacular waste of Time",
        "Amazon invests - The Morning Gazette",
        "Amazon e-commerce",
    ],
)
def test_a_headline_keeps_its_own_words(line: str) -> None:
    """A company, a common word or an object at the end is part of the headline."""
    assert split_publisher(line) == (line, None)


def test_a_line_that_names_its_publisher_may_end_in_a_common_word() -> None:
    """Where a publisher is sure to stand at the end, "Fortune" is the magazine."""
    line = "Amazon doubles its bet Fortune"

    assert split_publisher(line) == (line, None)
    assert split_publisher(line, is_named=True) == ("Amazon doubles its bet", "Fortune")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Straits Times", "SGD"),
        ("Straits Times", "SGD"),
        ("The Business Times", "SGD"),
        ("CNA", "SGD"),
        ("AFR", "AUD"),
        ("ABC Australia", "AUD"),
        ("The Globe and Mail", "CAD"),
        ("NZ Herald", "NZD"),
        ("Reuters", None),
        ("ABC News", None),
        ("South China Morning Post", None),
        ("Taipei Times", None),
        ("The Morning Gazette", None),
    ],
)
def test_a_plain_dollar_may_be_the_publishers_own(name: str, expected: str | None) -> None:
    """Only papers that write "$" for their own dollar have a home currency."""
    assert home_currency(name) == expected
