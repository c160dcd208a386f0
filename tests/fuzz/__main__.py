"""`make fuzz`: spoiled documents through every reader of foreign bytes, until the time is up.

A document is named by the run's seed and its number, and made again by `--seed S --only N`. What
made a reader fail is kept in a folder.
"""

import argparse
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from random import Random, SystemRandom
from types import FrameType

from flows.polling.tools import builtin_companies
from parsers.reading import Reader, build_reader
from tests.fuzz.faults import date_faults, feed_faults, opml_faults, page_faults, url_faults
from tests.fuzz.mutations import spoil, spoil_text
from tests.fuzz.seeds import DATES, URLS, find_seeds

SLOW_S = 5.0
ENDLESS_S = 30.0
MEMORY = 3 * 1024**3
_ROOT = Path(__file__).parent.parent.parent
_TYPES = (None, "application/xml", "text/xml; charset=iso-8859-1", "text/html; charset=utf-16",
          "application/json", "charset=\x00")  # fmt: skip
_TEXTS = 20  # dates and addresses a document


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document and the short texts that are tried with it."""

    number: int
    body: bytes
    content_type: str | None
    dates: tuple[str, ...]
    urls: tuple[str, ...]


def main() -> int:
    """Run, print each finding, and say at the end how many documents there were."""
    given = _arguments()
    seeds = find_seeds(Path(os.environ.get("GIGAWATCH_SHARED", _ROOT.parent / "shared")))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _stop)
    warnings.simplefilter("error")  # a document must not make a library print at our users
    reader = build_reader(builtin_companies())
    _say(f"seed {given.seed}: {len(seeds)} documents to start from")
    tried, findings, slowest = 0, 0, 0.0
    for number in _numbers(given):
        job = _make(given.seed, number, seeds)
        started = time.process_time()
        for finding in _findings(job, reader):
            findings += 1
            _keep(job, finding, given)
        tried += 1
        slowest = max(slowest, time.process_time() - started)
    _say(f"{tried} documents, {findings} findings; the slowest took {slowest:.1f} s of CPU")
    return 1 if findings else 0


def _numbers(given: argparse.Namespace) -> Iterator[int]:
    """The numbers of the documents to try: one that is asked for, or all until the time is up."""
    if given.only is not None:
        yield given.only
        return
    end = time.monotonic() + given.minutes * 60
    yield from takewhile(lambda _: time.monotonic() < end, count())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--only", type=int, metavar="N", help="make this one document again")
    parser.add_argument("--keep", type=Path, default=Path(".hypothesis/fuzz"), metavar="FOLDER")
    return parser.parse_args()


def _make(seed: int, number: int, seeds: Sequence[bytes]) -> Job:
    random = Random(f"{seed}:{number}")
    return Job(
        number=number,
        body=spoil(random, seeds),
        content_type=random.choice(_TYPES),
        dates=tuple(spoil_text(random, random.choice(DATES)) for _ in range(_TEXTS)),
        urls=tuple(spoil_text(random, random.choice(URLS)) for _ in range(_TEXTS)),
    )


def _findings(job: Job, reader: Reader) -> Iterator[str]:
    """The faults of one document, a crash and slowness among them."""
    signal.setitimer(signal.ITIMER_PROF, ENDLESS_S)
    started = time.process_time()
    try:
        yield from _faults(job, reader)
    except Exception:  # noqa: BLE001 - every crash is what we look for
        yield traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - started
    if took > SLOW_S:
        yield f"slow: {took:.1f} s of CPU for {len(job.body)} bytes"


def _faults(job: Job, reader: Reader) -> Iterator[str]:
    yield from feed_faults(job.body, job.content_type, reader)
    yield from opml_faults(job.body)
    yield from page_faults(job.body, job.content_type)
    for text in job.dates:
        yield from (f"date {text!r}: {fault}" for fault in date_faults(text))
    for text in job.urls:
        yield from (f"url {text!r}: {fault}" for fault in url_faults(text))


def _stop(_: int, frame: FrameType | None) -> None:
    where = frame.f_code.co_qualname if frame else "no Python"
    raise TimeoutError(f"no end after {ENDLESS_S} s of CPU, in {where}")


def _keep(job: Job, finding: str, given: argparse.Namespace) -> None:
    """Print a finding with what makes it again, and keep its document."""
    given.keep.mkdir(parents=True, exist_ok=True)
    path = given.keep / f"{given.seed}-{job.number}.bin"
    path.write_bytes(job.body)
    _say(f"--seed {given.seed} --only {job.number} ({path}, {job.content_type!r}):\n  {finding}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
