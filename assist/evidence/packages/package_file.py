"""The package file: a signed header that anyone can check, and a payload that only the team can open.

    {"call":…,"device":…,"key":…,"kind":"evenhand.call-package","origin":…,"payload_bytes":…,…}   canonical JSON
    <base64 of the device's Ed25519 signature over "evenhand.call-package.v1\n" and the line above>
    <payload: 64 KiB chunks of AES-256-GCM (assist.evidence.stream)>

`key` is the call's key for the team's age recipient (X25519); the payload's key is derived from it and the salt
in the header. The header holds no personal data. Pure: bytes in, bytes out.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from assist.evidence.canonical import canonical, parse_canonical
from assist.evidence.checkpoint import raw_public_key
from assist.evidence.derive import derive_key
from assist.evidence.stream import open_chunks, sealed_chunks
from assist.evidence.team import unwrap_with, wrap_for
from assist.problems import AssistProblem

KIND = "evenhand.call-package"
SIGNED = b"evenhand.call-package.v1\n"
LONGEST_HEADER = 16 * 1024
SUFFIX = ".ehcall"


@dataclass(frozen=True, slots=True)
class PackageHeader:
    """What can be known of a package without opening it."""

    v: int
    kind: str
    origin: str
    """The ledger that the call is in."""
    call: str
    device: str
    """The origin's Ed25519 public key, base64."""
    recipient: str
    """For whom it was sealed (age)."""
    key: str
    salt: str
    payload_bytes: int
    payload_sha256: str
    made_utc_ms: int

    @property
    def public_key(self) -> Ed25519PublicKey:
        """The key that it says signed it."""
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(self.device))

    @property
    def fingerprint(self) -> str:
        """Of the device's key, to be compared by telephone or with the contract."""
        return fingerprint(base64.b64decode(self.device))


def fingerprint(public_key: bytes) -> str:
    """SHA-256 of a raw public key in groups of four."""
    digest = hashlib.sha256(public_key).hexdigest()[:32]
    return " ".join(digest[place : place + 4] for place in range(0, len(digest), 4))


def seal_package(
    payload: bytes,
    origin: str,
    call_id: str,
    call_key: bytes,
    recipient: str,
    signer: Ed25519PrivateKey,
    now: int,
) -> bytes:
    """A whole package file."""
    salt = secrets.token_hex(16)
    sealed = b"".join(sealed_chunks(payload, _payload_key(call_key, salt), call_id.encode()))
    header = PackageHeader(
        v=1,
        kind=KIND,
        origin=origin,
        call=call_id,
        device=base64.b64encode(raw_public_key(signer.public_key())).decode(),
        recipient=recipient,
        key=base64.b64encode(wrap_for(recipient, call_key)).decode(),
        salt=salt,
        payload_bytes=len(sealed),
        payload_sha256=hashlib.sha256(sealed).hexdigest(),
        made_utc_ms=now,
    )
    line = canonical(asdict(header))
    signature = base64.b64encode(signer.sign(SIGNED + line))
    return line + b"\n" + signature + b"\n" + sealed


def read_header(data: bytes) -> tuple[PackageHeader, bytes]:
    """The header and the sealed payload, its signature checked with the key that the header names.

    That key still has to be one that is trusted for this origin. `AssistProblem` where anything was changed.
    """
    line, signature, sealed = _parts(data)
    try:
        fields: dict[str, Any] = parse_canonical(line)
        header = PackageHeader(**fields)
        if header.v != 1 or header.kind != KIND:
            raise rejected("it is of a kind or version that this program does not know")
        header.public_key.verify(base64.b64decode(signature, validate=True), SIGNED + line)
    except InvalidSignature as error:
        raise rejected("its signature is wrong") from error
    except (ValueError, TypeError, binascii.Error) as error:
        raise rejected("its header is damaged") from error
    if len(sealed) != header.payload_bytes or hashlib.sha256(sealed).hexdigest() != header.payload_sha256:
        raise rejected("its content was changed or cut off")
    return header, sealed


def open_package(header: PackageHeader, sealed: bytes, identity: str) -> tuple[bytes, bytes]:
    """The payload and the call's key; `AssistProblem` if it was sealed for someone else."""
    try:
        call_key = unwrap_with(identity, base64.b64decode(header.key, validate=True))
        return open_chunks(sealed, _payload_key(call_key, header.salt), header.call.encode()), call_key
    except (InvalidTag, ValueError, binascii.Error) as error:
        raise rejected("its content does not open with its key") from error


def rejected(why: str) -> AssistProblem:
    """A package that is not taken in."""
    return AssistProblem(
        "package.rejected",
        "This package was not imported: {why}. Ask the sender to make it anew; nothing was changed here.",
        why=why,
    )


def _parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    head = data.find(b"\n", 0, LONGEST_HEADER)
    end = data.find(b"\n", head + 1, head + 200) if head > 0 else -1
    if head < 0 or end < 0:
        raise rejected("it is no call package")
    return data[:head], data[head + 1 : end], data[end + 1 :]


def _payload_key(call_key: bytes, salt: str) -> bytes:
    return derive_key(call_key, f"package|{salt}")
