"""Numbers by which a person could be found or robbed (ID cards, bank cards, telephones) masked in what is shown.

By shape alone, never by check digits: a digit that was misheard would fail the check and leave the rest readable.
Seven digits or more in a row count, written or spoken, in half or full width, with blanks, hyphens or word
boundaries between them; the last digits stay so that a person can tell two numbers apart. Words keep their times.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

LEAST_DIGITS = 7
LONG_DIGITS = 11
MASK = "*"
FROM_PACKS = frozenset({"source", "instrument", "article"})
"""Fields whose text comes from a rule pack, not from a person: `12 CFR 1006 1006.6` is the law's number."""

_DIGIT = "[0-9０-９零〇一二三四五六七八九幺洞两]"
_ENGLISH = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_GAP = r"[ \u3000\-–.()（）]{0,3}"
_RUNS = re.compile(
    rf"(?<![0-9A-Za-z_])(?:{_DIGIT}{_GAP}){{{LEAST_DIGITS - 1},}}{_DIGIT}(?:{_GAP}[Xx])?(?![0-9A-Za-z_])"
    rf"|(?<![A-Za-z])(?:{_ENGLISH}[ \-]){{{LEAST_DIGITS - 1},}}{_ENGLISH}(?![A-Za-z])"
)
_ONE = re.compile(rf"{_DIGIT}|[Xx]$|{_ENGLISH}")
_IDENTIFIER = re.compile(r"(?=[0-9-]*[a-f])[0-9a-f-]{16,}")
"""A hash or a UUID, which is nobody's number."""
_DATE = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")


def mask_text(text: str) -> str:
    """`text` with long runs of digits masked; of the same length unless digits were English words."""
    return "".join(piece for _, piece in _pieces(text))


def mask_body(body: Mapping[str, Any]) -> dict[str, Any]:
    """An entry's body with every text masked; words in a row are looked at together."""
    return {name: value if name in FROM_PACKS else _masked(value) for name, value in body.items()}


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, Mapping):
        return mask_body(value)
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        if value and all(isinstance(item, Mapping) and isinstance(item.get("text"), str) for item in value):
            return _masked_words(value)
        return [_masked(item) for item in value]
    return value


def _masked_words(words: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Words of one utterance: a number goes through several of them, with a blank between two."""
    texts = [""] * len(words)
    owner = [number for number, word in enumerate(words) for _ in range(len(word["text"]) + 1)]
    joined = " ".join(word["text"] for word in words)
    boundaries = {
        place for place in range(len(joined)) if place + 1 < len(owner) and owner[place] != owner[place + 1]
    }
    for place, piece in _pieces(joined):
        if place not in boundaries:
            texts[owner[place]] += piece
    return [{**mask_body(word), "text": text} for word, text in zip(words, texts, strict=True)]


def _pieces(text: str) -> list[tuple[int, str]]:
    """The text in pieces, each with the place where it was: single characters, and masks in place of digits."""
    masked: dict[int, tuple[int, str]] = {}
    for run in () if _IDENTIFIER.fullmatch(text) else _RUNS.finditer(text):
        if _DATE.fullmatch(run.group()):
            continue
        ones = list(_ONE.finditer(run.group()))
        keep = 4 if len(ones) >= LONG_DIGITS else 2
        for one in ones[:-keep]:
            masked[run.start() + one.start()] = (run.start() + one.end(), MASK)
    pieces, place = [], 0
    while place < len(text):
        end, piece = masked.get(place, (place + 1, text[place]))
        pieces.append((place, piece))
        place = end
    return pieces
