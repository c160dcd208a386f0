"""Print tables and deals to a terminal; feed text is shown as text, whatever it holds."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.outcomes import DeliveryOutcome, RunOutcome, describe_run, find_trouble
from flows.plain import render_visible
from flows.terminal import escape_codes, knows_all_letters
from flows.wording import render_first_line, render_leg, render_time
from parsers.types import Deal

_PIPED_WIDTH = 160


def print_json(value: object) -> None:
    """One JSON value, as other programs want it."""
    text = json.dumps(value, ensure_ascii=not knows_all_letters(), indent=2)
    sys.stdout.write(f"{escape_codes(text)}\n")


def print_line(line: str = "") -> None:
    """One line of our own words, or of a feed's made harmless."""
    sys.stdout.write(line + "\n")


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table as wide as the terminal; a pipe gets a fixed width."""
    table = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(render_visible(str(cell)) if cell != "" else "") for cell in row))
    width = None if sys.stdout.isatty() else _PIPED_WIDTH
    Console(width=width, highlight=False).print(table)


def print_run(run: RunOutcome) -> None:
    """What a poll did: feeds, deals, and what needs a person."""
    print_table(
        "Feeds",
        ("feed", "outcome", "new", "ms", "remarks"),
        ((f.url, f.error or f.outcome, f.new, f.ms, f.detail or "") for f in run.feeds),
    )
    told = [deal for deal in run.deals if deal.change != "same"]
    print_table(
        "Deals",
        ("deal", "change", "what", "publishers"),
        ((d.id, d.change, render_first_line(d.deal), len(d.deal.publishers)) for d in told),
    )
    print_line(describe_run(run))
    for one in run.deliveries:
        if one.state in ("failed", "cancelled"):
            print_line(f"not sent: {render_visible(_waiting(one))}")
    for trouble in find_trouble(run):
        print_line(f"needs a person: {render_visible(trouble)}")


def _waiting(one: DeliveryOutcome) -> str:
    """Which delivery waits, why, and until when, or why it was cancelled; the dead are troubles."""
    if one.state == "cancelled":
        return f"{one.key} for {one.destination}, cancelled: {one.reason}"
    again = render_time(one.next_try_at) if one.next_try_at else "at the next poll"
    return f"{one.key} to {one.destination}: {one.reason}; tried again {again}"


def print_deal(deal_id: str, deal: Deal) -> None:
    """One deal whole: legs, figures, status, sources."""
    print_line(f"{deal_id}  {render_first_line(deal)}")
    for leg in deal.legs:
        print_line(f"  {render_leg(leg)}")
        print_line(f"    “{render_visible(leg.quote)}”")
    for change in deal.status_history:
        publisher = render_visible(change.publisher or "unnamed")
        print_line(f"  {change.at:%Y-%m-%d} {change.status} ({publisher})")
    for figure in (*deal.figures, *deal.conflicts):
        publisher = render_visible(figure.publisher or "unnamed")
        stated = f"{figure.as_stated}: {figure.verdict}: {figure.because}"
        print_line(f"  {publisher}: {render_visible(stated)}")
    for source in deal.sources:
        words = f"{source.publisher or 'unnamed'}: {source.title} {source.url or ''}"
        print_line(f"  {source.published_at:%Y-%m-%d} {render_visible(words)}")


def rows_of(records: Iterable[Mapping[str, object]], columns: Sequence[str]) -> list[list[object]]:
    """The named fields of each record, absent ones empty."""
    return [[_cell(record.get(column)) for column in columns] for record in records]


def _cell(value: object) -> object:
    return "" if value is None else value
