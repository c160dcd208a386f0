"""`gigawatch why …`: why something was told, or was not."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import AsJson, ConfigOption, settings_of
from parsers.errors import GigawatchError

if TYPE_CHECKING:
    from sqlmodel import Session

    from flows.deciding.waiting import Pause
    from flows.deciding.why import Case
    from storage.sightings import Arrival


def why(
    what: Annotated[
        str, typer.Argument(help="an entry's number or URL, a deal, or a message's key")
    ],
    config: ConfigOption = None,
    as_json: AsJson = False,
) -> None:
    """Why something was told, or was not: where it was seen, how read, what decided, what arrived.

    Example: gigawatch why amazon-anthropic-2026-04
    """
    from flows.commands.show import print_json
    from flows.commands.show_why import print_why
    from flows.deciding.alerting import build_policy
    from flows.deciding.waiting import find_pauses
    from flows.deciding.why import judge, why_json
    from flows.polling.tools import load_companies, utc_now
    from storage.database import ensure_ready, open_engine, reading
    from storage.destinations import failing_destinations

    settings = settings_of(config)
    engine = open_engine(settings.database.url)
    ensure_ready(engine)
    now = utc_now()
    with reading(engine) as session:
        case = _find_case(session, what.strip())
        pauses = find_pauses(settings.destinations, failing_destinations(session), now)
    if case is None:
        raise GigawatchError(_unknown(what))
    case = replace(case, arrivals=tuple(_paused(one, pauses) for one in case.arrivals))
    policy = build_policy(settings, load_companies(settings))
    if as_json:
        print_json(why_json(case, policy, now=now))
    else:
        print_why(case, *judge(case, policy, now=now))


def _paused(arrival: "Arrival", pauses: "Mapping[str, Pause]") -> "Arrival":
    """A delivery with the moment before which its destination is left alone."""
    pause = pauses.get(arrival.destination)
    if pause is None:
        return arrival
    return replace(arrival, next_try_at=max(arrival.next_try_at, pause.until))


def _find_case(session: "Session", what: str) -> "Case | None":
    """The case of a number, an address, a key or the id of a deal."""
    from parsers.urls import url_key
    from storage.columns import parse_id
    from storage.outbox import get_alert
    from storage.sightings import find_entry_id

    number = parse_id(what)
    if number is not None:
        return _case_of_entry(session, number)
    if "://" in what:
        entry_id = find_entry_id(session, what, url_key=url_key(what))
        return None if entry_id is None else _case_of_entry(session, entry_id)
    # A deal that became part of another left its name on what was told of it.
    alert = get_alert(session, what) or get_alert(session, f"{what}#1")
    if alert is None:
        return _case_of_deal(session, what)
    if alert.entry_id is not None:
        return _case_of_entry(session, alert.entry_id)
    if alert.deal_id is None:
        raise GigawatchError(f"{what} tells of no deal; `gigawatch alerts preview {what}` shows it")
    return _case_of_deal(session, alert.deal_id)


def _case_of_entry(session: "Session", entry_id: int) -> "Case | None":
    from flows.deciding.why import Case
    from storage.deals import deal_of_entry, get_deal
    from storage.decisions import of_entry
    from storage.outbox import alerts_of_deal, get_alert
    from storage.sightings import arrivals, get_sighting

    entry = get_sighting(session, entry_id)
    if entry is None:
        return None
    deal_id = deal_of_entry(session, entry_id)
    stored = get_deal(session, deal_id) if deal_id else None
    decisions = of_entry(session, entry_id)
    keys = {one.alert_key for one in decisions}
    mention = get_alert(session, f"mention-{entry_id}#1")
    alerts = [one for one in alerts_of_deal(session, deal_id or "") if one.key in keys]
    alerts += [mention] if mention else []
    return Case(
        entry=entry,
        deal_id=deal_id,
        deal=stored.deal if stored else None,
        decisions=decisions,
        alerts=tuple(alerts),
        arrivals=arrivals(session, [one.id for one in alerts]),
    )


def _case_of_deal(session: "Session", deal_id: str) -> "Case | None":
    from flows.deciding.why import Case
    from storage.deals import get_deal
    from storage.decisions import of_deal
    from storage.outbox import alerts_of_deal
    from storage.sightings import arrivals

    stored = get_deal(session, deal_id)
    if stored is None:
        return None
    alerts = alerts_of_deal(session, deal_id)
    return Case(
        deal_id=deal_id,
        deal=stored.deal,
        decisions=of_deal(session, deal_id),
        alerts=alerts,
        arrivals=arrivals(session, [one.id for one in alerts]),
    )


def _unknown(what: str) -> str:
    if "://" in what:
        return f"no entry at {what} was seen in a feed; `gigawatch read {what}` shows how it reads"
    if what.isdecimal():
        return f"no entry has the number {what}; `gigawatch poll --json` lists new ones"
    return f"no deal, entry or message {what}; `gigawatch deals list` shows the deals"
