"""What a disk may hold after power was lost: a trace of what was asked of it, replayed up to one point.

What was flushed is there. What was not may be there, may be missing, or may be there in part, each 512-byte
sector for itself, in any order between files. A name is there when its folder was flushed after it was made.
Modes of what was not flushed: `drop` nothing of it, `keep` all of it, `writes` each write for itself, `sectors`
each sector for itself, `zero` sectors kept or zeroed, `garbage` sectors kept or random (for a spool; SQLite counts
on a disk that does not harm what lies beside a write).
"""

from __future__ import annotations

import random
import struct
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
HEAD = struct.Struct("<cIQQ")
MODES = ("drop", "keep", "writes", "sectors")
HARSH_MODES = (*MODES, "zero", "garbage")


@dataclass(frozen=True)
class Step:
    """One thing asked of the disk."""

    kind: str
    path: str
    offset: int
    data: bytes


def read_trace(path: Path) -> list[Step]:
    """The steps in a trace of `io_shim.c`."""
    raw = path.read_bytes()
    steps, place = [], 0
    while place + HEAD.size <= len(raw):
        kind, size, offset, length = HEAD.unpack_from(raw, place)
        place += HEAD.size
        name = raw[place : place + size].decode()
        data = raw[place + size : place + size + length]
        place += size + length
        steps.append(Step(kind.decode(), name, offset, data))
    return steps


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)
    named: bool = False
    """Its name is safe in its folder."""


class Disk:
    """The state after some steps; `after_power_loss` gives one of the states that the disk may be in."""

    def __init__(self) -> None:
        self._files: dict[str, _File] = {}
        self._gone: dict[str, _File] = {}

    def do(self, step: Step) -> None:
        """One step further."""
        if step.kind == "C":
            self._files[step.path] = _File()
        elif step.kind in "WT":
            self._files.setdefault(step.path, _File(named=True)).waiting.append(step)
        elif step.kind == "S":
            self._flush(step.path)
        elif step.kind == "U":
            file = self._files.pop(step.path, None)
            if file is not None and file.named:
                self._gone[step.path] = file
        elif step.kind == "R":
            self._rename(step.path, step.data.decode())

    def after_power_loss(self, chance: random.Random, mode: str) -> dict[str, bytes]:
        """Path to content."""
        left = {path: file for path, file in self._files.items() if file.named or chance.random() < 0.5}
        for path, file in self._gone.items():
            if path not in left and chance.random() < 0.5:
                left[path] = file
        return {path: bytes(_content(file, chance, mode)) for path, file in left.items()}

    def _flush(self, path: str) -> None:
        if path in self._files:
            file = self._files[path]
            for step in file.waiting:
                _apply(file.safe, step.kind, step.offset, step.data)
            file.waiting.clear()
            return
        for name, file in self._files.items():
            if str(Path(name).parent) == path:
                file.named = True
        self._gone = {name: file for name, file in self._gone.items() if str(Path(name).parent) != path}

    def _rename(self, old: str, new: str) -> None:
        file = self._files.pop(old)
        replaced = self._files.get(new)
        if replaced is not None and replaced.named:
            self._gone[new] = replaced
        file.named = False
        self._files[new] = file


def _content(file: _File, chance: random.Random, mode: str) -> bytearray:
    content = bytearray(file.safe)
    for step in file.waiting:
        if step.kind == "T":
            if mode != "drop" and (mode == "keep" or chance.random() < 0.5):
                _apply(content, "T", step.offset, b"")
        elif mode == "keep" or (mode == "writes" and chance.random() < 0.5):
            _apply(content, "W", step.offset, step.data)
        elif mode in {"sectors", "zero", "garbage"}:
            _some_sectors(content, step, chance, mode)
    return content


def _some_sectors(content: bytearray, step: Step, chance: random.Random, mode: str) -> None:
    place = step.offset
    end = step.offset + len(step.data)
    while place < end:
        stop = min(end, (place // SECTOR + 1) * SECTOR)
        piece = step.data[place - step.offset : stop - step.offset]
        if chance.random() < 0.5:
            _apply(content, "W", place, piece)
        elif mode == "zero":
            _apply(content, "W", place, bytes(len(piece)))
        elif mode == "garbage":
            _apply(content, "W", place, chance.randbytes(len(piece)))
        place = stop


def _apply(content: bytearray, kind: str, offset: int, data: bytes) -> None:
    if kind == "T":
        if offset < len(content):
            del content[offset:]
        else:
            content.extend(bytes(offset - len(content)))
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data
