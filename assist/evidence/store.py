"""The evidence store of one installation: its ledger, its calls, its keys; every look goes through here.

One connection, one lock: the call's session thread writes, readers wait their turn for milliseconds. Nothing
is shown before it is written: a look at a call is an entry of the ledger before its bodies are decrypted.

Folder: `store.json` (id and kind, no secret), `store.lock` (held while a program has the store open),
`evidence.db` (SQLCipher), `spool/` (sound of calls that run), `audio/<year>/<month>/` (sealed sound),
`audio/imported/` (sound of calls that came from other installations).

Who may do what is checked here, by `assist.evidence.people.guard`, before anything is decrypted.
"""

from __future__ import annotations

import json
import secrets
import threading
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlite_utils import Database

from assist.evidence.call_record import CallRecord
from assist.evidence.database import connect, transaction, truncate_wal, utils
from assist.evidence.derive import KEY_BYTES, derive_key
from assist.evidence.documents import Documents
from assist.evidence.durable import make_folder, write_file
from assist.evidence.folder_lock import FolderLock
from assist.evidence.keys import KeySource, seal, store_key, unseal
from assist.evidence.ledger import SYSTEM, Actor, Ledger, body_context
from assist.evidence.migrations import migrations
from assist.evidence.people.guard import Guard
from assist.evidence.people.roles import Right
from assist.evidence.reading import CallSummary, RecordedEntry, read_entries, summary_of
from assist.evidence.recovery import recover_open_calls
from assist.evidence.retention.shredding import finish_shreds
from assist.evidence.sound_archive import decrypt_file
from assist.evidence.team import team_recipient, wrap_for
from assist.evidence.times import StoreClock
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.people.users import People

DATABASE = "evidence.db"
DESCRIPTION = "store.json"

MakeKeySource = Callable[[Path, str], KeySource]
"""From the store's folder and id to where its key is kept."""


@dataclass(frozen=True, slots=True)
class StoreDescription:
    """What is known of a store without its key."""

    store_id: str
    kind: str
    """`live` or `demo`."""
    has_database: bool = False
    """Whether its database was ever made: one that is missing then is a loss, not a beginning."""

    @property
    def origin(self) -> str:
        """The ledger's origin: unique to this installation's store."""
        return f"evenhand.local/{self.kind}/{self.store_id}"


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
        self.store_body_key = derive_key(key, "bodies")
        self.signing_key = self._device_key()
        pseudonyms = derive_key(key, "pseudonyms")
        self.ledger = Ledger(db, description.origin, self.signing_key, pseudonyms, clock)
        self.guard = Guard(self)

    @classmethod
    def open(
        cls, folder: Path, kind: str, make_key_source: MakeKeySource, clock: StoreClock
    ) -> EvidenceStore:
        """Open the store in `folder`, made if there is none; calls that a crash left open are closed first.

        Reads the keyring and the whole ledger's hashes: not for the GUI thread. Raises `AssistProblem`: among
        others where another program has the store open, or where its key or its database is missing.
        """
        description = _describe(folder, kind)
        folder_lock = FolderLock(folder)
        try:
            db, key = _open_database(folder, description, make_key_source)
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

    def close(self) -> None:
        """Sign what was added and let go of the database."""
        with self.lock:
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
        """Write a look at, playback of or export from a call into the ledger."""
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

    def _device_key(self) -> Ed25519PrivateKey:
        """The device's signing key, wrapped in the database; made once."""
        wrap = derive_key(self._key, "device")
        row = self.db.execute("SELECT value FROM device WHERE name = 'signing_key'").fetchone()
        if row is not None:
            return Ed25519PrivateKey.from_private_bytes(unseal(wrap, bytes(row[0]), b"signing_key"))
        key = Ed25519PrivateKey.generate()
        sealed = seal(wrap, key.private_bytes_raw(), b"signing_key")
        self.db.table("device").insert({"name": "signing_key", "value": sealed})
        return key


def _open_database(
    folder: Path, description: StoreDescription, make_key_source: MakeKeySource
) -> tuple[Database, bytes]:
    """The migrated database and the store's key; both are made only for a store that never had a database."""
    path = folder / DATABASE
    exists = path.exists()
    if description.has_database and not exists:
        raise AssistProblem(
            "store.missing",
            "The record's database {path} is missing. Restore it from a backup.",
            path=str(path),
        )
    key = store_key(make_key_source(folder, description.store_id), store_exists=exists)
    db = utils(connect(path, derive_key(key, "database"), create=not exists))
    try:
        migrations.apply(db)
        if not description.has_database:
            _write_description(folder, description, has_database=True)
    except BaseException:
        db.conn.close()
        raise
    return db, key


def _describe(folder: Path, kind: str) -> StoreDescription:
    """The folder's description, written if the folder is new; a folder of another kind is refused."""
    path = folder / DESCRIPTION
    if path.exists():
        kept = _read_description(path)
        if kept["kind"] != kind:
            raise AssistProblem(
                "store.other_kind",
                "{folder} holds a {found} store, not a {wanted} one. Choose another data folder.",
                folder=str(folder),
                found=kept["kind"],
                wanted=kind,
            )
        return StoreDescription(kept["store_id"], kept["kind"], kept.get("has_database", False))
    if (folder / DATABASE).exists():
        raise AssistProblem(
            "store.no_description",
            "{folder} holds records whose description store.json is missing. Restore it from a backup.",
            folder=str(folder),
        )
    description = StoreDescription(uuid.uuid4().hex[:16], kind)
    _write_description(folder, description, has_database=False)
    return description


def _read_description(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged_description(path) from error
    if not isinstance(kept, dict) or not {"store_id", "kind"} <= set(kept):
        raise _damaged_description(path)
    return kept


def _damaged_description(path: Path) -> AssistProblem:
    return AssistProblem(
        "store.description_damaged",
        "{path}, which describes the records, can't be read. Restore it from a backup; the records were not touched.",
        path=str(path),
    )


def _write_description(folder: Path, description: StoreDescription, *, has_database: bool) -> None:
    content = {
        "store_id": description.store_id,
        "kind": description.kind,
        "format": 1,
        "has_database": has_database,
        "note": "Invented calls only; the key lies beside the records." if description.kind == "demo" else "",
    }
    try:
        make_folder(folder)
        write_file(folder / DESCRIPTION, json.dumps(content, indent=1).encode())
    except OSError as error:
        raise AssistProblem(
            "store.unwritable",
            "The records' folder {folder} can't be written ({why}). Give yourself write access to it, or set "
            "EVENHAND_DATA to another folder.",
            folder=str(folder),
            why=error.strerror or str(error),
        ) from error


__all__ = ["EvidenceStore", "StoreDescription", "body_context"]
