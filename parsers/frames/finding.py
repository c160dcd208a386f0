"""Find who does what to whom in a sentence: verbs of buying, selling, investing, lending, building.

A frame is a verb (or a noun of dealing) with the companies on its two sides. The tables are in
`words`, the grammar of verbs in `verbs`, nouns in `nouns`; who is named only
in passing is set aside first (`asides`).
"""

from collections.abc import Sequence
from typing import Final

from parsers.frames.asides import find_asides, without
from parsers.frames.backing import BACKS
from parsers.frames.cjk import find_cjk_frames
from parsers.frames.dealing import find_words
from parsers.frames.equity import share_takers, with_equity_of_deal
from parsers.frames.frame import Frame, FrameKind
from parsers.frames.guarantees import find_guarantees, without_overtaken
from parsers.frames.guarantees_abroad import find_guarantees_abroad
from parsers.frames.nouns import find_noun_frames
from parsers.frames.nouns_europe import find_european_frames
from parsers.frames.retreats import find_retreats
from parsers.frames.scene import build_scene
from parsers.frames.sites import find_site_frames
from parsers.frames.turkish import find_turkish_frames, is_turkish
from parsers.frames.verbs import find_verb_frame
from parsers.types import Mention
from parsers.words import HAN, HANGUL, HIRAGANA, KATAKANA, fold, pattern_of

__all__ = ["Frame", "FrameKind", "find_frames"]

_CJK: Final = rf"[{HAN}{HANGUL}{HIRAGANA}{KATAKANA}]"
_LATIN: Final = r"[A-Za-zÀ-žА-я]"


def find_frames(sentence: str, mentions: Sequence[Mention]) -> tuple[Frame, ...]:
    """The frames of one sentence, in order; `mentions` carry offsets into that sentence.

    >>> from parsers.types import Mention
    >>> meta = Mention(company="Meta", text="Meta", kind="name", start=0, end=4)
    >>> amd = Mention(company="AMD", text="AMD", kind="name", start=20, end=23)
    >>> frame, = find_frames("Meta buys chips from AMD", (meta, amd))
    >>> frame.kind, frame.subjects, frame.objects
    ('buy', ('Meta',), ('AMD',))
    """
    ordered = sorted(mentions, key=lambda mention: mention.start)
    if not sentence.isascii() and _is_cjk(sentence, ordered):
        told = find_guarantees_abroad(fold(sentence), ordered)
        told = without_overtaken(list(find_cjk_frames(sentence, ordered)), told)
        return tuple(with_equity_of_deal(fold(sentence), told))
    folded = fold(sentence)
    if not sentence.isascii() and is_turkish(sentence, folded):
        return find_turkish_frames(folded, ordered)
    asides = find_asides(folded, ordered)
    sides = without(ordered, asides)
    scene = build_scene(folded, sides)
    # "Nvidia Backed Volta" has no verb.
    shaping = {mention.end + 1 for mention in ordered if mention.start in asides}
    words = (
        w for w in find_words(folded, ordered) if w.words not in BACKS or w.start not in shaping
    )
    frames = [find_verb_frame(scene, found) for found in words]
    frames += find_noun_frames(scene)
    frames += find_european_frames(scene)
    frames += find_site_frames(scene)
    stands_in = [*find_guarantees(scene)] or find_guarantees_abroad(folded, sides)
    frames = without_overtaken(frames, stands_in)
    told = share_takers(folded, [frame for frame in frames if frame.subjects or frame.objects])
    told = with_equity_of_deal(folded, told)
    retreats = [*find_retreats(folded, ordered)]
    told += retreats
    # "Keel, formerly Bitfarms, wins a tenant"
    sided = {mention.company for mention in sides}
    sided |= {name for frame in retreats for name in (*frame.subjects, *frame.objects)}
    passing = [_aside(m) for m in ordered if m.start in asides and m.company not in sided]
    return tuple(sorted((*told, *passing), key=lambda frame: frame.start))


def _is_cjk(sentence: str, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence is Chinese, Japanese or Korean: at least a third, names of ours aside."""
    bounds = [0, *(place for m in mentions for place in (m.start, m.end)), len(sentence)]
    rest = "".join(
        sentence[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    )
    return 2 * len(pattern_of(_CJK).findall(sentence)) > len(pattern_of(_LATIN).findall(rest))


def _aside(mention: Mention) -> Frame:
    return Frame(
        kind="aside",
        verb="",
        subjects=(mention.company,),
        objects=(),
        start=mention.start,
        end=mention.start,
    )
