"""Packs that are wrong are refused with file, line and reason; a rule is never silently ignored."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from assist.problems import PackProblem
from assist.rules.authoring import TextJudge
from assist.rules.loader import check_pack, load_pack
from speech.types import Channel
from tests.support.bad_packs import GOOD_PACK, run_mutations

TWO_OF_THREE = "{all: [{at_least: 2, of: [idiot, stupid, liar]}, {none: [sorry]}], within: 9}"
NOT_SAID = "{not_said: {what: my name is, by_seconds: 20}}"


def problems_of(tmp_path: Path, text: str, name: str = "rules.yaml") -> list[PackProblem]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    pack, problems = check_pack(path)
    assert (pack is None) == bool(problems)
    return problems


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_good_pack_loads_with_every_rule(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD_PACK) == []
    assert len(load_pack(tmp_path / "rules.yaml").rules) == 8


@pytest.mark.parametrize(
    ("good", "bad", "at", "told"),
    [
        ("{sequence: [", "{sequense: [", "sequense", "sequense"),
        ("    if: {say: [stop calling], slot: stop}", "    if: {}", "if: {}", "no operator|non-empty|properties"),
        ("include: [go_to]", "include: [go_two]", "go_two", "no concept `go_two`"),
        ("{we}", "{wee}", "{wee}", "no concept `wee`"),
        ("go_to: [", "go_to: [\"{come}\", ", "go_to: [", "contain themselves"),
        ("certainty: A", "certainty: C", "certainty: C", "shown as law"),
        ("certainty: A", "certainty: X", "certainty: X", "shown as law"),
        ("own_fact: true", "owned_fact: true", "owned_fact", "no case fact"),
        ("  version: 1.2.3", "  version: 1.2.3\n  title: Again", "title: Test", "stands twice"),
        ("  we: [we, i,", "  we: [x]\n  we: [we, i,", "we: [we, i,", "stands twice"),
        ("id: t.talk", "id: t.duty", "id: t.duty\n    title: Talks", "defined twice"),
        ("{rule: t.visit", "{rule: t.visitor", "id: t.around", "no rule `t.visitor`"),
        ("'\\bcode \\d+\\b'", "'(a|aa)+$'", "(a|aa)+$", "explodes"),
        ("'\\bcode \\d+\\b'", "'code ('", "code (", "can't be read"),
        ("'\\bcode \\d+\\b'", "'x*'", "'x*'", "always matches"),
        ("at_least: 2", "at_least: 4", "at_least: 4", "can never be"),
        ('drive..3to', "drive..99to", "drive..99to", "too wide"),
        ("(come|go)", "(come|go", "(come|go [", "not closed"),
        ('"08:00-21:00"', '"21:00-08:00"', "21:00-08:00", "not in order"),
        ("severity: stop", "severity: loud", "loud", "loud"),
        ("category: V09", "category: V23", "V23", "V23"),
        ("weaker_in: [hedge]", "weaker_in: [negation]", "id: t.visit", "two things"),
        (TWO_OF_THREE, "{none: [sorry]}", "{none", "stands alone"),
        ("    house_rule: true\n    if: {regex", "    if: {regex", "id: t.regex", "no legal basis"),
        (NOT_SAID, "{any: [{not_said: {what: x y, by_seconds: 2}}]}", "by_seconds: 2}", "hidden"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_reason(
    tmp_path: Path, good: str, bad: str, at: str, told: str
) -> None:
    assert good in GOOD_PACK
    text = GOOD_PACK.replace(good, bad, 1)
    problems = problems_of(tmp_path, text)
    hits = [problem for problem in problems if re.search(told, str(problem))]
    assert hits, [str(problem) for problem in problems]
    assert abs(hits[0].line - line_of(text, at)) <= 2
    assert hits[0].file == "rules.yaml"


def test_an_exploding_expression_is_refused_in_bounded_time(tmp_path: Path) -> None:
    for pattern in ("(a|aa)+$", "(ab|abab)+$", "(1|11)+x"):
        started = time.monotonic()
        problems = problems_of(tmp_path, GOOD_PACK.replace("\\bcode \\d+\\b", pattern))
        assert time.monotonic() - started < 10
        assert any("explodes" in str(one) for one in problems), pattern


def test_an_expression_that_explodes_only_on_rare_text_is_stopped_while_it_runs(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(GOOD_PACK.replace("\\bcode \\d+\\b", "(?:q |q q )+z"), encoding="utf-8")
    judge = TextJudge(load_pack(path), house_rules=True)
    started = time.monotonic()
    judge.flags("q " * 120, Channel.AGENT, {})
    assert time.monotonic() - started < 10


def test_phrases_that_stand_for_too_many_are_refused(tmp_path: Path) -> None:
    options = "(" + "|".join(f"w{number}" for number in range(50)) + ")"
    problems = problems_of(tmp_path, GOOD_PACK.replace("my name is", options + " " + options))
    assert any("too many phrases" in str(one) for one in problems)


def test_a_long_circle_of_concepts_is_named(tmp_path: Path) -> None:
    chain = "\n".join(f'  c{number}: ["{{c{(number + 1) % 200}}}"]' for number in range(200))
    problems = problems_of(tmp_path, GOOD_PACK.replace("concepts:\n", f"concepts:\n{chain}\n"))
    assert any("contain themselves" in str(one) for one in problems)


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    bomb = "  a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"  a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]\n" for n in range(1, 9)
    )
    started = time.monotonic()
    assert problems_of(tmp_path, GOOD_PACK.replace("concepts:\n", "concepts:\n" + bomb))
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("\t", "YAML|empty"),
        ("just words", "empty or no map"),
        ("pack: {}\nrules: []\n", "required|id"),
        ("rules: []\n", "pack"),
        ("a: [" * 3000, "deep"),
        ("? [a]\n: b\n", "key"),
        ("pack: !!python/object:os.system x\n", "tag"),
    ],
)
def test_files_that_are_no_packs_are_refused(tmp_path: Path, text: str, told: str) -> None:
    problems = problems_of(tmp_path, text)
    assert re.search(told, " ".join(map(str, problems)))


def test_a_file_that_is_not_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_bytes(b"pack:\n  id: \xff\xfe\n")
    _, problems = check_pack(tmp_path / "rules.yaml")
    assert problems[0].line == 2
    assert "UTF-8" in str(problems[0])


def test_an_include_may_not_leave_the_packs(tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere" / "x.yaml"
    outside.parent.mkdir()
    outside.write_text("concepts: {a: [b]}\n")
    inside = tmp_path / "scripts" / "xx"
    inside.mkdir(parents=True)
    for name in ("../../elsewhere/x.yaml", str(outside), "missing.yaml"):
        problems = problems_of(inside, GOOD_PACK + f"include: ['{name}']\n")
        assert any("outside" in str(one) or "not there" in str(one) for one in problems), name


def test_a_classifier_that_is_not_the_named_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meaning.npz").write_bytes(b"not a model")
    head = "  jurisdictions: [US]\n"
    meaning = head + f"  meaning: {{file: meaning.npz, sha256: {'ab' * 32}}}\n"
    problems = problems_of(tmp_path, GOOD_PACK.replace(head, meaning))
    assert any("not the file that the pack names" in str(one) for one in problems)


@pytest.mark.parametrize("part", range(3))
def test_mutated_packs_are_refused_or_taken_whole(part: int) -> None:
    """1,500 of them; 10,000 run with `python -m tests.reliability.packs`."""
    refused, taken, _ = run_mutations(500, first_seed=part * 500)
    assert refused + taken == 500
    assert refused > 200, "the mutations must break most packs"
    assert taken > 0, "harmless changes must pass"
