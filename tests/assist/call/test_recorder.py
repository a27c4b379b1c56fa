"""The recorder pairs the channels, loses nothing, and stops loudly when the disk refuses."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assist.call.recorder import RECORD_SAMPLES, Recorder
from assist.problems import AssistProblem
from speech.types import AudioChunk, AudioGap, Channel, GapReason


class DiskInMemory:
    """Keeps records; refuses from the n-th on, as a full disk does."""

    def __init__(self, refuse_from: int = 1 << 30) -> None:
        self.records: list[bytes] = []
        self.refuse_from = refuse_from

    def write(self, pcm: bytes) -> None:
        if len(self.records) >= self.refuse_from:
            raise AssistProblem("disk.full", "The disk is full. Free some space.")
        self.records.append(pcm)


def tone(samples: int, seed: int) -> bytes:
    return np.random.default_rng(seed).integers(-9000, 9000, samples).astype("<i2").tobytes()


def raise_bug(bug: BaseException) -> None:
    raise bug


def record(disk: DiskInMemory, agent: list[bytes], customer: list[bytes]) -> list[AudioGap]:
    gaps: list[AudioGap] = []
    recorder = Recorder(disk, lambda _problem, gap: gaps.append(gap), raise_bug)
    recorder.start()
    for channel, pieces in ((Channel.AGENT, agent), (Channel.CUSTOMER, customer)):
        position = 0
        for piece in pieces:
            chunk = AudioChunk(channel, position, piece)
            recorder.put(chunk)
            position = chunk.end
    recorder.finish()
    return gaps


@given(
    st.lists(st.integers(1, 5_000), max_size=12),
    st.lists(st.integers(1, 5_000), max_size=12),
)
def test_any_blocking_records_both_sides_whole(agent_sizes: list[int], customer_sizes: list[int]) -> None:
    agent = [tone(size, seed) for seed, size in enumerate(agent_sizes)]
    customer = [tone(size, 100 + seed) for seed, size in enumerate(customer_sizes)]
    disk = DiskInMemory()
    assert record(disk, agent, customer) == []
    stereo = np.frombuffer(b"".join(disk.records), dtype="<i2").reshape(-1, 2)
    longest = max(sum(agent_sizes), sum(customer_sizes))
    assert len(stereo) == longest
    for side, pieces in ((0, agent), (1, customer)):
        said = np.frombuffer(b"".join(pieces), dtype="<i2")
        assert np.array_equal(stereo[: len(said), side], said)
        assert not stereo[len(said) :, side].any()


def test_every_record_but_the_last_is_half_a_second() -> None:
    disk = DiskInMemory()
    record(disk, [tone(20_000, 1)], [tone(20_000, 2)])
    assert [len(item) // 4 for item in disk.records] == [RECORD_SAMPLES, RECORD_SAMPLES, 4_000]


def test_a_full_disk_is_told_once_with_an_open_gap_from_the_first_unsafe_sample() -> None:
    disk = DiskInMemory(refuse_from=2)
    gaps = record(disk, [tone(40_000, 1)], [tone(40_000, 2)])
    assert len(disk.records) == 2
    assert [(gap.channel, gap.start, gap.end) for gap in gaps] == [
        (Channel.AGENT, 2 * RECORD_SAMPLES, -1),
        (Channel.CUSTOMER, 2 * RECORD_SAMPLES, -1),
    ]
    assert {gap.reason for gap in gaps} == {GapReason.DISK_REFUSED}
