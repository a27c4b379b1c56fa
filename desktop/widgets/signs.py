"""Signs of the three severities, painted: octagon, triangle, circle; filled once sure, hollow while not.

Shape, word and colour each tell a severity alone.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from assist.rules.flags import Severity
from desktop.theme.colours import Colours
from desktop.theme.theme import theme


def severity_fill(colours: Colours, severity: Severity) -> tuple[str, str]:
    """Fill and the text on it."""
    return {
        Severity.STOP: (colours.stop, colours.on_stop),
        Severity.WARN: (colours.warn, colours.on_warn),
        Severity.COACH: (colours.coach, colours.on_coach),
    }[severity]


def severity_soft(colours: Colours, severity: Severity) -> tuple[str, str]:
    """Soft background and the severity's text colour."""
    return {
        Severity.STOP: (colours.stop_soft, colours.stop_text),
        Severity.WARN: (colours.warn_soft, colours.warn_text),
        Severity.COACH: (colours.coach_soft, colours.coach_text),
    }[severity]


def sign_path(severity: Severity, area: QRectF) -> QPainterPath:
    """The outline of a severity's sign."""
    path = QPainterPath()
    centre, radius = area.center(), min(area.width(), area.height()) / 2
    if severity is Severity.COACH:
        path.addEllipse(centre, radius, radius)
        return path
    if severity is Severity.STOP:
        corners, turn, reach = 8, math.pi / 8, radius
    else:
        corners, turn, reach = 3, -math.pi / 2, radius * 1.12
        centre = QPointF(centre.x(), centre.y() + radius * 0.18)
    points = [
        QPointF(
            centre.x() + reach * math.cos(turn + 2 * math.pi * place / corners),
            centre.y() + reach * math.sin(turn + 2 * math.pi * place / corners),
        )
        for place in range(corners)
    ]
    path.moveTo(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()
    return path


def paint_sign(
    painter: QPainter, severity: Severity, area: QRectF, *, sure: bool, inverted: bool = False
) -> None:
    """Paint a sign; `sure` fills it, `inverted` is for a ground in the severity's own colour."""
    colours = theme().colours
    fill, ink = severity_fill(colours, severity)
    edge = severity_soft(colours, severity)[1]
    if inverted:
        fill, ink, edge = ink, fill, ink
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = area.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(edge), 1.4))
    painter.setBrush(QColor(fill) if sure else Qt.BrushStyle.NoBrush)
    painter.drawPath(sign_path(severity, inner))
    _paint_mark(painter, severity, inner, QColor(ink if sure else edge))
    painter.restore()


def _paint_mark(painter: QPainter, severity: Severity, area: QRectF, ink: QColor) -> None:
    side = min(area.width(), area.height())
    centre = area.center()
    pen = QPen(ink, max(1.6, side * 0.13), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if severity is Severity.STOP:
        painter.drawLine(
            QPointF(centre.x() - side * 0.24, centre.y()), QPointF(centre.x() + side * 0.24, centre.y())
        )
        return
    top, bottom, dot = (0.16, 0.10, 0.235) if severity is Severity.WARN else (0.22, 0.08, 0.28)
    painter.drawLine(
        QPointF(centre.x(), centre.y() - side * top), QPointF(centre.x(), centre.y() + side * bottom)
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(centre.x(), centre.y() + side * dot), side * 0.065, side * 0.065)
