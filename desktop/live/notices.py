"""What the user should know about the machine: one line at the window's foot whose place is always kept.

Severe notices (recording has stopped) stay until the call ends; others go when the matter is settled or after a
while. The newest severe one is shown before any other.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.widgets.fitted_text import one_line
from desktop.widgets.retranslating import Retranslating

SHOWN_MS = 12_000


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; a newer one with the same key takes its place."""

    key: str
    text: str
    severe: bool = False
    lasting: bool = False
    """Stays until it is taken back."""


class NoticeLine(Retranslating):
    """Signals: `end_wanted` and `go_on_wanted`, the answers when the end of the call is offered."""

    end_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, Notice] = {}
        self._idle = ""
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SHOWN_MS)
        self._fade.timeout.connect(self._drop_passing)
        self.end_button = QPushButton(self)
        self.go_on_button = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        row.addWidget(self.end_button)
        row.addWidget(self.go_on_button)
        self.end_button.clicked.connect(self.end_wanted)
        self.go_on_button.clicked.connect(self.go_on_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        self.end_button.setText(self.tr("End"))
        self.go_on_button.setText(self.tr("Go on"))
        self._draw()

    def show_notice(self, notice: Notice) -> None:
        """Show it, or take the place of the one with its key."""
        self._notices.pop(notice.key, None)
        self._notices[notice.key] = notice
        if not notice.lasting and not notice.severe:
            self._fade.start()
        self._draw()

    def take_back(self, key: str) -> None:
        """The matter is settled."""
        if self._notices.pop(key, None) is not None:
            self._draw()

    def clear(self) -> None:
        """Forget everything."""
        self._notices.clear()
        self._draw()

    def show_idle_text(self, text: str) -> None:
        """What stands here while there is no notice."""
        self._idle = text
        self.update()

    @property
    def shown(self) -> Notice | None:
        """The notice that is on the screen."""
        for wanted in (True, False):
            for notice in reversed(self._notices.values()):
                if notice.severe is wanted:
                    return notice
        return None

    @Slot()
    def _drop_passing(self) -> None:
        self._notices = {key: one for key, one in self._notices.items() if one.lasting or one.severe}
        self._draw()

    def _draw(self) -> None:
        shown = self.shown
        offered = shown is not None and shown.key == "end"
        self.end_button.setVisible(offered)
        self.go_on_button.setVisible(offered)
        self.setAccessibleName(shown.text if shown else self._idle)
        self.setToolTip(shown.text if shown else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.fontMetrics().lineSpacing() * 2.0))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shown = self.shown
        if shown is None:
            one_line(painter, area.adjusted(4, 0, -4, 0), self._idle, colours.muted, theme().font(0.92))
            painter.end()
            return
        ground, ink = (
            (colours.stop, colours.on_stop) if shown.severe else (colours.warn_soft, colours.warn_text)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 6, 6)
        side = area.height() * 0.55
        paint_icon(painter, "warning", QRectF(9, area.center().y() - side / 2, side, side), ink)
        buttons = (
            self.end_button.width() + self.go_on_button.width() + 16 if self.end_button.isVisible() else 0
        )
        text = area.adjusted(side + 18, 0, -buttons - 6, 0)
        one_line(painter, text, shown.text, ink, theme().font(1.0, bold=shown.severe))
        painter.end()
