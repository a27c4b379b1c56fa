"""The evidence store of one installation: its ledger, its calls, its keys; every look goes through here.

One connection, one lock: the call's session thread writes, readers wait their turn for milliseconds. Nothing
is shown before it is written: a look at a call is an entry of the ledger before its bodies are decrypted.

Folder: `store.json` (id and kind, no secret), `evidence.db` (SQLCipher), `spool/` (sound of calls that run),
`audio/<year>/<month>/` (sealed sound).
"""

from __future__ import annotations

import json
import secrets
import threading
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlite_utils import Database

from assist.evidence.call_record import CallRecord
from assist.evidence.database import connect, truncate_wal, utils
from assist.evidence.derive import KEY_BYTES, derive_key
from assist.evidence.documents import Documents
from assist.evidence.keys import KeySource, seal, store_key, unseal
from assist.evidence.ledger import SYSTEM, Actor, Ledger, body_context
from assist.evidence.migrations import migrations
from assist.evidence.reading import CallSummary, RecordedEntry, read_entries, summary_of
from assist.evidence.recovery import recover_open_calls
from assist.evidence.sound_archive import decrypt_file
from assist.evidence.times import StoreClock
from assist.problems import AssistProblem

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

    @property
    def origin(self) -> str:
        """The ledger's origin: unique to this installation's store."""
        return f"evenhand.local/{self.kind}/{self.store_id}"


class EvidenceStore:
    """Open with `EvidenceStore.open`; close it when done."""

    def __init__(
        self, folder: Path, description: StoreDescription, db: Database, key: bytes, clock: StoreClock
    ) -> None:
        self.folder = folder
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

    @classmethod
    def open(
        cls, folder: Path, kind: str, make_key_source: MakeKeySource, clock: StoreClock
    ) -> EvidenceStore:
        """Open the store in `folder`, made if there is none; calls that a crash left open are closed first.

        Reads the keyring and the whole ledger's hashes: not for the GUI thread. Raises `AssistProblem`.
        """
        description = _describe(folder, kind)
        path = folder / DATABASE
        exists = path.exists()
        key = store_key(make_key_source(folder, description.store_id), store_exists=exists)
        db = utils(connect(path, derive_key(key, "database"), create=not exists))
        migrations.apply(db)
        store = cls(folder, description, db, key, clock)
        with store.lock:
            recover_open_calls(store)
        return store

    @property
    def public_key(self) -> Ed25519PublicKey:
        """What the device's signatures are checked with."""
        return self.signing_key.public_key()

    def close(self) -> None:
        """Sign what was added and let go of the database."""
        with self.lock:
            if self.ledger.tree.size:
                self.ledger.checkpoint()
            truncate_wal(self.db.conn)
            self.db.conn.close()

    # --- calls ---------------------------------------------------------------------------------------

    def begin_call(self, call_id: str, opened: Mapping[str, Any], actor: Actor) -> CallRecord:
        """Open a call's record: its key, its spool, its first entry. `opened` goes into `call.opened`.

        `opened` must hold `case_id`, `language`, `source`, `started_utc_ms`.
        """
        key = secrets.token_bytes(KEY_BYTES)
        with self.lock:
            number = (self.db.execute("SELECT max(number) FROM calls").fetchone()[0] or 0) + 1
            self.db.table("calls").insert(
                {
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
                    "wrapped_key": seal(self._wrapping_key, key, call_id.encode()),
                    "sound_path": "",
                }
            )
            record = CallRecord(self, call_id, key, segment=0)
            record.append("call.opened", {**opened, "number": number}, actor.name, actor.role)
            return record

    def calls(self) -> list[CallSummary]:
        """Every call, newest first."""
        with self.lock:
            rows = self.db.query("SELECT * FROM calls ORDER BY number DESC")
            return [summary_of(row) for row in rows]

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
        with self.lock:
            key = self.call_key(call_id)
            self.note_access("access.viewed", call_id, reader, {"purpose": purpose})
            return read_entries(self.db, call_id, key)

    def sound(self, call_id: str, reader: Actor, purpose: str = "playback") -> bytes:
        """The call's FLAC; the playback is in the ledger before it is decrypted."""
        with self.lock:
            summary = self.find_call(call_id)
            key = self.call_key(call_id)
            if not summary.sound_path:
                raise AssistProblem(
                    "record.no_sound", "This call has no sound yet. Open it again when it has ended."
                )
            self.note_access("access.played", call_id, reader, {"purpose": purpose})
            return decrypt_file(self.folder / summary.sound_path, key, call_id)

    def note_access(self, entry_type: str, call_id: str, reader: Actor, body: Mapping[str, Any]) -> None:
        """Write a look at, playback of or export from a call into the ledger."""
        with self.lock:
            self.ledger.append(entry_type, {"call": call_id, **body}, reader, body_key=self.store_body_key)

    def call_key(self, call_id: str) -> bytes:
        """The call's key, unwrapped; `AssistProblem` where it was destroyed."""
        row = self.db.execute("SELECT wrapped_key FROM calls WHERE call_id = ?", [call_id]).fetchone()
        if row is None or not row[0]:
            raise AssistProblem(
                "record.key_gone",
                "The content of this call was destroyed as its retention rule says; its proof remains.",
            )
        return unseal(self._wrapping_key, bytes(row[0]), call_id.encode())

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


def _describe(folder: Path, kind: str) -> StoreDescription:
    """The folder's description, written if the folder is new; a folder of another kind is refused."""
    path = folder / DESCRIPTION
    if path.exists():
        kept = json.loads(path.read_text("utf-8"))
        if kept["kind"] != kind:
            raise AssistProblem(
                "store.other_kind",
                "{folder} holds a {found} store, not a {wanted} one. Choose another data folder.",
                folder=str(folder),
                found=kept["kind"],
                wanted=kind,
            )
        return StoreDescription(kept["store_id"], kept["kind"])
    if (folder / DATABASE).exists():
        raise AssistProblem(
            "store.no_description",
            "{folder} holds records whose description store.json is missing. Restore it from a backup.",
            folder=str(folder),
        )
    description = StoreDescription(uuid.uuid4().hex[:16], kind)
    note = "Invented calls only; the key lies beside the records." if kind == "demo" else ""
    content = {"store_id": description.store_id, "kind": kind, "format": 1, "note": note}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=1), "utf-8")
    except OSError as error:
        raise AssistProblem(
            "store.unwritable",
            "The records' folder {folder} can't be written ({why}). Give yourself write access to it, or set "
            "EVENHAND_DATA to another folder.",
            folder=str(folder),
            why=error.strerror or str(error),
        ) from error
    return description


__all__ = ["EvidenceStore", "StoreDescription", "body_context"]
