"""One clock for everything that needs the time of day or elapsed time; tests inject their own."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Wall and monotonic time. Safe from any thread."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC, from the machine's wall clock."""
        ...

    def mono_ms(self) -> int:
        """Milliseconds of a clock that never goes back."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def utc_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC."""
        return time.time_ns() // 1_000_000

    def mono_ms(self) -> int:
        """Milliseconds of the monotonic clock."""
        return time.monotonic_ns() // 1_000_000


def as_datetime(utc_ms: int) -> datetime:
    """The time zone aware UTC datetime of `utc_ms`."""
    return datetime.fromtimestamp(utc_ms / 1000, tz=UTC)
