"""What a call is about and what is heard: the request, the case behind it, the source of its sound. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assist.call.clock import as_datetime
from assist.call.events import WrapUpDraft
from assist.call.wrap_up import CallContact, case_with_wrap_up
from assist.contact.case import Case, Debt, Person
from assist.contact.checks import Situation
from assist.contact.gate import ContactGate, ContactRequest, GateDecision, GateOverride
from assist.contact.rules_loader import shipped_contact_rules
from assist.problems import AssistProblem
from desktop.installation import Installation
from speech.capture import LiveSource
from speech.devices import DeviceDirectory, DeviceKind
from speech.file_source import FileSource
from speech.source import AudioSource
from speech.supervisor import RecognizerProcess
from speech.types import Channel

ROOM_SECONDS = 2.0
"""How far a file may run ahead of recognition."""

BugReport = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class CallRequest:
    """What is to be heard, about which case."""

    source: str
    """`live`, `file` or `demo`; demo calls go into the demo store."""
    locale: str
    """The place whose rules apply, such as `zh_CN`."""
    language: str
    """`zh` or `en`: what is spoken."""
    agent: str
    agent_role: str = "agent"
    """In which role the person takes the call: a lead may, too."""
    company: str = ""
    """For whom the agent speaks, as the cards say it."""
    case: Case | None = None
    person_id: str = "debtor"
    debt_id: str = ""
    """Empty: the case's first debt."""
    number: str = ""
    """E.164; empty: the person's first number."""
    agent_device: str = ""
    """Device id or name; empty: the system's microphone."""
    customer_device: str = ""
    """Device id or name; empty: what the system's output plays."""
    file: Path | None = None
    mono_side: Channel = Channel.AGENT
    accept_truncated: bool = False
    real_time: bool = True
    """False: a file goes as fast as recognition follows."""
    override: GateOverride | None = None
    """Why the call is placed in spite of a contact rule."""

    @property
    def store_kind(self) -> str:
        """Which store keeps it."""
        return "demo" if self.source == "demo" else "live"


@dataclass(frozen=True, slots=True)
class CallSubject:
    """Who is called about what."""

    case: Case
    person: Person
    debt: Debt
    contact: CallContact
    decision: GateDecision
    zone: str


def subject_of(request: CallRequest, installation: Installation) -> CallSubject | None:
    case = request.case
    if case is None:
        return None
    person = case.person(request.person_id)
    debt = case.debt(request.debt_id) if request.debt_id else case.debts[0]
    number = request.number or (person.phones[0].number if person.phones else "")
    gate = ContactGate(shipped_contact_rules(request.locale))
    at = _call_instant(request, person, installation)
    asked = ContactRequest(person.person_id, number, debt.debt_id, at)
    decision = gate.check(case, asked)
    if decision.blocks and request.override is None and request.source == "live":
        raise AssistProblem(
            "call.gate_closed",
            "This call may not be placed now: {rules}. Open the case to see why, or give a reason to override it.",
            rules=", ".join(answer.title or answer.rule_id for answer in decision.blocks),
        )
    zone = Situation.of(case, person, debt, asked, gate.rules).zones[0]
    return CallSubject(case, person, debt, CallContact(gate, case, asked), decision, zone)


def _call_instant(request: CallRequest, person: Person, installation: Installation) -> datetime:
    """Now; a demo call is placed at half past ten in the morning, whenever it is played."""
    now = as_datetime(installation.clock.utc_ms())
    if request.source != "demo" or not person.time_zone:
        return now
    there = now.astimezone(ZoneInfo(person.time_zone))
    return there.replace(hour=10, minute=30)


def outcome_keeper(
    installation: Installation, subject: CallSubject | None, report_bug: BugReport
) -> Callable[[WrapUpDraft, str], None]:
    """Writes the call's outcome into the case book; a demo's case is invented and stays as it is."""

    def keep(wrap_up: WrapUpDraft, call_id: str) -> None:
        if subject is None:
            return
        ended = as_datetime(installation.clock.utc_ms())
        try:
            installation.cases().keep(case_with_wrap_up(subject.contact, ended, wrap_up, call_id))
        except Exception as bug:
            report_bug(bug)

    return keep


def local_time(
    request: CallRequest, installation: Installation, subject: CallSubject | None
) -> Callable[[], datetime | None]:
    """The debtor's local time as the rules see it."""
    if subject is None:
        return lambda: None
    zone = ZoneInfo(subject.zone)
    if request.source == "demo":
        at = subject.contact.request.at.astimezone(zone)
        return lambda: at
    return lambda: as_datetime(installation.clock.utc_ms()).astimezone(zone)


def open_source(request: CallRequest, recognizer: RecognizerProcess) -> tuple[AudioSource, tuple[str, str]]:
    if request.file is not None:
        wait = None if request.real_time else (lambda: recognizer.wait_for_room(ROOM_SECONDS, 30.0))
        source = FileSource(
            request.file,
            real_time=request.real_time,
            mono_side=request.mono_side,
            wait_for_room=wait,
            accept_truncated=request.accept_truncated,
        )
        return source, (request.file.name, request.file.name)
    directory = DeviceDirectory()
    agent, customer = (
        directory.find(wanted) if wanted else directory.pick(kind)
        for wanted, kind in (
            (request.agent_device, DeviceKind.MICROPHONE),
            (request.customer_device, DeviceKind.PLAYBACK),
        )
    )
    if agent.device_id == customer.device_id:
        raise AssistProblem(
            "call.same_device",
            "Agent and customer would both be heard through {device}. Choose two devices: evenhand devices list",
            device=agent.name,
        )
    return LiveSource(agent, customer, directory), (agent.name, customer.name)
