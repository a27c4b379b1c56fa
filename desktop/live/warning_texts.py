"""Warnings during a call as sentences that say what to do: codes with parameters in, the user's language out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assist.call.events import CallWarning
from desktop.problem_texts import sentence
from speech.types import Channel, GapReason, HearingMode, RecognizerLag, SourceState, SourceStatus

translate = QCoreApplication.translate


SEVERE_CODES = frozenset({"record.disk", "record.disk_full", "record.disk_refused"})
"""Recording has stopped or may be incomplete."""


def side_text(channel: Channel) -> str:
    """A side's name."""
    if channel is Channel.AGENT:
        return translate("Warnings", "Agent")
    return translate("Warnings", "Customer")


def warning_text(warning: CallWarning) -> str:
    """A warning of the call."""
    params = dict(warning.params)
    known = {
        "call.bug": translate(
            "Warnings", "Something in evenhand failed ({what}); the call goes on. See the crash reports."
        ),
        "call.recognizer_late": translate(
            "Warnings", "The last words took too long to recognise; the recording is whole."
        ),
        "call.recorder_late": translate(
            "Warnings", "The disk is slow: the recording is still being written."
        ),
    }.get(warning.code)
    if known is not None:
        return known.format_map(params)
    return sentence(warning.code, params) or translate(
        "Warnings", "Something needs attention ({code}). The call goes on."
    ).format(code=warning.code)


def status_text(status: SourceStatus) -> str:
    """What a side's device is doing; empty where nothing needs to be said."""
    form = {
        SourceState.LOST: translate(
            "Warnings",
            "{side}: {device} is gone. The other side goes on; connect it again and it is heard again.",
        ),
        SourceState.SILENT: translate("Warnings", "{side}: nothing is heard from {device}. Is it muted?"),
        SourceState.CLIPPING: translate(
            "Warnings", "{side}: {device} is too loud and distorts. Turn it down."
        ),
        SourceState.RECONNECTED: translate("Warnings", "{side}: {device} is back."),
    }.get(status.state, "")
    device = status.device or translate("Warnings", "the device")
    return form.format(side=side_text(status.channel), device=device)


def lag_text(lag: RecognizerLag, seconds: float) -> str:
    """How far recognition is behind, and what it gives up for it."""
    if lag.mode is HearingMode.CUSTOMER_SPOTTER_ONLY:
        form = translate(
            "Warnings",
            "Recognition is {seconds} s behind: the customer's side hears key phrases only. Recording is whole.",
        )
    elif lag.mode is HearingMode.NARROW_BEAM:
        form = translate(
            "Warnings", "Recognition is {seconds} s behind and works with less care. Recording is whole."
        )
    else:
        form = translate("Warnings", "Recognition is {seconds} s behind. Recording is whole.")
    return form.format(seconds=f"{seconds:.1f}")


def gap_text(reason: GapReason, channel: Channel) -> str:
    """A gap as a line of the transcript; empty where the reader need not be told."""
    form = {
        GapReason.DEVICE_LOST: translate("Warnings", "{side}: sound is missing here (device gone)"),
        GapReason.CAPTURE_OVERFLOW: translate(
            "Warnings", "{side}: sound is missing here (the machine was too busy)"
        ),
        GapReason.RECOGNITION_OVERLOAD: translate(
            "Warnings", "{side}: not recognised here; the recording has it"
        ),
        GapReason.RECOGNIZER_DIED: translate("Warnings", "{side}: recognition was restarted here"),
        GapReason.DISK_REFUSED: translate("Warnings", "Recording stops here: the disk refused it"),
    }.get(reason, "")
    return form.format(side=side_text(channel))
