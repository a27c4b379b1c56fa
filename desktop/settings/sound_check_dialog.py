"""The two-minute sound check: says what to do, shows both levels, and tells whether calls can be heard like this."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.problems import AssistProblem
from desktop.background import Task
from desktop.problem_texts import problem_text
from desktop.settings.sound_check_texts import part_text, report_text
from desktop.theme.theme import set_role, theme
from desktop.widgets.level_meter import LevelMeter
from speech.problems import SpeechProblem
from speech.sound_check import PLAN, CheckProgress, Part, SoundCheckReport, run_sound_check
from speech.source import AudioSource
from speech.types import Channel

OpenSource = Callable[[], AudioSource]
"""Finds the devices; called in a worker."""


class SoundCheckDialog(QDialog):
    """Made anew for each check. Signals: `broken` with a bug; the check runs in a worker."""

    broken = Signal(object)
    _progressed = Signal(object)

    def __init__(
        self,
        open_source: OpenSource,
        plan: tuple[tuple[Part, float], ...] = PLAN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_source = open_source
        self._plan = plan
        self._whole_s = sum(seconds for _, seconds in plan)
        self._cancelled = threading.Event()
        self.report: SoundCheckReport | None = None
        self.setWindowTitle(self.tr("Sound check"))
        self.asked = QLabel(self.tr("Two minutes that show whether both sides are heard apart."), self)
        self.asked.setWordWrap(True)
        self.asked.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 3.6))
        self.asked.setFont(theme().font(1.3, bold=True))
        self.left = QProgressBar(self)
        self.left.setRange(0, round(self._whole_s * 10))
        self.left.setTextVisible(False)
        self.meters = {channel: LevelMeter(self) for channel in Channel}
        self.result = QLabel(self)
        self.result.setWordWrap(True)
        self.result.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 5))
        self.start_button = QPushButton(self.tr("Start"), self)
        set_role(self.start_button, "primary")
        self.close_button = QPushButton(self.tr("Close"), self)
        self._build()
        self.start_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        self._progressed.connect(self._on_progress)
        self.finished.connect(self._on_finished)

    def _build(self) -> None:
        grid = QGridLayout()
        names = {Channel.AGENT: self.tr("You"), Channel.CUSTOMER: self.tr("Customer")}
        for row, channel in enumerate(Channel):
            grid.addWidget(QLabel(names[channel], self), row, 0)
            grid.addWidget(self.meters[channel], row, 1)
        grid.setColumnStretch(2, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.asked)
        column.addWidget(self.left)
        column.addLayout(grid)
        column.addWidget(self.result, 1)
        column.addLayout(buttons)
        self.resize(560, 400)

    @Slot()
    def start(self) -> None:
        """Begin the check, or begin it anew."""
        self._cancelled = threading.Event()
        self.start_button.setEnabled(False)
        self.result.setText("")
        task = Task(self)
        task.done.connect(self._on_report)
        task.failed.connect(self._on_failed)
        task.broken.connect(self.broken)
        cancelled = self._cancelled
        task.start(lambda _progress: self._check(cancelled))

    def _check(self, cancelled: threading.Event) -> SoundCheckReport:
        """In a worker."""
        source = self._open_source()
        return run_sound_check(source, self._progressed.emit, plan=self._plan, cancelled=cancelled)

    @Slot(object)
    def _on_progress(self, progress: CheckProgress) -> None:
        self.asked.setText(part_text(progress.part))
        before = 0.0
        for part, seconds in self._plan:
            before += seconds
            if part is progress.part:
                break
        self.left.setValue(round((before - progress.seconds_left) * 10))
        self.meters[Channel.AGENT].show_level(progress.agent_dbfs)
        self.meters[Channel.CUSTOMER].show_level(progress.customer_dbfs)

    @Slot(object)
    def _on_report(self, report: SoundCheckReport) -> None:
        self.report = report
        self.asked.setText(self.tr("Passed") if report.passed else self.tr("Not good enough yet"))
        set_role(self.asked, "good" if report.passed else "warn")
        self.result.setText(report_text(report))
        self.left.setValue(self.left.maximum())
        self._ready_again()

    @Slot(object)
    def _on_failed(self, problem: AssistProblem | SpeechProblem) -> None:
        self.result.setText(problem_text(problem))
        self._ready_again()

    def _ready_again(self) -> None:
        self.start_button.setText(self.tr("Again"))
        self.start_button.setEnabled(True)
        for meter in self.meters.values():
            meter.show_level(-120.0)

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._cancelled.set()
