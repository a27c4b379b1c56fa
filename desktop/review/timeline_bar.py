"""The whole call at a glance: both sides' loudness, flags, gaps, and where playback stands; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.review.recorded_call import RaisedFlag
from desktop.theme.theme import theme
from speech.levels import Pcm
from speech.types import SAMPLE_RATE_HZ

STEP_SAMPLES = 5 * SAMPLE_RATE_HZ
COLUMNS = 2_000
"""Loudness is kept for so many stretches of the call; more than any screen shows."""


class TimelineBar(QWidget):
    """Agent above the middle line, customer below. Signal: `position_chosen` in samples."""

    position_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = 1
        self._peaks = np.zeros((0, 2))
        self._flags: Sequence[RaisedFlag] = ()
        self._position = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline of the call"))
        self.setToolTip(self.tr("Agent above, customer below. Click to go there; ← and → move by 5 s."))

    def sizeHint(self) -> QSize:
        return QSize(400, 84)

    def show_sound(self, sound: Pcm) -> None:
        """Draw this recording, (samples, 2)."""
        self._length = max(1, len(sound))
        size = max(1, -(-self._length // COLUMNS))
        padded = np.zeros((-(-self._length // size) * size, 2), np.int16)
        padded[: len(sound)] = sound
        loudest = np.abs(padded.astype(np.int32)).reshape(-1, size, 2).max(axis=1)
        self._peaks = np.sqrt(loudest / 32768.0)
        self.update()

    def show_length(self, samples: int) -> None:
        """The call's length where its sound is not there (yet)."""
        self._length = max(1, samples)
        self.update()

    def show_flags(self, flags: Sequence[RaisedFlag]) -> None:
        """Mark these places."""
        self._flags = flags
        self.update()

    def show_position(self, position: int) -> None:
        """Where playback stands."""
        self._position = position
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 16, -1, -1)
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Base))
        self._paint_loudness(painter, area)
        self._paint_flags(painter, area)
        x = self._x(self._position, area)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.5))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.5))
            painter.drawRect(area)

    def _paint_loudness(self, painter: QPainter, area: QRectF) -> None:
        middle, half = area.center().y(), area.height() / 2
        colours = theme().colours
        painter.setPen(QColor(colours.border))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        if not len(self._peaks):
            return
        for x in range(int(area.width())):
            first = int(x * len(self._peaks) / area.width())
            last = max(first + 1, int((x + 1) * len(self._peaks) / area.width()))
            agent, customer = self._peaks[first:last].max(axis=0)
            painter.setPen(QColor(colours.accent))
            painter.drawLine(
                QPointF(area.left() + x, middle), QPointF(area.left() + x, middle - agent * half)
            )
            painter.setPen(QColor(colours.good))
            painter.drawLine(
                QPointF(area.left() + x, middle), QPointF(area.left() + x, middle + customer * half)
            )

    def _paint_flags(self, painter: QPainter, area: QRectF) -> None:
        colours = theme().colours
        marks = {3: colours.stop, 2: colours.warn, 1: colours.coach}
        for flag in self._flags:
            x = self._x(flag.start, area)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(marks[flag.severity]))
            painter.drawPolygon(QPolygonF([QPointF(x - 5, 2), QPointF(x + 5, 2), QPointF(x, 14)]))

    def _x(self, position: int, area: QRectF) -> float:
        return area.left() + area.width() * min(1.0, position / self._length)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        share = min(1.0, max(0.0, event.position().x() / max(1, self.width())))
        self.position_chosen.emit(int(share * self._length))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -STEP_SAMPLES, Qt.Key.Key_Right: STEP_SAMPLES}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.position_chosen.emit(min(self._length, max(0, self._position + step)))
