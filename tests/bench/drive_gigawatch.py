"""One poll by Gigawatch in a process of its own, timed from the settings file to the last commit.

`python -m tests.bench.drive_gigawatch WATCH_TOML [--profile]` prints one line of JSON; imports are
not in the time.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from pathlib import Path

from flows.outcomes import RunOutcome
from flows.run import poll_once
from flows.settings import load_settings
from tests.bench.profiling import profile_poll


def main() -> None:
    """Poll once and say how it went; `cpu_s` is this process's processor time alone."""
    poll = profile_poll if "--profile" in sys.argv else _poll
    started_at, began, busy = time.time(), time.perf_counter(), time.process_time()
    run = poll(Path(sys.argv[1]))
    seconds, cpu_s = time.perf_counter() - began, time.process_time() - busy
    told = {"seconds": seconds, "cpu_s": cpu_s, "started_at": started_at, **_tell(run)}
    print(json.dumps(told))


def _poll(config: Path) -> RunOutcome:
    return asyncio.run(poll_once(load_settings(config, {}), every=True, listing=False))


def _tell(run: RunOutcome) -> dict[str, object]:
    """What the bench asks of a run."""
    return {
        "outcomes": Counter(feed.outcome for feed in run.feeds),
        "new": sum(feed.new for feed in run.feeds),
        "deals": sum(len(feed.deals) for feed in run.feeds),
        "trouble": next((feed.detail for feed in run.feeds if feed.outcome == "error"), None),
    }


if __name__ == "__main__":
    main()
