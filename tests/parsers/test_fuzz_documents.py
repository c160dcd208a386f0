"""Spoiled documents through every reader of foreign bytes: a short, fixed piece of `make fuzz`."""

from pathlib import Path
from random import Random

import pytest

from flows.polling.tools import builtin_companies
from parsers.reading import Reader, build_reader
from tests.fuzz.faults import date_faults, feed_faults, opml_faults, page_faults, url_faults
from tests.fuzz.mutations import spoil, spoil_text
from tests.fuzz.seeds import DATES, URLS, find_seeds

NOWHERE = Path("/nonexistent")
DOCUMENTS = 40


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader with the companies we bring."""
    return build_reader(builtin_companies())


@pytest.mark.parametrize("seed", range(3))
def test_spoiled_documents_are_read_or_refused(seed: int, reader: Reader) -> None:
    """Whatever is done to a document, what is read of it keeps the promises of our values."""
    random, seeds = Random(seed), find_seeds(NOWHERE)
    bodies = [spoil(random, seeds) for _ in range(DOCUMENTS)]

    faults = [
        (body[:200], fault)
        for body in bodies
        for fault in (
            *feed_faults(body, None, reader),
            *opml_faults(body),
            *page_faults(body, None),
        )
    ]

    assert not faults


def test_spoiled_dates_and_addresses_are_read_or_refused() -> None:
    """A date is UTC and in our time; an address is canonical at once."""
    random = Random(0)
    dates = [spoil_text(random, random.choice(DATES)) for _ in range(1_000)]
    urls = [spoil_text(random, random.choice(URLS)) for _ in range(1_000)]

    faults = [fault for text in dates for fault in date_faults(text)]
    faults += [fault for text in urls for fault in url_faults(text)]

    assert not faults


def test_a_document_is_made_again_from_its_seed() -> None:
    """What a run prints is enough to see the same bytes again."""
    seeds = find_seeds(NOWHERE)

    once, again = (spoil(Random("7:41"), seeds) for _ in range(2))

    assert once == again
