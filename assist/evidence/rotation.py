"""Changing the store's key: every wrapped key is wrapped anew, the database is encrypted anew.

`begin_rotation` writes `key.rotated` and keeps the new key *and* the old one in the key's place, in one write. The
change itself is made when the store is opened next, before anything else; until it is finished both keys stay, so
that a crash at any step only means doing it again. Calls' own keys do not change, nor do the device's signing key,
pseudonyms and the key of entries about the store: they are random secrets that are only wrapped anew.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag

from assist.evidence.database import Connection, change_key, connect, transaction
from assist.evidence.derive import KEY_BYTES, derive_key
from assist.evidence.keys import KeySource, seal, unseal
from assist.evidence.ledger import Actor
from assist.evidence.people.roles import Right
from assist.evidence.team import IDENTITY
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

RECOVERY = "recovery_recipient"
SIGNING, BODIES, PSEUDONYMS = "signing_key", "body_key", "pseudonym_key"

_WRAPPED = (
    ("SELECT name, value FROM device WHERE name = ?", "UPDATE device SET value = ? WHERE name = ?", "device"),
    ("SELECT call_id, wrapped_key FROM calls", "UPDATE calls SET wrapped_key = ? WHERE call_id = ?", "wrap"),
    (
        "SELECT call_id, wrapped_key FROM imported_calls",
        "UPDATE imported_calls SET wrapped_key = ? WHERE call_id = ?",
        "wrap",
    ),
)
"""What is wrapped, how it is written, and under the key of which purpose."""


def begin_rotation(store: EvidenceStore, source: KeySource, by: Actor) -> None:
    """Make a new key; it takes effect when the store is opened next. A recovery file must be written anew then."""
    with store.lock:
        store.guard.check(by, Right.EXCHANGE)
        kept = source.load()
        if kept is None or len(kept) != KEY_BYTES:
            raise AssistProblem(
                "key.rotation_waits",
                "The last change of keys is not finished. Close and open the records first.",
            )
        store.note_store_event("key.rotated", {"takes_effect": "next_opening"}, by)
        source.keep(secrets.token_bytes(KEY_BYTES) + kept)


def finish_rotation(path: Path, key: bytes, previous: bytes) -> None:
    """Bring the database at `path` from `previous` to `key`, from whichever step it is at."""
    try:
        connect(path, derive_key(key, "database"), create=False).close()
    except AssistProblem as problem:
        if problem.code != "store.wrong_key":
            raise
    else:
        return
    connection = connect(path, derive_key(previous, "database"), create=False)
    try:
        with transaction(connection) as inside:
            for select, update, purpose in _WRAPPED:
                for name in (SIGNING, BODIES, PSEUDONYMS) if "name = ?" in select else (None,):
                    _wrap_anew(inside, select, update, purpose, key, previous, name)
            inside.execute("DELETE FROM device WHERE name = ?", [RECOVERY])
            _wrap_anew(inside, _WRAPPED[0][0], _WRAPPED[0][1], "wrap", key, previous, IDENTITY)
        change_key(connection, derive_key(key, "database"))
    finally:
        connection.close()


def _wrap_anew(
    connection: Connection,
    select: str,
    update: str,
    purpose: str,
    key: bytes,
    previous: bytes,
    name: str | None,
) -> None:
    new, old = derive_key(key, purpose), derive_key(previous, purpose)
    for row_name, sealed in connection.execute(select, [name] if name else []).fetchall():
        if not sealed:
            continue
        bound_to = str(row_name).encode()
        try:
            unseal(new, bytes(sealed), bound_to)
        except InvalidTag:
            secret = unseal(old, bytes(sealed), bound_to)
            connection.execute(update, [seal(new, secret, bound_to), row_name])
