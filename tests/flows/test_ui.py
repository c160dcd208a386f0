"""What a person sees in the Prefect UI, looked at with a real browser."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serving import Record, Served

pytestmark = [pytest.mark.prefect, pytest.mark.browser]

# Loopback only: the page itself would otherwise ask a telemetry host for its settings.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1400,900",
    # As much time as the page wants, without waiting for the clock.
    "--virtual-time-budget=20000",
    "--dump-dom",
)
Look = Callable[..., str]
# A busy machine may not have everything on the page when the browser's own time is up.
_LOOKS = 8


@pytest.fixture
def look(served: Served, tmp_path: Path) -> Look:
    """A function that opens a page of the UI and gives what it then consists of.

    It looks again a few times while words are missing that should be there.
    """
    debian = Path("/usr/bin/chromium")
    browser = str(debian) if debian.exists() else shutil.which("chromium")
    if browser is None:
        pytest.skip("no chromium here; on Debian: apt-get install chromium")

    def open_page(path: str, *words: str) -> str:
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        for _ in range(_LOOKS):
            shown = subprocess.run(  # noqa: S603 - a browser on our own page
                [browser, *FLAGS, profile, f"{served.ui_url}{path}"],
                capture_output=True,
                check=True,
                encoding="utf-8",
                timeout=120,
            ).stdout
            if all(word in shown for word in words):
                break
        return shown

    return open_page


@pytest.fixture
def first(served: Served) -> Record:
    """The first poll, which found everything."""
    served.wait_for(lambda: bool(served.polls()))
    return served.polls()[0]


def test_the_run_is_found(look: Look, first: Record) -> None:
    """The list of runs names it; its own page shows its state and its log."""
    name = str(first["name"])
    runs = look("/v2/runs", name)
    run = look(f"/v2/runs/flow-run/{first['id']}", name, "2 Task runs", "/labs-wire.rss")

    assert name in runs
    assert name in run
    assert "2 Task runs" in run
    assert "/labs-wire.rss" in run


@pytest.mark.parametrize(
    ("key", "told"),
    [("feeds", " feeds, "), ("deals", " new deals, "), ("deliveries", " sent")],
)
def test_the_history_of_a_table_is_found(look: Look, first: Record, key: str, told: str) -> None:
    """One page lists all versions of a table, each with its run."""
    page = look(f"/v2/artifacts/key/{key}", told, str(first["name"]))

    assert told in page
    assert str(first["name"]) in page


def test_the_deals_are_found(look: Look, served: Served, first: Record) -> None:
    """The table of a run shows the deals as the alerts tell them, and who told of them."""
    found = served.ask(
        "artifacts/filter",
        artifacts={"flow_run_id": {"any_": [first["id"]]}, "key": {"any_": ["deals"]}},
    )

    page = look(f"/v2/artifacts/artifact/{found[0]['id']}", "Labs Wire")

    assert "12 new deals, 0 grown" in page
    assert "OpenAI → AMD: 6 GW and AMD Instinct (announced)" in page
    assert "Labs Wire" in page


def test_the_deliveries_are_found(look: Look, served: Served) -> None:
    """The table of a run that sent something shows what went where, under the key of the alert."""

    def sent() -> list[Record]:
        tables = {"key": {"any_": ["deliveries"]}}
        found = served.ask("artifacts/filter", artifacts=tables, sort="CREATED_DESC")
        return [one for one in found if "#1@desk" in str(one["data"])]

    served.wait_for(lambda: bool(sent()))

    page = look(f"/v2/artifacts/artifact/{sent()[0]['id']}", "#1@desk")

    assert " sent" in page
    assert "New deal · " in page
    assert "#1@desk" in page
