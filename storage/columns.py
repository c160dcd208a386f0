"""What the columns of the tables hold: texts cut to their length, keys, moments in UTC, JSON."""

import hashlib
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

KEY_LENGTH = 500
TITLE_LENGTH = 500
LINE_LENGTH = 1000
TEXT_LENGTH = 200_000
_LARGEST_ID = 2**63 - 1


def parse_id(text: str) -> int | None:
    """The number of a row as a person writes it; None for what can be the number of none."""
    number = int(text) if text.isdecimal() and len(text) < len(f"{_LARGEST_ID}") + 1 else None
    return None if number is None or number > _LARGEST_ID else number


def clip(text: str, length: int) -> str:
    """At most `length` characters, without those a database refuses.

    PostgreSQL takes no NUL and neither driver can encode a lone surrogate: one such character
    would make the whole batch fail.
    """
    if text.isascii() and "\0" not in text:
        return text[:length]
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")[:length]


def shorten_key(key: str) -> str:
    """A key that fits an index; a longer one keeps its beginning and ends in the hash of it all."""
    key = clip(key, len(key))
    if len(key) <= KEY_LENGTH:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()
    return key[: KEY_LENGTH - len(digest)] + digest


class Clipped(sa.types.TypeDecorator[str]):
    """A text that is cut to its length on the way in: SQLite would not check it."""

    impl = sa.String
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Cut."""
        del dialect
        return None if value is None else clip(value, self.length)


class KeyText(sa.types.TypeDecorator[str]):
    """A key: never cut, since two long ones may differ at their end only."""

    impl = sa.String(KEY_LENGTH)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Shorten with a hash."""
        del dialect
        return None if value is None else shorten_key(value)


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """A moment: refused without a zone, stored and returned in UTC. SQLite alone loses the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC.

        Raises:
            ValueError: the time has no zone.
        """
        del dialect
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a time without a zone cannot be stored: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# Without it a None would be stored as the JSON value null, which IS NOT NULL.
JSON = sa.JSON(none_as_null=True)
DEAL_ID = sa.String(200)
SITE = sa.String(300)


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    """Only these words may stand in the column."""
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")
