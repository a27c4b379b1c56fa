"""The office window's two rooms, each a list and what is opened from it; all waiting is done in tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from assist.contact.case import AgreedPlan, Case
from assist.contact.case_book import CaseBook
from assist.playbook.plan import RepaymentPlan
from desktop.background import Task
from desktop.cases.case_editor import CaseEditor
from desktop.cases.case_list import CaseListView
from desktop.cases.case_view import CaseView
from desktop.cases.import_dialog import ImportDialog
from desktop.cases.plan_dialog import PlanDialog
from desktop.installation import Installation
from desktop.office.store_reader import StoreReader
from desktop.review.call_list import CallListView
from desktop.review.call_view import CallView
from desktop.review.standing import ListedCall


class CasesPage(QStackedWidget):
    """Signals: `call_wanted` with a `CallRequest`, `failed` with a problem, `broken` with a bug."""

    call_wanted = Signal(object)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(
        self, installation: Installation, agent: str, locale: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._installation = installation
        self._locale = locale
        self._shown = ""
        self.list = CaseListView(self)
        self.view = CaseView(agent, self)
        self.addWidget(self.list)
        self.addWidget(self.view)
        self.list.case_chosen.connect(self._on_chosen)
        self.list.import_wanted.connect(self._on_import)
        self.list.new_wanted.connect(self._on_new)
        self.view.closed.connect(self._on_closed)
        self.view.edit_wanted.connect(self._on_edit)
        self.view.plan_wanted.connect(self._on_plan)
        self.view.call_wanted.connect(self.call_wanted)
        self.view.failed.connect(self.failed)

    def refresh(self) -> None:
        """Read the cases anew; a case that is open is shown as it is now."""
        task = self._task()
        task.done.connect(self._on_cases)
        task.start(lambda _progress: [kept.case for kept in self._installation.cases().cases()])

    def _task(self) -> Task:
        task = Task(self)
        task.failed.connect(self.failed)
        task.broken.connect(self.broken)
        return task

    @Slot(object)
    def _on_cases(self, cases: list[Case]) -> None:
        self.list.show_cases(cases, datetime.now(UTC).date())
        shown = next((case for case in cases if case.case_id == self._shown), None)
        if shown is not None and self.currentWidget() is self.view:
            self.view.show_case(shown)

    @Slot(object)
    def _on_chosen(self, case: Case) -> None:
        self._shown = case.case_id
        self.view.show_case(case)
        self.setCurrentWidget(self.view)

    @Slot()
    def _on_closed(self) -> None:
        self._shown = ""
        self.setCurrentWidget(self.list)
        self.list.table.setFocus()

    @Slot()
    def _on_import(self) -> None:
        dialog = ImportDialog(self._locale, self)
        dialog.cases_read.connect(self._on_read)
        dialog.open()

    @Slot()
    def _on_new(self) -> None:
        self._edit(None)

    @Slot(object)
    def _on_edit(self, case: Case) -> None:
        self._edit(case)

    def _edit(self, case: Case | None) -> None:
        editor = CaseEditor(case, self._locale, self)
        editor.case_kept.connect(self._on_kept)
        editor.open()

    @Slot(object)
    def _on_read(self, cases: tuple[Case, ...]) -> None:
        task = self._task()
        task.done.connect(self._on_cases)

        def keep(_progress: object) -> list[Case]:
            book = self._installation.cases()
            book.keep_all(_known_history(book, case) for case in cases)
            return [kept.case for kept in book.cases()]

        task.start(keep)

    @Slot(object)
    def _on_kept(self, case: Case) -> None:
        task = self._task()
        task.done.connect(self._on_cases)

        def keep(_progress: object) -> list[Case]:
            book = self._installation.cases()
            book.keep(case)
            return [kept.case for kept in book.cases()]

        task.start(keep)

    @Slot(object, str)
    def _on_plan(self, case: Case, debt_id: str) -> None:
        debt = case.debt(debt_id) if debt_id else case.debts[0]
        today = QDate.currentDate().toPython()
        dialog = PlanDialog(debt, case.locale, today, self)

        def agreed(plan: RepaymentPlan) -> None:
            self._on_kept(_with_plan(case, debt.debt_id, plan))

        dialog.plan_agreed.connect(agreed)
        dialog.open()


class CallsPage(QStackedWidget):
    """Signals: `export_wanted` with a call's id, `failed` with a problem, `broken` with a bug."""

    export_wanted = Signal(str)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, reader: StoreReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.list = CallListView(self)
        self.view = CallView(reader, self)
        self.addWidget(self.list)
        self.addWidget(self.view)
        self.list.call_chosen.connect(self.open_call)
        self.list.refresh_wanted.connect(self.refresh)
        self.view.closed.connect(self._on_closed)
        for signal, target in ((self.view.failed, self.failed), (self.view.broken, self.broken)):
            signal.connect(target)
        self.view.export_wanted.connect(self.export_wanted)

    @Slot()
    def refresh(self) -> None:
        """Read the list anew."""
        task = Task(self)
        task.done.connect(self._on_calls)
        task.failed.connect(self.failed)
        task.broken.connect(self.broken)
        task.start(lambda _progress: self._reader.calls())

    @Slot(str)
    def open_call(self, call_id: str) -> None:
        """Show one call."""
        self.setCurrentWidget(self.view)
        self.view.open_call(call_id)

    def forget(self) -> None:
        """Close what is open and empty the list."""
        self.view.close_call()
        self.setCurrentWidget(self.list)
        self.list.show_calls([])

    @Slot(object)
    def _on_calls(self, calls: list[ListedCall]) -> None:
        self.list.show_calls(calls)

    @Slot()
    def _on_closed(self) -> None:
        self.setCurrentWidget(self.list)
        self.list.table.setFocus()
        self.refresh()


def _known_history(book: CaseBook, case: Case) -> Case:
    """An imported case keeps what this installation knows of it: calls, promises, plans, stops, disputes."""
    known = book.find(case.case_id)
    if known is None:
        return case
    return replace(
        case,
        attempts=known.attempts,
        consents=known.consents,
        promises=known.promises,
        stops=known.stops or case.stops,
        disputes=known.disputes or case.disputes,
        plans=known.plans or case.plans,
    )


def _with_plan(case: Case, debt_id: str, plan: RepaymentPlan) -> Case:
    at = datetime.now(UTC)
    agreed = AgreedPlan(f"{at:%Y%m%d%H%M%S}", (debt_id,), at, plan.schedule(), oral=True)
    return replace(case, plans=(*case.plans, agreed))
