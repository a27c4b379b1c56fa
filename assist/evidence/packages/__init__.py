"""Sealed call packages: a closed call as one encrypted, signed file that another installation can verify and keep."""
