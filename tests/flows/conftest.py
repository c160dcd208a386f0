"""One `gigawatch serve` for all tests that need a real Prefect server: its start takes a while."""

from collections.abc import Iterator

import pytest

from tests.serving import Served, served_sample


@pytest.fixture(scope="session")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The folder from which the sample is served."""
    with served_sample(tmp_path_factory.mktemp("served")) as served:
        yield served


@pytest.fixture
def served(serving: Served) -> Served:
    """The sample, served: a test that ended it has to start nothing again."""
    if not serving.is_running:
        serving.start()
    return serving
