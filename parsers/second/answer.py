"""Read what a second reader wrote: its JSON, checked for form; nothing in it is believed yet."""

import json
from dataclasses import dataclass
from typing import Final, cast, get_args

from parsers.types import Role

MOST_ANSWER: Final = 20_000
_MOST_PARTIES: Final = 12
_MOST_FIGURES: Final = 40
_MOST_WORDS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidParty:
    """A company as an answer names it, its role, and the words that are to prove both."""

    company: str
    role: Role
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer of the form that was asked for."""

    is_compute_deal: bool
    quote: str
    event: str
    parties: tuple[SaidParty, ...]
    figures: tuple[str, ...]


def parse_answer(answer: str) -> Said | None:
    """An answer's JSON, also fenced or after other words; None where it has not the form asked."""
    # Models that think aloud put their thoughts before the answer.
    told = answer[:MOST_ANSWER].rpartition("</think>")[2]
    try:
        found, _ = json.JSONDecoder().raw_decode(told[max(0, told.find("{")) :])
        return _said(found) if isinstance(found, dict) else None
    except (ValueError, KeyError, RecursionError):
        return None


def _said(found: dict[str, object]) -> Said:
    verdict = found["is_compute_deal"]
    if not isinstance(verdict, bool):
        raise ValueError("the verdict is neither true nor false")  # noqa: TRY004 - bad form alike
    return Said(
        is_compute_deal=verdict,
        quote=_words(found.get("quote") or ""),
        event=_words(found.get("event") or ""),
        parties=tuple(_party(one) for one in _list(found, "parties", _MOST_PARTIES)),
        figures=tuple(_figure(one) for one in _list(found, "figures", _MOST_FIGURES)),
    )


def _party(one: object) -> SaidParty:
    if not isinstance(one, dict) or one["role"] not in get_args(Role):
        raise ValueError("a party without one of the roles")
    role = cast("Role", one["role"])  # one of them, as was just looked up
    return SaidParty(company=_words(one["company"]), role=role, quote=_words(one["quote"]))


def _figure(one: object) -> str:
    return _words(one["quote"] if isinstance(one, dict) else one)


def _list(found: dict[str, object], key: str, most: int) -> list[object]:
    rows = found.get(key) or []
    if not isinstance(rows, list) or len(rows) > most:
        raise ValueError(f"{key}: no list, or more than any text has")
    return rows


def _words(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MOST_WORDS:
        raise ValueError("no words, or more than a quote has")
    return value.strip()
