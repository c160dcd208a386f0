"""When `gigawatch serve` cannot serve, it says why in one line; it follows a server it is given."""

import os
import signal
from pathlib import Path

import pytest

from flows.cli import main
from flows.serve import is_up, ui_url
from tests.servers import Answer, FeedServer, RawServer, Request
from tests.serving import free_port
from tests.watches import write_watch


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No Prefect of whoever runs the tests, and a folder without packages."""
    for name in list(os.environ):
        if name.startswith(("PREFECT_", "GIGAWATCH_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def _serve(config: Path, capfd: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """The exit code and the last line of standard error."""
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--config", str(config)])
    return stopped.value.code, capfd.readouterr().err.strip().rpartition("\n")[2]


def _watch(folder: Path, port: int) -> Path:
    return write_watch(folder, more=f"[prefect]\nport = {port}")


def test_a_port_in_use_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Before anything is started, with both ways out."""
    with RawServer() as other:
        code, said = _serve(_watch(tmp_path, other.port), capfd)

    assert code == 1
    assert said == (
        f"gigawatch: port {other.port} cannot be had (Address already in use); set another "
        f"[prefect] port in {tmp_path / 'watch.toml'}, or PREFECT_API_URL to use a Prefect server "
        "that runs already"
    )


def test_a_given_server_must_be_there(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """PREFECT_API_URL to nowhere is an error, not a server somewhere else."""
    nowhere = f"http://127.0.0.1:{free_port()}/api"
    monkeypatch.setenv("PREFECT_API_URL", nowhere)

    code, said = _serve(write_watch(tmp_path), capfd)

    assert code == 1
    assert said == (
        f"gigawatch: no Prefect server answers at {nowhere}; start it, or unset PREFECT_API_URL "
        "(or [prefect] api_url) to have one started here"
    )


@pytest.mark.parametrize("name", ["flows", "parsers", "storage"])
def test_a_folder_that_hides_ours_is_refused(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Prefect would look for our modules in the current folder first."""
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()

    code, said = _serve(write_watch(tmp_path), capfd)

    assert code == 1
    assert said == (
        f"gigawatch: the folder {name} in {tmp_path} would hide Gigawatch's own; start in "
        "another folder"
    )


def test_a_home_that_cannot_be_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server's log cannot be written: the path, the reason, and what to set."""
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "watch.toml" / "home"))

    code, said = _serve(_watch(tmp_path, free_port()), capfd)

    assert code == 1
    assert said == (
        f"gigawatch: {tmp_path / 'watch.toml' / 'home' / 'server.log'}: cannot be written: Not a "
        "directory; set PREFECT_HOME to a folder that can"
    )


def test_a_server_that_does_not_start_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Prefect refuses its settings: one line that names the log, which says more."""
    monkeypatch.setenv("PREFECT_SERVER_API_KEEPALIVE_TIMEOUT", "soon")

    code, said = _serve(_watch(tmp_path, free_port()), capfd)

    log = tmp_path / ".gigawatch" / "prefect" / "server.log"
    assert code == 1
    assert said == f"gigawatch: the Prefect server ended by itself; its last words: {log}"
    assert "KEEPALIVE" in log.read_text().upper()


def test_a_given_server_is_used(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runner speaks to the server that PREFECT_API_URL names, until Ctrl-C."""

    def interrupt(_: Request) -> Answer:
        os.kill(os.getpid(), signal.SIGINT)
        return Answer(hang=True)

    with FeedServer() as server:
        server.put("/api/health", b"true")
        server.respond("/api/deployments/name/deliver/gigawatch", interrupt)
        monkeypatch.setenv("PREFECT_API_URL", server.url("/api/"))

        with pytest.raises(SystemExit) as ended:
            main(["serve", "--config", str(write_watch(tmp_path))])

    assert ended.value.code == 0
    assert capfd.readouterr().out == (
        f"runs:  {server.url('')}\ndeals: {server.url('')}/v2/artifacts/key/deals\n"
        "Ctrl-C ends it\nstopping\n"
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:4200/api", "http://127.0.0.1:4200"),
        ("http://127.0.0.1:4200/api/", "http://127.0.0.1:4200"),
        ("https://prefect.example/team/api", "https://prefect.example/team"),
    ],
)
def test_the_ui_is_above_the_api(address: str, expected: str) -> None:
    """Whether or not the address ends with a slash."""
    assert ui_url(address) == expected


def test_what_is_no_prefect_server_is_not_up() -> None:
    """A server of another kind, or an address that is none."""
    with FeedServer() as other, RawServer(b"hello\r\n", read_head=False) as chatty:
        assert not is_up(other.url("/api"))
        assert not is_up(chatty.url("/api"))
    assert not is_up("no address")
