"""How a feed's rhythm is reckoned from what it brought."""

from datetime import UTC, datetime, timedelta

import pytest

from flows.commands.health import per_week
from storage.health import Brought

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "days", "rate"),
    [
        pytest.param(8, 28, 2.0, id="over four weeks"),
        pytest.param(3, 14, 1.5, id="over two"),
        pytest.param(1, 0, 1.0, id="one today is not seven a week"),
        pytest.param(20, 3, 20.0, id="a first poll"),
        pytest.param(1, 21, 0.3, id="rarely"),
        pytest.param(5, -2, 5.0, id="dated in the future"),
    ],
)
def test_a_rate_is_reckoned_over_a_week_at_least(count: int, days: int, rate: float) -> None:
    """A feed watched since yesterday is not said to bring hundreds."""
    lately = Brought(count=count, oldest_at=NOW - timedelta(days=days))

    assert per_week(lately, now=NOW) == rate


def test_a_silent_feed_brings_nothing() -> None:
    """Entries of last year are no rhythm."""
    assert per_week(None, now=NOW) == 0.0
