"""Check the companies watch.toml names against the list that comes with Gigawatch."""

import difflib
from collections.abc import Iterable, Iterator, Sequence

from flows.settings import Settings, WatchedCompany
from parsers.errors import SettingsError
from parsers.types import Company


def check_watched(settings: Settings, builtin: Sequence[Company]) -> None:
    """Refuse a [[companies]] table that can only be a slip.

    Raises:
        SettingsError: a name that is another one's alias, or a sector that nobody knows.
    """
    owners = {_folded(way): one.name for one in builtin for way in (*one.aliases, *one.brands)}
    owners |= {_folded(one.name): one.name for one in builtin}
    sectors = sorted({one.sector for one in builtin} | {"other"})
    for number, watched in enumerate(settings.companies, 1):
        where = f"{settings.path}: number {number} of [[companies]]"
        owner = owners.get(_folded(watched.name), watched.name)
        if owner != watched.name:
            raise SettingsError(
                f'{where}: {watched.name!r} is a way to write {owner}; write name = "{owner}"'
            )
        if watched.sector not in sectors:
            raise SettingsError(
                f"{where}: {watched.name}: no sector is called {watched.sector!r}; "
                f"write one of {', '.join(sectors)}"
            )


def find_slips(settings: Settings, builtin: Sequence[Company]) -> tuple[str, ...]:
    """Names that are probably misspelt, a sentence each: they would match nothing, silently."""
    known = [one.name for one in builtin]
    return (*_watched_slips(settings, known), *_destination_slips(settings, known))


def _watched_slips(settings: Settings, known: Sequence[str]) -> Iterator[str]:
    """New companies that say nothing of themselves and look like one that is known."""
    for watched in settings.companies:
        near = _nearest(watched.name, known)
        if watched.name not in known and near and _says_nothing(watched):
            yield (
                f"[[companies]] {watched.name!r} is not in the list; did you mean {near}? "
                f"If it is another company, give it aliases"
            )


def _destination_slips(settings: Settings, known: Sequence[str]) -> Iterator[str]:
    """Companies of a destination's filter that no deal will ever name."""
    names = {*known, *(watched.name for watched in settings.companies)}
    for destination in settings.destinations:
        for name in destination.companies:
            if name not in names:
                near = _nearest(name, names)
                hint = f"did you mean {near}?" if near else "add it as a [[companies]] table"
                yield f"destination {destination.name}: {name!r} is not in the list; {hint}"


def _says_nothing(watched: WatchedCompany) -> bool:
    return not (watched.aliases or watched.brands or watched.tickers or watched.paraphrases)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    folded = {_folded(one): one for one in known}
    near = difflib.get_close_matches(_folded(name), folded, n=1, cutoff=0.8)
    return folded[near[0]] if near else None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
