"""Preferences and the dialog that changes them."""
