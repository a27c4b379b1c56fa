"""Both channels in heavy noise, faster than recognition can follow: `python -m tests.reliability.soak --minutes 30`.

The demo call's voices at 5 dB above babble-like noise run through the app's whole pipeline without a window at a
multiple of their pace, then a minute of silence at its own pace, in which recognition must come back. Exit code
0 only if the recording is whole, bit for bit, the record verifies, memory stays flat, and the lag was told and
recovered.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from assist.call.commands import SaveWrapUp
from assist.call.events import CallClosed, CallEnded
from assist.evidence.ledger import Actor
from desktop import running_call
from desktop.call_subject import CallRequest
from desktop.demo import demo_call
from speech.file_source import FileSource
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, HearingMode, RecognizerLag
from tests.benchmarks.live_phases import MemoryWatch, fresh_installation

SNR_DB = 5.0
QUIET_S = 60.0
READER = Actor("soak", "reviewer")
MOST_GROWTH = 1.15
"""Memory in the last third over memory in the middle third."""


@dataclass(frozen=True)
class SoakResult:
    """What a soak showed."""

    seconds: float
    whole: bool
    verified: bool
    worst_behind_s: float
    modes: tuple[str, ...]
    last_behind_s: float
    last_mode: str
    memory_mb: tuple[int, ...]
    bugs: tuple[str, ...]

    @property
    def memory_is_flat(self) -> bool:
        third = len(self.memory_mb) // 3
        if third < 3:
            return True
        middle, last = self.memory_mb[third : 2 * third], self.memory_mb[2 * third :]
        return float(np.mean(last)) <= MOST_GROWTH * float(np.mean(middle))

    @property
    def lag_was_told(self) -> bool:
        return self.worst_behind_s > 1.0 and len(self.modes) > 1


def noisy_call(path: Path, minutes: float, quiet_s: float) -> int:
    """Write the call; returns how many of its samples come before the quiet end."""
    voices, _ = soundfile.read(demo_call("zh").sound)
    wanted = round(minutes * 60 * SAMPLE_RATE_HZ)
    random = np.random.default_rng(11)
    loud = voices[np.abs(voices) > 0.01]
    noise_rms = float(np.sqrt(np.square(loud).mean())) * 10 ** (-SNR_DB / 20)
    with soundfile.SoundFile(path, "w", SAMPLE_RATE_HZ, 2, subtype="PCM_16") as out:
        done = 0
        while done < wanted:
            part = voices[: wanted - done]
            # Both people talk all the time: the other side's line is laid into the pauses.
            both = np.stack([part.sum(axis=1), np.roll(part.sum(axis=1), 7 * SAMPLE_RATE_HZ)], axis=1)
            noise = random.normal(0, noise_rms, both.shape)
            slow = np.sin(np.arange(len(both)) * 2 * np.pi * 4 / SAMPLE_RATE_HZ)[:, None] * 0.5 + 1.0
            out.write(np.clip(both + noise * slow, -0.99, 0.99))
            done += len(part)
        out.write(random.normal(0, 1e-4, (round(quiet_s * SAMPLE_RATE_HZ), 2)))
    return done


def run_soak(minutes: float, speed: float, quiet_s: float = QUIET_S) -> SoakResult:
    """Run it in this process."""
    events: list[Any] = []
    bugs: list[BaseException] = []
    with tempfile.TemporaryDirectory(prefix="evenhand-soak-") as folder, fresh_installation() as installation:
        path = Path(folder) / "noisy.wav"
        hurried = noisy_call(path, minutes, quiet_s)
        source = FileSource(path, real_time=False, wait_for_room=_Pace(speed, hurried))
        # A demo call goes into the demo store, but gives way like a live one.
        request = CallRequest(source="demo", locale="zh_CN", language="zh", agent="soak", file=path)
        with _live_recognition(), _other_source(source):
            calls: list[running_call.RunningCall] = []

            def observe(event: Any) -> None:
                events.append(event) if isinstance(event, RecognizerLag | CallClosed) else None
                if isinstance(event, CallEnded):
                    calls[0].post(SaveWrapUp(event.draft))

            call = running_call.prepare_call(request, installation, observe, bugs.append)
            calls.append(call)
        memory = MemoryWatch()
        begun = time.monotonic()
        call.start()
        held = []
        while not call.wait_closed(1.0):
            held.append(round(memory.now / 1e6))
        memory.stop()
        call.close()
        seconds = time.monotonic() - begun
        closed = next(event for event in events if isinstance(event, CallClosed))
        kept = installation.store("demo").sound(closed.call_id, READER)
        recorded, _ = soundfile.read(io.BytesIO(kept), dtype="int16")
        given, _ = soundfile.read(path, dtype="int16")
    lags = [event for event in events if isinstance(event, RecognizerLag)]
    behind = [max(lag.agent_behind, lag.customer_behind) / SAMPLE_RATE_HZ for lag in lags]
    return SoakResult(
        seconds=round(seconds, 1),
        whole=len(recorded) >= len(given) and bool((recorded[: len(given)] == given).all()),
        verified=closed.verified,
        worst_behind_s=round(max(behind, default=0.0), 1),
        modes=tuple(dict.fromkeys(lag.mode.value for lag in lags)),
        last_behind_s=round(behind[-1], 1) if behind else 0.0,
        last_mode=lags[-1].mode.value if lags else HearingMode.FULL.value,
        memory_mb=tuple(held),
        bugs=tuple(repr(bug) for bug in bugs),
    )


class _Pace:
    """Waits before each block: `speed` times as fast as the call, then at its own pace."""

    def __init__(self, speed: float, hurried_samples: int) -> None:
        self._speed = speed
        self._hurried = hurried_samples
        self._done = 0
        self._due = 0.0

    def __call__(self) -> None:
        self._due = self._due or time.monotonic()
        seconds = BLOCK_SAMPLES / SAMPLE_RATE_HZ
        self._due += seconds / self._speed if self._done < self._hurried else seconds
        self._done += BLOCK_SAMPLES
        time.sleep(max(0.0, self._due - time.monotonic()))


class _Replaced:
    """Puts something else in the place of a name of `desktop.running_call` for a while."""

    def __init__(self, name: str, other: Any) -> None:
        self._name, self._other = name, other

    def __enter__(self) -> None:
        self._plain = getattr(running_call, self._name)
        setattr(running_call, self._name, self._other)

    def __exit__(self, *error: object) -> None:
        setattr(running_call, self._name, self._plain)


def _other_source(source: FileSource) -> _Replaced:
    return _Replaced("open_source", lambda _request, _recognizer: (source, ("noisy.wav", "noisy.wav")))


def _live_recognition() -> _Replaced:
    plain = running_call.RecognizerSettings
    return _Replaced("RecognizerSettings", lambda **named: plain(**{**named, "give_way": True}))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0, help="of the noisy call")
    parser.add_argument("--speed", type=float, default=3.0, help="times the call's own pace")
    wanted = parser.parse_args()
    result = run_soak(wanted.minutes, wanted.speed)
    checks = {
        "recording whole": result.whole,
        "record verifies": result.verified,
        "lag was told": result.lag_was_told,
        "recognition came back": result.last_mode == HearingMode.FULL.value and result.last_behind_s < 1.0,
        "memory flat": result.memory_is_flat,
        "no bug": not result.bugs,
    }
    memory = result.memory_mb or (0,)
    print(f"{result.seconds} s; worst lag {result.worst_behind_s} s; modes {', '.join(result.modes)}")
    print(f"memory MB: first {memory[0]}, most {max(memory)}, last {memory[-1]}; bugs {result.bugs}")
    for name, passed in checks.items():
        print(f"{'ok ' if passed else 'NOT'} {name}")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
