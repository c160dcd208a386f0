"""Lay a sentence out: its verbs of dealing, and its companies in groups with their prepositions."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from parsers.frames.asides import backs_deal, is_product
from parsers.frames.frame import FrameKind
from parsers.frames.gaps import LIST_GAP, TICKER_GAP, TOLD_OF_GAP
from parsers.frames.words import (
    DEAL_NOUNS,
    DEAL_TAILS,
    ENDS,
    GOODS,
    NOUN_OR_VERB,
    PREPOSITIONS,
    SAYS_ELSE,
    SEPARABLE,
    TAKES_STAKE,
    VERBS,
)
from parsers.frames.words_europe import EUROPEAN_VERBS
from parsers.types import Mention
from parsers.words import pattern_of

NEAR: Final = 70
_ENDS: Final = rf"(?<!\w)(?:{ENDS})(?!\w)"
# Another clause begins: what it names is not this verb's object.
_BARRIER: Final = (
    r";|\s[–—]\s|[—]|(?:,|\s(?:and|&))\s(?:and\s)?(?:also\s|then\s|has\s|have\s)?"
    r"(?=(?:signs?|signed|inks?|inked|lands?|landed|wins?|won|enters?|entered|strikes?|struck"
    r"|announces|secures|leases|rents)(?!\w))"
    r"|(?<!\w)(?:while|whereas|after|because|amid|but|although|though|rather than"
    r"|instead of|ahead of|following|despite|since|when|before|unless|even as|just as"
    r"|as (?=it |they |its |the |he |she |ai |demand|race|infrastructure|companies|big tech)"
    r"|mientras|tras|después|aunque|während|nachdem|weil|tandis|après|alors|terwijl|nadat|enquanto"
    r"|após|mentre|dopo)(?!\w)"
    r"|,\s(?=(?:pre-?)?leased to )|(?<!\w)(?:in|under|through|by) which(?!\w)"
)
_WORD: Final = r"[^\W_]+(?:[-'’‑][^\W_]+)*"
# "with OpenAI set to take a stake": the company acts, whatever stands before it.
_ABSOLUTE: Final = (
    r"\s(?:(?:potentially|likely|also|now|then|reportedly)\s)?(?:set|expected|due|slated|poised"
    r"|(?!including|computing|during|following|hosting|using|backing|financing"
    r"|funding)[a-z]{3,}ing)(?!\w)"
    r"|\s(?:potentially|likely|also|now|reportedly)\s(?:backing|financing|funding)(?!\w)"
)
# A clause of its own: "…, and AMD will supply chips", "…, with Google backing the lease".
_CLAUSE_LEAD: Final = r"(?:,|\sand|,\sand)\s(?:the\s|chip ?maker\s)?$"
_ACTS: Final = (
    r"\s(?:will|would|has|have|had|is|are|was|plans?|may|can|could|also|signs?|takes?|leases?"
    r"|rents?"
    r"|commits?|joins?|becomes?|supplies|provides|lends?)\s"
)
_IS_TO: Final = r"\s(?:to|will|would) (?:guarantee|backstop|lend|finance|fund|back|build|supply)"
_ACTING: Final = r"\s(?!including|during|following|computing)[a-z]{3,}ing\s"
_EXPLAINS: Final = r",\s(?:a|an|the|la|el|le|o|il|una?)\s[\w\s-]{2,30}\s(?:of|de|di)\s$"
_SAID: Final = (
    r" (?:said|says|announced|reported|confirmed|disclosed|added)(?:$|[.,;]| (?:on|in|at|today))"
)
_MARKS: Final = frozenset({"sign", "signs"})
_ABSOLUTE_OF: Final = frozenset({"with", "con", "mit", "avec", "met"})
# Before one of these Portuguese sets an article that looks like "to".
_ARTICLED: Final = frozenset({"com", "para", "por", "contra", "entre", "sobre", "junto"})
# What only completes a noun, and the articles: "de IA" says nothing on who stands behind it.
_COMPLEMENT: Final = frozenset({"de", "di", "do", "da", "des", "du", "del"})
_ARTICLES: Final = frozenset({"la", "el", "los", "las", "le", "les", "il", "lo", "o", "a", "os"})
_REACH: Final = 84
_CLITIC: Final = r"(\w{3,}[aei]r)(?:les?|l[oa]s?|se|gli|ne)"
_TAIL_REACH: Final = 160
_DESCRIPTION: Final = 6  # words that may stand between a preposition and its company


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Companies listed side by side. `is_product`: named as the make of what is dealt in.

    `is_backer`: named as who stands behind a deal, "a Google-backed lease", and no side of it.
    """

    names: tuple[str, ...]
    start: int
    end: int
    preposition: str | None
    is_product: bool
    is_possessive: bool
    is_backer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence folded, with its companies in groups.

    `has_goods`: something is named whose giver and taker the supply chain tells; `is_ended`: a
    word of ending is; `barriers`: where another clause begins.
    """

    folded: str
    groups: tuple[Group, ...]
    has_goods: bool
    is_ended: bool
    barriers: tuple[int, ...]

    def within(self, place: int) -> list[Group]:
        """The groups between a place and the next clause."""
        index = bisect_left(self.barriers, place)
        limit = self.barriers[index] if index < len(self.barriers) else len(self.folded)
        return [group for group in self.groups if place <= group.start < limit]

    def before(self, place: int) -> list[Group]:
        """The groups that stand before a place."""
        return [group for group in self.groups if group.end <= place]

    def until_next_clause(self, after: Sequence[Group]) -> Sequence[Group]:
        """Of groups behind a verb those before one that acts itself: "and AMD will supply"."""
        for place, group in enumerate(after):
            lead = self.lead(group.start)
            acts = not group.is_product and pattern_of(_CLAUSE_LEAD).search(lead)
            if acts and pattern_of(_ACTS).match(self.folded, group.end):
                return after[:place]
            if lead.endswith(", with ") and pattern_of(_ACTING).match(self.folded, group.end):
                return after[:place]
        return after

    def explains(self, group: Group) -> bool:
        """Whether a company only explains what stands before: "en Azure, la nube de Microsoft,"."""
        is_apposed = pattern_of(_EXPLAINS).search(self.lead(group.start)) is not None
        return is_apposed and self.folded.startswith(",", group.end)

    def tells(self, group: Group) -> bool:
        """Whether a company only says what stands before: "…, HPE said"."""
        is_behind = self.lead(group.start).endswith(", ")
        return is_behind and pattern_of(_SAID).match(self.folded, group.end) is not None

    def lead(self, place: int) -> str:
        """The words right before a place: looking back further would take time without end."""
        return self.folded[max(0, place - NEAR) : place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A verb or noun of dealing in a sentence."""

    kind: FrameKind
    words: str
    start: int
    end: int
    is_noun: bool


def build_scene(folded: str, mentions: Sequence[Mention]) -> Scene:
    """A sentence laid out, with the companies that may be sides, in order."""
    return Scene(
        folded=folded,
        groups=find_groups(folded, mentions),
        has_goods=pattern_of(GOODS).search(folded) is not None,
        is_ended=pattern_of(_ENDS).search(folded) is not None,
        barriers=tuple(found.start() for found in pattern_of(_BARRIER).finditer(folded)),
    )


def find_groups(folded: str, mentions: Sequence[Mention]) -> tuple[Group, ...]:
    """The companies of a sentence in groups, in order."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _goes_on(folded, runs[-1], mention):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return tuple(_group(folded, run) for run in runs)


def _goes_on(folded: str, run: Sequence[Mention], mention: Mention) -> bool:
    """Whether a mention stands in a list with the run before it, or is its ticker."""
    last = run[-1]
    gap = folded[last.end : mention.start]
    if mention.company == last.company:
        return pattern_of(TICKER_GAP).fullmatch(gap) is not None
    if run[0].start == 0 and len(run) == 1 and pattern_of(TOLD_OF_GAP).fullmatch(gap):
        return True
    if is_product(folded, last.start, last.end) or pattern_of(LIST_GAP).fullmatch(gap) is None:
        return False
    # "invests in Anthropic, and Microsoft will", "for OpenAI, Nvidia to": another clause begins.
    is_clause = len(run) == 1 and re.fullmatch(r"\s*,\s*and\s*", gap) is not None
    acts = pattern_of(_IS_TO).match(folded, mention.end) or _acts_next(folded, mention.end)
    is_clause = is_clause or (gap == ", " and bool(acts))
    led = _preposition(folded, run[0].start)
    if led == "with" and folded.startswith(" to build", mention.end):
        return True  # "partners with Reliance, Tata to build"
    return not (is_clause and led)


def _acts_next(folded: str, place: int) -> bool:
    """Whether a verb of dealing stands right behind a company: "von TeraWulf, Google bürgt"."""
    word = pattern_of(_WORD).match(folded, place + 1)
    return word is not None and word[0] in _verb_words() and word[0] not in NOUN_OR_VERB


def _group(folded: str, run: Sequence[Mention]) -> Group:
    first, last = run[0], run[-1]
    preposition = _preposition(folded, first.start)
    if preposition in _ABSOLUTE_OF and pattern_of(_ABSOLUTE).match(folded, last.end):
        preposition = None
    return Group(
        names=tuple(dict.fromkeys(mention.company for mention in run)),
        start=first.start,
        end=last.end,
        preposition=preposition,
        is_product=is_product(folded, last.start, last.end),
        is_possessive=re.match(r"['’]s?\b", folded[last.end : last.end + 3]) is not None,
        is_backer=backs_deal(folded, first.start, last.end) is not None,
    )


# Words that no language has in which "a" stands for "to".
_ENGLISH: Final = r"(?<!\w)(?:the|and|with|its|has|will|said|says|from|at|by|of|was|were)(?!\w)"


def _preposition(folded: str, place: int) -> str | None:  # noqa: C901, PLR0911 - one rule a line
    """The preposition a company hangs on: right before it, or before a few words that describe it.

    "with the Australian miner IREN": with. A verb or a noun of dealing in between cuts it off.
    """
    window = folded[max(0, place - _REACH) : place]
    if re.search(r'[,;:()“”"]\s*$', window):
        return None
    words = [found[0] for found in pattern_of(_WORD).finditer(window[_last_stop(window) :])]
    if place > _REACH and len(words) > 1:
        words = words[1:]  # it may be cut
    nearest: str | None = None
    held: str | None = None
    for back, word in enumerate(reversed(words[-_DESCRIPTION - 1 :])):
        if word == "auprès":
            return "from"  # "auprès de Fluidstack"
        if word == "de" and words[-_DESCRIPTION - 1 :][-back - 2 : -back - 1] == ["auprès"]:
            continue
        if word == "a" and words[-back - 2 : -back - 1] and words[-back - 2] in _ARTICLED:
            continue  # Portuguese: "com a CoreWeave"
        if word in {"a", "an"} and pattern_of(_ENGLISH).search(folded):
            continue  # "at a Google site"; Spanish says "a Google"
        if back and word == "ad":
            return held  # "with ad giant Google"; Italian says "ad Amazon"
        if word in _COMPLEMENT and nearest is not None and nearest not in _ARTICLES:
            held = held or word  # "con la startup italiana de inteligencia artificial iGenius"
            nearest = word
            continue
        if word in PREPOSITIONS and word != "and":
            return word if not (word == "to" and nearest in _verb_words()) else held
        if back and (word in _verb_words() or word in DEAL_NOUNS) and word != "backed":
            return held
        if word in {"and", "or", "that", "which", "who"}:
            return held
        nearest = word
    return held


def _last_stop(window: str) -> int:
    """Where the words after the last comma, colon, semicolon or bracket begin."""
    return max(window.rfind(sign) for sign in ',;:()“”"—–') + 1


@cache
def _verb_words() -> frozenset[str]:
    """Every verb of dealing that is one word."""
    rows = (*VERBS, *EUROPEAN_VERBS)
    return frozenset(word for _, row in rows for word in row.split() if "_" not in word)


@cache
def _phrases() -> dict[str, tuple[tuple[str, FrameKind], ...]]:
    """Verbs by their first word, longest phrase first."""
    phrases: dict[str, dict[str, FrameKind]] = {}
    for kind, row in (*VERBS, *EUROPEAN_VERBS):
        for word in row.split():
            words = word.replace("_", " ")
            phrases.setdefault(words.split(maxsplit=1)[0], {}).setdefault(words, kind)
    return {
        first: tuple(sorted(rows.items(), key=lambda row: -len(row[0])))
        for first, rows in phrases.items()
    }


_MOVE: Final = ("mov", "shift", "switch", "migrat", "transfer")
_LOAD: Final = (
    r" (?:(?!from\b|to\b)[\w'’-]+ ){0,5}?(?:training|inference|workloads?"
    r"|computing) (?:over )?(?:on)?to(?= )"
)
_TAKE: Final = frozenset({"take", "takes", "took", "taking"})
_STAKE: Final = (
    r" (?:(?:an?|about|up to|nearly|another) ){0,2}(?:[$€£]?\d[\d.,]*\s?(?:%|percent|per cent|bn"
    r"|billion"
    r"|million|b|m)?[ -])?(?:equity |minority |strategic )?stake(?!\w)"
)
_OPTIONS: Final = ("option to ", "options to ", "right to ", "it to ", "chance to ")
_TAKEN: Final = (
    r" (?:up )?(?:(?:the|an?|about|another|up to|all|more than|half|of|its|their|over|entire|full"
    r"|remaining|initial|first) ){0,3}"
    r"(?:[\d.,]+ ?(?:mw|gw|megawatts?|gigawatts?|[gt]pus)|(?:[\w-]+ ){0,2}(?:capacity|data halls?))"
    r"(?!\w)"
)


def find_words(folded: str, mentions: Sequence[Mention]) -> Iterator[Found]:
    """Verbs and nouns of dealing, left to right, none inside a company's name."""
    phrases = _phrases()
    inside = iter(sorted(mentions, key=lambda mention: mention.start))
    mention = next(inside, None)
    end = 0
    for found in pattern_of(_WORD).finditer(folded):
        place, word = found.start(), found[0]
        while mention is not None and mention.end <= place:
            mention = next(inside, None)
        if place < end or (mention is not None and mention.start <= place):
            continue
        verb = _verb_at(folded, place, word, phrases)
        if verb is not None and pattern_of(SAYS_ELSE).match(folded, place):
            continue
        if verb is not None:
            yield verb
            end = verb.end
        elif (noun := _noun(word)) is not None:
            yield Found(kind="agree", words=noun, start=place, end=found.end(), is_noun=True)


def _verb_at(
    folded: str, place: int, word: str, phrases: dict[str, tuple[tuple[str, FrameKind], ...]]
) -> Found | None:
    for words, kind in phrases.get(word, ()) or phrases.get(word.split("'", 1)[0], ()):
        end = place + len(words)
        if words in _MARKS and folded.startswith(" of ", end):
            continue  # "a telling sign of trouble"
        if folded.startswith(words, place) and not folded[end : end + 1].isalnum():
            if folded[end : end + 1] == "-" and words != "co-sign":
                continue
            return Found(kind=kind, words=words, start=place, end=end, is_noun=False)
    return (
        _separable_at(folded, place, word)
        or _taking_at(folded, place, word)
        or _moving_at(folded, place, word)
        or _with_clitic(place, word, phrases)
    )


def _taking_at(folded: str, place: int, word: str) -> Found | None:
    """Taking, where it is a stake, capacity or space that is taken: "will take 245 MW"."""
    end = place + len(word)
    got = pattern_of(_STAKE).match(folded, end) if word in _TAKE else None
    if got and not folded.endswith(_OPTIONS, 0, place):
        return Found(kind="invest", words=TAKES_STAKE, start=place, end=got.end(), is_noun=False)
    if word not in _TAKE or pattern_of(_TAKEN).match(folded, end) is None:
        return None
    return Found(kind="lease", words=word, start=place, end=end, is_noun=False)


def _moving_at(folded: str, place: int, word: str) -> Found | None:
    """Moving what is computed to another's machines: "moves its model training to Nebius"."""
    load = pattern_of(_LOAD).match(folded, place + len(word)) if word.startswith(_MOVE) else None
    if load is None:
        return None
    return Found(kind="buy", words="move to", start=place, end=load.end(), is_noun=False)


def _with_clitic(
    place: int, word: str, phrases: dict[str, tuple[tuple[str, FrameKind], ...]]
) -> Found | None:
    """An infinitive of Spanish or Italian with a pronoun behind: "suministrarle", "fornirle"."""
    bare = pattern_of(_CLITIC).fullmatch(word)
    if bare is None:
        return None
    verbs = (verb for stem in (bare[1], f"{bare[1]}e") for verb in phrases.get(stem, ()))
    verb = next((verb for verb in verbs if " " not in verb[0]), None)
    if verb is None:
        return None
    return Found(kind=verb[1], words=verb[0], start=place, end=place + len(word), is_noun=False)


def _separable_at(folded: str, place: int, word: str) -> Found | None:
    """A verb whose meaning stands at the end of its clause: "stellt OpenAI … bereit"."""
    kind_and_tail = SEPARABLE.get(word)
    if kind_and_tail is None:
        return None
    kind, tail = kind_and_tail
    end = place + len(word)
    if re.search(rf"^[^.;:]*?(?<!\w)(?:{tail})(?!\w)", folded[end : end + _TAIL_REACH]) is None:
        return None
    return Found(kind=kind, words=word, start=place, end=end, is_noun=False)


def _noun(word: str) -> str | None:
    """A noun of dealing, also as the tail of a compound ("9.7-milliarden-deal")."""
    if word in DEAL_NOUNS:
        return word
    tail = word.rpartition("-")[2]
    if tail in DEAL_NOUNS:
        return tail
    return next((noun for noun in DEAL_TAILS if word.endswith(noun)), None)
