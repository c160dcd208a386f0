"""Turn frozen values into JSON and back without losing a digit, a zone or a tuple."""

from typing import TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from parsers.errors import DatabaseError
from parsers.types import Deal, DealReading

Value = TypeVar("Value")

# One per type, made when first needed: making one costs far more than using it.
ADAPTERS: dict[type[object], TypeAdapter[object]] = {}


def _adapter(kind: type[object]) -> TypeAdapter[object]:
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]


def to_json(value: object) -> dict[str, object]:
    """A dataclass as JSON: a Decimal as its exact digits, times in ISO 8601, tuples as lists."""
    return cast("dict[str, object]", _adapter(type(value)).dump_python(value, mode="json"))


def from_json(kind: type[Value], stored: object) -> Value:
    """The dataclass `to_json` was given.

    Raises:
        DatabaseError: what is stored is no such value.
    """
    try:
        return cast("Value", _adapter(kind).validate_python(stored))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise DatabaseError(
            f"a stored {kind.__name__} cannot be read: {where}: {first['msg']}; "
            "run `gigawatch reread`, or restore a backup"
        ) from error


def reading_from_json(stored: object) -> DealReading:
    """The reading of an entry."""
    return from_json(DealReading, stored)


def deal_from_json(stored: object) -> Deal:
    """The deal as it was saved."""
    return from_json(Deal, stored)
