"""A call as it runs: sources, recorder, recogniser, rules, playbook, record and session, put together. No Qt.

`prepare_call` loads and checks everything and may take seconds; `start` begins to hear. Threads: those of
the parts, and `call-ending`, which waits for the sound's end and then lets the parts finish in order: sources,
recogniser, recorder, session.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import uuid6

from assist.call.case_facts import case_facts, debt_type
from assist.call.clock import as_datetime
from assist.call.commands import AgentCommand, SaveWrapUp
from assist.call.entries import header_body
from assist.call.events import (
    CallClosed,
    CallEvent,
    CallHeader,
    CallOpened,
    CallWarning,
    PackIdentity,
    WrapUpDraft,
)
from assist.call.recorder import Recorder
from assist.call.session import AudioBlockHashed, CallSession, HearingEnded, Observer
from assist.call.wrap_up import WrapUpDrafter
from assist.contact.case import mask_name
from assist.evidence.call_record import CallRecord
from assist.evidence.ledger import Actor
from assist.playbook.engine import PlaybookEngine
from assist.playbook.opening import open_playbook
from assist.playbook.summary import shipped_summary_texts
from assist.problems import AssistProblem
from assist.rules.compiler import CompiledPack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from desktop.call_subject import (
    BugReport,
    CallRequest,
    CallSubject,
    local_time,
    open_source,
    outcome_keeper,
    subject_of,
)
from desktop.card_usage import CardUsageKeeper, card_usage
from desktop.installation import Installation
from speech.problems import SpeechProblem
from speech.recognizer import RecognizerSettings
from speech.source import AudioSource
from speech.supervisor import RecognizerProcess
from speech.types import AudioChunk, AudioGap, CaptureEvent, Channel, ModelIdentity

log = logging.getLogger("desktop.call")

READY_TIMEOUT_S = 60.0
LAST_WORDS_TIMEOUT_S = 60.0


class RunningCall:
    """One call from preparation to its closed record. Every method is safe from any thread."""

    def __init__(
        self,
        request: CallRequest,
        source: AudioSource,
        recognizer: RecognizerProcess,
        recorder: Recorder,
        session: CallSession,
        keep_outcome: Callable[[WrapUpDraft, str], None],
    ) -> None:
        self.request = request
        self._keep_outcome = keep_outcome
        self._wrap_up: WrapUpDraft | None = None
        self.session = session
        self._source = source
        self._recognizer = recognizer
        self._recorder = recorder
        self._position = 0
        self._ending = threading.Thread(target=self._end, name="call-ending", daemon=True)
        self._started = False
        self._closed = False

    @property
    def header(self) -> CallHeader:
        """Who, what and with which versions."""
        return self.session.header

    @property
    def recognizer_pid(self) -> int:
        """The recogniser's process, for measurements; -1 before it runs."""
        return self._recognizer.pid

    def start(self) -> None:
        """Begin to hear; raises `SpeechProblem` if nothing can be heard. Live sound does not wait for the model."""
        self.session.start()
        self._recorder.start()
        self._recognizer.start()
        self._started = True
        try:
            if self.request.source != "live":
                self._recognizer.wait_ready(READY_TIMEOUT_S)
            else:
                threading.Thread(target=self._tell_readiness, name="recogniser-ready", daemon=True).start()
            self._source.start(self._hear)
        except Exception:
            self._ending.start()
            self._source_failed()
            raise
        self._ending.start()

    def post(self, command: AgentCommand) -> None:
        """What a person does; never waits."""
        if isinstance(command, SaveWrapUp):
            self._wrap_up = command.wrap_up
        self.session.post(command)

    def warn(self, warning: CallWarning) -> None:
        """Tell and record something of the world; never waits."""
        self.session.post(warning)

    def wait_closed(self, timeout_s: float) -> bool:
        """Wait until the record is closed; False if it was not within the time."""
        return self.session.wait_closed(timeout_s)

    def close(self, timeout_s: float = 30.0) -> None:
        """End everything; a record that was not wrapped up is closed as it is at the next start."""
        if not self._started or self._closed:
            return
        self._closed = True
        self._source.stop(timeout_s)
        self._ending.join(timeout_s)
        self.session.stop(timeout_s)

    # --- controls, as the session asks for them ------------------------------------------------------

    def pause(self) -> None:
        """Zeros instead of sound."""
        self._source.pause()

    def resume(self) -> None:
        """Sound again."""
        self._source.resume()

    def stop_listening(self) -> None:
        """Close the sources in a thread of their own: a driver may take seconds to let go."""
        threading.Thread(target=self._source.stop, name="call-stop", daemon=True).start()

    # --- inside --------------------------------------------------------------------------------------

    def _hear(self, event: CaptureEvent) -> None:
        """In the source's thread: only queues."""
        if isinstance(event, AudioChunk):
            self._recorder.put(event)
            self._recognizer.feed(event)
            self._position = max(self._position, event.end)
        else:
            self.session.post(event)

    def _tell_readiness(self) -> None:
        """A model that can't be loaded is told; recording goes on without words."""
        try:
            self._recognizer.wait_ready(READY_TIMEOUT_S)
        except SpeechProblem as problem:
            self.session.post(CallWarning(problem.code, tuple(problem.params.items())))

    def _source_failed(self) -> None:
        self._source.stop()

    def on_event(self, event: CallEvent) -> None:
        """In the session's thread: what the call brought goes into the case in a thread of its own."""
        if isinstance(event, CallClosed) and self._wrap_up is not None:
            threading.Thread(
                target=self._keep_outcome, args=(self._wrap_up, event.call_id), name="case-keeper"
            ).start()

    def _end(self) -> None:
        self._source.wait_ended()
        for name, finish in (
            ("call.recognizer_late", lambda: self._recognizer.stop(LAST_WORDS_TIMEOUT_S)),
            ("call.recorder_late", self._recorder.finish),
        ):
            try:
                finish()
            except TimeoutError as late:
                log.warning("%s: %s", name, late)
                self.session.post(CallWarning(name))
        problem = getattr(self._source, "problem", None)
        if problem is not None:
            self.session.post(CallWarning(problem.code, tuple(problem.params.items())))
        self.session.post(HearingEnded(self._position))


def prepare_call(
    request: CallRequest, installation: Installation, observer: Observer, report_bug: BugReport
) -> RunningCall:
    """Load models and packs, open the record, put the parts together. Raises the world's problems.

    Nothing is heard before `start`. To be called outside the GUI thread.
    """
    folder, model = installation.model(request.language)
    subject = subject_of(request, installation)
    kind = debt_type(subject.debt) if subject else ""
    pack = installation.rules(request.locale, kind)
    if pack.pack.language != request.language:
        raise AssistProblem(
            "call.other_language",
            "The rules of {locale} are for calls in {rules}, not in {language}. Choose another place or language.",
            locale=request.locale,
            rules=pack.pack.language,
            language=request.language,
        )
    now = as_datetime(installation.clock.utc_ms())
    facts = (
        case_facts(subject.case, subject.person, subject.debt, now, subject.zone, subject.decision)
        if subject
        else CaseFacts()
    )
    rules = RuleEngine(pack, facts, local_time(request, installation, subject))
    playbook = open_playbook(
        request.locale,
        installation.paths.packs,
        subject.case if subject else None,
        subject.debt.debt_id if subject else "",
        now,
        facts,
        company=request.company,
        agent=request.agent,
        usage=card_usage(installation, request.locale) if request.store_kind == "live" else None,
    )
    recognizer_events = _Later()
    recognizer = RecognizerProcess(
        RecognizerSettings(
            model_folder=str(folder),
            language=request.language,
            spotted={Channel.AGENT: rules.spotter_phrases()},
            read_again=True,
            give_way=request.source == "live" or request.real_time,
        ),
        recognizer_events,
        report_bug,
    )
    source, devices = open_source(request, recognizer)
    header = _header(request, installation, pack, playbook, model, devices)
    record = _begin_record(request, installation, header, subject)
    recorder_faults = _Later()
    spool = record.open_spool(lambda body: recognizer_events(AudioBlockHashed(body)))
    recorder = Recorder(spool, recorder_faults.fault, report_bug)
    controls = _LateControls()
    session = CallSession(
        _opened(header, subject, playbook, now),
        rules,
        playbook,
        record,
        controls,
        WrapUpDrafter(
            shipped_summary_texts(request.locale), installation.clock, subject.contact if subject else None
        ),
        report_bug,
    )
    recognizer_events.to = session.post
    recorder_faults.to = session.post
    session.subscribe(observer)
    keep = outcome_keeper(installation, subject if request.source == "live" else None, report_bug)
    call = RunningCall(request, source, recognizer, recorder, session, keep)
    session.subscribe(call.on_event)
    if request.source == "live":
        session.subscribe(CardUsageKeeper(installation, request.locale, report_bug).on_event)
    controls.call = call
    if playbook.problem is not None:
        call.warn(CallWarning(playbook.problem.code, tuple(playbook.problem.params.items())))
    return call


class _Later:
    """A listener whose receiver is known later; nothing calls it before the call starts."""

    def __init__(self) -> None:
        self.to: Callable[..., None] = _nowhere

    def __call__(self, event: object) -> None:
        self.to(event)

    def fault(self, problem: AssistProblem, gap: AudioGap) -> None:
        self.to(gap)
        self.to(CallWarning(problem.code, tuple(problem.params.items())))


def _nowhere(event: object) -> None:
    raise RuntimeError(f"{type(event).__name__} before the call was put together")


class _LateControls:
    """The session's way to the sound."""

    call: RunningCall

    def pause(self) -> None:
        self.call.pause()

    def resume(self) -> None:
        self.call.resume()

    def stop_listening(self) -> None:
        self.call.stop_listening()


def _header(
    request: CallRequest,
    installation: Installation,
    pack: CompiledPack,
    playbook: PlaybookEngine,
    model: ModelIdentity,
    devices: tuple[str, str],
) -> CallHeader:
    rules = pack.pack
    return CallHeader(
        call_id=str(uuid6.uuid7()),
        case_id=request.case.case_id if request.case else "",
        agent=request.agent,
        started_utc_ms=installation.clock.utc_ms(),
        language=request.language,
        source=request.source,
        rules=(PackIdentity(rules.pack_id, rules.version, rules.sha256),),
        playbook=PackIdentity(playbook.book.book_id, playbook.book.version, playbook.book.sha256),
        model=model,
        agent_device=devices[0],
        customer_device=devices[1],
        agent_role=request.agent_role,
    )


def _begin_record(
    request: CallRequest, installation: Installation, header: CallHeader, subject: CallSubject | None
) -> CallRecord:
    store = installation.store(request.store_kind)
    body = header_body(header)
    opened = {**body, "case_id": body["case"]}
    record = store.begin_call(header.call_id, opened, Actor(request.agent, request.agent_role))
    if subject is not None:
        record.append("call.gate", subject.decision.body(), "system", "system")
    if request.override is not None:
        record.append("call.gate_override", request.override.body(), request.agent, request.agent_role)
    return record


def _opened(
    header: CallHeader, subject: CallSubject | None, playbook: PlaybookEngine, now: datetime
) -> CallOpened:
    if subject is None:
        return CallOpened(header, "", "", 0, playbook.view)
    today = now.astimezone(ZoneInfo(subject.zone)).date()
    return CallOpened(
        header,
        mask_name(subject.person.name),
        subject.debt.product,
        subject.debt.days_overdue(today),
        playbook.view,
    )
