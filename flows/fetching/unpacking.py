"""Undo a body's Content-Encoding without ever holding more than the cap."""

import zlib

from parsers.errors import FetchError

MIB = 1024 * 1024
# gzip may be a chain of members; a chain of empty ones is an attack on the processor.
MAX_GZIP_MEMBERS = 1_000
GZIP_MAGIC = 0x1F
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
# The last four are not encodings, but servers name them where none was applied.
PLAIN = frozenset({"", "identity", "none", "utf-8", "binary", "8bit"})


def too_large(host: str, max_bytes: int) -> FetchError:
    """The error of a body over the cap, packed or unpacked."""
    return FetchError("too_large", f"{host}: more than {max_bytes / MIB:g} MiB")


class Unpacker:
    """Undo Content-Encoding piece by piece, never holding more than the cap.

    The HTTP library would take a gzip body that was cut off for a whole one, so we look for the
    end mark ourselves.
    """

    def __init__(self, encoding: str, host: str, max_bytes: int) -> None:
        self._host = host
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []
        self._size = 0
        self._members = 0
        self._inflate: zlib._Decompress | None = None
        name = encoding.lower()
        self._packed = name in PACKED
        if name not in PACKED | PLAIN:
            raise self._bad(f"packs the body in a way we did not ask for ({name[:20]})")

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the body as they came."""
        if not self._packed:
            self._keep(chunk)
            return
        while chunk:
            if self._inflate is None or self._inflate.eof:
                if self._members and chunk[0] != GZIP_MAGIC:
                    return  # servers pad; whatever follows the end mark is no part of the body
                self._start_member(chunk)
            chunk = self._unpack(chunk)

    def finish(self) -> bytes:
        """The whole body."""
        if self._packed and (self._inflate is None or not self._inflate.eof):
            raise FetchError("truncated", f"{self._host}: the packed body ends before its end mark")
        return b"".join(self._parts)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._max_bytes:
            raise too_large(self._host, self._max_bytes)
        self._parts.append(piece)

    def _bad(self, why: str) -> FetchError:
        return FetchError("bad_encoding", f"{self._host}: {why}")

    def _start_member(self, chunk: bytes) -> None:
        self._members += 1
        if self._members > MAX_GZIP_MEMBERS:
            raise self._bad("packed in more pieces than a document needs")
        self._inflate = zlib.decompressobj(wbits=_window_bits(chunk[0]))

    def _unpack(self, chunk: bytes) -> bytes:
        inflate = self._inflate
        if inflate is None:
            raise AssertionError("a member is started before it is unpacked")
        try:
            self._keep(inflate.decompress(chunk, self._max_bytes - self._size + 1))
        except zlib.error as error:
            raise self._bad("the body is not packed as the server says") from error
        return inflate.unused_data if inflate.eof else inflate.unconsumed_tail


def _window_bits(first: int) -> int:
    """Tell gzip, zlib and bare deflate apart by the first byte: servers mix up the last two."""
    if first == GZIP_MAGIC:
        return zlib.MAX_WBITS | 16
    is_zlib = first & 0x0F == zlib.DEFLATED and first >> 4 <= zlib.MAX_WBITS - 8
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
