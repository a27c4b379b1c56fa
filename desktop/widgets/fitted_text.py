"""Text of fixed place: set as large as fits, up to a limit, so that a longer sentence never moves anything."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from desktop.theme.theme import theme


@dataclass(slots=True)
class FittedText:
    """A laid-out text; `height` in logical pixels."""

    layout: QTextLayout
    height: float
    cut: bool

    def paint(self, painter: QPainter, top_left: QPointF, colour: str) -> None:
        """Paint it."""
        painter.setPen(QColor(colour))
        self.layout.draw(painter, top_left)


def lay_out(text: str, font: QFont, width: float, height: float) -> FittedText:
    """Lay `text` out in at most `width` by `height`; lines that do not fit end in an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top, cut, end = 0.0, False, 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        if top + line.height() > height + 0.5 and top > 0:
            cut = True
            break
        line.setPosition(QPointF(0, top))
        top += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    if cut and end > 1 and not text.endswith("…"):
        shorter = text[: end - 1].rstrip() + "…"
        return FittedText(lay_out(shorter, font, width, height).layout, top, True)
    return FittedText(layout, top, cut)


def fit(
    text: str, width: float, height: float, factors: tuple[float, ...], *, bold: bool = False
) -> FittedText:
    """The largest of `factors` (times the base font) at which `text` fits; cut at the smallest if none does."""
    for factor in factors:
        laid = lay_out(text, theme().font(factor, bold=bold), width, height)
        if not laid.cut:
            return laid
    return laid


def one_line(painter: QPainter, area: QRectF, text: str, colour: str, font: QFont) -> None:
    """Paint one line, cut with an ellipsis."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
