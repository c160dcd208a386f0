"""Sums of money: amount, currency, qualifier, and the exact words."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.money import find_money

BILLION = 10**9

# text, amount in millions, currency
AMOUNTS = [
    # scales
    ("$25bn deal", 25_000, "USD"),
    ("$25b deal", 25_000, "USD"),
    ("$25B deal", 25_000, "USD"),
    ("$25-billion deal", 25_000, "USD"),
    ("$ 45 B deal", 45_000, "USD"),
    ("$19 . 4B Deal", 19_400, "USD"),
    ("$310m deal", 310, "USD"),
    ("$310 mn deal", 310, "USD"),
    ("$1.4T plan", 1_400_000, "USD"),
    ("$1.4tn plan", 1_400_000, "USD"),
    ("$500k grant", Decimal("0.5"), "USD"),
    ("$12,930,300,000 price", Decimal("12930.3"), "USD"),
    ("$100 млрд", 100_000, "USD"),
    ("5 us$ in all", Decimal("0.000005"), "USD"),
    ("a $5 M&A fee", Decimal("0.000005"), "USD"),
    # symbols and codes
    ("US$ 5bn", 5_000, "USD"),
    ("S$6.35bn", 6_350, "SGD"),
    ("A$2.4bn", 2_400, "AUD"),
    ("C$3.1 billion", 3_100, "CAD"),
    ("HK$5 billion", 5_000, "HKD"),
    ("NT$3b", 3_000, "TWD"),
    ("R$ 10 bilhões", 10_000, "BRL"),
    ("€1.2bn", 1_200, "EUR"),
    ("£310m", 310, "GBP"),
    ("US$25 bi", 25_000, "USD"),
    ("R$ 10 mi", 10, "BRL"),
    ("AUD $2.4 billion", 2_400, "AUD"),
    ("NT$ 30億元", 3_000, "TWD"),
    ("新台幣300億元", 30_000, "TWD"),
    ("人民币50亿元", 5_000, "CNY"),
    ("₩5조", 5_000_000, "KRW"),
    ("USD 5bn", 5_000, "USD"),
    ("in 2025 USD 5bn", 5_000, "USD"),
    ("5bn euros", 5_000, "EUR"),
    ("5 billion AED", 5_000, "AED"),
    ("$5 billion CAD", 5_000, "CAD"),
    ("¥500 billion", 500_000, "JPY"),
    ("¥500亿", 50_000, "CNY"),
    ("¥5 billion, or RMB", 5_000, "CNY"),
    # India
    ("Rs 10,000 crore", 100_000, "INR"),
    ("₹1.5 lakh crore", 1_500_000, "INR"),
    ("INR 500 Cr", 5_000, "INR"),
    # words
    ("two and a half billion dollars", 2_500, "USD"),
    ("six point three billion dollars", 6_300, "USD"),
    ("half a billion dollars", 500, "USD"),
    ("one hundred million dollars", 100, "USD"),
    ("a billion-dollar deal", 1_000, "USD"),
    ("5 billion yuan", 5_000, "CNY"),
    ("500 billion won", 500_000, "KRW"),
    ("25 million pounds", 25, "GBP"),
    # Chinese, Japanese, Korean
    ("11.06亿元", 1_106, "CNY"),
    ("60亿美元", 6_000, "USD"),
    ("1.5万亿日元", 1_500_000, "JPY"),
    ("五十亿美元", 5_000, "USD"),
    ("50億ドル", 5_000, "USD"),
    ("1兆2000億円", 1_200_000, "JPY"),
    ("50억 달러", 5_000, "USD"),
    ("3조 5000억원", 3_500_000, "KRW"),
    # continental Europe and Latin America: the dot groups
    ("US$ 5.000 millones", 5_000, "USD"),
    ("US$ 30 mil millones", 30_000, "USD"),
    ("5.000 millones de euros", 5_000, "EUR"),
    ("1,5 Milliarden Euro", 1_500, "EUR"),
    ("1,5 Mrd. €", 1_500, "EUR"),
    ("500 Mio. €", 500, "EUR"),
    ("€ 1,2 miljard", 1_200, "EUR"),
    ("2 milliards d'euros", 2_000, "EUR"),
    ("2 miliardi di dollari", 2_000, "USD"),
    ("1 млрд $ за сутки", 1_000, "USD"),
]


@pytest.mark.parametrize(
    ("text", "millions", "currency"), AMOUNTS, ids=[text for text, _, _ in AMOUNTS]
)
def test_an_amount_is_read_in_full_units(text: str, millions: Decimal, currency: str) -> None:
    """$25bn is 25,000,000,000 and never 25."""
    found = find_money(text)

    assert [(one.amount, one.currency) for one in found] == [(millions * 10**6, currency)]


QUALIFIERS = [
    ("It pays $25bn.", "exact", "$25bn"),
    ("as much as $25bn", "up_to", "as much as $25bn"),
    ("up to $25 billion", "up_to", "up to $25 billion"),
    ("at most $25 billion", "up_to", "at most $25 billion"),
    ("hasta US$ 5 millones", "up_to", "hasta US$ 5 millones"),
    ("bis zu 5 Mrd. Euro", "up_to", "bis zu 5 Mrd. Euro"),
    ("最高1000亿美元", "up_to", "最高1000亿美元"),
    ("最大50億ドルの出資", "up_to", "最大50億ドル"),
    ("up to about $5bn", "up_to", "up to about $5bn"),
    ("more than $100 billion", "at_least", "more than $100 billion"),
    ("Over $16 Billion", "at_least", "Over $16 Billion"),
    ("north of $5bn", "at_least", "north of $5bn"),
    ("$5B+ deal", "at_least", "$5B+"),
    ("an $18,000+ bill", "at_least", "$18,000+"),
    ("$100 million-plus deal", "at_least", "$100 million-plus"),
    ("$5-plus billion deal", "at_least", "$5-plus billion"),
    ("$5bn or more", "at_least", "$5bn or more"),
    ("más de US$ 29.500 millones", "at_least", "más de US$ 29.500 millones"),
    ("逾50亿美元", "at_least", "逾50亿美元"),
    ("50多亿美元", "at_least", "50多亿美元"),
    ("50億ドル以上", "at_least", "50億ドル以上"),
    ("nearly $40bn", "approx", "nearly $40bn"),
    ("~$40bn", "approx", "~$40bn"),
    ("rund 500 Mio. €", "approx", "rund 500 Mio. €"),
    ("约50亿美元", "approx", "约50亿美元"),
    ("nearly doubling to $40bn", "exact", "$40bn"),
]


@pytest.mark.parametrize(
    ("text", "qualifier", "quote"), QUALIFIERS, ids=[text for text, _, _ in QUALIFIERS]
)
def test_the_words_around_qualify_an_amount(text: str, qualifier: str, quote: str) -> None:
    """A ceiling stays a ceiling, and the quote shows the words that say so."""
    found = find_money(text)

    assert [(one.qualifier, one.quote) for one in found] == [(qualifier, quote)]


RANGES = [
    ("$17.4 billion to $19.4 billion", "17.4", "19.4", "$17.4 billion to $19.4 billion"),
    ("$125-145bn", "125", "145", "$125-145bn"),
    ("$125 to 145 billion", "125", "145", "$125 to 145 billion"),
    ("$400–$600 billion", "400", "600", "$400–$600 billion"),
    ("worth between $1.2bn and $1.5bn", "1.2", "1.5", "between $1.2bn and $1.5bn"),
    ("€1.2bn to €1.5bn", "1.2", "1.5", "€1.2bn to €1.5bn"),
    ("ranging from $5bn to $7bn", "5", "7", "$5bn to $7bn"),
    ("five to seven billion dollars", "5", "7", "five to seven billion dollars"),
    ("50 to 60 billion dollars", "50", "60", "50 to 60 billion dollars"),
    ("约50-60亿美元", "5", "6", "约50-60亿美元"),
    (
        "entre US$ 40 mil millones y US$ 50 mil millones",
        *("40", "50", "entre US$ 40 mil millones y US$ 50 mil millones"),
    ),
]


@pytest.mark.parametrize(
    ("text", "low", "high", "quote"), RANGES, ids=[text for text, *_ in RANGES]
)
def test_a_range_is_one_sum_with_two_ends(text: str, low: str, high: str, quote: str) -> None:
    """The scale and the currency may stand on one end only."""
    found = find_money(text)

    assert [(one.amount, one.amount_high, one.qualifier, one.quote) for one in found] == [
        (Decimal(low) * BILLION, Decimal(high) * BILLION, "range", quote)
    ]


TWO_SUMS = [
    ("by $6.5bn to $22.4bn", "6.5", "22.4"),
    ("from $5bn to $7bn", "5", "7"),
    ("$5bn and $7bn", "5", "7"),
    ("$7bn to $5bn", "7", "5"),
    ("$5bn to €7bn", "5", "7"),
    ("由10.14亿元调整至30.53亿元", "1.014", "3.053"),
    ("$10 billion now and up to $30 billion more", "10", "30"),
]


@pytest.mark.parametrize(
    ("text", "first", "second"), TWO_SUMS, ids=[text for text, _, _ in TWO_SUMS]
)
def test_two_sums_are_not_a_range(text: str, first: str, second: str) -> None:
    """A step and a new total, or a change, are two sums."""
    found = find_money(text)

    assert [(one.amount, one.amount_high) for one in found] == [
        (Decimal(first) * BILLION, None),
        (Decimal(second) * BILLION, None),
    ]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("another $5 billion", "another $5 billion"),
        ("an additional $5bn", "an additional $5bn"),
        ("up to $20 billion more", "up to $20 billion more"),
        ("as much as an additional $5bn", "as much as an additional $5bn"),
        ("investir mais US$ 25 bilhões", "mais US$ 25 bilhões"),
    ],
)
def test_more_of_the_same_is_an_increment(text: str, quote: str) -> None:
    """An increment tells nothing of the total."""
    found = find_money(text)

    assert [(one.increment, one.quote) for one in found] == [(True, quote)]


def test_more_than_a_figure_is_no_increment() -> None:
    """A comparison is not an addition."""
    found = find_money("$5 billion more than last year")

    assert [(one.increment, one.quote) for one in found] == [(False, "$5 billion")]


@pytest.mark.parametrize(
    ("text", "per", "quote"),
    [
        ("$920-million-a-month deal", "month", "$920-million-a-month"),
        ("$920M monthly deal", "month", "$920M monthly"),
        ("$1.25B/Month", "month", "$1.25B/Month"),
        ("$5B/yr deal", "year", "$5B/yr"),
        ("$30 billion per year", "year", "$30 billion per year"),
        ("US$ 30.000 millones anuales", "year", "US$ 30.000 millones anuales"),
        ("每年50亿美元", "year", "每年50亿美元"),
        ("$5 billion a year ago", None, "$5 billion"),
    ],
)
def test_a_rate_is_not_a_total(text: str, per: str | None, quote: str) -> None:
    """$30bn a year is not $30bn."""
    found = find_money(text)

    assert [(one.per, one.quote) for one in found] == [(per, quote)]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("$6.35b", True),
        ("five billion dollars", True),
        ("$125-145bn", True),
        ("US$6.35b", False),
        ("S$6.35b", False),
        ("5bn USD", False),
        ("$5bn USD", False),
        ("60亿美元", False),
        ("€5bn", False),
    ],
)
def test_a_dollar_without_a_country_is_marked(text: str, bare: bool) -> None:
    """A Singapore paper's "$" is its own dollar; only the reader of the feed can know."""
    found = find_money(text)

    assert [one.bare_dollar for one in found] == [bare]


@pytest.mark.parametrize(
    "text",
    [
        "tens of billions of dollars",
        "hundreds of millions",
        "a multi-billion-dollar deal",
        "数十亿美元",
        "수십억 달러",
        "1 million TPUs",
        "400,000 GB300 GPUs",
        "in 2026 and 2027",
        "shares in $CRWV",
        "$25bnn",
        "$25 billlion",
        "the one won by Nvidia",
        "5 pounds of copper",
        "COP 28 and PHP 8",
        "5 gigawatts",
        "five six billion dollars",
        "",
    ],
)
def test_what_is_no_sum_is_left_out(text: str) -> None:
    """No number, no currency or an unknown scale: better none than a wrong sum."""
    assert find_money(text) == ()


def test_no_word_belongs_to_two_sums() -> None:
    """Quotes never overlap."""
    found = find_money("$5bn extra $3bn")

    assert [one.quote for one in found] == ["$5bn extra", "$3bn"]


@given(st.integers(min_value=1, max_value=999_999))
def test_billions_come_back_whole(number: int) -> None:
    """No number of billions is lost or scaled wrongly."""
    found = find_money(f"a ${number} billion deal")

    assert [one.amount for one in found] == [number * BILLION]


WORDS = st.sampled_from(
    [
        *("$", "US$", "25", "6.35", "1,000", "billion", "bn", "million", "to", "-", "and"),
        *("between", "up", "more", "than", "another", "a", "month", "亿", "元", "兆", "50多"),
        *("€", "Rs", "crore", "lakh", "5.000", "millones", "de", "dollars", "two", "half"),
        *("point", "six", "+", "plus", ".", ",", "¥", "円", "year", "\u00a0"),
    ]
)
TEXTS = st.text() | st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS).map("".join)


@given(TEXTS)
def test_any_text_is_read_without_an_error_and_quoted_truly(text: str) -> None:
    """Whatever a feed holds: no error, quotes are the text's own words, in order, apart."""
    found = find_money(text)

    assert all(one.quote == text[one.start : one.end] for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_the_seed_is_read(shared: Path) -> None:
    """The news this project was started from: every sum with its qualifier."""
    text = (shared / "seed" / "000_f5fcb98505d3f8a7.txt").read_text(encoding="utf-8")

    found = {(one.amount, one.qualifier, one.increment) for one in find_money(text)}

    assert {
        (5 * BILLION, "exact", False),
        (20 * BILLION, "up_to", True),
        (100 * BILLION, "at_least", False),
        (25 * BILLION, "up_to", False),
    } <= found
