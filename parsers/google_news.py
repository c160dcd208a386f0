"""Where a link of Google News leads, as far as the link or the page behind it says."""

import base64
import binascii
import re
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from parsers.urls import canonical_url, host_of

_HOST: Final = "news.google.com"
_ITEM: Final = re.compile(
    r"/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|read)/(?P<name>[A-Za-z0-9_-]{8,4000})=*/?"
)
# A name is a small protobuf message: a kind, then field 4, the address. In 2019 that was all; since
# July 2024 field 4 is a token ("AU_yqL…") which only Google can turn into the address.
_HEAD: Final = b'\x08\x13"'
_SIGN_BIT: Final = 0x80
_PAGE_CHARS: Final = 500_000
# The places of a page that name another one, the surest first.
_TARGETS: Final = (
    re.compile(r"\sdata-n-au\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,4000})", re.IGNORECASE),
    re.compile(
        r"""
        <meta\s[^<>]{0,200}?http-equiv\s{0,9}=\s{0,9}["']?refresh
        [^<>]{0,200}?;\s{0,9}url\s{0,9}=\s{0,9}["']?([^"'<>]{1,4000})
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        r"""
        <link(?=\s[^<>]{0,4000}?\brel\s{0,9}=\s{0,9}["']?canonical\b)
        [^<>]{0,4000}?\shref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,4000})
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
)


def is_google_news(url: str) -> bool:
    """Whether an address is an item of Google News, which stands for somebody else's page."""
    return _name(url) is not None


def resolve_google_news(url: str) -> str | None:
    """The address inside a link of Google News; None where it is no such link or does not tell."""
    name = _name(url)
    if name is None:
        return None
    try:
        message = base64.urlsafe_b64decode(name + "=" * (-len(name) % 4))
    except binascii.Error:
        return None
    return _elsewhere(_field(message).decode("utf-8", "replace"))


def find_google_news_target(page_html: str) -> str | None:
    """The address a page of Google News says it stands for, None where it does not tell."""
    head = page_html[:_PAGE_CHARS]
    for pattern in _TARGETS:
        for found in pattern.findall(head):
            target = _elsewhere(unescape(found))
            if target is not None:
                return target
    return None


def _name(url: str) -> str | None:
    if host_of(url) != _HOST:
        return None
    item = _ITEM.fullmatch(urlsplit(url).path)
    return item["name"] if item else None


def _field(message: bytes) -> bytes:
    """The first text of a message; its length is one byte, or two where the first says so."""
    if not message.startswith(_HEAD) or len(message) < len(_HEAD) + 2:
        return b""
    low, high = message[len(_HEAD) : len(_HEAD) + 2]
    if low < _SIGN_BIT:
        return message[len(_HEAD) + 1 :][:low]
    return message[len(_HEAD) + 2 :][: low % _SIGN_BIT + high * _SIGN_BIT]


def _elsewhere(url: str) -> str | None:
    """An address as we keep it, if it is one and no other page of Google's."""
    target = canonical_url(url)
    host = host_of(target) if target else ""
    return None if host == "google.com" or host.endswith(".google.com") else target
