"""Legal holds: while one is on a call, nothing deletes it, whatever a retention rule says.

Setting one takes one person (a dispute or complaint came in); letting go takes someone with the right to approve
who is not the one who set it. Both are in the ledger.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist.evidence.ledger import Actor
from assist.evidence.people.roles import Right
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


@dataclass(frozen=True, slots=True)
class Hold:
    """One hold."""

    hold_id: str
    call_id: str
    reason: str
    set_by: str
    set_utc_ms: int
    released_by: str
    released_utc_ms: int
    """0 while it is on."""


class Holds:
    """The holds of one open store."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store

    def set(self, call_id: str, reason: str, by: Actor) -> Hold:
        """Put a hold on a call; the reason is needed."""
        if not reason.strip():
            raise AssistProblem("hold.no_reason", "Say why: the reason goes into the record.")
        with self._store.lock:
            self._store.guard.check(by, Right.HOLD, call_id)
            self._store.require_call(call_id)
            hold = Hold(uuid.uuid4().hex, call_id, reason, by.name, self._store.clock.utc_ms(), "", 0)
            body = {"hold": hold.hold_id, "call": call_id, "reason": reason}
            self._store.note_store_event("hold.set", body, by)
            self._store.db.table("holds").insert(
                {name: getattr(hold, name) for name in Hold.__dataclass_fields__}
            )
            return hold

    def set_on_case(self, case_id: str, reason: str, by: Actor) -> list[Hold]:
        """Put a hold on every call of a case that is not held yet."""
        with self._store.lock:
            calls = [call for call in self._store.calls() if call.case_id == case_id and case_id]
            return [self.set(call.call_id, reason, by) for call in calls if not self.on(call.call_id)]

    def release(self, hold_id: str, reason: str, by: Actor) -> None:
        """Let go of a hold."""
        with self._store.lock:
            hold = next((hold for hold in self.all() if hold.hold_id == hold_id), None)
            if hold is None or hold.released_utc_ms:
                raise AssistProblem("hold.unknown", "There is no such hold. List those that are on.")
            self._store.guard.check(by, Right.APPROVE, hold.call_id)
            if by.name == hold.set_by:
                raise AssistProblem(
                    "hold.same_person", "{name} set this hold, so someone else must release it.", name=by.name
                )
            body = {"hold": hold_id, "call": hold.call_id, "reason": reason}
            self._store.note_store_event("hold.released", body, by)
            self._store.db.table("holds").update(
                hold_id, {"released_by": by.name, "released_utc_ms": self._store.clock.utc_ms()}
            )

    def on(self, call_id: str) -> list[Hold]:
        """The holds that are on a call now."""
        return [hold for hold in self.all() if hold.call_id == call_id and not hold.released_utc_ms]

    def all(self) -> list[Hold]:
        """Every hold there ever was, newest first."""
        with self._store.lock:
            rows = self._store.db.query("SELECT * FROM holds ORDER BY set_utc_ms DESC, rowid DESC")
            return [Hold(**row) for row in rows]
