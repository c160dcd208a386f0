"""Cut a sentence into runs of capitalised words; some of them are the names of companies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parsers import unlisted_words as table
from parsers.name_words import (
    BODIES,
    BREAKS,
    CALLED_WORDS,
    EPITHETS,
    INFINITIVES,
    LEGAL_FORMS,
    PLACES,
    PRODUCTS,
    TAILS,
)
from parsers.types import Mention
from parsers.words import fold, pattern_of

_MOST_WORDS: Final = 5
_MOST_LETTERS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Capitalised words that stand together; they may be a name. `folded` are its words folded.

    `opens` is where what leads to it begins: "Startup Vectorly".
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    start: int
    end: int
    opens: int


# What opens a sentence with a capital of its own alone: "Little-known", "Fast-growing".
_ADJECTIVE: Final = r"[A-Z][a-z]+-[a-z]+"
_UNIVERSITY: Final = "university"
_SCALES: Final = frozenset({"B", "M", "K", "T"})


def find_spans(sentence: str, known: Sequence[Mention], *, is_headline: bool) -> Iterator[Span]:
    """Runs of capitalised words, cut at plain words, at possessives and at the known names.

    What stands right behind a known name is its product ("OpenAI's Sora"), and what stands right
    before one belongs to it ("Big Microsoft"): neither is a run.
    """
    covered = iter(sorted(known, key=lambda mention: mention.start))
    nearest = next(covered, None)
    known_end = -1
    run: list[re.Match[str]] = []
    for word in pattern_of(table.WORD).finditer(sentence):
        while nearest is not None and nearest.end <= word.start():
            nearest = next(covered, None)
        if run and word[0] in {"of", "the"} and fold(run[-1][0]) in BODIES:
            continue  # "Bank of Lithuania"
        if word[0] == "at" and run and fold(run[0][0]) == _UNIVERSITY:
            continue  # "University of Texas at Austin"
        goes_on = bool(run) and _goes_on(sentence, run, word)
        named = _may_be_name(word[0]) or (goes_on and not is_headline and _is_tail(word[0]))
        named = named and not (is_headline and _is_infinitive(sentence, word))
        named = named and not _is_scale(sentence, word)
        is_its = (
            named
            and not run
            and pattern_of(table.OF_KNOWN).fullmatch(sentence, known_end, word.start())
        )
        if is_its or (nearest is not None and nearest.start < word.end()):
            known_end = word.end()
            run = [] if goes_on else run
        takes = named and known_end != word.end()
        if run and not (takes and goes_on and len(run) < _MOST_WORDS):
            yield from _trimmed(run)
            run = []
        if takes:
            run.append(word)
            if pattern_of(table.POSSESSIVE).search(word[0]):
                yield from _trimmed(run)
                run = []
    yield from _trimmed(run)


def _is_scale(sentence: str, word: re.Match[str]) -> bool:
    """Whether a letter only says how many: "$5 B AI server deal"."""
    return word[0] in _SCALES and sentence[max(0, word.start() - 2) : word.start() - 1].isdigit()


def _is_infinitive(sentence: str, word: re.Match[str]) -> bool:
    """Whether a word in a title says what for: "Partner to Scale European AI Infrastructure"."""
    is_led = sentence[max(0, word.start() - 3) : word.start()].lower() == "to "
    return is_led and fold(word[0]) in INFINITIVES


def _goes_on(sentence: str, run: Sequence[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether a word belongs to the one before: "Boreal Power", "Bank of Lithuania"."""
    gap = table.OF_GAP if fold(run[-1][0]) in BODIES else table.GAP
    between = sentence[run[-1].end() : word.start()]
    if between == " at ":
        return fold(run[0][0]) == _UNIVERSITY
    return bool(pattern_of(table.GAP).fullmatch(between) or pattern_of(gap).fullmatch(between))


def _is_tail(word: str) -> bool:
    """Whether a word that is a plain one in small letters ends a name: "Sugarbush Hosting"."""
    return word[0].isupper() and fold(word) in TAILS


def _may_be_name(word: str) -> bool:
    bare = pattern_of(table.POSSESSIVE).sub("", word)
    folded = fold(bare)
    if folded in BREAKS or folded in LEGAL_FORMS or pattern_of(table.COMPOUND).search(folded):
        return False
    return bare[0].isupper() or pattern_of(table.INNER_SIGN).search(bare) is not None


def _trimmed(run: Sequence[re.Match[str]]) -> Iterator[Span]:
    """A run without the nationality or "startup" in front and the product behind."""
    words = [pattern_of(table.POSSESSIVE).sub("", word[0]) for word in run]
    folded = [fold(word) for word in words]
    called = [place for place, word in enumerate(folded[:-1]) if word in CALLED_WORDS]
    first, last = called[-1] + 1 if called else 0, len(words)
    while first < last - 1 and (
        folded[first] in PLACES | EPITHETS or pattern_of(_ADJECTIVE).fullmatch(words[first])
    ):
        first += 1
    while last > first and (
        pattern_of(table.CODE).fullmatch(words[last - 1]) or folded[last - 1] in PRODUCTS
    ):
        last -= 1
    if first < last and sum(map(len, words)) <= _MOST_LETTERS:
        yield Span(
            words=tuple(words[first:last]),
            folded=tuple(folded[first:last]),
            start=run[first].start(),
            opens=run[0].start(),
            end=run[last - 1].start() + len(words[last - 1]),
        )
