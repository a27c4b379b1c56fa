"""The clock that the store stamps with: wall time, monotonic time, and which run of the machine it is."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

JUMP_MS = 2_000
"""Wall and monotonic time may differ by this much (leap smearing, slewing) before it is called a jump."""


@dataclass
class StoreClock:
    """Milliseconds; the functions are given by the composition root, so that tests can move time."""

    utc_ms: Callable[[], int]
    mono_ms: Callable[[], int]
    boot: str = field(default_factory=lambda: uuid.uuid4().hex[:12])
    """Monotonic times are comparable within one process only; so this names the process's run."""

    def __post_init__(self) -> None:
        self._offset = self.utc_ms() - self.mono_ms()

    def jumped_ms(self) -> int:
        """How far the wall clock has jumped against the monotonic one since last asked; 0 if it has not."""
        offset = self.utc_ms() - self.mono_ms()
        jump = offset - self._offset
        if abs(jump) < JUMP_MS:
            return 0
        self._offset = offset
        return jump
