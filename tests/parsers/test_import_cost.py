"""What importing the readers costs: long patterns are compiled when first needed, not before."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import parsers

# In characters of pattern: a thousand take about two milliseconds.
MOST_COMPILED = 2_500


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """The compiled patterns a module's value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from patterns_in(one)
    elif isinstance(value, dict):
        yield from patterns_in(list(value.values()))


def test_no_table_is_compiled_on_import() -> None:
    """A process that reads nothing pays for no table of words."""
    names = [found.name for found in pkgutil.walk_packages(parsers.__path__, "parsers.")]
    compiled = {
        (name, own): len(pattern.pattern)
        for name in names
        for own, value in vars(importlib.import_module(name)).items()
        for pattern in patterns_in(value)
    }

    assert {own: size for own, size in compiled.items() if size > MOST_COMPILED} == {}
