"""Blank out of a headline what compute is dealt in for, or runs on: it is not about that."""

import re
from typing import Final

from parsers.deal_words import ARRANGEMENT, deal_words
from parsers.words import pattern_of

_ARRANGEMENT = deal_words(ARRANGEMENT)
# Goods of a deal, and what behind "for" uses them.
_BETWEEN: Final = (
    r"(?: (?!power\b|energy|electric|gas\b|grid|loan|debt|bond|fund|valu|stake|and\b|to\b)"
    r"[\w.&'’-]+){0,6}? "
)
_TO: Final = (
    r"to (?:train|support|speed up|develop|improve|detect|fight|analy[sz]e|model|simulate|power)"
)
_FOR_PURPOSE: Final = (
    r"(?P<deal>^(?:[^,;:]|,(?=\d)){0,200}?\b(?:(?:[gt]pus?|accelerators|superpods?|supercomputers?"
    r"|clusters?|compute|computing(?: power| capacity)?|cloud|data ?cent(?:er|re)s?|\d ?[gm]w"
    rf"|ai servers){_BETWEEN}(?:for|{_TO})|(?:contract|deal|agreement){_BETWEEN}{_TO}))"
    r"(?P<use> (?![$€£\d])(?![^,;:]{0,60}\b(?:gaming|laptops?|phones?|smartphones?|consoles?|pcs?"
    r"|raises?|with|from|storage|land|data ?cent\w+|campus|sites?|halls?)\b)[^,;:]{0,80})"
)
# What a site runs on: "a nuclear-powered data center", "halls on geothermal power".
_CLEAN: Final = (
    r"(?:geothermal|nuclear|solar|wind|clean|renewable|carbon[- ]free|fusion|hydro|hydropower|gas)"
)
_FED_BY: Final = (
    rf"\b{_CLEAN}(?:[- ](?:powered|run|fuel+ed|fired|energy|power))? "
    r"(?=(?:ai |hpc |gpu )?(?:data ?cent(?:er|re)|campus|compute|capacity|cloud|halls?)(?!\w| power"
    r"| deal| pact| agreement))"
    r"|(?:(?<=data center)|(?<=data centre)|(?<=campus)|(?<=capacity)|(?<=halls)|(?<=site))"
    rf" (?:run |running )?on (?:100% )?{_CLEAN} (?:power|energy|electricity)\b"
)


def without_purpose(head: str) -> str:
    """A folded headline with blanks for what its compute is used for, and for what feeds a site.

    >>> without_purpose("nscale rents 4,000 gpus for fraud detection").rstrip()
    'nscale rents 4,000 gpus for'
    """
    head = pattern_of(_FED_BY).sub(lambda found: " " * len(found[0]), head)
    return pattern_of(_FOR_PURPOSE).sub(_blanked, head)


def _blanked(found: re.Match[str]) -> str:
    if _ARRANGEMENT.search(found["deal"]) is None:
        return found[0]
    return found["deal"] + " " * len(found["use"])
