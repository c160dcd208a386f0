"""Whose fault it is when feeds fail on the way: theirs or our network's."""

import asyncio

import pytest

from flows.fetching.network import OwnNetwork, is_network_trouble, is_own_network


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("dns_failed", True),
        ("connection_failed", True),
        ("connection_refused", True),
        ("timeout", True),
        ("tls_failed", True),
        ("http_503", False),
        ("malformed", False),
        ("parse_timeout", False),
        (None, False),
    ],
)
def test_what_our_network_can_cause(code: str | None, expected: bool) -> None:
    """An answer of any kind proves that the network is there."""
    assert is_network_trouble(code) is expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["dns_failed", "timeout", "connection_refused"], True),
        (["dns_failed", "dns_failed"], False),
        (["dns_failed", "dns_failed", "http_404"], False),
        (["dns_failed", "dns_failed", None], False),
        ([], False),
    ],
)
def test_all_feeds_at_once_is_our_network(codes: list[str | None], expected: bool) -> None:
    """Three feeds and more, each failed on the way."""
    assert is_own_network(codes) is expected


async def test_all_have_to_end_before_it_is_blamed() -> None:
    """The last one to fail tells all who wait."""
    network = OwnNetwork(3)

    answers = await asyncio.gather(*(network.is_down() for _ in range(3)))

    assert answers == [True] * 3


async def test_one_feed_reached_settles_it() -> None:
    """Those who failed need not wait for the rest of the run, and later ones know at once."""
    network = OwnNetwork(100)
    waiting = asyncio.create_task(network.is_down())
    await asyncio.sleep(0)

    network.note_reached()

    assert await waiting is False
    assert await network.is_down() is False


async def test_two_feeds_say_nothing() -> None:
    """A single feed, or two, may well be down by themselves."""
    network = OwnNetwork(2)

    assert await network.is_down() is False
    assert await network.is_down() is False
