"""The office window: cases, recorded calls, and the ways to the demo, the sound check and the settings.

It is rebuilt when the language changes; everything it shows is read again from the store.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QTabWidget, QToolBar, QVBoxLayout, QWidget

from assist.evidence.bundle.export import ExportedBundle
from assist.evidence.people.approvals import Approval
from desktop.installation import Installation
from desktop.office.pages import CallsPage, CasesPage
from desktop.office.store_reader import StoreReader
from desktop.review.export_dialog import ExportDialog
from desktop.review.supervision_page import SupervisionPage
from desktop.theme.theme import set_role


class OfficeWindow(QMainWindow):
    """Signals: `call_wanted` with a `CallRequest`; `demo_wanted`, `listen_wanted`, `check_wanted`,
    `settings_wanted`, `sign_out_wanted`; `failed`, `broken`; `closed`.
    """

    call_wanted = Signal(object)
    listen_wanted = Signal()
    demo_wanted = Signal()
    check_wanted = Signal()
    settings_wanted = Signal()
    sign_out_wanted = Signal()
    failed = Signal(object)
    broken = Signal(object)
    closed = Signal()

    def __init__(
        self,
        installation: Installation,
        reader: StoreReader,
        agent: str,
        locale: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._exported_to = Path.home()
        self.setWindowTitle("evenhand")
        self.resize(1180, 740)
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self.notice.hide()
        set_role(self.notice, "notice")
        self.cases = CasesPage(installation, agent, locale, self)
        self.calls = CallsPage(reader, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.cases, self.tr("&Cases"))
        self.tabs.addTab(self.calls, self.tr("Recorded ca&lls"))
        self.supervision = SupervisionPage(reader, self)
        self.tabs.addTab(self.supervision, self.tr("Re&quests and keeping"))
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)
        self._make_toolbar(reader.kind)
        self.cases.call_wanted.connect(self.call_wanted)
        self.calls.export_wanted.connect(self._on_export)
        self.supervision.call_chosen.connect(self.show_call)
        self.supervision.export_wanted.connect(self._on_full_export)
        for page in (self.cases, self.calls, self.supervision):
            page.failed.connect(self.failed)
            page.broken.connect(self.broken)
        self.tabs.currentChanged.connect(self._on_tab)

    def refresh(self) -> None:
        """Read everything anew, such as after a call."""
        self.cases.refresh()
        self.calls.refresh()

    def show_call(self, call_id: str) -> None:
        """Open one recorded call."""
        self.tabs.setCurrentWidget(self.calls)
        self.calls.open_call(call_id)

    def forget(self) -> None:
        """Someone signed out: nothing that they saw stays on the screen."""
        self.calls.forget()
        self.tabs.setCurrentWidget(self.cases)

    def show_notice(self, sentence: str) -> None:
        """A problem of the world, in one sentence; empty hides it."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def _make_toolbar(self, kind: str) -> None:
        bar = QToolBar(self)
        bar.setMovable(False)
        self.addToolBar(bar)
        actions = (
            (self.tr("Listen now"), "Ctrl+L", self.listen_wanted),
            (self.tr("Sound check"), "Ctrl+K", self.check_wanted),
            (self.tr("Demo call"), "Ctrl+D", self.demo_wanted),
            (self.tr("Settings"), "Ctrl+,", self.settings_wanted),
        )
        for text, keys, signal in actions:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(
                f"{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
            )
            action.triggered.connect(signal)
            bar.addAction(action)
        self.sign_out = QAction(self.tr("Sign out"), self)
        self.sign_out.setToolTip(self.tr("Let someone else sign in; what is open is closed"))
        self.sign_out.triggered.connect(self.sign_out_wanted)
        bar.addAction(self.sign_out)
        if kind == "demo":
            label = QLabel(self.tr("  Demo records: invented calls only"), self)
            set_role(label, "muted")
            bar.addWidget(label)

    @Slot(str)
    def _on_export(self, call_id: str) -> None:
        dialog = ExportDialog(partial(self._reader.export, call_id), self._exported_to, self)
        dialog.exported.connect(self._on_exported)
        dialog.broken.connect(self.broken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_full_export(self, request: Approval) -> None:
        export = partial(self._reader.export, request.call_id, approval_id=request.approval_id)
        dialog = ExportDialog(export, self._exported_to, self, full=True)
        dialog.exported.connect(self._on_exported)
        dialog.exported.connect(self.supervision.refresh)
        dialog.broken.connect(self.broken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _on_exported(self, bundle: ExportedBundle) -> None:
        self._exported_to = bundle.folder.parent

    @Slot(int)
    def _on_tab(self, _index: int) -> None:
        self.show_notice("")
        page = self.tabs.currentWidget()
        if isinstance(page, (CasesPage, CallsPage, SupervisionPage)):
            page.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The recording's device is let go; a running call has a window of its own."""
        self.calls.view.close_call()
        self.closed.emit()
        super().closeEvent(event)
