"""Checks a playbook for its author: everything the loader refuses, its examples, what its own texts would trip,
and phrases that the installed speech model can't produce.

Nothing here knows of terminals or of speech models: who calls gives the `vocabulary`. Thread: any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from assist.playbook.book import STANDARD_ITEMS, STANDARD_STAGES, Book, Card, When
from assist.playbook.loader import check_book
from assist.playbook.opening import playbook_path, shipped_playbooks
from assist.playbook.sources import MOST_PROBLEMS
from assist.problems import AssistProblem, PackProblem
from assist.rules.authoring import REAL_KINDS, TextJudge, load_judge
from assist.rules.compiler import compile_pack
from assist.rules.conditions import Literals, Speaker, anchors_in
from assist.rules.flags import Flag, FlagKind
from assist.rules.matching.units import language_named
from assist.rules.pack import RulePack
from speech.types import Channel

KnowsWord = Callable[[str], bool]
"""Whether the speech model can produce a word."""

SAMPLES: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "name": "张伟",
        "company": "恒信资产管理公司",
        "agent": "王芳",
        "creditor": "恒通银行",
        "product": "信用卡",
        "amount": "12480元",
        "principal": "11000元",
        "interest": "1200元",
        "fees": "280元",
        "as_of": "2026年11月20日",
        "days_overdue": "42",
        "channels": "恒通银行手机银行",
        "account_tail": "3306",
        "promise_amount": "500元",
        "promise_date": "2026年12月25日",
        "next_contact": "下周三下午三点",
    },
    "en": {
        "name": "Sam Carter",
        "company": "Hensley Recovery",
        "agent": "Dana Reed",
        "creditor": "First Harbor Bank",
        "product": "credit card",
        "amount": "12480 dollars",
        "principal": "11000 dollars",
        "interest": "1200 dollars",
        "fees": "280 dollars",
        "as_of": "November 20",
        "days_overdue": "42",
        "channels": "the First Harbor Bank website",
        "account_tail": "3306",
        "promise_amount": "500 dollars",
        "promise_date": "December 25",
        "next_contact": "Wednesday at three",
    },
}
"""An invented case by which templates are filled for checking."""
_OWED = {"amount_owed": "12480", "other_amounts": ["11000", "1200", "280", "500"]}
_STRANGERS = {"third_party", "wrong_number", "deceased"}


def check_playbook(
    name: str, vocabulary: Callable[[str], KnowsWord | None] | None = None
) -> list[PackProblem]:
    """All that is wrong with a playbook, given by locale or file; at most 50, in the order of lines.

    `vocabulary` gives the installed model's words for a language (`zh`, `en`), None where there is no model.
    """
    path = Path(playbook_path(name))
    book, problems = check_book(path)
    if book is None:
        return problems
    found = [
        *_missing_standards(book, path.name),
        *_failed_examples(book),
        *_tripped_rules(book, path.name),
    ]
    knows_word = vocabulary(book.language) if vocabulary is not None else None
    if knows_word is not None:
        found += _unknown_words(book, knows_word)
    return sorted(found, key=lambda one: (one.file, one.line))[:MOST_PROBLEMS]


def _missing_standards(book: Book, file: str) -> Iterator[PackProblem]:
    for kind, names, known in (
        ("stage", STANDARD_STAGES, book.stages),
        ("checklist item", STANDARD_ITEMS, book.items),
    ):
        for name in names:
            if name not in known:
                yield PackProblem(
                    file, 1, f"the {kind} `{name}` is missing", "Every playbook has it; add it."
                )


def _failed_examples(book: Book) -> Iterator[PackProblem]:
    """Examples of signals that are not heard as they should be; those that need an anchor before can't be."""
    judge = TextJudge(book.signal_pack)
    for rule in book.signal_pack.rules:
        if any(True for _ in anchors_in(rule.condition)):
            continue
        for example in rule.examples:
            flags = judge.flags(example.text, example.speaker, dict(example.context))
            heard = any(flag.rule == rule.rule_id and flag.kind is FlagKind.TRIGGER for flag in flags)
            if heard != example.fires:
                should = "must be heard in" if example.fires else "must not be heard in"
                yield PackProblem(
                    rule.file,
                    example.line,
                    f"the signal `{rule.rule_id}` {should} “{example.text}”",
                    "Correct its phrases, `unless` or `unless_scope`.",
                )


def _tripped_rules(book: Book, file: str) -> Iterator[PackProblem]:
    """Suggestions that would themselves trip a rule of the pack in force."""
    try:
        judge = load_judge(book.rules)
    except PackProblem as problem:
        yield problem
        return
    except AssistProblem:
        yield PackProblem(
            file, 1, f"there is no rule pack `{book.rules}` to check the texts against", "Correct `rules`."
        )
        return
    for card in book.cards:
        if card.tip:
            continue
        for variant in card.variants:
            text = filled(variant.text, book)
            for flag in tripped(judge, card, variant.when, text):
                yield PackProblem(
                    card.file,
                    variant.line,
                    f"the suggestion `{card.card_id}` would trip the rule `{flag.rule}` "
                    f"({flag.category} {flag.title}) by “{flag.text}”",
                    "Say it otherwise, or correct the rule.",
                )


def filled(text: str, book: Book) -> str:
    """A template with the invented case's values."""
    return text.format_map({**SAMPLES[book.language], **book.values})


def tripped(judge: TextJudge, card: Card, when: When, text: str) -> list[Flag]:
    """What the agent would do wrong by saying it, where the card may stand."""
    stranger = bool(card.stages & _STRANGERS)
    context: dict[str, object] = {
        "party": "third_party" if stranger else "debtor",
        "identity_verified": not stranger,
        "suit_filed": False,
        "judgment": False,
        "enforcement": False,
        **_OWED,
    }
    for name, wanted in (*card.when.facts, *when.facts):
        if wanted and wanted[0].operator == "=":
            context[name] = wanted[0].value
    if context["judgment"] is True:
        context["suit_filed"] = True
    return [
        flag
        for flag in judge.flags(text, Channel.AGENT, context)
        if flag.kind is FlagKind.VIOLATION and flag.kind in REAL_KINDS
    ]


def _unknown_words(book: Book, knows_word: KnowsWord) -> Iterator[PackProblem]:
    """Phrases of signals and concepts that hold what the model can't write."""
    seen: set[str] = set()
    for file, line, text in _literals(book.signal_pack, book):
        if text in seen:
            continue
        seen.add(text)
        missing = _unproducible(text, book.language, knows_word)
        if missing:
            yield PackProblem(
                file,
                line,
                f"the speech model can't produce “{missing}” in “{text}”",
                "It may still be found by sound; better write it as the model would.",
            )


def _literals(pack: RulePack, book: Book) -> Iterator[tuple[str, int, str]]:
    """Every plain text that phrases hold, with its place."""
    anywhere = replace(pack, rules=tuple(replace(rule, speaker=Speaker.ANY) for rule in pack.rules))
    compiled = compile_pack(anywhere)
    lines = {
        text: phrase.line
        for concept in pack.concepts.values()
        for phrase in concept.phrases
        for parts in phrase.sequences
        for part in parts
        if isinstance(part, Literals)
        for text in part.texts
    }
    file = next((rule.file for rule in pack.rules), book.book_id)
    for phrase in compiled.index.phrases:
        yield file, lines.get(phrase.text, 1), phrase.text


def _unproducible(text: str, language: str, knows_word: KnowsWord) -> str:
    """The part of a text that no sequence of known words makes; empty if all of it can be."""
    known = language_named(language)
    if language != "zh":
        words = [token for token, _ in known.split(text)]
        return " ".join(word for word in words if not knows_word(word.lower()))
    plain = "".join(unit.plain for token, _ in known.split(text) for unit in known.units(token))
    reached = {0}
    for end in range(1, len(plain) + 1):
        if any(start in reached and knows_word(plain[start:end]) for start in range(max(0, end - 6), end)):
            reached.add(end)
    if len(plain) in reached:
        return ""
    stuck = max(reached)
    return plain[stuck : stuck + 2]


__all__ = ["KnowsWord", "check_playbook", "shipped_playbooks"]
