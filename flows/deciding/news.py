"""Find what is materially new in a deal against what it was before.

Another publisher, other words, another currency of the same sum, a sum split into tranches and
rounding are no news.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from flows.deciding.news_legs import find_leg_news
from flows.deciding.news_words import NEWS_KINDS, News, NewsKind
from flows.deciding.origins import find_rank
from flows.wording import status_words
from parsers.status import ENDINGS, is_firmer
from parsers.types import Deal, Figure

# What makes wrong what somebody was told, who therefore has to hear of it.
RETRACTIONS: Final[frozenset[NewsKind]] = frozenset(
    {"ended", "revived", "weaker", "corrected", "contradicted", "lowered"}
)
MOST_SENTENCES: Final = 6
# Feeds bring texts of one day in any order.
_LATE: Final = timedelta(days=1)


def find_news(before: Deal, after: Deal) -> tuple[News, ...]:
    """What is new, the most important first; empty for what was only told once more."""
    found = (
        *_find_status_news(before, after),
        *find_leg_news(before, after),
        *_find_contradictions(before, after),
        *_find_settled(before, after),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda news: NEWS_KINDS.index(news.kind)))


def render_news(news: Sequence[News]) -> tuple[str, ...]:
    """The sentences of a message: at most six, the last of which counts those left out."""
    told = tuple(one.sentence for one in news)
    if len(told) <= MOST_SENTENCES:
        return told
    return (*told[: MOST_SENTENCES - 1], f"and {len(told) - MOST_SENTENCES + 1} more changes")


def retracts(news: Sequence[News]) -> bool:
    """Whether any of it makes wrong what was told before."""
    return any(one.kind in RETRACTIONS for one in news)


def is_late_status(before: Deal, after: Deal) -> bool:
    """Whether a status moved only because a text came in that is older than the one before.

    What it tells was overtaken when the deal was told.
    """
    if after.status == before.status or not (before.status_history and after.status_history):
        return False
    return after.status_history[-1].at < before.status_history[-1].at - _LATE


def _find_status_news(before: Deal, after: Deal) -> Iterator[News]:
    if after.status == before.status or is_late_status(before, after):
        return
    sentence = f"now {status_words(after.status)}, was {status_words(before.status)}"
    yield News(kind=_kind_of_step(before, after), sentence=sentence)


def _kind_of_step(before: Deal, after: Deal) -> NewsKind:
    if after.status in ENDINGS:
        return "ended"
    if before.status in ENDINGS:
        return "revived"
    return "firmer" if is_firmer(after.status, before.status) else "weaker"


def _find_contradictions(before: Deal, after: Deal) -> Iterator[News]:
    """Figures that do not fit, by a source nearer to the deal than all that told it before.

    One that was a leg's before is told of there: that leg has another now.
    """
    nearest = min(map(find_rank, before.publishers), default=0)
    told = {leg.as_stated for leg in before.legs}
    for figure in after.conflicts:
        if figure.as_stated in told or _is_among(figure, before.conflicts):
            continue
        if find_rank(figure.publisher) < nearest:
            sentence = f"{figure.publisher} contradicts: “{figure.as_stated}”; {figure.because}"
            yield News(kind="contradicted", sentence=sentence)


def _find_settled(before: Deal, after: Deal) -> Iterator[News]:
    """Figures that did not fit, and are explained now."""
    for figure in after.figures:
        if _is_among(figure, before.conflicts):
            said = f"{figure.publisher or 'a source'}'s “{figure.as_stated}”: {figure.because}"
            yield News(kind="settled", sentence=f"settled: {said}")


def _is_among(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether the same publisher's same words are among these, whatever was made of them."""
    names = ((one.publisher, one.as_stated) for one in others)
    return (figure.publisher, figure.as_stated) in names
