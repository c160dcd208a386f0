"""What feeds put around an entry changes nothing of what it tells."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.polling.tools import builtin_companies
from parsers.reading import build_reader, read_deal
from parsers.types import DealReading

READER = build_reader(builtin_companies())
ENTRIES: Final = (
    (
        "CoreWeave signs $11.9 billion contract with OpenAI",
        "The five-year agreement gives OpenAI 250 MW of AI compute and 100,000 GB200 GPUs.",
    ),
    (
        "Hut 8 signs 15-year, 245 MW AI data center lease with Fluidstack",
        "The lease at River Bend has a total contract value of $7.0 billion.",
    ),
    (
        "Anthropic will Google Cloud TPUs im Wert von 50 Milliarden Dollar nutzen",
        "Der Vertrag läuft über fünf Jahre und umfasst mehr als ein Gigawatt.",
    ),
    ("OpenAI与甲骨文签署3000亿美元算力协议", "该协议为期五年，涉及4.5吉瓦的数据中心容量。"),
)
NOISE: Final = (
    "Subscribe to our newsletter for more stories like this.",
    "Read more: The best headphones of the year.",
    "Photo: a bird over the harbour.",
    "This article is for information only and is no advice.",
    "Follow us on social media.",
    "The weather stays dry until Sunday.",
    "Reporting by A. Person; editing by B. Person.",
    "本文不构成个人投资建议。",
    "© 2026. All rights reserved.",
)


def facts(reading: DealReading) -> tuple[object, ...]:
    """What is told, without the places where it stands."""
    return (
        reading.is_compute_deal,
        reading.event,
        reading.status,
        reading.parties,
        {(one.amount, one.currency, one.qualifier) for one in reading.money},
        {(one.gigawatts, one.qualifier) for one in reading.powers},
        {(one.count, one.model) for one in reading.chips},
        {one.years for one in reading.terms},
        tuple((leg.payer, leg.payee, leg.kind, leg.amount, leg.power_gw) for leg in reading.legs),
    )


@pytest.mark.parametrize(("title", "text"), ENTRIES, ids=["en", "lease", "de", "zh"])
@settings(deadline=None, max_examples=25)
@given(
    before=st.lists(st.sampled_from(NOISE), max_size=1),
    after=st.lists(st.sampled_from(NOISE), max_size=6, unique=True),
    gap=st.sampled_from(["\n", " ", "\n\n"]),
)
def test_noise_changes_no_fact(
    title: str, text: str, before: list[str], after: list[str], gap: str
) -> None:
    """Boilerplate before and behind the words of a deal leaves the reading as it is."""
    alone = read_deal(title, text, READER)

    noisy = read_deal(title, gap.join([*before, text, *after]), READER)

    assert alone.is_compute_deal
    assert facts(noisy) == facts(alone)
