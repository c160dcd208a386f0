"""A headline told another way that says the same of its deal: dressed, reworded, between others.

`python -m tests.variants FILE ...` lists the variants that are read otherwise than their headline;
a line of a file is `lang | title`, and what follows " || " or " => " is left out.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from parsers.types import DealReading
from tests.readings import parties_of, read

# Who says it stands last already, or the sentence is over.
_CLOSED: Final = re.compile(r"[.?!…]$|\b(?:says?|reports?|sources?|said)$|: \w+$", re.IGNORECASE)
Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Variant:
    """A title, the same told another way, and how the two differ."""

    title: str
    told: str
    change: str


def _around(before: str, after: str) -> Change:
    return lambda title: f"{before}{title}{after}"


def _aside(before: str, after: str) -> Change:
    """Words before or after a headline, if it has room for them."""
    return lambda title: title if _CLOSED.search(title) else f"{before}{title}{after}"


def _swap(old: str, new: str) -> Change:
    """One wording for another, its first letter as it stood."""

    def change(title: str) -> str:
        def put(match: re.Match[str]) -> str:
            made = match.expand(new)
            return made[0].upper() + made[1:] if match[0][0].isupper() else made

        return re.sub(rf"\b(?:{old})\b", put, title, count=1, flags=re.IGNORECASE)

    return change


# What feeds, desks and aggregators put around a headline.
DRESS: Final[dict[str, Change]] = {
    "label Breaking": _around("BREAKING: ", ""),
    "label Update": _around("UPDATE 2-", ""),
    "label News": _around("[News] ", ""),
    "label Just in": _around("JUST IN: ", ""),
    "emoji": _around("🚀 ", ""),
    "siren": _around("🚨 ", " 🚨"),
    "publisher with a dash": _around("", " - Reuters"),
    "publisher with a bar": _around("", " | Data Center Dynamics"),
    "publisher in brackets": _around("", " (Bloomberg)"),
    "number of a list": _around("3. ", ""),
    "bullet": _around("• ", ""),
    "bold": _around("**", "**"),
    "quotes": _around("“", "”"),
    "full stop": _around("", "."),
    "curly apostrophes": lambda title: title.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"),
    "US$": lambda title: re.sub(r"(?<![A-Za-z])\$(?=\d)", "US$", title),
    "a dash for a hyphen": lambda title: re.sub(
        r"(?<=\d)-(?=[a-z])", "\N{NON-BREAKING HYPHEN}", title
    ),
}
# What English headlines add on the way to a deal, or after it, that changes nothing of it.
ENGLISH_ASIDES: Final[dict[str, Change]] = {
    f"aside {before or after}": _aside(before, after)
    for before, after in (
        ("", " amid soaring AI demand"),
        ("", " as AI race heats up"),
        ("", " to meet growing demand"),
        ("", ", boosting revenue outlook"),
        ("", " in push to expand AI capacity"),
        ("", ", company says"),
        ("", ", sending shares higher"),
        ("", "; shares rise 5%"),
        ("", " to power next AI models"),
        ("", " in bid to rival Microsoft"),
        ("Big news: ", ""),
        ("As AI demand surges, ", ""),
        ("In industry first, ", ""),
        ("AI boom: ", ""),
        ("", " for AI training and inference"),
        ("", " and shares surge"),
        ("", ", its biggest customer win yet"),
        ("", " over coming years"),
        ("", " in landmark agreement"),
        ("", ", its largest contract to date"),
        ("", " as competition with rivals intensifies"),
        ("", " this week"),
        ("", " on Tuesday"),
    )
}
# What is said for the same in English headlines.
ENGLISH_WORDS: Final[dict[str, Change]] = {
    f"{old} -> {new}": _swap(old, new)
    for old, new in (
        ("signs", "inks"),
        ("signs", "has signed"),
        ("signs", "strikes"),
        ("signed", "inked"),
        ("inks", "signs"),
        ("inks", "seals"),
        ("strikes", "lands"),
        ("lands", "wins"),
        ("wins", "secures"),
        ("secures", "lands"),
        ("deal", "agreement"),
        ("deal", "contract"),
        ("deal", "pact"),
        ("agreement", "deal"),
        ("contract", "deal"),
        ("partnership", "alliance"),
        ("data center", "data centre"),
        ("data centre", "data center"),
        ("data center", "datacenter"),
        ("data centers", "datacenters"),
        ("to supply", "to provide"),
        ("to provide", "to deliver"),
        ("to buy", "to purchase"),
        ("to buy", "agrees to buy"),
        ("buys", "purchases"),
        ("to lease", "to rent"),
        ("leases", "rents"),
        ("to build", "to construct"),
        ("to build", "will build"),
        ("to use", "will use"),
        ("to supply", "will supply"),
        ("to deploy", "will deploy"),
        ("to invest", "will invest"),
        ("taps", "picks"),
        ("picks", "selects"),
        ("selects", "chooses"),
        ("expands", "extends"),
        ("announces", "unveils"),
        ("multi-year", "multiyear"),
        ("five-year", "5-year"),
        ("deal", "mega-deal"),
        ("deal", "landmark deal"),
        ("lease", "long-term lease"),
        ("contract", "multibillion-dollar contract"),
        ("billion", "bn"),
        ("billion", "B"),
        ("million", "mn"),
        ("gigawatts?", "GW"),
        ("in talks", "in discussions"),
        ("in talks", "negotiating"),
        ("nears", "close to"),
        ("reportedly", "is said to have"),
        ("scraps", "cancels"),
        ("ends", "terminates"),
        ("GPUs", "AI chips"),
        ("compute", "computing power"),
        ("and", "&"),
        ("with", "w/"),
    )
}

ENGLISH: Final = DRESS | ENGLISH_ASIDES | ENGLISH_WORDS


def variants(title: str, changes: dict[str, Change]) -> Iterator[Variant]:
    """The title in every way that differs from it."""
    for name, change in changes.items():
        told = change(title)
        if told != title:
            yield Variant(title, told, name)


def told(reading: DealReading) -> tuple[object, ...]:
    """What is read of a deal: verdict, event, parties, sums, power, chips and term."""
    return (
        reading.is_compute_deal,
        reading.event,
        parties_of(reading),
        sorted(f"{one.amount:f} {one.currency} {one.qualifier}" for one in reading.money),
        sorted(f"{one.gigawatts:f} {one.qualifier}" for one in reading.powers),
        sorted(str(one.count) for one in reading.chips),
        sorted(f"{one.years:f}" for one in reading.terms),
    )


def main(paths: list[str]) -> None:
    """Write what is read otherwise, each with its headline's reading and its own."""
    for line in (line for path in paths for line in Path(path).read_text().splitlines()):
        lang, _, rest = line.partition(" | ")
        title = re.split(r" (?:\|\||=>) ", rest)[0].strip()
        own = told(read(title))
        for one in variants(title, ENGLISH if lang == "en" else DRESS):
            if (other := told(read(one.told))) != own:
                sys.stdout.write(f"{one.change} | {one.told}\n    {own}\n    {other}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
