"""Run both flows on their schedules; what `gigawatch serve` starts as a process of its own."""

import asyncio
import signal
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from prefect import get_client
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.runner import Runner
from prefect.states import Crashed
from prefect.types.entrypoint import EntrypointType

from flows.commands.options import settings_of
from flows.deliver import deliver
from flows.poll import poll
from flows.settings import Settings
from flows.terminal import stop
from parsers.errors import SettingsError

_NAME: Final = "gigawatch"
_WRONG_USAGE: Final = 2
_DELIVER_EVERY: Final = timedelta(minutes=5)
_AT_WORK: Final = FlowRunFilter(
    state=FlowRunFilterState(
        type=FlowRunFilterStateType(any_=[StateType.PENDING, StateType.RUNNING])
    )
)


async def run_flows(settings: Settings) -> None:
    """Register both flows, poll once now, then run each when its time comes, until cancelled."""
    # No pause at the end, which a restart would have to undo: see `take_over`.
    runner = Runner(name=_NAME, pause_on_shutdown=False)
    async with get_client() as client:
        for flow, every in ((deliver, _DELIVER_EVERY), (poll, settings.poll.every)):
            # No concurrency limit: the slot of a killed run stays taken, and every run after it is
            # cancelled. Runs that overlap do no harm, our own leases see to that.
            deployment = await flow.ato_deployment(
                name=_NAME,
                interval=every,
                parameters={"config": str(settings.path)},
                entrypoint_type=EntrypointType.MODULE_PATH,
                tags=[_NAME],
            )
            deployment_id = await runner.aadd_deployment(deployment)
            await take_over(client, deployment_id)
        # The schedule begins one interval from now, and somebody is watching.
        await client.create_flow_run_from_deployment(deployment_id)
    await runner.start()


async def take_over(client: PrefectClient, deployment_id: UUID) -> None:
    """Clear away what an earlier `serve` left: the times it missed, the runs it did not finish."""
    # Pausing makes the server forget the runs that are due; one poll catches up with all of them.
    await client.pause_deployment(deployment_id)
    await client.resume_deployment(deployment_id)
    ours = DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id]))
    for run in await client.read_flow_runs(deployment_filter=ours, flow_run_filter=_AT_WORK):
        await client.set_flow_run_state(run.id, Crashed(message="ended with `gigawatch serve`"))


def main(config: Path) -> None:
    """Run until SIGINT, also where whoever started us ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        settings = settings_of(config)
    except SettingsError as error:
        # It was well when `serve` read it, and was edited since.
        stop(str(error), _WRONG_USAGE)
    with suppress(KeyboardInterrupt):
        asyncio.run(run_flows(settings))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
