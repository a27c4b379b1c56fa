"""Sound on its way to disk while the call runs: encrypted half-second records, each made durable.

A segment is a header (magic, format, call id) followed by records: a 4-byte little-endian length and
AES-256-GCM of the PCM, the header as associated data and the record's number in the nonce (the STREAM
construction of Hoang, Reyhanitabar, Rogaway and Vizar, as in age). Reading stops at the first record that is
not whole; a finished segment ends with an empty record whose nonce carries the last flag. A segment that was
read back after a crash is never appended to (the same number with other sound would reuse a nonce); more sound
goes into a new segment, which has its own key.

Thread: the recorder's. Losing power costs at most the record being written.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assist.evidence.derive import derive_key
from assist.evidence.durable import make_folder, sync, sync_folder, write_all
from assist.problems import AssistProblem

MAGIC = b"EVENHAND-SPOOL\x00\x01"
LENGTH = struct.Struct("<I")
LARGEST_RECORD = 1 << 20
TAG_BYTES = 16
BLOCK_RECORDS = 20
"""Records whose hashes make up one `audio.block` entry of the ledger (10 s)."""

FRAME_BYTES = 4
"""Two channels of 16 bits."""

OnBlock = Callable[[dict[str, Any]], None]


def _header(call_id: str) -> bytes:
    return MAGIC + bytes.fromhex(call_id.replace("-", ""))


def _nonce(number: int, *, last: bool = False) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


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
            make_folder(path.parent)
            self._file = path.open("xb", buffering=0)
            write_all(self._file.fileno(), self._header)
            sync(self._file.fileno())
            sync_folder(path.parent)
        except OSError as error:
            raise disk_problem(error) from error

    @property
    def frames(self) -> int:
        """Samples of each channel that are durable."""
        return self._frames

    def write(self, pcm: bytes) -> None:
        """Append one record of interleaved stereo PCM, not empty, and make it durable; `AssistProblem` if refused.

        After a refused write nothing more is written: what a failed fsync left behind can't be known.
        """
        if not pcm:
            raise ValueError("an empty record would be read as the segment's end")
        if self._failed:
            raise disk_problem(OSError("an earlier write failed"))
        self._put(pcm, last=False)
        self._records += 1
        self._frames += len(pcm) // FRAME_BYTES
        self._hashes.append(hashlib.sha256(pcm).digest())
        if len(self._hashes) == BLOCK_RECORDS:
            self._tell_block()

    def finish(self) -> None:
        """Close the segment; the last, shorter block is told. Does nothing the second time."""
        if self._file.closed:
            return
        if self._hashes:
            self._tell_block()
        try:
            if not self._failed:
                self._put(b"", last=True)
        finally:
            self._file.close()

    def _put(self, pcm: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._records, last=last), pcm, self._header)
        try:
            write_all(self._file.fileno(), LENGTH.pack(len(sealed)) + sealed)
            sync(self._file.fileno())
        except OSError as error:
            self._failed = True
            raise disk_problem(error) from error

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


@dataclass(frozen=True, slots=True)
class SpoolReading:
    """What a segment holds."""

    records: tuple[bytes, ...]
    """PCM of each whole record."""
    torn_bytes: int
    """Bytes after the last whole record."""
    finished: bool
    """Whether the segment was closed by its writer; False after a crash."""


class SpoolReader:
    """A segment, record by record up to the first that is not whole; one second of sound in memory at a time.

    After the last record, `frames`, `torn_bytes` and `finished` say what was found.
    """

    def __init__(self, path: Path, call_id: str, key: bytes, segment: int) -> None:
        self._path = path
        self._header = _header(call_id)
        self._cipher = AESGCM(derive_key(key, f"spool|{segment}"))
        self.frames = 0
        self.torn_bytes = 0
        self.finished = False

    def __iter__(self) -> Iterator[bytes]:
        """PCM of each whole record. OSError if the file can't be read."""
        size = self._path.stat().st_size
        place = len(self._header)
        with self._path.open("rb") as file:
            if file.read(place) != self._header:
                self.torn_bytes = size
                return
            number = 0
            while not self.finished and (sealed := _next_record(file)) is not None:
                last = len(sealed) == TAG_BYTES
                try:
                    pcm = self._cipher.decrypt(_nonce(number, last=last), sealed, self._header)
                except InvalidTag:
                    break
                place += LENGTH.size + len(sealed)
                self.finished = last
                if not last:
                    number += 1
                    self.frames += len(pcm) // FRAME_BYTES
                    yield pcm
        self.torn_bytes = size - place


def _next_record(file: IO[bytes]) -> bytes | None:
    head = file.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if not TAG_BYTES <= length <= LARGEST_RECORD:
        return None
    sealed = file.read(length)
    return sealed if len(sealed) == length else None


def read_spool(path: Path, call_id: str, key: bytes, segment: int) -> SpoolReading:
    """The whole segment at once: 230 MB for an hour."""
    reader = SpoolReader(path, call_id, key, segment)
    records = tuple(reader)
    return SpoolReading(records, reader.torn_bytes, reader.finished)


def disk_problem(error: OSError) -> AssistProblem:
    """A refused write, as the user is told of it."""
    return AssistProblem(
        "record.disk",
        "The disk refuses to keep the recording ({why}). Free some space or check the disk; what was kept so far "
        "is safe.",
        why=error.strerror or str(error),
    )


__all__ = [
    "OnBlock",
    "Spool",
    "SpoolReader",
    "SpoolReading",
    "disk_problem",
    "read_spool",
    "sync",
    "sync_folder",
]
