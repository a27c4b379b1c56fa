"""Rules, playbook, call state and evidence. No Qt, no audio; of `speech` it knows only `speech.types`."""
