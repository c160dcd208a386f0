"""Run the Prefect server and both flows on their schedules until Ctrl-C, and end all of it."""

import asyncio
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from flows.settings import Settings
from parsers.errors import GigawatchError

# A first start makes the database: 11 to 30 s were measured on two cores.
_START_TIMEOUT_S: Final = 180
_STOP_TIMEOUT_S: Final = 15
_DELIVER_EVERY: Final = timedelta(minutes=1)
_FOLDER: Final = ".gigawatch"
# What a server of our own runs with; each may be overridden by the environment.
_SERVER: Final[Mapping[str, str]] = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    # In memory a slot stays taken for good when server and run are killed together.
    "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": (
        "prefect.server.concurrency.lease_storage.filesystem"
    ),
    # One row at a time, the default, costs the server four times the work.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TRIGGERS_READ_BATCH_SIZE": "100",
    # Runs, logs and artifacts older than thirty days go; by default they stay for ever.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": "2592000",
    "PREFECT_LOGGING_SERVER_LEVEL": "WARNING",
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
}


def serve(settings: Settings) -> None:
    """Start what is needed and serve until interrupted.

    Raises:
        GigawatchError: no server can be had.
    """
    with prefect_server(settings) as api_url:
        os.environ["PREFECT_API_URL"] = api_url
        print(f"run history: {ui_url(api_url)}", flush=True)  # noqa: T201 - the command's output
        asyncio.run(_serve_flows(settings))


@contextmanager
def prefect_server(settings: Settings) -> Iterator[str]:
    """The API's address: of the server PREFECT_API_URL names, else of one of our own."""
    given = os.environ.get("PREFECT_API_URL") or settings.prefect.api_url
    if given:
        _check_given(given)
        yield given
        return
    port = settings.prefect.port
    api_url = f"http://127.0.0.1:{port}/api"
    os.environ.update(_own_environment(settings, port, api_url))
    server = _start_server(settings, port)
    try:
        _await_health(server, api_url, _server_log(settings))
        yield api_url
    finally:
        _stop(server)


def ui_url(api_url: str) -> str:
    """Where the UI of an API is."""
    return api_url.removesuffix("/").removesuffix("/api")


async def _serve_flows(settings: Settings) -> None:
    # Prefect reads the environment when it is imported: only now does it say which server.
    from prefect import aserve
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.types.entrypoint import EntrypointType

    from flows.deliver import deliver
    from flows.poll import poll

    config = str(settings.path)
    deployments = [
        await flow.ato_deployment(
            name="gigawatch",
            interval=interval,
            parameters={"config": config},
            concurrency_limit=ConcurrencyLimitConfig(
                limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
            ),
            entrypoint_type=EntrypointType.MODULE_PATH,
            tags=["gigawatch"],
            description=description,
        )
        for flow, interval, description in (
            (poll, settings.poll.every, "Polls the due feeds and sends what they bring."),
            (deliver, _DELIVER_EVERY, "Sends what waits for another try."),
        )
    ]
    await aserve(*deployments, print_starting_message=False)


def _own_environment(settings: Settings, port: int, api_url: str) -> dict[str, str]:
    home = settings.folder / _FOLDER / "prefect"
    own = {
        **_SERVER,
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": api_url,
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        # Only with this does the UI call the port the server listens on.
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_UI_URL": ui_url(api_url),
    }
    return {name: os.environ.get(name, value) for name, value in own.items()}


def _start_server(settings: Settings, port: int) -> subprocess.Popen[bytes]:
    if is_up(f"http://127.0.0.1:{port}/api"):
        raise GigawatchError(
            f"port {port} already serves a Prefect server; set PREFECT_API_URL to use it, or "
            f"another [prefect] port in {settings.path.name}"
        )
    log = _server_log(settings)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        # A session of its own: Ctrl-C reaches us alone, and we end the server last.
        return subprocess.Popen(  # noqa: S603 - our own interpreter, fixed arguments
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1",
             "--port", str(port)],
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip


def _server_log(settings: Settings) -> Path:
    return settings.folder / _FOLDER / "prefect-server.log"


def _await_health(server: subprocess.Popen[bytes], api_url: str, log: Path) -> None:
    deadline = time.monotonic() + _START_TIMEOUT_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise GigawatchError(f"the Prefect server stopped at once; its last words are in {log}")
        if is_up(api_url):
            return
        time.sleep(0.2)
    raise GigawatchError(
        f"the Prefect server did not answer within {_START_TIMEOUT_S} s; see {log}"
    )


def is_up(api_url: str) -> bool:
    """Whether a Prefect server answers there."""
    try:
        with urllib.request.urlopen(f"{api_url}/health", timeout=5) as answer:  # noqa: S310 - ours
            return bool(answer.status == 200)  # noqa: PLR2004
    except (urllib.error.URLError, OSError):
        return False


def _check_given(api_url: str) -> None:
    if not is_up(api_url.removesuffix("/")):
        raise GigawatchError(
            f"no Prefect server answers at {api_url}; start it, or unset PREFECT_API_URL to have "
            "one started here"
        )


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server and whatever it started: first asked, then made to."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, sign)
            server.wait(_STOP_TIMEOUT_S)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
