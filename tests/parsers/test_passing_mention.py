"""A deal is its text's main subject: its headline tells of dealing, or figures of it are given."""

import pytest

from tests.readings import read


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Musk tells xAI staff to survive",
            "xAI has Dell supply its AI servers. It hopes to lead.",
        ),
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
