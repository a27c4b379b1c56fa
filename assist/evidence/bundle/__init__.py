"""A call as a folder that a court, a regulator or a client bank checks on its own machine with standard tools.

`export` writes it, `contents` gathers it, `redaction` masks it, `verify` (standard library alone) checks it and travels
inside it.
"""
