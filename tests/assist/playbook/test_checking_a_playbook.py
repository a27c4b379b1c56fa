"""What an author is told of a playbook beyond its shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist.playbook.check import check_playbook, shipped_playbooks
from assist.playbook.opening import playbook_path
from assist.problems import AssistProblem
from tests.support.playbook_calls import shipped_book

SHIPPED = Path(str(playbook_path("zh_CN"))).parent
STANDARD_CARDS = {
    "prepare": ["check", "plan"],
    "opening": ["introduce", "recording"],
    "identify": ["ask_name", "ask_factor", "why"],
    "purpose": ["authority"],
    "amount": ["split", "channels"],
    "reasons": ["ask", "empathy"],
    "solution": ["ask_able", "plan", "extension", "restructure", "caveat"],
    "commitment": ["small", "confirm", "channel"],
    "followup": ["broken", "change", "obstacle"],
    "legal": ["not_started", "filed", "judged", "options", "time_barred"],
    "close": ["recap", "rights", "next_contact", "thanks"],
    "third_party": ["script", "who", "refuses"],
    "wrong_number": ["apologise"],
    "dispute": ["log", "evidence", "paid"],
    "hardship": ["empathy", "route"],
    "stop_request": ["acknowledge"],
    "self_harm": ["safety", "handover"],
    "deceased": ["condole"],
    "representative": ["verify"],
    "avoiding": ["small_step", "callback", "clear"],
    "resisting": ["acknowledge", "verify", "complain"],
    "anxious": ["reassure", "facts", "step"],
    "willing": ["thank", "confirm", "norm"],
    "objection": ["scam", "who", "family", "credit", "arrest", "waive", "borrow"],
}
"""By the first part of their names; every playbook has them."""


def copy_of_shipped(folder: Path, old: str, new: str, file: str) -> Path:
    """The shipped mainland playbook with one change."""
    for path in SHIPPED.glob("playbook*.yaml"):
        text = path.read_text(encoding="utf-8")
        if path.name == file:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder / "playbook.yaml"


@pytest.mark.parametrize("locale", shipped_playbooks())
def test_a_shipped_playbook_is_in_order_and_would_trip_no_rule_itself(locale: str) -> None:
    assert [str(one) for one in check_playbook(locale)] == []


@pytest.mark.parametrize("locale", shipped_playbooks())
def test_a_shipped_playbook_has_the_standard_cards(locale: str) -> None:
    have = {card.card_id for card in shipped_book(locale).cards}
    wanted = [f"{group}.{name}" for group, names in STANDARD_CARDS.items() for name in names]
    assert [name for name in wanted if name not in have] == []


def test_a_suggestion_that_would_trip_a_rule_is_told_with_rule_and_words(tmp_path: Path) -> None:
    path = copy_of_shipped(
        tmp_path,
        "我先跟您说声抱歉",
        "再不还我们今天晚上就上门去你家",
        "playbook_answers.yaml",
    )
    found = [one for one in check_playbook(str(path)) if "resisting.acknowledge" in str(one)]
    assert found
    assert all(one.file == "playbook_answers.yaml" for one in found)
    assert "would trip the rule" in str(found[0])
    line = path.with_name("playbook_answers.yaml").read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    assert "上门" in line


def test_an_example_that_is_not_heard_is_told_with_its_line(tmp_path: Path) -> None:
    path = copy_of_shipped(
        tmp_path, "fire: [你打错了", "fire: [今天天气不错, 你打错了", "playbook_customer.yaml"
    )
    [problem] = [one for one in check_playbook(str(path)) if "今天天气不错" in str(one)]
    assert "`wrong_person` must be heard" in str(problem)
    assert problem.file == "playbook_customer.yaml"


def test_an_item_that_every_playbook_has_may_not_be_missing(tmp_path: Path) -> None:
    good = """\
playbook: {id: t, version: 1.0.0, title: T, locale: zh_CN, language: zh, start: end}
signals: {a: {title: A, if: 怎么还款}}
minds: {}
checklist: {}
stages: [{id: end, title: E, step: legal, final: true}]
"""
    path = tmp_path / "playbook.yaml"
    path.write_text(good, encoding="utf-8")
    texts = [str(one) for one in check_playbook(str(path))]
    assert any("the stage `self_harm` is missing" in text for text in texts)
    assert any("the checklist item `recording_notice` is missing" in text for text in texts)


def test_phrases_that_the_speech_model_cannot_produce_are_named() -> None:
    known = set("我你他不是借的还没有")
    problems = check_playbook("zh_CN", lambda language: lambda word: language == "zh" and set(word) <= known)
    assert len(problems) == 50
    assert any("the speech model can't produce" in str(one) for one in problems)
    without = check_playbook("zh_CN", lambda _: None)
    assert not any("the speech model can't produce" in str(one) for one in without)


@pytest.mark.model
def test_the_installed_model_can_produce_every_phrase_of_the_shipped_playbook() -> None:
    from desktop.paths import data_paths
    from speech.models import default_model, is_installed

    models = data_paths().models
    if not is_installed(models, default_model("zh")):
        pytest.skip("the small Chinese model is not installed")
    from speech.vosk_recognizer import model_vocabulary

    knows = model_vocabulary(str(models / default_model("zh").name))
    assert knows("还款")
    assert not knows("官方APP")
    assert [str(one) for one in check_playbook("zh_CN", lambda _: knows) if "produce" in str(one)] == []


def test_an_unknown_name_is_one_sentence() -> None:
    with pytest.raises(AssistProblem, match="no playbook `nowhere`"):
        check_playbook("nowhere")
    [problem] = check_playbook("nowhere.yaml")
    assert "can't be read" in str(problem)
