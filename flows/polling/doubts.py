"""Ask the second reader about new entries on which the rules are unsure, before they are stored."""

import asyncio
from dataclasses import replace
from typing import Final

from flows.polling.intake import Answered, ReadEntry, ReadFeed, read_answered
from flows.polling.paging import find_unseen, is_fresh
from flows.polling.second_reader import SecondReader
from flows.polling.tools import Tools
from parsers.errors import FeedError
from parsers.second.question import keep_reading, render_question, speaks_to_machines
from storage.feeds import ClaimedFeed

# For all questions of a feed together: the other feeds wait for its slot.
_WITHIN_S: Final = 60.0


async def settle_doubts(tools: Tools, feed: ClaimedFeed, read: ReadFeed) -> ReadFeed:
    """The same feed, with its new, fresh and doubtful entries put to the second reader, if any.

    One who does not answer costs nothing but a reason more on the entry.
    """
    second = tools.second
    doubtful = [
        one for one in read.entries if second and one.reading.doubts and is_fresh(tools, one)
    ]
    if second is None or not doubtful:
        return read
    unseen = await asyncio.to_thread(find_unseen, tools, feed, doubtful)
    settled = await asyncio.gather(*(_settle(tools, second, one) for one in unseen))
    by_key = {one.entry.key: one for one in settled}
    entries = tuple(by_key.get(one.entry.key, one) for one in read.entries)
    return replace(read, entries=entries)


async def _settle(tools: Tools, second: SecondReader, one: ReadEntry) -> ReadEntry:
    title, text = one.entry.title, one.full_text
    if speaks_to_machines(title, text):
        return _noted(one, "was not asked: the text gives orders to machines")
    try:
        async with asyncio.timeout(_WITHIN_S):
            answer = await second.ask(render_question(title, text, one.reading))
            return await tools.parsers.run(read_answered, Answered(one=one, answer=answer))
    except TimeoutError:
        return _noted(one, f"did not answer: no turn within {_WITHIN_S:g} s")
    except FeedError as error:
        return _noted(one, f"did not answer: {error.detail}")


def _noted(one: ReadEntry, why: str) -> ReadEntry:
    return replace(one, reading=keep_reading(one.reading, why))
