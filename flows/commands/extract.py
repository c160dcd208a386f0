"""Read news items, one JSON object a line, and write what each says of its deal, one label a line.

The label's fields are those of the labelled news the reading is measured on: event, parties with
roles, money, power in megawatts, chips, term in years, and a key shared by items on one deal.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from parsers.deals import assemble
from parsers.errors import GigawatchError
from parsers.grouping import group, name_deal
from parsers.markup import parse_markup, plain_line
from parsers.reading import Reader, read_deal
from parsers.types import DealReading, Evidence, Money, Party

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def read_items(path: Path) -> tuple[Mapping[str, object], ...]:
    """The objects of a JSON Lines file.

    Raises:
        GigawatchError: the file cannot be read, or a line is no JSON object with an id.
    """
    try:
        # Not splitlines(): JSON strings may hold the other line breaks of Unicode as they are.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GigawatchError(f"{path}: cannot be read: {error}; give a JSON Lines file") from error
    return tuple(_item(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def extract_labels(
    items: Sequence[Mapping[str, object]], reader: Reader
) -> Iterator[dict[str, object]]:
    """One `{"id", "label"}` an item, in the order given."""
    evidence = [_evidence(number, item, reader) for number, item in enumerate(items)]
    keys = _group([one for one in evidence if one.reading.is_compute_deal])
    for item, one in zip(items, evidence, strict=True):
        reading = replace(one.reading, parties=_as_told(one.reading.parties, item, reader))
        yield {"id": item["id"], "label": label_of(reading, keys.get(one.entry_id))}


def label_of(reading: DealReading, deal_key: str | None) -> dict[str, object]:
    """A reading as a label."""
    power = next(iter(reading.powers), None)
    chips = next((leg.chips for leg in reading.legs if leg.chips), None)
    chips = chips or next(iter(reading.chips), None)  # two who build together pay nobody
    years = next((leg.term_years for leg in reading.legs if leg.term_years is not None), None)
    return {
        "is_compute_deal": reading.is_compute_deal,
        "event": reading.event,
        "parties": [{"company": p.company, "role": p.role} for p in reading.parties],
        "money": [_money(money) for money in _distinct(reading.money)],
        "power_mw": float(power.gigawatts * 1000) if power else None,
        "power_qualifier": power.qualifier if power else None,
        "chips": {"count": chips.count, "model": chips.model} if chips else None,
        "term_years": float(years) if years is not None else None,
        "deal_key": deal_key,
    }


def _as_told(
    parties: Sequence[Party], item: Mapping[str, object], reader: Reader
) -> tuple[Party, ...]:
    """The parties by the names the item has for them, of those each is known as."""
    text = f"{item.get('title')} {item.get('summary')}"
    return tuple(
        replace(party, company=_name_in(text, party.company, reader.known_as)) for party in parties
    )


def _name_in(text: str, company: str, known_as: Mapping[str, Sequence[str]]) -> str:
    """The first of a company's names that a text has; its usual one if it has none."""
    longer = [name for name in known_as.get(company, ()) if _stands_in(name, text)]
    bare = text
    for name in longer:  # "SK Group" has no "SK" of its own
        bare = bare.replace(name, "")
    return next(iter((company,) if _stands_in(company, bare) else longer), company)


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text) is not None


def _item(path: Path, number: int, line: str) -> Mapping[str, object]:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GigawatchError(f"{path}: line {number} is not JSON: {error}; mend it") from error
    if not isinstance(item, dict) or "id" not in item:
        raise GigawatchError(f"{path}: line {number} has no id; write one object a line")
    return item


def _evidence(number: int, item: Mapping[str, object], reader: Reader) -> Evidence:
    title = plain_line(str(item.get("title") or ""))
    summary = parse_markup(str(item.get("summary") or ""), base_url=None)
    return Evidence(
        entry_id=number,
        title=title,
        reading=read_deal(title, summary.text, reader),
        seen_at=_day(item.get("date")) or _UNDATED,
        publisher=str(item.get("publisher") or "") or None,
        published_at=_day(item.get("date")),
    )


def _day(text: object) -> datetime | None:
    """A whole date, or the first day of a partial one."""
    if not isinstance(text, str):
        return None
    parts = [*text[:10].split("-"), "01", "01"]
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except (ValueError, OverflowError):
        return None
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _group(evidence: Iterable[Evidence]) -> dict[int, str]:
    """A key for each item, by the rules deals are joined with."""
    groups = group(evidence, at=lambda one: one.published_at)
    return {
        one.entry_id: f"{name_deal(assemble(texts))}-{number}"
        for number, texts in enumerate(groups)
        for one in texts
    }


def _distinct(sums: Iterable[Money]) -> list[Money]:
    """Each sum once: texts repeat what their titles say, and hedge what these leave bare."""
    kept: dict[tuple[object, ...], Money] = {}
    for money in sums:
        told = (money.amount_high or money.amount, money.currency)
        if told not in kept or kept[told].qualifier == "exact":
            kept[told] = money
    return list(kept.values())


def _money(money: Money) -> dict[str, object]:
    amount = float(money.amount_high or money.amount)
    return {
        "amount": amount,
        "amount_usd": amount if money.currency == "USD" else None,
        "currency": money.currency,
        "qualifier": money.qualifier,
        "kind": "other",
    }
