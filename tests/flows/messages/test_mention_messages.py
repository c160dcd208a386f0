"""What people read when a company they follow is named and no deal is reported."""

from dataclasses import replace

import pytest

from flows.messages.mention_messages import mention_link, render_mention
from tests.told import HOSTILE, MENTION, hostile_mention


def test_a_mention_in_full() -> None:
    """Who, where, the title; then the sentence, its link, and why it came."""
    message = render_mention(MENTION)

    assert message.subject == "Mention · Anthropic · The Wire: Anthropic opens an office in Seoul"
    assert message.text == (
        "Title\nAnthropic opens an office in Seoul\n\n"
        "In their words\n“Anthropic said on Monday it will open an office in Seoul.”\n"
        "https://wire.example/seoul\n\n"
        "Published: 2026-04-20 14:00 UTC\n"
        "Why you get this: Anthropic is on your watchlist for every mention\n"
        "Key: mention-7#1\n"
    )
    assert (message.type, message.deal_id, message.more) == ("mention", None, "gigawatch why 7")


def test_what_is_not_known_is_left_out() -> None:
    """Without a publisher, a date or a web address there is still a message."""
    bare = replace(MENTION, publisher=None, published_at=None, url="javascript:alert(1)")

    message = render_mention(bare)

    assert message.subject == "Mention · Anthropic · Anthropic opens an office in Seoul"
    assert "\n\nPublished: no date given\n" in message.text
    assert mention_link(bare) is None


def test_a_repeat_says_so() -> None:
    """Under the same key."""
    text = render_mention(MENTION, may_repeat=True).text

    assert "\nMay repeat: an earlier attempt got no answer" in text
    assert text.endswith("\nKey: mention-7#1\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    """The subject is one line of at most 140 characters, whatever the entry is called."""
    message = render_mention(hostile_mention(text))

    assert message.subject.isprintable()
    assert len(message.subject) <= 140
    assert not any(mark in message.text.replace(str(MENTION.url), "") for mark in "<@*`\\|~")
