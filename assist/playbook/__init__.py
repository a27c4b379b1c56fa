"""The playbook and what follows it live: stages, suggestions, checklist, facts, plan. Pure, no threads."""
