"""Lay a sentence out: its verbs of dealing, and its companies in groups with their prepositions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parsers.frames.asides import backs_deal
from parsers.frames.dealing import WORD, verb_words
from parsers.frames.gaps import LIST_GAP, TICKER_GAP, TOLD_OF_GAP
from parsers.frames.products import is_product
from parsers.frames.words import (
    DEAL_NOUNS,
    ENDS,
    GOODS,
    NOUN_OR_VERB,
    PREPOSITIONS,
)
from parsers.types import Mention
from parsers.words import pattern_of

NEAR: Final = 70
_ENDS: Final = rf"(?<!\w)(?:{ENDS})(?!\w)"
# Another clause begins: what it names is not this verb's object.
_BARRIER: Final = (
    r";|:\s|\s[–—]\s|[—]|(?:,|\s(?:and|&))\s(?:and\s)?(?:also\s|then\s|has\s|have\s)?(?=(?:signs?"
    r"|signed|inks?|inked|lands?|landed|wins?|won|enters?|entered|strikes?|struck|announces|secures"
    r"|leases|rents|said|says|added|noted)(?!\w))|(?<!\w)(?:while|whereas|after|because|amid|but|although|though"
    r"|rather than|instead of|ahead of|following|despite|since|when|before|unless|even as|just as"
    r"|as(?= (?:[\w.&’'-]+ ){1,2}(?:eyes|weighs|mulls|considers|explores|seeks|acquires?d?)(?!\w))"
    r"|mientras|tras|después|aunque|während|nachdem|weil|tandis|après|alors|terwijl|nadat|enquanto"
    r"|após|mentre|dopo)(?!\w)|,\s(?=(?:pre-?)?leased to )|(?<!\w)(?:in|under|through"
    r"|by) which(?!\w)"
)
# "with OpenAI set to take a stake": the company acts, whatever stands before it.
_ABSOLUTE: Final = (
    r"\s(?:(?:potentially|likely|also|now|then|reportedly)\s)?(?:set|expected|due|slated|poised"
    r"|(?!including|computing|during|following|hosting|using|backing|financing"
    r"|funding)[a-z]{3,}ing)(?!\w)|\s(?:potentially|likely|also|now|reportedly)\s(?:backing"
    r"|financing|funding)(?!\w)"
)
# A clause of its own: "…, and AMD will supply chips", "…, with Google backing the lease".
_CLAUSE_LEAD: Final = r"(?:,|\sand|,\sand)\s(?:the\s|chip ?maker\s)?$"
_ACTS: Final = (
    r"\s(?:will|would|has|have|had|is|are|was|plans?|may|can|could|also|signs?|takes?|leases?"
    r"|rents?|commits?|joins?|becomes?|supplies|provides|lends?)\s"
)
_IS_TO: Final = r"\s(?:to|will|would) (?:guarantee|backstop|lend|finance|fund|back|build|supply)"
_TAKES: Final = r"\s(?:takes|gets|gains|buys|acquires|receives|holds|owns|puts|earns)\s"
_ACTING: Final = (
    r"\s(?:(?!including|during|following|computing)[a-z]{3,}ing|(?:roped|brought) in as)\s"
)
_EXPLAINS: Final = r",\s(?:a|an|the|la|el|le|o|il|una?)\s[\w\s-]{2,30}\s(?:of|de|di)\s$"
_SPEAKS: Final = r" (?:ceo|cfo|coo|cto|chief|chair(?:man|woman)?|president|founder|spokes\w+)(?!\w)"
_ITS_DEAL: Final = (
    r"(?:['’]s)? (?:[\w-]+ ){0,3}?(?:deals?|leases?|contracts?|agreements?|orders?|sites?|campus"
    r"|data ?cent(?:er|re)s?)(?!\w)"
)
_SAID: Final = (
    r" (?:said|says|announced|reported|confirmed|disclosed|added)(?:$|[.,;]| (?:on|in|at|today))"
)
_MEANT_FOR: Final = r"(?<!\w)destin\w+ (?:al?|à|aos?|às|aux?|alla|all['’]) ?$"
_ABSOLUTE_OF: Final = frozenset({"with", "con", "mit", "avec", "met"})
# Before one of these Portuguese sets an article that looks like "to".
_ARTICLED: Final = frozenset({"com", "para", "por", "contra", "entre", "sobre", "junto"})
# "as Meta eyes leasing it" begins a clause, "as Meta" says what one is.
_ACTS_ALONE: Final = r" (?:eyes|weighs|mulls|considers|explores|seeks|acquires?d?)(?!\w)"
# What only completes a noun, and the articles: "de IA" says nothing on who stands behind it.
_COMPLEMENT: Final = frozenset({"de", "di", "do", "da", "des", "du", "del"})
_ARTICLES: Final = frozenset({"la", "el", "los", "las", "le", "les", "il", "lo", "o", "a", "os"})
_REACH: Final = 84
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

    def is_meant_for(self, group: Group) -> bool:
        """Whether what somebody buys goes to a company: "comprare Gpu da destinare a OpenAI"."""
        return pattern_of(_MEANT_FOR).search(self.lead(group.start)) is not None

    def tells(self, group: Group) -> bool:
        """Whether a company only says what stands before: "…, HPE said"."""
        is_behind = self.lead(group.start).endswith(", ")
        return is_behind and pattern_of(_SAID).match(self.folded, group.end) is not None

    def lead(self, place: int) -> str:
        """The words right before a place: looking back further would take time without end."""
        return self.folded[max(0, place - NEAR) : place]


def build_scene(folded: str, mentions: Sequence[Mention]) -> Scene:
    """A sentence laid out, with the companies that may be sides, in order."""
    return Scene(
        folded=folded,
        groups=find_groups(folded, mentions),
        has_goods=_names_goods(folded, mentions),
        is_ended=_stands_outside(_ENDS, folded, mentions),
        barriers=tuple(found.start() for found in pattern_of(_BARRIER).finditer(folded)),
    )


def _names_goods(folded: str, mentions: Sequence[Mention]) -> bool:
    """Whether goods are named outside of a company's own name: not by "GMI Cloud" alone.

    A brand says what its company sells: "partners with Google Cloud".
    """
    return _stands_outside(GOODS, folded, mentions)


def _stands_outside(row: str, folded: str, mentions: Sequence[Mention]) -> bool:
    """Whether a row matches outside of the names of companies: not in "Axe Compute" alone."""
    names = [m for m in mentions if m.kind in {"name", "unlisted"}]
    return any(
        not any(name.start <= found.start() < name.end for name in names)
        for found in pattern_of(row).finditer(folded)
    )


def find_groups(folded: str, mentions: Sequence[Mention]) -> tuple[Group, ...]:
    """The companies of a sentence in groups, in order."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _goes_on(folded, runs[-1], mention):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    plain = _without_of_names(folded, mentions)
    return tuple(_group(folded, run, plain) for run in runs)


def _without_of_names(folded: str, mentions: Sequence[Mention]) -> str:
    """The sentence with no preposition inside a name: "the Department of Energy hands X"."""
    for mention in mentions:
        name = folded[mention.start : mention.end]
        if " of " in name:
            folded = folded[: mention.start] + "x" * len(name) + folded[mention.end :]
    return folded


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
    # "used by Luma, Humain CEO Tareq Amin said", "for Meta and the Anthropic lease"
    is_else = (gap == ", " and pattern_of(_SPEAKS).match(folded, mention.end)) or (
        gap.endswith(" the ") and pattern_of(_ITS_DEAL).match(folded, mention.end)
    )
    return not (is_else or (is_clause and led))


def _acts_next(folded: str, place: int) -> bool:
    """Whether a verb of dealing stands right behind a company: "von TeraWulf, Google bürgt"."""
    if pattern_of(_TAKES).match(folded, place):
        return True
    word = pattern_of(WORD).match(folded, place + 1)
    return word is not None and word[0] in verb_words() and word[0] not in NOUN_OR_VERB


def _group(folded: str, run: Sequence[Mention], plain: str) -> Group:
    first, last = run[0], run[-1]
    preposition = _preposition(plain, first.start)
    if preposition in _ABSOLUTE_OF and pattern_of(_ABSOLUTE).match(folded, last.end):
        preposition = None
    if preposition == "as" and pattern_of(_ACTS_ALONE).match(folded, last.end):
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
_DUTCH: Final = r"(?<!\w)(?:het|een|van|voor|met|bij|naar|ook|zijn|wordt|gaat|huurt|bouwt)(?!\w)"
# Of Swedish, Danish and Norwegian, where "i" says "in" and "en" is an article.
_NORTHERN: Final = (
    r"(?<!\w)(?:och|og|att|för|från|på|ska|skal|åt|är|som|med|inte|ikke|mil[lj]i?arder|dollar i"
    r"|avtale?|aftale)(?!\w)"
)
_ENGLISH: Final = r"(?<!\w)(?:the|and|with|its|has|will|said|says|from|at|by|of|was|were)(?!\w)"


# What only shortens the words before it, "with artificial intelligence (AI) specialist Cerebras",
# or hangs on a trade: "con la empresa de computación en la nube Fluidstack".
_GLOSS: Final = (
    r"\((?:ai|ia|ki|ии|hpc|gpus?)\)"
    r"|(?:computaci[óo]n|servicios|computação|serviços|services|servizi) (?:en la nube|na nuvem"
    r"|dans le cloud|nel cloud)(?= )"
)


def _preposition(folded: str, place: int) -> str | None:
    """The preposition a company hangs on, but for a Dutch "en", which says "and"."""
    found = _found_preposition(folded, place)
    is_and = found == "en" and pattern_of(_DUTCH).search(folded) is not None
    return None if is_and else found


def _found_preposition(folded: str, place: int) -> str | None:  # noqa: C901, PLR0911 - one rule a line
    """The preposition a company hangs on: right before it, or before a few words that describe it.

    "with the Australian miner IREN": with. A verb or a noun of dealing in between cuts it off.
    """
    window = pattern_of(_GLOSS).sub("    ", folded[max(0, place - _REACH) : place])
    if re.search(r'[,;:()“”"]\s*$', window):
        return None
    words = [found[0] for found in pattern_of(WORD).finditer(window[_last_stop(window) :])]
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
        if _is_article(word, folded):
            nearest = nearest if word in {"a", "an"} else word
            continue
        if back and word == "ad":
            return held  # "with ad giant Google"; Italian says "ad Amazon"
        if word in _COMPLEMENT and nearest is not None and nearest not in _ARTICLES:
            held = held or word  # "con la startup italiana de inteligencia artificial iGenius"
            nearest = word
            continue
        if word in PREPOSITIONS and word != "and":
            return word if not (word == "to" and nearest in verb_words()) else held
        if back and (word in verb_words() or word in DEAL_NOUNS) and word != "backed":
            return held
        if word in {"and", "or", "that", "which", "who"}:
            return held
        nearest = word
    return held


def _is_article(word: str, folded: str) -> bool:
    """Whether a word that looks like a preposition is none in the language of its sentence.

    "At a Google site", where Spanish says "a Google"; "med en Nvidia-partner", where Spanish says
    "en Nvidia". Of Swedish "i" is "in", of Polish "and".
    """
    if word in {"a", "an"}:
        return pattern_of(_ENGLISH).search(folded) is not None
    if word not in {"i", "en"}:
        return False
    return (word == "en") == (pattern_of(_NORTHERN).search(folded) is not None)


def _last_stop(window: str) -> int:
    """Where the words after the last comma, colon, semicolon or bracket begin."""
    return max(window.rfind(sign) for sign in ',;:()“”"—–') + 1
