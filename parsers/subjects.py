"""Tell what else than a deal a title is about, and what would excuse the words that say so."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from parsers.clauses import cut_headline
from parsers.deal_words import (
    ARRANGEMENT,
    DEAL_NOUN,
    NOT_THE_SUBJECT,
    POWER_FIGURE,
    TELLING_TAIL,
    deal_words,
    subject_words,
)

# What excuses a word for another subject: nothing, a second side, or a supplier that invests.
Excuse = Literal["none", "two sides", "equity"]

FUNDING: Final = "a funding round"
MANY: Final = "many deals at once"
_SHARES: Final = "a share move"
_LAUNCH: Final = "a product launch"
_POLICY: Final = "policy or rules"
_STRONG: Final = 2
# All patterns here are for folded text: that is ten times as quick as to ignore case.
_ARRANGEMENT = deal_words(ARRANGEMENT)
_DEAL_NOUN = re.compile(DEAL_NOUN)
_POWER = re.compile(POWER_FIGURE)
_TELLING_TAIL = re.compile(TELLING_TAIL)
_HAN_END = re.compile("[㐀-鿿]$")
_OTHER_SUBJECTS = tuple(
    (why, weight, subject_words(*rows)) for why, weight, *rows in NOT_THE_SUBJECT
)
# Whether a title has a word of any of them: most have none.
_ANY_SUBJECT = subject_words(
    "|".join(spaced for _, _, spaced, _ in NOT_THE_SUBJECT),
    "|".join(unspaced for _, _, _, unspaced in NOT_THE_SUBJECT),
)


def other_subjects(title: str, head: str) -> Iterator[tuple[str, str, Excuse]]:
    """What else a title is about, with the words that say so and what would excuse them."""
    if _ANY_SUBJECT.search(head) is None:
        return
    for why, weight, words in _OTHER_SUBJECTS:
        found = words.search(head)
        if found is not None and not _is_aside(why, head, found.start()):
            told = title[found.start() : found.end()].strip()
            yield why, told, _excuse(why, weight, head, found[0])


def _is_aside(why: str, head: str, place: int) -> bool:
    """Whether a title tells a deal first and hangs the other subject on behind, or the reverse."""
    headline = cut_headline(head)
    if why == MANY:
        return False
    if why == _SHARES and _TELLING_TAIL.search(headline.tail):
        return True
    if place < len(headline.main):
        return False
    # Where no spaces are set, two clauses of a headline weigh more alike.
    telling = _DEAL_NOUN if _HAN_END.search(headline.main) else _ARRANGEMENT
    return telling.search(headline.main) is not None


def _excuse(why: str, weight: int, head: str, words: str) -> Excuse:
    telling = _ARRANGEMENT if why == _POLICY else _DEAL_NOUN
    is_site = why == _LAUNCH and _POWER.search(head)
    # What is raised "after" a deal is not raised in it.
    told = cut_headline(head).main if why == FUNDING else head
    if weight < _STRONG and (is_site or telling.search(told)):
        return "two sides"
    return "equity" if why == FUNDING and not words.endswith("round") else "none"


def about(why: str, words: str) -> str:
    """The reason a text gives no deal: what it is about, in its own words."""
    return f"the title is about {why} (“{words}”)"
