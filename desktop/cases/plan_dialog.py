"""A repayment plan from what the debtor can pay: the table to read out and the summary that makes it valid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.contact.case import Debt
from assist.playbook.plan import RepaymentPlan, least_monthly, plan_by_months, plan_by_payment
from assist.playbook.plan_texts import PlanTexts, oral_summary, shipped_plan_texts, table_rows
from assist.problems import AssistProblem


class PlanDialog(QDialog):
    """Signal: `plan_agreed` with the `RepaymentPlan`."""

    plan_agreed = Signal(object)

    def __init__(self, debt: Debt, locale: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Repayment plan"))
        self.resize(860, 620)
        self._debt, self._today = debt, today
        self._texts: PlanTexts = shipped_plan_texts(locale)
        self._limits = self._texts.limits_for(debt.kind)
        self.plan: RepaymentPlan | None = None
        self.by_payment = QRadioButton(self.tr("Can pay each month"), self)
        self.by_payment.setChecked(True)
        self.monthly = _amount(debt.total, self)
        self.by_months = QRadioButton(self.tr("Number of months"), self)
        self.months = QSpinBox(self)
        self.months.setRange(1, self._limits.longest_months or 600)
        self.months.setValue(min(12, self.months.maximum()))
        self.at_once = _amount(debt.total, self)
        self.first = QDateEdit(self)
        self.first.setCalendarPopup(True)
        self.first.setDisplayFormat("yyyy-MM-dd")
        self.first.setDate(QDate(today.year, today.month, today.day).addMonths(1))
        self.authorised = QCheckBox(self.tr("The creditor has approved this plan"), self)
        self.limit = QLabel(self._limit_text(), self)
        self.limit.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("formProblem")
        self.problem.setWordWrap(True)
        self.table = QTableWidget(self)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("Payments"))
        self.spoken = QPlainTextEdit(self)
        self.spoken.setReadOnly(True)
        self.spoken.setAccessibleName(self.tr("To read out"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.agree = self.buttons.addButton(
            self.tr("Agreed on the call"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._lay_out()
        self._suggest_monthly()
        self._connect()
        self._work_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.by_payment, self.monthly)
        form.addRow(self.by_months, self.months)
        form.addRow(self.tr("Pays at once"), self.at_once)
        form.addRow(self.tr("First instalment"), self.first)
        form.addRow("", self.authorised)
        top = QHBoxLayout()
        top.addLayout(form, 1)
        notes = QVBoxLayout()
        notes.addWidget(self.limit)
        notes.addWidget(self.problem)
        notes.addStretch(1)
        top.addLayout(notes, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.table, 3)
        layout.addWidget(QLabel(self.tr("Read this out so that the oral plan holds:"), self))
        layout.addWidget(self.spoken, 2)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        for amount in (self.monthly, self.at_once):
            amount.valueChanged.connect(self._work_out)
        self.months.valueChanged.connect(self._work_out)
        self.first.dateChanged.connect(self._work_out)
        self.by_payment.toggled.connect(self._work_out)
        self.authorised.toggled.connect(self._work_out)
        self.buttons.accepted.connect(self._on_agreed)
        self.buttons.rejected.connect(self.reject)

    def _limit_text(self) -> str:
        if not self._limits.longest_months:
            return self.tr("No limit on the number of months.")
        return self.tr("At most {months} months ({source}).").format(
            months=self._limits.longest_months, source=self._limits.source
        )

    def _suggest_monthly(self) -> None:
        try:
            least = least_monthly(self._debt.total, self._first_due(), self._debt.terms, self._limits)
        except AssistProblem:
            return
        self.monthly.setValue(float(max(least, (self._debt.total / 12).quantize(Decimal("0.01")))))

    def _first_due(self) -> date:
        chosen = self.first.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @Slot()
    def _work_out(self) -> None:
        self.monthly.setEnabled(self.by_payment.isChecked())
        self.months.setEnabled(self.by_months.isChecked())
        down = _decimal(self.at_once)
        more = {
            "currency": self._debt.currency,
            "down_payment": down,
            "down_payment_due": self._today if down else None,
        }
        terms = self._debt.terms
        try:
            if self.by_payment.isChecked():
                self.plan = plan_by_payment(
                    self._debt.total, _decimal(self.monthly), self._first_due(), terms, self._limits, **more
                )
            else:
                self.plan = plan_by_months(
                    self._debt.total, self.months.value(), self._first_due(), terms, self._limits, **more
                )
        except AssistProblem as problem:
            self.plan = None
            self.problem.setText(str(problem))
        else:
            self.problem.setText("")
        self.agree.setEnabled(self.plan is not None)
        self._show_plan()

    def _show_plan(self) -> None:
        if self.plan is None:
            self.table.setRowCount(0)
            self.spoken.clear()
            return
        heading, *rows = table_rows(self.plan, self._texts)
        self.table.setColumnCount(len(heading))
        self.table.setHorizontalHeaderLabels(heading)
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(cell))
        self.table.resizeColumnsToContents()
        lines = oral_summary(
            self.plan, self._debt, self._texts, self._today, authorised=self.authorised.isChecked()
        )
        self.spoken.setPlainText("\n".join(line.text for line in lines))

    @Slot()
    def _on_agreed(self) -> None:
        if self.plan is not None:
            self.plan_agreed.emit(self.plan)
            self.accept()


def _amount(most: Decimal, parent: QWidget) -> QDoubleSpinBox:
    box = QDoubleSpinBox(parent)
    box.setRange(0, float(most))
    box.setDecimals(2)
    box.setGroupSeparatorShown(True)
    box.setSingleStep(100)
    return box


def _decimal(box: QDoubleSpinBox) -> Decimal:
    return Decimal(str(round(box.value(), 2)))
