"""A store with people of every role, for tests."""

from __future__ import annotations

from pathlib import Path

from argon2 import PasswordHasher

from assist.evidence.entry import LedgerEntry
from assist.evidence.people.roles import Role
from assist.evidence.people.session import StoreSession
from assist.evidence.people.users import People
from assist.evidence.store import EvidenceStore
from tests.support.evidence_stores import AGENT, MemoryKey, MovableClock, open_store

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "一句很长很长的口令啊"


class Team:
    """A store with one person of each role and two compliance people."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovableClock()
        self.store: EvidenceStore = open_store(folder, self.clock.store_clock(), source=MemoryKey())
        self.people = People(self.store, QUICK)
        self.people.add("李娜", Role.LEAD, PASSWORD, AGENT)
        self.lead = self.sign_in("李娜")
        self.people.add("赵敏", Role.COMPLIANCE, PASSWORD, self.lead.actor)
        self.compliance = self.sign_in("赵敏")
        for name, role in (
            ("周强", Role.COMPLIANCE),
            ("王芳", Role.AGENT),
            ("刘洋", Role.AGENT),
            ("陈静", Role.REVIEWER),
        ):
            self.people.add(name, role, PASSWORD, self.compliance.actor)

    def sign_in(self, name: str) -> StoreSession:
        return self.people.sign_in(name, PASSWORD)

    def entry_types(self) -> list[str]:
        rows = self.store.db.execute("SELECT entry FROM ledger ORDER BY seq").fetchall()
        return [LedgerEntry.decode(bytes(row[0])).type for row in rows]
