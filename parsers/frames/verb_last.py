"""Read verbs that end their clause, as those of German and Dutch do."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.frames.dealing import Found
from parsers.frames.scene import Group, Scene
from parsers.frames.words import PREPOSITIONS
from parsers.words import pattern_of

# The auxiliary that opens a clause, and the form of the verb that ends it.
_BRACKET: Final = re.compile(
    r"(?<!\w)(?:wird|werden|will|wollen|soll|sollen|kann|könnte|hat|haben|gaat|gaan|zal|zullen"
    r"|heeft|hebben|moet|mag)(?!\w)"
)
_INFINITE: Final = re.compile(
    r"\w+(?:en|ln|rn|iert)|(?:ge|ein|be|ver)\w+(?:[td]|en)|zur verfügung .*"
)
_CLOSE: Final = 24
_GIVEN: Final = frozenset({"an", "für", "aan", "voor"})
_NEXT: Final = 32
# Who has it done, and before whom that does it.
_LETS_DO: Final = r"(?<!\w)(?:l[äa]sst|lassen|lie(?:ß|ss)|laat|laten|liet)(?!\w)"
_DONE_BY: Final = frozenset({"von", "durch", "door", "bei", "bij"})
# The auxiliary of a passive, who does it, and for whom.
_IS_DONE: Final = r"(?<!\w)(?:wird|werden|wurden?|worden|wordt|werd)(?!\w)"
_DOERS: Final = frozenset({"von", "vom", "durch", "door"})
_FEW: Final = r" (?:[\w-]+ ){0,3}"
# Who gives, or is given to, where that opens a sentence.
_FRONTED: Final = {
    "buy": frozenset({"von", "vom", "bei", "beim", "van", "bij"}),
    "lease": frozenset({"von", "vom", "bei", "beim", "van", "bij"}),
    "sell": frozenset({"an", "aan", "für", "voor", "mit", "met"}),
}


def is_infinite(words: str) -> bool:
    """Whether a verb has the form of an infinitive or participle of German or Dutch."""
    return _INFINITE.fullmatch(words) is not None


def stands_last(scene: Scene, found: Found, free: Sequence[Group]) -> bool:
    """Whether a verb ends a clause whose auxiliary stands by the subject, two before it.

    "CoreWeave wird OpenAI mit Rechenleistung versorgen": the first of the two acts.
    """
    few = 2
    if len(free) < few or not is_infinite(found.words) or scene.within(found.end):
        return False
    start = max(0, free[0].start - _CLOSE)
    return _BRACKET.search(scene.folded, start, free[1].start) is not None


def taker_before(scene: Scene, found: Found, before: Sequence[Group]) -> Group | None:
    """Who is given something, before a verb that ends its clause: "an xAI zu vermieten"."""
    if found.kind != "sell" or not is_infinite(found.words) or not before:
        return None
    is_given = before[-1].preposition in _GIVEN and not scene.within(found.end)
    return before[-1] if is_given else None


def object_before(found: Found, before: Sequence[Group]) -> Group | None:
    """What is bought, before a verb that ends its clause: "um Nvidia-Chips zu kaufen"."""
    if found.kind not in {"buy", "lease"} or not is_infinite(found.words) or not before:
        return None
    is_close = found.start - before[-1].end < _NEXT
    return before[-1] if before[-1].is_product and is_close else None


def fronted(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> tuple[Group, Group] | None:
    """Who acts and who is acted on, where the latter opens the sentence: "Von Nebius mietet X"."""
    if len(before) != 1 or not after or before[0].preposition not in _FRONTED.get(found.kind, ()):
        return None
    gaps = ((before[0].end, found.start), (found.end, after[0].start))
    words = scene.folded[gaps[0][1] - 1 : gaps[1][1]].split()
    is_next = all(pattern_of(_FEW).fullmatch(scene.folded, *gap) for gap in gaps)
    is_free = PREPOSITIONS.isdisjoint(words) and not scene.folded.startswith("-", after[0].end)
    return (after[0], before[0]) if is_next and is_free else None


def has_it_built(
    scene: Scene, found: Found, before: Sequence[Group], after: Sequence[Group]
) -> tuple[Group, Group] | None:
    """Who builds and for whom: "SAP lässt … von Eviden bauen", "KPN laat … bouwen door HPE"."""
    if found.kind != "build" or not is_infinite(found.words) or not before:
        return None
    client = before[0]
    if not pattern_of(_LETS_DO).search(scene.folded, client.end, found.start):
        return None
    others = (*before[1:], *after[:1])
    builder = next((one for one in others if one.preposition in _DONE_BY), None)
    return (builder, client) if builder and not builder.is_product else None


def built_by(scene: Scene, found: Found, before: Sequence[Group]) -> tuple[Group, Group] | None:
    """Who builds and for whom in a passive: "Door BAM wordt voor Google een hal gebouwd"."""
    if found.kind != "build" or not is_infinite(found.words) or scene.within(found.end):
        return None
    builder = next((group for group in before if group.preposition in _DOERS), None)
    client = next((group for group in before if group.preposition in _GIVEN), None)
    if builder is None or client is None or builder.is_product:
        return None
    is_done = pattern_of(_IS_DONE).search(scene.folded, 0, found.start) is not None
    return (builder, client) if is_done else None
