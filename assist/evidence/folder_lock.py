"""One program at a time in a store's folder: two would fork the ledger, and the second would take the first
one's running call for one that a crash left open.

The lock is the system's and goes with the process, whatever ends it.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

from assist.problems import AssistProblem

LOCK_FILE = "store.lock"


class FolderLock:
    """Taken when made; `release` gives it back. `AssistProblem` if another program has it."""

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] | None = None
        try:
            file = (folder / LOCK_FILE).open("ab")
        except OSError as error:
            raise AssistProblem(
                "store.unwritable",
                "The records' folder {folder} can't be written ({why}). Give yourself write access to it, or set "
                "EVENHAND_DATA to another folder.",
                folder=str(folder),
                why=error.strerror or str(error),
            ) from error
        try:
            _lock(file.fileno())
        except OSError as error:
            file.close()
            if error.errno not in {errno.EAGAIN, errno.EACCES, errno.EDEADLK}:
                raise AssistProblem(
                    "store.unlockable",
                    "The folder {folder} can't be locked ({why}). Keep the records on a local disk.",
                    folder=str(folder),
                    why=error.strerror or str(error),
                ) from error
            raise AssistProblem(
                "store.in_use",
                "Another evenhand is using the records in {folder}. End it, or do this in its window.",
                folder=str(folder),
            ) from error
        self._file = file

    def release(self) -> None:
        """Let another program in; may be called twice."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
