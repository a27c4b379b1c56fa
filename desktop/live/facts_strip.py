"""Amounts and dates caught from speech, one at a time, to correct and confirm with one key; keeps its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from assist.playbook.changes import CaughtFact, FactKind
from desktop.live.spoken_text import joined
from desktop.live.suggestion_texts import fact_text
from desktop.theme.theme import set_role
from desktop.widgets.labels import ElidedLabel, KeyCap
from desktop.widgets.retranslating import Panel

SHOWN_KINDS = {FactKind.PROMISE, FactKind.AMOUNT, FactKind.DATE}


def is_amount(text: str) -> bool:
    """Whether `text` is empty or an amount."""
    try:
        return not text.strip() or Decimal(text.replace(",", "").strip()) >= 0
    except InvalidOperation:
        return False


def is_date(text: str) -> bool:
    """Whether `text` is empty or an ISO date."""
    try:
        return not text.strip() or bool(date.fromisoformat(text.strip()))
    except ValueError:
        return False


class FactsStrip(Panel):
    """Signal: `confirmed` with fact id, amount, date."""

    confirmed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[CaughtFact, ...] = ()
        self._shown: CaughtFact | None = None
        self.heard = ElidedLabel("", self)
        self.amount = QLineEdit(self)
        self.date = QLineEdit(self)
        self.confirm_button = QPushButton(self)
        self.key = KeyCap("Y", self)
        for field, digits in ((self.amount, "000,000.00"), (self.date, "0000-00-000")):
            field.setFixedWidth(field.fontMetrics().horizontalAdvance(digits) + 22)
            field.returnPressed.connect(self.confirm)
            field.textEdited.connect(self._check)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(6)
        row.addWidget(self.heard, 1)
        row.addWidget(self.amount)
        row.addWidget(self.date)
        row.addWidget(self.key)
        row.addWidget(self.confirm_button)
        self.confirm_button.clicked.connect(self.confirm)
        self.retranslate()

    def retranslate(self) -> None:
        self.amount.setAccessibleName(self.tr("Amount"))
        self.amount.setPlaceholderText(self.tr("Amount"))
        self.date.setAccessibleName(self.tr("Date"))
        self.date.setPlaceholderText(self.tr("Date"))
        self.date.setToolTip(self.tr("Year-month-day, such as 2026-12-05"))
        self.confirm_button.setText(self.tr("Confirm"))
        self._empty = self.tr("Amounts and dates that are promised appear here")
        self._form = self.tr("{what}: “{heard}”")
        self._more = self.tr("{what}: “{heard}” (+{more})")
        self._done = self.tr("{what} confirmed: {amount} {date}")
        self.setMinimumHeight(
            max(self.amount.sizeHint().height(), self.confirm_button.sizeHint().height()) + 10
        )
        self._draw(keep_edits=True)

    @property
    def fact(self) -> CaughtFact | None:
        """What waits for the agent's confirmation."""
        return self._shown if self._shown is not None and not self._shown.confirmed else None

    def show_facts(self, facts: tuple[CaughtFact, ...]) -> None:
        """Show the newest one that is not confirmed; a fact that is being edited stays."""
        self._facts = tuple(fact for fact in facts if fact.kind in SHOWN_KINDS and (fact.amount or fact.date))
        waiting = [fact for fact in self._facts if not fact.confirmed]
        promises = [fact for fact in waiting if fact.kind is FactKind.PROMISE]
        before = self._shown
        editing = self.amount.hasFocus() or self.date.hasFocus()
        same = next((one for one in self._facts if before and one.fact_id == before.fact_id), None)
        if editing and same is not None and not same.confirmed:
            self._shown = same
        else:
            newest = (promises or waiting or list(self._facts))[-1:]
            self._shown = newest[0] if newest else None
        unchanged = before is not None and self._shown is not None and before.fact_id == self._shown.fact_id
        self._draw(keep_edits=editing and unchanged)

    @Slot()
    def confirm(self) -> None:
        """Confirm what is shown, as edited; a wrong amount or date stays and is marked."""
        if self.fact is None or not self._check():
            return
        amount = self.amount.text().replace(",", "").strip()
        self.confirmed.emit(self.fact.fact_id, amount, self.date.text().strip())

    def edit(self) -> None:
        """Put the cursor into the first field."""
        if self.fact is not None:
            field = self.amount if self.amount.isVisible() else self.date
            field.setFocus()
            field.selectAll()

    @Slot()
    def _check(self) -> bool:
        right = [(self.amount, is_amount(self.amount.text())), (self.date, is_date(self.date.text()))]
        for field, is_right in right:
            set_role(field, "" if is_right else "wrong")
        return all(is_right for _, is_right in right)

    def _draw(self, *, keep_edits: bool) -> None:
        fact = self._shown
        waiting = fact is not None and not fact.confirmed
        for field in (self.amount, self.date, self.confirm_button, self.key):
            field.setVisible(waiting)
        set_role(self.heard, "" if fact else "muted")
        if fact is None:
            self.heard.show_text(self._empty)
            return
        what = fact_text(fact.kind)
        if fact.confirmed:
            self.heard.show_text(self._done.format(what=what, amount=fact.amount, date=fact.date).strip())
            return
        more = sum(not one.confirmed for one in self._facts) - 1
        form = self._more if more else self._form
        self.heard.show_text(form.format(what=what, heard=joined(fact.heard.split())[0], more=more))
        if not keep_edits:
            self.amount.setText(fact.amount)
            self.date.setText(fact.date)
            self._check()
