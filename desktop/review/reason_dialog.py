"""Asks for one text, such as a reason or a note, and where wanted for one of several choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

TEXT_HEIGHT = 96


class ReasonDialog(QDialog):
    """Made anew for each question. Signal: `given` with the text and the choice (empty where none was offered)."""

    given = Signal(str, str)

    def __init__(
        self,
        title: str,
        about: str,
        parent: QWidget | None = None,
        *,
        choices: Sequence[str] = (),
        needs_text: bool = True,
    ) -> None:
        super().__init__(parent)
        self._needs_text = needs_text
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        said = QLabel(about, self)
        said.setWordWrap(True)
        self.choice = QComboBox(self)
        self.choice.addItems(list(choices))
        self.choice.setVisible(bool(choices))
        self.choice.setAccessibleName(title)
        self.text = QPlainTextEdit(self)
        self.text.setFixedHeight(TEXT_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(about)
        self.text.setVisible(needs_text)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(title)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (said, self.choice, self.text, self.buttons):
            layout.addWidget(widget)
        self.text.textChanged.connect(self._on_changed)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.ok.setEnabled(not self._needs_text or bool(self.text.toPlainText().strip()))

    @Slot()
    def _on_ok(self) -> None:
        self.given.emit(self.text.toPlainText().strip(), self.choice.currentText())
        self.accept()
