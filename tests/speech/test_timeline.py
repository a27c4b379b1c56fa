"""One timeline from two clocks: drift, quiet loopbacks, declared corrections."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speech.timeline import AlignedBlock, Timeline
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, AudioGap, Channel, DriftCorrection, GapReason

HOUR_SAMPLES = 3600 * SAMPLE_RATE_HZ
DEVICE_BLOCK = 1600
CLICK_EVERY = 60 * SAMPLE_RATE_HZ


def clicks(first: int, count: int, rate_error_ppm: float) -> np.ndarray:
    """What a device whose clock is wrong by `rate_error_ppm` delivers of a world that clicks each minute."""
    block = np.zeros(count, np.int16)
    speed = 1 + rate_error_ppm * 1e-6
    minute = int(first / speed // CLICK_EVERY)
    for click in range(minute, minute + 3):
        place = round(click * CLICK_EVERY * speed) - first
        if 0 <= place < count:
            block[place] = 20_000
    return block


def play(timeline: Timeline, ppm: dict[Channel, float], until: int, jitter_ms: float) -> list:
    """Deliver `until` samples' time of both devices, each delivery late by a random jitter."""
    random = np.random.default_rng(7)
    delivered = dict.fromkeys(Channel, 0)
    due = []
    for channel in Channel:
        count = int(until * (1 + ppm[channel] * 1e-6)) // DEVICE_BLOCK
        ends = (np.arange(1, count + 1) * DEVICE_BLOCK) / (1 + ppm[channel] * 1e-6)
        late = random.exponential(jitter_ms * SAMPLE_RATE_HZ / 1000, count)
        arrivals = np.maximum.accumulate(ends + late)
        due += [(arrival, channel) for arrival in arrivals]
    events = []
    for now, channel in sorted(due):
        block = clicks(delivered[channel], DEVICE_BLOCK, ppm[channel])
        delivered[channel] += DEVICE_BLOCK
        events += timeline.deliver(channel, block, now)
    return events


@pytest.mark.parametrize(("agent_ppm", "customer_ppm"), [(100, -100), (-100, 100), (40, 35)])
def test_channels_stay_within_20_ms_over_an_hour(agent_ppm: float, customer_ppm: float) -> None:
    ppm = {Channel.AGENT: agent_ppm, Channel.CUSTOMER: customer_ppm}
    events = play(Timeline(), ppm, HOUR_SAMPLES, jitter_ms=4)
    heard: dict[Channel, list[int]] = {channel: [] for channel in Channel}
    for block in events:
        if isinstance(block, AlignedBlock):
            for channel, samples in ((Channel.AGENT, block.agent), (Channel.CUSTOMER, block.customer)):
                heard[channel] += [block.position + int(i) for i in np.flatnonzero(samples > 5_000)]
    agent = np.array(heard[Channel.AGENT])
    customer = np.array(heard[Channel.CUSTOMER])
    assert len(agent) >= 59
    for position in agent:
        assert np.abs(customer - position).min() <= SAMPLE_RATE_HZ // 50


def test_corrections_are_declared_with_the_measured_drift() -> None:
    ppm = {Channel.AGENT: 100.0, Channel.CUSTOMER: 0.0}
    events = play(Timeline(), ppm, HOUR_SAMPLES // 2, jitter_ms=2)
    declared = [e for e in events if isinstance(e, DriftCorrection)]
    assert declared
    assert {correction.channel for correction in declared} == {Channel.AGENT}
    removed = -sum(correction.inserted for correction in declared)
    assert removed == pytest.approx(HOUR_SAMPLES / 2 * 100e-6, rel=0.15)
    assert declared[-1].drift_ppb == pytest.approx(100_000, rel=0.15)


def test_a_quiet_loopback_becomes_declared_silence_and_the_other_side_goes_on() -> None:
    timeline = Timeline()
    events = []
    for now in range(DEVICE_BLOCK, 60 * SAMPLE_RATE_HZ, DEVICE_BLOCK):
        events += timeline.deliver(Channel.AGENT, np.full(DEVICE_BLOCK, 1000, np.int16), now)
        if not 20 * SAMPLE_RATE_HZ < now < 40 * SAMPLE_RATE_HZ:
            events += timeline.deliver(Channel.CUSTOMER, np.full(DEVICE_BLOCK, 500, np.int16), now)
        events += timeline.advance(now)
    gaps = [event for event in events if isinstance(event, AudioGap)]
    assert [gap.reason for gap in gaps] == [GapReason.DEVICE_QUIET] * 2
    assert gaps[0].end == -1
    assert gaps[1].start == pytest.approx(20 * SAMPLE_RATE_HZ, abs=2 * DEVICE_BLOCK)
    assert gaps[1].end == pytest.approx(40 * SAMPLE_RATE_HZ, abs=2 * DEVICE_BLOCK)
    blocks = [event for event in events if isinstance(event, AlignedBlock)]
    assert [block.position for block in blocks] == list(range(0, len(blocks) * BLOCK_SAMPLES, BLOCK_SAMPLES))
    quiet = [block.position for block in blocks if not block.customer.any()]
    assert all(gaps[1].start - BLOCK_SAMPLES <= position <= gaps[1].end for position in quiet)
    assert all(block.agent.all() for block in blocks)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(Channel)), st.integers(1, 4000), st.integers(0, 12_000)), max_size=60
    )
)
def test_blocks_are_gapless_whatever_comes(deliveries: list[tuple[Channel, int, int]]) -> None:
    timeline = Timeline()
    now = 0.0
    events = []
    for channel, count, wait in deliveries:
        now += wait
        events += timeline.deliver(channel, np.ones(count, np.int16), now)
        events += timeline.advance(now)
    events += timeline.end()
    positions = [event.position for event in events if isinstance(event, AlignedBlock)]
    assert positions == [BLOCK_SAMPLES * number for number in range(len(positions))]
    for channel in Channel:
        gaps = [e for e in events if isinstance(e, AudioGap) and e.channel is channel]
        opened = [gap.start for gap in gaps if gap.end == -1]
        closed = [gap.start for gap in gaps if gap.end >= 0]
        assert opened == closed
