"""Checking a bundle in the program: all that its `verify.py` checks, and once more by other code.

BagIt by the `bagit` package, Ed25519 by `cryptography`, Merkle proofs by the store's own tree, sound by libsndfile:
two implementations that must agree. The `verify.py` inside the bundle is never run: it came with the bundle.

Thread: any but the GUI's.
"""

from __future__ import annotations

import base64
import logging
from pathlib import Path

import bagit
import soundfile
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from assist.evidence.bundle.verify import SIGNED, Finding, check_bundle, fingerprint, public_key
from assist.evidence.checkpoint import verify_checkpoint
from assist.evidence.entry import LedgerEntry
from assist.evidence.merkle import leaf_hash, verify_inclusion
from assist.problems import AssistProblem

logging.getLogger("bagit").addHandler(logging.NullHandler())
"""What the library logs is in the finding; without a handler it would go to standard error."""


def inspect_bundle(folder: Path, expected_fingerprint: str = "") -> list[Finding]:
    """Every finding, in order. `AssistProblem` if there is no bundle at `folder`."""
    if not (folder / "bagit.txt").is_file():
        raise AssistProblem(
            "bundle.none",
            "{folder} is no evidence bundle. Give the folder that holds bagit.txt.",
            folder=str(folder),
        )
    findings = check_bundle(folder, expected_fingerprint, _decode)
    try:
        second = Finding("second reading", True, _check_again(folder))
    except (bagit.BagError, InvalidSignature, OSError, ValueError, KeyError, TypeError) as error:
        second = Finding("second reading", False, f"{type(error).__name__}: {error}")
    return [*findings, second]


def bundle_fingerprint(folder: Path) -> str:
    """The fingerprint of the key in a bundle."""
    return fingerprint(public_key(folder))


def _decode(file: Path) -> bytes | None:
    try:
        pcm, _ = soundfile.read(str(file), dtype="int16", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise ValueError(str(error)) from error
    return bytes(pcm.astype("<i2").tobytes())


def _check_again(folder: Path) -> str:
    bagit.Bag(str(folder)).validate()
    key = Ed25519PublicKey.from_public_bytes(public_key(folder))
    key.verify((folder / f"{SIGNED}.ed25519").read_bytes(), (folder / SIGNED).read_bytes())
    note = (folder / "data/checkpoint.note").read_text("utf-8")
    lines = (folder / "data/ledger.jsonl").read_bytes().splitlines()
    entries = [(LedgerEntry.decode(line), line) for line in lines]
    origin = entries[0][0].log
    head = verify_checkpoint(note, origin, origin, key)
    call, checked = entries[0][0].call, 0
    for entry, line in entries:
        if entry.call == call:
            if not verify_inclusion(
                leaf_hash(line), entry.seq - 1, head.size, _proof(folder, entry.seq), head.root
            ):
                raise ValueError(f"entry {entry.seq} is not in the signed ledger")
            checked += 1
    return f"{checked} entries and the signature hold by other code as well"


def _proof(folder: Path, seq: int) -> list[bytes]:
    text = (folder / f"data/proofs/{seq}.tlog-proof").read_text("utf-8").partition("\n\n")[0]
    return [base64.b64decode(line, validate=True) for line in text.split("\n")[2:]]
