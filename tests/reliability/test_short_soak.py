"""The soak in short: overload is told, and the recording does not notice it. The long one: `soak.py`."""

from __future__ import annotations

import pytest

from tests.reliability.soak import run_soak
from tests.support.speech_parts import model_folder

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_more_noise_than_recognition_can_follow_costs_the_recording_nothing() -> None:
    model_folder("zh")
    result = run_soak(minutes=0.25, speed=10.0, quiet_s=3.0)
    assert result.bugs == ()
    assert result.whole
    assert result.verified
    assert result.lag_was_told
    assert result.modes[0] == "full"
