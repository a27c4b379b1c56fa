"""A team lead's machine signs what extends what it signed before, and nothing else."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assist.evidence.anchors.cosignature import cosign, cosigned_at
from assist.evidence.checkpoint import TreeHead, sign_checkpoint, verify_checkpoint
from assist.evidence.merkle import MerkleTree, leaf_hash
from assist.problems import AssistProblem

ORIGIN = "evenhand.local/live/0123456789abcdef"
LEAD = "lead.example/desk"
DEVICE = Ed25519PrivateKey.generate()
LEADS_KEY = Ed25519PrivateKey.generate()


def tree_of(size: int, salt: bytes = b"") -> MerkleTree:
    tree = MerkleTree()
    for number in range(size):
        tree.append(leaf_hash(salt + b"%d" % number))
    return tree


def head_of(tree: MerkleTree, size: int) -> TreeHead:
    return TreeHead(ORIGIN, size, tree.root(size))


def cosigned(note: str, last: TreeHead | None, proof: list[bytes], **changed: Any) -> str:
    given: dict[str, Any] = {
        "origin": ORIGIN,
        "device_key": DEVICE.public_key(),
        "name": LEAD,
        "key": LEADS_KEY,
    }
    return cosign(note, last=last, consistency=proof, utc_s=1_790_000_000, **{**given, **changed})


def test_what_extends_is_signed_with_the_time_and_the_devices_signature_still_counts() -> None:
    tree = tree_of(9)
    note = sign_checkpoint(head_of(tree, 9), ORIGIN, DEVICE)
    signed = cosigned(note, head_of(tree, 5), tree.consistency_proof(5, 9))
    assert cosigned_at(signed, LEAD, LEADS_KEY.public_key()) == 1_790_000_000
    assert verify_checkpoint(signed, ORIGIN, ORIGIN, DEVICE.public_key()) == head_of(tree, 9)
    assert cosigned_at(cosigned(note, None, []), LEAD, LEADS_KEY.public_key()) == 1_790_000_000


def test_a_rollback_a_rewritten_ledger_and_a_missing_proof_get_no_signature() -> None:
    tree, rewritten = tree_of(9), tree_of(9, b"other")
    shorter = sign_checkpoint(head_of(tree, 5), ORIGIN, DEVICE)
    other = sign_checkpoint(head_of(rewritten, 9), ORIGIN, DEVICE)
    longer = sign_checkpoint(head_of(tree, 9), ORIGIN, DEVICE)
    attempts = [
        (shorter, head_of(tree, 9), tree.consistency_proof(5, 9)),
        (other, head_of(tree, 5), rewritten.consistency_proof(5, 9)),
        (other, head_of(tree, 9), []),
        (longer, head_of(tree, 5), []),
    ]
    for note, last, proof in attempts:
        with pytest.raises(AssistProblem) as refused:
            cosigned(note, last, proof)
        assert refused.value.code == "anchor.not_an_extension"


def test_a_checkpoint_of_another_device_or_ledger_gets_no_signature() -> None:
    tree = tree_of(3)
    foreign = sign_checkpoint(head_of(tree, 3), ORIGIN, LEADS_KEY)
    for note, changed in [
        (foreign, {}),
        (sign_checkpoint(head_of(tree, 3), ORIGIN, DEVICE), {"origin": "elsewhere"}),
    ]:
        with pytest.raises(AssistProblem) as refused:
            cosigned(note, None, [], **changed)
        assert refused.value.code == "anchor.not_signed"


def test_a_changed_time_or_head_or_another_key_is_no_cosignature() -> None:
    tree = tree_of(4)
    signed = cosigned(sign_checkpoint(head_of(tree, 4), ORIGIN, DEVICE), None, [])
    with pytest.raises(ValueError, match="is wrong"):
        cosigned_at(signed.replace("\n4\n", "\n3\n"), LEAD, LEADS_KEY.public_key())
    with pytest.raises(ValueError, match="no cosignature"):
        cosigned_at(signed, LEAD, DEVICE.public_key())
    *lines, last_line = signed.splitlines()
    blob = bytearray(base64.b64decode(last_line.split(" ")[2]))
    blob[11] ^= 1  # the last byte of the time, after four bytes of key id
    later = "\n".join([*lines, f"— {LEAD} {base64.b64encode(blob).decode()}", ""])
    with pytest.raises(ValueError, match="is wrong"):
        cosigned_at(later, LEAD, LEADS_KEY.public_key())
