"""The list of recorded calls: newest first, filtered by words and by flags; Enter opens one."""

from __future__ import annotations

from datetime import datetime
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
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assist.rules.flags import Severity
from desktop.review.standing import ListedCall
from desktop.review.texts import outcome_text, severity_text, state_text
from speech.types import SAMPLE_RATE_HZ

Index = QModelIndex | QPersistentModelIndex
CALL_ROLE = Qt.ItemDataRole.UserRole
WHEN, LENGTH, CASE, AGENT, FLAGS, OUTCOME, STATE = range(7)


class CallListModel(QAbstractTableModel):
    """One row for each call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls: list[ListedCall] = []

    def show_calls(self, calls: list[ListedCall]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._calls = calls
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._calls)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Started"), self.tr("Length"), self.tr("Case"), self.tr("Agent"), self.tr("Flags"),
            self.tr("Outcome"), self.tr("Record"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        call = self._calls[index.row()]
        if role == CALL_ROLE:
            return call
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {LENGTH, FLAGS}:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(call, index.column())
        return None

    def _text(self, listed: ListedCall, column: int) -> str:
        call = listed.summary
        started = datetime.fromtimestamp(call.started_utc_ms / 1000).astimezone()
        seconds = call.samples // SAMPLE_RATE_HZ
        flags = f"{severity_text(Severity(call.gravest))} · {call.flags}" if call.gravest else "–"
        return (
            f"{started:%Y-%m-%d %H:%M}", f"{seconds // 60}:{seconds % 60:02d}", call.case_id or "–", call.agent,
            flags, outcome_text(call.outcome), self._record(listed),
        )[column]  # fmt: skip

    def _record(self, listed: ListedCall) -> str:
        """Its state, where it came from, and whether it is held."""
        said = [state_text(listed.summary.state)]
        if listed.origin:
            said = [self.tr("Received from {origin}").format(origin=listed.origin)]
        if listed.held:
            said.append(self.tr("legal hold"))
        return " · ".join(said)


class CallFilter(QSortFilterProxyModel):
    """Words in any column, and only calls with flags if wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flagged_only = False
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_flagged_only(self, wanted: bool) -> None:
        """Leave out calls without a flag."""
        self.beginFilterChange()
        self._flagged_only = wanted
        self.invalidateRowsFilter()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        listed: ListedCall = self.sourceModel().index(row, 0).data(CALL_ROLE)
        if self._flagged_only and not listed.summary.flags:
            return False
        return super().filterAcceptsRow(row, parent)


class CallListView(QWidget):
    """The list with its filter. Signals: `call_chosen` with a call's id, `refresh_wanted`."""

    call_chosen = Signal(str)
    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CallListModel(self)
        self._filter = CallFilter(self)
        self._filter.setSourceModel(self.model)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find by case, agent, date or outcome"))
        self.words.setClearButtonEnabled(True)
        self.flagged = QCheckBox(self.tr("Only calls with flags"), self)
        refresh = QPushButton(self.tr("Refresh"), self)
        refresh.setShortcut("F5")
        self.table = QTableView(self)
        self.table.setModel(self._filter)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.empty = QLabel(self.tr("No calls are recorded yet. Play the demo call, or start a call."), self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.flagged)
        top.addWidget(refresh)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        self.words.textChanged.connect(self._filter.setFilterFixedString)
        self.flagged.toggled.connect(self._filter.show_flagged_only)
        refresh.clicked.connect(self.refresh_wanted)
        self.table.activated.connect(self._on_activated)
        self.empty.hide()

    def show_calls(self, calls: list[ListedCall]) -> None:
        """Show what the store holds."""
        self.model.show_calls(calls)
        self.table.setVisible(bool(calls))
        self.empty.setVisible(not calls)
        if calls:
            self.table.selectRow(0)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        listed: ListedCall = index.siblingAtColumn(0).data(CALL_ROLE)
        self.call_chosen.emit(listed.summary.call_id)
