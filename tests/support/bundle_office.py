"""A store with people and a call in which a number is said, for tests of bundles."""

from __future__ import annotations

from pathlib import Path

import uuid6

from assist.evidence.bundle.export import ExportedBundle, export_bundle
from assist.evidence.people.approvals import ApprovalKind
from tests.support.evidence_stores import opened_body, record_call, sound
from tests.support.evidence_team import Team

DIGITS = "一三八零零一三八零零零"
"""A mobile number as the recogniser writes it."""


class Office:
    """A store with people, a call in which a number is said, and a call beside it."""

    def __init__(self, folder: Path, *, records: int = 60, seed: int = 1) -> None:
        self.team = Team(folder / "store")
        self.store = self.team.store
        self.agent = self.team.sign_in("王芳")
        self.call = self._record(records, seed)
        record_call(self.store, actor=self.agent.actor, case_id="CASE-2")
        self.session = self.team.sign_in("周强")

    def _record(self, records: int, seed: int) -> str:
        """The number is said from 10 s to 12 s, by the customer."""
        call_id = str(uuid6.uuid7())
        record = self.store.begin_call(call_id, opened_body(), self.agent.actor)
        spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
        for pcm in sound(records, seed):
            spool.write(pcm)
        spool.finish()
        for channel, text, start in (("agent", "您好这里是星河银行", 16_000), ("customer", DIGITS, 160_000)):
            step = 3_000
            words = [
                {"text": one, "start": start + step * place, "end": start + step * (place + 1)}
                for place, one in enumerate(text)
            ]
            record.append("asr.final", {"channel": channel, "words": words}, "system", "system")
        assert record.close({"outcome": "promise"}).verified
        return call_id

    def export(self, to: Path, **options: object) -> ExportedBundle:
        """Masked, by someone of compliance."""
        return export_bundle(self.store, self.session, self.call, to, **options)  # type: ignore[arg-type]

    def export_full(self, to: Path) -> ExportedBundle:
        """With every digit, asked for by one and approved by another."""
        asking = self.team.compliance
        approval = asking.ask(ApprovalKind.FULL_EXPORT, self.call, "法院要求")
        self.session.approve(approval.approval_id)
        return export_bundle(self.store, asking, self.call, to, full=True, approval_id=approval.approval_id)
