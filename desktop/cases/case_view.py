"""One case before the call: who, what is owed, what happened, and whether the call may be placed now."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.contact.case import Case, Debt, LitigationStatus
from assist.contact.gate import ContactGate, ContactRequest, GateDecision, override
from assist.contact.phone import display_phone
from assist.contact.rules_loader import shipped_contact_rules
from assist.problems import AssistProblem
from desktop.call_subject import CallRequest
from desktop.cases.case_history import history
from desktop.cases.case_texts import litigation_text, money, role_text
from desktop.cases.gate_panel import GatePanel


class CaseView(QWidget):
    """Signals: `call_wanted` with a `CallRequest`, `plan_wanted` and `edit_wanted` with the case, `closed`, `failed`."""

    call_wanted = Signal(object)
    plan_wanted = Signal(object, str)
    edit_wanted = Signal(object)
    closed = Signal()
    failed = Signal(object)

    def __init__(self, agent: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agent = agent
        self._case: Case | None = None
        self._decision: GateDecision | None = None
        self.heading = QLabel(self)
        self.heading.setObjectName("caseHeading")
        self.who = QComboBox(self)
        self.who.setAccessibleName(self.tr("Whom to call"))
        self.what = QComboBox(self)
        self.what.setAccessibleName(self.tr("About which debt"))
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.history = QTreeWidget(self)
        self.history.setHeaderLabels([self.tr("When"), self.tr("What happened")])
        self.history.setRootIsDecorated(False)
        self.history.setAccessibleName(self.tr("History"))
        self.gate = GatePanel(self)
        self._lay_out()
        self.who.currentIndexChanged.connect(self._on_choice)
        self.what.currentIndexChanged.connect(self._on_choice)
        self.gate.call_wanted.connect(self._on_call)

    def show_case(self, case: Case) -> None:
        """Show this case; the gate is asked at once."""
        self._case = case
        self.heading.setText(self.tr("{case} · {name}").format(case=case.case_id, name=case.debtor.name))
        for box in (self.who, self.what):
            box.blockSignals(True)
            box.clear()
        for person in case.people:
            for phone in person.phones:
                label = f"{person.name} · {role_text(person.role)} · {display_phone(phone.number)}"
                self.who.addItem(label, (person.person_id, phone.number))
        for debt in case.debts:
            self.what.addItem(f"{debt.product} · {money(debt.total, debt.currency)}", debt.debt_id)
        for box in (self.who, self.what):
            box.blockSignals(False)
        self._show_history(case)
        self._on_choice()

    def refresh(self) -> None:
        """Ask the gate again: time goes on while the case is open."""
        self._on_choice()

    def _lay_out(self) -> None:
        back = QPushButton(self.tr("← Cases"), self)
        back.setShortcut("Esc")
        edit = QPushButton(self.tr("Edit…"), self)
        plan = QPushButton(self.tr("Work out a plan…"), self)
        plan.setShortcut("Ctrl+P")
        top = QHBoxLayout()
        top.addWidget(back)
        top.addWidget(self.heading, 1)
        top.addWidget(plan)
        top.addWidget(edit)
        choice = QFormLayout()
        choice.addRow(self.tr("Call"), self.who)
        choice.addRow(self.tr("About"), self.what)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(choice)
        column.addWidget(self.facts)
        column.addWidget(self.history, 1)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(left)
        middle.addWidget(self.gate)
        middle.setStretchFactor(0, 1)
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(middle, 1)
        back.clicked.connect(self.closed)
        edit.clicked.connect(self._on_edit)
        plan.clicked.connect(self._on_plan)

    def _debt(self) -> Debt | None:
        debt_id = self.what.currentData()
        return self._case.debt(debt_id) if self._case is not None and debt_id else None

    @Slot()
    def _on_choice(self) -> None:
        chosen, debt, case = self.who.currentData(), self._debt(), self._case
        if case is None or debt is None:
            self.gate.show_decision(None)
            return
        self.facts.setText(self._facts(case, debt))
        if chosen is None:
            self._decision = None
            self.gate.show_decision(None)
            self.gate.verdict.setText(self.tr("This case has no phone number. Edit the case to add one."))
            return
        person_id, number = chosen
        request = ContactRequest(person_id, number, debt.debt_id, datetime.now(UTC))
        try:
            self._decision = ContactGate(shipped_contact_rules(case.locale)).check(case, request)
        except AssistProblem as problem:
            self._decision = None
            self.failed.emit(problem)
        self.gate.show_decision(self._decision)

    def _facts(self, case: Case, debt: Debt) -> str:
        today = datetime.now(UTC).date()
        parts = [
            self.tr("Creditor: {creditor}").format(creditor=debt.creditor),
            self.tr("Principal {principal}, interest {interest}, fees {fees}").format(
                principal=money(debt.principal, debt.currency),
                interest=money(debt.interest, debt.currency),
                fees=money(debt.fees, debt.currency),
            ),
            self.tr("{days} days overdue").format(days=debt.days_overdue(today)) if debt.due_since else "",
            self.tr("Pay through: {channels}").format(channels="、".join(debt.official_channels))
            if debt.official_channels
            else self.tr("No official payment channel is on file: don't name any."),
            litigation_text(case.litigation) if case.litigation is not LitigationStatus.NONE else "",
            self.tr("Hardship: {what}").format(what=case.hardship) if case.hardship else "",
            self.tr("Notes: {notes}").format(notes=case.notes) if case.notes else "",
        ]
        return "\n".join(filter(None, parts))

    def _show_history(self, case: Case) -> None:
        self.history.clear()
        for at, text in history(case):
            self.history.addTopLevelItem(QTreeWidgetItem([f"{at.astimezone():%Y-%m-%d %H:%M}", text]))
        if not self.history.topLevelItemCount():
            self.history.addTopLevelItem(QTreeWidgetItem(["", self.tr("Nothing yet.")]))
        self.history.resizeColumnToContents(0)

    @Slot(str)
    def _on_call(self, reason: str) -> None:
        case, debt, chosen = self._case, self._debt(), self.who.currentData()
        if case is None or debt is None or chosen is None or self._decision is None:
            return
        lifted = None
        if self._decision.blocks:
            try:
                lifted = override(self._decision, self._agent, reason, datetime.now(UTC))
            except AssistProblem as problem:
                self.failed.emit(problem)
                return
        self.call_wanted.emit(
            CallRequest(
                source="live",
                locale=case.locale,
                language="zh" if case.locale.startswith("zh") else "en",
                agent=self._agent,
                case=case,
                person_id=chosen[0],
                number=chosen[1],
                debt_id=debt.debt_id,
                override=lifted,
            )
        )

    @Slot()
    def _on_edit(self) -> None:
        if self._case is not None:
            self.edit_wanted.emit(self._case)

    @Slot()
    def _on_plan(self) -> None:
        if self._case is not None:
            self.plan_wanted.emit(self._case, self.what.currentData() or "")
