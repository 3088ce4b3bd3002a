"""The layout of each kind of page."""
