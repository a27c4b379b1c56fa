"""A playbook with errors is refused with file and line, and the one in force stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist.playbook.loader import check_book, load_book
from assist.playbook.opening import book_in_force, open_playbook
from assist.problems import AssistProblem, PackProblem
from tests.support.playbook_calls import NOW

GOOD = """\
playbook: {id: t.playbook, version: 1.0.0, title: T, locale: zh_CN, language: zh, start: begin}
areas: {talk: 沟通}
concepts:
  hello: [您好, 你好]
signals:
  greets: {title: 问好, speaker: agent, if: "{hello}"}
  asks: {title: 问, if: 怎么还款}
minds:
  willing: {title: 愿意, signals: [asks]}
checklist:
  greeted: {title: 问好, area: talk, ticks: [greets]}
stages:
  - id: begin
    title: 开始
    step: prepare
    required: [{item: greeted, seconds: 5}]
    next: [end]
    cards:
      - {id: begin.greet, say: 您好, why: 礼貌, technique: build_trust, does: greeted}
  - id: end
    title: 结束
    step: follow_up
    final: true
    enter: [{on: [asks]}]
"""


def write(folder: Path, text: str, name: str = "playbook.yaml") -> Path:
    """A playbook file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_small_playbook_that_the_others_break_is_good(tmp_path: Path) -> None:
    book = load_book(write(tmp_path, GOOD))
    assert set(book.stages) == {"begin", "end"}
    assert book.identity == "t.playbook@1.0.0"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("next: [end]", "nexts: [end]", 17, "Did you mean `next`?"),
        ("ticks: [greets]", "ticks: [greetz]", 11, "Did you mean `greets`?"),
        ("next: [end]", "next: [ende]", 13, "Did you mean `end`?"),
        ("item: greeted, seconds: 5", "item: greeting, seconds: 5", 13, "there is no checklist item"),
        ("on: [asks]", "on: [askss]", 20, "Did you mean `asks`?"),
        ("on: [asks]", "on: [item.nothing]", 20, "there is no signal or event"),
        ("say: 您好", 'say: "您好{nam}"', 19, "Did you mean `name`?"),
        ("say: 您好", 'say: "您好{name"', 19, "a brace is not closed"),
        ("technique: build_trust", "technique: pressure", 19, "Write one of"),
        ('if: "{hello}"', 'if: "{hallo}"', 6, "there is no concept `hallo`"),
        ('if: "{hello}"', 'if: "(您好"', 6, "a bracket is not closed"),
        ("if: 怎么还款", "if: {case: {hardship: true}}", 7, "a signal is something said"),
        ("version: 1.0.0", "version: one", 1, "It must look like"),
        ("area: talk", "area: talks", 11, "there is no area"),
        ("    next: [end]\n", "", 13, "dead end"),
        ("step: prepare", "step: pray", 15, "Write one of"),
        ("  hello: [您好, 你好]", "  hello: ['{hello}']", 4, "contain themselves"),
        ("start: begin", "start: start", 13, "there is no stage `start`"),
        ("final: true", "goal: x", 13, "no stage is `final`"),
    ],
)
def test_every_fault_names_its_line_and_what_to_write(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    assert old in GOOD
    book, problems = check_book(write(tmp_path, GOOD.replace(old, new, 1)))
    assert book is None
    found = [str(one) for one in problems]
    assert any(one.line == line and says in str(one) for one in problems), found
    with pytest.raises(PackProblem, match=r"playbook\.yaml:\d+: "):
        load_book(tmp_path / "playbook.yaml")


def test_a_stage_that_nothing_reaches_is_told(tmp_path: Path) -> None:
    lonely = GOOD + "  - {id: lonely, title: 孤立, step: plan, next: [end]}\n"
    _, problems = check_book(write(tmp_path, lonely))
    [problem] = problems
    assert "nothing leads to the stage `lonely`" in str(problem)
    assert problem.line == 25


def test_a_card_that_its_own_stage_rules_out_is_told(tmp_path: Path) -> None:
    blocked = GOOD.replace(
        "    next: [end]\n", "    next: [end]\n    blocks: [{note: 不, techniques: [build_trust]}]\n"
    )
    _, problems = check_book(write(tmp_path, blocked))
    assert any("can never be shown" in str(one) for one in problems)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n- b\n",
        "playbook: [1]\n",
        "a: {b: &x [*x]}\n",
        "playbook: \x00",
        "stages:\n\t- a\n",
        "{" * 800,
    ],
)
def test_a_file_that_is_no_playbook_is_one_clear_problem_and_no_traceback(tmp_path: Path, text: str) -> None:
    book, problems = check_book(write(tmp_path, text))
    assert book is None
    assert problems
    assert all(str(one).startswith("playbook.yaml:") for one in problems)


def test_included_files_are_named_in_their_own_faults(tmp_path: Path) -> None:
    head, rest = GOOD.split("concepts:", 1)
    concepts, others = rest.split("signals:", 1)
    write(tmp_path, "concepts:" + concepts.replace("您好, 你好", "'(您好'"), "words.yaml")
    _, problems = check_book(write(tmp_path, head + "include: [words.yaml]\nsignals:" + others))
    assert [(one.file, one.line) for one in problems][:1] == [("words.yaml", 2)]


@pytest.mark.parametrize("name", ["/etc/hostname", "../../../etc/hostname", "missing.yaml"])
def test_an_include_outside_or_missing_is_told(tmp_path: Path, name: str) -> None:
    _, problems = check_book(write(tmp_path, GOOD.replace("areas:", f"include: ['{name}']\nareas:")))
    assert [one.line for one in problems] == [2]


def test_the_team_s_own_playbook_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "zh_CN").mkdir()
    write(tmp_path / "zh_CN", GOOD)
    engine = open_playbook("zh_CN", tmp_path, None, "", NOW)
    assert engine.book.book_id == "t.playbook"
    assert engine.problem is None


def test_a_broken_playbook_is_told_and_the_one_in_force_stays(tmp_path: Path) -> None:
    folder = tmp_path / "zh_CN"
    folder.mkdir()
    path = write(folder, GOOD.replace("on: [asks]", "on: [axes]"))
    first, problem = book_in_force("zh_CN", tmp_path)
    assert first.book_id == "zh_CN.playbook"
    assert problem is not None
    assert problem.line == 20
    path.write_text(GOOD, encoding="utf-8")
    assert book_in_force("zh_CN", tmp_path)[0].version == "1.0.0"
    path.write_text(GOOD.replace("1.0.0", "1.1.0").replace("on: [asks]", "on: [axes]"), encoding="utf-8")
    kept, problem = book_in_force("zh_CN", tmp_path)
    assert (kept.book_id, kept.version) == ("t.playbook", "1.0.0")
    assert problem is not None
    engine = open_playbook("zh_CN", tmp_path, None, "", NOW)
    assert engine.problem is not None
    assert "axes" in str(engine.problem)


def test_a_place_without_playbook_is_one_sentence_with_what_there_is() -> None:
    with pytest.raises(AssistProblem, match=r"no playbook `xx_XX`.*zh_CN"):
        open_playbook("xx_XX", None, None, "", NOW)
