"""A second person's signature under a checkpoint: C2SP's tlog-cosignature v1, Ed25519 (algorithm 0x04).

A cosigner signs only what extends the last checkpoint that it signed; so a ledger that was cut back or written
anew gets no further signature. The time is the cosigner's, in seconds. Pure; any thread.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from assist.evidence.checkpoint import (
    EM_DASH,
    TreeHead,
    parse_checkpoint,
    raw_public_key,
    verify_checkpoint,
)
from assist.evidence.merkle import verify_consistency
from assist.problems import AssistProblem

COSIGNATURE = b"\x04"
_TIME = struct.Struct(">Q")


def cosigner_id(name: str, key: Ed25519PublicKey) -> bytes:
    """Four bytes: SHA-256(name || 0x0A || 0x04 || public key)."""
    return hashlib.sha256(name.encode() + b"\n" + COSIGNATURE + raw_public_key(key)).digest()[:4]


def cosign(
    note: str,
    *,
    origin: str,
    device_key: Ed25519PublicKey,
    last: TreeHead | None,
    consistency: Sequence[bytes],
    name: str,
    key: Ed25519PrivateKey,
    utc_s: int,
) -> str:
    """The note with one more signature line, if the device signed it and it extends `last`.

    `last` is the head that this cosigner signed last for `origin` (None: never), kept on the cosigner's machine;
    `consistency` is the proof from it to the note's head. `AssistProblem` where the note may not be signed.
    """
    if not name or "+" in name or any(letter.isspace() for letter in name):
        raise ValueError("a key's name has no blanks and no plus sign")
    try:
        head = verify_checkpoint(note, origin, origin, device_key)
    except ValueError as error:
        raise AssistProblem(
            "anchor.not_signed",
            "This checkpoint is not the device's ({why}), so it is not cosigned. Ask for the file again.",
            why=str(error),
        ) from error
    if last is not None and not _extends(last, head, consistency):
        raise AssistProblem(
            "anchor.not_an_extension",
            "The ledger {origin} does not extend what was cosigned before ({before} entries; now {now}). It may "
            "have been rolled back or rewritten: keep both checkpoints and tell compliance.",
            origin=origin,
            before=str(last.size),
            now=str(head.size),
        )
    signature = cosigner_id(name, key.public_key()) + _TIME.pack(utc_s) + key.sign(_message(note, utc_s))
    return f"{note}{EM_DASH} {name} {base64.b64encode(signature).decode()}\n"


def cosigned_at(note: str, name: str, key: Ed25519PublicKey) -> int:
    """When `key` cosigned the note, in seconds since 1970 (UTC); ValueError if it did not."""
    _, signatures = parse_checkpoint(note)
    for line in signatures:
        if line.name != name or line.key_id != cosigner_id(name, key) or len(line.signature) != 72:
            continue
        (utc_s,) = _TIME.unpack(line.signature[:8])
        try:
            key.verify(line.signature[8:], _message(note, utc_s))
        except InvalidSignature:
            raise ValueError("its cosignature is wrong") from None
        return int(utc_s)
    raise ValueError("it carries no cosignature of this key")


def _extends(last: TreeHead, head: TreeHead, consistency: Sequence[bytes]) -> bool:
    if last.origin != head.origin:
        return False
    return verify_consistency(last.size, head.size, consistency, last.root, head.root)


def _message(note: str, utc_s: int) -> bytes:
    text = note.partition("\n\n")[0] + "\n"
    return f"cosignature/v1\ntime {utc_s}\n{text}".encode()
