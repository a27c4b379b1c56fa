"""The sound check in words: what is asked, what was found, what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from speech.sound_check import Finding, Part, Setup, SideResult, SoundCheckReport
from speech.types import Channel

translate = QCoreApplication.translate


def part_text(part: Part) -> str:
    """What people are asked to do in a part."""
    return {
        Part.QUIET: translate("SoundCheck", "Nobody speaks now."),
        Part.AGENT: translate("SoundCheck", "Now you speak, as in a call. Read something aloud."),
        Part.CUSTOMER: translate(
            "SoundCheck",
            "Now only the other side speaks: a colleague on the line, or a voice played into the headset.",
        ),
    }[part]


def setup_text(setup: Setup) -> str:
    """What the two channels together are."""
    return {
        Setup.APART: translate("SoundCheck", "Both sides are heard apart. Calls can be held like this."),
        Setup.LEAKING: translate(
            "SoundCheck",
            "The customer leaks faintly into your microphone and is told from you. Calls can be held like this.",
        ),
        Setup.LOUDSPEAKER: translate(
            "SoundCheck", "The customer is about as loud in your microphone as you are. Use a headset."
        ),
        Setup.SWAPPED: translate(
            "SoundCheck", "The two devices are the wrong way round. Swap them in the settings."
        ),
        Setup.MIXED: translate(
            "SoundCheck",
            "Both voices are on both channels. Choose another device for one side in the settings.",
        ),
        Setup.INCOMPLETE: translate(
            "SoundCheck", "One side was not heard, so nothing can be said. Check the devices."
        ),
    }[setup]


def finding_text(finding: Finding) -> str:
    """One thing that is not as it should be."""
    return {
        Finding.NOTHING_HEARD: translate("SoundCheck", "not heard"),
        Finding.TOO_QUIET: translate("SoundCheck", "too quiet: turn it up"),
        Finding.TOO_LOUD: translate("SoundCheck", "too loud: turn it down"),
        Finding.CLIPPING: translate("SoundCheck", "distorts: turn it down"),
        Finding.NOISY: translate("SoundCheck", "noisy surroundings"),
        Finding.LOST: translate("SoundCheck", "the device went away"),
    }[finding]


def side_result_text(side: SideResult) -> str:
    """One channel in one line."""
    name = (
        translate("SoundCheck", "You")
        if side.channel is Channel.AGENT
        else translate("SoundCheck", "Customer")
    )
    found = ", ".join(finding_text(finding) for finding in side.findings) or translate("SoundCheck", "good")
    return translate("SoundCheck", "{side} ({device}): voice {speech} dB, noise {noise} dB – {found}").format(
        side=name,
        device=side.device or "–",
        speech=f"{side.speech_dbfs:.0f}",
        noise=f"{side.noise_dbfs:.0f}",
        found=found,
    )


def report_text(report: SoundCheckReport) -> str:
    """The whole report, a line each."""
    return "\n".join(
        [setup_text(report.setup), side_result_text(report.agent), side_result_text(report.customer)]
    )
