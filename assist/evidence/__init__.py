"""The record as evidence: spool, ledger, keys, store, export, verify. Takes bytes and formats; imports
nothing else of ours."""

# First of all, so that sqlite-utils finds SQLCipher's driver and its errors wherever it is imported below.
from assist.evidence import database as database
