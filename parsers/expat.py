"""The XML parser feedparser uses, told to hand over text in one piece.

Python's own driver reports a text anew at every entity and line end, some ninety times in an
escaped HTML body, and feedparser takes its time over each.
"""

from typing import Protocol, cast
from xml.sax.expatreader import ExpatParser


class _Expat(Protocol):
    buffer_text: bool
    buffer_size: int


class WholeTextParser(ExpatParser):
    """expat's driver with text buffered between two tags."""

    def reset(self) -> None:
        """Begin a document."""
        super().reset()
        expat = cast("_Expat", vars(self)["_parser"])
        expat.buffer_size = 1 << 16
        expat.buffer_text = True


def create_parser() -> WholeTextParser:
    """What `xml.sax.make_parser` looks for in a module it is given by name."""
    return WholeTextParser()
