"""`gigawatch alerts …`: what was sent, where, and what became of it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from sqlalchemy.engine import Engine

from flows.commands.options import AsJson, ConfigOption, settings_of
from flows.wording import iso_time
from parsers.errors import GigawatchError

if TYPE_CHECKING:
    from flows.deciding.waiting import Pause
    from storage.outbox import DeliveryState, DeliveryView

app = typer.Typer(help="What was sent, and what waits.", no_args_is_help=True)
_ALL = "all"
_COLUMNS = ("id", "alert", "destination", "state", "attempts", "when", "last_error")


@app.command("list")
def list_alerts(
    state: Annotated[str | None, typer.Option(help="only those in this state")] = None,
    config: ConfigOption = None,
    as_json: AsJson = False,
) -> None:
    """Every delivery: what went where, when, after how many tries.

    `held` waits for a digest, `failed` will be tried again, `dead` needs you.

    Example: gigawatch alerts list --state dead
    """
    from flows.commands.show import print_json, print_table, rows_of
    from flows.deciding.waiting import find_pauses
    from flows.polling.tools import utc_now
    from storage.database import reading
    from storage.destinations import failing_destinations
    from storage.outbox import list_deliveries

    with reading(_engine(config)) as session:
        failing = failing_destinations(session)
        pauses = find_pauses(settings_of(config).destinations, failing, utc_now())
        records = [
            _record(one, pauses.get(one.destination))
            for one in list_deliveries(session, _states(state))
        ]
    if as_json:
        print_json(records)
    else:
        shown = [
            {**one, "when": _when(one), "last_error": one["last_error"] or one["waits_for"]}
            for one in records
        ]
        print_table("Deliveries", _COLUMNS, rows_of(shown, _COLUMNS))


def _record(one: "DeliveryView", pause: "Pause | None") -> dict[str, object]:
    """A delivery as `--json` lists it; one that waits goes out after its destination's pause."""
    from storage.outbox import WAITING

    waits = one.state in WAITING
    paused = pause is not None and waits and pause.until > one.next_try_at
    next_try = pause.until if pause and paused else one.next_try_at
    return {
        "id": one.id,
        "alert": one.alert_key,
        "about": _about(one),
        "deal": one.deal_id,
        "destination": one.destination,
        "state": one.state,
        "attempts": one.attempts,
        "may_repeat": one.may_repeat,
        "created": iso_time(one.created_at),
        "next_try": iso_time(next_try) if waits else None,
        "waits_for": pause.reason if pause and paused else None,
        "sent": iso_time(one.sent_at) if one.sent_at else None,
        "digest": one.carrier_id,
        "last_error": one.last_error,
    }


@app.command("test")
def send_test(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Send a test message to every destination; what waits for one that works is due at once.

    Example: gigawatch alerts test
    """
    from flows.commands.show import print_json, print_line
    from flows.messages.deal_messages import render_test
    from flows.sending.notify import find_trouble, send

    settings = settings_of(config)
    if not settings.destinations:
        raise GigawatchError(f"{settings.path}: no [[destinations]]; add one, e.g. your Slack URL")
    records = []
    for destination in settings.destinations:
        url = destination.url.get_secret_value()
        reason = find_trouble(url) or send(url, render_test()).reason
        records.append({"destination": destination.name, "ok": not reason, "reason": reason})
    if as_json:
        print_json(records)
    else:
        for record in records:
            said = "sent" if record["ok"] else f"failed: {record['reason']}"
            print_line(f"{record['destination']}: {said}")
    _wake(config, [str(record["destination"]) for record in records if record["ok"]])
    if not all(record["ok"] for record in records):
        raise typer.Exit(1)


@app.command()
def retry(
    delivery: Annotated[str, typer.Argument(help="as `alerts list` shows it, or all that is dead")],
    config: ConfigOption = None,
) -> None:
    """Make a dead, failed or cancelled delivery due at once; the next poll sends it.

    Example: gigawatch alerts retry 12, gigawatch alerts retry all
    """
    from storage import sending
    from storage.database import transaction

    with transaction(_engine(config)) as session:
        if delivery == _ALL:
            count = sending.retry_dead(session)
            print(f"{count} dead deliveries are due again; `gigawatch poll` sends them")
            return
        number = _number(delivery)
        later = sending.find_later(session, number)
        if later is not None:
            raise GigawatchError(
                f"delivery {delivery} is out of date: {later} told the same destination more of "
                f"its deal since; `gigawatch alerts preview {later}` shows it"
            )
        if not sending.retry(session, number):
            raise GigawatchError(
                f"no delivery {delivery} is dead, failed or cancelled; `gigawatch alerts list` "
                "shows them"
            )
    print(f"delivery {delivery} is due again; `gigawatch poll` sends it")


@app.command()
def cancel(
    delivery: Annotated[str, typer.Argument(help="as `alerts list` shows it")],
    config: ConfigOption = None,
) -> None:
    """Never send a delivery that has not been sent; of a digest, nothing in it.

    Example: gigawatch alerts cancel 12
    """
    from storage import sending
    from storage.database import transaction

    with transaction(_engine(config)) as session:
        if not sending.cancel(session, _number(delivery), reason="cancelled by hand"):
            raise GigawatchError(
                f"delivery {delivery} cannot be cancelled: there is none, or it is sent, on its "
                "way or cancelled already; `gigawatch alerts list` shows"
            )
    print(f"delivery {delivery} is cancelled")


@app.command()
def preview(
    alert: Annotated[str, typer.Argument(help="an alert's key, or a delivery's key or number")],
    config: ConfigOption = None,
    channel: Annotated[str, typer.Option("--as", help="text, slack, email or json")] = "text",
) -> None:
    """Print a message exactly as a channel gets it; nothing is sent.

    Example: gigawatch alerts preview amazon-anthropic-2026-04#1 --as slack
    """
    from flows.commands.message_preview import find_channel, find_url, read_message, render_as
    from flows.commands.show import print_line
    from storage.database import reading

    wanted, settings = find_channel(channel), settings_of(config)
    with reading(_engine(config)) as session:
        shown = read_message(session, alert)
    url = find_url(settings.destinations, wanted, first=shown.destination)
    print_line(render_as(shown.message, wanted, url=url).rstrip("\n"))


def _when(record: Mapping[str, object]) -> str:
    """When it was sent, is sent, or was decided; the time of a digest is that of all in it."""
    if record["sent"]:
        return f"sent {record['sent']}"
    if record["digest"] and record["next_try"]:
        return f"with delivery {record['digest']}"
    if not record["next_try"]:
        return f"of {record['created']}"
    return f"next {record['next_try']}"


def _number(delivery: str) -> int:
    from storage.columns import parse_id

    number = parse_id(delivery)
    if number is None:
        raise GigawatchError(
            f"{delivery!r} is no number of a delivery; `gigawatch alerts list` shows them"
        )
    return number


def _states(state: str | None) -> "tuple[DeliveryState, ...] | None":
    from storage.outbox import DeliveryState

    if state is None:
        return None
    found = tuple(one for one in get_args(DeliveryState) if one == state)
    if not found:
        raise GigawatchError(f"no state {state!r}; write {', '.join(get_args(DeliveryState))}")
    return found


def _about(delivery: "DeliveryView") -> str:
    """What an alert is about: a deal, feeds, an entry, or as a digest other alerts."""
    if delivery.deal_id is not None:
        return "deal"
    if delivery.feed_id is not None:
        return "feeds"
    return "digest" if delivery.entry_id is None else "mention"


def _wake(config: Path | None, names: Iterable[str]) -> None:
    """What waits for a destination that works again is due at the next poll."""
    from storage.database import transaction
    from storage.destinations import wake
    from storage.sending import release_failed

    with transaction(_engine(config)) as session:
        for name in names:
            wake(session, name)
            release_failed(session, name)


def _engine(config: Path | None) -> Engine:
    from storage.database import ensure_ready, open_engine

    engine = open_engine(settings_of(config).database.url)
    ensure_ready(engine)
    return engine
