"""Offers to start a call when both sides begin to speak; the listening is done by `call_watch` in workers."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from desktop.background import Task
from desktop.live.call_watch import CallWatch
from speech.capture import LiveSource
from speech.devices import DeviceDirectory, DeviceKind
from speech.problems import SpeechProblem


class StartOffer(QObject):
    """Signal: `both_speak`, in the GUI thread."""

    both_speak = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._watch: CallWatch | None = None
        self._wanted = False

    def start(self, agent_device: str, customer_device: str) -> None:
        """Begin to watch; without devices there is simply no offer."""
        if self._wanted:
            return
        self._wanted = True
        Task(self).start(lambda _progress: self._start(agent_device, customer_device))

    def stop(self) -> None:
        """Let the devices go, in a worker."""
        if self._wanted:
            self._wanted = False
            Task(self).start(lambda _progress: self.stop_now())

    def stop_now(self) -> None:
        """Let the devices go. Waits."""
        self._wanted = False
        with self._lock:
            watch, self._watch = self._watch, None
            if watch is not None:
                watch.stop()

    def _start(self, agent_device: str, customer_device: str) -> None:
        with self._lock:
            try:
                watch = CallWatch(chosen_source(agent_device, customer_device), self._on_both_speak)
                watch.start()
            except SpeechProblem:
                self._wanted = False
                return
            if not self._wanted:
                watch.stop()
                return
            self._watch = watch

    def _on_both_speak(self) -> None:
        """In the capture thread: a signal is all."""
        self.both_speak.emit()


def chosen_source(agent_device: str, customer_device: str) -> LiveSource:
    """The devices of the settings, or the system's; raises `SpeechProblem`. Waits for the sound system."""
    directory = DeviceDirectory()
    agent, customer = (
        directory.find(wanted) if wanted else directory.pick(kind)
        for wanted, kind in ((agent_device, DeviceKind.MICROPHONE), (customer_device, DeviceKind.PLAYBACK))
    )
    return LiveSource(agent, customer, directory)
