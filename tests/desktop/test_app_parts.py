"""What surrounds the window: one instance, addresses, crash reports, choices, hotkeys, offers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from assist.problems import AssistProblem
from desktop import url_scheme
from desktop.crash import CrashReports
from desktop.hotkeys.actions import HotkeyAction
from desktop.hotkeys.backend import HotkeyLimit, HotkeyStart, NoHotkeys, backend_for
from desktop.hotkeys.service import HotkeyService
from desktop.hotkeys.texts import limit_text
from desktop.hotkeys.watched import pynput_keys
from desktop.hotkeys.x11 import X11Hotkeys
from desktop.live.call_watch import BothSpeaking
from desktop.settings.dialog import SettingsDialog
from desktop.settings.preferences import Preferences, load_preferences, save_preferences
from desktop.single_instance import SingleInstance, Wish, hand_over, server_name
from desktop.theme.theme import ThemeChoice
from speech.devices import AudioDevice, DeviceKind
from speech.types import BLOCK_SAMPLES, Channel, LevelReading

pytestmark = pytest.mark.gui
ROOT = Path(__file__).resolve().parents[2]


# --- one instance --------------------------------------------------------------------------------------


def test_a_second_start_hands_its_wish_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    name = server_name(tmp_path)
    first = SingleInstance(name)
    wishes: list[Wish] = []
    first.wished.connect(wishes.append)
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from desktop.single_instance import Wish, hand_over;"
        "sys.exit(0 if hand_over(sys.argv[1], Wish('live', case_id='C-1', agent='李静', locale='zh_CN')) else 1)"
    )
    later = subprocess.Popen([sys.executable, "-c", code, name], cwd=ROOT)
    qtbot.waitUntil(lambda: later.poll() is not None, timeout=30_000)
    assert later.returncode == 0
    wish = Wish("live", case_id="C-1", agent="李静", locale="zh_CN")
    assert wishes == [wish]
    first.close()


def test_the_first_start_finds_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over(server_name(tmp_path), Wish())


def test_what_a_killed_app_left_does_not_keep_the_next_one_from_listening(
    qtbot: QtBot, tmp_path: Path
) -> None:
    name = server_name(tmp_path)
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QLocalServer;"
        "app = QCoreApplication([]); server = QLocalServer(); assert server.listen(sys.argv[1]); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, name], check=True)
    following = SingleInstance(name)
    assert following.listening
    following.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_request_to_end_closes_the_app_in_order(tmp_path: Path) -> None:
    environment = {**os.environ, "EVENHAND_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    code = (
        "import os, signal, sys; from PySide6.QtCore import QTimer; from desktop import app;"
        "QTimer.singleShot(500, lambda: os.kill(os.getpid(), signal.SIGTERM)) if app.make_application([]) else None;"
        "sys.exit(app.open_app([]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_command_says_so_in_one_sentence(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["EVENHAND_DATA"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "desktop.cli"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.strip() == (
        "evenhand: There is no display to open the window on. Without one, use: evenhand demo --headless"
    )


# --- addresses -----------------------------------------------------------------------------------------


def test_an_address_names_a_case() -> None:
    assert url_scheme.case_of_url("evenhand://call?case=C-2026%2F0142") == "C-2026/0142"
    assert url_scheme.case_of_url("EVENHAND://call/?case=案件7") == "案件7"


@pytest.mark.parametrize(
    "url",
    ["", "http://call?case=1", "evenhand://delete?case=1", "evenhand://call", "evenhand://call?case=",
     "evenhand://call?case=1&case=2", "evenhand://call?case=%24%28rm%29", "evenhand://call?case=" + "1" * 65],
)  # fmt: skip
def test_any_other_address_is_refused_in_one_sentence(url: str) -> None:
    with pytest.raises(AssistProblem) as refused:
        url_scheme.case_of_url(url)
    assert "evenhand://call?case=ID" in str(refused.value)


@pytest.mark.skipif(os.name == "nt", reason="the entry is freedesktop.org's")
def test_registering_writes_an_entry_that_runs_this_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert url_scheme.register(tmp_path)
    entry = (tmp_path / ".local/share/applications" / url_scheme.DESKTOP_FILE).read_text()
    assert "MimeType=x-scheme-handler/evenhand;" in entry
    assert "desktop.url_scheme" in entry


# --- crash reports -------------------------------------------------------------------------------------


def test_a_bug_leaves_a_report_without_values_and_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    reports = CrashReports(tmp_path / "reports")
    try:
        raise KeyError("张三 13812345678")
    except KeyError as bug:
        with qtbot.waitSignal(reports.reported) as told:
            reports.report(bug)
    text = Path(told.args[0]).read_text("utf-8")
    assert "KeyError" in text
    assert "test_app_parts.py" in text
    assert "张三" not in text
    assert "138" not in text
    reports.uninstall()


def test_an_uncaught_exception_of_any_thread_becomes_a_report(qtbot: QtBot, tmp_path: Path) -> None:
    reports = CrashReports(tmp_path / "reports")
    reports.install()
    try:
        with qtbot.waitSignal(reports.reported):
            worker = threading.Thread(target=int, args=("no number",))
            worker.start()
            worker.join()
    finally:
        reports.uninstall()


def test_a_problem_of_the_world_is_told_and_is_no_bug(qtbot: QtBot, tmp_path: Path) -> None:
    reports = CrashReports(tmp_path / "reports")
    with qtbot.waitSignal(reports.met):
        reports.report(AssistProblem("record.disk_full", "The disk is full."))
    reports.uninstall()
    assert not (tmp_path / "reports").exists()


# --- choices -------------------------------------------------------------------------------------------


def test_choices_are_kept_and_read_again(tmp_path: Path) -> None:
    chosen = replace(
        Preferences(),
        language="zh_TW",
        theme=ThemeChoice.DARK,
        agent="王芳",
        company="誠信金融",
        locale="zh_TW",
        offer_start=True,
        hotkeys_on=False,
        hotkeys=tuple({**Preferences().keys, HotkeyAction.PAUSE: "Ctrl+F9", HotkeyAction.END: ""}.items()),
        compact_x=40,
    )
    save_preferences(tmp_path, chosen)
    assert load_preferences(tmp_path) == chosen


def test_choices_that_make_no_sense_are_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\nlanguage=klingon\ntheme=plaid\ncompact_x=left\n")
    kept = load_preferences(tmp_path)
    assert kept.language in {"zh_CN", "zh_TW", "en"}
    assert kept.theme is ThemeChoice.SYSTEM
    assert kept.compact_x == -1


def test_the_settings_give_back_what_was_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Preferences(language="en"), HotkeyStart((HotkeyAction.MOMENT,), HotkeyLimit.NONE))
    qtbot.addWidget(dialog)
    headset = AudioDevice("pulse:headset", "Headset", DeviceKind.MICROPHONE)
    output = AudioDevice("pulse:headset.monitor", "Headset output", DeviceKind.PLAYBACK)
    dialog.show_devices([headset, output])
    dialog.language.setCurrentIndex(dialog.language.findData("zh_TW"))
    dialog.agent.setText(" 王芳 ")
    dialog.microphone.setCurrentIndex(dialog.microphone.findData("pulse:headset"))
    dialog.keys[HotkeyAction.PAUSE].setKeySequence(QKeySequence("Ctrl+F9"))
    chosen: list[Preferences] = []
    dialog.chosen.connect(chosen.append)
    dialog._save()
    assert chosen[0].language == "zh_TW"
    assert chosen[0].agent == "王芳"
    assert chosen[0].agent_device == "pulse:headset"
    assert chosen[0].customer_device == ""
    assert chosen[0].keys[HotkeyAction.PAUSE] == "Ctrl+F9"


# --- hotkeys -------------------------------------------------------------------------------------------


def test_wayland_has_no_global_hotkeys_and_the_settings_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    for platform in ("wayland", "xcb"):
        backend = backend_for(platform)
        assert isinstance(backend, NoHotkeys)
        assert (
            backend.start({HotkeyAction.PAUSE: "Ctrl+Alt+P"}, lambda _action: None).limit
            is HotkeyLimit.WAYLAND
        )
    assert "Wayland" in limit_text(HotkeyLimit.WAYLAND)


def test_key_sequences_are_written_as_the_watching_library_wants_them() -> None:
    assert pynput_keys("Ctrl+Alt+P") == "<ctrl>+<alt>+p"
    assert pynput_keys("Ctrl+Shift+F9") == "<ctrl>+<shift>+<f9>"


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A private X server."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        name = f":{pipe.readline().strip()}"
    monkeypatch.setenv("DISPLAY", name)
    monkeypatch.delenv("XAUTHORITY", raising=False)
    yield name
    server.terminate()
    server.wait(10)


def test_a_global_hotkey_pressed_anywhere_arrives_in_the_gui_thread(display: str, qtbot: QtBot) -> None:
    from Xlib import XK, X
    from Xlib.display import Display
    from Xlib.ext import xtest

    service = HotkeyService(X11Hotkeys())
    with qtbot.waitSignal(service.started):
        service.use({HotkeyAction.PAUSE: "Ctrl+Alt+P", HotkeyAction.MOMENT: "Ctrl+Alt+M"})
    assert service.outcome == HotkeyStart((), HotkeyLimit.NONE)
    keyboard = Display(display)
    codes = [keyboard.keysym_to_keycode(getattr(XK, name)) for name in ("XK_Control_L", "XK_Alt_L", "XK_m")]
    with qtbot.waitSignal(service.pressed, timeout=5_000) as pressed:
        for code in codes:
            xtest.fake_input(keyboard, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(keyboard, X.KeyRelease, code)
        keyboard.sync()
    assert pressed.args == [HotkeyAction.MOMENT]
    service.stop()
    keyboard.close()


def test_keys_that_belong_to_another_program_are_named_and_freed_ones_can_be_taken(
    display: str, qtbot: QtBot
) -> None:
    first, second = X11Hotkeys(), X11Hotkeys()
    keys = {HotkeyAction.PAUSE: "Ctrl+Alt+P", HotkeyAction.END: "Ctrl+Alt+NoSuchKey", HotkeyAction.START: ""}
    assert first.start(keys, lambda _action: None).taken == (HotkeyAction.END,)
    assert second.start({HotkeyAction.PAUSE: "Ctrl+Alt+P"}, lambda _action: None).taken == (
        HotkeyAction.PAUSE,
    )
    first.stop()
    assert second.start({HotkeyAction.PAUSE: "Ctrl+Alt+P"}, lambda _action: None).taken == ()
    second.stop()


# --- offers --------------------------------------------------------------------------------------------


def _said(channel: Channel, block: int, *, speech: bool = True, leak: bool = False) -> LevelReading:
    return LevelReading(channel, block * BLOCK_SAMPLES, -20.0, -10.0, speech=speech, leak=leak)


def test_a_start_is_offered_once_when_both_sides_speak() -> None:
    verdict = BothSpeaking()
    said = [verdict.hear(_said(channel, block)) for block in range(40) for channel in Channel]
    assert said.count(True) == 1


def test_one_side_alone_or_its_own_leak_offers_nothing() -> None:
    verdict = BothSpeaking()
    for block in range(100):
        assert not verdict.hear(_said(Channel.CUSTOMER, block))
        assert not verdict.hear(_said(Channel.AGENT, block, leak=True))


def test_after_silence_the_next_call_is_offered_anew() -> None:
    verdict = BothSpeaking()
    first = [verdict.hear(_said(channel, block)) for block in range(10) for channel in Channel]
    for block in range(10, 200):
        for channel in Channel:
            verdict.hear(_said(channel, block, speech=False))
    again = [verdict.hear(_said(channel, block)) for block in range(200, 210) for channel in Channel]
    assert first.count(True) == again.count(True) == 1
