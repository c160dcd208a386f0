"""The programs people use instead, each as its manual says, without what needs a mail server."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.bench.farm import Farm
from tests.bench.programs import (
    ROOT,
    BenchError,
    Program,
    Update,
    run_command,
    run_driver,
    run_quietly,
)

PEERS: Final = ROOT / ".venv-bench" / "bin"
_TRIAL_FEEDS: Final = 40


class Reader:
    """`reader.update_feeds` through its Python API."""

    def __init__(self, workers: int) -> None:
        self.name = f"reader, {workers} workers" if workers > 1 else "reader, 1 worker"
        self._workers = workers
        self._folder = Path()

    def prepare(self, folder: Path, farm: Farm, urls: Sequence[str]) -> None:
        """A list of addresses; the driver adds them to the database."""
        del farm
        self._folder = folder
        (folder / "urls").write_text("\n".join(urls), encoding="utf-8")

    def update(self) -> Update:
        """Update once."""
        driver = Path(__file__).with_name("drive_reader.py")
        python = [str(PEERS / "python"), "-P", str(driver)]
        files = [str(self._folder / "reader.sqlite"), str(self._folder / "urls")]
        update = run_driver([*python, *files, str(self._workers)])
        if update.said["broken"]:
            raise BenchError(f"{self.name}: {update.said['broken']} feeds failed")
        return update


class Rss2email:
    """`r2e run --no-send`: everything but the mail."""

    name = "rss2email"

    def __init__(self) -> None:
        self._command: list[str] = []

    def prepare(self, folder: Path, farm: Farm, urls: Sequence[str]) -> None:
        """Its own configuration, filled from OPML: `r2e add` would be a process a feed."""
        del farm
        files = ["-c", str(folder / "rss2email.cfg"), "-d", str(folder / "rss2email.json")]
        self._command = [str(PEERS / "r2e"), *files]
        outlines = "".join(
            f'<outline type="rss" text="feed{number}" xmlUrl="{url}"/>'
            for number, url in enumerate(urls)
        )
        opml = folder / "feeds.opml"
        opml.write_text(f'<opml version="1.0"><body>{outlines}</body></opml>', encoding="utf-8")
        for step in (["new", "nobody@example.org"], ["opmlimport", str(opml)]):
            run_quietly([*self._command, *step])

    def update(self) -> Update:
        """Run once."""
        return run_command([*self._command, "run", "--no-send"])


class Newsboat:
    """`newsboat -x reload`, with the eight threads its manual suggests for many feeds."""

    name = "newsboat, 8 threads"

    def __init__(self) -> None:
        self._folder = Path()
        self._command: list[str] = []

    def prepare(self, folder: Path, farm: Farm, urls: Sequence[str]) -> None:
        """Its own home, cache and configuration."""
        del farm
        self._folder = folder
        (folder / "urls").write_text("\n".join(urls) + "\n", encoding="utf-8")
        (folder / "config").write_text("reload-threads 8\n", encoding="utf-8")
        files = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config"]
        self._command = ["newsboat", *map(str, files)]

    def update(self) -> Update:
        """Reload once."""
        return run_command([*self._command, "-x", "reload"], home=self._folder)


def find_peers(farm: Farm) -> tuple[list[Program], list[str]]:
    """Those that are installed here, and a sentence for each that is not."""
    found: list[Program] = []
    missing = []
    if (PEERS / "python").exists():
        found += [pick_reader(farm, _TRIAL_FEEDS), Rss2email()]
    else:
        missing.append("reader and rss2email: no .venv-bench; run `make bench`, which builds it")
    if shutil.which("newsboat"):
        found.append(Newsboat())
    else:
        missing.append("newsboat: not installed; the system's package has it")
    return found, missing


def pick_reader(farm: Farm, feeds: int) -> Program:
    """`reader` with the better of 1 and 8 workers, by a cold poll of a few feeds."""
    took: dict[int, float] = {}
    for workers in (1, 8):
        with tempfile.TemporaryDirectory() as folder:
            trial = Reader(workers)
            trial.prepare(Path(folder), farm, farm.urls(feeds))
            took[workers] = trial.update().seconds
    return Reader(min(took, key=took.__getitem__))
