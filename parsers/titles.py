"""Know an article again by its title and publisher, where its address says nothing.

Aggregators hide addresses, and a moved site changes all of them.
"""

import re
import unicodedata
from hashlib import sha256
from typing import Final

# "Weekly update" is many entries; a headline of four words and more is one.
_FEWEST_WORDS: Final = 4
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


def title_key(title: str, publisher: str | None) -> str | None:
    """What stands for a title and its publisher: 64 hex digits.

    None where they do not tell an article from others: no publisher, or a title of few words.

    >>> title_key("Weekly update", "The Wire") is None
    True
    >>> one = title_key("OpenAI rents 2 GW from Oracle", "The Wire")
    >>> one == title_key("OpenAI  rents 2\u00a0GW from Oracle.", "the wire")
    True
    """
    words = _words(title)
    if publisher is None or len(words) < _FEWEST_WORDS:
        return None
    named = f"{' '.join(words)}\n{' '.join(_words(publisher))}"
    return sha256(named.encode()).hexdigest()


def is_same_wording(one: str, two: str) -> bool:
    """Whether two texts differ in digits at most: a clock or a counter on a page is no edit.

    >>> is_same_wording("Updated 10:41, 312 readers", "Updated 10:56, 340 readers")
    True
    """
    return _NUMBER.sub("0", one) == _NUMBER.sub("0", two)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
