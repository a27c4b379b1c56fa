"""Keys from keys: HKDF-SHA256 (RFC 5869) with a purpose, so that no key serves two."""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


def derive_key(key: bytes, purpose: str) -> bytes:
    """A 32-byte key for `purpose`, from a key that is itself random."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"evenhand|" + purpose.encode()).derive(key)
