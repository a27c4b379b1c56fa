"""Global hotkeys for the GUI: keys pressed anywhere arrive as a signal in the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from desktop.background import Task
from desktop.hotkeys.actions import HotkeyAction
from desktop.hotkeys.backend import HotkeyBackend, HotkeyStart


class HotkeyService(QObject):
    """Signals: `pressed` with a `HotkeyAction`; `started` with a `HotkeyStart`."""

    pressed = Signal(object)
    started = Signal(object)

    def __init__(self, backend: HotkeyBackend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self.outcome = HotkeyStart((), backend.limit)
        self._keys: dict[HotkeyAction, str] = {}
        self._task: Task | None = None

    def use(self, keys: Mapping[HotkeyAction, str]) -> None:
        """Listen for these keys from now on; an empty mapping lets all go."""
        self._keys = dict(keys)
        self._task = Task(self)
        self._task.done.connect(self._on_started)
        self._task.start(self._start)

    def stop(self) -> None:
        """Let the keys go."""
        self._backend.stop()

    def _start(self, _progress: object) -> HotkeyStart:
        """In a worker thread."""
        if not self._keys:
            self._backend.stop()
            return HotkeyStart((), self._backend.limit)
        return self._backend.start(self._keys, self._on_pressed)

    def _on_pressed(self, action: HotkeyAction) -> None:
        """In the backend's thread: a signal is all."""
        self.pressed.emit(action)

    @Slot(object)
    def _on_started(self, outcome: HotkeyStart) -> None:
        self.outcome = outcome
        self.started.emit(outcome)
