"""A reading can be followed in its text: what counts, what does not, and why."""

import pytest

from flows.polling.tools import builtin_companies
from parsers.marks import find_marks
from parsers.reading import Reader, build_reader, read_deal

TITLE = "OpenAI signs $11.9bn compute contract with CoreWeave"
TEXT = (
    "The five-year contract covers 250 MW and 100,000 GB200 GPUs. CoreWeave, valued at $35 billion,"
    " had revenue of $1.9 billion. Microsoft was its largest customer."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of the built-in company list."""
    return build_reader(builtin_companies())


def marks(title: str, text: str, reader: Reader) -> list[tuple[str, str, str | None]]:
    """The words, what they are, and why they do not count."""
    whole = f"{title}\n{text}"
    found = find_marks(title, text, read_deal(title, text, reader), reader)
    return [(whole[one.start : one.end], one.label, one.why_not) for one in found]


def test_what_counts_stands_in_the_text(reader: Reader) -> None:
    """Companies with what they do, and each figure as it was understood, in order of place."""
    counting = [mark[:2] for mark in marks(TITLE, TEXT, reader) if mark[2] is None]

    assert counting == [
        ("OpenAI", "OpenAI: buyer"),
        ("$11.9bn", "11,900,000,000 USD, exact"),
        ("CoreWeave", "CoreWeave: supplier"),
        ("five-year", "5 years"),
        ("250 MW", "0.25 GW, exact"),
        ("100,000 GB200 GPUs", "100,000 of Nvidia GB200"),
        ("CoreWeave", "CoreWeave: supplier"),
    ]


def test_what_is_left_out_has_its_reason(reader: Reader) -> None:
    """Sums of another kind, and companies on which the deal does not turn."""
    left_out = {mark[0]: mark[2] for mark in marks(TITLE, TEXT, reader) if mark[2]}

    assert left_out == {
        "$35 billion": "what a company is worth, not a price",
        "$1.9 billion": "another sum: revenue, spending, a round",
        "Microsoft": "named, but no side of the deal",
    }


@pytest.mark.parametrize("text", ["", "It said so in a filing."])
def test_in_a_text_that_is_no_deal_nothing_counts(reader: Reader, text: str) -> None:
    """What was seen is shown all the same."""
    found = marks("Nvidia revenue rises to $57 billion", text, reader)

    assert [words for words, _, _ in found] == ["Nvidia", "$57 billion"]
    assert {why for _, _, why in found} == {"not counted: the text tells no compute deal"}
