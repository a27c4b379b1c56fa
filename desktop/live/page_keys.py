"""The live window's keys. Everything that the mouse can do, a key can do; while text is typed, letters type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from desktop.live.page import LivePage

translate = QCoreApplication.translate


def bind_keys(page: LivePage) -> None:
    """Bind the keys for as long as the page's window is in front."""
    bindings: dict[str, Callable[[], None]] = {
        "0": lambda: page.use_card(0),
        "1": lambda: page.use_card(1),
        "2": lambda: page.use_card(2),
        "3": lambda: page.use_card(3),
        "D": page.lane.dismiss_shown,
        "Shift+D": page.lane.open_reasons,
        "P": page.toggle_pause,
        "M": page.flag_moment,
        "Ctrl+E": page.end_call,
        "C": page.compact_wanted.emit,
        "Y": page.facts.confirm,
        "F": page.facts.edit,
        "G": page.stages.open_menu,
        "L": page.checklist.setFocus,
        "T": page.transcript_view.setFocus,
        "End": page.transcript_view.follow_newest,
        "Ctrl+Return": page.wrap_up.save,
        "Ctrl+Enter": page.wrap_up.save,
    }
    for keys, act in bindings.items():
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)


def key_help() -> list[tuple[str, str]]:
    """Keys and what they do, for the help and the settings."""
    return [
        ("0", translate("Keys", "Use the line to say now")),
        ("1 2 3", translate("Keys", "Use another card")),
        ("Y", translate("Keys", "Confirm the amount or date that was heard")),
        ("F", translate("Keys", "Correct the amount or date first")),
        ("D", translate("Keys", "Dismiss the flag")),
        ("Shift+D", translate("Keys", "Dismiss the flag with a reason")),
        ("M", translate("Keys", "Mark this moment for review")),
        ("P", translate("Keys", "Pause, and go on")),
        ("Ctrl+E", translate("Keys", "End the call")),
        ("Ctrl+Enter", translate("Keys", "Save the wrap-up")),
        ("C", translate("Keys", "Small window, and back")),
        ("G", translate("Keys", "Move to another stage by hand")),
        ("L", translate("Keys", "Go to the required statements; Space ticks one")),
        ("T", translate("Keys", "Go to the transcript; arrows move in it")),
        ("End", translate("Keys", "Back to the newest words")),
    ]
