"""No token of any destination comes out anywhere: logs, rows, reasons, lists, Prefect.

Every URL below has the word "hush" wherever a secret may stand.
"""

import base64
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from apprise.plugins.ntfy import NotifyNtfy

from flows.cli import main
from flows.dispatch import deliver
from flows.outcomes import DeliveryOutcome, RunOutcome, describe_run, find_trouble, run_json
from tests.catching import catch_posts
from tests.office import HOUR, MINUTE, Office
from tests.receivers import MailServer, Step, WebhookServer
from tests.servers import FeedServer
from tests.serving import Served, plain_environment
from tests.watches import DEAL, NOW, render_rss, write_watch
from tests.watching import Clock

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

WORD = "hush"
LOGIN = "anna-hush:pass-hush"
PLACE = f"{LOGIN}@127.0.0.1:PORT/path-hush/deep-hush"
# A header and a field of the owner's, as Apprise has them.
HTTP = f"{PLACE}?%2BX-Token=header-hush&:field=value-hush"
SLACK = "T1HUSH3L2/A1HUSH4JD/TIiajkdnlazkhushIdevi7"
URLS = {
    "slack": f"slack://{SLACK}",
    "slack-text": f"slack://{SLACK}/?format=text",
    "slack-channel": f"slack://{SLACK}/#room-hush",
    "slack-own": f"https://hooks.slack.com/services/{SLACK}",
    "slack-bot": "slack://xoxb-1234-1234-abcdefhushghijklmnop/#deals",
    "slack-workflow": "slack://T1HUSH3L2/A1HUSH4JD/1234567/TIiajkdnlazkhushIdevi7?mode=workflow",
    "discord": "discord://4174216298hush/JHMHI8qBe7bkhushZwO5U711o3dV_js",
    "telegram": "tgram://123456789:abcdefg_hushhijklmnop/12315544/",
    "teams": "workflow://127.0.0.1:PORT/643e2eb6-hush/3c6aa1d0-hush/",
    "webhook": f"json://{HTTP}",
    "webhook-token": "json://127.0.0.1:PORT/?token=query-hush",
    "webhook-tls": f"jsons://{PLACE}",
    "form": f"form://{HTTP}",
    "xml": f"xml://{HTTP}",
    "ntfy": f"ntfy://{LOGIN}@127.0.0.1:PORT/topic-hush",
    "ntfy-token": "ntfy://tk_hush0123456789@127.0.0.1:PORT/topic-hush",
    "refused": f"json://{LOGIN}@127.0.0.1:1/path-hush",
    "unknown": f"json://{LOGIN}@nowhere.invalid/path-hush",
    "mail": "mailto://127.0.0.1:MAIL?mode=insecure&from=w@example.org&to=d@example.org",
    "mail-login": f"mailto://{LOGIN}@127.0.0.1:MAIL?mode=insecure&from=w@example.org&to=d@x.example",
    "mail-tls": f"mailtos://{LOGIN}@127.0.0.1:MAIL?mode=ssl&from=w@example.org&to=d@x.example",
    "unusable": "slack://T1HUSH3L2/A1HUSH4JD/bad-hush!",
    "nonsense": "nonsense://hush/path-hush",
    "no-host": f"mailto://{LOGIN}@",
}
# The bot is answered as the others are, which it does not like.
NEVER_SENT = {"slack-bot", "refused", "unknown", "mail-login", "mail-tls"}
UNUSABLE = {"unusable", "nonsense", "no-host"}
# Below TRACE, the lowest level that anything here logs at.
EVERYTHING = 1


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebhookServer]:
    """A webhook in the place of all services."""
    monkeypatch.setattr(NotifyNtfy, "request_rate_per_sec", 0)
    with WebhookServer() as server:
        catch_posts(server, monkeypatch)
        yield server


@pytest.fixture
def office(tmp_path: Path, hook: WebhookServer) -> Iterator[Office]:
    """An office that writes to all of them."""
    with MailServer() as mail:
        office = Office(tmp_path)
        office.destinations = {
            name: url.replace("PORT", str(hook.port)).replace("MAIL", str(mail.port))
            for name, url in URLS.items()
        }
        yield office


@pytest.fixture
def loud(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Every logger there is writes all that it has."""
    loggers = logging.root.manager.loggerDict.values()
    before = [(one, one.level) for one in loggers if isinstance(one, logging.Logger)]
    for logger, _ in before:
        logger.setLevel(EVERYTHING)
    caplog.set_level(EVERYTHING)
    yield
    for logger, level in before:
        logger.setLevel(level)


def secrets_in(text: str) -> list[str]:
    """Where a secret stands in a text, plain or as HTTP sends it."""
    packed = base64.b64encode(LOGIN.encode()).decode()
    places = [at for one in (WORD, packed.lower()) for at in _places(text.lower(), one)]
    return [text[max(at - 80, 0) : at + 40] for at in places]


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


async def work(office: Office, hook: WebhookServer) -> RunOutcome:
    """Fail, hang up, arrive, and be refused for good, at every destination."""
    clock, outcomes = Clock(now=NOW), list[DeliveryOutcome]()
    rounds: list[tuple[Step, int]] = [(500, 1), ("close", 0), (200, 0), (404, 1)]
    async with office.working(clock) as tools:
        for number, (step, new) in enumerate(rounds):
            clock.now = NOW + number * HOUR + MINUTE
            office.put(new, at=clock.now)
            hook.script = [step] * 100 if step != 200 else []
            outcomes += await deliver(tools)
        return RunOutcome(deliveries=tuple(outcomes), troubles=tools.troubles)


# --- logs, rows, reasons ------------------------------------------------------------------------


@pytest.mark.usefixtures("loud")
async def test_no_level_of_logging_shows_a_secret(
    office: Office, hook: WebhookServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever a sending ends in, and whoever logs: neither message, arguments nor traceback."""
    await work(office, hook)

    records = [f"{record.__dict__}{record.exc_text}" for record in caplog.records]
    assert len(records) > 50
    assert secrets_in(caplog.text + "".join(records)) == []


async def test_nothing_that_is_kept_or_told_holds_a_secret(
    office: Office, hook: WebhookServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """Rows of the database, reasons, what a poll prints, and what the commands list."""
    run = await work(office, hook)
    for words in (
        ["list"],
        ["list", "--json"],
        ["preview", "deal-1#1", "--as", "slack"],
        ["preview", "deal-1#1", "--as", "email"],
    ):
        with pytest.raises(SystemExit):
            main(["alerts", *words, "--config", str(office.write())])

    said = "".join(capfd.readouterr())
    states: dict[str, list[str]] = {name: [] for name in URLS}
    for one in run.deliveries:
        states[one.destination].append(one.state)
    kept = [path for path in office.folder.rglob("gigawatch.db*") if path.is_file()]
    assert {name for name, its in states.items() if "sent" not in its} == NEVER_SENT | UNUSABLE
    failed = {one.destination for one in run.deliveries if one.needs_person}
    assert failed >= {"slack", "webhook", "ntfy"}
    assert len(run.troubles) == len(UNUSABLE)
    assert "failed" in said
    assert (
        secrets_in(f"{run!r}{json.dumps(run_json(run))}{describe_run(run)}{find_trouble(run)}")
        == []
    )
    assert secrets_in(said) == []
    assert [secrets_in(path.read_bytes().decode("latin-1")) for path in kept] == [[]] * len(kept)


def test_a_test_message_shows_no_secret(
    office: Office, hook: WebhookServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nor does the doctor, whatever is wrong with which destination."""
    hook.script = [403] * 100

    for words in (["alerts", "test"], ["alerts", "test", "--json"], ["doctor"]):
        with pytest.raises(SystemExit):
            main([*words, "--config", str(office.write())])

    said = "".join(capfd.readouterr())
    assert "unusable" in said
    assert "(403" in said
    assert secrets_in(said) == []


# --- Prefect ------------------------------------------------------------------------------------

BY_HAND = """
import asyncio, sys
from apprise.plugins.slack import NotifySlack
from flows.deliver import deliver
from flows.poll import poll

NotifySlack.webhook_url = sys.argv[2]

async def run(config):
    for flow, options in ((poll, {"every": True}), (deliver, {})):
        state = await flow(config, **options, return_state=True)
        print(state, await state.aresult(raise_on_failure=False))

asyncio.run(run(sys.argv[1]))
"""


@pytest.mark.prefect
def test_no_run_of_prefect_holds_a_secret(served: Served, tmp_path: Path) -> None:
    """Its states, tables, events and logs, though Apprise's own are shipped there at DEBUG."""
    chosen = ("slack", "webhook", "webhook-token", "form", "ntfy", "refused", "mail-login")
    with (
        FeedServer() as feeds,
        WebhookServer([500, 404, "close"] * 2) as hook,
        MailServer() as mail,
    ):
        urls = {
            name: URLS[name].replace("PORT", str(hook.port)).replace("MAIL", str(mail.port))
            for name in (*chosen, "unusable")
        }
        url = feeds.put("/feed", render_rss(DEAL))
        config = write_watch(tmp_path, [url], urls, allow=[feeds.address])

        said = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-c", BY_HAND, str(config), f"{hook.base}/services"],
            cwd=tmp_path,
            env={
                **plain_environment(),
                "PREFECT_API_URL": served.api_url,
                "PREFECT_LOGGING_LEVEL": "DEBUG",
                "PREFECT_LOGGING_ROOT_LEVEL": "DEBUG",
                "PREFECT_LOGGING_EXTRA_LOGGERS": "apprise,urllib3,requests",
                "DO_NOT_TRACK": "1",
            },
            check=True,
            capture_output=True,
            text=True,
        )

    kept = [path for path in served.folder.rglob("*") if path.is_file()]
    told = [path.name for path in kept if secrets_in(path.read_bytes().decode("latin-1"))]
    assert hook.bodies
    assert secrets_in(said.stdout + said.stderr) == []
    assert ("prefect.db" in {path.name for path in kept}, told) == (True, [])
    assert any("#1@webhook" in str(one["data"]) for one in served.ask("artifacts/filter"))
