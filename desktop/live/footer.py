"""The window's foot: notices on the left, the call's buttons with their keys on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.live.notices import NoticeLine
from desktop.theme.icons import icon
from desktop.theme.theme import set_role, theme
from desktop.widgets.retranslating import Panel


class Footer(Panel):
    """Signals: `pause_wanted` (pause or go on), `moment_wanted`, `end_wanted`, `compact_wanted`."""

    pause_wanted = Signal()
    moment_wanted = Signal()
    end_wanted = Signal()
    compact_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="foot")
        self._paused = False
        self.notices = NoticeLine(self)
        self.moment = QPushButton(self)
        self.pause = QPushButton(self)
        self.end = QPushButton(self)
        self.compact = QPushButton(self)
        set_role(self.end, "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 10)
        row.setSpacing(6)
        row.addWidget(self.notices, 1)
        for button in (self.moment, self.pause, self.end, self.compact):
            row.addWidget(button)
        self.moment.clicked.connect(self.moment_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.end.clicked.connect(self.end_wanted)
        self.compact.clicked.connect(self.compact_wanted)
        self.notices.end_wanted.connect(self.end_wanted)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        colours = theme().colours
        self.moment.setText(self.tr("Mark moment  M"))
        self.moment.setToolTip(self.tr("Mark this moment for review (M)"))
        self.moment.setIcon(icon("moment", colours.text))
        self.pause.setText(self.tr("Go on  P") if self._paused else self.tr("Pause  P"))
        self.pause.setToolTip(
            self.tr("Record and recognise again (P)")
            if self._paused
            else self.tr("Nothing is recorded while paused, for card numbers and the like (P)")
        )
        self.pause.setIcon(icon("play" if self._paused else "pause", colours.text))
        self.end.setText(self.tr("End call  Ctrl+E"))
        self.end.setIcon(icon("end", colours.stop_text))
        self.compact.setText(self.tr("Small  C"))
        self.compact.setToolTip(self.tr("Small window that stays on top and never takes the focus (C)"))
        self.compact.setIcon(icon("compact", colours.text))

    def show_state(self, *, running: bool, paused: bool) -> None:
        """Which buttons make sense now."""
        self._paused = paused
        for button in (self.moment, self.pause, self.end):
            button.setEnabled(running)
        self.retranslate()
