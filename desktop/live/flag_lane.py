"""The flag lane: what was said → say instead → basis. Newest first in sight, calm again after a while.

Its height never changes. An interrupting flag fills the lane in its severity's colour; after `LOUD_MS` it goes
back to a soft ground, after `CALM_MS` to a count. GUI thread only.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from assist.rules.flags import Flag, FlagKind, FlagState, Severity
from desktop.live.dismissing import fill_reasons
from desktop.live.flag_texts import basis_text, flag_tool_tip, severity_word, state_word, what_happened
from desktop.live.spoken_text import ToScript
from desktop.theme.theme import set_role, theme
from desktop.widgets.fitted_text import fit, one_line
from desktop.widgets.retranslating import Retranslating
from desktop.widgets.signs import paint_sign, severity_fill, severity_soft

LOUD_MS = 6_000
CALM_MS = 25_000
LANE_KINDS = {FlagKind.VIOLATION, FlagKind.OMISSION, FlagKind.TRIGGER, FlagKind.METADATA}
"""Possibilities and mere mentions are for review, not for a glance."""


def _thing(flag: Flag) -> tuple[str, str, int | str]:
    """What was said against which rule; without an utterance every flag is a thing of its own."""
    return flag.rule, flag.channel.value, flag.utterance if flag.utterance >= 0 else flag.flag_id


class FlagLane(Retranslating):
    """Signals: `dismissed` with flag id and reason; `alarmed` with a flag when it begins to interrupt."""

    dismissed = Signal(str, str)
    alarmed = Signal(object)
    calmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flags: dict[str, Flag] = {}
        self._shown_id = ""
        self._loud = False
        self._alarmed: set[str] = set()
        self._to_script: ToScript = str
        self._dense = False
        self.dismiss_button = QPushButton(self)
        self.reason_button = QToolButton(self)
        self.reason_button.setArrowType(Qt.ArrowType.DownArrow)
        self.reason_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.reasons = QMenu(self)
        self.reason_button.setMenu(self.reasons)
        self.all_button = QPushButton(self)
        set_role(self.all_button, "quiet")
        self.all_menu = QMenu(self)
        self._loud_timer = self._timer(LOUD_MS, self._quieten)
        self._calm_timer = self._timer(CALM_MS, self.calm_down)
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()
        theme().changed.connect(self._restyle)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.dismiss_button)
        top.addWidget(self.reason_button)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.all_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 6)
        row.addStretch(1)
        row.addLayout(column)
        self.dismiss_button.clicked.connect(self.dismiss_shown)
        self.all_button.clicked.connect(self._open_all)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def retranslate(self) -> None:
        self._quiet = self.tr("No flags. What breaks a rule is told here, with what to say instead.")
        self._instead = self.tr("Say instead: {words}")
        self._say = self.tr("Say: {words}")
        self._counts = self.tr("{count} flags so far")
        self.dismiss_button.setText(self.tr("Dismiss (D)"))
        self.dismiss_button.setToolTip(self.tr("This flag is wrong. It stays in the record, with your name."))
        self.reason_button.setToolTip(self.tr("Dismiss with a reason (Shift+D)"))
        self.reason_button.setAccessibleName(self.tr("Dismiss with a reason"))
        fill_reasons(self.reasons, self._dismiss_with)
        self._draw()

    # --- what happens --------------------------------------------------------------------------------

    def set_script(self, to_script: ToScript) -> None:
        """How recognised words are written."""
        self._to_script = to_script

    def clear(self) -> None:
        """Forget the call."""
        self._flags.clear()
        self._alarmed.clear()
        self._shown_id = ""
        self._loud = False
        self._loud_timer.stop()
        self._calm_timer.stop()
        self._draw()

    def show_flag(self, flag: Flag) -> None:
        """A new flag, or a newer snapshot of one."""
        if flag.kind not in LANE_KINDS:
            return
        new = flag.flag_id not in self._flags
        self._flags[flag.flag_id] = flag
        if flag.state is FlagState.DISMISSED:
            if flag.flag_id == self._shown_id:
                self._show_next()
            self._draw()
            return
        alarms = flag.interrupts and flag.flag_id not in self._alarmed
        if alarms or (new and self._may_take_over(flag)):
            self._shown_id = flag.flag_id
            self._calm_timer.start()
        if alarms:
            self._alarmed.add(flag.flag_id)
            self._loud = True
            self._loud_timer.start()
            self.alarmed.emit(flag)
        self._draw()

    @property
    def shown(self) -> Flag | None:
        """The flag that is on the lane now."""
        return self._flags.get(self._shown_id)

    @property
    def loud(self) -> bool:
        """Whether an interrupting flag fills the lane now."""
        return self._loud

    @property
    def open_flags(self) -> list[Flag]:
        """What was not dismissed, newest last: one flag for each thing said, though a rule may hit it in parts."""
        things = {
            _thing(flag): flag for flag in self._flags.values() if flag.state is not FlagState.DISMISSED
        }
        return list(things.values())

    @Slot()
    def dismiss_shown(self) -> None:
        """The agent says that the flag on the lane, or else the newest, is wrong."""
        self._dismiss_with("")

    def open_reasons(self) -> None:
        """List the reasons for dismissing what is on the lane."""
        if self.shown is not None:
            self.reasons.popup(self.reason_button.mapToGlobal(self.reason_button.rect().bottomLeft()))

    @Slot(str)
    def _dismiss_with(self, reason: str) -> None:
        chosen = self.shown or (self.open_flags or [None])[-1]
        if chosen is None:
            return
        for flag in list(self._flags.values()):
            if _thing(flag) == _thing(chosen) and flag.state is not FlagState.DISMISSED:
                self.dismissed.emit(flag.flag_id, reason)

    def _may_take_over(self, flag: Flag) -> bool:
        """A lesser flag does not push an alarm off the lane while that is loud."""
        shown = self.shown
        return shown is None or not self._loud or flag.severity >= shown.severity

    def _show_next(self) -> None:
        self._shown_id = ""
        self._quieten()

    @Slot()
    def _quieten(self) -> None:
        if self._loud:
            self._loud = False
            self._loud_timer.stop()
            self.calmed.emit()
        self._draw()

    @Slot()
    def calm_down(self) -> None:
        """Back to the count, as it is by itself after a while."""
        self._shown_id = ""
        self._quieten()

    def _open_all(self) -> None:
        self.all_menu.clear()
        for flag in reversed(self.open_flags[-20:]):
            parts = (severity_word(flag.severity), what_happened(flag, self._to_script), flag.say_instead)
            self.all_menu.addAction(" · ".join(part for part in parts if part)[:120]).setData(flag.flag_id)
        self.all_menu.triggered.connect(self._show_again, Qt.ConnectionType.UniqueConnection)
        self.all_menu.popup(self.all_button.mapToGlobal(self.all_button.rect().topLeft()))

    @Slot(object)
    def _show_again(self, action: object) -> None:
        self._shown_id = action.data()  # type: ignore[attr-defined]
        self._calm_timer.start()
        self._draw()

    # --- drawing -------------------------------------------------------------------------------------

    @Slot()
    def _restyle(self) -> None:
        self._draw()

    def _draw(self) -> None:
        shown, count = self.shown, len(self.open_flags)
        self.dismiss_button.setVisible(shown is not None)
        self.reason_button.setVisible(shown is not None)
        self.all_button.setVisible(count > 0)
        self.all_button.setText(self._counts.format(count=count))
        role = f"on_{shown.severity.name.lower()}" if shown is not None and self._loud else "quiet"
        if self.all_button.property("role") != role:
            set_role(self.all_button, role)
        if shown is not None:
            told = (severity_word(shown.severity), what_happened(shown, self._to_script), shown.say_instead)
            self.setAccessibleName(" · ".join(part for part in told if part))
            self.setToolTip(flag_tool_tip(shown))
        else:
            self.setAccessibleName(self._quiet if not count else self._counts.format(count=count))
        self.update()

    def set_dense(self, dense: bool) -> None:
        """Two lines instead of three where the window is low; the basis is then in the tool tip."""
        if dense != self._dense:
            self._dense = dense
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, round(self.fontMetrics().lineSpacing() * (3.6 if self._dense else 4.3)))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        flag = self.shown
        if flag is None:
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.setBrush(QColor(colours.surface))
            painter.drawRoundedRect(area, 8, 8)
            self._paint_calm(painter, area.adjusted(14, 0, -self._side_width(), 0))
            painter.end()
            return
        fill, ink = severity_fill(colours, flag.severity)
        soft, soft_ink = severity_soft(colours, flag.severity)
        ground, text, second = (fill, ink, ink) if self._loud else (soft, colours.text, soft_ink)
        painter.setPen(QPen(QColor(soft_ink), 1.5, self._edge(flag)))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 8, 8)
        self._paint_flag(painter, flag, area.adjusted(12, 6, -self._side_width(), -6), text, second)
        painter.end()

    def _side_width(self) -> float:
        return max(self.dismiss_button.sizeHint().width() + 50, self.all_button.sizeHint().width()) + 22

    @staticmethod
    def _edge(flag: Flag) -> Qt.PenStyle:
        return Qt.PenStyle.SolidLine if flag.state is FlagState.CONFIRMED else Qt.PenStyle.DashLine

    def _paint_calm(self, painter: QPainter, area: QRectF) -> None:
        colours = theme().colours
        counts = dict.fromkeys((Severity.STOP, Severity.WARN, Severity.COACH), 0)
        for flag in self.open_flags:
            counts[flag.severity] += 1
        if not any(counts.values()):
            one_line(painter, area, self._quiet, colours.muted, theme().font())
            return
        side = self.fontMetrics().lineSpacing() * 1.2
        x = area.left()
        painter.setFont(theme().font())
        for severity, count in counts.items():
            if not count:
                continue
            paint_sign(painter, severity, QRectF(x, area.center().y() - side / 2, side, side), sure=True)
            word = f"{severity_word(severity)} × {count}"
            width = painter.fontMetrics().horizontalAdvance(word) + 4
            one_line(
                painter,
                QRectF(x + side + 6, area.top(), width, area.height()),
                word,
                colours.muted,
                theme().font(),
            )
            x += side + width + 26

    def _paint_flag(self, painter: QPainter, flag: Flag, area: QRectF, text: str, second: str) -> None:
        line = self.fontMetrics().lineSpacing()
        side = line * 2.5
        sign = QRectF(area.left(), area.center().y() - side / 2, side, side)
        paint_sign(
            painter, flag.severity, sign, sure=flag.state is not FlagState.UNCONFIRMED, inverted=self._loud
        )
        left, width = sign.right() + 14, area.right() - sign.right() - 14
        head = f"{severity_word(flag.severity)}  {what_happened(flag, self._to_script)}"
        tail = " · ".join(part for part in (flag.title, state_word(flag)) if part and part not in head)
        one_line(
            painter,
            QRectF(left, area.top(), width, line),
            f"{head}   {tail}",
            second,
            theme().font(1.0, bold=True),
        )
        foot = QRectF(left, area.bottom() - (0.0 if self._dense else line * 0.95), width, line * 0.95)
        if not self._dense:
            one_line(painter, foot, basis_text(flag), second, theme().font(0.88))
        top, room = area.top() + line + 1, foot.top() - area.top() - line - 2
        form = self._instead if flag.kind is FlagKind.VIOLATION else self._say
        said = form.format(words=flag.say_instead) if flag.say_instead else flag.title
        laid = fit(said, width, room, (1.35, 1.2, 1.05, 0.95), bold=True)
        laid.paint(painter, QPointF(left, top + max(0.0, (room - laid.height) / 2)), text)
