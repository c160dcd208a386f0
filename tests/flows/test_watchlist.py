"""Slips in watch.toml that would silence a filter, told before anybody misses an alert."""

from pathlib import Path

import pytest

from flows.polling.tools import load_companies
from flows.settings import Destination, Settings, WatchedCompany
from flows.watchlist import check_watched, find_slips
from parsers.errors import SettingsError
from parsers.types import Company

BUILTIN = (
    Company(name="Amazon", aliases=("AMZN Web",), brands=("AWS",), sector="cloud"),
    Company(name="Anthropic", sector="lab"),
    Company(name="Google", sector="cloud"),
)


def watch(companies: list[dict[str, object]], *destinations: dict[str, object]) -> Settings:
    """A watch.toml with these tables."""
    return Settings(
        path=Path("watch.toml"),
        companies=tuple(WatchedCompany.model_validate(one) for one in companies),
        destinations=tuple(
            Destination.model_validate({"name": f"d{number}", "url": "json://x", **one})
            for number, one in enumerate(destinations)
        ),
    )


LABS: dict[str, object] = {"name": "Anthropic", "tags": ["labs"]}

SLIPS = [
    pytest.param(
        watch([{"name": "Googel"}]),
        "[[companies]] 'Googel' is not in the list; did you mean Google? If it is another company, "
        "give it aliases",
        id="a company misspelt",
    ),
    pytest.param(
        watch([], {"companies": ["Antropic"]}),
        "destination d0: 'Antropic' is not in the list; did you mean Anthropic?",
        id="a filter's company misspelt",
    ),
    pytest.param(
        watch([], {"companies": ["Zzyzx"]}),
        "destination d0: 'Zzyzx' is not in the list; add it as a [[companies]] table",
        id="a filter's company that nobody knows",
    ),
    pytest.param(
        watch([LABS], {"companies": ["Google"]}),
        "destination d0: 'Google' is not on the watchlist, so no deal is told for its sake; "
        "add it as a [[companies]] table",
        id="a filter's company that is not watched",
    ),
    pytest.param(
        watch([LABS, {"name": "Google", "alert_on": "never"}], {"companies": ["Google"]}),
        "destination d0: 'Google' says alert_on = \"never\" in its [[companies]] table, so no deal "
        "is told for its sake; choose one",
        id="a filter's company that is silenced",
    ),
    pytest.param(
        watch([LABS], {"tags": ["lab"]}),
        "destination d0: no company has the tag 'lab'; did you mean labs?",
        id="a tag misspelt",
    ),
    pytest.param(
        watch([LABS], {"tags": ["power"]}),
        "destination d0: no company has the tag 'power'; give it to a company in [[companies]]",
        id="a tag nobody has",
    ),
    pytest.param(
        watch([LABS | {"alert_on": "never"}, {"name": "Google"}], {"tags": ["labs"]}),
        "destination d0: no company has the tag 'labs'; give it to a company in [[companies]]",
        id="a tag only a silenced company has",
    ),
    pytest.param(
        watch([], {"statuses": ["cut", "announced", "cut"]}),
        "destination d0: statuses: 'cut' stands there twice",
        id="a status twice",
    ),
    pytest.param(
        watch([], {"kinds": ["lease", "lease"]}),
        "destination d0: kinds: 'lease' stands there twice",
        id="a kind twice",
    ),
    pytest.param(
        watch([], {"min_gw": 500}),
        "destination d0: min_gw = 500 lets no deal through; it is in gigawatts: 500 MW are 0.5",
        id="megawatts for gigawatts",
    ),
    pytest.param(
        watch([], {"min_usd": 5}),
        "destination d0: min_usd = 5 stops no deal with a sum; it is in dollars: "
        "write 5000000000 for as many billions",
        id="billions for dollars",
    ),
    pytest.param(
        watch([], {"min_usd": 10**14}),
        "destination d0: min_usd = 100000000000000 lets no deal through; it is in dollars, "
        "not in cents",
        id="a sum beyond all deals",
    ),
    pytest.param(
        watch([LABS | {"alert_on": "never"}]),
        'every [[companies]] table says alert_on = "never", so nobody is told of any deal',
        id="everybody silenced",
    ),
    pytest.param(
        watch([LABS | {"alert_on": "mentions"}], {"min_usd": 10**9}),
        "[[companies]] 'Anthropic': alert_on = \"mentions\", but no destination takes mentions "
        "of it (d0: min_usd lets through deals only)",
        id="mentions that nobody takes",
    ),
]


@pytest.mark.parametrize(("settings", "slip"), SLIPS)
def test_a_slip_is_told_in_a_line(settings: Settings, slip: str) -> None:
    """What would match nothing, or everything, says so and what to write."""
    assert find_slips(settings, BUILTIN) == (slip,)


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(watch([]), id="nothing named"),
        pytest.param(watch([{"name": "Nordwind"}]), id="a new company like no other"),
        pytest.param(
            watch([{"name": "Googel", "aliases": ["Googel AI"]}]), id="one that says more"
        ),
        pytest.param(
            watch([LABS], {"companies": ["Anthropic", "Google"], "tags": ["labs"]}),
            id="one that is not watched beside one that is",
        ),
        pytest.param(
            watch([], {"companies": ["Google"], "min_usd": 0, "min_gw": 200, "kinds": ["lease"]}),
            id="every filter, nobody watched",
        ),
        pytest.param(
            watch([LABS | {"alert_on": "mentions"}], {"min_usd": 10**9}, {"tags": ["labs"]}),
            id="mentions that one takes",
        ),
        pytest.param(watch([LABS | {"alert_on": "mentions"}]), id="mentions without destinations"),
    ],
)
def test_what_can_be_meant_is_left_alone(settings: Settings) -> None:
    """Doctor finds no fault with what somebody may want."""
    assert find_slips(settings, BUILTIN) == ()


@pytest.mark.parametrize(
    ("company", "told"),
    [
        pytest.param({"name": "AWS"}, "'AWS' is a way to write Amazon; write name = ", id="brand"),
        pytest.param({"name": "amzn  web"}, "is a way to write Amazon", id="alias"),
        pytest.param({"name": "google"}, "is a way to write Google", id="another case"),
        pytest.param(
            {"name": "Nordwind", "sector": "clouds"},
            "no sector is called 'clouds'; write one of cloud, lab, other",
            id="sector",
        ),
    ],
)
def test_what_can_only_be_a_slip_is_refused(company: dict[str, object], told: str) -> None:
    """A table that would watch nobody stops the program at once."""
    with pytest.raises(SettingsError, match="number 1 of") as refused:
        check_watched(watch([company]), BUILTIN)

    assert told in str(refused.value)


def test_a_good_watchlist_is_taken() -> None:
    """Names of the list, and new ones."""
    check_watched(watch([LABS, {"name": "Nordwind", "sector": "cloud"}]), BUILTIN)


def test_every_field_of_the_list_can_be_added_to() -> None:
    """A company of the list keeps what is known of it and gains what watch.toml says."""
    more: dict[str, object] = {"known_as": ["Boreal"], "aliases": ["Bit Farms"], "brands": ["B"]}
    settings = watch([{"name": "Bitfarms", **more}, {"name": "Zerra", "known_as": ["Zed"]}])

    companies = {company.name: company for company in load_companies(settings)}

    assert companies["Bitfarms"].known_as == ("Keel Infrastructure", "Boreal")
    assert companies["Bitfarms"].aliases[-1] == "Bit Farms"
    assert companies["Zerra"].known_as == ("Zed",)
