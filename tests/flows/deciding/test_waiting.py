"""A delivery that waits says for what: its destination rests, or is quiet."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from flows.deciding.waiting import Pause, find_pauses
from flows.settings import Destination
from flows.windows import parse_quiet
from storage.tables import DestinationRow

NOW = datetime(2026, 4, 21, 23, tzinfo=UTC)
REST = NOW + timedelta(minutes=30)
MORNING = datetime(2026, 4, 22, 7, tzinfo=UTC)


def desk(*quiet: str) -> Destination:
    """A destination in UTC with these quiet hours."""
    return Destination(
        name="desk",
        url=SecretStr("json://localhost"),
        zone=ZoneInfo("UTC"),
        quiet=tuple(map(parse_quiet, quiet)),
    )


def failing(ask_after: datetime | None) -> DestinationRow:
    """What is known of a desk whose latest message failed."""
    return DestinationRow(name="desk", failures_in_row=2, reason="503", ask_after=ask_after)


@pytest.mark.parametrize(
    ("destination", "row", "pause"),
    [
        pytest.param(desk(), None, None, id="nothing"),
        pytest.param(desk(), failing(REST), Pause(until=REST, reason="it rests: 503"), id="rest"),
        pytest.param(desk(), failing(NOW), None, id="the rest is over"),
        pytest.param(desk(), failing(NOW + timedelta(days=9)), None, id="set by a wrong clock"),
        pytest.param(desk(), failing(None), None, id="it was woken"),
        pytest.param(
            desk("22:00-07:00"), None, Pause(until=MORNING, reason="quiet hours"), id="quiet"
        ),
        pytest.param(
            desk("23:15-07:00"),
            failing(REST),
            Pause(until=MORNING, reason="quiet hours"),
            id="quiet when the rest is over",
        ),
        pytest.param(
            desk("12:00-13:00"),
            failing(REST),
            Pause(until=REST, reason="it rests: 503"),
            id="not quiet now",
        ),
    ],
)
def test_until_when_a_destination_is_left_alone(
    destination: Destination, row: DestinationRow | None, pause: Pause | None
) -> None:
    """The later of its rest and its quiet hours, with the reason."""
    pauses = find_pauses([destination], [row] if row else [], NOW)

    assert pauses == ({"desk": pause} if pause else {})
