"""Work that may wait (disk, keyring, devices, models) away from the GUI thread, its result back in it.

A `Task` belongs to the GUI thread; the work runs in Qt's thread pool. The result arrives through a queued
signal to a bound method of a QObject, never a lambda (that would run in the worker's thread).
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from assist.problems import AssistProblem
from speech.problems import SpeechProblem

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much (0 if unknown)."""


class Cancelled(Exception):
    """The work was cancelled by the user."""


class Task(QObject):
    """One piece of background work. Signals: `done`, `failed` (a problem of the world), `progressed`, `broken`."""

    done = Signal(object)
    failed = Signal(object)
    """An `AssistProblem` or `SpeechProblem`."""
    progressed = Signal(int, int)
    broken = Signal(object)
    """A bug of ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._work: Callable[[Progress], object] | None = None

    def start(self, work: Callable[[Progress], object]) -> None:
        """Run `work`; it is given a progress callback, which raises `Cancelled` once the task is cancelled."""
        self._work = work
        QThreadPool.globalInstance().start(_Runner(self))

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report; neither signal follows."""
        self._cancelled.set()

    def run(self) -> None:
        """In the pool's thread."""
        assert self._work is not None  # noqa: S101 - set by start
        try:
            result = self._work(self._progress)
        except Cancelled:
            return
        except (AssistProblem, SpeechProblem) as problem:
            self._emit(self.failed, problem)
        except Exception as bug:
            self._emit(self.broken, bug)
        else:
            if not self._cancelled.is_set():
                self._emit(self.done, result)

    def _progress(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._emit(self.progressed, done, total)

    @staticmethod
    def _emit(signal: object, *values: object) -> None:
        try:
            signal.emit(*values)  # type: ignore[attr-defined]
        except RuntimeError:
            # The window that asked has been closed and its task with it.
            return


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()
