"""Signatures that a stock `ssh-keygen -Y verify` checks (SSHSIG, OpenSSH's PROTOCOL.sshsig), from an Ed25519 key.

Pure; any thread.
"""

from __future__ import annotations

import base64
import hashlib
import struct
import textwrap

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from assist.evidence.checkpoint import raw_public_key

NAMESPACE = "callproof-bundle"
"""A signature made for one purpose does not pass for another."""

_MAGIC = b"SSHSIG"
_KEY_TYPE = b"ssh-ed25519"
_HASH = b"sha512"


def ssh_signature(message: bytes, key: Ed25519PrivateKey, namespace: str = NAMESPACE) -> str:
    """The armoured signature, as `ssh-keygen -Y sign` writes it."""
    name = namespace.encode()
    digest = hashlib.sha512(message).digest()
    signature = key.sign(_MAGIC + _strings(name, b"", _HASH, digest))
    public = _public_blob(key.public_key())
    version = struct.pack(">I", 1)
    blob = _MAGIC + version + _strings(public, name, b"", _HASH, _strings(_KEY_TYPE, signature))
    lines = textwrap.wrap(base64.b64encode(blob).decode(), 70)
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


def allowed_signer(principal: str, key: Ed25519PublicKey, namespace: str = NAMESPACE) -> str:
    """The line of an `allowed_signers` file: who may sign what, with which key."""
    return f'{principal} namespaces="{namespace}" {ssh_public_key(key)}\n'


def ssh_public_key(key: Ed25519PublicKey) -> str:
    """The key as OpenSSH writes it, without a comment."""
    return f"{_KEY_TYPE.decode()} {base64.b64encode(_public_blob(key)).decode()}"


def fingerprint(key: Ed25519PublicKey) -> str:
    """What `ssh-keygen -lf` says of the key, such as `SHA256:…`: to be compared out of band."""
    digest = hashlib.sha256(_public_blob(key)).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def _public_blob(key: Ed25519PublicKey) -> bytes:
    return _strings(_KEY_TYPE, raw_public_key(key))


def _strings(*parts: bytes) -> bytes:
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)
