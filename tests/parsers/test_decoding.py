import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.decoding import decode, neutralise_references, strip_forbidden

EURO = "Grüße: 5 € für Ünïcorp"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(EURO.encode(), None, id="utf-8, nothing said"),
        pytest.param(EURO.encode(), "text/xml; charset=ISO-8859-1", id="utf-8, header says latin"),
        pytest.param(
            b'<?xml version="1.0" encoding="windows-1252"?>' + EURO.encode(),
            "text/xml",
            id="utf-8, declaration says windows-1252",
        ),
        pytest.param(EURO.encode("utf-8-sig"), None, id="utf-8 with a mark"),
        pytest.param(EURO.encode("utf-16"), "text/xml; charset=utf-8", id="utf-16 with a mark"),
        pytest.param(b"\xfe\xff" + EURO.encode("utf-16-be"), None, id="utf-16-be with a mark"),
        pytest.param(EURO.encode("utf-32"), None, id="utf-32 with a mark"),
        pytest.param(f"<r>{EURO}".encode("utf-16-le"), None, id="utf-16 without a mark"),
        pytest.param(f"<r>{EURO}".encode("utf-16-be"), None, id="utf-16-be without a mark"),
        pytest.param(f"<r>{EURO}".encode("utf-32-le"), None, id="utf-32 without a mark"),
        pytest.param(f'{{"{EURO}'.encode("utf-16-be"), None, id="utf-16-be JSON without a mark"),
        pytest.param(EURO.encode("cp1252"), "text/xml; charset='iso-8859-1'", id="euro in latin-1"),
        pytest.param(
            b"<?xml version='1.0' encoding='windows-1252'?>" + EURO.encode("cp1252"),
            "application/rss+xml; charset=utf-8",
            id="windows-1252, header says utf-8",
        ),
    ],
)
def test_text_is_read_whatever_the_headers_claim(body: bytes, content_type: str | None) -> None:
    """No mojibake: a wrong header or declaration does not spoil a name."""
    text, degraded = decode(body, content_type)

    assert text.endswith(EURO)
    assert degraded is None


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("Shift_JIS", "cp932", "データセンター"),
        ("EUC-JP", "euc_jp", "データセンター"),
        ("ISO-2022-JP", "iso2022_jp", "データセンター"),
        ("gb2312", "gb18030", "数据中心协议"),
        ("Big5", "big5hkscs", "資料中心"),
        ("ks_c_5601-1987", "cp949", "데이터 센터"),
        ("windows-1251", "cp1251", "дата-центр"),
        ("KOI8-R", "koi8-r", "дата-центр"),
        ("iso-8859-2", "iso8859-2", "Łódź"),
        ("ISO-8859-15", "iso8859-15", "5 €"),
    ],
)
def test_declared_encodings_of_the_world_are_read(label: str, codec: str, words: str) -> None:
    """A declaration counts where the bytes are not UTF-8."""
    declared = f'<?xml version="1.0" encoding="{label}"?>'

    assert decode(declared.encode() + words.encode(codec), None).text == declared + words
    assert decode(words.encode(codec), f"text/xml; charset={label}").text == words


@pytest.mark.parametrize("declared", [None, "text/xml; charset=utf-8", "text/xml; charset=latin1"])
def test_one_broken_byte_does_not_spoil_a_utf8_feed(declared: str | None) -> None:
    """The other names stay readable; the feed is marked."""
    text, degraded = decode((EURO * 20).encode() + b"\xff!", declared)

    assert text == EURO * 20 + "\N{REPLACEMENT CHARACTER}!"
    assert degraded == "some bytes are not valid utf-8 and were replaced"


@pytest.mark.parametrize("label", ["utf-8", "utf-7", "unicode_escape", "none-such", ""])
def test_latin1_without_a_usable_label_is_read_and_marked(label: str) -> None:
    """Undeclared or falsely declared text is most often windows-1252; we say that we guessed."""
    text, degraded = decode("Grüße für Ünïcorp".encode("cp1252"), f"text/xml; charset={label}")

    assert text == "Grüße für Ünïcorp"
    assert degraded
    assert "windows-1252" in degraded


def test_an_encoding_that_can_smuggle_markup_is_never_used() -> None:
    """utf-7 is not in the list: its bytes stay what they are."""
    assert decode(b"+ADw-rss+AD4-", "text/xml; charset=utf-7").text == "+ADw-rss+AD4-"


def test_characters_xml_forbids_are_taken_out() -> None:
    """NUL and other controls, which databases and parsers refuse, go; tabs and lines stay."""
    text, degraded = decode(b"a\0b\x1b[0m\tc\r\nd\xc2\x81e\xef\xbf\xbf", None)

    assert text == "ab[0m\tc\r\nde"
    assert degraded == "4 characters XML forbids were taken out"


def test_windows_letters_taken_for_latin1_are_mended() -> None:
    """U+0092 is no control anybody means: it is windows-1252's apostrophe, twice encoded."""
    assert decode("don\x92t \x93go\x94\x85".encode(), None) == ("don’t “go”…", None)


@pytest.mark.parametrize(
    ("reference", "expected", "count"),
    [
        ("&#xD800;", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#99999999999;", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#99999999999", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#" + "9" * 5_000 + ";", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#x110000;", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#0;", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#X1b;", "\N{REPLACEMENT CHARACTER}", 1),
        ("&#8217;", "&#8217;", 0),
        ("&#x0001F600;", "&#x0001F600;", 0),
        ("&#146;", "&#146;", 0),
        ("&#10;", "&#10;", 0),
        ("&#;", "&#;", 0),
    ],
)
def test_references_to_no_character_are_neutralised(
    reference: str, expected: str, count: int
) -> None:
    """Two of them make feedparser raise; those of real characters stay."""
    assert neutralise_references(f"a{reference}b") == (f"a{expected}b", count)


def test_lone_surrogates_are_stripped() -> None:
    """JSON can carry them; no database can."""
    assert strip_forbidden("a\ud800b\x00c") == "abc"


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_no_bytes_make_it_fail(body: bytes, content_type: str | None) -> None:
    """Whatever arrives becomes text that can be stored."""
    decode(body, content_type).text.encode()
