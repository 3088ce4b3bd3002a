"""The tests of Casebook."""
