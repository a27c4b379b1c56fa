"""The only way from a call's session thread to Qt.

`observe` is called in the session thread and only queues; the bridge, a QObject of the GUI thread, is woken
once per batch and hands the events on in order through `event`. A newer partial or level of a channel takes
the place of one that still waits; everything else arrives, always.
"""

from __future__ import annotations

import threading
import time
from collections import deque

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assist.call.events import CallEvent
from speech.types import Channel, FinalTranscript, LevelReading, PartialTranscript

BUDGET_S = 0.008
"""A batch gives the event loop back after this long; what is left follows at once."""


class _Slot:
    """A place in the queue whose event may still be replaced."""

    __slots__ = ("event",)

    def __init__(self, event: CallEvent | None) -> None:
        self.event = event


class CallBridge(QObject):
    """Signal: `event`, in the GUI thread, for each `CallEvent` in order."""

    event = Signal(object)
    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._queue: deque[_Slot] = deque()
        self._partials: dict[Channel, _Slot] = {}
        self._levels: dict[Channel, _Slot] = {}
        self._woken = False
        self._wake.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def observe(self, event: CallEvent) -> None:
        """Queue an event; any thread, never waits for the GUI."""
        with self._lock:
            self._put(event)
            woken, self._woken = self._woken, True
        if not woken:
            self._wake.emit()

    @property
    def waiting(self) -> int:
        """Events that have not been handed on; for measurements."""
        with self._lock:
            return sum(slot.event is not None for slot in self._queue)

    def _put(self, event: CallEvent) -> None:
        if isinstance(event, PartialTranscript):
            self._replaceable(self._partials, event.channel, event)
        elif isinstance(event, LevelReading):
            self._replaceable(self._levels, event.channel, event)
        else:
            if isinstance(event, FinalTranscript):
                self._forget_partial(event)
            self._queue.append(_Slot(event))

    def _replaceable(
        self, waiting: dict[Channel, _Slot], channel: Channel, event: PartialTranscript | LevelReading
    ) -> None:
        slot = waiting.get(channel)
        if slot is not None:
            slot.event = event
            return
        slot = waiting[channel] = _Slot(event)
        self._queue.append(slot)

    def _forget_partial(self, final: FinalTranscript) -> None:
        """The final says all that its waiting partial said; the next utterance's partial queues after it."""
        slot = self._partials.get(final.channel)
        if slot is None or not isinstance(slot.event, PartialTranscript):
            return
        if slot.event.utterance <= final.utterance:
            slot.event = None
            del self._partials[final.channel]

    def _take(self) -> CallEvent | None:
        with self._lock:
            while self._queue:
                slot = self._queue.popleft()
                for waiting in (self._partials, self._levels):
                    for channel, held in list(waiting.items()):
                        if held is slot:
                            del waiting[channel]
                if slot.event is not None:
                    return slot.event
            self._woken = False
            return None

    @Slot()
    def _drain(self) -> None:
        until = time.monotonic() + BUDGET_S
        while (event := self._take()) is not None:
            self.event.emit(event)
            if time.monotonic() > until:
                self._wake.emit()
                return
