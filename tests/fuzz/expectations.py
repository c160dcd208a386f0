"""Read what feedparser's own tests expect of a document, and ask it of a parse."""

import ast
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Step = str | int
Value = str | int | tuple[object, ...] | None

_EXPECT = re.compile(rb"Expect:[ \t]*(.+)")
_HEADER = re.compile(r"Header:[ \t]*([\w-]+):[ \t]*(.+)")
# feedparser looks for the comment in UTF-16 and UTF-32 documents by leaving out the zeros.
_WIDE = b"\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing a document must say: `("entries", 0, "title")` is "One"."""

    path: tuple[Step, ...]
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A document, the headers it came with, and what must be read out of it."""

    name: str
    body: bytes
    headers: Mapping[str, str]
    statements: tuple[Statement, ...]


def suite_cases(suite: Path) -> Iterator[Case]:
    """The documents of feedparser's suite whose expectation is a row of comparisons."""
    for name, body in packed_files(suite):
        plain = body.replace(_WIDE, b"")
        expect = _EXPECT.search(plain)
        statements = _statements(expect[1].decode("utf-8", "replace")) if expect else ()
        headers = {key.lower(): value.strip() for key, value in _headers(plain)}
        yield Case(name=name, body=body, headers=headers, statements=statements)


def packed_files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file of a tarball."""
    with tarfile.open(archive) as files:
        for member in files:
            content = files.extractfile(member)
            if content is not None:
                yield member.name, content.read()


def ask(parsed: object, path: tuple[Step, ...]) -> object:
    """What stands at a path of feedparser's answer; None where there is nothing."""
    for step in path:
        try:
            parsed = parsed[step]  # type: ignore[index]  # foreign dicts in lists in dicts
        except (KeyError, IndexError, TypeError):
            return None
    return parsed


def _headers(plain: bytes) -> list[tuple[str, str]]:
    return _HEADER.findall(plain[:2_000].decode("utf-8", "replace"))


def _statements(expression: str) -> tuple[Statement, ...]:
    """The comparisons of `not bozo and feed['title'] == 'One'`; none of anything else."""
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError:
        return ()
    terms = tree.values if isinstance(tree, ast.BoolOp) else [tree]
    found = tuple(_statement(term) for term in terms if not _is_of_bozo(term))
    return tuple(filter(None, found)) if all(found) else ()


def _is_of_bozo(term: ast.expr) -> bool:
    """Whether a term asks for feedparser's own mark of broken documents."""
    name = term.operand if isinstance(term, ast.UnaryOp) else term
    return isinstance(name, ast.Name) and name.id == "bozo"


def _statement(term: ast.expr) -> Statement | None:
    is_equation = isinstance(term, ast.Compare) and isinstance(term.ops[0], ast.Eq)
    if not is_equation or not isinstance(term, ast.Compare) or len(term.ops) > 1:
        return None
    path = _path(term.left)
    try:
        value = ast.literal_eval(term.comparators[0])
    except ValueError:
        return None
    is_value = value is None or isinstance(value, str | int | tuple)
    return Statement(path=path, value=value) if path and is_value else None


def _path(node: ast.expr) -> tuple[Step, ...]:
    """The steps of `entries[0]['title']` and of `entries[0].title`."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        before = _path(node.value)
        return (*before, node.attr) if before else ()
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        before, step = _path(node.value), node.slice.value
        return (*before, step) if before and isinstance(step, str | int) else ()
    return ()
