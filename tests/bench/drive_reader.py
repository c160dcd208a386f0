"""One update by `reader`, in the environment of the peers; our code is not importable there.

`python -P drive_reader.py DATABASE URLS_FILE WORKERS` prints one line of JSON. The feeds are added
before the clock runs, imports are not in the time, opening the database is: as for Gigawatch.
"""

import json
import sys
import time
from pathlib import Path

# It is installed in the environment of the peers only.
from reader import make_reader  # type: ignore[import-not-found]


def main() -> None:
    """Add the feeds that are missing, update all, say how long that took."""
    database, urls, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    _add(database, urls.read_text(encoding="utf-8").split())
    started, busy = time.perf_counter(), time.process_time()
    with make_reader(database) as reader:
        # `scheduled` would leave out the feeds updated within the hour.
        reader.update_feeds(workers=workers, scheduled=False)
    seconds, cpu_s = time.perf_counter() - started, time.process_time() - busy
    with make_reader(database, read_only=True) as reader:
        counts = reader.get_entry_counts()
        broken = reader.get_feed_counts().broken
    said = {"seconds": seconds, "cpu_s": cpu_s, "entries": counts.total, "broken": broken}
    print(json.dumps(said))


def _add(database: str, urls: list[str]) -> None:
    with make_reader(database) as reader:
        for url in urls:
            reader.add_feed(url, exist_ok=True)


if __name__ == "__main__":
    main()
