"""How much sound a RIFF/WAVE header promises, and how much is there; libsndfile takes what is there."""

from __future__ import annotations

import struct
from pathlib import Path

STREAMED = 0xFFFF_FFFF
"""Size that writers to a pipe leave behind; it promises nothing (so does 0)."""


def promised_and_present_bytes(path: Path) -> tuple[int, int]:
    """Bytes of the data chunk by the header and by the file's size; (0, 0) for anything but RIFF/WAVE.

    Microsoft, "Multimedia Programming Interface and Data Specifications 1.0" (RIFF chunks).
    """
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(12)
        if len(head) < 12 or head[:4] != b"RIFF" or head[8:] != b"WAVE":
            return 0, 0
        while len(chunk := stream.read(8)) == 8:
            name, length = struct.unpack("<4sI", chunk)
            if name == b"data":
                present = size - stream.tell()
                return (0, 0) if length in {0, STREAMED} else (length, present)
            stream.seek(length + length % 2, 1)
    return 0, 0
