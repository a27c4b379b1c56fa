"""Amounts, dates and promises to pay caught from speech, in Chinese and English."""

from __future__ import annotations

from assist.playbook.spoken.facts import SpokenFact, SpokenKind, find_facts

__all__ = ["SpokenFact", "SpokenKind", "find_facts"]
