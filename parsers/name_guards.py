"""Say whether the words around a name leave it the company's, or make it something else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from parsers.name_words import (
    BACKED_DEALS,
    BACKED_FIRMS,
    BACKED_GOODS,
    BACKED_WORDS,
    BACKING_WORDS,
)
from parsers.unlisted_words import SUBJECT, WITH_NAME
from parsers.words import Page, Words, fold, pattern_of

NUMBER = re.compile(r"\d[\d.,]*")
_BACKED_REACH = 6
_WINDOW = 110
# What may follow a side that is no common word: "with Snap for", "from Grab".
_SIDE_ENDS = (
    r"\W*$|['’]s?\s|\s?[,.;:!?)–—-]|\s(?:for|to|in|over|worth|at|as|on|and|under|after|amid|that)\s"
)
_CURRENCY_SIGNS = frozenset("$€£¥₩₹")
# "In talks" begins what a company does, and makes no other word of its name.
_IN: Words = ("in",)
# "Partners with Reliance on a data center".
_PLACING: frozenset[Words] = frozenset({_IN, ("on",)})
_IN_TALKS = frozenset({"talks", "advanced", "early", "discussions", "negotiations"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """Phrases that unmake a mention, by the word next to the name, and those it needs."""

    before: Mapping[str, tuple[Words, ...]]
    after: Mapping[str, tuple[Words, ...]]
    needs: frozenset[Words]


NO_GUARDS = Guards(before={}, after={}, needs=frozenset())


def leaves_company(page: Page, place: int, stop: int, guards: Guards) -> bool:
    """Whether the words around a name leave it the company's.

    `place` and `stop` are the name's first word and the one behind its last.
    """
    ends = {place, place - (page.at(place - 1) == "-")} - page.openers
    return not any(
        _is_phrase(page, end - len(words), words)
        for end in ends
        for words in _candidates(guards.before, page.at(end - 1))
    ) and not any(
        _is_phrase(page, start, words)
        and not (words == _IN and page.at(start + 1) in _IN_TALKS)
        and not (words in _PLACING and page.at(place - 1) == "with")
        and not _backs_deal(page, start, words)
        for start in _continuations(page, stop)
        for words in _candidates(guards.after, page.at(start))
    )


def stands_as_side(text: str, start: int, end: int) -> bool:
    """Whether grammar makes a side of the name at `start`: "Snap leases", "a deal with Grab".

    >>> stands_as_side("Snap signs deal to rent GPUs", 0, 4)
    True
    >>> stands_as_side("A deal to Snap up GPUs", 10, 14)
    False
    """
    after = fold(text[end : end + _WINDOW])
    if pattern_of(SUBJECT).match(after):
        return True
    before = fold(text[max(0, start - _WINDOW) : start])
    return bool(pattern_of(WITH_NAME).search(before) and pattern_of(_SIDE_ENDS).match(after))


def _backs_deal(page: Page, start: int, phrase: Words) -> bool:
    """Whether a deal and no company is backed: "Google-backed Anthropic data center"."""
    if phrase[-1] not in BACKING_WORDS:
        return False
    stop, is_plain = start + len(phrase), True
    for place in range(stop, min(stop + _BACKED_REACH, len(page.words))):
        if page.at(place) in BACKED_FIRMS:
            return False
        if page.at(place) in BACKED_WORDS or (is_plain and page.at(place) in BACKED_DEALS):
            return BACKED_FIRMS.isdisjoint({page.at(place + 1), page.at(place + 2)})
        word = page.at(place)
        is_plain = is_plain and (word in BACKED_GOODS or word[:1].isdigit())
    return False


def _candidates(phrases: Mapping[str, tuple[Words, ...]], word: str) -> tuple[Words, ...]:
    """The phrases that may have a word at their edge."""
    return (*phrases.get(word, ()), *phrases.get("#", ()))


def _continuations(page: Page, stop: int) -> set[int]:
    """Where the words after a name may start: at once, behind a hyphen, behind a possessive."""
    starts = {stop}
    if page.at(stop) == "-":
        starts.add(stop + 1)
    if page.at(stop) == "'":
        starts.add(stop + 1 + (page.at(stop + 1) == "s"))
    return starts - page.openers


def _is_phrase(page: Page, start: int, phrase: Words) -> bool:
    """Whether a phrase stands at a place; its "#" is any number, its first dot ends no sentence."""
    if phrase[0] == "#" and page.at(start - 1) in _CURRENCY_SIGNS:
        return False  # "a $20 billion AMD deal" is in dollars, not in dram
    if phrase[0] == "." and not (page.glued(start) and page.glued(start + 1)):
        return False
    return all(
        page.at(start + offset) == word
        or (word == "#" and NUMBER.fullmatch(page.at(start + offset)) is not None)
        for offset, word in enumerate(phrase)
    )
