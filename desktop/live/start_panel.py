"""Before a call: which case, who is speaking, where the rules are from; start, or play the demo call."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.settings.places import place_names
from desktop.theme.icons import icon
from desktop.theme.theme import set_role, theme
from desktop.widgets.retranslating import Retranslating


@dataclass(frozen=True, slots=True)
class StartWish:
    """A call that the agent wants to listen to."""

    case_id: str
    agent: str
    locale: str


class StartPanel(Retranslating):
    """Signals: `start_wanted` with a `StartWish`, `demo_wanted` with `zh` or `en`, `settings_wanted`, `office_wanted`."""

    start_wanted = Signal(object)
    demo_wanted = Signal(str)
    settings_wanted = Signal()
    office_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        set_role(self.title, "title")
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        set_role(self.lead, "muted")
        self.case = QLineEdit(self)
        self.agent = QLineEdit(self)
        self.place = QComboBox(self)
        self._labels = {name: QLabel(self) for name in ("case", "agent", "place")}
        for name, field in (("case", self.case), ("agent", self.agent), ("place", self.place)):
            self._labels[name].setBuddy(field)
        self.start_button = QPushButton(self)
        self.start_button.setDefault(True)
        set_role(self.start_button, "primary")
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        set_role(self.problem, "bad")
        self.busy = QProgressBar(self)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(6)
        self.demo_label = QLabel(self)
        set_role(self.demo_label, "muted")
        self.demo_zh = QPushButton(self)
        self.demo_en = QPushButton(self)
        self.settings = QPushButton(self)
        set_role(self.settings, "quiet")
        self.office = QPushButton(self)
        set_role(self.office, "quiet")
        self._build()
        self.case.returnPressed.connect(self._start)
        self.agent.returnPressed.connect(self._start)
        self.start_button.clicked.connect(self._start)
        self.demo_zh.clicked.connect(self._demo_zh)
        self.demo_en.clicked.connect(self._demo_en)
        self.settings.clicked.connect(self.settings_wanted)
        self.office.clicked.connect(self.office_wanted)
        theme().changed.connect(self.retranslate)
        self.retranslate()
        self.show_idle()

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        for name, field in (("case", self.case), ("agent", self.agent), ("place", self.place)):
            form.addRow(self._labels[name], field)
        demo = QHBoxLayout()
        demo.addWidget(self.demo_label)
        demo.addWidget(self.demo_zh)
        demo.addWidget(self.demo_en)
        demo.addStretch(1)
        demo.addWidget(self.office)
        demo.addWidget(self.settings)
        box = QFrame(self)
        box.setProperty("role", "panel")
        box.setMaximumWidth(620)
        column = QVBoxLayout(box)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(form)
        column.addWidget(self.busy)
        column.addWidget(self.problem)
        column.addWidget(self.start_button)
        line = QFrame(self)
        line.setProperty("role", "line")
        column.addWidget(line)
        column.addLayout(demo)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 4)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Ready for the next call"))
        self.lead.setText(
            self.tr(
                "evenhand listens to your microphone and to what your headset plays. Nothing leaves this machine."
            )
        )
        self._labels["case"].setText(self.tr("&Case"))
        self.case.setPlaceholderText(self.tr("Case number; may stay empty"))
        self._labels["agent"].setText(self.tr("&Your name"))
        self.agent.setPlaceholderText(self.tr("Goes into the record of the call"))
        self._labels["place"].setText(self.tr("&Rules of"))
        self.start_button.setText(self.tr("Start listening"))
        self.start_button.setIcon(icon("headset", theme().colours.on_accent))
        self.demo_label.setText(self.tr("Demo call:"))
        self.demo_zh.setText(self.tr("Mandarin"))
        self.demo_en.setText(self.tr("English"))
        self.office.setText(self.tr("Cases and calls"))
        self.office.setIcon(icon("cases", theme().colours.text))
        self.settings.setText(self.tr("Settings"))
        self.settings.setIcon(icon("settings", theme().colours.text))
        self._no_name = self.tr("Give your name first: it goes into the record of the call.")
        self._preparing = self.tr("Preparing the call …")
        chosen = self.place.currentData()
        self.place.clear()
        for locale, name in place_names().items():
            self.place.addItem(name, locale)
        self.choose_place(chosen or "zh_CN")

    def choose_place(self, locale: str) -> None:
        """Choose whose rules apply."""
        self.place.setCurrentIndex(max(0, self.place.findData(locale)))

    def focus_name(self) -> None:
        """Ask for the agent's name."""
        self.agent.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_idle(self._no_name if not self.agent.text().strip() else "")

    def show_idle(self, problem: str = "") -> None:
        """Ready; with what went wrong, if something did."""
        self._enable(ready=True)
        set_role(self.problem, "bad")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.busy.setVisible(False)

    def show_preparing(self) -> None:
        """A call is being prepared."""
        self._enable(ready=False)
        set_role(self.problem, "muted")
        self.problem.setText(self._preparing)
        self.problem.setVisible(True)
        self.busy.setVisible(True)

    def _enable(self, *, ready: bool) -> None:
        for field in (self.case, self.agent, self.place, self.start_button, self.demo_zh, self.demo_en):
            field.setEnabled(ready)

    @Slot()
    def _start(self) -> None:
        if not self.start_button.isEnabled():
            return
        wish = StartWish(self.case.text().strip(), self.agent.text().strip(), str(self.place.currentData()))
        if not wish.agent:
            self.show_idle(self._no_name)
            self.agent.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.start_wanted.emit(wish)

    @Slot()
    def _demo_zh(self) -> None:
        self.demo_wanted.emit("zh")

    @Slot()
    def _demo_en(self) -> None:
        self.demo_wanted.emit("en")
