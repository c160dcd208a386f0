"""A farm of feeds in a process of its own, so that serving them takes nothing from who polls them.

`python -m tests.bench.farm FEEDS ITEMS` prints its port. GET /N.xml is a feed of some 25 KB with
ETag; POST /state?new=K&etags=0 changes what all of them say from then on.
"""

import asyncio
import hashlib
import sys

from aiohttp import web

from tests.watches import Item, render_rss

_FILLER = "The site has power, land and permits, and its first halls open next year. " * 14


class Farm:
    """What the feeds say now: `new` entries above the first ones; validators or none."""

    def __init__(self, items: int) -> None:
        self.items = items
        self.new = 0
        self.etags = True
        self._bodies: dict[tuple[int, int], bytes] = {}

    def body(self, number: int) -> bytes:
        """One feed's document; entries differ between feeds, as they do in life."""
        key = (number, self.new)
        if key not in self._bodies:
            items = [
                Item(
                    title=f"Host {number} leases hall {item} to a lab",
                    link=f"https://feed{number}.example/{item}",
                    guid=f"{number}-{item}",
                    text=f"<p>{_FILLER}</p>",
                )
                for item in range(-self.new, self.items)
            ]
            self._bodies[key] = render_rss(*items, title=f"Feed {number}")
        return self._bodies[key]

    async def get(self, request: web.Request) -> web.Response:
        """A feed, or 304."""
        body = self.body(int(request.match_info["number"]))
        if not self.etags:
            return web.Response(body=body, content_type="application/rss+xml")
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": etag})

    async def post(self, request: web.Request) -> web.Response:
        """Change what all feeds say."""
        self.new = int(request.query.get("new", self.new))
        self.etags = request.query.get("etags", "1") == "1"
        return web.Response()


async def _serve(feeds: int, items: int) -> None:
    farm = Farm(items)
    for number in range(feeds):
        farm.body(number)
    app = web.Application()
    app.router.add_get("/{number}.xml", farm.get)
    app.router.add_post("/state", farm.post)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)  # until whoever started us closes the pipe


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2])))
