"""Runs one call at a time for the live page: prepares it in a worker, feeds its events in, posts commands out.

Lives in the GUI thread and never waits there: loading models, opening devices and closing the record are tasks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from assist.call.clock import as_datetime
from assist.call.commands import AgentCommand, EndCall
from assist.call.events import CallClosed
from assist.problems import AssistProblem
from desktop.background import Task
from desktop.bridge import CallBridge
from desktop.call_subject import CallRequest, subject_of
from desktop.installation import Installation
from desktop.live.call_contact import NO_CONTACT, ContactLine, contact_line
from desktop.live.page import LivePage
from desktop.live.spoken_text import ToScript, script_of
from desktop.problem_texts import problem_text
from desktop.running_call import RunningCall, prepare_call
from speech.problems import SpeechProblem

CLOSE_TIMEOUT_S = 30.0

MakeRequest = Callable[[], CallRequest]
"""Looks the case up and so on; called in a worker thread."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A call that is ready to be heard."""

    call: RunningCall
    contact: ContactLine
    to_script: ToScript


class LiveController(QObject):
    """Signals: `closed` with a call's id when its record is closed; `idle` when the next call may start;
    `broken` with a bug.
    """

    closed = Signal(str)
    idle = Signal()
    broken = Signal(object)

    def __init__(
        self,
        page: LivePage,
        installation: Installation,
        report_bug: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._installation = installation
        self._report_bug = report_bug
        self._bridge: CallBridge | None = None
        self._call: RunningCall | None = None
        self._preparing = False
        self._tasks: set[Task] = set()
        page.command.connect(self._post)
        page.left.connect(self._on_left)

    @property
    def busy(self) -> bool:
        """Whether a call is being prepared, runs, or waits for its wrap-up."""
        return self._preparing or self._call is not None

    @property
    def call(self) -> RunningCall | None:
        """The call that runs."""
        return self._call

    @property
    def bridge(self) -> CallBridge | None:
        """The running call's bridge, for measurements."""
        return self._bridge

    def start(self, make_request: MakeRequest) -> bool:
        """Prepare and hear a call; False if one runs already."""
        if self.busy:
            return False
        self._preparing = True
        self._page.start.show_preparing()
        bridge = self._bridge = CallBridge(self)
        task = self._task()
        task.done.connect(self._on_prepared)
        task.failed.connect(self._on_failed)
        task.start(lambda _progress: self._prepare(make_request, bridge))
        return True

    def end(self) -> None:
        """End the running call as its button does."""
        self._page.end_call()

    def close_now(self, timeout_s: float = CLOSE_TIMEOUT_S) -> None:
        """The program ends: close what runs. Waits, so only after the event loop."""
        # A call that is just being started must be whole before it can be closed.
        QThreadPool.globalInstance().waitForDone(round(timeout_s * 1000))
        if self._call is not None:
            self._call.post(EndCall())
            self._call.close(timeout_s)
            self._call = None

    # --- in a worker ---------------------------------------------------------------------------------

    def _prepare(self, make_request: MakeRequest, bridge: CallBridge) -> Prepared:
        request = make_request()
        to_script = script_of(request.locale)
        contact = NO_CONTACT
        subject = subject_of(request, self._installation)
        if subject is not None:
            now = as_datetime(self._installation.clock.utc_ms())
            person = subject.person.person_id
            contact = contact_line(subject.case, person, subject.decision, subject.zone, now)
        call = prepare_call(request, self._installation, bridge.observe, self._report_bug)
        return Prepared(call, contact, to_script)

    # --- in the GUI thread -----------------------------------------------------------------------------

    @Slot(object)
    def _on_prepared(self, prepared: Prepared) -> None:
        self._call = prepared.call
        self._page.prepare_for(prepared.contact, prepared.to_script)
        if self._bridge is not None:
            self._bridge.event.connect(self._page.show_event)
            self._bridge.event.connect(self._on_event)
        task = self._task()
        task.done.connect(self._on_started)
        task.failed.connect(self._on_start_failed)
        task.start(lambda _progress: prepared.call.start())

    @Slot(object)
    def _on_started(self, _nothing: object) -> None:
        self._preparing = False

    @Slot(object)
    def _on_failed(self, problem: AssistProblem | SpeechProblem) -> None:
        self._preparing = False
        self._forget_bridge()
        self._page.show_start(problem_text(problem))
        self.idle.emit()

    @Slot(object)
    def _on_start_failed(self, problem: AssistProblem | SpeechProblem) -> None:
        """Nothing could be heard: the record that was begun is closed, the page is ready for another try."""
        call, self._call = self._call, None
        if call is not None:
            self._task().start(lambda _progress: call.close(CLOSE_TIMEOUT_S))
        self._on_failed(problem)

    @Slot(object)
    def _on_broken(self, bug: BaseException) -> None:
        self._report_bug(bug)
        if self._preparing:
            self._preparing = False
            self._call = None
            self._forget_bridge()
            self._page.show_start(
                self.tr("evenhand failed while it prepared the call. A report was written.")
            )
            self.idle.emit()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, CallClosed):
            call, self._call = self._call, None
            if call is not None:
                task = self._task()
                task.done.connect(self._on_call_gone)
                task.start(lambda _progress: call.close(CLOSE_TIMEOUT_S))
            self.closed.emit(event.call_id)

    @Slot(object)
    def _on_call_gone(self, _nothing: object) -> None:
        self._forget_bridge()
        self.idle.emit()

    @Slot(object)
    def _post(self, command: AgentCommand) -> None:
        if self._call is not None:
            self._call.post(command)

    @Slot()
    def _on_left(self) -> None:
        if not self.busy:
            self.idle.emit()

    def _forget_bridge(self) -> None:
        if self._bridge is not None:
            self._bridge.deleteLater()
            self._bridge = None

    def _task(self) -> Task:
        task = Task(self)
        task.broken.connect(self._on_broken)
        return task
