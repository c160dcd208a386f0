"""The Prefect flow that delivers what waits: retries, and what a stopped poll left behind."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from prefect import State, flow
from prefect.states import Completed, Failed

from flows.cli_options import settings_of
from flows.outcomes import RunOutcome
from flows.poll import conclude, send
from flows.tools import open_tools
from parsers.errors import GigawatchError

_NONE: Final = "nothing was due"


def _run_name() -> str:
    return f"deliver {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"


@flow(name="deliver", flow_run_name=_run_name, persist_result=False)
async def deliver(config: str | None = None) -> State[None]:
    """Send every delivery that is due.

    Args:
        config: path of the watch.toml, else $GIGAWATCH_CONFIG, else ./watch.toml.
    """
    try:
        async with open_tools(settings_of(Path(config) if config else None)) as tools:
            run = RunOutcome(deliveries=await send(tools), troubles=tools.troubles)
    except GigawatchError as error:
        return Failed(message=str(error))
    return conclude(run) if run != RunOutcome() else Completed(message=_NONE)
