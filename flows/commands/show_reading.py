"""Print how a text is read: the verdict and why, who pays whom, and what was left out."""

from flows.commands.reading import Look
from flows.commands.show import print_line
from flows.plain import render_visible
from flows.wording import render_leg
from parsers.types import DealReading


def print_reading(look: Look) -> None:
    """How one entry is read, and each headline in it: verdict, why, legs with proof, its words."""
    print_line(render_visible(look.entry.title))
    _print_verdict(look.reading, "  ")
    if look.reading.companies:
        _print_marks(look)
    for headline, read in look.headlines:
        publisher = render_visible(headline.publisher or "unnamed")
        print_line(f"  headline: {render_visible(headline.title)} ({publisher})")
        _print_verdict(read, "    ")


def _print_verdict(reading: DealReading, indent: str) -> None:
    verdict = f"compute deal, {reading.event}" if reading.is_compute_deal else "no compute deal"
    print_line(f"{indent}{verdict}; companies: {', '.join(reading.companies) or 'none'}")
    for reason in reading.reasons:
        print_line(f"{indent}because: {render_visible(reason)}")
    for doubt in reading.doubts:
        print_line(f"{indent}unsure: {render_visible(doubt)}")
    for leg in reading.legs:
        print_line(f"{indent}{render_leg(leg)}")
        print_line(f"{indent}  “{render_visible(leg.quote)}”")


def _print_marks(look: Look) -> None:
    """The words with what counts in brackets, then what was seen and does not count, and why."""
    whole = f"{look.entry.title}\n{look.entry.text}"
    shown, place = "", 0
    for mark in look.marks:
        words = whole[mark.start : mark.end]
        shown += whole[place : mark.start] + (words if mark.why_not else f"[{words}]")
        place = mark.end
    for line in (shown + whole[place:]).splitlines():
        print_line(f"  | {render_visible(line)}")
    left_out = {
        f"“{whole[m.start : m.end]}” ({m.label}): {m.why_not}" for m in look.marks if m.why_not
    }
    for told in sorted(left_out):
        print_line(f"  left out: {render_visible(told)}")
