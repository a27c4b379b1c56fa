"""The call scripts as data: playbooks, rule packs and their schemas, read through importlib.resources."""
