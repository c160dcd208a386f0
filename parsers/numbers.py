"""Numbers as newsrooms write them: digits, words, scales, in the scripts of east and west."""

import re
from collections.abc import Iterable
from decimal import Decimal

from parsers import vocabulary as words
from parsers.words import first_runs

# --- words --------------------------------------------------------------------------------------


def any_of(words: Iterable[str]) -> str:
    """Return a regex of the words, longest first; a space in a word also matches a hyphen.

    A word which ends in a Latin or Cyrillic letter does not match the beginning of a longer one.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    spaced = [word for word in ordered if _LETTER_LAST.search(word)]
    # One look for the end of all; no table has a sign that a longer word begins with.
    parts = ([word for word in ordered if word not in spaced], spaced)
    rows = ["|".join(re.escape(word).replace(r"\ ", "[ -]") for word in part) for part in parts]
    ends = (rows[0], f"(?:{rows[1]}){LETTER_END}" if spaced else "")
    return f"(?:{'|'.join(filter(None, ends))})"


def plain_words(written: str) -> str:
    """Words as the tables spell them."""
    return written.lower().replace("-", " ").strip()


# --- grammar ------------------------------------------------------------------------------------

LETTERS = "A-Za-zÀ-ÖØ-öø-ſА-яё"
_LETTER_LAST = re.compile(r"[a-zà-ſа-ё]$", re.IGNORECASE)
LETTER_END = f"(?![{LETTERS}0-9])"
# A number starts here: not inside "GB300", not in the middle of another, nor behind a bare ".".
NUMBER_START = r"(?<![A-Za-z0-9_])(?<![0-9][.,'])(?<![ (]\.)(?<!^\.)"
# A tokeniser's spaces are part of a number: "$19 . 4B", "20 , 533".
_SPACED = "|".join(unit.replace(" ", "[ ]") for unit in words.SPACED_UNITS)
DIGITS = rf"""(?>
    [0-9]{{1,3}}[ ]\.[ ][0-9]{{1,3}}(?![0-9])
  | [0-9]{{1,3}}(?:[ ],[ ][0-9]{{3}}(?![0-9])){{1,4}}
  | [0-9]{{1,3}}(?:[ ][0-9]{{3}}){{0,3}}[ ]000(?![0-9])
  | [0-9]{{1,3}}(?:[ ][0-9]{{3}}){{1,3}}(?=[ ](?:{_SPACED}))
  | [0-9]{{1,15}}(?:[.,'][0-9]{{1,15}}){{0,5}}
)(?![.,']?[0-9])"""
_SMALL = any_of(words.SMALL_NUMBERS)
_HUNDRED = rf"(?:hundred{LETTER_END}(?:[ -]and(?=[ -]{_SMALL}))?)"
_AND_A_HALF = rf"(?:[ -]and[ -](?:an?|one)[ -]{any_of(words.FRACTIONS)})"
WORDS = rf"""(?>
    (?:{_SMALL}|{_HUNDRED}) (?:[ -](?:{_SMALL}|{_HUNDRED}|point{LETTER_END})){{0,7}} {_AND_A_HALF}?
)"""
FOREIGN = any_of(words.FOREIGN_NUMBERS)
_FOREIGN_SCALE = any_of([*words.CONTINENTAL_SCALES, "million", "millions"])
_FOREIGN_OR = any_of(words.FOREIGN_JOINTS)


def article_pattern(units: str = "(?!)") -> str:
    """Return the regex of a number that is one only before a scale, or one of some units.

    "a billion", "half a gigawatt", "eine Milliarde", "fünf Milliarden", "zwei bis drei Millionen".
    """
    scaled = rf"[ -](?:{any_of(words.SCALE_WORDS)}|{units})"
    single = rf"[ -](?:{any_of(words.CONTINENTAL_ONES)}|{units})"
    foreign = rf"(?:[ ]{_FOREIGN_OR}[ ]{FOREIGN})?[ -](?:{_FOREIGN_SCALE}|{units})"
    return rf"""(?:
        {any_of(words.ARTICLES)}(?={scaled})
      | {any_of(words.FOREIGN_ARTICLES)}(?={single})
      | {FOREIGN}(?={foreign})
    )"""


_TENS = "".join(words.CJK_TENS)
# What no number begins with: "数百亿" and "上百亿" count nothing, and "千亿" alone is as vague.
_CJK_BARE = "(?<![数數几幾上수])(?<![数數]以)"
_CJK_NUMBER = rf"""(?:
    (?:[0-9]{{1,3}}[千천百백]){{1,2}}[0-9]{{0,3}}            # "2천500억"
  | {DIGITS}
  | {_CJK_BARE}(?![百千천백])[{"".join(words.CJK_DIGITS)}{_TENS}]{{1,8}}
)"""
CJK_SCALE = any_of(words.CJK_SCALES).replace("兆", "兆(?!瓦)")
# Two or three of them add up: "1兆2000億円", "1만3000장", "1만8천개".
CJK = rf"""
    {_CJK_NUMBER}(?P<cjk_plus>[多余餘])?[ ]?{CJK_SCALE}
    (?:[ ]?{_CJK_NUMBER}[ ]?{CJK_SCALE}){{0,2}}
    (?:(?<=[만万萬])(?:[0-9]{{3,4}}(?![0-9.,年년])|[ ]?[1-9][천千](?=[개장대기여個个枚台顆颗])))?
"""
_CJK_PART = re.compile(rf"({_CJK_NUMBER})[多余餘]?[ ]?({CJK_SCALE})", re.VERBOSE)
_CJK_TAIL = re.compile(r"(?<=[만万萬])[ ]?([0-9]{3,4}|[1-9][천千])$")
_CJK_TOKEN = re.compile(r"[0-9]+|.")
# What a number begins with: a word or a sign.
_ARTICLES = (*words.ARTICLES, *words.FOREIGN_ARTICLES)
NUMBER_RUNS = first_runs(
    [*words.SMALL_NUMBERS, "hundred", *_ARTICLES, *words.FOREIGN_NUMBERS],
)
NUMBER_SIGNS = "0-9" + "".join([*words.CJK_DIGITS, *words.CJK_TENS])
WORD_SCALE = any_of([*words.SCALE_WORDS, *words.CONTINENTAL_SCALES])
LETTER_SCALE = any_of(words.SCALE_LETTERS)

# --- values -------------------------------------------------------------------------------------


def parse_digits(written: str, *, groups: str = ",") -> Decimal:
    """Return the value of "1,250.5", of "1.250,5" if `groups` is ".", of both if it is ".,".

    A mark that repeats separates thousands; of two, the last is the decimal mark. A single mark
    before three digits separates thousands if it is one of `groups`.
    """
    digits = written.replace(" ", "").replace("'", "")
    marks = re.sub(r"[0-9]", "", digits)
    if not marks:
        return Decimal(digits)
    last = marks[-1]
    head, _, tail = digits.rpartition(last)
    other = marks.strip(last) != ""
    thousands = len(tail) == 3 and not head.startswith("0") and not other  # noqa: PLR2004
    grouped = marks.count(last) > 1 or (thousands and last in groups)
    whole = re.sub(r"[.,]", "", head)
    return Decimal(whole + tail if grouped else f"{whole}.{tail}")


def parse_number(written: str, *, groups: str = ",") -> Decimal | None:
    """Return the value of digits or of words in any language we know; None if it is no number."""
    if written[0].isdigit() or written[0] == ".":
        return parse_digits(written, groups=groups)
    foreign = words.FOREIGN_NUMBERS.get(plain_words(written))
    return parse_words(written) if foreign is None else Decimal(foreign)


def parse_words(written: str) -> Decimal | None:
    """Return the value of "two and a half" or "six point three"; None if it is no number."""
    spelled = plain_words(written)
    article = words.ARTICLES.get(spelled) or words.FOREIGN_ARTICLES.get(spelled)
    if article:
        return article
    whole, _, decimals = spelled.partition(" point ")
    spoken = [word for word in whole.split() if word not in ("a", "an", "one half", "and")]
    total, last = Decimal(0), 100
    for word in spoken:
        if word in words.FRACTIONS:
            total += words.FRACTIONS[word]
        elif word == "hundred":
            total, last = (total or Decimal(1)) * 100, 100
        elif word in words.SMALL_NUMBERS and _may_follow(words.SMALL_NUMBERS[word], last):
            total, last = total + words.SMALL_NUMBERS[word], words.SMALL_NUMBERS[word]
        else:
            return None
    digits = [words.SMALL_NUMBERS.get(word, 10) for word in decimals.split()]
    if max(digits, default=0) > 9:  # noqa: PLR2004
        return None
    return total + (Decimal("0." + "".join(map(str, digits))) if digits else 0)


def _may_follow(number: int, last: int) -> bool:
    """Whether "five" may follow "twenty" in one number (yes), or "six" (no)."""
    return last == 100 or (last >= 20 and 0 < number < 10)  # noqa: PLR2004


def parse_cjk(written: str) -> Decimal:
    """Return the value of "1兆2000億", "30.53亿" or "1만3000": scaled numbers that add up."""
    parts = _CJK_PART.findall(written)
    tail = _CJK_TAIL.search(written)
    return sum(
        (parse_cjk_number(number) * words.CJK_SCALES[scale] for number, scale in parts),
        start=parse_cjk_number(tail[1]) if tail else Decimal(0),
    )


def last_cjk_scale(written: str) -> int:
    """Return the factor of the last scale in such a number: 10**8 of "1兆2000億"."""
    return words.CJK_SCALES[_CJK_PART.findall(written)[-1][1]]


def parse_cjk_number(written: str) -> Decimal:
    """Return the value of "15", "十五", "一百二十" or "2천500"."""
    if re.fullmatch(r"[0-9].*[0-9]|[0-9]", written) and not re.search(f"[{_TENS}]", written):
        return parse_digits(written)
    total, digit = 0, 0
    for token in _CJK_TOKEN.findall(written):
        if token in words.CJK_TENS:
            total += (digit or 1) * words.CJK_TENS[token]
            digit = 0
        else:
            digit = int(token) if token.isascii() else words.CJK_DIGITS[token]
    return Decimal(total + digit)


def scale_of(written: str) -> int | None:
    """Return the factor of a scale as written (" billion", "-million", "bn"), None for none."""
    return words.SCALES.get(plain_words(written))


def tidy(value: Decimal) -> Decimal:
    """Return the number without the zeros that a scale leaves behind: 0.3, not 0.300."""
    return value.normalize() + 0
