"""The sentences that detection is measured on: the blind half, the development half, and what is known of each.

The development catalogue and its recordings are read where they are present (`--shared`, by default a folder `shared`
beside the checkout); without them the development half is what rule authors wrote into `dev_*.jsonl`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assist.rules.authoring import context_of
from speech.types import Channel

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "detection"
SHARED = ROOT.parent / "shared"

HALVES = ("blind", "fresh", "dev")
"""`fresh` is a second blind half, for the time when the first one's figures have been looked at often."""
COINCIDENCES = frozenset(
    {
        "B-en_GB-035",
        "B-en_GB-044",
        "B-en_US-066",
        "B-en_US-090",
        "F-zh_CN-100",
        "B-en_GB-033",
        "B-en_US-064",
        "B-en_US-080",
        "B-en_US-089",
        "B-en_US-092",
    }
)
"""Blind sentences that packs or development sentences happen to hold word by word: not measured."""


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence."""

    sentence_id: str
    text: str
    violation: bool
    channel: Channel
    jurisdiction: str
    lang: str
    categories: frozenset[str]
    context: Mapping[str, object]
    half: str
    """`blind`, `fresh` or `dev`."""
    sound: Path | None = None
    """A recording that came with it."""
    needs_fact: bool = False
    """A note names a fact of the case that is not among `context`: no text could tell."""


def sentences(shared: Path, sets: set[str]) -> list[Sentence]:
    """The sentences of these sets: `blind`, `fresh`, `dev`, or a language such as `zh_CN` (an empty set: all)."""
    halves = sets.intersection(HALVES) or set(HALVES)
    languages = sets.difference(HALVES)
    found: dict[tuple[str, str, str], Sentence] = {}
    files = [
        (path, half) for half in HALVES if half in halves for path in sorted(DATA.glob(f"{half}_*.jsonl"))
    ]
    if "dev" in halves:
        files += [(path, "dev") for path in sorted((shared / "phrases").glob("*.jsonl"))]
    for path, half in files:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            one = _read(json.loads(line), f"{path.stem}:{number}", path.parent / "speech", half)
            if (
                one is not None
                and one.sentence_id not in COINCIDENCES
                and (not languages or one.lang in languages)
            ):
                found.setdefault((one.text, one.channel.value, str(sorted(one.context.items()))), one)
    return list(found.values())


def _read(item: dict[str, object], place: str, speech: Path, half: str) -> Sentence | None:
    if item.get("label") not in {"violation", "compliant"}:
        return None
    identifier = str(item.get("id", place))
    sound = speech / f"{identifier}.flac"
    context = context_of(item.get("context"))
    categories = item.get("categories")
    return Sentence(
        sentence_id=identifier,
        text=str(item["text"]),
        violation=item["label"] == "violation",
        channel=Channel(str(item.get("speaker", "agent"))),
        jurisdiction=str(item.get("jurisdiction", "")),
        lang=str(item.get("lang", "zh_CN")),
        categories=frozenset(str(one) for one in categories) if isinstance(categories, list) else frozenset(),
        context=context,
        half=half,
        sound=sound if sound.exists() else None,
        needs_fact=bool(item.get("note")) and not context and item["label"] == "violation",
    )


def blind_files_are_unchanged() -> list[str]:
    """Names of blind files whose hash is not the committed one."""
    wrong = []
    for line in (DATA / "blind.sha256").read_text("utf-8").splitlines():
        digest, name = line.split()
        if hashlib.sha256((DATA / name).read_bytes()).hexdigest() != digest:
            wrong.append(name)
    return wrong
