"""Spoil documents in the ways that broken servers and hostile authors do."""

import codecs
import gzip
import re
from collections.abc import Callable, Sequence
from random import Random

MOST_BYTES = 400_000

TOKENS = (
    b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?xml", b"?>", b"<!DOCTYPE x [", b"]>", b"<!",
    b"<!ENTITY a 'b'>", b"&a;", b"&nbsp;", b"&amp;amp;", b"&", b"&#", b"&#x", b"&#0;", b"&#xD800;",
    b"&#55357;&#56832;", b"&#99999999999;", b"&#x110000;", b"&#x1b;", b"&#146;", b"&#xFFFE;",
    b"\0", b"\x1b[31m", b"\x08", b"\x7f", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae", b"\xe2\x80\x8b",
    b"\xc2\x92", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbf\xbe", b"\xf0\x9f\x98\x80",
    b"<item>", b"</item>", b"<entry>", b"</entry>", b"<item/>", b"<channel>", b"</channel>",
    b"<title>", b"</title>", b"<guid>", b"<guid isPermaLink='true'>", b"<id/>", b"<link/>",
    b"<link>", b"<description>", b"<content:encoded>", b"<content type='xhtml'>",
    b"<content type='text/html' mode='base64'>////</content>", b"<source><title>x</title></source>",
    b"<pubDate>", b"<ttl>", b"<ttl>99999999999999999999</ttl>", b"<textarea>", b"<script>",
    b"<style>", b"<plaintext>", b"<table><tr><td>", b"<svg>", b"<math>", b"<a href='", b"<a href=",
    b"<rss>", b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<rdf:RDF>", b"</rss>", b"</feed>",
    b" xml:base='http://[::1'", b" xml:base='javascript:x'", b" xml:base='//'", b" xmlns='",
    b" xml:lang='\xff'", b" type='html'", b" type='text/html'", b" mode='escaped'", b" rel='self'",
    b"http://[", b"http://[v1.x]/", b"http://a:99999/", b"http://a:-1/", b"http://a:b/", b"//",
    b"http://\xe2\x84\x80/", b"http://xn--/", b"http://xn--a/", b"javascript:alert(1)", b"data:,",
    b"0000-00-00T00:00:00Z", b"9999-12-31T23:59:59-14:00", b"0001-01-01T00:00:00+14:00",
    b"31 Feb 2026 25:61:61 +9999", b"-1", b"NaN", b"1e999", b"Infinity", b"1" * 40, b"9" * 5_000,
    b"$99999999999999999999999999 trillion", b"$1.2.3.4 billion", b"1e400 GW", b"\xd9\xa3",
    b"\xc2\xbd", b"{", b"}", b"[", b"]", b'"', b"\\", b"\\u0000", b"\\ud800", b'{"items":[{}]}',
    b"null", b"true", b'"items":', b'"id":', b'"id":1e999,', b"<outline xmlUrl='", b'xmlUrl="',
    b"<outline ", b"/>", b">", b"<", b"'", b"=", b" ", b"\n", b"\r", b"\t", b"%", b"%00", b"%zz",
)  # fmt: skip
_CODECS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "koi8-r", "gb18030", "shift_jis", "utf-7")
_LABELS = (b"utf-8", b"utf-16", b"iso-8859-1", b"iso-2022-jp", b"gb2312", b"utf-7", b"rot13",
           b"idna", b"zlib", b"undefined", b"unicode_escape", b"windows-874", b"")  # fmt: skip
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
_TAG = re.compile(rb"<[^<>]{1,200}>")
_NAME = re.compile(rb"<([a-zA-Z][\w:.-]{0,30})")
_NUMBER = re.compile(rb"\d+")

Mutation = Callable[[Random, bytes, bytes], bytes]


def spoil(random: Random, seeds: Sequence[bytes]) -> bytes:
    """One new document: a seed that has been through one to five mutations."""
    body, other = random.choice(seeds), random.choice(seeds)
    for _ in range(random.choice((1, 1, 2, 3, 5))):
        body = random.choice(_MUTATIONS)(random, body, other)[:MOST_BYTES]
    return body


def spoil_text(random: Random, text: str) -> str:
    """One new date or address."""
    body = text.encode()
    for _ in range(random.choice((1, 2, 3))):
        body = random.choice(_SHORT)(random, body, text[::-1].encode())[:3_000]
    return body.decode("utf-8", errors=random.choice(("replace", "surrogateescape")))


def _place(random: Random, body: bytes) -> int:
    """A place in a document: anywhere, or where a tag begins."""
    at = random.randrange(len(body) + 1)
    tag = body.find(b"<", at)
    return tag if tag >= 0 and random.random() < 0.5 else at


def _flip_bits(random: Random, body: bytes, _other: bytes) -> bytes:
    changed = bytearray(body)
    for _ in range(random.choice((1, 2, 8, 64)) if body else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(random: Random, body: bytes, _: bytes) -> bytes:
    return body[: _place(random, body)]


def _leave_out(random: Random, body: bytes, _: bytes) -> bytes:
    start = _place(random, body)
    return body[:start] + body[start + random.choice((1, 10, 100, 2_000)) :]


def _splice(random: Random, body: bytes, other: bytes) -> bytes:
    return body[: _place(random, body)] + other[_place(random, other) :]


def _insert_other(random: Random, body: bytes, other: bytes) -> bytes:
    at, start = _place(random, body), _place(random, other)
    return body[:at] + other[start : start + random.choice((20, 200, 5_000))] + body[at:]


def _repeat_chunk(random: Random, body: bytes, _: bytes) -> bytes:
    start = _place(random, body)
    end = start + random.choice((1, 8, 60, 1_000))
    return body[:end] + body[start:end] * random.choice((1, 2, 20, 300, 5_000)) + body[end:]


def _insert_tokens(random: Random, body: bytes, _other: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 3, 20))):
        at = _place(random, body)
        body = body[:at] + random.choice(TOKENS) + body[at:]
    return body


def _insert_many(random: Random, body: bytes, _: bytes) -> bytes:
    at = _place(random, body)
    return body[:at] + random.choice(TOKENS)[:60] * random.choice((50, 500, 3_000)) + body[at:]


def _nest(random: Random, body: bytes, _: bytes) -> bytes:
    names = _NAME.findall(body) or [b"div"]
    name: bytes = random.choice(names)
    depth, at = random.choice((5, 100, 300, 5_000, 20_000)), _place(random, body)
    close = (b"</" + name + b">") * (depth if random.random() < 0.5 else 0)
    opening = (b"&lt;%b&gt;" if random.random() < 0.3 else b"<%b>") % name
    return body[:at] + opening * depth + b"x" + close + body[at:]


def _lengthen_tag(random: Random, body: bytes, _: bytes) -> bytes:
    """One tag gets a very long attribute, or very many."""
    tag = _TAG.search(body, _place(random, body))
    if not tag:
        return body
    count = random.choice((10, 500, 3_000))
    many = b"".join(b" a%d='%d'" % (number, number) for number in range(count))
    more = random.choice((many, b" href='" + b"x/" * count + b"'", b" a" * count, b" =" * count))
    return body[: tag.end() - 1] + more + body[tag.end() - 1 :]


def _change_number(random: Random, body: bytes, _: bytes) -> bytes:
    number = _NUMBER.search(body, _place(random, body))
    if not number:
        return body
    digits = random.choice((b"0", b"-1", b"99999999999", b"1e999", b"9" * 400, b"\xd9\xa3", b"1.5"))
    return body[: number.start()] + digits + body[number.end() :]


def _recode(random: Random, body: bytes, _: bytes) -> bytes:
    text = body.decode("utf-8", errors="replace")
    return text.encode(random.choice(_CODECS), errors="replace")


def _relabel(random: Random, body: bytes, _: bytes) -> bytes:
    return b'<?xml version="1.0" encoding="' + random.choice(_LABELS) + b'"?>' + body


def _mark(random: Random, body: bytes, _: bytes) -> bytes:
    return random.choice(_MARKS) + body


def _pack(random: Random, body: bytes, _: bytes) -> bytes:
    packed = gzip.compress(body, mtime=0)
    return packed[: _place(random, packed)]


def _escape(random: Random, body: bytes, _: bytes) -> bytes:
    start = _place(random, body)
    end = start + random.choice((50, 1_000))
    return body[:start] + body[start:end].replace(b"<", b"&lt;") + body[end:]


def _swap_tags(random: Random, body: bytes, _: bytes) -> bytes:
    """Two tags change places, so that elements overlap."""
    one = _TAG.search(body, _place(random, body))
    two = _TAG.search(body, one.end()) if one else None
    if not one or not two:
        return body
    return body[: one.start()] + two[0] + body[one.end() : two.start()] + one[0] + body[two.end() :]


_SHORT: tuple[Mutation, ...] = (
    _flip_bits, _cut, _leave_out, _splice, _insert_other, _repeat_chunk, _insert_tokens,
    _change_number,
)  # fmt: skip
_MUTATIONS: tuple[Mutation, ...] = (
    *_SHORT, _insert_tokens, _insert_many, _nest, _lengthen_tag, _recode, _relabel, _mark, _pack,
    _escape, _swap_tags,
)  # fmt: skip
