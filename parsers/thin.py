"""Decide whether an entry says too little and its page is worth a request."""

import re
from typing import Final

from parsers.deal_words import ARRANGEMENT, COMPUTE, deal_words
from parsers.google_news import is_google_news, resolve_google_news
from parsers.types import DealReading, Leg
from parsers.urls import host_of, is_homepage
from parsers.words import fold

# A teaser is a paragraph; scripts without spaces say as much in a third of the characters.
_THIN_CHARS: Final = 700
_DENSE_FACTOR: Final = 3
_DENSE: Final = re.compile("[ぁ-ヿ㐀-鿿가-힣]")
# How feeds mark that a text goes on elsewhere.
_CUT: Final = re.compile(
    r"""
    (?: \[?(?:…|\.\.\.)\]?                        # … [...] […]
      | (?:continue|keep)\sreading\b.{0,80}
      | read\s(?:more|on|the\s(?:full|rest)\b.{0,60}|full\s(?:story|article)).{0,20}
      | (?:the\spost\b.{1,200}\s)?(?:first\sappeared|appeared\sfirst)\son\b.{1,100}
      | (?:weiterlesen|mehr\slesen|lire\sla\ssuite|leer\sm[áa]s|seguir\sleyendo|lees\sverder)
      | (?:阅读全文|查看全文|続きを読む|더\s?보기)
    )
    [\s.:>»→)\]]*\Z
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CUT_TAIL: Final = 400
_COMPUTE: Final = deal_words(COMPUTE)
_ARRANGEMENT: Final = deal_words(ARRANGEMENT)
# A verdict with this beginning knows what the text is about; its page would say the same.
_OTHER_SUBJECT: Final = "the title is about"
_SIDES: Final = 2


def wants_page(title: str, text: str, reading: DealReading, *, url: str | None) -> bool:
    """Whether an entry is thin but promising, and its address leads to its page.

    Promising is a deal of which a side or every figure is missing, and what is no deal yet but
    names a company, an arrangement and compute, or has two companies and one of these.
    """
    if url is None or not is_page(url) or not is_thin(text):
        return False
    if reading.is_compute_deal:
        return _is_incomplete(reading)
    return _may_be_deal(title, text, reading)


def is_page(url: str) -> bool:
    """Whether an address leads to a page of its own: no homepage, no link that does not tell."""
    if is_google_news(url):
        return resolve_google_news(url) is not None
    # What is left of Google are searches and redirects without a target.
    return not is_homepage(url) and host_of(url) != "news.google.com"


def is_thin(text: str) -> bool:
    """Whether a text is a teaser: short, or marked as going on elsewhere."""
    bound = _THIN_CHARS // _DENSE_FACTOR if _DENSE.search(text) else _THIN_CHARS
    return len(text) < bound or _CUT.search(text[-_CUT_TAIL:]) is not None


def _is_incomplete(reading: DealReading) -> bool:
    sides = {party.company for party in reading.parties}
    return len(sides) < _SIDES or not any(_has_figure(leg) for leg in reading.legs)


def _has_figure(leg: Leg) -> bool:
    return leg.amount is not None or leg.power_gw is not None or leg.chips is not None


def _may_be_deal(title: str, text: str, reading: DealReading) -> bool:
    if not reading.companies or any(why.startswith(_OTHER_SUBJECT) for why in reading.reasons):
        return False
    whole = fold(f"{title}\n{text}")
    told = [bool(words.search(whole)) for words in (_ARRANGEMENT, _COMPUTE)]
    return all(told) or (any(told) and len(reading.companies) >= _SIDES)
