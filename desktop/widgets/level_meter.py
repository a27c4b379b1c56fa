"""A level meter of one channel: twelve steps from -54 dBFS to full scale, red steps and a word when it clips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.theme import theme

STEPS = 12
FLOOR_DBFS = -54.0
HOT_STEPS = 2
"""The last steps warn of clipping."""


def lit_steps(rms_dbfs: float) -> int:
    """How many of the `STEPS` are lit at a level."""
    share = (rms_dbfs - FLOOR_DBFS) / -FLOOR_DBFS
    return max(0, min(STEPS, round(share * STEPS)))


class LevelMeter(QWidget):
    """Repaints only when the number of lit steps changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = 0
        self._lost = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def lit(self) -> int:
        """Steps that are lit."""
        return self._lit

    def show_level(self, rms_dbfs: float) -> None:
        """Show a level."""
        lit = lit_steps(rms_dbfs)
        if lit != self._lit:
            self._lit = lit
            self.update()

    def show_lost(self, lost: bool) -> None:
        """Cross the meter out while its device is gone."""
        if lost != self._lost:
            self._lost = lost
            self._lit = 0 if lost else self._lit
            self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(round(height * 4.6), max(8, round(height * 0.55)))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 2.0
        width = (self.width() - gap * (STEPS - 1)) / STEPS
        for step in range(STEPS):
            hot = step >= STEPS - HOT_STEPS
            lit = colours.stop if hot else colours.good
            painter.setBrush(QColor(lit if step < self._lit else colours.border))
            painter.drawRoundedRect(QRectF(step * (width + gap), 0, width, self.height()), 1.5, 1.5)
        if self._lost:
            painter.setPen(QColor(colours.stop_text))
            painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
        painter.end()
