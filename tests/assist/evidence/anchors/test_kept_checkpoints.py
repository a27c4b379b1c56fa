"""Checkpoints kept outside the machine: going backwards is an alarm; timestamps wait until a service answers."""

from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assist.evidence.anchors.shared_folder import anchor_checkpoint, compare_with_anchors
from assist.evidence.anchors.timestamps import Ask, Timestamps, http_service
from assist.evidence.bundle.export import export_bundle
from assist.evidence.bundle.inspection import inspect_bundle
from assist.evidence.checkpoint import TreeHead, sign_checkpoint, verify_checkpoint
from assist.evidence.merkle import verify_consistency
from assist.problems import AssistProblem
from tests.support.bundle_tampering import call_with_number
from tests.support.evidence_stores import open_store, record_call


def test_a_ledger_that_only_grew_contains_every_kept_checkpoint(tmp_path: Path) -> None:
    share = str(tmp_path / "share")
    store = open_store(tmp_path / "store")
    assert compare_with_anchors(store, share) is None
    record_call(store)
    first = anchor_checkpoint(store, share)
    record_call(store, seed=2)
    second = anchor_checkpoint(store, share)
    assert compare_with_anchors(store, share) == second
    assert first.head.size < second.head.size
    assert len(list(Path(share).glob("*.note"))) == 2
    store.close()


def test_a_store_put_back_to_an_older_copy_is_an_alarm_and_anchors_nothing(tmp_path: Path) -> None:
    share = str(tmp_path / "share")
    store = open_store(tmp_path / "store")
    record_call(store)
    store.close()
    shutil.copytree(tmp_path / "store", tmp_path / "older")
    store = open_store(tmp_path / "store")
    record_call(store)
    anchor_checkpoint(store, share)
    store.close()
    older = open_store(tmp_path / "older")
    for attempt in (compare_with_anchors, anchor_checkpoint):
        with pytest.raises(AssistProblem) as caught:
            attempt(older, share)
        assert caught.value.code == "anchor.rolled_back"
    while older.ledger.tree.size < 60:
        record_call(older, seed=older.ledger.tree.size)
    with pytest.raises(AssistProblem) as caught:
        compare_with_anchors(older, share)
    assert caught.value.code == "anchor.rolled_back"
    older.close()


def test_a_kept_checkpoint_that_was_edited_is_an_alarm(tmp_path: Path) -> None:
    share = tmp_path / "share"
    store = open_store(tmp_path / "store")
    record_call(store)
    anchored = anchor_checkpoint(store, str(share))
    path = share / anchored.name
    path.write_text(path.read_text("utf-8").replace(f"\n{anchored.head.size}\n", "\n1\n"), "utf-8")
    with pytest.raises(AssistProblem) as caught:
        compare_with_anchors(store, str(share))
    assert caught.value.code == "anchor.changed"
    store.close()


def test_a_share_that_is_away_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("no folder", "utf-8")
    store = open_store(tmp_path / "store")
    record_call(store)
    with pytest.raises(AssistProblem) as caught:
        anchor_checkpoint(store, str(tmp_path / "share"))
    assert caught.value.code == "anchor.unreachable"
    store.close()


TSA_CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


def local_service(folder: Path) -> tuple[Ask, x509.Certificate]:
    """A time-stamping service of `openssl ts` with its own root."""
    folder.mkdir()
    (folder / "tsa.cnf").write_text(TSA_CONFIGURATION, "utf-8")
    (folder / "serial").write_text("01\n", "utf-8")
    (folder / "ext.cnf").write_text(
        "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n"
        "extendedKeyUsage=critical,timeStamping\n",
        "utf-8",
    )

    def openssl(*arguments: str) -> bytes:
        return subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, check=True).stdout

    new = ["req", "-newkey", "rsa:2048", "-nodes"]
    openssl(*new, "-x509", "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=Test Root", "-days", "30",
            "-addext", "keyUsage=critical,keyCertSign")  # fmt: skip
    openssl(*new, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test TSA")
    openssl("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
            "-out", "tsa.pem", "-days", "30", "-extfile", "ext.cnf")  # fmt: skip

    def ask(request: bytes) -> bytes:
        (folder / "request.tsq").write_bytes(request)
        openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "here", "-queryfile", "request.tsq",
                "-out", "answer.tsr")  # fmt: skip
        return (folder / "answer.tsr").read_bytes()

    return ask, x509.load_pem_x509_certificate((folder / "root.pem").read_bytes())


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
def test_checkpoints_wait_for_the_service_and_stock_openssl_checks_what_it_answered(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    record_call(store)
    stamps = Timestamps(store)
    note = stamps.queue()
    ask, root = local_service(tmp_path / "tsa")

    def away(_: bytes) -> bytes:
        raise OSError("no route to host")

    with pytest.raises(AssistProblem, match="no route to host"):
        stamps.send(away, [root])
    assert stamps.waiting() == [note]
    assert stamps.send(ask, [root]) == 1
    assert stamps.waiting() == []
    checked = subprocess.run(
        ["openssl", "ts", "-verify", "-data", str(note), "-in", str(note.with_suffix(".tsr")),
         "-CAfile", str(tmp_path / "tsa" / "root.pem")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    store.close()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
def test_a_bundle_holds_the_timestamp_that_dates_its_call_and_the_proof_to_its_own_checkpoint(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path / "store", kind="demo")
    call_id = call_with_number(store)
    stamps = Timestamps(store)
    stamps.queue()
    ask, root = local_service(tmp_path / "tsa")
    stamps.send(ask, [root])
    undated = call_with_number(store, seed=2)
    session = store.people.open_session("王芳")
    bundle = export_bundle(store, session, call_id, tmp_path / "out").folder
    assert all(finding.ok is not False for finding in inspect_bundle(bundle))
    (note,) = (bundle / "data/anchors").glob("*.note")
    origin = store.description.origin
    dated = verify_checkpoint(note.read_text("utf-8"), origin, origin, store.public_key)
    own = (bundle / "data/checkpoint.note").read_text("utf-8")
    head = verify_checkpoint(own, origin, origin, store.public_key)
    proof = [base64.b64decode(line) for line in note.with_suffix(".consistency").read_text("utf-8").split()]
    assert dated.size < head.size
    assert verify_consistency(dated.size, head.size, proof, dated.root, head.root)
    checked = subprocess.run(
        ["openssl", "ts", "-verify", "-data", str(note), "-in", str(note.with_suffix(".tsr")),
         "-CAfile", str(tmp_path / "tsa" / "root.pem")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
    later = export_bundle(store, session, undated, tmp_path / "out").folder
    assert not (later / "data/anchors").exists()
    store.close()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")
def test_an_answer_for_other_bytes_or_under_another_root_is_not_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    record_call(store)
    stamps = Timestamps(store)
    stamps.queue()
    ask, root = local_service(tmp_path / "tsa")
    _, stranger = local_service(tmp_path / "other")
    kept: list[bytes] = []

    def replayed(request: bytes) -> bytes:
        kept.append(ask(request))
        return kept[0]

    with pytest.raises(AssistProblem, match="ertificate"):
        stamps.send(replayed, [stranger])
    with pytest.raises(AssistProblem, match="once"):
        stamps.send(replayed, [root])
    assert len(stamps.waiting()) == 1
    store.close()


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(AssistProblem, match="https"):
        http_service("file:///etc/passwd")


def test_a_checkpoint_has_one_spelling() -> None:
    """Base64 ignores some bits of its last digit; a note that differs there is refused like any other change."""
    key, name = Ed25519PrivateKey.generate(), "evenhand.example/x"
    note = sign_checkpoint(TreeHead(name, 3, bytes(32)), name, key)
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    assert verify_checkpoint(note, name, name, key.public_key()).size == 3
    for place in (note.index("=") - 1, note.rindex("=") - 1):
        changed = digits[digits.index(note[place]) ^ 1]
        forged = note[:place] + changed + note[place + 1 :]
        assert base64.b64decode(forged.split()[2]) == bytes(32)
        with pytest.raises(ValueError, match=r"root|spelling"):
            verify_checkpoint(forged, name, name, key.public_key())
