"""What takes two people, and what need not be kept any longer: for leads and compliance.

Requests with who asked and why; another person approves or refuses; what was agreed to is exported or destroyed from
here. Below, the calls whose keeping is over and those under a hold. The store enforces all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.evidence.people.approvals import Approval, ApprovalKind
from assist.evidence.retention.due import RetentionState
from desktop.background import Task
from desktop.review.standing import Supervision
from desktop.review.texts import approval_kind_text, approval_state_text
from desktop.theme.theme import set_role

OBJECT_ROLE = Qt.ItemDataRole.UserRole
SHORT_ID = 13
"""Characters of a call's id that people compare."""


class SupervisionActions(Protocol):
    """What the page needs of the store; each may wait and may raise `AssistProblem`."""

    def supervision(self) -> Supervision: ...

    def decide(self, approval_id: str, *, agree: bool) -> None: ...

    def destroy(self, approval: Approval, certificate: Path) -> None: ...


class SupervisionPage(QWidget):
    """Signals: `export_wanted` with an approved `Approval`; `call_chosen` with a call's id; `failed`, `broken`."""

    export_wanted = Signal(object)
    call_chosen = Signal(str)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, actions: SupervisionActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = actions
        self._name = ""
        self._titles: Mapping[tuple[str, str], str] = {}
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        set_role(self.about, "muted")
        self.requests = self._tree(
            [
                self.tr("What"),
                self.tr("Call"),
                self.tr("Asked"),
                self.tr("By"),
                self.tr("Reason"),
                self.tr("State"),
            ],
            self.tr("Requests"),
        )
        self.states = self._tree(
            [
                self.tr("Call"),
                self.tr("Case"),
                self.tr("Keep until"),
                self.tr("Because"),
                self.tr("Held for"),
            ],
            self.tr("Keeping"),
        )
        self.approve = self._button(self.tr("&Approve"), self._on_approve)
        self.refuse = self._button(self.tr("Re&fuse"), self._on_refuse)
        self.export = self._button(self.tr("&Full export…"), self._on_export)
        self.destroy = self._button(self.tr("&Destroy…"), self._on_destroy)
        buttons = QHBoxLayout()
        for button in (self.approve, self.refuse, self.export, self.destroy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.about)
        layout.addWidget(self._title(self.tr("Requests that take two people")))
        layout.addWidget(self.requests, 3)
        layout.addLayout(buttons)
        layout.addWidget(self._title(self.tr("Keeping: over, or under a legal hold")))
        layout.addWidget(self.states, 2)
        self.requests.currentItemChanged.connect(self._on_current)
        self.requests.itemActivated.connect(self._on_activated)
        self.states.itemActivated.connect(self._on_activated)
        self._offer(None)

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        self._run(self._acts.supervision, self._on_read)

    @Slot(object)
    def _on_read(self, found: Supervision) -> None:
        self._name = found.name
        self._titles = found.rule_titles
        self.about.setText(
            self.tr("Signed in as {name}. Who asked for something can't approve it.").format(name=found.name)
            if found.may_see
            else self.tr("Requests and retention are for your team's lead and compliance.")
        )
        self.requests.clear()
        for one in found.requests:
            item = QTreeWidgetItem(
                [
                    approval_kind_text(one.kind), one.call_id[:SHORT_ID], _when(one.requested_utc_ms),
                    one.requested_by, one.reason, approval_state_text(one.state),
                ]
            )  # fmt: skip
            item.setData(0, OBJECT_ROLE, one)
            item.setToolTip(4, one.reason)
            self.requests.addTopLevelItem(item)
        self.states.clear()
        for state in found.states:
            self.states.addTopLevelItem(self._state_item(state))
        for tree in (self.requests, self.states):
            for column in range(tree.columnCount() - 1):
                tree.resizeColumnToContents(column)
        if self.requests.topLevelItemCount():
            self.requests.setCurrentItem(self.requests.topLevelItem(0))
        else:
            self._offer(None)

    def _state_item(self, state: RetentionState) -> QTreeWidgetItem:
        decision = state.decision
        until = decision.keep_until.isoformat() if decision.keep_until is not None else self.tr("no end yet")
        because = [self._titles.get((decision.rules_version, rule), rule) for rule in decision.because]
        item = QTreeWidgetItem(
            [
                f"{state.call.number} · {state.call.call_id[:SHORT_ID]}",
                state.call.case_id or "–",
                until,
                "; ".join(because),
                "; ".join(hold.reason for hold in state.holds) or "–",
            ]
        )
        item.setData(0, OBJECT_ROLE, state)
        return item

    def _offer(self, request: Approval | None) -> None:
        """Only what can be done with the chosen request."""
        asked = request is not None and request.state == "asked" and request.requested_by != self._name
        agreed = request is not None and request.state == "approved"
        self.approve.setEnabled(asked)
        self.refuse.setEnabled(asked)
        self.export.setEnabled(
            agreed and request is not None and request.kind == ApprovalKind.FULL_EXPORT.value
        )
        self.destroy.setEnabled(
            agreed and request is not None and request.kind == ApprovalKind.DELETION.value
        )

    def _chosen(self) -> Approval | None:
        item = self.requests.currentItem()
        return None if item is None else item.data(0, OBJECT_ROLE)

    @Slot()
    def _on_approve(self) -> None:
        self._decide(agree=True)

    @Slot()
    def _on_refuse(self) -> None:
        self._decide(agree=False)

    def _decide(self, *, agree: bool) -> None:
        request = self._chosen()
        if request is not None:
            self._run(lambda: self._acts.decide(request.approval_id, agree=agree), self._on_acted)

    @Slot()
    def _on_export(self) -> None:
        request = self._chosen()
        if request is not None:
            self.export_wanted.emit(request)

    @Slot()
    def _on_destroy(self) -> None:
        request = self._chosen()
        if request is None:
            return
        suggested = str(Path.home() / f"deletion-{request.call_id}.json")
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Destroy the call's content and keep the proof"), suggested, "JSON (*.json)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if file:
            self._run(lambda: self._acts.destroy(request, Path(file)), self._on_acted)

    @Slot(object)
    def _on_acted(self, _result: object) -> None:
        self.refresh()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self._offer(None if item is None else item.data(0, OBJECT_ROLE))

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        about = item.data(0, OBJECT_ROLE)
        self.call_chosen.emit(about.call_id if isinstance(about, Approval) else about.call.call_id)

    def _run(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        task = Task(self)
        task.done.connect(then)
        task.failed.connect(self.failed)
        task.broken.connect(self.broken)
        task.start(lambda _progress: work())

    def _tree(self, headings: list[str], name: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderLabels(headings)
        tree.setRootIsDecorated(False)
        tree.setAlternatingRowColors(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setAccessibleName(name)
        return tree

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(slot)
        return button

    def _title(self, text: str) -> QLabel:
        label = QLabel(text, self)
        set_role(label, "heading")
        return label


def _when(utc_ms: int) -> str:
    return f"{datetime.fromtimestamp(utc_ms / 1000).astimezone():%Y-%m-%d %H:%M}"
