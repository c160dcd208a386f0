"""One poll by the Prefect flow in a process of its own, on the server of PREFECT_API_URL.

`python -m tests.bench.drive_flow WATCH_TOML` prints one line of JSON; imports are not in the time.
"""

import asyncio
import json
import sys
import time

from flows.poll import poll


def main() -> None:
    """Run the flow once and say how it went."""
    began, busy = time.perf_counter(), time.process_time()
    trouble = asyncio.run(_run(sys.argv[1]))
    seconds, cpu_s = time.perf_counter() - began, time.process_time() - busy
    print(json.dumps({"seconds": seconds, "cpu_s": cpu_s, "trouble": trouble}))


async def _run(config: str) -> str | None:
    state = await poll(config, every=True, return_state=True)
    return None if state.is_completed() else state.message


if __name__ == "__main__":
    main()
