"""Recorded calls as the signed-in person may read them and act on them; every method may wait and belongs in a `Task`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assist.evidence.bundle.export import ExportedBundle, export_bundle
from assist.evidence.people.approvals import Approval, ApprovalKind
from assist.evidence.people.roles import Right, Role
from assist.evidence.people.session import StoreSession
from assist.evidence.reading import CallSummary, RecordedEntry
from assist.evidence.retention.due import RetentionState
from desktop.background import Progress
from desktop.installation import Installation
from desktop.keeping import call_states, destroy_call, rule_titles
from desktop.review.standing import CallStanding, ListedCall, Supervision


class StoreReader:
    """Reads one store of the installation; opened when it is first asked."""

    def __init__(self, installation: Installation, kind: str, session: Callable[[], StoreSession]) -> None:
        self._installation = installation
        self._session = session
        self.kind = kind

    # --- reading -------------------------------------------------------------------------------------

    def calls(self) -> list[ListedCall]:
        """The person's calls, newest first, those of other installations among them."""
        session = self._session()
        held = {hold.call_id for hold in session.holds() if not hold.released_utc_ms}
        own = [ListedCall(call, "", call.call_id in held) for call in session.calls()]
        received = [
            ListedCall(one.summary, one.origin, one.summary.call_id in held)
            for one in session.imported_calls()
        ]
        return sorted([*own, *received], key=lambda one: one.summary.started_utc_ms, reverse=True)

    def summary(self, call_id: str) -> CallSummary:
        """One call's line of the list."""
        return self._session().find_call(call_id)

    def entries(self, call_id: str) -> list[RecordedEntry]:
        """The call's entries, numbers masked; the look is in the ledger first."""
        return self._session().read_call(call_id)

    def sound(self, call_id: str) -> bytes:
        """The call's FLAC; the playback is in the ledger first."""
        return self._session().sound(call_id)

    def standing(self, call_id: str) -> CallStanding:
        """What stands about a call beside its content, and what this person may do with it."""
        session = self._session()
        origin = next((one.origin for one in session.imported_calls() if one.summary.call_id == call_id), "")
        requests = session.approvals() if session.may(Right.REQUEST) else []
        return CallStanding(
            call_id,
            origin,
            tuple(session.holds(call_id)),
            tuple(one for one in requests if one.call_id == call_id and one.state in {"asked", "approved"}),
            frozenset(right for right in Right if session.may(right, call_id)),
            self._reviewers() if session.may(Right.ASSIGN, call_id) else (),
        )

    def supervision(self) -> Supervision:
        """What waits for a decision, and what need not be kept any longer; empty for who may see neither."""
        session = self._session()
        if not session.may(Right.REQUEST):
            return Supervision(session.name, (), (), may_see=False)
        waiting = tuple(one for one in session.approvals() if one.state in {"asked", "approved"})
        states = tuple(self._states(session))
        return Supervision(
            session.name, waiting, states, may_see=True, rule_titles=rule_titles(self._installation)
        )

    # --- acting --------------------------------------------------------------------------------------

    def export(self, call_id: str, folder: Path, progress: Progress, approval_id: str = "") -> ExportedBundle:
        """An evidence bundle of the call below `folder`; numbers readable where `approval_id` was agreed to by two."""

        def told(step: str) -> None:
            progress(_EXPORT_STEPS.index(step), len(_EXPORT_STEPS))

        store, full = self._installation.store(self.kind), bool(approval_id)
        return export_bundle(
            store, self._session(), call_id, folder, full=full, approval_id=approval_id, on_progress=told
        )

    def note(self, call_id: str, text: str, position: int) -> None:
        """Add a note, to a place in the call or (-1) to the whole."""
        self._session().note(call_id, text, position)

    def assign(self, call_id: str, reviewer: str) -> None:
        """Give a call to a reviewer."""
        self._session().assign(call_id, reviewer)

    def hold(self, call_id: str, reason: str) -> None:
        """Put a legal hold on a call."""
        self._session().hold(call_id, reason)

    def release(self, hold_id: str, reason: str) -> None:
        """Release a hold."""
        self._session().release(hold_id, reason)

    def ask(self, kind: ApprovalKind, call_id: str, reason: str) -> None:
        """Ask for what takes two people."""
        self._session().ask(kind, call_id, reason)

    def decide(self, approval_id: str, *, agree: bool) -> None:
        """Agree to a request, or refuse it."""
        session = self._session()
        if agree:
            session.approve(approval_id)
        else:
            session.refuse(approval_id)

    def destroy(self, approval: Approval, certificate: Path) -> None:
        """Destroy a call's content; the proof goes into `certificate`, a file that must not be there yet."""
        destroy_call(
            self._installation,
            self._session(),
            self.kind,
            approval.call_id,
            approval.approval_id,
            certificate,
        )

    def _states(self, session: StoreSession) -> list[RetentionState]:
        return [
            state
            for state in call_states(self._installation, session, self.kind)
            if state.over or state.holds
        ]

    def _reviewers(self) -> tuple[str, ...]:
        accounts = self._installation.store(self.kind).people.accounts()
        return tuple(one.name for one in accounts if one.active and one.role is Role.REVIEWER)


_EXPORT_STEPS = ("gather", "write", "sign")
