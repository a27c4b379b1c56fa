"""A frame around the window while an interrupting flag is loud: seen at the edge of sight, in nobody's way.

It takes no mouse and no keys, covers no text, makes no sound, and goes by itself.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from assist.rules.flags import Severity
from desktop.theme.theme import theme
from desktop.widgets.signs import severity_fill

THICKNESS = 8
FADE_MS = 700


class AlarmEdge(QWidget):
    """Lies over its parent, which tells it of every resize."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._severity = Severity.STOP
        self._strength = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fading = QPropertyAnimation(self, b"strength", self)
        self._fading.setDuration(FADE_MS)
        self._fading.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._fading.finished.connect(self._faded)
        self.hide()

    def show_alarm(self, severity: Severity) -> None:
        """Frame the window now, at full strength."""
        self._fading.stop()
        self._severity = severity
        self._set_strength(1.0)
        self.follow()
        self.raise_()
        self.show()

    @Slot()
    def fade(self) -> None:
        """Go away softly."""
        if self.isVisible():
            self._fading.setStartValue(self._strength)
            self._fading.setEndValue(0.0)
            self._fading.start()

    def follow(self) -> None:
        """The parent has another size."""
        self.setGeometry(self.parentWidget().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(severity_fill(theme().colours, self._severity)[0])
        colour.setAlphaF(self._strength)
        whole = QRectF(self.rect())
        for strip in (
            QRectF(0, 0, whole.width(), THICKNESS),
            QRectF(0, whole.height() - THICKNESS, whole.width(), THICKNESS),
            QRectF(0, THICKNESS, THICKNESS, whole.height() - 2 * THICKNESS),
            QRectF(whole.width() - THICKNESS, THICKNESS, THICKNESS, whole.height() - 2 * THICKNESS),
        ):
            painter.fillRect(strip, colour)
        painter.end()

    @Slot()
    def _faded(self) -> None:
        if self._strength == 0.0:
            self.hide()

    def _get_strength(self) -> float:
        return self._strength

    def _set_strength(self, strength: float) -> None:
        self._strength = strength
        self.update()

    strength = Property(float, _get_strength, _set_strength)
