"""What is watched while polls are killed: five feeds over two days, and four destinations."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, get_args

from tests.watches import Item, render_rss

PhaseName = Literal["early", "first", "updates", "digest"]
# What two feeds have first, then all; what became of it; and the next day's digest.
PHASES: Final[tuple[PhaseName, ...]] = get_args(PhaseName)
TIMES: Final[Mapping[PhaseName, datetime]] = {
    "early": datetime(2026, 4, 21, 12, tzinfo=UTC),
    "first": datetime(2026, 4, 21, 12, tzinfo=UTC),
    "updates": datetime(2026, 4, 21, 14, tzinfo=UTC),
    "digest": datetime(2026, 4, 22, 8, tzinfo=UTC),
}
DESTINATIONS: Final = ("desk", "mail", "rush", "daily")
# After a kill in it the next phase follows at once: what was under way meets what is new.
HASTY: Final[PhaseName] = "early"
CLOUDS: Final = ("Microsoft", "Amazon", "Oracle", "CoreWeave", "Google")
_LABS: Final = ("OpenAI", "Anthropic", "Mistral AI", "Meta", "xAI")
# How many of the 25 deals are news by then.
_NEW_BY: Final[Mapping[PhaseName, int]] = {"early": 17, "first": 17, "updates": 23, "digest": 25}
_EARLY_CLOUDS: Final = CLOUDS[:2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Destinations:
    """The Apprise URLs.

    `desk` is a webhook told each deal by itself, `mail` a mailbox that gets a digest where more
    than eight wait, `rush` a webhook that gets one from three on, `daily` one told once a day.
    """

    desk: str
    mail: str
    rush: str
    daily: str


def render_feed(cloud: str, phase: PhaseName) -> bytes:
    """The document that a cloud's feed has in a phase."""
    deals = [deal for deal in _DEALS[: _NEW_BY[phase]] if deal.cloud == cloud]
    if phase == "early" and cloud not in _EARLY_CLOUDS:
        deals = []
    told = [_announced(deal) for deal in deals]
    if phase in {"updates", "digest"}:
        told += [item for number, item in _UPDATES if _DEALS[number].cloud == cloud]
    return render_rss(*reversed(told))


def write_config(
    path: Path, feeds: Sequence[str], destinations: Destinations, *, database: str, allow: str
) -> None:
    """A `watch.toml`: every message may follow the one before at once."""
    lines = ['[poll]\nmax_age = "30d"', f"[database]\nurl = {json.dumps(database)}"]
    lines += [f"[network]\nallow = {json.dumps([allow])}"]
    lines += [f'[[feeds]]\nurl = {json.dumps(url)}\nfull_text = "never"' for url in feeds]
    lines += [
        _destination("desk", destinations.desk, "digest_above = 1000"),
        _destination("mail", destinations.mail, "digest_above = 8"),
        _destination("rush", destinations.rush, "digest_above = 2"),
        _destination("daily", destinations.daily, 'mode = "daily"\nat = "07:30"\nzone = "UTC"'),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _destination(name: str, url: str, more: str) -> str:
    address = f"name = {json.dumps(name)}\nurl = {json.dumps(url)}"
    return f'[[destinations]]\n{address}\ngap = "0s"\n{more}'


# --- what the feeds say -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Deal:
    cloud: str
    lab: str
    billions: int


_DEALS: Final = tuple(
    _Deal(cloud, lab, billions)
    for billions, (lab, cloud) in enumerate(
        ((lab, cloud) for lab in _LABS for cloud in CLOUDS), start=10
    )
)
_RUMOURED: Final = 1


def _announced(deal: _Deal) -> Item:
    if deal is _DEALS[_RUMOURED]:
        return _item(
            f"{deal.lab} is in talks to buy cloud capacity from {deal.cloud}, sources say",
            f"{deal.lab} is in talks to spend ${deal.billions} billion on compute capacity from "
            f"{deal.cloud}, according to people familiar with the matter.",
        )
    return _item(
        f"{deal.lab} commits ${deal.billions} billion to {deal.cloud} for cloud capacity",
        f"{deal.lab} will buy ${deal.billions} billion of compute capacity from {deal.cloud}.",
    )


def _item(title: str, text: str) -> Item:
    name = "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
    return Item(
        title=title, text=text, guid=name, link=f"https://wire.example/{name}",
        date="Tue, 21 Apr 2026 08:00:00 GMT",
    )  # fmt: skip


def _firmer(deal: _Deal) -> Item:
    return _item(
        f"{deal.lab} signs ${deal.billions} billion cloud deal with {deal.cloud}",
        f"{deal.lab} will buy ${deal.billions} billion of compute capacity from {deal.cloud}, "
        "the companies announced today.",
    )


def _expanded(deal: _Deal, billions: int) -> Item:
    return _item(
        f"{deal.lab} expands its {deal.cloud} cloud deal to ${billions} billion",
        f"{deal.lab} raised its commitment to {deal.cloud} from ${deal.billions} billion to "
        f"${billions} billion of compute capacity.",
    )


def _cancelled(deal: _Deal) -> Item:
    return _item(
        f"{deal.lab} cancels its ${deal.billions} billion cloud deal with {deal.cloud}",
        f"{deal.lab} has cancelled its ${deal.billions} billion commitment to {deal.cloud} for "
        "compute capacity.",
    )


# By the number of the deal.
_UPDATES: Final = (
    (_RUMOURED, _firmer(_DEALS[_RUMOURED])),
    (2, _expanded(_DEALS[2], 40)),
    (3, _cancelled(_DEALS[3])),
    (9, _expanded(_DEALS[9], 60)),
)
