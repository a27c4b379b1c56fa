"""People of a store: added, changed, signed in. Passwords are kept as argon2id (RFC 9106, low-memory) hashes.

Every sign-in and every failed one is in the ledger (`user.login`, `user.failed`), and so is every change
(`user.added`, `user.changed`). After five failures in a row a name waits a minute, then longer.

Thread: any but the GUI's: a password takes a quarter of a second to check.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assist.evidence.ledger import SYSTEM, Actor
from assist.evidence.people.guard import Person
from assist.evidence.people.roles import Right, Role, may_manage
from assist.evidence.people.session import StoreSession
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

SHORTEST_PASSWORD = 10
FAILURES_BEFORE_WAIT = 5
FIRST_WAIT_MS = 60_000
LONGEST_WAIT_MS = 60 * 60_000


@dataclass(frozen=True, slots=True)
class UserAccount:
    """One person, as lists show them."""

    name: str
    role: Role
    active: bool
    created_utc_ms: int


class People:
    """The people of one open store."""

    def __init__(self, store: EvidenceStore, hasher: PasswordHasher | None = None) -> None:
        self._store = store
        self._hasher = hasher or PasswordHasher()

    @property
    def is_open(self) -> bool:
        """Whether the store has no people yet, so that nobody needs to sign in."""
        return self._store.guard.is_open

    def accounts(self) -> list[UserAccount]:
        """Everyone, by name."""
        with self._store.lock:
            rows = self._store.db.query("SELECT * FROM people ORDER BY name")
            return [
                UserAccount(row["name"], Role(row["role"]), row["state"] == "active", row["created_utc_ms"])
                for row in rows
            ]

    def add(self, name: str, role: Role, password: str, by: Actor) -> UserAccount:
        """Add someone. The first person is a lead or compliance, and closes the open store."""
        name = plain_name(name)
        check_password(name, password)
        hashed = self._hasher.hash(password)
        with self._store.lock:
            self._check_manages(by, role, name)
            if self._row(name) is not None:
                raise AssistProblem(
                    "people.exists", "{name} is there already. Choose another name.", name=name
                )
            now = self._store.clock.utc_ms()
            self._store.note_store_event("user.added", {"user": name, "user_role": role.value}, by)
            self._store.db.table("people").insert(
                {
                    "name": name,
                    "role": role.value,
                    "password": hashed,
                    "state": "active",
                    "failures": 0,
                    "blocked_until_utc_ms": 0,
                    "created_utc_ms": now,
                }
            )
            return UserAccount(name, role, True, now)

    def set_active(self, name: str, by: Actor, *, active: bool) -> None:
        """Let someone in again, or no longer; nobody is ever removed, since entries name them."""
        with self._store.lock:
            row = self._known(name)
            self._check_manages(by, Role(row["role"]), row["name"])
            if not active and self._is_last_manager(row):
                raise AssistProblem(
                    "people.last",
                    "{name} is the last who can manage people. Add another one first.",
                    name=name,
                )
            state = "active" if active else "disabled"
            self._store.note_store_event("user.changed", {"user": row["name"], "state": state}, by)
            self._store.db.table("people").update(
                row["name"], {"state": state, "failures": 0, "blocked_until_utc_ms": 0}
            )
            self._store.guard.dismiss_all(row["name"])

    def set_password(self, name: str, password: str, by: Actor) -> None:
        """A new password: one's own, or by someone who manages this person."""
        row = self._known(name)
        check_password(row["name"], password)
        hashed = self._hasher.hash(password)
        with self._store.lock:
            if by.name != row["name"] or not isinstance(by, Person):
                self._check_manages(by, Role(row["role"]), row["name"])
            else:
                self._store.guard.check(by, Right.VIEW)
            self._store.note_store_event("user.changed", {"user": row["name"], "password": "set"}, by)
            self._store.db.table("people").update(row["name"], {"password": hashed, "failures": 0})
            self._store.guard.dismiss_all(row["name"])

    def sign_in(self, name: str, password: str) -> StoreSession:
        """Check name and password; `AssistProblem` that says the same whether name or password is wrong."""
        name = plain_name(name)
        with self._store.lock:
            row = self._row(name)
            now = self._store.clock.utc_ms()
            if row is not None and row["blocked_until_utc_ms"] > now:
                seconds = (row["blocked_until_utc_ms"] - now) // 1000 + 1
                raise AssistProblem(
                    "people.wait", "Too many wrong passwords. Try again in {seconds} s.", seconds=str(seconds)
                )
        right = self._is_right(row["password"] if row else "", password)
        with self._store.lock:
            row = self._row(name)
            if row is None or not right or row["state"] != "active":
                self._failed(name, row)
                raise AssistProblem("people.wrong", "Name or password is wrong. Try again.")
            person = self._store.guard.admit(row["name"], Role(row["role"]))
            self._store.note_store_event("user.login", {"user": row["name"]}, person)
            changes: dict[str, Any] = {"failures": 0, "blocked_until_utc_ms": 0}
            if self._hasher.check_needs_rehash(row["password"]):
                changes["password"] = self._hasher.hash(password)
            self._store.db.table("people").update(row["name"], changes)
            return StoreSession(self._store, person)

    def sign_out(self, session: StoreSession) -> None:
        """End a session; it may do nothing afterwards."""
        if isinstance(session.actor, Person):
            self._store.note_store_event("user.logout", {"user": session.actor.name}, session.actor)
            self._store.guard.dismiss(session.actor)

    def open_session(self, name: str) -> StoreSession:
        """A session without sign-in, for a store without people: the name is the agent's, as it is recorded."""
        if not self.is_open:
            raise AssistProblem("people.sign_in", "{name} has not signed in here. Sign in first.", name=name)
        return StoreSession(self._store, Actor(plain_name(name), Role.AGENT.value))

    # --- inside --------------------------------------------------------------------------------------

    def _row(self, name: str) -> dict[str, Any] | None:
        rows = list(self._store.db.query("SELECT * FROM people WHERE name = ?", [name]))
        return rows[0] if rows else None

    def _known(self, name: str) -> dict[str, Any]:
        row = self._row(plain_name(name))
        if row is None:
            raise AssistProblem(
                "people.unknown", "There is no {name} here. List them: evenhand people", name=name
            )
        return row

    def _is_right(self, hashed: str, password: str) -> bool:
        """The same work for a name that exists and for one that does not."""
        if not hashed:
            self._hasher.hash(password)
            return False
        try:
            return self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False

    def _failed(self, name: str, row: dict[str, Any] | None) -> None:
        self._store.note_store_event("user.failed", {"user": name, "known": row is not None}, SYSTEM)
        if row is None:
            return
        failures = row["failures"] + 1
        changes: dict[str, Any] = {"failures": failures}
        if failures >= FAILURES_BEFORE_WAIT:
            wait = min(FIRST_WAIT_MS << (failures - FAILURES_BEFORE_WAIT), LONGEST_WAIT_MS)
            changes["blocked_until_utc_ms"] = self._store.clock.utc_ms() + wait
        self._store.db.table("people").update(name, changes)

    def _check_manages(self, by: Actor, subject: Role, name: str) -> None:
        self._store.guard.check(by, Right.PEOPLE)
        if self.is_open:
            if subject not in {Role.LEAD, Role.COMPLIANCE}:
                raise AssistProblem(
                    "people.first", "Add a lead or a compliance person first; {name} can follow.", name=name
                )
            return
        compliance = any(account.role is Role.COMPLIANCE and account.active for account in self.accounts())
        if not may_manage(Role(by.role), subject, compliance_exists=compliance):
            raise AssistProblem(
                "people.not_managed",
                "The role {role} may not change a {subject}.",
                role=by.role,
                subject=subject,
            )

    def _is_last_manager(self, row: dict[str, Any]) -> bool:
        managers = {
            account.name
            for account in self.accounts()
            if account.active and account.role in {Role.LEAD, Role.COMPLIANCE}
        }
        return managers == {row["name"]}


def plain_name(name: str) -> str:
    """A name with one spelling: NFC, no blanks around it; `AssistProblem` if nothing is left."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    if not plain or plain == SYSTEM.name:
        raise AssistProblem("people.no_name", "Give a name.")
    return plain


def check_password(name: str, password: str) -> None:
    """Length is what counts (NIST SP 800-63B); the name itself is refused."""
    if len(password) < SHORTEST_PASSWORD or password.casefold() == name.casefold():
        raise AssistProblem(
            "people.short_password",
            "A password has at least {count} characters and is not the name. A sentence is good.",
            count=str(SHORTEST_PASSWORD),
        )
