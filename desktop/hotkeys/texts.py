"""What the settings say about global hotkeys on this machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.hotkeys.backend import HotkeyLimit

translate = QCoreApplication.translate


def limit_text(limit: HotkeyLimit) -> str:
    """A limit in one sentence; empty where there is none."""
    return {
        HotkeyLimit.NONE: "",
        HotkeyLimit.WAYLAND: translate(
            "Hotkeys",
            "Under Wayland no program may listen to keys while another one is in front. Log in to an X11 session, or "
            "bind the command “evenhand live” to a key in the desktop's own settings. The keys of the window itself work.",
        ),
        HotkeyLimit.NO_DISPLAY: translate(
            "Hotkeys", "There is no display here whose keys could be listened to."
        ),
        HotkeyLimit.PERMISSION: translate(
            "Hotkeys",
            "macOS asks before a program may watch keys: allow evenhand under Privacy & Security, Input Monitoring.",
        ),
        HotkeyLimit.MISSING: translate("Hotkeys", "The hotkey library is missing. Run the set-up again."),
    }[limit]
