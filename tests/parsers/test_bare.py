"""A deal is its text's main subject: the headline tells of dealing, or figures of a deal are given."""

import pytest

from tests.readings import read


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("What the prince wanted in Washington", "Humain announced ventures with xAI and Cisco."),
        ("Inside the mind of Mistral's founder", "It works with CoreWeave on data centers."),
        ("Oracle and OpenAI: two tempers", "The cloud firm hosts the lab's models."),
    ],
)
def test_names_alone_are_no_deal(title: str, text: str) -> None:
    """A title without a word of dealing, over a text that only mentions who trades, tells none."""
    assert not read(title, text).is_compute_deal


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Mistral trains at CoreWeave", "Mistral rents 4,000 GPUs from CoreWeave for two years."),
        ("Mistral rents from CoreWeave", ""),
        ("OpenAI drops Nscale's Norwegian site", "The lab walked away from the campus."),
    ],
)
def test_dealing_figures_and_ends_are(title: str, text: str) -> None:
    """Words of dealing in the title, figures in the text, or the end of a deal tell one."""
    assert read(title, text).is_compute_deal
