"""Cut a text of any script into words, each with its place in the original.

Words come folded and in one form (NFKC, straight quotes, nothing invisible), so that names can be
compared; scripts that set no spaces are cut sign by sign.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Words = tuple[str, ...]

# Bare trade marks would become letters of the name under NFKC: Nvidia™ → NvidiaTM.
TRADE_MARKS = frozenset("™℠")
ONE_FORM = str.maketrans(dict.fromkeys("‘’ʼ‛`´", "'") | dict.fromkeys("‐‒–", "-"))

MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f"  # accents, and what voices narrow katakana
CLUSTER = re.compile(rf"[\x00-\x7f]+(?![{MARKS}])|.[{MARKS}]*", re.DOTALL)
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
HIRAGANA = "\u3041-\u309f"
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
    """A text as words: as written, folded, and where each stands in the original."""

    words: Words
    folded: Words
    spans: tuple[tuple[int, int], ...]
    needs: frozenset[Words]

    def at(self, place: int) -> str:
        """The folded word at a place, empty beyond either end."""
        return self.folded[place] if 0 <= place < len(self.folded) else ""

    def glued(self, place: int) -> bool:
        """Whether a word follows the one before it without a space."""
        return 0 < place < len(self.spans) and self.spans[place - 1][1] == self.spans[place][0]


def cut_words(text: str, needs: frozenset[Words] = frozenset()) -> Page:
    """Cut a text into words, and note which of the needed words it has."""
    plain, starts, ends = _plain(text)
    found = [(match[0], match.start(), match.end()) for match in WORD.finditer(plain)]
    folded = tuple(word.casefold() for word, _, _ in found)
    return Page(
        words=tuple(word for word, _, _ in found),
        folded=folded,
        spans=tuple((starts[start], ends[end - 1]) for _, start, end in found),
        needs=_needs_in(only_words(folded), needs),
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


def _needs_in(words: Words, needs: frozenset[Words]) -> frozenset[Words]:
    """Which of the needed words and phrases stand anywhere in the text."""
    sizes = {len(need) for need in needs}
    return frozenset(
        phrase
        for size in sizes
        for start in range(len(words) - size + 1)
        if (phrase := words[start : start + size]) in needs
    )
