"""A call's sound at rest: FLAC, decoded again and compared, encrypted in chunks, sealed.

Encrypted files are a header (magic, format, random salt) and 64 KiB chunks of AES-256-GCM in the STREAM
construction: the chunk's number and a last flag are in the nonce, so chunks can't be reordered, dropped or cut
off unseen. The file's key comes from the call's key and the salt, so that sealing twice never uses a nonce
twice. Sound is never on the disk in plain: the FLAC is made in memory (57 to 139 MB for an hour).
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from cryptography.exceptions import InvalidTag

from assist.evidence.derive import derive_key
from assist.evidence.durable import make_folder, sync, sync_folder
from assist.evidence.spool import disk_problem
from assist.evidence.stream import open_chunks, sealed_chunks
from assist.problems import AssistProblem

RATE_HZ = 16_000
CHANNELS = 2
MAGIC = b"EVENHAND-SOUND\x00\x01"
SALT_BYTES = 16
HEADER_BYTES = len(MAGIC) + SALT_BYTES
PART_SUFFIX = ".part"


@dataclass(frozen=True, slots=True)
class SealedSound:
    """What `audio.sealed` says."""

    samples: int
    """Of each channel."""
    pcm_sha256: str
    """Of the interleaved 16-bit little-endian PCM; `flac -dc` gives the same bytes."""
    flac_sha256: str
    flac_bytes: int


def encode_flac(records: Iterable[bytes], work: Path | io.BytesIO) -> SealedSound:
    """Encode PCM records to `work`, decode it again and compare; `AssistProblem` if the disk refuses."""
    pcm_hash = hashlib.sha256()
    samples = 0
    target = str(work) if isinstance(work, Path) else work
    try:
        with soundfile.SoundFile(target, "w", RATE_HZ, CHANNELS, subtype="PCM_16", format="FLAC") as out:
            for pcm in records:
                frames = np.frombuffer(pcm, dtype="<i2").reshape(-1, CHANNELS)
                out.write(frames)
                pcm_hash.update(pcm)
                samples += len(frames)
    except (OSError, soundfile.LibsndfileError) as error:
        raise disk_problem(OSError(str(error))) from error
    if isinstance(work, io.BytesIO):
        work.seek(0)
    if samples and decoded_sha256(work) != pcm_hash.hexdigest():
        raise disk_problem(OSError("the encoded sound is not what was recorded"))
    flac = work.read_bytes() if isinstance(work, Path) else work.getbuffer()
    return SealedSound(samples, pcm_hash.hexdigest(), hashlib.sha256(flac).hexdigest(), len(flac))


def decoded_sha256(flac: Path | io.BytesIO) -> str:
    """SHA-256 of the PCM in a FLAC."""
    digest = hashlib.sha256()
    source = str(flac) if isinstance(flac, Path) else flac
    with soundfile.SoundFile(source) as sound:
        while len(block := sound.read(RATE_HZ * 10, dtype="int16", always_2d=True)):
            digest.update(block.astype("<i2").tobytes())
    return digest.hexdigest()


def encrypt_file(plain: bytes | memoryview, target: Path, key: bytes, call_id: str) -> None:
    """Encrypt `plain` to `target`: written beside it, made durable, then moved into place."""
    part = target.with_suffix(target.suffix + PART_SUFFIX)
    salt = os.urandom(SALT_BYTES)
    try:
        make_folder(target.parent)
        with part.open("wb") as out:
            out.write(MAGIC + salt)
            for sealed in sealed_chunks(plain, _file_key(key, salt), call_id.encode()):
                out.write(sealed)
            out.flush()
            sync(out.fileno())
        os.replace(part, target)  # noqa: PTH105 - atomic on every system
        sync_folder(target.parent)
    except OSError as error:
        raise disk_problem(error) from error


def decrypt_file(path: Path, key: bytes, call_id: str) -> bytes:
    """The file's content; `AssistProblem` where it is missing or was changed."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(call_id, error.strerror or str(error)) from error
    if len(data) < HEADER_BYTES or data[: len(MAGIC)] != MAGIC:
        raise _unreadable(call_id, "it is not an encrypted sound of this program")
    file_key = _file_key(key, data[len(MAGIC) : HEADER_BYTES])
    try:
        return open_chunks(memoryview(data)[HEADER_BYTES:], file_key, call_id.encode())
    except InvalidTag as error:
        raise _unreadable(call_id, "it was changed or cut off") from error


def _file_key(key: bytes, salt: bytes) -> bytes:
    return derive_key(key, f"audio|{salt.hex()}")


def _unreadable(call_id: str, why: str) -> AssistProblem:
    return AssistProblem(
        "record.sound_unreadable",
        "The sound of call {call} can't be opened ({why}). Restore it from a backup; the record itself is kept.",
        call=call_id,
        why=why,
    )
