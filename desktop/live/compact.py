"""The small window: header, one flag, one line. 360 px wide, always on top, never takes the focus.

It is moved by dragging it anywhere; its size never changes, so nothing jumps.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from assist.playbook.changes import Suggestion
from assist.rules.flags import Flag, FlagState
from desktop.live.bubble import clock
from desktop.live.flag_texts import severity_word, what_happened
from desktop.live.spoken_text import ToScript
from desktop.theme.icons import icon
from desktop.theme.theme import theme
from desktop.widgets.fitted_text import fit, one_line
from desktop.widgets.level_meter import STEPS, lit_steps
from desktop.widgets.retranslating import Retranslating
from desktop.widgets.signs import paint_sign, severity_fill, severity_soft
from speech.types import SAMPLE_RATE_HZ, Channel, LevelReading

WIDTH = 360
FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class CompactWindow(Retranslating):
    """Signal: `expand_wanted`. Fed by the live page with what it shows itself."""

    expand_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._who = ""
        self._position = 0
        self._paused = False
        self._notice = ""
        self._lit = {Channel.AGENT: 0, Channel.CUSTOMER: 0}
        self._flag: Flag | None = None
        self._count = 0
        self._loud = False
        self._card: Suggestion | None = None
        self._to_script: ToScript = str
        self._grab: QPoint | None = None
        self.expand = QToolButton(self)
        self.expand.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.expand.setProperty("role", "quiet")
        self.expand.clicked.connect(self.expand_wanted)
        theme().changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("evenhand – small"))
        self.expand.setToolTip(self.tr("Back to the large window"))
        self.expand.setAccessibleName(self.expand.toolTip())
        self._no_flag = self.tr("No flag")
        self._counted = self.tr("{count} flags so far")
        self._no_line = self.tr("No suggestion right now")
        self._paused_word = self.tr("Paused")
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(WIDTH, round(line * 1.9 + line * 4.4 + line * 5.2 + 18))

    # --- what happens --------------------------------------------------------------------------------

    def set_script(self, to_script: ToScript) -> None:
        """How recognised words are written."""
        self._to_script = to_script

    def show_who(self, who: str) -> None:
        """Whom the call is with; masked."""
        self._who = who
        self.update()

    def show_level(self, reading: LevelReading) -> None:
        """A block was heard; repaints when a second has gone by or a meter's step changes."""
        lit = 0 if self._paused else lit_steps(reading.rms_dbfs)
        ticked = reading.position // SAMPLE_RATE_HZ != self._position // SAMPLE_RATE_HZ
        self._position = max(self._position, reading.position)
        if ticked or lit != self._lit[reading.channel]:
            self._lit[reading.channel] = lit
            self.update(self._header_area().toRect())

    def show_paused(self, paused: bool) -> None:
        """Whether the call is paused."""
        self._paused = paused
        self.update()

    def show_flag(self, flag: Flag | None, count: int, *, loud: bool) -> None:
        """What the flag lane shows."""
        self._flag, self._count, self._loud = flag, count, loud
        self.update()

    def show_card(self, card: Suggestion | None) -> None:
        """The line to say now."""
        if card != self._card:
            self._card = card
            self.update()

    def show_notice(self, text: str) -> None:
        """A warning, in place of the name; empty when there is none."""
        if text != self._notice:
            self._notice = text
            self.setToolTip(text)
            self.update()

    # --- moving --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            handle = self.windowHandle()
            if handle is None or not handle.startSystemMove():
                self._grab = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab is not None:
            self.move(event.globalPosition().toPoint() - self._grab)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grab = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.expand_wanted.emit()

    # --- drawing -------------------------------------------------------------------------------------

    @Slot()
    def _restyle(self) -> None:
        self.expand.setIcon(icon("expand", theme().colours.text))
        self.setFixedSize(self.sizeHint())
        side = round(self.fontMetrics().lineSpacing() * 1.6)
        self.expand.setStyleSheet("padding: 1px; min-height: 0;")
        self.expand.setGeometry(WIDTH - side - 6, 4, side, side)
        self.update()

    def _header_area(self) -> QRectF:
        return QRectF(0, 0, WIDTH, self.fontMetrics().lineSpacing() * 1.9)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.window))
        line = self.fontMetrics().lineSpacing()
        header = self._header_area()
        self._paint_header(painter, header)
        flag_area = QRectF(8, header.bottom() + 1, WIDTH - 16, line * 4.4)
        self._paint_flag(painter, flag_area)
        self._paint_card(painter, QRectF(8, flag_area.bottom() + 6, WIDTH - 16, line * 5.2))
        edge = (
            severity_fill(colours, self._flag.severity)[0]
            if self._flag and self._loud
            else colours.strong_border
        )
        width = 6 if self._flag and self._loud else 1
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()

    def _paint_header(self, painter: QPainter, area: QRectF) -> None:
        colours = theme().colours
        bold = theme().font(1.0, bold=True)
        time = self._paused_word if self._paused else clock(self._position)
        painter.setFont(bold)
        width = painter.fontMetrics().horizontalAdvance(time) + 4
        centre = QPointF(16, area.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warn_text if self._paused else colours.stop))
        painter.drawEllipse(centre, 4.5, 4.5)
        one_line(painter, QRectF(27, area.top(), width, area.height()), time, colours.text, bold)
        left = 27 + width + 8
        right = WIDTH - area.height() - 8
        for place, channel in enumerate(Channel):
            self._paint_meter(painter, channel, QRectF(right - 62, centre.y() - 7 + place * 8, 56, 5))
        name = QRectF(left, area.top(), right - 70 - left, area.height())
        ink = colours.warn_text if self._notice else colours.muted
        one_line(painter, name, self._notice or self._who, ink, theme().font(0.95))

    def _paint_meter(self, painter: QPainter, channel: Channel, area: QRectF) -> None:
        colours = theme().colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.border))
        painter.drawRoundedRect(area, 2, 2)
        painter.setBrush(QColor(colours.good))
        lit = area.width() * self._lit[channel] / STEPS
        painter.drawRoundedRect(QRectF(area.left(), area.top(), lit, area.height()), 2, 2)

    def _paint_flag(self, painter: QPainter, area: QRectF) -> None:
        colours = theme().colours
        flag, line = self._flag, self.fontMetrics().lineSpacing()
        if flag is None:
            text = self._counted.format(count=self._count) if self._count else self._no_flag
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(area, 7, 7)
            one_line(painter, area.adjusted(12, 0, -12, 0), text, colours.muted, theme().font())
            return
        fill, ink = severity_fill(colours, flag.severity)
        soft, soft_ink = severity_soft(colours, flag.severity)
        ground, text_ink, second = (fill, ink, ink) if self._loud else (soft, colours.text, soft_ink)
        painter.setPen(QPen(QColor(soft_ink), 1.2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 7, 7)
        side = line * 1.7
        sign = QRectF(area.left() + 9, area.top() + 8, side, side)
        paint_sign(
            painter, flag.severity, sign, sure=flag.state is not FlagState.UNCONFIRMED, inverted=self._loud
        )
        left, width = sign.right() + 9, area.right() - sign.right() - 18
        head = f"{severity_word(flag.severity)}  {what_happened(flag, self._to_script)}"
        one_line(
            painter, QRectF(left, area.top() + 6, width, line), head, second, theme().font(0.95, bold=True)
        )
        top, room = area.top() + 7 + line, area.height() - line - 13
        laid = fit(flag.say_instead or flag.title, width, room, (1.15, 1.0, 0.9), bold=True)
        laid.paint(painter, QPointF(left, top + (room - laid.height) / 2), text_ink)

    def _paint_card(self, painter: QPainter, area: QRectF) -> None:
        colours = theme().colours
        painter.setPen(QPen(QColor(colours.accent if self._card else colours.border), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(area, 7, 7)
        inner = area.adjusted(12, 6, -12, -6)
        if self._card is None:
            one_line(painter, inner, self._no_line, colours.muted, theme().font())
            return
        laid = fit(self._card.text, inner.width(), inner.height(), (1.6, 1.45, 1.3, 1.15, 1.0), bold=True)
        laid.paint(
            painter, QPointF(inner.left(), inner.top() + (inner.height() - laid.height) / 2), colours.text
        )
