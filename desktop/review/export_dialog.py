"""Exporting one call as an evidence bundle: where to, numbers masked; then whose key, to be told by telephone.

The export runs in a worker and can be cancelled; a cancelled one leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.evidence.bundle.export import ExportedBundle
from desktop.background import Progress, Task
from desktop.problem_texts import problem_text
from desktop.theme.theme import set_role

Export = Callable[[Path, Progress], ExportedBundle]
"""Makes the bundle below a folder; called in a worker."""


class ExportDialog(QDialog):
    """Made anew for each export. Signals: `exported` with the `ExportedBundle`, `broken` with a bug."""

    exported = Signal(object)
    broken = Signal(object)

    def __init__(
        self, export: Export, folder: Path, parent: QWidget | None = None, *, full: bool = False
    ) -> None:
        super().__init__(parent)
        self._export = export
        self._task: Task | None = None
        self._bundle: ExportedBundle | None = None
        self.setWindowTitle(self.tr("Export evidence"))
        self.setMinimumWidth(620)
        about = QLabel(self._about(full=full), self)
        about.setWordWrap(True)
        self.folder = QLineEdit(str(folder), self)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.hide()
        self.fingerprint = QLineEdit(self)
        self.fingerprint.setReadOnly(True)
        self.fingerprint.setAccessibleName(self.tr("Fingerprint"))
        self.fingerprint.hide()
        self.copy = QPushButton(self.tr("&Copy fingerprint"), self)
        self.open_folder = QPushButton(self.tr("&Open folder"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.start = self.buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        after = QHBoxLayout()
        after.addWidget(self.copy)
        after.addWidget(self.open_folder)
        after.addStretch(1)
        for button in (self.copy, self.open_folder):
            button.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addLayout(row)
        layout.addWidget(self.progress)
        layout.addWidget(self.said)
        layout.addWidget(self.fingerprint)
        layout.addLayout(after)
        layout.addWidget(self.buttons)
        self.browse.clicked.connect(self._on_browse)
        self.copy.clicked.connect(self._on_copy)
        self.open_folder.clicked.connect(self._on_open)
        self.buttons.accepted.connect(self._on_start)
        self.buttons.rejected.connect(self.reject)
        self.adjustSize()

    def _about(self, *, full: bool) -> str:
        if full:
            return self.tr(
                "The bundle holds the sound, the transcript and every entry of this call, signed, with ALL numbers "
                "readable, as two people agreed. The agreement serves once. Give the bundle only to whom it was agreed for."
            )
        return self.tr(
            "The bundle holds the sound, the transcript and every entry of this call, signed, with a guide for "
            "checking it without evenhand. ID, card and telephone numbers are masked in the text and silenced in "
            "the sound. The export is noted in the record."
        )

    def reject(self) -> None:
        """Close; a running export is cancelled."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    @Slot()
    def _on_browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export evidence"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    @Slot()
    def _on_start(self) -> None:
        if self._bundle is not None:
            self.accept()
            return
        target = Path(self.folder.text().strip()).expanduser()
        self._working(running=True)
        task = self._task = Task(self)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.broken.connect(self._on_broken)
        task.progressed.connect(self._on_progress)
        task.start(lambda progress: self._export(target, progress))

    def _working(self, *, running: bool) -> None:
        self.progress.setVisible(running)
        self.progress.setRange(0, 0)
        for widget in (self.folder, self.browse, self.start):
            widget.setEnabled(not running)
        if running:
            self.said.hide()

    @Slot(int, int)
    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    @Slot(object)
    def _on_done(self, bundle: ExportedBundle) -> None:
        self._bundle = bundle
        self._working(running=False)
        self._say(
            self.tr(
                "Exported to {folder}. Numbers masked in {entries} entries and silenced in {places} places. Tell the "
                "receiver this fingerprint by another way than the bundle, such as by telephone:"
            ).format(folder=str(bundle.folder), entries=bundle.masked_entries, places=bundle.silenced_spans),
            "muted",
        )
        self.fingerprint.setText(bundle.fingerprint)
        for widget in (self.fingerprint, self.copy, self.open_folder):
            widget.show()
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()
        self.start.setText(self.tr("&Done"))
        self.start.setFocus()
        self.adjustSize()
        self.exported.emit(bundle)

    @Slot(object)
    def _on_failed(self, problem: object) -> None:
        self._working(running=False)
        self._say(problem_text(problem), "notice")
        self.folder.setFocus()

    @Slot(object)
    def _on_broken(self, bug: object) -> None:
        self._working(running=False)
        self.broken.emit(bug)
        self.reject()

    def _say(self, sentence: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(sentence)
        self.said.show()
        self.adjustSize()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.fingerprint.text())

    @Slot()
    def _on_open(self) -> None:
        if self._bundle is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._bundle.folder)))
