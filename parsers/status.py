"""Tell how firm a deal is, and what a text does to it: open, widen, end, deny or recall it."""

import re
from typing import cast, get_args

from parsers.deal_words import BACKGROUND, EXPANSION, EXPANSION_OF_DEAL, STATUS
from parsers.types import Event, Status
from parsers.words import fold

# All patterns here are for folded text: that is ten times as quick as to ignore case.
_STATUS = tuple((cast("Status", name), re.compile(row)) for name, row in STATUS)
_EXPANSION = re.compile(EXPANSION)
_EXPANSION_OF_DEAL = re.compile(EXPANSION_OF_DEAL)
_BACKGROUND = re.compile(BACKGROUND)
_DENIAL = next(pattern for status, pattern in reversed(_STATUS) if status == "denied")
_EVENT_OF: dict[Status, Event] = {
    "denied": "denial",
    "cancelled": "cancelled",
    "cut": "cancelled",
    "talks": "rumour",
    "rumour": "rumour",
}
# The order in which a deal becomes firm; what ends it stands outside the ladder.
LADDER: tuple[Status, ...] = ("rumour", "talks", "loi", "announced", "contracted", "operating")
ENDINGS: frozenset[Status] = frozenset({"cut", "cancelled", "denied"})


def find_status(title: str, lead: str) -> Status:
    """The status a text reports: its title decides, its first sentences where that is silent.

    >>> find_status("OpenAI in talks to lease a campus", "")
    'talks'
    >>> find_status("Meta signs with Google", "")
    'announced'
    """
    for text in map(fold, (title, lead)):
        found = [status for status, pattern in _STATUS if pattern.search(text)]
        if "denied" in found and {"cancelled", "cut"} & set(found):
            return "announced"  # what is denied is the end
        if found:
            return found[0]
    return "announced"


def find_event(title: str, lead: str, status: Status) -> Event:
    """What the text does to the deal it tells of; endings and rumours outrank the rest."""
    if status in _EVENT_OF:
        return _EVENT_OF[status]
    if status == "announced" and _DENIAL.search(fold(f"{title}\n{lead}")):
        return "denial"
    if _BACKGROUND.search(fold(title)) or status == "operating":
        return "background"
    if _EXPANSION.search(fold(title)) or _EXPANSION_OF_DEAL.search(fold(lead)):
        return "expansion"
    return "new"


def is_firmer(new: Status, old: Status) -> bool:
    """Whether `new` stands higher on the ladder; an ending is never firmer than anything.

    >>> is_firmer("contracted", "talks"), is_firmer("rumour", "announced")
    (True, False)
    """
    if new in ENDINGS or old in ENDINGS:
        return False
    return LADDER.index(new) > LADDER.index(old)


assert set(get_args(Status)) == set(LADDER) | ENDINGS  # noqa: S101 - a status added in types must be ranked here
