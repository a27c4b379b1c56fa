"""The seam of global hotkeys: one backend for each window system, and an honest one where there is no way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop.hotkeys.actions import HotkeyAction

Pressed = Callable[[HotkeyAction], None]
"""Called in the backend's thread; must only hand on."""


class HotkeyLimit(StrEnum):
    """What a backend can't do, for the settings to say."""

    NONE = "none"
    WAYLAND = "wayland"
    """No program may listen to keys that go to another one; the desktop's own shortcuts can call evenhand."""
    NO_DISPLAY = "no_display"
    PERMISSION = "permission"
    """macOS asks the user for the right to watch keys."""
    MISSING = "missing"
    """The library of this system is not installed."""


@dataclass(frozen=True, slots=True)
class HotkeyStart:
    """How a start went."""

    taken: tuple[HotkeyAction, ...] = ()
    """Their keys belong to another program or make no sense here."""
    limit: HotkeyLimit = HotkeyLimit.NONE


class HotkeyBackend(Protocol):
    """Global hotkeys of one window system."""

    limit: HotkeyLimit

    def start(self, keys: Mapping[HotkeyAction, str], pressed: Pressed) -> HotkeyStart:
        """Listen for key sequences such as `Ctrl+Alt+P`; may wait, so not in the GUI thread."""
        ...

    def stop(self) -> None:
        """Let all keys go."""
        ...


class NoHotkeys:
    """Where the system has no global hotkeys for programs."""

    def __init__(self, limit: HotkeyLimit) -> None:
        self.limit = limit

    def start(self, keys: Mapping[HotkeyAction, str], pressed: Pressed) -> HotkeyStart:
        """Nothing can be listened to."""
        return HotkeyStart((), self.limit)

    def stop(self) -> None:
        """Nothing to let go."""


def backend_for(platform_name: str) -> HotkeyBackend:
    """The backend for Qt's platform (`xcb`, `wayland`, `windows`, `cocoa`, `offscreen`)."""
    if platform_name == "xcb" and os.environ.get("XDG_SESSION_TYPE", "") != "wayland":
        from desktop.hotkeys.x11 import X11Hotkeys

        return X11Hotkeys()
    if platform_name.startswith("wayland") or os.environ.get("XDG_SESSION_TYPE", "") == "wayland":
        return NoHotkeys(HotkeyLimit.WAYLAND)
    if sys.platform in {"win32", "darwin"}:
        from desktop.hotkeys.watched import WatchedHotkeys

        return WatchedHotkeys()
    return NoHotkeys(HotkeyLimit.NO_DISPLAY)
