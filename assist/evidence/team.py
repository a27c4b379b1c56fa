"""Keys for others: age recipients (X25519, age-encryption.org/v1), so that a reviewer's machine can open a call
that was shared with it, and no other machine can.

The team's recipient is public and is set on every installation; its identity (the secret) is on the machines of
those who review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage

from assist.evidence.ledger import Actor
from assist.evidence.people.roles import Right
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

TEAM = "team_recipient"
IDENTITY = "team_identity"


def new_identity() -> tuple[str, str]:
    """A new pair: the secret identity (`AGE-SECRET-KEY-1…`), the public recipient (`age1…`)."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def wrap_for(recipient: str, secret: bytes) -> bytes:
    """`secret` for the holder of `recipient`'s identity alone."""
    sealed: bytes = pyrage.encrypt(secret, [_recipient(recipient)])
    return sealed


def unwrap_with(identity: str, sealed: bytes) -> bytes:
    """The secret; `AssistProblem` if it was made for someone else or was changed."""
    own = _identity(identity)
    try:
        secret: bytes = pyrage.decrypt(sealed, [own])
    except pyrage.DecryptError as error:
        raise AssistProblem(
            "key.not_for_you",
            "This was sealed for another key, or was changed. Ask for one made for your key.",
        ) from error
    return secret


def set_team_recipient(store: EvidenceStore, recipient: str, actor: Actor) -> None:
    """From now on each call's key is also wrapped for the team; empty stops that. Said in the ledger."""
    if recipient:
        _recipient(recipient)
    with store.lock:
        store.guard.check(actor, Right.EXCHANGE)
        store.note_store_event("key.team_set", {"recipient": recipient}, actor)
        store.db.table("device").upsert({"name": TEAM, "value": recipient.encode()}, pk="name")


def team_recipient(store: EvidenceStore) -> str:
    """The team's recipient; empty if none is set."""
    row = store.db.execute("SELECT value FROM device WHERE name = ?", [TEAM]).fetchone()
    return bytes(row[0]).decode() if row else ""


def keep_team_identity(store: EvidenceStore, identity: str, actor: Actor) -> str:
    """Keep the team's secret on a reviewer's machine, sealed in the store; returns the public recipient."""
    recipient = public_of(identity)
    with store.lock:
        store.guard.check(actor, Right.EXCHANGE)
        store.note_store_event("key.identity_kept", {"recipient": recipient}, actor)
        sealed = store.wrap(identity.strip().encode(), IDENTITY)
        store.db.table("device").upsert({"name": IDENTITY, "value": sealed}, pk="name")
    return recipient


def team_identity(store: EvidenceStore) -> str:
    """The team's secret; `AssistProblem` where this machine has none."""
    row = store.db.execute("SELECT value FROM device WHERE name = ?", [IDENTITY]).fetchone()
    if row is None:
        raise AssistProblem(
            "key.no_team_identity",
            "This machine does not have the team's key, so it can't open packages. Add it with: evenhand keys import",
        )
    return store.unwrap(bytes(row[0]), IDENTITY).decode()


def public_of(identity: str) -> str:
    """The public recipient of a secret identity."""
    return str(_identity(identity).to_public())


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text.strip())
    except pyrage.IdentityError as error:
        raise AssistProblem(
            "key.no_identity",
            "This is no age identity. It begins with AGE-SECRET-KEY-1; copy the whole line.",
        ) from error


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise AssistProblem(
            "key.no_recipient",
            "{text} is no age recipient. It begins with age1; copy the whole line.",
            text=text,
        ) from error
