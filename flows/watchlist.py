"""Check the companies watch.toml names against the list that comes with Gigawatch."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from flows.deciding.filters import find_mention_refusal
from flows.settings import Destination, Settings, WatchedCompany
from parsers.errors import SettingsError
from parsers.types import Company

# No deal comes near the first; a sum below the second was meant in millions or billions.
_MOST_GIGAWATTS: Final = Decimal(200)
_LEAST_DOLLARS: Final = Decimal(10_000)
_MOST_DOLLARS: Final = Decimal(10**13)
_LISTED: Final = ("companies", "tags", "statuses", "kinds")


def check_watched(settings: Settings, builtin: Sequence[Company]) -> None:
    """Refuse a [[companies]] table that can only be a slip.

    Raises:
        SettingsError: a name that is another one's alias, or a sector that nobody knows.
    """
    owners = {
        _folded(way): one.name
        for one in builtin
        for way in (*one.aliases, *one.known_as, *one.brands)
    }
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
    """What is probably a slip, a sentence each: it would match nothing, or everything, silently."""
    known = [one.name for one in builtin]
    return (
        *_watched_slips(settings, known),
        *_unheard_slips(settings),
        *(
            f"destination {one.name}: {slip}"
            for one in settings.destinations
            for slip in _destination_slips(one, settings, known)
        ),
    )


def _watched_slips(settings: Settings, known: Sequence[str]) -> Iterator[str]:
    """New companies that say nothing of themselves and look like one that is known."""
    for watched in settings.companies:
        near = _nearest(watched.name, known)
        if watched.name not in known and near and _says_nothing(watched):
            yield (
                f"[[companies]] {watched.name!r} is not in the list; did you mean {near}? "
                f"If it is another company, give it aliases"
            )


def _unheard_slips(settings: Settings) -> Iterator[str]:
    """Companies that are watched, but of which no destination will ever hear."""
    if settings.companies and all(one.alert_on == "never" for one in settings.companies):
        yield 'every [[companies]] table says alert_on = "never", so nobody is told of any deal'
    tracked = {one.name: one.tags for one in settings.companies}
    for watched in settings.companies:
        refusals = [
            find_mention_refusal(one, (watched.name,), tracked) for one in settings.destinations
        ]
        if watched.alert_on == "mentions" and refusals and all(refusals):
            yield (
                f'[[companies]] {watched.name!r}: alert_on = "mentions", but no destination takes '
                f"mentions of it ({settings.destinations[0].name}: {refusals[0]})"
            )


def _destination_slips(
    destination: Destination, settings: Settings, known: Sequence[str]
) -> Iterator[str]:
    yield from _company_slips(destination, settings, known)
    yield from _tag_slips(destination, settings)
    yield from _figure_slips(destination)
    for name in _LISTED:
        listed: Sequence[str] = getattr(destination, name) or ()
        twice = next((one for one in listed if listed.count(one) > 1), None)
        if twice is not None:
            yield f"{name}: {twice!r} stands there twice"


def _company_slips(
    destination: Destination, settings: Settings, known: Sequence[str]
) -> Iterator[str]:
    """Companies of a filter that no deal will ever name, or for whose sake none is told.

    Beside one that is watched, others may narrow down what is told of it.
    """
    watched = {one.name: one for one in settings.companies}
    some_watched = any(name in watched for name in destination.companies)
    for name in destination.companies:
        if name not in watched and name not in known:
            near = _nearest(name, (*known, *watched))
            hint = f"did you mean {near}?" if near else "add it as a [[companies]] table"
            yield f"{name!r} is not in the list; {hint}"
        elif watched and not some_watched:
            yield (
                f"{name!r} is not on the watchlist, so no deal is told for its sake; "
                f"add it as a [[companies]] table"
            )
        elif name in watched and watched[name].alert_on == "never":
            yield (
                f'{name!r} says alert_on = "never" in its [[companies]] table, so no deal is told '
                f"for its sake; choose one"
            )


def _tag_slips(destination: Destination, settings: Settings) -> Iterator[str]:
    """Tags no company has that is told of."""
    tags = {tag for one in settings.companies if one.alert_on != "never" for tag in one.tags}
    for tag in destination.tags:
        if tag not in tags:
            near = _nearest(tag, tags)
            hint = f"did you mean {near}?" if near else "give it to a company in [[companies]]"
            yield f"no company has the tag {tag!r}; {hint}"


def _figure_slips(destination: Destination) -> Iterator[str]:
    """Minimums in another unit than ours: megawatts, billions."""
    gigawatts, dollars = destination.min_gw, destination.min_usd
    if gigawatts is not None and gigawatts > _MOST_GIGAWATTS:
        yield (
            f"min_gw = {gigawatts:f} lets no deal through; it is in gigawatts: "
            f"{gigawatts:f} MW are {gigawatts / 1000:f}"
        )
    if dollars is not None and 0 < dollars < _LEAST_DOLLARS:
        yield (
            f"min_usd = {dollars:f} stops no deal with a sum; it is in dollars: "
            f"write {dollars * 10**9:f} for as many billions"
        )
    if dollars is not None and dollars > _MOST_DOLLARS:
        yield f"min_usd = {dollars:f} lets no deal through; it is in dollars, not in cents"


def _says_nothing(watched: WatchedCompany) -> bool:
    return not (
        watched.aliases
        or watched.known_as
        or watched.brands
        or watched.tickers
        or watched.paraphrases
    )


def _nearest(name: str, known: Iterable[str]) -> str | None:
    folded = {_folded(one): one for one in known}
    near = difflib.get_close_matches(_folded(name), folded, n=1, cutoff=0.8)
    return folded[near[0]] if near else None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
