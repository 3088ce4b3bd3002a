"""References in the formats of other programs: text and plain data, without any I/O."""
