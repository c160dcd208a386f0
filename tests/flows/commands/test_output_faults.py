"""Whatever is written is inert: log lines, terminals, files, nothing for a spreadsheet."""

import ast
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli import main
from flows.outcomes import DealOutcome, DeliveryOutcome, FeedOutcome
from flows.report import log_deal, log_delivery, log_feed
from tests.office import Office
from tests.receivers import WebhookServer
from tests.told import HOSTILE, hostile_alert

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

ROOT = Path(__file__).parents[3]
LOGGER = logging.getLogger("output")
CODES = [text for text in HOSTILE if not text.isprintable()]
# Escapes, C1, and what turns a line round or ends it where nobody sees it.
LIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def hook() -> Iterator[WebhookServer]:
    """A webhook that says ok unless told otherwise."""
    with WebhookServer() as server:
        yield server


@pytest.mark.parametrize("text", CODES)
def test_an_event_is_one_line_in_the_log(text: str, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever a feed calls its deal and a service answers, no line is forged or colored."""
    caplog.set_level(logging.INFO)
    deal = hostile_alert(text).deal

    log_feed(LOGGER, FeedOutcome(url="https://a.example/", outcome="error", detail=text))
    log_deal(LOGGER, DealOutcome(id="a-b-2026-04", change="new", deal=deal))
    log_delivery(
        LOGGER, DeliveryOutcome(destination="desk", key="a#1@desk", state="dead", reason=text)
    )

    lines = [record.getMessage() for record in caplog.records]
    assert [LIVE.findall(line.replace("\n", "\x00")) for line in lines] == [[]] * 3


@pytest.mark.parametrize("text", CODES)
async def test_no_command_on_alerts_moves_a_terminal(
    tmp_path: Path, hook: WebhookServer, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    """Neither the feed's text nor the service's words; a file gets no more than a terminal."""
    office = Office(tmp_path)
    office.destinations = {"desk": hook.url, "file": f"file:{tmp_path / 'alerts.txt'}"}
    office.put(deal=hostile_alert(text).deal)
    hook.script, hook.answer = [400], text.encode("utf-8", "replace").decode()

    await office.deliver()
    for words in (
        ["list"],
        ["list", "--json"],
        *(["preview", "deal-1#1", "--as", kind] for kind in ("text", "slack", "email", "json")),
    ):
        with pytest.raises(SystemExit):
            main(["alerts", *words, "--config", str(office.write())])

    printed, written = capsys.readouterr().out, (tmp_path / "alerts.txt").read_text("utf-8")
    assert "(400" in printed
    assert LIVE.findall(printed) == []
    assert LIVE.findall(written) == []


def test_json_for_programs_moves_no_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """It stays JSON, and no code is in it that a terminal would obey."""
    office = Office(tmp_path)
    office.destinations = {"file": f"file:{tmp_path / 'alerts.txt'}"}
    for text in CODES:
        office.put(deal=hostile_alert(text).deal)

    with pytest.raises(SystemExit):
        main(["deals", "list", "--json", "--config", str(office.write())])

    printed = capsys.readouterr().out
    assert len(json.loads(printed)) == len(CODES)
    assert LIVE.findall(printed) == []


def test_nothing_is_written_for_a_spreadsheet() -> None:
    """A cell that starts with = + - @ would run there; who adds CSV has to quote such cells."""
    modules = [path for part in ("flows", "storage") for path in (ROOT / part).rglob("*.py")]
    names = {name for path in modules for name in imports(path.read_text(encoding="utf-8"))}

    assert len(modules) > 50
    assert names & {"csv", "openpyxl", "xlsxwriter", "pandas"} == set()


def imports(source: str) -> Iterator[str]:
    """The packages a module imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
