"""The wrap-up after a call: drafted from the record, all of it editable, saved with one key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.call.events import WrapUpDraft
from assist.playbook.summary import Outcome
from desktop.live.facts_strip import is_amount, is_date
from desktop.review.texts import outcome_text
from desktop.theme.theme import set_role, theme
from desktop.widgets.retranslating import Panel


def is_moment(text: str) -> bool:
    """Whether `text` is empty or an ISO date and time."""
    try:
        return not text.strip() or bool(datetime.fromisoformat(text.strip()))
    except ValueError:
        return False


class PlanTable(QTableWidget):
    """Payments of the agreed plan: date and amount, both editable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * 6.2))

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these payments."""
        self.setRowCount(0)
        for day, amount in rows:
            self.add_row(day, amount)

    def add_row(self, day: str = "", amount: str = "") -> None:
        """One more payment."""
        row = self.rowCount()
        self.insertRow(row)
        self.setItem(row, 0, QTableWidgetItem(day))
        self.setItem(row, 1, QTableWidgetItem(amount))

    def remove_current(self) -> None:
        """Take the current payment away."""
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())

    def rows(self) -> tuple[tuple[str, str], ...]:
        """The payments that are not empty."""
        found = []
        for row in range(self.rowCount()):
            day, amount = (self._text(row, column) for column in (0, 1))
            if day or amount:
                found.append((day, amount.replace(",", "")))
        return tuple(found)

    def all_right(self) -> bool:
        """Whether every payment has a date and an amount."""
        return all(day and amount and is_date(day) and is_amount(amount) for day, amount in self.rows())

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""


class SummaryEdit(QPlainTextEdit):
    """Asks for four lines only, so that a low window keeps the button for saving in sight."""

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * 4 + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class WrapUpPanel(Panel):
    """Signals: `saved` with the edited `WrapUpDraft`; `new_call_wanted` after the record is closed."""

    saved = Signal(object)
    new_call_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        set_role(self.title, "title")
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        set_role(self.hint, "muted")
        self.outcome = QComboBox(self)
        self.amount = QLineEdit(self)
        self.date = QLineEdit(self)
        self.next_contact = QLineEdit(self)
        self.plan = PlanTable(self)
        self.add_payment = QPushButton(self)
        self.remove_payment = QPushButton(self)
        self.summary = SummaryEdit(self)
        self.summary.setTabChangesFocus(True)
        self.problem = QLabel(self)
        set_role(self.problem, "bad")
        self.save_button = QPushButton(self)
        set_role(self.save_button, "primary")
        self.new_call = QPushButton(self)
        self._labels = {name: QLabel(self) for name in ("outcome", "promise", "next", "plan", "summary")}
        for name, field in (("outcome", self.outcome), ("promise", self.amount), ("next", self.next_contact),
                            ("plan", self.plan), ("summary", self.summary)):  # fmt: skip
            self._labels[name].setBuddy(field)
        self._build()
        self._closed = False
        self.save_button.clicked.connect(self.save)
        self.new_call.clicked.connect(self.new_call_wanted)
        self.add_payment.clicked.connect(self._add_payment)
        self.remove_payment.clicked.connect(self._remove_payment)
        self.retranslate()
        self._enable(editable=False)

    def _build(self) -> None:
        promise = QHBoxLayout()
        promise.addWidget(self.amount, 1)
        promise.addWidget(self.date, 1)
        buttons = QVBoxLayout()
        buttons.addWidget(self.add_payment)
        buttons.addWidget(self.remove_payment)
        buttons.addStretch(1)
        plan = QHBoxLayout()
        plan.addWidget(self.plan, 1)
        plan.addLayout(buttons)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.addRow(self._labels["outcome"], self.outcome)
        form.addRow(self._labels["promise"], promise)
        form.addRow(self._labels["next"], self.next_contact)
        form.addRow(self._labels["plan"], plan)
        form.addRow(self._labels["summary"], self.summary)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.new_call)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addLayout(form, 1)
        column.addLayout(foot)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Wrap-up"))
        self._draft_hint = self.tr("Drafted from what was said. Change what is not right, then save.")
        self._waiting = self.tr("The last words are being recognised …")
        self._labels["outcome"].setText(self.tr("&Outcome"))
        self._labels["promise"].setText(self.tr("&Promise"))
        self._labels["next"].setText(self.tr("&Next contact"))
        self._labels["plan"].setText(self.tr("Pa&yments"))
        self._labels["summary"].setText(self.tr("&Summary"))
        self.amount.setPlaceholderText(self.tr("Amount"))
        self.date.setPlaceholderText(self.tr("Date (2026-12-05)"))
        self.next_contact.setPlaceholderText(self.tr("Date and time (2026-12-05 10:00)"))
        self.plan.setHorizontalHeaderLabels([self.tr("Date"), self.tr("Amount")])
        self.plan.setAccessibleName(self.tr("Payments"))
        self.summary.setAccessibleName(self.tr("Summary"))
        self.add_payment.setText(self.tr("Add"))
        self.remove_payment.setText(self.tr("Remove"))
        self.save_button.setText(self.tr("Save  Ctrl+Enter"))
        self.new_call.setText(self.tr("Next call"))
        self._wrong = self.tr("Check what is marked: amounts are numbers, dates are written 2026-12-05.")
        current = self.outcome.currentData()
        self.outcome.clear()
        for outcome in Outcome:
            self.outcome.addItem(outcome_text(outcome), outcome.value)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(current)))

    # --- what happens --------------------------------------------------------------------------------

    def show_waiting(self) -> None:
        """The sound has ended, the draft is not there yet."""
        self._closed = False
        self.show_draft(WrapUpDraft(Outcome.NO_CONVERSATION.value, "", "", "", ""))
        self.hint.setText(self._waiting)
        self._enable(editable=False)

    def show_draft(self, draft: WrapUpDraft) -> None:
        """Show a draft to edit."""
        if self.outcome.findData(draft.outcome) < 0:
            self.outcome.addItem(outcome_text(draft.outcome), draft.outcome)
        self.outcome.setCurrentIndex(self.outcome.findData(draft.outcome))
        self.amount.setText(draft.promise_amount)
        self.date.setText(draft.promise_date)
        self.next_contact.setText(draft.next_contact.replace("T", " "))
        self.plan.show_rows(draft.plan)
        self.summary.setPlainText(draft.summary)
        set_role(self.hint, "muted")
        self.hint.setText(self._draft_hint)
        self.problem.setText("")
        self.new_call.setVisible(False)
        self._enable(editable=True)

    def show_saving(self) -> None:
        """Saved, the record is being closed."""
        self.hint.setText(self.tr("The record is being closed …"))
        self._enable(editable=False)

    def show_closed(self, *, verified: bool, entries: int) -> None:
        """The record is closed."""
        self._closed = True
        self._enable(editable=False)
        form = (
            self.tr("Record closed and verified: {entries} entries, nothing was changed.")
            if verified
            else self.tr("The record of {entries} entries does NOT verify. Tell your compliance team.")
        )
        set_role(self.hint, "good" if verified else "bad")
        self.hint.setText(form.format(entries=entries))
        self.new_call.setVisible(True)
        self.new_call.setFocus()

    def draft(self) -> WrapUpDraft:
        """As it is edited now."""
        return WrapUpDraft(
            outcome=str(self.outcome.currentData()),
            promise_amount=self.amount.text().replace(",", "").strip(),
            promise_date=self.date.text().strip(),
            next_contact=self.next_contact.text().strip().replace(" ", "T", 1),
            summary=self.summary.toPlainText().strip(),
            plan=self.plan.rows(),
        )

    @Slot()
    def save(self) -> None:
        """Save what is there; something wrong is marked and stays."""
        if not self.save_button.isEnabled():
            return
        right = [
            (self.amount, is_amount(self.amount.text())),
            (self.date, is_date(self.date.text())),
            (self.next_contact, is_moment(self.next_contact.text())),
        ]
        for field, is_right in right:
            set_role(field, "" if is_right else "wrong")
        if not all(is_right for _, is_right in right) or not self.plan.all_right():
            self.problem.setText(self._wrong)
            return
        self.problem.setText("")
        self.saved.emit(self.draft())

    def _enable(self, *, editable: bool) -> None:
        for field in (self.outcome, self.amount, self.date, self.next_contact, self.plan, self.summary,
                      self.add_payment, self.remove_payment, self.save_button):  # fmt: skip
            field.setEnabled(editable)
        self.summary.setFont(theme().font())

    @Slot()
    def _add_payment(self) -> None:
        self.plan.add_row()
        self.plan.setCurrentCell(self.plan.rowCount() - 1, 0)
        self.plan.setFocus()

    @Slot()
    def _remove_payment(self) -> None:
        self.plan.remove_current()
