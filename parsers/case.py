"""What a verdict is given on: the words of a text, who does what in it, and what they live on."""

import re
from dataclasses import dataclass
from typing import Final

from parsers.types import Party, Role
from parsers.words import fold, pattern_of

# A lead tells its news in its first sentence or two.
NEWS: Final = 240
# What goes on beyond was made to keep us busy.
_MOST_TITLE: Final = 500
_MOST_LEAD: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Trades:
    """The companies of a list by what they live on.

    Attributes:
        hosts: who sells nothing but compute: a contract with one is about it.
        sellers: who sells compute at all, empty where that is not known: what others have with
            a lab is compute only if the text says so.
        labs: who trains models: what they contract for is compute, if it is that much.
        utilities: who sells power: a contract with one alone is about that.
    """

    hosts: frozenset[str] = frozenset()
    sellers: frozenset[str] = frozenset()
    labs: frozenset[str] = frozenset()
    utilities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text to decide on.

    Attributes:
        head: its own headline, folded.
        opening: its first sentences, folded.
        titled: companies named in the title.
        parties: who was found to do what; see `parsers.parties`.
        trades: what the companies of the list live on.
    """

    head: str
    opening: str
    titled: tuple[str, ...]
    parties: tuple[Party, ...]
    trades: Trades

    @property
    def news(self) -> str:
        """The first words of the opening, in which news is told."""
        return self.opening[:NEWS]

    @property
    def whole(self) -> str:
        """Headline and opening."""
        return f"{self.head}\n{self.opening}"

    @property
    def sides(self) -> frozenset[str]:
        """The companies that do something."""
        return frozenset(party.company for party in self.parties)

    @property
    def roles(self) -> frozenset[Role]:
        """What the companies do."""
        return frozenset(party.role for party in self.parties)

    def acting(self, *roles: Role) -> frozenset[str]:
        """The companies that do one of these."""
        return frozenset(party.company for party in self.parties if party.role in roles)

    def in_head(self, pattern: str) -> re.Match[str] | None:
        """Where the headline has a pattern."""
        return pattern_of(pattern).search(self.head)


def plain(title: str, lead: str) -> tuple[str, str]:
    """A headline and the first sentences behind it as patterns want them: folded, cut to size."""
    return _plain(title[:_MOST_TITLE]), _plain(lead[:_MOST_LEAD])


def _plain(text: str) -> str:
    return fold(text).replace("_", " ")  # as some write "大型_compute契約"
