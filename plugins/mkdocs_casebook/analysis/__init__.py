"""Analysis: from cases and a declared outcome to tables and comparisons. Pure functions."""
