"""Give a text the wording its writer gave it: without a wire's labels and a tokeniser's spaces."""

from typing import Final

from parsers.publishers import known_publisher, split_publisher
from parsers.words import pattern_of

# Spaces that pages set so that no line breaks there.
_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
# What only a tokeniser sets apart; French sets a space before ":", ";", "!", "?" and "%".
_TOKENISED: Final = r"[\w)] [,.](?: |$)|\w ['’] ?s\b|\d [.,] \d"
# Space before a sign, behind one, and on both sides of it, in the order they are taken out.
_JOINS: Final = (
    (r"(?<=\d) ([.,]) (?=\d)", r"\1"),
    (r"(?<=[$€£¥]) (?=\d)", ""),
    (r"(?<=\w) (['’]) ?(?=(?:s|t|re|ll|ve|d)\b)", r"\1"),
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
_SIGNS: Final = r"[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d•▶►★]"
# What wires set before a headline. "Sources:" and "Factbox" say something of what follows.
_LABELS: Final = (
    r"(?:(?:(?i:exclusive|scoop|exclusif|exclusiva|esclusiva"
    r"|exklusiv|eilmeldung|breaking(?: news)?|just in|top news|watch)|(?:UPDATE|WRAPUP|REFILE"
    r"|BRIEF|RPT"
    r"|CORRECTED|FOCUS|KORREKTUR|WDH)(?: ?\d{1,2})?)\s?[-:|–—]+\s?(?=\w)"
    # The German wire's longer report of one event: "ROUNDUP 2: Iren schließt …", no list of many.
    r"|ROUNDUP(?: ?\d{1,2})?: (?=\w[^;]*$)"
    r"|\[(?i:news|updated?|breaking|exclusive|analysis|press release|ai|tech)\]\s?(?=\w)"
    r"|\d{1,2}[.)] (?=[^\W\d])"
    # A wire's place and day, a reporter's name.
    r"|[\[［【][^\]］】]{0,20}(?:ロイター|時事|共同|ブルームバーグ|기자|뉴스핌|뉴시스|특파원|路透社?)[^\]］】]{0,8}[\]］】]"
    r"\s?(?:[가-힣]{2,4}\s(?:기자|특파원)\s?)?(?:[-–—=|]\s?)?(?=\w)"
    # A digest's name and day before the one thing it tells: "데일리 브리핑 — 9월 27일: 앤스로픽".
    r"|[^\W\d][\w ]{0,12}(?:브리핑|뉴스레터|早[报報]|日[报報])\s?(?:[-–—|]\s?)?"
    r"(?:\d{1,2}[월月] ?\d{1,2}[일日])?\s?[:：]\s?"
    r"(?=[^;；|/+]{8,90}$)"
    # A sign that only catches the eye: "🚀 Oracle leases".
    rf"|{_SIGNS}+\s?(?=\S))+"
)
# What closes a headline and says nothing of it: such a sign, and a publisher in brackets.
_SIGNS_BEHIND: Final = rf"(?<!{_SIGNS}){_SIGNS}+$"
_IN_BRACKETS: Final = r"(?<=\s)[(\[]([^()\[\]]{2,40})[)\]]$"
# Whose picture stands beside it: "(圖：REUTERS/TPG)".
_CREDIT: Final = (
    r"[(（【〔](?:[圖图](?:片|源)?|照片|示意[圖图]|[資资]料[照圖图]|写真|画像|사진)\s?[:：=＝/／][^()（）【】〔〕]{1,40}"
    r"[)）】〕]\s*$"
)
_QUOTED: Final = r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»|„[^„“”]*[“”]"
# What all tables know dollars by.
_DOLLARS: Final = r"(?<![A-Za-z])(?:USD ?(?=\d)|US ?\$ ?(?=\d))"
_SET_APART: Final = r" [-|–—] "
_SEPARATORS: Final = " -|–—"


def find_headline(title: str) -> str:
    """A title without labels, quotation marks around it, and the publisher's name behind.

    >>> find_headline("UPDATE 2-Oracle leases a campus | DatacenterDynamics")
    'Oracle leases a campus'
    >>> find_headline("🚀 “Oracle leases a campus” (Reuters)")
    'Oracle leases a campus'
    >>> find_headline("Oracle leases a campus from Reuters")
    'Oracle leases a campus from Reuters'
    """
    line = rejoin(unlabelled(title).strip())
    line = pattern_of(_SIGNS_BEHIND).sub("", line).rstrip()
    bracketed = pattern_of(_IN_BRACKETS).search(line)
    if bracketed and known_publisher(bracketed[1]):
        line = line[: bracketed.start()].rstrip()
    if pattern_of(_QUOTED).fullmatch(line):
        line = line[1:-1]
    line = pattern_of(_DOLLARS).sub("$", line)
    if pattern_of(_SET_APART).search(line) is None:
        return line
    headline, publisher = split_publisher(line)
    behind = line[len(headline) :].lstrip()
    if publisher is None or not line.startswith(headline) or behind[:1] not in _SEPARATORS:
        return line
    return headline


def unlabelled(title: str) -> str:
    """A title with spaces in place of the labels in front of it, so that all else stays in place.

    So is whose picture stands beside it, where a title of the east ends in that.

    >>> unlabelled("UPDATE 2-Oracle leases a campus")
    '         Oracle leases a campus'
    """
    if not title.isascii() and (credit := pattern_of(_CREDIT).search(title)):
        title = title[: credit.start()] + " " * len(credit[0])
    labels = pattern_of(_LABELS).match(title)
    return " " * labels.end() + title[labels.end() :] if labels else title


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
