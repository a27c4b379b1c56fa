"""T9: in a tree of every size to 1,024, every leaf's inclusion proof is accepted and a changed one is not; every
earlier size is proved consistent (RFC 9162, 2.1.3 and 2.1.4)."""

from __future__ import annotations

import random

from assist.evidence.merkle import MerkleTree, leaf_hash, verify_consistency, verify_inclusion
from tests.reliability.harness import Report, Result

TITLE = "Merkle proofs of every size to 1,024"
MODELS = "nothing: the proofs are the ones that bundles and cosignatures carry. Vectors and pymerkle are in the tests."
FULL, CHUNK, SMALL = 1024, 64, 24


def run(count: int, report: Report) -> list[Result]:
    """Sizes `report.first + 1` to `report.first + count`."""
    chance = random.Random(report.first)
    sizes = range(report.first + 1, report.first + count + 1)
    leaves = [leaf_hash(b"%d" % number) for number in range(sizes[-1])]
    tree = MerkleTree()
    roots = [tree.root(0)]
    for leaf in leaves:
        tree.append(leaf)
        roots.append(tree.root(tree.size))
    refused, forged, proofs, pairs, inconsistent = [], [], 0, 0, []
    for size in sizes:
        for index in range(size):
            proof = tree.inclusion_proof(index, size)
            proofs += 1
            if not verify_inclusion(leaves[index], index, size, proof, roots[size]):
                refused.append(f"{index} of {size}")
        if size > 1:
            index = chance.randrange(size)
            proof = tree.inclusion_proof(index, size)
            place = chance.randrange(len(proof))
            proof[place] = bytes(byte ^ 1 for byte in proof[place])
            if verify_inclusion(leaves[index], index, size, proof, roots[size]):
                forged.append(f"{index} of {size}")
        for first in range(1, size + 1):
            pairs += 1
            proof = tree.consistency_proof(first, size)
            if not verify_consistency(first, size, proof, roots[first], roots[size]):
                inconsistent.append(f"{first} to {size}")
        report(size - report.first)
    return [
        Result("T9 inclusion", proofs, len(refused), "; ".join(refused[:5])),
        Result("T9 changed proofs", len(sizes), len(forged), "; ".join(forged[:5])),
        Result("T9 consistency of every pair", pairs, len(inconsistent), "; ".join(inconsistent[:5])),
    ]
