"""Paying verbs and breaks, as the lexicons of both languages find them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from assist.playbook.spoken.text import Mention


class VerbMood(Enum):
    """How a paying verb is meant."""

    POSITIVE = "positive"
    HEDGED = "hedged"
    DENIED = "denied"
    """Negated, past, asked about, said by others, or about another debt."""


@dataclass(frozen=True, slots=True)
class VerbMention(Mention):
    """A paying verb in the text."""

    mood: VerbMood
    strong: bool
    """True where the verb alone speaks of paying, so that a date without an amount is a promise."""


@dataclass(frozen=True, slots=True)
class Break(Mention):
    """The end of a sentence, or a word of correction."""

    correction: bool = False
