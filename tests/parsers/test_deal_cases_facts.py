"""The hard cases of reading deals that are about quantities: money, power, chips and time."""

import time
from datetime import date
from decimal import Decimal

import pytest

from parsers.chips import find_chips
from parsers.fx import find_usd_rate
from parsers.money import find_money
from parsers.power import find_power
from parsers.term import find_terms
from tests.parsers.test_facts_table import chips_in, money_in, power_in, terms_in

MONEY = [
    ("case 16: a ceiling", "Amazon puts up to $25 billion into it", ["25000000000 USD up_to"]),
    ("case 17: another", "invests another $5 billion", ["5000000000 USD exact +"]),
    ("case 17: additional", "an additional US$5bn", ["5000000000 USD exact +"]),
    ("case 17: more", "up to $20 billion more", ["20000000000 USD up_to +"]),
    (
        "case 18: the legs of a total",
        "a $25bn deal: $5 billion now and up to $20 billion later",
        ["25000000000 USD exact", "5000000000 USD exact", "20000000000 USD up_to"],
    ),
    ("case 20: Singapore", "S$6.35b", ["6350000000 SGD exact"]),
    ("case 20: Hong Kong", "HK$7.8 billion", ["7800000000 HKD exact"]),
    ("case 20: Taiwan", "NT$30 billion", ["30000000000 TWD exact"]),
    ("case 20: Australia", "an A$2.4bn order", ["2400000000 AUD exact"]),
    ("case 20: a $ after an article", "a $2.4bn order", ["2400000000 USD exact"]),
    ("case 20: Brazil", "R$ 5,5 bilhões", ["5500000000 BRL exact"]),
    ("case 20: yen", "¥500 billion", ["500000000000 JPY exact"]),
    ("case 20: yuan", "¥500亿", ["50000000000 CNY exact"]),
    ("case 20: won", "3조 5000억원", ["3500000000000 KRW exact"]),
    ("case 21: crore", "Rs 10,000 crore", ["100000000000 INR exact"]),
    ("case 21: lakh crore", "₹1.5 lakh crore", ["1500000000000 INR exact"]),
    ("case 22: bn", "$25bn", ["25000000000 USD exact"]),
    ("case 22: B", "$25B", ["25000000000 USD exact"]),
    ("case 22: mn", "$310mn", ["310000000 USD exact"]),
    ("case 22: tn", "$1.4tn", ["1400000000000 USD exact"]),
    ("case 22: hyphens", "a $25-billion deal, a $25-bn deal", ["25000000000 USD exact"] * 2),
    (
        "case 23: a range with two units",
        "$17.4 billion to $19.4 billion",
        ["17400000000..19400000000 USD range"],
    ),
    ("case 23: one unit for both", "$125-145bn", ["125000000000..145000000000 USD range"]),
    ("case 23: or", "$3 or $4 billion", ["3000000000..4000000000 USD range"]),
    (
        "case 24: a step and the new total",
        "CoreWeave expands its deal with OpenAI by $6.5bn to $22.4bn",
        ["6500000000 USD exact +", "22400000000 USD exact"],
    ),
    ("case 25: nearly belongs to doubling", "nearly doubling to $40bn", ["40000000000 USD exact"]),
    ("case 26: words", "two and a half billion dollars", ["2500000000 USD exact"]),
    ("case 26: half a billion", "half a billion dollars", ["500000000 USD exact"]),
    ("case 26: no number", "tens of billions of dollars", []),
    ("case 26: no number either", "a multibillion-dollar deal", []),
    ("case 26: nor in Chinese", "数百亿美元", []),
    (
        "case 27: a round and its valuation",
        "a $10bn round at a $38 billion valuation",
        ["10000000000 USD exact", "38000000000 USD exact"],
    ),
    ("case 31: ten times as much is read as it stands", "$200 billion", ["200000000000 USD exact"]),
    ("case 35: a total", "$300bn over five years", ["300000000000 USD exact"]),
    ("case 35: a rate", "$30bn a year", ["30000000000 USD exact /year"]),
    ("case 35: a rate told before", "每年将支付约300亿美元", ["30000000000 USD approx /year"]),
    ("case 42: chips for money", "$40bn of Nvidia GB200 chips", ["40000000000 USD exact"]),
    ("case 45: the price of one", "a $30,000 GPU", ["30000 USD exact"]),
    ("case 57: a translation", "investir mais US$ 25 bilhões", ["25000000000 USD exact +"]),
]


@pytest.mark.parametrize(
    ("text", "facts"), [row[1:] for row in MONEY], ids=[row[0] for row in MONEY]
)
def test_money_of_the_hard_cases(text: str, facts: list[str]) -> None:
    """Ceilings, increments, currencies, scales, ranges and rates are told apart."""
    assert money_in(text) == facts


def test_a_bare_dollar_of_singapore_is_marked_and_converts_to_the_leg() -> None:
    """Case 19: "$6.35b" in a Singapore paper is the $5bn of the others."""
    (money,) = find_money("Amazon to invest $6.35b in Anthropic")
    day = find_usd_rate("SGD", date(2026, 4, 21))

    assert money.bare_dollar
    assert day is not None
    assert abs(money.amount * day.rate / 10**9 - 5) < Decimal("0.01")


POWER = [
    ("case 36: GW", "5 GW", ["5 exact"]),
    ("case 36: MW", "835MW", ["0.835 exact"]),
    ("case 36: MVA", "a 150 MVA connection", ["0.15 exact"]),
    ("case 36: energy is none", "500 GWh and 12 MWh", []),
    ("case 36: nor in Chinese", "20亿千瓦时", []),
    ("case 37: up to", "up to 5 GW", ["5 up_to"]),
    ("case 37: at least", "at least 10 gigawatts", ["10 at_least"]),
    ("case 37: well over", "well over a gigawatt", ["1 at_least"]),
    ("case 37: no number", "multiple gigawatts", []),
    ("case 38: both loads", "250MW gross, 200MW critical IT", ["0.25 exact", "0.2 exact"]),
    ("case 39: from and to", "grows from 1.2 GW to 2.0 GW", ["1.2 exact", "2 exact"]),
    ("case 39: what came on top", "another 600 MW", ["0.6 exact +"]),
    ("case 39: between two units", "600MW to 1.2GW", ["0.6..1.2 range"]),
    ("case 40: additional", "4.5 GW additional", ["4.5 exact +"]),
    ("case 40: inside", "4.5 additional gigawatts", ["4.5 exact +"]),
    ("case 45: what a price is for", "$10 billion a gigawatt", []),
]


@pytest.mark.parametrize(
    ("text", "facts"), [row[1:] for row in POWER], ids=[row[0] for row in POWER]
)
def test_power_of_the_hard_cases(text: str, facts: list[str]) -> None:
    """Capacity is told from energy, from its change, and from words without a number."""
    assert power_in(text) == facts


CHIPS = [
    ("case 41: TPUs", "up to 1 million TPUs", ["1000000 TPU up_to"]),
    ("case 41: GB300", "400,000 GB300 GPUs", ["400000 Nvidia GB300 exact"]),
    ("case 41: no gigabytes", "GB300", ["- Nvidia GB300 exact"]),
    ("case 41: racks", "72 GB300 racks", ["- Nvidia GB300 exact"]),
    ("case 41: servers", "8-GPU servers", []),
    ("case 41: wafers", "900K wafers a month", []),
    ("case 41: hours", "2 million GPU-hours", []),
    ("case 41: no number", "tens of thousands of GPUs", ["- GPU approx"]),
    ("case 41: Chinese", "10万张H100", ["100000 Nvidia H100 exact"]),
    ("case 41: cards", "十万卡集群", ["100000 - exact"]),
    ("case 41: Korean", "GPU 26만 장", ["260000 GPU exact"]),
    ("case 41: Japanese", "GPUを10万基", ["100000 GPU exact"]),
    ("case 42: money's object", "$40bn of Nvidia chips", []),
    ("case 45: one GPU", "a $30,000 GPU", []),
]


@pytest.mark.parametrize(
    ("text", "facts"), [row[1:] for row in CHIPS], ids=[row[0] for row in CHIPS]
)
def test_chips_of_the_hard_cases(text: str, facts: list[str]) -> None:
    """Chips are told from what holds them, from hours on them, and from their price."""
    assert chips_in(text) == facts


TERMS = [
    ("case 32: a war has years too, its verb decides", "a 25-Year contract", ["25"]),
    ("case 32: not a war", "a 25-year war", []),
    ("case 35: over five years", "$300bn over five years", ["5"]),
    ("case 43: a decade", "over the next decade", ["10"]),
    ("case 43: multi-year", "a multi-year deal", []),
    ("case 43: five-year", "a five-year deal", ["5"]),
    ("case 43: months", "for 18 months", ["1.5"]),
    ("case 43: a fiscal year", "in fiscal year 2027", []),
    ("case 43: half of a year", "in H2 2026", []),
    ("case 43: a start", "by late 2027", []),
    ("case 43: an end", "through 2032", []),
    ("case 43: a start and an end", "a contract running from 2027 to 2032", ["5"]),
    ("case 43: options", "a 15-year lease with two five-year extension options", ["15"]),
    ("case 51: the past", "ten years ago, and for the past five years", []),
]


@pytest.mark.parametrize(
    ("text", "facts"), [row[1:] for row in TERMS], ids=[row[0] for row in TERMS]
)
def test_terms_of_the_hard_cases(text: str, facts: list[str]) -> None:
    """A length of a deal is told from dates, ages, options and the past."""
    assert terms_in(text) == facts


HOSTILE = [
    *("1", "$", "$1 ", "1,", "1.", "1 ", "1-", "billion ", "$1bn to ", "between 1 and ", "1 000 "),
    *(
        "a ",
        "half a ",
        "five ",
        "hundred ",
        "5GW ",
        "GPU ",
        "1 GPU-",
        "next-gen ",
        "Nvidia ",
        "of ",
    ),
    *("over ", "option ", "expand by ", "up to ", "year ", "runs from 2027 to ", "five years "),
    *("万", "一", "1万", "兆", "10万张", "每年", "为期", "5年", "eine ", "zwei bis "),
]


def seconds_of(repeated: str, length: int) -> float:
    """What it costs to read a text of one repeated word."""
    text = "$5 bn, 5 GW, 5 GPUs, 5 years " + repeated * (length // len(repeated))
    start = time.process_time()
    for find in (find_money, find_power, find_chips, find_terms):
        find(text)
    return time.process_time() - start


@pytest.mark.parametrize("repeated", HOSTILE)
def test_repetition_costs_no_more_than_its_length(repeated: str) -> None:
    """Twice the text takes about twice as long: no input stalls a poll."""
    seconds_of(repeated, 500)

    short, long = seconds_of(repeated, 500), seconds_of(repeated, 4_000)

    assert long < 30 * max(short, 0.01)
