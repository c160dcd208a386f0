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
    TELLING_CLAUSE,
    TELLING_TAIL,
    deal_words,
    subject_words,
)
from parsers.deal_words_europe import NOT_THE_SUBJECT_EUROPE

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
# What a sentence says of its source, and what only describes a site: neither is its subject.
_BESIDE_SUBJECT = re.compile(
    r"""
    ,? \s (?: according \s to
          | (?: \S+ \s ){1,4} (?: said | says | announced | revealed | disclosed )
          (?: \s (?: today | on \s \S+ ) )? \s (?: in | on | via | through ) ) \s
      (?: \S+ \s ){0,4}
      (?: (?: press | news )? \s? releases? | statement | filings? | post | report | announcement
        | website | blog ) \b
  | \b (?: funded | financed | paid \s for ) \s (?: in \s part \s | partly \s )?
        (?: by | with | through ) \s [^,;:]*
  | \b (?: nuclear | geothermal | gas | solar | hydro | hydropower | wind | renewables? | battery
        | renewable \s energy | clean \s energy ) - (?: powered | fuell?ed | run | backed ) \b
    """,
    re.VERBOSE,
)
# A second clause that tells a deal: "buys land, signs a lease with AMD".
_TELLING_CLAUSE = re.compile(TELLING_CLAUSE)
# A site is launched by those who deal in it, a product by its maker.
_LAUNCHED_SITE = re.compile(
    r"\bstargate\b|\bdata[- ]?cent(?:er|re)s?\b|\bcampus\b|\bsuper(?:computer|cluster)s?\b"
    r"|\bai factor(?:y|ies)\b"
)
_MOVABLE: Final = frozenset({"a takeover", "a product launch", "power or gas supply"})
_OTHER_SUBJECTS = tuple(
    (why, weight, subject_words(*rows))
    for why, weight, *rows in (*NOT_THE_SUBJECT, *NOT_THE_SUBJECT_EUROPE)
)
# Whether a title has a word of any of them: most have none.
_ANY_SUBJECT = subject_words(
    "|".join(spaced for _, _, spaced, _ in (*NOT_THE_SUBJECT, *NOT_THE_SUBJECT_EUROPE)),
    "|".join(unspaced for _, _, _, unspaced in NOT_THE_SUBJECT),
)


def other_subjects(title: str, head: str) -> Iterator[tuple[str, str, Excuse]]:
    """What else a title is about, with the words that say so and what would excuse them."""
    if _ANY_SUBJECT.search(head) is None:
        return
    head = _BESIDE_SUBJECT.sub(lambda beside: " " * len(beside[0]), head)
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
    if why in _MOVABLE and _TELLING_CLAUSE.search(head, place):
        return True
    if place < len(headline.main):
        return False
    # Where no spaces are set, two clauses of a headline weigh more alike.
    telling = _DEAL_NOUN if _HAN_END.search(headline.main) else _ARRANGEMENT
    return telling.search(headline.main) is not None


def _excuse(why: str, weight: int, head: str, words: str) -> Excuse:
    telling = _ARRANGEMENT if why == _POLICY else _DEAL_NOUN
    is_site = why == _LAUNCH and (_POWER.search(head) or _LAUNCHED_SITE.search(head))
    # What is raised "after" a deal is not raised in it.
    told = cut_headline(head).main if why == FUNDING else head
    if weight < _STRONG and (is_site or telling.search(told)):
        return "two sides"
    return "equity" if why == FUNDING and not words.endswith("round") else "none"


def about(why: str, words: str) -> str:
    """The reason a text gives no deal: what it is about, in its own words."""
    return f"the title is about {why} (“{words}”)"
