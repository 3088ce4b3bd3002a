"""Measuring Casebook beside what else there is; `python -m tests.bench` prints the tables."""
