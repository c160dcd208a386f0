"""What `watch.toml` may say, and what a person is told when it says something else."""

from collections.abc import Mapping
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows.settings import MAX_FILE_BYTES, PollSettings, Settings, find_config, load_settings
from parsers.errors import SettingsError
from parsers.types import Company

WHOLE = """
[poll]
every = "5m"
max_every = "6h"
max_age = "2d"
timeout = "20s"
max_bytes = 1_000_000
concurrency = 8
per_host = 1
host_gap = "3s"
contact = "ops@example.org"

[database]
url = "sqlite:///ledger/deals.db"

[network]
allow = ["127.0.0.1:8080", "[::1]:9000"]

[prefect]
port = 4300
api_url = "http://127.0.0.1:4300/api"

[[feeds]]
url = "https://example.org/feed.xml"
name = "Example"
tags = ["Labs"]
publisher = "Example News"
full_text = "always"

[[companies]]
name = "Nordwind"
aliases = ["Nordwind Compute"]
needs = ["data centre"]
sector = "cloud"
tags = ["own"]
alert_on = "never"

[[destinations]]
name = "desk"
url = "slack://${TOKEN_A}/${TOKEN_B}"
companies = ["OpenAI"]
tags = ["labs"]
min_usd = 1_000_000_000
min_gw = 0.5
statuses = ["announced", "contracted"]
kinds = ["commitment", "lease"]
mode = "weekly"
at = "18:00"
day = "friday"
zone = "Europe/Berlin"
quiet = ["22:00-07:00", "sun 07:00-22:00"]
gap = "2s"
digest_above = 25
notices = false
"""


def load(folder: Path, text: str, env: Mapping[str, str] | None = None) -> Settings:
    """Write `text` as a watch.toml and load it."""
    path = folder / "watch.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path, env or {})


def complaint(folder: Path, text: str, env: Mapping[str, str] | None = None) -> str:
    """What loading `text` says is wrong, without the path before it."""
    with pytest.raises(SettingsError) as caught:
        load(folder, text, env)
    message = str(caught.value)
    assert message.isprintable(), "the message is one line"
    return message.removeprefix(f"{folder / 'watch.toml'}: ")


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    """A user who says nothing gets a working poller beside the file."""
    settings = load(tmp_path, "")

    assert settings.poll.every == timedelta(minutes=15)
    assert settings.poll.max_every == timedelta(days=1)
    assert settings.poll.max_age == timedelta(days=3)
    assert settings.poll.timeout == timedelta(seconds=30)
    assert settings.poll.max_bytes == 10 * 1024 * 1024
    assert (settings.poll.concurrency, settings.poll.per_host) == (50, 2)
    assert settings.poll.host_gap == timedelta(seconds=1)
    assert settings.poll.contact is None
    assert settings.database.url == f"sqlite:///{tmp_path}/gigawatch.db"
    assert settings.network.allow == ()
    assert (settings.prefect.port, settings.prefect.api_url) == (4200, None)
    assert (settings.feeds, settings.companies, settings.destinations) == ((), (), ())
    assert (settings.path, settings.folder) == (tmp_path / "watch.toml", tmp_path)


def test_every_key_arrives(tmp_path: Path) -> None:
    """What the file says is what the settings hold, in the types the rest of the program uses."""
    settings = load(tmp_path, WHOLE, {"TOKEN_A": "aaa", "TOKEN_B": "bbb"})

    (feed,), (company,), (desk,) = settings.feeds, settings.companies, settings.destinations
    assert settings.poll.every == timedelta(minutes=5)
    assert settings.poll.max_every == timedelta(hours=6)
    assert settings.poll.contact == "ops@example.org"
    assert settings.poll.host_gap == timedelta(seconds=3)
    assert settings.database.url == f"sqlite:///{tmp_path}/ledger/deals.db"
    assert settings.network.allow == ("127.0.0.1:8080", "[::1]:9000")
    assert settings.prefect.api_url == "http://127.0.0.1:4300/api"
    assert (feed.publisher, feed.tags, feed.full_text) == ("Example News", ("labs",), "always")
    assert (company.tags, company.alert_on) == (("own",), "never")
    assert desk.url.get_secret_value() == "slack://aaa/bbb"
    assert (desk.min_usd, desk.min_gw) == (Decimal(1_000_000_000), Decimal("0.5"))
    assert desk.statuses == ("announced", "contracted")
    assert desk.kinds == ("commitment", "lease")
    assert (desk.mode, desk.at, desk.day) == ("weekly", time(18), "friday")
    assert (desk.zone, desk.gap) == (ZoneInfo("Europe/Berlin"), timedelta(seconds=2))
    assert [one.days for one in desk.quiet] == [(0, 1, 2, 3, 4, 5, 6), (6,)]
    assert (desk.digest_above, desk.notices) == (25, False)


def test_feeds_and_destinations_need_two_lines(tmp_path: Path) -> None:
    """What is left out is what most want: pages where they help, and to hear how feeds fare."""
    text = """
    [[feeds]]
    url = "https://example.org/feed.xml"
    [[destinations]]
    name = "desk"
    url = "json://localhost"
    """

    settings = load(tmp_path, text)

    (feed,), (desk,) = settings.feeds, settings.destinations
    assert (feed.full_text, desk.notices) == ("auto", True)


def test_a_server_may_be_asked_without_a_pause(tmp_path: Path) -> None:
    """Of all durations only this one may be none at all."""
    settings = load(tmp_path, '[poll]\nhost_gap = "0s"\n')

    assert settings.poll.host_gap == timedelta()


def test_a_watched_company_is_a_company_of_the_readers(tmp_path: Path) -> None:
    """The user's row goes into the same list as the built-in ones."""
    settings = load(tmp_path, WHOLE, {"TOKEN_A": "aaa", "TOKEN_B": "bbb"})

    company = settings.companies[0].as_company()

    assert company == Company(
        name="Nordwind",
        aliases=("Nordwind Compute",),
        needs=("data centre",),
        sector="cloud",
    )


def test_repr_shows_no_secret(tmp_path: Path) -> None:
    """Settings may be printed or logged by accident: neither token nor password is in them."""
    env = {
        "TOKEN_A": "hush-a",
        "TOKEN_B": "hush-b",
        "GIGAWATCH_DATABASE_URL": "postgresql+psycopg://gw:hush-c@db/gw",
    }

    settings = load(tmp_path, WHOLE, env)

    assert "hush" not in f"{settings!r} {settings}"


@pytest.mark.parametrize(
    "text",
    [
        '[[destinations]]\nname = "a"\nurl = "${S}"\nmin_usd = "${S}"\nstatuses = ["${S}"]\n',
        '[[destinations]]\nname = "a"\nurl = ["${S}"]\n',
        '[[destinations]]\nname = "a"\nurl = "${S}"\nmode = "${S}"\n',
        '[database]\nurl = "${S}"\n',
        '[database]\nurl = "sqlite://"\nurls = "${S}"\n',
    ],
)
def test_errors_show_no_secret(tmp_path: Path, text: str) -> None:
    """A mistake around a secret is told without the secret."""
    message = complaint(tmp_path, text, {"S": "hush"})

    assert "hush" not in message


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5s", timedelta(seconds=5)),
        ("90 s", timedelta(seconds=90)),
        ("15m", timedelta(minutes=15)),
        ("2h", timedelta(hours=2)),
        ("9999d", timedelta(days=9999)),
    ],
)
def test_durations_are_a_number_and_a_unit(
    tmp_path: Path, written: str, expected: timedelta
) -> None:
    """Seconds, minutes, hours and days are understood."""
    settings = load(tmp_path, f'[poll]\nevery = "{written}"\n')

    assert settings.poll.every == expected


def test_a_duration_may_be_given_as_one() -> None:
    """Whoever builds settings in Python gives a timedelta."""
    poll = PollSettings(every=timedelta(seconds=7))

    assert poll.every == timedelta(seconds=7)


# Two lines each: what watch.toml says, and what is said of it.
MISTAKES = """
poll.every = "0m"
poll.every: must be a number above 0 and one of s, m, h, d, at most 9999 of them; write every = "15m"
poll.every = "-5m"
poll.every: must be a number above 0 and one of s, m, h, d, at most 9999 of them; write every = "15m"
poll.every = "10000d"
poll.every: must be a number above 0 and one of s, m, h, d, at most 9999 of them; write every = "15m"
poll.every = 15
poll.every: must be a number above 0 and one of s, m, h, d, at most 9999 of them; write every = "15m"
poll.every = "4s"
poll.every: must be greater than or equal to 5 seconds; write every = "15m"
poll.max_every = "for ever"
poll.max_every: must be a number above 0 and one of s, m, h, d, at most 9999 of them; write max_every = "1d"
poll.host_gap = "11m"
poll.host_gap: must be less than or equal to 10 minutes; write host_gap = "1s"
poll.host_gap = "0"
poll.host_gap: must be "0s", or a number above 0 and one of s, m, h, d; write host_gap = "1s"
feeds = [{url = "https://example.org/a", full_text = "sometimes"}]
feeds[0].full_text (number 1 of [[feeds]]): must be 'auto', 'never' or 'always'; write full_text = "auto"
destinations = [{name = "a", url = "json://x", notices = "yes"}]
destinations[0].notices (number 1 of [[destinations]]): must be a valid boolean; write notices = false
poll.concurrency = true
poll.concurrency: must be a valid integer; write concurrency = 50
poll.contact = "a\\r\\nb"
poll.contact: must be plain ASCII on one line; write contact = "ops@example.org"
prefect.port = 99999
prefect.port: must be less than or equal to 65535; write port = 4200
network.allow = ["http://127.0.0.1"]
network.allow[0]: must be an address without http://, with or without a port; write allow = ["127.0.0.1:8080"]
poll.evry = "15m"
poll.evry: unknown key; did you mean every?
[pol]
pol: unknown key; did you mean poll?
network.zebra = 1
network.zebra: unknown key; known are allow
"two\\nlines" = 1
two?lines: unknown key; known are poll, database, network, reading, prefect, feeds, companies, destinations
poll = 3
poll: must be a table; write [poll] on a line of its own
feeds = {url = "https://example.org/a"}
feeds: must be a table; write [[feeds]] on a line of its own
feeds = [1]
feeds[0] (number 1 of [[feeds]]): must be a table; write [[feeds]] on a line of its own
feeds = [{name = "a"}]
feeds[0].url (number 1 of [[feeds]]): is missing; write url = "https://example.org/feed.xml"
feeds = [{url = "https://example.org/a"}, {url = "https://EXAMPLE.org:443/a#top"}]
feeds[1].url (number 2 of [[feeds]]): is the same as in feeds[0]; keep one of the two
companies = [{name = "Acme"}, {name = "ACME"}]
companies[1].name (number 2 of [[companies]]): is the same as in companies[0]; keep one of the two
companies = [{name = "Acme", aliases = "A"}]
companies[0].aliases (number 1 of [[companies]]): must be a list; write aliases = ["Open AI"]
destinations = [{name = "a", url = "json://x", mode = "digest"}]
destinations[0].mode (number 1 of [[destinations]]): must be 'now', 'daily' or 'weekly'; write mode = "daily"
destinations = [{name = "a", url = "json://x", zone = "Mars/Olympus"}]
destinations[0].zone (number 1 of [[destinations]]): must be a zone of the tz database, such as America/New_York; write zone = "Europe/Berlin"
destinations = [{name = "a", url = "json://x", at = "7.30"}]
destinations[0].at (number 1 of [[destinations]]): must be a time of day, from 00:00 to 23:59; write at = "07:30"
destinations = [{name = "a", url = "json://x", quiet = ["22:00-07:00", "sun 06:00-08:00"]}]
destinations[0].quiet (number 1 of [[destinations]]): "22:00-07:00" and "sun 06:00-08:00" overlap; make one window of them; write quiet = ["22:00-07:00"]
destinations = [{name = "a", url = "json://x", quiet = ["nights"]}]
destinations[0].quiet[0] (number 1 of [[destinations]]): must look like "22:00-07:00", "sat-sun" or "mon-fri 12:00-13:30"; write quiet = ["22:00-07:00"]
destinations = [{name = "a", url = "json://x", quiet = ["mon-sun"]}]
destinations[0].quiet (number 1 of [[destinations]]): leave no minute of the week to send in; write quiet = ["22:00-07:00"]
destinations = [{name = "a", url = "json://x", kinds = ["loan", "lease"]}]
destinations[0].kinds[0] (number 1 of [[destinations]]): must be 'commitment', 'investment', 'purchase', 'lease', 'financing', 'guarantee' or 'other'; write kinds = ["commitment"]
destinations = [{name = "a", url = "json://x", digest_above = 0}]
destinations[0].digest_above (number 1 of [[destinations]]): must be greater than or equal to 1; write digest_above = 10
destinations = [{name = "a", url = "json://x", min_usd = inf, min_gw = -1}]
destinations[0].min_usd (number 1 of [[destinations]]): must be a finite number; write min_usd = 1000000000 (and 1 more)
destinations = [{name = "a", url = "${SLACK_URL}"}]
destinations[0].url (number 1 of [[destinations]]): the environment holds no SLACK_URL; set it, or write the name of a variable that is set
destinations = [{name = "a", url = "${slack-url}"}]
destinations[0].url (number 1 of [[destinations]]): ${ without a name and }; write ${NAME}, letters and _
poll.every 5
is not TOML: Expected '=' after a key in a key/value pair (at line 1, column 12); mend that line
poll.every
is not TOML: Expected '=' after a key in a key/value pair (at line 1, the last); mend that line
a = 1e99999999999999999999
holds a number or a nesting beyond all use; shorten it
""".strip().splitlines()  # noqa: E501


@pytest.mark.parametrize(
    ("text", "expected"), [*zip(MISTAKES[::2], MISTAKES[1::2], strict=True)], ids=MISTAKES[::2]
)
def test_a_mistake_is_one_line_with_key_and_cure(tmp_path: Path, text: str, expected: str) -> None:
    """Whoever reads the line knows where to look and what to write."""
    message = complaint(tmp_path, text)

    assert message == expected


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("example.org/feed", "must be a whole address"),
        ("ftp://example.org/feed", "must be a whole address"),
        ("https:///feed", "must be a whole address"),
        ("https://example.org/a b", "must not hold blanks"),
        ("https://user:pw@example.org/", "must not hold a name or password"),
        ("https://example.org:99999/", "Port out of range"),
        ("https://[::1/", "Invalid IPv6 URL"),
        ("https://example.org/?key=${KEY}", "cannot hold ${…}"),
    ],
)
def test_a_feed_needs_a_plain_web_address(tmp_path: Path, url: str, why: str) -> None:
    """What cannot be asked, or may not be shown, is refused when the file is read."""
    message = complaint(tmp_path, f'[[feeds]]\nurl = "{url}"\n')

    assert message.startswith(f"feeds[0].url (number 1 of [[feeds]]): {why}")


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, "sqlite:///{folder}/one.db"),
        ({"GIGAWATCH_DATABASE_URL": ""}, "sqlite:///{folder}/one.db"),
        ({"GIGAWATCH_DATABASE_URL": "sqlite:///two.db"}, "sqlite:///{folder}/two.db"),
        ({"GIGAWATCH_DATABASE_URL": "sqlite:////var/two.db"}, "sqlite:////var/two.db"),
        ({"GIGAWATCH_DATABASE_URL": "sqlite://"}, "sqlite://"),
        ({"GIGAWATCH_DATABASE_URL": "sqlite:///:memory:"}, "sqlite:///:memory:"),
        (
            {"GIGAWATCH_DATABASE_URL": "postgresql+psycopg://gw:pw@db/gw"},
            "postgresql+psycopg://gw:pw@db/gw",
        ),
    ],
)
def test_the_environment_names_the_database_first(
    tmp_path: Path, env: dict[str, str], expected: str
) -> None:
    """GIGAWATCH_DATABASE_URL wins, and a relative file lies beside watch.toml."""
    settings = load(tmp_path, '[database]\nurl = "sqlite:///one.db"\n', env)

    assert settings.database.url == expected.format(folder=tmp_path)


def test_the_environment_spares_the_file_its_password(tmp_path: Path) -> None:
    """With GIGAWATCH_DATABASE_URL set, a variable the file's own URL needs may be unset."""
    text = '[database]\nurl = "postgresql+psycopg://gw:${PGPASSWORD}@db/gw"\n'

    settings = load(tmp_path, text, {"GIGAWATCH_DATABASE_URL": "sqlite://"})

    assert settings.database.url == "sqlite://"


@pytest.mark.parametrize("url", ["postgresql://gw:hush@db/gw", "hush.db", "mysql://hush/gw"])
def test_a_database_of_another_kind_is_refused(tmp_path: Path, url: str) -> None:
    """The message names the variable and the two forms that work, never the URL."""
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, "", {"GIGAWATCH_DATABASE_URL": url})

    assert str(caught.value) == (
        "GIGAWATCH_DATABASE_URL: must start with sqlite:/// or postgresql+psycopg://; "
        "write sqlite:///gigawatch.db for a file beside watch.toml"
    )
    assert complaint(tmp_path, f'[database]\nurl = "{url}"').startswith("database.url: must")


def test_a_missing_file_tells_how_to_get_one(tmp_path: Path) -> None:
    """The first thing a new user may see leads on."""
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path / "watch.toml", {})

    assert str(caught.value) == (f"watch.toml not found in {tmp_path}; `gigawatch init` writes one")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"#" * (MAX_FILE_BYTES + 1), "is larger than 1 MiB"),
        (b"# caf\xe9", "byte 5 is not UTF-8; save the file as UTF-8"),
    ],
    ids=["too large", "latin-1"],
)
def test_bytes_that_are_no_text_of_ours_are_refused(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    """A wrong file is named as such before anything reads it."""
    path = tmp_path / "watch.toml"
    path.write_bytes(content)

    with pytest.raises(SettingsError, match=expected):
        load_settings(path, {})


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """`--config .` is told in one line."""
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path, {})


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    """A byte order mark and CRLF are no mistake."""
    path = tmp_path / "watch.toml"
    path.write_bytes(b'\xef\xbb\xbf[poll]\r\nevery = "1h"\r\n')

    settings = load_settings(path, {})

    assert settings.poll.every == timedelta(hours=1)


@pytest.mark.parametrize(
    ("option", "env", "expected"),
    [
        (Path("a.toml"), {"GIGAWATCH_CONFIG": "b.toml"}, "a.toml"),
        (None, {"GIGAWATCH_CONFIG": "b.toml"}, "b.toml"),
        (None, {"GIGAWATCH_CONFIG": ""}, "watch.toml"),
        (None, {}, "watch.toml"),
    ],
    ids=["option", "environment", "empty environment", "nothing"],
)
def test_the_nearest_word_names_the_file(
    option: Path | None, env: dict[str, str], expected: str
) -> None:
    """--config, else $GIGAWATCH_CONFIG, else ./watch.toml."""
    assert find_config(option, env) == Path(expected)


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("file:alerts.txt", "{folder}/alerts.txt"),
        ("file://sub/alerts.txt", "{folder}/sub/alerts.txt"),
        ("FILE:/var/alerts.txt", "/var/alerts.txt"),
    ],
)
def test_a_file_of_alerts_lies_beside_watch_toml(tmp_path: Path, written: str, placed: str) -> None:
    """From whatever folder the command is started, as the database does."""
    path = tmp_path / "watch.toml"
    path.write_text(f'[[destinations]]\nname = "file"\nurl = "{written}"\n')

    (destination,) = load_settings(path, {}).destinations

    assert destination.url.get_secret_value() == f"file:{placed.format(folder=tmp_path)}"
