"""What a whole playbook must hold beside its schema: every name refers to something, every stage is reached and
leads on, every template value exists, and no card is ruled out wherever it may stand."""

from __future__ import annotations

import string
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from assist.playbook.book import (
    OTHER_VALUES,
    PRIVATE_VALUES,
    PROMISED,
    STARTED,
    Book,
    Card,
    Stage,
)
from assist.playbook.changes import MindState
from assist.problems import PackProblem


def book_problems(book: Book) -> list[PackProblem]:
    """All that is wrong with a playbook that could be read."""
    found = [*_references(book), *_card_problems(book)]
    return found or [*_unreachable(book), *_dead_ends(book)]


def placeholders(text: str) -> set[str]:
    """Names in braces; ValueError if the braces are not in order."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def known_values(book: Book) -> set[str]:
    """Every name that a template may use."""
    return set(PRIVATE_VALUES | OTHER_VALUES) | set(book.values)


def _references(book: Book) -> Iterator[PackProblem]:
    head = next(iter(book.stages.values()), None)
    place = (head.file, head.line) if head else ("playbook.yaml", 1)
    yield from _unknown(place, "stage", [book.start], book.stages)
    for stage in book.stages.values():
        where = (stage.file, stage.line)
        yield from _unknown(where, "stage", stage.next, book.stages)
        for way in stage.enter:
            yield from _unknown(where, "stage", way.from_stages, book.stages)
            yield from _events(book, where, way.on)
        yield from _unknown(where, "checklist item", [one.item_id for one in stage.required], book.items)
        yield from _unknown(where, "stage", [one.stage for one in stage.required if one.stage], book.stages)
    for mind in book.minds:
        yield from _unknown(place, "signal", mind.signals, book.signals)
    for item in book.items.values():
        where = (place[0], item.line)
        yield from _unknown(where, "signal", item.ticks, book.signals)
        yield from _unknown(where, "area", [item.area], book.areas)
    for signal in book.signals.values():
        yield from _unknown((place[0], signal.line), "checklist item", signal.unticks, book.items)
    for forbidden in book.forbidden:
        yield from _unknown(place, "stage", sorted(forbidden.stages), book.stages)


def _unknown(
    where: tuple[str, int], kind: str, names: Iterable[str], known: Collection[str]
) -> Iterator[PackProblem]:
    for name in names:
        if name not in known:
            yield _missing(where, kind, name, set(known))


def _card_problems(book: Book) -> Iterator[PackProblem]:
    values = known_values(book)
    for card in book.cards:
        where = (card.file, card.line)
        yield from _unknown(where, "stage", sorted(card.stages), book.stages)
        yield from _events(book, where, card.on)
        yield from _unknown(where, "signal", card.said, book.signals)
        yield from _unknown(where, "checklist item", [card.does] if card.does else [], book.items)
        for variant in card.variants:
            try:
                used = placeholders(variant.text)
            except ValueError:
                yield PackProblem(
                    card.file, variant.line, "a brace is not closed", "Write {name}, or {{ for a brace."
                )
                continue
            for name in sorted(used - values):
                yield _missing((card.file, variant.line), "template value", name, values)
        yield from _ruled_out(book, card)


def _ruled_out(book: Book, card: Card) -> Iterator[PackProblem]:
    """A card whose technique or topic is blocked in every stage where it may stand is never shown."""
    stages = [book.stages[name] for name in card.stages if name in book.stages]
    if stages and all(
        any(card.technique in block.techniques or card.topics & block.topics for block in stage.blocks)
        for stage in stages
    ):
        yield PackProblem(
            card.file,
            card.line,
            f"the card `{card.card_id}` can never be shown: its stages block its technique or topic",
            "Move it to another stage, or correct its `technique` or `topics`.",
        )


def _events(book: Book, where: tuple[str, int], names: Iterable[str]) -> Iterator[PackProblem]:
    for name in names:
        if name in {STARTED, PROMISED} or name in book.signals:
            continue
        kind, _, rest = name.partition(".")
        if kind == "item" and rest in book.items:
            continue
        if kind == "mind" and rest in {state.value for state in MindState}:
            continue
        known = {STARTED, PROMISED, *book.signals, *(f"item.{one}" for one in book.items)}
        yield _missing(where, "signal or event", name, known)


def _missing(where: tuple[str, int], kind: str, name: str, known: set[str]) -> PackProblem:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    instead = f"Did you mean `{near[0]}`?" if near else "Define it, or correct the name."
    return PackProblem(where[0], where[1], f"there is no {kind} `{name}`", instead)


def leads_to(book: Book, stage: Stage) -> set[str]:
    """The stages that can follow a stage by what is heard."""
    return {
        other.stage_id
        for other in book.stages.values()
        for way in other.enter
        if other.stage_id != stage.stage_id and book.enters(other, way, stage.stage_id)
    }


def _unreachable(book: Book) -> Iterator[PackProblem]:
    reached = {book.start}
    waiting = [book.start]
    while waiting:
        for name in leads_to(book, book.stages[waiting.pop()]) - reached:
            reached.add(name)
            waiting.append(name)
    for stage in book.stages.values():
        if stage.stage_id not in reached:
            yield PackProblem(
                stage.file,
                stage.line,
                f"nothing leads to the stage `{stage.stage_id}`",
                "Name it in the `next` of another stage and say in `enter` what brings the call there.",
            )


def _dead_ends(book: Book) -> Iterator[PackProblem]:
    """From every stage some way must lead to a final one."""
    after = {name: leads_to(book, stage) for name, stage in book.stages.items()}
    good = {name for name, stage in book.stages.items() if stage.final}
    if not good:
        first = book.stages[book.start]
        yield PackProblem(first.file, first.line, "no stage is `final`", "Mark where a call may end.")
        return
    grown = True
    while grown:
        more = {name for name, following in after.items() if name not in good and following & good}
        good |= more
        grown = bool(more)
    for stage in book.stages.values():
        if stage.stage_id not in good:
            yield PackProblem(
                stage.file,
                stage.line,
                f"the stage `{stage.stage_id}` is a dead end: no way leads from it to a final stage",
                "Add to its `next`, or mark it `final: true`.",
            )


__all__ = ["book_problems", "known_values", "leads_to", "placeholders"]
