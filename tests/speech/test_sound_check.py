"""The sound check tells the set-ups apart, on the demo call's voices through the real source."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from speech.file_source import FileSource
from speech.sound_check import (
    CheckProgress,
    Finding,
    Part,
    Setup,
    SoundCheck,
    SoundCheckReport,
    run_sound_check,
)
from speech.types import SAMPLE_RATE_HZ, Channel, LevelReading, SourceState, SourceStatus
from tests.support.speech_parts import excerpt

QUIET_S = 3


def voices() -> tuple[np.ndarray, np.ndarray]:
    """Ten seconds in which the agent speaks, ten in which the customer does."""
    agent = excerpt("zh", Channel.AGENT, 100, 110).astype(float)
    customer = np.concatenate(
        [excerpt("zh", Channel.CUSTOMER, 29, 35), excerpt("zh", Channel.CUSTOMER, 47, 51)]
    ).astype(float)
    return agent, customer


def rehearsal(
    agent_gain: float = 1.0, customer_gain: float = 1.0, leak: float = 0.0, noise: float = 3.0
) -> tuple[np.ndarray, np.ndarray]:
    """Both channels of a check: quiet, the agent, the customer."""
    agent_voice, customer_voice = voices()
    random = np.random.default_rng(2)
    quiet = np.zeros(QUIET_S * SAMPLE_RATE_HZ)
    agent = np.concatenate([quiet, agent_voice * agent_gain, np.zeros(len(customer_voice))])
    customer = np.concatenate([quiet, np.zeros(len(agent_voice)), customer_voice * customer_gain])
    delay = 640
    agent[delay:] += leak * customer[:-delay]
    return tuple(side + random.normal(0, noise, len(side)) for side in (agent, customer))  # type: ignore[return-value]


def checked(folder: Path, agent: np.ndarray, customer: np.ndarray) -> SoundCheckReport:
    """The report over a file of the two channels; parts change by position, as time would."""
    path = folder / "check.wav"
    sound = np.clip(np.stack([agent, customer], axis=1), -32768, 32767).astype(np.int16)
    soundfile.write(path, sound, SAMPLE_RATE_HZ)
    check = SoundCheck()
    begins = {Part.QUIET: 0, Part.AGENT: QUIET_S, Part.CUSTOMER: QUIET_S + 10}

    def hear(event: object) -> None:
        if isinstance(event, LevelReading):
            at = event.position / SAMPLE_RATE_HZ
            check.enter(max((part for part in begins if begins[part] <= at), key=lambda part: begins[part]))
        check.hear(event)  # type: ignore[arg-type]

    source = FileSource(path, real_time=False)
    source.start(hear)
    assert source.wait_ended(60)
    return check.report()


def test_a_good_headset_passes_without_findings(tmp_path: Path) -> None:
    report = checked(tmp_path, *rehearsal())
    assert report.passed
    assert report.setup is Setup.APART
    assert report.agent.findings == report.customer.findings == ()
    assert -35 < report.agent.speech_dbfs < -12
    assert report.agent.noise_dbfs < -60
    assert report.agent.device == "check.wav"


def test_a_headset_that_leaks_is_supported_and_the_leak_is_measured(tmp_path: Path) -> None:
    report = checked(tmp_path, *rehearsal(leak=0.08))
    assert report.setup is Setup.LEAKING
    assert report.passed
    assert report.leak_share > 0.3
    assert report.leak_db == pytest.approx(22, abs=6)


def test_a_loudspeaker_is_not_supported(tmp_path: Path) -> None:
    report = checked(tmp_path, *rehearsal(leak=0.8))
    assert report.setup is Setup.LOUDSPEAKER
    assert not report.passed


def test_devices_the_wrong_way_round_are_told(tmp_path: Path) -> None:
    agent, customer = rehearsal()
    assert checked(tmp_path, customer, agent).setup is Setup.SWAPPED


def test_one_mix_on_both_channels_is_not_supported(tmp_path: Path) -> None:
    agent, customer = rehearsal()
    report = checked(tmp_path, agent + customer, agent + customer)
    assert report.setup is Setup.MIXED
    assert not report.passed


def test_a_dead_microphone_makes_the_check_incomplete(tmp_path: Path) -> None:
    _, customer = rehearsal()
    report = checked(tmp_path, np.zeros(len(customer)), customer)
    assert report.setup is Setup.INCOMPLETE
    assert report.agent.findings == (Finding.NOTHING_HEARD,)
    assert not report.passed


def test_quiet_loud_clipping_and_noisy_sides_are_found(tmp_path: Path) -> None:
    assert Finding.TOO_QUIET in checked(tmp_path, *rehearsal(agent_gain=0.03, noise=1)).agent.findings
    loud = checked(tmp_path, *rehearsal(customer_gain=15))
    assert {Finding.TOO_LOUD, Finding.CLIPPING} <= set(loud.customer.findings)
    assert Finding.NOISY in checked(tmp_path, *rehearsal(noise=500)).agent.findings


def test_a_device_that_goes_away_is_a_finding() -> None:
    check = SoundCheck()
    check.hear(SourceStatus(Channel.CUSTOMER, 0, SourceState.LOST, "Headset"))
    report = check.report()
    assert Finding.LOST in report.customer.findings
    assert not report.passed


def test_the_check_runs_its_parts_in_time_and_can_be_cancelled(tmp_path: Path) -> None:
    agent, customer = rehearsal()
    path = tmp_path / "check.wav"
    soundfile.write(path, np.stack([agent, customer], axis=1).astype(np.int16), SAMPLE_RATE_HZ)
    told: list[CheckProgress] = []
    plan = ((Part.QUIET, 0.4), (Part.AGENT, 0.4), (Part.CUSTOMER, 0.4))
    run_sound_check(FileSource(path, real_time=True), told.append, plan=plan)
    assert list(dict.fromkeys(progress.part for progress in told)) == list(Part)
    assert all(0 < progress.seconds_left <= 0.4 for progress in told)
    cancelled = threading.Event()
    cancelled.set()
    report = run_sound_check(FileSource(path, real_time=True), told.append, cancelled=cancelled)
    assert report.setup is Setup.INCOMPLETE
