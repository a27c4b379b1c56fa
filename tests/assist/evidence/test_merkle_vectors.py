"""The Merkle tree against Certificate Transparency's published vectors, against pymerkle, and against forgers."""

from __future__ import annotations

import warnings

import pytest
from pymerkle import InmemoryTree

from assist.evidence.merkle import (
    EMPTY_ROOT,
    MerkleTree,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)

CT_LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""Test vectors of google/certificate-transparency's Merkle tree (RFC 6962)."""


def numbered_tree(size: int) -> tuple[MerkleTree, list[bytes]]:
    tree = MerkleTree()
    leaves = [leaf_hash(b"%d" % number) for number in range(size)]
    for leaf in leaves:
        tree.append(leaf)
    return tree, leaves


def test_roots_are_those_of_certificate_transparency() -> None:
    tree = MerkleTree()
    assert tree.root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert tree.root() == EMPTY_ROOT
    for data, root in zip(CT_LEAVES, CT_ROOTS, strict=True):
        tree.append(leaf_hash(bytes.fromhex(data)))
        assert tree.root().hex() == root
    assert [tree.root(size).hex() for size in range(1, 9)] == CT_ROOTS


def test_roots_are_those_of_pymerkle() -> None:
    tree, oracle = MerkleTree(), InmemoryTree(algorithm="sha256")
    for number in range(300):
        tree.append(leaf_hash(b"%d" % number))
        oracle.append_entry(b"%d" % number)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert tree.root() == oracle.get_state()


@pytest.mark.parametrize("size", [*range(1, 66), 127, 128, 129, 511, 513, 1_023, 1_024])
def test_every_leaf_is_proved_to_be_in_the_tree(size: int) -> None:
    tree, leaves = numbered_tree(size)
    root = tree.root()
    for index, leaf in enumerate(leaves):
        assert verify_inclusion(leaf, index, size, tree.inclusion_proof(index, size), root)


def test_every_pair_of_sizes_to_128_is_proved_consistent() -> None:
    tree, _ = numbered_tree(128)
    roots = [tree.root(size) for size in range(129)]
    for second in range(1, 129):
        for first in range(1, second + 1):
            proof = tree.consistency_proof(first, second)
            assert verify_consistency(first, second, proof, roots[first], roots[second])


def test_no_changed_inclusion_proof_is_accepted() -> None:
    for size in range(1, 41):
        tree, leaves = numbered_tree(size)
        root = tree.root()
        for index, leaf in enumerate(leaves):
            proof = tree.inclusion_proof(index, size)
            assert not verify_inclusion(leaf_hash(b"forged"), index, size, proof, root)
            assert not verify_inclusion(leaf, index, size, [*proof, root], root)
            for other in range(size):
                assert other == index or not verify_inclusion(leaf, other, size, proof, root)
            for place in range(len(proof)):
                changed = list(proof)
                changed[place] = bytes([changed[place][0] ^ 1]) + changed[place][1:]
                assert not verify_inclusion(leaf, index, size, changed, root)
                assert not verify_inclusion(leaf, index, size, proof[:place] + proof[place + 1 :], root)


def test_no_changed_consistency_proof_or_root_is_accepted() -> None:
    tree, _ = numbered_tree(40)
    forged = leaf_hash(b"forged")
    for second in range(2, 41):
        for first in range(1, second):
            proof = tree.consistency_proof(first, second)
            old, new = tree.root(first), tree.root(second)
            assert not verify_consistency(first, second, proof, forged, new)
            assert not verify_consistency(first, second, proof, old, forged)
            assert not verify_consistency(first, second, [*proof, forged], old, new)
            for place in range(len(proof)):
                changed = [*proof[:place], forged, *proof[place + 1 :]]
                assert not verify_consistency(first, second, changed, old, new)
                assert not verify_consistency(first, second, proof[:place] + proof[place + 1 :], old, new)
