"""Where the call stands: one dot for each stage, the current one with its name; a click lists them to choose."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from assist.playbook.changes import StageView
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.widgets.fitted_text import one_line
from desktop.widgets.retranslating import Retranslating

SPECIAL_STAGES = frozenset(
    {
        "third_party",
        "wrong_number",
        "dispute",
        "hardship",
        "stop_request",
        "self_harm",
        "deceased",
        "representative",
    }
)
"""Shown only once the call has been there: they are no part of the usual way."""


class StageStrip(Retranslating):
    """Signal: `chosen` with a stage's id, when the agent moves the call by hand."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[StageView, ...] = ()
        self._made = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(self.tr("Where the call stands. Click, or press G, to move it by hand."))
        self.update()

    def show_stages(self, stages: tuple[StageView, ...], made: str) -> None:
        """Show these stages, and at the end how many required statements were made."""
        if (stages, made) != (self._stages, self._made):
            self._stages, self._made = stages, made
            self.setAccessibleName(next((stage.title for stage in stages if stage.current), ""))
            self.update()

    def open_menu(self) -> None:
        """List the stages to choose from."""
        menu = QMenu(self)
        for stage in self._stages:
            action = menu.addAction(stage.title)
            action.setCheckable(True)
            action.setChecked(stage.current)
            action.triggered.connect(partial(self.chosen.emit, stage.stage))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        return QSize(240, round(self.fontMetrics().lineSpacing() * 1.9))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._stages:
            self.open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down}:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        shown = [s for s in self._stages if s.current or s.visited or s.stage not in SPECIAL_STAGES]
        if not shown:
            painter.end()
            return
        font = theme().font(0.9)
        painter.setFont(font)
        made_width = painter.fontMetrics().horizontalAdvance(self._made) + 12 if self._made else 0
        area = QRectF(self.width() - made_width, 0, made_width - 4, self.height())
        one_line(painter, area, self._made, colours.muted, font)
        self._paint_stages(painter, shown, self.width() - made_width - 8.0)
        painter.end()

    def _paint_stages(self, painter: QPainter, shown: list[StageView], width: float) -> None:
        colours = theme().colours
        bold = theme().font(1.05, bold=True)
        current = next((stage for stage in shown if stage.current), None)
        painter.setFont(bold)
        title_width = 0.0
        if current is not None:
            title_width = min(painter.fontMetrics().horizontalAdvance(current.title) + 26.0, width * 0.6)
        step = min(22.0, (width - title_width - 8) / max(1, len(shown) - 1))
        x, middle = 6.0, self.height() / 2
        for stage in shown:
            if stage is current:
                pill = QRectF(x - 2, 3, title_width, self.height() - 6)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
                one_line(painter, pill.adjusted(11, 0, -8, 0), stage.title, colours.accent, bold)
                x += title_width + 6
                continue
            if stage.visited:
                paint_icon(painter, "check", QRectF(x, middle - 6, 12, 12), colours.good)
            else:
                painter.setPen(QPen(QColor(colours.strong_border), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(x + 6, middle), 4, 4)
            x += step
