"""Encryption of whole files in chunks: AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway and
Vizar 2015; as in age). Number and last flag are in the nonce, so chunks can't be reordered, dropped or cut off
unseen. A key serves one file."""

from __future__ import annotations

from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16


def stream_nonce(number: int, *, last: bool) -> bytes:
    """12 bytes: an 11-byte counter and the last flag."""
    return number.to_bytes(11, "big") + bytes([last])


def sealed_chunks(data: bytes | memoryview, key: bytes, bound_to: bytes) -> Iterator[bytes]:
    """Ciphertext of `data`, chunk by chunk; at least one, so that an empty file is authentic too."""
    cipher = AESGCM(key)
    places = range(0, len(data), CHUNK_BYTES) or range(1)
    for number, place in enumerate(places):
        nonce = stream_nonce(number, last=place == places[-1])
        yield cipher.encrypt(nonce, data[place : place + CHUNK_BYTES], bound_to)


def open_chunks(sealed: bytes | memoryview, key: bytes, bound_to: bytes) -> bytes:
    """The data; `InvalidTag` if anything was changed, reordered, added or cut off."""
    cipher = AESGCM(key)
    step = CHUNK_BYTES + TAG_BYTES
    plain = bytearray()
    places = range(0, len(sealed), step) or range(1)
    for number, place in enumerate(places):
        nonce = stream_nonce(number, last=place == places[-1])
        plain += cipher.decrypt(nonce, sealed[place : place + step], bound_to)
    return bytes(plain)
