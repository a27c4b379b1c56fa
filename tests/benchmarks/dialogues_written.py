"""The written dialogues: turns with what is expected after each.

A line is `A|text|stage|cards|ticks|promise` (agent) or `C|…` (customer); `-` among the cards: no answer card may stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assist" / "playbook" / "dialogues"
ITEMS = {
    "co": "company_named",
    "rec": "recording_notice",
    "id": "identity_verified",
    "auth": "authority_purpose",
    "amt": "amount_split",
    "chan": "official_channel",
    "opt": "options_offered",
    "rts": "rights_told",
    "cap": "recap",
    "next": "next_contact",
    "mm": "mini_miranda",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of a dialogue and what is expected after it."""

    agent: bool
    text: str
    stage: str
    cards: tuple[str, ...]
    silent: bool
    ticks: frozenset[str]
    promise: str
    spoken: str
    """The text with its punctuation, as it is read aloud."""
    own: bool
    """Whether the dialogue wrote it itself, not a shared opening or ending."""


@dataclass(slots=True)
class Dialogue:
    """One written call."""

    name: str
    locale: str
    kinds: tuple[str, ...]
    options: frozenset[str]
    turns: list[Turn] = field(default_factory=list)


def _turn(line: str, own: bool) -> Turn:
    parts = [one.strip() for one in line.split("|")] + [""] * 4
    who, text, stage, cards, ticks, promise = parts[:6]
    if who not in {"A", "C"} or not stage:
        raise ValueError(line)
    named = tuple(filter(None, cards.split(",")))
    return Turn(
        who == "A",
        re.sub(r"[，。？！、,.?!]", " ", text).strip(),
        stage,
        tuple(one for one in named if one != "-"),
        "-" in named,
        frozenset(ITEMS[one] for one in filter(None, ticks.split(","))),
        promise,
        text,
        own,
    )


def dialogues(folder: Path = FOLDER) -> list[Dialogue]:
    """All of a folder. A line `# name|kinds|options` begins one; `@block` alone repeats a shared block."""
    found: list[Dialogue] = []
    for path in sorted(folder.glob("*.txt")):
        blocks: dict[str, list[str]] = defaultdict(list)
        block = ""
        for line in filter(None, path.read_text("utf-8").splitlines()):
            if line.startswith("#"):
                name, kinds, *options = [one.strip() for one in line[1:].split("|")]
                chosen = frozenset(options[0].split(",")) if options else frozenset()
                found.append(Dialogue(name, path.stem, tuple(kinds.split(",")), chosen))
                block = "#"
            elif line.startswith("@"):
                if block == "#":
                    found[-1].turns += [_turn(one, own=False) for one in blocks[line[1:]]]
                else:
                    block = line[1:]
            elif block == "#":
                found[-1].turns.append(_turn(line, own=True))
            else:
                blocks[block].append(line)
    return found
