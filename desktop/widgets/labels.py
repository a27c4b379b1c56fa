"""Labels that keep their place: cut with an ellipsis instead of growing, and key caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme.theme import set_role, theme


class ElidedLabel(QLabel):
    """One line; what does not fit is cut at the end and told by the tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, role: str = "") -> None:
        super().__init__(parent)
        self._whole = text
        self.setMinimumWidth(16)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            set_role(self, role)
        self._cut()

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._whole:
            self._whole = text
            self._cut()

    @property
    def whole_text(self) -> str:
        """The text before cutting."""
        return self._whole

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(16, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(16, self.width()))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
        self.setAccessibleName(self._whole)
        self.updateGeometry()


def paint_key_cap(painter: QPainter, area: QRectF, text: str, colour: str = "") -> None:
    """A key as it looks on a keyboard."""
    colours = theme().colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour or colours.strong_border), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if colour else QColor(colours.raised))
    painter.drawRoundedRect(area.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
    painter.setPen(QColor(colour or colours.text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCap(QWidget):
    """A key cap with a short text such as `1` or `Ctrl+E`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFont(theme().font(0.85))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_key(self, text: str) -> None:
        """Show another key."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = metrics.height() + 4
        return QSize(max(height, metrics.horizontalAdvance(self._text) + 10), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key_cap(painter, QRectF(self.rect()), self._text)
        painter.end()
