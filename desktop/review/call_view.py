"""One recorded call: its words, its flags, its sound, and what came of it.

Reading and decrypting run in the background; the look and the playback are in the ledger before anything is
decrypted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from assist.evidence.people.approvals import ApprovalKind
from assist.evidence.reading import CallSummary, RecordedEntry
from assist.review.recorded_call import RaisedFlag, RecordedCall, recorded_call
from desktop.background import Progress, Task
from desktop.review.flag_list import FlagList, counts
from desktop.review.note_list import NoteList
from desktop.review.player_bar import PlayerBar
from desktop.review.record_menu import RecordMenu
from desktop.review.standing import CallStanding
from desktop.review.texts import approval_kind_text, approval_state_text, outcome_text, state_text
from desktop.review.timeline_bar import TimelineBar
from desktop.review.transcript_view import CallTranscript
from desktop.theme.theme import set_role
from speech.levels import Pcm
from speech.playback import decode_recording
from speech.types import SAMPLE_RATE_HZ

LEAD_IN_SAMPLES = SAMPLE_RATE_HZ
"""A flag is heard with the second before it."""


class CallReader(Protocol):
    """What the view needs of the store, as the signed-in user may use it; each may wait."""

    def summary(self, call_id: str) -> CallSummary: ...

    def entries(self, call_id: str) -> list[RecordedEntry]: ...

    def sound(self, call_id: str) -> bytes: ...

    def standing(self, call_id: str) -> CallStanding: ...

    def note(self, call_id: str, text: str, position: int) -> None: ...

    def assign(self, call_id: str, reviewer: str) -> None: ...

    def hold(self, call_id: str, reason: str) -> None: ...

    def release(self, hold_id: str, reason: str) -> None: ...

    def ask(self, kind: ApprovalKind, call_id: str, reason: str) -> None: ...


@dataclass(frozen=True, slots=True)
class OpenedCall:
    """A call as read in the background."""

    summary: CallSummary
    call: RecordedCall
    sound: Pcm | None
    standing: CallStanding


class CallView(QWidget):
    """Signals: `closed`, `export_wanted` with the call's id, `failed` with a problem, `broken` with a bug."""

    closed = Signal()
    export_wanted = Signal(str)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(self, reader: CallReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._task: Task | None = None
        self._call_id = ""
        self.heading = QLabel(self)
        self.heading.setObjectName("callHeading")
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        back = QPushButton(self.tr("← Calls"), self)
        back.setShortcut("Esc")
        self.export = QPushButton(self.tr("Export as evidence…"), self)
        self.export.setShortcut("Ctrl+E")
        self.record = RecordMenu(reader, lambda: self.player.position, self)
        self.standing = QLabel(self)
        self.standing.setWordWrap(True)
        self.standing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.standing, "warn")
        self.notes = NoteList(self)
        self.timeline = TimelineBar(self)
        self.player = PlayerBar(self)
        self.transcript = CallTranscript(self)
        self.flags = FlagList(self)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out(back)
        back.clicked.connect(self._on_back)
        self.export.clicked.connect(self._on_export)
        self.timeline.position_chosen.connect(self.player.seek)
        self.transcript.position_chosen.connect(self.player.play_from)
        self.flags.flag_chosen.connect(self._on_flag)
        self.player.moved.connect(self._on_moved)
        self.player.failed.connect(self.failed)
        self.notes.position_chosen.connect(self._on_note)
        self.record.changed.connect(self.reopen)
        self.record.failed.connect(self.failed)
        self.record.broken.connect(self.broken)

    def open_call(self, call_id: str) -> None:
        """Read a call in the background and show it."""
        self._call_id = call_id
        self.heading.setText(self.tr("Opening the call…"))
        self.player.unload()
        self.record.show_standing(None)
        if self._task is not None:
            self._task.cancel()
        self._task = Task(self)
        self._task.done.connect(self._on_opened)
        self._task.failed.connect(self._on_failed)
        self._task.broken.connect(self.broken)
        self._task.start(_opening(self._reader, call_id))

    @Slot()
    def reopen(self) -> None:
        """Show the call as it is now."""
        if self._call_id:
            self.open_call(self._call_id)

    def close_call(self) -> None:
        """Let go of sound and device."""
        self.player.unload()

    def _lay_out(self, back: QPushButton) -> None:
        top = QHBoxLayout()
        top.addWidget(back)
        top.addWidget(self.heading, 1)
        top.addWidget(self.record)
        top.addWidget(self.export)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flags, 1)
        column.addWidget(self.notes)
        column.addWidget(self.outcome)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self.transcript)
        middle.addWidget(right)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.standing)
        layout.addWidget(self.timeline)
        layout.addWidget(self.player)
        layout.addWidget(middle, 1)

    @Slot(object)
    def _on_opened(self, opened: OpenedCall) -> None:
        summary, call = opened.summary, opened.call
        seconds = summary.samples // SAMPLE_RATE_HZ
        self.heading.setText(
            self.tr("Call {number} · case {case} · {agent} · {length} · {state}").format(
                number=summary.number,
                case=summary.case_id or "–",
                agent=summary.agent,
                length=f"{seconds // 60}:{seconds % 60:02d}",
                state=state_text(summary.state),
            )
        )
        self.transcript.show_call(call, summary.language)
        self.flags.show_flags(call.flags, summary.language)
        self.timeline.show_length(summary.samples)
        self.timeline.show_flags([flag for flag in call.flags if counts(flag)])
        if opened.sound is not None:
            self.timeline.show_sound(opened.sound)
            self.player.load(opened.sound)
        self.outcome.setText(self._outcome(call))
        self.notes.show_notes(call.notes)
        self.record.show_standing(opened.standing)
        self.export.setEnabled(not opened.standing.origin)
        self._show_standing(opened.standing)

    def _show_standing(self, standing: CallStanding) -> None:
        """Where it came from, what holds it, what was asked for: one line each, none where there is nothing."""
        lines = []
        if standing.origin:
            lines.append(
                self.tr("Received from {origin}; unchanged since it was sealed there.").format(
                    origin=standing.origin
                )
            )
        lines += [
            self.tr("Legal hold by {who}: {why}").format(who=hold.set_by, why=hold.reason)
            for hold in standing.holds
        ]
        lines += [
            self.tr("{what} asked for by {who}: {state} ({why})").format(
                what=approval_kind_text(one.kind),
                who=one.requested_by,
                state=approval_state_text(one.state),
                why=one.reason,
            )
            for one in standing.requests
        ]
        self.standing.setText("\n".join(lines))
        self.standing.setVisible(bool(lines))

    def _outcome(self, call: RecordedCall) -> str:
        wrap_up = call.wrap_up
        if not wrap_up:
            return self.tr("This call has no wrap-up.")
        lines = [self.tr("Outcome: {outcome}").format(outcome=outcome_text(wrap_up["outcome"]))]
        if wrap_up["promise_amount"] or wrap_up["promise_date"]:
            lines.append(
                self.tr("Promised: {amount} by {date}").format(
                    amount=wrap_up["promise_amount"] or "–", date=wrap_up["promise_date"] or "–"
                )
            )
        if wrap_up["next_contact"]:
            lines.append(
                self.tr("Next contact: {when}").format(when=wrap_up["next_contact"].replace("T", " "))
            )
        lines.append(
            self.tr("Suggestions shown: {shown}, used: {used}").format(
                shown=call.cards_shown, used=call.cards_used
            )
        )
        return "\n".join([*lines, wrap_up["summary"]])

    @Slot(object)
    def _on_failed(self, problem: object) -> None:
        self.heading.setText(str(problem))
        self.failed.emit(problem)

    @Slot()
    def _on_back(self) -> None:
        self.close_call()
        self.closed.emit()

    @Slot()
    def _on_export(self) -> None:
        self.export_wanted.emit(self._call_id)

    @Slot(object)
    def _on_flag(self, flag: RaisedFlag) -> None:
        self.player.play_from(flag.start - LEAD_IN_SAMPLES)

    @Slot(int)
    def _on_note(self, position: int) -> None:
        self.player.play_from(position - LEAD_IN_SAMPLES)

    @Slot(int)
    def _on_moved(self, position: int) -> None:
        self.timeline.show_position(position)
        self.transcript.show_position(position)


def _opening(reader: CallReader, call_id: str) -> Callable[[Progress], OpenedCall]:
    def read(progress: Progress) -> OpenedCall:
        summary = reader.summary(call_id)
        call = recorded_call(reader.entries(call_id))
        progress(1, 2)
        sound = decode_recording(reader.sound(call_id)) if summary.sound_path else None
        return OpenedCall(summary, call, sound, reader.standing(call_id))

    return read
