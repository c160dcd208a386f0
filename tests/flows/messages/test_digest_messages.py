"""A digest tells many messages in one: all of them, in order, each by its key."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.messages.digest_messages import (
    Digest,
    DigestItem,
    DigestReason,
    count_items,
    fold,
    render_digest,
)
from flows.messages.told import digest_item
from tests.told import AT, DEAL_ID, HOSTILE, KEY, MENTION, NOTICE, SEED, alert

LATER = AT + timedelta(hours=2)
NEW = digest_item(KEY, AT, alert())
GROWN = digest_item(
    f"{DEAL_ID}#2",
    LATER,
    alert(replace(SEED, status="contracted"), "grown", ("now contracted, was announced",)),
)
MENTIONED = digest_item(MENTION.key, AT + timedelta(hours=1), MENTION)
BROKE = digest_item(NOTICE.key, LATER, NOTICE)


def digest(*items: DigestItem, reason: DigestReason = "daily") -> Digest:
    """A digest of these items."""
    return Digest(key="digest-2026-04-20#1", reason=reason, first_at=AT, last_at=LATER, items=items)


def test_a_digest_in_full() -> None:
    """Why, from when to when, and a line each; a deal's update stands in the deal's line."""
    message = render_digest(digest(BROKE, GROWN, MENTIONED, NEW))

    assert message.subject == "Daily digest: 1 deal, 1 mention, 1 notice"
    assert message.text == (
        "Why in one: this destination gets one message a day (2026-04-20 14:00 UTC to"
        " 2026-04-20 16:00 UTC)\n\n"
        "2026-04-20 14:00 UTC: New deal · Anthropic → Amazon: more than $100 billion over 10 years"
        " for up to 5 GW (contracted); now contracted, was announced"
        " [amazon-anthropic-2026-04#1, amazon-anthropic-2026-04#2]"
        " https://www.axios.com/2026/04/20/anthropic-amazon-compute\n"
        "2026-04-20 15:00 UTC: Mention · Anthropic · The Wire: Anthropic opens an office in Seoul"
        " [mention-7#1] https://wire.example/seoul\n"
        "2026-04-20 16:00 UTC: Feed broken: SemiAnalysis (dns_failed) [feeds-2026-04-20#1]\n\n"
        "Key: digest-2026-04-20#1\n"
    ).replace("dns_failed", "dnsˍfailed")


@pytest.mark.parametrize(
    ("reason", "subject", "said"),
    [
        ("daily", "Daily digest: 1 deal", "one message a day"),
        ("weekly", "Weekly digest: 1 deal", "one message a week"),
        ("flood", "Many at once: 1 deal", "so many waited at once"),
        ("backlog", "Held back: 1 deal", "could not be reached"),
    ],
)
def test_a_digest_says_why_it_is_one(reason: DigestReason, subject: str, said: str) -> None:
    """Whoever set none up, and gets one, is told why."""
    message = render_digest(digest(NEW, reason=reason))

    assert message.subject == subject
    assert said in message.text


def test_no_key_is_left_out() -> None:
    """However many there are, each can be found by its key."""
    items = [replace(MENTIONED, key=f"mention-{n}#1", at=AT + timedelta(n)) for n in range(500)]

    text = render_digest(digest(*reversed(items), reason="flood")).text

    places = [text.find(f"[mention-{n}#1]") for n in range(500)]
    assert places == sorted(places)
    assert min(places) > 0


def test_an_update_alone_is_told_as_one() -> None:
    """The deal's first message went out before; its line says what changed."""
    message = render_digest(digest(GROWN))

    assert "Deal update · Anthropic → Amazon" in message.text
    assert "; now contracted, was announced [amazon-anthropic-2026-04#2]" in message.text
    assert message.tone == "update"


def test_an_end_is_told_as_one() -> None:
    """A deal that came and went since the last digest did not only come."""
    deal = replace(SEED, status="cancelled")
    over = digest_item(f"{DEAL_ID}#2", LATER, alert(deal, "grown", ("now cancelled",)))

    text = render_digest(digest(NEW, over)).text

    assert "14:00 UTC: Ended · Anthropic → Amazon" in text
    assert "(cancelled); now cancelled [amazon" in text


@pytest.mark.parametrize(
    ("items", "counted"),
    [
        ((), "nothing"),
        ((NEW, GROWN), "1 deal"),
        ((NEW, DigestItem(key="x#1", at=AT, subject="x#1")), "1 deal, 1 message"),
        ((MENTIONED, replace(MENTIONED, key="mention-8#1"), BROKE), "2 mentions, 1 notice"),
    ],
)
def test_a_deal_counts_once(items: tuple[DigestItem, ...], counted: str) -> None:
    """The subject says how much there is to read."""
    assert count_items(items) == counted


def test_folding_keeps_everything() -> None:
    """Items that belong together stand together, oldest first, and none is lost."""
    folded = fold((BROKE, GROWN, MENTIONED, NEW))

    assert [entry.items for entry in folded] == [(NEW, GROWN), (MENTIONED,), (BROKE,)]


def test_a_repeat_says_so() -> None:
    """Under the key it had before."""
    text = render_digest(digest(NEW), may_repeat=True).text

    assert "\nMay repeat: an earlier attempt got no answer" in text
    assert text.endswith("\nKey: digest-2026-04-20#1\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_subjects_are_only_text(text: str) -> None:
    """A digest shows what its members were called, inert."""
    item = replace(MENTIONED, subject=text, key=text, mention=replace(MENTION, url=None))

    said = render_digest(digest(item)).text

    assert not any(mark in said for mark in ("<", "@", "*", "`", "\\", "\x1b", "\u202e", "www."))
