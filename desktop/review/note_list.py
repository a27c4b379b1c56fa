"""Reviewers' notes on a call; choosing one that belongs to a place plays it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assist.review.recorded_call import ReviewNote
from desktop.theme.theme import set_role
from speech.types import SAMPLE_RATE_HZ

MOST_HEIGHT = 132
POSITION_ROLE = Qt.ItemDataRole.UserRole


class NoteList(QWidget):
    """Hidden while there are none. Signal: `position_chosen` in samples."""

    position_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Notes"), self)
        set_role(title, "heading")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setMaximumHeight(MOST_HEIGHT)
        self.list.setAccessibleName(self.tr("Notes"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(title)
        layout.addWidget(self.list)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.hide()

    def show_notes(self, notes: Sequence[ReviewNote]) -> None:
        """Show these, the oldest first."""
        self.list.clear()
        for note in notes:
            seconds = note.position // SAMPLE_RATE_HZ
            place = f"{seconds // 60}:{seconds % 60:02d} · " if note.position >= 0 else ""
            when = datetime.fromtimestamp(note.at_utc_ms / 1000).astimezone()
            item = QListWidgetItem(f"{place}{note.text}\n{note.by}, {when:%Y-%m-%d %H:%M}")
            item.setData(POSITION_ROLE, note.position)
            self.list.addItem(item)
        self.setVisible(bool(notes))

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        position = int(item.data(POSITION_ROLE))
        if position >= 0:
            self.position_chosen.emit(position)
