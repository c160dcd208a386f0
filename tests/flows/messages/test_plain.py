"""Feed text becomes one line that is inert wherever it is shown."""

import re
import unicodedata

import pytest

from flows.plain import cut, render_link, render_plain, render_visible
from tests.told import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_is_left(text: str) -> None:
    """No tag, link, mention, markup, escape or line end comes out."""
    plain = render_plain(text)

    assert not re.search(r"://|www\.|[<>@*_~`|\\]|&[#\w]+;|:[a-z+-][\w+-]*:", plain, re.IGNORECASE)
    assert not {unicodedata.category(c) for c in plain} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not re.match(r"#+ |[-+] |\d+[.)] ", plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AT&T buys 5% of Booking.com for ~$1bn", "AT&T buys 5% of Booking.com for \u223c$1bn"),
        ("Ünïcorp 日本電信電話 → 5 GW", "Ünïcorp 日本電信電話 → 5 GW"),
        ("at 10:30:15 today", "at 10:30:15 today"),
        ("see https://x.example/a.b", "see https[:]//x[.]example/a[.]b"),
        ("a\u00a0b\t c\nd", "a b c d"),
        ("5. Juli: 10 - 20 + 3 # 4", "·5. Juli: 10 - 20 + 3 # 4"),
        ("-5 % und #1", "-5 % und #1"),
    ],
)
def test_plain_text_stays_readable(text: str, expected: str) -> None:
    """What is harmless is not touched, and what is touched can still be read."""
    assert render_plain(text) == expected


def test_the_terminal_keeps_addresses_whole() -> None:
    """In a terminal nothing links or mentions, but an escape sequence would act."""
    text = "https://x.example/a_b\x1b[2J\x9b31m\u202e @here\r\nnext"

    assert render_visible(text) == "https://x.example/a_b[2J31m @here next"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("https://x.example/a_b~c", "https://x.example/a_b~c", id="kept"),
        pytest.param(
            "https://x.example/a b|c>*`\\\"'",
            "https://x.example/a%20b%7Cc%3E%2A%60%5C%22'",
            id="markup",
        ),
        pytest.param("https://x.example/\u202eb", "https://x.example/%E2%80%AEb", id="bidi"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param("http:///nowhere", None, id="no host"),
        pytest.param("https://bank.example@evil.example/", None, id="userinfo"),
        pytest.param("https://[broken/", None, id="broken"),
        pytest.param("https://x.example/" + "a" * 3000, None, id="too long"),
        pytest.param(None, None, id="none"),
    ],
)
def test_only_a_web_address_becomes_a_link(address: str | None, expected: str | None) -> None:
    """A link is http or https, and nothing in it can end a tag or format a line."""
    assert render_link(address) == expected


def test_a_cut_shows() -> None:
    """What is cut ends with three dots in one character, and is no longer than it may be."""
    assert [cut("abcdef", 6), cut("abc def", 5)] == ["abcdef", "abc…"]
