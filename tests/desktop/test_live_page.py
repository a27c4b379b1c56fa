"""The live window driven as an agent does: keys, cards, flags, pause, end, wrap-up, small window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.call.commands import (
    ConfirmFact,
    DismissFlag,
    EndCall,
    FlagMoment,
    MoveStage,
    Pause,
    Resume,
    SaveWrapUp,
    TickItem,
    UseCard,
)
from assist.call.events import CallPaused, CallResumed, CallWarning, EndOffered
from assist.rules.flags import FlagState
from desktop.language import Language
from desktop.live.call_contact import ContactLine
from desktop.live.window import LiveWindow
from desktop.theme.theme import ThemeChoice, theme
from speech.types import SAMPLE_RATE_HZ, Channel, HearingMode, RecognizerLag, SourceState, SourceStatus
from tests.support import scripted_call as script

pytestmark = pytest.mark.gui


@pytest.fixture
def language(qtbot: QtBot) -> Iterator[Language]:
    made = Language(QApplication.instance())
    made.use("en")
    theme().apply(ThemeChoice.LIGHT, "en")
    yield made
    made.use("en")


@pytest.fixture
def window(qtbot: QtBot, language: Language) -> Iterator[LiveWindow]:
    made = LiveWindow()
    made.resize(1366, 740)
    made.page.prepare_for(ContactLine("08:00–22:00", allowed=True, call_today=2))
    made.show()
    yield made
    made.page.running = False
    for widget in (made.page.compact, made):
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def commands(window: LiveWindow) -> list[object]:
    told: list[object] = []
    window.page.command.connect(told.append)
    return told


def talk(window: LiveWindow, language: str = "zh") -> None:
    for event in script.running_call(language):
        window.page.show_event(event)


def press(qtbot: QtBot, window: LiveWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    qtbot.keyClick(window.page, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_header_tells_who_when_and_how_often(window: LiveWindow) -> None:
    talk(window)
    header = window.page.header
    assert header.who.whole_text == "张**"
    assert header.about.whole_text == "信用卡 · 42 days overdue"
    assert header.hours.text() == "08:00–22:00 ✓"
    assert header.today.text() == "Call 2 today"
    assert header.state.text() == "Recording"
    assert header.meters[Channel.AGENT].lit > header.meters[Channel.CUSTOMER].lit > 0


def test_number_keys_use_the_line_to_say_now_and_the_other_cards(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    for key in (Qt.Key.Key_0, Qt.Key.Key_2):
        press(qtbot, window, key)
    assert commands == [UseCard(0), UseCard(2)]
    window.page.show_event(script.used_card("zh"))
    assert window.page.cards.now._just_used


def test_keys_do_nothing_while_no_call_runs(window: LiveWindow, commands: list[object], qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_0, Qt.Key.Key_P, Qt.Key.Key_M):
        press(qtbot, window, key)
    assert commands == []


def test_an_interrupting_flag_frames_the_window_and_fills_the_lane_and_takes_no_input(
    window: LiveWindow,
) -> None:
    talk(window)
    page = window.page
    assert page.lane.loud
    assert page.edge.isVisible()
    assert page.edge.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert page.lane.shown.flag_id == "t1"
    assert "我只和您本人沟通" in page.lane.accessibleName()


def test_a_lesser_flag_does_not_push_a_loud_one_away_and_the_lane_ends_as_a_count(window: LiveWindow) -> None:
    talk(window)
    lane = window.page.lane
    height = lane.height()
    assert lane.shown.flag_id == "t1"
    lane.calm_down()
    assert lane.shown is None
    assert len(lane.open_flags) == 2
    assert lane.height() == height


def test_the_same_flag_alarms_once_however_often_it_is_told(window: LiveWindow) -> None:
    alarms: list[object] = []
    window.page.lane.alarmed.connect(alarms.append)
    talk(window)
    for state in (FlagState.PROVISIONAL, FlagState.CONFIRMED, FlagState.UNCONFIRMED):
        window.page.show_event(script.threat("zh", state=state))
    assert len(alarms) == 1


def test_d_dismisses_the_shown_flag_and_a_reason_can_be_given(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    press(qtbot, window, Qt.Key.Key_D)
    window.page.lane.reasons.actions()[0].trigger()
    assert commands == [DismissFlag("t1", ""), DismissFlag("t1", "misheard")]
    window.page.show_event(script.threat("zh", state=FlagState.DISMISSED))
    assert [flag.flag_id for flag in window.page.lane.open_flags] == ["r1"]
    assert not window.page.lane.loud


def test_pause_and_go_on_with_one_key_and_the_screen_says_so(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    press(qtbot, window, Qt.Key.Key_P)
    window.page.show_event(CallPaused(1_000, "card_data"))
    assert window.page.header.state.text() == "Paused"
    assert window.page.header.meters[Channel.AGENT].lit == 0
    press(qtbot, window, Qt.Key.Key_P)
    window.page.show_event(CallResumed(2_000))
    assert commands == [Pause(), Resume()]
    assert window.page.header.state.text() == "Recording"


def test_a_moment_is_marked_with_one_key(window: LiveWindow, commands: list[object], qtbot: QtBot) -> None:
    talk(window)
    press(qtbot, window, Qt.Key.Key_M)
    assert commands == [FlagMoment()]


def test_a_caught_promise_is_confirmed_with_one_key_and_can_be_corrected_first(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    press(qtbot, window, Qt.Key.Key_Y)
    window.page.facts.amount.setText("2,500")
    window.page.facts.date.setText("2026-12-05")
    window.page.facts.confirm()
    assert commands == [ConfirmFact("f1", "2000", "2026-11-30"), ConfirmFact("f1", "2500", "2026-12-05")]


@pytest.mark.parametrize(("amount", "date"), [("zwei", "2026-11-30"), ("2000", "30.11.2026"), ("-5", "")])
def test_a_wrong_amount_or_date_is_marked_and_not_confirmed(
    window: LiveWindow, commands: list[object], amount: str, date: str
) -> None:
    talk(window)
    window.page.facts.amount.setText(amount)
    window.page.facts.date.setText(date)
    window.page.facts.confirm()
    assert commands == []
    assert "wrong" in {window.page.facts.amount.property("role"), window.page.facts.date.property("role")}


def test_nothing_moves_when_a_fact_is_heard(window: LiveWindow) -> None:
    window.page.show_event(script.opened("zh"))
    strip = window.page.facts
    strip.show_facts(())
    QApplication.processEvents()
    before = strip.geometry(), window.page.lane.geometry(), window.page.cards.geometry()
    talk(window)
    QApplication.processEvents()
    assert (strip.geometry(), window.page.lane.geometry(), window.page.cards.geometry()) == before


def test_letters_type_while_a_field_is_edited(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    window.activateWindow()
    qtbot.waitActive(window)
    window.page.facts.edit()
    qtbot.keyClicks(window.page.facts.amount, "30")
    assert commands == []
    assert window.page.facts.amount.text() == "30"


def test_a_fact_that_is_being_edited_is_not_overwritten_by_what_comes(
    window: LiveWindow, qtbot: QtBot
) -> None:
    talk(window)
    window.activateWindow()
    qtbot.waitActive(window)
    window.page.facts.edit()
    window.page.facts.amount.setText("1800")
    window.page.show_event(script.used_card("zh"))
    assert window.page.facts.amount.text() == "1800"


def test_the_agent_ticks_a_statement_and_moves_the_stage_by_hand(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    page = window.page
    page.checklist.setCurrentIndex(page.checklist.items.index(1))
    qtbot.keyClick(page.checklist, Qt.Key.Key_Space)
    page.stages.chosen.emit("close")
    assert commands == [TickItem("item1", True), MoveStage("close")]


def test_ending_leads_to_a_wrap_up_that_one_key_saves_as_edited(
    window: LiveWindow, commands: list[object], qtbot: QtBot
) -> None:
    talk(window)
    press(qtbot, window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert commands == [EndCall()]
    assert not window.page.wrap_up.save_button.isEnabled()
    window.page.show_event(script.ended("zh"))
    panel = window.page.wrap_up
    panel.amount.setText("2,500")
    panel.plan.add_row("2027-01-30", "1,000")
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    saved = commands[-1]
    assert isinstance(saved, SaveWrapUp)
    assert saved.wrap_up.promise_amount == "2500"
    assert saved.wrap_up.next_contact == "2026-12-01T10:00"
    assert saved.wrap_up.plan[-1] == ("2027-01-30", "1000")
    assert saved.wrap_up.outcome == "promise"
    window.page.show_event(script.closed())
    assert "214" in panel.hint.text()
    panel.new_call.click()
    assert window.page.whole.currentIndex() == 0


def test_a_wrap_up_with_a_wrong_date_is_not_saved(window: LiveWindow, commands: list[object]) -> None:
    talk(window)
    window.page.show_event(script.ended("zh"))
    window.page.wrap_up.date.setText("next week")
    window.page.wrap_up.save()
    assert commands == []
    assert window.page.wrap_up.problem.text()


def test_warnings_keep_their_place_and_a_full_disk_stays_before_all_others(window: LiveWindow) -> None:
    talk(window)
    page, notices = window.page, window.page.footer.notices
    height = notices.height()
    page.show_event(RecognizerLag(0, 5 * SAMPLE_RATE_HZ, HearingMode.NARROW_BEAM))
    assert "5.0 s behind" in notices.shown.text
    page.show_event(CallWarning("record.disk_full"))
    page.show_event(SourceStatus(Channel.CUSTOMER, 0, SourceState.LOST, "Headset"))
    assert notices.shown.severe
    assert "disk is full" in notices.shown.text
    notices.take_back("record.disk_full")
    assert "Headset is gone" in notices.shown.text
    page.show_event(SourceStatus(Channel.CUSTOMER, 0, SourceState.LISTENING, "Headset"))
    page.show_event(RecognizerLag(0, 0, HearingMode.FULL))
    assert notices.shown is None
    assert notices.height() == height


def test_an_unknown_warning_is_told_with_its_code(window: LiveWindow) -> None:
    talk(window)
    window.page.show_event(CallWarning("some.new_code"))
    assert "some.new_code" in window.page.footer.notices.shown.text


def test_the_end_is_offered_after_silence_and_can_be_declined(
    window: LiveWindow, commands: list[object]
) -> None:
    talk(window)
    notices = window.page.footer.notices
    window.page.show_event(EndOffered(9))
    assert notices.end_button.isVisible()
    notices.go_on_button.click()
    assert notices.shown is None
    window.page.show_event(EndOffered(9))
    notices.end_button.click()
    assert commands == [EndCall()]


def test_the_small_window_never_takes_the_focus_and_shows_one_flag_and_one_line(
    window: LiveWindow, qtbot: QtBot
) -> None:
    talk(window)
    small = window.page.compact
    press(qtbot, window, Qt.Key.Key_C)
    assert small.isVisible()
    assert not window.isVisible()
    flags = small.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert small.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert small.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not any(child.focusPolicy() & Qt.FocusPolicy.StrongFocus for child in (small.expand,))
    assert not small.isActiveWindow()
    assert small.width() == 360
    size = small.size()
    window.page.lane.calm_down()
    window.page.show_event(script.used_card("zh"))
    assert small.size() == size
    small.expand.click()
    assert window.isVisible()


def test_every_text_follows_a_change_of_the_language_during_a_call(
    window: LiveWindow, language: Language
) -> None:
    talk(window)
    page = window.page
    language.use("zh_CN")
    QApplication.processEvents()
    assert page.header.state.text() == "录音中"
    assert page.footer.pause.text().startswith("暂停")
    assert page.lane.dismiss_button.text().startswith("忽略")
    assert page.start.title.text() == "准备好接下一通电话"
    assert page.wrap_up.title.text() == "话后小结"
    language.use("zh_TW")
    QApplication.processEvents()
    assert page.header.state.text() == "錄音中"
    language.use("en")
    QApplication.processEvents()
    assert page.header.state.text() == "Recording"


def test_a_low_window_keeps_the_line_to_say_now_and_the_flag(window: LiveWindow) -> None:
    talk(window)
    window.resize(700, 420)
    QApplication.processEvents()
    page = window.page
    assert page.cards.now.isVisible()
    assert page.lane.isVisible()
    assert not page.checklist.isVisible()
    window.resize(1366, 740)
    QApplication.processEvents()
    assert page.checklist.isVisible()


def test_a_call_without_a_name_is_not_started(window: LiveWindow) -> None:
    wishes: list[object] = []
    start = window.page.start
    start.start_wanted.connect(wishes.append)
    start.case.setText("C-1")
    start.start_button.click()
    assert wishes == []
    start.agent.setText("李静")
    start.start_button.click()
    assert [(wish.case_id, wish.agent) for wish in wishes] == [("C-1", "李静")]  # type: ignore[attr-defined]


class _Counter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.seen.append(f"{type(watched).__name__}: {event.type().name}")
        return False


@pytest.mark.parametrize("form", ["zh_CN", "en"])
def test_a_window_of_any_height_comes_to_rest(form: str, language: Language, qtbot: QtBot) -> None:
    theme().apply(ThemeChoice.LIGHT, form)
    window = LiveWindow()
    window.show()
    talk(window)
    page, counter = window.page, _Counter()
    parts = (
        page.checklist,
        page.checklist.viewport(),
        page.transcript_view.viewport(),
        page.lane,
        page.header,
    )
    for part in parts:
        part.installEventFilter(counter)
    restless = []
    for height in range(640, 800, 5):
        window.resize(1366, height)
        for _ in range(10):
            counter.seen.clear()
            for _ in range(10):
                QApplication.processEvents()
            if not counter.seen:
                break
        else:
            restless.append(height)
    for part in parts:
        part.removeEventFilter(counter)
    window.page.running = False
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert restless == []
