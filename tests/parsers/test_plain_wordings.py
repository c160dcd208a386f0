"""Plain sentences about deals are read, whichever companies they name.

The tables give wordings, not headlines: every one is read with several pairs of companies, as a
title and inside a text, and with companies that no list knows.
"""

from decimal import Decimal
from typing import Final

import pytest

from flows.polling.tools import builtin_companies
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import DealReading

LISTED: Final = (
    ("OpenAI", "Oracle"),
    ("Anthropic", "Google"),
    ("Meta", "CoreWeave"),
)
UNLISTED: Final = (
    ("OpenAI", "Nordhavn Compute"),
    ("Zephyra Labs", "CoreWeave"),
    ("Tolvan", "Nebius"),
)
SUM: Final = "$30 billion"
POWER: Final = "500 MW"

# {B} buys from {S}.
WORDINGS: Final = (
    "{B} signs {M} contract to buy cloud capacity from {S}",
    "{B} signed a {M} contract to buy cloud capacity from {S} over five years",
    "{B} has signed a five-year, {M} agreement to buy computing power from {S}",
    "{B} signs {M} deal to use {S} cloud",
    "{B} agrees to pay {S} {M} for cloud computing",
    "{B} has agreed to pay {S} about {M} over five years for computing power",
    "{B} will pay {S} {M} for AI computing capacity",
    "{B} to pay {S} {M} for compute",
    "{B} to spend {M} on {S} cloud services",
    "{B} committed to spending {M} on {S} servers",
    "{B} has committed to spend more than {M} on {S}'s cloud infrastructure",
    "{B} commits {M} to {S} for AI compute",
    "{B} to rent {P} of data center capacity from {S}",
    "{B} rents {P} of AI capacity from {S}",
    "{B} leases {P} data center from {S}",
    "{B} taps {S} for {M} in AI compute",
    "{B} turns to {S} for {M} of AI computing capacity",
    "{B} picks {S} as cloud provider in {M} deal",
    "{B} selects {S} for {P} AI data center",
    "{B} chooses {S} to supply {M} of AI servers",
    "{B} orders {M} of AI servers from {S}",
    "{B} secures {P} of AI capacity from {S}",
    "{B} secures {M} in compute from {S}",
    "{B} locks in {M} of compute with {S}",
    "{B} inks {M} compute pact with {S}",
    "{B} strikes {M} deal with {S} for AI computing capacity",
    "{B} struck a {M} deal with {S} for computing capacity",
    "{B} expands {S} agreement to {M}",
    "{B} expands its cloud contract with {S} by {M}",
    "{B} raises {S} cloud deal to {M}, up from $10 billion",
    "{B} will run its models on {S}'s cloud under a {M} agreement",
    "{B} to run AI workloads on {S} in {M} deal",
    "{B} books {P} of GPU capacity with {S}",
    "{B} contracts {S} for {P} of AI compute",
    "{B} enters into {M} agreement with {S} under which {S} will provide GPU capacity",
    "{B} has entered into a {M} agreement with {S} to access GPU clusters",
    "{B} buys {M} worth of computing power from {S}",
    "{B} agreed to purchase {M} worth of cloud services from {S}",
    "{B} to purchase {M} in cloud computing services from {S} over seven years",
    "{B} doubles down on {S} with {M} compute deal",
    "{B} signs {M} cloud deal with {S}",
    "{B} signed a {M} cloud computing agreement with {S}, people familiar said",
    "{B}'s {M} cloud contract with {S} spans five years",
    "{B} hires {S} to build {P} AI data center",
    "{B} awards {S} {M} AI data center contract",
    "{B} awarded {S} a {M} contract for AI infrastructure",
    "{B} gives {S} {M} order for AI servers",
    "{B} procures {M} of AI compute from {S}",
    "{B} agrees to {M} lease with {S} for {P} AI data center",
    "{B} signs 15-year lease for {P} with {S}",
    "{B} adds {S} as compute supplier in {M} deal",
    "{B} relies on {S} for {P} of compute under {M} contract",
    "{S} signs {M} deal to supply {B} with AI compute",
    "{S} signed a {M} contract to provide cloud capacity to {B}",
    "{S} has signed a {M} agreement to deliver computing power to {B}",
    "{S} wins {M} cloud contract from {B}",
    "{S} won a {M} contract to supply {B} with AI infrastructure",
    "{S} lands {B} as customer in {M} cloud deal",
    "{S} lands {M} {B} cloud contract",
    "{S} to provide {B} with {P} of AI capacity",
    "{S} will provide {B} with {M} of cloud capacity over five years",
    "{S} to lease {P} data center to {B}",
    "{S} leases {P} AI data center to {B}",
    "{S} secures {M} AI order from {B}",
    "{S} secures {M} contract with {B} for GPU cloud",
    "{S} gets {M} order from {B} for AI servers",
    "{S} books {M} AI server order from {B}",
    "{S} announces {M} agreement to deliver GPU capacity to {B}",
    "{S} announces {M} AI infrastructure contract with {B}",
    "{S} sells {M} of compute to {B}",
    "{S} to sell {M} of AI computing power to {B}",
    "{S} inks {M} hosting agreement with {B}",
    "{S} signs {B} to 15-year lease for {P} AI data center",
    "{S} signs 15-year lease with {B} for {P} AI data center",
    "{S} selected by {B} for {M} AI cloud deal",
    "{S} tapped by {B} to supply {P} of AI compute",
    "{S} chosen by {B} to build {P} AI data center",
    "{S} to supply {B} with {M} of GPUs",
    "{S} to supply {M} of AI chips to {B}",
    "{S} to deliver {P} of AI compute to {B}",
    "{S} enters {M} deal to provide AI cloud to {B}",
    "{S} entered into a definitive agreement with {B} to deliver {P} of AI capacity",
    "{S} expands {B} contract to {M}",
    "{S} expands agreement with {B} to {P}",
    "{S} scores {M} AI compute deal with {B}",
    "{S} clinches {M} cloud deal with {B}",
    "{S} nabs {M} AI contract from {B}",
    "{S} receives {M} purchase order from {B} for GPU servers",
    "{S} received an order from {B} for AI servers worth {M}",
    "{S} rents out {P} of GPU capacity to {B}",
    "{S} hands {B} {P} of AI capacity in {M} deal",
    "{S} and {B} sign {M} AI cloud deal",
    "{B} and {S} sign {M} cloud deal",
    "{B}, {S} ink {M} AI compute deal",
    "{B}'s {M} compute deal with {S}",
    "{B} nears {M} cloud deal with {S}",
    "{B} in talks to buy {M} of cloud capacity from {S}",
    "{B} in advanced talks with {S} over {M} compute deal",
    "{S} in talks to provide {B} with {M} of cloud computing",
    "{S} close to {M} deal to supply {B} with AI compute",
    "{S}'s {M} contract with {B} covers {P} of AI capacity",
    "Under the deal, {B} will pay {S} {M} for AI compute",
    "Under the agreement, {S} will supply {B} with {P} of AI computing capacity",
    "A {M} agreement between {B} and {S} under which {S} supplies AI compute",
    "{M} worth of cloud capacity will be supplied by {S} to {B}",
    "{P} of AI capacity is being leased by {B} from {S}",
    "{B} is paying {S} {M} for AI compute",
    "{B} is buying {M} of cloud services from {S}",
    "{B} has contracted with {S} for {P} of AI capacity",
    "{B} has tapped {S} to provide {P} of AI computing power",
    "{B} said it will buy {M} of cloud services from {S}",
    "{B} said on Monday it had signed a {M} deal with {S} for cloud services",
    "{S} said on Monday it had signed a {M} deal with {B} for cloud services",
    "{S} announced that {B} has agreed to buy {M} of cloud capacity",
    "{S} announced it has signed a {M} agreement with {B} for GPU cloud services",
)
# The same, where only names that are known can be told from other words.
OF_THE_LISTED: Final = (
    "{B} signed a {M} deal to use {S}'s data centers",
    "{B} plans to spend {M} on {S}'s cloud",
    "{B} has leased {P} of capacity at a {S} data center",
    "{B} places {M} order for GPUs with {S}",
    "{B} becomes {S}'s largest customer with {M} contract",
    "{B} reserves {P} of capacity at {S}",
    "{B} gets access to {P} of {S} data center capacity under new agreement",
    "{B} gains {M} of compute from {S}",
    "{B} signs lease for {P} at {S} campus",
    "{S} to host {B} AI workloads at {P} data center",
    "{S} to build {P} data center for {B}",
    "{S} will build and operate a {P} AI data center for {B}",
    "{S} bags {M} {B} AI cloud deal",
    "{S} says {B} will pay it {M} for AI compute",
    "{B}-{S} {M} cloud deal",
    "The {M} contract gives {B} access to {P} of {S}'s AI data centers",
    "{S} said it would provide {B} with {M} of AI computing capacity",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader with the companies that come with Gigawatch."""
    return build_reader(builtin_companies())


@pytest.mark.parametrize("pair", LISTED, ids="-".join)
@pytest.mark.parametrize("wording", [*WORDINGS, *OF_THE_LISTED])
def test_a_plain_wording_is_read(wording: str, pair: tuple[str, str], reader: Reader) -> None:
    """Who buys, who serves, the sum and the power, as a title and inside a text."""
    told = [read_deal(title, text, reader) for title, text in _texts(wording, pair)]

    assert [_roles(one) for one in told] == [_expected(pair)] * 2
    assert [_figures(one) for one in told] == [_expected_figures(wording)] * 2


@pytest.mark.parametrize("pair", UNLISTED, ids="-".join)
@pytest.mark.parametrize("wording", WORDINGS)
def test_a_company_no_list_knows_is_read_alike(
    wording: str, pair: tuple[str, str], reader: Reader
) -> None:
    """Grammar puts it where a side of a deal stands, and what it is dealt in says the rest."""
    told = [read_deal(title, text, reader) for title, text in _texts(wording, pair)]

    assert [_roles(one) for one in told] == [_expected(pair)] * 2


def _texts(wording: str, pair: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    buyer, seller = pair
    said = wording.format(B=buyer, S=seller, M=SUM, P=POWER)
    return (said, ""), (f"{buyer} and {seller} in AI compute deal", f"{said}.")


def _roles(reading: DealReading) -> dict[str, str]:
    serving = {"supplier": "serves", "developer": "serves"}
    return {party.company: serving.get(party.role, party.role) for party in reading.parties}


def _expected(pair: tuple[str, str]) -> dict[str, str]:
    buyer, seller = pair
    return {buyer: "buyer", seller: "serves"}


def _figures(reading: DealReading) -> tuple[list[Decimal], list[Decimal]]:
    return [one.amount for one in reading.money], [one.gigawatts for one in reading.powers]


def _expected_figures(wording: str) -> tuple[list[Decimal], list[Decimal]]:
    return [Decimal("3e10")] * ("{M}" in wording), [Decimal("0.5")] * ("{P}" in wording)
