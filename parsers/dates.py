"""Read the dates feeds write, in any of their spellings, as aware times in UTC."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MAX_LENGTH = 100  # the longest real one measured has 63 characters
FIRST_YEAR, LAST_YEAR = 1990, 2100


def parse_date(text: str) -> datetime | None:
    """Read one date.

    A date without a zone is taken as UTC, one without a time as midnight. An abbreviation several
    zones share is read as the one news feeds mean by it (IST is India, BST is Britain).

    Args:
        text: The date as the feed has it: RFC 822, ISO 8601, seconds or milliseconds since 1970,
            or words in one of the languages of `_MONTHS`.

    Returns:
        An aware time in UTC, or None for what cannot be read or lies outside 1990 to 2100.
    """
    folded = _fold(text)
    if not folded or len(folded) > MAX_LENGTH:
        return None
    for read in (_read_epoch, _read_iso, _read_words):
        try:
            moment = read(folded)
            at = moment.astimezone(UTC) if moment else None
        except (ValueError, OverflowError):
            continue
        if at:
            return at if FIRST_YEAR <= at.year <= LAST_YEAR else None
    return None


def _fold(text: str) -> str:
    """Lower case, no accents, no comments in brackets, single spaces, CJK date signs as dashes."""
    plain = unicodedata.normalize("NFKD", text[: 2 * MAX_LENGTH].casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = unicodedata.normalize("NFC", plain).translate(_SIGNS)
    return " ".join(re.sub(r"\([^()]*\)", " ", plain).split())


_SIGNS = str.maketrans(
    # The comma of Arabic and CJK lists, typographic minus and dash, "year month day" signs.
    {
        "、": ",",
        "−": "-",
        "–": "-",
        "年": "-",
        "月": "-",
        "日": " ",
        "년": "-",
        "월": "-",
        "일": " ",
    }
)

# --- seconds since 1970 -------------------------------------------------------------------------

_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})", re.ASCII)


def _read_epoch(text: str) -> datetime | None:
    """Read 1605225600 (seconds) and 1605225600000 (milliseconds)."""
    found = _EPOCH.fullmatch(text)
    if not found:
        return None
    seconds = int(found[1]) if found[1] else int(found[2]) // 1000
    return datetime.fromtimestamp(seconds, tz=UTC)


# --- ISO 8601 -----------------------------------------------------------------------------------

_ISO = re.compile(
    r"""
    (?P<year>\d{4})
    (?: [-/.]\s? (?P<month>\d{1,2}) (?: [-/.]\s? (?P<day>\d{1,2}) )?     # 2020-11-08, 2020/11/8
      | (?P<month2>\d{2}) (?P<day2>\d{2})                                # 20201108
    )?
    (?: [t ,]+ (?P<hour>\d{1,2}) :? (?P<minute>\d{2})                    # 16:20, 1620
        (?: :? (?P<second>\d{2}) (?: [.,]\d+ )? )?
    )?
    \s* (?P<zone>.*)
    """,
    re.VERBOSE | re.ASCII,
)


def _read_iso(text: str) -> datetime | None:
    """Read a year-first date: ISO 8601 with what feeds leave out of it or put in."""
    found = _ISO.fullmatch(text)
    if not found:
        return None
    month, day = found["month"] or found["month2"], found["day"] or found["day2"]
    if found["zone"] and not found["hour"]:
        return None  # words follow: not ISO, "2020 Nov 12"
    date = (int(found["year"]), int(month or 1), int(day or 1))
    time = (int(found["hour"] or 0), int(found["minute"] or 0), int(found["second"] or 0))
    # Some write both an offset and a Z: "2020-11-08T16:20:00-05:00Z".
    zone = re.sub(r"(?<=\d)z$", "", found["zone"])
    return _moment(date, time, _find_zone(zone))


# --- words --------------------------------------------------------------------------------------

_TIME = re.compile(
    r"""
    (?<!\d) (?P<hour>\d{1,2}) : (?P<minute>\d{2})           # 15:09
    (?: : (?P<second>\d{2}) (?: [.,]\d+ )? )?               # :58.123
    \s* (?P<half> [ap]\.?m\b\.? )?                          # 3:07pm, 12:37 p.m.
    """,
    re.VERBOSE | re.ASCII,
)
_YEAR_BEHIND = re.compile(r"(?<![\d:+-])\d{4}$", re.ASCII)
_NUMERIC = re.compile(
    r"""
    (?<![\d-])                                     # PHP's zero date is -0001-11-30
    (?P<first>\d{1,2}) (?P<sign>[ ./-]) (?P<second>\d{1,2}) (?P=sign) (?P<year>\d{4}|\d{2})
    (?!\d)
    """,
    re.VERBOSE | re.ASCII,
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+", re.ASCII)


def _read_words(text: str) -> datetime | None:
    """Read a date in words or in numbers, day or month first, with the time in the middle or last.

    "Thu, 29 Oct 2020 07:36:03 GMT-07:00", "Friday, December 8, 2017 - 3:07pm", "30.10.23".
    """
    found = _TIME.search(text)
    if not found:
        date = _find_date(text)
        return _moment(date, (0, 0, 0), UTC) if date else None
    before, after = text[: found.start()], text[found.end() :].strip()
    behind = _YEAR_BEHIND.search(after)
    if behind:  # asctime: "sun jan 6 16:41:23 2004"
        before, after = f"{before} {behind[0]}", after[: behind.start()]
    date = _find_date(before)
    hour = _on_the_clock(int(found["hour"]), found["half"])
    time = (hour, int(found["minute"]), int(found["second"] or 0))
    return _moment(date, time, _find_zone(after)) if date else None


def _find_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of the words before a time."""
    named = [_MONTHS[word] for word in _WORD.findall(text) if word in _MONTHS]
    numbers = [int(digits) for digits in _NUMBER.findall(text)]
    if named and len(numbers) == 2:  # noqa: PLR2004  a day and a year
        day, year = sorted(numbers) if max(numbers) > _LAST_DAY else numbers
        # French "mar." is a Tuesday as well as March: the month comes after the day of the week.
        return _full_year(year), named[-1], day
    found = None if named else _NUMERIC.search(text)
    if not found:
        return None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    american = found["sign"] == "/" and first <= _LAST_MONTH
    day, month = (second, first) if american or second > _LAST_MONTH else (first, second)
    return _full_year(year), month, day


_LAST_DAY, _LAST_MONTH = 31, 12


def _full_year(year: int) -> int:
    """RFC 822 had two digits for the year; feeds are younger than 1970."""
    if year >= 100:  # noqa: PLR2004
        return year
    return year + (1900 if year >= 70 else 2000)  # noqa: PLR2004


def _on_the_clock(hour: int, half: str | None) -> int:
    """Turn 12-hour time into 24-hour time; "13:05 PM" stays 13."""
    if not half or not 1 <= hour <= 12:  # noqa: PLR2004
        return hour
    return hour % 12 + (12 if half.startswith("p") else 0)


def _moment(date: tuple[int, int, int], time: tuple[int, int, int], zone: tzinfo) -> datetime:
    """Put the parts together; 24:00 is the next midnight, a leap second the one before it."""
    hour, minute, second = time
    if (hour, minute, second) == (24, 0, 0):
        return datetime(*date, tzinfo=zone) + timedelta(days=1)
    return datetime(*date, hour, minute, min(second, 59), tzinfo=zone)


# --- zones --------------------------------------------------------------------------------------

_OFFSET = re.compile(r"([+-]) ?(\d{1,2})(?::?(\d{2}))?(?!\d)", re.ASCII)
_PLACE = re.compile(r"[a-z]{3,10}/[a-z_]{2,20}")


def _find_zone(text: str) -> tzinfo:
    """Find the zone in what follows a time; an unknown name counts as UTC, like none at all."""
    offset = _OFFSET.search(text)
    if offset:
        size = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-size if offset[1] == "-" else size)
    place = _PLACE.search(text)
    if place:
        return _zone_of(place[0])
    minutes = (_ZONES[word] for word in _WORD.findall(text) if word in _ZONES)
    return timezone(timedelta(minutes=next(minutes, 0)))


def _zone_of(place: str) -> tzinfo:
    """Look "europe/brussels" up; without a zone database on the machine it counts as UTC."""
    try:
        return ZoneInfo(place.title())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


# Minutes east of Greenwich.
_ZONES = {
    "gmt": 0, "ut": 0, "utc": 0, "z": 0, "wet": 0,
    "bst": 60, "cet": 60, "met": 60, "mez": 60, "west": 60, "wat": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120, "cat": 120,
    "eest": 180, "msk": 180, "eat": 180, "trt": 180, "idt": 180,
    "msd": 240, "gst": 240, "pkt": 300,
    "ist": 330, "npt": 345,
    "ict": 420, "wib": 420,
    "awst": 480, "hkt": 480, "myt": 480, "pht": 480, "sgt": 480,
    "jst": 540, "kst": 540, "acst": 570,
    "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780,
    "nst": -210, "ndt": -150, "art": -180, "brt": -180, "adt": -180, "clst": -180,
    "ast": -240, "edt": -240, "clt": -240,
    "est": -300, "cdt": -300, "pet": -300,
    "cst": -360, "mdt": -360,
    "mst": -420, "pdt": -420,
    "pst": -480, "akdt": -480, "akst": -540, "hst": -600,
}  # fmt: skip

# --- months -------------------------------------------------------------------------------------

# One row a month; full names and the abbreviations seen, in English, German, French, Spanish,
# Italian, Portuguese, Dutch, Russian, Polish, Swedish, Danish, Czech and Turkish.
_MONTH_WORDS = (
    (
        "january jan januar janner jänner janvier janv enero ene gennaio genn gen janeiro januari "
        "январь января янв styczeń stycznia sty leden ledna ocak oca"
    ),
    (
        "february feb februar februari febr février févr fév febrero febbraio febb fevereiro fev "
        "февраль февраля фев февр luty lutego lut únor února şubat şub"
    ),
    (
        "march mar märz maerz mär mrz mars marzo março maart mrt март марта мар marzec marca "
        "marts březen března mart"
    ),
    (
        "april apr avril avr abril abr aprile апрель апреля апр kwiecień kwietnia kwi duben dubna "
        "nisan nis"
    ),
    "may mai mayo maggio magg mag maio mei май мая maj maja květen května mayıs",
    (
        "june jun juni juin junio giugno giu junho июнь июня июн czerwiec czerwca cze červen "
        "června haziran haz"
    ),
    (
        "july jul juli juillet juil julio luglio lug julho июль июля июл lipiec lipca lip červenec "
        "července temmuz tem"
    ),
    (
        "august aug août aou agosto ago augustus augusti август августа авг sierpień sierpnia sie "
        "srpen srpna ağustos ağu"
    ),
    (
        "september sep sept septembre septiembre settembre sett set setembro сентябрь сентября сен "
        "сент wrzesień września wrz září eylül eyl"
    ),
    (
        "october oct oktober okt octobre octubre ottobre ott outubro out октябрь октября окт "
        "październik października paź říjen října ekim eki"
    ),
    "november nov novembre noviembre novembro ноябрь ноября ноя нояб listopad listopada lis kasım",
    (
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабрь декабря "
        "дек grudzień grudnia gru prosinec prosince aralık ara"
    ),
)
_MONTHS = {
    _fold(word): number
    for number, words in enumerate(_MONTH_WORDS, start=1)
    for word in words.split()
}
