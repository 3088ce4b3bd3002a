"""Measuring Casebook on a large study; `python -m tests.bench` prints the table."""
