"""The sound check in its dialog, with the demo call's voices through the real source."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile
from pytestqt.qtbot import QtBot

from desktop.settings.sound_check_dialog import SoundCheckDialog
from desktop.settings.sound_check_texts import finding_text, part_text, setup_text
from speech.file_source import FileSource
from speech.problems import SpeechProblem
from speech.sound_check import Finding, Part, Setup
from speech.source import AudioSource
from speech.types import Channel
from tests.support.speech_parts import excerpt

pytestmark = pytest.mark.gui
PLAN = ((Part.QUIET, 0.5), (Part.AGENT, 1.0), (Part.CUSTOMER, 1.0))


def test_a_check_asks_shows_levels_and_tells_what_it_found(qtbot: QtBot, tmp_path: Path) -> None:
    voice = excerpt("zh", Channel.AGENT, 100, 110)
    path = tmp_path / "agent.wav"
    soundfile.write(path, voice, 16_000)
    dialog = SoundCheckDialog(lambda: FileSource(path, real_time=True), PLAN)
    qtbot.addWidget(dialog)
    asked: list[str] = []
    lit: list[int] = []
    dialog._progressed.connect(lambda _progress: asked.append(dialog.asked.text()))
    dialog._progressed.connect(lambda _progress: lit.append(dialog.meters[Channel.AGENT].lit))
    dialog.start()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=30_000)
    assert {part_text(part) for part in Part} <= set(asked)
    assert max(lit) > 0
    assert setup_text(dialog.report.setup) in dialog.result.text()
    assert not dialog.report.passed
    assert dialog.start_button.isEnabled()


def test_a_missing_device_is_one_sentence(qtbot: QtBot) -> None:
    def nothing() -> AudioSource:
        raise SpeechProblem("device.no_microphone", "No microphone.")

    dialog = SoundCheckDialog(nothing, PLAN)
    qtbot.addWidget(dialog)
    dialog.start()
    qtbot.waitUntil(dialog.start_button.isEnabled)
    assert dialog.result.text()


def test_everything_that_can_be_found_has_words() -> None:
    assert all(setup_text(setup) for setup in Setup)
    assert all(finding_text(finding) for finding in Finding)
