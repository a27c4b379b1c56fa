"""Cases from a table: choose a file, see what is good and what is not by row and column, then keep the good ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.contact.case import Case
from assist.contact.case_import import ImportedCases, import_cases
from desktop.background import Progress, Task
from desktop.cases.case_texts import column_problem_text

LOCALES = ("zh_CN", "zh_TW", "zh_HK", "en_US", "en_GB")


class ImportDialog(QDialog):
    """Signals: `cases_read` with the cases to keep, `failed` with a problem of the world."""

    cases_read = Signal(object)
    failed = Signal(object)

    def __init__(self, locale: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import cases"))
        self.resize(760, 520)
        self._task: Task | None = None
        self._found: ImportedCases | None = None
        self.path = QLineEdit(self)
        self.path.setPlaceholderText(self.tr("XLSX or CSV with headings in the first row"))
        browse = QPushButton(self.tr("Choose…"), self)
        self.locale_choice = QComboBox(self)
        self.locale_choice.addItems(LOCALES)
        self.locale_choice.setCurrentText(locale)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.problems = QTreeWidget(self)
        self.problems.setHeaderLabels([self.tr("Row"), self.tr("Column"), self.tr("Problem")])
        self.problems.setRootIsDecorated(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.keep = self.buttons.addButton(
            self.tr("Import good rows"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.keep.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Table"), row)
        form.addRow(self.tr("Rules of"), self.locale_choice)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.progress)
        layout.addWidget(self.summary)
        layout.addWidget(self.problems, 1)
        layout.addWidget(self.buttons)
        browse.clicked.connect(self._on_browse)
        self.path.returnPressed.connect(self._on_read)
        self.locale_choice.currentTextChanged.connect(self._on_read)
        self.buttons.accepted.connect(self._on_keep)
        self.buttons.rejected.connect(self.reject)

    def read(self, path: Path) -> None:
        """Read a table in the background."""
        self.path.setText(str(path))
        self._on_read()

    @Slot()
    def _on_browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a table of cases"), "", self.tr("Tables (*.xlsx *.xlsm *.csv *.txt)")
        )
        if chosen:
            self.read(Path(chosen))

    @Slot()
    def _on_read(self) -> None:
        if not self.path.text().strip():
            return
        if self._task is not None:
            self._task.cancel()
        self.keep.setEnabled(False)
        self.progress.show()
        self._task = Task(self)
        self._task.done.connect(self._on_found)
        self._task.failed.connect(self._on_failed)
        self._task.start(_reading(Path(self.path.text().strip()), self.locale_choice.currentText()))

    @Slot(object)
    def _on_found(self, found: ImportedCases) -> None:
        self.progress.hide()
        self._found = found
        bad = len({problem.row for problem in found.problems})
        lines = [
            self.tr("{good} cases can be imported; {bad} of {rows} rows can't.").format(
                good=len(found.cases), bad=bad, rows=found.rows
            )
        ]
        if found.unknown_columns:
            lines.append(
                self.tr("Columns left alone: {names}").format(names="、".join(found.unknown_columns))
            )
        self.summary.setText("\n".join(lines))
        self.problems.clear()
        for problem in found.problems:
            text = f"“{problem.value}” {column_problem_text(problem.code)}" if problem.value else ""
            text = text or column_problem_text(problem.code)
            self.problems.addTopLevelItem(QTreeWidgetItem([str(problem.row), problem.column, text]))
        self.keep.setEnabled(bool(found.cases))

    @Slot(object)
    def _on_failed(self, problem: object) -> None:
        self.progress.hide()
        self.problems.clear()
        self.summary.setText(str(problem))
        self.failed.emit(problem)

    @Slot()
    def _on_keep(self) -> None:
        if self._found is not None:
            cases: tuple[Case, ...] = self._found.cases
            self.cases_read.emit(cases)
        self.accept()

    def reject(self) -> None:
        """Leave; reading stops."""
        if self._task is not None:
            self._task.cancel()
        super().reject()


def _reading(path: Path, locale: str) -> Callable[[Progress], ImportedCases]:
    return lambda _progress: import_cases(path, locale)
