"""Decide whether a text's main subject is one compute deal, and say why."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parsers.deal_words import ARRANGEMENT, COMPUTE, NOT_THE_SUBJECT, deal_pattern
from parsers.types import Party
from parsers.words import fold

# All patterns here are for folded text: that is ten times as quick as to ignore case.
_COMPUTE = re.compile(deal_pattern(COMPUTE).pattern)
_ARRANGEMENT = re.compile(deal_pattern(ARRANGEMENT).pattern)
_OTHER_SUBJECTS = tuple((why, re.compile(row)) for why, row in NOT_THE_SUBJECT)
# Words with which a title says it is about an arrangement, whatever else it mentions.
_DEAL_NOUN = re.compile(
    r"\b(?:deals?|agreements?|contracts?|leases?|pacts?|partnerships?|tenants?|acuerdos?"
    r"|contrato)\b"
    r"|协议|合作|提携|계약"
)
# Subjects that even a title naming a deal is really about.
_STRONG: Final = frozenset(
    {"a share move", "earnings or guidance", "a takeover", "a licence or content",
     "shopping or how-to", "parts, not compute"}
)  # fmt: skip
_FUNDING: Final = "a funding round"
_NO_ARRANGEMENT: Final = "no arrangement between two sides is told"
_COUNTERPART = re.compile(
    r"\b(?:leases?|leasing|lease agreement|tenants?|customers?|contracts?|hosting|rent(?:s|ing)?"
    r"|deals?\b.{0,40}\bwith|access to|offtake|client|hyperscaler|colocation|supply agreement"
    r"|pact)\b|租|协议|订单|供应|供货|客户|采购|contrato|acuerdo"
)


_TOGETHER = re.compile(
    rf"{_DEAL_NOUN.pattern}|{_COUNTERPART.pattern}|\b(?:partner|team|sign|ink|agree|tie|allian)\w*"
    r"|\bstr(?:ikes?|uck)\b|携手|签|alianza"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Yes or no, with the reasons in the order they were weighed."""

    is_compute_deal: bool
    reasons: tuple[str, ...]


def decide_verdict(
    title: str,
    lead: str,
    *,
    titled: Sequence[str],
    parties: Sequence[Party],
    hosts: Collection[str] = (),
) -> Verdict:
    """Weigh a text: other subjects first, then the sides, the arrangement and the compute.

    Args:
        title: the text's own headline.
        lead: its first sentences.
        titled: companies named in the title.
        parties: who was found to do what; see `parsers.parties`.
        hosts: companies that sell nothing but compute: a contract with one is about it.
    """
    sides = {party.company for party in parties}
    invests = any(p.role == "investor" for p in parties) and any(
        p.role == "supplier" for p in parties
    )
    hosted = len(sides) > 1 and any(p.role == "supplier" and p.company in hosts for p in parties)
    checks = (
        (_other_subject(title, sides=sides, invests=invests), False),
        ("no company we know is named" if not sides and not titled else None, False),
        (_missing_arrangement(title, lead, sides, titled), False),
        (_missing_compute(title, lead, implied=invests or hosted), False),
        (_missing_side(title, lead, parties), False),
    )
    for reason, verdict in checks:
        if reason is not None:
            return Verdict(is_compute_deal=verdict, reasons=(reason,))
    return Verdict(is_compute_deal=True, reasons=_for(title, lead, parties))


def decide_early(title: str, lead: str, *, titled: Sequence[str]) -> Verdict | None:
    """The verdict where it is no whoever the parties are; None where they have to be found.

    It is the one `decide_verdict` would give, at a fraction of the price.
    """
    names_deal = bool(_DEAL_NOUN.search(fold(title)))
    for why, words in _other_subjects(title):
        if why == _FUNDING or (names_deal and why not in _STRONG):
            return None
        return Verdict(is_compute_deal=False, reasons=(_about(why, words),))
    if not titled or _ARRANGEMENT.search(fold(title)) or _ARRANGEMENT.search(fold(lead)):
        return None
    return Verdict(is_compute_deal=False, reasons=(_NO_ARRANGEMENT,))


def _other_subjects(title: str) -> Iterator[tuple[str, str]]:
    """What else a title is about, with the words that say so."""
    folded = fold(title)
    for why, pattern in _OTHER_SUBJECTS:
        if found := pattern.search(folded):
            yield why, title[found.start() : found.end()].strip()


def _about(why: str, words: str) -> str:
    return f"the title is about {why} (“{words}”)"


def _other_subject(title: str, *, sides: set[str], invests: bool) -> str | None:
    names_deal = bool(_DEAL_NOUN.search(fold(title))) and len(sides) > 1
    for why, words in _other_subjects(title):
        is_excused = (why == _FUNDING and invests) or (names_deal and why not in _STRONG)
        if not is_excused:
            return _about(why, words)
    return None


def _missing_arrangement(
    title: str, lead: str, sides: set[str], titled: Sequence[str]
) -> str | None:
    if _ARRANGEMENT.search(fold(title)):
        return None
    if len(sides) > 1 and titled and _ARRANGEMENT.search(fold(lead)):
        return None
    return _NO_ARRANGEMENT


def _missing_compute(title: str, lead: str, *, implied: bool) -> str | None:
    if implied or _COMPUTE.search(fold(title)) or _COMPUTE.search(fold(lead)):
        return None
    return "no compute is named: no cloud, chips, data centre or power"


def _missing_side(title: str, lead: str, parties: Sequence[Party]) -> str | None:
    if _TOGETHER.search(fold(f"{title}\n{lead}")) is None and all(
        p.role == "partner" for p in parties
    ):
        return "the companies are named beside each other, not as two sides"
    sides = {party.company for party in parties}
    if len(sides) > 1 or _COUNTERPART.search(fold(f"{title}\n{lead}")):
        return None
    return "one company's own plan: no other side is named or implied"


def _for(title: str, lead: str, parties: Sequence[Party]) -> tuple[str, ...]:
    arrangement = _first_words(_ARRANGEMENT, title, lead)
    compute = _first_words(_COMPUTE, title, lead)
    told = ", ".join(f"{party.company} ({party.role})" for party in parties)
    reasons = [f"parties: {told}"] if told else []
    if arrangement is not None:
        reasons.append(f"an arrangement: “{arrangement}”")
    if compute is not None:
        reasons.append(f"compute: “{compute}”")
    else:
        reasons.append("compute is what the supplier sells")
    return tuple(reasons)


def _first_words(pattern: re.Pattern[str], *texts: str) -> str | None:
    """The words that match in the first text where any do."""
    for text in texts:
        if found := pattern.search(fold(text)):
            return text[found.start() : found.end()].strip()
    return None
