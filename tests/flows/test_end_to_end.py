"""The whole way, from a feed's bytes to Slack and mail, on the news this project began with."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from apprise.plugins.slack import NotifySlack

from flows.outcomes import RunOutcome, run_json
from flows.run import poll_once
from flows.settings import Settings, load_settings
from parsers.types import Link
from storage.database import open_engine, reading
from storage.feeds import get_feed
from storage.outbox import count_alerts, list_deliveries
from storage.tables import EntryRow, FeedRow
from tests.databases import postgresql_database, postgresql_server_from_wheel
from tests.receivers import Json, MailServer, WebhookServer
from tests.rows import all_entries
from tests.servers import FeedServer, Request
from tests.watches import write_watch

# Apprise loads its plugins at the first URL; one of them imports imghdr for Python 3.13's sake.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

# The morning after; `max_age` is the default of three days.
MORNING = datetime(2026, 4, 21, 6, tzinfo=UTC)
SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7"
DEAL_ID = "amazon-anthropic-2026-04"
Fields = dict[str, object]
FIRST_LINE = "Anthropic → Amazon: more than $100 billion over 10 years for up to 5 GW (announced)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What four polls did, what the database then held, and what arrived.

    `first` is the first poll; `again` follows at once, `asked` asks an unchanged feed, and
    `rewritten` meets the same items in a document of other bytes.
    """

    first: RunOutcome
    again: RunOutcome
    asked: RunOutcome
    rewritten: RunOutcome
    requests: tuple[Request, ...]
    feed: FeedRow
    entries: tuple[EntryRow, ...]
    alerts: int
    deliveries: tuple[tuple[str, str, int], ...]
    mail: tuple[EmailMessage, ...]
    posts: tuple[Json, ...]

    def entry(self, title: str) -> EntryRow:
        """The stored entry of this title."""
        return next(entry for entry in self.entries if entry.title == title)


# --- telling it ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seed(shared: Path) -> Path:
    """The folder of the feed and of what is to be read from it."""
    return shared / "seed"


@pytest.fixture(scope="module")
def expected(seed: Path) -> Fields:
    """What is to be read from it."""
    return cast("Fields", json.loads((seed / "expected.json").read_text("utf-8")))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """An empty database, on each of the two."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('database') / 'gigawatch.db'}"
        return
    with (
        postgresql_server_from_wheel() as pattern,
        postgresql_database(pattern, "end_to_end") as url,
    ):
        yield url


@pytest.fixture(scope="module")
def story(
    seed: Path, database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Story]:
    """Serve the feed, write a watch.toml as a user would, and poll four times."""
    with (
        FeedServer() as server,
        MailServer() as mail,
        WebhookServer() as hook,
        pytest.MonkeyPatch.context() as patch,
    ):
        # No Apprise URL can name Slack's host.
        patch.setattr(NotifySlack, "webhook_url", f"{hook.base}/services")
        patch.setattr("flows.polling.tools.utc_now", lambda: MORNING)
        body = (seed / "feed.xml").read_bytes()
        watch = write_watch(
            tmp_path_factory.mktemp("watch"),
            feeds=[server.put("/feed.xml", body, etag='"v1"')],
            destinations={"desk": "${SLACK_URL}", "mail": mail.url},
            allow=[server.address],
            max_age="3d",
        )
        env = {"SLACK_URL": SLACK, "GIGAWATCH_DATABASE_URL": database_url}
        settings = load_settings(watch, env)

        first, again, asked = _poll(settings), _poll(settings), _poll(settings, every=True)
        server.put("/feed.xml", body + b"\n<!-- built anew -->\n", etag='"v2"')
        rewritten = _poll(settings, every=True)

        yield _look(settings, (first, again, asked, rewritten), server=server, mail=mail, hook=hook)


def _poll(settings: Settings, *, every: bool = False) -> RunOutcome:
    return asyncio.run(poll_once(settings, every=every))


def _look(
    settings: Settings,
    runs: tuple[RunOutcome, RunOutcome, RunOutcome, RunOutcome],
    *,
    server: FeedServer,
    mail: MailServer,
    hook: WebhookServer,
) -> Story:
    engine = open_engine(settings.database.url)
    with reading(engine) as session:
        feed = get_feed(session, settings.feeds[0].url)
        assert feed is not None
        story = Story(
            first=runs[0],
            again=runs[1],
            asked=runs[2],
            rewritten=runs[3],
            requests=tuple(server.requests),
            feed=feed,
            entries=all_entries(session),
            alerts=count_alerts(session, DEAL_ID),
            deliveries=tuple(
                (one.destination, one.state, one.attempts) for one in list_deliveries(session)
            ),
            mail=tuple(mail.messages),
            posts=tuple(hook.bodies),
        )
    engine.dispose()
    return story


# --- the eight steps ----------------------------------------------------------------------------


def test_one_entry_from_bytes_to_slack(story: Story) -> None:
    """The eight steps of a poll, each seen in what it leaves behind."""
    (feed,) = story.first.feeds
    (deal,) = story.first.deals

    # 1. The due feed is claimed; polled, it is not due again.
    assert story.first.feeds[0].outcome == "new"
    assert story.again == RunOutcome()
    # 2. It is asked with the validators it gave.
    validators = [request.headers.get("if-none-match") for request in story.requests]
    assert validators == [None, '"v1"', '"v1"']
    # 3. What it says becomes entries with clean text, links and related headlines;
    # 4. those not seen before are kept.
    assert (feed.new, len(story.entries)) == (7, 7)
    # 5. Each is read: four of the seven report a deal.
    assert sum(entry.is_compute_deal for entry in story.entries) == 4
    # 6. They report one and the same, which is worth one alert to each destination.
    assert (deal.id, deal.change, story.alerts) == (DEAL_ID, "new", 1)
    # 7. The validators are kept for the next time.
    assert (story.feed.etag, story.feed.lease_owner) == ('"v2"', None)
    # 8. Each destination was sent the alert, at the first attempt.
    assert story.deliveries == (("desk", "sent", 1), ("mail", "sent", 1))
    assert (len(story.posts), len(story.mail)) == (1, 1)


def test_a_second_poll_sends_nothing(story: Story) -> None:
    """Neither an unchanged feed nor the same items in other bytes are news."""
    outcomes = [run.feeds[0].outcome for run in (story.asked, story.rewritten)]

    assert outcomes == ["not_modified", "unchanged"]
    for run in (story.asked, story.rewritten):
        assert (run.entries, run.deals, run.deliveries) == ((), (), ())


# --- every line of expected.json ----------------------------------------------------------------


def test_entries(story: Story, expected: Fields) -> None:
    """Each item is an entry, and so is each headline of a cluster."""
    assert len(story.first.entries) == expected["entries"]


def test_links_repaired(story: Story, expected: Fields) -> None:
    """Links whose `<a href="` was lost are found, and no wreckage is left in the text."""
    entry = story.entry("Anthropic bites back in the compute wars with Amazon partnership")

    assert [Link(**link).url for link in entry.links] == expected["links_repaired"]
    assert entry.text.startswith("Anthropic is expanding its partnership with Amazon, committing")
    assert "target=" not in entry.text
    assert "http" not in entry.text


def test_canonical_url(story: Story, expected: Fields) -> None:
    """The address loses what only tracks the reader."""
    entry = story.entry("Anthropic bites back in the compute wars with Amazon partnership")

    assert entry.url == expected["canonical_url"]


def test_headlines(story: Story, expected: Fields) -> None:
    """Each headline has its own publisher, and is a child of the cluster it stood in."""
    cluster = story.entry("Amazon's $25bn Anthropic investment")
    children = [entry for entry in story.entries if entry.parent_id == cluster.id]

    found = [{"publisher": one.publisher, "title": one.title} for one in reversed(children)]

    assert found == expected["headlines"]
    assert not cluster.is_compute_deal


def test_deals(story: Story, expected: Fields) -> None:
    """One deal: its companies, its publishers, every field given of every leg, every figure."""
    wanted = cast("list[Fields]", expected["deals"])
    found = cast("list[Fields]", run_json(story.first)["deals"])

    assert len(found) == len(wanted)
    for deal, want in zip(found, wanted, strict=True):
        assert deal["companies"] == want["companies"]
        assert deal["publishers"] == want["publishers"]
        assert _as_told(deal["legs"], want["legs"]) == want["legs"]
        assert _as_told(deal["reconciled"], want["reconciled"]) == want["reconciled"]
        assert deal["conflicts"] == []
        assert story.alerts == want["alerts"]


def test_not_compute_deals(story: Story) -> None:
    """A funding round and a valuation are no compute deals, and Bezos's lab is not Amazon."""
    bezos = [entry for entry in story.first.entries if "Bezos" in entry.title]

    assert [(entry.is_compute_deal, entry.companies) for entry in bezos] == [(False, ())] * 2


def _as_told(found: object, wanted: object) -> list[Fields]:
    """What was found, with the fields that are named in what was wanted."""
    pairs = zip(cast("list[Fields]", found), cast("list[Fields]", wanted), strict=True)
    return [{name: fields[name] for name in want} for fields, want in pairs]


# --- what people see ----------------------------------------------------------------------------

SAID = (
    "Reuters “$25 billion”: 5 now + up to 20 more",
    "The Straits Times “$6.35b”: S$6.35bn at the ECB rate is US$4.99bn, the 5 now",
    "4 publishers: Reuters (a news agency), Axios, The Japan Times, The Straits Times",
    "Amazon and Anthropic",
    f"{DEAL_ID}#1",
)


def test_mail_tells_the_deal(story: Story) -> None:
    """The subject is the deal in a line; the body has the legs, the arithmetic and the proof."""
    (mail,) = story.mail
    body = mail.get_body(("plain",))
    assert body is not None
    text = " ".join(str(body.get_content()).split())
    legs = (
        "Amazon → Anthropic investment $5 billion now",
        "Amazon → Anthropic investment up to $20 billion more as an option",
    )

    assert mail["subject"] == f"New deal · {FIRST_LINE}"
    assert [line for line in (*legs, *SAID) if line not in text] == []


def test_slack_tells_the_same(story: Story) -> None:
    """Slack gets the same words; the first line alone is what a phone shows."""
    (post,) = story.posts
    shown = cast("dict[str, object]", post)
    text = json.dumps(shown["attachments"], ensure_ascii=False).replace("*", "")
    legs = (
        "Amazon → Anthropic: investment of $5 billion now",
        "Amazon → Anthropic: investment of up to $20 billion more as an option",
    )

    assert shown["text"] == f"*New deal* · {FIRST_LINE}"
    assert [line for line in (*legs, *SAID) if line not in text] == []
