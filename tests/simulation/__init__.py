"""Hours of schedule over many feeds in minutes: the real program, a clock that jumps, no network.

`python -m tests.simulation` runs it and says which of the promises of the schedule did not hold.
"""
