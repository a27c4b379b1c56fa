"""Loads a playbook: YAML with lines, the schema, then everything that a schema can't say.

Every fault is a `PackProblem` with file, line, reason and what to write instead. `check_book` collects all of
them for authors; `load_book` raises the first. Nothing is silently ignored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from assist.playbook.book import ALWAYS, Book, Card, Forbidden, Item, Mind, Signal, Stage, Topic
from assist.playbook.book_reader import BookReader
from assist.playbook.book_rules import book_problems
from assist.playbook.changes import MindState, Technique
from assist.playbook.signal_pack import SignalPackReader
from assist.playbook.sources import MOST_PROBLEMS, read_files, schema_problems
from assist.problems import PackProblem
from assist.rules.yaml_text import YamlText


def load_book(path: Path) -> Book:
    """The playbook in `path`; raises the first PackProblem."""
    book, problems = check_book(path)
    if problems:
        raise problems[0]
    assert book is not None  # noqa: S101 - check_book gives a book or problems
    return book


def check_book(path: Path) -> tuple[Book | None, list[PackProblem]]:
    """The playbook, or all problems found in it (at most 50), in the order of their lines."""
    problems: list[PackProblem] = []
    files = read_files(path, problems)
    for source in files:
        problems += schema_problems(source)
    if problems:
        return None, problems[:MOST_PROBLEMS]
    main = files[-1]
    if not isinstance(main.value, dict) or "playbook" not in main.value:
        return None, [PackProblem(path.name, 1, "there is no `playbook`", "Begin with `playbook:`.")]
    book = _Builder(files, problems).build()
    problems += book_problems(book) if not problems else []
    problems.sort(key=lambda one: (one.file, one.line))
    return (None if problems else book), problems[:MOST_PROBLEMS]


class _Builder:
    """Makes the book out of files that fit the schema; faults go into `problems`."""

    def __init__(self, files: list[YamlText], problems: list[PackProblem]) -> None:
        self._files = files
        self._main = cast("dict[str, Any]", files[-1].value)
        self._problems = problems
        self._reader = BookReader(problems)

    def build(self) -> Book:
        head: dict[str, Any] = self._main["playbook"]
        digest = hashlib.sha256()
        for source in self._files:
            digest.update(len(source.raw).to_bytes(8, "big") + source.raw)
        sha256 = digest.hexdigest()
        pack = SignalPackReader(self._files, head, sha256, self._problems).read()
        signals = self._signals()
        return Book(
            book_id=head["id"],
            version=head["version"],
            title=head["title"],
            locale=head["locale"],
            language=head["language"],
            start=head["start"],
            rules=head.get("rules", head["locale"]),
            signals=signals,
            signal_pack=pack,
            minds=self._minds(),
            items=self._items(),
            stages=self._stages(),
            cards=self._cards(),
            forbidden=self._forbidden(),
            values=self._plain("values"),
            texts=self._plain("texts"),
            areas=self._plain("areas"),
            sha256=sha256,
        )

    def _maps(self, key: str) -> Iterable[tuple[YamlText, str, Any]]:
        seen: set[str] = set()
        for source in self._files:
            value = source.value.get(key) if isinstance(source.value, dict) else None
            for name, item in (value if isinstance(value, dict) else {}).items():
                if name in seen:
                    self._add(source, f"`{name}` is defined twice", "Rename one.", key, name)
                    continue
                seen.add(name)
                yield source, name, item

    def _lists(self, key: str) -> Iterable[tuple[YamlText, int, Any]]:
        for source in self._files:
            value = source.value.get(key) if isinstance(source.value, dict) else None
            for index, item in enumerate(value if isinstance(value, list) else []):
                yield source, index, item

    def _plain(self, key: str) -> dict[str, str]:
        return {name: str(value) for _, name, value in self._maps(key)}

    def _signals(self) -> dict[str, Signal]:
        return {
            name: Signal(
                name=name,
                title=item["title"],
                flags=tuple(item.get("flags", ())),
                sets=self._reader.sets(source, item.get("sets"), ("signals", name, "sets")),
                weight=item.get("weight", 1),
                unticks=tuple(item.get("unticks", ())),
                party=item.get("party", False),
                line=source.line("signals", name),
            )
            for source, name, item in self._maps("signals")
        }

    def _minds(self) -> tuple[Mind, ...]:
        return tuple(
            Mind(MindState(name), item["title"], tuple(item["signals"]))
            for _, name, item in self._maps("minds")
        )

    def _items(self) -> dict[str, Item]:
        return {
            name: Item(
                item_id=name,
                title=item["title"],
                area=item["area"],
                weight=item.get("weight", 1),
                ticks=tuple(item["ticks"]),
                sets=self._reader.sets(source, item.get("sets"), ("checklist", name, "sets")),
                when=self._reader.when(source, item.get("when"), ("checklist", name, "when")),
                line=source.line("checklist", name),
            )
            for source, name, item in self._maps("checklist")
        }

    def _stages(self) -> dict[str, Stage]:
        stages: dict[str, Stage] = {}
        for source, index, item in self._lists("stages"):
            stage = self._reader.stage(source, item, ("stages", index))
            if stage.stage_id in stages:
                self._add(
                    source, f"the stage `{stage.stage_id}` is defined twice", "Rename one.", "stages", index
                )
                continue
            stages[stage.stage_id] = stage
        return stages

    def _cards(self) -> tuple[Card, ...]:
        cards: dict[str, Card] = {}
        found = [
            (source, ("stages", index, "cards", place), card, (str(stage["id"]), *card.get("also", ())))
            for source, index, stage in self._lists("stages")
            for place, card in enumerate(stage.get("cards", ()))
        ]
        found += [
            (source, ("cards", index), card, tuple(card.get("stages", ())))  # type: ignore[misc]
            for source, index, card in self._lists("cards")
        ]
        for source, at, item, stages in found:
            card = self._reader.card(source, item, at, frozenset(stages))
            if card.card_id in cards:
                self._add(source, f"the card `{card.card_id}` is defined twice", "Rename one.", *at, "id")
                continue
            cards[card.card_id] = card
        return tuple(cards.values())

    def _forbidden(self) -> tuple[Forbidden, ...]:
        return tuple(
            Forbidden(
                why=item["why"],
                when=self._reader.when(source, item.get("when"), ("forbidden", index, "when")) or ALWAYS,
                stages=frozenset(item.get("stages", ())),
                minds=frozenset(map(MindState, item.get("minds", ()))),
                topics=frozenset(map(Topic, item.get("topics", ()))),
                techniques=frozenset(map(Technique, item.get("techniques", ()))),
            )
            for source, index, item in self._lists("forbidden")
        )

    def _add(self, source: YamlText, reason: str, instead: str, *at: str | int) -> None:
        self._problems.append(source.problem(reason, instead, *at))
