"""Read verbs that end their clause, as those of German and Dutch do."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.frames.dealing import Found
from parsers.frames.scene import Group, Scene

# The auxiliary that opens a clause, and the form of the verb that ends it.
_BRACKET: Final = re.compile(
    r"(?<!\w)(?:wird|werden|will|wollen|soll|sollen|kann|könnte|hat|haben|gaat|gaan|zal|zullen"
    r"|heeft|hebben|moet|mag)(?!\w)"
)
_INFINITE: Final = re.compile(r"\w+(?:en|ln|rn|iert)|(?:ge|ein|be|ver)\w+(?:t|en)|zur verfügung .*")
_CLOSE: Final = 24
_GIVEN: Final = frozenset({"an", "für", "aan", "voor"})
_NEXT: Final = 32


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
