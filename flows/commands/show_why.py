"""Print why something was told, or was not; feed text is shown as text, whatever it holds."""

from collections.abc import Iterator
from datetime import datetime

from flows.commands.show import print_line
from flows.deciding.why import Case, Verdict, count_repeats
from flows.plain import render_visible
from flows.wording import render_count, render_first_line, render_time, status_words
from parsers.types import DealReading
from storage.decisions import DecisionView
from storage.outbox import WAITING, AlertView
from storage.sightings import Arrival, Sighting

# Of a deal that a hundred texts report, what was decided last.
_DECISIONS_SHOWN = 10


def print_why(case: Case, silence: str | None, verdicts: tuple[Verdict, ...]) -> None:
    """A case in a few paragraphs, in the order things happened."""
    for line in _lines(case, silence, verdicts):
        print_line(render_visible(line) if not line.startswith("  ") else _indented(line))


def _indented(line: str) -> str:
    return f"  {render_visible(line)}"


def _lines(case: Case, silence: str | None, verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    if case.entry is not None:
        yield from _entry_lines(case.entry)
    if case.deal is not None and case.deal_id is not None:
        yield f"deal {case.deal_id}: {render_first_line(case.deal)}"
        entries = render_count(len(case.deal.sources), "entry", "entries")
        publishers = render_count(len(case.deal.publishers), "publisher")
        yield f"  {entries} by {publishers}, the last {_time(case.deal.updated_at)}"
    yield from _decision_lines(case.decisions)
    for alert in case.alerts:
        yield from _alert_lines(alert)
    yield from _now_lines(silence, verdicts)
    yield "deliveries" if case.arrivals else "deliveries: none"
    for arrival in case.arrivals:
        yield f"  {arrival.id} {arrival.alert_key} to {arrival.destination}: {_came_to(arrival)}"


def _entry_lines(entry: Sighting) -> Iterator[str]:
    yield f"entry {entry.id}: {entry.title}"
    yield f"  {entry.publisher or 'no publisher'}, published {_time(entry.published_at)}"
    yield f"  first seen {_time(entry.seen_at)} in {', '.join(entry.feeds)}"
    if entry.url is not None:
        yield f"  {entry.url}"
    if entry.parent_id is not None:
        yield f"  a headline of entry {entry.parent_id}"
    if entry.edited_at is not None:
        yield f"  edited {_time(entry.edited_at)}"
    page = "its page was read" if entry.page_text is not None else entry.page_note
    if page is not None:
        yield f"  {page}"
    if entry.reading is not None:
        yield from _reading_lines(entry.reading)
    else:
        gone = f"forgotten {_time(entry.pruned_at)} by `gigawatch db prune`"
        yield f"not read: {entry.reason or gone}"


def _reading_lines(reading: DealReading) -> Iterator[str]:
    if reading.is_compute_deal:
        status = status_words(reading.status) if reading.status else "no status"
        yield f"read as a compute deal ({status}, {reading.event})"
    else:
        yield "read as no compute deal"
    for reason in reading.reasons:
        yield f"  {reason}"
    for doubt in reading.doubts:
        yield f"  unsure: {doubt}"
    yield f"  companies: {', '.join(reading.companies) or 'none'}"


def _decision_lines(decisions: tuple[DecisionView, ...]) -> Iterator[str]:
    if not decisions:
        return
    repeats = count_repeats(decisions)
    yield "decided" + (f" ({repeats} of {len(decisions)} told nothing new)" if repeats else "")
    hidden = len(decisions) - _DECISIONS_SHOWN
    if hidden > 0:
        yield f"  {hidden} earlier; --json has them all"
    for one in decisions[-_DECISIONS_SHOWN:]:
        yield f"  {_time(one.at)} entry {one.entry_id}: {one.reason}"


def _alert_lines(alert: AlertView) -> Iterator[str]:
    yield f"alert {alert.key}, {_time(alert.created_at)}"
    news = alert.payload.get("news")
    for line in (alert.payload.get("why"), *(news if isinstance(news, list) else ())):
        if line:
            yield f"  {line}"


def _now_lines(silence: str | None, verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    yield f"now nobody would be told: {silence}" if silence else "now, by watch.toml"
    for one in verdicts:
        yield f"  {one.destination}: {'yes' if one.wants else 'no'}: {one.reason}"


def _came_to(arrival: Arrival) -> str:
    """How far a delivery has come: "sent 2026-04-21 08:00 UTC", "failed 3 times, again …"."""
    tries = render_count(arrival.attempts, "try", "tries")
    parts = [arrival.state if arrival.state == "held" else f"{arrival.state} after {tries}"]
    if arrival.sent_at is not None:
        parts = [f"sent {_time(arrival.sent_at)}"]
    elif arrival.state in WAITING:
        parts.append(f"not before {_time(arrival.next_try_at)}")
    if arrival.digest is not None:
        parts.append(f"in {arrival.digest}")
    return ", ".join(parts) + (f": {arrival.last_error}" if arrival.last_error else "")


def _time(at: datetime | None) -> str:
    return render_time(at) if at else "at no known time"
