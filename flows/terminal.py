"""How the command meets its terminal: output that is missing, full, narrow in letters, or gone."""

import contextlib
import io
import os
import re
import sys
from pathlib import Path
from typing import Final, NoReturn, TextIO

from parsers.errors import GigawatchError

_UNICODE = frozenset({"utf-8", "utf8"})
# C1 is what a terminal obeys, the others turn or end a line; JSON leaves them as they are.
_CODES: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def prepare_output() -> None:
    """Make both outputs take whatever is printed: one that is closed, and letters it lacks."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def knows_all_letters() -> bool:
    """Whether standard output takes every letter; JSON is escaped where it does not."""
    return (sys.stdout.encoding or "").lower() in _UNICODE


def escape_codes(text: str) -> str:
    """The same JSON, of which nothing moves a terminal: its codes are escaped."""
    return _CODES.sub(lambda code: f"\\u{ord(code[0]):04x}", text)


def close_output() -> None:
    """Print nothing more: what is left in the buffer of a broken output goes nowhere."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def write_whole(path: Path, text: str) -> None:
    """Put a text into a file, whole or not at all; an unpaired surrogate becomes its escape.

    Raises:
        GigawatchError: it cannot be written; what was there before still is.
    """
    target = path.resolve()
    plain = target.is_file() or not target.exists()
    # A pipe or a device is written as it is: a file in its place would be another thing.
    draft = target.with_name(f".{target.name}.part") if plain else target
    try:
        draft.write_text(text, encoding="utf-8", errors="backslashreplace")
        if plain:
            draft.replace(target)
    except OSError as error:
        if plain:
            with contextlib.suppress(OSError):
                draft.unlink()
        raise GigawatchError(f"{path}: cannot be written: {error.strerror}") from error


def stop(sentence: str, code: int) -> NoReturn:
    """End with one line on standard error."""
    sys.stderr.write(f"gigawatch: {' '.join(sentence.split())}\n")
    raise SystemExit(code)


def _nowhere() -> TextIO:
    # For the rest of the process: nobody would be left to close it.
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123
