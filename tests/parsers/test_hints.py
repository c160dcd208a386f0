"""How often a feed wants to be asked, in its own words."""

import pytest

from parsers.feed import parse_feed
from parsers.hints import parse_hint

HOUR = 3_600
DAY = 24 * HOUR


@pytest.mark.parametrize(
    ("ttl", "expected"),
    [
        ("60", HOUR),
        (" 15\n", HOUR // 4),
        ("0", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("٣", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_ttl_is_minutes(ttl: str, expected: int | None) -> None:
    """Anything but a whole number above zero counts as unsaid."""
    assert parse_hint(ttl=ttl) == expected


@pytest.mark.parametrize(
    ("period", "frequency", "expected"),
    [
        ("hourly", "1", HOUR),
        ("hourly", "", HOUR),
        ("daily", "2", DAY // 2),
        ("weekly", "0", 7 * DAY),
        ("monthly", "one", 30 * DAY),
        ("yearly", "1", 365 * DAY),
        (" Hourly\n", "4", HOUR // 4),
        ("hourly", "999999999", 1),
        pytest.param("hourlly", "1", HOUR, id="typo: hourlly"),
        pytest.param("dayly", "1", DAY, id="typo: dayly"),
        pytest.param("weeky", "1", 7 * DAY, id="typo: weeky"),
        ("always", "1", None),
        ("h" * 100_000, "1", None),
        ("", "2", None),
    ],
)
def test_a_period_and_how_often_in_it(period: str, frequency: str, expected: int | None) -> None:
    """`sy:updatePeriod`, typos included; once in it where no frequency can be read."""
    assert parse_hint(period=period, frequency=frequency) == expected


def test_the_sooner_of_two_counts() -> None:
    """A feed that names two intervals is asked at the shorter."""
    assert parse_hint(ttl="60", period="daily") == HOUR
    assert parse_hint(ttl="1440", period="hourly") == HOUR


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<ttl> 60 </ttl>", HOUR, id="ttl"),
        pytest.param("<sy:updatePeriod>\n daily </sy:updatePeriod>", DAY, id="period"),
        pytest.param(
            "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
            HOUR // 2,
            id="period and frequency",
        ),
        pytest.param("<ttl/>", None, id="empty"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_feed_s_hint_is_read(head: str, expected: int | None) -> None:
    """The parsed feed says how many seconds it asks for, also when all its items are known."""
    document = (
        '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>'
        f"<title>T</title>{head}<item><title>One</title><guid>1</guid></item></channel></rss>"
    ).encode()

    first = parse_feed(document, content_type=None, base_url="https://news.example/")
    again = parse_feed(
        document, content_type=None, base_url="https://news.example/", known=first.fingerprints
    )

    assert (first.hint_s, again.hint_s) == (expected, expected)
    assert again.entries == ()


def test_a_json_feed_has_no_hint() -> None:
    """The format has no word for it."""
    parsed = parse_feed(
        b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
        content_type=None,
        base_url="https://news.example/",
    )

    assert parsed.hint_s is None
