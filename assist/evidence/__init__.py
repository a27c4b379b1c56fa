"""The record as evidence: spool, ledger, keys, store, export, verify. Takes bytes and formats; imports
nothing else of ours."""
