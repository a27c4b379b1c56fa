"""How well the playbook follows written calls: `python -m tests.benchmarks.dialogues [--misses]`.

Each turn of the dialogues in tests/assist/playbook/dialogues names the stage after it and, where it matters, the
cards among the three shown, the checklist items it ticks and the promise it makes. Prints Markdown tables per kind.
Turns of shared openings and endings are counted once per dialogue in `all`, and left out in `own`.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from assist.contact.case import Case, Person, Role
from assist.playbook.changes import FactKind
from tests.benchmarks.dialogues_heard import HeardDialogues
from tests.benchmarks.dialogues_written import FOLDER, Dialogue, Turn, dialogues
from tests.benchmarks.telephone import LINES
from tests.support.playbook_calls import KNOWN, A, C, TextCall, engine_for, playbook_case

Say = Callable[[TextCall, Dialogue, Turn], None]


def as_written(call: TextCall, _dialogue: Dialogue, turn: Turn) -> None:
    """The turn as one perfectly recognised utterance."""
    call.say(A if turn.agent else C, turn.text)


def _call(dialogue: Dialogue) -> TextCall:
    case: Case = playbook_case(dialogue.locale, broken_promise="broken" in dialogue.options)
    if "guarantor" in dialogue.options:
        case = replace(case, people=(*case.people, Person("g", "李强", Role.GUARANTOR)))
    facts = replace(KNOWN, suit_filed="filed" in dialogue.options)
    return TextCall(engine_for(case, facts))


def measure(
    chosen: Iterable[Dialogue], misses: list[str] | None = None, say: Say = as_written
) -> dict[str, Counter[str]]:
    """Hits and counts per kind; `say` gives a turn to the call."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for dialogue in chosen:
        call = _call(dialogue)
        answers = {card.card_id for card in call.engine.book.cards if card.on and not card.standing}
        kinds = ("all", dialogue.locale, *dialogue.kinds)
        for number, turn in enumerate(dialogue.turns, 1):
            before = {one.item_id for one in call.engine.view.checklist if one.ticked}
            promises = [one for one in call.engine.view.facts if one.kind is FactKind.PROMISE]
            say(call, dialogue, turn)
            now = {one.item_id for one in call.engine.view.checklist if one.ticked} - before
            made = [
                one for one in call.engine.view.facts if one.kind is FactKind.PROMISE and one not in promises
            ]
            got = f"{made[-1].amount}/{made[-1].date}" if made else ""
            count = Counter(stage_n=1, stage=call.engine.stage == turn.stage)
            count.update(cards_n=len(turn.cards), cards=sum(one in call.cards for one in turn.cards))
            if turn.silent:
                count.update(silent_n=1, silent=not answers & set(call.cards))
            count.update(ticks_n=len(turn.ticks), ticked=len(now), ticks=len(now & turn.ticks))
            if turn.promise:
                count.update(promise_n=1, promise=got == turn.promise)
            elif made:
                count.update(promise_extra=1)
            for kind in (*kinds, *(["own"] if turn.own else [])):
                table[kind].update(count)
            wrong = [
                *([f"stage {call.engine.stage}≠{turn.stage}"] if call.engine.stage != turn.stage else []),
                *[f"card {one} not in {call.cards}" for one in turn.cards if one not in call.cards],
                *(
                    [f"not silent {answers & set(call.cards)}"]
                    if turn.silent and answers & set(call.cards)
                    else []
                ),
                *([f"ticks {sorted(now)}≠{sorted(turn.ticks)}"] if now != turn.ticks else []),
                *([f"promise {got}≠{turn.promise}"] if got != turn.promise else []),
            ]
            if wrong and misses is not None:
                misses.append(
                    f"{dialogue.name}:{number} {'A' if turn.agent else 'C'} {turn.text}: {'; '.join(wrong)}"
                )
    return dict(table)


MEASURES = (
    ("stage", "stage", "stage_n"),
    ("top-3", "cards", "cards_n"),
    ("silence", "silent", "silent_n"),
    ("tick precision", "ticks", "ticked"),
    ("tick recall", "ticks", "ticks_n"),
    ("promise", "promise", "promise_n"),
)


def rate(count: Mapping[str, int], hits: str, of: str) -> float:
    """A share; 1 where there is nothing to hit."""
    return count.get(hits, 0) / count[of] if count.get(of) else 1.0


def lines(table: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """The table in Markdown."""
    yield "| kind | " + " | ".join(name for name, *_ in MEASURES) + " | promises too many |"
    yield "|---" * (len(MEASURES) + 2) + "|"
    for kind, count in table.items():
        cells = [
            f"{rate(count, hits, of):.3f} ({count.get(hits, 0)}/{count[of]})" if count.get(of) else "–"
            for _, hits, of in MEASURES
        ]
        yield f"| {kind} | {' | '.join(cells)} | {count.get('promise_extra', 0)} |"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--misses", action="store_true", help="also list every turn that differs")
    parser.add_argument(
        "--fresh", action="store_true", help="the dialogues that nothing was tuned on, instead of the others"
    )
    parser.add_argument(
        "--speech",
        choices=sorted(LINES),
        help="as recognised over this line, those that were spoken; see dialogues_heard",
    )
    misses: list[str] = []
    asked = parser.parse_args()
    chosen = dialogues(FOLDER / "fresh" if asked.fresh else FOLDER)
    say: Say = as_written
    if asked.speech:
        heard = HeardDialogues(LINES[asked.speech])
        chosen = [one for one in chosen if heard.is_spoken(one)]
        say = heard.say
        print("as written:\n\n" + "\n".join(list(lines(measure(chosen)))[:3]) + "\n\nas recognised:\n")
    print(f"{len(chosen)} dialogues, {sum(len(one.turns) for one in chosen)} turns\n")
    print("\n".join(lines(measure(chosen, misses, say))))
    print("\nfewer than 15 turns:", ", ".join(one.name for one in chosen if len(one.turns) < 15) or "none")
    if asked.misses:
        print("\n".join(["", *misses]))


if __name__ == "__main__":
    main()
