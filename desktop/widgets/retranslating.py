"""Widgets whose texts follow a change of the language while they are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget


class Retranslating(QWidget):
    """Calls `retranslate` when the app's language has changed; the constructor of a subclass calls it too."""

    def retranslate(self) -> None:
        """Set every text anew."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class Panel(QFrame):
    """A framed area with a style role; retranslates like `Retranslating`."""

    def __init__(self, parent: QWidget | None = None, role: str = "panel") -> None:
        super().__init__(parent)
        self.setProperty("role", role)

    def retranslate(self) -> None:
        """Set every text anew."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
