"""Signed checkpoints in C2SP's text formats (tlog-checkpoint, signed-note), Ed25519.

    <origin>
    <size>
    <root, base64>

    — <key name> <base64 of 4-byte key id and 64-byte signature>

Signature lines of unknown keys are ignored, so a team lead's cosignature may stand beside the device's.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ED25519 = b"\x01"
"""Algorithm byte of plain Ed25519 in signed notes."""

EM_DASH = "—"


@dataclass(frozen=True, slots=True)
class TreeHead:
    """What a checkpoint says."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The signed text, with its last newline."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """One signature line."""

    name: str
    key_id: bytes
    signature: bytes


def raw_public_key(key: Ed25519PublicKey) -> bytes:
    """The key's 32 bytes."""
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """Four bytes that tell keys apart: SHA-256(name || 0x0A || 0x01 || public key)."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + raw_public_key(key)).digest()[:4]


def sign_checkpoint(head: TreeHead, name: str, key: Ed25519PrivateKey) -> str:
    """The signed note; `name` is the key's name, by convention the origin."""
    text = head.text()
    signature = key_id(name, key.public_key()) + key.sign(text.encode())
    return f"{text}\n{EM_DASH} {name} {base64.b64encode(signature).decode()}\n"


def parse_checkpoint(note: str) -> tuple[TreeHead, list[NoteSignature]]:
    """The head and its signature lines; ValueError where the note is malformed."""
    text, blank, signed = note.partition("\n\n")
    lines = (text + "\n").splitlines() if blank else []
    if len(lines) < 3 or not lines[0] or not lines[1].isdigit() or str(int(lines[1])) != lines[1]:
        raise ValueError("a checkpoint needs an origin, a size and a root")
    try:
        root = base64.b64decode(lines[2], validate=True)
        signatures = [_parse_signature(line) for line in signed.splitlines()]
    except binascii.Error as error:
        raise ValueError("a checkpoint's base64 is broken") from error
    if (
        len(root) != 32
        or base64.b64encode(root).decode() != lines[2]
        or not signatures
        or not note.endswith("\n")
    ):
        raise ValueError("a checkpoint needs a 32-byte root and a signature")
    return TreeHead(lines[0], int(lines[1]), root), signatures


def _parse_signature(line: str) -> NoteSignature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != EM_DASH:
        raise ValueError("a signature line needs a dash, a name and a signature")
    blob = base64.b64decode(parts[2], validate=True)
    if len(blob) < 5 or base64.b64encode(blob).decode() != parts[2]:
        # Base64 has bits that decoding ignores; a note has exactly one spelling.
        raise ValueError("a signature is too short or not in its one spelling")
    return NoteSignature(parts[1], blob[:4], blob[4:])


def verify_checkpoint(note: str, origin: str, name: str, key: Ed25519PublicKey) -> TreeHead:
    """The head if `key` signed it for `origin`; ValueError that says why not."""
    head, signatures = parse_checkpoint(note)
    if head.origin != origin:
        raise ValueError(f"it belongs to the ledger {head.origin}")
    signed_text = note.partition("\n\n")[0] + "\n"
    wanted = key_id(name, key)
    for signature in signatures:
        if signature.name != name or signature.key_id != wanted:
            continue
        try:
            key.verify(signature.signature, signed_text.encode())
        except InvalidSignature:
            raise ValueError("its signature is wrong") from None
        return head
    raise ValueError("it carries no signature of the device's key")
