"""The list of cases: found by number, name or product; Enter opens one."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assist.contact.case import Case, mask_name

Index = QModelIndex | QPersistentModelIndex
CASE_ROLE = Qt.ItemDataRole.UserRole
NUMBER, NAME, PRODUCT, OWED, OVERDUE, LAST, STANDING = range(7)


class CaseListModel(QAbstractTableModel):
    """One row for each case; names are masked here and shown once a case is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: list[Case] = []
        self._today = date.min

    def show_cases(self, cases: list[Case], today: date) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._cases, self._today = cases, today
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else STANDING + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Case"), self.tr("Name"), self.tr("Product"), self.tr("Owed"), self.tr("Days overdue"),
            self.tr("Last call"), self.tr("What stands against a call"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        case = self._cases[index.row()]
        if role == CASE_ROLE:
            return case
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {OWED, OVERDUE}:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(case, index.column())
        return None

    def _text(self, case: Case, column: int) -> str:
        debt = case.debts[0]
        last = max((attempt.at for attempt in case.attempts), default=None)
        more = "" if len(case.debts) == 1 else f" +{len(case.debts) - 1}"
        return (
            case.case_id,
            mask_name(case.debtor.name),
            debt.product + more,
            f"{sum(one.total for one in case.debts):,.2f} {debt.currency}",
            str(debt.days_overdue(self._today)) if debt.due_since else "–",
            f"{last.astimezone():%m-%d %H:%M}" if last else "–",
            self._standing(case),
        )[column]

    def _standing(self, case: Case) -> str:
        debt_id = case.debts[0].debt_id
        reasons = [
            self.tr("no calls wanted") if any(stop.lifted_at is None for stop in case.stops) else "",
            self.tr("disputed") if case.disputed(debt_id) else "",
            self.tr("plan agreed") if case.plan_for(debt_id) else "",
            self.tr("represented") if case.represented else "",
            self.tr("hardship") if case.hardship else "",
            self.tr("deceased") if case.debtor.deceased else "",
        ]
        return " · ".join(filter(None, reasons)) or "–"


class CaseListView(QWidget):
    """Signals: `case_chosen` with a `Case`, `import_wanted`, `new_wanted`."""

    case_chosen = Signal(object)
    import_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CaseListModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self.model)
        self._filter.setFilterKeyColumn(-1)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find by case number or product"))
        self.words.setClearButtonEnabled(True)
        new = QPushButton(self.tr("New case…"), self)
        new.setShortcut("Ctrl+N")
        take_in = QPushButton(self.tr("Import…"), self)
        take_in.setShortcut("Ctrl+I")
        self.table = QTableView(self)
        self.table.setModel(self._filter)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.empty = QLabel(self.tr("No cases yet. Import a table (XLSX or CSV) or type in a case."), self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(new)
        top.addWidget(take_in)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        self.words.textChanged.connect(self._filter.setFilterFixedString)
        new.clicked.connect(self.new_wanted)
        take_in.clicked.connect(self.import_wanted)
        self.table.activated.connect(self._on_activated)
        self.show_cases([], date.min)

    def show_cases(self, cases: list[Case], today: date) -> None:
        """Show what the book holds."""
        self.model.show_cases(cases, today)
        self.table.setVisible(bool(cases))
        self.empty.setVisible(not cases)
        if cases:
            self.table.selectRow(0)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.case_chosen.emit(index.siblingAtColumn(0).data(CASE_ROLE))
