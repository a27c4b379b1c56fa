"""When recognition can't follow: what gives way, and when it comes back.

Order: everything; a narrower beam; the spotter alone for the customer. The agent's side is recognised
longest, since it is the agent who can still stop. Pure: driven by positions, no clock.
"""

from __future__ import annotations

from speech.types import SAMPLE_RATE_HZ, HearingMode, RecognizerLag

NARROW_BEHIND = 3 * SAMPLE_RATE_HZ
SPOTTER_BEHIND = 8 * SAMPLE_RATE_HZ
CALM_BEHIND = SAMPLE_RATE_HZ
CALM_FOR = 10 * SAMPLE_RATE_HZ
"""So long must recognition have kept up before it takes on more again."""

SETTLE_FOR = 4 * SAMPLE_RATE_HZ
"""So long a narrower mode is given to show what it helps."""

TOLD_STEP = SAMPLE_RATE_HZ // 2
"""The lag is told when it changed by half a second."""

NARROWER = {
    HearingMode.FULL: (HearingMode.NARROW_BEAM, NARROW_BEHIND),
    HearingMode.NARROW_BEAM: (HearingMode.CUSTOMER_SPOTTER_ONLY, SPOTTER_BEHIND),
}
WIDER = {
    HearingMode.CUSTOMER_SPOTTER_ONLY: HearingMode.NARROW_BEAM,
    HearingMode.NARROW_BEAM: HearingMode.FULL,
}


class GiveWay:
    """Judges the lag after each decoded chunk."""

    def __init__(self) -> None:
        self.mode = HearingMode.FULL
        self._changed_at = 0
        self._calm_since = 0
        self._told = (0, 0)
        self._told_mode = HearingMode.FULL

    def judge(self, agent_behind: int, customer_behind: int, position: int) -> RecognizerLag | None:
        """Pick the mode for the lag (samples) at `position`; returns what should be told, if anything."""
        worst = max(agent_behind, customer_behind)
        if worst > CALM_BEHIND:
            self._calm_since = position
        if self.mode in NARROWER:
            narrower, limit = NARROWER[self.mode]
            if worst > limit and position - self._changed_at >= SETTLE_FOR:
                self._change(narrower, position)
        if self.mode in WIDER and position - self._calm_since >= CALM_FOR:
            self._change(WIDER[self.mode], position)
        steps = (agent_behind // TOLD_STEP, customer_behind // TOLD_STEP)
        if steps == self._told and self.mode is self._told_mode:
            return None
        self._told = steps
        self._told_mode = self.mode
        return RecognizerLag(agent_behind, customer_behind, self.mode)

    def _change(self, mode: HearingMode, position: int) -> None:
        self.mode = mode
        self._changed_at = position
        self._calm_since = position
