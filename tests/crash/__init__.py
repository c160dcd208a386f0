"""The kill test: polls killed at every point they have, and whether a message was lost or repeated.

`python -m tests.crash` kills the real program on SQLite and PostgreSQL and prints a table.
"""
