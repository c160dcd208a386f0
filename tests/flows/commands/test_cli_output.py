"""How the command ends where its output, its input or a name in watch.toml is not as hoped."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import chdir, closing, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from flows import runner
from flows.cli import main
from tests.servers import FeedServer
from tests.watches import DEAL, render_rss, write_watch

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

GIGAWATCH = Path(sys.executable).with_name("gigawatch")
SECRET = "T1JJ3T3L2"


def run(
    folder: Path, *words: object, env: dict[str, str] | None = None, line: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a folder: as a process where an environment or a shell's line counts."""
    arguments = [str(word) for word in words]
    if env is None and not line:
        return _run_here(folder, arguments)
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIGAWATCH_")}
    return subprocess.run(  # noqa: S603 - our own command
        ["/bin/bash", "-o", "pipefail", "-c", f'"$0" "$@" {line}', GIGAWATCH, *arguments],
        cwd=folder,
        env={**clean, **(env or {})},
        capture_output=True,
        check=False,
    )


def _run_here(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    """The same in this process, which is quicker."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in "oe")
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        for stream in (out, err):
            stream.flush()
    said = [stream.buffer.getvalue() for stream in (out, err)]
    return subprocess.CompletedProcess(arguments, int(stopped.value.code or 0), *said)


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the caller's configuration."""
    for name in ("GIGAWATCH_CONFIG", "GIGAWATCH_DATABASE_URL", "PREFECT_API_URL"):
        monkeypatch.delenv(name, raising=False)


def told(ended: subprocess.CompletedProcess[bytes]) -> str:
    """The one line on standard error."""
    text = ended.stderr.decode()
    assert text.startswith("gigawatch: ")
    assert text.count("\n") == 1, text
    return text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a watch.toml on nothing."""
    write_watch(tmp_path)
    return tmp_path


# --- output -------------------------------------------------------------------------------------


def test_a_closed_output_is_no_trouble(folder: Path) -> None:
    """Somebody wants the exit code only."""
    ended = run(folder, "deals", "list", line=">&-")

    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    """What could not be written is trouble, told once."""
    ended = run(folder, "deals", "list", line="> /dev/full")

    assert ended.returncode == 1
    assert "standard output: No space left on device" in told(ended)


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at the end", "in the middle"])
def test_a_reader_that_leaves_is_no_trouble(folder: Path, unbuffered: str) -> None:
    """`gigawatch … | true` ends with 0, without a word, also under pipefail."""
    ended = run(folder, "deals", "list", env={"PYTHONUNBUFFERED": unbuffered}, line="| true")

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_letters_a_terminal_lacks_are_escaped(folder: Path) -> None:
    """Text stays readable, and JSON stays JSON."""
    title = "Anthropic zahlt Microsoft 30 Milliarden für “Azure” 🚀"
    (folder / "entry.txt").write_text(title, encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii"}

    plain = run(folder, "read", "entry.txt", env=ascii_only)
    (entry,) = json.loads(run(folder, "read", "entry.txt", "--json", env=ascii_only).stdout)

    assert (plain.returncode, plain.stderr) == (0, b"")
    assert b"f\\xfcr" in plain.stdout
    assert entry["title"] == title


@pytest.mark.parametrize("env", [{}, {"PYTHONIOENCODING": "ascii"}], ids=["utf-8", "ascii"])
def test_half_a_letter_in_an_id_comes_back(folder: Path, env: dict[str, str]) -> None:
    """An unpaired surrogate is legal JSON, so it is written as it was read."""
    (folder / "in.jsonl").write_text('{"id": "\\ud800", "title": "für"}\n', encoding="utf-8")

    shown = run(folder, "extract", "in.jsonl", env=env)
    written = run(folder, "extract", "in.jsonl", "-o", "out.jsonl", env=env)

    assert (shown.returncode, written.returncode) == (0, 0)
    for line in (shown.stdout.decode(), (folder / "out.jsonl").read_text("utf-8")):
        assert json.loads(line)["id"] == "\ud800"
    assert sorted(path.name for path in folder.iterdir()) == ["in.jsonl", "out.jsonl", "watch.toml"]


def test_labels_that_cannot_be_written(folder: Path) -> None:
    """One line; a device is written as it is."""
    (folder / "in.jsonl").write_text('{"id": 1, "title": "Rain"}\n', encoding="utf-8")

    refused = run(folder, "extract", "in.jsonl", "-o", "missing/out.jsonl")
    device = run(folder, "extract", "in.jsonl", "-o", "/dev/null")

    assert refused.returncode == 1
    assert "missing/out.jsonl: cannot be written: " in told(refused)
    assert device.returncode == 0


# --- usage --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["pole"], "see `gigawatch --help`", id="command"),
        pytest.param(["poll", "--al"], "see `gigawatch poll --help`", id="option"),
        pytest.param(["deals", "show"], "see `gigawatch deals show --help`", id="argument"),
        pytest.param(["feeds", "check", "nonsense"], "nonsense: ", id="address"),
    ],
)
def test_wrong_usage_is_one_line(folder: Path, words: list[str], said: str) -> None:
    """What is wrong, and where help is; the code is 2."""
    ended = run(folder, *words)

    assert (ended.returncode, ended.stdout) == (2, b"")
    assert said in told(ended)


def test_version(folder: Path) -> None:
    """For a report of trouble."""
    ended = run(folder, "--version")

    assert (ended.returncode, ended.stdout.split()[0]) == (0, b"gigawatch")


def test_refused_addresses_are_trouble(folder: Path) -> None:
    """A list of which not all is watched ends with 1; what is good is watched."""
    rows = '<outline xmlUrl="ftp://a.example/"/><outline xmlUrl="https://b.example/"/>'
    (folder / "in.opml").write_text(f"<opml>{rows}</opml>")

    ended = run(folder, "feeds", "import", "in.opml")
    listed = json.loads(run(folder, "feeds", "list", "--json").stdout)

    assert ended.returncode == 1
    assert [feed["url"] for feed in listed] == ["https://b.example/"]


# --- destinations -------------------------------------------------------------------------------


def test_an_unusable_destination_stops_no_other(folder: Path) -> None:
    """The poll goes on; what was meant for it waits; the run says what to do."""
    good, later = folder / "alerts.txt", folder / "later" / "alerts.txt"
    with FeedServer() as server:
        url = server.put("/feed", render_rss(DEAL))
        both = {"desk": f"file:{later}", "file": f"file:{good}"}
        write_watch(folder, [url], both, allow=[server.address])

        first = run(folder, "poll", "--all")
        as_json = run(folder, "poll", "--json")
        waiting = json.loads(run(folder, "alerts", "list", "--json").stdout)
        later.parent.mkdir()
        second = run(folder, "poll")

    assert (first.returncode, second.returncode) == (1, 0)
    assert f"needs a person: destination 'desk': the folder of {later}" in first.stdout.decode()
    assert "1 sent" in first.stdout.decode()
    assert (as_json.returncode, "destination 'desk': " in told(as_json)) == (1, True)
    states = {one["destination"]: (one["state"], one["attempts"]) for one in waiting}
    assert states == {"desk": ("pending", 0), "file": ("sent", 1)}
    assert later.read_text("utf-8") == good.read_text("utf-8")


def test_alerts_test_tries_every_destination(folder: Path) -> None:
    """One that cannot be used is told, without its secret, and the next is tried."""
    write_watch(folder, destinations={"desk": f"slack://{SECRET}", "file": f"file:{folder}/a.txt"})

    ended = run(folder, "alerts", "test")
    lines = ended.stdout.decode().splitlines()

    assert ended.returncode == 1
    assert lines[0].startswith("desk: failed: ")
    assert lines[1] == "file: sent"
    assert SECRET not in ended.stdout.decode()


def test_a_delivery_that_waits_says_why(folder: Path) -> None:
    """Which, where to, the reason, and when it is tried again."""
    with FeedServer() as server:
        url = server.put("/feed", render_rss(DEAL))
        hook = {"hook": "json://127.0.0.1:9/"}
        write_watch(folder, [url], hook, allow=[server.address])

        ended = run(folder, "poll", "--all")

    (line,) = [one for one in ended.stdout.decode().splitlines() if one.startswith("not sent: ")]
    assert " to hook: " in line
    assert "nothing listens at that port; tried again 20" in line


# --- read ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["read", "-"], ["read", "empty.xml"]], ids=" ".join)
def test_nothing_to_read_is_named(folder: Path, words: list[str]) -> None:
    """No poll comes after: the advice is what to give instead."""
    (folder / "empty.xml").write_bytes(b"")

    ended = run(folder, *words, line="< /dev/null")

    name = "standard input" if words[1] == "-" else words[1]
    assert ended.returncode == 1
    assert told(ended) == (
        f"gigawatch: {name}: there is nothing in it; give a feed, a saved entry or a page\n"
    )


def test_an_empty_feed_is_named(folder: Path) -> None:
    """Of an address, the advice is patience."""
    with FeedServer() as server:
        url = server.put("/feed", b"")
        write_watch(folder, allow=[server.address])

        for words in (["read", url], ["feeds", "check", url]):
            ended = run(folder, *words)

            assert ended.returncode == 1
            assert told(ended) == f"gigawatch: {url}: there is nothing in it; try again later\n"


def test_read_shows_each_headline(folder: Path, shared: Path) -> None:
    """The headlines of a saved entry are read by themselves, for people and for programs."""
    source = shared / "seed" / "000_f5fcb98505d3f8a7.txt"

    plain = run(folder, "read", source).stdout.decode()
    (entry,) = json.loads(run(folder, "read", source, "--json").stdout)

    assert plain.count("\n  headline: ") == len(entry["headlines"]) == 5
    assert {"verdict", "companies", "legs", "reasons"} <= set(entry["headlines"][0])


def test_read_calls_a_cluster_a_cluster(folder: Path) -> None:
    """A list of others' headlines reports nothing itself; its headlines do."""
    rows = "".join(
        f'<li><a href="https://n.example/{n}">{DEAL.title} {n}</a>&nbsp;'
        f'<font color="#6f6f6f">Wire {n}</font></li>'
        for n in (1, 2)
    )
    item = f"<item><title>{DEAL.title}</title><description><![CDATA[<ol>{rows}</ol>]]>"
    feed = f'<rss version="2.0"><channel>{item}</description></item></channel></rss>'
    (folder / "feed.xml").write_text(feed, encoding="utf-8")

    plain = run(folder, "read", "feed.xml").stdout.decode()

    assert "because: a cluster of other publishers' headlines" in plain
    assert plain.count("    compute deal, new; companies: Anthropic, Microsoft") == 2


# --- names in watch.toml, databases -------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param('[[companies]]\nname = "Googel"', "did you mean Google?", id="company"),
        pytest.param('[[companies]]\nname = "Antropic"', "did you mean Anthropic?", id="another"),
        pytest.param(
            '[[destinations]]\nname = "f"\nurl = "file:a.txt"\ncompanies = ["Antropic"]',
            "destination f: 'Antropic' is not in the list; did you mean Anthropic?",
            id="destination",
        ),
        pytest.param(
            '[[destinations]]\nname = "f"\nurl = "file:a.txt"\ncompanies = ["Zzyzx"]',
            "'Zzyzx' is not in the list; add it as a [[companies]] table",
            id="unknown",
        ),
    ],
)
def test_doctor_finds_slips(folder: Path, more: str, said: str) -> None:
    """A misspelt name would match nothing, and nobody would hear of it."""
    write_watch(folder, more=more)

    ended = run(folder, "doctor")

    assert ended.returncode == 1
    assert said in " ".join(ended.stdout.decode().split())


@pytest.mark.parametrize("more", ['name = "Gigafab"', 'name = "Googel"\naliases = ["Googel AI"]'])
def test_doctor_leaves_new_companies_alone(folder: Path, more: str) -> None:
    """A name like no other, or one with an alias of its own, is meant."""
    write_watch(folder, more=f"[[companies]]\n{more}")

    assert run(folder, "doctor").returncode == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param('name = "AWS"', 'write name = "Amazon"', id="brand"),
        pytest.param('name = "anthropic"', 'write name = "Anthropic"', id="case"),
        pytest.param('name = "Gigafab"\nsector = "klout"', "write one of buyer, chi", id="sector"),
    ],
)
def test_a_company_that_can_only_be_a_slip(folder: Path, more: str, said: str) -> None:
    """The line names the file, the table and what to write."""
    write_watch(folder, more=f"[[companies]]\n{more}")

    ended = run(folder, "poll")

    assert ended.returncode == 2
    assert "watch.toml: number 1 of [[companies]]: " in told(ended)
    assert said in told(ended)


def test_doctor_on_a_newer_database(folder: Path) -> None:
    """Nothing is said of feeds that cannot be read."""
    run(folder, "db", "upgrade")
    with closing(sqlite3.connect(folder / "gigawatch.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")

    findings = json.loads(run(folder, "doctor", "--json").stdout)

    states = {one["what"]: one for one in findings}
    for what in ("database", "feeds"):
        assert not states[what]["well"]
        assert "has version 9999, this program knows only up to" in states[what]["detail"]


@pytest.mark.parametrize("words", [["poll"], ["db", "upgrade"]], ids=" ".join)
def test_somebody_elses_database_stays_his(folder: Path, words: list[str]) -> None:
    """It gets no tables of ours."""
    with closing(sqlite3.connect(folder / "gigawatch.db")) as database, database:
        database.execute("CREATE TABLE recipe (id INTEGER)")

    ended = run(folder, *words)

    assert ended.returncode == 1
    assert "is not a Gigawatch database, it holds the table recipe: name another" in told(ended)


def test_a_configuration_broken_before_the_runner_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The child of `serve` says it in one line, too."""
    config = tmp_path / "watch.toml"
    config.write_text("[poll")

    with pytest.raises(SystemExit) as stopped:
        runner.main(config)

    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith(f"gigawatch: {config}: is not TOML: ")


# --- sample -------------------------------------------------------------------------------------


def test_the_sample_names_the_command_as_it_was_started(folder: Path) -> None:
    """Behind `make run` it is not on the PATH, and the next step must work as printed."""
    away = run(folder, "sample", env={"PATH": "/usr/bin:/bin"})
    on_path = run(folder, "sample", env={"PATH": f"{GIGAWATCH.parent}:/usr/bin:/bin"})

    assert f"Look around: {GIGAWATCH} deals list" in away.stdout.decode()
    assert f"Next: `{GIGAWATCH} init`" in away.stdout.decode()
    assert "Look around: gigawatch deals list" in on_path.stdout.decode()
