"""Global hotkeys on Windows and macOS through pynput. Not verified on real machines: written, not run there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desktop.hotkeys.actions import HotkeyAction
from desktop.hotkeys.backend import HotkeyLimit, HotkeyStart, Pressed

_NAMES = {"Ctrl": "<ctrl>", "Alt": "<alt>", "Shift": "<shift>", "Meta": "<cmd>"}
_KEYS = {
    "PgUp": "page_up",
    "PgDown": "page_down",
    "Ins": "insert",
    "Del": "delete",
    "Esc": "esc",
    "Space": "space",
}


def pynput_keys(sequence: str) -> str:
    """`Ctrl+Alt+P` as pynput writes it: `<ctrl>+<alt>+p`."""
    *modifiers, key = sequence.split("+")
    named = key.lower() if len(key) == 1 else f"<{_KEYS.get(key, key.lower())}>"
    return "+".join([*(_NAMES[modifier] for modifier in modifiers), named])


class WatchedHotkeys:
    """pynput watches all keys and calls us for ours; macOS asks the user for that right first."""

    def __init__(self) -> None:
        self.limit = HotkeyLimit.PERMISSION if sys.platform == "darwin" else HotkeyLimit.NONE
        self._listener: Any = None

    def start(self, keys: Mapping[HotkeyAction, str], pressed: Pressed) -> HotkeyStart:
        """Begin to watch."""
        self.stop()
        try:
            from pynput import keyboard
        except ImportError:
            return HotkeyStart((), HotkeyLimit.MISSING)
        wanted: dict[str, Callable[[], None]] = {}
        taken = []
        for action, sequence in keys.items():
            if not sequence:
                continue
            try:
                named = pynput_keys(sequence)
                keyboard.HotKey.parse(named)
            except (KeyError, ValueError):
                taken.append(action)
                continue
            wanted[named] = partial(pressed, action)
        self._listener = keyboard.GlobalHotKeys(wanted)
        self._listener.start()
        return HotkeyStart(tuple(taken), self.limit)

    def stop(self) -> None:
        """Let the keys go."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None
