"""Which part of the live page draws which event of the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assist.call.events import (
    CallClosed,
    CallEnded,
    CallOpened,
    CallPaused,
    CallResumed,
    CallWarning,
    EndOffered,
    MomentFlagged,
    PlaybookMoved,
)
from assist.playbook.changes import CardUsed
from assist.rules.flags import Flag
from desktop.live.notices import Notice
from desktop.live.transcript_model import NoticeKind
from desktop.live.warning_texts import SEVERE_CODES, gap_text, lag_text, status_text, warning_text
from desktop.widgets.retranslating import Retranslating
from speech.types import (
    SAMPLE_RATE_HZ,
    AudioGap,
    FinalTranscript,
    GapReason,
    HearingMode,
    LevelReading,
    PartialTranscript,
    RecognizerLag,
    RecognizerRestarted,
    SourceState,
    SourceStatus,
)

if TYPE_CHECKING:
    from desktop.live.page import LivePage

TOLD_LAG_SAMPLES = 2 * SAMPLE_RATE_HZ
_QUIET_GAPS = {GapReason.DEVICE_QUIET, GapReason.PAUSED}
"""Silence that is no loss, and pauses, which have their own line."""


class EventDisplay(Retranslating):
    """An invisible child of the page, for the translations' sake."""

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._offer = self.tr("Both sides have been silent for a while. Is the call over?")
        self._paused = self.tr("Paused: nothing is recorded")
        self._resumed = self.tr("Recording again")
        self._moment = self.tr("Marked for review")
        self._restarted = self.tr(
            "Recognition failed and was restarted after {seconds} s; nothing of the sound is lost"
        )

    def draw(self, event: object) -> None:
        """Draw one event."""
        page = self._page
        match event:
            case CallOpened() | CallPaused() | CallResumed() | EndOffered() | CallEnded() | CallClosed():
                self._course(event)
            case LevelReading():
                page.header.show_level(event)
                page.compact.show_level(event)
            case PartialTranscript():
                page.transcript.show_transcript(event)
                page.header.show_partial(event)
                page.footer.notices.take_back("end")
            case FinalTranscript():
                page.transcript.show_transcript(event)
            case Flag():
                page.transcript.show_flag(event)
                page.lane.show_flag(event)
                self.show_flag_small()
            case PlaybookMoved():
                self._playbook(event)
            case MomentFlagged():
                page.transcript.show_notice(NoticeKind.MOMENT, event.position, self._moment)
            case _:
                self._machine(event)
        self._page.compact.show_notice(self._notice_text())

    def _course(self, event: object) -> None:
        page = self._page
        match event:
            case CallOpened():
                page.show_opened(event)
                self._playbook(PlaybookMoved((), event.playbook, 0))
            case CallPaused():
                page.show_paused(paused=True)
                page.transcript.show_notice(NoticeKind.INFO, event.position, self._paused)
            case CallResumed():
                page.show_paused(paused=False)
                page.transcript.show_notice(NoticeKind.INFO, event.position, self._resumed)
            case EndOffered():
                page.footer.notices.show_notice(Notice("end", self._offer, lasting=True))
            case CallEnded():
                page.footer.notices.take_back("end")
                page.show_ended(event.draft)
            case CallClosed():
                page.wrap_up.show_closed(verified=event.verified, entries=event.entries)

    def show_flag_small(self) -> None:
        """The small window shows what the lane shows."""
        lane = self._page.lane
        self._page.compact.show_flag(lane.shown, len(lane.open_flags), loud=lane.loud)

    def _notice_text(self) -> str:
        shown = self._page.footer.notices.shown
        return shown.text if shown is not None else ""

    def _playbook(self, moved: PlaybookMoved) -> None:
        page, view = self._page, moved.view
        for change in moved.changes:
            if isinstance(change, CardUsed):
                page.cards.mark_used(change.card_id)
        page.cards.show_cards(view.cards)
        page.compact.show_card(view.cards[0] if view.cards else None)
        page.cards.now.show_mind(view.mind)
        page.checklist.items.show_items(view.checklist)
        page.facts.show_facts(view.facts)
        page.show_stages(view.stages)

    def _machine(self, event: object) -> None:
        page, notices = self._page, self._page.footer.notices
        match event:
            case AudioGap():
                text = gap_text(event.reason, event.channel)
                if text and event.reason not in _QUIET_GAPS and event.end != -1:
                    page.transcript.show_notice(NoticeKind.GAP, event.start, text)
            case RecognizerLag():
                page.header.show_lag(event)
                behind = max(event.agent_behind, event.customer_behind)
                if behind >= TOLD_LAG_SAMPLES or event.mode is not HearingMode.FULL:
                    text = lag_text(event, behind / SAMPLE_RATE_HZ)
                    notices.show_notice(Notice("lag", text, lasting=True))
                else:
                    notices.take_back("lag")
            case RecognizerRestarted():
                text = self._restarted.format(seconds=f"{event.after_ms / 1000:.1f}")
                notices.show_notice(Notice("restarted", text))
                page.transcript.show_notice(NoticeKind.GAP, event.position, text)
            case SourceStatus():
                self._status(event)
            case CallWarning():
                severe = event.code in SEVERE_CODES
                notices.show_notice(Notice(event.code, warning_text(event), severe=severe, lasting=severe))
            case _:
                return

    def _status(self, status: SourceStatus) -> None:
        notices, key = self._page.footer.notices, f"source.{status.channel.value}"
        self._page.header.show_lost(status.channel, status.state is SourceState.LOST)
        text = status_text(status)
        if not text:
            notices.take_back(key)
            return
        lasting = status.state in {SourceState.LOST, SourceState.SILENT}
        notices.show_notice(Notice(key, text, lasting=lasting))
