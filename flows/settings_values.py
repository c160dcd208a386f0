"""The kinds of values a `watch.toml` may hold, and what each must look like."""

import re
from datetime import timedelta
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, StringConstraints

_UNIT_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
# Four digits: 9999d is 27 years, and a time that much earlier is still a time.
_DURATION = re.compile(r"([1-9][0-9]{0,3})\s?([smhd])")


def parse_duration(value: object) -> timedelta:
    """Read "30s", "15m", "2h" or "3d".

    Raises:
        ValueError: It is anything else, or not above zero.
    """
    if isinstance(value, timedelta):
        return value
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("must be a number above 0 and one of s, m, h, d, at most 9999 of them")
    return timedelta(seconds=int(match[1]) * _UNIT_SECONDS[match[2]])


def parse_pause(value: object) -> timedelta:
    """Read a duration that may also be none at all: "0s".

    Raises:
        ValueError: It is anything else.
    """
    try:
        return timedelta() if value == "0s" else parse_duration(value)
    except ValueError as error:
        raise ValueError('must be "0s", or a number above 0 and one of s, m, h, d') from error


def _web_address(value: str) -> str:
    if "${" in value:
        raise ValueError("cannot hold ${…}: only [database], [reading] and [[destinations]] can")
    if re.search(r"[\s\x00-\x1f\x7f]", value):
        raise ValueError("must not hold blanks or control characters")
    parts = urlsplit(value)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be a whole address that starts with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise ValueError("must not hold a name or password: feed addresses are shown to people")
    _ = parts.port  # urlsplit refuses a bad port only when it is asked for
    return value


def _header_text(value: str) -> str:
    # It becomes part of a request header: a line break there would begin another header.
    if not value.isascii() or not value.isprintable():
        raise ValueError("must be plain ASCII on one line")
    return value


def _host_and_port(value: str) -> str:
    if "://" in value or re.search(r"[\s@?#]", value):
        raise ValueError("must be an address without http://, with or without a port")
    return value


def _chat_address(address: SecretStr) -> SecretStr:
    value = address.get_secret_value()
    if not value.isascii() or not value.isprintable() or " " in value:
        raise ValueError("must be plain ASCII without blanks")
    try:
        parts = urlsplit(value)
        _ = parts.port  # urlsplit refuses a bad port only when it is asked for
    except ValueError:  # its message shows what stands there
        raise ValueError("must be an address with a host and, if any, a port's number") from None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be a whole address that starts with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise ValueError("must not hold a name or password: second_reader_key is for that")
    if not parse_qs(parts.query).get("model"):
        raise ValueError("must end in ?model= and the name of a model")
    return address


def _header_secret(secret: SecretStr) -> SecretStr:
    value = secret.get_secret_value()
    if not value or not value.isascii() or not value.isprintable() or " " in value:
        raise ValueError("must be plain ASCII without blanks, on one line")
    return secret


Duration = Annotated[timedelta, BeforeValidator(parse_duration)]
Pause = Annotated[timedelta, BeforeValidator(parse_pause)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Tag = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1, max_length=60)
]
Count = Annotated[int, Field(strict=True)]  # `true` is no number here
WebAddress = Annotated[Words, AfterValidator(_web_address)]
HeaderText = Annotated[Words, AfterValidator(_header_text)]
HostAndPort = Annotated[Words, AfterValidator(_host_and_port)]
# An address that may hold a secret, and a key: neither is ever shown.
ChatAddress = Annotated[SecretStr, AfterValidator(_chat_address)]
HeaderSecret = Annotated[SecretStr, AfterValidator(_header_secret)]
