"""Split text into sentences that can be shown as proof."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.vocabulary import (
    ABBREVIATIONS,
    CLOSING_ABBREVIATIONS,
    NUMBER_ABBREVIATIONS,
    SENTENCE_OPENERS,
)

_STOP = re.compile(
    r"""
    (?: [.!?]{1,8} | … )            # Latin: a mark,
    ["'”’»)\]]{0,3}                 # what closes with it,
    (?= \s )                        # and a space after; $6.35 has none
    | [。！？｡]{1,8} [」』”’）》]{0,3}   # Chinese and Japanese: the mark is enough
    """,
    re.VERBOSE,
)
_BULLET = re.compile(
    r"""
    \s*
    (?: [-*•·▪●○‣–—]{1,3} \s        # a bullet
      | [0-9]{1,2} [.)] \s          # a number in a list
    )?
    \s*
    """,
    re.VERBOSE,
)
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]*$")
_NEXT_WORD = re.compile(r"\s{1,8}[\"'“‘(\[]{0,2}([^\W_]*)")
# "J.P", "U.S.A": single letters with stops between.
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,3}")
# "… based in the U.K. Google has agreed": who acts next begins a sentence.
_IN_COUNTRY = re.compile(r"\b(?:in|across|within|outside) the U\.[SK]$|\bin U\.A\.E$")
_ACTS_NEXT = re.compile(
    r"\s{1,3}[A-Z][\w&.-]{1,20}(?: [A-Z][\w&.-]{1,20}){0,2} (?:has|have|will|would|is|was|said|says"
    r"|plans|agreed|signed)\s"
)
# A line that goes on with the one before: set in from it, or in the middle of a phrase.
_GOES_ON = re.compile(
    r"\r?\n(?:[ \t]{2,}(?![-*•·▪●○‣–—]|[0-9]{1,2}[.)])(?=[^\W_]|[*\"'“(])|(?=[a-zß-ÿ]))"
)
# Long enough for the longest abbreviation, short enough to keep the search linear.
_REACH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a text: `text` is what stands between the offsets `start` and `end`."""

    text: str
    start: int
    end: int


def find_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, without bullets and the space around them."""
    sentences: list[Sentence] = []
    for begin, end in _lines(text):
        start = _BULLET.match(text, begin, end)
        left = start.end() if start else begin
        for right in _ends(text, left, end):
            sentences.extend(_trimmed(text, left, right))
            left = right
    return tuple(sentences)


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> Sentence:
    """Return the sentence that holds `offset`; between two, the one before.

    Raises:
        ValueError: there are no sentences.
    """
    if not sentences:
        raise ValueError("sentence_at: no sentences: ask only for texts that are not blank")
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.start)
    return sentences[max(index - 1, 0)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end; lines that only wrap a longer one are one with it.

    The first line is a title, which nothing goes on with.
    """
    begin, end, number = 0, 0, 0
    for line in _LINE.finditer(text):
        is_title = number < 2  # noqa: PLR2004
        if is_title or text.startswith((" ", "\t"), begin) or not _GOES_ON.match(text, end):
            if number:
                yield begin, end
            begin = line.start()
            number += 1
        end = line.end()
    if number:
        yield begin, end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets after each sentence of one line, the last being the line's own end."""
    for stop in _STOP.finditer(text, start, end):
        if _closes(text, stop, start, end):
            yield stop.end()
    yield end


def _closes(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark ends a sentence, judged by the words on both sides of it."""
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    before = text[max(start, stop.start() - _REACH) : stop.start()]
    found = _LAST_WORD.search(before)
    last = found[0].lower() if found else ""
    following = _NEXT_WORD.match(text, stop.end(), end)
    word = following[1] if following else ""
    if not last or last in NUMBER_ABBREVIATIONS:
        # " . " with spaces around is a tokeniser's decimal point if a digit follows.
        return not word[:1].isdigit()
    if (len(last) == 1 and last.isalpha()) or last in ABBREVIATIONS:
        return False
    if last in CLOSING_ABBREVIATIONS or _INITIALS.fullmatch(last):  # "U.S.", "J.P. Morgan"
        if _IN_COUNTRY.search(before) and _ACTS_NEXT.match(text, stop.end(), end):
            return True
        return word[:1].isupper() and word.lower() in SENTENCE_OPENERS
    return not word[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence between two offsets without the space around it; none if nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        yield Sentence(text=words, start=start, end=start + len(words))
