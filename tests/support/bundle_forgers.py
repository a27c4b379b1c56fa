"""Forgers of evidence bundles: each changes one thing at random and says what."""

from __future__ import annotations

import random
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from assist.evidence.bundle.sshsig import allowed_signer, ssh_signature
from assist.evidence.bundle.verify import SIGNED


def forge(folder: Path, numbers: random.Random) -> str:
    """One random edit, deletion, addition, exchange or new signature in the bundle at `folder`."""
    return numbers.choice((_edit, _edit, _cut, _delete, _add, _exchange, _sign_anew))(folder, numbers)


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.stat().st_size)


def _edit(folder: Path, numbers: random.Random) -> str:
    file = numbers.choice(_files(folder))
    data = bytearray(file.read_bytes())
    place = numbers.randrange(len(data))
    data[place] ^= 1 << numbers.randrange(8)
    file.write_bytes(data)
    return f"a bit of {file.relative_to(folder)} at {place}"


def _cut(folder: Path, numbers: random.Random) -> str:
    file = numbers.choice(_files(folder))
    data = file.read_bytes()
    kept = numbers.randrange(len(data))
    file.write_bytes(data[:kept])
    return f"{file.relative_to(folder)} cut to {kept}"


def _delete(folder: Path, numbers: random.Random) -> str:
    file = numbers.choice(_files(folder))
    file.unlink()
    return f"{file.relative_to(folder)} deleted"


def _add(folder: Path, numbers: random.Random) -> str:
    place = numbers.choice(["", "data", "data/proofs"])
    name = numbers.choice(["notes.txt", "audio2.flac", ".hidden", "999999.tlog-proof"])
    (folder / place / name).write_text("added", "utf-8")
    return f"{place}/{name} added"


def _exchange(folder: Path, numbers: random.Random) -> str:
    one, other = numbers.sample(_files(folder), 2)
    first, second = one.read_bytes(), other.read_bytes()
    if first == second:
        return _edit(folder, numbers)
    one.write_bytes(second)
    other.write_bytes(first)
    return f"{one.relative_to(folder)} and {other.relative_to(folder)} exchanged"


def _sign_anew(folder: Path, numbers: random.Random) -> str:
    """With another key, everywhere that the key stands: only the fingerprint tells."""
    key = Ed25519PrivateKey.from_private_bytes(numbers.randbytes(32))
    public = key.public_key()
    (folder / "pubkey.pem").write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    principal = (folder / "allowed_signers").read_text("utf-8").split()[0]
    (folder / "allowed_signers").write_text(allowed_signer(principal, public), "utf-8")
    signed = (folder / SIGNED).read_bytes()
    (folder / f"{SIGNED}.ed25519").write_bytes(key.sign(signed))
    (folder / f"{SIGNED}.sig").write_text(ssh_signature(signed, key), "utf-8")
    return "signed anew with another key"
