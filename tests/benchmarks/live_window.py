"""The live benchmark's phase with the real window, offscreen: marks painted, alarms, stalls, memory."""

from __future__ import annotations

import os
import time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from assist.call.commands import SaveWrapUp
from assist.call.events import CallEnded, CallEvent
from assist.rules.flags import Flag, FlagKind
from desktop.demo import demo_request
from desktop.live.controller import LiveController
from desktop.live.flag_lane import FlagLane
from desktop.live.page import LivePage
from desktop.live.transcript_view import TranscriptView
from speech.types import SAMPLE_RATE_HZ, Channel, LevelReading
from tests.benchmarks.live_phases import TICK_MS, MemoryWatch, fresh_installation
from tests.benchmarks.live_phrases import risky_phrases

CALL_TIMEOUT_MS = 400_000


class Painted:
    """When the lane or the transcript was last painted; wraps their paint events."""

    def __init__(self) -> None:
        self.at: list[float] = []
        for kind in (FlagLane, TranscriptView):
            self._wrap(kind)

    def _wrap(self, kind: type) -> None:
        plain = kind.paintEvent  # type: ignore[attr-defined]

        def paint(widget: Any, event: QPaintEvent) -> None:
            plain(widget, event)
            self.at.append(time.monotonic())

        kind.paintEvent = paint  # type: ignore[attr-defined]

    def after(self, moment: float) -> float | None:
        """The first painting that ended after a moment."""
        return next((at for at in self.at if at >= moment), None)


class Stalls(QObject):
    """How late a timer of the event loop fires, and how much of that the GUI thread was computing itself."""

    def __init__(self) -> None:
        super().__init__()
        self.late_s: list[float] = []
        self.own_s: list[float] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._last = (time.monotonic(), time.thread_time())
        self._timer.start(TICK_MS)

    @Slot()
    def _tick(self) -> None:
        now = (time.monotonic(), time.thread_time())
        self.late_s.append(max(0.0, now[0] - self._last[0] - TICK_MS / 1000))
        self.own_s.append(now[1] - self._last[1])
        self._last = now


class CallWatch(QObject):
    """Notes the call's flags and ends the program with the call."""

    def __init__(self, page: LivePage) -> None:
        super().__init__()
        self.flags: list[tuple[float, Flag]] = []
        self.begun = 0.0
        self._page = page

    @Slot(object)
    def on_event(self, event: CallEvent) -> None:
        now = time.monotonic()
        if isinstance(event, LevelReading) and not self.begun:
            # The first block of 100 ms has just been heard whole.
            self.begun = now - (event.position / SAMPLE_RATE_HZ + 0.1)
        if isinstance(event, Flag) and event.kind is FlagKind.VIOLATION and event.channel is Channel.AGENT:
            self.flags.append((now, event))
        if isinstance(event, CallEnded):
            self._page.command.emit(SaveWrapUp(event.draft))

    @Slot(str)
    def on_closed(self, _call: str) -> None:
        QTimer.singleShot(200, QApplication.quit)


def window(language: str) -> dict[str, Any]:
    """Play the demo call in the window at its own pace."""
    app = QApplication.instance() or QApplication([])
    painted = Painted()
    bugs: list[BaseException] = []
    with fresh_installation() as installation:
        page = LivePage()
        page.resize(1366, 768)
        page.show()
        controller = LiveController(page, installation, bugs.append)
        watch = CallWatch(page)
        memory = MemoryWatch()
        controller.closed.connect(watch.on_closed)
        controller.start(lambda: demo_request(language, real_time=True))
        assert controller.bridge is not None
        controller.bridge.event.connect(watch.on_event)
        stalls = Stalls()
        QTimer.singleShot(CALL_TIMEOUT_MS, QApplication.quit)
        app.exec()
        held = memory.stop()
        controller.close_now()
    if bugs:
        raise bugs[0]
    return {"memory_mb": held, **_stalls(stalls), **_delays(language, watch, painted)}


def _stalls(stalls: Stalls) -> dict[str, Any]:
    late, own = sorted(stalls.late_s), sorted(stalls.own_s)
    place = int(len(late) * 0.999)
    return {
        "ticks": len(late),
        "late_p999_ms": round(late[place] * 1000, 1),
        "late_longest_ms": round(late[-1] * 1000, 1),
        "own_p999_ms": round(own[place] * 1000, 1),
        "own_longest_ms": round(own[-1] * 1000, 1),
    }


def _delays(language: str, watch: CallWatch, painted: Painted) -> dict[str, Any]:
    """For each risky phrase: from its end in the sound to its mark on the screen, and from there to the alarm."""
    marks: list[float | None] = []
    alarms: list[float | None] = []
    for phrase in risky_phrases(language):
        about = [
            (at, flag) for at, flag in watch.flags if phrase.marked_by(flag.text, flag.end / SAMPLE_RATE_HZ)
        ]
        shown = painted.after(about[0][0]) if about else None
        marks.append(None if shown is None else round(shown - watch.begun - phrase.end_s, 3))
        alarm = next((at for at, flag in about if flag.interrupts), None)
        drawn = painted.after(alarm) if alarm is not None else None
        alarms.append(None if drawn is None or shown is None else round(drawn - shown, 3))
    return {"delays_s": marks, "alarms_s": alarms}
