"""Sound on its way to disk while the call runs: encrypted half-second records, each made durable.

A segment is a header (magic, format, call id) followed by records: a 4-byte little-endian length and
AES-256-GCM of the PCM, the header as associated data and the record's number in the nonce (the STREAM
construction of Hoang, Reyhanitabar, Rogaway and Vizar, as in age). Reading stops at the first record that is
not whole. A segment that
was read back after a crash is never appended to: the same number with other sound would reuse a nonce.

Thread: the recorder's. Losing power costs at most the record being written.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assist.evidence.derive import derive_key
from assist.problems import AssistProblem

MAGIC = b"EVENHAND-SPOOL\x00\x01"
LENGTH = struct.Struct("<I")
LARGEST_RECORD = 1 << 20
BLOCK_RECORDS = 20
"""Records whose hashes make up one `audio.block` entry of the ledger (10 s)."""

FRAME_BYTES = 4
"""Two channels of 16 bits."""

OnBlock = Callable[[dict[str, Any]], None]


def sync(descriptor: int) -> None:
    """Make a file's content durable; macOS needs F_FULLFSYNC to reach the platter."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a folder's list of names durable; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _header(call_id: str) -> bytes:
    return MAGIC + bytes.fromhex(call_id.replace("-", ""))


def _nonce(number: int) -> bytes:
    return number.to_bytes(11, "big") + b"\x00"


class Spool:
    """One segment being written."""

    def __init__(self, path: Path, call_id: str, key: bytes, segment: int, on_block: OnBlock) -> None:
        self.path = path
        self._header = _header(call_id)
        self._cipher = AESGCM(derive_key(key, f"spool|{segment}"))
        self._on_block = on_block
        self._records = 0
        self._frames = 0
        self._block_first = 0
        self._hashes: list[bytes] = []
        self._failed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb", buffering=0)
            self._file.write(self._header)
            sync(self._file.fileno())
            sync_folder(path.parent)
        except OSError as error:
            raise disk_problem(error) from error

    @property
    def frames(self) -> int:
        """Samples of each channel that are durable."""
        return self._frames

    def write(self, pcm: bytes) -> None:
        """Append one record of interleaved stereo PCM and make it durable; `AssistProblem` if refused.

        After a refused write nothing more is written: what a failed fsync left behind can't be known.
        """
        if self._failed:
            raise disk_problem(OSError("an earlier write failed"))
        sealed = self._cipher.encrypt(_nonce(self._records), pcm, self._header)
        try:
            _write_all(self._file.fileno(), LENGTH.pack(len(sealed)) + sealed)
            sync(self._file.fileno())
        except OSError as error:
            self._failed = True
            raise disk_problem(error) from error
        self._records += 1
        self._frames += len(pcm) // FRAME_BYTES
        self._hashes.append(hashlib.sha256(pcm).digest())
        if len(self._hashes) == BLOCK_RECORDS:
            self._tell_block()

    def finish(self) -> None:
        """Close the segment; the last, shorter block is told."""
        if self._hashes and not self._failed:
            self._tell_block()
        self._file.close()

    def _tell_block(self) -> None:
        digest = hashlib.sha256(b"".join(self._hashes)).hexdigest()
        self._on_block(
            {
                "first": self._block_first,
                "samples": self._frames - self._block_first,
                "records": len(self._hashes),
                "sha256": digest,
            }
        )
        self._block_first = self._frames
        self._hashes.clear()


def _write_all(descriptor: int, data: bytes) -> None:
    """A short write is no error to the system, so the rest is written until it is all there."""
    view = memoryview(data)
    while view:
        written = os.write(descriptor, view)
        if written == 0:
            raise OSError("the disk took nothing")
        view = view[written:]


@dataclass(frozen=True, slots=True)
class SpoolReading:
    """What a segment holds."""

    records: tuple[bytes, ...]
    """PCM of each whole record."""
    torn_bytes: int
    """Bytes after the last whole record."""


def read_spool(path: Path, call_id: str, key: bytes, segment: int) -> SpoolReading:
    """Every whole record up to the first that is not."""
    data = path.read_bytes()
    header = _header(call_id)
    if data[: len(header)] != header:
        return SpoolReading((), len(data))
    cipher = AESGCM(derive_key(key, f"spool|{segment}"))
    records: list[bytes] = []
    place = len(header)
    while place + LENGTH.size <= len(data):
        (length,) = LENGTH.unpack_from(data, place)
        end = place + LENGTH.size + length
        if length > LARGEST_RECORD or end > len(data):
            break
        try:
            pcm = cipher.decrypt(_nonce(len(records)), data[place + LENGTH.size : end], header)
        except InvalidTag:
            break
        records.append(pcm)
        place = end
    return SpoolReading(tuple(records), len(data) - place)


def disk_problem(error: OSError) -> AssistProblem:
    """A refused write, as the user is told of it."""
    return AssistProblem(
        "record.disk",
        "The disk refuses to keep the recording ({why}). Free some space or check the disk; what was kept so far "
        "is safe.",
        why=error.strerror or str(error),
    )
