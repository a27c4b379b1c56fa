"""The way back when a keyring is lost: the store's key, sealed for an offline age recipient.

Compliance makes a pair (`assist.evidence.team.new_identity`), keeps the identity off every machine (printed, in a
safe) and gives the recipient to each installation, which writes a recovery file. File and identity together
open the records; neither does alone. Without them a lost operating-system profile is lost evidence.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING

from assist.evidence.database import connect
from assist.evidence.derive import KEY_BYTES, derive_key
from assist.evidence.durable import write_file
from assist.evidence.keys import KeySource
from assist.evidence.ledger import Actor
from assist.evidence.people.roles import Right
from assist.evidence.rotation import RECOVERY
from assist.evidence.team import unwrap_with
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

FORMAT = "evenhand.recovery.v1"


def write_recovery_file(store: EvidenceStore, recipient: str, path: Path, by: Actor) -> None:
    """Seal the store's key for `recipient` into `path`; said in the ledger first (`key.recovery_made`)."""
    with store.lock:
        store.guard.check(by, Right.EXCHANGE)
        sealed = store.sealed_key_for(recipient)
        store.note_store_event("key.recovery_made", {"recipient": recipient}, by)
    content = {
        "format": FORMAT,
        "store_id": store.description.store_id,
        "kind": store.description.kind,
        "recipient": recipient,
        "sealed_key": base64.b64encode(sealed).decode(),
    }
    try:
        write_file(path, json.dumps(content, indent=1).encode(), private=True)
    except OSError as error:
        raise AssistProblem(
            "key.recovery_unwritable",
            "The recovery file {path} can't be written ({why}). Choose another folder.",
            path=str(path),
            why=error.strerror or str(error),
        ) from error
    with store.lock:
        store.db.table("device").upsert({"name": RECOVERY, "value": recipient.encode()}, pk="name")


def recovery_recipient(store: EvidenceStore) -> str:
    """For whom the newest recovery file was sealed; empty if there is none for the key in use, so that a window can
    say that losing the keyring would lose the records."""
    row = store.db.execute("SELECT value FROM device WHERE name = ?", [RECOVERY]).fetchone()
    return bytes(row[0]).decode() if row else ""


def restore_key(folder: Path, recovery_file: Path, identity: str, source: KeySource) -> None:
    """Give the store in `folder` its key back: unsealed, tried on the database, then kept in `source`.

    Nothing is kept unless the key opens this very database. Raises `AssistProblem`.
    """
    key = _read(recovery_file, identity)
    connect(folder / "evidence.db", derive_key(key, "database"), create=False).close()
    source.keep(key)


def _read(recovery_file: Path, identity: str) -> bytes:
    try:
        content = json.loads(recovery_file.read_text("utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        sealed = base64.b64decode(content["sealed_key"], validate=True)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AssistProblem(
            "key.recovery_damaged",
            "{path} is no recovery file, or is damaged. Use another copy.",
            path=str(recovery_file),
        ) from error
    key = unwrap_with(identity, sealed)
    if len(key) != KEY_BYTES:
        raise AssistProblem(
            "key.recovery_damaged",
            "{path} is no recovery file, or is damaged. Use another copy.",
            path=str(recovery_file),
        )
    return key
