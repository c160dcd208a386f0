"""The `gigawatch` command: reads arguments, calls one function, prints; decides nothing.

What a sub-command needs is imported when it runs, so that `--help` answers at once.
"""

import asyncio
import os
import sys
from importlib.resources import files
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from flows import cli_alerts, cli_deals, cli_feeds
from flows.cli_options import AsJson, ConfigOption, settings_of
from parsers.errors import DestinationError, GigawatchError, SettingsError

app = typer.Typer(
    help="Watch news feeds for AI compute deals: one alert per deal, every number proved.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(cli_feeds.app, name="feeds")
app.add_typer(cli_deals.app, name="deals")
app.add_typer(cli_alerts.app, name="alerts")
db = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(db, name="db")

_WRONG_USAGE = 2
_NEEDS_A_PERSON = 1


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="where to write watch.toml")] = Path(),
) -> None:
    """Write a commented starter watch.toml.

    Example: gigawatch init ~/gigawatch
    """
    target = folder / "watch.toml"
    if target.exists():
        raise SettingsError(f"{target} exists already; edit it, or remove it first")
    starter = files("deploy").joinpath("watch.toml").read_text(encoding="utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(starter, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{target}: cannot be written: {error.strerror}") from error
    print(f"wrote {target}; next: edit it, then `gigawatch poll`")


@app.command()
def poll(
    config: ConfigOption = None,
    every: Annotated[bool, typer.Option("--all", help="also feeds that are not due")] = False,
    as_json: AsJson = False,
) -> None:
    """Poll the due feeds once, deliver, and print what happened.

    Example: gigawatch poll --all --json
    """
    from flows.outcomes import find_trouble, run_json
    from flows.run import poll_once
    from flows.show import print_json, print_run

    run = asyncio.run(poll_once(settings_of(config), every=every))
    if as_json:
        print_json(run_json(run))
    else:
        print_run(run)
    if find_trouble(run):
        raise typer.Exit(_NEEDS_A_PERSON)


@app.command()
def serve(config: ConfigOption = None) -> None:
    """Serve the scheduled flows, with Prefect's server and UI, until Ctrl-C.

    Example: gigawatch serve --config watch.toml
    """
    from flows import serve as serving

    serving.serve(settings_of(config))


@app.command()
def sample(
    folder: Annotated[Path, typer.Argument(help="where to keep the result")] = Path("sample-run"),
) -> None:
    """Poll the bundled sample feeds, offline, and show the alert they would send.

    Example: gigawatch sample
    """
    from flows.sample import run_sample

    run_sample(folder)


@app.command()
def read(
    source: Annotated[str, typer.Argument(help="URL, file, or - for standard input")],
    config: ConfigOption = None,
    as_json: AsJson = False,
) -> None:
    """Show how a feed, an entry or a page is read; stores nothing.

    Example: gigawatch read https://example.org/feed.xml --json
    """
    from flows.reading import read_json, read_source
    from flows.show import print_json, print_reading

    entries = asyncio.run(read_source(source, settings_of(config, optional=True)))
    if as_json:
        print_json([read_json(entry, reading) for entry, reading in entries])
        return
    for entry, reading in entries:
        print_reading(entry, reading)


@app.command()
def extract(
    source: Annotated[Path, typer.Argument(help="items, one JSON object a line")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="a file")] = None,
    config: ConfigOption = None,
) -> None:
    """Label news items: one {"id", "label"} a line.

    Example: gigawatch extract items.jsonl -o labels.jsonl
    """
    import json

    from flows.extract import extract_labels, read_items
    from flows.tools import load_companies
    from parsers.reading import build_reader

    reader = build_reader(load_companies(settings_of(config, optional=True)))
    labels = extract_labels(read_items(source), reader)
    lines = "".join(f"{json.dumps(label, ensure_ascii=False)}\n" for label in labels)
    if output is None:
        sys.stdout.write(lines)
        return
    try:
        output.write_text(lines, encoding="utf-8")
    except OSError as error:
        raise GigawatchError(f"{output}: cannot be written: {error.strerror}") from error


@app.command()
def doctor(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Check configuration, database, destinations, feeds and Prefect.

    Example: gigawatch doctor
    """
    from flows.doctor import examine
    from flows.show import print_json, print_table

    findings = examine(settings_of(config))
    if as_json:
        print_json([finding.as_record() for finding in findings])
    else:
        rows = ((f.what, "well" if f.well else "trouble", f.detail) for f in findings)
        print_table("Doctor", ("what", "state", "detail"), rows)
    if not all(finding.well for finding in findings):
        raise typer.Exit(_NEEDS_A_PERSON)


@db.command("upgrade")
def db_upgrade(config: ConfigOption = None) -> None:
    """Bring the database to this version's tables.

    Example: gigawatch db upgrade
    """
    from storage.database import open_engine, schema_version, upgrade

    engine = open_engine(settings_of(config).database.url)
    upgrade(engine)
    print(f"the database is at version {schema_version(engine)}")


def main(arguments: list[str] | None = None) -> None:
    """Run the command; every known trouble is one line on standard error and an exit code."""
    try:
        try:
            app(arguments)
        finally:
            # Here and not at the interpreter's end, where a reader that left makes a traceback.
            sys.stdout.flush()
    except (SettingsError, DestinationError) as error:
        _stop(str(error), _WRONG_USAGE)
    except GigawatchError as error:
        _stop(str(error), _NEEDS_A_PERSON)
    except BrokenPipeError:
        # The reader of our output went away (`| head -1`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _stop(sentence: str, code: int) -> NoReturn:
    print(f"gigawatch: {' '.join(sentence.split())}", file=sys.stderr)
    raise SystemExit(code)


if __name__ == "__main__":
    main()
