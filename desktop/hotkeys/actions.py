"""What global hotkeys do, and the keys they have until the user chooses others."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class HotkeyAction(StrEnum):
    """Something that the agent does without leaving the CRM."""

    USE_NOW = "use_now"
    USE_1 = "use_1"
    USE_2 = "use_2"
    USE_3 = "use_3"
    DISMISS = "dismiss"
    MOMENT = "moment"
    PAUSE = "pause"
    START = "start"
    END = "end"
    CONFIRM_FACT = "confirm_fact"
    COMPACT = "compact"


DEFAULT_KEYS = {
    HotkeyAction.USE_NOW: "Ctrl+Alt+0",
    HotkeyAction.USE_1: "Ctrl+Alt+1",
    HotkeyAction.USE_2: "Ctrl+Alt+2",
    HotkeyAction.USE_3: "Ctrl+Alt+3",
    HotkeyAction.DISMISS: "Ctrl+Alt+D",
    HotkeyAction.MOMENT: "Ctrl+Alt+M",
    HotkeyAction.PAUSE: "Ctrl+Alt+P",
    HotkeyAction.START: "Ctrl+Alt+S",
    HotkeyAction.END: "Ctrl+Alt+E",
    HotkeyAction.CONFIRM_FACT: "Ctrl+Alt+Y",
    HotkeyAction.COMPACT: "Ctrl+Alt+C",
}


def action_text(action: HotkeyAction) -> str:
    """An action as the settings name it."""
    return {
        HotkeyAction.USE_NOW: translate("Hotkeys", "Use the line to say now"),
        HotkeyAction.USE_1: translate("Hotkeys", "Use card 1"),
        HotkeyAction.USE_2: translate("Hotkeys", "Use card 2"),
        HotkeyAction.USE_3: translate("Hotkeys", "Use card 3"),
        HotkeyAction.DISMISS: translate("Hotkeys", "Dismiss the flag"),
        HotkeyAction.MOMENT: translate("Hotkeys", "Mark this moment"),
        HotkeyAction.PAUSE: translate("Hotkeys", "Pause, and go on"),
        HotkeyAction.START: translate("Hotkeys", "Start listening"),
        HotkeyAction.END: translate("Hotkeys", "End the call"),
        HotkeyAction.CONFIRM_FACT: translate("Hotkeys", "Confirm the amount or date"),
        HotkeyAction.COMPACT: translate("Hotkeys", "Small window, and back"),
    }[action]
