"""How long each recorded call must be kept: retention rules of its place, facts of its case. No Qt.

The rules of the case's place count. What is not known never shortens anything: a call without a case is kept as long
as any place of its language asks for, a debt without a date of settlement without end where that date counts. Reads
disk and store: any thread but the GUI's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assist.contact.case import Case
from assist.contact.rules_loader import shipped_contact_rules
from assist.evidence.people.session import StoreSession
from assist.evidence.reading import CallSummary
from assist.evidence.retention.due import RetentionState, retention_states
from assist.evidence.retention.loader import load_retention_rules, shipped_retention_rules
from assist.evidence.retention.rules import RetentionFacts, RetentionRules
from assist.problems import AssistProblem
from desktop.installation import Installation

PLACES = {"zh": ("zh_CN", "zh_TW", "zh_HK"), "en": ("en_US", "en_GB")}
"""Whose rules count for a call without a case, by what was spoken."""


def call_states(
    installation: Installation, session: StoreSession, kind: str, today: date | None = None
) -> list[RetentionState]:
    """Every closed call that this person may see, as its rules see it on `today` (at the call's place), oldest first."""
    cases = _Cases(installation)
    found: dict[str, RetentionState] = {}
    for locale, calls in _by_place(session.calls(), cases).items():
        rules = retention_rules(installation, locale)
        zone = _zone(locale)
        day = today or _today(installation, zone)
        states = retention_states(
            installation.store(kind), rules, lambda call, zone=zone: _facts(call, cases, zone), day
        )
        for state in states:
            if state.call.call_id in calls:
                found[state.call.call_id] = _longer(found.get(state.call.call_id), state)
    return sorted(found.values(), key=lambda state: state.call.started_utc_ms)


def state_of(
    installation: Installation, session: StoreSession, kind: str, call_id: str, today: date | None = None
) -> RetentionState:
    """One call's; AssistProblem `retention.no_state` where it is open, destroyed, or not to be seen."""
    for state in call_states(installation, session, kind, today):
        if state.call.call_id == call_id:
            return state
    raise AssistProblem(
        "retention.no_state",
        "Call {call} goes on, was destroyed already, or is not one of yours. List the calls with: evenhand calls",
        call=call_id,
    )


def today_of(installation: Installation, call: CallSummary) -> date:
    """The day it is now where the call belongs; without a case the earliest of its language's places."""
    case = _Cases(installation).of(call)
    places = (case.locale,) if case is not None else PLACES[call.language]
    return min(_today(installation, _zone(place)) for place in places)


def retention_rules(installation: Installation, locale: str) -> RetentionRules:
    """The team's own rules for a place where there are some, else the shipped ones."""
    own = installation.paths.packs / locale / "retention.yaml"
    return load_retention_rules(own) if own.is_file() else shipped_retention_rules(locale)


def destroy_call(
    installation: Installation,
    session: StoreSession,
    kind: str,
    call_id: str,
    approval_id: str,
    proof_file: Path,
) -> None:
    """Destroy a call's content by an approved request; the proof of it goes into a new file.

    The file is made before anything is destroyed, and taken away again where nothing was. Raises `AssistProblem`.
    """
    try:
        proof_file.touch(exist_ok=False)
    except OSError as error:
        raise AssistProblem(
            "shred.no_certificate",
            "The proof can't be kept in {file} ({why}), so nothing was destroyed. Name a new file in a folder that exists.",
            file=str(proof_file),
            why=error.strerror or str(error),
        ) from error
    try:
        state = state_of(installation, session, kind, call_id)
        proof = session.shred(call_id, approval_id, state.decision, today_of(installation, state.call))
    except BaseException:
        proof_file.unlink()
        raise
    proof_file.write_text(proof.text() + "\n", "utf-8")


def rule_titles(installation: Installation) -> dict[tuple[str, str], str]:
    """What every place's retention rules say, by the rules' version (as a decision names it) and the rule's id."""
    every = [retention_rules(installation, place) for places in PLACES.values() for place in places]
    return {
        (f"{rules.rules_id} {rules.version}", rule.rule_id): rule.title
        for rules in every
        for rule in rules.rules
    }


class _Cases:
    """Cases by number, each read once."""

    def __init__(self, installation: Installation) -> None:
        self._book = installation.cases()
        self._known: dict[str, Case | None] = {}

    def of(self, call: CallSummary) -> Case | None:
        if not call.case_id:
            return None
        if call.case_id not in self._known:
            self._known[call.case_id] = self._book.find(call.case_id)
        return self._known[call.case_id]


def _by_place(calls: list[CallSummary], cases: _Cases) -> dict[str, set[str]]:
    places: dict[str, set[str]] = {}
    for call in calls:
        case = cases.of(call)
        for place in (case.locale,) if case is not None else PLACES[call.language]:
            places.setdefault(place, set()).add(call.call_id)
    return places


def _longer(one: RetentionState | None, other: RetentionState) -> RetentionState:
    """The state that keeps the call longer; without end is longest."""
    if one is None or other.decision.keep_until is None:
        return other
    if one.decision.keep_until is None or one.decision.keep_until >= other.decision.keep_until:
        return one
    return other


def _facts(call: CallSummary, cases: _Cases, zone: ZoneInfo) -> RetentionFacts:
    called = datetime.fromtimestamp(call.started_utc_ms / 1000, UTC).astimezone(zone).date()
    case = cases.of(call)
    if case is None:
        return RetentionFacts(called)
    kinds = {debt.kind.value for debt in case.debts}
    settled = [debt.settled for debt in case.debts]
    return RetentionFacts(
        called,
        kinds.pop() if len(kinds) == 1 else "",
        max((attempt.at.astimezone(zone).date() for attempt in case.attempts), default=called),
        None if None in settled else max((day for day in settled if day is not None), default=None),
    )


def _today(installation: Installation, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(installation.clock.utc_ms() / 1000, UTC).astimezone(zone).date()


def _zone(locale: str) -> ZoneInfo:
    try:
        return ZoneInfo(shipped_contact_rules(locale).default_zone)
    except AssistProblem:
        return ZoneInfo("UTC")
