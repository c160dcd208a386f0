"""Keep a Prefect server and the scheduled flows running until Ctrl-C, then end all of it.

This process imports no Prefect: it starts the two, watches them, and ends them in order.
"""

import os
import signal
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import BinaryIO, Final

from flows.children import Child, noting_signals, running, wait
from flows.settings import Settings
from parsers.errors import GigawatchError

# A first start makes the database: 11 to 30 s were measured on two cores.
_START_TIMEOUT_S: Final = 180
# Together below the 15 s after which people lose patience.
_END_FLOWS_S: Final = 8
_END_SERVER_S: Final = 5
_HOST: Final = "127.0.0.1"
# For both processes; each may be overridden by the environment.
_COMMON: Final[Mapping[str, str]] = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # Else a file where the user stands, statistics.py say, could hide a module of Python's.
    "PYTHONSAFEPATH": "1",
}
# For a server of our own; the same.
_SERVER: Final[Mapping[str, str]] = {
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
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
}


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        GigawatchError: no server can be had, or the server or the flows ended by themselves.
    """
    _check_folder(Path.cwd())
    given = os.environ.get("PREFECT_API_URL") or settings.prefect.api_url
    with noting_signals() as asked_to_end, ExitStack() as children:
        if given:
            _check_given(given)
            environment = {**_COMMON, **os.environ, "PREFECT_API_URL": given}
            servers: tuple[Child, ...] = ()
        else:
            environment = _server_environment(settings)
            servers = (children.enter_context(_server(settings, environment)),)
            _say("starting the Prefect server; its first start takes up to a minute")
            _wait_until_up(servers, environment["PREFECT_API_URL"], asked_to_end)
        if not asked_to_end():
            flows = children.enter_context(_flows(settings, environment))
            ui = ui_url(environment["PREFECT_API_URL"])
            _say(f"runs:  {ui}\ndeals: {ui}/v2/artifacts/key/deals\nCtrl-C ends it")
            wait((*servers, flows), until=asked_to_end)
        _say("stopping")


def ui_url(api_url: str) -> str:
    """Where the UI of an API is."""
    return api_url.removesuffix("/").removesuffix("/api")


def is_up(api_url: str) -> bool:
    """Whether a Prefect server answers there."""
    address = f"{api_url.removesuffix('/')}/health"
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - settings say http
            return bool(answer.status == 200)  # noqa: PLR2004
    except (OSError, ValueError, HTTPException):
        return False


# --- the server ---------------------------------------------------------------------------------


def _check_given(api_url: str) -> None:
    if not is_up(api_url):
        raise GigawatchError(
            f"no Prefect server answers at {api_url}; start it, or unset PREFECT_API_URL (or "
            "[prefect] api_url) to have one started here"
        )


def _server_environment(settings: Settings) -> dict[str, str]:
    port = settings.prefect.port
    api_url = f"http://{_HOST}:{port}/api"
    return {
        **_COMMON,
        **_SERVER,
        "PREFECT_HOME": str(settings.folder / ".gigawatch" / "prefect"),
        "PREFECT_UI_URL": ui_url(api_url),
        **os.environ,
        "PREFECT_API_URL": api_url,
        "PREFECT_SERVER_API_HOST": _HOST,
        # Only with this does the UI call the port the server listens on.
        "PREFECT_SERVER_API_PORT": str(port),
    }


@contextmanager
def _server(settings: Settings, environment: Mapping[str, str]) -> Iterator[Child]:
    """A server of our own on loopback; what it says goes into a file beside its database."""
    _check_free(settings.prefect.port, settings)
    log = Path(environment["PREFECT_HOME"]) / "server.log"
    with (
        _open_log(log) as output,
        running(
            ["prefect", "server", "start"],
            name="the Prefect server",
            words=str(log),
            environment=environment,
            end_with=signal.SIGTERM,
            patience_s=_END_SERVER_S,
            output=output,
        ) as server,
    ):
        yield server


def _check_free(port: int, settings: Settings) -> None:
    with socket.socket() as door:
        # As the server does it: a port whose last connections still fade away is free.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((_HOST, port))
        except OSError as error:
            raise GigawatchError(
                f"port {port} cannot be had ({error.strerror}); set another [prefect] port in "
                f"{settings.path}, or PREFECT_API_URL to use a Prefect server that runs already"
            ) from error


def _open_log(log: Path) -> BinaryIO:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return log.open("ab")
    except OSError as error:
        raise GigawatchError(
            f"{log}: cannot be written: {error.strerror}; set PREFECT_HOME to a folder that can"
        ) from error


def _wait_until_up(
    servers: Sequence[Child], api_url: str, asked_to_end: Callable[[], bool]
) -> None:
    deadline = time.monotonic() + _START_TIMEOUT_S

    def is_over() -> bool:
        if time.monotonic() > deadline:
            words = ", ".join(server.words for server in servers)
            raise GigawatchError(
                f"the Prefect server did not answer within {_START_TIMEOUT_S} s; see {words}"
            )
        return asked_to_end() or is_up(api_url)

    wait(servers, until=is_over)


# --- the flows ----------------------------------------------------------------------------------


def _check_folder(here: Path) -> None:
    """Prefect looks for a flow's modules in the current folder first."""
    ours = Path(__file__).parent.parent
    for name in ("flows", "parsers", "storage"):
        if here != ours and (here / name / "__init__.py").is_file():
            raise GigawatchError(
                f"the folder {name} in {here} would hide Gigawatch's own; start in another folder"
            )


@contextmanager
def _flows(settings: Settings, environment: Mapping[str, str]) -> Iterator[Child]:
    """Both flows on their schedules; what they say comes out where we speak."""
    with running(
        ["flows.runner", str(settings.path)],
        name="the runner of the flows",
        words="the lines above",
        environment=environment,
        end_with=signal.SIGINT,
        patience_s=_END_FLOWS_S,
    ) as runner:
        yield runner


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the command's output
