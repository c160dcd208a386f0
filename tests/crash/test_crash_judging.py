"""The judge of the kill test: it must see a loss, a repeat too many, a repeat that hides it."""

from dataclasses import replace
from itertools import islice

import pytest

from tests.crash.judging import Arrival, Ending, Poll, Stored, judge
from tests.crash.plan import plan
from tests.crash.points import WAYS, Counts, Kill
from tests.crash.scenario import PhaseName
from tests.crash.table import Tried, render_faults, render_table
from tests.crash.trial import Trial

KILL = Kill(phase="first", point="message-received", at=1)
ONE, TWO = "amazon-anthropic-2026-04#1", "google-meta-2026-04#1"
COUNTS: Counts = {"statement-begins": 9, "commit-begins": 5, "feed-asked": 2, "message-begins": 3}


def a_poll(kill: Kill | None = None, *, code: int = 0, counts: Counts | None = None) -> Poll:
    """A poll of the first phase; with a kill it was killed."""
    return Poll(
        phase="first", kill=kill, code=-9 if kill else code, took_s=1.0, counts=counts or {}
    )


def arrived(text: str, *, poll: int) -> Arrival:
    """A message at the desk."""
    return Arrival.of("desk", text, poll=poll)


POLLS: dict[PhaseName, Poll] = {"first": a_poll(counts=COUNTS)}
STORED = Stored(
    alerts=frozenset({ONE, TWO}),
    entries=("guid-1", "guid-2"),
    deals={"amazon-anthropic-2026-04": 30, "google-meta-2026-04": 40},
    states={f"{ONE}@desk": "sent", f"{TWO}@desk": "sent"},
    under_way=(),
)
UNDISTURBED = Ending(
    polls=[a_poll()], arrivals=[arrived(ONE, poll=0), arrived(TWO, poll=0)], stored=STORED
)
KILLED = replace(
    UNDISTURBED,
    polls=[a_poll(KILL), a_poll()],
    arrivals=[arrived(ONE, poll=0), arrived(TWO, poll=1)],
)


def test_a_kill_that_changes_nothing_is_no_fault() -> None:
    """What arrived once, whichever poll sent it, is neither lost nor repeated."""
    verdict = judge(KILLED, UNDISTURBED)

    assert (verdict.kills, verdict.lost, verdict.repeated, verdict.faults) == ((KILL,), (), 0, ())


def test_what_never_arrived_is_lost() -> None:
    """A key that an undisturbed poll brings and the killed ones did not."""
    verdict = judge(replace(KILLED, arrivals=[arrived(ONE, poll=0)]), UNDISTURBED)

    assert verdict.lost == (("desk", TWO),)


def test_a_line_of_a_digest_counts_as_told() -> None:
    """Where much waits, the keys come in one message."""
    digest = arrived(f"digest-2026-04-21#1\n{ONE}\n{TWO}", poll=1)

    verdict = judge(replace(KILLED, arrivals=[digest]), UNDISTURBED)

    assert (verdict.lost, verdict.faults) == ((), ())


def test_a_repeat_that_says_so_is_allowed_once_a_kill() -> None:
    """It stands with the kill that came between the message and its mark."""
    again = arrived(f"May repeat: an earlier attempt may have arrived\nKey: {ONE}", poll=1)

    verdict = judge(replace(KILLED, arrivals=[*KILLED.arrivals, again]), UNDISTURBED)

    assert (verdict.repeats, verdict.faults) == ({KILL: 1}, ())


@pytest.mark.parametrize(
    ("ending", "fault"),
    [
        pytest.param(
            replace(KILLED, arrivals=[*KILLED.arrivals, arrived(ONE, poll=1)]),
            "desk: a repeat after poll 0 does not say so",
            id="silent repeat",
        ),
        pytest.param(
            replace(KILLED, arrivals=[*KILLED.arrivals, arrived(f"may repeat {TWO}", poll=1)]),
            "desk: 1 repeats after poll 1, 0 allowed",
            id="repeat without a kill",
        ),
        pytest.param(
            replace(
                KILLED,
                arrivals=[
                    arrived(f"digest-2026-04-21#1 {ONE}", poll=0),
                    arrived(f"digest-2026-04-21#1 {ONE} {TWO} may repeat", poll=1),
                ],
            ),
            f"desk: digest-2026-04-21#1 came again with {TWO} added",
            id="digest grown under its key",
        ),
        pytest.param(
            replace(KILLED, polls=[a_poll(KILL), a_poll(code=1)]),
            "poll 1 (first) ended with exit code 1",
            id="poll failed",
        ),
        pytest.param(
            replace(KILLED, polls=[a_poll(KILL), replace(a_poll(), took_s=121.0)]),
            "poll 1 (first) hung",
            id="poll hung",
        ),
        pytest.param(
            replace(KILLED, stored=replace(STORED, under_way=(f"{TWO}@desk",))),
            f"still under way: {TWO}@desk",
            id="delivery left under way",
        ),
        pytest.param(
            replace(KILLED, stored=replace(STORED, entries=("guid-1",))),
            "entry guid-2: missing",
            id="entry missing",
        ),
        pytest.param(
            replace(KILLED, stored=replace(STORED, deals={**STORED.deals, "extra": 1})),
            "deal extra: too many",
            id="deal too many",
        ),
        pytest.param(
            replace(KILLED, stored=replace(STORED, states={**STORED.states, f"{ONE}@desk": "x"})),
            f"delivery {ONE}@desk: is x, should be sent",
            id="delivery in another state",
        ),
    ],
)
def test_what_must_not_be_is_a_fault(ending: Ending, fault: str) -> None:
    """Each in one sentence."""
    verdict = judge(ending, UNDISTURBED)

    assert fault in verdict.faults


# --- the plan -----------------------------------------------------------------------------------


def test_every_point_has_its_kill() -> None:
    """With enough kills none is left out, and what is left over goes to random times."""
    trials = list(islice(plan(POLLS, kills=100, seed=1), 25))

    points = [str(kill) for trial in trials for kill in trial.kills if kill.point != "time"]
    assert len(points) == len(set(points)) == sum(COUNTS.values())
    assert all(kill.point == "time" for trial in trials[19:] for kill in trial.kills)


def test_a_few_kills_are_some_of_each_way() -> None:
    """A short run does not spend itself on the statements, of which there are most."""
    (*some,) = islice(plan(POLLS, kills=100, seed=1), 4)

    assert len({WAYS[kill.point] for trial in some for kill in trial.kills}) == 4


def test_a_seed_has_its_points() -> None:
    """The same seed plans the same, another seed something else."""
    one, same, other = (list(islice(plan(POLLS, kills=9, seed=n), 9)) for n in (1, 1, 2))

    assert one == same != other


# --- what people see ----------------------------------------------------------------------------


def test_the_table_counts_by_way_and_database() -> None:
    """A loss stands in the row of the trial's kill, and the fault tells how to see it again."""
    ending = replace(KILLED, arrivals=[arrived(TWO, poll=0), arrived(TWO, poll=1)])
    tried = Tried(
        database="sqlite", trial=Trial.of(KILL), verdict=judge(ending, UNDISTURBED)
    )  # fmt: skip

    assert render_table([tried]).splitlines()[2] == (
        "| every message, begun, received, answered | sqlite | 1 | 1 | 1 | 1 |"
    )
    assert render_faults([tried]).splitlines()[0] == (
        f"NOT KEPT: desk never heard of {ONE}; "
        "again with: --database sqlite --point first:message-received:1"
    )
