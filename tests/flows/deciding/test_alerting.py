"""Which change of a deal is worth an alert, who hears of it in which words, and why nobody does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.deciding.alerting import (
    Alert,
    DealChange,
    Decision,
    Policy,
    Telling,
    build_policy,
    decide,
    describe_change,
    find_tracked,
)
from flows.settings import Destination, PollSettings, Settings, WatchedCompany
from parsers.types import Company, Deal, Leg, Source, Status, StatusChange
from storage.codec import from_json, to_json

NOW = datetime(2026, 4, 21, 12, tzinfo=UTC)
TOLD = NOW - timedelta(days=1)
BILLION = Decimal(10**9)
LEG = Leg(
    payer="Anthropic",
    payee="Amazon",
    kind="commitment",
    quote="Anthropic commits $100 billion.",
    amount=100 * BILLION,
    currency="USD",
    qualifier="exact",
    usd=100 * BILLION,
)
DEAL = Deal(
    title="Anthropic – Amazon",
    companies=("Amazon", "Anthropic"),
    parties=(),
    legs=(LEG,),
    status="announced",
    status_history=(StatusChange(status="announced", at=TOLD, publisher="Axios"),),
    announced_at=TOLD,
    updated_at=TOLD,
    publishers=("Axios",),
    sources=(Source(entry_id=1, title="", publisher="Axios", url=None, published_at=TOLD),),
)
WHY = "Amazon and Anthropic are on your watchlist"
ID = "amazon-anthropic-2026-04"


def policy(*destinations: Destination, **changed: object) -> Policy:
    """Every company is tracked, unless a test says otherwise."""
    made = Policy(tracked=None, max_age=timedelta(days=3), destinations=destinations)
    return replace(made, **changed)  # type: ignore[arg-type]  # tests name its fields


def to(name: str, **filters: object) -> Destination:
    """A destination with filters."""
    return Destination.model_validate({"name": name, "url": "json://x", **filters})


DESK, BIG = to("desk"), to("big", min_usd=10**12)
BOTH = policy(DESK, BIG)


def sums(billions: int) -> Deal:
    """The deal with another sum."""
    return replace(DEAL, legs=(replace(LEG, amount=billions * BILLION, usd=billions * BILLION),))


def of(status: Status, deal: Deal = DEAL) -> Deal:
    """The deal after a step on the ladder."""
    step = StatusChange(status=status, at=NOW, publisher="Reuters")
    return replace(deal, status=status, status_history=(*deal.status_history, step))


def told_again(deal: Deal = DEAL, *, publisher: str = "Reuters", at: datetime = NOW) -> Deal:
    """The deal with one more article."""
    source = Source(entry_id=2, title="", publisher=publisher, url=None, published_at=at)
    names = dict.fromkeys((*deal.publishers, publisher))
    return replace(deal, sources=(*deal.sources, source), publishers=tuple(names))


def judge(  # the decision of one change, with what tests seldom say
    after: Deal,
    *,
    before: Deal | None = DEAL,
    by: Policy = BOTH,
    heard: Sequence[str] = (),
    waiting: Sequence[Alert] = (),
) -> Decision:
    """What is decided of a change."""
    change = DealChange(deal_id=ID, before=before, after=after)
    return decide(change, by, heard=heard, number=2, now=NOW, waiting=waiting)


def sent(decision: Decision) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each alert's key, its wording and where it goes."""
    return [(one.alert.key, one.alert.change, one.destinations) for one in decision.tellings]


def waits(change: str, deal: Deal, *, before: Deal | None = None, news: str = "") -> Alert:
    """An alert that nobody has seen yet."""
    return Alert(
        key=f"{ID}#1",
        deal_id=ID,
        change="new" if change == "new" else "grown",
        why=WHY,
        news=(news,) if news else (),
        deal=deal,
        before=before,
    )


# --- the watchlist ------------------------------------------------------------------------------


def test_without_companies_all_are_tracked() -> None:
    """A watch.toml that names no company wants to hear of every one."""
    made = build_policy(Settings(path=Path("watch.toml")))

    assert made == Policy(tracked=None, max_age=timedelta(days=3), destinations=())
    assert find_tracked(DEAL, made) == ("Amazon", "Anthropic")


def test_a_watchlist_is_those_who_may_alert() -> None:
    """`alert_on` keeps a company silent, or tells of its every mention as well."""
    anthropic = Company(name="Anthropic", aliases=("Anthropic PBC",))
    watch = Settings(
        path=Path("watch.toml"),
        poll=PollSettings(max_age=timedelta(days=9)),
        companies=(
            WatchedCompany(name="Anthropic", tags=("labs",), alert_on="mentions"),
            WatchedCompany(name="Amazon", alert_on="never"),
            WatchedCompany(name="Nordwind", aliases=("Nord",), alert_on="mentions"),
        ),
    )

    made = build_policy(watch, [anthropic])

    assert made == Policy(
        tracked={"Anthropic": ("labs",), "Nordwind": ()},
        max_age=timedelta(days=9),
        destinations=(),
        mentioned=(anthropic, Company(name="Nordwind", aliases=("Nord",))),
    )
    assert find_tracked(DEAL, made) == ("Anthropic",)


def test_a_watchlist_of_the_silent_tracks_nobody() -> None:
    """Whoever silences all companies is not told of all others instead."""
    silent = WatchedCompany(name="Amazon", alert_on="never")
    watch = Settings(path=Path("watch.toml"), companies=(silent,), destinations=(DESK,))

    decision = judge(DEAL, before=None, by=build_policy(watch))

    assert decision == Decision(reason="silent: no tracked company (Amazon, Anthropic)")


# --- what is told -------------------------------------------------------------------------------


def test_a_new_deal_is_told() -> None:
    """It carries the deal, a stable key and why it came; who is left out, and why, is kept."""
    alert = Alert(key=f"{ID}#1", deal_id=ID, change="new", why=WHY, news=(), deal=DEAL)
    change = DealChange(deal_id=ID, before=None, after=DEAL)

    decision = decide(change, BOTH, heard=(), number=1, now=NOW)

    assert describe_change(change) == "new"
    assert decision == Decision(
        reason=f"told as {ID}#1 to desk; not to big (min_usd: the largest is $100bn, "
        "less than $1tn)",
        tellings=(Telling(alert=alert, destinations=("desk",)),),
        passed_over=(("big", "min_usd: the largest is $100bn, less than $1tn"),),
    )
    assert (decision.told, decision.alert_key) == (True, f"{ID}#1")


def test_an_update_says_what_is_new_and_what_made_it_worth_sending() -> None:
    """It goes to those who know the deal, and names the tracked company alone."""
    after = of("contracted", sums(150))
    by = policy(DESK, tracked={"Amazon": ()})

    decision = judge(after, by=by, heard=["desk"])

    (update,) = decision.tellings
    assert update == Telling(
        alert=Alert(
            key=f"{ID}#2",
            deal_id=ID,
            change="grown",
            why="Amazon is on your watchlist; sent again because it is firmer and a figure is "
            "higher",
            news=(
                "now contracted, was announced",
                "sum raised: $150 billion, was $100 billion (Anthropic → Amazon)",
            ),
            deal=after,
            before=DEAL,
        ),
        destinations=("desk",),
    )
    assert decision.reason == f"told as {ID}#2 to desk (update)"
    assert describe_change(DealChange(deal_id=ID, before=DEAL, after=after)) == "grown"


@pytest.mark.parametrize(
    ("before", "heard", "told"),
    [
        pytest.param(DEAL, ["desk"], ["grown to desk", "new to big"], id="grown over the minimum"),
        pytest.param(DEAL, ["desk", "big"], ["grown to desk and big"], id="both know it"),
        pytest.param(DEAL, [], ["new to desk and big"], id="nobody knows it"),
        pytest.param(None, [], ["new to desk and big"], id="a new deal"),
        pytest.param(sums(990), ["desk"], ["new to big"], id="a sum that is the same, rounded up"),
    ],
)
def test_who_did_not_hear_of_a_deal_hears_of_it_as_new(
    before: Deal | None, heard: list[str], told: list[str]
) -> None:
    """An update is for those who know what it updates; filters may let a deal through late."""
    decision = judge(sums(1000), before=before, heard=heard)

    assert [f"{how} to {' and '.join(names)}" for _, how, names in sent(decision)] == told
    assert [key for key, _, _ in sent(decision)] == [f"{ID}#{n + 2}" for n in range(len(told))]


def test_a_late_first_alert_says_that_it_is_late() -> None:
    """Its reader wonders why an old deal is called new."""
    raised = judge(sums(1000), heard=["desk"])
    rounded = judge(sums(1000), before=sums(990), heard=["desk"])

    late = "not sent here before, sent now because"
    assert raised.tellings[1].alert.why == f"{WHY}; {late} a figure is higher"
    assert rounded.tellings[0].alert.why == f"{WHY}; {late} it passes your filters now"
    assert raised.tellings[1].alert.news == ()
    assert raised.reason == f"told as {ID}#2 to desk (update) and as {ID}#3 to big (new there)"


@pytest.mark.parametrize(
    "filters",
    [
        pytest.param({"statuses": ["announced"]}, id="statuses"),
        pytest.param({"min_usd": 90 * 10**9}, id="min_usd"),
        pytest.param({"companies": ["Google"]}, id="companies"),
    ],
)
@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param(of("cancelled", sums(50)), True, id="it was cancelled"),
        pytest.param(sums(50), True, id="the sum was lowered"),
        pytest.param(of("contracted", sums(40)), True, id="firmer and lower"),
    ],
)
def test_what_makes_an_alert_wrong_follows_it(
    filters: dict[str, object], after: Deal, told: bool
) -> None:
    """Whoever acts on an alert hears that it does not hold, whatever his filters say by then."""
    decision = judge(after, by=policy(to("desk", **filters)), heard=["desk"])

    assert decision.told is told


def test_other_news_pass_the_filters() -> None:
    """What adds to an alert goes where the deal, as it stands then, is wanted."""
    only = policy(to("desk", statuses=["announced"]))

    decision = judge(of("contracted"), by=only, heard=["desk"])

    assert decision.reason == (
        "silent: no destination wants it: not to desk (statuses: it is contracted)"
    )


def test_an_end_is_told_where_no_company_is_tracked_any_more() -> None:
    """A better reading may name other companies; the alert that is out was on this deal."""
    after = replace(of("denied"), companies=("Google",))
    by = policy(DESK, tracked={"Amazon": ()})

    assert judge(after, by=by, heard=["desk"]).tellings[0].alert.why == (
        "you were told of it before; sent again because it came to an end"
    )
    assert not judge(after, by=by).told


def test_of_many_companies_some_are_named() -> None:
    """A round-up does not fill the screen with names."""
    many = replace(DEAL, companies=tuple(f"Company {letter}" for letter in "ABCDEFG"))

    (new,) = judge(many, before=None).tellings

    assert new.alert.why == (
        "Company A, Company B, Company C, Company D, Company E and 2 more are on your watchlist"
    )


# --- what is not --------------------------------------------------------------------------------

OLD = NOW - timedelta(days=5)
LATE = replace(
    of("cancelled"), status_history=(StatusChange(status="cancelled", at=OLD, publisher=None),)
)

SILENT = [
    pytest.param(
        told_again(),
        {},
        "re-report, nothing new (2nd publisher)",
        id="another publisher",
    ),
    pytest.param(
        told_again(publisher="Axios"),
        {},
        "re-report, nothing new (still 1 publisher)",
        id="the same publisher",
    ),
    pytest.param(replace(DEAL, title="Other"), {}, "an edit, nothing new", id="an edit"),
    pytest.param(
        replace(LATE, sources=told_again().sources),
        {},
        "re-report, nothing new (only an older text moves its status)",
        id="a status of an older text",
    ),
    pytest.param(
        told_again(of("cancelled"), at=OLD),
        {},
        "told 5 days ago, older than max_age = 3 days",
        id="an old text",
    ),
    pytest.param(
        replace(of("cancelled"), updated_at=NOW - timedelta(hours=30)),
        {"max_age": timedelta(hours=1)},
        "told 30 hours ago, older than max_age = 1 hour",
        id="an old deal",
    ),
    pytest.param(
        replace(of("cancelled"), updated_at=NOW - timedelta(minutes=59)),
        {"max_age": timedelta(minutes=1)},
        "told 59 minutes ago, older than max_age = 1 minute",
        id="very impatient",
    ),
    pytest.param(
        of("contracted"),
        {"tracked": {"Meta": ()}},
        "no tracked company (Amazon, Anthropic)",
        id="not on the watchlist",
    ),
    pytest.param(
        replace(DEAL, companies=()), {"tracked": {}}, "no tracked company (none is named)",
        id="no company at all",
    ),
    pytest.param(
        of("contracted"),
        {"destinations": ()},
        "watch.toml names no destination",
        id="no destination",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("after", "changed", "why"), SILENT)
def test_silence_has_a_reason(after: Deal, changed: dict[str, object], why: str) -> None:
    """Nobody is told what he does not follow, knows, or could have read last week."""
    by = replace(BOTH, **changed)  # type: ignore[arg-type]  # the table names its fields

    decision = judge(after, by=by, heard=["desk"])

    assert decision.reason == f"silent: {why}"
    assert (decision.told, decision.alert_key) == (False, None)


@pytest.mark.parametrize(
    ("count", "ordinal"), [(3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st")]
)
def test_publishers_are_counted(count: int, ordinal: str) -> None:
    """The seventh publisher of a deal is called so."""
    before = replace(DEAL, publishers=tuple(f"P{n}" for n in range(count - 1)))

    decision = judge(told_again(before), before=before, heard=["desk"])

    assert decision.reason == f"silent: re-report, nothing new ({ordinal} publisher)"


def test_a_destination_that_is_new_hears_nothing_old() -> None:
    """Who adds a destination is not told all deals that are told again that day."""
    decision = judge(told_again())

    assert decision.passed_over[0] == ("desk", "nothing new; it was not told when the deal was")
    assert not decision.told


# --- alerts that wait ---------------------------------------------------------------------------


def test_a_waiting_first_alert_is_brought_up_to_date() -> None:
    """A deal that grows before its alert is sent is told once, as it stands then."""
    after = of("contracted")

    decision = judge(after, waiting=[waits("new", DEAL)])

    assert sent(decision) == [(f"{ID}#1", "new", ("desk",))]
    assert decision.tellings[0].alert == replace(waits("new", DEAL), deal=after)
    assert decision.reason.startswith(f"told with the waiting {ID}#1 to desk; not to big")


def test_a_waiting_first_alert_counts_its_publishers_anew() -> None:
    """A re-report is no news, but a message that nobody has seen may say so much."""
    after = told_again()

    decision = judge(after, waiting=[waits("new", DEAL)])

    assert decision.tellings[0].alert.deal == after


def test_a_waiting_alert_of_a_deal_that_is_wanted_no_more_is_brought_up_to_date() -> None:
    """It goes where it was to go, and says what is true by then."""
    decision = judge(sums(50), by=policy(BIG), waiting=[waits("new", DEAL)])

    assert sent(decision) == [(f"{ID}#1", "new", ())]


def test_a_late_first_alert_that_waits_keeps_saying_that_it_is_late() -> None:
    """It is brought up to date, its tail is not lost."""
    late = replace(waits("new", DEAL), why=f"{WHY}; not sent here before")

    decision = judge(of("contracted"), waiting=[late])

    assert decision.tellings[0].alert.why == late.why


def test_two_updates_that_wait_are_one() -> None:
    """What is new is laid against what was last told, not against what nobody read."""
    first = waits("grown", sums(150), before=DEAL, news="sum raised: …")

    decision = judge(sums(200), before=told_again(sums(150)), heard=["desk"], waiting=[first])

    (update,) = decision.tellings
    assert (update.alert.key, update.alert.before) == (f"{ID}#1", DEAL)
    assert update.alert.news == ("sum raised: $200 billion, was $100 billion (Anthropic → Amazon)",)


def test_what_is_taken_back_before_it_is_sent_is_told_as_it_is() -> None:
    """Cancelled and then not: the update that waits cannot say nothing."""
    cancelled = of("cancelled")
    first = waits("grown", cancelled, before=DEAL, news="now cancelled, was announced")
    revived = of("announced", cancelled)

    decision = judge(revived, before=cancelled, heard=["desk"], waiting=[first])

    assert decision.tellings[0].alert.news == ("now announced, was cancelled",)


@pytest.mark.parametrize("before", [None, DEAL], ids=["of the last version", "of another deal"])
def test_an_update_keeps_news_of_which_it_does_not_know_the_start(before: Deal | None) -> None:
    """Where a waiting update cannot be laid together with a change, it tells both."""
    first = waits("grown", sums(300), before=before, news="it has news")

    decision = judge(of("contracted"), heard=["desk"], waiting=[first])

    assert decision.tellings[0].alert.news == ("it has news", "now contracted, was announced")


def test_an_update_and_a_first_alert_wait_side_by_side() -> None:
    """Each is brought up to date under its own key; no third follows."""
    update = waits("grown", sums(1000), before=DEAL)
    first = replace(waits("new", sums(1000)), key=f"{ID}#3")

    decision = judge(
        of("contracted", sums(1000)),
        before=sums(1000),
        heard=["desk"],
        waiting=[update, first],
    )

    assert sent(decision) == [(f"{ID}#1", "grown", ("desk",)), (f"{ID}#3", "new", ("big",))]


# --- promises -----------------------------------------------------------------------------------

STATES = [DEAL, sums(50), sums(150), sums(1000), of("cancelled"), told_again()]


@settings(max_examples=150, deadline=None)
@given(
    before=st.sampled_from([None, *STATES]),
    after=st.sampled_from(STATES),
    heard=st.sets(st.sampled_from(["desk", "big", "gone"])),
)
def test_a_decision_is_a_function_of_its_arguments(
    before: Deal | None, after: Deal, heard: set[str]
) -> None:
    """The same again is the same; everybody hears at most one alert, or why none."""
    decision = judge(after, before=before, heard=sorted(heard))

    told = [name for one in decision.tellings for name in one.destinations]
    passed = [name for name, _ in decision.passed_over]

    assert decision == judge(after, before=before, heard=sorted(heard))
    assert len(told) == len(set(told))
    assert not decision.passed_over or sorted(told + passed) == ["big", "desk"]
    assert decision.told != decision.reason.startswith("silent: ")
    assert "\n" not in decision.reason


def test_an_alert_of_the_last_version_can_be_read() -> None:
    """What waits in the outbox outlives an upgrade."""
    stored = to_json(waits("grown", DEAL, news="status: talks → announced"))
    del stored["before"]

    assert from_json(Alert, stored) == waits("grown", DEAL, news="status: talks → announced")
