"""Writes that are on the disk when they return, as far as the drive obeys a flush."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`: a short write is no error to the system."""
    view = memoryview(data)
    while view:
        written = os.write(descriptor, view)
        if written == 0:
            raise OSError("the disk took nothing")
        view = view[written:]


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put a whole file in place at once: written beside it, flushed, moved, the folder flushed. OSError.

    A crash leaves the old content or the new, never a part. `private` lets only the owner read it.
    """
    part = path.with_name(path.name + ".part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o600 if private else 0o644)
    try:
        write_all(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)
    os.replace(part, path)  # noqa: PTH105 - atomic on every system
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, their names durable. OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)
