"""What every test may use: the shared real data, where it is at hand."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are shared: how long an example takes says nothing of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make regenerate` rewrites the expected readings instead of comparing them."""
    parser.addoption("--regenerate", action="store_true", help="rewrite expected readings")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real feeds, news and expected answers beside the project; skips without it."""
    folder = Path(os.environ.get("GIGAWATCH_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared data is not beside this checkout")
    return folder


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether expected readings are to be rewritten."""
    return bool(request.config.getoption("--regenerate"))
