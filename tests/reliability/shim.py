"""Builds `io_shim.c` and runs a function of a module under it, in a program of its own."""

from __future__ import annotations

import atexit
import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("io_shim.c")
ROOT = Path(__file__).parents[2]


def why_not() -> str:
    """Why the shim can't be used on this machine; empty if it can."""
    if sys.platform != "linux":
        return "the shim is for Linux"
    return "" if shutil.which("cc") else "there is no C compiler (cc)"


@cache
def library() -> Path:
    """The compiled shim."""
    folder = Path(tempfile.mkdtemp(prefix="evenhand-shim-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    target = folder / "io_shim.so"
    command = ["cc", "-O2", "-shared", "-fPIC", "-o", str(target), str(SOURCE), "-ldl", "-lpthread"]
    subprocess.run(command, check=True, capture_output=True)
    return target


def run_under_shim(module: str, *arguments: str, timeout_s: float = 3600) -> str:
    """Run `python -m module arguments` with the shim in front of its files; returns what it printed."""
    environment = {**os.environ, "LD_PRELOAD": str(library()), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    if ran.returncode != 0:
        raise RuntimeError(f"{module} under the shim: {ran.stderr[-2000:]}")
    return ran.stdout


class Shim:
    """The shim that this process runs under."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)

    def trace(self, folder: Path, file: Path) -> None:
        """Write down what happens below `folder` from now on."""
        self._library.ioshim_trace(str(folder).encode(), str(file).encode())

    def watch(self, folder: Path) -> None:
        """Look at `folder` without writing it down."""
        self._library.ioshim_trace(str(folder).encode(), b"/dev/null")

    def fail(self, kind: str, nth: int, error: int, times: int = 1) -> None:
        """Fail the n-th `w`rite or flu`s`h from now on; `error` -1 is a short write; `times` 0 is for ever."""
        self._library.ioshim_fail(ord(kind), ctypes.c_long(nth), error, ctypes.c_long(times))

    def stop_failing(self) -> None:
        """Everything works again."""
        self.fail("w", 0, 0)

    def seen(self) -> int:
        """How many calls of the kind came since `fail`."""
        self._library.ioshim_seen.restype = ctypes.c_long
        return int(self._library.ioshim_seen())
