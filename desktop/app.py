"""The composition root: the one place that knows everything, and the ways in.

`open_app`, `run_demo_window` and `run_live_window` return the exit code. A second start hands its wish to the app
that runs already.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from assist.problems import AssistProblem
from desktop.crash import CrashReports
from desktop.desk import Desk
from desktop.installation import Installation
from desktop.language import Language
from desktop.passphrase import PassphraseAsker
from desktop.paths import DataPaths, data_paths
from desktop.settings.preferences import Preferences, load_preferences
from desktop.signals import EndingSignals
from desktop.single_instance import SingleInstance, Wish, hand_over, server_name
from desktop.theme.theme import theme

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_app(argv: list[str]) -> int:
    """Open the app; `argv` are arguments for Qt."""
    return _run(Wish("show"), argv)


def run_demo_window(language: str = "zh") -> int:
    """Open the app on the demo call of a language."""
    return _run(Wish("demo", language=language), [])


def run_live_window(case_id: str = "", agent: str = "", locale: str = "") -> int:
    """Listen to a call now, about a case if one is named."""
    return _run(Wish("live", case_id=case_id, agent=agent, locale=locale), [])


def _run(wish: Wish, argv: list[str]) -> int:
    app = make_application(argv)
    paths = data_paths()
    paths.ensure(paths.root)
    name = server_name(paths.root)
    if hand_over(name, wish):
        return 0
    preferences = load_preferences(paths.root)
    desk, crashes = make_desk(app, paths, preferences, SingleInstance(name))
    crashes.install()
    signals = EndingSignals(app)
    desk.show()
    QTimer.singleShot(0, desk, lambda: desk.take(wish))
    try:
        return app.exec()
    finally:
        signals.release()
        desk.close_down()
        crashes.uninstall()


def make_application(argv: list[str]) -> QApplication:
    """The QApplication with the app's name; the one that there is, if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        # Qt would end the process here with a message of its own.
        raise AssistProblem(
            "app.no_display",
            "There is no display to open the window on. Without one, use: evenhand demo --headless",
        )
    app = QApplication([sys.argv[0], *argv])
    app.setApplicationName("evenhand")
    app.setApplicationDisplayName("evenhand")
    app.setDesktopFileName("evenhand")
    return app


def make_desk(
    app: QApplication, paths: DataPaths, preferences: Preferences, instance: SingleInstance | None
) -> tuple[Desk, CrashReports]:
    """Put the parts of the window side together; nothing is shown and no hook installed yet."""
    language = Language(app)
    language.use(preferences.language)
    theme().apply(preferences.theme, preferences.language)
    crashes = CrashReports(paths.reports, app)
    asker = PassphraseAsker(app)
    installation = Installation(paths, ask_passphrase=asker.ask)
    desk = Desk(installation, preferences, language, crashes, instance)
    asker.asked_over = desk.window
    return desk, crashes
