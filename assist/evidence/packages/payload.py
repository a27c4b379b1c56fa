"""What is inside a package: the call's part of its ledger with proofs, the disclosed bodies, the sound.

A zip without compression: `call.json` (the line of the list), `ledger.jsonl` (every entry from the call's first to
its last, those about other things included, so that the chain shows that none was left out), `bodies.jsonl`
(sequence, salt and body of the call's entries), `proofs.json` (inclusion proofs), `checkpoint.note`,
`audio.flac`. Pure: bytes in, bytes out.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from assist.evidence.checkpoint import TreeHead, verify_checkpoint
from assist.evidence.entry import LedgerEntry, chain_hash, commitment
from assist.evidence.merkle import leaf_hash, verify_inclusion
from assist.evidence.packages.package_file import rejected
from assist.evidence.reading import CallSummary
from assist.evidence.sound_archive import decoded_sha256

LARGEST_PAYLOAD = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class Disclosed:
    """An entry's content as it was committed to."""

    salt: bytes
    body: bytes
    """Canonical JSON."""


@dataclass(frozen=True, slots=True)
class CallPayload:
    """A call with everything that proves it."""

    summary: CallSummary
    entries: tuple[bytes, ...]
    """Canonical entries in order, without holes."""
    bodies: dict[int, Disclosed]
    proofs: dict[int, tuple[bytes, ...]]
    checkpoint: str
    flac: bytes


def pack(payload: CallPayload) -> bytes:
    """The zip."""
    summary = {name: getattr(payload.summary, name) for name in CallSummary.__dataclass_fields__}
    bodies = [
        {"seq": seq, "salt": _text(disclosed.salt), "body": disclosed.body.decode()}
        for seq, disclosed in sorted(payload.bodies.items())
    ]
    proofs = {str(seq): [_text(step) for step in proof] for seq, proof in payload.proofs.items()}
    files = {
        "call.json": json.dumps(summary, ensure_ascii=False).encode(),
        "ledger.jsonl": b"".join(entry + b"\n" for entry in payload.entries),
        "bodies.jsonl": "".join(json.dumps(body, ensure_ascii=False) + "\n" for body in bodies).encode(),
        "proofs.json": json.dumps(proofs).encode(),
        "checkpoint.note": payload.checkpoint.encode(),
        "audio.flac": payload.flac,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpack(data: bytes) -> CallPayload:
    """The payload in a zip; `AssistProblem` if it is not one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST_PAYLOAD:
                raise rejected("it is too large")
            files = {name: archive.read(name) for name in archive.namelist()}
        bodies = [json.loads(line) for line in files["bodies.jsonl"].decode().splitlines()]
        proofs: dict[str, list[str]] = json.loads(files["proofs.json"])
        return CallPayload(
            summary=CallSummary(**json.loads(files["call.json"])),
            entries=tuple(files["ledger.jsonl"].splitlines()),
            bodies={body["seq"]: Disclosed(_bytes(body["salt"]), body["body"].encode()) for body in bodies},
            proofs={int(seq): tuple(map(_bytes, proof)) for seq, proof in proofs.items()},
            checkpoint=files["checkpoint.note"].decode(),
            flac=files["audio.flac"],
        )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise rejected(f"its content is damaged ({type(error).__name__})") from error


def verify(payload: CallPayload, origin: str, call_id: str, key: Ed25519PublicKey) -> TreeHead:
    """The signed head that covers every entry; `AssistProblem` that names the first thing that does not fit."""
    try:
        head = verify_checkpoint(payload.checkpoint, origin, origin, key)
        entries = [LedgerEntry.decode(entry) for entry in payload.entries]
    except ValueError as error:
        raise rejected(f"its ledger does not fit ({error})") from error
    own = [entry for entry in entries if entry.call == call_id]
    if not own or payload.summary.call_id != call_id or own[0] != entries[0] or own[-1] != entries[-1]:
        raise rejected("its entries are not those of the call")
    if own[0].type != "call.opened" or "call.closed" not in {entry.type for entry in own}:
        raise rejected("the call's beginning or end is missing")
    _verify_entries(payload, entries, origin, head)
    if set(payload.bodies) != {entry.seq for entry in own}:
        raise rejected("the content of an entry is missing")
    for entry in own:
        disclosed = payload.bodies[entry.seq]
        if commitment(disclosed.salt, disclosed.body) != entry.commit:
            raise rejected(f"the content of entry {entry.seq} was changed")
    _verify_sound(payload, own)
    return head


def _verify_entries(payload: CallPayload, entries: list[LedgerEntry], origin: str, head: TreeHead) -> None:
    prev = ""
    for place, (entry, encoded) in enumerate(zip(entries, payload.entries, strict=True)):
        if entry.log != origin or entry.seq != entries[0].seq + place or (prev and entry.prev != prev):
            raise rejected(f"entry {entry.seq} does not follow the one before")
        prev = chain_hash(encoded)
        proof = payload.proofs.get(entry.seq, ())
        if not verify_inclusion(leaf_hash(encoded), entry.seq - 1, head.size, proof, head.root):
            raise rejected(f"entry {entry.seq} is not in the signed ledger")


def _verify_sound(payload: CallPayload, own: list[LedgerEntry]) -> None:
    sealed = next((entry for entry in reversed(own) if entry.type == "audio.sealed"), None)
    if sealed is None:
        raise rejected("no entry seals its sound")
    body: dict[str, Any] = json.loads(payload.bodies[sealed.seq].body)
    if hashlib.sha256(payload.flac).hexdigest() != body["flac_sha256"]:
        raise rejected("its sound was changed")
    if body["samples"] and decoded_sha256(io.BytesIO(payload.flac)) != body["pcm_sha256"]:
        raise rejected("its sound is not what was recorded")


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
