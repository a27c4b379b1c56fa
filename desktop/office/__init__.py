"""The window around the calls: cases before them, records after them."""
