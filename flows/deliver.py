"""The Prefect flow that delivers what waits: retries, and what a stopped poll left behind."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from prefect import State, flow
from prefect.states import Completed, Failed

from flows.commands.options import settings_of
from flows.events import find_events
from flows.outcomes import RunOutcome, find_trouble
from flows.poll import conclude, scene_of, send
from flows.polling.tools import Tools, open_tools
from flows.report import leave_deliveries, tell
from flows.run import count_left
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
            run = await _deliver(tools)
            events = find_events(run, scene_of(tools))
    except GigawatchError as error:
        return Failed(message=str(error))
    if run.deliveries:
        await asyncio.gather(leave_deliveries(run), tell(events))
    return conclude(run) if run.deliveries or find_trouble(run) else Completed(message=_NONE)


async def _deliver(tools: Tools) -> RunOutcome:
    deliveries = await send(tools)
    left = await asyncio.to_thread(count_left, tools)
    return RunOutcome(deliveries=deliveries, troubles=tools.troubles, left=left)
