"""The live window: the page in a main window, its small form, and the question before a running call is left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMessageBox

from desktop.live.key_help import KeyHelp
from desktop.live.page import LivePage
from desktop.widgets.retranslating import Retranslating


class LiveWindow(QMainWindow):
    """Signals: `settings_wanted`, `office_wanted`; `small_moved` with the small window's place; `closing`."""

    settings_wanted = Signal()
    office_wanted = Signal()
    small_moved = Signal(QPoint)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page = LivePage(self)
        self.setCentralWidget(self.page)
        self.setMinimumSize(680, 400)
        self._fit_screen()
        self.page.compact_wanted.connect(self.toggle_small)
        self.page.start.settings_wanted.connect(self.settings_wanted)
        self.page.start.office_wanted.connect(self.office_wanted)
        self._actions = {name: QAction(self) for name in ("settings", "office", "help")}
        for name, keys in (("settings", "Ctrl+,"), ("office", "Ctrl+O"), ("help", "F1")):
            self._actions[name].setShortcut(QKeySequence(keys))
            self.addAction(self._actions[name])
        self._actions["settings"].triggered.connect(self.settings_wanted)
        self._actions["office"].triggered.connect(self.office_wanted)
        self._actions["help"].triggered.connect(self.show_help)
        self._texts = _WindowTexts(self)
        self._texts.retranslate()

    @property
    def small(self) -> bool:
        """Whether the small window stands in for this one."""
        return self.page.compact.isVisible()

    def place_small(self, x: int, y: int) -> None:
        """Where the small window was left; off every screen means the default place."""
        place = QPoint(x, y)
        if x >= 0 and QGuiApplication.screenAt(place) is not None:
            self.page.compact.move(place)
            return
        area = QGuiApplication.primaryScreen().availableGeometry()
        size = self.page.compact.sizeHint()
        self.page.compact.move(area.right() - size.width() - 24, area.bottom() - size.height() - 48)

    @Slot()
    def toggle_small(self) -> None:
        """Swap this window for its small form, or back."""
        compact = self.page.compact
        if compact.isVisible():
            self.small_moved.emit(compact.pos())
            compact.hide()
            self.show()
            return
        compact.show()
        self.hide()

    @Slot()
    def show_help(self) -> None:
        """The keys."""
        KeyHelp(self).open()

    def leave_small(self) -> None:
        """Show this window, whatever was shown."""
        if self.small:
            self.toggle_small()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._texts.may_close(running=self.page.running):
            event.ignore()
            return
        self.page.compact.close()
        self.closing.emit()
        super().closeEvent(event)

    def _fit_screen(self) -> None:
        area = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1240, area.width()), min(760, area.height()))


class _WindowTexts(Retranslating):
    """The window's own texts, which follow the language."""

    def __init__(self, window: LiveWindow) -> None:
        super().__init__(window)
        self._window = window
        self.hide()

    def retranslate(self) -> None:
        self._window.setWindowTitle(self.tr("evenhand"))

    def may_close(self, *, running: bool) -> bool:
        """Whether the window may close; a running call is asked about first."""
        if not running:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("A call is running"))
        box.setText(self.tr("A call is being recorded. Close evenhand all the same?"))
        box.setInformativeText(self.tr("What was heard so far is kept. The wrap-up would be missing."))
        close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Go on with the call"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        return box.clickedButton() is close
