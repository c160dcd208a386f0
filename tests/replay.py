"""Replay labelled news as feeds, in the order of its dates, and count what people would be sent.

`python -m tests.replay NEWS.jsonl` polls a feed on loopback once for every day of the news, at noon
of that day, and lays each alert beside what the labels ask for: one for every deal, another when a
rumour becomes news, when it is cancelled and when it is denied, silence for everything else.
"""

import asyncio
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from pathlib import Path
from typing import Final, Literal

from tests.servers import FeedServer
from tests.watches import Item, ask, poll_at, render_rss, write_watch

What = Literal["new", "update", "silent"]
_NOON: Final = time(12, tzinfo=UTC)
_MORNING: Final = time(8, tzinfo=UTC)
# Where neither an item nor another of its deal has a date.
_SOME_DAY: Final = date(2026, 1, 1)
_ENDS: Final = ("cancelled", "denial")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A labelled item: its place in the file, its day, and the deal and event of its label."""

    id: str
    title: str
    text: str
    day: date
    deal: str | None
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an item brought, and what its label asks for."""

    news: News
    wanted: What
    got: What
    key: str | None


def read_news(path: Path) -> tuple[News, ...]:
    """The items of a file, by day; those of one day as they stand there."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    days = _days(records)
    news = [_news(record, days) for record in records]
    return tuple(sorted(news, key=lambda one: one.day))


def find_wanted(news: Sequence[News]) -> dict[str, What]:
    """What each item is worth by its label and by those that came before it."""
    told: dict[str, set[str]] = defaultdict(set)
    wanted: dict[str, What] = {}
    for one in news:
        wanted[one.id] = _wanted(one, told[one.deal]) if one.deal else "silent"
        if one.deal:
            told[one.deal].add(one.event)
    return wanted


def _wanted(one: News, told: set[str]) -> What:
    if not told:
        return "new"
    if one.event in _ENDS and one.event not in told:
        return "update"
    firmer = told <= {"rumour"} and one.event not in ("rumour", "background")
    return "update" if firmer else "silent"


async def replay(news: Sequence[News], folder: Path) -> tuple[Outcome, ...]:
    """Poll once a day, and see what became of every item."""
    by_day: dict[date, list[News]] = defaultdict(list)
    for one in news:
        by_day[one.day].append(one)
    with FeedServer() as server:
        alerts = {"file": f"file:{folder / 'alerts.txt'}"}
        config = write_watch(
            folder, [server.url("/feed")], alerts, allow=[server.address], max_age="3d"
        )
        for day, items in by_day.items():
            body = render_rss(*map(_item, items))
            server.put("/feed", body)
            await poll_at(config, datetime.combine(day, _NOON), every=True)
    return tuple(_outcomes(news, folder))


def _outcomes(news: Sequence[News], folder: Path) -> Iterator[Outcome]:
    decided = {
        str(guid): str(key) if key else None
        for guid, key in ask(
            folder,
            "SELECT entries.key, alert_key FROM decisions JOIN entries"
            " ON entries.id = decisions.entry_id ORDER BY decisions.id DESC",
        )
    }
    wanted = find_wanted(news)
    keys = {
        one.id: next((k for guid, k in decided.items() if one.id in guid), None) for one in news
    }
    # Items of one poll share an alert: it is the one of those that were worth it, if any was.
    worth = sorted(news, key=lambda one: wanted[one.id] == "silent")
    sent = {keys[one.id]: one.id for one in reversed(worth)}
    for one in news:
        key = keys[one.id] if sent[keys[one.id]] == one.id else None
        got: What = "silent" if key is None else "new" if key.endswith("#1") else "update"
        yield Outcome(news=one, wanted=wanted[one.id], got=got, key=key)


def _item(news: News) -> Item:
    return Item(
        title=news.title,
        link=f"https://wire.example/{news.id}",
        guid=news.id,
        date=format_datetime(datetime.combine(news.day, _MORNING)),
        text=news.text,
    )


def _news(record: Mapping[str, object], days: Mapping[str, date]) -> News:
    label = record["label"]
    assert isinstance(label, dict)
    deal = label.get("deal_key") if label["is_compute_deal"] else None
    return News(
        id=str(record["id"]),
        title=str(record["title"]),
        text=str(record.get("summary") or ""),
        day=_day(record.get("date")) or days.get(str(deal), _SOME_DAY),
        deal=deal,
        event=str(label["event"]),
    )


def _days(records: Sequence[Mapping[str, object]]) -> dict[str, date]:
    """The first day of each deal, for items that have none of their own."""
    days: dict[str, date] = {}
    for record in records:
        label, day = record["label"], _day(record.get("date"))
        assert isinstance(label, dict)
        if day and label.get("deal_key"):
            days[label["deal_key"]] = min(day, days.get(label["deal_key"], day))
    return days


def _day(text: object) -> date | None:
    """2026-04-20, or the middle of 2026-04."""
    if not isinstance(text, str) or len(text) < len("2026-04"):
        return None
    return date.fromisoformat(text if len(text) == len("2026-04-20") else f"{text[:7]}-15")


def main() -> None:
    """Print the counts, and every item that was told too much or too little."""
    news = read_news(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        outcomes = asyncio.run(replay(news, Path(folder)))
    for (wanted, got), count in sorted(Counter((o.wanted, o.got) for o in outcomes).items()):
        print(f"wanted {wanted:7} got {got:7} {count:4}")
    for one in outcomes:
        if one.wanted != one.got:
            print(f"{one.wanted} -> {one.got}: {one.news.day} {one.news.deal} ({one.news.event})")
            print(f"    {one.key}: {one.news.title}")


if __name__ == "__main__":
    main()
