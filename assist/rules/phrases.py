"""The little language of phrases: `{concept}`, `(a|b)`, `[a]`, `..` and `..8`, as in docs/rules-format.md.

A phrase is parsed into plain sequences of literals, concept references and gaps. Alternatives without a
concept or gap stay together as one set of literals, so that they cost one look-up, not one rule each.
"""

from __future__ import annotations

import re
from itertools import pairwise, product

from assist.rules.conditions import ConceptRef, Gap, Literals, Phrase, PhrasePart

DEFAULT_GAP = 4
WIDEST_GAP = 30
MOST_EXPANSIONS = 2_000
DEEPEST_NESTING = 6

_TOKEN = re.compile(r"\{([^{}]*)\}|(\.\.+|…+)(\d*)|([()\[\]|{}])|([^(){}\[\]|.…]+|\.)")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")

_Parts = tuple[PhrasePart, ...]


class PhraseError(ValueError):
    """The phrase can't be read; the text says why, `instead` what to write."""

    def __init__(self, reason: str, instead: str) -> None:
        super().__init__(reason)
        self.instead = instead


def parse_phrase(written: str, line: int = 0, joiner: str = "") -> Phrase:
    """Parse one phrase; `joiner` stands between joined literals (a space in English). Raises PhraseError."""
    tokens = list(_TOKEN.finditer(written))
    position = 0

    def alternatives(depth: int, closer: str) -> list[_Parts]:
        nonlocal position
        if depth > DEEPEST_NESTING:
            raise PhraseError("brackets are nested too deeply", "Name the inner part as a concept.")
        options: list[_Parts] = []
        current: list[_Parts] = [()]
        while position < len(tokens):
            token = tokens[position]
            position += 1
            mark = token.group(4)
            if mark == closer and closer:
                options.extend(current)
                return options
            if mark == "|":
                if not depth:
                    raise PhraseError("`|` stands outside brackets", "Write (a|b).")
                options.extend(current)
                current = [()]
                continue
            current = _joined(current, item(token, depth), joiner)
        if closer:
            raise PhraseError(f"a bracket is not closed: `{closer}` is missing", "Close every bracket.")
        options.extend(current)
        return options

    def item(token: re.Match[str], depth: int) -> list[_Parts]:
        if token.group(1) is not None:
            name = token.group(1).strip()
            if not _NAME.match(name):
                raise PhraseError(f"`{{{name}}}` is not a concept's name", "Names are a-z, 0-9 and _.")
            return [(ConceptRef(name),)]
        if token.group(2):
            width = int(token.group(3)[:4]) if token.group(3) else DEFAULT_GAP
            if not 1 <= width <= WIDEST_GAP:
                raise PhraseError(f"a gap of {width} is too wide", f"A gap is 1 to {WIDEST_GAP} units.")
            return [(Gap(width),)]
        mark = token.group(4)
        if mark == "(":
            return _gathered(alternatives(depth + 1, ")"))
        if mark == "[":
            return _gathered([*alternatives(depth + 1, "]"), ()])
        if mark:
            raise PhraseError(f"`{mark}` has no partner", "Brackets come in pairs: {name}, (a|b), [a].")
        text = " ".join(token.group(5).split())
        return [(Literals(frozenset({text})),)] if text else [()]

    found = {_tidied(parts) for parts in alternatives(0, "")}
    sequences = tuple(sorted((parts for split in found for parts in _without_empty(split)), key=_order))
    if not sequences or any(not _anchored(parts) for parts in sequences):
        raise PhraseError("nothing in it must be said", "Keep one part that is neither optional nor a gap.")
    if len(sequences) > MOST_EXPANSIONS:
        raise PhraseError("it stands for too many phrases", "Split it, or name a part as a concept.")
    return Phrase(written, tuple(dict.fromkeys(sequences)), line)


def _order(parts: _Parts) -> list[tuple[str, ...]]:
    """The same order in every run, which that of a set is not."""
    return [
        tuple(sorted(part.texts))
        if isinstance(part, Literals)
        else ("{", part.name)
        if isinstance(part, ConceptRef)
        else ("..", str(part.units))
        for part in parts
    ]


def _anchored(parts: _Parts) -> bool:
    return any(not isinstance(part, Gap) for part in parts)


def _tidied(parts: _Parts) -> _Parts:
    """Without gaps at the ends, which say nothing."""
    first, last = 0, len(parts)
    while first < last and isinstance(parts[first], Gap):
        first += 1
    while last > first and isinstance(parts[last - 1], Gap):
        last -= 1
    return parts[first:last]


def _without_empty(parts: _Parts) -> list[_Parts]:
    """Sequences in which no literal may be empty: the optional one is there or its place is not."""
    results: list[_Parts] = [()]
    for part in parts:
        choices: list[_Parts] = [(part,)]
        if isinstance(part, Literals) and "" in part.texts:
            rest = part.texts - {""}
            choices = [(Literals(rest),), ()] if rest else [()]
        results = [before + choice for before in results for choice in choices]
        if len(results) > MOST_EXPANSIONS:
            raise PhraseError("it stands for too many phrases", "Split it, or name a part as a concept.")
    return [_tidied(result) for result in results]


def _gathered(options: list[_Parts]) -> list[_Parts]:
    """Options of literals alone become one set."""
    plain: set[str] = set()
    other: list[_Parts] = []
    for option in options:
        if not option:
            plain.add("")
        elif len(option) == 1 and isinstance(option[0], Literals):
            plain |= option[0].texts
        else:
            other.append(option)
    if plain == {""}:
        return [(), *other]
    return [(Literals(frozenset(plain)),), *other] if plain else other


def _joined(before: list[_Parts], after: list[_Parts], joiner: str) -> list[_Parts]:
    if len(before) * len(after) > MOST_EXPANSIONS:
        raise PhraseError("it stands for too many phrases", "Split it, or name a part as a concept.")
    return [_concatenated(left, right, joiner) for left in before for right in after]


def _concatenated(left: _Parts, right: _Parts, joiner: str) -> _Parts:
    if not (left and right):
        return left or right
    last, first = left[-1], right[0]
    if isinstance(last, Literals) and isinstance(first, Literals):
        if len(last.texts) * len(first.texts) > MOST_EXPANSIONS:
            raise PhraseError("it stands for too many phrases", "Split it, or name a part as a concept.")
        texts = frozenset((a + joiner + b).strip() for a, b in product(last.texts, first.texts))
        return (*left[:-1], Literals(texts), *right[1:])
    if isinstance(last, Gap) and isinstance(first, Gap):
        return (*left[:-1], Gap(min(WIDEST_GAP, last.units + first.units)), *right[1:])
    return left + right


def referenced_concepts(phrase: Phrase) -> set[str]:
    """Names of the concepts in a phrase."""
    return {part.name for parts in phrase.sequences for part in parts if isinstance(part, ConceptRef)}


def gaps_between(parts: _Parts, touching: int) -> list[tuple[PhrasePart, int]]:
    """Each spoken part with the units allowed before it; `touching` where parts simply meet."""
    spoken: list[tuple[PhrasePart, int]] = []
    if not isinstance(parts[0], Gap):
        spoken.append((parts[0], 0))
    for before, part in pairwise(parts):
        if not isinstance(part, Gap):
            spoken.append((part, before.units if isinstance(before, Gap) else touching))
    return spoken
