"""Our SSH signatures under the stock ssh-keygen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assist.evidence.bundle.sshsig import (
    NAMESPACE,
    allowed_signer,
    fingerprint,
    ssh_public_key,
    ssh_signature,
)

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")

WHO = "evidence@agency.example"
MESSAGE = b"a bundle's manifest\n"


def stock_verdict(
    folder: Path, key: Ed25519PrivateKey, signature: str, message: bytes, namespace: str = NAMESPACE
) -> bool:
    (folder / "allowed_signers").write_text(allowed_signer(WHO, key.public_key()))
    (folder / "message.sig").write_text(signature)
    command = ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", WHO, "-n", namespace]
    ran = subprocess.run(
        [*command, "-s", "message.sig"], cwd=folder, input=message, capture_output=True, check=False
    )
    return ran.returncode == 0


def test_ssh_keygen_accepts_what_we_sign_of_any_length(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    for message in (b"", MESSAGE, bytes(200_000)):
        assert stock_verdict(tmp_path, key, ssh_signature(message, key), message)


def test_ssh_keygen_refuses_a_changed_message_another_key_and_another_purpose(tmp_path: Path) -> None:
    key, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    signature = ssh_signature(MESSAGE, key)
    assert not stock_verdict(tmp_path, key, signature, MESSAGE + b"x")
    assert not stock_verdict(tmp_path, other, signature, MESSAGE)
    assert not stock_verdict(tmp_path, key, signature, MESSAGE, namespace="git")
    assert not stock_verdict(tmp_path, key, ssh_signature(MESSAGE, key, "git"), MESSAGE)


def test_the_fingerprint_is_the_one_that_ssh_keygen_says(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate().public_key()
    (tmp_path / "device.pub").write_text(ssh_public_key(key) + "\n")
    said = subprocess.run(
        ["ssh-keygen", "-lf", "device.pub"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert said.stdout.split()[1] == fingerprint(key)
