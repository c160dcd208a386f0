"""What all parser children need, made once in the process they are forked from.

Importing the readers takes half a second, and they compile their patterns when first needed: one
made-up entry, read here, has them all compiled before the first child is forked.
"""

from typing import Final

from flows.polling.intake import Document, know_companies, read_document
from parsers.types import Company

_COMPANIES: Final = (
    Company(name="Anthropic", sector="lab"),
    Company(name="Amazon", sector="cloud"),
)
_TEXT: Final = (
    "Anthropic will pay Amazon $100 billion over ten years for up to 5 GW and 10,000 GB200 chips,"
    " the companies announced on Monday. Amazon invests $5bn now and may lend more later."
)
_FEED: Final = f"""
<rss version="2.0"><channel><title>Warm-up</title><item>
<title>Anthropic signs $100 billion cloud deal with Amazon</title>
<link>https://warm-up.example/1</link><pubDate>Tue, 21 Apr 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;{_TEXT} &lt;a href="/more"&gt;More&lt;/a&gt;&lt;/p&gt;</description>
</item></channel></rss>
"""

know_companies(_COMPANIES)
read_document(Document(body=_FEED.encode(), content_type=None, url="https://warm-up.example/feed"))
