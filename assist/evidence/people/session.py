"""What one person may do with one open store: every method checks role and scope before it does anything.

Looks and playbacks are in the ledger before anything is decrypted. Numbers of ID cards, bank cards and telephones
are masked in what is read unless `unmasked` is asked for, which takes the right to it and is itself in the
ledger.

Thread: any; methods that read a call decrypt and belong outside the GUI thread.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assist.evidence.integrity import StoreReport, check_store
from assist.evidence.ledger import Actor
from assist.evidence.masking import mask_body
from assist.evidence.packages.exchange import TrustedDevice, export_package, import_package, trust_device
from assist.evidence.packages.imported import ImportedCall, ImportedCalls
from assist.evidence.people.approvals import Approval, ApprovalKind, Approvals
from assist.evidence.people.roles import Right, Role
from assist.evidence.reading import CallSummary, RecordedEntry
from assist.evidence.retention.holds import Hold, Holds
from assist.evidence.retention.rules import RetentionDecision
from assist.evidence.retention.shredding import ShredCertificate, shred_call
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


class StoreSession:
    """Made by `People.sign_in`, or by `People.open_session` for a store without people."""

    def __init__(self, store: EvidenceStore, actor: Actor) -> None:
        self._store = store
        self.actor = actor
        self._approvals = Approvals(store)
        self._holds = Holds(store)

    @property
    def name(self) -> str:
        """Who."""
        return self.actor.name

    @property
    def role(self) -> Role:
        """In which role."""
        return Role(self.actor.role)

    def may(self, right: Right, call_id: str = "") -> bool:
        """Whether it would be allowed; for showing and hiding, since every method checks again."""
        return self._store.guard.allows(self.actor, right, call_id)

    # --- calls ---------------------------------------------------------------------------------------

    def calls(self) -> list[CallSummary]:
        """The calls this person may see, newest first: own, assigned, or all."""
        self._store.guard.check(self.actor, Right.VIEW)
        seen = self._store.guard.calls_of(self.actor)
        return [call for call in self._store.calls() if seen is None or call.call_id in seen]

    def find_call(self, wanted: str) -> CallSummary:
        """One of those calls or of the imported ones, by the beginning of its id; or `last`, of this store's own."""
        calls = self.calls()
        if wanted == "last":
            found = calls[:1]
        else:
            calls += [one.summary for one in self.imported_calls()]
            found = [call for call in calls if call.call_id.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        raise AssistProblem(
            "record.no_call",
            "There is no single call {wanted} in {folder}. List the calls with: evenhand calls",
            wanted=wanted,
            folder=str(self._store.folder),
        )

    def read_call(
        self, call_id: str, purpose: str = "view", *, unmasked: bool = False
    ) -> list[RecordedEntry]:
        """The call's entries, numbers masked by shape unless `unmasked`."""
        if unmasked:
            self._store.guard.check(self.actor, Right.UNMASKED, call_id)
            purpose = f"{purpose}, unmasked"
        imported = ImportedCalls(self._store)
        if imported.has(call_id):
            entries = imported.read(call_id, self.actor, purpose)
        else:
            entries = self._store.read_call(call_id, self.actor, purpose)
        return entries if unmasked else [replace(entry, body=mask_body(entry.body)) for entry in entries]

    def sound(self, call_id: str, purpose: str = "playback") -> bytes:
        """The call's FLAC."""
        imported = ImportedCalls(self._store)
        if imported.has(call_id):
            return imported.sound(call_id, self.actor, purpose)
        return self._store.sound(call_id, self.actor, purpose)

    def imported_calls(self) -> list[ImportedCall]:
        """The calls of other installations that this person may see, newest first."""
        self._store.guard.check(self.actor, Right.VIEW)
        seen = self._store.guard.calls_of(self.actor)
        calls = ImportedCalls(self._store).all()
        return [call for call in calls if seen is None or call.summary.call_id in seen]

    def note(self, call_id: str, text: str, position: int = -1) -> None:
        """Add a reviewer's note (`qa.note`) to a closed call of this store, at a position in samples or (-1) to the call
        as a whole; notes are never changed."""
        self._store.guard.check(self.actor, Right.NOTE, call_id)
        if not text.strip():
            raise AssistProblem("note.empty", "Write something first.")
        if ImportedCalls(self._store).has(call_id):
            raise AssistProblem(
                "note.imported",
                "This call came from another installation; write your note where it was taken.",
            )
        body = {"text": text, "position": position} if position >= 0 else {"text": text}
        with self._store.lock:
            key = self._store.call_key(call_id)
            self._store.ledger.append("qa.note", body, self.actor, call_id, key)
            self._store.ledger.checkpoint()

    def assign(self, call_id: str, reviewer: str) -> None:
        """Give a call to a reviewer."""
        self._store.guard.check(self.actor, Right.ASSIGN, call_id)
        with self._store.lock:
            row = self._store.db.execute(
                "SELECT 1 FROM people WHERE name = ? AND role = ? AND state = 'active'",
                [reviewer, Role.REVIEWER.value],
            ).fetchone()
            if row is None:
                raise AssistProblem(
                    "people.no_reviewer",
                    "{name} is no reviewer here. List people: evenhand people",
                    name=reviewer,
                )
            self._store.note_store_event(
                "review.assigned", {"call": call_id, "reviewer": reviewer}, self.actor
            )
            self._store.db.table("assignments").upsert(
                {"call_id": call_id, "reviewer": reviewer}, pk=("call_id", "reviewer")
            )

    # --- packages --------------------------------------------------------------------------------------

    def send(self, call_id: str, folder: str, recipient: str = "") -> str:
        """Seal a closed call for the team into a folder or share; returns where it lies."""
        return export_package(self._store, call_id, folder, self.actor, recipient)

    def take_in(self, location: str, identity: str = "") -> ImportedCall:
        """Verify a package and keep its call, read-only."""
        return import_package(self._store, location, self.actor, identity)

    def trust(self, origin: str, public_key: bytes) -> TrustedDevice:
        """Take in packages of this installation from now on; its fingerprint was compared."""
        return trust_device(self._store, origin, public_key, self.actor)

    # --- what takes two people -------------------------------------------------------------------------

    def ask(self, kind: ApprovalKind, call_id: str, reason: str) -> Approval:
        """Ask for a full export or a deletion."""
        return self._approvals.ask(kind, call_id, reason, self.actor)

    def approvals(self, state: str = "") -> list[Approval]:
        """Requests, newest first; `state` is `asked`, `approved`, `refused` or `used`."""
        self._store.guard.check(self.actor, Right.REQUEST)
        return self._approvals.all(state)

    def approve(self, approval_id: str) -> Approval:
        """Agree to what someone else asked for."""
        return self._approvals.decide(approval_id, self.actor, approve=True)

    def refuse(self, approval_id: str) -> Approval:
        """Say no to what someone else asked for."""
        return self._approvals.decide(approval_id, self.actor, approve=False)

    def authorize_export(self, call_id: str, *, full: bool, approval_id: str = "") -> None:
        """Raise `AssistProblem` unless this person may export the call now; a full export uses its approval.

        To be called before `export.made` is written. In a demo store a full export needs no second person.
        """
        self._store.guard.check(self.actor, Right.EXPORT, call_id)
        if not full or (self._store.guard.is_open and self._store.description.kind == "demo"):
            return
        self._approvals.use(approval_id, ApprovalKind.FULL_EXPORT, call_id, self.actor)

    def shred(
        self, call_id: str, approval_id: str, decision: RetentionDecision, today: date
    ) -> ShredCertificate:
        """Destroy a call's content: retention over, no hold, two people."""
        return shred_call(self._store, call_id, approval_id, decision, today, self.actor)

    # --- holds and checks --------------------------------------------------------------------------------

    def hold(self, call_id: str, reason: str) -> Hold:
        """Put a legal hold on a call."""
        return self._holds.set(call_id, reason, self.actor)

    def hold_case(self, case_id: str, reason: str) -> list[Hold]:
        """Put a legal hold on every call of a case."""
        return self._holds.set_on_case(case_id, reason, self.actor)

    def release(self, hold_id: str, reason: str) -> None:
        """Let go of a hold that someone else set."""
        self._holds.release(hold_id, reason, self.actor)

    def holds(self, call_id: str = "") -> list[Hold]:
        """The holds on a call, or every hold there ever was."""
        self._store.guard.check(self.actor, Right.VIEW, call_id)
        return self._holds.on(call_id) if call_id else self._holds.all()

    def check(self, expected: tuple[str, ...] = ()) -> StoreReport:
        """Check everything that is recorded; anyone may."""
        return check_store(self._store, expected)
