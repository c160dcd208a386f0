"""Find the sentence that tells the news where a title only teases it.

"Lambda heads to Chicago || EdgeConneX is leasing the GPU cloud 23 MW in Elk Grove": the title says
neither what is dealt in nor with whom, the sentence behind it does.
"""

from collections.abc import Sequence
from typing import Final

from parsers.deal_words import ARRANGEMENT, COMPUTE, deal_words
from parsers.sentences import Sentence
from parsers.types import Mention, Party
from parsers.words import fold, pattern_of

_ARRANGEMENT = deal_words(ARRANGEMENT)
_COMPUTE = deal_words(COMPUTE)
# Only what stands right behind the title is its news.
_OPENING: Final = 2
_MOST: Final = 400
_SIDES: Final = 2
_MOST_SIDES: Final = 4  # of more it is a list
# What a sentence recalls, compares or lists is not what the title is about.
_RECALLS: Final = (
    r"\b(?:last (?:year|month|week|quarter|spring|summer|autumn|fall|winter|january|february|march"
    r"|april|may|june|july|august|september|october|november|december)|previously|earlier|already"
    r"|recently|in recent|meanwhile|separately|besides|elsewhere|in addition|also|has (?:long|been)"
    r"|had|have been|used to|whose|such as|including|for example|for instance|like"
    r"|ago|since|in 20[12]\d|months after|weeks after|days after|as part of|despite|although|while"
    r"|not only|more than any|one of|known for|best known|analysts?|investors?|shares?|stock"
    r"|revenue|quarter\w*|results|earnings|backlog|guidance)\b"
)

# Who is called by what it is, is the one company of the title.
_THE_SAME: Final = (
    r"(?:the (?:[\w-]+ ){0,2}?(?:start-?up|company|firm|lab|miner|provider|developer|group|maker"
    r"|unicorn|operator|giant)|it|they) (?:(?:just|will|has|have|now|also|recently|is) ){0,2}"
    r"(?:\w+ly )?(?:tap|sign|pick|chose|choos|select|rent|leas|buy|bought|agree|turn|struck|strik"
    r"|use|using|ink|land|secur|contract|order)"
)
# A title on money put into somebody, or into many things, is no teaser of a deal.
_MONEY_ALONE: Final = (
    r"\binvest\w*|\binver\w+|\bfund(?:s|ed|ing)?\b|\bventures?\b|\bbets?\b big|\bboom\b"
    r"|投资|投資|투자"
)
_TAKES: Final = frozenset({"buyer"})
_GIVES: Final = frozenset({"supplier", "developer", "financier"})


def has_two_sides(parties: Sequence[Party]) -> bool:
    """Whether one company is said to take, and another to give."""
    takers = {party.company for party in parties if party.role in _TAKES}
    givers = {party.company for party in parties if party.role in _GIVES}
    return bool(takers and givers - takers)


def find_teased(
    title: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Sentence | None:
    """The sentence behind a title that tells a deal the title does not; None where none does."""
    titled = {m.company for m in mentions if m.end <= len(title)}
    if pattern_of(_MONEY_ALONE).search(fold(title)):
        return None
    for sentence in sentences[1 : 1 + _OPENING]:
        named = {m.company for m in mentions if sentence.start <= m.start < sentence.end}
        folded = fold(sentence.text)
        if len(folded) > _MOST or pattern_of(_RECALLS).search(folded):
            return None
        if not _ARRANGEMENT.search(folded) or not _COMPUTE.search(folded):
            continue
        if _SIDES <= len(named | titled) <= _MOST_SIDES and (
            not titled
            or titled & named
            or len(named) >= _SIDES
            or (len(titled) == 1 and pattern_of(_THE_SAME).match(folded))
        ):
            return sentence
    return None
