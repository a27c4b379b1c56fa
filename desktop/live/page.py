"""The live window's page: draws what a call tells, asks for what the agent wants. Knows no thread and no record.

`show_event` is fed by the bridge in the GUI thread; `command` carries `assist.call.commands` out.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from assist.call.commands import (
    AgentCommand,
    ConfirmFact,
    DismissFlag,
    EndCall,
    FlagMoment,
    MoveStage,
    Pause,
    Resume,
    SaveWrapUp,
    TickItem,
    UseCard,
)
from assist.call.events import CallOpened, WrapUpDraft
from assist.playbook.changes import StageView
from assist.rules.flags import Flag
from desktop.live.alarm_edge import AlarmEdge
from desktop.live.call_contact import NO_CONTACT, ContactLine
from desktop.live.cards import Cards
from desktop.live.checklist import Checklist
from desktop.live.compact import CompactWindow
from desktop.live.event_display import EventDisplay
from desktop.live.facts_strip import FactsStrip
from desktop.live.flag_lane import FlagLane
from desktop.live.footer import Footer
from desktop.live.header import Header
from desktop.live.page_keys import bind_keys
from desktop.live.spoken_text import ToScript
from desktop.live.stage_strip import StageStrip
from desktop.live.start_panel import StartPanel
from desktop.live.transcript_model import TranscriptModel
from desktop.live.transcript_view import TranscriptView
from desktop.live.wrap_up_panel import WrapUpPanel
from desktop.theme.theme import set_role
from desktop.widgets.retranslating import Panel, Retranslating

DENSE_LINES, LOWEST_LINES = 32, 24
"""Heights of the page in lines of text below which it gives up the checklist, and then further cards."""


class LivePage(Retranslating):
    """Signals: `command` with an `AgentCommand`; `compact_wanted`; `left` when the agent is done with a call."""

    command = Signal(object)
    compact_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "page")
        self.running = False
        self.paused = False
        self._stages: tuple[StageView, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.start = StartPanel(self)
        self.header = Header(self)
        self.transcript = TranscriptModel(self)
        self.transcript_view = TranscriptView(self)
        self.transcript_view.setModel(self.transcript)
        self.cards = Cards(self)
        self.facts = FactsStrip(self)
        self.stages = StageStrip(self)
        self.checklist = Checklist(self)
        self.wrap_up = WrapUpPanel(self)
        self.lane = FlagLane(self)
        self.footer = Footer(self)
        self.side = QStackedWidget(self)
        self.whole = QStackedWidget(self)
        self.compact = CompactWindow()
        self._build()
        self.edge = AlarmEdge(self)
        self.display = EventDisplay(self)
        self._wire()
        bind_keys(self)
        self.retranslate()
        self.show_start()

    def _build(self) -> None:
        words = Panel(self)
        words_column = QVBoxLayout(words)
        words_column.setContentsMargins(1, 1, 1, 1)
        words_column.addWidget(self.transcript_view)
        guide = Panel(self)
        guide_column = QVBoxLayout(guide)
        guide_column.setContentsMargins(8, 4, 8, 4)
        guide_column.setSpacing(2)
        guide_column.addWidget(self.stages)
        guide_column.addWidget(self.checklist, 1)
        help_side = QWidget(self)
        column = QVBoxLayout(help_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.cards, 7)
        column.addWidget(self.facts)
        column.addWidget(guide, 4)
        self.side.addWidget(help_side)
        wrap_up = QScrollArea(self)
        wrap_up.setWidgetResizable(True)
        wrap_up.setWidget(self.wrap_up)
        self.side.addWidget(wrap_up)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.addWidget(words)
        split.addWidget(self.side)
        split.setStretchFactor(0, 11)
        split.setStretchFactor(1, 10)
        split.setSizes([560, 520])
        middle = QVBoxLayout()
        middle.setContentsMargins(10, 8, 10, 8)
        middle.setSpacing(8)
        middle.addWidget(split, 1)
        middle.addWidget(self.lane)
        call = QWidget(self)
        call_column = QVBoxLayout(call)
        call_column.setContentsMargins(0, 0, 0, 0)
        call_column.setSpacing(0)
        call_column.addWidget(self.header)
        call_column.addLayout(middle, 1)
        call_column.addWidget(self.footer)
        self.whole.addWidget(self.start)
        self.whole.addWidget(call)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.whole)

    def _wire(self) -> None:
        self.cards.used.connect(self.use_card)
        self.facts.confirmed.connect(self._confirm_fact)
        self.stages.chosen.connect(self._move_stage)
        self.checklist.ticked.connect(self._tick)
        self.lane.dismissed.connect(self._dismiss)
        self.lane.alarmed.connect(self._alarm)
        self.lane.calmed.connect(self._calm)
        self.footer.pause_wanted.connect(self.toggle_pause)
        self.footer.moment_wanted.connect(self.flag_moment)
        self.footer.end_wanted.connect(self.end_call)
        self.footer.compact_wanted.connect(self.compact_wanted)
        self.footer.notices.go_on_wanted.connect(self._go_on)
        self.compact.expand_wanted.connect(self.compact_wanted)
        self.wrap_up.saved.connect(self._save_wrap_up)
        self.wrap_up.new_call_wanted.connect(self._leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows (large text scales) keep the line to say now and the flags, and give up the rest in turn."""
        super().resizeEvent(event)
        self.edge.follow()
        lines = self.height() / self.fontMetrics().lineSpacing()
        dense, lowest = lines < DENSE_LINES, lines < LOWEST_LINES
        self.cards.set_height(dense=dense, lowest=lowest)
        self.lane.set_dense(dense)
        self.checklist.setVisible(not dense)

    def retranslate(self) -> None:
        self._checklist_form = self.tr("Must be said: {ticked} of {all}")
        self.transcript_view.retranslate()
        self.show_counts()

    def show_counts(self) -> None:
        """How many required statements were made."""
        ticked, every = self.checklist.items.counts
        made = self._checklist_form.format(ticked=ticked, all=every) if every else ""
        self.stages.show_stages(self._stages, made)

    def show_stages(self, stages: tuple[StageView, ...]) -> None:
        """Where the call stands."""
        self._stages = stages
        self.show_counts()

    # --- from the call -------------------------------------------------------------------------------

    @Slot(object)
    def show_event(self, event: object) -> None:
        """Draw one event of the call."""
        self.display.draw(event)

    def prepare_for(self, contact: ContactLine = NO_CONTACT, to_script: ToScript = str) -> None:
        """Make room for a call that is about to open."""
        self.contact = contact
        self.transcript.clear()
        self.lane.clear()
        self.footer.notices.clear()
        for part in (self.transcript, self.lane, self.compact):
            part.set_script(to_script)

    contact = NO_CONTACT

    def show_opened(self, opened: CallOpened) -> None:
        """The call runs."""
        self.running, self.paused = True, False
        self.header.show_opened(opened, self.contact)
        self.compact.show_who(opened.debtor_masked)
        self.compact.show_paused(paused=False)
        self.side.setCurrentIndex(0)
        self.whole.setCurrentIndex(1)
        self.footer.show_state(running=True, paused=False)
        self.setFocus()

    def show_paused(self, paused: bool) -> None:
        """The call was paused, or goes on."""
        self.paused = paused
        self.header.show_state("paused" if paused else "recording")
        self.footer.show_state(running=True, paused=paused)
        self.compact.show_paused(paused=paused)

    def show_ended(self, draft: WrapUpDraft) -> None:
        """The sound has ended."""
        self.running = False
        self.header.show_state("ended")
        self.footer.show_state(running=False, paused=False)
        self.wrap_up.show_draft(draft)
        self.side.setCurrentIndex(1)
        self.wrap_up.outcome.setFocus()

    def show_start(self, problem: str = "") -> None:
        """No call: ready for the next one."""
        self.running = self.paused = False
        self.header.show_idle()
        self.footer.show_state(running=False, paused=False)
        self.start.show_idle(problem)
        self.whole.setCurrentIndex(0)

    # --- from the agent ------------------------------------------------------------------------------

    @Slot(int)
    def use_card(self, place: int) -> None:
        """Use the card on a place."""
        if self.running and self.cards.places[place].card is not None:
            self._tell(UseCard(place))

    @Slot()
    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self.running:
            self._tell(Resume() if self.paused else Pause())

    @Slot()
    def flag_moment(self) -> None:
        """Mark this moment."""
        if self.running:
            self._tell(FlagMoment())

    @Slot()
    def end_call(self) -> None:
        """End the call; the wrap-up follows."""
        if not self.running:
            return
        self.footer.show_state(running=False, paused=False)
        self.wrap_up.show_waiting()
        self.side.setCurrentIndex(1)
        self._tell(EndCall())

    def _tell(self, command: AgentCommand) -> None:
        self.command.emit(command)

    @Slot(str, str, str)
    def _confirm_fact(self, fact_id: str, amount: str, date: str) -> None:
        self._tell(ConfirmFact(fact_id, amount, date))

    @Slot(str)
    def _move_stage(self, stage: str) -> None:
        self._tell(MoveStage(stage))

    @Slot(str, bool)
    def _tick(self, item_id: str, ticked: bool) -> None:
        self._tell(TickItem(item_id, ticked))

    @Slot(str, str)
    def _dismiss(self, flag_id: str, reason: str) -> None:
        self._tell(DismissFlag(flag_id, reason))

    @Slot(object)
    def _save_wrap_up(self, draft: WrapUpDraft) -> None:
        self.wrap_up.show_saving()
        self._tell(SaveWrapUp(draft))

    @Slot(object)
    def _alarm(self, flag: Flag) -> None:
        self.edge.show_alarm(flag.severity)

    @Slot()
    def _calm(self) -> None:
        self.edge.fade()
        self.display.show_flag_small()

    @Slot()
    def _go_on(self) -> None:
        self.footer.notices.take_back("end")

    @Slot()
    def _leave(self) -> None:
        self.show_start()
        self.left.emit()
