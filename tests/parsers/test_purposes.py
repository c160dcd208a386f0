"""What compute is used for changes nothing of a deal, and power alone is none."""

import pytest

from parsers.purposes import without_purpose
from tests.readings import read

USES = """
fraud detection, weather forecasting, nuclear fusion research, robotaxi training, stock trading,
market forecasts, earnings analysis, copyright detection, gas exploration, wind farm planning,
water management, malware detection, merger analysis, telecom networks, cancer research, drug trials
"""
DEALS = [
    "Allianz rents 2,000 GPUs from Nscale for",
    "OpenAI to lease 200 MW data center from Crusoe for",
    "Cohere signs $500 million contract with CoreWeave to power",
]
KINDS = [
    "geothermal power",
    "nuclear energy",
    "clean energy",
    "coal power",
    "natural gas",
    "solar power",
]
POWER_DEALS = [
    "Google signs deal with Vistra for 115 MW of {}",
    "Amazon to buy {} from Fervo for its data centers",
    "Meta contracts 650 MW of {} from Ormat",
    "Microsoft taps Constellation for {} at Ohio data center campus",
]


@pytest.mark.parametrize("deal", DEALS)
def test_what_compute_is_for_is_no_subject(deal: str) -> None:
    """A headline reads the same whatever the chips are bought for."""
    plain = read(f"{deal} its models", "")

    told = {use: read(f"{deal} {use}", "") for use in USES.replace("\n", " ").strip().split(", ")}

    assert plain.is_compute_deal
    assert {use for use, it in told.items() if it.parties != plain.parties} == set()


@pytest.mark.parametrize("deal", POWER_DEALS)
def test_a_deal_over_power_is_none(deal: str) -> None:
    """Power for a data center is no compute, whichever plant makes it."""
    told = {kind: read(deal.format(kind), "") for kind in KINDS}

    assert {kind for kind, it in told.items() if it.is_compute_deal} == set()


def test_what_stands_before_no_deal_is_kept() -> None:
    """Without a deal before it a use may well be what the title is about."""
    head = "inside the gpus for fraud detection"

    assert without_purpose(head) == head
