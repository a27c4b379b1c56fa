"""The check before every look, sound, export and change: role, scope, and that the person did sign in.

A store without people is *open*: whoever sits at the machine acts under the name they gave, without a password,
and that name is in every entry. The first person that is added closes it; from then on only people who have
signed in may act. The program itself acts as `system`.

Thread: any; takes the store's lock.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist.evidence.ledger import SYSTEM, Actor
from assist.evidence.people.roles import DEMO_RIGHTS, OPEN_RIGHTS, RIGHTS, SCOPES, Right, Role, Scope
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


@dataclass(frozen=True, slots=True)
class Person(Actor):
    """Someone who has signed in; made by `Guard.admit` alone."""

    token: str
    """Known to the store that was signed in to, while it is open."""


class Guard:
    """Belongs to one open store."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store
        self._admitted: dict[str, Person] = {}

    @property
    def is_open(self) -> bool:
        """Whether no people were added yet: no sign-in, one agent's machine (or a demo)."""
        with self._store.lock:
            return not self._store.db.execute("SELECT EXISTS(SELECT 1 FROM people)").fetchone()[0]

    def admit(self, name: str, role: Role) -> Person:
        """Someone whose password was right."""
        person = Person(name, role.value, secrets.token_hex(16))
        self._admitted[person.token] = person
        return person

    def dismiss(self, person: Person) -> None:
        """Signed out."""
        self._admitted.pop(person.token, None)

    def dismiss_all(self, name: str) -> None:
        """Everyone of this name is signed out: the role or password was changed."""
        for person in [person for person in self._admitted.values() if person.name == name]:
            self.dismiss(person)

    def check(self, actor: Actor, right: Right, call_id: str = "") -> None:
        """Raise `AssistProblem` unless `actor` may do this (with this call)."""
        if actor == SYSTEM:
            return
        if self.is_open:
            self._check_open(right)
            return
        role = self._role(actor, right)
        if right not in RIGHTS[role]:
            raise _not_allowed(actor, right)
        if call_id and not self.in_scope(actor, role, call_id):
            raise _not_yours(actor)

    def allows(self, actor: Actor, right: Right, call_id: str = "") -> bool:
        """Whether `check` would pass."""
        try:
            self.check(actor, right, call_id)
        except AssistProblem:
            return False
        return True

    def in_scope(self, actor: Actor, role: Role, call_id: str) -> bool:
        """Whether the call is one of the actor's."""
        scope = SCOPES[role]
        if scope is Scope.ALL:
            return True
        with self._store.lock:
            if scope is Scope.OWN:
                row = self._store.db.execute(
                    "SELECT 1 FROM calls WHERE call_id = ? AND agent = ?", [call_id, actor.name]
                ).fetchone()
            else:
                row = self._store.db.execute(
                    "SELECT 1 FROM assignments WHERE call_id = ? AND reviewer = ?", [call_id, actor.name]
                ).fetchone()
        return row is not None

    def calls_of(self, actor: Actor) -> set[str] | None:
        """The ids of all calls that the actor may see; None: every one."""
        if self.is_open or SCOPES[Role(actor.role)] is Scope.ALL:
            return None
        own = SCOPES[Role(actor.role)] is Scope.OWN
        query = (
            "SELECT call_id FROM calls WHERE agent = ?"
            if own
            else "SELECT call_id FROM assignments WHERE reviewer = ?"
        )
        with self._store.lock:
            return {row[0] for row in self._store.db.execute(query, [actor.name]).fetchall()}

    def _check_open(self, right: Right) -> None:
        rights = DEMO_RIGHTS if self._store.description.kind == "demo" else OPEN_RIGHTS
        if right not in rights:
            raise AssistProblem(
                "people.needs_people",
                "This needs two people who sign in. Add a lead and a compliance person first: evenhand people add",
            )

    def _role(self, actor: Actor, right: Right) -> Role:
        """The role of someone who signed in; for taking calls the name is enough, since the session names its
        agent in every entry without holding the sign-in itself."""
        if isinstance(actor, Person) and self._admitted.get(actor.token) == actor:
            return Role(actor.role)
        if right is Right.RECORD:
            for person in self._admitted.values():
                if person.name == actor.name:
                    return Role(person.role)
        raise AssistProblem(
            "people.sign_in",
            "{name} has not signed in here. Sign in first.",
            name=actor.name,
        )


def _not_allowed(actor: Actor, right: Right) -> AssistProblem:
    return AssistProblem(
        "people.not_allowed",
        "The role {role} may not do this ({right}). Ask your team's lead or compliance.",
        role=actor.role,
        right=right.value,
    )


def _not_yours(actor: Actor) -> AssistProblem:
    return AssistProblem(
        "people.not_yours",
        "This call is not one of yours, {name}. Ask your team's lead to assign it to you.",
        name=actor.name,
    )
