"""A case typed in by hand, or corrected: what the table import knows, as a form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from assist.contact.case import Case, Debt, DebtKind, LitigationStatus, Person, Phone, Role
from assist.contact.phone import display_phone, parse_phone, region_of
from assist.problems import AssistProblem
from desktop.cases.case_texts import kind_text, litigation_choice
from desktop.cases.import_dialog import LOCALES

_CURRENCIES = {"zh_CN": "CNY", "zh_TW": "TWD", "zh_HK": "HKD", "en_US": "USD", "en_GB": "GBP"}


class CaseEditor(QDialog):
    """Signal: `case_kept` with the `Case`."""

    case_kept = Signal(object)

    def __init__(self, case: Case | None, locale: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setWindowTitle(self.tr("New case") if case is None else self.tr("Edit case"))
        self.setMinimumWidth(520)
        self.place = QComboBox(self)
        self.place.addItems(LOCALES)
        self.place.setCurrentText(case.locale if case else locale)
        self.number = QLineEdit(self)
        self.name = QLineEdit(self)
        self.phones = QLineEdit(self)
        self.phones.setPlaceholderText(self.tr("several separated by commas"))
        self.guarantor = QLineEdit(self)
        self.guarantor_phones = QLineEdit(self)
        self.creditor = QLineEdit(self)
        self.product = QLineEdit(self)
        self.kind = QComboBox(self)
        for kind in DebtKind:
            self.kind.addItem(kind_text(kind), kind)
        self.sums = [QDoubleSpinBox(self) for _ in range(3)]
        for box in self.sums:
            box.setRange(0, 1e12)
            box.setDecimals(2)
            box.setGroupSeparatorShown(True)
        self.overdue = QCheckBox(self.tr("overdue since"), self)
        self.since = QDateEdit(QDate.currentDate(), self)
        self.since.setCalendarPopup(True)
        self.since.setDisplayFormat("yyyy-MM-dd")
        self.channels = QLineEdit(self)
        self.channels.setPlaceholderText(self.tr("only the creditor's official ones, separated by commas"))
        self.litigation = QComboBox(self)
        for status in LitigationStatus:
            self.litigation.addItem(litigation_choice(status), status)
        self.hardship = QLineEdit(self)
        self.notes = QPlainTextEdit(self)
        self.notes.setFixedHeight(64)
        self.notes.setTabChangesFocus(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("formProblem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        if case is not None:
            self._fill(case)
        self.overdue.toggled.connect(self.since.setEnabled)
        self.since.setEnabled(self.overdue.isChecked())

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        sums = QHBoxLayout()
        for box, label in zip(
            self.sums, (self.tr("Principal"), self.tr("Interest"), self.tr("Fees")), strict=True
        ):
            sums.addWidget(QLabel(label, self))
            sums.addWidget(box, 1)
        since = QHBoxLayout()
        since.addWidget(self.overdue)
        since.addWidget(self.since, 1)
        form = QFormLayout()
        form.addRow(self.tr("Rules of"), self.place)
        form.addRow(self.tr("Case number"), self.number)
        form.addRow(self.tr("Debtor"), self.name)
        form.addRow(self.tr("Phones"), self.phones)
        form.addRow(self.tr("Creditor"), self.creditor)
        form.addRow(self.tr("Product"), self.product)
        form.addRow(self.tr("Kind of debt"), self.kind)
        form.addRow(self.tr("Owed"), sums)
        form.addRow("", since)
        form.addRow(self.tr("Payment channels"), self.channels)
        form.addRow(self.tr("Guarantor"), self.guarantor)
        form.addRow(self.tr("Guarantor's phones"), self.guarantor_phones)
        form.addRow(self.tr("Legal procedure"), self.litigation)
        form.addRow(self.tr("Hardship"), self.hardship)
        form.addRow(self.tr("Notes"), self.notes)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)

    def _fill(self, case: Case) -> None:
        debt = case.debts[0]
        self.number.setText(case.case_id)
        self.number.setReadOnly(True)
        self.name.setText(case.debtor.name)
        self.phones.setText(", ".join(display_phone(phone.number) for phone in case.debtor.phones))
        self.creditor.setText(debt.creditor)
        self.product.setText(debt.product)
        self.kind.setCurrentIndex(list(DebtKind).index(debt.kind))
        for box, amount in zip(self.sums, (debt.principal, debt.interest, debt.fees), strict=True):
            box.setValue(float(amount))
        self.overdue.setChecked(debt.due_since is not None)
        if debt.due_since is not None:
            self.since.setDate(QDate(debt.due_since.year, debt.due_since.month, debt.due_since.day))
        self.channels.setText(", ".join(debt.official_channels))
        for guarantor in case.guarantors[:1]:
            self.guarantor.setText(guarantor.name)
            self.guarantor_phones.setText(", ".join(display_phone(one.number) for one in guarantor.phones))
        self.litigation.setCurrentIndex(list(LitigationStatus).index(case.litigation))
        self.hardship.setText(case.hardship)
        self.notes.setPlainText(case.notes)

    @Slot()
    def _on_save(self) -> None:
        try:
            case = self._read()
        except AssistProblem as problem:
            self._show(str(problem))
            return
        if case is not None:
            self.case_kept.emit(case)
            self.accept()

    def _read(self) -> Case | None:
        for field, label in (
            (self.number, self.tr("the case number")),
            (self.name, self.tr("the debtor's name")),
            (self.creditor, self.tr("the creditor")),
            (self.product, self.tr("the product")),
        ):
            if not field.text().strip():
                self._show(self.tr("Please fill in {what}.").format(what=label))
                field.setFocus()
                return None
        if not any(box.value() for box in self.sums):
            self._show(self.tr("Please fill in what is owed."))
            self.sums[0].setFocus()
            return None
        return self._case_of_form()

    def _case_of_form(self) -> Case:
        locale = self.place.currentText()
        debt = self._debt(locale)
        debtor = Person("debtor", self.name.text().strip(), Role.DEBTOR, _phones(self.phones.text(), locale))
        others: list[Person] = []
        if self.guarantor.text().strip():
            phones = _phones(self.guarantor_phones.text(), locale)
            others.append(Person("guarantor", self.guarantor.text().strip(), Role.GUARANTOR, phones))
        values = {
            "locale": locale,
            "litigation": self.litigation.currentData(),
            "hardship": self.hardship.text().strip(),
            "notes": self.notes.toPlainText().strip(),
        }
        if self._case is None:
            return Case(self.number.text().strip(), (debtor, *others), (debt,), **values)
        known = self._case
        debtor = replace(known.debtor, name=debtor.name, phones=_kept_marks(known.debtor, debtor.phones))
        rest = [one for one in known.people if one.role not in {Role.DEBTOR, Role.GUARANTOR}]
        people = (debtor, *others, *known.guarantors[1:], *rest)
        return replace(known, people=people, debts=(debt, *known.debts[1:]), **values)

    def _debt(self, locale: str) -> Debt:
        since: QDate = self.since.date()
        principal, interest, fees = (Decimal(str(round(box.value(), 2))) for box in self.sums)
        values = {
            "creditor": self.creditor.text().strip(),
            "product": self.product.text().strip(),
            "kind": self.kind.currentData(),
            "principal": principal,
            "interest": interest,
            "fees": fees,
            "due_since": date(since.year(), since.month(), since.day()) if self.overdue.isChecked() else None,
            "official_channels": tuple(
                part.strip() for part in self.channels.text().replace("，", ",").split(",") if part.strip()
            ),
        }
        if self._case is not None:
            return replace(self._case.debts[0], **values)
        return Debt(debt_id="1", currency=_CURRENCIES[locale], **values)

    def _show(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()


def _phones(text: str, locale: str) -> tuple[Phone, ...]:
    parts = (part.strip() for part in text.replace("，", ",").split(","))
    return tuple(Phone(parse_phone(part, region_of(locale)).e164) for part in parts if part)


def _kept_marks(person: Person, phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """What was known of a number (at work, invalid) stays known."""
    known = {phone.number: phone for phone in person.phones}
    return tuple(known.get(phone.number, phone) for phone in phones)
