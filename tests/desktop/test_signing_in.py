"""Signing in from the window, with a real encrypted store: who is asked, what a wrong password says, who acts then."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.evidence.people.roles import Role
from assist.evidence.people.session import StoreSession
from assist.problems import AssistProblem
from desktop import app as root
from desktop.background import Task
from desktop.installation import Installation
from desktop.paths import DataPaths
from desktop.settings.preferences import Preferences
from desktop.signing_in import SignInDialog, SigningIn

pytestmark = pytest.mark.gui
PATIENCE_MS = 20_000
LEAD, PASSWORD = "组长", "correct horse battery"


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(DataPaths(tmp_path))
    yield made
    made.close()


@pytest.fixture
def signing_in(installation: Installation, qtbot: QtBot) -> Iterator[SigningIn]:
    made = SigningIn(installation)
    yield made
    made.stop()
    made.sign_out()


def add_a_lead(installation: Installation) -> None:
    people = installation.store("demo").people
    people.add(LEAD, Role.LEAD, PASSWORD, people.open_session("x").actor)


class Asked:
    """What workers that asked for a session were given."""

    def __init__(self, signing_in: SigningIn) -> None:
        self._signing_in = signing_in
        self.sessions: list[StoreSession] = []
        self.problems: list[AssistProblem] = []
        self._tasks: list[Task] = []

    def ask(self) -> None:
        task = Task()
        task.done.connect(self.sessions.append)
        task.failed.connect(self.problems.append)
        task.start(lambda _progress: self._signing_in.session("demo", "小王"))
        self._tasks.append(task)


def shown(signing_in: SigningIn, qtbot: QtBot) -> SignInDialog:
    qtbot.waitUntil(lambda: signing_in.dialog is not None, timeout=PATIENCE_MS)
    assert signing_in.dialog is not None
    qtbot.waitUntil(signing_in.dialog.isVisible, timeout=PATIENCE_MS)
    return signing_in.dialog


def test_records_without_people_ask_nobody(signing_in: SigningIn) -> None:
    session = signing_in.session("demo", "小王")
    assert (session.name, session.role) == ("小王", Role.AGENT)
    assert signing_in.caller("demo", "").name == ""
    assert signing_in.dialog is None


def test_a_wrong_password_is_told_in_the_dialog_and_the_right_one_opens_the_records(
    installation: Installation, signing_in: SigningIn, qtbot: QtBot
) -> None:
    add_a_lead(installation)
    asked = Asked(signing_in)
    asked.ask()
    dialog = shown(signing_in, qtbot)
    assert dialog.name.text() == "小王"
    dialog.name.setText(LEAD)
    qtbot.keyClicks(dialog.password, "not this one")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert not dialog.sign_in.isEnabled()
    qtbot.waitUntil(dialog.sign_in.isEnabled, timeout=PATIENCE_MS)
    assert dialog.told.text()
    assert dialog.password.text() == ""
    assert asked.sessions == asked.problems == []
    qtbot.keyClicks(dialog.password, PASSWORD)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked.sessions), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: signing_in.dialog is None, timeout=PATIENCE_MS)
    assert (asked.sessions[0].name, asked.sessions[0].role) == (LEAD, Role.LEAD)
    assert asked.sessions[0].calls() == []
    assert signing_in.session("demo", "小王") is asked.sessions[0]
    assert signing_in.caller("demo", "小王").name == LEAD


def test_one_cancelled_dialog_is_the_last_for_all_who_waited(
    installation: Installation, signing_in: SigningIn, qtbot: QtBot
) -> None:
    add_a_lead(installation)
    asked = Asked(signing_in)
    waiting = threading.Thread(target=lambda: _problem_of(signing_in, asked.problems))
    asked.ask()
    dialog = shown(signing_in, qtbot)
    waiting.start()
    qtbot.wait(100)
    dialog.reject()
    qtbot.waitUntil(lambda: len(asked.problems) == 2, timeout=PATIENCE_MS)
    waiting.join()
    assert {problem.code for problem in asked.problems} == {"people.not_signed_in"}
    qtbot.waitUntil(lambda: signing_in.dialog is None, timeout=PATIENCE_MS)
    asked.ask()
    shown(signing_in, qtbot).reject()
    qtbot.waitUntil(lambda: len(asked.problems) == 3, timeout=PATIENCE_MS)


def test_who_waits_when_the_app_ends_gets_nobody(
    installation: Installation, signing_in: SigningIn, qtbot: QtBot
) -> None:
    add_a_lead(installation)
    asked = Asked(signing_in)
    asked.ask()
    shown(signing_in, qtbot)
    signing_in.stop()
    qtbot.waitUntil(lambda: len(asked.problems) == 1, timeout=PATIENCE_MS)


def test_the_desk_keeps_the_time_of_open_records_while_no_call_runs(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    preferences = Preferences(language="en", agent="李静", hotkeys_on=False)
    desk, crashes = root.make_desk(application, DataPaths(tmp_path), preferences, None)
    qtbot.addWidget(desk.window)
    store = desk.installation.store("demo")
    times: list[int] = []
    real = store.on_time
    monkeypatch.setattr(store, "on_time", lambda: (real(), times.append(1)))
    assert desk._minutes.isActive()
    desk._minutes.setInterval(20)
    qtbot.waitUntil(lambda: bool(times), timeout=PATIENCE_MS)
    desk.close_down()
    assert not desk._minutes.isActive()
    crashes.uninstall()
    desk.page.compact.close()


def _problem_of(signing_in: SigningIn, problems: list[AssistProblem]) -> None:
    try:
        signing_in.session("demo", "小李")
    except AssistProblem as problem:
        problems.append(problem)
