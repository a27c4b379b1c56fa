"""Bugs of ours: a report in the data folder, and a calm word to the user; the call goes on.

A report holds versions and the places in the code, not the exception's message and no local values: those may
hold personal data. Reports are written by a thread of their own, so that no other thread waits for the disk.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import queue
import sys
import threading
import traceback
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal

from assist.problems import AssistProblem
from speech.problems import SpeechProblem

log = logging.getLogger("desktop.crash")

MOST_REPORTS = 20
"""In one run; a bug in a loop must not fill the disk."""


def report_text(bug: BaseException, at: datetime) -> str:
    """What goes into a report."""
    frames = traceback.extract_tb(bug.__traceback__)
    places = "\n".join(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
    cause = f"\ncaused by {type(bug.__cause__).__name__}" if bug.__cause__ else ""
    return (
        f"evenhand {version('evenhand')}\nat {at.isoformat(timespec='seconds')}\n"
        f"Python {platform.python_version()} on {platform.platform()}\n"
        f"{type(bug).__module__}.{type(bug).__qualname__}{cause}\n{places}\n"
        "The message and all values are left out: they may hold personal data.\n"
    )


class CrashReports(QObject):
    """Signals: `reported` with a report's path; `met` with a problem of the world that nobody caught.

    `report` is safe from any thread.
    """

    reported = Signal(str)
    met = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._queue: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()
        self._native: IO[str] | None = None
        self._thread = threading.Thread(target=self._write_all, name="crash-reports", daemon=True)
        self._thread.start()

    def install(self) -> None:
        """Catch what nobody else does, in every thread, and native crashes."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._native = (self._folder / "native-crash.txt").open("a", encoding="utf-8")
            faulthandler.enable(self._native)
        except OSError as error:
            log.warning("native crashes can't be reported: %s", type(error).__name__)

    def uninstall(self) -> None:
        """Give the hooks back and write what waits."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None
        self._queue.put(None)
        self._thread.join(5.0)

    def report(self, bug: BaseException) -> None:
        """A bug of ours, or a problem that nobody caught."""
        if isinstance(bug, (AssistProblem, SpeechProblem)):
            self.met.emit(bug)
            return
        log.error("bug: %s", type(bug).__name__)
        self._queue.put(bug)

    def _on_exception(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        self.report(bug.with_traceback(trace))

    def _on_thread_exception(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self.report(hook.exc_value)

    def _write_all(self) -> None:
        written = 0
        while (bug := self._queue.get()) is not None:
            if written >= MOST_REPORTS:
                continue
            written += 1
            at = datetime.now(UTC)
            path = self._folder / f"crash-{at:%Y%m%d-%H%M%S}-{written}.txt"
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                path.write_text(report_text(bug, at), "utf-8")
            except OSError as error:
                log.warning("a crash report can't be written: %s", type(error).__name__)
                continue
            self.reported.emit(str(path))
