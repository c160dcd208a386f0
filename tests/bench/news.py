"""Make up feeds that cost what real ones cost: HTML bodies, links, and a deal now and then.

Nothing is random: the same feed and item number always say the same.
"""

from html import escape
from random import Random
from typing import Final

ITEMS: Final = 20
# One item in twenty reports a deal, three more name companies and sums: a business desk's mix.
_DEAL_EVERY: Final = 20
_BUSINESS_EVERY: Final = 6

_LAB_NAMES: Final = (
    "Anthropic OpenAI xAI Cohere Meta Perplexity Apple Tesla Salesforce Databricks Snowflake"
    " SoftBank Samsung ByteDance Reliance Mistral"
)
_CLOUD_NAMES: Final = (
    "Microsoft Oracle CoreWeave Google Nebius Amazon Crusoe Lambda IREN Nscale Equinix Vultr"
    " TeraWulf Dell HPE IBM"
)
_LABS: Final = _LAB_NAMES.split()
_CLOUDS: Final = _CLOUD_NAMES.split()
_PLACES: Final = ("Texas", "Ohio", "Norway", "Abu Dhabi", "Johor", "Wales", "Indiana", "Portugal")
_NOUNS: Final = (
    "council valley harbour railway museum season budget orchard winter bridge school market"
    " player village company forest engine committee teacher river paper kitchen festival island"
    " station garden library hospital ferry concert factory weather minister survey border"
)
_WORDS: Final = _NOUNS.split()
_VERBS: Final = ("opens", "repairs", "debates", "visits", "closes", "funds", "paints", "moves")


def render_feed(number: int, *, items: int = ITEMS, new: int = 0) -> bytes:
    """An RSS 2.0 document of some 25 KB: `new` items above the first `items`."""
    told = "".join(render_item(number, item) for item in range(-new, items))
    head = f"<title>Desk {number}</title><link>https://desk{number}.example/</link>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}<language>en</language>{told}</channel></rss>"
    ).encode()


def render_long_feed(items: int, *, new: int = 0) -> bytes:
    """One document of very many short items, as archives and bridges serve them."""
    told = "".join(
        f"<item><title>Notice {item} of the {_WORDS[item % len(_WORDS)]}</title>"
        f"<link>https://archive.example/{item}</link><guid>archive-{item}</guid>"
        f"<pubDate>{_date(item)}</pubDate>"
        f"<description>{_sentence(Random(item))}</description></item>\n"
        for item in range(-new, items)
    )
    head = "<title>The archive</title><link>https://archive.example/</link>"
    return f'<rss version="2.0"><channel>{head}{told}</channel></rss>'.encode()


def render_item(number: int, item: int) -> str:
    """One item; entries differ between feeds, as they do in life."""
    chance = Random(f"{number} {item}")
    title, lead = _news(chance)
    address = f"https://desk{number}.example/news/{item}"
    return (
        f"<item><title>{escape(title)}</title><link>{address}</link>"
        f'<guid isPermaLink="true">{address}</guid><pubDate>{_date(item)}</pubDate>'
        f"<dc:creator>Reporter {chance.randrange(40)}</dc:creator><category>Business</category>"
        f"<description>{escape(_body(chance, lead, address))}</description></item>\n"
    )


def _news(chance: Random) -> tuple[str, str]:
    """A title and its first sentence."""
    if chance.randrange(_DEAL_EVERY) == 0:
        return _deal(chance)
    if chance.randrange(_BUSINESS_EVERY) == 0:
        name, place = chance.choice(_CLOUDS), chance.choice(_PLACES)
        share = chance.randrange(2, 30)
        title = f"{name} shares move {share}% after results"
        return (
            title,
            f"{name} said sales rose to ${share + 4}.{share % 9} billion, most in {place}.",
        )
    return _sentence(chance, 8).rstrip("."), _sentence(chance)


def _deal(chance: Random) -> tuple[str, str]:
    lab, cloud = chance.choice(_LABS), chance.choice(_CLOUDS)
    billions, gigawatts = chance.randrange(2, 60), chance.randrange(1, 9)
    years, place = chance.randrange(3, 15), chance.choice(_PLACES)
    title = f"{lab} signs ${billions} billion compute deal with {cloud}"
    lead = (
        f"{lab} will pay {cloud} up to ${billions} billion over {years} years for {gigawatts} GW"
        f" of data centre capacity in {place}, filled with {billions * 1000} Nvidia GB300 chips."
    )
    return title, lead


def _body(chance: Random, lead: str, address: str) -> str:
    """Three paragraphs with a picture and links, about 900 characters."""
    paragraphs = "".join(
        f"<p>{' '.join(_sentence(chance) for _ in range(3))}</p>\n" for _ in range(2)
    )
    picture = f'<figure><img src="{address}.jpg" alt="" width="640" height="360"/></figure>'
    links = f'<a href="{address}#more" rel="nofollow">More</a> <a href="{address}#talk">Talk</a>'
    return f"<p><strong>{lead}</strong></p>\n{picture}{paragraphs}<p>{links}</p>"


def _sentence(chance: Random, words: int = 14) -> str:
    told = chance.choices(_WORDS, k=words - 2)
    told.insert(2, chance.choice(_VERBS))
    return f"The {' '.join(told)}."


def _date(item: int) -> str:
    """The newest item has the lowest number."""
    day, minute = divmod(max(0, 20_000 - item), 1440)
    return f"{1 + day:02} Apr 2026 {minute // 60:02}:{minute % 60:02}:00 GMT"
