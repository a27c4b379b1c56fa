"""Trials in forked children that are killed with SIGKILL: what they acknowledged through a pipe must be there."""

from __future__ import annotations

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Ack = Callable[[int], None]


@dataclass(frozen=True)
class Killed:
    """What a child said before it was gone."""

    acknowledged: list[int]
    crashed: bool
    """It ended with an error of its own."""


def run_and_kill(work: Callable[[Ack], None], after_s: float | None, timeout_s: float = 60.0) -> Killed:
    """Fork, let the child work, and kill it `after_s` after its first acknowledgement (None: it ends by itself)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 0
        try:
            work(lambda number: _tell(writer, number))
        except BaseException:
            traceback.print_exc()
            code = 3
        os._exit(code)
    os.close(writer)
    said = bytearray()
    try:
        _listen(reader, said, child, after_s, timeout_s)
    finally:
        os.close(reader)
    _, status = os.waitpid(child, 0)
    lines = said.decode().split("\n")[:-1]
    crashed = os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0
    return Killed([int(line) for line in lines], crashed)


def kill_me() -> None:
    """The end, here and now."""
    os.kill(os.getpid(), signal.SIGKILL)


def _tell(writer: int, number: int) -> None:
    os.write(writer, b"%d\n" % number)


def _listen(reader: int, said: bytearray, child: int, after_s: float | None, timeout_s: float) -> None:
    deadline = time.monotonic() + timeout_s
    kill_at = deadline
    killed = False
    while True:
        now = time.monotonic()
        if now >= kill_at and not killed:
            os.kill(child, signal.SIGKILL)
            killed, deadline = True, now + 10
        elif killed and now >= deadline:
            raise TimeoutError("a killed child still holds its pipe")
        ready, _, _ = select.select([reader], [], [], max(0.0, (deadline if killed else kill_at) - now))
        if not ready:
            continue
        data = os.read(reader, 65536)
        if not data:
            return
        if not said and after_s is not None:
            kill_at = time.monotonic() + after_s
        said += data
