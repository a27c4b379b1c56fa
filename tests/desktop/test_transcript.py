"""The live transcript: append-only rows, marks in place, the newest line in sight."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assist.rules.flags import FlagState
from desktop.live.checklist import ChecklistModel
from desktop.live.spoken_text import joined, script_of
from desktop.live.transcript_model import NoticeKind, TranscriptModel
from desktop.live.transcript_view import TranscriptView
from speech.types import Channel
from tests.support import scripted_call as script

pytestmark = pytest.mark.gui


def filled(model: TranscriptModel) -> TranscriptModel:
    for final in script.finals("zh"):
        model.show_transcript(final)
    return model


def test_the_models_keep_qts_rules_while_a_call_goes_on(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model, items = TranscriptModel(), ChecklistModel()
    qtmodeltester.check(model)
    qtmodeltester.check(items)
    model.show_transcript(script.partial(Channel.AGENT, 0, "您 好", 1.0))
    filled(model)
    model.show_flag(script.threat("zh"))
    model.show_notice(NoticeKind.GAP, 0, "…")
    items.show_items(script.view("zh").checklist)
    items.show_items(script.view("zh", ticked=7).checklist)
    model.clear()


def test_a_partial_becomes_its_final_in_place_and_rows_never_move(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.show_transcript(script.partial(Channel.AGENT, 0, "您 好", 1.0))
    model.show_transcript(script.partial(Channel.CUSTOMER, 0, "喂", 1.5))
    model.show_transcript(script.final(Channel.AGENT, 0, "您 好 我 是", 1.0))
    assert [model.line(row).text for row in range(model.rowCount())] == ["您好我是", "喂"]
    assert [model.line(row).final for row in range(2)] == [True, False]


def test_a_late_partial_never_changes_a_final(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.show_transcript(script.final(Channel.AGENT, 0, "您 好", 1.0))
    model.show_transcript(script.partial(Channel.AGENT, 0, "您", 1.0))
    assert model.line(0).text == "您好"


def test_an_utterance_whose_final_is_empty_keeps_its_row_and_takes_no_room(qtbot: QtBot) -> None:
    model, view = TranscriptModel(), TranscriptView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.show_transcript(script.partial(Channel.AGENT, 0, "嗯", 1.0))
    model.show_transcript(script.final(Channel.AGENT, 0, "", 1.0))
    assert model.rowCount() == 1
    assert view.visualRect(model.index(0)).height() == 0


def test_flagged_words_are_marked_where_they_stand_and_a_dismissed_flag_is_not(qtbot: QtBot) -> None:
    model = filled(TranscriptModel())
    flag = script.threat("zh")
    model.show_flag(flag)
    line = model.line(4)
    [(start, end, _)] = line.marks()
    assert line.text[start:end] == "单位去找你领导"
    model.show_flag(script.threat("zh", state=FlagState.DISMISSED))
    assert line.marks() == []


def test_a_flag_that_comes_before_its_utterance_is_marked_once_that_is_there(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.show_flag(script.threat("zh"))
    filled(model)
    assert len(model.line(4).marks()) == 1


def test_a_mark_is_told_once_when_it_is_first_painted(qtbot: QtBot) -> None:
    model, view = TranscriptModel(), TranscriptView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.setModel(model)
    view.show()
    filled(model)
    painted: list[str] = []
    view.mark_painted.connect(painted.append)
    model.show_flag(script.threat("zh"))
    qtbot.waitUntil(lambda: painted == ["t1"])
    view.viewport().repaint()
    assert painted == ["t1"]


def test_the_newest_line_stays_in_sight_through_a_thousand_utterances_until_the_agent_scrolls(
    qtbot: QtBot,
) -> None:
    model, view = TranscriptModel(), TranscriptView()
    qtbot.addWidget(view)
    view.resize(480, 500)
    view.setModel(model)
    view.show()
    for event in script.long_call(1_000)[1:]:
        model.show_transcript(event)  # type: ignore[arg-type]
    last = view.visualRect(model.index(model.rowCount() - 1))
    assert last.top() < view.viewport().height()
    assert view.indexAt(last.center()).row() == model.rowCount() - 1
    view.verticalScrollBar().setValue(0)
    assert view.newest.isVisibleTo(view)
    model.show_transcript(script.final(Channel.AGENT, 5_000, "新 的", 9.0))
    assert view.verticalScrollBar().value() == 0
    view.newest.click()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_text_that_is_being_read_stays_when_the_width_changes(qtbot: QtBot) -> None:
    model, view = TranscriptModel(), TranscriptView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.setModel(model)
    view.show()
    for event in script.long_call(400)[1:]:
        model.show_transcript(event)  # type: ignore[arg-type]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    row = view.indexAt(view.viewport().rect().topLeft()).row()
    view.resize(360, 400)
    qtbot.waitUntil(lambda: not view._batches.isActive())
    assert abs(view.indexAt(view.viewport().rect().topLeft()).row() - row) <= 1


def test_words_are_joined_as_their_script_wants_it() -> None:
    assert joined(["月底", "先", "还"])[0] == "月底先还"
    assert joined(["come", "to", "work"])[0] == "come to work"
    whole, spans = joined(["您", "好", "VIP", "card"])
    assert whole == "您好VIP card"
    assert [whole[start:end] for start, end in spans] == ["您", "好", "VIP", "card"]


def test_recognised_words_are_shown_in_the_script_of_the_place() -> None:
    assert script_of("zh_TW")("还款") == "還款"
    assert script_of("zh_CN")("还款") == "还款"
