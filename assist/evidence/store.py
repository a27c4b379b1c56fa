"""The evidence store of one installation: its ledger, its calls, its keys; every look goes through here.

One connection, one lock: the call's session thread writes, readers wait their turn for milliseconds. Nothing
is shown before it is written: a look at a call is an entry of the ledger before its bodies are decrypted.

Folder: `store.json` (id and kind, no secret), `store.lock` (held while a program has the store open),
`evidence.db` (SQLCipher), `spool/` (sound of calls that run), `audio/<year>/<month>/` (sealed sound),
`audio/imported/` (sound of calls that came from other installations).

Who may do what is checked here, by `assist.evidence.people.guard`, before anything is decrypted.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlite_utils import Database

from assist.evidence.call_record import CallRecord
from assist.evidence.database import transaction, truncate_wal
from assist.evidence.derive import KEY_BYTES, derive_key
from assist.evidence.description import StoreDescription, describe
from assist.evidence.documents import Documents
from assist.evidence.folder_lock import FolderLock
from assist.evidence.keys import seal, unseal
from assist.evidence.ledger import SYSTEM, Actor, Ledger, body_context
from assist.evidence.opening import MakeKeySource, open_database
from assist.evidence.people.guard import Guard
from assist.evidence.people.roles import Right
from assist.evidence.reading import CallSummary, RecordedEntry, read_entries, summary_of
from assist.evidence.recovery import recover_open_calls
from assist.evidence.retention.shredding import finish_shreds
from assist.evidence.rotation import BODIES, PSEUDONYMS, SIGNING
from assist.evidence.sound_archive import decrypt_file
from assist.evidence.team import team_recipient, wrap_for
from assist.evidence.times import StoreClock
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.people.users import People


class EvidenceStore:
    """Open with `EvidenceStore.open`; close it when done."""

    def __init__(
        self,
        folder: Path,
        description: StoreDescription,
        db: Database,
        key: bytes,
        clock: StoreClock,
        folder_lock: FolderLock,
    ) -> None:
        self.folder = folder
        self._folder_lock = folder_lock
        self.description = description
        self.lock = threading.RLock()
        self.db = db
        self._key = key
        self.clock = clock
        self._wrapping_key = derive_key(key, "wrap")
        self.store_body_key = self._kept_secret(BODIES)
        self.signing_key = Ed25519PrivateKey.from_private_bytes(self._kept_secret(SIGNING))
        self.ledger = Ledger(db, description.origin, self.signing_key, self._kept_secret(PSEUDONYMS), clock)
        self.guard = Guard(self)
        self._closed = False

    @classmethod
    def open(
        cls, folder: Path, kind: str, make_key_source: MakeKeySource, clock: StoreClock
    ) -> EvidenceStore:
        """Open the store in `folder`, made if there is none; calls that a crash left open are closed first.

        Reads the keyring and the whole ledger's hashes: not for the GUI thread. Raises `AssistProblem`: among
        others where another program has the store open, or where its key or its database is missing.
        """
        description = describe(folder, kind)
        folder_lock = FolderLock(folder)
        try:
            db, key = open_database(folder, description, make_key_source)
            try:
                store = cls(folder, description, db, key, clock, folder_lock)
                with store.lock:
                    recover_open_calls(store)
                    finish_shreds(store)
            except BaseException:
                db.conn.close()
                raise
        except BaseException:
            folder_lock.release()
            raise
        return store

    @property
    def people(self) -> People:
        """Who may use the store, and signing in."""
        from assist.evidence.people.users import People

        return People(self)

    @property
    def public_key(self) -> Ed25519PublicKey:
        """What the device's signatures are checked with."""
        return self.signing_key.public_key()

    def on_time(self) -> None:
        """To be called every minute or so while the store is open: notes a jump of the wall clock, signs if the
        last signature is a quarter of an hour old. A running call does the same by `CallRecord.on_time`."""
        with self.lock:
            jump = self.clock.jumped_ms()
            if jump:
                self.note_store_event("clock.jump", {"ms": jump})
            self.ledger.checkpoint_if_due()

    def close(self) -> None:
        """Sign what was added and let go of the database; does nothing the second time."""
        with self.lock:
            if self._closed:
                return
            self._closed = True
            try:
                if self.ledger.tree.size:
                    self.ledger.checkpoint()
                truncate_wal(self.db.conn)
            finally:
                self.db.conn.close()
                self._folder_lock.release()

    # --- calls ---------------------------------------------------------------------------------------

    def begin_call(self, call_id: str, opened: Mapping[str, Any], actor: Actor) -> CallRecord:
        """Open a call's record: its key, its spool, its first entry. `opened` goes into `call.opened`.

        `opened` must hold `case_id`, `language`, `source`, `started_utc_ms`.
        """
        self.guard.check(actor, Right.RECORD)
        key = secrets.token_bytes(KEY_BYTES)
        with self.lock:
            jump = self.clock.jumped_ms()
            if jump:
                self.note_store_event("clock.jump", {"ms": jump})
            number = (self.db.execute("SELECT max(number) FROM calls").fetchone()[0] or 0) + 1
            row = {
                "call_id": call_id,
                "number": number,
                "case_id": opened["case_id"],
                "agent": actor.name,
                "language": opened["language"],
                "source": opened["source"],
                "started_utc_ms": opened["started_utc_ms"],
                "ended_utc_ms": 0,
                "samples": 0,
                "state": "open",
                "outcome": "",
                "flags": 0,
                "gravest": 0,
                "wrapped_key": self.wrap(key, call_id),
                "sound_path": "",
            }
            team = team_recipient(self)
            with transaction(self.db.conn) as connection:
                connection.execute(
                    f"INSERT INTO calls({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
                    list(row.values()),
                )
                if team:
                    connection.execute(
                        "INSERT INTO wrapped_keys(call_id, holder, wrapped) VALUES (?, ?, ?)",
                        [call_id, team, wrap_for(team, key)],
                    )
            record = CallRecord(self, call_id, key)
            record.append("call.opened", {**opened, "number": number}, actor.name, actor.role)
            return record

    def calls(self) -> list[CallSummary]:
        """Every call, newest first."""
        with self.lock:
            rows = self.db.query("SELECT * FROM calls ORDER BY number DESC")
            return [summary_of(row) for row in rows]

    def require_call(self, call_id: str) -> None:
        """`AssistProblem` unless this very call is here, as an own or an imported one."""
        for table in ("calls", "imported_calls"):
            if self.db.execute(f"SELECT 1 FROM {table} WHERE call_id = ?", [call_id]).fetchone():  # noqa: S608
                return
        raise AssistProblem("record.unknown_call", "There is no call {call} here.", call=call_id)

    def find_call(self, wanted: str) -> CallSummary:
        """The call with this id (or the beginning of one), or the newest for `last`."""
        calls = self.calls()
        found = calls[:1] if wanted == "last" else [call for call in calls if call.call_id.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        raise AssistProblem(
            "record.no_call",
            "There is no single call {wanted} in {folder}. List the calls with: evenhand calls",
            wanted=wanted,
            folder=str(self.folder),
        )

    def read_call(self, call_id: str, reader: Actor, purpose: str = "view") -> list[RecordedEntry]:
        """The call's entries with their bodies; the look is in the ledger before anything is decrypted."""
        self.guard.check(reader, Right.VIEW, call_id)
        with self.lock:
            self.require_key(call_id)
            self.note_access("access.viewed", call_id, reader, {"purpose": purpose})
            return read_entries(self.db, call_id, self.call_key(call_id))

    def sound(self, call_id: str, reader: Actor, purpose: str = "playback") -> bytes:
        """The call's FLAC; the playback is in the ledger before it is decrypted."""
        self.guard.check(reader, Right.PLAY, call_id)
        with self.lock:
            summary = self.find_call(call_id)
            self.require_key(call_id)
            if not summary.sound_path:
                raise AssistProblem(
                    "record.no_sound", "This call has no sound yet. Open it again when it has ended."
                )
            self.note_access("access.played", call_id, reader, {"purpose": purpose})
            return decrypt_file(self.folder / summary.sound_path, self.call_key(call_id), call_id)

    def note_access(self, entry_type: str, call_id: str, reader: Actor, body: Mapping[str, Any]) -> None:
        """Write a look at, playback of or export from a call into the ledger. An export takes the right to it."""
        if entry_type == "export.made":
            self.guard.check(reader, Right.EXPORT, call_id)
        with self.lock:
            self.ledger.append(entry_type, {"call": call_id, **body}, reader, body_key=self.store_body_key)

    def call_key(self, call_id: str) -> bytes:
        """The call's key, unwrapped; `AssistProblem` where it was destroyed."""
        return unseal(self._wrapping_key, self.require_key(call_id), call_id.encode())

    def require_key(self, call_id: str) -> bytes:
        """The call's wrapped key, as it is kept; `AssistProblem` where it was destroyed."""
        row = self.db.execute("SELECT wrapped_key FROM calls WHERE call_id = ?", [call_id]).fetchone()
        if row is None or not row[0]:
            raise AssistProblem(
                "record.key_gone",
                "The content of this call was destroyed as its retention rule says; its proof remains.",
            )
        return bytes(row[0])

    def wrap(self, key: bytes, call_id: str) -> bytes:
        """A call's key as it is kept: under the store's key, bound to the call."""
        return seal(self._wrapping_key, key, call_id.encode())

    def unwrap(self, wrapped: bytes, call_id: str) -> bytes:
        """A call's key from what is kept; `InvalidTag` if it belongs to another call or store."""
        return unseal(self._wrapping_key, wrapped, call_id.encode())

    def sealed_key_for(self, recipient: str) -> bytes:
        """The store's one key, for an offline age recipient alone (see `assist.evidence.recovery_key`)."""
        return wrap_for(recipient, self._key)

    def documents(self, kind: str) -> Documents:
        """Working data of one kind, such as `case`."""
        return Documents(self.db, self.lock, kind, self.clock.utc_ms)

    def note_store_event(self, entry_type: str, body: Mapping[str, Any], actor: Actor = SYSTEM) -> None:
        """Write an entry about the store itself."""
        with self.lock:
            self.ledger.append(entry_type, body, actor, body_key=self.store_body_key)

    def body_key_of(self, call_id: str) -> bytes:
        """The key of an entry's body: the call's, or the store's for entries about the store."""
        return self.call_key(call_id) if call_id else self.store_body_key

    def _kept_secret(self, name: str) -> bytes:
        """A 32-byte secret that outlives a change of the store's key: random, made once, kept wrapped."""
        wrap = derive_key(self._key, "device")
        row = self.db.execute("SELECT value FROM device WHERE name = ?", [name]).fetchone()
        if row is not None:
            return unseal(wrap, bytes(row[0]), name.encode())
        secret = secrets.token_bytes(KEY_BYTES)
        self.db.table("device").insert({"name": name, "value": seal(wrap, secret, name.encode())})
        return secret


__all__ = ["EvidenceStore", "MakeKeySource", "StoreDescription", "body_context"]
