"""While a call is paused (a card number is read out), zeros go to the spool and never the sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
import uuid6

from assist.call.recorder import Recorder
from assist.evidence.spool import Spool, read_spool
from speech.file_source import FileSource
from speech.types import AudioChunk, AudioGap, CaptureEvent, GapReason

PAUSE_AT, RESUME_AT, SECONDS = 32_000, 80_000, 8
CALL = str(uuid6.uuid7())
KEY = bytes(range(32))


def _never(*_: object) -> None:
    raise AssertionError("the disk refused")


def test_a_pause_is_zeros_in_the_spool_and_a_gap_that_says_where(tmp_path: Path) -> None:
    spoken = np.full((SECONDS * 16_000, 2), 1234, dtype=np.int16)
    soundfile.write(tmp_path / "call.wav", spoken, 16_000)
    spool = Spool(tmp_path / "a.0.evs", CALL, KEY, 0, lambda _: None)
    recorder = Recorder(spool, _never, _never)
    source = FileSource(tmp_path / "call.wav", real_time=False)
    gaps: list[AudioGap] = []

    def hear(event: CaptureEvent) -> None:
        if isinstance(event, AudioChunk):
            recorder.put(event)
            if event.end >= RESUME_AT:
                source.resume()
            elif event.end >= PAUSE_AT:
                source.pause()
        elif isinstance(event, AudioGap) and event.reason is GapReason.PAUSED:
            gaps.append(event)

    recorder.start()
    source.start(hear)
    source.wait_ended()
    recorder.finish()
    spool.finish()

    kept = np.frombuffer(b"".join(read_spool(spool.path, CALL, KEY, 0).records), dtype="<i2").reshape(-1, 2)
    assert len(kept) == SECONDS * 16_000
    closed = sorted((gap for gap in gaps if gap.end >= 0), key=lambda gap: gap.channel.value)
    assert len(closed) == 2
    for side, gap in enumerate(closed):
        silent = np.flatnonzero(kept[:, side] == 0)
        assert (silent[0], silent[-1] + 1) == (gap.start, gap.end)
        assert abs(gap.start - PAUSE_AT) <= 3_200
        assert abs(gap.end - RESUME_AT) <= 3_200
        assert np.all(kept[gap.end :, side] == 1234)
