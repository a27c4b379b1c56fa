"""Finds phrases in recognised words by text and by sound."""
