"""The ledger: entries chained and in a Merkle tree, checkpoints signed by the device's key.

Used under the store's lock; owns the tree and the newest chain hash in memory, and writes each entry with
its encrypted body in one transaction before it says that it did.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlite_utils import Database

from assist.evidence.canonical import canonical
from assist.evidence.checkpoint import TreeHead, sign_checkpoint
from assist.evidence.database import transaction
from assist.evidence.entry import FIRST_PREV, FORMAT, SALT_BYTES, LedgerEntry, chain_hash, commitment
from assist.evidence.keys import seal
from assist.evidence.merkle import MerkleTree, leaf_hash
from assist.evidence.times import StoreClock

LONGEST_UNSIGNED_MS = 15 * 60 * 1000
"""A checkpoint is signed at least this often while entries come (the ceiling of systemd's sealing, too)."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which role."""

    name: str
    role: str


SYSTEM = Actor("system", "system")


class Ledger:
    """Appends and signs."""

    def __init__(
        self,
        db: Database,
        origin: str,
        signing_key: Ed25519PrivateKey,
        pseudonym_key: bytes,
        clock: StoreClock,
    ) -> None:
        self._db = db
        self.origin = origin
        self._key = signing_key
        self._pseudonym_key = pseudonym_key
        self._clock = clock
        self.tree = MerkleTree()
        self._prev = FIRST_PREV
        for (leaf,) in db.execute("SELECT leaf FROM ledger ORDER BY seq"):
            self.tree.append(bytes(leaf))
        last = db.execute("SELECT entry FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
        if last is not None:
            self._prev = chain_hash(bytes(last[0]))
        newest = db.execute("SELECT max(size), max(at_utc_ms) FROM checkpoints").fetchone()
        self._signed_size = newest[0] or 0
        self._signed_mono = clock.mono_ms()

    def append(
        self, entry_type: str, body: Mapping[str, Any], actor: Actor, call_id: str = "", body_key: bytes = b""
    ) -> LedgerEntry:
        """Write an entry; returns when it is durable. `AssistProblem` if the disk refuses."""
        full = canonical({**body, "actor": actor.name, "role": actor.role})
        salt = secrets.token_bytes(SALT_BYTES)
        entry = LedgerEntry(
            v=FORMAT,
            log=self.origin,
            seq=self.tree.size + 1,
            ts_utc_ms=self._clock.utc_ms(),
            mono_ms=self._clock.mono_ms(),
            boot=self._clock.boot,
            call=call_id,
            actor=self.pseudonym(actor.name),
            role=actor.role,
            type=entry_type,
            commit=commitment(salt, full),
            prev=self._prev,
        )
        encoded = entry.encode()
        leaf = leaf_hash(encoded)
        sealed = seal(body_key, full, body_context(call_id, entry.seq))
        self._write(entry.seq, call_id, encoded, leaf, salt, sealed)
        self.tree.append(leaf)
        self._prev = chain_hash(encoded)
        return entry

    def pseudonym(self, name: str) -> str:
        """A name that only this store can tie to a person."""
        return hmac.new(self._pseudonym_key, name.encode(), hashlib.sha256).hexdigest()[:16]

    def checkpoint(self) -> str:
        """Sign the tree as it stands; returns the note (the newest one if nothing was added since)."""
        size = self.tree.size
        if size == self._signed_size:
            row = self._db.execute("SELECT note FROM checkpoints WHERE size = ?", [size]).fetchone()
            if row is not None:
                return str(row[0])
        note = sign_checkpoint(TreeHead(self.origin, size, self.tree.root()), self.origin, self._key)
        now = self._clock.utc_ms()
        with transaction(self._db.conn) as connection:
            connection.execute(
                "INSERT INTO checkpoints(size, note, at_utc_ms) VALUES (?, ?, ?)", [size, note, now]
            )
        self._signed_size = size
        self._signed_mono = self._clock.mono_ms()
        return note

    def checkpoint_if_due(self) -> None:
        """Sign if the last signature is too old, by the clock that nobody can set back."""
        if self._clock.mono_ms() - self._signed_mono >= LONGEST_UNSIGNED_MS:
            self.checkpoint()

    def _write(self, seq: int, call_id: str, entry: bytes, leaf: bytes, salt: bytes, sealed: bytes) -> None:
        with transaction(self._db.conn) as connection:
            connection.execute(
                "INSERT INTO ledger(seq, call_id, entry, leaf) VALUES (?, ?, ?, ?)",
                [seq, call_id, entry, leaf],
            )
            connection.execute("INSERT INTO bodies(seq, salt, sealed) VALUES (?, ?, ?)", [seq, salt, sealed])


def body_context(call_id: str, seq: int) -> bytes:
    """What an encrypted body is bound to."""
    return f"body|{call_id}|{seq}".encode()
