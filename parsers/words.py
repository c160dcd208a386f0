"""Cut a text of any script into words, each with its place in the original.

Words come folded and in one form (NFKC, straight quotes, nothing invisible), so that names can be
compared; scripts that set no spaces are cut sign by sign.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from parsers.factoring import factored

Words = tuple[str, ...]

# Bare trade marks would become letters of the name under NFKC: Nvidia™ → NvidiaTM.
TRADE_MARKS = frozenset("™℠")
ONE_FORM = str.maketrans(dict.fromkeys("‘’ʼ‛`´", "'") | dict.fromkeys("‐‒–", "-"))

MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f"  # accents, and what voices narrow katakana
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
HIRAGANA = "\u3041-\u309f"
# What no composition changes and NFKC leaves alone, if no mark follows.
PLAIN = (
    "\x00-\x7fÀ-ÖØ-öø-ÿА-яё\u2013\u2014\u2018\u2019\u201c\u201d\u3001\u3002"
    "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3"
)
CLUSTER = re.compile(rf"[{PLAIN}]+(?![{MARKS}])|.[{MARKS}]*", re.DOTALL)
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
WORD = re.compile(
    rf"""
    (?:https?://|www\.)[!-~]+                          # an address, whole: it names no one
  | \d+(?:[.,]\d+)*(?![^\W_])                          # a number: 5, 6.5, 220,000
  | [{HAN}{HANGUL}{HIRAGANA}]                          # scripts that set no spaces, one by one
  | [{KATAKANA}]+                                      # katakana runs are words: メタ, メタバース
  | (?:(?![{HAN}{HANGUL}{HIRAGANA}{KATAKANA}])[^\W_])+ # a word of any other script
  | [^\s]                                              # a sign
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text as words: as written, folded, and where each stands in the original.

    `openers` are the places of words that open a line with no small letter.
    """

    words: Words
    folded: Words
    spans: tuple[tuple[int, int], ...]
    openers: frozenset[int] = frozenset()

    def at(self, place: int) -> str:
        """The folded word at a place, empty beyond either end."""
        return self.folded[place] if 0 <= place < len(self.folded) else ""

    def glued(self, place: int) -> bool:
        """Whether a word follows the one before it without a space."""
        return 0 < place < len(self.spans) and self.spans[place - 1][1] == self.spans[place][0]


def cut_words(text: str) -> Page:
    """Cut a text into words."""
    plain, starts, ends = _plain(text)
    found = [(match[0], *match.span()) for match in WORD.finditer(plain)]
    words = tuple(word for word, _, _ in found)
    breaks = [match.start() for match in re.finditer("\n", plain)]
    opening = {bisect_left(found, line, key=itemgetter(1)) for line in breaks}
    return Page(
        words=words,
        folded=tuple(map(str.casefold, words)),
        spans=tuple((starts[start], ends[end - 1]) for _, start, end in found),
        openers=frozenset(p for p in opening if p < len(words) and not words[p][0].islower()),
    )


def _plain(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """A text in one form (NFKC, straight quotes, nothing invisible) and where each letter was."""
    if text.isascii():
        return text, range(len(text)), range(1, len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in CLUSTER.finditer(text):
        start, end = cluster.span()
        form = _one_form(cluster[0])
        as_long = len(form) == end - start
        letters.append(form)
        starts.extend(range(start, end) if as_long else [start] * len(form))
        ends.extend(range(start + 1, end + 1) if as_long else [end] * len(form))
    return "".join(letters), starts, ends


def _one_form(cluster: str) -> str:
    """One character in the form names are compared in; empty for what is not to be seen."""
    if cluster[0] in TRADE_MARKS or unicodedata.category(cluster[0]) == "Cf":
        return ""
    return unicodedata.normalize("NFKC", cluster.translate(ONE_FORM)).translate(ONE_FORM)


def only_words(folded: Words) -> Words:
    """The words without the signs between them, so that "data-centre" is "data centre"."""
    return tuple(word for word in folded if word[0].isalnum())


def find_phrases(words: Words, phrases: Collection[Words]) -> frozenset[Words]:
    """Which of some phrases stand anywhere among words."""
    sizes = {len(phrase) for phrase in phrases}
    return frozenset(
        phrase
        for size in sizes
        for start in range(len(words) - size + 1)
        if (phrase := words[start : start + size]) in phrases
    )


# The letters `re.IGNORECASE` takes for an i, s or k.
_ODD_LETTERS = str.maketrans("İıſ\u212a", "iisk")
_ODD_LETTER = re.compile("[İıſ\u212a]")


def fold(text: str) -> str:
    """Lower case, letter for letter: where a lower-case pattern is many times as quick.

    It finds at the same places what `re.IGNORECASE` would in the text itself.
    """
    if not text.isascii() and _ODD_LETTER.search(text):
        text = text.translate(_ODD_LETTERS)
    return text.lower()


_CLAUSES = ("[^.;:]", "[^.;]")
_MONEY_SIGN = "[$€£]"


@cache
def pattern_of(row: str) -> re.Pattern[str]:
    """The pattern of a row in a table, compiled when first needed.

    Importing the readers takes half the time so, and many a process reads no entry at all.
    "[^.;:]" and "[^.;]", which keep to one clause, pass the point of "$2.15 billion", and "[$€£]"
    is any dollar's sign too: "us$5bn".

    >>> pattern_of("raises [^.;]{1,20} for").search("raises $2.15 billion for") is not None
    True
    """
    for clause in _CLAUSES:
        row = row.replace(clause, rf"(?:{clause}|\.(?=[0-9]))")
    return re.compile(factored(row).replace(_MONEY_SIGN, rf"(?:(?:us|[acs]|hk|nt)?{_MONEY_SIGN})"))


# --- one form ---------------------------------------------------------------------------------

# One character for one, so that offsets stay true. The letters are those which `re.IGNORECASE`
# takes for an i, k or s although no table knows them.
_ODD = {
    " ": "\t\u00a0\u2007\u2009\u202f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    "'": "’‘ʼ",
    "~": "～〜",
    **dict(zip("¥£₩IisK", "￥￡￦İıſ\u212a", strict=True)),
}
# Full-width forms, but for the comma: in Chinese it ends a clause.
_FULL_WIDTH = {
    chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E) if chr(code) != "\uff0c"
}
_STRAIGHT = str.maketrans(
    _FULL_WIDTH | {odd: plain for plain, odds in _ODD.items() for odd in odds}
)
_HARD_SPACE_IN_NUMBER = re.compile(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")


def straighten(text: str) -> str:
    """Return `text` with plain spaces, hyphens, quotes and digits, character for character."""
    if text.isascii():
        return text.replace("\t", " ")
    return _HARD_SPACE_IN_NUMBER.sub("'", text).translate(_STRAIGHT)


# --- where to look ------------------------------------------------------------------------------

ASCII_RUN = re.compile(r"[A-Za-z]+")
_FIRST_RUN = re.compile(r"[a-z]*")


def first_runs(words: Iterable[str]) -> frozenset[str]:
    """The ASCII letters each word begins with, lower-case, for `find_starts`."""
    return frozenset(run for word in words if (run := _FIRST_RUN.match(word.lower())[0]))  # type: ignore[index]


def first_signs(words: Iterable[str]) -> str:
    """The first character of each word that begins with no ASCII letter, once."""
    return "".join(dict.fromkeys(word[0] for word in words if not ASCII_RUN.match(word)))


def find_starts(
    text: str, signs: re.Pattern[str], runs: Container[str], exact: Container[str] = ()
) -> list[int]:
    """Where a pattern may match at all: at a sign, or at a word that begins with one of some runs.

    Trying a long pattern at these few places finds what searching with it would, in a tenth of
    the time, so long as every match begins at one of them.

    Args:
        text: the text to look at.
        signs: what matches the first character of any match that begins with no ASCII letter.
        runs: the lower-case runs of ASCII letters a match may begin with.
        exact: the same in exactly this case.
    """
    places = [sign.start() for sign in signs.finditer(text)]
    places += [
        run.start() for run in ASCII_RUN.finditer(text) if run[0] in exact or run[0].lower() in runs
    ]
    return sorted(places)


def find_matches(
    text: str, pattern: re.Pattern[str], starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """The matches a pattern has at the given places, in order; none overlaps another."""
    offset = 0
    for place in starts:
        if place >= offset and (found := pattern.match(text, place)):
            yield found
            offset = found.end()
