"""Give a text the wording its writer gave it: without a wire's labels and a tokeniser's spaces."""

from typing import Final

from parsers.publishers import split_publisher
from parsers.words import pattern_of

# Spaces that pages set so that no line breaks there.
_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
# What only a tokeniser sets apart; French sets a space before ":", ";", "!", "?" and "%".
_TOKENISED: Final = r"[\w)] [,.](?: |$)|\w ['’] s\b|\d [.,] \d"
# Space before a sign, behind one, and on both sides of it, in the order they are taken out.
_JOINS: Final = (
    (r"(?<=\d) ([.,]) (?=\d)", r"\1"),
    (r"(?<=[$€£¥]) (?=\d)", ""),
    (r"(?<=\w) (['’]) (?=(?:s|t|re|ll|ve|d)\b)", r"\1"),
    (r"(?<=s) (?=['’] )", ""),
    (r"(?<=[\w)%”\"]) (?=[,.;:!?%)](?:\s|[,.;:!?)]|$))", ""),
    (r"(?<=\() ", ""),
    # "3 - year", "S - 1", "Nvidia - backed"; "… - Reuters" stays apart.
    (r"(?<=\d) - (?=[a-z])", "-"),
    (r"\b([A-Z]) - (?=\d)", r"\1-"),
    (
        r"(?<=\w) - (?=(?i:backed|led|based|owned|powered|linked|funded|listed|made|year|term|gen"
        r"|generation|scale|edge|source|sign|center|centre|market|style|like|up|to|class|ready)\b)",
        "-",
    ),
    (r"\b((?i:pre|non|co|re|ex|multi|super|cross)) - (?=\w)", r"\1-"),
)
# What wires set before a headline. "Sources:" and "Factbox" say something of what follows.
_LABEL: Final = (
    r"(?:(?i:exclusive|breaking(?: news)?|just in|top news|watch)|(?:UPDATE|WRAPUP|REFILE|RPT"
    r"|CORRECTED|FOCUS)(?: ?\d{1,2})?)\s?[-:|–—]+\s?(?=\w)"
    r"|\[(?i:news|updated?|breaking|exclusive|analysis|press release|ai|tech)\]\s?(?=\w)"
    # A sign that only catches the eye: "🚀 Oracle leases".
    r"|[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d•▶►★]+\s?(?=\S)"
)
# What all tables know dollars by.
_DOLLARS: Final = r"(?<![A-Za-z])(?:USD ?(?=\d)|US ?\$ ?(?=\d))"
_SET_APART: Final = r" [-|–—] "
_SEPARATORS: Final = " -|–—"


def find_headline(title: str) -> str:
    """A title without the label in front, and without the publisher's name set apart behind.

    >>> find_headline("UPDATE 2-Oracle leases a campus | DatacenterDynamics")
    'Oracle leases a campus'
    >>> find_headline("Oracle leases a campus from Reuters")
    'Oracle leases a campus from Reuters'
    """
    line = rejoin(title)
    label = pattern_of(_LABEL).match(line)
    if label:
        line = line[label.end() :]
    line = pattern_of(_DOLLARS).sub("$", line)
    if pattern_of(_SET_APART).search(line) is None:
        return line
    headline, publisher = split_publisher(line)
    behind = line[len(headline) :].lstrip()
    if publisher is None or not line.startswith(headline) or behind[:1] not in _SEPARATORS:
        return line
    return headline


def rejoin(text: str) -> str:
    """A text with its signs where they belong, if a tokeniser has set them apart.

    >>> rejoin("AMD ' s $ 4 . 5 billion deal , signed with Meta .")
    "AMD's $4.5 billion deal, signed with Meta."
    >>> rejoin("Un contrat : 10 % du total")
    'Un contrat : 10 % du total'
    """
    text = text if text.isascii() else text.translate(_SPACES)
    if pattern_of(_TOKENISED).search(text) is None:
        return text
    for apart, joined in _JOINS:
        text = pattern_of(apart).sub(joined, text)
    return text
