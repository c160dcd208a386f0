"""`gigawatch alerts …`: what was sent, where, and what became of it."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import Engine

from flows.cli_options import AsJson, ConfigOption, settings_of
from parsers.errors import GigawatchError

app = typer.Typer(help="What was sent, and what waits.", no_args_is_help=True)
_COLUMNS = (
    "id",
    "deal",
    "alert",
    "destination",
    "state",
    "attempts",
    "created",
    "sent",
    "last_error",
)
# Stands for the deal of a notice, which is about feeds.
_NO_DEAL = "feeds"


@app.command("list")
def list_alerts(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Every delivery: what went where, when, after how many tries.

    Example: gigawatch alerts list
    """
    from flows.show import print_json, print_table, rows_of
    from storage.database import reading
    from storage.outbox import list_deliveries

    with reading(_engine(config)) as session:
        records = [
            {
                "id": one.id,
                "alert": one.alert_key,
                "deal": one.deal_id or _NO_DEAL,
                "destination": one.destination,
                "state": one.state,
                "attempts": one.attempts,
                "may_repeat": one.may_repeat,
                "created": f"{one.created_at:%Y-%m-%dT%H:%M:%SZ}",
                "sent": f"{one.sent_at:%Y-%m-%dT%H:%M:%SZ}" if one.sent_at else None,
                "last_error": one.last_error,
            }
            for one in list_deliveries(session)
        ]
    if as_json:
        print_json(records)
    else:
        print_table("Deliveries", _COLUMNS, rows_of(records, _COLUMNS))


@app.command("test")
def send_test(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Send a test message to every destination.

    Example: gigawatch alerts test
    """
    from flows.messages import render_test
    from flows.notify import send
    from flows.show import print_json, print_line
    from flows.tools import find_unusable

    settings = settings_of(config)
    if not settings.destinations:
        raise GigawatchError(f"{settings.path}: no [[destinations]]; add one, e.g. your Slack URL")
    records, unusable = [], find_unusable(settings)
    for destination in settings.destinations:
        url = destination.url.get_secret_value()
        reason = unusable.get(destination.name) or send(url, render_test()).reason
        records.append({"destination": destination.name, "ok": not reason, "reason": reason})
    if as_json:
        print_json(records)
    else:
        for record in records:
            said = "sent" if record["ok"] else f"failed: {record['reason']}"
            print_line(f"{record['destination']}: {said}")
    if not all(record["ok"] for record in records):
        raise typer.Exit(1)


@app.command()
def retry(
    delivery: Annotated[int, typer.Argument(help="as `alerts list` shows it")],
    config: ConfigOption = None,
) -> None:
    """Make a dead delivery due again; the next poll sends it.

    Example: gigawatch alerts retry 12
    """
    from storage import sending
    from storage.database import transaction

    with transaction(_engine(config)) as session:
        if not sending.retry(session, delivery):
            raise GigawatchError(f"delivery {delivery} is not dead; `gigawatch alerts list` shows")
    print(f"delivery {delivery} is due again; `gigawatch poll` sends it")


def _engine(config: Path | None) -> Engine:
    from storage.database import ensure_ready, open_engine

    engine = open_engine(settings_of(config).database.url)
    ensure_ready(engine)
    return engine
