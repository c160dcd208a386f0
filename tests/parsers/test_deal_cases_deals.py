"""Hard cases of deals that many texts tell: what is one deal, and what its figures come to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.company_list import parse_companies
from parsers.deals import assemble
from parsers.feed import parse_feed
from parsers.grouping import group
from parsers.reading import Reader, build_reader, read_deal
from parsers.types import Deal, Evidence, Leg, Money, Role
from tests.texts import BILLION, START, leg, told

LIST = Path(__file__).parents[2] / "deploy" / "companies.toml"
OPENAI_ORACLE: tuple[tuple[str, Role], ...] = (("OpenAI", "buyer"), ("Oracle", "supplier"))
OPENAI_COREWEAVE: tuple[tuple[str, Role], ...] = (("OpenAI", "buyer"), ("CoreWeave", "supplier"))


@cache
def reader() -> Reader:
    """The companies of the built-in list."""
    return build_reader(parse_companies(LIST.read_text(encoding="utf-8")))


def read(*titles: tuple[str, str | None]) -> list[Evidence]:
    """Headlines and their days, as they are read."""
    return [
        Evidence(
            entry_id=number,
            title=title,
            reading=read_deal(title, "", reader()),
            seen_at=START,
            publisher="A Paper",
            published_at=datetime.fromisoformat(f"{day}T00:00:00+00:00") if day else None,
        )
        for number, (title, day) in enumerate(titles)
    ]


def grouped(texts: Sequence[Evidence], *, dated: bool = True) -> list[list[int]]:
    """Which texts are one deal, by their places."""
    numbered = [replace(text, entry_id=number) for number, text in enumerate(texts)]
    groups = group(numbered, at=lambda one: one.published_at if dated else None)
    return sorted(sorted(text.entry_id for text in some) for some in groups)


# --- one deal -----------------------------------------------------------------------------------


def test_rumour_announcement_reaction_and_end_are_one_deal() -> None:
    """A deal's whole life is one deal, however its figures come and go."""
    texts = [
        told(event="rumour", days=0),
        told(leg("100", gigawatts="5"), days=12),
        told(leg("100"), days=40, event="background"),
        told(days=400, event="cancelled"),
    ]

    assert grouped(texts) == [[0, 1, 2, 3]]


def test_case_59_a_late_article_is_on_the_deal_of_its_announcement() -> None:
    """Case 59: the deal is as old as its first text, whenever others were written."""
    texts = [told(leg("100"), days=100), told(leg("100"))]

    (deal,) = (assemble(some) for some in group(texts))

    assert deal.announced_at == START


def test_case_54_three_parties_told_as_pairs_are_one_deal() -> None:
    """Case 54: two investors and a commitment are three legs of one deal."""
    microsoft = leg("5", "investment", sides=("Microsoft", "Anthropic"))
    nvidia = leg("10", "investment", sides=("Nvidia", "Anthropic"))
    azure = leg("30", sides=("Anthropic", "Microsoft"))
    buyer: tuple[str, Role] = ("Anthropic", "buyer")
    cloud: tuple[str, Role] = ("Microsoft", "supplier")
    texts = [
        told(azure, microsoft, roles=(buyer, cloud)),
        told(nvidia, roles=(("Anthropic", "investee"), ("Nvidia", "investor"))),
        told(azure, microsoft, nvidia, roles=(buyer, cloud, ("Nvidia", "investor"))),
    ]

    (texts_of_one,) = group([replace(text, entry_id=n) for n, text in enumerate(texts)])

    legs = {(one.payer, one.payee, one.amount) for one in assemble(texts_of_one).legs}
    assert legs == {
        ("Anthropic", "Microsoft", 30 * BILLION),
        ("Microsoft", "Anthropic", 5 * BILLION),
        ("Nvidia", "Anthropic", 10 * BILLION),
    }


def test_one_side_and_its_figure_lead_to_the_deal() -> None:
    """A headline that names one side joins the deal whose sum it tells, and no other."""
    texts = [
        told(leg("6.3", sides=("Nvidia", "CoreWeave")),
             roles=(("Nvidia", "buyer"), ("CoreWeave", "supplier"))),
        told(leg("14", sides=("Meta", "CoreWeave")),
             roles=(("Meta", "buyer"), ("CoreWeave", "supplier"))),
        told(leg("6.3", sides=(None, "CoreWeave")), roles=(("CoreWeave", "supplier"),)),
    ]  # fmt: skip

    assert grouped(texts) == [[0, 2], [1]]


def test_case_51_an_older_deal_recalled_is_no_part_of_the_new() -> None:
    """Case 51: "in 2024 it invested $4 billion" ties the new deal to nothing and changes no leg."""
    old = told(leg("4", "investment", sides=("Amazon", "Anthropic")), days=-600)
    four = Money(
        amount=4 * BILLION, currency="USD", qualifier="exact", quote="$4 billion", start=0, end=9
    )
    new = told(leg("100"), leg("5", "investment", sides=("Amazon", "Anthropic")))
    recalling = replace(new, reading=replace(new.reading, money=(four,)))

    assert grouped([old, recalling]) == [[0], [1]]
    assert [one.amount for one in assemble([recalling]).legs] == [100 * BILLION, 5 * BILLION]


# --- several deals ------------------------------------------------------------------------------

COREWEAVE = (
    ("CoreWeave signs $11.9 billion contract with OpenAI", "2025-03-10"),
    ("OpenAI to pay CoreWeave $11.9 billion over five years", "2025-03-11"),
    ("CoreWeave expands deal with OpenAI by up to $4 billion", "2025-05-15"),
    ("CoreWeave expands OpenAI deal by $6.5 billion to $22.4 billion", "2025-09-25"),
    ("OpenAI expands CoreWeave deal by $6.5bn, bringing total to $22.4bn", "2025-09-25"),
)


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "without a day"])
def test_case_24_an_expansion_with_its_own_sum_is_another_deal(*, dated: bool) -> None:
    """Case 24: 11.9, then 4, then 6.5 more to 22.4 in all are three deals of one pair."""
    assert grouped(read(*COREWEAVE), dated=dated) == [[0, 1], [2], [3, 4]]


def test_case_52_the_same_sum_a_year_later_is_another_deal() -> None:
    """Case 52: same pair, same sum, new date; a look back is on the first."""
    texts = [
        told(leg("10")),
        told(leg("10"), days=300),
        told(leg("10"), days=60, event="background"),
    ]

    assert grouped(texts) == [[0, 2], [1]]


def test_case_47_a_letter_of_intent_and_a_later_stake_are_two_deals() -> None:
    """Case 47: $100bn for 10 GW in September and $30bn of equity in February are not one."""
    sides = ("Nvidia", "OpenAI")
    roles: tuple[tuple[str, Role], ...] = (("OpenAI", "investee"), ("Nvidia", "investor"))
    letter = told(leg("100", "investment", sides=sides, gigawatts="10"), roles=roles)
    stake = told(leg("30", "investment", sides=sides), roles=roles, days=150)

    assert grouped([letter, stake]) == [[0], [1]]


def test_case_48_an_addition_called_off_leaves_the_deal_standing() -> None:
    """Case 48: the end of an expansion is not the end of what it would have added to."""
    texts = [
        told(leg("300", sides=("OpenAI", "Oracle"), gigawatts="4.5"), roles=OPENAI_ORACLE),
        told(days=180, event="cancelled", roles=OPENAI_ORACLE,
             title="Oracle and OpenAI scrap planned expansion of Abilene"),
        told(leg(None, sides=("OpenAI", "Oracle"), gigawatts="0.6"), days=181, event="cancelled",
             roles=OPENAI_ORACLE, title="OpenAI drops 600 MW expansion at Oracle site"),
    ]  # fmt: skip

    assert grouped(texts) == [[0], [1, 2]]


def test_what_is_planned_after_an_end_is_another_deal() -> None:
    """A pair that parts and talks anew makes a second deal; its end joins what came before."""
    texts = [told(leg("10")), told(event="cancelled", days=30), told(event="rumour", days=90)]

    assert grouped(texts[:2]) == [[0, 1]]
    assert grouped(texts[1:]) == [[0], [1]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("1.2", "0.6", id="case 39: 600 MW more at a site of 1.2 GW"),
        pytest.param("0.5", "4.5", id="case 40: 4.5 GW additional"),
    ],
)
def test_more_power_at_a_known_site_is_another_deal(first: str, second: str) -> None:
    """What is added has its own capacity, and is not the conflict of two figures."""
    sides = ("OpenAI", "Oracle")
    texts = [
        told(leg(None, sides=sides, gigawatts=first), roles=OPENAI_ORACLE),
        told(leg(None, sides=sides, gigawatts=second), roles=OPENAI_ORACLE, event="expansion"),
    ]

    assert grouped(texts) == [[0], [1]]


def test_case_44_capacity_that_replaces_an_earlier_deals_is_another_deal() -> None:
    """Case 44: other power, other sum, months later; the pair alone makes no deal one."""
    texts = [
        told(leg("10", gigawatts="1"), roles=OPENAI_COREWEAVE),
        told(leg("14", gigawatts="1.4"), roles=OPENAI_COREWEAVE, days=90),
    ]

    assert grouped(texts) == [[0], [1]]


def test_one_buyer_signs_with_many_on_one_day() -> None:
    """One buyer's deals with several suppliers are as many deals, of equal sums even."""
    suppliers = ("Oracle", "CoreWeave", "Nebius")
    texts = [
        told(leg("10", sides=("OpenAI", name)), roles=(("OpenAI", "buyer"), (name, "supplier")))
        for name in suppliers
    ]

    assert grouped(texts) == [[0], [1], [2]]


# --- figures ------------------------------------------------------------------------------------


def deal_of(*texts: Evidence) -> Deal:
    """The one deal of some texts."""
    (some,) = group([replace(text, entry_id=number) for number, text in enumerate(texts)])
    return assemble(some)


NOW = replace(leg("5", "investment", sides=("Amazon", "Anthropic")), tranche="now")
LATER = replace(
    leg("20", "investment", sides=("Amazon", "Anthropic")),
    tranche="option", increment=True, qualifier="up_to",
)  # fmt: skip
PRICE = leg("100", years="10")
TERMS = told(PRICE, NOW, LATER, publisher="Axios")


@pytest.mark.parametrize(
    ("other", "verdict", "because"),
    [
        pytest.param(
            leg("25", "investment", sides=("Amazon", "Anthropic")),
            "total_of", "5 now + up to 20 more", id="case 18: the total of its parts",
        ),
        pytest.param(
            leg("33", "investment", sides=("Amazon", "Anthropic")),
            "outlier", "other sources say 5 now, up to 20 more", id="case 18: with older ones",
        ),
        pytest.param(
            leg("100", sides=("Amazon", "Anthropic")),
            "outlier", "payer and payee reversed: Anthropic pays Amazon",
            id="case 30: payer and payee mixed up",
        ),
        pytest.param(
            leg("200", "investment", sides=("Amazon", "Anthropic")),
            "outlier", "ten times the up to 20 more: a slip of the scale",
            id="case 31: ten times as much",
        ),
        pytest.param(
            leg("10", per="year", years="10"), "part_of", "10 a year x 10 years = 100",
            id="case 35: a rate",
        ),
    ],
)  # fmt: skip
def test_each_source_s_figure_is_settled(other: Leg, verdict: str, because: str) -> None:
    """What one source says is laid beside what the best one says, and the reason is told."""
    deal = deal_of(TERMS, told(other, days=1))

    settled = [(one.verdict, one.because) for one in (*deal.figures, *deal.conflicts)]
    assert settled == [(verdict, because)]
    assert [one.amount for one in deal.legs] == [PRICE.amount, NOW.amount, LATER.amount]


def test_case_32_a_number_turned_into_a_length_is_found_out() -> None:
    """Case 32: "a 25-year tech war" is the $25 billion."""
    odd = replace(leg("100", years="25"), as_stated="$100bn")

    deal = deal_of(TERMS, told(odd, days=1))

    assert [(one.as_stated, one.because) for one in deal.conflicts] == [
        ("25 years", "25 is a sum in billions, no length; other sources say 10 years")
    ]
    assert deal.legs[0].term_years == Decimal(10)


# --- the seed -----------------------------------------------------------------------------------


@cache
def seed(path: Path, markup: str) -> tuple[Evidence, ...]:
    """The seed's article and all its headlines, its markup broken as it is or mended."""
    body = path.read_text("utf-8")
    if markup == "mended":
        body = body.replace("Anthropic is https:", 'Anthropic is &lt;a href="https:')
        body = body.replace('target="_blank"&gt;', "&gt;&lt;b&gt;").replace(
            "&lt;li&gt;", "&lt;p&gt;"
        )
    feed = parse_feed(body.encode(), content_type=None, base_url="https://news.example/feed.xml")
    article, cluster = feed.entries
    lines = [(line.title, "", line.publisher) for line in cluster.headlines]
    return tuple(
        Evidence(
            entry_id=number,
            title=title,
            reading=read_deal(title, text, reader()),
            seen_at=START,
            publisher=publisher,
            published_at=article.published_at if number == 0 else cluster.published_at,
        )
        for number, (title, text, publisher) in enumerate(
            [(article.title, article.text, article.publisher), *lines]
        )
    )


def told_of(texts: Sequence[Evidence]) -> list[Deal]:
    """The deals of some texts."""
    return [assemble(some) for some in group(t for t in texts if t.reading.is_compute_deal)]


LEGS = [
    ("Anthropic", "Amazon", 100 * BILLION, None, Decimal(10), Decimal(5)),
    ("Amazon", "Anthropic", 5 * BILLION, "now", None, None),
    ("Amazon", "Anthropic", 20 * BILLION, "option", None, None),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("markup", ["broken", "mended"])
def test_the_seed_is_one_deal_in_any_order_and_markup(
    shared: Path, markup: str, data: st.DataObject
) -> None:
    """Case 56: five headlines of two matters and an article: one deal, three legs, no conflict."""
    texts = data.draw(st.permutations(seed(shared / "seed/feed.xml", markup)))

    (deal,) = told_of(texts)

    legs = [(o.payer, o.payee, o.amount, o.tranche, o.term_years, o.power_gw) for o in deal.legs]
    assert legs == LEGS
    assert [one.because for one in deal.figures] == [
        "5 now + up to 20 more",
        "the 5 now",
        "S$6.35bn at the ECB rate is US$4.99bn, the 5 now",
    ]
    assert deal.conflicts == ()


@pytest.mark.parametrize("missing", range(4))
def test_the_seed_without_one_source_is_one_deal_still(shared: Path, missing: int) -> None:
    """Whoever is silent, the others' figures belong together, and none is a conflict."""
    texts = [one for one in seed(shared / "seed/feed.xml", "broken") if one.entry_id != missing]

    (deal,) = told_of(texts)

    assert deal.companies == ("Amazon", "Anthropic")
    assert deal.conflicts == ()


def test_the_seed_with_the_singapore_sum_first_is_one_deal(shared: Path) -> None:
    """A plain "$6.35b" opens the deal; as soon as the others come it is the five."""
    texts = seed(shared / "seed/feed.xml", "broken")

    (alone,) = told_of(texts[3:])
    (deal,) = told_of([texts[3], *texts[:3]])

    sums = [one.amount for one in alone.legs if one.amount is not None]
    assert sums == [Decimal("6.35") * BILLION]
    assert [one.amount for one in deal.legs] == [each[2] for each in LEGS]
