"""Sentences are cut where a reader would cut them, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.sentences import Sentence, find_sentences, sentence_at

EXAMPLES = [
    ("Anthropic paid. Amazon gained.", ["Anthropic paid.", "Amazon gained."]),
    ("The U.S. firm paid. It won.", ["The U.S. firm paid.", "It won."]),
    ("Built in the U.S. The deal is new.", ["Built in the U.S.", "The deal is new."]),
    ("Amazon.com Inc. said so.", ["Amazon.com Inc. said so."]),
    ("Apollo Global Co. and KKR lend.", ["Apollo Global Co. and KKR lend."]),
    ("It raised $6.35 billion. At last.", ["It raised $6.35 billion.", "At last."]),
    ("Due at 9 a.m. on Monday.", ["Due at 9 a.m. on Monday."]),
    ("Site No. 5 is full.", ["Site No. 5 is full."]),
    ("They said no. Talks ended.", ["They said no.", "Talks ended."]),
    ("J. P. Morgan and Dr. Su met vs. Jan. 5.", ["J. P. Morgan and Dr. Su met vs. Jan. 5."]),
    ("Really? Yes! So be it… Fine", ["Really?", "Yes!", "So be it…", "Fine"]),
    ("“It is done.” He left.", ["“It is done.”", "He left."]),
    ("Up 9 . 5 % today", ["Up 9 . 5 % today"]),
    ("one line\nanother line", ["one line", "another line"]),
    ("Title\nA lender\nin Ohio\n  lends.\nNew", ["Title", "A lender\nin Ohio\n  lends.", "New"]),
    ("Title\n- A\n  - B\n\nc", ["Title", "A", "B", "c"]),
    ("J.P. Morgan lends. It is new.", ["J.P. Morgan lends.", "It is new."]),
    ("• first deal\n- second deal\n1. third deal", ["first deal", "second deal", "third deal"]),
    ("谷歌投资。英伟达涨！完了？", ["谷歌投资。", "英伟达涨！", "完了？"]),
    ("「契約した。」発表した。", ["「契約した。」", "発表した。"]),
    ("", []),
    (" \n\t\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_text_is_cut_at_the_ends_of_sentences(text: str, expected: list[str]) -> None:
    """Full stops end sentences, but those of abbreviations and numbers do not."""
    sentences = find_sentences(text)

    assert [sentence.text for sentence in sentences] == expected


@given(st.text())
def test_every_sentence_is_the_text_between_its_offsets(text: str) -> None:
    """A sentence can be found again in the text, and no two overlap."""
    sentences = find_sentences(text)

    assert all(text[one.start : one.end] == one.text for one in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, "One."), (3, "One."), (4, "One."), (5, "Two."), (99, "Two."), (-1, "One.")],
    ids=["first", "its end", "between", "second", "after all", "before all"],
)
def test_an_offset_belongs_to_the_sentence_around_it(offset: int, expected: str) -> None:
    """The proof of a fact is the sentence that holds it; between two, the one before."""
    sentences = find_sentences("One. Two.")

    found = sentence_at(sentences, offset)

    assert found.text == expected


def test_without_sentences_there_is_no_answer() -> None:
    """A blank text has no sentence to point at, and says so."""
    sentences: tuple[Sentence, ...] = ()

    with pytest.raises(ValueError, match="no sentences"):
        sentence_at(sentences, 0)
