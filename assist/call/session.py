"""The one thread that orders a call: words and commands in; rules, playbook, record, observers out.

It appends before it shows: finals, flags and shown suggestions are in the record before an observer
hears of them. It owns call state, rules, playbook and the writing connection. Observers are called in
this thread and must only queue. A fault of the disk is told and the call goes on; a bug of ours in one
part is reported and never stops the others.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assist.call import commands
from assist.call.attribution import EchoAttribution, leaked_spans, without_leak
from assist.call.entries import (
    Body,
    drift_body,
    final_body,
    flag_body,
    gap_body,
    lag_body,
    playbook_entry,
    restart_body,
    status_body,
    wrap_up_body,
)
from assist.call.events import (
    CallClosed,
    CallEnded,
    CallEvent,
    CallHeader,
    CallOpened,
    CallPaused,
    CallResumed,
    CallWarning,
    EchoFound,
    EndOffered,
    MomentFlagged,
    PlaybookMoved,
    WrapUpDraft,
)
from assist.call.parts import BugReport, CallControls, Playbook, Record, Rules
from assist.call.state import CallState
from assist.playbook.changes import PlaybookChange
from assist.problems import AssistProblem
from assist.rules.flags import Flag
from speech.types import (
    BLOCK_SAMPLES,
    AudioGap,
    CaptureEvent,
    Channel,
    DriftCorrection,
    FinalTranscript,
    LevelReading,
    OtherReadings,
    PartialTranscript,
    RecognitionEvent,
    RecognizerLag,
    RecognizerRestarted,
    SourceStatus,
    SpottedPhrase,
)

SYSTEM = "system"
"""Actor and role of what the program itself does."""


@dataclass(frozen=True, slots=True)
class AudioBlockHashed:
    """The recorder wrote a block of sound to disk; its hash goes into the ledger."""

    body: Body


@dataclass(frozen=True, slots=True)
class HearingEnded:
    """Sources are closed and the recogniser's last final has come."""

    position: int


SessionInput = (
    RecognitionEvent
    | CaptureEvent
    | commands.AgentCommand
    | AudioBlockHashed
    | HearingEnded
    | CallWarning
    | Flag
)

Observer = Callable[[CallEvent], None]
DraftWrapUp = Callable[[CallState, Playbook], WrapUpDraft]


class CallSession:
    """Orders one call. `post` and `subscribe` are safe from any thread; the rest runs in its own."""

    def __init__(
        self,
        opened: CallOpened,
        rules: Rules,
        playbook: Playbook,
        record: Record,
        controls: CallControls,
        draft_wrap_up: DraftWrapUp,
        report_bug: BugReport,
    ) -> None:
        self._opened = opened
        self._rules = rules
        self._playbook = playbook
        self._record = record
        self._controls = controls
        self._draft_wrap_up = draft_wrap_up
        self._report_bug = report_bug
        self._echo = EchoAttribution()
        self._state = CallState()
        self._inbox: queue.SimpleQueue[SessionInput | None] = queue.SimpleQueue()
        self._observers: list[Observer] = []
        self._told_faults: set[str] = set()
        self._learnt: dict[str, object] = {}
        self._leaky: tuple[Channel, int] | None = None
        """The last utterance with words of the other side, whose other readings would hold those too."""
        self._partial_words: dict[Channel, tuple[object, ...]] = {}
        """Utterance and words of each channel's last partial; the playbook is told of changes alone."""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="call-session", daemon=True)

    @property
    def header(self) -> CallHeader:
        """Who, what and with which versions."""
        return self._opened.header

    @property
    def state(self) -> CallState:
        """The newest state; frozen, so it may be read from any thread."""
        return self._state

    def subscribe(self, observer: Observer) -> None:
        """Add an observer; to be done before `start`."""
        self._observers.append(observer)

    def start(self) -> None:
        """Begin; observers first hear `CallOpened` with the playbook's first view."""
        self._thread.start()

    def post(self, item: SessionInput) -> None:
        """Hand something to the session; never waits."""
        self._inbox.put(item)

    def wait_closed(self, timeout_s: float) -> bool:
        """Wait until the record is closed; False if it was not within the time."""
        return self._closed.wait(timeout_s)

    def stop(self, timeout_s: float = 10.0) -> None:
        """End the thread after what is queued; names itself if it does not end in time."""
        self._inbox.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            raise TimeoutError("the call's session thread is still busy with its last entries")

    def _run(self) -> None:
        self._guarded(self._begin)
        while (item := self._inbox.get()) is not None:
            self._guarded(lambda item=item: self._handle(item))  # type: ignore[misc]

    def _guarded(self, act: Callable[[], None]) -> None:
        """A world's fault is told; a bug is reported; the call goes on in both cases."""
        try:
            act()
        except AssistProblem as problem:
            self._tell(CallWarning(problem.code, tuple(problem.params.items())))
        except Exception as bug:
            self._report_bug(bug)
            self._tell(CallWarning("call.bug", (("what", type(bug).__name__),)))

    def _begin(self) -> None:
        self._tell(self._opened)
        self._show_playbook([])
        self._follow(lambda: self._playbook.on_time(0))

    def _handle(self, item: SessionInput) -> None:
        if isinstance(item, LevelReading):
            self._on_level(item)
        elif isinstance(item, PartialTranscript):
            self._on_partial(item)
        elif isinstance(item, FinalTranscript):
            self._on_final(item)
        elif isinstance(item, SpottedPhrase):
            self._flags(lambda: self._rules.on_spotted(item))
        elif isinstance(item, OtherReadings):
            if (item.channel, item.utterance) != self._leaky:
                self._flags(lambda: self._rules.on_readings(item))
        elif isinstance(item, Flag):
            self._flags(lambda: [item])
        elif isinstance(item, AudioBlockHashed):
            self._append("audio.block", item.body)
        elif isinstance(item, HearingEnded):
            self._on_hearing_ended(item)
        elif isinstance(item, CallWarning):
            self._append("call.warning", {"code": item.code, "params": dict(item.params)})
            self._tell(item)
        elif not self._on_sound_event(item) and isinstance(item, commands.AgentCommand):
            self._on_command(item)

    # --- words -------------------------------------------------------------------------------------

    def _on_partial(self, partial: PartialTranscript) -> None:
        marked = self._echo.mark(partial)
        self._state = self._state.heard_words(marked)
        self._tell(marked)
        own = without_leak(marked)
        self._flags(lambda: self._rules.on_partial(own))
        words = (own.utterance, *(word.text for word in own.words))
        if self._partial_words.get(own.channel) != words:
            self._partial_words[own.channel] = words
            self._follow(lambda: self._playbook.on_partial(own))

    def _on_final(self, final: FinalTranscript) -> None:
        marked = self._echo.mark(final)
        self._state = self._state.heard_words(marked)
        if marked.words:
            self._append("asr.final", final_body(marked))
        self._tell(marked)
        if marked.channel is Channel.AGENT:
            for first, last in leaked_spans(marked.words):
                self._tell(EchoFound(marked.utterance, first, last))
        own = without_leak(marked)
        if own is not marked:
            self._leaky = (own.channel, own.utterance)
        self._flags(lambda: self._rules.on_final(own))
        self._follow(lambda: self._playbook.on_final(own))

    def _flags(self, find: Callable[[], Iterable[Flag]]) -> None:
        for flag in find():
            self._append("risk.flagged", flag_body(flag))
            self._state = self._state.raised(flag)
            self._tell(flag)
            self._follow(lambda flag=flag: self._playbook.on_flag(flag))  # type: ignore[misc]

    def _follow(self, find: Callable[[], Iterable[PlaybookChange]]) -> None:
        changes = list(find())
        if changes:
            self._show_playbook(changes)
        learnt = dict(self._playbook.call_facts)
        if learnt != self._learnt:
            self._learnt = learnt
            self._append("call.learnt", {name: str(value) for name, value in learnt.items()})
            self._flags(lambda: self._rules.on_learnt(learnt))

    def _show_playbook(self, changes: list[PlaybookChange]) -> None:
        position = self._state.position
        for change in changes:
            entry_type, body = playbook_entry(change, position)
            self._append(entry_type, body)
        self._tell(PlaybookMoved(tuple(changes), self._playbook.view, position))

    # --- sound -------------------------------------------------------------------------------------

    def _on_level(self, reading: LevelReading) -> None:
        self._state = self._state.heard_level(reading)
        self._echo.hear_level(reading)
        self._tell(reading)
        self._flags(lambda: self._rules.on_level(reading))
        if reading.channel is not Channel.AGENT or reading.position % (5 * BLOCK_SAMPLES):
            return
        self._flags(lambda: self._rules.on_time(reading.position))
        self._follow(lambda: self._playbook.on_time(reading.position))
        self._record.on_time()
        if self._state.should_offer_end():
            self._state = self._state.offered_end()
            self._tell(EndOffered(self._state.position))

    def _on_sound_event(self, item: SessionInput) -> bool:
        if isinstance(item, AudioGap):
            self._append("audio.gap", gap_body(item))
        elif isinstance(item, DriftCorrection):
            self._append("audio.drift", drift_body(item))
        elif isinstance(item, SourceStatus):
            self._append("audio.status", status_body(item))
        elif isinstance(item, RecognizerLag):
            self._append("asr.lag", lag_body(item))
            self._flags(lambda: self._rules.on_lag(item))
        elif isinstance(item, RecognizerRestarted):
            self._append("asr.restarted", restart_body(item))
        else:
            return False
        self._tell(item)
        return True

    # --- people ------------------------------------------------------------------------------------

    def _on_command(self, command: commands.AgentCommand) -> None:
        position = self._state.position
        match command:
            case commands.UseCard(place):
                self._follow(lambda: self._playbook.use_card(place))
            case commands.DismissFlag(flag_id, reason):
                agent = self.header.agent
                self._flags(lambda: self._rules.dismiss(flag_id, agent, reason))
            case commands.MoveStage(stage):
                self._follow(lambda: self._playbook.move_to(stage))
            case commands.TickItem(item_id, ticked):
                self._follow(lambda: self._playbook.tick(item_id, ticked))
            case commands.ConfirmFact(fact_id, amount, date):
                self._follow(lambda: self._playbook.confirm_fact(fact_id, amount, date))
            case commands.Pause(reason):
                self._pause(position, reason)
            case commands.Resume():
                self._resume(position)
            case commands.FlagMoment(note):
                self._append("call.moment", {"position": position, "note": note}, by_agent=True)
                self._tell(MomentFlagged(position, note))
            case commands.EndCall():
                if not self._state.ended:
                    self._controls.stop_listening()
            case commands.SaveWrapUp(wrap_up):
                self._close(wrap_up)

    def _pause(self, position: int, reason: str) -> None:
        if self._state.paused_at is not None or self._state.ended:
            return
        self._controls.pause()
        self._state = self._state.paused(position)
        self._append("rec.paused", {"position": position, "reason": reason}, by_agent=True)
        self._tell(CallPaused(position, reason))

    def _resume(self, position: int) -> None:
        if self._state.paused_at is None:
            return
        self._controls.resume()
        self._state = self._state.paused(None)
        self._append("rec.resumed", {"position": position}, by_agent=True)
        self._tell(CallResumed(position))

    def _on_hearing_ended(self, ended: HearingEnded) -> None:
        if self._state.ended:
            return
        self._state = self._state.finished(ended.position)
        self._append("call.hearing_ended", {"position": ended.position})
        self._tell(CallEnded(ended.position, self._draft_wrap_up(self._state, self._playbook)))

    def _close(self, wrap_up: WrapUpDraft) -> None:
        if self._closed.is_set() or not self._state.ended:
            return
        self._append("call.wrap_up", wrap_up_body(wrap_up), by_agent=True)
        sealed = self._record.close({"position": self._state.position, "outcome": wrap_up.outcome})
        self._tell(CallClosed(self.header.call_id, sealed.verified, sealed.entries, sealed.checkpoint))
        self._closed.set()

    # --- out ---------------------------------------------------------------------------------------

    def _append(self, entry_type: str, body: Body, *, by_agent: bool = False) -> None:
        """Write; a disk that refuses is told, once for each kind of fault, and the help goes on."""
        actor, role = (self.header.agent, self.header.agent_role) if by_agent else (SYSTEM, SYSTEM)
        try:
            self._record.append(entry_type, body, actor, role)
        except AssistProblem as problem:
            if problem.code not in self._told_faults:
                self._told_faults.add(problem.code)
                self._tell(CallWarning(problem.code, tuple(problem.params.items())))

    def _tell(self, event: CallEvent) -> None:
        for observer in self._observers:
            try:
                observer(event)
            except Exception as bug:
                self._report_bug(bug)
