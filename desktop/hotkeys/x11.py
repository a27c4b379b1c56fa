"""Global hotkeys under X11: passive grabs on the root window, so that only our keys are seen, and taken.

A thread of its own waits for the grabbed keys. Lock keys (Caps, Num) make no difference.
"""

from __future__ import annotations

import contextlib
import os
import select
import threading
from collections.abc import Mapping

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError, ConnectionClosedError, DisplayError
from Xlib.protocol.event import KeyPress

from desktop.hotkeys.actions import HotkeyAction
from desktop.hotkeys.backend import HotkeyLimit, HotkeyStart, Pressed

_MODIFIERS = {"Ctrl": X.ControlMask, "Alt": X.Mod1Mask, "Shift": X.ShiftMask, "Meta": X.Mod4Mask}
_LOCKS = (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask)
_OUR_MASK = X.ControlMask | X.Mod1Mask | X.ShiftMask | X.Mod4Mask
_NAMES = {
    "PgUp": "Prior",
    "PgDown": "Next",
    "Ins": "Insert",
    "Del": "Delete",
    "Esc": "Escape",
    "Space": "space",
}


class X11Hotkeys:
    """Grabs keys on the display named by DISPLAY."""

    limit = HotkeyLimit.NONE

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._stop_read, self._stop_write = -1, -1

    def start(self, keys: Mapping[HotkeyAction, str], pressed: Pressed) -> HotkeyStart:
        """Grab the keys and begin to listen."""
        self.stop()
        try:
            display = Display()
        except (DisplayError, ConnectionClosedError, OSError):
            return HotkeyStart((), HotkeyLimit.NO_DISPLAY)
        grabbed: dict[tuple[int, int], HotkeyAction] = {}
        taken = []
        for action, sequence in keys.items():
            if not sequence:
                continue
            place = _key_of(display, sequence)
            if place is None or place in grabbed or not _grab(display, *place):
                taken.append(action)
            else:
                grabbed[place] = action
        self._stop_read, self._stop_write = os.pipe()
        self._thread = threading.Thread(
            target=_listen, args=(display, grabbed, pressed, self._stop_read), name="hotkeys", daemon=True
        )
        self._thread.start()
        return HotkeyStart(tuple(taken))

    def stop(self) -> None:
        """Let the keys go; the thread closes its connection, which ends every grab."""
        if self._thread is None:
            return
        os.write(self._stop_write, b"x")
        self._thread.join(2.0)
        self._thread = None
        os.close(self._stop_read)
        os.close(self._stop_write)


def _key_of(display: Display, sequence: str) -> tuple[int, int] | None:
    """Key code and modifiers of a sequence such as `Ctrl+Alt+P`; None where this keyboard lacks the key."""
    *modifiers, key = sequence.split("+")
    mask = 0
    for modifier in modifiers:
        if modifier not in _MODIFIERS:
            return None
        mask |= _MODIFIERS[modifier]
    name = _NAMES.get(key, key.lower() if len(key) == 1 else key)
    code = display.keysym_to_keycode(XK.string_to_keysym(name))
    return (code, mask) if code and mask else None


def _grab(display: Display, code: int, mask: int) -> bool:
    refused = CatchError(BadAccess)
    root = display.screen().root
    for lock in _LOCKS:
        root.grab_key(code, mask | lock, True, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
    display.sync()
    if refused.get_error() is None:
        return True
    for lock in _LOCKS:
        root.ungrab_key(code, mask | lock, onerror=CatchError())
    display.sync()
    return False


def _listen(
    display: Display, grabbed: Mapping[tuple[int, int], HotkeyAction], pressed: Pressed, stop: int
) -> None:
    try:
        while True:
            while display.pending_events():
                event = display.next_event()
                if isinstance(event, KeyPress):
                    action = grabbed.get((event.detail, event.state & _OUR_MASK))
                    if action is not None:
                        pressed(action)
            ready, _, _ = select.select([display.fileno(), stop], [], [])
            if stop in ready:
                return
    except ConnectionClosedError:
        # The X server has ended, and with it every grab; the window goes the same way.
        return
    finally:
        _close(display)


def _close(display: Display) -> None:
    with contextlib.suppress(ConnectionClosedError, OSError):
        display.close()
