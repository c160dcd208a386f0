"""Turn a document's bytes into text, whatever its headers claim, without what XML forbids."""

import codecs
import re
from typing import NamedTuple


class Decoded(NamedTuple):
    """A text, and a sentence on what had to be repaired: None if nothing."""

    text: str
    degraded: str | None


def decode(body: bytes, content_type: str | None) -> Decoded:
    """Decode a document and strip what XML forbids.

    Text that happens to be valid UTF-8 is UTF-8: declarations are wrong more often than chance
    makes valid sequences. So UTF-8 with a few broken bytes stays UTF-8 too. Only then counts what
    the header and the XML declaration say.

    Args:
        body: The bytes as they came.
        content_type: The `Content-Type` header's value, if there was one.
    """
    found = _by_mark(body) or _by_shape(body, _declared(body, content_type))
    allowed = _FORBIDDEN_OR_NEL.sub(_as_windows, found.text)
    stripped = len(found.text) - len(allowed)
    text, replaced = neutralise_references(allowed)
    reasons = [found.degraded] if found.degraded else []
    if stripped or replaced:
        reasons.append(f"{stripped + replaced} characters XML forbids were taken out")
    return Decoded(text, "; ".join(reasons) or None)


# --- which encoding -----------------------------------------------------------------------------

# The longer marks first: UTF-32's begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What XML or JSON begins with, without a byte order mark.
_SHAPES = tuple(
    (sign.encode(codec), codec)
    for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    for sign in "<{"
)


def _by_mark(body: bytes) -> Decoded | None:
    """Decode what begins with a byte order mark, or with the zeros of a wide encoding."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _replacing(body.removeprefix(mark), codec)
    for shape, codec in _SHAPES:
        if body.startswith(shape):
            return _replacing(body, codec)
    return None


def _by_shape(body: bytes, declared: tuple[str, ...]) -> Decoded:
    """Decode by what the bytes look like, then by what is declared."""
    for codec in declared:
        if codec in _SEVEN_BIT and b"\x1b" in body:  # all ASCII, so valid UTF-8 as well
            return _replacing(body, codec)
    as_utf8 = _replacing(body, "utf-8")
    if _is_mostly_valid(as_utf8.text):
        return as_utf8
    for codec in declared:
        read = _replacing(body, codec)
        if codec != "utf-8" and _is_mostly_valid(read.text):
            return read
    said = ", ".join(declared) or "nothing"
    why = f"the encoding is unclear (declared: {said}) and was read as windows-1252"
    return Decoded(body.decode("cp1252", errors="replace"), why)


def _replacing(body: bytes, codec: str) -> Decoded:
    """Decode, with a mark in place of each byte that makes no sense."""
    try:
        return Decoded(body.decode(codec), None)
    except UnicodeDecodeError:
        text = body.decode(codec, errors="replace")
    return Decoded(text, f"some bytes are not valid {codec} and were replaced")


# One broken byte in twenty letters beyond ASCII: real Latin-1 read as UTF-8 has nearly all broken.
_BROKEN_SHARE = 20


def _is_mostly_valid(text: str) -> bool:
    """Whether few enough of the letters beyond ASCII are replacement marks."""
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if not broken:
        return True
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return broken * _BROKEN_SHARE <= beyond


# --- what is declared ---------------------------------------------------------------------------

_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([\w.:-]+)")


def _declared(body: bytes, content_type: str | None) -> tuple[str, ...]:
    """Name the codecs the header and the XML declaration ask for, of those we know."""
    header = _HEADER_CHARSET.search(content_type or "")
    prolog = _XML_CHARSET.match(body[:400])
    labels = [header[1] if header else "", prolog[1].decode("ascii") if prolog else ""]
    codecs_ = (_CODECS.get(label.casefold().replace("_", "-")) for label in labels)
    return tuple(dict.fromkeys(codec for codec in codecs_ if codec))


# Label -> codec, as browsers read the labels: Latin-1 means windows-1252, GB2312 means GB18030.
# An allow-list: Python knows encodings (utf-7, unicode-escape) that no feed should choose.
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252", "x-ansi",
         "windows-1252", "ansi"), "cp1252"),
    **dict.fromkeys(("iso-8859-2", "iso8859-2", "latin2"), "iso8859-2"),
    **dict.fromkeys(("iso-8859-9", "latin5", "windows-1254", "cp1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)},
    **{f"cp125{n}": f"cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)},
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "ibm866": "cp866", "cp866": "cp866",
    "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb-2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis", "windows-31j", "ms932"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987", "ksc5601", "windows-949"), "cp949"),
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
}  # fmt: skip
_SEVEN_BIT = frozenset({"iso2022_jp"})

# --- what XML forbids ---------------------------------------------------------------------------

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORBIDDEN_OR_NEL = re.compile(_FORBIDDEN.pattern.replace("\x85", ""))
_REFERENCE = re.compile(r"&\#(?:x([0-9a-f]+)|([0-9]+));?", re.IGNORECASE | re.ASCII)
_LONGEST = 7  # digits of 1114111, the last code point


def _as_windows(found: re.Match[str]) -> str:
    """What a forbidden character was meant to be, "" for most.

    No feed means U+0080 to U+009F: it is windows-1252 some program took for Latin-1, "don't" with
    a curly apostrophe above all.
    """
    is_c1 = "\x80" <= found[0] <= "\x9f"
    return found[0].encode("latin-1").decode("cp1252", errors="ignore") if is_c1 else ""


def strip_forbidden(text: str) -> str:
    """Take out what neither XML nor a database holds: NUL and other controls, lone surrogates."""
    return _FORBIDDEN.sub("", text)


def neutralise_references(text: str) -> tuple[str, int]:
    """Replace references to characters that do not exist, which crash feedparser.

    Returns:
        The text, and how many references were replaced: `&#xD800;`, `&#0;`, `&#99999999999;`.
    """
    replaced = 0

    def replace(found: re.Match[str]) -> str:
        nonlocal replaced
        if _is_allowed(found[1], found[2]):
            return found[0]
        replaced += 1
        return "\N{REPLACEMENT CHARACTER}"

    return _REFERENCE.sub(replace, text), replaced


def _is_allowed(hexadecimal: str | None, decimal: str | None) -> bool:
    """Whether a reference's digits name a character XML allows, or one of windows-1252's."""
    digits = (hexadecimal or decimal or "").lstrip("0")
    if not digits or len(digits) > _LONGEST:
        return False
    code = int(digits, 16 if hexadecimal else 10)
    # &#146; is a common apostrophe: parsers read 128 to 159 as windows-1252.
    return code <= 0x10FFFF and (0x80 <= code <= 0x9F or not _FORBIDDEN.match(chr(code)))  # noqa: PLR2004
