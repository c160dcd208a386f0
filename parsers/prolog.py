"""Find the root of an XML document, with the words it abbreviates written out.

A document may declare entities, short names for texts of its own, before the root. One made of
others can be a bomb, one kept elsewhere a spy: a document with such is refused, and no XML parser
ever sees a declaration.
"""

import re

from parsers.errors import ParseError

MAX_WORDS = 200  # characters an entity may stand for
MAX_GROWTH = 100_000  # characters by which a document may grow

# What may stand before the first element; "<!DOCTYPE x [" does not match and so ends it.
_PROLOG = re.compile(
    r"""
    (?: \s+
      | <\?[^>]*>                     # <?xml …?>, <?xml-stylesheet …?>
      | <!--.*?-->
      | <!DOCTYPE[^\[<>]*>            # without entities of its own
    )*
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)

_OPENING = re.compile(r"<!DOCTYPE\s+[\w.:-]{1,100}\s*\[", re.IGNORECASE)
_CLOSING = re.compile(r"\]\s*>")
# Of all that may be declared, plain words alone: neither elements nor what lies elsewhere.
_DECLARED = re.compile(
    r"""
      \s+
    | <!--(?:(?!-->).)*+-->
    | <!ENTITY \s+ (?P<name>[\w.-]{1,50}) \s+
      (?: "(?P<words> (?: [^<&%"] | &\#\w{1,8}; )*+ )"          # characters, no other entity
        | '(?P<quoted>(?: [^<&%'] | &\#\w{1,8}; )*+ )' ) \s* >
    """,
    re.VERBOSE | re.DOTALL,
)
# Entities have no meaning in CDATA and in comments.
_USE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z) | <!--.*?(?:-->|\Z) | &(?P<name>[\w.-]{1,50});",
    re.VERBOSE | re.DOTALL,
)
# XML's own names keep their meaning, whatever a document says.
_RESERVED = frozenset({"amp", "lt", "gt", "quot", "apos"})
_AS_WORDS = str.maketrans({'"': "&#34;", "'": "&#39;", ">": "&gt;"})


def find_root(text: str) -> tuple[str, int]:
    """Find where the prolog ends.

    Returns:
        The document, without the declaration of its own entities and with what they stand for in
        their places, and where its root begins.

    Raises:
        ParseError: `xml_forbidden` for entities that are more than a few plain words.
    """
    root = _end_of_prolog(text)
    if not _DECLARATION.match(text, root):
        return text, root
    entities, end = _find_entities(text, root)
    text = _write_out(text[end:], entities)
    root = _end_of_prolog(text)
    if _DECLARATION.match(text, root):
        raise _forbidden()
    return text, root


def _end_of_prolog(text: str) -> int:
    prolog = _PROLOG.match(text)
    return prolog.end() if prolog else 0


def _find_entities(text: str, start: int) -> tuple[dict[str, str], int]:
    """Name -> words of a declaration's entities, and where the declaration ends."""
    opening = _OPENING.match(text, start)
    at = opening.end() if opening else start
    entities: dict[str, str] = {}
    while opening and (found := _DECLARED.match(text, at)):
        at = found.end()
        words = found["words"] or found["quoted"] or ""
        if len(words) > MAX_WORDS:
            raise _forbidden()
        if found["name"] and found["name"] not in _RESERVED:
            entities.setdefault(found["name"], words.translate(_AS_WORDS))
    closing = _CLOSING.match(text, at)
    if not closing:
        raise _forbidden()
    return entities, closing.end()


def _write_out(text: str, entities: dict[str, str]) -> str:
    """Put the words in place of their names, as often as a document may."""
    left = MAX_GROWTH

    def write(use: re.Match[str]) -> str:
        nonlocal left
        words = entities.get(use["name"] or "", use[0])
        left -= max(0, len(words) - len(use[0]))
        if left < 0:
            raise _forbidden()
        return words

    return _USE.sub(write, text) if entities else text


def _forbidden() -> ParseError:
    return ParseError(
        "xml_forbidden",
        "the document declares its own XML entities, which can be a bomb; it is not read",
    )
