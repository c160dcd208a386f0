"""Read the pages of entries that say too little, before they are stored."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import Final

from flows.fetching.pages import PageNote
from flows.polling.intake import Fuller, ReadEntry, ReadFeed, read_fuller
from flows.polling.keeping import new_entry
from flows.polling.tools import Tools
from parsers.errors import ParseError
from storage.database import reading
from storage.feeds import ClaimedFeed
from storage.placing import find_new

# For all pages of a feed together: the other feeds wait for its slot.
_WITHIN_S: Final = 60.0


async def read_pages(tools: Tools, feed: ClaimedFeed, read: ReadFeed) -> ReadFeed:
    """The same feed, with the pages of its new, fresh and thin entries read as well.

    A page that cannot be had costs nothing but a note on its entry.
    """
    wanted = [one for one in read.entries if _is_wanted(tools, feed, one)]
    if not wanted:
        return read
    unseen = await asyncio.to_thread(find_unseen, tools, feed, wanted)
    fuller = await asyncio.gather(*(_read_page(tools, one) for one in unseen))
    by_key = {one.entry.key: one for one in fuller}
    entries = tuple(by_key.get(one.entry.key, one) for one in read.entries)
    return replace(read, entries=entries)


def _is_wanted(tools: Tools, feed: ClaimedFeed, one: ReadEntry) -> bool:
    """Headlines lead to an aggregator, and old news is not told however much is known of it."""
    if feed.full_text == "never" or one.parent_key is not None or one.entry.url is None:
        return False
    return is_fresh(tools, one) and (one.thin or feed.full_text == "always")


def is_fresh(tools: Tools, one: ReadEntry) -> bool:
    """Whether an entry is young enough to be told of."""
    published_at = one.entry.published_at
    return published_at is None or tools.clock() - published_at <= tools.policy.max_age


def find_unseen(tools: Tools, feed: ClaimedFeed, wanted: Sequence[ReadEntry]) -> list[ReadEntry]:
    """Those of some entries that were never stored."""
    now = tools.clock()
    with reading(tools.engine) as session:
        new = find_new(session, [new_entry(feed.id, one, now=now) for one in wanted])
    return list(compress(wanted, new))


async def _read_page(tools: Tools, one: ReadEntry) -> ReadEntry:
    try:
        async with asyncio.timeout(_WITHIN_S):
            article = await tools.pages.read(one.entry.url or "")
            if isinstance(article, PageNote):
                return replace(one, page_note=f"{article.code}: {article.detail}")
            return await tools.parsers.run(read_fuller, Fuller(one=one, article=article))
    except TimeoutError:
        return replace(one, page_note=f"timeout: its page was not had within {_WITHIN_S:g} s")
    except ParseError as error:
        return replace(one, page_note=f"{error.code}: {error.detail}")
