"""Chips: how many and which, and nothing that only holds chips."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.chips import find_chips

COUNTED = [
    ("ブラックウェル4000基を導入", 4_000, "Nvidia Blackwell", "ブラックウェル4000基"),
    ("엔비디아 블랙웰 6만장", 60_000, "Nvidia Blackwell", "엔비디아 블랙웰 6만장"),
    ("첨단 GPU는 총 13,136장", 13_136, "GPU", "GPU는 총 13,136장"),
    ("1.5萬顆輝達Blackwell晶片", 15_000, "Nvidia Blackwell", "1.5萬顆輝達Blackwell晶片"),
    ("1 million TPUs", 1_000_000, "TPU", "1 million TPUs"),
    ("up to 1 million Google TPUs", 1_000_000, "TPU", "up to 1 million Google TPUs"),
    ("400,000 GB300 GPUs", 400_000, "Nvidia GB300", "400,000 GB300 GPUs"),
    ("200,000 Nvidia GB300 GPUs", 200_000, "Nvidia GB300", "200,000 Nvidia GB300 GPUs"),
    ("a 220,000-GPU deal", 220_000, "GPU", "220,000-GPU"),
    ("a 100,000-GPU cluster", 100_000, "GPU", "100,000-GPU"),
    ("2,048 H200 GPUs", 2_048, "Nvidia H200", "2,048 H200 GPUs"),
    ("100k H100s", 100_000, "Nvidia H100", "100k H100s"),
    ("220K NVIDIA GPUs", 220_000, "Nvidia GPU", "220K NVIDIA GPUs"),
    ("4,000 Nvidia chips", 4_000, "Nvidia", "4,000 Nvidia chips"),
    ("13,750 Vera CPUs", 13_750, "Nvidia Vera", "13,750 Vera CPUs"),
    ("27,500 Rubin GPUs", 27_500, "Nvidia Rubin", "27,500 Rubin GPUs"),
    ("one hundred thousand H100s", 100_000, "Nvidia H100", "one hundred thousand H100s"),
    ("a million AI GPUs", 1_000_000, "GPU", "a million AI GPUs"),
    ("500,000+ chips", 500_000, None, "500,000+ chips"),
    ("2.5 million chips", 2_500_000, None, "2.5 million chips"),
    ("100,000 of its Trainium2 chips", 100_000, "AWS Trainium2", "100,000 of its Trainium2 chips"),
    ("another 10,000 GPUs", 10_000, "GPU", "another 10,000 GPUs"),
    ("20万块英伟达GPU", 200_000, "Nvidia GPU", "20万块英伟达GPU"),
    ("10万枚のGPU", 100_000, "GPU", "10万枚のGPU"),
    ("26만장의 GPU", 260_000, "GPU", "26만장의 GPU"),
    ("10万张H100", 100_000, "Nvidia H100", "10万张H100"),
]


@pytest.mark.parametrize(
    ("text", "count", "model", "quote"), COUNTED, ids=[row[0] for row in COUNTED]
)
def test_chips_are_counted(text: str, count: int, model: str | None, quote: str) -> None:
    """The count in full, the model by its usual name."""
    found = find_chips(text)

    assert [(one.count, one.model, one.quote) for one in found] == [(count, model, quote)]


UNCOUNTED = [
    ("tens of thousands of GPUs", "GPU"),
    ("millions of Nvidia chips", "Nvidia"),
    ("hundreds of thousands of Nvidia GB300 GPUs", "Nvidia GB300"),
    ("Nvidia's Vera Rubin chips", "Nvidia Vera Rubin"),
    ("Vera Rubin", "Nvidia Vera Rubin"),
    ("AMD's Instinct MI450 AI GPUs", "AMD Instinct MI450"),
    ("custom MI450-class GPUs", "AMD Instinct MI450"),
    ("「Instinct MI450」シリーズ", "AMD Instinct MI450"),
    ("Instinct GPU", "AMD Instinct"),
    ("MTIA chips", "MTIA"),
    ("Amazon's Trainium2", "AWS Trainium2"),
    ("Trainium 3 chips", "AWS Trainium3"),
    ("Graviton compute", "AWS Graviton"),
    ("Ironwood TPUs", "Google TPU Ironwood"),
    ("Maia 200", "Microsoft Maia 200"),
    ("Ascend 910C", "Huawei Ascend 910C"),
    ("Nvidia Hopper", "Nvidia Hopper"),
    ("英伟达BlackwellGPU的算力", "Nvidia Blackwell"),
    ("72 GB300 racks", "Nvidia GB300"),
    ("GB200 NVL72 racks", "Nvidia GB200"),
    ("RTX PRO 6000 Blackwell", "Nvidia Blackwell"),
    ("the 2026 Blackwell chips", "Nvidia Blackwell"),
]


@pytest.mark.parametrize(("text", "model"), UNCOUNTED, ids=[row[0] for row in UNCOUNTED])
def test_a_model_may_stand_without_a_count(text: str, model: str) -> None:
    """What only looks like a count (racks, a product's name, a year) is none."""
    found = find_chips(text)

    assert [(one.count, one.model) for one in found] == [(None, model)]


@pytest.mark.parametrize(
    "text",
    [
        "72 racks",
        "500 servers",
        "8-GPU servers",
        "a $30,000 GPU",
        "a $100B AI chip deal",
        "$ 45 B AI chips",
        "Robert Rubin and Edward Hopper",
        "Maia went home",
        "two new chips",
        "0.5 GPUs",
        "five six GPUs",
        "6 gigawatts",
        "metadata of hoppers",
        "",
    ],
)
def test_what_is_no_chip_is_left_out(text: str) -> None:
    """Prices, racks, people and designs are no counted chips."""
    assert find_chips(text) == ()


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 400,000 GPUs", "approx"),
        ("as many as 400,000 GPUs", "up_to"),
        ("400,000+ GPUs", "at_least"),
        ("400,000 GPUs", "exact"),
        ("thousands of GPUs", "approx"),
    ],
)
def test_the_words_around_qualify_a_count(text: str, qualifier: str) -> None:
    """A ceiling stays a ceiling."""
    found = find_chips(text)

    assert [(one.qualifier, one.quote) for one in found] == [(qualifier, text)]


WORDS = st.sampled_from(
    [
        *("1", "72", "2026", "400,000", "million", "k", "GPUs", "GPU", "chips", "racks"),
        *("Nvidia", "GB300", "Blackwell", "Vera", "Rubin", "RTX", "of", "AI", "a", "thousands"),
        *("of", "up", "to", "万", "张", "+", "-", "$", "TPU"),
    ]
)
TEXTS = st.text() | st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS).map("".join)


@given(TEXTS)
def test_any_text_is_read_for_chips_without_an_error(text: str) -> None:
    """Whatever a feed holds: no error, quotes are the text's own words, in order, apart."""
    found = find_chips(text)

    assert all(one.quote == text[one.start : one.end] for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
