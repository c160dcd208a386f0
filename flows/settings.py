"""What `watch.toml` and the environment say, checked and frozen.

Every mistake is a `SettingsError` of one line: file, key, what is wrong, what to write instead.
"""

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import time, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails

from flows.settings_values import (
    ChatAddress,
    Count,
    Duration,
    HeaderSecret,
    HeaderText,
    HostAndPort,
    Pause,
    Tag,
    WebAddress,
    Words,
)
from flows.windows import Clock, Quiet, QuietHours, Weekday, Zone, check_quiet
from parsers.errors import SettingsError
from parsers.types import Company, LegKind, Status

FILE_NAME = "watch.toml"
CONFIG_VARIABLE = "GIGAWATCH_CONFIG"
DATABASE_VARIABLE = "GIGAWATCH_DATABASE_URL"
MAX_FILE_BYTES = 1024 * 1024

_FIVE_SECONDS, _TEN_MINUTES = timedelta(seconds=5), timedelta(minutes=10)
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
FullText = Literal["auto", "never", "always"]
_Location = tuple[int | str, ...]
_DATABASES = ("sqlite", "postgresql+psycopg")


# --- the sections -------------------------------------------------------------------------------


class _Section(BaseModel):
    """A table of the file: frozen, and every key in it is known."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PollSettings(_Section):
    """How often feeds are asked, and within which limits."""

    every: Duration = Field(timedelta(minutes=15), ge=_FIVE_SECONDS, examples=["15m"])
    max_every: Duration = Field(timedelta(days=1), ge=_FIVE_SECONDS, examples=["1d"])
    max_age: Duration = Field(timedelta(days=3), examples=["3d"])
    timeout: Duration = Field(timedelta(seconds=30), le=_TEN_MINUTES, examples=["30s"])
    max_bytes: Count = Field(10 * 1024**2, ge=1024, le=1024**3, examples=[10485760])
    concurrency: Count = Field(50, ge=1, le=1000, examples=[50])
    per_host: Count = Field(2, ge=1, le=100, examples=[2])
    host_gap: Pause = Field(timedelta(seconds=1), le=_TEN_MINUTES, examples=["1s"])
    contact: HeaderText | None = Field(None, examples=["ops@example.org"])


class DatabaseSettings(_Section):
    """Where the ledger is kept; `url` may hold a password and stays out of `repr`."""

    url: str = Field("sqlite:///gigawatch.db", repr=False, examples=["sqlite:///gigawatch.db"])


class NetworkSettings(_Section):
    """Private addresses a feed may use; all others are refused."""

    allow: tuple[HostAndPort, ...] = Field((), examples=[["127.0.0.1:8080"]])


class ReadingSettings(_Section):
    """Who else is asked where the rules are unsure: nobody, unless an endpoint is named.

    `second_reader_timeout` is for one question, `second_reader_questions` for one poll.
    """

    second_reader: ChatAddress | None = Field(
        None, examples=["https://llm.example.org/v1?model=NAME"]
    )
    second_reader_key: HeaderSecret | None = Field(None, examples=["${SECOND_READER_KEY}"])
    second_reader_timeout: Duration = Field(
        timedelta(seconds=20), le=timedelta(minutes=1), examples=["20s"]
    )
    second_reader_questions: Count = Field(20, ge=1, le=1000, examples=[20])


class PrefectSettings(_Section):
    """Which Prefect server shows the runs; None for one of our own on `port`."""

    port: Count = Field(4200, ge=1, le=65535, examples=[4200])
    api_url: WebAddress | None = Field(None, examples=["http://127.0.0.1:4200/api"])


class WatchedFeed(_Section):
    """One `[[feeds]]` table. `full_text` says whether entries' own pages are read too."""

    url: WebAddress = Field(examples=["https://example.org/feed.xml"])
    name: Words | None = Field(None, examples=["Example News"])
    tags: tuple[Tag, ...] = Field((), examples=[["labs"]])
    publisher: Words | None = Field(None, examples=["Example News"])
    full_text: FullText = Field("auto", examples=["auto"])


class WatchedCompany(_Section):
    """One `[[companies]]` table: a company of the built-in list, or one of the user's own."""

    name: Words = Field(examples=["OpenAI"])
    aliases: tuple[Words, ...] = Field((), examples=[["Open AI"]])
    known_as: tuple[Words, ...] = Field((), examples=[["Keel Infrastructure"]])
    brands: tuple[Words, ...] = Field((), examples=[["ChatGPT"]])
    tickers: tuple[Words, ...] = Field((), examples=[["NASDAQ:MSFT"]])
    paraphrases: tuple[Words, ...] = Field((), examples=[["the ChatGPT maker"]])
    not_followed_by: tuple[Words, ...] = Field((), examples=[["rainforest"]])
    not_preceded_by: tuple[Words, ...] = Field((), examples=[["Delphic"]])
    needs: tuple[Words, ...] = Field((), examples=[["data center"]])
    sector: Words = Field("other", examples=["lab"])
    tags: tuple[Tag, ...] = Field((), examples=[["labs"]])
    alert_on: Literal["deals", "mentions", "never"] = Field("deals", examples=["deals"])

    def as_company(self) -> Company:
        """The same row as the readers know it: without what only concerns alerts."""
        return Company(**self.model_dump(exclude={"tags", "alert_on"}))


class Destination(_Section):
    """One `[[destinations]]` table: an Apprise address and what goes there.

    An empty filter lets everything through. `min_usd` is in full dollars, `min_gw` in gigawatts.
    With `mode` daily or weekly all that came is one digest, `at` a time of `day` in its `zone`.
    Nothing is sent in its `quiet` hours, nor sooner than `gap` after the message before; more than
    `digest_above` that wait are one digest too. `notices` tells whether it also hears how feeds
    fare, which no filter concerns.
    """

    name: Words = Field(examples=["desk"])
    url: SecretStr = Field(min_length=1, examples=["${SLACK_URL}"])
    companies: tuple[Words, ...] = Field((), examples=[["OpenAI"]])
    tags: tuple[Tag, ...] = Field((), examples=[["labs"]])
    min_usd: Decimal | None = Field(None, ge=0, le=Decimal(10**15), examples=[1000000000])
    min_gw: Decimal | None = Field(None, ge=0, le=Decimal(10**6), examples=[0.5])
    statuses: tuple[Status, ...] | None = Field(None, min_length=1, examples=[["announced"]])
    kinds: tuple[LegKind, ...] | None = Field(None, min_length=1, examples=[["commitment"]])
    mode: Literal["now", "daily", "weekly"] = Field("now", examples=["daily"])
    at: Clock = Field(time(7, 30), examples=["07:30"])
    day: Weekday = Field("monday", examples=["monday"])
    zone: Zone = Field(ZoneInfo("UTC"), examples=["Europe/Berlin"])
    quiet: tuple[Quiet, ...] = Field((), examples=[["22:00-07:00"]])
    gap: Pause = Field(timedelta(seconds=1), le=_TEN_MINUTES, examples=["1s"])
    digest_above: Count = Field(10, ge=1, le=10_000, examples=[10])
    notices: bool = Field(default=True, strict=True, examples=[False])

    @field_validator("quiet")
    @classmethod
    def _check_quiet(cls, quiet: tuple[QuietHours, ...]) -> tuple[QuietHours, ...]:
        check_quiet(quiet)
        return quiet


class _WatchFile(_Section):
    """The whole file."""

    poll: PollSettings = PollSettings()
    database: DatabaseSettings = DatabaseSettings()
    network: NetworkSettings = NetworkSettings()
    reading: ReadingSettings = ReadingSettings()
    prefect: PrefectSettings = PrefectSettings()
    feeds: tuple[WatchedFeed, ...] = ()
    companies: tuple[WatchedCompany, ...] = ()
    destinations: tuple[Destination, ...] = ()


class Settings(_WatchFile):
    """The whole file and where it lies; `database.url` is resolved against its folder."""

    path: Path

    @property
    def folder(self) -> Path:
        """Where `watch.toml` lies; relative paths in it start here."""
        return self.path.parent


_SECTIONS: Mapping[str, type[_Section]] = {
    "poll": PollSettings,
    "database": DatabaseSettings,
    "network": NetworkSettings,
    "reading": ReadingSettings,
    "prefect": PrefectSettings,
    "feeds": WatchedFeed,
    "companies": WatchedCompany,
    "destinations": Destination,
}
_LISTS = ("feeds", "companies", "destinations")

# --- reading ------------------------------------------------------------------------------------


def find_config(option: Path | None, env: Mapping[str, str]) -> Path:
    """The file to read: `--config`, else $GIGAWATCH_CONFIG, else ./watch.toml."""
    if option is not None:
        return option.expanduser()
    return Path(env.get(CONFIG_VARIABLE) or FILE_NAME).expanduser()


def load_settings(path: Path, env: Mapping[str, str]) -> Settings:
    """Read and check `path`; `${NAME}` in destinations, database and reading comes from `env`.

    Raises:
        SettingsError: The file is missing, unreadable, no TOML, or says something unusable.
    """
    path = path.absolute()
    tables = _parse_toml(_read_text(path), path)
    if env.get(DATABASE_VARIABLE):
        tables.pop("database", None)
    for section in ("database", "reading", "destinations"):
        if section in tables:
            tables[section] = _expand(tables[section], (section,), path, env)
    try:
        file = _WatchFile.model_validate(tables)
    except ValidationError as error:
        raise SettingsError(_sentence(path, error)) from None
    _refuse_twins(file, path)
    database = DatabaseSettings(url=_database_url(file.database.url, path, env))
    placed = tuple(_beside(destination, path) for destination in file.destinations)
    resolved = {"database": database, "destinations": placed, "path": path}
    return Settings.model_validate({**dict(file), **resolved})


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise SettingsError(
            f"{path.name} not found in {path.parent}; `gigawatch init` writes one"
        ) from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}; mend that") from error
    if len(content) > MAX_FILE_BYTES:
        raise SettingsError(
            f"{path}: is larger than 1 MiB; keep many feeds with `gigawatch feeds import`"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8"
        ) from error


def _parse_toml(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        # The message ends with "(at line 3, column 7)", or with "(at end of document)".
        last = f"at line {text.count(chr(10)) + 1}, the last"
        what = _plain(str(error).replace("at end of document", last))
        raise SettingsError(f"{path}: is not TOML: {what}; mend that line") from None
    except (InvalidOperation, RecursionError, ValueError):
        what = "holds a number or a nesting beyond all use"
        raise SettingsError(f"{path}: {what}; shorten it") from None


def _expand(value: object, at: _Location, path: Path, env: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        return {key: _expand(item, (*at, key), path, env) for key, item in value.items()}
    if isinstance(value, list):
        return [_expand(item, (*at, index), path, env) for index, item in enumerate(value)]
    return _filled(value, at, path, env) if isinstance(value, str) else value


def _filled(value: str, at: _Location, path: Path, env: Mapping[str, str]) -> str:
    names = _VARIABLE.findall(value)
    if value.count("${") != len(names):
        raise SettingsError(
            f"{path}: {_key(at)}: ${{ without a name and }}; write ${{NAME}}, letters and _"
        )
    for name in names:
        if not env.get(name):
            raise SettingsError(
                f"{path}: {_key(at)}: the environment holds no {name}; set it, or write the "
                f"name of a variable that is set"
            )
    return _VARIABLE.sub(lambda match: env[match[1]], value)


def _database_url(from_file: str, path: Path, env: Mapping[str, str]) -> str:
    """The URL that counts, with a relative SQLite file placed beside `path`."""
    url = env.get(DATABASE_VARIABLE) or from_file
    scheme, colon, rest = url.partition("://")
    if not colon or scheme not in _DATABASES:
        origin = DATABASE_VARIABLE if env.get(DATABASE_VARIABLE) else f"{path}: database.url"
        raise SettingsError(
            f"{origin}: must start with sqlite:/// or postgresql+psycopg://; "
            f"write sqlite:///gigawatch.db for a file beside {FILE_NAME}"
        )
    name = rest.removeprefix("/")
    if scheme != "sqlite" or not name or name.startswith(("/", ":memory:", "file:")):
        return url
    return f"sqlite:///{path.parent / name}"


def _beside(destination: Destination, path: Path) -> Destination:
    """The destination, with a relative `file:` placed beside `path`."""
    scheme, _, name = destination.url.get_secret_value().partition(":")
    if scheme.lower() != "file":
        return destination
    placed = SecretStr(f"file:{path.parent / name.removeprefix('//')}")
    return destination.model_copy(update={"url": placed})


def _refuse_twins(file: _WatchFile, path: Path) -> None:
    columns: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("feeds", "url", (_same_address(feed.url) for feed in file.feeds)),
        ("companies", "name", (company.name.casefold() for company in file.companies)),
        ("destinations", "name", (one.name.casefold() for one in file.destinations)),
    )
    for section, key, values in columns:
        first: dict[str, int] = {}
        for index, value in enumerate(values):
            if first.setdefault(value, index) != index:
                raise SettingsError(
                    f"{path}: {_key((section, index, key))}: is the same as in "
                    f"{section}[{first[value]}]; keep one of the two"
                )


def _same_address(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.lower().removesuffix(":443" if parts.scheme == "https" else ":80")
    return parts._replace(netloc=host, path=parts.path or "/", fragment="").geturl()


def _sentence(path: Path, error: ValidationError) -> str:
    """The first mistake in one line, and how many follow."""
    first, *others = error.errors(include_url=False, include_input=False)
    more = f" (and {len(others)} more)" if others else ""
    return f"{path}: {_key(first['loc'])}: {_complaint(first)}{more}"


def _key(location: _Location) -> str:
    """("feeds", 2, "url") → "feeds[2].url (number 3 of [[feeds]])"."""
    key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    plain = _plain(key.removeprefix("."))
    if len(location) > 1 and location[0] in _LISTS and isinstance(location[1], int):
        return f"{plain} (number {location[1] + 1} of [[{location[0]}]])"
    return plain


def _complaint(mistake: ErrorDetails) -> str:
    location, kind = mistake["loc"], mistake["type"]
    section = str(location[0])
    if kind == "extra_forbidden":
        known = _SECTIONS if len(location) == 1 else _SECTIONS[section].model_fields
        return _unknown(str(location[-1]), tuple(known))
    if kind in {"model_type", "model_attributes_type"} or len(location) == 1:
        brackets = f"[[{section}]]" if section in _LISTS else f"[{section}]"
        return f"must be a table; write {brackets} on a line of its own"
    wrong = "is missing" if kind == "missing" else _wording(mistake["msg"])
    return f"{wrong}; write {_example(section, location)}"


def _unknown(key: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    if near:
        return f"unknown key; did you mean {near[0]}?"
    return f"unknown key; known are {', '.join(known)}"


def _wording(message: str) -> str:
    """Pydantic's sentence in our words: "Input should be a valid integer" → "must be …"."""
    ours = message.removeprefix("Value error, ")
    ours = re.sub(r"^(Input|String|Tuple|Value) should ", "must ", ours)
    return _plain(ours.replace("valid tuple", "list"))


def _example(section: str, location: _Location) -> str:
    model = _SECTIONS[section]
    name = next(part for part in location[1:] if isinstance(part, str))
    (example,) = model.model_fields[name].examples or ("…",)
    return f"{name} = {json.dumps(example, ensure_ascii=False)}"  # this much JSON is TOML too


def _plain(text: str) -> str:
    """One printable line: keys and messages may quote whatever the file holds."""
    shown = "".join(char if char.isprintable() else "?" for char in text)
    return shown if len(shown) <= 200 else f"{shown[:199]}…"  # noqa: PLR2004
