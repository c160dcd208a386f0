"""`gigawatch deals …`: the deals that were found."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.engine import Engine

from flows.commands.options import AsJson, ConfigOption, settings_of
from parsers.errors import GigawatchError

app = typer.Typer(help="The deals that were found.", no_args_is_help=True)


@app.command("list")
def list_deals(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Every deal, newest first.

    Example: gigawatch deals list --json
    """
    from flows.commands.show import print_json, print_table
    from flows.outcomes import deal_json
    from flows.wording import render_first_line
    from storage.database import reading
    from storage.deals import all_deals

    with reading(_engine(config)) as session:
        stored = sorted(all_deals(session), key=lambda one: one.deal.updated_at, reverse=True)
    if as_json:
        print_json([deal_json(one.id, one.deal) for one in stored])
        return
    print_table(
        "Deals",
        ("deal", "announced", "what", "publishers"),
        (
            (d.id, f"{d.deal.announced_at:%Y-%m-%d}", render_first_line(d.deal),
             len(d.deal.publishers))
            for d in stored
        ),
    )  # fmt: skip


@app.command()
def show(
    deal_id: Annotated[str, typer.Argument(help="as `deals list` shows it")],
    config: ConfigOption = None,
    as_json: AsJson = False,
) -> None:
    """One deal whole: legs, figures and how they were settled, history, sources.

    Example: gigawatch deals show amazon-anthropic-2026-04
    """
    from flows.commands.show import print_deal, print_json
    from flows.outcomes import deal_json
    from storage.database import reading
    from storage.deals import get_deal

    with reading(_engine(config)) as session:
        stored = get_deal(session, deal_id)
    if stored is None:
        raise GigawatchError(f"no deal {deal_id}; `gigawatch deals list` shows the ids")
    if as_json:
        print_json(deal_json(stored.id, stored.deal))
    else:
        print_deal(stored.id, stored.deal)


def _engine(config: Path | None) -> Engine:
    from storage.database import ensure_ready, open_engine

    engine = open_engine(settings_of(config).database.url)
    ensure_ready(engine)
    return engine
