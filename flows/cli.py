"""The `gigawatch` command: reads arguments, calls one function, prints; decides nothing.

What a sub-command needs is imported when it runs, so that `--help` answers at once.
"""

import asyncio
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from flows.commands import alerts, deals, feeds
from flows.commands.options import AsJson, ConfigOption, settings_of
from flows.commands.why import why
from flows.terminal import close_output, escape_codes, knows_all_letters, prepare_output, stop
from parsers.errors import DestinationError, GigawatchError, SettingsError

app = typer.Typer(
    help="Watch news feeds for AI compute deals: one alert per deal, every number proved.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(feeds.app, name="feeds")
app.add_typer(deals.app, name="deals")
app.add_typer(alerts.app, name="alerts")
app.command()(why)
db = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(db, name="db")

_WRONG_USAGE = 2
_NEEDS_A_PERSON = 1


def _print_version(asked: bool) -> None:
    if asked:
        print(f"gigawatch {version('gigawatch')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="print the version and stop"
        ),
    ] = False,
) -> None:
    """What every command understands; the help of the whole stands at `app`."""


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
    from flows.commands.show import print_json, print_run
    from flows.outcomes import find_trouble, run_json
    from flows.run import poll_once

    run = asyncio.run(poll_once(settings_of(config), every=every, listing=as_json))
    if as_json:
        print_json(run_json(run))
        for trouble in run.troubles:
            print(f"gigawatch: {trouble}", file=sys.stderr)
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
    from flows.commands.sample import run_sample

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
    from flows.commands.reading import read_json, read_source
    from flows.commands.show import print_json
    from flows.commands.show_reading import print_reading

    looks = asyncio.run(read_source(source, settings_of(config, optional=True)))
    if as_json:
        print_json([read_json(look) for look in looks])
        return
    for look in looks:
        print_reading(look)


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

    from flows.commands.extract import extract_labels, read_items
    from flows.polling.tools import load_companies
    from flows.terminal import write_whole
    from parsers.reading import build_reader

    reader = build_reader(load_companies(settings_of(config, optional=True)))
    labels = extract_labels(read_items(source), reader)
    escaped = output is None and not knows_all_letters()
    lines = "".join(f"{json.dumps(label, ensure_ascii=escaped)}\n" for label in labels)
    if output is None:
        sys.stdout.write(escape_codes(lines))
    else:
        write_whole(output, lines)


@app.command()
def doctor(config: ConfigOption = None, as_json: AsJson = False) -> None:
    """Check configuration, database, destinations, feeds and Prefect.

    Example: gigawatch doctor
    """
    from flows.commands.doctor import examine
    from flows.commands.show import print_json, print_table

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


@db.command("prune")
def db_prune(
    older: Annotated[str, typer.Option(help="Entries first seen longer ago than this.")] = "365d",
    config: ConfigOption = None,
) -> None:
    """Forget what old entries say; their names stay, and whatever proves a deal.

    Example: gigawatch db prune --older 90d
    """
    from flows.polling.tools import utc_now
    from flows.settings_values import parse_duration
    from storage.database import open_engine, transaction
    from storage.entries import prune_entries

    try:
        age = parse_duration(older)
    except ValueError as error:
        stop(f"--older {older}: {error}", _WRONG_USAGE)
    now = utc_now()
    with transaction(open_engine(settings_of(config).database.url)) as session:
        pruned = prune_entries(session, before=now - age, now=now)
    print(f"{pruned} entries pruned: first seen before {now - age:%Y-%m-%d}, proof of no deal")


def main(arguments: list[str] | None = None) -> None:
    """Run the command; every known trouble is one line on standard error and an exit code."""
    prepare_output()
    try:
        raise SystemExit(_run(arguments))
    except (SettingsError, DestinationError) as error:
        stop(str(error), _WRONG_USAGE)
    except GigawatchError as error:
        stop(str(error), _NEEDS_A_PERSON)
    except TyperException as error:
        _explain_usage(error)
    except typer.Abort:
        stop("stopped", _NEEDS_A_PERSON)
    except BrokenPipeError:
        # The reader of our output went away (`| head -1`): nothing is left to say.
        close_output()
        raise SystemExit(0) from None
    except OSError as error:
        close_output()
        where = error.filename or "standard output"
        stop(f"{where}: {error.strerror or error}; mend that, or write elsewhere", _NEEDS_A_PERSON)
    except UnicodeError as error:
        stop(f"a text cannot be written or read: {error}; set PYTHONUTF8=1", _NEEDS_A_PERSON)


def _run(arguments: list[str] | None) -> int:
    """The command's exit code. Typer ends with 1 where a reader left: that is no trouble of ours.

    Raises:
        BrokenPipeError: the reader of our output left.
    """
    try:
        try:
            return app(arguments, prog_name="gigawatch", standalone_mode=False) or 0
        finally:
            # Here and not at the interpreter's end, where a reader that left makes a traceback.
            sys.stdout.flush()
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):
            raise error.__context__ from None
        raise


def _explain_usage(error: TyperException) -> NoReturn:
    """One line, and where help is; a group without a command is a question, answered by help."""
    message = error.format_message()
    if message.startswith("Usage:"):
        print(message, file=sys.stderr)
        raise SystemExit(error.exit_code)
    context = getattr(error, "ctx", None)
    asked = getattr(context, "command_path", "gigawatch")
    stop(f"{message.rstrip('.?')}; see `{asked} --help`", error.exit_code)


if __name__ == "__main__":
    main()
