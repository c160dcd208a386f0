"""A site's robots.txt is obeyed as RFC 9309 says, however it is written."""

import time

import pytest

from parsers.robots import MAX_BYTES, is_allowed

SITE = "https://a.example"
ALL = b"User-agent: *\n"


def allowed(robots_txt: bytes, path: str = "/news/deal") -> bool:
    """Whether we may ask for a path."""
    return is_allowed(robots_txt, url=f"{SITE}{path}", agent="Gigawatch")


@pytest.mark.parametrize(
    ("robots_txt", "expected"),
    [
        pytest.param(b"", True, id="empty"),
        pytest.param(b"<!doctype html><p>Not found: sorry", True, id="a page in its place"),
        pytest.param(ALL + b"Disallow: /", False, id="nobody"),
        pytest.param(ALL + b"Disallow:", True, id="an empty rule forbids nothing"),
        pytest.param(b"Disallow: /", True, id="a rule of no group"),
        pytest.param(b"User-agent: gigawatch\nDisallow: /", False, id="us, in lower case"),
        pytest.param(b"User-agent: Gigawatch/0.1\nDisallow: /", False, id="us, with a version"),
        pytest.param(b"User-agent: Gigawatcher\nDisallow: /", True, id="a longer name"),
        pytest.param(b"User-agent: Giga\nDisallow: /", True, id="a shorter name"),
        pytest.param(
            ALL + b"Disallow: /\nUser-agent: Gigawatch\nDisallow: /x", True, id="our group alone"
        ),
        pytest.param(
            b"User-agent: Gigawatch\nDisallow:\n\n" + ALL + b"Disallow: /",
            True,
            id="our group without a rule",
        ),
        pytest.param(
            b"User-agent: Gigawatch\nDisallow: /x\n\nUser-agent: Gigawatch\nDisallow: /news",
            False,
            id="two groups of ours count together",
        ),
        pytest.param(
            b"User-agent: other\nUser-agent: Gigawatch\n\nDisallow: /", False, id="a shared group"
        ),
        pytest.param(
            b"User-agent: Gigawatch\nSitemap: /s.xml\nDisallow: /", False, id="a line between"
        ),
        pytest.param(b"\xef\xbb\xbf" + ALL + b"Disallow: /", False, id="a byte order mark"),
        pytest.param(ALL.replace(b"\n", b"\r") + b"Disallow: /", False, id="old line ends"),
        pytest.param(b" USER-AGENT : * # all\n disallow :/ # none", False, id="spaces, comments"),
        pytest.param(ALL + b"Disallow: /\xff\nDisallow: /news", False, id="broken UTF-8"),
    ],
)
def test_the_right_group_counts(robots_txt: bytes, expected: bool) -> None:
    """Groups that name us count, else those for all; whatever is no rule changes nothing."""
    assert allowed(robots_txt) is expected


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        pytest.param(b"Disallow: /news\nAllow: /news/deal", "/news/deal", True, id="longer allows"),
        pytest.param(b"Allow: /\nDisallow: /news", "/news/deal", False, id="longer forbids"),
        pytest.param(b"Disallow: /news\nAllow: /news", "/news/deal", True, id="as long: allowed"),
        pytest.param(b"Disallow: /News", "/news/deal", True, id="paths know case"),
        pytest.param(b"Disallow: /*/deal", "/news/deal", False, id="a star"),
        pytest.param(b"Disallow: *deal", "/news/deal", False, id="a star first"),
        pytest.param(b"Disallow: /a*b*c", "/a/c/b", True, id="stars in order"),
        pytest.param(b"Disallow: /*x*", "/news", True, id="a star and what is not there"),
        pytest.param(b"Disallow: /*.pdf$", "/news/a.pdf", False, id="star and end"),
        pytest.param(b"Disallow: /*.pdf$", "/news/a.pdf?x=1", True, id="an end that is none"),
        pytest.param(b"Disallow: /a*a$", "/a", True, id="no letter counts twice"),
        pytest.param(b"Disallow: /news$", "/news", False, id="an end without a star"),
        pytest.param(b"Disallow: /news$", "/news/", True, id="beyond the end"),
        pytest.param(b"Disallow: /*?page=", "/news?page=2", False, id="a query"),
        pytest.param("Disallow: /caf\u00e9".encode(), "/caf%c3%a9", False, id="letters escaped"),
        pytest.param(b"Disallow: /%7Ejoe", "/~joe", False, id="needless escapes"),
        pytest.param(b"Disallow: /", "/robots.txt", True, id="the file itself"),
    ],
)
def test_the_longest_rule_that_fits_decides(rules: bytes, path: str, expected: bool) -> None:
    """Rules are compared with path and query, one spelling for both."""
    assert allowed(ALL + rules, path) is expected


def test_what_is_behind_the_bound_is_not_read() -> None:
    """RFC 9309 asks for 500 KiB."""
    filler = b"#" * MAX_BYTES
    cut = ALL + b"Disallow: /x".rjust(MAX_BYTES - len(ALL) + 1)

    assert allowed(ALL + b"Disallow: /\n" + filler) is False
    assert allowed(cut) is True
    assert allowed(filler + b"\n" + ALL + b"Disallow: /") is True


@pytest.mark.parametrize(
    "robots_txt",
    [
        pytest.param(
            b"".join(b"User-agent:a%d\n" % n for n in range(18_000))
            + b"".join(b"Disallow:/%d\n" % n for n in range(18_000)),
            id="18,000 names of 18,000 rules",
        ),
        pytest.param(ALL + b"Disallow: /" + b"*n" * 250_000 + b"$", id="a quarter million stars"),
        pytest.param((ALL + b"Disallow: /*e*w*s*z\n") * 20_000, id="20,000 groups"),
    ],
)
def test_no_file_keeps_us_busy(robots_txt: bytes) -> None:
    """Time grows with the file's length, never with the square of it."""
    started = time.process_time()

    assert allowed(robots_txt) is True
    assert time.process_time() - started < 2
