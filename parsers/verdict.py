"""Decide whether a text's main subject is one compute deal, and say why."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from parsers.deal_words import ARRANGEMENT, COMPUTE, NOT_THE_SUBJECT, deal_pattern
from parsers.types import Party

_COMPUTE = deal_pattern(COMPUTE)
_ARRANGEMENT = deal_pattern(ARRANGEMENT)
_OTHER_SUBJECTS = tuple((why, re.compile(row, re.IGNORECASE)) for why, row in NOT_THE_SUBJECT)
# Words with which a title says it is about an arrangement, whatever else it mentions.
_DEAL_NOUN = re.compile(
    r"\b(?:deals?|agreements?|contracts?|leases?|pacts?|partnerships?|tenants?|acuerdos?"
    r"|contrato)\b"
    r"|协议|合作|提携|계약",
    re.IGNORECASE,
)
# Subjects that even a title naming a deal is really about.
_STRONG: Final = frozenset(
    {"a share move", "earnings or guidance", "a takeover", "a licence or content",
     "shopping or how-to", "parts, not compute"}
)  # fmt: skip
_COUNTERPART = re.compile(
    r"\b(?:leases?|leasing|lease agreement|tenants?|customers?|contracts?|hosting|rent(?:s|ing)?"
    r"|deals?\b.{0,40}\bwith|access to|offtake|client|hyperscaler|colocation|supply agreement"
    r"|pact)\b|租|协议|订单|供应|供货|客户|采购|contrato|acuerdo",
    re.IGNORECASE,
)


_TOGETHER = re.compile(
    rf"{_DEAL_NOUN.pattern}|{_COUNTERPART.pattern}|\b(?:partner|team|sign|ink|agree|tie|allian)\w*"
    r"|\bstr(?:ikes?|uck)\b|携手|签|alianza",
    re.IGNORECASE,
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


def _other_subject(title: str, *, sides: set[str], invests: bool) -> str | None:
    names_deal = bool(_DEAL_NOUN.search(title)) and len(sides) > 1
    for why, pattern in _OTHER_SUBJECTS:
        found = pattern.search(title)
        if found is None:
            continue
        if why == "a funding round" and invests:
            continue
        if names_deal and why not in _STRONG:
            continue
        return f"the title is about {why} (“{found.group().strip()}”)"
    return None


def _missing_arrangement(
    title: str, lead: str, sides: set[str], titled: Sequence[str]
) -> str | None:
    if _ARRANGEMENT.search(title):
        return None
    if _ARRANGEMENT.search(lead) and (len(sides) > 1 and titled):
        return None
    return "no arrangement between two sides is told"


def _missing_compute(title: str, lead: str, *, implied: bool) -> str | None:
    if _COMPUTE.search(title) or _COMPUTE.search(lead) or implied:
        return None
    return "no compute is named: no cloud, chips, data centre or power"


def _missing_side(title: str, lead: str, parties: Sequence[Party]) -> str | None:
    if _TOGETHER.search(f"{title}\n{lead}") is None and all(p.role == "partner" for p in parties):
        return "the companies are named beside each other, not as two sides"
    sides = {party.company for party in parties}
    if len(sides) > 1 or _COUNTERPART.search(f"{title}\n{lead}"):
        return None
    return "one company's own plan: no other side is named or implied"


def _for(title: str, lead: str, parties: Sequence[Party]) -> tuple[str, ...]:
    arrangement = _ARRANGEMENT.search(title) or _ARRANGEMENT.search(lead)
    compute = _COMPUTE.search(title) or _COMPUTE.search(lead)
    told = ", ".join(f"{party.company} ({party.role})" for party in parties)
    reasons = [f"parties: {told}"] if told else []
    if arrangement:
        reasons.append(f"an arrangement: “{arrangement.group().strip()}”")
    if compute:
        reasons.append(f"compute: “{compute.group().strip()}”")
    else:
        reasons.append("compute is what the supplier sells")
    return tuple(reasons)
