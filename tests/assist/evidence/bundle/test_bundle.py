"""A call leaves as a folder; stock tools, its own `verify.py` and the program agree on it; no change goes unseen."""

from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest
import soundfile
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assist.evidence.bundle.export import ExportedBundle, export_bundle
from assist.evidence.bundle.inspection import inspect_bundle
from assist.evidence.bundle.sshsig import ssh_signature
from assist.evidence.bundle.verify import SIGNED, ed25519_valid
from assist.problems import AssistProblem
from tests.support.bundle_forgers import forge
from tests.support.bundle_office import DIGITS, Office

MUTATIONS = 150


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def bundle(office: Office, tmp_path: Path) -> ExportedBundle:
    return office.export(tmp_path / "out")


def run_alone(
    folder: Path, *arguments: str, python: str = sys.executable
) -> subprocess.CompletedProcess[str]:
    """The bundle's own `verify.py`, in an interpreter that sees no installed package."""
    command = [python, "-I", "-S", "verify.py", *arguments]
    return subprocess.run(
        command, cwd=folder, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )


def whole(folder: Path, fingerprint: str = "") -> bool:
    """Whether nothing is found; a folder that is no bundle any more is not whole."""
    try:
        findings = inspect_bundle(folder, fingerprint)
    except AssistProblem as problem:
        assert problem.code == "bundle.none"
        return False
    return all(finding.ok is not False for finding in findings)


def test_numbers_are_masked_and_silenced_and_everything_else_is_proved(bundle: ExportedBundle) -> None:
    assert bundle.masked_entries == 1
    said = json.loads((bundle.folder / "data/transcript.json").read_text("utf-8"))
    assert [line["text"].replace(" ", "") for line in said] == ["您好这里是星河银行", "*******" + DIGITS[7:]]
    pcm, _ = soundfile.read(bundle.folder / "data/audio.flac", dtype="int16", always_2d=True)
    assert not pcm[160_000:170_000].any()
    assert pcm[100_000:150_000, 1].any()
    findings = {finding.check: finding for finding in inspect_bundle(bundle.folder, bundle.fingerprint)}
    assert all(finding.ok for finding in findings.values())
    assert "half seconds as recorded" in findings["sound"].detail


def test_stock_tools_check_it_with_the_commands_of_its_guide(bundle: ExportedBundle) -> None:
    missing = [tool for tool in ("flac", "openssl", "ssh-keygen", "sha256sum") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    guide = (bundle.folder / "VERIFY.md").read_text("utf-8")
    commands = guide.split("```sh\n")[1].split("```")[0].strip().splitlines()
    assert len(commands) == 6
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command], cwd=bundle.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        if "ssh-keygen -lf" in command:
            assert bundle.fingerprint in done.stdout
    (bundle.folder / "bag-info.txt").open("a").write("Contact-Name: x\n")
    for command in commands[3:4]:
        assert subprocess.run(
            ["bash", "-c", command], cwd=bundle.folder, capture_output=True, check=False
        ).returncode


def test_the_flac_program_gives_back_the_sound_that_was_sealed(office: Office, tmp_path: Path) -> None:
    if shutil.which("flac") is None:
        pytest.skip("flac is not installed")
    folder = office.export_full(tmp_path / "full").folder
    command = (
        (folder / "VERIFY.md").read_text("utf-8").split("```sh\n")[1].split("```")[0].strip().splitlines()[-1]
    )
    printed = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=True
    ).stdout
    events = [json.loads(line) for line in (folder / "data/events.jsonl").read_text("utf-8").splitlines()]
    sealed = [json.loads(event["body"]) for event in events if "pcm_sha256" in event.get("body", "")]
    assert printed.split()[0] == sealed[0]["pcm_sha256"]


def test_its_own_program_needs_only_python(bundle: ExportedBundle, office: Office, tmp_path: Path) -> None:
    for folder in (bundle.folder, office.export_full(tmp_path / "full").folder):
        done = run_alone(folder, "--fingerprint", bundle.fingerprint)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Nothing was changed" in done.stdout
    assert run_alone(bundle.folder, "--fingerprint", "SHA256:another").returncode == 1


def test_the_archivists_library_accepts_the_bag(bundle: ExportedBundle) -> None:
    assert bagit.Bag(str(bundle.folder)).is_valid()


def test_a_full_bundle_takes_two_people_and_shows_every_digit(office: Office, tmp_path: Path) -> None:
    with pytest.raises(AssistProblem):
        office.export(tmp_path / "alone", full=True)
    assert not (tmp_path / "alone").exists()
    folder = office.export_full(tmp_path / "full").folder
    transcript = json.loads((folder / "data/transcript.json").read_text("utf-8"))
    assert DIGITS in transcript[1]["text"].replace(" ", "")
    assert whole(folder)


def test_its_custody_list_holds_its_own_making_and_every_look(office: Office, tmp_path: Path) -> None:
    office.session.read_call(office.call)
    folder = office.export(tmp_path / "out").folder
    lines = (folder / "data/custody.jsonl").read_text("utf-8").splitlines()
    looks = [json.loads(json.loads(line)["body"]) for line in lines]
    assert [look.get("purpose") or look.get("kind") for look in looks] == ["view", "bundle"]
    assert {look["call"] for look in looks} == {office.call}


def test_an_agent_may_not_export_and_nothing_is_written(office: Office, tmp_path: Path) -> None:
    with pytest.raises(AssistProblem):
        export_bundle(office.store, office.agent, office.call, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_second_export_to_the_same_place_is_refused(office: Office, bundle: ExportedBundle) -> None:
    with pytest.raises(AssistProblem, match="already"):
        office.export(bundle.folder.parent)
    assert whole(bundle.folder)


def test_cancelling_leaves_nothing_behind(office: Office, tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(step: str) -> None:
        if step == "sign":
            raise CancelledError

    with pytest.raises(CancelledError):
        office.export(tmp_path / "out", on_progress=cancel)
    assert list((tmp_path / "out").iterdir()) == []


def test_every_edit_deletion_addition_and_new_signature_is_seen(
    bundle: ExportedBundle, tmp_path: Path
) -> None:
    numbers = random.Random(20261125)
    assert whole(bundle.folder, bundle.fingerprint)
    for number in range(MUTATIONS):
        copy = tmp_path / "forged"
        shutil.copytree(bundle.folder, copy)
        what = forge(copy, numbers)
        assert not whole(copy, bundle.fingerprint), f"{number}: {what}"
        shutil.rmtree(copy)


def test_changed_content_is_seen_even_when_every_list_is_made_anew(bundle: ExportedBundle) -> None:
    """Someone with the signing key who rewrites a content still meets the ledger's commitments and proofs."""
    key = Ed25519PrivateKey.generate()
    events = bundle.folder / "data/events.jsonl"
    events.write_text(events.read_text("utf-8").replace("星", "金"), "utf-8")
    payload = bundle.folder / "manifest-sha256.txt"
    lines = payload.read_text("utf-8").splitlines()
    digest = hashlib.sha256(events.read_bytes()).hexdigest()
    payload.write_text(
        "".join((f"{digest}  data/events.jsonl" if "events" in x else x) + "\n" for x in lines), "utf-8"
    )
    names = [line[66:] for line in (bundle.folder / SIGNED).read_text("utf-8").splitlines()]
    listed = "".join(
        f"{hashlib.sha256((bundle.folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names
    ).encode()
    (bundle.folder / SIGNED).write_bytes(listed)
    (bundle.folder / f"{SIGNED}.ed25519").write_bytes(key.sign(listed))
    (bundle.folder / f"{SIGNED}.sig").write_text(ssh_signature(listed, key))
    wrong = {finding.check for finding in inspect_bundle(bundle.folder) if finding.ok is False}
    assert {"signatures", "contents"} <= wrong
    assert "files" not in wrong


def test_its_signature_check_agrees_with_the_library() -> None:
    numbers = random.Random(7)
    for _ in range(40):
        key = Ed25519PrivateKey.from_private_bytes(numbers.randbytes(32))
        public = key.public_key().public_bytes_raw()
        message = numbers.randbytes(numbers.randrange(200))
        signature = key.sign(message)
        assert ed25519_valid(public, message, signature)
        broken = bytearray(signature)
        broken[numbers.randrange(64)] ^= 1 << numbers.randrange(8)
        assert not ed25519_valid(public, message, bytes(broken))
        assert not ed25519_valid(public, message + b"x", signature)


def test_a_folder_that_is_no_bundle_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AssistProblem, match=r"bagit\.txt"):
        inspect_bundle(tmp_path)


def test_half_seconds_beside_the_silenced_ones_cannot_be_changed(bundle: ExportedBundle) -> None:
    """The list of files made anew by the forger: the ledger's half-second hashes still tell."""
    file = bundle.folder / "data/audio.flac"
    pcm, rate = soundfile.read(file, dtype="int16", always_2d=True)
    pcm[40_000, 0] += 1
    out = io.BytesIO()
    soundfile.write(out, pcm, rate, subtype="PCM_16", format="FLAC")
    file.write_bytes(out.getvalue())
    sound_finding = next(finding for finding in inspect_bundle(bundle.folder) if finding.check == "sound")
    assert sound_finding.ok is False
    assert "2.5 s was changed" in sound_finding.detail
