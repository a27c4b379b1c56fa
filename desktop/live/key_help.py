"""All keys of the live window, in a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from desktop.live.page_keys import key_help
from desktop.theme.theme import set_role
from desktop.widgets.labels import KeyCap


class KeyHelp(QDialog):
    """Made anew each time it is opened, so that it speaks the language in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(16)
        title = QLabel(self.tr("Keys of this window"), self)
        set_role(title, "heading")
        grid.addWidget(title, 0, 0, 1, 2)
        for row, (keys, meaning) in enumerate(key_help(), 1):
            grid.addWidget(KeyCap(keys, self), row, 0)
            grid.addWidget(QLabel(meaning, self), row, 1)
        note = QLabel(self.tr("Keys that work while the CRM is in front are in the settings."), self)
        set_role(note, "muted")
        grid.addWidget(note, len(key_help()) + 1, 0, 1, 2)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        grid.addWidget(close, len(key_help()) + 2, 0, 1, 2)
