"""Checkpoints where the agent can't write. Formats and checks; what is kept elsewhere outlives a rollback."""
