"""The agent's live window: everything about one call while it runs; lives in the GUI thread."""
