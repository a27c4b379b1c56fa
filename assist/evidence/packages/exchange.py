"""Sending and taking in packages through any place that fsspec knows: a folder, a share, later object storage.

Whose packages are taken in is a decision of a person: a device is trusted by its key's fingerprint, compared by
another way than the package itself. Looks, exports and imports are in the ledger first.

Thread: any but the GUI's: an hour of sound is 60 to 140 MB in memory.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

import fsspec

from assist.evidence.checkpoint import raw_public_key
from assist.evidence.keys import unseal
from assist.evidence.ledger import Actor, body_context
from assist.evidence.packages.imported import ImportedCall, ImportedCalls
from assist.evidence.packages.package_file import (
    SUFFIX,
    PackageHeader,
    fingerprint,
    open_package,
    read_header,
    rejected,
    seal_package,
)
from assist.evidence.packages.payload import CallPayload, Disclosed, pack, unpack, verify
from assist.evidence.people.roles import Right
from assist.evidence.sound_archive import decrypt_file
from assist.evidence.team import team_identity, team_recipient
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


@dataclass(frozen=True, slots=True)
class TrustedDevice:
    """An installation whose packages are taken in."""

    origin: str
    fingerprint: str
    trusted_by: str
    trusted_utc_ms: int


def export_package(store: EvidenceStore, call_id: str, folder: str, by: Actor, recipient: str = "") -> str:
    """Seal a closed call for the team (or another age recipient) into `folder`; returns where it lies.

    `folder` is a path or an fsspec address. The whole call is inside, unmasked: only who has the identity opens
    it. Raises `AssistProblem`.
    """
    recipient = recipient or team_recipient(store)
    if not recipient:
        raise AssistProblem(
            "package.no_recipient",
            "No team key is set, so nobody could open the package. Set it with: evenhand keys team RECIPIENT",
        )
    with store.lock:
        store.guard.check(by, Right.EXCHANGE, call_id)
        if store.find_call(call_id).state == "open":
            raise AssistProblem("package.open", "This call goes on. End it first.")
        store.require_key(call_id)
        store.note_access("export.made", call_id, by, {"kind": "package", "recipient": recipient})
        store.ledger.checkpoint()
        payload = pack(_payload(store, call_id))
        data = seal_package(
            payload,
            store.description.origin,
            call_id,
            store.call_key(call_id),
            recipient,
            store.signing_key,
            store.clock.utc_ms(),
        )
    return _put(folder, f"{call_id}{SUFFIX}", data)


def look_at(location: str) -> PackageHeader:
    """What a package says of itself, its signature checked; for showing whose it is before trusting."""
    return read_header(_get(location))[0]


def import_package(store: EvidenceStore, location: str, by: Actor, identity: str = "") -> ImportedCall:
    """Verify a package and take the call in, read-only, with its proofs. Raises `AssistProblem`; then nothing of it
    is kept. `identity` is the team's secret unless the store keeps it."""
    store.guard.check(by, Right.EXCHANGE)
    header, sealed = read_header(_get(location))
    _check_trust(store, header)
    data, call_key = open_package(header, sealed, identity or team_identity(store))
    payload = unpack(data)
    verify(payload, header.origin, header.call, header.public_key)
    return ImportedCalls(store).add(header, payload, call_key, by)


def trust_device(store: EvidenceStore, origin: str, public_key: bytes, by: Actor) -> TrustedDevice:
    """From now on packages of this installation are taken in if this key signed them.

    The fingerprint must have been compared first. Another key for a known origin replaces the old one, and the
    ledger says so.
    """
    with store.lock:
        store.guard.check(by, Right.EXCHANGE)
        now = store.clock.utc_ms()
        body = {"origin": origin, "public_key": base64.b64encode(public_key).decode()}
        store.note_store_event("device.trusted", body, by)
        store.db.table("trusted_devices").upsert(
            {"origin": origin, "public_key": public_key, "trusted_by": by.name, "trusted_utc_ms": now},
            pk="origin",
        )
        return TrustedDevice(origin, fingerprint(public_key), by.name, now)


def trusted_devices(store: EvidenceStore) -> list[TrustedDevice]:
    """Every installation that is trusted."""
    with store.lock:
        rows = store.db.query("SELECT * FROM trusted_devices ORDER BY origin")
        return [
            TrustedDevice(
                row["origin"], fingerprint(bytes(row["public_key"])), row["trusted_by"], row["trusted_utc_ms"]
            )
            for row in rows
        ]


def own_fingerprint(store: EvidenceStore) -> str:
    """This installation's, to be told to those who import its packages."""
    return fingerprint(raw_public_key(store.public_key))


def _check_trust(store: EvidenceStore, header: PackageHeader) -> None:
    with store.lock:
        row = store.db.execute(
            "SELECT public_key FROM trusted_devices WHERE origin = ?", [header.origin]
        ).fetchone()
    if row is None:
        raise AssistProblem(
            "package.unknown_device",
            "This package comes from an installation that is not trusted here: {origin}, key {fingerprint}. Compare "
            "the key with its user by telephone, then trust it.",
            origin=header.origin,
            fingerprint=header.fingerprint,
        )
    if bytes(row[0]) != raw_public_key(header.public_key):
        raise rejected("it is signed by another key than the one trusted for its installation")


def _payload(store: EvidenceStore, call_id: str) -> CallPayload:
    first, last = store.db.execute(
        "SELECT min(seq), max(seq) FROM ledger WHERE call_id = ?", [call_id]
    ).fetchone()
    entries = store.db.execute(
        "SELECT seq, entry FROM ledger WHERE seq BETWEEN ? AND ? ORDER BY seq", [first, last]
    ).fetchall()
    key = store.call_key(call_id)
    sealed_bodies = store.db.execute(
        "SELECT bodies.seq, salt, sealed FROM bodies JOIN ledger ON bodies.seq = ledger.seq WHERE call_id = ?",
        [call_id],
    ).fetchall()
    tree = store.ledger.tree
    summary = store.find_call(call_id)
    return CallPayload(
        summary=summary,
        entries=tuple(bytes(entry) for _, entry in entries),
        bodies={
            seq: Disclosed(bytes(salt), unseal(key, bytes(sealed), body_context(call_id, seq)))
            for seq, salt, sealed in sealed_bodies
        },
        proofs={seq: tuple(tree.inclusion_proof(seq - 1, tree.size)) for seq, _ in entries},
        checkpoint=store.ledger.checkpoint(),
        flac=decrypt_file(store.folder / summary.sound_path, key, call_id),
    )


def _put(folder: str, name: str, data: bytes) -> str:
    """Written under another name first, so that nobody picks up half a package."""
    try:
        system, path = fsspec.core.url_to_fs(folder)
        system.makedirs(path, exist_ok=True)
        target = f"{path.rstrip('/')}/{name}"
        with system.open(f"{target}.part", "wb") as out:
            out.write(data)
        if system.exists(target):
            system.rm_file(target)
        system.mv(f"{target}.part", target)
    except (OSError, ValueError, ImportError) as error:
        raise _unreachable(folder, error) from error
    return str(system.unstrip_protocol(target)) if "://" in folder else target


def _get(location: str) -> bytes:
    try:
        with fsspec.open(location, "rb") as file:
            data: bytes = file.read()
    except (OSError, ValueError, ImportError) as error:
        raise _unreachable(location, error) from error
    return data


def _unreachable(location: str, error: Exception) -> AssistProblem:
    return AssistProblem(
        "package.unreachable",
        "{location} can't be used ({why}). Check the path and that the share is connected.",
        location=location,
        why=getattr(error, "strerror", None) or str(error),
    )
