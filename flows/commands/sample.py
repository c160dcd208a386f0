"""Poll the bundled sample over loopback HTTP and show what Gigawatch would send. Offline."""

import asyncio
import functools
import html
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from flows.commands.show import print_line, print_run
from flows.deciding.alerting import Alert
from flows.messages.deal_messages import render_message
from flows.messages.message import Message
from flows.messages.slack import slack_text
from flows.outcomes import RunOutcome
from flows.run import poll_once
from flows.settings import load_settings
from parsers.errors import GigawatchError

_MARKER: Final = "watch.toml"
# The head of its template; every other watch.toml is somebody's own.
_HEAD: Final = "# The watchlist of the sample."
_LEFT_BEHIND: Final = (
    _MARKER,
    "alerts.txt",
    "gigawatch.db",
    "gigawatch.db-wal",
    "gigawatch.db-shm",
)
_RULE: Final = "─" * 78
# Feeds are served as their publishers would; a feed's type decides nothing, but HTTP names it.
_TYPES: Final = {
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".rdf": "application/rdf+xml",
    ".json": "application/feed+json",
}


def run_sample(folder: Path) -> None:
    """Poll the sample into a fresh database in `folder`, and print the alert and the next step.

    Raises:
        GigawatchError: `folder` is in use for something else, or cannot be written.
    """
    _make_empty(folder)
    with as_file(files("deploy").joinpath("sample")) as feeds, _served(feeds) as port:
        template = feeds.joinpath("watch.toml.in").read_text(encoding="utf-8")
        config = folder / _MARKER
        text = template.format(port=port, folder=folder.absolute().as_posix())
        config.write_text(text, encoding="utf-8")
        run = asyncio.run(poll_once(load_settings(config, {}), every=True))
    print_run(run)
    if run.deals:
        _print_alert(run)
    _print_next(folder)


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    """The folder over HTTP on a free port of 127.0.0.1."""
    handler = functools.partial(_Handler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012 - its form

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the table of feeds tells how it went."""


def _make_empty(folder: Path) -> None:
    """A folder for the sample alone; what an earlier run left goes, anything else is refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not _is_ours(folder):
            raise GigawatchError(f"{folder} holds something else; name another folder")
        for name in _LEFT_BEHIND:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise GigawatchError(f"{folder}: cannot be written: {error.strerror}") from error


def _is_ours(folder: Path) -> bool:
    """Whether a folder holds nothing, or nothing but what an earlier run left."""
    names = {path.name for path in folder.iterdir()}
    if not names:
        return True
    config = folder / _MARKER
    return (
        names <= set(_LEFT_BEHIND)
        and config.is_file()
        and config.read_bytes().startswith(_HEAD.encode())
    )


def _print_alert(run: RunOutcome) -> None:
    """The alert of the newest deal, as mail and as Slack show it."""
    deal = max(run.deals, key=lambda one: one.deal.updated_at)
    message = render_message(
        Alert(
            key=f"{deal.id}#1",
            deal_id=deal.id,
            change="new",
            why=f"{' and '.join(deal.deal.companies)} are on your watchlist",
            news=(),
            deal=deal.deal,
        )
    )
    for place, text in (("email", _mail(message)), ("Slack", _slack(message))):
        print_line(f"\n{_RULE}\nThe alert in {place}\n{_RULE}\n{text}")


def _mail(message: Message) -> str:
    return f"Subject: {message.subject}\n\n{message.text}"


def _slack(message: Message) -> str:
    """As it is written for Slack, which shows what stands between stars in bold."""
    return html.unescape(slack_text(message))


def _command() -> str:
    """How this command was started: it need not be on the PATH."""
    started = Path(sys.argv[0])
    if started.name != "gigawatch":
        return "gigawatch"
    found = shutil.which("gigawatch")
    if found and Path(found).absolute() == started.absolute():
        return "gigawatch"
    here = Path.cwd()
    return str(started.relative_to(here) if started.is_relative_to(here) else started)


def _print_next(folder: Path) -> None:
    command = _command()
    print_line(
        f"\n{_RULE}\nAll alerts: {folder / 'alerts.txt'}   Database: {folder / 'gigawatch.db'}\n"
        f"Look around: {command} deals list --config {folder / _MARKER}\n"
        f"Next: `{command} init`, edit watch.toml, add your Slack URL, `make serve`."
    )
