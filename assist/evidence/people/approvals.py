"""What takes two different people: a full (unmasked) export, a deletion.

One asks with a reason, another with the right to approve agrees or refuses. Each step is in the ledger before it
is in effect. An agreement serves once and lapses after a week.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assist.evidence.ledger import Actor
from assist.evidence.people.roles import Right
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

LAPSES_AFTER_MS = 7 * 24 * 60 * 60 * 1000


class ApprovalKind(StrEnum):
    """What is asked for."""

    FULL_EXPORT = "full_export"
    DELETION = "deletion"


@dataclass(frozen=True, slots=True)
class Approval:
    """A request and what became of it."""

    approval_id: str
    kind: str
    call_id: str
    reason: str
    state: str
    """`asked`, `approved`, `refused` or `used`."""
    requested_by: str
    requested_utc_ms: int
    decided_by: str
    decided_utc_ms: int


class Approvals:
    """The requests of one open store."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store

    def ask(self, kind: ApprovalKind, call_id: str, reason: str, by: Actor) -> Approval:
        """Ask for something; the reason is needed."""
        if not reason.strip():
            raise AssistProblem("approval.no_reason", "Say why: the reason goes into the record.")
        with self._store.lock:
            self._store.guard.check(by, Right.REQUEST, call_id)
            self._store.require_call(call_id)
            now = self._store.clock.utc_ms()
            approval = Approval(uuid.uuid4().hex, kind.value, call_id, reason, "asked", by.name, now, "", 0)
            self._note("approval.requested", approval, by)
            self._store.db.table("approvals").insert(
                {name: getattr(approval, name) for name in Approval.__dataclass_fields__}
            )
            return approval

    def decide(self, approval_id: str, by: Actor, *, approve: bool) -> Approval:
        """Agree or refuse; never by the one who asked."""
        with self._store.lock:
            approval = self.get(approval_id)
            self._store.guard.check(by, Right.APPROVE, approval.call_id)
            if approval.state != "asked":
                raise AssistProblem(
                    "approval.decided", "This was decided already. Ask anew if it is still wanted."
                )
            if by.name == approval.requested_by:
                raise AssistProblem(
                    "approval.same_person",
                    "{name} asked for this, so someone else must decide. That is the point of two people.",
                    name=by.name,
                )
            state = "approved" if approve else "refused"
            self._note("approval.given" if approve else "approval.refused", approval, by)
            self._store.db.table("approvals").update(
                approval_id,
                {"state": state, "decided_by": by.name, "decided_utc_ms": self._store.clock.utc_ms()},
            )
            return self.get(approval_id)

    def use(self, approval_id: str, kind: ApprovalKind, call_id: str, by: Actor) -> Approval:
        """Take an agreement for what was agreed, once; by one of the two."""
        with self._store.lock:
            found = [approval for approval in self.all() if approval.approval_id == approval_id]
            if not found:
                raise _missing()
            approval = found[0]
            lapsed = self._store.clock.utc_ms() - approval.decided_utc_ms > LAPSES_AFTER_MS
            if (
                approval.state != "approved"
                or approval.kind != kind.value
                or approval.call_id != call_id
                or by.name not in {approval.requested_by, approval.decided_by}
                or lapsed
            ):
                raise _missing()
            self._store.guard.check(by, Right.REQUEST, call_id)
            self._note("approval.used", approval, by)
            self._store.db.table("approvals").update(approval_id, {"state": "used"})
            return self.get(approval_id)

    def get(self, approval_id: str) -> Approval:
        """One of them."""
        found = [approval for approval in self.all() if approval.approval_id == approval_id]
        if not found:
            raise AssistProblem("approval.unknown", "There is no such request. List those that wait.")
        return found[0]

    def all(self, state: str = "") -> list[Approval]:
        """All, or those in a state, newest first."""
        with self._store.lock:
            rows = self._store.db.query("SELECT * FROM approvals ORDER BY requested_utc_ms DESC, rowid DESC")
            approvals = [Approval(**row) for row in rows]
        return [approval for approval in approvals if not state or approval.state == state]

    def _note(self, entry_type: str, approval: Approval, by: Actor) -> None:
        body = {
            "approval": approval.approval_id,
            "kind": approval.kind,
            "call": approval.call_id,
            "reason": approval.reason,
            "requested_by": approval.requested_by,
        }
        self._store.note_store_event(entry_type, body, by)


def _missing() -> AssistProblem:
    return AssistProblem(
        "approval.missing",
        "This needs the agreement of two different people, which is not there or has lapsed. Ask for it.",
    )
