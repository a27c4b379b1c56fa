"""Pictures of the window for people to look at: `python -m tools.screenshots FOLDER`.

Real widgets fed by a scripted call, in three languages, light and dark, with the small window, the wrap-up, the start
and the settings. Runs offscreen; `--scale 1.5` and `--size 1366x768` try other screens.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SIZE = (1366, 768)


def main() -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description="Pictures of the window in all languages, light and dark.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768", help="logical pixels")
    parser.add_argument("--scale", default="1", help="screen scale, such as 1.5")
    parser.add_argument("--only", default="", help="only pictures whose name holds this")
    chosen = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, _, height = chosen.size.partition("x")
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for name in take_all(chosen.folder, (int(width), int(height)), chosen.only):
        print(name)
    return 0


def take_all(folder: Path, size: tuple[int, int], only: str = "") -> Iterator[str]:
    """Take every picture; yields the files' names."""
    from PySide6.QtCore import QEvent

    from desktop.app import make_application
    from desktop.language import Language
    from desktop.settings.preferences import LANGUAGES
    from desktop.theme.theme import ThemeChoice, theme

    app = make_application([])
    language = Language(app)
    for code in LANGUAGES:
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            language.use(code)
            theme().apply(choice, code)
            shown = []
            for name, widget in scenes(code, size):
                shown.append(widget)
                file = f"{name}-{code}-{choice.value}.png"
                if only in file:
                    for _ in range(5):
                        app.processEvents()
                    widget.grab().save(str(folder / file))
                    yield file
                widget.hide()
            for widget in shown:
                widget.deleteLater()
            # Outside the event loop nobody else carries deletions out.
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def scenes(code: str, size: tuple[int, int]) -> Iterator[tuple[str, Any]]:
    """Widgets ready to be photographed."""
    from dataclasses import replace

    from assist.call.events import CallWarning
    from desktop.hotkeys.backend import HotkeyLimit, HotkeyStart
    from desktop.live.call_contact import ContactLine
    from desktop.live.window import LiveWindow
    from desktop.settings.dialog import SettingsDialog
    from desktop.settings.preferences import Preferences
    from tests.support import scripted_call

    spoken = "en" if code == "en" else "zh"

    def window() -> LiveWindow:
        made = LiveWindow()
        made.resize(*size)
        made.page.prepare_for(ContactLine("08:00–22:00", allowed=True, call_today=2))
        made.show()
        return made

    def talk(made: LiveWindow, *more: object) -> LiveWindow:
        for event in [*scripted_call.running_call(spoken), *more]:
            made.page.show_event(event)
        return made

    alarm = talk(window())
    yield "alarm", alarm
    calm = talk(window())
    calm.page.lane.calm_down()
    calm.page.edge.hide()
    yield "live", calm
    warned = talk(window(), CallWarning("record.disk_full"))
    warned.page.lane.calm_down()
    warned.page.edge.hide()
    yield "disk", warned
    small = talk(window())
    small.page.compact.show()
    yield "small-alarm", small.page.compact
    quiet = talk(window())
    quiet.page.lane.calm_down()
    quiet.page.display.show_flag_small()
    quiet.page.compact.show()
    yield "small", quiet.page.compact
    wrap = talk(window(), scripted_call.ended(spoken))
    wrap.page.lane.calm_down()
    wrap.page.edge.hide()
    yield "wrap-up", wrap
    yield "start", window()
    preferences = replace(Preferences(), language=code)
    for tab, name in enumerate(("general", "sound", "hotkeys", "calls")):
        dialog = SettingsDialog(preferences, HotkeyStart((), HotkeyLimit.WAYLAND))
        dialog.tabs.setCurrentIndex(tab)
        dialog.show()
        yield f"settings-{name}", dialog


if __name__ == "__main__":
    sys.exit(main())
