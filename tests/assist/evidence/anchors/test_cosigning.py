"""A lead's installation cosigns what agents keep in a shared folder: only what extends, and it reaches the bundle."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assist.evidence.anchors.cosigning import (
    Cosigned,
    cosign_kept,
    kept_cosignatures,
    take_cosignatures,
)
from assist.evidence.anchors.shared_folder import anchor_checkpoint
from assist.evidence.bundle.export import export_bundle
from assist.evidence.bundle.inspection import inspect_bundle
from assist.evidence.bundle.verify import fingerprint
from assist.evidence.checkpoint import raw_public_key
from assist.evidence.ledger import Actor
from assist.evidence.packages.exchange import trust_device
from assist.evidence.people.roles import Role
from assist.evidence.store import EvidenceStore
from assist.problems import AssistProblem
from tests.support.bundle_tampering import call_with_number
from tests.support.evidence_stores import open_store, record_call


@pytest.fixture
def agent(tmp_path: Path):
    store = open_store(tmp_path / "agent", kind="demo")
    yield store
    store.close()


@pytest.fixture
def lead(tmp_path: Path, agent: EvidenceStore):
    store = open_store(tmp_path / "lead")
    trust_device(store, agent.description.origin, raw_public_key(agent.public_key), actor_of(store))
    yield store
    store.close()


def actor_of(store: EvidenceStore) -> Actor:
    return store.people.open_session("组长").actor


def problem_of(store: EvidenceStore, place: str) -> str:
    with pytest.raises(AssistProblem) as caught:
        cosign_kept(store, place, actor_of(store))
    return caught.value.code


def test_what_grew_is_cosigned_once_and_reaches_the_bundle(
    agent: EvidenceStore, lead: EvidenceStore, tmp_path: Path
) -> None:
    share = str(tmp_path / "share")
    assert cosign_kept(lead, share, actor_of(lead)) == []
    call = call_with_number(agent)
    size = anchor_checkpoint(agent, share).head.size
    origin = agent.description.origin
    assert cosign_kept(lead, share, actor_of(lead)) == [Cosigned(origin, size)]
    assert cosign_kept(lead, share, actor_of(lead)) == []
    for seed in (2, 3):
        record_call(agent, seed=seed)
        newest = anchor_checkpoint(agent, share).head.size
    assert cosign_kept(lead, share, actor_of(lead)) == [Cosigned(origin, newest)]
    assert [one.size for one in take_cosignatures(agent, share)] == [size, newest]
    assert take_cosignatures(agent, share) == []
    assert {one.name for one in kept_cosignatures(agent)} == {lead.description.origin}
    bundle = export_bundle(agent, agent.people.open_session("王芳"), call, tmp_path / "out").folder
    [said] = [finding for finding in inspect_bundle(bundle) if finding.check == "cosignature"]
    assert said.ok is None
    assert fingerprint(raw_public_key(lead.public_key)) in said.detail
    alone = subprocess.run(
        [sys.executable, "-I", "-S", str(bundle / "verify.py")], capture_output=True, text=True, check=False
    )
    assert fingerprint(raw_public_key(lead.public_key)) in alone.stdout, alone.stdout


@pytest.mark.parametrize("what", ["time", "key", "proof", "head"])
def test_a_forged_cosignature_in_a_bundle_is_found(
    agent: EvidenceStore, lead: EvidenceStore, tmp_path: Path, what: str
) -> None:
    from assist.evidence.bundle import verify

    share = str(tmp_path / "share")
    call = call_with_number(agent)
    anchor_checkpoint(agent, share)
    cosign_kept(lead, share, actor_of(lead))
    take_cosignatures(agent, share)
    bundle = export_bundle(agent, agent.people.open_session("王芳"), call, tmp_path / "out").folder
    [cosigned] = verify.cosigned_files(bundle)
    base = cosigned.with_suffix("")
    if what == "key":
        other = open_store(tmp_path / "other")
        shutil.copy(bundle / "pubkey.pem", f"{base}.cosigner.pem")
        other.close()
    elif what == "proof":
        Path(f"{base}.cosigned-consistency").write_text(base64.b64encode(bytes(32)).decode() + "\n")
    elif what == "time":
        *rest, last = cosigned.read_text("utf-8").splitlines()
        dash, name, blob = last.split(" ")
        changed = bytearray(base64.b64decode(blob))
        changed[11] ^= 1
        cosigned.write_text(
            "\n".join([*rest, f"{dash} {name} {base64.b64encode(changed).decode()}"]) + "\n", "utf-8"
        )
    else:
        text = cosigned.read_text("utf-8")
        size = text.splitlines()[1]
        cosigned.write_text(text.replace(f"\n{size}\n", f"\n{int(size) - 1}\n"), "utf-8")
    [said] = [one for one in verify.check_bundle(bundle) if one.check == "cosignature"]
    assert said.ok is False


def test_a_ledger_that_went_back_or_was_rewritten_is_not_cosigned(
    agent: EvidenceStore, lead: EvidenceStore, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    record_call(agent)
    agent.ledger.checkpoint()
    shutil.copytree(agent.folder, tmp_path / "older")
    record_call(agent, seed=2)
    anchor_checkpoint(agent, str(share))
    assert len(cosign_kept(lead, str(share), actor_of(lead))) == 1
    older = open_store(tmp_path / "older", kind="demo")
    elsewhere = tmp_path / "elsewhere"
    anchor_checkpoint(older, str(elsewhere))
    assert problem_of(lead, str(elsewhere)) == "anchor.not_an_extension"
    while older.ledger.tree.size <= agent.ledger.tree.size:
        record_call(older, seed=9)
    anchor_checkpoint(older, str(elsewhere))
    assert problem_of(lead, str(elsewhere)) in {"anchor.no_proof", "anchor.not_an_extension"}
    older.close()


def test_a_missing_or_broken_proof_gets_no_signature(
    agent: EvidenceStore, lead: EvidenceStore, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    record_call(agent)
    anchor_checkpoint(agent, str(share))
    cosign_kept(lead, str(share), actor_of(lead))
    record_call(agent, seed=2)
    anchor_checkpoint(agent, str(share))
    [proof] = share.glob("*.proof")
    good = proof.read_text("utf-8")
    proof.write_text(good.splitlines()[0] + "\n" + base64.b64encode(bytes(32)).decode() + "\n", "utf-8")
    assert problem_of(lead, str(share)) == "anchor.not_an_extension"
    proof.unlink()
    assert problem_of(lead, str(share)) == "anchor.no_proof"
    proof.write_text(good, "utf-8")
    assert len(cosign_kept(lead, str(share), actor_of(lead))) == 1


def test_notes_of_strangers_are_left_alone_and_a_forged_one_of_a_trusted_device_is_refused(
    agent: EvidenceStore, lead: EvidenceStore, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    stranger = open_store(tmp_path / "stranger")
    record_call(stranger)
    anchor_checkpoint(stranger, str(share))
    stranger.close()
    assert cosign_kept(lead, str(share), actor_of(lead)) == []
    record_call(agent)
    anchored = anchor_checkpoint(agent, str(share))
    forged = share / anchored.name
    forged.write_text(forged.read_text("utf-8").replace(f"\n{anchored.head.size}\n", "\n1\n"), "utf-8")
    assert problem_of(lead, str(share)) == "anchor.not_signed"


def test_only_who_exchanges_with_other_installations_may_cosign(lead: EvidenceStore, tmp_path: Path) -> None:
    lead.people.add("小王", Role.LEAD, "a long enough password", actor_of(lead))
    with pytest.raises(AssistProblem) as caught:
        cosign_kept(lead, str(tmp_path), Actor("小李", "agent"))
    assert caught.value.code.startswith("people.")


def test_a_cosignature_under_another_key_is_not_taken_home(
    agent: EvidenceStore, lead: EvidenceStore, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    record_call(agent)
    anchor_checkpoint(agent, str(share))
    cosign_kept(lead, str(share), actor_of(lead))
    [pem] = share.glob("cosigner-*.pem")
    from cryptography.hazmat.primitives import serialization

    pem.write_bytes(
        Ed25519PrivateKey.generate()
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    assert take_cosignatures(agent, str(share)) == []
    assert kept_cosignatures(agent) == []
