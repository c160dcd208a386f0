"""The house: which shelf may look at which, and how long a room may grow."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARSERS_MAY = {
    "stdlib", "parsers", "bs4", "currency_converter", "feedparser", "idna", "lxml", "trafilatura",
}  # fmt: skip
STORAGE_MAY = {"stdlib", "storage", "alembic", "pydantic", "sqlalchemy", "sqlmodel"}
STORAGE_MAY_OF_PARSERS = {"parsers.types", "parsers.errors"}
FLOW_FILES = {f"flows/{name}.py" for name in ("poll", "deliver", "report", "events", "runner")}
# Which of the shell's rooms may look into which; files outside the rooms put these together.
ROOMS_MAY = {
    "deciding": set[str](),
    "messages": {"deciding"},
    "sending": {"messages"},
    "fetching": set[str](),
    "polling": {"deciding", "fetching", "sending"},
    "commands": {"deciding", "fetching", "messages", "polling", "sending"},
}
WORD_TABLES = {
    "vocabulary.py", "deal_words.py", "name_words.py", "words_europe.py", "cjk_words.py",
    "deal_words_europe.py",
}  # fmt: skip
MOST_LINES = 400


def _modules(*shelves: str) -> list[Path]:
    return [path for shelf in shelves for path in sorted((ROOT / shelf).rglob("*.py"))]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _imports(path: Path) -> set[str]:
    """Every module a file imports, wherever in the file the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)} imports relatively: write the shelf's name"
            found.add(node.module or "")
    return found


def _package(module: str) -> str:
    first = module.partition(".")[0]
    return "stdlib" if first in sys.stdlib_module_names else first


@pytest.mark.parametrize("path", _modules("parsers"), ids=_name)
def test_parsers_are_pure(path: Path) -> None:
    """A parser sees bytes and text: no database, no network, no shell."""
    packages = {_package(module) for module in _imports(path)}

    assert packages <= PARSERS_MAY


@pytest.mark.parametrize("path", _modules("storage"), ids=_name)
def test_storage_knows_values_and_nothing_else(path: Path) -> None:
    """Of the parsers, storage sees the values that travel; of the shell, nothing."""
    imported = _imports(path)

    ours = {module for module in imported if module.startswith("parsers")}
    others = {_package(module) for module in imported if not module.startswith("parsers")}

    assert ours <= STORAGE_MAY_OF_PARSERS
    assert others <= STORAGE_MAY


@pytest.mark.parametrize("path", _modules("flows"), ids=_name)
def test_only_flow_files_import_prefect(path: Path) -> None:
    """Remove the decorators and the program still works."""
    uses_prefect = "prefect" in {_package(module) for module in _imports(path)}

    assert not uses_prefect or _name(path) in FLOW_FILES


@pytest.mark.parametrize("room", sorted(ROOMS_MAY))
def test_a_room_of_the_shell_looks_only_where_it_may(room: str) -> None:
    """Deciding knows no message, messages no service, fetching no feed: arrows go one way."""
    imported = {module for path in _modules(f"flows/{room}") for module in _imports(path)}

    rooms = {module.split(".")[1] for module in imported if module.startswith("flows.")}

    assert rooms & ROOMS_MAY.keys() <= ROOMS_MAY[room] | {room}


def test_every_room_of_the_shell_is_known() -> None:
    """A new room says first what it may look into."""
    rooms = {path.parent.name for path in _modules("flows")} - {"flows"}

    assert rooms == ROOMS_MAY.keys()


@pytest.mark.parametrize("path", _modules("parsers", "storage", "flows"), ids=_name)
def test_a_file_answers_one_question(path: Path) -> None:
    """A file says in its docstring what it answers, and stays under 400 lines."""
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text)), "say in a sentence what the file answers"
    assert path.name in WORD_TABLES or text.count("\n") <= MOST_LINES
