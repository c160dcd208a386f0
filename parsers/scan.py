"""Find which items of a document are new, before anything expensive looks at it.

Every item gets a fingerprint: eight bytes over all of it that is read. Items whose fingerprint was
there at the last poll are cut out; what is left, with the feed's head, goes on to be parsed. lxml
scans some 80 MB a second, a fiftieth of the time feedparser takes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from lxml import etree

_SIZE = 8  # of a fingerprint: two of a feed's 20,000 items agree by chance once in 10^11 feeds
_ITEMS = frozenset({"item", "entry"})
_NAMES = frozenset({"guid", "id"})
# What an item says that nobody reads here: feedparser would take its time over each, over a long
# author that of its square, and a count of comments would make the item look edited.
_UNREAD = frozenset({
    "author", "category", "comments", "commentrss", "contributor", "copyright", "creator", "credit",
    "duration", "enclosure", "episode", "episodetype", "explicit", "keywords", "managingeditor",
    "post-id", "publisher", "rating", "rights", "season", "statistics", "subject", "thumbnail",
    "total", "webmaster",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A document without the items already known, and the fingerprints of all it had."""

    unseen: str
    fingerprints: bytes


def scan_xml(document: str, known: bytes) -> Scan | None:
    """Cut the known items out of an RSS, RDF or Atom document.

    None where the whole of it has to be parsed: it is not well-formed, or several of its items go
    by one name and can only be told apart together.

    Args:
        document: XML without a document type declaration.
        known: the fingerprints of the last poll, joined.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(document.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return None
    items = list(_items(root))
    for head in (root, *(child for child in root if _name(child) == "channel")):
        _strip(head)
    named = [_strip(item) for item in items]
    names = [name for name in named if name is not None]
    if len(set(names)) < len(names):
        return None
    before = split_fingerprints(known)
    now = [_fingerprint(etree.tostring(item, with_tail=False)) for item in items]
    seen = [item for item, fingerprint in zip(items, now, strict=True) if fingerprint in before]
    for item in seen:
        parent = item.getparent()
        if parent is not None:
            parent.remove(item)
    unseen = etree.tostring(root, encoding="unicode")
    return Scan(unseen=unseen, fingerprints=b"".join(now))


def fingerprint_json(item: object) -> bytes:
    """The fingerprint of one JSON item, whatever the order of its keys."""
    return _fingerprint(json.dumps(item, sort_keys=True).encode())


def split_fingerprints(joined: bytes) -> frozenset[bytes]:
    """The fingerprints of a document, one by one."""
    return frozenset(joined[at : at + _SIZE] for at in range(0, len(joined), _SIZE))


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """The items right below the root (RDF, Atom) or below its channel (RSS)."""
    for child in root:
        name = _name(child)
        if name in _ITEMS:
            yield child
        elif name == "channel":
            yield from (grandchild for grandchild in child if _name(grandchild) in _ITEMS)


def _strip(item: etree._Element) -> str | None:
    """Take out of an item, or a feed's head, what is not read; its name, None where it has none."""
    named = None
    for child in list(item):
        name = _name(child)
        if name in _UNREAD:
            item.remove(child)
        elif name in _NAMES:
            named = (child.text or "").strip()
    return named


def _name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""


def _fingerprint(words: bytes) -> bytes:
    return blake2b(words, digest_size=_SIZE).digest()
